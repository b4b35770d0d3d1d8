@testable import TestSupport

extension OfficeYear {
  /// An office with one claim of three lines, whose payer answers on paper, and one of one line.
  static func onPaper() throws -> OfficeYear {
    let year = try OfficeYear()
    let patient = MadePatient.jane
    let therapy = SampleClaim(
      control: "26470001",
      lines: [
        SampleLine(code: "E0601:RR:KX", cents: 12_000, day: "20261020", number: "1"),
        SampleLine(code: "A7030:NU:KX", cents: 9000, day: "20261020", number: "2"),
        SampleLine(code: "A7037:NU:KX", cents: 4500, day: "20261020", number: "3"),
      ], last: patient.last, first: patient.first, birth: patient.birth, payer: patient.payer)
    let walker = MadePatient.faye.bill("26470002", "E0143:NU", 11_240, on: "20261021").alone
    year.plan(on: "10-26") {
      try $0.take(
        SampleFiles.claims([therapy, walker.claim], date: "20261026"),
        "outbox/CLAIMS-1026.837")
    }
    return year
  }
}
