import Billing
import Database
import Store
import WorkEngine

/// The other half of a verb: what it does to the books, and how that is taken back.
///
/// A file a verb, beside its rules in `WorkEngine/Verbs`. Journal entries are reversed for all verbs
/// in one place (``TakingBack``); a verb says only what it does besides.
protocol VerbEffect: Sendable {
  var verb: DecisionVerb { get }

  /// What is known before the line of the journal is written.
  ///
  /// - Throws: ``Refusal`` where the facts forbid what the rules could not see.
  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared

  /// Does it; gives the other subjects whose placement may change.
  func carryOut(
    _ work: DecisionWork, _ prepared: Prepared, as activity: ActivityID
  ) throws -> [WorkSubject]

  /// Takes back what it did besides money; gives the subjects whose placement may change.
  ///
  /// - Throws: ``Refusal`` where something was built on it since.
  func takeBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject]

  /// Brings back what was taken back, besides money.
  ///
  /// - Throws: ``Refusal`` where it fits no more.
  func bringBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject]
}

extension VerbEffect {
  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared { Prepared() }

  func carryOut(
    _ work: DecisionWork, _ prepared: Prepared, as activity: ActivityID
  ) throws -> [WorkSubject] { [] }

  func takeBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] { [] }
  func bringBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] { [] }
}

/// A decision with everything that it is about, inside one transaction.
struct DecisionWork {
  let office: Office
  let connection: Connection
  let subject: WorkSubject
  let situation: Situation
  let decision: Decision

  var claim: ClaimID? { if case .claim(let id) = subject { id } else { nil } }

  /// What depends on a patient's facts is looked at again.
  func changed(_ patient: PatientID) throws -> [WorkSubject] {
    try PatientFacts(office: office, connection: connection).changed(patient)
  }
}

/// What is known of a decision before its line is written: its words, the claim it makes or means,
/// the money it moves.
struct Prepared {
  var detail = ""
  var target: ClaimID?
  var sending: PreparedSending?
  var payerChange: ClaimPayerChange?
  /// The file of the outbox that asks a payer.
  var file: String?
  var postings: [Posting] = []
  var cause = PostingCause.transfer
}

/// A decision that is taken back or brought back, inside one transaction.
struct DoneDecision {
  let office: Office
  let connection: Connection
  /// The line in which it was taken.
  let decided: Activities.Kept
  /// The line that is taken back now: that one, or the last redo of it.
  let line: Activities.Kept
  /// The line that takes it back or brings it back.
  let activity: ActivityID

  var subject: WorkSubject { decided.activity.subject }
  var target: ClaimID? { decided.targetClaim }

  /// What was decided.
  ///
  /// - Throws: ``Refusal`` where the journal did not keep it.
  func act() throws -> Decision.Act {
    guard let act = try Journal.act(of: decided) else {
      throw Refusal(
        "\"\(decided.activity.verb.title)\" of \(decided.activity.on) was recorded before the "
          + "journal kept what was decided: decide it once more.")
    }
    return act
  }

  /// Everything about the subject as it stands now.
  func situation() throws -> Situation {
    guard
      let story = try Placer(rules: office.rules, today: office.today)
        .story(of: subject, in: connection)
    else { throw Refusal("Nothing is there that it could be done to; run `docket check`.") }
    return Situation(story, rules: office.rules, on: office.today, by: office.user)
  }

  /// The same decision to be carried out once more.
  func again() throws -> DecisionWork {
    DecisionWork(
      office: office, connection: connection, subject: subject, situation: try situation(),
      decision: Decision(try act(), note: decided.activity.note))
  }

  /// What depends on the facts of the subject's patient is looked at again.
  func changed() throws -> [WorkSubject] {
    let facts = PatientFacts(office: office, connection: connection)
    switch subject {
    case .order(let id):
      return try Orders.find(id, in: connection).map { try facts.changed($0.patient.id) } ?? []
    case .charge(let id):
      return try Charges.patient(of: id, in: connection).map { try facts.changed($0) } ?? []
    case .special(let id):
      return try SpecialWorks.find(id, in: connection)
        .map { try facts.changed($0.due.patient) } ?? []
    case .claim, .remitClaim, .remittance, .batch, .credit, .providerBalance, .refusedSet,
      .underpayment, .deposit, .approval, .patient:
      return []
    }
  }
}
