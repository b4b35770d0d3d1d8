import Billing
import ClaimFiles
import Desk
import Foundation
import Operations
import Rules
import Testing

@testable import TestSupport

/// Files that an office must not believe, each kind twice: as made here, which is never left out, and
/// as it stands beside the checkout, where it is there.
@Suite("What comes in and is not what it seems")
struct DoorCaseTests {
  static let isThere = CaseFiles.isThere("doors")

  @Test("files of our own making", arguments: DoorCase.allCases)
  func own(of door: DoorCase) throws {
    try door.judge(door.files)
  }

  @Test(
    "files beside the checkout", .enabled(if: isThere, "shared/cases/doors is not there"),
    arguments: DoorCase.allCases.filter { !$0.beside.isEmpty })
  func beside(of door: DoorCase) throws {
    let files = try door.beside.flatMap { name in
      guard name.contains(".") else {
        return try CaseFiles.names(in: "doors/" + name).map {
          ($0, try CaseFiles.bytes("doors/\(name)/\($0)"))
        }
      }
      return [(name, try CaseFiles.bytes("doors/" + name))]
    }
    try door.judge(files)
  }

  @Test("every file beside the checkout is looked at")
  func count() throws {
    let named = DoorCase.allCases.flatMap(\.beside)
    print(
      "cases beside the checkout: \(Self.isThere ? named.count : 0) of \(named.count) looked at")
    guard Self.isThere else { return }
    // Read elsewhere: what is torn in the outbox, and what a payer splits.
    let others = ["torn-outbox-file.x12", "split-ma15-835.x12", "split-ma15-837.x12"]
    #expect(Set(try CaseFiles.names(in: "doors")).subtracting(others) == Set(named))
  }
}

/// One kind of file that comes in and must not be taken for what it says.
enum DoorCase: String, CaseIterable, CustomTestStringConvertible {
  case batchRefused = "a 277CA that refuses the batch"
  case interchangeRefused = "a TA1 beside its claims"
  case testData = "test data"
  case refused997 = "a 997 that refuses"
  case otherPatient = "a payment for another patient"
  case amountWithoutReason = "an amount without its reason"
  case scientificNumber = "a number that a spreadsheet shortened"
  case formula = "a formula that leaves no Medicare number"
  case dottedDate = "a date with two readings"
  case workbook = "a workbook"
  case titleRows = "lines above the headings"
  case zeroWidth = "letters that nobody sees"
  case foreignLetters = "letters that a claim cannot carry"

  var testDescription: String { rawValue }

  /// The names beside the checkout; one without a dot is a folder.
  var beside: [String] {
    switch self {
    case .batchRefused: ["277ca-batch-its-837.x12", "277ca-batch-rejected-2200B.x12"]
    case .interchangeRefused: ["ta1"]
    case .testData: ["835-other-patient-its-837.x12", "835-isa15-T.x12"]
    case .refused997: ["997-rejected.x12"]
    case .otherPatient: ["835-other-patient-its-837.x12", "835-other-patient.x12"]
    case .amountWithoutReason: ["835-cas-no-code.x12"]
    case .scientificNumber: ["sci_member.csv"]
    case .formula: ["f_member.csv"]
    case .dottedDate: ["date_dots.csv"]
    case .workbook: ["xlsx.csv"]
    case .titleRows: ["title_rows.csv"]
    case .zeroWidth: ["zw_member.csv"]
    case .foreignLetters: ["viet.csv"]
    }
  }

  /// What is made here.
  var files: [(name: String, bytes: [UInt8])] {
    let claims = ("837.x12", SampleFiles.claims([.machine(), .mask()]))
    switch self {
    case .batchRefused:
      let answer = replacing(
        SampleFiles.statuses([]), "STC*A1:19:PR*20260106*WQ*0", "STC*A3:24:41*20260106*U*560")
      return [claims, ("277.x12", answer)]
    case .interchangeRefused:
      return [
        ("ta1.x12", SampleFiles.interchangeAnswer(code: "R", note: "024")),
        ("837.x12", SampleFiles.claims([.machine(), .mask(), .mask("A1003").of("1EG4TE5MK75")])),
      ]
    case .testData:
      return [
        claims,
        ("835.x12", replacing(SampleFiles.remittance([.machine()]), "*0*P*:~", "*0*T*:~")),
      ]
    case .refused997:
      let file = SampleFiles.file(
        code: "FA", version: "005010X231A1", date: "20260106",
        sets: [("0001", "AK1*HC*101~\nAK9*R*1*1*0~")])
      return [claims, ("997.x12", replacing(file, "ST*999*0001*005010X231A1", "ST*997*0001"))]
    case .otherPatient:
      var paid = PaidClaim.machine()
      (paid.last, paid.first, paid.member) = ("POE", "ZOE", "9XX9XX9XX99")
      return [claims, ("835.x12", SampleFiles.remittance([paid]))]
    case .amountWithoutReason:
      let paid = SampleFiles.remittance([.machine()])
      return [claims, ("835.x12", replacing(paid, "CAS*CO*45*70*", "CAS*CO**70*"))]
    case .scientificNumber: return [order(["primary_member_id": "1.23457E+11"])]
    case .formula: return [order(["primary_member_id": "\"=\"\"00450\"\"\""])]
    case .dottedDate: return [order(["delivered": "05.11.2026"])]
    case .workbook: return [("orders.csv", [0x50, 0x4B, 0x03, 0x04] + Array("xl".utf8))]
    case .titleRows:
      return [("orders.csv", Array("Delivered orders\nPrinted today\n\n".utf8) + order().bytes)]
    case .zeroWidth: return [order(["primary_member_id": "1EG4TE5MK72\u{200B}"])]
    case .foreignLetters:
      return [
        order(["patient_last_name": "Nguy\u{1EC5}n", "patient_first_name": "\u{110}\u{1EB7}ng"])
      ]
    }
  }

  private func order(_ cells: [String: String] = [:]) -> (name: String, bytes: [UInt8]) {
    ("orders.csv", SampleOrder.file([.device("SO-1", cells)]))
  }

  private func replacing(_ bytes: [UInt8], _ old: String, _ new: String) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    precondition(text.contains(old))
    return Array(text.replacing(old, with: new).utf8)
  }

  /// Reads files into a new office and holds that it believed nothing that it should not.
  func judge(_ files: [(name: String, bytes: [UInt8])]) throws {
    let plain = try TestOffice(today: "2026-11-30")
    let test = TestOffice(plain, rules: try RuleBook.shipped())
    let reports = try files.map { try test.office.importBytes($0.bytes, name: $0.name) }
    let problems = reports.flatMap(\.problems)
    let words = problems.map { "\($0.place.element) \($0.message)" }.joined(separator: "\n")
    func refusesOrder(_ parts: String...) throws {
      #expect(reports.last?.outcome == .refused, "\(words)")
      for part in parts { #expect(words.lowercased().contains(part), "\(words)") }
      #expect(try test.office.orders(OrderQuery()).count == 0)
    }
    switch self {
    case .batchRefused: #expect(try test.queue(.rejections).count == 2)
    case .interchangeRefused: #expect(try test.queue(.rejections).count == 3)
    case .testData, .otherPatient:
      #expect(try test.office.check().totals.posted == .zero)
      #expect(try test.office.check().totals.claims > 0)
    case .refused997:
      #expect(problems.contains { $0.isError && $0.message.contains("997") }, "\(words)")
    case .amountWithoutReason:
      #expect(problems.contains { $0.place.element == "CAS02" }, "\(words)")
    case .scientificNumber: try refusesOrder("member")
    case .formula: try refusesOrder("00450")
    case .dottedDate: try refusesOrder("two readings")
    case .workbook: try refusesOrder("workbook")
    case .titleRows: try refusesOrder("headings")
    case .zeroWidth:
      let number = try #require(try test.office.orders(OrderQuery()).rows.first?.number)
      let order = try test.office.order(try test.office.order(numbered: number)).order
      #expect(order.coverages.map(\.memberID) == ["1EG4TE5MK72"])
    case .foreignLetters:
      let row = try #require(try test.office.orders(OrderQuery()).rows.first)
      #expect(row.patient.contains("\u{1EC5}"), "\(row.patient)")
      let last = try test.texts("SELECT last_name FROM patient")
      #expect(last.map { $0.precomposedStringWithCanonicalMapping } == ["Nguy\u{1EC5}n"])
    }
    try test.isSound()
  }
}
