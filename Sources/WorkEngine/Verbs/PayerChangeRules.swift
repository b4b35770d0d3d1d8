import Billing

/// When a claim may go to another payer, or to the same one with another's answer.
struct PayerChangeRules {
  let reading: StoryReading
  /// Whether what was sent was kept, so that it can be written for another payer.
  var hasClaimFile = true

  private var story: ClaimStory { reading.story }

  /// Why no change of payer makes sense as things stand.
  var refusal: String? {
    if story.balances.payer <= .zero {
      return reading.isNextLevel
        ? "\(story.payer.name) is done with it; what is open is the next payer's."
        : "Nothing is open with \(story.payer.name)."
    }
    if !hasClaimFile {
      return "Docket never saw this claim sent, so it cannot send it to another payer: "
        + "import its 837P, or send it in the billing system."
    }
    if story.nextPayerBilled {
      return "The next payer has been billed after \(story.payer.name): take that claim back first."
    }
    return reading.appeals.pending.map {
      "The \($0.verb == .appeal ? "appeal" : "reopening") of \($0.on) waits for its decision; "
        + "send no second claim beside it."
    }
  }

  /// What is wrong with a change as filled in.
  func fault(of change: PayerChange, memberID: String) -> FieldFault? {
    let coverage = change.coverage
    if isPresent(coverage), coverage.memberID == memberID.uppercased() {
      return change.kind == .instead
        ? FieldFault("payer", "That is the payer it was sent to, with the same member ID.")
        : FieldFault("payer", "Name the payer that comes before \(story.payer.name).")
    }
    if change.kind == .first, story.sequence == .tertiary {
      return FieldFault("order", "Three payers at most pay for one claim here.")
    }
    return change.answer.flatMap { fault(of: $0) }
  }

  private func fault(of answer: PrimaryAnswer) -> FieldFault? {
    if answer.paid + answer.patientShare > story.charge {
      return FieldFault(
        "paid", "It cannot have paid and left more than the charge of \(story.charge).")
    }
    if answer.paidOn < story.serviceFrom {
      return FieldFault(
        "paid-on", "The service was on \(story.serviceFrom): it cannot be answered before.")
    }
    return nil
  }

  /// Whether a coverage is with the payer that has the claim.
  private func isPresent(_ coverage: NewCoverage) -> Bool {
    coverage.payerName == story.payer.name.uppercased()
      || !coverage.payerIdentifier.isEmpty
        && coverage.payerIdentifier == story.payer.identifier.uppercased()
  }
}
