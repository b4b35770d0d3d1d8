/// A question to payers about coverage (270), or their answers (271).
///
/// 005010X279A1. Both sets have the same levels, payer, supplier, subscriber, dependent, and differ
/// in what stands below a person: EQ loops in a question, EB loops in an answer.
package struct EligibilityTransaction<Item: EligibilityLoop>: Equatable, Sendable {
  /// ST03 and GS08.
  package var version: String
  /// ST02.
  package var control: String
  /// BHT01, `0022`.
  package var structure: String
  /// BHT02: `13` request, `01` cancellation, `11` response.
  package var purpose: String
  /// BHT03: the asker's number for this question, which the answer repeats.
  package var reference: String
  /// BHT04, CCYYMMDD.
  package var date: String
  /// BHT05, HHMM.
  package var time: String
  /// BHT06, `RT` for Medicaid spend-down; mostly empty.
  package var kind: String
  /// Loops 2000A.
  package var sources: [Source]

  package init(
    version: String = "005010X279A1", control: String = "0001", structure: String = "0022",
    purpose: String = Item.purpose, reference: String, date: String, time: String,
    kind: String = "", sources: [Source] = []
  ) {
    self.version = version
    self.control = control
    self.structure = structure
    self.purpose = purpose
    self.reference = reference
    self.date = date
    self.time = time
    self.kind = kind
    self.sources = sources
  }

  /// Every subscriber in it, in the order of the file.
  package var subscribers: [Subscriber] {
    sources.flatMap { $0.receivers.flatMap(\.subscribers) }
  }

  /// Loop 2000A: the payer that is asked, or that answers.
  package struct Source: Equatable, Sendable {
    /// Loop 2100A: NM1*PR, in an answer with PER.
    package var party: X12Party
    /// AAA of loop 2000A: the question as a whole was refused (271 only).
    package var requestRejections: [EligibilityRejection]
    /// AAA of loop 2100A: the payer could not answer (271 only).
    package var rejections: [EligibilityRejection]
    /// Loops 2000B.
    package var receivers: [Receiver]

    package init(
      party: X12Party = X12Party(), requestRejections: [EligibilityRejection] = [],
      rejections: [EligibilityRejection] = [], receivers: [Receiver] = []
    ) {
      self.party = party
      self.requestRejections = requestRejections
      self.rejections = rejections
      self.receivers = receivers
    }
  }

  /// Loop 2000B: the supplier who asks.
  package struct Receiver: Equatable, Sendable {
    /// Loop 2100B: NM1*1P with its NPI.
    package var party: X12Party
    /// AAA: the supplier may not ask, or is not known (271 only).
    package var rejections: [EligibilityRejection]
    /// Loops 2000C.
    package var subscribers: [Subscriber]

    package init(
      party: X12Party = X12Party(), rejections: [EligibilityRejection] = [],
      subscribers: [Subscriber] = []
    ) {
      self.party = party
      self.rejections = rejections
      self.subscribers = subscribers
    }
  }

  /// Loop 2000C: the insured person, with the dependents who are asked about.
  package struct Subscriber: Equatable, Sendable {
    /// The insured person; without items where only dependents are asked about.
    package var person: Person
    /// Loops 2000D.
    package var dependents: [Person]

    package init(person: Person = Person(), dependents: [Person] = []) {
      self.person = person
      self.dependents = dependents
    }

    /// The persons who are asked about or answered for: the dependents, and the insured person
    /// where the loops say something of that person, or where there is no dependent.
    package var patients: [Person] {
      (person.isPatient || dependents.isEmpty ? [person] : []) + dependents
    }
  }

  /// Loops 2000C or 2000D of one person.
  package struct Person: Equatable, Sendable {
    /// TRN: `1` the sender's own number, `2` in an answer the number of the question.
    package var traces: [X12Trace]
    /// Loops 2100C and 2100D: NM1*IL or NM1*03 with address, birth date, numbers and dates.
    package var party: X12Party
    /// INS.
    package var insured: X12Insured?
    /// AAA: the person could not be found, or not be answered for (271 only).
    package var rejections: [EligibilityRejection]
    /// Loops 2110C and 2110D: EQ in a question, EB in an answer.
    package var items: [Item]

    package init(
      traces: [X12Trace] = [], party: X12Party = X12Party(), insured: X12Insured? = nil,
      rejections: [EligibilityRejection] = [], items: [Item] = []
    ) {
      self.traces = traces
      self.party = party
      self.insured = insured
      self.rejections = rejections
      self.items = items
    }

    /// Whether the person is asked about or answered for, not only named above a dependent.
    package var isPatient: Bool { !items.isEmpty || !rejections.isEmpty }
  }
}

/// A question to payers about coverage: 270.
package typealias EligibilityInquiry270 = EligibilityTransaction<EligibilityQuestion>

/// Answers of payers about coverage: 271.
package typealias EligibilityResponse271 = EligibilityTransaction<EligibilityBenefit>
