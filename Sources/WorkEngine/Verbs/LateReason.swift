package import Billing

/// What is done after its last legal day: it asks for the reason, and says the date.
package enum LateField {
  /// The field for the reason; none while the verb is in time.
  static func fields(_ verb: DecisionVerb, in situation: Situation) -> [DecisionField] {
    guard let limit = situation.actions?.lateReasonNeeded(for: verb) else { return [] }
    return [
      DecisionField(
        .late, "Good cause", "", .required, isPrivate: true,
        help: "The last day was \(limit.legal) (\(limit.reason)): say why it still counts.")
    ]
  }

  static func read(_ fields: inout FieldReader) -> LateReason? {
    let words = fields.text(.late)
    return words.isEmpty ? nil : LateReason(words)
  }

  static func write(_ late: LateReason?, to fields: inout FieldWriter) {
    fields.set(.late, late?.words ?? "")
  }

  /// A reason is asked for where the limit has passed, and only there.
  static func fault(
    of late: LateReason?, _ verb: DecisionVerb, in situation: Situation
  ) -> FieldFault? {
    fault(of: late, after: situation.actions?.lateReasonNeeded(for: verb))
  }

  /// The same for a limit that only the decision itself tells; nil while it runs.
  package static func fault(of late: LateReason?, after limit: Deadline?) -> FieldFault? {
    switch (limit, late) {
    case (let limit?, nil):
      FieldFault(
        .late,
        "The limit passed on \(limit.legal) (\(limit.reason)): say the good cause for which it "
          + "still counts.")
    case (nil, _?): FieldFault(.late, "It is in time: no good cause is needed.")
    default: nil
    }
  }
}
