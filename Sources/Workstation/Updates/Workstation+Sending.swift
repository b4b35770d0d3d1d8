// Sending a group, and asking for coverages.

import Billing
import Cells
import Desk

extension Workstation {
  mutating func press(_ key: Key, in form: SendForm) {
    var form = form
    switch key {
    case .escape:
      overlays.removeLast()
      shell.say(.info, "Nothing was sent.")
      return
    case .enter:
      do throws(FieldFault) {
        let request = try form.request()
        form.isSaving = true
        form.error = nil
        shell.ask(
          SendGroup(request), for: .send, refused: { $0.refuseSending($1.message) },
          then: { $0.finishSending($1) })
      } catch {
        form.complain(error)
      }
    case .tab, .down: form.focus = (form.focus + 1) % form.fields.count
    case .backTab, .up: form.focus = (form.focus + form.fields.count - 1) % form.fields.count
    // What leaves the house is typed by a person.
    case .paste: return
    default:
      guard form.fields[form.focus].handle(key) else { return }
      form.error = nil
    }
    setOverlay(.send(form))
  }

  private mutating func finishSending(_ outcome: SendingOutcome) {
    if case .send = overlays.last { overlays.removeLast() }
    shell.say(
      .good,
      "\(foreign: outcome.message) File \(foreign: outcome.file.lastPathPart).")
    reloadVisible()
  }

  /// The office sent nothing: the form stays, and the board is read again.
  mutating func refuseSending(_ reason: String) {
    let text = SafeText(foreign: reason)
    shell.say(.error, text)
    if case .send(var form) = overlays.last {
      form.isSaving = false
      form.error = text
      setOverlay(.send(form))
    }
    reloadVisible()
  }

  // MARK: Coverages

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
    overlays.append(.menu(Menu(title: "Ask for every coverage to be verified?", entries: [entry])))
  }

  mutating func askEligibility() {
    shell.ask(AskEligibility(), for: .askEligibility) {
      $0.finishAsking($1.file, inquiries: $1.inquiries)
    }
  }
}
