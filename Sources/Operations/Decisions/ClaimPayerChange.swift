import Billing
import ClaimFiles
import Database
import Store
import X12

/// A claim that is written for another payer, and what it says of its payer before and after.
struct ClaimPayerChange {
  var sending: PreparedSending
  var before: ClaimPayers.Facts
  var after: ClaimPayers.Facts
  /// The payer that was typed: the new one, or the one whose answer was entered.
  var other: Payer
}

extension ClaimSender {
  /// Makes the claim for its right payer and writes it as a new one (frequency 1).
  ///
  /// With a first payer's answer it goes to the same payer again: to one that has judged it and takes
  /// replacements as such (frequency 7 with REF*F8, domain reference 6.3).
  ///
  /// - Throws: ``Refusal`` where nobody kept what was sent, the payer has no identifier, or the claim
  ///   would be refused by any front end.
  func prepare(
    _ change: PayerChange, of story: ClaimStory, outbox: inout Outbox
  ) throws -> ClaimPayerChange {
    guard let claim = try Claims.find(story.claim, in: connection),
      let before = try ClaimPayers.facts(of: story.claim, in: connection),
      let image = try Submissions.latestImage(of: story.claim, in: connection), !image.isEmpty
    else {
      throw Refusal(
        "Docket never saw this claim sent, so it cannot send it to another payer: import its 837P.")
    }
    let other = try PayerCache().payer(onCard: change.coverage, rules: office.rules, in: connection)
    guard !(change.coverage.payerIdentifier + other.identifier).isEmpty else {
      throw Refusal(
        "No identifier of \(other.name) is known: give the payer ID of the card.",
        field: "payer-id")
    }
    var outgoing = try outgoing(image)
    do throws(ClaimFileRefusal) {
      try outgoing.change(change, to: other)
    } catch {
      throw Refusal(error.message)
    }
    let after = try facts(after: change, to: other, before: before, outgoing)
    let frequency = frequency(of: change, story, claim)
    outgoing.address(
      controlNumber: try controlNumber(for: claim.controlNumber), frequency: frequency,
      payerControlNumber: claim.payerControlNumber)
    if change.kind != .answered { readdress(&outgoing, from: claim.payer, to: other) }
    var sending = try write(
      &outgoing, claim: claim.id, frequency: frequency, outbox: &outbox)
    sending.payer = after.payer
    return ClaimPayerChange(sending: sending, before: before, after: after, other: other)
  }

  private func frequency(
    of change: PayerChange, _ story: ClaimStory, _ claim: Claim
  ) -> ClaimFrequency {
    let isJudged = story.adjudications.contains { story.isOfItsPayer($0) }
    let isReplaced =
      change.kind == .answered && isJudged && !claim.payerControlNumber.isEmpty
      && !claim.payer.family.isMedicareFeeForService
    return isReplaced ? .replacement : .original
  }

  private func facts(
    after change: PayerChange, to other: Payer, before: ClaimPayers.Facts,
    _ outgoing: OutgoingClaim
  ) throws -> ClaimPayers.Facts {
    let place = outgoing.claim.subscriber.coverage.responsibility
    guard let sequence = PayerSequence(rawValue: place) else {
      throw Refusal("Three payers at most pay for one claim here.", field: "order")
    }
    var after = before
    after.sequence = sequence
    after.memberID = outgoing.claim.memberID
    if change.kind != .answered {
      after.payer = other.id
      after.controlNumber = ""
    }
    if change.kind == .first {
      after.nextPayer = before.payer
    } else if before.nextPayer == other.id {
      after.nextPayer = try outgoing.laterPayers.first.map {
        try PayerCache().payer(named: $0, rules: office.rules, in: connection).id
      }
    }
    return after
  }

  /// Another payer may take its claims by another clearinghouse.
  private func readdress(_ outgoing: inout OutgoingClaim, from payer: Payer, to other: Payer) {
    guard let supplier = office.rules.supplier,
      let receiver = supplier.clearinghouse(for: other),
      receiver != supplier.clearinghouse(for: payer)
    else { return }
    outgoing.readdress(from: supplier, to: receiver)
  }
}
