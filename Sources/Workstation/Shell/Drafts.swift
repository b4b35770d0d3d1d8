import Billing
import Desk

/// What was typed and not given, and what was given last, to be offered again.
struct Drafts: Equatable, Sendable {
  private var forms: [DraftKey: [FormField]] = [:]
  /// An order that was left half typed.
  var order: OrderEntry?
  /// A paper EOB that was left half typed.
  var paper: EOBEntry?
  var lastDecision: DecisionEntry?

  /// Whether something typed would be lost.
  var isEmpty: Bool { forms.isEmpty && order == nil && paper == nil }

  mutating func keep(_ fields: [FormField], of item: WorkItemID, verb: DecisionVerb) {
    forms[DraftKey(item: item, verb: verb)] = fields
  }

  /// Takes out what was typed for an item.
  @discardableResult
  mutating func take(of item: WorkItemID, verb: DecisionVerb) -> [FormField]? {
    forms.removeValue(forKey: DraftKey(item: item, verb: verb))
  }

  mutating func takePaper() -> EOBEntry? {
    defer { paper = nil }
    return paper
  }

  mutating func takeOrder() -> OrderEntry? {
    defer { order = nil }
    return order
  }
}
