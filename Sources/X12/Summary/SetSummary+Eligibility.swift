// Counting questions about coverage and their answers.

extension SetSummary {
  mutating func countQuestions(
    _ file: X12File, _ envelope: TransactionSetEnvelope, _ problems: inout [X12Problem]
  ) {
    var counts = EligibilityCounts()
    _ = counts.read(EligibilityQuestion.self, file, envelope, &problems)
    patients = counts.patients
    questions = counts.items
  }

  mutating func countBenefits(
    _ file: X12File, _ envelope: TransactionSetEnvelope, _ problems: inout [X12Problem]
  ) {
    var counts = EligibilityCounts()
    let above = counts.read(EligibilityBenefit.self, file, envelope, &problems) { benefit in
      benefit.rejections.count
    }
    patients = counts.patients
    benefits = counts.items
    refusals = counts.refusals + above
  }
}

/// What the subscribers of a 270 or 271 add up to.
private struct EligibilityCounts {
  var patients = 0
  var items = 0
  var refusals = 0

  /// Reads a set, adds its problems, and gives how many refusals stand above the subscribers.
  mutating func read<Item: EligibilityLoop>(
    _ kind: Item.Type, _ file: X12File, _ envelope: TransactionSetEnvelope,
    _ problems: inout [X12Problem], refusalsIn: (Item) -> Int = { _ in 0 }
  ) -> Int {
    var found = X12ProblemList()
    let rest = EligibilityTransaction<Item>.forEachSubscriber(in: file, set: envelope) { read in
      for person in read.subscriber.patients where person.isPatient {
        patients += 1
        items += person.items.count
        refusals += person.rejections.count
        for item in person.items { refusals += refusalsIn(item) }
      }
      for problem in read.problems { found.add(problem) }
    }
    for problem in rest.problems { found.add(problem) }
    problems += found.all
    return rest.transaction.sources.reduce(0) { sum, source in
      source.receivers.reduce(
        sum + source.requestRejections.count + source.rejections.count
      ) { $0 + $1.rejections.count }
    }
  }
}
