import Cells
import Testing

@testable import Workstation

@Suite("Covering names and numbers")
struct PrivacyTests {
  private static let covered = Privacy(isMasked: true, glyphs: .unicode)
  private static let open = Privacy(isMasked: false, glyphs: .unicode)

  @Test("covers by as many dots for every text")
  func sameLength() {
    #expect(Self.covered.person("DOE, JANE") == Self.covered.person("A VERY LONG NAME, INDEED"))
    #expect(Self.covered.identifier("") == "")
    #expect(Self.open.person("DOE, JANE") == "DOE, JANE")
  }

  @Test(
    "covers numbers and names in sentences",
    arguments: [
      ("Sent 26463774 again.", "Sent ••••••• again."),
      ("Deferred 2 items to Nov 24.", "Deferred 2 items to Nov 24."),
      ("$1,234,567.00 is open.", "$1,234,567.00 is open."),
      ("Taken by DOE, JANE today", "Taken by ••••••• ••••••• today"),
      ("CO-16 is not appealed: correct it.", "CO-16 is not appealed: correct it."),
    ])
  func sentences(text: String, expected: String) {
    #expect(Self.covered.sentence(SafeText(foreign: text)).string == expected)
    #expect(Self.open.sentence(SafeText(foreign: text)).string == text)
  }
}
