import Billing
import Database
import Store
import WorkEngine

/// A letter that asks for records, what was sent, and what came of it.
struct DocumentRequestEffect: VerbEffect {
  let verb = DecisionVerb.documentRequest

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard case .documentRequest(let step) = work.decision.act else { return Prepared() }
    switch step {
    case .letter(let letter):
      return Prepared(
        detail: "letter of \(letter.datedOn) from \(letter.contractor.title), due \(letter.dueOn)"
          + (letter.asksFor.isEmpty ? "" : ": " + letter.asksFor))
    case .sent(let day, let how): return Prepared(detail: "sent \(day) by \(how)")
    case .result(let result, let day): return Prepared(detail: "\(result.rawValue) on \(day)")
    }
  }
}

/// An authorization that was asked for, obtained or refused.
struct AuthorizationEffect: VerbEffect {
  let verb = DecisionVerb.obtainAuthorization

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard case .obtainAuthorization(let step) = work.decision.act else { return Prepared() }
    switch step {
    case .asked(let day, let reference):
      return Prepared(detail: "asked \(day)" + (reference.isEmpty ? "" : ", \(reference)"))
    case .refused(let day, let reference):
      return Prepared(detail: "refused \(day)" + (reference.isEmpty ? "" : ", \(reference)"))
    case .obtained(let grant): return Prepared(detail: "obtained \(grant.number)")
    }
  }
}

/// The claim goes to another payer.
struct ChangePayerEffect: VerbEffect {
  let verb = DecisionVerb.changePayer
}
