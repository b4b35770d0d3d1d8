import Billing

/// One credit of a made-up bank file.
struct SampleCredit {
  var code = "165"
  var cents: Int64
  var text = "MADE UP PAYER"
  /// TRN02 in the words of an ACH credit; empty for none.
  var trace = ""
  /// Check number.
  var number = ""
  var originator = "1512345678"
}

extension SampleFiles {
  /// A bank file (BAI2) of one account and day, `260112`, with its totals.
  static func bank(
    _ credits: [SampleCredit], day: String = "260112", time: String = "0600"
  ) -> [UInt8] {
    var lines = [
      "01,BANK,HARBOR,\(day),\(time),1,,,2/", "02,HARBOR,BANK,1,\(day),,USD,2/",
      "03,0001112222,USD,010,100000,,/",
    ]
    for credit in credits {
      let words =
        credit.trace.isEmpty
        ? credit.text : "\(credit.text) TRN*1*\(credit.trace)*\(credit.originator)\\"
      lines.append("16,\(credit.code),\(credit.cents),0,,\(credit.number),\(words)")
    }
    let sum = 100_000 + credits.map(\.cents).reduce(0, +)
    lines.append("49,\(sum),\(lines.count - 1)/")
    lines.append("98,\(sum),1,\(lines.count)/")
    lines.append("99,\(sum),1,\(lines.count + 1)/")
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }
}
