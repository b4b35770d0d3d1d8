import Billing
import Desk
import Operations

/// A made-up biller who works every queue a little every day, through the same doors as people.
struct SampleBiller {
  let lastDay: Day
  private(set) var decisions = 0
  private(set) var refused: [String: Int] = [:]
  /// Numbers of the orders whose equipment came back, of one item at least.
  private(set) var pickedUp: Set<String> = []
  /// The day on which a piece of work was first seen in a place: papers take their time.
  private var firstSeen: [String: Day] = [:]
  /// Steps that were taken: the same paper is not sent for twice.
  private var taken: Set<String> = []

  init(lastDay: Day) { self.lastDay = lastDay }

  /// One day's work.
  mutating func work(_ office: Office) throws {
    try confirmOrders(office)
    try workHolds(office)
    try workSpecial(office)
    if office.today.weekday == .monday { _ = try? office.askEligibility() }
    try watchReady(office)
    try workAnswers(office)
  }

  // MARK: Order confirmation

  private mutating func confirmOrders(_ office: Office) throws {
    let rows = try rows(office, .orderConfirmation)
    var ready: [WorkItemID] = []
    var returned: [OrderProblemCause: [WorkItemID]] = [:]
    for row in rows where isWorked(row, office, days: 0) {
      let code = row.item.reasonCode
      if code == "ready" {
        ready.append(row.item.id)
      } else if row.reference.hasPrefix("S-"), code == "missing-proof-of-delivery" {
        let proof = DocumentDraft(
          kind: .proofOfDelivery, dated: row.serviceOn, signer: row.patient,
          fileReference: "pod-\(row.reference)")
        try decide(row, Decision(.attachDocument(proof)), office)
      } else if let cause = OrderProblemCause(rawValue: code) {
        returned[cause, default: []].append(row.item.id)
      }
    }
    try decideAll(ready, Decision(.confirm), office)
    for (cause, items) in returned.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      try decideAll(
        items,
        Decision(.returnOrder(cause, cause.team), note: cause.title), office)
    }
  }

  // MARK: Holds

  private mutating func workHolds(_ office: Office) throws {
    for row in try rows(office, .holds) where isWorked(row, office, days: 18) {
      guard let detail = try? office.item(row.item.id), case .charge(let charge) = detail.subject
      else { continue }
      for hold in charge.holds where hold.hold.isOpen {
        guard taken.insert("hold \(hold.hold.id.rawValue)").inserted,
          let decision = SampleHoldWork.decision(hold.hold, charge, office)
        else { continue }
        try decide(row, decision, office)
        break
      }
    }
  }

  /// A few ready charges are held by hand, and some equipment comes back.
  private mutating func watchReady(_ office: Office) throws {
    for row in try rows(office, .transmission) {
      guard case .charge = row.item.subject else { continue }
      let draw = Self.hash(row, salt: "ready") % 400
      if draw < 4, row.item.reasonCode == "ready" {
        let entry = HoldEntry(
          reason: draw < 2 ? "audit" : "patient-dispute", team: .billing,
          reviewOn: office.today.adding(days: 7))
        let note =
          draw < 2 ? "Drawn for the monthly audit" : "The patient disputes the delivery"
        try decide(row, Decision(.hold(entry), note: note), office)
      } else if draw >= 4, draw < 12 {
        guard let detail = try? office.item(row.item.id),
          case .charge(let charge) = detail.subject, charge.rental?.pickedUpOn == nil,
          let month = charge.charge.rentalMonth, month > 2
        else { continue }
        pickedUp.insert(row.reference)
        try decide(row, Decision(.pickUp(on: office.today)), office)
      }
    }
  }

  // MARK: Special work

  private mutating func workSpecial(_ office: Office) throws {
    for row in try rows(office, .special) where isWorked(row, office, days: 6) {
      guard let detail = try? office.item(row.item.id),
        case .special(let special) = detail.subject
      else { continue }
      let steps = SampleSpecialWork.decisions(special, draw: Self.hash(row), office)
      let step = "special \(special.work.id.rawValue) \(special.work.standing.rawValue)"
      guard !steps.isEmpty, taken.insert(step).inserted else { continue }
      for decision in steps {
        guard try decide(row, decision, office) else { break }
      }
    }
  }

  // MARK: Answers of payers

  private mutating func workAnswers(_ office: Office) throws {
    for row in try rows(office, .rejections) where isWorked(row, office, days: 8) {
      guard taken.insert("\(row.item.subject.key) \(row.item.reasonCode)").inserted else {
        continue
      }
      try decide(
        row, Decision(.resubmit(Resending()), note: "Corrected as the front end asks"), office)
    }
    for row in try rows(office, .denials) where isWorked(row, office, days: 25) {
      guard taken.insert("\(row.item.subject.key) \(row.item.reasonCode)").inserted else {
        continue
      }
      switch row.item.reasonCode.contains("-18") ? 5 : Self.hash(row, salt: "denial") % 10 {
      case ..<5:
        try decide(
          row, Decision(.resubmit(Resending()), note: "Corrected and sent again"), office)
      case ..<7:
        try decide(
          row,
          Decision(
            .writeOff(WriteOff(reason: "CONTRACT", amount: row.item.balance)),
            note: "Not to be collected"), office)
      default: break
      }
    }
    for row in try rows(office, .followUp) where isWorked(row, office, days: 30) {
      try decide(
        row,
        Decision(
          .checkedPortal(PayerContact(status: "in process")), note: "Looked up on the portal"),
        office)
    }
  }

  // MARK: Deciding

  private func rows(_ office: Office, _ queue: QueueName) throws -> [QueueRow] {
    try office.page(PageRequest(queue: queue, limit: 500)).rows
  }

  /// Whether its turn has come: after so many days at most, and less and less in the last days.
  private mutating func isWorked(_ row: QueueRow, _ office: Office, days: Int) -> Bool {
    let key = "\(row.item.subject.kind) \(row.item.subject.key) \(row.item.reasonCode)"
    let first = firstSeen[key] ?? office.today
    firstSeen[key] = first
    let draw = Self.hash(row)
    let left = lastDay - office.today
    if left < 10, draw % 10 < UInt64(12 - max(2, left)) { return false }
    return office.today - first >= Int(draw % UInt64(days + 1))
  }

  private mutating func decideAll(
    _ items: [WorkItemID], _ decision: Decision, _ office: Office
  ) throws {
    guard !items.isEmpty else { return }
    let outcome = try office.decideMany(items, DecisionEntry(taking: decision))
    decisions += outcome.items.count
    for refusal in outcome.refused { refused[refusal.reason, default: 0] += 1 }
  }

  @discardableResult
  private mutating func decide(
    _ row: QueueRow, _ decision: Decision, _ office: Office
  ) throws -> Bool {
    let before = decisions
    try decideAll([row.item.id], decision, office)
    return decisions > before
  }

  /// FNV-1a, 64 bits, of what a row is about: the same in every run of the same year.
  private static func hash(_ row: QueueRow, salt: String = "") -> UInt64 {
    let text = row.reference + row.patient + row.procedure + (row.serviceOn?.description ?? "")
    return (text + salt).utf8.reduce(0xCBF2_9CE4_8422_2325) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    } >> 7
  }
}
