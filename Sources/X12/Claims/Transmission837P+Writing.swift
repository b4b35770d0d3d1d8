/// Writing an 837P file.
extension Transmission837P {
  /// A whole interchange, ISA to IEA, with this transaction set in it.
  ///
  /// Claims that follow each other and have the same billing provider, subscriber or patient share
  /// the loops of these. Small letters become capitals, accents and the dots of diagnoses are left
  /// out. The text of ``TransmissionHeader837P/control`` is the set's control number.
  package func encode(envelope: OutgoingEnvelope) -> [UInt8] {
    Self.encode([self], envelope: envelope)
  }

  /// A whole interchange with several transaction sets in one group; their headers must have the
  /// same version and control numbers that differ.
  package static func encode(
    _ transmissions: [Transmission837P], envelope: OutgoingEnvelope
  ) -> [UInt8] {
    envelope.encode(
      functionalCode: "HC", version: transmissions.first?.header.version ?? "005010X222A1",
      sets: transmissions.map {
        OutgoingEnvelope.Set(
          code: "837", control: $0.header.control, version: $0.header.version,
          body: $0.header.segments + Self.claimSegments($0.claims.map(\.withoutDiagnosisDots)))
      })
  }

  /// The loops from the first HL on.
  static func claimSegments(_ claims: [Claim837P]) -> [SegmentText] {
    var segments: [SegmentText] = []
    var hierarchy = 0
    var billingNumber = 0
    var subscriberNumber = 0
    var previous: Claim837P?
    // Most files have none, and then nothing needs to be looked ahead for.
    let anyPatients = claims.contains { $0.patient != nil }
    for (index, claim) in claims.enumerated() {
      let isSameBilling = previous?.billing == claim.billing
      if !isSameBilling {
        hierarchy += 1
        billingNumber = hierarchy
        segments.append(SegmentText("HL", [String(hierarchy), "", "20", "1"]))
        segments += claim.billing.segments
      }
      // A claim of the subscriber's own cannot come after the loop of a patient has begun.
      let isSameSubscriber =
        isSameBilling && claim.hasSubscriber(of: previous)
        && (previous?.patient == nil || claim.patient != nil)
      if !isSameSubscriber {
        hierarchy += 1
        subscriberNumber = hierarchy
        let hasPatients = anyPatients && Self.hasPatients(claims[index...])
        segments.append(
          SegmentText(
            "HL", [String(hierarchy), String(billingNumber), "22", hasPatients ? "1" : "0"]))
        segments += claim.subscriber.segments(payer: claim.payer)
      }
      if let patient = claim.patient, !(isSameSubscriber && previous?.patient == patient) {
        hierarchy += 1
        segments.append(
          SegmentText("HL", [String(hierarchy), String(subscriberNumber), "23", "0"]))
        segments += patient.segments
      }
      segments += claim.segments
      previous = claim
    }
    return segments
  }

  /// Whether a patient's loop follows under the subscriber of the first of these claims.
  private static func hasPatients(_ claims: ArraySlice<Claim837P>) -> Bool {
    guard let first = claims.first else { return false }
    for claim in claims {
      guard claim.billing == first.billing, claim.hasSubscriber(of: first) else { return false }
      if claim.patient != nil { return true }
    }
    return false
  }
}

extension Claim837P {
  func hasSubscriber(of other: Claim837P?) -> Bool {
    subscriber == other?.subscriber && payer == other?.payer
  }

  fileprivate var withoutDiagnosisDots: Claim837P {
    let dot = UInt8(ascii: ".")
    guard diagnoses.contains(where: { $0.code.utf8.contains(dot) }) else { return self }
    var claim = self
    for index in claim.diagnoses.indices {
      claim.diagnoses[index].code.removeAll { $0 == "." }
    }
    return claim
  }
}
