package import Billing
package import X12

extension EligibilityFile {
  /// A 271 file that says what answers say, for made-up payers and tests; empty for no answers.
  ///
  /// Read again with ``answers(in:set:fallback:originator:serviceOn:)`` it gives the answers back,
  /// those of a payer together.
  ///
  /// - Parameters:
  ///   - answers: The answers; each patient is named as the subscriber.
  ///   - supplier: Who asked (loop 2100B).
  ///   - reference: BHT03 of the question.
  ///   - envelope: Control numbers, sender, receiver and time.
  ///   - day: The day of the answer (BHT04).
  /// - Returns: The file's bytes.
  package static func responses(
    _ answers: [EligibilityAnswer], supplier: Supplier, reference: String,
    envelope: OutgoingEnvelope, on day: Day
  ) -> [UInt8] {
    guard !answers.isEmpty else { return [] }
    let sources = byPayer(answers, payer: \.payer).map { payer, answers in
      EligibilityResponse271.Source(
        party: X12Party(payer: payer),
        receivers: [
          EligibilityResponse271.Receiver(
            party: X12Party(asking: supplier),
            subscribers: answers.map { answer in
              EligibilityResponse271.Subscriber(
                person: person(of: answer, originator: originator(of: supplier)))
            })
        ])
    }
    return EligibilityResponse271(
      reference: reference, date: day.ccyymmdd, time: envelope.time, sources: sources
    ).encode(envelope: envelope)
  }

  private static func person(
    of answer: EligibilityAnswer, originator: String
  ) -> EligibilityResponse271.Person {
    var party = X12Party(insured: answer.patient)
    if let day = answer.serviceOn {
      party.dates = [X12QualifiedDate("472", on: day.ccyymmdd)]
    }
    let code =
      switch answer.standing {
      case .active: "1"
      case .inactive: "6"
      case .unknown: "V"
      }
    var benefits = [
      EligibilityBenefit(
        code, serviceTypes: ["30"], plan: answer.planName, dates: dates(of: answer),
        messages: answer.messages)
    ]
    benefits += answer.otherPayers.map(benefit)
    return EligibilityResponse271.Person(
      traces: [X12Trace(kind: "2", answer.trace, originator: originator)], party: party,
      items: benefits)
  }

  private static func dates(of answer: EligibilityAnswer) -> [X12QualifiedDate] {
    switch (answer.covered.from, answer.covered.through) {
    case (let from?, let through?) where from <= through:
      [X12QualifiedDate("291", from: from.ccyymmdd, through: through.ccyymmdd)]
    case (let from, let through):
      [
        from.map { X12QualifiedDate("346", on: $0.ccyymmdd) },
        through.map { X12QualifiedDate("347", on: $0.ccyymmdd) },
      ].compactMap(\.self)
    }
  }

  /// EB*R with the payer that comes first (005010X279A1 loop 2120C, `PRP`).
  private static func benefit(of payer: NamedPayer) -> EligibilityBenefit {
    var party = X12Party(
      name: X12PartyName(
        entity: "PRP", kind: "2", last: payer.name,
        idQualifier: payer.identifier.isEmpty ? "" : "PI", id: payer.identifier))
    if !payer.state.isEmpty { party.address = X12Address(state: payer.state) }
    return EligibilityBenefit(
      "R", serviceTypes: ["30"], insuranceType: InsuranceType.type(of: payer.filingIndicator),
      references: payer.memberID.isEmpty ? [] : [X12Reference("1W", payer.memberID)],
      entities: [party])
  }
}
