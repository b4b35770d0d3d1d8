// What a decision did, as text and as JSON.

import Billing
import Cells
import Desk

extension DecisionOutcome {
  /// Prints it for people or as one JSON object.
  func tell(asJSON: Bool) throws(CommandFailure) {
    if asJSON { return try Output.only(json: json) }
    var output = Output()
    try output.line("\(foreign: message)")
    if let file { try output.line("Written: \(foreign: file)") }
    for refusal in refused {
      try output.line("\(foreign: refusal.reference): \(foreign: refusal.reason)")
    }
    try output.finish()
  }

  var json: JSONValue {
    [
      "message": .foreign(message),
      "undoable": .bool(isUndoable),
      "items": .array(items.map { .integer($0.rawValue) }),
      "refused": .array(
        refused.map { refusal in
          [
            "item": .integer(refusal.item.rawValue), "reference": .foreign(refusal.reference),
            "reason": .foreign(refusal.reason),
          ]
        }),
      "file": .optional(file) { .exact($0) },
    ]
  }
}
