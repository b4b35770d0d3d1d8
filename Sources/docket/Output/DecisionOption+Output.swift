// A decision that could be taken, with everything that can be said with it.

import Billing
import Cells

extension DecisionOption {
  /// Prints it for people or as one JSON object.
  func tell(of item: WorkItemID, asJSON: Bool) throws(CommandFailure) {
    if asJSON {
      return try Output.only(json: .object([.init("item", .integer(item.rawValue))] + members))
    }
    var output = Output()
    if let refusal = permission.refusal { try output.line("Not now: \(foreign: refusal)") }
    var table = TextTable([
      .init("field"), .init("label", limit: 24), .init("filled in", limit: 30), .init(""),
      .init("what belongs in it", limit: 80),
    ])
    for field in fields {
      table.add(
        "\(foreign: field.name.rawValue)", "\(foreign: field.label)", "\(foreign: field.value)",
        field.standing == .required ? "needed" : "", "\(foreign: field.help)")
    }
    try output.table(table)
    for field in fields where !field.choices.isEmpty { try Self.print(field, to: &output) }
    try output.finish()
  }

  private static func print(
    _ field: DecisionField, to output: inout Output
  ) throws(CommandFailure) {
    try output.line()
    try output.line("\(foreign: field.name.rawValue):")
    for choice in field.choices {
      try output.line(
        "  \(foreign: choice.value.isEmpty ? "\"\"" : choice.value)  \(foreign: choice.title)")
    }
  }

  var json: JSONValue { .object(members) }

  private var members: [JSONValue.Member] {
    [
      .init("verb", .foreign(verb.rawValue)),
      .init("allowed", .bool(permission == .allowed)),
      .init("refusal", .optional(permission.refusal) { .foreign($0) }),
      .init("result_code", .foreign(resultCode)),
      .init("follow_up", .day(followUpOn)),
      .init("needs", .array(needs.map(\.need))),
      .init("fields", .array(fields.map(\.json))),
    ]
  }
}

extension DecisionField {
  /// What must be said because nothing could be filled in.
  fileprivate var need: JSONValue {
    .object([
      .init("field", .foreign(name.rawValue)), .init("label", .foreign(label)),
      .init("help", .foreign(help)), .init("choices", .array(choices.map(\.json))),
    ])
  }

  fileprivate var json: JSONValue {
    [
      "field": .foreign(name.rawValue),
      "label": .foreign(label),
      "help": .foreign(help),
      "value": .foreign(value),
      "standing": .foreign(standing.name),
      "choices": .array(choices.map(\.json)),
      "when": .optional(condition) { condition in
        [
          "field": .foreign(condition.field.rawValue),
          "values": .array(condition.values.map { .foreign($0) }),
        ]
      },
    ]
  }
}

extension DecisionField.Choice {
  fileprivate var json: JSONValue { ["value": .foreign(value), "title": .foreign(title)] }
}

extension DecisionField.Standing {
  fileprivate var name: String {
    switch self {
    case .proposed: "proposed"
    case .asItStands: "as-it-stands"
    case .required: "required"
    }
  }
}
