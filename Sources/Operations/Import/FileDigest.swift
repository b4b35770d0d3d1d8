import Crypto

/// The content hash by which a file is known again, an imported one or that of a document.
package enum FileDigest {
  /// SHA-256 in hexadecimal.
  package static func hash(_ bytes: [UInt8]) -> String { hex(SHA256.hash(data: bytes)) }

  /// The chain value of a journal line: SHA-256 over the value before and the line.
  static func chain(_ previous: String, _ line: String) -> String {
    hex(SHA256.hash(data: Array((previous + "\n" + line).utf8)))
  }

  private static func hex(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
