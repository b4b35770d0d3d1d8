import Billing
import ClaimFiles
import X12

/// Made-up questions about coverage and answers for the tests of this room.
enum EligibilitySamples {
  static let supplier = Supplier(
    name: "HARBOR HOME MEDICAL", npi: "1234567893", taxID: "99-9999999", taxonomy: "332B00000X",
    address: PostalAddress(street: "100 PIER ROAD", city: "SALEM", state: "OR", zip: "973010001"),
    contactName: "BILLING DESK", phone: "5555550100", submitterID: "SUB0001", clearinghouses: [])

  static let envelope = OutgoingEnvelope(
    sender: "SUB0001", receiver: "CLR0001", date: 20_260_105, time: "0930",
    interchangeControl: 905, groupControl: 101, usage: "T")

  static let medicare = NamedPayer(
    name: "SAMPLE MEDICARE", identifier: "CMS", filingIndicator: "")
  static let plan = NamedPayer(name: "SAMPLE PLAN", identifier: "12345", filingIndicator: "")

  static let jane = Identity(
    lastName: "DOE", firstName: "JANE", birthDate: day(1948, 2, 14), sex: "F")
  static let richard = Identity(
    lastName: "ROE", firstName: "RICHARD", birthDate: day(1951, 9, 30), sex: "M")

  static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    Day(year: year, month: month, day: day) ?? Day(rawValue: 0)
  }

  static let asked = day(2026, 1, 5)
  static let answered = day(2026, 1, 6)

  /// The answer for one patient from the segments behind its name.
  static func answer(
    _ segments: String, dates: String = "", serviceOn: Day? = asked
  ) throws -> EligibilityAnswer? {
    try answers(
      """
      HL*3*2*22*0
      TRN*2*T1*1999999999
      NM1*IL*1*DOE*JANE****MI*1EG4TE5MK73
      DMG*D8*19480214*F
      """ + (dates.isEmpty ? "" : "\n" + dates) + "\n" + segments, serviceOn: serviceOn
    ).answers.first
  }

  static func answers(
    _ segments: String, serviceOn: Day? = asked, originator: String = ""
  ) throws(any Error) -> EligibilityAnswers {
    let body = """
      BHT*0022*11*E905*20260106*1000
      HL*1**20*1
      NM1*PR*2*SAMPLE PLAN*****PI*12345
      HL*2*1*21*1
      NM1*1P*2*HARBOR HOME MEDICAL*****XX*1234567893

      """
    return try read(
      ClaimFileSamples.file(
        code: "271", version: "005010X279A1",
        (body + segments).replacingLineBreaks), serviceOn: serviceOn, originator: originator)
  }

  static func read(
    _ bytes: [UInt8], serviceOn: Day? = nil, originator: String = ""
  ) throws(any Error) -> EligibilityAnswers {
    let file = try X12File(bytes)
    guard let set = file.sets.first else { throw NoSet() }
    return try EligibilityFile.answers(
      in: file, set: set, fallback: answered, originator: originator, serviceOn: { _ in serviceOn })
  }

  struct NoSet: Error {}
}

extension String {
  /// Without empty lines.
  fileprivate var replacingLineBreaks: String {
    split(separator: "\n").joined(separator: "\n")
  }
}
