// Answers of the office.

import Billing
import Cells
import Desk

extension Workstation {
  /// Takes an answer to the newest question of its purpose; a late one is dropped.
  mutating func take(_ reply: Reply) {
    guard shell.tickets.settle(reply.ticket) else { return }
    seat.sees(dataOf: shell.now)
    switch reply.outcome {
    case .answered(let take): take(&self)
    case .refused(let refusal, let take):
      if let field = refusal.field {
        takeFault(FieldFault(field, refusal.message))
      } else {
        take(&self, refusal)
      }
      // What was typed ahead was meant for what the office refused.
      if !awaitsAnswer { typing.dropAhead() }
    }
  }
}
