import Billing
import Database
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("Random work on orders and charges")
struct OrdersRandomTests {
  @Test(
    "whatever is decided, sent, answered, undone or rolled on, every cent has its place",
    arguments: Array(1...8))
  func anything(seed: Int) throws {
    var random = SeededRandom(UInt64(seed))
    var test = try TestOffice(today: "2026-01-20", user: "boss", isSupervisor: true)
    var day = test.office.today
    var next = 1
    var taken: [SampleOrder] = []
    var log: [String] = []
    for _ in 1...5 {
      taken.append(Self.order(next, using: &random))
      next += 1
    }
    try test.take(orders: taken)
    for _ in 1...60 {
      var step = ""
      switch Int.random(in: 0..<14, using: &random) {
      case 0, 1:
        let order = Self.order(next, using: &random)
        step = "take SO-\(next)"
        next += 1
        taken.append(order)
        try test.take(orders: [order])
      case 2 where !taken.isEmpty:
        let index = Int.random(in: taken.indices, using: &random)
        let price = Int.random(in: 80...180, using: &random)
        taken[index] = taken[index].with([
          "unit_charge": "\(price).00", "serial_number": "SN-\(index)",
        ])
        step = "change \(taken[index].cells["order_number"] ?? "")"
        try test.take(orders: [taken[index]])
      case 3, 4:
        day = day.adding(days: Int.random(in: 1...25, using: &random))
        step = "roll to \(day)"
        test = try test.on(day.description, user: "boss", isSupervisor: true)
        try test.office.rollDay()
      case 5:
        step = "send"
        for group in try test.office.transmission().groups {
          step += " \(group.claims)"
          _ = try test.office.send(
            SendingRequest(
              payer: group.payer, typedClaims: group.claims, typedTotal: group.total))
        }
      case 6: step = Self.tried("undo") { _ = try test.office.undo() }
      case 7: step = Self.tried("redo") { _ = try test.office.redo() }
      case 8:
        let numbers = try test.claimNumbers()
        if let number = numbers.randomElement(using: &random) {
          let code = Bool.random(using: &random) ? "A2:20" : "A7:562"
          step = "answer \(number) \(code)"
          let stamp = day.description.filter { $0 != "-" }
          try test.take(
            SampleFiles.statuses(
              [(number, ["STC*\(code):PR*\(stamp)*WQ*1"])], date: stamp, interchange: next + 100))
          next += 1
        }
      default:
        let before = try OfficeState(orders: test)
        step = try Self.decide(test, using: &random)
        if Bool.random(using: &random), !step.contains("refused"), step != "nothing" {
          step += Self.tried(", undo") { _ = try test.office.undo() }
          try test.isAs(orders: before, "\(log.suffix(5)) \(step)")
          if Bool.random(using: &random) {
            step += Self.tried(", redo") { _ = try test.office.redo() }
          }
        }
      }
      log.append(step)
      let problems = try test.office.check().problems
      guard problems.isEmpty else {
        Issue.record("\(problems) after \(log)")
        return
      }
      try test.isSound()
    }
    #expect(log.contains { $0.hasPrefix("confirm") && !$0.contains("refused") })
  }

  private static func tried(_ name: String, _ step: () throws -> Void) -> String {
    do {
      try step()
      return name
    } catch {
      return "\(name) refused (\(error))"
    }
  }

  private static func order(_ number: Int, using random: inout SeededRandom) -> SampleOrder {
    let patient = SampleOrder.patient(Int.random(in: 1...4, using: &random))
    let name = "SO-\(number)"
    var order: SampleOrder =
      switch Int.random(in: 0..<3, using: &random) {
      case 0: .device(name, patient)
      case 1: .mask(name, patient)
      default: .shoes(name, patient)
      }
    if Int.random(in: 0..<3, using: &random) == 0 { order.cells["sleep_study_date"] = "" }
    if Int.random(in: 0..<4, using: &random) == 0 { order.cells["serial_number"] = "" }
    return order
  }

  /// Some decision about some open item; refusals are part of the game.
  private static func decide(_ test: TestOffice, using random: inout SeededRandom) throws -> String
  {
    let items = try test.database.read {
      try $0.rows(
        "SELECT id, subject_kind, reference FROM work_item WHERE is_closed = 0 ORDER BY id"
      ) {
        (WorkItemID($0.int(0)), $0.text(1), $0.text(2))
      }
    }
    // Kinds come up alike, however many items there are of each.
    let kinds = Set(items.map(\.1)).sorted()
    guard let kind = kinds.randomElement(using: &random),
      let (id, _, reference) = items.filter({ $0.1 == kind }).randomElement(using: &random)
    else { return "nothing" }
    let today = test.office.today
    let decision: DecisionEntry
    switch kind {
    case "order":
      decision =
        [
          DecisionEntry(.confirm), DecisionEntry(.confirm), DecisionEntry(.confirm),
          DecisionEntry(.returnOrder, ["cause": "price", "team": "intake"]),
          DecisionEntry(.cancelOrder, ["note": "double"]),
          DecisionEntry(taking: Decision(.attachDocument(study))),
        ].randomElement(using: &random) ?? DecisionEntry(.confirm)
    case "charge":
      let entry = HoldEntry(
        reason: "patient-dispute", team: .billing, reviewOn: today.adding(days: 10),
        isForAgreement: Bool.random(using: &random))
      decision =
        [
          DecisionEntry(taking: Decision(.hold(entry))),
          DecisionEntry(
            taking: Decision(
              .releaseHold(
                ManualRelease(allMonths: Bool.random(using: &random), evidence: "seen")))),
          DecisionEntry(taking: Decision(.attachDocument(study))),
          DecisionEntry(
            taking: Decision(
              .correctCharge([.amount(Cents(Int64.random(in: 5000...20_000, using: &random)))]))),
          DecisionEntry(.withdrawCharge, ["note": "never", "reason": "ERROR"]),
          DecisionEntry(.pickUp, ["on": today.description]),
          DecisionEntry(.followUp, ["follow-up": (today.adding(days: 5)).description]),
        ].randomElement(using: &random) ?? DecisionEntry(.note, ["note": "x"])
    case "special":
      guard let detail = try test.office.item(id).special else { return "gone" }
      let answers = detail.work.due.items.map {
        SupplyAnswer(
          code: $0.procedure.code, units: Int.random(in: 0...max(0, $0.units), using: &random))
      }
      decision =
        [
          DecisionEntry(
            taking: Decision(.contactPatient(PatientAnswer(answers, requestedBy: "JANE DOE")))),
          DecisionEntry(.fulfil, ["on": today.description]),
          DecisionEntry(.fulfil, ["on": today.description]),
          DecisionEntry(.decline, ["note": "moved"]),
          DecisionEntry(
            taking: Decision(
              .attachDocument(DocumentDraft(kind: .usageReport, dated: today, value: 90)))),
          DecisionEntry(
            taking: Decision(.attachDocument(DocumentDraft(kind: .faceToFace, dated: today)))),
          DecisionEntry(.checkEligibility),
        ].randomElement(using: &random) ?? DecisionEntry(.note, ["note": "x"])
    case "claim":
      decision =
        [
          .resubmitted,
          DecisionEntry(.followUp, ["follow-up": (today.adding(days: 5)).description]),
          DecisionEntry(.writeOff, ["amount": "5.00", "reason": "ERROR"]),
        ].randomElement(using: &random) ?? DecisionEntry(.note, ["note": "x"])
    default: decision = DecisionEntry(.note, ["note": "x"])
    }
    return tried("\(decision.verb) \(kind) \(reference)") { try test.decide(id, decision) }
  }

  private static let study = DocumentDraft(
    kind: .sleepStudy, dated: Day("2025-12-01"), signer: "LABORATORY")
}
