package import Billing

/// Edit 19 of domain reference 6.6: a serial number for what has one.
///
/// A fix where the rental or the order's line knows it; else it holds, since without it nobody can
/// show which piece the patient has.
package enum ASerialNumberIsOnFile: ChargeEdit {
  package static let name = "A serial number is on file"
  package static let cause = OrderProblemCause.serialProblem

  package static func findings(
    in review: ChargeReview, rules: RuleBook, on today: Day
  ) -> [EditFinding] {
    guard let item = review.item, item.isSerialized, review.charge.serialNumber.isEmpty else {
      return []
    }
    if let known = review.rental?.serialNumber, !known.isEmpty {
      return [.fix(self, [.serialNumber(known)], "The rental is of serial number \(known).")]
    }
    if let known = review.line?.serialNumber, !known.isEmpty {
      return [.fix(self, [.serialNumber(known)], "The order is for serial number \(known).")]
    }
    return [
      .hold(
        self, "serial-missing",
        "The serial number of \(review.charge.procedure.code) is not known.",
        "Read it off the delivery ticket or the equipment.",
        sendsBack: review.isService ? nil : cause)
    ]
  }
}
