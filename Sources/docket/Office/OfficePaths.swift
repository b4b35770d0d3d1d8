import Foundation

/// An office's database file and what lies beside it.
struct OfficePaths: Equatable, Sendable {
  /// The database, as an absolute path.
  let database: String

  init(_ path: String) {
    let absolute =
      path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    database = (absolute as NSString).standardizingPath
  }

  /// `office` of `/data/office.docket`, with its folder.
  private var stem: String {
    database.hasSuffix(".docket") ? String(database.dropLast(7)) : database
  }

  /// Where claim files are written that are to be sent.
  var outbox: String { stem + ".outbox" }
  /// Where a sample office keeps the files it was made of.
  var sampleFiles: String { stem + ".files" }
  /// The office's own rules, laid over the shipped ones.
  var rules: String { stem + ".rules.toml" }
  /// What the office has decided, such as who supervises.
  var settings: String { stem + ".settings.toml" }

  /// Who looked at what.
  var audit: String { stem + ".audit" }

  var exists: Bool { FileManager.default.fileExists(atPath: database) }
}
