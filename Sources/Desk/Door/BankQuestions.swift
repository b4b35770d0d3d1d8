/// Money in the bank, newest first.
package struct ReadDeposits: DeskQuestion {
  package var query: DepositQuery

  package init(_ query: DepositQuery) {
    self.query = query
  }

  package var job: JobName { .deposits }

  package func ask(_ office: some OfficeDoor, progress: ImportReporter) throws -> DepositsPage {
    try office.deposits(query)
  }
}
