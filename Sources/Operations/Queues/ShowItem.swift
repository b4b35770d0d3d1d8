package import Billing
import Database
package import Desk
import Store
import WorkEngine

extension Office {
  /// Everything about one item: the claim with its money, why it is here, what to do, and everything
  /// that ever happened.
  ///
  /// - Throws: ``Refusal`` where there is no such item; any failure of the database.
  package func item(_ id: WorkItemID) throws -> ItemDetail {
    try database.read { try detail(of: id, in: $0) }
  }

  func detail(of id: WorkItemID, in connection: Connection) throws -> ItemDetail {
    guard let found = try WorkItems.find(id, in: connection) else {
      throw Refusal("There is no item \(id.rawValue).")
    }
    let listed = try current(found, in: connection)
    let placer = Placer(rules: rules, today: today)
    let timeline = Timeline(connection: connection)
    switch listed.item.subject {
    case .claim(let claim):
      guard let story = try placer.story(of: claim, in: connection) else {
        throw Refusal("The claim of item \(id.rawValue) is missing; run `docket check`.")
      }
      let known = try Claims.find(claim, in: connection)
      return ItemDetail(
        item: listed.item, row: row(listed), claim: known,
        placement: ClaimPlacement.place(story, rules: rules, on: today),
        advice: Playbook.advice(
          for: story, rules: rules, isSupervisor: user.isSupervisor, on: today),
        submissions: story.submissions, adjudications: story.adjudications, staged: nil,
        timeline: try timeline.entries(of: claim), nextPayer: story.nextPayer,
        filingProof: try filingProof(of: claim, in: connection),
        contacts: try known.map { try contacts(of: $0, in: connection) } ?? Contacts())
    case .order, .charge, .batch, .special:
      return try OrderSideItems(office: self, connection: connection).item(listed)
    case .remitClaim, .remittance:
      let story = try placer.staged(listed.item.subject, in: connection)
      let staged = try stagedDetail(of: listed.item.subject, story: story, in: connection)
      let matched = try staged?.matchedTo.flatMap { try Claims.find($0, in: connection) }
      return ItemDetail(
        item: listed.item, row: row(listed), claim: matched,
        placement: story.flatMap { StagedPlacement.place($0, rules: rules, on: today) },
        advice: CashPostingAdvice(staged: staged, isSupervisor: user.isSupervisor).advice(
          on: today),
        submissions: [], adjudications: [], staged: staged,
        timeline: try timeline.entries(of: listed.item.subject, staged: staged), nextPayer: nil)
    }
  }

  private func stagedDetail(
    of subject: WorkSubject, story: StagedRemittanceStory?, in connection: Connection
  ) throws -> StagedDetail? {
    switch subject {
    case .claim, .order, .charge, .batch, .special: return nil
    case .remitClaim(let id):
      guard let kept = try RemitClaims.find(id, in: connection),
        let header = try Remittances.find(kept.remittance, in: connection)
      else { return nil }
      let payer = try PayerCache().payer(header.payer, in: connection)
      let search = ClaimSearch(payer: payer, adoptsUnknown: false)
      let candidates =
        kept.state == .staged && kept.matchedTo == nil
        ? try search.suggestions(for: kept.claim, in: connection) : []
      return StagedDetail(
        remittance: kept.remittance, traceNumber: header.traceNumber,
        paymentDate: header.paymentDate, reasons: kept.staging,
        suspense: kept.state == .staged ? kept.claim.paid : .zero, remitClaim: kept.claim,
        candidates: candidates.map { found in
          Desk.MatchCandidate(
            claim: found.claim.id, controlNumber: found.claim.controlNumber,
            patient: found.claim.patient.listName, serviceFrom: found.claim.serviceFrom,
            charge: found.claim.charge,
            balance: found.claim.lines.map(\.balances.payer).total(),
            reasonsFor: found.reasonsFor, reasonsAgainst: found.reasonsAgainst)
        }, matchedTo: kept.matchedTo)
    case .remittance(let id):
      guard let header = try Remittances.find(id, in: connection) else { return nil }
      return StagedDetail(
        remittance: id, traceNumber: header.traceNumber, paymentDate: header.paymentDate,
        reasons: story?.reasons ?? [], suspense: story?.suspense ?? .zero, remitClaim: nil,
        candidates: [], matchedTo: nil)
    }
  }
}
