package import Billing

/// A statement to a patient, as lines of text of a page's width.
package struct PatientStatement: Equatable, Sendable {
  /// Columns of a page.
  package static let width = 80

  package let amount: Cents
  package let lines: [String]

  /// The statement that may go out now; nil where nothing may be asked for.
  ///
  /// What may not be asked for stands on no statement.
  package init?(_ story: PatientStory, number: String, rules: RuleBook, on today: Day) {
    let reading = PatientReading(story, rules: rules, on: today)
    guard reading.stage != .notBillable, reading.billableAmount > .zero else { return nil }
    amount = reading.billableAmount
    let dueOn = today.adding(days: rules.patients.statementCycleDays)
    var lines = Self.head(rules.supplier)
    lines += ["", "STATEMENT \(number)", "Date \(today)", ""]
    lines += Self.address(story.patient)
    lines += ["", Self.row("Service", "Claim, item", "Charged", "Paid, reduced", "You owe")]
    lines.append(String(repeating: "-", count: Self.width))
    for debt in reading.billable {
      lines.append(
        Self.row(
          debt.service.description, "\(debt.controlNumber) \(debt.procedure.description)",
          debt.charge.description, (debt.charge - debt.amount).description,
          debt.amount.description))
      lines.append(Self.row("", "billed to \(debt.payer.name)", "", "", ""))
    }
    lines.append(String(repeating: "-", count: Self.width))
    lines.append(Self.row("", "Please pay by \(dueOn)", "", "", amount.description))
    let paid = reading.payments.map(\.payment.amount).total()
    if paid > .zero { lines.append("Received from you until now: \(paid). Thank you.") }
    lines += [
      "", "If you are covered by another insurance, or cannot pay at once, please call us.",
    ]
    if let phone = rules.supplier?.phone, !phone.isEmpty { lines.append("Telephone \(phone)") }
    self.lines = lines.map { String($0.prefix(Self.width)) }
  }

  private static func head(_ supplier: Supplier?) -> [String] {
    guard let supplier else { return [] }
    return [supplier.name] + place(supplier.address)
  }

  private static func address(_ patient: Patient) -> [String] {
    [patient.fullName] + place(patient.address)
  }

  private static func place(_ address: PostalAddress) -> [String] {
    [
      address.street, address.street2,
      [address.city, [address.state, address.zip].filter { !$0.isEmpty }.joined(separator: " ")]
        .filter { !$0.isEmpty }.joined(separator: ", "),
    ].filter { !$0.isEmpty }
  }

  private static func row(
    _ day: String, _ what: String, _ charge: String, _ paid: String, _ owed: String
  ) -> String {
    left(day, 11) + left(what, 34) + right(charge, 11) + right(paid, 14) + right(owed, 10)
  }

  private static func left(_ text: String, _ width: Int) -> String {
    let text = String(text.prefix(width - 1))
    return text + String(repeating: " ", count: width - text.count)
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
