import Billing

@testable import TestSupport

extension OfficeYear {
  /// So many claims, all denied: names, payers and codes change from one to the next.
  static func many(_ count: Int) throws -> OfficeYear {
    let year = try OfficeYear()
    let names = ["DOE", "ROE", "SAMPLE", "TESTER", "EXAMPLE", "NOBODY", "FICTION"]
    let payers: [SamplePayer] = [.dmac, .aetna, .blue]
    let reasons = ["CO*16", "CO*50", "CO*97", "CO*16", "CO*197"]
    let bills = (0..<count).map { index in
      MadePatient(
        last: names[index % names.count],
        first: String(Character(UnicodeScalar(UInt8(65 + index % 26)))), birth: "19500101",
        payer: payers[index % payers.count].of("M\(1000 + index)")
      ).bill(
        String(26_500_000 + index * 7), "E1390:RR", Int64(1000 + (index * 7919) % 200_000),
        on: "20261001")
    }
    year.send(bills, on: "10-05", answered: "10-06")
    for (number, payer) in payers.enumerated() {
      let answers = bills.indices.filter { $0 % payers.count == number }.map { index in
        let amount = SampleFiles.dollars(bills[index].cents)
        return bills[index].answer(
          "P\(10_000 + index)", cas: ["\(reasons[index % reasons.count])*\(amount)"])
      }
      year.pay("000770000\(number)", answers, by: payer, on: "10-30")
    }
    return year
  }
}
