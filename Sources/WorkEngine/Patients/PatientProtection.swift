package import Billing

/// Why a patient may not be asked for a debt, and what to do instead.
package struct PatientProtection: Equatable, Sendable {
  package var reason: String
  package var instead: String
}

extension PatientDebt {
  /// Who forbids to ask the patient for it; nil where nobody does.
  package func protection(rules: RuleBook) -> PatientProtection? {
    for code in codes.sorted() {
      switch rules.remarks[code]?.effect {
      case .patientProtected?:
        return PatientProtection(
          reason: "\(code) on \(controlNumber): the patient owes nothing of it",
          instead: "bill the next payer, or write it off")
      case .noStatement?:
        return PatientProtection(
          reason: "\(code) on \(controlNumber): no statement may go out",
          instead: "appeal, or write it off")
      default: break
      }
      if rules.playbookPlaces(carc: code).contains(where: {
        rules.playbook[$0].traits.contains(.patientProtected)
      }) {
        return PatientProtection(
          reason: "\(code) on \(controlNumber): it may not be collected from the patient",
          instead: "bill the next payer, or write it off")
      }
    }
    if let payer = [payer, nextPayer].compactMap(\.self).first(where: { $0.family.isMedicaid }) {
      return PatientProtection(
        reason: "\(payer.name) covers the patient (\(controlNumber))",
        instead: "transfer it to that payer, or write it off")
    }
    return nil
  }
}

extension PayerFamily {
  /// Whether its members may not be asked for what it leaves (42 CFR 447.15).
  fileprivate var isMedicaid: Bool { self == .medicaid || self == .medicaidManaged }
}
