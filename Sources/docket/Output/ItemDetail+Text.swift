import Billing
import Cells
import Desk

extension ItemDetail {
  /// The item as lines for people.
  func print(to output: inout Output) throws(CommandFailure) {
    try output.line(
      """
      Item \(item.id.rawValue)  \(foreign: row.reference)  \(foreign: row.patient)  \
      \(foreign: row.payer)
      """)
    try output.line(
      """
      \(foreign: item.queue.title), \(foreign: item.lane.title), \(foreign: item.tier.title): \
      \(foreign: row.explanation)
      """)
    try output.line("\(foreign: item.reasonCode)  \(foreign: item.reason)")
    if let lease = item.lease { try output.line("Taken by \(foreign: lease.user)") }
    if let owner = item.owner { try output.line("Assigned to \(foreign: owner)") }
    if let day = item.followUpOn { try output.line("Comes back on \(foreign: day.description)") }
    if let claim { try claim.print(to: &output) }
    try printOrderSide(to: &output)
    try printDeadlines(to: &output)
    try printStaged(to: &output)
    try printAdvice(to: &output)
    try timeline.print(to: &output)
  }

  private func printOrderSide(to output: inout Output) throws(CommandFailure) {
    if let proof = filingProof {
      try output.line(
        """
        Filed in time: accepted on \(proof.acceptedOn.shown) as \(foreign: proof.controlNumber) \
        (\(foreign: proof.answer), \(foreign: proof.file))
        """)
    }
    guard let orderSide else { return }
    try output.line()
    try orderSide.print(to: &output)
  }

  private func printDeadlines(to output: inout Output) throws(CommandFailure) {
    guard let placement else { return }
    try output.line()
    for deadline in placement.deadlines {
      try output.line(
        """
        \(foreign: deadline.kind.rawValue): safe \(foreign: deadline.safe.description), legal \
        \(foreign: deadline.legal.description)  \(foreign: deadline.reason)\
        \(deadline.isVerified ? "" : "  (unverified)")
        """)
    }
    for step in placement.why { try output.line("- \(foreign: step)") }
  }

  private func printStaged(to output: inout Output) throws(CommandFailure) {
    guard let staged else { return }
    try output.line()
    try output.line(
      """
      Remittance \(foreign: staged.traceNumber) of \(foreign: staged.paymentDate.description), \
      \(money(staged.suspense)) in suspense
      """)
    for reason in staged.reasons { try output.line("- \(foreign: reason.sentence)") }
    for candidate in staged.candidates {
      try output.line(
        """
        Candidate \(candidate.claim.rawValue): \(foreign: candidate.controlNumber)  \
        \(foreign: candidate.patient)  \(foreign: candidate.serviceFrom.description)  \
        \(money(candidate.charge))
        """)
      for reason in candidate.reasonsFor { try output.line("  + \(foreign: reason)") }
      for reason in candidate.reasonsAgainst { try output.line("  - \(foreign: reason)") }
    }
  }

  private func printAdvice(to output: inout Output) throws(CommandFailure) {
    try output.line()
    try output.line("Proposed: \(foreign: advice.proposed.rawValue)")
    for step in advice.why { try output.line("- \(foreign: step)") }
    if !advice.fix.isEmpty { try output.line("Fix: \(foreign: advice.fix)") }
    for meaning in advice.meanings {
      try output.line("\(foreign: meaning.code): \(foreign: meaning.meaning)")
    }
    for option in advice.options {
      guard let refusal = option.permission.refusal else { continue }
      try output.line("Not \(foreign: option.verb.rawValue): \(foreign: refusal)")
    }
  }

  private func money(_ amount: Cents) -> SafeText { MoneyText.dollars(amount.rawValue) }
}
