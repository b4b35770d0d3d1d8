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
  /// - Throws: ``Refusal`` where one cannot be contested with this one, or all of them are below the
  ///   amount in controversy (42 CFR 405.1006).
  private func disputed(_ appeal: Appeal, _ work: DecisionWork) throws -> Cents {
    guard case .claim(let own) = work.situation.story else { return .zero }
    let rules = work.office.rules
    var sum = AggregationRules.disputed(own, rules: rules)
    var named: Set<ClaimID> = []
    for number in appeal.together {
      let other = try claim(number, besides: own, work)
      guard named.insert(other.claim).inserted else {
        throw Refusal("\(number) is named twice.", field: .together)
      }
      if let refusal = AggregationRules.refusal(
        of: other, with: own, at: appeal.level, rules: rules, on: work.office.today)
      {
        throw Refusal("\(number) cannot be contested with it: \(refusal)", field: .together)
      }
      sum += AggregationRules.disputed(other, rules: rules)
    }
    if let least = rules.amountInControversy(
      appeal.level, family: own.payer.family, on: work.office.today), sum < least
    {
      throw Refusal(
        "Level \(appeal.level.rawValue) needs \(least) in dispute; together these are \(sum).",
        field: .together)
    }
    return sum
  }

  /// The claim of a number; of several the one that is with the same payer.
  private func claim(
    _ number: String, besides own: ClaimStory, _ work: DecisionWork
  ) throws -> ClaimStory {
    let found = try Claims.withControlNumber(number, in: work.connection)
    let placer = Placer(rules: work.office.rules, today: work.office.today)
    let stories = try found.filter { $0 != own.claim }.compactMap { id -> ClaimStory? in
      guard case .claim(let story)? = try placer.story(of: .claim(id), in: work.connection) else {
        return nil
      }
      return story
    }
    if let same = stories.last(where: { $0.payer.id == own.payer.id }) ?? stories.last {
      return same
    }
    throw Refusal(
      found.isEmpty
        ? "There is no claim \(number)." : "\(number) is the claim itself: name the others.",
      field: .together)
  }
}
