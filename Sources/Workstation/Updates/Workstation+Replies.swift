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
}
