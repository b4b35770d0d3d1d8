package import Billing
package import X12

/// Claims of every kind that go to one receiver in one file.
package struct OutgoingBatch: Sendable {
  /// In the order of the file: claims of one provider, then of one subscriber, stand together and
  /// share their loops.
  package let claims: [OutgoingClaim]
  /// The most claims of one transaction set.
  package let claimsPerSet: Int

  /// A batch from the office to a receiver; claims that were sent elsewhere before are readdressed.
  ///
  /// A set holds at most 5,000 claims (005010X222A1, section 1.3) where nobody says otherwise.
  package init(
    claims: [OutgoingClaim], from supplier: Supplier, to receiver: Clearinghouse,
    claimsPerSet: Int = 5000
  ) {
    self.claimsPerSet = max(1, claimsPerSet)
    var addressed = claims
    for index in addressed.indices {
      addressed[index].readdress(submitter: supplier.submitter, receiver: receiver.party)
    }
    self.claims = OutgoingBatch.arranged(addressed)
  }

  /// Charges of all claims in cents; nil where they add up to more than any office has.
  package var total: Cents? {
    var sum: Int64 = 0
    for claim in claims {
      let (next, overflow) = sum.addingReportingOverflow(claim.claim.chargeCents)
      guard !overflow else { return nil }
      sum = next
    }
    return Cents(sum)
  }

  /// How many transaction sets the file has.
  package var setCount: Int {
    claims.isEmpty ? 0 : (claims.count - 1) / claimsPerSet + 1
  }

  /// ST02 of the set in which a claim stands, which a 999 names.
  package func setControl(ofClaim index: Int, first: Int) -> String {
    OutgoingBatch.setControl(first + index / claimsPerSet)
  }

  /// BHT03 of the set in which a claim stands, which a 277CA names: the batch's own, and from the
  /// second set on its number after it.
  package func reference(ofClaim index: Int, batch: String) -> String {
    let set = index / claimsPerSet
    return set == 0 ? batch : "\(batch)-\(set + 1)"
  }

  /// The file: one interchange, one group, as many sets as the claims need.
  ///
  /// - Parameters:
  ///   - envelope: Sender, receiver and control numbers; see ``Billing/Supplier``.
  ///   - reference: BHT03, at most 26 characters.
  ///   - setControl: ST02 of the first set.
  ///   - day: BHT04.
  /// - Returns: The bytes, the same for the same values.
  package func file(
    envelope: OutgoingEnvelope, reference: String, setControl: Int = 1, on day: Day
  ) -> [UInt8] {
    let starts = stride(from: 0, to: claims.count, by: claimsPerSet)
    let sets = starts.map { start in
      var header = claims[start].header
      header.control = self.setControl(ofClaim: start, first: setControl)
      header.reference = self.reference(ofClaim: start, batch: reference)
      header.date = day.ccyymmdd
      header.time = envelope.time
      let end = min(start + claimsPerSet, claims.count)
      return Transmission837P(header: header, claims: claims[start..<end].map(\.claim))
    }
    return Transmission837P.encode(sets, envelope: envelope)
  }

  private static func setControl(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  /// By provider, subscriber and payer, each in the order in which it comes first.
  private static func arranged(_ claims: [OutgoingClaim]) -> [OutgoingClaim] {
    var billing: [BillingProvider837P: Int] = [:]
    var insured: [Insured: Int] = [:]
    let ranked = claims.enumerated().map { index, claim in
      let provider = billing[claim.claim.billing, default: billing.count]
      billing[claim.claim.billing] = provider
      let key = Insured(
        provider: provider, subscriber: claim.claim.subscriber, payer: claim.claim.payer)
      let subscriber = insured[key, default: insured.count]
      insured[key] = subscriber
      // Claims of the subscriber come before those of others whom the coverage insures.
      return (provider, subscriber, claim.claim.patient == nil ? 0 : 1, index)
    }
    return ranked.sorted { $0 < $1 }.map { claims[$0.3] }
  }

  private struct Insured: Hashable {
    var provider: Int
    var subscriber: Subscriber837P
    var payer: X12Party
  }
}

extension Supplier {
  /// What stands around a file of claims to a receiver; control numbers and time as given.
  package func envelope(
    to receiver: Clearinghouse, on day: Day, time: String, numbers: ControlNumbers
  ) -> OutgoingEnvelope {
    OutgoingEnvelope(
      from: PlainCapitals.text(submitterID), to: PlainCapitals.text(receiver.receiverID), on: day,
      time: time, numbers: numbers, usage: usageIndicator)
  }

  /// ISA15: whether what is sent is for production or a test.
  package var usageIndicator: String { isTest ? "T" : "P" }
}
