package import Billing

/// Indexes a document that came.
struct IndexDocument: Verb {
  let name = DecisionVerb.attachDocument
  let title = "Index a document"
  let help = "Indexes a document that came, with its dates and its signer."
  let subjects: Set<SubjectKind> = [.order, .charge, .special]
  let traits: VerbTraits = [.moves, .staysOpen]

  func refusal(in situation: Situation) -> String? {
    if let order = situation.order {
      return order.order.standing == .cancelled ? "The order is cancelled." : nil
    }
    return situation.charge?.notUnbilled ?? situation.special?.closed
  }

  func fields(in situation: Situation) -> [DecisionField] {
    let wanted = wanted(in: situation)
    return [
      DecisionField(
        "kind", "Kind", wanted?.rawValue ?? "", wanted == nil ? .required : .proposed,
        choices: DocumentKind.allCases.map { .init($0.rawValue, $0.title) },
        help: "What is missing first is filled in; left and right choose."),
      DecisionField(
        "dated", "Dated", "", .required, help: "Date of the order, visit, test or delivery: nov 3."),
      DecisionField("signed", "Signed on", help: "Empty where it is not signed."),
      DecisionField("signer", "Signed by", isPrivate: true, help: "LAST, FIRST."),
      DecisionField("number", "Number", isPrivate: true, help: "Authorization number or UTN."),
      DecisionField(
        "codes", "Codes", help: "HCPCS codes it speaks of; empty for all of the order."),
      DecisionField("units", "Units", help: "Units or months granted; empty for no limit."),
      DecisionField("from", "Valid from", help: "May stay empty."),
      DecisionField("through", "Valid through", help: "May stay empty."),
      DecisionField(
        "value", "Result", help: "Where a rule needs one: nights of 4 hours in percent."),
      DecisionField(
        "file", "File", isPrivate: true, help: "Where the file lies, in your words."),
    ]
  }

  /// The document that releases the first hold, that a finding asks for or that evidence lacks.
  private func wanted(in situation: Situation) -> DocumentKind? {
    if let charge = situation.charge {
      return charge.openHolds.lazy.compactMap { situation.rules.holdReasons[$0.reason]?.document }
        .first
    }
    if let special = situation.special {
      return SpecialFulfilment.missing(
        special.work, documents: special.documents, rules: situation.rules, on: situation.today
      ).first
    }
    return switch situation.order?.findings.first(where: \.isBlocking)?.cause {
    case .missingProofOfDelivery: .proofOfDelivery
    case .authorization: .authorization
    case nil: nil
    default: .standardWrittenOrder
    }
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    guard let kind = try fields.word("kind", of: DocumentKind.self) else {
      throw FieldFault("kind", "Say which document it is.")
    }
    return .attachDocument(
      DocumentDraft(
        kind: kind,
        dated: try fields.requiredDay(
          "dated", .past, "Give the date of the \(kind.title.lowercased())."),
        signedOn: try fields.day("signed", .past),
        signer: try fields.text("signer", upTo: 80, "A name"),
        valid: Validity(
          from: try fields.day("from", .near), through: try fields.day("through", .ahead)),
        codes: fields.codes("codes"),
        number: try fields.text("number", upTo: 50, "A number"),
        unitsGranted: try fields.number("units", 0...1_000_000),
        value: try fields.number("value", 0...1_000_000),
        answers: try SupplyFields.read(&fields), contentHash: fields.text("hash"),
        fileReference: try fields.text("file", upTo: 1000, "A file's place")))
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    guard case .attachDocument(let draft) = act else { return }
    fields.set("kind", draft.kind)
    fields.set("dated", draft.dated)
    fields.set("signed", draft.signedOn)
    fields.set("signer", draft.signer)
    fields.set("from", draft.valid.from)
    fields.set("through", draft.valid.through)
    fields.set("codes", draft.codes)
    fields.set("number", draft.number)
    fields.set("units", draft.unitsGranted)
    fields.set("value", draft.value)
    SupplyFields.write(draft.answers, to: &fields)
    fields.set("hash", draft.contentHash)
    fields.set("file", draft.fileReference)
  }

  func fault(of decision: Decision, in situation: Situation) -> FieldFault? {
    guard case .attachDocument(let draft) = decision.act else { return nil }
    if draft.kind != .refillRequest, let answer = draft.answers.first {
      return FieldFault(
        .want(answer.code), "Only a refill request says what the patient wants of each item.")
    }
    return DocumentRules.refusal(draft, on: situation.today).map { FieldFault(nil, $0) }
  }
}

/// What a document must say to be indexed.
package enum DocumentRules {
  /// Why it cannot be indexed, in a sentence; nil where it can.
  package static func refusal(_ draft: DocumentDraft, on today: Day) -> String? {
    guard let dated = draft.dated else {
      return "Give the date of the \(draft.kind.title.lowercased())."
    }
    if dated > today { return "A document cannot be dated after today." }
    if let signed = draft.signedOn, signed > today {
      return "A document cannot be signed after today."
    }
    if let from = draft.valid.from, let through = draft.valid.through, through < from {
      return "It ends on \(through), before it begins on \(from)."
    }
    return nil
  }
}
