import Billing
import Testing
import WorkEngine

@testable import TestSupport

/// The law of the two doors: what the edits find over the charges of an order after confirmation is
/// what was said of the order before.
@Suite("Orders and their charges")
struct OrdersAndTheirChargesTests {
  @Test("the edits say after confirmation what the order was told before", arguments: 0..<400)
  func law(seed: UInt64) {
    var random = SeededRandom(seed)
    let review = Self.review(&random)
    let before = OrderChecks.findings(in: review, rules: MadeOrder.rules, on: MadeOrder.today)
    let after = Self.confirmed(review)
    let own = Set(OrderChecks.all.map { $0.name })
    #expect(
      Self.sentences(before.filter { !own.contains($0.check) })
        == Self.sentences(after), "\(review.order)")
    for (finding, found) in after where finding.sendsBack != nil {
      #expect(
        before.contains {
          $0.isBlocking && $0.check == finding.edit && $0.message.hasSuffix(finding.message)
        }, "\(finding) of \(found)")
    }
  }

  @Test("the sample has orders that go back, that wait and that are clean")
  func sample() {
    var kinds: [Bool?: Int] = [:]
    var edits: Set<String> = []
    for seed in 0..<400 {
      var random = SeededRandom(UInt64(seed))
      let findings = OrderChecks.findings(
        in: Self.review(&random), rules: MadeOrder.rules, on: MadeOrder.today)
      kinds[findings.isEmpty ? nil : findings.contains(where: \.isBlocking), default: 0] += 1
      edits.formUnion(findings.map(\.check))
    }
    #expect(kinds[nil, default: 0] > 2)
    #expect(kinds[true, default: 0] > 50)
    #expect(kinds[false, default: 0] > 20)
    #expect(edits.count > 5, "\(edits.sorted())")
  }

  /// A sentence with the line that it is about, or with none.
  private static func sentences(_ findings: [OrderFinding]) -> Set<String> {
    Set(findings.map { "\($0.line ?? 0) \($0.check): \($0.message)" })
  }

  private static func sentences(_ findings: [(EditFinding, Charge)]) -> Set<String> {
    Set(
      findings.map { finding, charge in
        finding.scope == .order
          ? "0 \(finding.edit): \(finding.message)"
          : "\(charge.orderLine) \(finding.edit): Item \(charge.orderLine), "
            + "\(charge.procedure.code): \(finding.message)"
      })
  }

  /// Confirms as the office does: charge after charge is made, told its words, mended and looked at;
  /// then all of them are looked at again.
  private static func confirmed(_ review: OrderReview) -> [(EditFinding, Charge)] {
    let rules = MadeOrder.rules
    var books = review.patient.charges
    var rentals: [ChargeID: Rental] = [:]
    for (place, part) in OrderConfirmation.plan(
      review.order, rules: rules, expected: review.expected, on: MadeOrder.today
    ).enumerated() {
      var rental = part.rental
      rental?.id = RentalID(900 + Int64(place))
      for planned in part.charges {
        var charge = planned
        charge.id = ChargeID((books.map(\.id.rawValue).max() ?? 0) + 7)
        charge.rental = rental?.id
        charge = charge.narrated(
          line: review.order.lines.first { $0.number == charge.orderLine },
          item: rules.item(charge.procedure.code, on: charge.serviceFrom), rental: rental)
        rentals[charge.id] = rental
        let look = Self.look(at: charge, rentals[charge.id], review, books)
        books.append(ChargeEdits.mended(look, rules: rules, on: MadeOrder.today).charge)
      }
    }
    return books.filter { $0.order == review.order.id }.flatMap { charge in
      ChargeEdits.mended(
        Self.look(at: charge, rentals[charge.id], review, books), rules: rules, on: MadeOrder.today
      ).findings
        .filter { if case .fix = $0.outcome { false } else { true } }
        .map { ($0, charge) }
    }
  }

  private static func look(
    at charge: Charge, _ rental: Rental?, _ review: OrderReview, _ books: [Charge]
  ) -> ChargeReview {
    var patient = review.patient
    patient.charges = books
    return ChargeReview(
      charge, of: review.order, patient: patient, rental: rental, rules: MadeOrder.rules)
  }

  /// An order with some things right and some wrong, as the seed has it.
  private static func review(_ random: inout SeededRandom) -> OrderReview {
    // Half of the orders have little wrong with them.
    let care = Bool.random(using: &random) ? 1 : 6
    func chance(_ one: Int) -> Bool { Int.random(in: 0..<(one * care), using: &random) == 0 }
    var lines: [OrderLine] = []
    for number in 1...Int.random(in: 1...3, using: &random) {
      let (code, given, kind) =
        goods.randomElement(using: &random) ?? ("E0562", ["NU"], LineKind.purchase)
      let extra = ["KX", "GA", "GZ", "EY", "RA", "CR", "RT", "LT", "QQ", "NU", "BP"]
      let modifiers =
        given
        + (0..<(chance(2) ? Int.random(in: 1...4, using: &random) : 0)).map { _ in
          extra.randomElement(using: &random) ?? ""
        }
      lines.append(
        MadeOrder.line(code, modifiers, kind: kind, number: number) {
          $0.deliveredUnits = chance(3) ? 2 : 1
          $0.prescribedUnits = $0.deliveredUnits
          if chance(4) { $0.serialNumber = "" }
          if chance(5) { $0.unitCharge = .zero }
          if chance(5) { $0.firstRentalMonth = Int.random(in: 1...15, using: &random) }
          if chance(4) { $0.narrative = "Made-up words" }
          if chance(4) { $0.description = "A made-up thing" }
          if chance(5) { $0.authorizationNumber = "AU1" }
          if chance(5) { $0.diagnosisPointers = [Int.random(in: 0...3, using: &random)] }
          if kind == .supply { $0.daysSupplied = chance(2) ? 90 : 30 }
        })
    }
    var papers = [MadeOrder.writtenOrder, MadeOrder.proof]
    if chance(3) { papers.removeFirst() }
    if chance(4) { papers.removeLast() }
    if chance(3) {
      papers.append(
        MadeOrder.document(.authorization, codes: chance(2) ? ["E0601"] : [], number: "AU1"))
    }
    var review = MadeOrder.review(lines: lines, documents: papers) { order in
      if chance(6) { order.patient.birthDate = nil }
      if chance(6) { order.patient.address.zip = "1700" }
      if chance(6) { order.prescriber?.npi = "1234567890" }
      if chance(6) { order.prescriber?.isEnrolled = nil }
      if chance(6) { order.diagnoses = [] }
      if chance(4) {
        order.coverages = [
          MadeOrder.coverage(
            family: [.medicaid, .commercial].randomElement(using: &random) ?? .medicaid)
        ]
      }
      if chance(5) { order.coverages.append(MadeOrder.coverage(.secondary, member: "")) }
      if chance(8) { order.coverages = [] }
      if chance(5) { order.delivery.deliveredOn = MadeOrder.today.adding(days: 2) }
      if chance(5) { order.orderedOn = nil }
    }
    if chance(3) { review.patient.eligibility = nil }
    if chance(4) { review.patient.eligibility?.standing = .inactive }
    if chance(3) {
      review.patient.charges = [
        MadeReview.other("A7030", ["NU"], from: "2025-12-20", through: "2026-03-20", id: 3)
      ]
    }
    return review
  }

  private static let goods: [(String, [String], LineKind)] = [
    ("E0601", ["RR"], .rental), ("E0601", [], .rental), ("E0562", ["NU"], .purchase),
    ("E0562", [], .purchase), ("A7030", [], .supply), ("E1390", ["RR"], .rental),
    ("E0441", [], .purchase), ("B9002", ["RR"], .rental), ("A5500", [], .purchase),
    ("A5500", ["RT"], .purchase), ("E0959", ["NU"], .purchase), ("K0823", ["RR", "KX"], .rental),
    ("E1399", ["NU"], .purchase), ("K0554", ["NU"], .purchase), ("E9999", [], .purchase),
    ("K0739", [], .service),
  ]
}
