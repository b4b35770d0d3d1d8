import Billing
import Database
package import Desk
import Foundation
import Paper
import Store
import WorkEngine

extension Office {
  /// Writes the statements that are due into one file as text and one as pages, and records them.
  ///
  /// The files are given to the disk before the commit and get their names after it.
  ///
  /// - Throws: ``Refusal`` where a patient that was named may not be asked, or a file cannot be
  ///   written: then nothing is recorded; any failure of the database.
  package func sendStatements(_ request: StatementRequest) throws -> StatementOutcome {
    let folder = request.folder ?? statementFolder
    var files: StatementFiles?
    let outcome: StatementOutcome
    do {
      outcome = try write { connection, _ in
        var run = try StatementRun(office: self, connection: connection)
        if let items = request.items {
          for item in items { try run.send(named: item) }
        } else {
          try run.sendAllDue()
        }
        if !run.sent.isEmpty {
          let written = StatementFiles(folder: folder, run: run.number)
          try written.write(run.pages)
          files = written
        }
        return StatementOutcome(
          run: run.number, files: files?.names ?? [], sent: run.sent, leftOut: run.leftOut)
      }
    } catch DatabaseFailure.unknownCommit(let reason) {
      throw DatabaseFailure.unknownCommit(reason: reason)
    } catch {
      files?.discard()
      throw error
    }
    try files?.settle()
    return outcome
  }

  /// Beside the folder that claims leave from, and never in it: a clearinghouse picks that one up.
  private var statementFolder: String {
    (outbox as NSString).deletingLastPathComponent + "/STATEMENTS"
  }
}

/// The statements of one run, recorded inside one transaction.
private struct StatementRun {
  let office: Office
  let connection: Connection
  let number: Int
  private(set) var sent: [SentStatement] = []
  private(set) var leftOut: [BulkRefusal] = []
  /// The lines of each statement.
  private(set) var pages: [[String]] = []
  private let desk: DecisionDesk
  private let placer: Placer

  init(office: Office, connection: Connection) throws {
    self.office = office
    self.connection = connection
    desk = DecisionDesk(office: office, connection: connection)
    placer = Placer(rules: office.rules, today: office.today)
    // Undo takes a run back as a whole, by the number that its lines in the journal share.
    number = Int(try Settings.nextNumber(of: "bulk number", in: connection))
  }

  mutating func sendAllDue() throws {
    for patient in try PatientDebts.patients(in: connection) {
      guard let listed = try WorkItems.find(.patient(patient), in: connection), !listed.isClosed,
        case .patient(let story)? = try placer.story(of: listed.item.subject, in: connection)
      else { continue }
      let reading = PatientReading(story, rules: office.rules, on: office.today)
      switch reading.stage {
      case .statementDue:
        if let refusal = try send(story, listed) { leaveOut(listed, refusal) }
      case .notBillable: leaveOut(listed, reading.reasons.joined(separator: " "))
      case .statementSent, .agencyDue, .promised, .promiseBroken: break
      }
    }
  }

  /// Sends the statement of a patient whom somebody names, also before it is due.
  ///
  /// - Throws: ``Refusal`` where the patient may not be asked, or somebody else has the item.
  mutating func send(named item: WorkItemID) throws {
    guard let listed = try WorkItems.find(item, in: connection),
      case .patient(let story)? = try placer.story(of: listed.item.subject, in: connection)
    else { throw Refusal("Item \(item.rawValue) is no patient's balance.") }
    if let refusal = try send(story, listed) { throw Refusal(refusal) }
  }

  private mutating func leaveOut(_ listed: WorkItems.Listed, _ reason: String) {
    leftOut.append(
      BulkRefusal(item: listed.item.id, reference: listed.reference, reason: reason))
  }

  /// Records a statement; gives why none can go out.
  private mutating func send(
    _ story: PatientStory, _ listed: WorkItems.Listed
  ) throws -> String? {
    if let lease = listed.item.lease, lease.session != office.session,
      lease.expires > (try office.now(connection)), !office.hasEnded(lease.session)
    {
      return "\(lease.user) has it now."
    }
    guard
      let statement = PatientStatement(
        story, number: "\(number)-\(sent.count + 1)", rules: office.rules, on: office.today)
    else {
      let reasons = PatientReading(story, rules: office.rules, on: office.today).reasons
      return reasons.first ?? "\(story.patient.fullName) owes nothing."
    }
    let act = Decision.Act.statement(StatementNotice(run: number, amount: statement.amount))
    let code = office.rules.results.first { $0.verb == .statement }?.code ?? ""
    _ = try desk.record(
      Decision(act, resultCode: code), on: listed.item.subject, queue: listed.item.queue,
      detail: "\(statement.amount), run \(number)", target: nil, bulk: Int64(number))
    try WorkItems.touch(listed.item.id, on: office.today, in: connection)
    try desk.placeAnew([listed.item.subject])
    pages.append(statement.lines)
    sent.append(
      SentStatement(
        item: listed.item.id, reference: listed.reference, patient: story.patient.listName,
        amount: statement.amount))
    return nil
  }
}

/// The two files of a run: hidden until the run is committed.
private struct StatementFiles {
  let folder: String
  let run: Int

  var names: [String] { ["txt", "pdf"].map { "\(folder)/statements-\(run).\($0)" } }
  private var hidden: [String] { ["txt", "pdf"].map { "\(folder)/.statements-\(run).\($0)" } }

  /// - Throws: ``Refusal`` where a file cannot be written; then none is left.
  func write(_ pages: [[String]]) throws {
    var document = PaperDocument()
    for page in pages { document.add(page) }
    let text = pages.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\u{0C}")
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o770])
    } catch {
      throw Refusal("The folder \(folder) cannot be made. Nothing was saved.")
    }
    for name in names where FileManager.default.fileExists(atPath: name) {
      throw Refusal("\(name) is there already: name another folder. Nothing was saved.")
    }
    do throws(Refusal) {
      try DurableFile.create(hidden[0], Array(text.utf8))
      try DurableFile.create(hidden[1], document.bytes)
      try DurableFile.syncFolder(folder)
    } catch {
      discard()
      throw Refusal(
        "The statements could not be written to \(folder): \(error.message). Nothing was saved.")
    }
  }

  func discard() {
    for path in hidden { _ = unsafe unlink(path) }
  }

  /// - Throws: ``Refusal`` where the files cannot get their names.
  func settle() throws {
    do throws(Refusal) {
      for (from, to) in zip(hidden, names) { try DurableFile.move(from, to: to) }
      try DurableFile.syncFolder(folder)
    } catch {
      throw Refusal(
        "The statements are recorded, but their files are still called \(hidden[0]) and "
          + "\(hidden[1]): \(error.message). Rename them; do not run them again.")
    }
  }
}
