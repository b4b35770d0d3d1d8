// What the rules say to a made-up claim, as lines for people and as JSON.

import Billing
import Cells
import WorkEngine

extension AdviceAnswer {
  func print(to output: inout Output, today: Day) throws(CommandFailure) {
    try output.line("\(foreign: payer.name)")
    try output.line("Proposed: \(foreign: advice.proposed.rawValue)")
    for step in advice.why { try output.line("- \(foreign: step)") }
    if !advice.fix.isEmpty { try output.line("Fix: \(foreign: advice.fix)") }
    for meaning in advice.meanings {
      try output.line("\(foreign: meaning.code): \(foreign: meaning.meaning)")
    }
    if !deadlines.isEmpty { try output.line() }
    for deadline in deadlines {
      try output.line(
        """
        \(foreign: deadline.kind.rawValue): safe \(deadline.safe.shown), legal \
        \(deadline.legal.shown)\(deadline.legal < today ? ", past" : "")  \
        \(foreign: deadline.reason)\(deadline.isVerified ? "" : "  (unverified)")
        """)
    }
    try output.line()
    for option in advice.options {
      if let refusal = option.permission.refusal {
        try output.line("Not \(foreign: option.verb.rawValue): \(foreign: refusal)")
      } else {
        try output.line("Allowed: \(foreign: option.verb.rawValue)")
      }
    }
  }

  var json: JSONValue {
    [
      "proposed": .foreign(advice.proposed.rawValue),
      "why": .array(advice.why.map { .foreign($0) }),
      "fix": .foreign(advice.fix),
      "options": .array(
        advice.options.map { option in
          [
            "verb": .foreign(option.verb.rawValue),
            "allowed": .bool(option.permission == .allowed),
            "refusal": .optional(option.permission.refusal) { .foreign($0) },
          ]
        }),
      "deadlines": .array(deadlines.map(\.json)),
      "meanings": .array(advice.meanings.map(\.json)),
    ]
  }
}
