import Billing
import Database
import Store
import WorkEngine

/// An appeal is recorded with its level and the claims that are contested with it.
struct AppealEffect: VerbEffect {
  let verb = DecisionVerb.appeal

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard case .appeal(let appeal) = work.decision.act else { return Prepared() }
    var detail = "level \(appeal.level.rawValue)"
    if !appeal.together.isEmpty {
      let sum = try disputed(appeal, work)
      detail += ", with \(appeal.together.joined(separator: " ")), \(sum) in dispute"
    }
    return Prepared(detail: detail)
  }

  /// What is open on all the claims of an appeal, in cents.
  ///
  /// - Throws: ``Refusal`` where one is unknown, or all of them are below the amount in controversy
  ///   (42 CFR 405.1006).
  private func disputed(_ appeal: Appeal, _ work: DecisionWork) throws -> Cents {
    var sum = work.situation.item?.balance ?? .zero
    for number in appeal.together {
      let found = try Claims.withControlNumber(number, in: work.connection)
      guard let id = found.last, let claim = try Claims.find(id, in: work.connection) else {
        throw Refusal("There is no claim \(number).", field: .together)
      }
      guard id != work.claim else {
        throw Refusal("\(number) is the claim itself: name the others.", field: .together)
      }
      sum += claim.lines.map { max($0.balances.payer, .zero) }.total()
    }
    guard case .claim(let story) = work.situation.story,
      let least = work.office.rules.amountInControversy(
        appeal.level, family: story.payer.family, on: work.office.today), sum < least
    else { return sum }
    throw Refusal(
      "Level \(appeal.level.rawValue) needs \(least) in dispute; together these are \(sum).",
      field: .together)
  }
}
