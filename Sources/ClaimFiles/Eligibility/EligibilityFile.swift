package import Billing
package import X12

/// Questions about coverage as a file (270), and the answers in one (271), as values of the trade.
package enum EligibilityFile {
  /// Service types that are asked about (EQ01): equipment bought and equipment rented.
  package static let serviceTypes = ["12", "18"]

  /// A 270 file with one set, in which each payer stands once with its patients; empty where
  /// nothing is asked.
  ///
  /// BHT03 is `E` and the interchange's control number, see ``reference(of:)``.
  ///
  /// - Parameters:
  ///   - inquiries: The questions; a patient is named as the subscriber of the member number unless
  ///     another one is known.
  ///   - supplier: Who asks (loop 2100B).
  ///   - receiverID: Where the file goes (ISA08 and GS03); empty leaves those of the envelope.
  ///   - envelope: Control numbers, sender and time.
  ///   - day: The day of the question (BHT04).
  ///   - serviceTypes: EQ01, one EQ loop for each.
  /// - Returns: The file's bytes.
  package static func inquiries(
    _ inquiries: [EligibilityInquiry], supplier: Supplier, receiverID: String,
    envelope: OutgoingEnvelope, on day: Day,
    serviceTypes: [String] = EligibilityFile.serviceTypes
  ) -> [UInt8] {
    guard !inquiries.isEmpty else { return [] }
    var envelope = envelope
    if !receiverID.isEmpty {
      envelope.receiver = receiverID
      envelope.groupReceiver = receiverID
    }
    let sources = byPayer(inquiries, payer: \.payer).map { payer, inquiries in
      EligibilityInquiry270.Source(
        party: X12Party(payer: payer),
        receivers: [
          EligibilityInquiry270.Receiver(
            party: X12Party(asking: supplier),
            subscribers: inquiries.map {
              subscriber(of: $0, supplier: supplier, serviceTypes: serviceTypes)
            })
        ])
    }
    return EligibilityInquiry270(
      reference: reference(of: envelope), date: day.ccyymmdd, time: envelope.time,
      sources: sources
    ).encode(envelope: envelope)
  }

  /// BHT03 of a 270 file, which its answer repeats (``EligibilityAnswers/reference``).
  package static func reference(of envelope: OutgoingEnvelope) -> String {
    "E" + String(envelope.interchangeControl)
  }

  /// TRN03 of our trace numbers: ten characters, `1` and the tax number, else `9` and the NPI's
  /// first nine digits (005010X279A1 loop 2000C).
  package static func originator(of supplier: Supplier) -> String {
    let digits = supplier.taxID.filter { $0.isASCII && $0.isNumber }
    return digits.count == 9 ? "1" + digits : "9" + String(supplier.npi.prefix(9))
  }

  /// Loop 2000C, with loop 2000D for a patient who is not the subscriber.
  private static func subscriber(
    of inquiry: EligibilityInquiry, supplier: Supplier, serviceTypes: [String]
  ) -> EligibilityInquiry270.Subscriber {
    var patient = person(of: inquiry, supplier: supplier, serviceTypes: serviceTypes)
    guard var insured = inquiry.subscriber else {
      return EligibilityInquiry270.Subscriber(person: patient)
    }
    insured.memberID = inquiry.patient.memberID
    patient.party.name.entity = "03"
    patient.party.name.idQualifier = ""
    patient.party.name.id = ""
    return EligibilityInquiry270.Subscriber(
      person: EligibilityInquiry270.Person(
        party: X12Party(insured: insured)),
      dependents: [patient])
  }

  private static func person(
    of inquiry: EligibilityInquiry, supplier: Supplier, serviceTypes: [String]
  ) -> EligibilityInquiry270.Person {
    var party = X12Party(insured: inquiry.patient)
    party.dates = [X12QualifiedDate("291", on: inquiry.serviceOn.ccyymmdd)]
    return EligibilityInquiry270.Person(
      traces: [X12Trace(inquiry.trace, originator: originator(of: supplier))], party: party,
      items: serviceTypes.map { EligibilityQuestion(serviceTypes: [$0]) })
  }

  /// Values of each payer together, payers in the order in which they first come.
  static func byPayer<Value>(
    _ values: [Value], payer: (Value) -> NamedPayer
  ) -> [(payer: NamedPayer, values: [Value])] {
    var places: [PayerKey: Int] = [:]
    var groups: [(payer: NamedPayer, values: [Value])] = []
    for value in values {
      let payer = payer(value)
      let key = PayerKey(identifier: payer.identifier, name: payer.name)
      if let place = places[key] {
        groups[place].values.append(value)
      } else {
        places[key] = groups.count
        groups.append((payer, [value]))
      }
    }
    return groups
  }
}

/// What tells one payer of a file from another.
private struct PayerKey: Hashable {
  var identifier: String
  var name: String
}

extension X12Party {
  /// Loop 2100A.
  init(payer: NamedPayer) {
    self.init(
      name: X12PartyName(
        entity: "PR", kind: "2", last: payer.name,
        idQualifier: payer.identifier.isEmpty ? "" : "PI", id: payer.identifier))
  }

  /// Loop 2100B.
  init(asking supplier: Supplier) {
    self.init(
      name: X12PartyName(
        entity: "1P", kind: "2", last: supplier.name, idQualifier: "XX", id: supplier.npi))
  }

  /// Loop 2100C; DMG03 knows `F` and `M` alone.
  init(insured person: Identity) {
    self.init(
      name: X12PartyName(
        entity: "IL", kind: "1", last: person.lastName, first: person.firstName,
        idQualifier: person.memberID.isEmpty ? "" : "MI", id: person.memberID))
    let sex = ["F", "M"].contains(person.sex) ? person.sex : ""
    if person.birthDate != nil || !sex.isEmpty {
      demographics = X12Demographics(
        format: person.birthDate == nil ? "" : "D8", birthDate: person.birthDate?.ccyymmdd ?? "",
        sex: sex)
    }
  }
}
