import ArgumentParser
import Billing
import Cells
import CursesTerminal
import Database
import Foundation
import Operations

/// `docket doctor`: whether this machine and this office are as they should be.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Look at the database, the disk, the terminal and the settings.",
    discussion: "Exit status 1 when something needs doing.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false

  func run() throws {
    var examination = Examination()
    let choice = try OfficeChoice(options)
    examination.lookAtOffice(choice.paths, today: options.today ?? LocalClock.today())
    examination.lookAtTerminal(ProcessInfo.processInfo.environment)
    examination.lookAtSettings(Folders())
    var output = Output()
    if json {
      try output.json([
        "version": .foreign(Program.version),
        "findings": .array(
          examination.findings.map {
            [
              "verdict": .foreign($0.verdict.rawValue), "subject": .text($0.subject),
              "finding": .text($0.words),
            ]
          }),
      ])
    } else {
      var table = TextTable([.init(""), .init("subject"), .init("finding")])
      for finding in examination.findings {
        table.add("\(foreign: finding.verdict.rawValue)", finding.subject, finding.words)
      }
      try output.line("docket \(foreign: Program.version)")
      try output.table(table)
    }
    try output.finish()
    if examination.findings.contains(where: { $0.verdict == .bad }) { throw ProblemsFound() }
  }
}

/// What a look at machine and office found.
struct Examination {
  enum Verdict: String, Sendable {
    case good = "ok"
    /// Works, but should be known.
    case note
    case bad = "BAD"
  }

  struct Finding {
    var verdict: Verdict
    var subject: SafeText
    var words: SafeText
  }

  private(set) var findings: [Finding] = []

  mutating func find(_ verdict: Verdict, _ subject: SafeText, _ words: SafeText) {
    findings.append(Finding(verdict: verdict, subject: subject, words: words))
  }

  // MARK: The office

  mutating func lookAtOffice(_ paths: OfficePaths, today: Day) {
    guard paths.exists else {
      find(.note, "office", "\(foreign: paths.database): not there yet; docket import makes it")
      return
    }
    do {
      let opened = try OpenOffice(
        paths, today: today, mode: .readWrite, session: ShellSession.id
      ) { _ in }
      lookAt(try opened.office.database.facts())
      lookAtOutbox(opened.office)
      find(
        .good, "you",
        """
        \(foreign: opened.office.user.name)\
        \(opened.office.user.isSupervisor ? ", a supervisor" : "")
        """)
      lookAtDay(try opened.standing(on: today))
      lookAtKnownDays(try opened.office.unknownDays())
      lookAtLooks(opened)
      let damages = try opened.office.database.damages()
      for damage in damages { find(.bad, "file", "\(foreign: damage)") }
      if damages.isEmpty { find(.good, "file", "whole, and every reference leads somewhere") }
    } catch let failure as DatabaseFailure {
      find(.bad, "office", "\(foreign: failure.message)")
    } catch let failure as CommandFailure {
      find(.bad, "office", failure.message)
    } catch {
      find(.bad, "office", "\(foreign: "\(error)")")
    }
    lookAtVolume(paths.database)
  }

  private mutating func lookAtDay(_ standing: DayStanding) {
    guard let words = standing.words else {
      return find(.good, "day", "\(foreign: standing.day.description)")
    }
    find(standing.isLeap ? .note : .bad, "day", words)
  }

  private mutating func lookAt(_ facts: DatabaseFacts) {
    find(
      .good, "office",
      "\(foreign: facts.path), \(MoneyText.count(Int(clamping: facts.fileBytes))) bytes")
    find(
      facts.hasWALResetRace ? .note : .good, "database",
      "\(foreign: facts.engine), \(foreign: facts.engineNote)")
    find(facts.isDurable ? .good : .bad, "durability", "\(foreign: facts.durability)")
    let isClosed = facts.fileMode & 0o007 == 0
    find(
      isClosed ? .good : .bad, "rights",
      """
      file \(foreign: String(facts.fileMode, radix: 8)), folder \
      \(foreign: String(facts.folderMode, radix: 8))\
      \(isClosed ? "" : "; everybody on this computer may open the file")
      """)
    if facts.walBytes > 64 * 1_048_576 {
      find(
        .note, "log",
        "\(MoneyText.count(Int(clamping: facts.walBytes))) bytes; close screens left open for long")
    }
    if let trouble = facts.checkpointTrouble { find(.bad, "log", "\(foreign: trouble)") }
    if facts.clockAheadMilliseconds > 60_000 {
      find(
        .note, "clock",
        """
        the office's clock is \(facts.clockAheadMilliseconds / 1000) seconds ahead of this machine's; \
        set this one right, or where it is right, the other: docket day clock --mend
        """)
    }
  }

  private mutating func lookAtKnownDays(_ unknown: [(table: String, count: Int)]) {
    guard !unknown.isEmpty else { return }
    let words = unknown.map { "\(MoneyText.count($0.count).string) in \($0.table)" }
    find(
      .note, "known days",
      """
      of some facts nobody knows when they were recorded, since it was not kept then: \
      \(foreign: words.joined(separator: ", "))
      """)
  }

  private mutating func lookAtLooks(_ opened: OpenOffice) {
    do throws(Refusal) {
      let report = try opened.looks.read()
      for problem in report.problems.prefix(10) { find(.bad, "audit", "\(foreign: problem)") }
      if report.torn > 0 {
        find(
          .note, "audit",
          """
          \(foreign: opened.paths.audit) ends with an unfinished line of \(report.torn) bytes; the \
          next look mends it
          """)
      }
      if report.problems.isEmpty {
        find(
          .good, "audit",
          "\(foreign: opened.paths.audit), \(MoneyText.count(report.lines.count)) looks")
      }
    } catch {
      find(.bad, "audit", "\(foreign: error.message)")
    }
  }

  private mutating func lookAtOutbox(_ office: Office) {
    let standing = office.outboxStanding()
    if let trouble = standing.trouble {
      find(.bad, "outbox", "\(foreign: trouble)")
    } else {
      find(
        .good, "outbox",
        "\(foreign: office.outbox), \(MoneyText.count(standing.lying)) files wait to be picked up")
    }
    for name in standing.aside {
      find(
        .note, "outbox",
        "\(foreign: name) was put aside; look what it is, and delete it")
    }
  }

  private mutating func lookAtVolume(_ path: String) {
    switch Volume.encryption(of: path) {
    case .encrypted: find(.good, "encryption", "the volume is encrypted (dm-crypt)")
    case .plain:
      find(
        .note, "encryption",
        """
        the volume shows no sign of encryption; patient data at rest wants LUKS or fscrypt, since \
        the file itself is not encrypted
        """)
    case .unknown:
      find(
        .note, "encryption",
        "it cannot be told whether the volume is encrypted; patient data at rest wants it to be")
    }
  }

  // MARK: The terminal and the settings

  mutating func lookAtTerminal(_ environment: [String: String]) {
    let name = environment["TERM"] ?? ""
    let isTerminal = isatty(STDOUT_FILENO) == 1
    find(
      !isTerminal || !name.isEmpty && name != "dumb" ? .good : .note, "terminal",
      """
      \(isTerminal ? "" : "none here; ")TERM=\(foreign: name), colours: \
      \(foreign: String(describing: ColorDepth.reported(by: environment)))
      """)
    let language = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }
      .first { !$0.isEmpty }
    let isUTF8 = language.map { $0.uppercased().contains("UTF") } ?? true
    find(
      isUTF8 ? .good : .note, "locale",
      """
      \(foreign: language ?? "none named, C.UTF-8 is tried")\
      \(isUTF8 ? "" : "; boxes and accents are drawn in ASCII")
      """)
  }

  mutating func lookAtSettings(_ folders: Folders) {
    let library = ThemeLibrary(folders)
    find(
      library.names.isEmpty ? .note : .good, "themes",
      """
      \(foreign: library.names.isEmpty ? "none found; the screen is drawn without colour" : library.names.joined(separator: ", "))
      """)
    do throws(CommandFailure) {
      _ = try PersonalSettings(path: folders.configuration + "/settings.toml")
      _ = try KeysFile.read(folders.configuration + "/keys.toml")
      _ = try ViewsFile(path: folders.configuration + "/views.toml").read()
      for name in library.names { _ = try library.theme(name) }
      find(.good, "settings", "\(foreign: folders.configuration)")
    } catch {
      find(.bad, "settings", error.message)
    }
    find(
      Folders.makePrivate(folders.crashReports) ? .good : .note, "crash reports",
      "\(foreign: folders.crashReports)")
  }
}

/// The volume that a file lies on.
enum Volume {
  enum Encryption { case encrypted, plain, unknown }

  /// Whether the block device under a file, or one below it, is dm-crypt.
  static func encryption(of path: String) -> Encryption {
    var facts = stat()
    guard unsafe stat(path, &facts) == 0 else { return .unknown }
    let major = (facts.st_dev >> 8) & 0xFFF | (facts.st_dev >> 32) & ~0xFFF
    let minor = facts.st_dev & 0xFF | (facts.st_dev >> 12) & ~0xFF
    let device = "/sys/dev/block/\(major):\(minor)"
    guard FileManager.default.fileExists(atPath: device) else { return .unknown }
    return isCrypt(device, depth: 0) ? .encrypted : .plain
  }

  private static func isCrypt(_ device: String, depth: Int) -> Bool {
    let kind = (try? String(contentsOfFile: device + "/dm/uuid", encoding: .utf8)) ?? ""
    if kind.hasPrefix("CRYPT-") { return true }
    guard depth < 8 else { return false }
    let below = (try? FileManager.default.contentsOfDirectory(atPath: device + "/slaves")) ?? []
    return below.contains { isCrypt(device + "/slaves/" + $0, depth: depth + 1) }
  }
}
