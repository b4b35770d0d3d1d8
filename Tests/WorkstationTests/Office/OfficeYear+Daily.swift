import Billing
import Desk
import Operations

@testable import TestSupport

/// The bills that the plays speak of.
private enum Bills {
  // The papers of December came in July.
  static let doe = MadePatient.jane.bill("26463774", "E0465:RR", 154_320, on: "20251201")
  static let roe = MadePatient.richard.bill("26463801", "E0471:RR:KX", 98_765, on: "20260701")
  static let sample = MadePatient.pat.bill("26463822", "A7030:NU", 24_150, on: "20260826")
  static let tester = MadePatient.terry.bill("26463840", "E0260:RR:KX", 18_900, on: "20261001")
  static let example = MadePatient.ellis.bill("26463855", "K0823:NU:KX", 312_000, on: "20260615")
  static let nobody = MadePatient.ned.bill("26463861", "E0431:RR", 4200, on: "20260915")
  static let placeholder = MadePatient.pia.bill("26463877", "A4253:NU", 2100, on: "20261022")
  static let fiction = MadePatient.faye.bill("26464010", "E0143:NU", 11_240, on: "20251128")
  static let madeUp = MadePatient.max.bill("26464022", "E0570:NU", 8900, on: "20261018")
  static let invented = MadePatient.ivy.bill("26462900", "E0471:RR:KX", 98_765, on: "20261005")
  static let holder = MadePatient.hal.bill("26463501", "E0465:RR", 154_320, on: "20261020").alone

  // Of one patient, day and charge: a payment without a number may be for either.
  static let concentrator = MadePatient.jane.bill(
    "26464150", "E1390:RR:KX", 30_000, on: "20261022")
  static let filler = MadePatient.jane.bill("26464151", "K0738:RR", 30_000, on: "20261022")

  /// Two months each of six patients.
  static let bygone = (0..<12).map { index in
    MadePatient.bygone(index).bill(
      String(26_462_300 + index), "E0601:RR:KX", 12_000, on: index < 6 ? "20260903" : "20261003")
  }
}

extension OfficeYear {
  /// A small office on its day: seven denials, two rejections, one claim without an answer, one
  /// payment that did not post.
  static func daily() throws -> OfficeYear {
    let year = try OfficeYear()
    year.claimUntilAutumn()
    year.claimBygone()
    year.claimLately()
    year.payOnWednesday()
    return year
  }

  private func claimUntilAutumn() {
    send([Bills.example], on: "06-22", answered: "06-23")
    send([Bills.doe, Bills.roe], on: "07-10", answered: "07-13")
    pay(
      "0008814407", [Bills.example.answer("B26175001", cas: ["CO*197*3120"])], by: .blue,
      on: "07-27")
    pay(
      "0012339821",
      [
        Bills.doe.answer("2609912345600", cas: ["CO*16*1543.2"], remarks: ["N265"], moa: "MA130"),
        Bills.roe.answer("2609912345611", cas: ["CO*50*887.65", "PR*50*100"]),
      ], by: .dmac, on: "08-05")
    send([Bills.sample], on: "09-04", answered: "09-08")
    pay(
      "0055120034", [Bills.sample.answer("EAN26252001", cas: ["CO*16*241.5"], moa: "MA130")],
      by: .aetna, on: "09-18")
    send([Bills.nobody], on: "09-25", answered: "09-28")
    send([Bills.invented, Bills.tester], on: "10-07", answered: "10-08")
  }

  /// Twelve claims of the autumn that Medicare denied in October.
  private func claimBygone() {
    send(Bills.bygone, on: "10-09", answered: "10-12")
    pay(
      "0012343316", [Bills.nobody.answer("2609912345622", cas: ["CO*97*42"])], by: .dmac,
      on: "10-16")
    pay(
      "0012344120",
      Bills.bygone.enumerated().map { index, bill in
        bill.answer(
          "26099000\(1000 + index)", cas: ["CO*16*120"], remarks: ["N265"], moa: "MA130")
      }, by: .dmac, on: "10-26")
  }

  private func claimLately() {
    send(
      [Bills.holder, Bills.concentrator, Bills.filler, Bills.placeholder], on: "10-28",
      answered: "10-29")
    pay(
      "0012344790", [Bills.tester.answer("2609912345633", cas: ["CO*16*189"], remarks: ["N265"])],
      by: .dmac, on: "11-04")
    sendAgain(0..<2, on: "11-09")
    sendAgain(2..<3, on: "11-10")
    sendAgain(3..<5, on: "11-12")
    send(
      [Bills.fiction, Bills.madeUp], on: "11-12", answered: "11-13",
      rejected: [Bills.fiction.control: "A7:507", Bills.madeUp.control: "A7:562:DK"])
    pay(
      "0055127781", [Bills.placeholder.answer("EAN26310007", cas: ["CO*16*21"], moa: "MA130")],
      by: .aetna, on: "11-13")
    sendAgain(5..<6, on: "11-13")
    sendAgain(6..<7, on: "11-16")
    sendAgain(7..<9, on: "11-17")
    for bill in [Bills.concentrator, Bills.filler] {
      decide(
        bill.control,
        DecisionEntry(.calledPayer, [.status: "in process", .note: "paid by the 18th"]),
        on: "11-17")
    }
  }

  /// The newest remittance: one payment posts, one does not.
  private func payOnWednesday() {
    pay(
      "0012345678",
      [
        Bills.holder.answer(
          "2609900011000", paid: 102_880, share: 25_720, cas: ["CO*45*257.2", "PR*2*257.2"]),
        // The payer answers to a number with a letter too many.
        Bills.concentrator.answer(
          "2609900011100", as: Bills.concentrator.control + "X", paid: 21_410, share: 5353,
          cas: ["CO*45*32.37", "PR*2*53.53"]),
      ], by: .dmac, on: "11-18", provider: [("WO:26461111", 1500)])
    sendAgain(9..<10, on: "11-18")
    sendAgain(10..<11, on: "11-19")
    sendAgain(11..<12, on: "11-20")
  }

  /// tlee sends some of the old claims again.
  private func sendAgain(_ claims: Range<Int>, on day: String) {
    for bill in Bills.bygone[claims] {
      decide(
        bill.control, DecisionEntry(.resubmit, [.note: "the order was on file"]), on: day,
        as: "tlee")
    }
  }

  /// The same with nothing to do: everything waits for somebody.
  static func cleared() throws -> OfficeYear {
    let year = try daily()
    year.plan(on: "11-21") { year in
      let office = try year.office(as: "tlee")
      for queue in QueueName.allCases {
        for row in try office.page(PageRequest(queue: queue, limit: 500)).rows {
          try year.decide(
            row.reference,
            DecisionEntry(
              .followUp, [.followUp: latestReturn(of: row.item).description, .note: "asked"]),
            as: "tlee")
        }
      }
    }
    return year
  }

  /// Four days from now, or the last day that the margin before the safe day leaves.
  private static func latestReturn(of item: WorkItem) -> Day {
    let soon = MadeOffice.today.adding(days: 4)
    return item.safe.map { min(soon, $0.adding(days: -5)) } ?? soon
  }
}
