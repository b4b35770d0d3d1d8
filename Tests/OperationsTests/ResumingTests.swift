import Billing
import Database
import Desk
import Foundation
import Operations
import Synchronization
import Testing

@testable import TestSupport

@Suite("Imports that are cut short or run beside each other")
struct ResumingTests {
  /// A month of one supplier: claims, what the front end said, what was paid; several steps each.
  private static func month() -> [(name: String, bytes: [UInt8])] {
    let numbers = (1...110).map { "M" + String(1000 + $0) }
    let claims = numbers.enumerated().map { index, number in
      var claim = index.isMultiple(of: 3) ? SampleClaim.machine(number) : SampleClaim.mask(number)
      claim.last = "PATIENT\(index % 40)"
      if index.isMultiple(of: 5) { claim = claim.supplemented() }
      return claim
    }
    let statuses = numbers.enumerated().map { index, number -> SampleFiles.StatusClaim in
      let isRejected = index % 11 == 10
      return (
        number,
        [isRejected ? "STC*A7:507*20260106*U*180" : "STC*A2:20:PR*20260106*WQ*180"]
          // Long enough for several steps.
          + ["REF*D9*" + String(repeating: "CH7", count: 80), "DTP*472*D8*20251220"]
          + (isRejected ? [] : ["REF*1K*ICN\(number)"])
      )
    }
    let answers = numbers.enumerated().filter { $0.offset % 11 != 10 }.map { index, number in
      var claim = index.isMultiple(of: 3) ? PaidClaim.machine(number) : PaidClaim.mask(number)
      claim.last = "PATIENT\(index % 40)"
      claim.payerNumber = "ICN\(number)"
      if index % 17 == 4 { claim.control = "UNKNOWN\(index)"; claim.payerNumber = "X\(index)" }
      if index % 19 == 5 { claim.paid += 1 }
      return claim
    }
    let half = answers.count / 2
    return [
      ("1.837", SampleFiles.claims(claims)), ("2.277", SampleFiles.statuses(statuses)),
      (
        "3.835",
        SampleFiles.remittances([
          SampleRemittance(
            trace: "EFT1", claims: Array(answers.prefix(half)), provider: [("L6", -125)]),
          SampleRemittance(trace: "EFT2", claims: Array(answers.dropFirst(half))),
        ])
      ),
    ]
  }

  private func undisturbed(_ paths: [String]) throws -> (OfficeState, CheckReport.Totals) {
    let test = try TestOffice()
    _ = try test.office.importFiles(paths)
    try test.isSound()
    return (try OfficeState(test), try test.office.check().totals)
  }

  @Test("stopped after any step and run again, the office is as if nothing had happened")
  func stoppedAnywhere() throws {
    let paths = try Scratch.files(Self.month())
    let (state, totals) = try undisturbed(paths)
    var stop = 1
    var isStopped = true
    while isStopped {
      let test = try TestOffice()
      var calls = 0
      isStopped = false
      _ = try test.office.importFiles(paths) { _ in
        calls += 1
        if calls == stop { isStopped = true }
        return calls < stop
      }
      let money = try test.office.check()
      #expect(money.postingsSum == .zero, "after \(stop)")
      #expect(money.totals.payment == money.totals.posted + money.totals.suspense, "after \(stop)")
      _ = try test.office.importFiles(paths)
      try test.isAs(state, "after \(stop)")
      #expect(try test.office.check().totals == totals, "after \(stop)")
      try test.isSound()
      stop += 1
    }
    // One before each file, and one after each whole step of the claims and the remittances.
    #expect(stop > 8)
  }

  @Test("an import that is stopped again and again ends the same")
  func oneStepARun() throws {
    let paths = try Scratch.files(Self.month())
    let (state, _) = try undisturbed(paths)
    let test = try TestOffice()
    var runs = 0
    while try test.texts("SELECT name FROM file WHERE is_complete = 1").count < paths.count {
      runs += 1
      try #require(runs < 20)
      var calls = 0
      _ = try test.office.importFiles(paths) { _ in
        calls += 1
        return calls <= runs
      }
    }
    #expect(runs > 2)
    try test.isAs(state)
    try test.isSound()
  }

  @Test("what is interrupted is named by check until it is finished")
  func unfinishedIsNamed() throws {
    let paths = try Scratch.files(Self.month())
    let test = try TestOffice()
    var calls = 0
    _ = try test.office.importFiles(paths) { _ in
      calls += 1
      return calls < 2
    }
    let problems = try test.office.check().problems
    #expect(problems.contains { $0.contains("1.837") && $0.contains("import the file again") })
  }

  @Test("a failure in the middle of a file takes nothing with it that was done before")
  func failure() throws {
    let cases: [(name: String, trigger: String)] = [
      (
        "claims",
        "BEFORE INSERT ON claim WHEN new.control_number = 'M1090' BEGIN SELECT RAISE(ABORT, 'no'); END"
      ),
      (
        "answers",
        """
        BEFORE INSERT ON acknowledgment WHEN new.submission_id = 105
        BEGIN SELECT RAISE(ABORT, 'no'); END
        """
      ),
      (
        "remittances",
        """
        BEFORE INSERT ON remit_claim WHEN new.control_number = 'M1075'
        BEGIN SELECT RAISE(ABORT, 'no'); END
        """
      ),
    ]
    let paths = try Scratch.files(Self.month())
    let (state, totals) = try undisturbed(paths)
    for (name, trigger) in cases {
      let test = try TestOffice()
      try test.database.write { try $0.runScript("CREATE TRIGGER trouble \(trigger)") }
      #expect(throws: DatabaseFailure.self, "\(name)") { try test.office.importFiles(paths) }
      #expect(try test.office.check().postingsSum == .zero, "\(name)")
      try test.database.write { try $0.runScript("DROP TRIGGER trouble") }
      _ = try test.office.importFiles(paths)
      try test.isAs(state, name)
      #expect(try test.office.check().totals == totals, "\(name)")
    }
  }

  @Test("two programs that import the same files at once post once")
  func twoAtOnce() throws {
    let paths = try Scratch.files(Self.month())
    let (state, totals) = try undisturbed(paths)
    let file = Scratch.folder() + "/office.db"
    let first = try TestOffice(file: file)
    let second = try TestOffice(file: file, user: "mruiz")
    let failures = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 2) { index in
      do {
        _ = try (index == 0 ? first : second).office.importFiles(paths)
      } catch {
        failures.withLock { $0.append("\(error)") }
      }
    }
    #expect(failures.withLock { $0 } == [])
    try first.isAs(state)
    #expect(try second.office.check().totals == totals)
    try second.isSound()
  }

  @Test("what is no ordinary file is reported with its name, the others are read")
  func oddPaths() throws {
    let paths = try Scratch.files(Self.month())
    let folder = (paths[0] as NSString).deletingLastPathComponent
    let link = folder + "/link.835"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: paths[2])
    let test = try TestOffice()
    let reports = try test.office.importFiles([
      link, "/dev/null", folder + "/missing.835", paths[0],
    ])
    #expect(reports.map(\.outcome) == [.refused, .refused, .refused, .applied])
    #expect(reports.prefix(3).allSatisfy { $0.problems.contains { $0.isError } })
    #expect(try test.office.check().totals.files == 1)
  }

  @Test("files of a folder are read in the order in which they came about, whatever their names")
  func order() throws {
    let month = Self.month()
    let paths = try Scratch.files([
      ("c.x12", month[0].bytes), ("b.x12", month[1].bytes), ("a.x12", month[2].bytes),
    ])
    let folder = (paths[0] as NSString).deletingLastPathComponent
    let test = try TestOffice()
    let reports = try test.office.importFiles([folder])
    #expect(reports.map { ($0.path as NSString).lastPathComponent } == ["c.x12", "b.x12", "a.x12"])
    #expect(reports.map(\.rejected).reduce(0, +) == 10)
  }
}
