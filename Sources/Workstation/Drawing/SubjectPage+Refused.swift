import Billing
import Cells
import Desk

extension SubjectPage {
  /// What could be read of a remittance that was refused, and why the rest could not.
  func body(of section: ItemPage.Section, _ refused: RefusedSet) -> [StyledText] {
    guard section == .refusedSet else { return [] }
    let facts = refused.facts
    var place = "segment \(facts.problem.place.segment)"
    if !facts.problem.place.element.isEmpty { place += ", " + facts.problem.place.element }
    var pairs: [(SafeText, StyledText)] = [
      ("Payer", read(refused.payer?.name)),
      ("Trace number", read(facts.traceNumber.isEmpty ? nil : facts.traceNumber)),
      (
        "Amount",
        facts.amount.map { StyledText(Wording.money($0)) } ?? read(nil)
      ),
      ("Day", facts.day.map { StyledText(longDate($0)) } ?? read(nil)),
      ("File", StyledText(SafeText(foreign: refused.file))),
      ("Set", StyledText(SafeText(foreign: facts.controlNumber))),
      ("Refused", StyledText(SafeText(foreign: facts.problem.message), .danger)),
      ("At", StyledText(SafeText(foreign: place), .muted)),
    ]
    if let other = refused.replacedBy {
      pairs.append(("Read since", StyledText(SafeText(foreign: other.file), .good)))
    }
    return grid(pairs)
  }

  private func read(_ text: String?) -> StyledText {
    text.map { StyledText(SafeText(foreign: $0)) } ?? StyledText("not readable", .warning)
  }
}
