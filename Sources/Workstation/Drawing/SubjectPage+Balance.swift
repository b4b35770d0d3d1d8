import Billing
import Cells
import Desk

extension SubjectPage {
  /// What a payer set off, amount by amount, and what stands of it.
  func body(of section: ItemPage.Section, _ balance: ProviderBalance) -> [StyledText] {
    guard section == .lines else { return [] }
    var grid = TextGrid([.leading, .leading, .trailing], indent: 2, flexible: 1)
    for movement in balance.movements {
      let source: SafeText =
        movement.traceNumber.map { "remittance \(privacy.identifier($0))" } ?? "decided here"
      grid.add([
        StyledText(Wording.date(movement.on, today: today)), StyledText(source),
        StyledText(Wording.money(movement.amount)),
      ])
    }
    grid.add([
      StyledText("Open", .title), StyledText("under \(foreign: balance.reference)", .muted),
      StyledText(Wording.money(balance.open), Style.text.bold),
    ])
    return grid.lines(width: width, glyphs: glyphs)
  }
}
