import Billing

/// A reason that one of the lists of the rules gives.
enum ReasonField {
  /// The field with its list; the first is proposed, unless somebody has to say it.
  static func of(_ reasons: [ReasonRow], proposes: Bool = true) -> DecisionField {
    let first = proposes ? reasons.first : nil
    return DecisionField(
      .reason, "Reason", first?.code ?? "", first == nil ? .required : .proposed,
      choices: reasons.map { .init($0.code, $0.title) },
      help: "Left and right, or its first letter, choose.")
  }

  /// What is wrong with a reason: it is on no list.
  static func fault(_ reason: String, among reasons: [ReasonRow]) -> FieldFault? {
    reasons.contains { $0.code == reason }
      ? nil
      : FieldFault(
        .reason, "\"\(reason)\" is none of: \(reasons.map(\.code).joined(separator: ", ")).")
  }
}
