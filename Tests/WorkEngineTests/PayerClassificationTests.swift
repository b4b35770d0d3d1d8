import Billing
import Rules
import Testing
import WorkEngine

@Suite("Payer classification")
struct PayerClassificationTests {
  typealias Case = (
    name: String, id: String, filing: String, state: String, family: PayerFamily, key: String?,
    in: String?
  )

  static let cases: [Case] = [
    ("EXAMPLE DME MAC", "16013", "MB", "", .medicareDME, nil, nil),
    ("CGS ADMINISTRATORS", "", "MB", "KY", .medicareDME, nil, nil),
    ("SOMEBODY", "", "MB", "", .medicareDME, nil, nil),
    ("UNITEDHEALTHCARE", "87726", "CI", "", .commercial, "uhc-commercial", nil),
    ("UNITEDHEALTHCARE", "87726", "16", "", .medicareAdvantage, "uhc-ma", nil),
    ("UHC COMMUNITY PLAN", "87726", "MC", "OH", .medicaidManaged, "uhc-community", "OH"),
    ("United Health Care of X", "", "", "", .commercial, "uhc-commercial", nil),
    ("Aetna Better", "", "12", "", .commercial, "aetna", nil),
    ("CIGNA", "62308", "", "", .commercial, "cigna", nil),
    ("HUMANA", "61101", "16", "", .medicareAdvantage, "humana-ma", nil),
    ("HUMANA", "61101", "CI", "", .commercial, "humana-commercial", nil),
    ("BLUE CROSS OF SOMEWHERE", "", "BL", "", .blueCross, nil, nil),
    ("BCBS FEP", "", "FI", "", .blueCross, "bcbs-fep", nil),
    ("TEXAS MEDICAID", "", "MC", "", .medicaid, nil, "TX"),
    ("NEW YORK STATE MEDICAID", "", "", "", .medicaid, nil, "NY"),
    ("STATE AGENCY", "", "MC", "oh", .medicaid, nil, "OH"),
    ("MEDI-CAL", "", "MC", "", .medicaid, nil, "CA"),
    ("TRICARE EAST", "", "CH", "", .tricare, nil, nil),
    ("CHAMPVA", "", "CH", "", .champVA, nil, nil),
    ("VA FEE", "", "VA", "", .veteransCommunityCare, nil, nil),
    ("STATE FUND", "", "WC", "NY", .workersCompensation, nil, "NY"),
    ("WHEELS MUTUAL", "", "AM", "", .autoNoFault, nil, nil),
    ("LAKESIDE HEALTH", "", "CI", "", .commercial, nil, nil),
    ("LAKESIDE HEALTH", "", "ZZ", "MN", .other, nil, nil),
    ("", "", "", "", .other, nil, nil),
  ]

  @Test("Payers as files name them", arguments: cases)
  func classify(test: Case) throws {
    let answer = PayerClassification.classify(
      NamedPayer(
        name: test.name, identifier: test.id, filingIndicator: test.filing, state: test.state),
      rules: try Made.rules())
    #expect(answer.family == test.family)
    #expect(answer.key == test.key)
    #expect(answer.state == test.in)
  }
}
