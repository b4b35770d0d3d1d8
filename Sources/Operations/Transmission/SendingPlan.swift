import Billing
import ClaimFiles
import Database
import Store
import WorkEngine

/// Everything that could go out now: ready charges as bills, and claims whose next payer waits.
struct SendingPlan {
  /// What goes to one payer in one file.
  struct Group {
    var clearinghouse: Clearinghouse
    var payer: Payer
    var bills: [Bill] = []
    /// Claims that are done with their payer and go on to this one.
    var secondary: [Claim] = []
    var warnings = 0
    var nextDue: Day?

    var claims: Int { bills.count + secondary.count }
    var lines: Int {
      bills.map(\.charges.count).reduce(0, +) + secondary.map(\.lines.count).reduce(0, +)
    }
    /// Charges as they stand on the claims, in cents.
    var total: Cents { bills.map(\.total).total() + secondary.map(\.charge).total() }
  }

  /// The most claims of a transaction set (005010X222A1, section 1.3).
  private static let claimsPerSet = 5000

  private(set) var groups: [Group] = []
  /// Why nothing can be sent at all.
  private(set) var refusal: String?
  /// Ready charges whose payer no clearinghouse takes.
  private(set) var unrouted = 0

  init(office: Office, connection: Connection, payer: PayerID? = nil) throws {
    guard let supplier = office.rules.supplier else {
      refusal =
        "The office's rules file names no supplier, so no claim can say who sends it; see "
        + "`docket rules edit`."
      return
    }
    let stories = OrderStories(
      rules: office.rules, today: office.today, connection: connection)
    var reviews: [ChargeReview] = []
    var warnings: [PayerID: Int] = [:]
    var due: [PayerID: Day] = [:]
    for id in try Charges.ready(payer: payer, in: connection) {
      guard let charge = try Charges.find(id, in: connection),
        let review = try stories.review(of: charge), let coverage = review.coverage
      else { continue }
      let findings = try HoldKeeper.standing(
        ChargeEdits.findings(in: review, rules: office.rules, on: office.today), of: charge,
        in: connection)
      // What would be held by now is not sent: its hold is placed when its turn comes.
      guard !findings.contains(where: { $0.holdReason != nil }) else { continue }
      let key = coverage.payer.id
      warnings[key, default: 0] += findings.count
      if let safe = review.filing?.safe { due[key] = due[key].map { min($0, safe) } ?? safe }
      reviews.append(review)
    }
    let plan = BatchGrouping.batches(
      of: BatchGrouping.bills(from: reviews, rules: office.rules), supplier: supplier)
    groups = plan.batches.map { batch in
      Group(
        clearinghouse: batch.clearinghouse, payer: batch.payer, bills: batch.bills,
        warnings: warnings[batch.payer.id] ?? 0, nextDue: due[batch.payer.id])
    }
    unrouted = plan.unrouted.map(\.charges.count).reduce(0, +)
    try addSecondary(supplier: supplier, payer: payer, in: connection)
  }

  private mutating func addSecondary(
    supplier: Supplier, payer wanted: PayerID?, in connection: Connection
  ) throws {
    for id in try WorkItems.claims(in: .transmission, in: connection) {
      guard let next = try Claims.nextPayer(of: id, in: connection),
        wanted.map({ $0 == next }) ?? true, let claim = try Claims.find(id, in: connection),
        let payer = try Payers.find(next, in: connection),
        let image = try Submissions.latestImage(of: id, in: connection), !image.isEmpty
      else { continue }
      if let index = groups.firstIndex(where: { $0.payer.id == next }) {
        groups[index].secondary.append(claim)
      } else if let clearinghouse = supplier.clearinghouse(for: payer) {
        groups.append(Group(clearinghouse: clearinghouse, payer: payer, secondary: [claim]))
      }
    }
    // One file holds one set, so that each answer names one batch.
    for index in groups.indices {
      let room = SendingPlan.claimsPerSet
      groups[index].bills = Array(groups[index].bills.prefix(room))
      groups[index].secondary = Array(
        groups[index].secondary.prefix(room - groups[index].bills.count))
    }
  }
}
