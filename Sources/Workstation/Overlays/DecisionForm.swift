import Billing
import Cells
import Desk

/// The form of one decision about one item or about many.
struct DecisionForm: Equatable, Sendable {
  enum Target: Equatable, Sendable {
    case one(WorkItem, fence: Int64?)
    case many([WorkItemID], screen: Int)
  }

  var verb: DecisionVerb
  var target: Target
  /// Everything about the item, where it is known; foreign text inside.
  var detail: ItemDetail?
  /// Claim or trace number, foreign text; empty for many.
  var reference = ""
  var resultCode: String
  var fields: [FormField]
  var focus = 0
  /// Why the office refused it.
  var error: SafeText?
  var isSaving = false

  /// Whether something was typed that must not be lost.
  var isDirty: Bool { fields.contains { $0.isChanged } }

  var item: WorkItemID? {
    if case .one(let item, _) = target { item.id } else { nil }
  }

  func field(_ name: FormField.Name) -> FormField? { fields.first { $0.name == name } }

  mutating func moveFocus(by step: Int) {
    guard !fields.isEmpty else { return }
    focus = (focus + step + fields.count) % fields.count
  }

  /// Puts the focus on a field and says what is wrong with it.
  mutating func complain(_ name: FormField.Name, _ text: SafeText) {
    guard let index = fields.firstIndex(where: { $0.name == name }) else { return }
    fields[index].error = text
    focus = index
  }
}

/// Which form was left with text in it.
struct DraftKey: Hashable, Sendable {
  var item: WorkItemID
  var verb: DecisionVerb
}
