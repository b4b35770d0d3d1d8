package import Billing

/// One piece is with one patient: its serial number stands on no other line that still counts.
package enum ASerialNumberIsWithOnePatient: OrderCheck {
  package static let name = "A serial number is with one patient"

  package static func findings(
    in review: OrderReview, rules: RuleBook, on today: Day
  ) -> [OrderFinding] {
    var seen: [String: Int] = [:]
    return review.order.lines.compactMap { line in
      let serial = line.serialNumber
      guard !serial.isEmpty, line.kind != .service else { return nil }
      if let other = review.serialsInUse[serial], other != review.order.number {
        return finding(
          line: line.number, .serialProblem,
          "The serial number " + serial + " of " + line.label + " is on order " + other
            + " as well, and was not picked up there.",
          fix: "Correct the serial number, or record the pick-up of the other order.")
      }
      if let other = seen[serial] {
        return finding(
          line: line.number, .serialProblem,
          "The serial number " + serial + " stands on item " + String(other) + " too.",
          fix: "Enter the serial number of this piece.")
      }
      seen[serial] = line.number
      return nil
    }
  }
}
