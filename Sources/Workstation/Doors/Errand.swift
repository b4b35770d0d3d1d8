package import Desk

/// A question on its way to the office, with what is to be done with its answer.
///
/// What is done with an answer is written where the question is asked, for the very type of that
/// answer. Whoever carries the errand knows neither.
package struct Errand: Equatable, Sendable {
  package let ticket: Int
  package let question: any DeskQuestion
  private let carry: @Sendable (any OfficeDoor, ImportReporter, (Look) -> Void) -> Reply

  init<Question: DeskQuestion>(
    _ question: Question, ticket: Int,
    refused: @escaping Reply.Refused,
    then take: @escaping @Sendable (inout Workstation, Question.Answer) -> Void
  ) {
    self.ticket = ticket
    self.question = question
    carry = { office, progress, saw in
      do {
        let answer = try question.ask(office, progress: progress)
        if let look = question.look(at: answer) { saw(look) }
        return Reply(ticket: ticket, outcome: .answered { take(&$0, answer) })
      } catch {
        return Reply(ticket: ticket, outcome: .refused(office.refusal(for: error), refused))
      }
    }
  }

  package var job: JobName { question.job }
  package var canBeCancelled: Bool { question.canBeCancelled }

  /// Puts the question to an office; to be called off the terminal's thread.
  ///
  /// `saw` is told what of people's data the answer shows.
  package func run(
    at office: some OfficeDoor, progress: ImportReporter = { _ in true },
    saw: (Look) -> Void = { _ in }
  ) -> Message {
    .reply(carry(office, progress, saw))
  }

  package static func == (left: Errand, right: Errand) -> Bool {
    left.ticket == right.ticket && left.question.isSame(as: right.question)
  }
}

/// What the office said to an errand; only the workstation can open it.
package struct Reply: Equatable, Sendable {
  typealias Refused = @Sendable (inout Workstation, DeskRefusal) -> Void

  enum Outcome: Sendable {
    case answered(@Sendable (inout Workstation) -> Void)
    case refused(DeskRefusal, Refused)
  }

  package let ticket: Int
  let outcome: Outcome

  /// An errand is answered once, so that its ticket stands for its answer.
  package static func == (left: Reply, right: Reply) -> Bool { left.ticket == right.ticket }
}
