import Billing
import Database
import Desk
import Store
import WorkEngine

/// Makes remittances of papers that were typed, and lets them count, inside one transaction.
///
/// From there on a paper is a remittance like any other: the same search, plan, ledger and placement.
struct PaperPosting {
  let office: Office
  let connection: Connection

  /// Posts papers in their order.
  ///
  /// - Throws: ``Refusal`` with what is wrong of the first that cannot be posted.
  func post(_ papers: [PaperEOB]) throws -> [EOBResult] {
    guard !papers.isEmpty else { throw Refusal("Nothing is typed.") }
    // Undo takes back together what was typed together.
    let bulk =
      papers.count > 1 ? try Settings.nextNumber(of: "bulk number", in: connection) : nil
    return try papers.map { paper in
      do {
        return try post(paper, bulk: bulk)
      } catch let fault as PaperFault {
        throw Refusal(
          papers.count > 1
            ? "\(paper.kind.title) \(paper.number): \(fault.sentence)" : fault.sentence)
      }
    }
  }

  private func post(_ paper: PaperEOB, bulk: Int64?) throws -> EOBResult {
    try checkHead(of: paper)
    let (payer, answers) = try answers(of: paper)
    try checkTotal(of: paper)
    let header = try header(of: paper, payer)
    let hash = FileDigest.hash(Array(Self.text(of: answers, paper.adjustments).utf8))
    let known = try Remittances.withTraceKey(of: header.traceNumber, in: connection)
      .filter { $0.header.standing != .voided }
    let like = try lookAlike(of: header, hash, among: known)
    let id = try insert(paper, header, answers, payer, hash, like: like?.root)
    let activity = try DecisionDesk(office: office, connection: connection).record(
      Decision(.postEOB, resultCode: resultCode), on: .remittance(id), queue: .cashPosting,
      detail: "\(paper.kind.title.lowercased()) \(paper.number), \(paper.total)", target: nil,
      bulk: bulk)
    try count(id, as: activity, asked: like != nil)
    // By its item it is found again, to be taken back.
    try office.itemToDecide(.remittance(id), in: connection)
    return EOBResult(
      kind: paper.kind, remittance: try office.remittanceDetail(id, in: connection),
      accounts: try accounts(of: activity), question: like?.words ?? "")
  }

  private var resultCode: String {
    office.rules.results.first { $0.verb == .postEOB }?.code ?? DecisionVerb.postEOB.rawValue
  }

  // MARK: Checking

  private func checkHead(of paper: PaperEOB) throws {
    guard !paper.number.isEmpty, paper.number.count <= 50 else {
      throw PaperFault("number", "give the number of the check, the transfer or the receipt")
    }
    if paper.kind == .card, PatientPayment.isCardNumber(paper.number) {
      throw PaperFault("number", "never keep the number of a card: give that of the receipt")
    }
    for (field, day) in [("dated", paper.dated), ("received", paper.receivedOn)]
    where day > office.today {
      throw PaperFault(field, "\(day) has not come yet: the office is on \(office.today)")
    }
    guard paper.total >= .zero, Cents(fromOutside: paper.total.rawValue) != nil else {
      throw PaperFault("total", "\(paper.total) is no payment")
    }
    guard !paper.claims.isEmpty else { throw PaperFault("claim", "no claim is typed") }
    var seen: Set<String> = []
    for claim in paper.claims where !seen.insert(claim.number).inserted {
      throw PaperFault(claim: claim.number, "claim", "it is typed twice")
    }
  }

  private func checkTotal(of paper: PaperEOB) throws {
    guard paper.due != paper.total else { return }
    let difference = paper.total - paper.due
    let besides = paper.adjustments.map(\.amount).total()
    let words = besides == .zero ? "" : ", \(-besides) besides"
    throw PaperFault(
      "total",
      "\(paper.total) was typed, and the lines pay \(paper.paid)\(words): they differ by "
        + "\(difference); nothing was posted")
  }

  private func answers(of paper: PaperEOB) throws -> (Payer, [RemittanceClaim]) {
    let finder = PaperClaims(office: office, connection: connection)
    var payer = paper.payer.isEmpty ? nil : try finder.payer(paper.payer)
    var answers: [RemittanceClaim] = []
    for claim in paper.claims {
      let found = try finder.find(claim, of: payer)
      payer = payer ?? found.payer
      answers.append(try PaperAnswer.answer(claim, about: found.claim, of: found.level))
    }
    guard let payer else { throw PaperFault("payer", "say whose paper it is") }
    return (payer, answers)
  }

  // MARK: The remittance

  private func header(of paper: PaperEOB, _ payer: Payer) throws -> Remittance {
    // As its files name it, so that an 835 of the same check is known again.
    let originator = try TypedRemittances.originator(of: payer.id, in: connection)
    return Remittance(
      traceNumber: paper.number, originator: originator ?? payer.identifier,
      payer: NamedPayer(
        name: payer.name, identifier: payer.identifier, filingIndicator: "",
        state: payer.state ?? ""),
      payeeIdentifier: office.rules.supplier?.npi ?? "", payment: paper.total,
      method: paper.kind.method(of: paper.total), paymentDate: paper.receivedOn,
      productionDate: paper.dated, claims: [], providerAdjustments: paper.adjustments,
      controlNumbers: ControlNumbers(), balance: RemittanceDifferences())
  }

  /// What CLP and PLB would say, by which the same claims are known again.
  private static func text(
    of answers: [RemittanceClaim], _ adjustments: [ProviderAdjustment]
  ) -> String {
    let claims = answers.map {
      ClaimsText.claim(
        $0.controlNumber, $0.status.code, charge: $0.charge.rawValue, paid: $0.paid.rawValue,
        payerNumber: $0.payerControlNumber)
    }
    let besides = adjustments.map {
      ClaimsText.adjustment($0.reason, $0.reference, $0.amount.rawValue)
    }
    return (claims + besides).joined()
  }

  /// The remittance that it may be once more, and in what they differ.
  ///
  /// - Throws: ``PaperFault`` where it is the same.
  private func lookAlike(
    of header: Remittance, _ hash: String,
    among known: [(header: Remittances.Header, setPosition: Int, fileName: String)]
  ) throws -> (root: RemittanceID, words: String)? {
    let new = LookAlike.Identity(
      originator: header.originator, traceNumber: header.traceNumber, payment: header.payment,
      paymentDate: header.paymentDate, claimsHash: hash)
    for other in known where LookAlike.verdict(new, against: other.header.identity) == .same {
      throw PaperFault(
        "number",
        "\(header.traceNumber) of \(header.payment) on \(header.paymentDate) is here already "
          + "(\(other.fileName)); it was not posted again")
    }
    for other in known {
      guard
        case .asks(_, let differs) = LookAlike.verdict(new, against: other.header.identity)
      else { continue }
      return (other.header.looksLike ?? other.header.id, "\(other.fileName): \(differs)")
    }
    return nil
  }

  /// Adds it as one that does not count yet: only the decision lets it count, so that undo is exact.
  private func insert(
    _ paper: PaperEOB, _ header: Remittance, _ answers: [RemittanceClaim], _ payer: Payer,
    _ hash: String, like: RemittanceID?
  ) throws -> RemittanceID {
    let serial = try Settings.nextNumber(of: "typed remittance", in: connection)
    let file = try office.beginFile(
      name: "\(paper.kind.title.lowercased()) \(paper.number), typed by \(office.user.name)",
      hash: FileDigest.hash(Array("typed \(serial)".utf8)), byteCount: 0, in: connection)
    let id = try Remittances.insert(
      header, claimCount: answers.count, claimsPaid: paper.paid, payer: payer.id, file: file,
      setPosition: 0, claimsHash: hash, looksLike: like, known: office.known, in: connection)
    try Remittances.insertProviderAdjustments(paper.adjustments, of: id, in: connection)
    try Remittances.setStanding(.voided, of: id, in: connection)
    try TypedRemittances.insert(
      id, kind: paper.kind, user: office.user.name, known: office.known, in: connection)
    for (position, answer) in answers.enumerated() {
      _ = try RemitClaims.insert(
        answer, position: position, of: id, matchedTo: nil, state: .noted, staging: [],
        known: office.known, in: connection)
    }
    let claims = answers.count == 1 ? "1 claim" : "\(answers.count) claims"
    try Files.complete(
      file, summary: "typed from paper: \(claims), \(paper.total)", problems: [], in: connection)
    return id
  }

  /// From now on it counts, or is asked about.
  private func count(_ id: RemittanceID, as activity: ActivityID, asked: Bool) throws {
    guard let header = try Remittances.find(id, in: connection) else { return }
    let desk = DecisionDesk(office: office, connection: connection)
    guard !asked else {
      try Remittances.change(
        header, to: .asked, activity: activity, known: office.known, in: connection)
      return try desk.placeAnew(
        LookAlikes.group(of: id, in: connection).map { .remittance($0.id) })
    }
    var touched = try LookAlikes(office: office, connection: connection, activity: activity)
      .accept(header)
    if let payer = try Payers.find(header.payer, in: connection) {
      _ = try InterestPoster(office: office, connection: connection, activity: activity).post(
        Remittances.providerAdjustments(of: id, in: connection), of: id, from: payer,
        on: header.noticeDate)
    }
    touched += try RefusedSets.sharing(traceOf: id, in: connection).map { .refusedSet($0) }
    try desk.placeAnew(touched)
  }

  private func accounts(of activity: ActivityID) throws -> [AccountSum] {
    var sums: [LedgerAccount: Cents] = [:]
    for entry in try Ledger.entries(ofActivity: activity, in: connection) {
      for posting in entry.entry.postings {
        sums[posting.account, default: .zero] += posting.amount
      }
    }
    return LedgerAccount.allCases.compactMap { account in
      sums[account].flatMap { $0 == .zero ? nil : AccountSum(account: account, amount: $0) }
    }
  }
}
