// Answers of the office.

import Billing
import Cells
import Desk

extension Workstation {
  /// Takes an answer to the newest question of its purpose; a late one is dropped.
  mutating func take(_ reply: Reply) {
    guard let purpose = shell.waiting.first(where: { $0.value.ticket == reply.ticket })?.key else {
      return
    }
    shell.waiting[purpose] = nil
    shell.readAt = shell.now
    switch reply.outcome {
    case .answered(let take): take(&self)
    case .refused(let refusal, let take):
      if let field = refusal.field {
        takeFault(FieldFault(field, refusal.message))
      } else {
        take(&self, refusal)
      }
      // What was typed ahead was meant for what the office refused.
      if !awaitsAnswer { shell.typedAhead = [] }
    }
  }

  // MARK: Imports

  mutating func importFiles(_ argument: String) {
    let paths = argument.split(separator: " ").map(String.init)
    guard !paths.isEmpty else {
      shell.say(.info, "Name the files or folders: :import inbox/ERA-1121.835")
      return
    }
    guard !shell.isWaiting(for: .importing) else {
      shell.say(.warning, "An import is running. Ctrl-c stops it.")
      return
    }
    shell.importReports = []
    go(to: ImportsScreen())
    shell.ask(
      ImportFiles(paths), for: .importing,
      refused: {
        $0.shell.importProgress = nil
        $0.shell.say(.error, SafeText(foreign: $1.message))
      },
      then: { $0.finishImport($1) })
  }

  private mutating func finishImport(_ reports: [ImportReport]) {
    shell.importProgress = nil
    shell.importReports = reports
    let problems = reports.reduce(0) { $0 + $1.problems.filter(\.isError).count }
    // A long wait may be over: whoever looked elsewhere hears it.
    shell.effects.append(.ringBell)
    let applied = reports.filter { $0.outcome == .applied || $0.outcome == .partlyApplied }.count
    let text: SafeText =
      "Read \(Wording.count(reports.count, "file")): \(MoneyText.count(applied)) applied, \(Wording.count(problems, "problem"))."
    shell.say(problems > 0 ? .warning : .good, text)
    reloadVisible()
  }

  /// Takes the last decision back, or brings it back.
  mutating func takeBack(_ question: some DeskQuestion<DecisionOutcome>) {
    shell.ask(question, for: .undo) { $0.finishUndo($1) }
  }

  private mutating func finishUndo(_ outcome: DecisionOutcome) {
    shell.say(.good, SafeText(foreign: outcome.message))
    reloadVisible()
    reloadListsBelow()
  }

}
