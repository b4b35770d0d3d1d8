import Billing

/// A batch that went out and waits for its first answer.
enum BatchPlacement {
  /// A batch without a 999 after so many business days is an alarm (domain reference 1.4, queue 3).
  private static let answerDays = 1

  static func place(_ story: BatchStory, rules: RuleBook, on today: Day) -> Placement? {
    if story.isAnswered { return nil }
    let batch = story.batch
    let due = batch.sentOn.adding(businessDays: answerDays)
    var draft = PlacementDraft(
      queue: .transmission, limit: story.filing, balance: batch.total, expected: batch.total,
      decisions: story.decisions, rules: rules, on: today)
    let size = "\(batch.claims) claim\(batch.claims == 1 ? "" : "s"), \(batch.total)"
    draft.reasonCode = today < due ? "awaiting answer" : "no answer"
    draft.reason =
      today < due
      ? "Sent on \(batch.sentOn); its answer is expected by \(due)"
      : "No answer to the batch of \(batch.sentOn): \(size)"
    draft.why.append(
      "\(batch.fileName) went to \(batch.receiver) on \(batch.sentOn): \(size).")
    draft.why.append("No TA1, 999 or 277CA has come for it.")
    draft.wait(
      until: due,
      or: "A business day has passed: see whether the clearinghouse has the file; if not, send it "
        + "again.")
    return draft.placement()
  }
}
