import Billing
import Cells
import Desk

extension SubjectPage {
  /// What was allowed less than expected, line by line, and where the expectation comes from.
  func body(of section: ItemPage.Section, _ underpayment: Underpayment) -> [StyledText] {
    guard section == .underpaid else { return [] }
    var grid = TextGrid(
      [.trailing, .leading, .trailing, .trailing, .trailing, .leading], indent: 2, flexible: 1)
    grid.add(headings(["", "", "expected", "allowed", "short", ""]))
    for line in underpayment.lines {
      grid.add([
        StyledText("\(line.number)", .muted),
        StyledText(SafeText(foreign: line.procedure.description)), amount(line.expected),
        amount(line.allowed), amount(line.shortfall),
        StyledText(line.source == .contract ? "fee schedule" : "its own answers", .muted),
      ])
    }
    return grid.lines(width: width, glyphs: glyphs)
  }
}
