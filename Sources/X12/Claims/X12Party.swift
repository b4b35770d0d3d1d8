/// Who an NM1 segment names.
package struct X12PartyName: Equatable, Hashable, Sendable, SegmentCoded {
  /// NM101: what the party is, such as `85` billing provider, `IL` subscriber, `PR` payer.
  package var entity: String
  /// NM102: `1` a person, `2` an organization.
  package var kind: String
  /// NM103: last name, or the organization's name.
  package var last: String
  /// NM104.
  package var first: String
  /// NM105.
  package var middle: String
  /// NM106.
  package var prefix: String
  /// NM107, such as `JR`.
  package var suffix: String
  /// NM108: what kind of identifier follows, such as `XX` NPI, `MI` member, `PI` payer.
  package var idQualifier: String
  /// NM109.
  package var id: String

  package init(
    entity: String = "", kind: String = "", last: String = "", first: String = "",
    middle: String = "", prefix: String = "", suffix: String = "", idQualifier: String = "",
    id: String = ""
  ) {
    self.entity = entity
    self.kind = kind
    self.last = last
    self.first = first
    self.middle = middle
    self.prefix = prefix
    self.suffix = suffix
    self.idQualifier = idQualifier
    self.id = id
  }

  init(segment: SegmentText) {
    self.init(
      entity: segment.text(1), kind: segment.text(2), last: segment.text(3),
      first: segment.text(4), middle: segment.text(5), prefix: segment.text(6),
      suffix: segment.text(7), idQualifier: segment.text(8), id: segment.text(9))
  }

  var segment: SegmentText {
    SegmentText("NM1", [entity, kind, last, first, middle, prefix, suffix, idQualifier, id])
  }

  /// The National Provider Identifier, or empty when NM108 is not `XX`.
  package var npi: String { idQualifier == "XX" ? id : "" }
}

/// A party with everything its NM1 loop says: address, birth date, taxonomy, numbers, contacts.
package struct X12Party: Equatable, Hashable, Sendable {
  /// NM1.
  package var name: X12PartyName
  /// N3 and N4.
  package var address: X12Address?
  /// DMG.
  package var demographics: X12Demographics?
  /// PRV.
  package var taxonomy: X12Taxonomy?
  /// DTP, in the order of the file.
  package var dates: [X12QualifiedDate]
  /// REF, in the order of the file.
  package var references: [X12Reference]
  /// PER, in the order of the file.
  package var contacts: [X12Contact]
  /// Everything else in the loop, kept as it came.
  package var loose: [SegmentText]

  package init(
    name: X12PartyName = X12PartyName(), address: X12Address? = nil,
    demographics: X12Demographics? = nil, taxonomy: X12Taxonomy? = nil,
    dates: [X12QualifiedDate] = [], references: [X12Reference] = [],
    contacts: [X12Contact] = [], loose: [SegmentText] = []
  ) {
    self.name = name
    self.address = address
    self.demographics = demographics
    self.taxonomy = taxonomy
    self.dates = dates
    self.references = references
    self.contacts = contacts
    self.loose = loose
  }

  /// Whether nobody is named, so that no loop is written.
  package var isEmpty: Bool { self == X12Party() }

  var segments: [SegmentText] {
    guard !isEmpty else { return [] }
    var segments = [name.segment]
    if let address { segments += address.segments }
    if let demographics { segments.append(demographics.segment) }
    if let taxonomy { segments.append(taxonomy.segment) }
    segments += dates.map(\.segment)
    segments += references.map(\.segment)
    segments += contacts.map(\.segment)
    return SegmentOrder.party.arranged(segments, loose: loose)
  }

  /// Takes a segment that belongs to the loop after its NM1.
  mutating func take(_ segment: SegmentText) {
    switch segment.id {
    case "N3":
      if address == nil { address = X12Address() }
      address?.street += segment.elements.indices.map { segment.text($0 + 1) }
    case "N4" where address?.hasPlace != true:
      if address == nil { address = X12Address() }
      address?.takePlace(segment)
      keepRest(of: segment, besides: address?.placeSegment)
    case "DMG" where demographics == nil:
      let demographics = X12Demographics(segment: segment)
      self.demographics = demographics
      keepRest(of: segment, besides: demographics.segment)
    case "PRV" where taxonomy == nil:
      let taxonomy = X12Taxonomy(segment: segment)
      self.taxonomy = taxonomy
      keepRest(of: segment, besides: taxonomy.segment)
    case "DTP": dates.take(segment, orKeepIn: &loose)
    case "REF": references.take(segment, orKeepIn: &loose)
    case "PER": contacts.take(segment, orKeepIn: &loose)
    default: loose.append(segment)
    }
  }

  private mutating func keepRest(of segment: SegmentText, besides typed: SegmentText?) {
    if let rest = typed?.remainder(of: segment) { loose.append(rest) }
  }
}

extension Array where Element: SegmentCoded {
  /// Adds a segment's value, or keeps the segment whole when the value cannot say all of it.
  mutating func take(_ segment: SegmentText, orKeepIn loose: inout [SegmentText]) {
    let value = Element(segment: segment)
    if value.segment.remainder(of: segment) == nil {
      append(value)
    } else {
      loose.append(segment)
    }
  }
}
