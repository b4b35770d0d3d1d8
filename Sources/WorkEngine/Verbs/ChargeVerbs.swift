import Billing

// What may be put right about a charge before it is billed.

/// Corrects a charge.
struct CorrectCharge: Verb {
  let name = DecisionVerb.correctCharge
  let title = "Correct the charge"
  let help = "Corrects modifiers, units, dates and numbers before it is billed."
  let subjects: Set<SubjectKind> = [.charge]
  let traits: VerbTraits = [.moves, .staysOpen]
  let oneOf: [DecisionField.Name] = [
    "narrative", "serial", "authorization", "modifiers", "units", .amount, "from", "through",
    "pointers",
  ]

  func refusal(in situation: Situation) -> String? { situation.charge?.notUnbilled }

  func fields(in situation: Situation) -> [DecisionField] {
    guard let charge = situation.charge?.review.charge else { return [] }
    func field(
      _ name: DecisionField.Name, _ label: String, _ value: String, isPrivate: Bool = false,
      _ help: String
    ) -> DecisionField {
      DecisionField(name, label, value, .asItStands, isPrivate: isPrivate, help: help)
    }
    return [
      field(
        "modifiers", "Modifiers", charge.procedure.modifiers.joined(separator: " "),
        "Up to four of two characters, in their order: RR KX KH."),
      field("units", "Units", String(charge.units), "A whole number."),
      field(.amount, "Charge", charge.amount.positivePlain, "For all units."),
      field("serial", "Serial number", charge.serialNumber, isPrivate: true, "As on the device."),
      field(
        "narrative", "Narrative", charge.narrative, "NTE text of at most 80 characters; - for none."
      ),
      field(
        "authorization", "Authorization", charge.authorizationNumber, isPrivate: true,
        "Prior authorization number, REF*G1; - for none."),
      field("from", "From", charge.serviceFrom.description, "First day of service."),
      field("through", "Through", charge.serviceThrough.description, "Last day of service."),
      field(
        "pointers", "Diagnoses",
        charge.diagnosisPointers.map { String($0) }.joined(separator: " "),
        "Places of the order's diagnoses, the main one first: 1 2."),
    ]
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    var corrections: [ChargeCorrection] = []
    if fields.says("modifiers") { corrections.append(.modifiers(fields.codes("modifiers"))) }
    if let units = try fields.number("units", 1...9999) { corrections.append(.units(units)) }
    if let amount = try fields.cents(.amount) { corrections.append(.amount(amount)) }
    let serial = try fields.text("serial", upTo: 50, "A serial number")
    if !serial.isEmpty { corrections.append(.serialNumber(serial)) }
    // 005010X222A1 loop 2400 NTE02.
    let narrative = try fields.text("narrative", upTo: 80, "A narrative")
    if !narrative.isEmpty { corrections.append(.narrative(narrative == "-" ? "" : narrative)) }
    let number = try fields.text("authorization", upTo: 50, "An authorization number")
    if !number.isEmpty { corrections.append(.authorizationNumber(number == "-" ? "" : number)) }
    let from = try fields.day("from", .near)
    let through = try fields.day("through", .near)
    if from != nil || through != nil { corrections.append(.service(from: from, through: through)) }
    if fields.says("pointers") {
      let places = fields.codes("pointers").map(\.wholeNumber)
      guard !places.contains(nil) else {
        throw FieldFault("pointers", "Write the places of the diagnoses: 1 2.")
      }
      corrections.append(.diagnosisPointers(places.compactMap(\.self)))
    }
    return .correctCharge(corrections)
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    guard case .correctCharge(let corrections) = act else { return }
    for correction in corrections {
      switch correction {
      case .modifiers(let modifiers): fields.set("modifiers", modifiers)
      case .units(let units): fields.set("units", units)
      case .amount(let amount): fields.set(.amount, amount)
      case .serialNumber(let number): fields.set("serial", number)
      case .narrative(let text): fields.set("narrative", text.isEmpty ? "-" : text)
      case .authorizationNumber(let number):
        fields.set("authorization", number.isEmpty ? "-" : number)
      case .diagnosisPointers(let places): fields.set("pointers", places.map { String($0) })
      case .service(let from, let through):
        fields.set("from", from)
        fields.set("through", through)
      }
    }
  }

  func fault(of decision: Decision, in situation: Situation) -> FieldFault? {
    guard case .correctCharge(let corrections) = decision.act, let story = situation.charge else {
      return nil
    }
    if corrections.isEmpty { return FieldFault(nil, "Say what is to be corrected.") }
    for correction in corrections {
      if let fault = fault(of: correction, story, situation) { return fault }
    }
    return nil
  }

  private func fault(
    of correction: ChargeCorrection, _ story: ChargeStory, _ situation: Situation
  ) -> FieldFault? {
    let charge = story.review.charge
    switch correction {
    case .modifiers(let modifiers):
      // 005010X222A1 SV101-3 to SV101-6.
      if modifiers.count > 4 {
        return FieldFault("modifiers", "A line takes four modifiers at most.")
      }
      return ProcedureRules(rules: situation.rules, on: charge.serviceFrom)
        .refusal(of: ProcedureCode(charge.procedure.code, modifiers))
        .map { FieldFault("modifiers", $0) }
    case .units(let units):
      guard RentalModifiers.isRented(charge.procedure.modifiers), units != 1 else { return nil }
      return FieldFault("units", "A rental month is billed as one unit.")
    case .diagnosisPointers(let places): return fault(places, story)
    case .service(let from, let through):
      let (from, through) = (from ?? charge.serviceFrom, through ?? charge.serviceThrough)
      return through < from
        ? FieldFault("through", "Service ends on \(through), before it begins on \(from).") : nil
    case .amount, .serialNumber, .narrative, .authorizationNumber: return nil
    }
  }

  private func fault(_ places: [Int], _ story: ChargeStory) -> FieldFault? {
    // 005010X222A1 SV107-1 to SV107-4.
    if !(1...4).contains(places.count) {
      return FieldFault("pointers", "A line points to one to four diagnoses.")
    }
    let known = story.review.order.diagnoses.count
    return places.first { $0 < 1 || $0 > known }.map {
      FieldFault("pointers", "The order has \(known) diagnoses; there is no number \($0).")
    }
  }
}

/// Takes a charge out of billing for good.
struct WithdrawCharge: Verb {
  let name = DecisionVerb.withdrawCharge
  let title = "Withdraw the charge"
  let help = "Takes the charge out of billing for good, with a reason."
  let subjects: Set<SubjectKind> = [.charge]
  let traits: VerbTraits = [.moves, .explained]
  let argument: (field: DecisionField.Name, words: String)? = (.note, "TEXT")
  let noteHelp = "Say in a note why it is never billed."

  func refusal(in situation: Situation) -> String? {
    guard let charge = situation.charge else { return nil }
    if let refusal = charge.notUnbilled { return refusal }
    return reasons(in: situation).isEmpty
      ? "\(charge.review.charge.amount) is over every limit of a biller: a supervisor decides."
      : nil
  }

  /// The reasons whose limits reach so far.
  private func reasons(in situation: Situation) -> [WriteOffRow] {
    let amount = situation.charge?.review.charge.amount ?? .zero
    return situation.rules.writeOffs.filter { situation.isSupervisor || $0.limit >= amount }
  }

  func fields(in situation: Situation) -> [DecisionField] {
    [
      DecisionField(
        .reason, "Reason", "", .required,
        choices: WriteOffReasons.choices(reasons(in: situation)),
        help: "Left and right, or its first letter, choose.")
    ]
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    .withdrawCharge(reason: try fields.required(.reason, "A withdrawal needs a reason."))
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    if case .withdrawCharge(let reason) = act { fields.set(.reason, reason) }
  }

  /// Taking a charge out of billing gives money up, as a write-off does.
  func fault(of decision: Decision, in situation: Situation) -> FieldFault? {
    guard case .withdrawCharge(let reason) = decision.act, let story = situation.charge else {
      return nil
    }
    let limit = WriteOffRules(
      reasons: situation.rules.writeOffs, isSupervisor: situation.isSupervisor)
    return limit.refusal(
      reason: reason, amount: story.review.charge.amount, step: "A withdrawal"
    ).map { FieldFault(.reason, $0) }
  }
}

/// Records that rented equipment came back.
struct RecordPickup: Verb {
  let name = DecisionVerb.pickUp
  let title = "Record the pickup"
  let help = "Records that the equipment came back; no further month is rented."
  let subjects: Set<SubjectKind> = [.charge]
  let traits: VerbTraits = [.moves]
  let argument: (field: DecisionField.Name, words: String)? = (.on, "DATE")

  func refusal(in situation: Situation) -> String? {
    guard let rental = situation.charge?.review.rental else {
      return "Nothing is rented with this charge."
    }
    return rental.pickedUpOn.map { "The equipment came back on \($0) already." }
  }

  func fields(in situation: Situation) -> [DecisionField] {
    [
      DecisionField(
        .on, "Came back on", situation.today.description, help: "The day of the pickup.")
    ]
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    .pickUp(
      on: try fields.requiredDay(
        .on, .past, "Give the day on which the equipment came back."))
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    if case .pickUp(let day) = act { fields.set(.on, day) }
  }

  func fault(of decision: Decision, in situation: Situation) -> FieldFault? {
    guard case .pickUp(let day) = decision.act,
      let start = situation.charge?.review.rental?.startedOn, day < start
    else { return nil }
    return FieldFault(.on, "The rental began on \(start): it cannot have come back before.")
  }
}

/// A batch goes out: from its own screen, by count and total.
struct SendBatch: Verb {
  let name = DecisionVerb.transmit
  let title = "Send the batch"
  let help = "Sends a batch; its count and its total are typed."
  let subjects: Set<SubjectKind> = [.charge, .batch, .claim]
  let traits: VerbTraits = [.moves, .elsewhere]

  func refusal(in situation: Situation) -> String? {
    "Batches are sent from the transmission screen, by count and total."
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act { .transmit }
}
