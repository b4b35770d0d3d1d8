package import Billing

/// Edit 13 of domain reference 6.6: an ordering practitioner with a true NPI whom Medicare knows.
///
/// Holds for a missing or impossible practitioner with every payer (loop 2420E is rejected), and
/// with Medicare where PECOS does not have them (N264, N265). Where nobody has looked it warns.
package enum ThePrescriberMayOrder: ChargeEdit {
  package static let name = "The prescriber may order"
  package static let cause = OrderProblemCause.prescriber
  package static let scope = EditFinding.Scope.order

  package static func findings(
    in review: ChargeReview, rules: RuleBook, on today: Day
  ) -> [EditFinding] {
    guard let prescriber = review.order.prescriber else {
      return [
        .hold(
          self, "prescriber-invalid", "The order names no prescriber.",
          "Enter name and NPI of who signed the order.", sendsBack: cause)
      ]
    }
    guard NationalProviderIdentifier.isValid(prescriber.npi) else {
      return [
        .hold(
          self, "prescriber-invalid",
          prescriber.npi.isEmpty
            ? "The prescriber has no NPI."
            : "\(prescriber.npi) is no NPI: its check digit or its length is wrong.",
          "Look it up in the national register (NPPES).", sendsBack: cause)
      ]
    }
    if prescriber.lastName.isEmpty {
      return [
        .hold(
          self, "prescriber-invalid", "The prescriber \(prescriber.npi) has no last name.",
          "Enter the name as the national register (NPPES) has it.", sendsBack: cause)
      ]
    }
    guard PlainLetter.canWrite(prescriber.lastName + prescriber.firstName) else {
      return [
        .hold(
          self, "prescriber-invalid",
          "The name of \(prescriber.listName) has letters that no claim can carry.",
          "Enter the name as the national register (NPPES) has it.", sendsBack: cause)
      ]
    }
    if let supplier = rules.supplier, supplier.npi == prescriber.npi {
      return [
        .hold(
          self, "prescriber-invalid", "The prescriber's NPI is the office's own.",
          "Enter the NPI of who signed the order.")
      ]
    }
    guard review.followsMedicare, prescriber.isEnrolled != true else { return [] }
    guard prescriber.isEnrolled == false, review.family == .medicareDME else {
      return [
        .warn(
          self, "Nobody has looked whether \(prescriber.listName) may order for Medicare.",
          "Look the prescriber up in PECOS.")
      ]
    }
    return [
      .hold(
        self, "prescriber-not-enrolled", "Medicare does not know \(prescriber.listName) (PECOS).",
        "Have them enrol or opt out, or get an order from one who has.")
    ]
  }
}
