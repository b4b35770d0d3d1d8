import Billing
import Desk
import Operations

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
    last: "ROE", first: "RICHARD", birth: "19510317", payer: .dmac.of("2AB4TE5MK11"))
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

  /// Those whose claims a play has paid.
  static let all = [jane, richard, pat, terry, ellis, ned, pia, faye, max, ivy, hal]

  /// Six patients with two months each.
  static func bygone(_ index: Int) -> MadePatient {
    let number = index % 6
    return MadePatient(
      last: "BYGONE", first: ["ANN", "BEN", "CAL", "DOT", "EVE", "FAY"][number],
      birth: "1950010\(1 + number)", payer: .dmac.of("7LM4TE5MK0\(number)"))
  }

  /// A claim of one line to this patient's payer, Medicare's with the supplement behind it.
  func claim(
    _ control: String, _ code: String, _ cents: Int64, on day: String, isAlone: Bool = false
  ) -> SampleClaim {
    var claim = SampleClaim(
      control: control,
      lines: [SampleLine(code: code, cents: cents, day: day, number: "1")],
      last: last, first: first, birth: birth, payer: payer)
    claim.diagnoses = ["J9611", "J449"]
    if payer.identifier == SamplePayer.dmac.identifier && !isAlone {
      claim.others = [(.plainview, "S", [])]
    }
    return claim
  }

  /// A payer's answer to such a claim.
  func answer(
    _ control: String, _ code: String, _ cents: Int64, on day: String, paid: Int64 = 0,
    share: Int64 = 0, cas: [String], remarks: [String] = [], more: [String] = [],
    number: String
  ) -> PaidClaim {
    PaidClaim(
      control: control, status: paid == 0 && share == 0 ? "4" : "1", charge: cents, paid: paid,
      lines: [
        PaidLine(
          code: code, charge: cents, paid: paid, cas: cas, number: "1", day: day,
          remarks: remarks)
      ], patientShare: share, payerNumber: number, last: last, first: first,
      member: payer.member, more: more)
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
    send(
      [MadePatient.ellis.claim("26463855", "K0823:NU:KX", 312_000, on: "20260615")],
      on: "06-22", answered: "06-23")
    send(
      [
        // The papers of December came in July.
        MadePatient.jane.claim("26463774", "E0465:RR", 154_320, on: "20251201"),
        MadePatient.richard.claim("26463801", "E0471:RR:KX", 98_765, on: "20260701"),
      ], on: "07-10", answered: "07-13")
    pay(
      SampleRemittance(
        trace: "0008814407",
        claims: [
          MadePatient.ellis.answer(
            "26463855", "K0823:NU:KX", 312_000, on: "20260615", cas: ["CO*197*3120"],
            number: "B26175001")
        ], date: "20260727", payer: .blue), on: "07-27")
    pay(
      SampleRemittance(
        trace: "0012339821",
        claims: [
          MadePatient.jane.answer(
            "26463774", "E0465:RR", 154_320, on: "20251201", cas: ["CO*16*1543.2"],
            remarks: ["N265"], more: ["MOA***MA130"], number: "2609912345600"),
          MadePatient.richard.answer(
            "26463801", "E0471:RR:KX", 98_765, on: "20260701",
            cas: ["CO*50*887.65", "PR*50*100"], number: "2609912345611"),
        ], date: "20260805", payer: .dmac), on: "08-05")
    send(
      [MadePatient.pat.claim("26463822", "A7030:NU", 24_150, on: "20260826")],
      on: "09-04", answered: "09-08")
    pay(
      SampleRemittance(
        trace: "0055120034",
        claims: [
          MadePatient.pat.answer(
            "26463822", "A7030:NU", 24_150, on: "20260826", cas: ["CO*16*241.5"],
            more: ["MOA***MA130"], number: "EAN26252001")
        ], date: "20260918", payer: .aetna), on: "09-18")
    send(
      [MadePatient.ned.claim("26463861", "E0431:RR", 4200, on: "20260915")],
      on: "09-25", answered: "09-28")
    send(
      [
        MadePatient.ivy.claim("26462900", "E0471:RR:KX", 98_765, on: "20261005"),
        MadePatient.terry.claim("26463840", "E0260:RR:KX", 18_900, on: "20261001"),
      ], on: "10-07", answered: "10-08")
  }

  private func claimLately() {
    send(
      [
        MadePatient.hal.claim("26463501", "E0465:RR", 154_320, on: "20261020", isAlone: true),
        // Of one patient, day and charge: a payment without a number may be for either.
        MadePatient.jane.claim("26464150", "E1390:RR:KX", 30_000, on: "20261022"),
        MadePatient.jane.claim("26464151", "K0738:RR", 30_000, on: "20261022"),
        MadePatient.pia.claim("26463877", "A4253:NU", 2100, on: "20261022"),
      ], on: "10-28", answered: "10-29")
    pay(
      SampleRemittance(
        trace: "0012344790",
        claims: [
          MadePatient.terry.answer(
            "26463840", "E0260:RR:KX", 18_900, on: "20261001", cas: ["CO*16*189"],
            remarks: ["N265"], number: "2609912345633")
        ], date: "20261104", payer: .dmac), on: "11-04")
    sendAgain(0..<2, on: "11-09")
    sendAgain(2..<3, on: "11-10")
    sendAgain(3..<5, on: "11-12")
    send(
      [
        MadePatient.faye.claim("26464010", "E0143:NU", 11_240, on: "20251128"),
        MadePatient.max.claim("26464022", "E0570:NU", 8900, on: "20261018"),
      ], on: "11-12", answered: "11-13",
      rejected: ["26464010": "A7:507", "26464022": "A7:562:DK"])
    pay(
      SampleRemittance(
        trace: "0055127781",
        claims: [
          MadePatient.pia.answer(
            "26463877", "A4253:NU", 2100, on: "20261022", cas: ["CO*16*21"],
            more: ["MOA***MA130"], number: "EAN26310007")
        ], date: "20261113", payer: .aetna), on: "11-13")
    sendAgain(5..<6, on: "11-13")
    sendAgain(6..<7, on: "11-16")
    sendAgain(7..<9, on: "11-17")
    for number in ["26464150", "26464151"] {
      decide(
        number, DecisionEntry(.calledPayer, [.status: "in process", .note: "paid by the 18th"]),
        on: "11-17")
    }
  }

  /// The newest remittance: one payment posts, one does not.
  private func payOnWednesday() {
    pay(
      SampleRemittance(
        trace: "0012345678",
        claims: [
          MadePatient.hal.answer(
            "26463501", "E0465:RR", 154_320, on: "20261020", paid: 102_880, share: 25_720,
            cas: ["CO*45*257.2", "PR*2*257.2"], number: "2609900011000"),
          // The payer answers to a number with a letter too many.
          MadePatient.jane.answer(
            "26464150X", "E1390:RR:KX", 30_000, on: "20261022", paid: 21_410, share: 5353,
            cas: ["CO*45*32.37", "PR*2*53.53"], number: "2609900011100"),
        ], provider: [("WO:26461111", 1500)], date: "20261118", payer: .dmac), on: "11-18")
    sendAgain(9..<10, on: "11-18")
    sendAgain(10..<11, on: "11-19")
    sendAgain(11..<12, on: "11-20")
  }

  /// Twelve claims of the autumn that Medicare denied in October.
  private func claimBygone() {
    let claims = (0..<12).map { index in
      MadePatient.bygone(index).claim(
        Self.bygoneNumber(index), "E0601:RR:KX", 12_000, on: Self.bygoneDay(index))
    }
    send(claims, on: "10-09", answered: "10-12")
    pay(
      SampleRemittance(
        trace: "0012343316",
        claims: [
          MadePatient.ned.answer(
            "26463861", "E0431:RR", 4200, on: "20260915", cas: ["CO*97*42"],
            number: "2609912345622")
        ], date: "20261016", payer: .dmac), on: "10-16")
    pay(
      SampleRemittance(
        trace: "0012344120",
        claims: (0..<12).map { index in
          MadePatient.bygone(index).answer(
            Self.bygoneNumber(index), "E0601:RR:KX", 12_000, on: Self.bygoneDay(index),
            cas: ["CO*16*120"], remarks: ["N265"], more: ["MOA***MA130"],
            number: "26099000\(1000 + index)")
        }, date: "20261026", payer: .dmac), on: "10-26")
  }

  /// tlee sends some of them again.
  private func sendAgain(_ claims: Range<Int>, on day: String) {
    for index in claims {
      decide(
        Self.bygoneNumber(index), DecisionEntry(.resubmit, [.note: "the order was on file"]),
        on: day, as: "tlee")
    }
  }

  private static func bygoneNumber(_ index: Int) -> String { String(26_462_300 + index) }

  private static func bygoneDay(_ index: Int) -> String { index < 6 ? "20260903" : "20261003" }

  /// The same with nothing to do: everything waits for somebody.
  static func cleared() throws -> OfficeYear {
    let year = try daily()
    year.plan(on: "11-21") { year in
      let office = try year.office(as: "tlee")
      for queue in QueueName.allCases {
        for row in try office.page(PageRequest(queue: queue, limit: 500)).rows {
          let day = row.item.safe.map { $0.adding(days: -5) }
          try year.decide(
            row.reference,
            DecisionEntry(
              .followUp,
              [
                .followUp: min(
                  day ?? MadeOffice.today.adding(days: 4), MadeOffice.today.adding(days: 4)
                ).description, .note: "asked",
              ]),
            as: "tlee")
        }
      }
    }
    return year
  }

  /// So many claims, all denied: names, payers and codes change from one to the next.
  static func many(_ count: Int) throws -> OfficeYear {
    let year = try OfficeYear()
    let names = ["DOE", "ROE", "SAMPLE", "TESTER", "EXAMPLE", "NOBODY", "FICTION"]
    let payers: [SamplePayer] = [.dmac, .aetna, .blue]
    let answers = ["CO*16", "CO*50", "CO*97", "CO*16", "CO*197"]
    let claims = (0..<count).map { index in
      MadePatient(
        last: names[index % names.count],
        first: String(Character(UnicodeScalar(UInt8(65 + index % 26)))), birth: "19500101",
        payer: payers[index % 3].of("M\(1000 + index)")
      ).claim(
        String(26_500_000 + index * 7), "E1390:RR", Int64(1000 + (index * 7919) % 200_000),
        on: "20261001")
    }
    year.send(claims, on: "10-05", answered: "10-06")
    for (number, payer) in payers.enumerated() {
      let mine = claims.enumerated().filter { $0.offset % 3 == number }
      year.pay(
        SampleRemittance(
          trace: "000770000\(number)",
          claims: mine.map { index, claim in
            MadePatient(
              last: claim.last, first: claim.first, birth: claim.birth, payer: claim.payer
            ).answer(
              claim.control, "E1390:RR", claim.cents, on: "20261001",
              cas: ["\(answers[index % 5])*\(SampleFiles.dollars(claim.cents))"],
              number: "P\(10_000 + index)")
          }, date: "20261030", payer: payer), on: "10-30")
    }
    return year
  }
}
