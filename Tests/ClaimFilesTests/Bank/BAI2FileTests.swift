import Billing
import Testing

@testable import ClaimFiles

@Suite("Bank files (BAI2)")
struct BAI2FileTests {
  private static let codes = [
    "115": BankCode(code: "115", form: .lockbox, items: ["116"]),
    "116": BankCode(code: "116", form: .lockbox),
    "165": BankCode(code: "165", form: .ach), "354": BankCode(code: "354", form: nil),
  ]

  /// A file of one account with its totals; each transaction is its lines.
  static func file(
    _ transactions: [[String]], status: Int64 = 500_000, sum: Int64, account: String = "0001112222",
    day: String = "260105"
  ) -> [String] {
    var lines = [
      "01,BANK,OFFICE,\(day),0600,1,,,2/", "02,OFFICE,BANK,1,\(day),,USD,2/",
      "03,\(account),USD,010,\(status),,,015,,,/",
    ]
    lines += transactions.flatMap(\.self)
    lines.append("49,\(status + sum),\(lines.count - 1)/")
    lines.append("98,\(status + sum),1,\(lines.count)/")
    lines.append("99,\(status + sum),1,\(lines.count + 1)/")
    return lines
  }

  static func bytes(_ lines: [String], ending: String = "\n") -> [UInt8] {
    Array((lines.joined(separator: ending) + ending).utf8)
  }

  private static let paid = [
    "16,165,1570,0,B1,,EXAMPLE DME MAC HCCLAIMPMT TRN*1*EFT0012345*1512345678\\"
  ]

  private func read(_ lines: [String]) throws(BankFileError) -> BankStatement {
    try BAI2File.read(Self.bytes(lines), codes: Self.codes)
  }

  @Test("an ACH credit has the trace number and the originator of its addendum")
  func electronic() throws {
    let statement = try read(Self.file([Self.paid], sum: 1570))
    let line = try #require(statement.lines.first)
    #expect(statement.lines.count == 1 && line.line == 4)
    #expect(
      line.deposit
        == DepositDraft(
          receivedOn: try #require(Day("2026-01-05")), form: .ach, amount: Cents(1570),
          payer: "EXAMPLE DME MAC HCCLAIMPMT", reference: "EFT0012345", originator: "1512345678",
          account: "0001112222",
          memo: "EXAMPLE DME MAC HCCLAIMPMT TRN*1*EFT0012345*1512345678\\"))
  }

  @Test(
    "a trace number is whole wherever the bank cuts its words",
    arguments: [
      ["16,165,1570,0,B1,,PAYER TRN*1*EFT00", "88,12345*1512345678\\"],
      ["16,165,1570,0,B1,,PAYER", "88,TRN*1*EFT0012345*1512345678\\"],
      ["16,165,1570,0,B1,,PAYER TRN*1*EFT0012345*1512345678\\", "88,MORE WORDS"],
      ["16,165,1570,0/", "88,B1,,PAYER TRN*1*EFT0012345*1512345678~/"],
      ["16,165,1570,S,1570,0,0,B1,,PAYER, INC TRN*1*EFT0012345*1512345678/"],
      ["16,165,1570,D,2,1,1000,2,570,B1,,PAYER TRN*1*EFT0012345*1512345678/"],
      ["16,165,1570,V,260106,0900,B1,,PAYER TRN*1*EFT0012345*1512345678/"],
    ])
  func cuts(lines: [String]) throws {
    let deposit = try #require(try read(Self.file([lines], sum: 1570)).lines.first?.deposit)
    #expect(deposit.reference == "EFT0012345" && deposit.originator == "1512345678")
    #expect(deposit.payer.hasPrefix("PAYER"))
    #expect(deposit.amount == Cents(1570))
  }

  @Test("items stand for their total; debits and what the rules leave out are left alone")
  func forms() throws {
    let statement = try read(
      Self.file(
        [
          ["16,115,300,0,B1,,LOCKBOX/"], ["16,116,100,0,B2,000777,ITEM/"],
          ["16,116,200,0,B3,778,/"], ["16,475,900,0,B4,,CHECK PAID/"],
          ["16,354,5,0,B5,,INTEREST/"], ["16,399,50,0,B6,,ODD/"],
        ], sum: 1555))
    #expect(statement.lines.map(\.deposit.form) == [.lockbox, .lockbox, .other])
    #expect(statement.lines.map(\.deposit.reference) == ["000777", "778", "B6"])
    #expect(statement.leftAlone == 2)
    #expect(statement.notes.map(\.place.segment) == [9])
    let alone = try read(Self.file([["16,115,300,0,B1,,LOCKBOX/"]], sum: 300))
    #expect(alone.lines.map(\.deposit.amount) == [Cents(300)])
  }

  @Test("any line ending and padding of a blocked file read the same")
  func layouts() throws {
    let lines = Self.file([Self.paid], sum: 1570)
    let plain = try read(lines)
    #expect(try BAI2File.read(Self.bytes(lines, ending: "\r\n"), codes: Self.codes) == plain)
    let padded = lines.map { $0 + String(repeating: " ", count: max(0, 80 - $0.count)) }
    #expect(try read(padded) == plain)
    #expect(BAI2File.isLikely(Self.bytes(lines)) && BAI2File.isLikely(Self.bytes(padded)))
    #expect(!BAI2File.isLikely(Array("order_number,patient\n02,x".utf8)))
    #expect(!BAI2File.isLikely(Array("01,02\n03,04\n".utf8)))
    #expect(!BAI2File.isLikely([]))
  }

  @Test("a total or a count that is not proven refuses the file, by record and line")
  func totals() throws {
    let good = Self.file([Self.paid], sum: 1570)
    func change(_ index: Int, _ text: String) -> [String] {
      var lines = good
      lines[index] = text
      return lines
    }
    let cases: [(lines: [String], record: String, line: Int)] = [
      (change(4, "49,501571,3/"), "49", 5), (change(4, "49,501570,4/"), "49", 5),
      (change(5, "98,501571,1,5/"), "98", 6), (change(5, "98,501570,2,5/"), "98", 6),
      (change(5, "98,501570,1,6/"), "98", 6), (change(6, "99,501571,1,7/"), "99", 7),
      (change(6, "99,501570,2,7/"), "99", 7), (change(6, "99,501570,1,8/"), "99", 7),
      (change(3, "16,165,1571,0,B1,,X/"), "49", 5), (change(3, "16,165,15.70,0,B1,,X/"), "16", 4),
      (change(3, "16,16,1570,0,B1,,X/"), "16", 4), (change(3, "16,165,1570,Q,B1,,X/"), "16", 4),
      (change(2, "03,1,CAD,010,500000,,/"), "03", 3),
      (change(1, "02,O,B,4,260105,,USD,2/"), "02", 2),
      (change(1, "02,O,B,1,261305,,USD,2/"), "02", 2),
      (change(0, "01,B,O,260105,,1,,,3/"), "01", 1),
      (Array(good.dropLast()), "99", 6), (Array(good.dropFirst()), "01", 1),
      (good + ["01,A,B,260105,,1,,,2/"], "", 8), (change(3, "hello"), "", 4),
      (["88,X/"] + good, "88", 1),
    ]
    for (lines, record, line) in cases {
      let error = #expect(throws: BankFileError.self, "\(lines)") { try read(lines) }
      let place = error?.problems.first?.place
      #expect(place?.element == record, "\(lines): \(error?.problems.first?.message ?? "")")
      #expect(place?.segment == line, "\(lines): \(error?.problems.first?.message ?? "")")
    }
  }

  @Test("items that do not come to their total refuse the file")
  func items() {
    let error = #expect(throws: BankFileError.self) {
      try read(Self.file([["16,115,300,0,B1,,/"], ["16,116,100,0,B2,7,/"]], sum: 400))
    }
    #expect(error?.problems.first?.message.contains("$1.00") == true)
  }

  @Test("a random file reads back what it was made of, and any lost amount refuses it")
  func random() throws {
    for seed in 1...40 {
      var state = UInt64(seed)
      func number(_ bound: UInt64) -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state >> 33) % bound
      }
      let amounts = (0..<(1 + number(20))).map { _ in Int64(1 + number(90_000)) }
      let lines = Self.file(
        amounts.enumerated().map { index, amount in
          let text = "PAYER TRN*1*T\(index)*1999999999\\"
          let cut = text.index(text.startIndex, offsetBy: Int(number(UInt64(text.count))))
          return number(2) == 0
            ? ["16,165,\(amount),Z,,,\(text)"]
            : ["16,165,\(amount),,,,\(text[..<cut])", "88,\(text[cut...])"]
        }, sum: amounts.reduce(0, +))
      let statement = try read(lines)
      #expect(statement.lines.map(\.deposit.amount.rawValue) == amounts, "seed \(seed)")
      #expect(
        statement.lines.map(\.deposit.reference) == amounts.indices.map { "T\($0)" },
        "seed \(seed)")
      var torn = lines
      let start = lines.indices.filter { lines[$0].hasPrefix("16,") }
      torn.remove(at: start[Int(number(UInt64(start.count)))])
      #expect(throws: BankFileError.self, "seed \(seed)") { try read(torn) }
    }
  }
}
