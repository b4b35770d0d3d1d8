import Billing
import Cells
import Desk
import WorkEngine

/// A screen on which decisions are taken.
protocol DecidingScreen: Screen {
  /// What decisions here are about; nil where there is nothing yet.
  var subject: DecisionSubject? { get }

  /// Why nothing can be decided here at all.
  func refusalToDecide(_ shell: Shell) -> SafeText?

  /// Why a decision does not belong here.
  func refusal(of verb: DecisionVerb, _ shell: Shell) -> SafeText?

  /// The decisions to choose from.
  func menu(_ shell: Shell) -> DecideMenu

  /// The fields of a decision, where they are known here; nil where the office must be asked.
  func fields(of verb: DecisionVerb) -> [DecisionField]?

  func form(_ verb: DecisionVerb, _ fields: [DecisionField], _ shell: Shell) -> DecisionForm?
}

/// What is decided about.
enum DecisionSubject: Equatable, Sendable {
  /// The item that is open.
  case open(WorkItemID)
  /// A row of a list, whose item is opened before anything is decided.
  case row(WorkItemID, QueueName)
  case marks
}

extension DecidingScreen {
  func fields(of verb: DecisionVerb) -> [DecisionField]? { nil }

  /// Why this person cannot take a decision here.
  func whyNot(_ verb: DecisionVerb, _ shell: Shell) -> SafeText? {
    if verb.has(.supervisors), !shell.settings.isSupervisor { return "a supervisor does that" }
    return refusal(of: verb, shell)
  }
}

extension Workstation {
  var decidingScreen: (any DecidingScreen)? { screens.top.screen as? any DecidingScreen }

  var refusalToDecide: SafeText? {
    guard let screen = decidingScreen else { return "not on this screen" }
    return screen.refusalToDecide(shell)
  }

  func refusal(of verb: DecisionVerb) -> SafeText? {
    guard let screen = decidingScreen else { return "not on this screen" }
    return screen.whyNot(verb, shell)
  }
}

extension String {
  /// A sentence as the end of another one: `Medicare takes no replacements`.
  var asReason: String {
    var text = self
    while text.last == "." { text.removeLast() }
    return text
  }
}
