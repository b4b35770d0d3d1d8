import Billing
import Database
import Desk
import Store
import WorkEngine

/// What the page of an item shows of the thing that it is about.
struct SubjectDetails {
  let office: Office
  let connection: Connection

  func detail(_ story: WorkStory, _ situation: Situation) throws -> SubjectDetail {
    switch story {
    case .claim(let story): return .claim(try claim(story, situation.claim))
    case .stagedAnswer(let story): return .stagedAnswer(try answer(story, situation.sheet))
    case .remittance(let story): return .remittance(try remittance(story))
    case .order(let story):
      return .order(
        try office.detail(
          of: story,
          OrderStories(rules: office.rules, today: office.today, connection: connection)))
    case .charge(let story): return .charge(try charge(story))
    case .batch(let story): return .batch(try office.detail(of: story.batch, in: connection))
    case .credit(let story):
      let claim = try Claims.find(story.claim.claim, in: connection)
      return .credit(
        try MoneyDetails(office: office, connection: connection)
          .credit(story, try self.claim(story.claim, claim)))
    case .patient(let story):
      return .patient(try MoneyDetails(office: office, connection: connection).patient(story))
    case .providerBalance(let story): return .providerBalance(story.balance)
    case .deposit(let story):
      return .deposit(
        try DepositRows(office: office, connection: connection).detail(of: story.deposit))
    case .approval(let story):
      return .approval(
        try ApprovalDesk(office: office, connection: connection).detail(of: story.approval))
    case .refusedSet(let story): return .refusedSet(story.refused)
    case .underpayment(let story):
      let claim = try Claims.find(story.claim.claim, in: connection)
      return .underpayment(story.underpayment, try self.claim(story.claim, claim))
    case .special(let story):
      return .special(
        SpecialDetail(
          work: story.work, patient: story.patient, payer: story.payer,
          rental: try story.work.due.rental.flatMap { try Rentals.find($0, in: connection) },
          evidence: evidence(story),
          refusal: SpecialFulfilment.permission(
            story.work, documents: story.documents, rules: office.rules, on: office.today
          ).refusal))
    }
  }

  /// Who is asked: the patient, and the prescriber of the order that it comes from.
  func contacts(_ situation: Situation) throws -> Contacts {
    switch situation.story {
    case .claim:
      return try situation.claim.map { try office.contacts(of: $0, in: connection) }
        ?? Contacts()
    case .order(let story):
      return Contacts(patient: story.order.patient, prescriber: story.order.prescriber)
    case .charge(let story):
      let order = story.review.order
      return Contacts(patient: order.patient, prescriber: order.prescriber)
    case .special(let story):
      let order = try story.work.due.order.flatMap { try Orders.find($0, in: connection) }
      return Contacts(patient: story.patient, prescriber: order?.prescriber)
    case .credit(let story):
      return try Claims.find(story.claim.claim, in: connection)
        .map { try office.contacts(of: $0, in: connection) } ?? Contacts()
    case .underpayment(let story):
      return try Claims.find(story.claim.claim, in: connection)
        .map { try office.contacts(of: $0, in: connection) } ?? Contacts()
    case .patient(let story): return Contacts(patient: story.patient)
    case .stagedAnswer, .remittance, .batch, .providerBalance, .deposit, .approval, .refusedSet,
      nil:
      return Contacts()
    }
  }

  private func claim(_ story: ClaimStory, _ claim: Claim?) throws -> ClaimDetail {
    guard let claim else {
      throw Refusal("The claim \(story.controlNumber) is missing; run `docket check`.")
    }
    return try office.detail(of: claim, story, in: connection)
  }

  private func answer(
    _ story: StagedRemittanceStory, _ sheet: PostingSheet?
  ) throws -> StagedDetail {
    guard case .remitClaim(let id) = story.subject,
      let kept = try RemitClaims.find(id, in: connection),
      let header = try Remittances.find(kept.remittance, in: connection)
    else { throw Refusal("The answer of the remittance is missing; run `docket check`.") }
    return StagedDetail(
      remittance: kept.remittance, traceNumber: header.traceNumber,
      paymentDate: header.paymentDate,
      reasons: story.reasons.isEmpty ? kept.staging : story.reasons,
      suspense: story.suspense,
      remitClaim: kept.claim,
      candidates: try MatchCandidates(office: office, connection: connection)
        .all(for: story.subject), matchedTo: kept.matchedTo,
      matchedClaim: try kept.matchedTo.flatMap { try Claims.find($0, in: connection) },
      sheet: sheet)
  }

  private func remittance(_ story: StagedRemittanceStory) throws -> StagedDetail {
    guard case .remittance(let id) = story.subject,
      let header = try Remittances.find(id, in: connection)
    else { throw Refusal("The remittance is missing; run `docket check`.") }
    return StagedDetail(
      remittance: id, traceNumber: header.traceNumber, paymentDate: header.paymentDate,
      reasons: story.reasons, suspense: story.suspense, remitClaim: nil, candidates: [],
      matchedTo: nil, missingMoney: story.missingMoney,
      moneyCandidates: story.missingMoney == nil
        ? [] : try MoneyCandidates(office: office, connection: connection).all(for: story.subject))
  }

  private func charge(_ story: ChargeStory) throws -> ChargeDetail {
    let charge = story.review.charge
    return ChargeDetail(
      charge: charge, place: try ChargeAudit.place(of: charge.id, in: connection),
      order: story.review.order, coverage: story.review.coverage, rental: story.review.rental,
      holds: try Holds.all(of: charge.id, rental: charge.rental, in: connection).map { hold in
        HoldRow(
          hold: hold, title: office.rules.holdReasons[hold.reason]?.title ?? hold.reason,
          days: (hold.release?.on ?? office.today) - hold.placedOn,
          document: office.rules.holdReasons[hold.reason]?.document)
      }, findings: story.warnings, documents: story.review.documents,
      eligibility: story.review.eligibility)
  }

  private func evidence(_ story: SpecialStory) -> [EvidenceRow] {
    let missing = SpecialFulfilment.missing(
      story.work, documents: story.documents, rules: office.rules, on: office.today)
    return story.work.due.needs.map { need in
      EvidenceRow(
        kind: need,
        document: missing.contains(need)
          ? nil : story.documents.last { $0.content.kind == need })
    }
  }
}

/// The claims that a staged answer may belong to, the best first.
struct MatchCandidates {
  let office: Office
  let connection: Connection

  func all(for subject: WorkSubject) throws -> [Desk.MatchCandidate] {
    guard case .remitClaim(let id) = subject, let kept = try RemitClaims.find(id, in: connection),
      kept.state == .staged,
      let header = try Remittances.find(kept.remittance, in: connection)
    else { return [] }
    let payer = try PayerCache().payer(header.payer, in: connection)
    // A weak match waits to be confirmed: its own claim is still one to choose.
    let isDoubted = kept.staging.contains { reason in
      if case .needsConfirmation = reason { true } else { false }
    }
    return try ClaimSearch(payer: payer, adoptsUnknown: false)
      .suggestions(for: kept.claim, in: connection)
      .filter { isDoubted || $0.claim.id != kept.matchedTo }
      .map { found in
        Desk.MatchCandidate(
          claim: found.claim.id, controlNumber: found.claim.controlNumber,
          patient: found.claim.patient.listName, serviceFrom: found.claim.serviceFrom,
          charge: found.claim.charge, balance: found.claim.lines.map(\.balances.payer).total(),
          reasonsFor: found.reasonsFor, reasonsAgainst: found.reasonsAgainst)
      }
  }
}
