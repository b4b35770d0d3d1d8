// Asking about everybody whose coverage is to be verified.

import Billing
import Cells
import Desk

extension Workstation {

  private mutating func finishAsking(_ file: String?, inquiries: Int) {
    guard let file, inquiries > 0 else {
      shell.say(.info, "No coverage is to be verified; no file was written.")
      return
    }
    let count = inquiries == 1 ? "1 inquiry" as SafeText : "\(MoneyText.count(inquiries)) inquiries"
    shell.say(.good, "Wrote \(count) to \(foreign: file.lastPathPart). The 271 answers them.")
    reloadVisible()
  }

  mutating func offerEligibility() {
    let entry = Menu.Entry(
      title: "Write the inquiries to the outbox", detail: "one file", key: "w",
      action: .askEligibility)
    overlays.append(Menu(title: "Ask for every coverage to be verified?", entries: [entry]))
  }

  mutating func askEligibility() {
    shell.ask(AskEligibility(), for: .askEligibility) {
      $0.finishAsking($1.file, inquiries: $1.inquiries)
    }
  }
}
