package import Billing

// What several edits ask of a review. Nothing here makes a copy: the edits run over every charge.
extension ChargeReview {
  /// The day that decides: coverage, codes and limits are judged by the first day of service.
  package var day: Day { charge.serviceFrom }

  /// Family of the payer that it will be billed to.
  package var family: PayerFamily? { coverage?.payer.family }

  /// Whether the payer applies Medicare's coverage rules: the programme itself, and the plans that
  /// must cover what it covers (42 CFR 422.101).
  package var followsMedicare: Bool {
    switch family {
    case .medicareDME, .medicareAdvantage: true
    default: false
    }
  }

  /// The order's line that it came from.
  package var line: OrderLine? {
    for index in order.lines.indices where order.lines[index].number == charge.orderLine {
      return order.lines[index]
    }
    return nil
  }

  /// Whether it has a modifier, beside its code or, where there was no room, in its narrative.
  package func has(_ modifier: String) -> Bool {
    charge.procedure.modifiers.contains(modifier)
      || (charge.procedure.modifiers.last == OverflowingModifiers.more
        && modifiers.contains(modifier))
  }

  /// All its modifiers, with those that stand in its narrative.
  package var modifiers: [String] { OverflowingModifiers.all(of: charge) }

  /// Whether it is rent for a month.
  package var isRent: Bool {
    has("RR") || ((charge.rental != nil || charge.rentalMonth != nil) && !has("MS"))
  }

  /// Whether the line says by its modifiers that a denial is expected, so that what the policy
  /// asks for need not be shown (domain reference 7.2).
  package var expectsDenial: Bool { has("EY") || has("GA") || has("GY") || has("GZ") }

  /// Whether it is for work, not for a thing that was handed over.
  package var isService: Bool { has("MS") || line?.kind == .service }

  /// First document of a kind that speaks of this code and meets a condition.
  package func document(
    _ kind: DocumentKind, where condition: (Document) -> Bool = { _ in true }
  ) -> Document? {
    for index in documents.indices where documents[index].content.kind == kind {
      if documents[index].covers(code: charge.procedure.code), condition(documents[index]) {
        return documents[index]
      }
    }
    return nil
  }

  package func hasDocument(
    _ kind: DocumentKind, where condition: (Document) -> Bool = { _ in true }
  ) -> Bool { document(kind, where: condition) != nil }

  /// Whether another charge counts before this one where both draw on the same limit: billed, or
  /// of an earlier day, or made earlier.
  ///
  /// Without an order of this kind two charges that are one too many would hold each other.
  package func isPreceded(by other: Charge) -> Bool {
    guard other.id != charge.id else { return false }
    switch other.standing {
    case .withdrawn: return false
    case .billed: return true
    case .unbilled:
      return (other.serviceFrom, other.id) < (charge.serviceFrom, charge.id)
    }
  }
}

extension EditFinding {
  /// Holds the charge.
  ///
  /// Where what is wrong stands in the order itself, `sendsBack` says for which
  /// cause the order goes back before it makes one.
  static func hold(
    _ edit: any ChargeEdit.Type, _ reason: String, _ message: String, _ advice: String,
    scope: Scope? = nil, sendsBack: OrderProblemCause? = nil
  ) -> EditFinding {
    EditFinding(
      edit: edit.name, outcome: .hold(reason: reason), scope: scope ?? edit.scope,
      sendsBack: sendsBack, message: message, advice: advice)
  }

  static func warn(
    _ edit: any ChargeEdit.Type, _ message: String, _ advice: String
  ) -> EditFinding {
    EditFinding(
      edit: edit.name, outcome: .warn, scope: edit.scope, message: message, advice: advice)
  }

  static func fix(
    _ edit: any ChargeEdit.Type, _ corrections: [ChargeCorrection], _ message: String
  ) -> EditFinding {
    EditFinding(
      edit: edit.name, outcome: .fix(corrections), scope: edit.scope, message: message,
      advice: "Nothing to do: it is put right by itself.")
  }

  /// Holds where the payer applies Medicare's rule; only warns where the rule may be another.
  static func holdOrWarn(
    _ holds: Bool, _ edit: any ChargeEdit.Type, _ reason: String, _ message: String,
    _ advice: String, sendsBack: OrderProblemCause? = nil
  ) -> EditFinding {
    holds
      ? hold(edit, reason, message, advice, sendsBack: sendsBack) : warn(edit, message, advice)
  }
}
