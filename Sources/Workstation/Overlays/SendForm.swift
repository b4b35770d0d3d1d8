import Billing
import Cells
import Desk

/// The form that sends a group: its count and its total are typed, and must be right.
struct SendForm: Equatable, Sendable {
  var group: SendingGroup
  var fields: [FormField]
  var focus = 0
  var isSaving = false
  /// Why nothing was sent.
  var error: SafeText?

  init(group: SendingGroup) {
    self.group = group
    fields = [
      FormField(.claims, "Claims", help: "How many claims go out, as the board says."),
      FormField(.total, "Total", help: "Their total charge, as 1234.56."),
    ]
  }

  /// What is typed, or which field is wrong and why.
  func request() -> Result<SendingRequest, FormReader.Complaint> {
    let count = fields[0].trimmed.filter { $0 != "," }
    guard let claims = Int(count), claims > 0, count.count < 9 else {
      return .failure(
        FormReader.Complaint(field: .claims, text: "Type the number of claims that go out."))
    }
    guard let total = Cents(typed: fields[1].trimmed), total > .zero else {
      return .failure(
        FormReader.Complaint(field: .total, text: "Type their total, as 1234.56."))
    }
    // A wrong number is said here at once; the office compares again before anything goes out.
    guard claims == group.claims else {
      return .failure(
        FormReader.Complaint(
          field: .claims,
          text:
            "\(MoneyText.count(claims)) is not what would go out: look at the group again."))
    }
    guard total == group.total else {
      return .failure(
        FormReader.Complaint(
          field: .total,
          text: "\(Wording.money(total)) is not the total of the group: look at it again."))
    }
    return .success(SendingRequest(payer: group.payer, typedClaims: claims, typedTotal: total))
  }

  mutating func complain(_ complaint: FormReader.Complaint) {
    guard let index = fields.firstIndex(where: { $0.name == complaint.field }) else { return }
    fields[index].error = complaint.text
    focus = index
  }
}
