/// The segments that a claim (loop 2300) and a line of it (loop 2400) have alike.
package struct LoopDetails837P: Equatable, Hashable, Sendable {
  /// DTP.
  package var dates: [X12QualifiedDate]
  /// PWK.
  package var attachments: [Attachment837P]
  /// AMT.
  package var amounts: [X12QualifiedAmount]
  /// REF.
  package var references: [X12Reference]
  /// K3.
  package var fixedInformation: [String]
  /// NTE.
  package var notes: [X12Note]
  /// CRC.
  package var conditions: [ConditionIndicator837P]
  /// Everything else of the loop.
  package var loose: [SegmentText]

  package init(
    dates: [X12QualifiedDate] = [], attachments: [Attachment837P] = [],
    amounts: [X12QualifiedAmount] = [], references: [X12Reference] = [],
    fixedInformation: [String] = [], notes: [X12Note] = [],
    conditions: [ConditionIndicator837P] = [], loose: [SegmentText] = []
  ) {
    self.dates = dates
    self.attachments = attachments
    self.amounts = amounts
    self.references = references
    self.fixedInformation = fixedInformation
    self.notes = notes
    self.conditions = conditions
    self.loose = loose
  }

  /// Keeps a segment that is none of the loop's own; amounts are read by whoever checks them.
  mutating func take(_ segment: SegmentText) {
    switch segment.id {
    case "DTP": dates.take(segment, orKeepIn: &loose)
    case "PWK": attachments.take(segment, orKeepIn: &loose)
    case "REF": references.take(segment, orKeepIn: &loose)
    case "NTE": notes.take(segment, orKeepIn: &loose)
    case "CRC": conditions.take(segment, orKeepIn: &loose)
    case "K3" where segment.elements.count == 1: fixedInformation.append(segment.text(1))
    default: loose.append(segment)
    }
  }
}
