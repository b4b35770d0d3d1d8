import Billing
import Testing
import WorkEngine

@Suite("Batch grouping")
struct BatchGroupingTests {
  private func ready(
    _ id: Int64, order: Int64 = 7, line: Int = 1, from: String = "2026-01-05",
    coverage: Coverage? = MadeSubjects.coverage(), authorization: String = ""
  ) -> ChargeReview {
    ChargeReview(
      charge: MadeSubjects.charge(
        id: id, order: order, line: line, from: from, authorization: authorization),
      order: MadeSubjects.order(.confirmed, id: order), coverage: coverage, item: nil)
  }

  private func bills(_ ready: [ChargeReview], lines: Int = 50) -> [[Int64]] {
    var rules = MadeSubjects.rules
    rules.orders.linesPerClaim = lines
    return BatchGrouping.bills(from: ready, rules: rules).map { $0.charges.map(\.id.rawValue) }
  }

  private static let aetna = Payer(
    id: PayerID(2), name: "AETNA", identifier: "60054", family: .commercial)

  @Test("Charges of one order and one payer go on one bill, in order of service and line")
  func oneBill() {
    let charges = [
      ready(3, line: 2), ready(1, from: "2026-02-05"), ready(2, line: 1), ready(4, line: 2),
    ]
    #expect(bills(charges) == [[2, 3, 4, 1]])
    #expect(bills(charges.reversed()) == [[2, 3, 4, 1]])
  }

  @Test("Orders, payers and members go apart, and always in the same order")
  func apart() {
    let charges = [
      ready(1, order: 8), ready(2), ready(3, coverage: MadeSubjects.coverage(Self.aetna)),
      ready(4, coverage: MadeSubjects.coverage(member: "9ZZ9ZZ9ZZ99")), ready(5, order: 8),
    ]
    let expected: [[Int64]] = [[2], [4], [3], [1, 5]]
    #expect(bills(charges) == expected)
    #expect(bills(charges.reversed()) == expected)
  }

  @Test("A bill has no more lines than allowed, and no line is lost", arguments: [1, 2, 3, 50, 0])
  func lines(limit: Int) {
    let charges = (1...7).map { ready(Int64($0)) }
    let bills = bills(charges, lines: limit)
    #expect(bills.allSatisfy { $0.count <= max(1, limit) })
    #expect(bills.flatMap { $0 } == [1, 2, 3, 4, 5, 6, 7])
  }

  @Test("Two authorizations make two bills; what has none goes with the first")
  func authorizations() {
    #expect(bills([ready(1), ready(2, authorization: "A1")]) == [[1, 2]])
    #expect(
      bills([ready(1, authorization: "A1"), ready(2), ready(3, authorization: "B2")])
        == [[1, 2], [3]])
  }

  @Test("Charges without a coverage stay behind")
  func uncovered() {
    #expect(bills([ready(1, coverage: nil)]) == [])
  }

  @Test("Bills go to the clearinghouse of their payer, each payer in a batch of its own")
  func batches() throws {
    let cedi = Clearinghouse(name: "CEDI", receiverID: "R1", families: [.medicareDME])
    let other = Clearinghouse(name: "ALLPAYERS", receiverID: "R2")
    var supplier = Supplier(
      name: "MADEUP SUPPLY", npi: "1234567893", taxID: "990000001", taxonomy: "332B00000X",
      address: PostalAddress(), contactName: "DORA", phone: "5550100", submitterID: "S1",
      clearinghouses: [cedi, other])
    let bills = BatchGrouping.bills(
      from: [
        ready(1), ready(2, order: 8),
        ready(3, coverage: MadeSubjects.coverage(Self.aetna)),
      ], rules: MadeSubjects.rules)
    let plan = BatchGrouping.batches(of: bills, supplier: supplier)
    #expect(plan.unrouted.isEmpty)
    #expect(plan.batches.map(\.clearinghouse) == [other, cedi])
    #expect(plan.batches.map { $0.bills.count } == [1, 2])
    #expect(plan.batches.map(\.total) == [Cents(18_000), Cents(36_000)])
    supplier.clearinghouses = [cedi]
    let short = BatchGrouping.batches(of: bills, supplier: supplier)
    #expect(short.unrouted.map { $0.charges.map(\.id.rawValue) } == [[3]])
    #expect(short.batches.count == 1)
  }
}
