/// Writing a 277CA.
extension ClaimAcknowledgment277CA {
  /// A whole interchange, ISA to IEA, with this acknowledgment in it.
  package func encode(envelope: OutgoingEnvelope) -> [UInt8] {
    Self.encode([self], envelope: envelope)
  }

  /// A whole interchange with one set for each acknowledgment; control numbers must differ.
  package static func encode(
    _ acknowledgments: [ClaimAcknowledgment277CA], envelope: OutgoingEnvelope
  ) -> [UInt8] {
    envelope.encode(
      functionalCode: "HN", version: acknowledgments.first?.version ?? "005010X214",
      sets: acknowledgments.map {
        OutgoingEnvelope.Set(
          code: "277", control: $0.control, version: $0.version, body: $0.segments)
      })
  }

  private var segments: [SegmentText] {
    var segments = [SegmentText("BHT", ["0085", "08", reference, date, time, kind])]
    var number = 0
    func open(_ parent: Int, _ level: String, _ children: String) -> Int {
      number += 1
      segments.append(
        SegmentText("HL", [String(number), parent > 0 ? String(parent) : "", level, children]))
      return number
    }
    for source in sources {
      let sourceNumber = open(0, "20", "1")
      segments += source.segments
      for receiver in source.receivers {
        let receiverNumber = open(sourceNumber, "21", receiver.providers.isEmpty ? "0" : "1")
        segments += receiver.segments
        for provider in receiver.providers {
          let providerNumber = open(receiverNumber, "19", provider.claims.isEmpty ? "0" : "1")
          segments += provider.segments
          for claim in provider.claims {
            _ = open(providerNumber, "PT", "")
            segments += claim.segments
          }
        }
      }
    }
    return segments
  }
}

extension ClaimAcknowledgment277CA.Source {
  fileprivate var segments: [SegmentText] {
    [name.segment, SegmentText("TRN", ["1", trace])] + dates.map(\.segment)
  }
}

extension ClaimAcknowledgment277CA.Receiver {
  fileprivate var segments: [SegmentText] {
    [name.segment, SegmentText("TRN", ["2", trace])] + statuses.map(\.segment)
      + totals.segments(accepted: "90", rejected: "AA")
  }
}

extension ClaimAcknowledgment277CA.Provider {
  fileprivate var segments: [SegmentText] {
    var segments = [name.segment]
    if !trace.isEmpty { segments.append(SegmentText("TRN", ["1", trace])) }
    return segments + statuses.map(\.segment) + references.map(\.segment)
      + totals.segments(accepted: "QA", rejected: "QC")
  }
}

extension ClaimAcknowledgment277CA.Claim {
  fileprivate var segments: [SegmentText] {
    [patient.segment, SegmentText("TRN", ["2", controlNumber])] + statuses.map(\.segment)
      + references.map(\.segment) + dates.map(\.segment) + lines.flatMap(\.segments)
  }
}

extension ClaimAcknowledgment277CA.Line {
  fileprivate var segments: [SegmentText] {
    let service = SegmentText(
      "SVC",
      [
        procedure.raw, chargeCents.map { X12Amount.text(cents: $0) } ?? "", "", revenueCode, "",
        "", units,
      ])
    return [service] + statuses.map(\.segment) + references.map(\.segment) + dates.map(\.segment)
  }
}

extension ClaimAcknowledgment277CA.Totals {
  /// QTY and AMT; the codes of the counts differ between the levels.
  fileprivate func segments(accepted: String, rejected: String) -> [SegmentText] {
    func segment(_ id: String, _ code: String, _ value: String?) -> SegmentText? {
      value.map { SegmentText(id, [code, $0]) }
    }
    return [
      segment("QTY", accepted, acceptedCount.map(String.init)),
      segment("QTY", rejected, rejectedCount.map(String.init)),
      segment("AMT", "YU", acceptedCents.map { X12Amount.text(cents: $0) }),
      segment("AMT", "YY", rejectedCents.map { X12Amount.text(cents: $0) }),
    ].compactMap(\.self)
  }
}
