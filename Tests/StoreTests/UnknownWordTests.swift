import Billing
import Database
import Testing

@testable import Store

@Suite("Words that nobody knows")
struct UnknownWordTests {
  /// A column, and a call that reads it of the one row that there is.
  struct Case: CustomStringConvertible {
    var place: WordPlace
    /// How the fault names the row.
    var row: String
    var read: @Sendable (WholeOffice, Connection) throws -> Void

    var description: String { place.table + "." + place.column }

    init(
      _ place: WordPlace, _ read: @escaping @Sendable (WholeOffice, Connection) throws -> Void
    ) {
      self.init(place, "id 1", read)
    }

    init(
      _ place: WordPlace, _ row: String,
      _ read: @escaping @Sendable (WholeOffice, Connection) throws -> Void
    ) {
      self.place = place
      self.row = row
      self.read = read
    }
  }

  private static func requests(_ office: WholeOffice, _ connection: Connection) throws {
    _ = try Requests.all(about: .claim(office.claim), in: connection)
  }
  private static func outgoing(_ office: WholeOffice, _ connection: Connection) throws {
    _ = try OutgoingFiles.find("270", in: connection)
  }
  private static func change(_ office: WholeOffice, _ connection: Connection) throws {
    _ = try ClaimPayers.kept(by: office.activity, in: connection)
  }
  private static func claim(_ office: WholeOffice, _ connection: Connection) throws {
    _ = try Claims.find(office.claim, in: connection)
  }
  private static func answer(_ office: WholeOffice, _ connection: Connection) throws {
    _ = try RemitClaims.find(office.remitClaim, in: connection)
  }
  private static func order(_ office: WholeOffice, _ connection: Connection) throws {
    _ = try Orders.find(office.order, in: connection)
  }
  private static func holds(_ office: WholeOffice, _ connection: Connection) throws {
    _ = try Holds.all(of: office.charge, rental: nil, in: connection)
  }
  private static func item(_ office: WholeOffice, _ connection: Connection) throws {
    _ = try WorkItems.find(office.item, in: connection)
  }
  private static func entries(_ office: WholeOffice, _ connection: Connection) throws {
    _ = try Ledger.entries(ofClaim: office.claim, in: connection)
  }
  private static func submissions(_ office: WholeOffice, _ connection: Connection) throws {
    _ = try Submissions.all(of: office.claim, in: connection)
  }
  private static func acknowledgments(_ office: WholeOffice, _ connection: Connection) throws {
    _ = try Acknowledgments.all(of: office.claim, in: connection)
  }
  private static func story(_ office: WholeOffice, _ connection: Connection) throws {
    _ = try Stories.claim(
      office.claim,
      payers: { id in
        Payer(id: id, name: "SAMPLE HEALTH", identifier: "S1", family: .commercial)
      }, decisions: { _ in [] }, isCrossover: { _ in false }, in: connection)
  }
  private static func special(_ office: WholeOffice, _ connection: Connection) throws {
    _ = try SpecialWorks.find(office.special, in: connection)
  }
  private static func rental(_ office: WholeOffice, _ connection: Connection) throws {
    _ = try Rentals.find(office.rental, in: connection)
  }
  private static func answerChanges(_ office: WholeOffice, _ connection: Connection) throws {
    _ = try AnswerChanges.all(of: office.activity, in: connection)
  }

  private static func balance(_ office: WholeOffice, _ connection: Connection) throws {
    _ = try ProviderBalances.find(
      office.balance, payer: { try #require(try Payers.find($0, in: connection)) }, in: connection)
  }

  private static func underpayment(_ office: WholeOffice, _ connection: Connection) throws {
    _ = try Underpayments.find(office.claim, in: connection)
  }

  private static func documents(_ office: WholeOffice, _ connection: Connection) throws {
    _ = try Documents.all(of: office.patient, in: connection)
  }

  static let cases: [Case] = [
    Case(Words.payerFamily.place) { _ = try Payers.find($0.payer, in: $1) },
    Case(Words.payerFamily.place, claim), Case(Words.prescriberEnrolled.place, order),
    Case(Words.fileComplete.place) { _ = try Files.find(hash: "h", in: $1) },
    Case(Words.fileComplete.place) { _ = try Files.page(offset: 0, limit: 9, in: $1) },
    Case(Words.setComplete.place, "file_id 1") {
      _ = try SetProgress.find(file: $0.file, position: 0, in: $1)
    },
    Case(Words.problemIsError.place, "file_id 1") { _ = try Files.problems(of: $0.file, in: $1) },
    Case(Words.claimOrigin.place, claim), Case(Words.claimSequence.place, claim),
    Case(Words.claimSequence.place, story), Case(Words.claimFrequency.place, claim),
    Case(Words.claimNextBilled.place, story),
    Case(Words.submissionFrequency.place, submissions),
    Case(Words.submissionAnswer.place, submissions),
    Case(Words.submissionAnswer.place) { _ = try Batches.claims(of: $0.batch, in: $1) },
    Case(Words.acknowledgmentKind.place, acknowledgments),
    Case(Words.acknowledgmentVerdict.place, acknowledgments),
    Case(Words.acknowledgmentKind.place) { _ = try Batches.filingProof(of: $0.claim, in: $1) },
    Case(Words.acknowledgmentVerdict.place, "id unknown") {
      _ = try Batches.answers(to: $0.batch, in: $1)
    },
    Case(Words.remitClaimState.place, answer), Case(Words.remitClaimState.place, story),
    Case(Words.remitClaimState.place, "id unknown") {
      _ = try RemitClaims.states(of: $0.remittance, in: $1)
    },
    Case(Words.answerBefore.place, answerChanges), Case(Words.answerAfter.place, answerChanges),
    Case(Words.balanceAccount.place, balance),
    Case(Words.remittanceStanding.place) { _ = try Remittances.find($0.remittance, in: $1) },
    Case(Words.standingBefore.place) { _ = try Remittances.changes(of: $0.activity, in: $1) },
    Case(Words.standingAfter.place) { _ = try Remittances.changes(of: $0.activity, in: $1) },
    Case(Words.underpaymentSource.place, underpayment),
    Case(Words.typedKind.place, "remittance_id 1") {
      _ = try TypedRemittances.find($0.remittance, in: $1)
    },
    Case(Words.adjustmentGroup.place, "remit_claim_id 1", answer),
    Case(Words.adjustmentGroup.place, "remit_claim_id 1", story),
    Case(Words.entryCause.place, entries),
    Case(Words.postingAccount.place, "entry_id 1", entries),
    Case(Words.itemSubject.place, item), Case(Words.itemQueue.place, item),
    Case(Words.itemLane.place, item), Case(Words.itemTier.place, item),
    Case(Words.itemPinned.place, item), Case(Words.itemClosed.place, item),
    Case(Words.orderMethod.place, order), Case(Words.orderStanding.place, order),
    Case(Words.orderStanding.place) { _ = try Orders.known(number: "SO-1", in: $1) },
    Case(Words.orderStanding.place) {
      _ = try Orders.list(text: "", standing: nil, offset: 0, limit: 9, in: $1)
    },
    Case(Words.orderCoverageSequence.place, "order_id 1", order),
    Case(Words.orderLineKind.place, "order_id 1", order),
    Case(Words.stayKind.place, "order_id 1", order),
    Case(Words.problemCause.place, "id unknown") {
      _ = try OrderProblems.byCause(from: WholeOffice.day, through: WholeOffice.day, in: $1)
    },
    Case(Words.problemTeam.place, "id unknown") {
      _ = try OrderProblems.byCause(from: WholeOffice.day, through: WholeOffice.day, in: $1)
    },
    Case(Words.documentKind.place, documents),
    Case(Words.rentalCategory.place, rental), Case(Words.breakKind.place, "rental_id 1", rental),
    Case(Words.chargeStanding.place) { _ = try Charges.find($0.charge, in: $1) },
    Case(Words.holdType.place, holds), Case(Words.holdTeam.place, holds),
    Case(Words.holdType.place) { _ = try HoldTotals.rows(in: $1) },
    Case(Words.eligibilityStanding.place) { office, connection in
      guard let payer = try Payers.find(office.payer, in: connection) else { return }
      _ = try Eligibilities.latest(of: office.patient, payer: payer, in: connection)
    },
    Case(Words.specialKind.place, special), Case(Words.specialStanding.place, special),
    Case(Words.requestKind.place, requests), Case(Words.requestState.place, requests),
    Case(Words.requestContractor.place, requests), Case(Words.changeBefore.place, change),
    Case(Words.changeAfter.place, change), Case(Words.outgoingKind.place, outgoing),
    Case(Words.outgoingState.place, outgoing),
    Case(Words.turnCause.place) { _ = try DayTurns.all(in: $1) },
    Case(Words.depositForm.place) { _ = try Deposits.find($0.deposit, in: $1) },
    Case(Words.depositForm.place) { _ = try Deposits.sums(Deposits.Selection(), in: $1) },
    Case(Words.closeKind.place) { _ = try BookCloses.all(limit: 9, in: $1) },
    Case(Words.closeReopening.place) { _ = try BookCloses.all(limit: 9, in: $1) },
    Case(Words.approvalPurpose.place) { _ = try Approvals.find(ApprovalID(1), in: $1) },
    Case(Words.approvalPeriod.place) { _ = try Approvals.find(ApprovalID(1), in: $1) },
    Case(Words.approvalSubject.place, "id 2") {
      _ = try Approvals.find(ApprovalID(2), in: $1)
    },
    Case(Words.postingAccount.place, "entry_id 1") {
      _ = try PeriodTotals.accounts(BookPeriod(WholeOffice.day), in: $1)
    },
  ]

  /// Columns that are only ever compared, or are read by the journal, which shows such lines.
  private static let unread: [WordPlace] = [
    Words.coverageSequence.place, Words.adjustmentIsDenial.place, Words.itemEscalated.place,
    Words.problemIsReturn.place, Words.documentWithdrawn.place, Words.rentalWithdrawn.place,
    Words.holdWithdrawn.place, Words.activityVerb.place, Words.activitySubject.place,
    Words.activityQueue.place, Words.activityLevel.place, Words.activityOutcome.place,
    Words.activityProductive.place, Words.requestWithdrawn.place,
    Words.eligibilityWithdrawn.place, Words.chargeDayTakenBack.place,
    Words.balanceStanding.place,
    // Read as the columns that they were copied from.
    Words.earlierAnswer.place, Words.earlierState.place, Words.earlierStanding.place,
    Words.depositEvent.place,
  ]

  @Test("every column that keeps a word is looked at here")
  func complete() {
    #expect(Set(Self.cases.map(\.place)).union(Self.unread) == Set(Words.places))
    #expect(Words.places.count == Set(Words.places).count)
  }

  @Test("an office of known words has no fault, and every reader reads it")
  func known() throws {
    let office = try WholeOffice()
    try office.database.read { connection in
      #expect(try WordAudit.faults(in: connection) == [])
      for item in Self.cases { try item.read(office, connection) }
    }
  }

  @Test("an unknown word is a fault that names table, column and row")
  func unknown() throws {
    let office = try WholeOffice()
    for item in Self.cases {
      try office.planting(in: item.place) { connection, word in
        let failure = #expect(throws: DatabaseFailure.self, "\(item)") {
          try item.read(office, connection)
        }
        #expect(
          failure
            == .row(
              RowFault(
                table: item.place.table, column: item.place.column, row: item.row, found: word)))
        #expect(failure?.message.contains("\(item.place.table).\(item.place.column)") == true)
        #expect(failure?.message.contains("docket check") == true)
      }
    }
  }

  @Test("the audit names every row of every column")
  func audit() throws {
    let office = try WholeOffice()
    for place in Words.places {
      try office.planting(in: place) { connection, word in
        let faults = try WordAudit.faults(in: connection)
        let rows = try connection.first("SELECT count(*) FROM \(place.table)") { $0.int(0) }
        #expect(faults.count == rows.map { Int($0) }, "\(place)")
        #expect(Set(faults.map(\.table)) == [place.table])
        #expect(Set(faults.map(\.column)) == [place.column])
        #expect(Set(faults.map(\.found)) == [word])
        let row = try #require(faults.first?.row)
        for column in place.key { #expect(row.contains(column + " "), "\(row)") }
      }
    }
  }

  @Test("a text that is no list of ours is a fault, and is not repeated")
  func lists() throws {
    let cases: [(WordPlace, String, @Sendable (WholeOffice, Connection) throws -> Void)] = [
      (Words.remitClaimStaging, "DOE JANE", Self.answer),
      (Words.answerStagingBefore, "DOE JANE", Self.answerChanges),
      (Words.answerStagingAfter, "DOE JANE", Self.answerChanges),
      (Words.remitClaimDifferences, "1 2", Self.answer),
      (Words.orderLinePointers, "one", Self.order),
      (Words.chargePointers, "one", { _ = try Charges.find($0.charge, in: $1) }),
      (Words.documentAnswers, "A7030", Self.documents), (Words.requestLines, "one", Self.requests),
      (Words.specialAnswers, "A7030", Self.special),
      (Words.specialNeeds, "letter", Self.special),
      (
        Words.revisionBefore, "E0601",
        { office, connection in
          guard let charge = try Charges.find(office.charge, in: connection) else { return }
          _ = try ChargeRevisions.charge(
            charge, activity: office.activity, isBefore: true, in: connection)
        }
      ),
    ]
    for (place, text, read) in cases {
      let office = try WholeOffice()
      try office.database.write {
        try $0.run("UPDATE \(place.table) SET \(place.column) = ?1", .text(text))
      }
      let failure = #expect(throws: DatabaseFailure.self, "\(place)") {
        try office.database.read { try read(office, $0) }
      }
      guard case .row(let fault) = failure else { continue }
      #expect((fault.table, fault.column) == (place.table, place.column))
      #expect(!fault.found.contains(" "))
    }
  }

  @Test("an entry whose postings do not sum to zero is a fault and never no entry")
  func unbalanced() throws {
    let office = try WholeOffice()
    try office.database.write { connection in
      try connection.run("DROP TRIGGER posting_is_kept")
      try connection.run("UPDATE posting SET amount_cents = 999 WHERE amount_cents = 1000")
    }
    #expect(throws: UnbalancedEntry(cause: .charge, sum: Cents(-1))) {
      try office.database.read { try Self.entries(office, $0) }
    }
  }
}

extension WholeOffice {
  private struct EndOfPlanting: Error {}

  /// Makes the word of every row of a table unknown, past every guard of the file, gives the body the
  /// word, and takes it all back.
  func planting(
    in place: WordPlace, _ body: (Connection, _ word: String) throws -> Void
  ) throws {
    do {
      try database.write { connection in
        try body(connection, try plant(place, in: connection))
        throw EndOfPlanting()
      }
    } catch is EndOfPlanting {}
  }

  private func plant(_ place: WordPlace, in connection: Connection) throws -> String {
    for kept in WordGuards.keptTables.sorted() {
      try connection.run("DROP TRIGGER IF EXISTS \(kept)_is_kept")
    }
    for guardName in ["added", "changed"] {
      try connection.run("DROP TRIGGER IF EXISTS \(place.table)_words_\(guardName)")
    }
    try connection.run("DROP TRIGGER IF EXISTS work_item_recounted")
    let isText = place.words.first?.hasPrefix("'") == true
    let word = isText ? "no-such-word" : "77"
    try connection.runScript("PRAGMA ignore_check_constraints = ON")
    try connection.runScript(
      "UPDATE \(place.table) SET \(place.column) = \(isText ? "'\(word)'" : word)")
    try connection.runScript("PRAGMA ignore_check_constraints = OFF")
    return word
  }
}
