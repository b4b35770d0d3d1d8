import Billing

@testable import TestSupport

/// Eight sendings of six bills with their answers, as an office receives them in a quarter.
enum SixBillsFiles {
  private static func bill(
    _ number: String, _ name: String, _ lines: [(code: String, cents: Int64, number: String)],
    day: String, payer: SamplePayer = .medicare
  ) -> SampleClaim {
    var claim = SampleClaim(
      control: number,
      lines: lines.map { SampleLine(code: $0.code, cents: $0.cents, day: day, number: $0.number) },
      last: name, first: "ANN")
    claim.payer = payer
    claim.payer.member = "1EG4TE5" + name
    return claim
  }

  private static func answer(
    _ claim: SampleClaim, number: String, _ lines: [(paid: Int64, cas: [String])]
  ) -> PaidClaim {
    PaidClaim(
      control: claim.control, charge: claim.cents, paid: lines.reduce(0) { $0 + $1.paid },
      lines: zip(claim.lines, lines).map { sent, answered in
        PaidLine(
          code: sent.code, charge: sent.cents, paid: answered.paid, cas: answered.cas,
          number: sent.number, day: sent.day)
      }, payerNumber: number, last: claim.last, first: claim.first, member: claim.payer.member)
  }

  private static func again(_ claim: SampleClaim, as number: String) -> SampleClaim {
    var claim = claim
    claim.control = number
    return claim
  }

  private static let first = bill(
    "B1", "ASH", [("E0601:RR", 12_000, "1")], day: "20260110")
  private static let second = bill(
    "B2", "BAY", [("A7030:NU", 18_000, "L21"), ("A7034:NU", 16_500, "L22")], day: "20260115")
  private static let third = bill(
    "B3", "COE", [("E0260:RR", 30_000, "L31")], day: "20260201", payer: .commercial)
  private static let fourth = bill(
    "B4", "DOW", [("E0431:RR", 6500, "L41")], day: "20260220", payer: .commercial)
  private static let fifth = bill(
    "B5", "ELK", [("E1390:RR", 25_000, "L51")], day: "20251115")
  /// The next month of the first bill, with the same count of lines.
  private static let sixth = bill(
    "B6", "ASH", [("E0601:RR", 12_000, "1")], day: "20260310")

  /// Each file with the day on which it came about, in that order.
  static let all: [(day: Day, bytes: [UInt8])] = {
    var number = 300
    func day(_ date: String) -> Day {
      let number = Int(date) ?? 0
      return Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
        ?? Day(rawValue: 0)
    }
    func sent(_ claim: SampleClaim, _ date: String) -> (day: Day, bytes: [UInt8]) {
      number += 1
      return (
        day(date), SampleFiles.claims([claim], date: date, interchange: number, group: number)
      )
    }
    func judged(
      _ claim: SampleClaim, _ status: String, _ date: String
    ) -> (day: Day, bytes: [UInt8]) {
      number += 1
      let action = status == "A7:507" ? "U" : "WQ"
      return (
        day(date),
        SampleFiles.statuses(
          [(claim.control, ["STC*\(status)*\(date)*\(action)*1"])], date: date,
          interchange: number)
      )
    }
    func paid(
      _ answer: PaidClaim, _ date: String, by payer: SamplePayer = .medicare
    ) -> (day: Day, bytes: [UInt8]) {
      number += 1
      return (
        day(date),
        SampleFiles.remittances(
          [SampleRemittance(trace: "E\(number)", claims: [answer], date: date, payer: payer)],
          interchange: number)
      )
    }
    let (secondAgain, thirdAgain) = (again(second, as: "B2X"), again(third, as: "B3X"))
    return [
      sent(fifth, "20260105"), judged(fifth, "A2:20:PR", "20260107"),
      sent(first, "20260112"), judged(first, "A2:20:PR", "20260114"),
      sent(second, "20260116"),
      paid(answer(fifth, number: "I5", [(0, ["CO*29*250"])]), "20260120"),
      paid(
        answer(first, number: "I1", [(3920, ["CO*45*70", "CO*253*.8", "PR*2*10"])]), "20260128"),
      paid(
        answer(
          second, number: "I2",
          [(0, ["CO*50*180"]), (5649, ["CO*45*92.95", "CO*253*1.15", "PR*2*14.41"])]),
        "20260202"),
      sent(third, "20260203"), judged(third, "A7:507", "20260204"),
      sent(thirdAgain, "20260205"), judged(thirdAgain, "A2:20:PR", "20260206"),
      sent(secondAgain, "20260210"),
      sent(fourth, "20260223"), judged(fourth, "A2:20:PR", "20260225"),
      paid(
        answer(thirdAgain, number: "I3", [(15_000, ["CO*45*120", "PR*3*30"])]), "20260225",
        by: .commercial),
      paid(
        answer(
          secondAgain, number: "I22",
          [(10_000, ["CO*45*55", "CO*253*2.04", "PR*2*22.96"]), (0, ["OA*18*165"])]), "20260302"),
      sent(sixth, "20260330"),
    ]
  }()
}
