import Billing
import SampleOffice
import X12

/// The files of one sample office, read back once for all tests.
struct SampleFolder: Sendable {
  var files: [SampleFile] = []
  var truth = SampleTruth()
  var claims: [Claim837P] = []
  /// Day of the file that sent a claim, by control number.
  var sentOn: [String: String] = [:]
  /// How many claims went out under an interchange control number.
  var claimsInInterchange: [String: Int] = [:]
  var acknowledgments: [ImplementationAcknowledgment999] = []
  var interchangeAcknowledgments: [InterchangeAcknowledgment] = []
  var claimAcknowledgments: [(day: String, value: ClaimAcknowledgment277CA)] = []
  var remittances: [(day: String, value: Remittance835)] = []
  /// Problems of error or warning severity, with the file's name.
  var problems: [String] = []

  static let today = Day(rawValue: 20_668)  // 2026-08-03, a Monday

  static let medium = SampleFolder(seed: 11, items: 1_500)

  init(seed: UInt64, items: Int, today: Day = SampleFolder.today) {
    let office = SampleOffice(seed: seed, items: items, today: today)
    var files: [SampleFile] = []
    truth = office.writeFiles { files.append($0) }
    self.files = files
    for file in files { read(file) }
  }

  private mutating func read(_ file: SampleFile) {
    let day = String(file.name.prefix(10))
    let x12: X12File
    do {
      x12 = try X12File(file.bytes)
    } catch {
      problems.append(file.name + ": " + error.message)
      return
    }
    note(x12.problems, file)
    interchangeAcknowledgments += x12.acknowledgments
    for (index, set) in x12.sets.enumerated() {
      if !set.isWhole { problems.append(file.name + ": set \(set.control) is not whole") }
      switch set.code {
      case "837":
        let (transmission, found) = Transmission837P.read(file: x12, set: set)
        note(found, file)
        claims += transmission.claims
        for claim in transmission.claims { sentOn[claim.controlNumber] = day }
        claimsInInterchange[set.interchangeControl, default: 0] += transmission.claims.count
      case "999":
        let (value, found) = ImplementationAcknowledgment999.read(file: x12, set: set)
        note(found, file)
        acknowledgments.append(value)
      case "277":
        let (value, found) = ClaimAcknowledgment277CA.read(file: x12, set: set)
        note(found, file)
        claimAcknowledgments.append((day, value))
      case "835":
        let value = Remittance835(x12, set: index)
        note(value.problems, file)
        remittances.append((day, value))
      default: problems.append(file.name + ": set " + set.code)
      }
    }
  }

  private mutating func note(_ found: [X12Problem], _ file: SampleFile) {
    for problem in found where problem.severity != .note {
      problems.append(
        "\(file.name) segment \(problem.place.segment) \(problem.place.element): \(problem.message)"
      )
    }
  }

  /// Remittances without those that came again.
  var distinctRemittances: [Remittance835] {
    var seen: Set<String> = []
    return remittances.map(\.value).filter { seen.insert($0.text($0.payment.trace)).inserted }
  }
}
