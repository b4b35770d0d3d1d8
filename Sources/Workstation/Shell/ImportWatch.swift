import Desk

/// The import that runs, and what came of the last one.
struct ImportWatch: Equatable, Sendable {
  var progress: ImportProgress?
  private(set) var reports: [ImportReport] = []

  mutating func begin() { reports = [] }

  mutating func end(_ reports: [ImportReport] = []) {
    progress = nil
    self.reports = reports
  }
}
