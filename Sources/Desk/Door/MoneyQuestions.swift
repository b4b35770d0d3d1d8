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
