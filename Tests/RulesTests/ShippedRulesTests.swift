import Billing
import Rules
import Testing

@Suite("Shipped rules")
struct ShippedRulesTests {
  private let book = Result { try RuleBook.shipped() }

  @Test("Every table is read, and every row has what it needs")
  func reads() throws {
    let book = try book.get()
    #expect(book.deadlines.count == Set(book.deadlines.map(\.id)).count)
    #expect(book.deadlines.allSatisfy { !$0.source.isEmpty })
    #expect(book.playbook.allSatisfy { !$0.dispositions.isEmpty && !$0.meaning.isEmpty })
    #expect(book.results.count == Set(book.results.map(\.code)).count)
    #expect(book.writeOffs.count == Set(book.writeOffs.map(\.code)).count)
    #expect(book.remarks.allSatisfy { $0.key == $0.value.code && !$0.value.meaning.isEmpty })
    #expect(book.statusCodes.count > 100 && book.statusCategories.count > 20)
    #expect(book.packets.allSatisfy { !$0.pieces.isEmpty })
    #expect(book.deferMarginDays == 5)
  }

  @Test(
    "Every kind of payer can be followed up, and has a filing limit",
    arguments: PayerFamily.allCases)
  func families(family: PayerFamily) throws {
    let book = try book.get()
    #expect(book.followUps[family] != nil)
    #expect(
      book.deadlines.contains {
        $0.kind == .initialClaim && $0.family == family && $0.payerKey == nil && $0.state == nil
      })
  }

  @Test("Medicaid rows of the states of the domain reference")
  func states() throws {
    let states = try book.get().deadlines.filter {
      $0.family == .medicaid && $0.kind == .initialClaim
    }.compactMap(\.state)
    #expect(
      states.sorted().joined(separator: " ")
        == "AK AL AR AZ CA CO CT DE FL GA HI IA ID IL IN KS KY LA MA MD MI MN MO NC NE NJ NY OH OK "
        + "OR PA SC SD TN TX VA WA WI")
  }

  @Test(
    "The ladder of Medicare appeals",
    arguments: [
      (DeadlineKind.appealFirst, 120), (.appealSecond, 180), (.appealThird, 60),
      (.appealFourth, 60),
      (.appealFifth, 60),
    ])
  func ladder(kind: DeadlineKind, days: Int) throws {
    let rule = try #require(
      try book.get().deadlines.first { $0.kind == kind && $0.family == .medicareDME })
    #expect(rule.count == days && rule.unit == .days && rule.clock == .notice)
    #expect(rule.presumedReceiptDays == 5)
  }

  @Test(
    "Remark codes that change what may be done",
    arguments: [
      ("MA130", RemarkEffect.newClaimOnly), ("N704", .newClaimOnly), ("N211", .noAppeal),
      ("N185", .noResubmission), ("N142", .newClaim), ("N517", .newClaim), ("MA07", .crossover),
      ("MA18", .crossover), ("M124", .none), ("N210", .none),
    ])
  func effects(code: String, effect: RemarkEffect) throws {
    #expect(try book.get().remarks[code]?.effect == effect)
  }

  @Test("Only reductions are written off at posting")
  func contractual() throws {
    let carcs = try book.get().playbook.filter(\.isContractual).map(\.carc).sorted()
    #expect(carcs == ["131", "144", "161", "253", "45", "B4", "P12"])
  }

  @Test("Every reason code of the playbook of the domain reference has a row")
  func playbook() throws {
    let codes = Set(try book.get().playbook.map(\.carc))
    for code in 1...11 { #expect(codes.contains("\(code)")) }
    for code in [
      "13", "15", "16", "18", "22", "23", "24", "29", "45", "50", "96", "97", "109", "151", "197",
      "204", "226", "253", "A1", "B7", "B9", "B20", "P1", "P27",
    ] { #expect(codes.contains(code), "\(code)") }
    #expect(codes.count > 150)
  }

  @Test("Nothing overlaps, ran out or dangles; what was not verified is said")
  func problems() throws {
    let book = try book.get()
    let problems = RulesCheck.problems(in: book, on: Day(rawValue: 20_500))
    #expect(problems.filter { $0.kind != .unverified } == [])
    #expect(
      problems.count { !["item", "allowable", "jurisdiction"].contains($0.row) }
        == book.deadlines.filter { $0.confidence == .unverified }.count)
    #expect(problems.contains { $0.row == "medicaid-in-initial" })
    #expect(problems.suffix(3).map(\.row) == ["item", "allowable", "jurisdiction"])
  }

  @Test("A result code for every decision, its default first")
  func results() throws {
    let book = try book.get()
    for verb in DecisionVerb.allCases {
      #expect(book.results.contains { $0.verb == verb }, "\(verb)")
    }
    #expect(book.results.first { $0.verb == .followUp }?.code == "FOLLOW UP")
    #expect(book.results.first { $0.verb == .note }?.code == "NOTE")
    #expect(book.results.first { $0.verb == .escalate }?.code == "ESCALATED")
    #expect(book.results.first { $0.verb == .calledPayer }?.code == "CALLED payer")
  }
}
