/// The content hash under which a document's file is noted.
package enum DocumentDigest {
  /// SHA-256 of the bytes, in hexadecimal.
  package static func hash(_ bytes: [UInt8]) -> String { FileDigest.hash(bytes) }
}
