/// Writing a 999.
extension ImplementationAcknowledgment999 {
  /// A whole interchange, ISA to IEA, with this acknowledgment in it.
  package func encode(envelope: OutgoingEnvelope) -> [UInt8] {
    Self.encode([self], envelope: envelope)
  }

  /// A whole interchange with one set for each acknowledgment; control numbers must differ.
  package static func encode(
    _ acknowledgments: [ImplementationAcknowledgment999], envelope: OutgoingEnvelope
  ) -> [UInt8] {
    envelope.encode(
      functionalCode: "FA", version: acknowledgments.first?.version ?? "005010X231A1",
      sets: acknowledgments.map {
        OutgoingEnvelope.Set(
          code: "999", control: $0.control, version: $0.version, body: $0.segments)
      })
  }

  private var segments: [SegmentText] {
    var segments = [SegmentText("AK1", [functionalCode, groupControl, groupVersion])]
    for set in sets {
      segments.append(SegmentText("AK2", [set.code, set.control, set.version]))
      segments += set.segmentErrors.flatMap(\.segments)
      segments.append(SegmentText("IK5", [set.outcome] + set.errors.prefix(5)))
    }
    func count(_ number: Int?) -> String { number.map(String.init) ?? "" }
    segments.append(
      SegmentText(
        "AK9",
        [outcome, count(includedCount), count(receivedCount), count(acceptedCount)]
          + groupErrors.prefix(5)))
    return segments
  }
}

extension ImplementationAcknowledgment999.SegmentError {
  fileprivate var segments: [SegmentText] {
    [SegmentText("IK3", [segment, position.map(String.init) ?? "", loop, code])]
      + contexts.map(\.segmentText) + elementErrors.flatMap(\.segments)
  }
}

extension ImplementationAcknowledgment999.ElementError {
  fileprivate var segments: [SegmentText] {
    let place = [element, component, repetition].map { $0.map(String.init) ?? "" }
    return [
      SegmentText("IK4", [SegmentText.composite(place), dictionaryNumber, code, badValue])
    ] + contexts.map(\.segmentText)
  }
}

extension ImplementationAcknowledgment999.Context {
  fileprivate var segmentText: SegmentText {
    let names = names.map { SegmentText.composite([$0.name, $0.value]) }
      .joined(separator: String(SegmentText.repetitionMark))
    return SegmentText(
      "CTX",
      [
        names, segment, position.map(String.init) ?? "", loop, SegmentText.composite(place),
        SegmentText.composite(dictionaryNumbers),
      ])
  }
}
