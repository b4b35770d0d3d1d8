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
      FormField("claims", "Claims", help: "How many claims go out, as the board says."),
      FormField("total", "Total", help: "Their total charge, as 1234.56."),
    ]
  }

  /// What is typed.
  ///
  /// - Throws: ``FieldFault`` that names the field that is wrong, and why.
  func request() throws(FieldFault) -> SendingRequest {
    let count = fields[0].trimmed.filter { $0 != "," }
    guard let claims = count.wholeNumber, claims > 0 else {
      throw FieldFault("claims", "Type the number of claims that go out.")
    }
    guard let total = Cents(typed: fields[1].trimmed), total > .zero else {
      throw FieldFault("total", "Type their total, as 1234.56.")
    }
    // A wrong number is said here at once; the office compares again before anything goes out.
    guard claims == group.claims else {
      throw FieldFault(
        "claims",
        "\(MoneyText.count(claims)) is not what would go out: look at the group again.")
    }
    guard total == group.total else {
      throw FieldFault(
        "total", "\(total) is not the total of the group: look at it again.")
    }
    return SendingRequest(payer: group.payer, typedClaims: claims, typedTotal: total)
  }

  mutating func complain(_ fault: FieldFault) {
    guard let index = fields.firstIndex(where: { $0.name == fault.field }) else { return }
    fields[index].error = SafeText(foreign: fault.message)
    focus = index
  }
}
