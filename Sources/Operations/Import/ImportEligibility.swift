import Billing
import ClaimFiles
import Database
import Desk
import Store
import X12

extension FileApplication {
  /// 271: keeps each payer's answer and lets the edits look again.
  mutating func applyEligibility(of set: TransactionSetEnvelope, at index: Int) throws {
    let originator = office.rules.supplier.map { EligibilityFile.originator(of: $0) } ?? ""
    let read: EligibilityAnswers
    do throws(ClaimFileRefusal) {
      read = try EligibilityFile.answers(
        in: file, set: set, fallback: day(of: set), originator: originator)
    } catch {
      return note([error], in: set)
    }
    note(read.problems)
    for refusal in read.refusals { note("the payer refused: " + refusal, isError: false, in: set) }
    let application = self
    let unknown = try write { connection in
      let progress = try application.progress(of: set, at: index, in: connection)
      guard !progress.isComplete else { return [String]() }
      var unknown: [String] = []
      for answer in read.answers {
        guard
          let subject = try Eligibilities.subject(ofTrace: answer.trace, in: connection)
        else {
          unknown.append(answer.trace)
          continue
        }
        try Eligibilities.answer(
          answer, known: application.office.known, in: connection)
        let placer = Placer(rules: application.office.rules, today: application.office.today)
        let facts = PatientFacts(office: application.office, connection: connection)
        // A claim that waited for this answer is work again.
        let waiting = try WorkItems.waitingClaims(of: subject.patient, in: connection)
        for touched in try facts.changed(subject.patient) + waiting.map({ .claim($0) }) {
          try placer.place(touched, in: connection)
        }
      }
      try application.advance(
        index, from: progress.applied, to: read.answers.count, isComplete: true, in: connection)
      return unknown
    }
    report.eligibilityAnswers += read.answers.count - unknown.count
    for trace in unknown {
      note(
        "the answer \(trace.isEmpty ? "without a trace number" : trace) belongs to no question of "
          + "this office", isError: false, in: set)
    }
  }
}
