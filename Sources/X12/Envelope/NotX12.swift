/// Tells in plain words what a file is that is not X12.
enum NotX12 {
  /// The refusal of a file that holds no interchange at all.
  static func problem(_ bytes: Span<UInt8>) -> X12Problem {
    refusal(reason(bytes))
  }

  /// The refusal with a reason of its own.
  static func refusal(_ reason: String, byte: Int = 0) -> X12Problem {
    X12Problem(
      severity: .error, at: X12Place(segment: 0, byte: byte),
      message: "not an X12 file: \(reason)")
  }

  private static func reason(_ bytes: Span<UInt8>) -> String {
    if bytes.isEmpty { return "it is empty; fetch it again" }
    if begins(bytes, [0x1F, 0x8B]) { return "gzip data; unpack it and read the file inside" }
    if begins(bytes, [0x50, 0x4B, 0x03, 0x04]) {
      return "a workbook or a zip archive; save a workbook as CSV (UTF-8) and read that, unpack "
        + "an archive and read the files inside"
    }
    if begins(bytes, [0xD0, 0xCF, 0x11, 0xE0]) {
      return "a workbook or document of an older office program; save a workbook as CSV (UTF-8) "
        + "and read that"
    }
    if begins(bytes, Array("%PDF".utf8)) {
      return "a PDF; ask the payer or clearinghouse for the electronic file"
    }
    if begins(bytes, [0xFF, 0xFE]) || begins(bytes, [0xFE, 0xFF]) || isWide(bytes) {
      return "UTF-16 text; save it as plain text (one byte a character) and read that"
    }
    if begins(bytes, Array("UNA".utf8)) || begins(bytes, Array("UNB".utf8)) {
      return "EDIFACT, another standard"
    }
    if begins(bytes, Array("<".utf8)) { return "XML or a web page; download the file itself" }
    if isAll(bytes, 0) { return "nothing but zero bytes; fetch it again" }
    return "it does not begin with ISA; check that this is the file that the sender made"
  }

  private static func begins(_ bytes: Span<UInt8>, _ prefix: [UInt8]) -> Bool {
    guard bytes.count >= prefix.count else { return false }
    for index in prefix.indices where bytes[index] != prefix[index] { return false }
    return true
  }

  /// Every second byte of the first letters is zero.
  private static func isWide(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count >= 8 else { return false }
    let even = [0, 2, 4, 6].allSatisfy { bytes[$0] == 0 && bytes[$0 + 1] != 0 }
    let odd = [0, 2, 4, 6].allSatisfy { bytes[$0] != 0 && bytes[$0 + 1] == 0 }
    return even || odd
  }

  private static func isAll(_ bytes: Span<UInt8>, _ value: UInt8) -> Bool {
    for index in bytes.indices where bytes[index] != value { return false }
    return true
  }
}
