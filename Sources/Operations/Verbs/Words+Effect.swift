import Billing
import WorkEngine

// Verbs that move nothing: their line in the journal says in words what was decided.

struct AppealOutcomeEffect: VerbEffect {
  let verb = DecisionVerb.appealOutcome

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard case .appealOutcome(let decision) = work.decision.act else { return Prepared() }
    return Prepared(detail: "\(decision.outcome.title), letter of \(decision.noticeOn)")
  }
}

struct CallPayerEffect: VerbEffect {
  let verb = DecisionVerb.calledPayer

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard case .calledPayer(let contact) = work.decision.act else { return Prepared() }
    return Prepared(detail: contact.words)
  }
}

struct CheckPortalEffect: VerbEffect {
  let verb = DecisionVerb.checkedPortal

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard case .checkedPortal(let contact) = work.decision.act else { return Prepared() }
    return Prepared(detail: contact.words)
  }
}

extension PayerContact {
  /// What was learnt, in words.
  fileprivate var words: String {
    [
      status, spokeTo.isEmpty ? "" : "said \(spokeTo)",
      reference.isEmpty ? "" : "reference \(reference)",
      promisedBy.map { "promised by \($0)" } ?? "",
      checkNumber.isEmpty ? "" : "check \(checkNumber)" + (checkOn.map { " of \($0)" } ?? ""),
    ].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

struct DeferEffect: VerbEffect {
  let verb = DecisionVerb.deferred

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard case .deferred(let person?) = work.decision.act else { return Prepared() }
    return Prepared(detail: "to " + person)
  }
}

struct AssignEffect: VerbEffect {
  let verb = DecisionVerb.assign

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard case .assign(let person) = work.decision.act else { return Prepared() }
    return Prepared(detail: person.map { "to " + $0 } ?? "to the pool")
  }
}

struct SuspenseEffect: VerbEffect {
  let verb = DecisionVerb.leaveInSuspense

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard case .leaveInSuspense(let reason) = work.decision.act else { return Prepared() }
    let title = work.office.rules.suspenseReasons.first { $0.code == reason }?.title
    return Prepared(detail: title ?? reason)
  }
}
