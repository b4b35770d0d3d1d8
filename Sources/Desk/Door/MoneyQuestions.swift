package import Billing

/// What payers sent, newest first.
package struct ReadRemittances: DeskQuestion {
  package var offset: Int
  package var limit: Int

  package init(offset: Int, limit: Int) {
    self.offset = offset
    self.limit = limit
  }

  package var job: JobName { .remittances }

  package func ask(
    _ office: some OfficeDoor, progress: ImportReporter
  ) throws -> (rows: [RemittanceRow], count: Int) {
    try office.remittances(offset: offset, limit: limit)
  }
}

/// One remittance with its claims and its balance.
package struct ReadRemittance: DeskQuestion {
  package var remittance: RemittanceID

  package init(_ remittance: RemittanceID) {
    self.remittance = remittance
  }

  package var job: JobName { .remittance }

  package func ask(_ office: some OfficeDoor, progress: ImportReporter) throws -> RemittanceDetail {
    try office.remittance(remittance)
  }

  package func look(at answer: RemittanceDetail) -> Look? { answer.look }
}

/// The files that were read in, newest first.
package struct ReadFiles: DeskQuestion {
  package var offset: Int
  package var limit: Int

  package init(offset: Int, limit: Int) {
    self.offset = offset
    self.limit = limit
  }

  package var job: JobName { .files }

  package func ask(
    _ office: some OfficeDoor, progress: ImportReporter
  ) throws -> (rows: [FileRow], count: Int) {
    try office.files(offset: offset, limit: limit)
  }
}

/// Reads files in; the only question that tells how far it is.
package struct ImportFiles: DeskQuestion {
  package var paths: [String]

  package init(_ paths: [String]) {
    self.paths = paths
  }

  package var job: JobName { .importing }

  package func ask(_ office: some OfficeDoor, progress: ImportReporter) throws -> [ImportReport] {
    try office.importFiles(paths, progress: progress)
  }
}

/// The claim that a number on a paper means, of a payer or of whom it was sent to.
package struct ReadEOBClaim: DeskQuestion {
  package var number: String
  package var payer: String

  package init(_ number: String, payer: String) {
    self.number = number
    self.payer = payer
  }

  package var job: JobName { .claim }

  package func ask(_ office: some OfficeDoor, progress: ImportReporter) throws -> EOBClaim {
    try office.eobClaim(number, payer: payer)
  }

  package func look(at answer: EOBClaim) -> Look? {
    Look(.claim(answer.claim.id), reference: answer.claim.controlNumber)
  }
}

/// Posts a paper that was typed.
package struct PostEOB: DeskQuestion {
  package var paper: PaperEOB

  package init(_ paper: PaperEOB) { self.paper = paper }

  package var job: JobName { .decision }
  package var canBeCancelled: Bool { false }

  package func ask(_ office: some OfficeDoor, progress: ImportReporter) throws -> EOBOutcome {
    try office.postEOBs([paper])
  }
}

/// Patients with open balances, in the order of their queue; those who wait last.
package struct ReadPatients: DeskQuestion {
  package init() {}

  package var job: JobName { .page }

  package func ask(_ office: some OfficeDoor, progress: ImportReporter) throws -> [QueueRow] {
    try [Lane.work, .lead, .waiting].flatMap { lane in
      try office.page(PageRequest(queue: .patientBalances, lane: lane, limit: 500)).rows
    }
  }
}

/// Closes the books through the end of a period.
package struct CloseBooks: DeskQuestion {
  package var period: BookPeriod

  package init(_ period: BookPeriod) { self.period = period }

  package var job: JobName { .decision }
  package var canBeCancelled: Bool { false }

  package func ask(_ office: some OfficeDoor, progress: ImportReporter) throws -> BooksStanding {
    try office.closeBooks(period, note: "")
  }
}

/// Writes the statements that are due.
package struct SendStatements: DeskQuestion {
  package var request: StatementRequest

  package init(_ request: StatementRequest) { self.request = request }

  package var job: JobName { .decision }
  package var canBeCancelled: Bool { false }

  package func ask(
    _ office: some OfficeDoor, progress: ImportReporter
  ) throws -> StatementOutcome {
    try office.sendStatements(request)
  }
}
