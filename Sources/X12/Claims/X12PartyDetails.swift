/// An address: N3 and N4.
package struct X12Address: Equatable, Hashable, Sendable {
  /// N301 and N302.
  package var street: [String]
  /// N401.
  package var city: String
  /// N402: two letters.
  package var state: String
  /// N403: five or nine digits, without a dash.
  package var zip: String
  /// N404, empty inside the United States.
  package var country: String
  /// N407, a part of a foreign country.
  package var subdivision: String

  package init(
    street: [String] = [], city: String = "", state: String = "", zip: String = "",
    country: String = "", subdivision: String = ""
  ) {
    self.street = street
    self.city = city
    self.state = state
    self.zip = zip
    self.country = country
    self.subdivision = subdivision
  }

  var hasPlace: Bool { !placeSegment.elements.isEmpty }

  var placeSegment: SegmentText {
    SegmentText("N4", [city, state, zip, country, "", "", subdivision])
  }

  var segments: [SegmentText] {
    var segments: [SegmentText] = []
    if street.contains(where: { !$0.isEmpty }) {
      // N3 holds two elements and comes once; more lines than that are joined on the second.
      let second = street.dropFirst().joined(separator: " ")
      segments.append(SegmentText("N3", [street.first ?? "", second]))
    }
    if hasPlace { segments.append(placeSegment) }
    return segments
  }

  mutating func takePlace(_ segment: SegmentText) {
    city = segment.text(1)
    state = segment.text(2)
    zip = segment.text(3)
    country = segment.text(4)
    subdivision = segment.text(7)
  }
}

/// Birth date and sex: DMG.
package struct X12Demographics: Equatable, Hashable, Sendable, SegmentCoded {
  /// DMG01, `D8`.
  package var format: String
  /// DMG02, CCYYMMDD.
  package var birthDate: String
  /// DMG03: `F`, `M` or `U`.
  package var sex: String

  package init(format: String = "D8", birthDate: String, sex: String) {
    self.format = format
    self.birthDate = birthDate
    self.sex = sex
  }

  init(segment: SegmentText) {
    self.init(format: segment.text(1), birthDate: segment.text(2), sex: segment.text(3))
  }

  var segment: SegmentText { SegmentText("DMG", [format, birthDate, sex]) }
}

/// A provider's specialty: PRV.
package struct X12Taxonomy: Equatable, Hashable, Sendable, SegmentCoded {
  /// PRV01: `BI` billing, `PE` performing.
  package var role: String
  /// PRV02: `PXC`.
  package var qualifier: String
  /// PRV03: the code of the taxonomy list, such as `332B00000X`.
  package var code: String

  package init(role: String, qualifier: String = "PXC", code: String) {
    self.role = role
    self.qualifier = qualifier
    self.code = code
  }

  init(segment: SegmentText) {
    self.init(role: segment.text(1), qualifier: segment.text(2), code: segment.text(3))
  }

  var segment: SegmentText { SegmentText("PRV", [role, qualifier, code]) }
}

/// Whom to call: PER.
package struct X12Contact: Equatable, Hashable, Sendable, SegmentCoded {
  /// One way to reach somebody.
  package struct Number: Equatable, Hashable, Sendable {
    /// `TE` telephone, `FX` fax, `EM` electronic mail, `EX` extension.
    package var qualifier: String
    /// The number or address.
    package var value: String

    package init(qualifier: String, value: String) {
      self.qualifier = qualifier
      self.value = value
    }
  }

  /// PER01, `IC`.
  package var function: String
  /// PER02.
  package var name: String
  /// PER03 to PER08, at most three.
  package var numbers: [Number]

  package init(function: String = "IC", name: String = "", numbers: [Number] = []) {
    self.function = function
    self.name = name
    self.numbers = numbers
  }

  init(segment: SegmentText) {
    self.init(function: segment.text(1), name: segment.text(2))
    for place in [3, 5, 7] {
      let number = Number(qualifier: segment.text(place), value: segment.text(place + 1))
      if !number.qualifier.isEmpty || !number.value.isEmpty { numbers.append(number) }
    }
  }

  var segment: SegmentText {
    SegmentText("PER", [function, name] + numbers.prefix(3).flatMap { [$0.qualifier, $0.value] })
  }
}
