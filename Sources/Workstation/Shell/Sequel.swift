import Billing
import Cells

/// What is to follow as soon as the office has answered.
struct Sequel: Equatable, Sendable {
  enum AfterOpening: Equatable, Sendable {
    case menu
    case form(FormStart)
  }

  /// Decisions of the item that is being taken are asked for as soon as it is open.
  var afterOpening: AfterOpening?
  /// The form whose fields the office is asked for.
  var form: FormStart?
  /// What was said of the decision after which the next item is being taken.
  var said: SafeText?

  mutating func takeAfterOpening() -> AfterOpening? {
    defer { afterOpening = nil }
    return afterOpening
  }

  mutating func takeForm() -> FormStart? {
    defer { form = nil }
    return form
  }

  mutating func takeSaid() -> SafeText? {
    defer { said = nil }
    return said
  }
}
