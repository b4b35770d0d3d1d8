import Billing
import Database
package import Desk
import Store
import WorkEngine

extension Office {
  /// Looks for words that nobody knows, recomputes balances, totals and placements, verifies the
  /// journal, and names every difference.
  ///
  /// - Throws: Any failure of the database.
  package func check() throws -> CheckReport {
    // Before the ledger is read: what others send meanwhile is then in it.
    let found = OutboxLook(outbox)
    return try database.read { connection in
      var problems = try WordAudit.faults(in: connection).map(\.place)
      let sum = try LedgerAudit.sum(in: connection)
      if sum != .zero { problems.append("the postings sum to \(sum), not to zero") }
      problems += try LedgerAudit.unbalancedEntries(in: connection).map {
        "journal entry \($0.id) sums to \($0.sum), not to zero"
      }
      problems += try LedgerAudit.differingLines(in: connection).prefix(100).map {
        "line \($0.rawValue): the kept balances differ from its postings"
      }
      problems += try LedgerAudit.differingRemittances(in: connection).prefix(100).map {
        "remittance \($0.trace): \($0.detail)"
      }
      problems += try LedgerAudit.differingCash(in: connection).prefix(100).map {
        "remittance \($0): the cash taken in differs from the payment"
      }
      problems += try SetProgress.unfinished(in: connection).map {
        "\($0.file), set \($0.control): applied up to claim \($0.applied); import the file again"
      }
      let totals = try totals(in: connection)
      if totals.payment != totals.posted + totals.suspense {
        problems.append(
          "paid \(totals.payment) is not posted \(totals.posted) plus suspense \(totals.suspense)")
      }
      problems += try bankDifferences(totals, in: connection)
      if try LedgerAudit.keptSuspense(in: connection) != totals.suspense {
        problems.append("the kept total of suspense differs from its postings")
      }
      problems += try differingBalances(in: connection)
      problems += try DecidedMoney.differences(in: connection)
      problems += try ChargeAudit.differences(in: connection).prefix(100)
      problems += try ChargeAudit.orphans(in: connection).prefix(100)
      problems += try differingPlaces(in: connection)
      problems += try QueueTotals.differences(in: connection).map { "queue totals: " + $0 }
      do {
        problems += try missingMonths(in: connection)
        problems += try differingPlacements(in: connection)
      } catch DatabaseFailure.row(let fault) {
        if !problems.contains(fault.place) { problems.append(fault.place) }
        problems.append("placements and rental months could not be compared because of that row")
      }
      problems += try found.differences(office: self, in: connection)
      let (anchor, broken) = try journalChain(in: connection)
      problems += try broken + BusinessDay.breaks(in: connection)
      problems += try ClockJournal.breaks(in: connection)
      if let pending = try PendingBack(in: connection) {
        problems.append(
          "taking the day back from \(pending.from) to \(pending.to) is not finished: docket day "
            + "back goes on with it")
      }
      return CheckReport(
        problems: problems, postingsSum: sum, totals: totals, anchor: anchor)
    }
  }

  /// What stands with payers apart from claims, held against its postings.
  private func differingBalances(in connection: Connection) throws -> [String] {
    try [LedgerAccount.recoupment, .forwardingBalance, .providerAdjustment, .paymentDifference]
      .compactMap { account in
        let kept = try ProviderBalances.total(of: account, in: connection)
        let posted = try LedgerAudit.balance(of: account, in: connection)
        return kept == posted
          ? nil : "\(account.rawValue): \(kept) stands with payers, \(posted) is posted"
      }
  }

  private func totals(in connection: Connection) throws -> CheckReport.Totals {
    CheckReport.Totals(
      files: try LedgerAudit.count(of: .file, in: connection),
      claims: try LedgerAudit.count(of: .claim, in: connection),
      remittances: try LedgerAudit.count(of: .remittance, in: connection),
      payment: try LedgerAudit.payment(in: connection),
      posted: try LedgerAudit.posted(in: connection),
      suspense: try LedgerAudit.suspense(in: connection),
      workItems: try QueueTotals.open(in: connection),
      credit: try LedgerAudit.credit(in: connection),
      patient: try LedgerAudit.balance(of: .patientReceivable, in: connection),
      forwarding: try LedgerAudit.balance(of: .forwardingBalance, in: connection),
      recoupment: try LedgerAudit.balance(of: .recoupment, in: connection),
      waiting: try LedgerAudit.waiting(in: connection),
      deposit: try LedgerAudit.bank(in: connection),
      unmatchedDeposit: try LedgerAudit.bank(in: connection)
        - LedgerAudit.matchedDeposits(in: connection))
  }

  /// Whether bank, cash, matches and closed periods are what the facts say.
  private func bankDifferences(
    _ totals: CheckReport.Totals, in connection: Connection
  ) throws -> [String] {
    var problems = try LedgerAudit.differingDeposits(in: connection).prefix(100).map {
      "deposit \($0.rawValue): its entries differ from what came into the bank"
    }
    problems += try LedgerAudit.differingMatches(in: connection).prefix(100).map {
      "\($0) is matched with more than it is, or is void"
    }
    let standing = try Deposits.sums(Deposits.Selection(), in: connection).map(\.amount).total()
    if standing != totals.deposit {
      problems.append("deposits come to \(standing), the bank account to \(totals.deposit)")
    }
    if let fault = try LedgerAudit.closedPeriodFault(in: connection) { problems.append(fault) }
    return problems
  }

  /// Places every subject anew and compares with the index of work.
  private func differingPlacements(in connection: Connection) throws -> [String] {
    var problems: [String] = []
    let placer = Placer(rules: rules, today: today)
    var known: Set<WorkSubject> = []
    try WorkItems.forEachSubject(in: connection) { listed, isClosed in
      known.insert(listed.item.subject)
      let placement = try placer.placement(of: listed.item.subject, in: connection)
      guard problems.count < 100 else { return }
      let name = "item \(listed.item.id.rawValue) (\(listed.reference))"
      switch (placement, isClosed) {
      case (nil, true): break
      case (nil, false): problems.append("\(name) is in a queue but nothing is left to work")
      case (_?, true): problems.append("\(name) is closed but there is work to do")
      case (let placement?, false):
        let item = listed.item
        if placement.queue != item.queue || placement.lane != item.lane
          || placement.tier != item.tier || placement.balance != item.balance
          || placement.expected != item.expected || placement.governing?.safe != item.safe
          || placement.governing?.legal != item.legal
          || placement.followUpOn != item.followUpOn || placement.reasonCode != item.reasonCode
        {
          problems.append(
            "\(name) stands in \(item.queue.rawValue) (\(item.lane.title), \(item.tier.title)), "
              + "its facts say \(placement.queue.rawValue) (\(placement.lane.title), \(placement.tier.title))"
          )
        }
      }
    }
    let subjects =
      try Claims.subjects(in: connection) + ChargeAudit.subjects(in: connection)
      + Deposits.subjects(in: connection)
    for subject in subjects where !known.contains(subject) {
      guard problems.count < 100 else { break }
      if try placer.placement(of: subject, in: connection) != nil {
        problems.append("\(subject.kind) \(subject.key) has work to do and is in no queue")
      }
    }
    return problems
  }

  /// Rental months that have begun and were never charged, once the day was rolled.
  private func missingMonths(in connection: Connection) throws -> [String] {
    guard let rolled = try BusinessDay.kept(in: connection), rolled >= today else { return [] }
    var problems: [String] = []
    var after = RentalID(0)
    while true {
      let rentals = try Rentals.all(after: after, limit: 500, in: connection)
      for rental in rentals {
        let made = try Charges.months(of: rental.id, in: connection)
        let missing = RentalCalendar.months(of: rental, through: today)
          .filter { !made.contains($0.number) }
        problems += missing.map {
          "month \($0.number) of rental \(rental.id.rawValue) (\(rental.procedure.code)) began on "
            + "\($0.from) and has no charge"
        }
      }
      guard let end = rentals.last, rentals.count == 500, problems.count < 100 else {
        return problems
      }
      after = end.id
    }
  }

  /// Whether every cent of every charge is in the place that the ledger says.
  private func differingPlaces(in connection: Connection) throws -> [String] {
    let places = try ChargeAudit.places(in: connection)
    let unbilled = places.filter { $0.place == .held || $0.place == .ready }
      .map(\.amount).total()
    let ledger = try ChargeAudit.unbilled(in: connection)
    var problems: [String] = []
    if unbilled != ledger {
      problems.append("held and ready charges are \(unbilled), the ledger has \(ledger) unbilled")
    }
    if try ChargeAudit.keptUnbilled(in: connection) != ledger {
      problems.append("the kept total of unbilled charges differs from its postings")
    }
    return problems
  }

  /// The last chain value, and every line of the journal that does not follow from the one before.
  private func journalChain(in connection: Connection) throws -> (String, [String]) {
    var previous = ""
    var problems: [String] = []
    try Activities.forEach(in: connection) { id, kept, chain in
      let expected = kept.map { JournalChain.next(after: previous, $0) }
      if chain != expected, problems.count < 100 {
        problems.append("activity \(id.rawValue) was altered, or one before it is missing")
      }
      previous = chain
    }
    return (previous, problems)
  }
}

/// The hash chain over the journal: each line carries the hash of the one before and itself.
enum JournalChain {
  static func next(after previous: String, _ kept: Activities.Kept) -> String {
    let activity = kept.activity
    let old = kept.earlier
    return next(
      after: previous,
      fields: [
        String(activity.at.rawValue), activity.on.description, activity.user,
        activity.verb.rawValue, activity.resultCode, activity.subject.kind,
        String(activity.subject.key), activity.queue?.rawValue ?? "", activity.note,
        activity.detail, activity.followUpOn?.description ?? "",
        old.appealLevel.map { String($0.rawValue) } ?? "", old.appealOutcome?.rawValue ?? "",
        old.noticeOn?.description ?? "", old.payerStatus, old.assignee ?? "",
        kept.targetClaim.map { String($0.rawValue) } ?? "",
        kept.bulk.map(String.init) ?? "", activity.undoes.map { String($0.rawValue) } ?? "",
        activity.isProductive ? "1" : "0",
      ] + (kept.decision.map { [$0] } ?? []))
  }

  static func next(after previous: String, _ new: Activities.New) -> String {
    next(
      after: previous,
      fields: [
        String(new.at.rawValue), new.on.description, new.user, new.verb.rawValue, new.resultCode,
        new.subject.kind, String(new.subject.key), new.queue?.rawValue ?? "", new.note, new.detail,
        new.followUpOn?.description ?? "",
        // The columns of version 0, which a line has no more.
        "", "", "", "", "",
        new.targetClaim.map { String($0.rawValue) } ?? "", new.bulk.map(String.init) ?? "",
        new.undoes.map { String($0.rawValue) } ?? "", new.isProductive ? "1" : "0", new.decision,
      ])
  }

  static func next(after previous: String, fields: [String]) -> String {
    // A unit separator between the fields, so that no two different lines read the same.
    FileDigest.chain(previous, fields.joined(separator: "\u{1F}"))
  }
}
