package import Billing
package import X12

/// The answers of one 271.
package struct EligibilityAnswers: Equatable, Sendable {
  /// BHT03: that of the 270, ``EligibilityFile/reference(of:)``.
  package var reference: String
  /// BHT04, or the day of the file.
  package var answeredOn: Day
  /// One for each patient; empty where they were handed over one by one.
  package var answers: [EligibilityAnswer]
  /// Why nothing was answered for a payer or the supplier as a whole (AAA of loops 2000A to 2100B):
  /// every question of the file that has no answer of its own is unknown for these reasons.
  package var refusals: [String]
  /// What is wrong or odd.
  package var problems: [X12Problem]
}

extension EligibilityFile {
  /// All answers of a 271.
  ///
  /// Damaged sets are read as far as they go; whoever applies answers looks at
  /// ``TransactionSetEnvelope/isWhole`` first.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - set: One of its sets.
  ///   - fallback: The day of the answer where the file gives none.
  ///   - originator: Our ``originator(of:)``: of several trace numbers the one that is ours. A
  ///     clearinghouse adds its own (005010X279A1, TRN of loop 2000C).
  ///   - serviceOn: The day that was asked about under a trace number, where that is known.
  /// - Returns: The answers, the reasons where nothing was answered, and what is wrong.
  /// - Throws: ``ClaimFileRefusal`` where the set is no 271.
  package static func answers(
    in file: X12File, set: TransactionSetEnvelope, fallback: Day, originator: String = "",
    serviceOn: (String) -> Day? = { _ in nil }
  ) throws(ClaimFileRefusal) -> EligibilityAnswers {
    var answers: [EligibilityAnswer] = []
    var problems: [X12Problem] = []
    var rest = try forEachAnswer(
      in: file, set: set, fallback: fallback, originator: originator, serviceOn: serviceOn
    ) { answer, found in
      answers.append(answer)
      problems += found
    }
    rest.answers = answers
    rest.problems = problems + rest.problems
    return rest
  }

  /// Hands over each answer of a 271 in turn with what is wrong around it; holds no more than one
  /// subscriber at a time.
  ///
  /// - Returns: What belongs to no answer; its `answers` are empty.
  /// - Throws: ``ClaimFileRefusal`` where the set is no 271.
  package static func forEachAnswer(
    in file: X12File, set: TransactionSetEnvelope, fallback: Day, originator: String = "",
    serviceOn: (String) -> Day? = { _ in nil },
    _ body: (EligibilityAnswer, [X12Problem]) -> Void
  ) throws(ClaimFileRefusal) -> EligibilityAnswers {
    guard set.code == EligibilityBenefit.setCode else {
      throw ClaimFileRefusal(
        at: FilePlace(segment: set.firstSegment, element: "ST01"),
        message: "this is a \(set.code), not an answer about coverage (271); it is not read")
    }
    let fileDay = Day(ccyymmdd: set.date) ?? fallback
    let rest = EligibilityResponse271.forEachSubscriber(in: file, set: set) { read in
      var problems = read.problems
      for person in read.subscriber.patients {
        let reader = EligibilityAnswerReader(
          read: read, person: person, answeredOn: Day(read.header.date) ?? fileDay,
          originator: originator)
        body(reader.answer(serviceOn: serviceOn), problems)
        problems = []
      }
    }
    return EligibilityAnswers(
      reference: rest.transaction.reference,
      answeredOn: Day(rest.transaction.date) ?? fileDay, answers: [],
      refusals: rest.transaction.sources.flatMap { source in
        source.requestRejections + source.rejections + source.receivers.flatMap(\.rejections)
      }.prefix(EligibilityAnswerReader.messageLimit).map(\.words), problems: rest.problems)
  }
}

extension EligibilityRejection {
  /// The reason and what to do, as code and plain words.
  var words: String {
    let reason =
      EligibilityRejection.meaning(ofReason: self.reason) ?? "the payer gives no known reason"
    let head = self.reason.isEmpty ? reason : self.reason + ": " + reason
    return EligibilityRejection.meaning(ofFollowUp: followUp).map { head + "; " + $0 } ?? head
  }
}
