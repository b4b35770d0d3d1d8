@testable import TestSupport

extension SamplePayer {
  static let dmac = SamplePayer(
    name: "Medicare DMAC C", identifier: "18003", indicator: "MB", member: "1EG4TE5MK73")
  static let aetna = SamplePayer(
    name: "Aetna Sample Plan", identifier: "60054", indicator: "CI", member: "W0001234")
  static let blue = SamplePayer(
    name: "Blue Sample Shield", identifier: "BLSH1", indicator: "BL", member: "XYZ0042")
  static let plainview = SamplePayer(
    name: "Plainview Supplemental", identifier: "PLV01", indicator: "CI", member: "PV0042")

  func of(_ member: String) -> SamplePayer {
    var payer = self
    payer.member = member
    return payer
  }
}

/// Somebody who is claimed for, as the files name them.
struct MadePatient {
  var last: String
  var first: String
  var birth: String
  var payer: SamplePayer

  static let jane = MadePatient(last: "DOE", first: "JANE", birth: "19480502", payer: .dmac)
  static let richard = MadePatient(
    last: "ROE", first: "RICHARD", birth: "19510317", payer: .dmac.of("2AC4TE5MK11"))
  static let pat = MadePatient(
    last: "SAMPLE", first: "PAT", birth: "19720909", payer: .aetna.of("W0002201"))
  static let terry = MadePatient(
    last: "TESTER", first: "TERRY", birth: "19441130", payer: .dmac.of("3CD4TE5MK22"))
  static let ellis = MadePatient(
    last: "EXAMPLE", first: "ELLIS", birth: "19660121", payer: .blue)
  static let ned = MadePatient(
    last: "NOBODY", first: "NED", birth: "19390808", payer: .dmac.of("4EF4TE5MK33"))
  static let pia = MadePatient(
    last: "PLACEHOLDER", first: "PIA", birth: "19800214", payer: .aetna.of("W0003302"))
  static let faye = MadePatient(
    last: "FICTION", first: "FAYE", birth: "19470611", payer: .dmac.of("5GH4TE5MK44"))
  static let max = MadePatient(
    last: "MADEUP", first: "MAX", birth: "19690419", payer: .aetna.of("W0004403"))
  static let ivy = MadePatient(
    last: "INVENTED", first: "IVY", birth: "19480502", payer: .dmac.of("6JK4TE5MK55"))
  static let hal = MadePatient(
    last: "HOLDER", first: "HAL", birth: "19501225", payer: .dmac.of("2HH4TE5MK01"))

  private static let all = [jane, richard, pat, terry, ellis, ned, pia, faye, max, ivy, hal]

  /// The one with this last name.
  static func called(_ last: some StringProtocol) -> MadePatient? { all.first { $0.last == last } }

  /// Six patients with two months each.
  static func bygone(_ index: Int) -> MadePatient {
    let number = index % 6
    return MadePatient(
      last: "BYGONE", first: ["ANN", "BEN", "CAL", "DOT", "EVE", "FAY"][number],
      birth: "1950010\(1 + number)", payer: .dmac.of("7KM4TE5MK0\(number)"))
  }

  /// A bill of one line to this patient's payer.
  ///
  /// - Parameters:
  ///   - control: The number of the claim, CLM01.
  ///   - code: Code and modifiers as SV101 has them after `HC:`.
  ///   - cents: The charge.
  ///   - day: Day of service, `20261022`.
  /// - Returns: The bill.
  func bill(_ control: String, _ code: String, _ cents: Int64, on day: String) -> MadeBill {
    MadeBill(patient: self, control: control, code: code, cents: cents, day: day)
  }
}
