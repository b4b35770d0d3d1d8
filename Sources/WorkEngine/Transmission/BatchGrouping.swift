package import Billing

/// Which charges go out together: charges to bills, bills to batches.
///
/// Pure: the same charges in any order give the same bills in the same order.
package enum BatchGrouping {
  /// The bills of charges that are ready, all as first sendings (frequency 1).
  ///
  /// A bill is for one order, and with it one patient, prescriber, place of service and set of
  /// diagnoses; for one payer and member; under one authorization, which stands on the claim (loop
  /// 2300); and has at most `linesPerClaim` lines (005010X222A1 loop 2400). Control numbers are left
  /// empty: who sends gives them. Charges without a coverage are left out.
  package static func bills(from ready: [ChargeReview], rules: RuleBook) -> [Bill] {
    var groups: [Key: [ChargeReview]] = [:]
    for review in ready {
      guard let key = Key(review) else { continue }
      groups[key, default: []].append(review)
    }
    return groups.sorted { $0.key < $1.key }.flatMap { _, reviews in
      byAuthorization(reviews.sorted(by: isEarlier)).flatMap { reviews in
        bills(ofOneClaim: reviews, lines: max(1, rules.orders.linesPerClaim))
      }
    }
  }

  /// The batches of bills: one file for each clearinghouse and payer.
  package static func batches(of bills: [Bill], supplier: Supplier) -> BatchPlan {
    var plan = BatchPlan()
    for bill in bills {
      let payer = bill.coverage.payer
      guard let clearinghouse = supplier.clearinghouse(for: payer) else {
        plan.unrouted.append(bill)
        continue
      }
      let place = plan.batches.firstIndex {
        $0.clearinghouse == clearinghouse && $0.payer.id == payer.id
      }
      if let place {
        plan.batches[place].bills.append(bill)
      } else {
        plan.batches.append(
          PlannedBatch(clearinghouse: clearinghouse, payer: payer, bills: [bill]))
      }
    }
    plan.batches.sort {
      ($0.clearinghouse.name, $0.clearinghouse.receiverID, $0.payer.id.rawValue)
        < ($1.clearinghouse.name, $1.clearinghouse.receiverID, $1.payer.id.rawValue)
    }
    return plan
  }

  /// Charges under different authorizations go apart; those without one go with the first.
  private static func byAuthorization(_ reviews: [ChargeReview]) -> [[ChargeReview]] {
    var numbers: [String] = []
    for review in reviews where !review.charge.authorizationNumber.isEmpty {
      let number = review.charge.authorizationNumber
      if !numbers.contains(number) { numbers.append(number) }
    }
    guard let first = numbers.first, numbers.count > 1 else { return [reviews] }
    return numbers.map { number in
      reviews.filter {
        let own = $0.charge.authorizationNumber
        return own == number || (own.isEmpty && number == first)
      }
    }
  }

  private static func bills(ofOneClaim reviews: [ChargeReview], lines: Int) -> [Bill] {
    stride(from: 0, to: reviews.count, by: lines).compactMap { start in
      let part = reviews[start..<min(start + lines, reviews.count)]
      guard let first = part.first, let coverage = first.coverage else { return nil }
      return Bill(
        controlNumber: "", order: first.order, coverage: coverage,
        laterCoverages: first.laterCoverages, charges: part.map(\.charge))
    }
  }

  private static func isEarlier(_ left: ChargeReview, _ right: ChargeReview) -> Bool {
    let (left, right) = (left.charge, right.charge)
    return (left.serviceFrom, left.orderLine, left.rentalMonth ?? 0, left.id.rawValue)
      < (right.serviceFrom, right.orderLine, right.rentalMonth ?? 0, right.id.rawValue)
  }

  /// What charges of one bill have in common; sorts by patient, order and payer.
  private struct Key: Hashable, Comparable {
    let patient: Int64
    let order: Int64
    let sequence: String
    let payer: Int64
    let member: String

    init?(_ review: ChargeReview) {
      guard let coverage = review.coverage else { return nil }
      patient = review.order.patient.id.rawValue
      order = review.order.id.rawValue
      sequence = coverage.sequence.rawValue
      payer = coverage.payer.id.rawValue
      member = coverage.memberID
    }

    static func < (left: Key, right: Key) -> Bool {
      (left.patient, left.order, left.sequence, left.payer, left.member)
        < (right.patient, right.order, right.sequence, right.payer, right.member)
    }
  }
}

/// How bills would go out.
package struct BatchPlan: Equatable, Sendable {
  /// By clearinghouse and payer.
  package var batches: [PlannedBatch] = []
  /// Bills whose payer no clearinghouse of the office takes.
  package var unrouted: [Bill] = []

  package init() {}
}

/// Bills of one payer that go to one clearinghouse in one file.
package struct PlannedBatch: Equatable, Sendable {
  package var clearinghouse: Clearinghouse
  package var payer: Payer
  package var bills: [Bill]

  package init(clearinghouse: Clearinghouse, payer: Payer, bills: [Bill]) {
    self.clearinghouse = clearinghouse
    self.payer = payer
    self.bills = bills
  }

  /// Charges of all its bills, in cents.
  package var total: Cents { bills.map(\.total).total() }
}
