package import Billing
import Database
package import Desk
import Store
import WorkEngine

extension Office {
  /// A claim for reading: its money, what was sent, what payers said, whether or not it needs work.
  ///
  /// - Throws: ``Refusal`` where there is no such claim; any failure of the database.
  package func claimPage(_ id: ClaimID) throws -> ClaimPage {
    try database.read { connection in
      let placer = Placer(rules: rules, today: today)
      guard let claim = try Claims.find(id, in: connection),
        let found = try Searches.claim(id, in: connection),
        let story = try placer.claim(id, in: connection)
      else { throw Refusal("There is no claim \(id.rawValue).") }
      return ClaimPage(
        detail: try detail(of: claim, story, in: connection), state: ClaimWords.state(of: found),
        open: found.balances.payer + found.balances.nextPayer,
        item: found.work.flatMap { $0.isClosed ? nil : $0.item.id },
        timeline: try Timeline(connection: connection).entries(
          of: .claim(story), .claim(id)),
        contacts: try contacts(of: claim, in: connection))
    }
  }

  /// The claims that have this control number, newest first.
  ///
  /// - Throws: Any failure of the database.
  package func claims(numbered number: String) throws -> [ClaimID] {
    try database.read { try Claims.withControlNumber(number, in: $0) }
  }

  /// A claim with what was sent, what payers said, and what was asked about it.
  func detail(
    of claim: Claim, _ story: ClaimStory, in connection: Connection
  ) throws -> ClaimDetail {
    ClaimDetail(
      claim: claim, submissions: story.submissions, adjudications: story.adjudications,
      nextPayer: story.nextPayer, filingProof: try filingProof(of: claim.id, in: connection),
      eligibility: try Eligibilities.latest(
        of: claim.patient.id, payer: claim.payer, in: connection),
      documentRequests: story.documentRequests, authorizations: story.authorizations,
      shares: story.shares(of: claim.lines, rules: rules))
  }

  private func filingProof(of claim: ClaimID, in connection: Connection) throws -> FilingProof? {
    try Batches.filingProof(of: claim, in: connection).map {
      FilingProof(
        acceptedOn: $0.on, controlNumber: $0.controlNumber,
        answer: $0.codes.isEmpty ? $0.kind.rawValue : $0.kind.rawValue + " " + $0.codes,
        file: $0.file)
    }
  }

  /// Who is asked about a claim: its patient, and who ordered what it bills, where orders tell.
  func contacts(of claim: Claim, in connection: Connection) throws -> Contacts {
    let order = try Charges.all(of: claim.id, in: connection).first.flatMap {
      try Orders.find($0.order, in: connection)
    }
    return Contacts(
      patient: try Patients.find(claim.patient.id, in: connection), prescriber: order?.prescriber)
  }

  /// An item as it stands now.
  ///
  /// A closed one keeps in the index what it last was there for: that is history, and here is what is
  /// open of its claim today.
  func current(_ listed: WorkItems.Listed, in connection: Connection) throws -> WorkItems.Listed {
    guard listed.isClosed, case .claim(let id) = listed.item.subject,
      let found = try Searches.claim(id, in: connection)
    else { return listed }
    var listed = listed
    listed.item.balance = found.balances.payer + found.balances.nextPayer
    listed.item.expected = .zero
    listed.item.reasonCode = ""
    listed.item.reason = ClaimWords.state(of: found).capitalizedFirst + "; no work is left."
    listed.item.tier = .noDeadline
    listed.item.safe = nil
    listed.item.legal = nil
    listed.item.deadlineReason = ""
    listed.item.followUpOn = nil
    return listed
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
