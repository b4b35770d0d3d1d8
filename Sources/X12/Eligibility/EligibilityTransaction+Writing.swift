/// Writing a 270 or a 271.
extension EligibilityTransaction {
  /// A whole interchange, ISA to IEA, with this set in it.
  package func encode(envelope: OutgoingEnvelope) -> [UInt8] {
    Self.encode([self], envelope: envelope)
  }

  /// A whole interchange with one set for each transaction; control numbers must differ.
  package static func encode(
    _ transactions: [EligibilityTransaction], envelope: OutgoingEnvelope
  ) -> [UInt8] {
    envelope.encode(
      functionalCode: Item.functionalCode,
      version: transactions.first?.version ?? "005010X279A1",
      sets: transactions.map {
        OutgoingEnvelope.Set(
          code: Item.setCode, control: $0.control, version: $0.version, body: $0.segments)
      })
  }

  private var segments: [SegmentText] {
    var segments = [SegmentText("BHT", [structure, purpose, reference, date, time, kind])]
    var number = 0
    func open(_ parent: Int, _ level: String, hasChildren: Bool) -> Int {
      number += 1
      segments.append(
        SegmentText(
          "HL",
          [String(number), parent > 0 ? String(parent) : "", level, hasChildren ? "1" : "0"]))
      return number
    }
    for source in sources {
      let sourceNumber = open(0, "20", hasChildren: !source.receivers.isEmpty)
      segments += source.segments
      for receiver in source.receivers {
        let receiverNumber = open(
          sourceNumber, "21", hasChildren: !receiver.subscribers.isEmpty)
        segments += receiver.party.eligibilitySegments(rejections: receiver.rejections)
        for subscriber in receiver.subscribers {
          let subscriberNumber = open(
            receiverNumber, "22", hasChildren: !subscriber.dependents.isEmpty)
          segments += subscriber.person.segments
          for dependent in subscriber.dependents {
            _ = open(subscriberNumber, "23", hasChildren: false)
            segments += dependent.segments
          }
        }
      }
    }
    return segments
  }
}

extension EligibilityTransaction.Source {
  fileprivate var segments: [SegmentText] {
    requestRejections.map(\.segment) + party.eligibilitySegments(rejections: rejections)
  }
}

extension EligibilityTransaction.Person {
  fileprivate var segments: [SegmentText] {
    traces.map(\.segment) + party.eligibilitySegments(rejections: rejections, insured: insured)
      + items.flatMap(\.segments)
  }
}
