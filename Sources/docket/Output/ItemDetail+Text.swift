import Billing
import Cells
import Desk

extension ItemDetail {
  /// The item as lines for people.
  func print(to output: inout Output) throws(CommandFailure) {
    try printStanding(to: &output)
    try printClaim(to: &output)
    try printProof(to: &output)
    try subject.print(to: &output)
    try printDeadlines(to: &output)
    try printStaged(to: &output)
    try printAdvice(to: &output)
    try printTimeline(to: &output)
  }

  private func printStanding(to output: inout Output) throws(CommandFailure) {
    let name: SafeText =
      needsNoWork ? "Claim" : "Item \(item.id.rawValue)"
    try output.line(
      "\(name)  \(foreign: row.reference)  \(foreign: row.patient)  \(foreign: row.payer)")
    guard placement != nil else { return try printDone(to: &output) }
    try output.line(
      """
      \(foreign: item.queue.title), \(foreign: item.lane.title), \(foreign: item.tier.title): \
      \(foreign: row.explanation)
      """)
    try output.line("\(foreign: item.reasonCode)  \(foreign: item.reason)")
    if let lease = item.lease { try output.line("Taken by \(foreign: lease.user)") }
    if let owner = item.owner { try output.line("Assigned to \(foreign: owner)") }
    if let day = item.followUpOn { try output.line("Comes back on \(foreign: day.description)") }
  }

  private func printDone(to output: inout Output) throws(CommandFailure) {
    guard needsNoWork else { return try output.line("No work: it is done") }
    let patient = claim.map { $0.lines.map(\.balances.patient).total() } ?? .zero
    try output.line(
      """
      No work: \(money(item.balance)) open\
      \(patient == .zero ? "" : ", \(money(patient)) with the patient"). \(foreign: item.reason)
      """)
  }

  private func printClaim(to output: inout Output) throws(CommandFailure) {
    guard let claim else { return }
    try output.line()
    try output.line(
      """
      Claim \(foreign: claim.controlNumber), \(foreign: claim.sequence.title), member \
      \(foreign: claim.memberID), diagnoses \(foreign: claim.diagnoses.joined(separator: " ")), \
      charge \(money(claim.charge))
      """)
    var table = TextTable([
      .init("line", .trailing), .init("service"), .init("procedure"), .init("charge", .trailing),
      .init("expected", .trailing), .init("paid", .trailing), .init("adjusted", .trailing),
      .init("payer", .trailing), .init("next", .trailing), .init("patient", .trailing),
    ])
    for line in claim.lines {
      table.add(
        "\(line.number)", "\(foreign: line.serviceFrom.description)",
        "\(foreign: line.procedure.description)", money(line.charge), money(line.expected),
        money(line.balances.paid), money(line.balances.adjusted), money(line.balances.payer),
        money(line.balances.nextPayer), money(line.balances.patient))
    }
    try output.table(table)
  }

  private func printProof(to output: inout Output) throws(CommandFailure) {
    guard let proof = claimDetail?.filingProof else { return }
    let limit = placement?.deadlines.first {
      $0.kind == .initialClaim || $0.kind == .secondaryClaim
    }?.legal
    let words: SafeText =
      switch limit {
      case nil: "Accepted"
      case let limit? where proof.acceptedOn <= limit: "Filed in time: accepted"
      case let limit?: "Filed late, the last day was \(limit.shown): accepted"
      }
    try output.line(
      """
      \(words) on \(proof.acceptedOn.shown) as \(foreign: proof.controlNumber) \
      (\(foreign: proof.answer), \(foreign: proof.file))
      """)
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
    try staged.sheet?.print(to: &output)
    if let money = staged.missingMoney {
      try output.line("The bank has not shown \(self.money(money.left)) of it")
    }
    try staged.moneyCandidates.print(to: &output)
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

  private func printTimeline(to output: inout Output) throws(CommandFailure) {
    guard !timeline.isEmpty else { return }
    try output.line()
    var table = TextTable([
      .init("day"), .init("who", limit: 12), .init("what"), .init("amount", .trailing),
      .init("detail"),
    ])
    for entry in timeline {
      table.add(
        "\(foreign: entry.on.description)", "\(foreign: entry.user)", "\(foreign: entry.title)",
        entry.amount.map { money($0) } ?? "", "\(foreign: entry.detail)")
    }
    try output.table(table)
  }

  private func money(_ amount: Cents) -> SafeText { MoneyText.dollars(amount.rawValue) }
}
