/// Answering a 270.
extension EligibilityTransaction where Item == EligibilityBenefit {
  /// What is said of one person: benefits, or why there is no answer.
  package struct Statement: Equatable, Sendable {
    /// Loops 2110C and 2110D.
    package var benefits: [EligibilityBenefit]
    /// AAA of loops 2100C and 2100D.
    package var rejections: [EligibilityRejection]
    /// DTP of loops 2100C and 2100D; the dates of the question are not repeated.
    package var dates: [X12QualifiedDate]

    package init(
      benefits: [EligibilityBenefit] = [], rejections: [EligibilityRejection] = [],
      dates: [X12QualifiedDate] = []
    ) {
      self.benefits = benefits
      self.rejections = rejections
      self.dates = dates
    }
  }

  /// The answer to a question: the same reference, payers, suppliers and persons, and their trace
  /// numbers as those that are answered (TRN01 `2`).
  ///
  /// - Parameters:
  ///   - inquiry: The question.
  ///   - control: ST02.
  ///   - date: BHT04, CCYYMMDD.
  ///   - time: BHT05, HHMM.
  ///   - statement: What is said of a person who is asked about, with the payer who is asked and
  ///     the subscriber.
  package init(
    answering inquiry: EligibilityInquiry270, control: String = "0001", date: String, time: String,
    _ statement: (
      EligibilityInquiry270.Source, EligibilityInquiry270.Subscriber, EligibilityInquiry270.Person
    ) -> Statement
  ) {
    self.init(control: control, reference: inquiry.reference, date: date, time: time)
    sources = inquiry.sources.map { source in
      Source(
        party: source.party,
        receivers: source.receivers.map { receiver in
          Receiver(
            party: receiver.party,
            subscribers: receiver.subscribers.map { subscriber in
              func answer(_ person: EligibilityInquiry270.Person) -> Person {
                guard person.isPatient else {
                  return Person(party: person.party, insured: person.insured)
                }
                return Person(answering: person, statement(source, subscriber, person))
              }
              return Subscriber(
                person: answer(subscriber.person), dependents: subscriber.dependents.map(answer))
            })
        })
    }
  }
}

extension EligibilityTransaction.Person where Item == EligibilityBenefit {
  fileprivate init(
    answering person: EligibilityInquiry270.Person, _ statement: EligibilityResponse271.Statement
  ) {
    var party = person.party
    party.dates = statement.dates
    self.init(
      traces: person.traces.map {
        X12Trace(
          kind: "2", $0.number, originator: $0.originator, supplement: $0.supplement)
      }, party: party, insured: person.insured, rejections: statement.rejections,
      items: statement.benefits)
  }
}
