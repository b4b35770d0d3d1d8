import Digest

/// The content hash by which a file is known again, an imported one or that of a document.
package enum FileDigest {
  /// SHA-256 in hexadecimal.
  package static func hash(_ bytes: [UInt8]) -> String {
    var digest = SHA256()
    digest.update(bytes)
    return digest.finish()
  }

  /// The chain value of a journal line: SHA-256 over the value before, a newline and the line.
  static func chain(_ previous: String, _ line: String) -> String {
    var digest = SHA256()
    for part in [previous, "\n", line] { digest.update(part.utf8) }
    return digest.finish()
  }
}
