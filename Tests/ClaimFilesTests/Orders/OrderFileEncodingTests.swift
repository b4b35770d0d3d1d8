import Billing
import ClaimFiles
import Testing

/// Letters are read as they were meant, and what is no text is refused with a word.
struct OrderFileEncodingTests {
  private static func file(name: [UInt8]) -> [UInt8] {
    let whole = MadeOrderFile.bytes([MadeOrderFile.row(["patient_last_name": "@"])])
    return Array(
      whole.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        .joined(separator: name))
  }

  @Test(arguments: [
    ([0x5A, 0xC3, 0x89], "ZÉ", TextEncoding.utf8),
    ([0x5A, 0xC9], "ZÉ", .windows1252),
    ([0x4F, 0x92, 0x5A], "O\u{2019}Z", .windows1252),
    // What is right stays right beside a byte that is not.
    ([0xC3, 0x89, 0xE9], "Éé", .windows1252),
    ([0x81], "\u{FFFD}", .windows1252),
    // Overlong and surrogate forms are not UTF-8.
    ([0xC0, 0xAF], "À¯", .windows1252),
    ([0xED, 0xA0, 0x80], "í €", .windows1252),
    ([0xF0, 0x9F, 0x98, 0x80], "\u{1F600}", .utf8),
  ])
  func lettersAreRead(_ name: [UInt8], _ text: String, _ encoding: TextEncoding) throws {
    let bytes = Self.file(name: name)
    #expect(try OrderFile.read(bytes).encoding == encoding)
    let read = try MadeOrderFile.read(bytes)
    #expect(read.drafts.map(\.patient.lastName) == [text])
    #expect(read.warnings.map(\.line) == (encoding == .utf8 ? [] : [2]))
    #expect(read.warnings.allSatisfy { !$0.isError })
  }

  @Test
  func aByteOrderMarkIsNoPartOfTheFirstHeading() throws {
    let bytes = [0xEF, 0xBB, 0xBF] + MadeOrderFile.bytes([MadeOrderFile.row()])
    #expect(try MadeOrderFile.read(bytes).numbers == ["T-1"])
    #expect(OrderFile.looksLikeOrders(bytes))
  }

  @Test(arguments: [
    ([0xFF, 0xFE], "UTF-16"), ([0xFE, 0xFF], "UTF-16"), ([0x50, 0x4B, 0x03, 0x04], "workbook"),
    ([0x61, 0x0A, 0x00, 0x62], "NUL"), ([], "empty"), ([0x0A, 0x0D, 0x0A], "empty"),
  ])
  func whatIsNoTextIsRefusedWithAWord(_ bytes: [UInt8], _ word: String) throws {
    let error = #expect(throws: OrderFileError.self) { try OrderFile.read(bytes) }
    #expect(error?.problems.first?.message.contains(word) == true)
  }

  @Test
  func aNulByteIsToldWithItsLine() throws {
    let bytes = MadeOrderFile.bytes([MadeOrderFile.row()]) + [0x00]
    let error = #expect(throws: OrderFileError.self) { try OrderFile.read(bytes) }
    #expect(error?.problems.first?.line == 3)
  }

  @Test
  func utf16OfAnOrderFileStillLooksLikeOne() {
    let text = String(decoding: MadeOrderFile.bytes([MadeOrderFile.row()]), as: UTF8.self)
    let wide: [UInt8] = [0xFF, 0xFE] + text.utf8.flatMap { letter -> [UInt8] in [letter, 0] }
    #expect(OrderFile.looksLikeOrders(wide))
  }

  @Test(arguments: [
    "", "ISA*00*          *00*          *ZZ*SENDER", "name,address,city\na,b,c\n",
    "hello, this is a letter about an order\n", "\u{0}\u{1}\u{2}",
    "order_number,price,colour\n1,2,3\n",
  ])
  func otherFilesDoNotLookLikeOrders(_ text: String) {
    #expect(!OrderFile.looksLikeOrders(Array(text.utf8)))
  }

  @Test
  func foreignHeadingsLookLikeOrdersToo() {
    let text = "Sales Order #;Patient Last Name;DOB;Proc Code;Qty\r\n"
    #expect(OrderFile.looksLikeOrders(Array(text.utf8)))
  }
}
