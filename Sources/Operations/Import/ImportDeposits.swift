import Billing
import ClaimFiles
import Database
package import Desk
import Store

extension Office {
  /// Reads files of a bank: BAI2, or tables (CSV) by the columns of the rules.
  ///
  /// A line of the bank that is known is known again, whatever file it comes in.
  ///
  /// - Throws: Any failure of the database.
  package func importDeposits(_ paths: [String]) throws -> [ImportReport] {
    let (found, refused) = ArrivedFile.find(paths)
    return try refused
      + found.map { file in
        do {
          return try applyDeposits(file.read(), path: file.path, name: file.name)
        } catch let refusal as Refusal {
          return ImportReport(
            path: file.path, outcome: .refused,
            problems: [FileProblem(isError: true, message: refusal.message)])
        }
      }
  }

  /// Applies the bytes of one file of a bank.
  ///
  /// - Throws: ``Refusal`` for those who do not post; any failure of the database.
  package func applyDeposits(
    _ bytes: [UInt8], path: String, name: String
  ) throws -> ImportReport {
    try requirePoster()
    let statement: BankStatement
    do throws(BankFileError) {
      statement =
        BAI2File.isLikely(bytes)
        ? try BAI2File.read(bytes, codes: rules.bankCodes)
        : try BankTable.read(bytes, columns: rules.bankColumns)
    } catch {
      return ImportReport(path: path, outcome: .refused, problems: error.problems)
    }
    let hash = FileDigest.hash(bytes)
    return try database.write { connection in
      if let known = try Files.find(hash: hash, in: connection), known.isComplete {
        return .known(path, sets: 1, known)
      }
      let file = try beginFile(name: name, hash: hash, byteCount: bytes.count, in: connection)
      let report = try DepositFile(
        desk: DepositDesk(office: self, connection: connection), file: file, path: path
      ).apply(statement)
      try completeFile(file, report, summary: report.depositSummary, in: connection)
      return report
    }
  }

  /// Refuses who does not post.
  func requirePoster() throws {
    guard user.mayPost else {
      throw Refusal("Only those who post may do that (posters of the office's settings).")
    }
  }
}

/// One file of a bank, inside one transaction.
private struct DepositFile {
  let desk: DepositDesk
  let file: FileID
  let path: String

  func apply(_ statement: BankStatement) throws -> ImportReport {
    var report = ImportReport(path: path, outcome: .applied, sets: 1)
    report.problems = statement.notes
    report.depositsLeftAlone = statement.leftAlone
    var touched: [WorkSubject] = []
    var seen: [Line: Int] = [:]
    for line in statement.lines {
      // Of several lines that look alike the nth is the nth of any other file.
      seen[Line(line.deposit), default: 0] += 1
      let others = try Deposits.alike(line.deposit, in: desk.connection)
        .filter { $0.file != file }
      if seen[Line(line.deposit), default: 0] <= others.count {
        report.depositsKnown += 1
        continue
      }
      touched += try desk.record(line.deposit, file: file, line: line.line).touched
      report.depositsAdded += 1
      report.deposited += line.deposit.amount
    }
    try desk.place(touched)
    return report
  }

  private struct Line: Hashable {
    let day: Day
    let amount: Cents
    let key: String
    let account: String

    init(_ deposit: DepositDraft) {
      day = deposit.receivedOn
      amount = deposit.amount
      key = deposit.lineKey
      account = deposit.account
    }
  }
}

extension ImportReport {
  /// What a file of a bank did, in one line.
  fileprivate var depositSummary: String {
    let parts = [
      (depositsAdded, "new"), (depositsKnown, "known before"), (depositsLeftAlone, "left alone"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return parts.isEmpty ? "no deposits" : "deposits: " + parts.joined(separator: ", ")
  }
}
