// A paper EOB: typed into, claims looked up, posted when nothing is left.

import Billing
import Cells
import Desk

extension EOBEntry: Overlay {
  var isSaving: Bool { isAsking || isPosting }

  var isConfirming: Bool { focus == .number && number.trimmed.isEmpty && left == .zero }

  func hints(_ shell: Shell) -> [HintLine.Hint] {
    if isPosting { return [HintLine.Hint("", "Posting")] }
    let enter: String
    switch focus {
    case .head: enter = "next field"
    case .line: enter = "next line"
    case .number: enter = number.trimmed.isEmpty ? "post" : "its lines"
    }
    return [
      HintLine.Hint(shell.glyphs.enterText, SafeText(foreign: enter)),
      HintLine.Hint("Tab", "next field"), HintLine.Hint("Ctrl-r", "take the claim out"),
      HintLine.Hint("Esc", "leave it"),
    ]
  }

  mutating func press(_ key: Key, over workstation: inout Workstation) -> OverlayStep {
    switch key {
    case .escape:
      if isDirty {
        workstation.shell.drafts.paper = self
        workstation.shell.say(
          .info, "Nothing was posted. What you typed is kept until you come back.")
      }
      return .closes
    case .enter, .control("s"): enter(&workstation.shell)
    case .tab: moveFocus(by: 1)
    case .backTab: moveFocus(by: -1)
    case .down: moveRow(by: 1)
    case .up: moveRow(by: -1)
    case .control("r"):
      if !removeClaim() { workstation.shell.say(.info, "No claim is typed yet.") }
    default:
      if edit(key) { error = nil }
    }
    return .stays
  }

  private mutating func enter(_ shell: inout Shell) {
    guard focus == .number else { return moveOn() }
    error = nil
    guard number.trimmed.isEmpty else { return look(&shell) }
    do throws(PaperFault) {
      if claims.isEmpty { throw PaperFault("", "Type the number of the first claim.") }
      let paper = try paper(today: shell.settings.today)
      isPosting = true
      shell.ask(
        PostEOB(paper), for: .postPaper, refused: { $0.refusePaper($1.message) },
        then: { $0.finishPaper($1) })
    } catch {
      self.error = SafeText(foreign: error.sentence)
    }
  }

  /// Looks up the claim whose number was typed.
  private mutating func look(_ shell: inout Shell) {
    let typed = number.trimmed
    guard !claims.contains(where: { $0.number == typed }) else {
      error = "\(foreign: typed) is on the paper already."
      return
    }
    isAsking = true
    let payer = self[head: "payer"]
    let first = claims.first.map { String($0.found.payer.id.rawValue) } ?? ""
    shell.ask(
      ReadEOBClaim(typed, payer: payer.isEmpty ? first : payer), for: .paperClaim,
      refused: { $0.refusePaper($1.message) }, then: { $0.takePaperClaim($1) })
  }
}

extension Workstation {
  mutating func beginEOB() {
    typing.dropPressed()
    if let draft = shell.drafts.takePaper() {
      overlays.append(draft)
      shell.say(.info, "What you had typed is here again.")
      return
    }
    overlays.append(EOBEntry(today: shell.settings.today))
  }

  fileprivate mutating func takePaperClaim(_ found: EOBClaim) {
    changeOverlay(as: EOBEntry.self) { entry, _ in
      entry.isAsking = false
      entry.add(found)
    }
  }

  fileprivate mutating func refusePaper(_ reason: String) {
    let isTop = changeOverlay(as: EOBEntry.self) { entry, _ in
      (entry.isAsking, entry.isPosting) = (false, false)
      entry.error = SafeText(foreign: reason)
    }
    if isTop { typing.dropAhead() }
  }

  fileprivate mutating func finishPaper(_ outcome: EOBOutcome) {
    if overlays.last is EOBEntry { overlays.removeLast() }
    shell.drafts.paper = nil
    for result in outcome.results {
      let isWhole = result.question.isEmpty && result.remittance.row.staged == 0
      shell.say(isWhole ? .good : .warning, SafeText(foreign: result.message))
    }
    reloadVisible()
    reloadListsBelow()
  }
}
