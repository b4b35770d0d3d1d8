package import Billing
package import Desk
import Foundation

/// The journal of looks: who opened, listed, searched and exported what, in a file beside the
/// database, since a look writes nothing into that.
///
/// Lines are only added, each chained to the one before by SHA-256. Programs that add at once take
/// turns by a lock on the file. A line that a crash left unfinished is taken away by the next program
/// that adds one, which says so in a line of its own.
package struct LookJournal: Sendable {
  /// `OFFICE.audit`.
  package let path: String
  /// Who may read and write it: the rights of the database without those of strangers.
  private let mode: mode_t

  /// A look that waits to be written.
  package struct Waiting: Sendable {
    package var at: Timestamp
    package var on: Day
    package var user: String
    package var program: String
    package var look: Look

    package init(at: Timestamp, on day: Day, user: String, program: String, look: Look) {
      self.at = at
      on = day
      self.user = user
      self.program = program
      self.look = look
    }
  }

  /// The journal at a path, with the rights of a file that stands beside it.
  package init(_ path: String, beside database: String) {
    self.path = path
    var facts = stat()
    let isKnown = unsafe stat(database, &facts) == 0
    mode = isKnown ? facts.st_mode & 0o660 | 0o600 : 0o600
  }

  /// Adds lines and gives them to the disk.
  ///
  /// - Returns: What was mended before, in words; nil where nothing had to be.
  /// - Throws: ``Refusal`` with path and reason, where nothing of them is written.
  @discardableResult
  package func add(_ waiting: [Waiting]) throws(Refusal) -> String? {
    guard !waiting.isEmpty else { return nil }
    let file = try LookFile(path, mode: mode)
    defer { file.close() }
    let tail = try file.tail()
    var (number, chain) = (tail.number, tail.chain)
    var text = tail.isNew ? LookChain.head + "\n" : ""
    func append(_ look: Waiting) {
      number += 1
      let (line, next) = LookChain.text(
        LookLine(
          number: number, at: look.at, on: look.on, user: look.user, program: look.program,
          look: look.look), after: chain)
      text += line + "\n"
      chain = next
    }
    var words: String?
    if tail.torn > 0, let first = waiting.first {
      try file.cut(to: tail.end)
      words =
        "\(path): the last line was unfinished, as a crash leaves it; its \(tail.torn) bytes were taken away"
      var mended = first
      mended.look = Look(.mended, "journal", rows: tail.torn)
      append(mended)
    }
    for look in waiting { append(look) }
    try file.write(Array(text.utf8), at: tail.end)
    return words
  }

  /// Every line, oldest first, and what is wrong with the journal; nothing where there is none yet.
  ///
  /// - Parameter anchor: A chain value that was noted elsewhere: a journal that does not have it any
  ///   more was cut or exchanged.
  /// - Returns: All that it says.
  /// - Throws: ``Refusal`` where the file cannot be read.
  package func read(anchor: String? = nil) throws(Refusal) -> LookReport {
    var report = LookReport()
    guard unsafe access(path, F_OK) == 0 else {
      if anchor != nil { report.problems.append("\(path) is not there any more") }
      return report
    }
    let bytes: [UInt8]
    do throws(Refusal) {
      bytes = try OrdinaryFile.read(path, atMost: .max).bytes
    } catch {
      throw Refusal("\(path): \(error.message)")
    }
    var lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let torn = lines.popLast() ?? ""
    if lines.first.map(String.init) != LookChain.head {
      report.problems.append("\(path), line 1: it is no journal of looks")
    }
    var previous = ""
    var isAnchored = anchor == nil
    for (index, text) in lines.enumerated().dropFirst() {
      let (line, isChained, chain) = LookChain.read(text, after: previous)
      if let line { report.lines.append(line) }
      if !isChained, report.problems.count < 100 {
        report.problems.append(
          "\(path), line \(index + 1): it was changed, or one before it is gone")
      }
      if chain == anchor { isAnchored = true }
      previous = chain
    }
    report.torn = torn.utf8.count
    if !isAnchored {
      report.problems.append(
        "\(path): no line has the anchor \(anchor ?? ""): the journal was cut or exchanged")
    }
    report.anchor = previous
    return report
  }
}

/// What a journal of looks says.
package struct LookReport: Equatable, Sendable {
  /// Oldest first.
  package var lines: [LookLine] = []
  /// Every line that does not follow from the one before it.
  package var problems: [String] = []
  /// Bytes of a line at the end that is unfinished; the next look mends it.
  package var torn = 0
  /// The chain value of the last line, to be kept elsewhere; empty where there is no line.
  package var anchor = ""
}
