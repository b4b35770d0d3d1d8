/// A procedure code with its modifiers, as SV101, SVD03 and SVC01 have it.
package struct X12Procedure: Equatable, Hashable, Sendable {
  /// `HC` for HCPCS and CPT.
  package var qualifier: String
  /// The code, such as `E0601`.
  package var code: String
  /// Modifiers in order; a segment has room for four, and only those are written.
  package var modifiers: [String]
  /// The seventh component: what an unlisted code stands for.
  package var description: String

  package init(
    qualifier: String = "HC", code: String, modifiers: [String] = [], description: String = ""
  ) {
    self.qualifier = qualifier
    self.code = code
    self.modifiers = modifiers
    self.description = description
  }

  init(components: [String]) {
    func component(_ number: Int) -> String {
      number <= components.count ? components[number - 1] : ""
    }
    self.init(
      qualifier: component(1), code: component(2), modifiers: (3...6).map(component),
      description: component(7))
    while modifiers.last?.isEmpty == true { modifiers.removeLast() }
  }

  /// The composite element.
  var raw: String {
    var four = Array(modifiers.prefix(4))
    while four.count < 4 { four.append("") }
    return SegmentText.composite([qualifier, code] + four + [description])
  }
}

/// What a payer took off and why: one CAS segment.
package struct X12Adjustment: Equatable, Hashable, Sendable {
  /// One reason with its amount.
  package struct Entry: Equatable, Hashable, Sendable {
    /// The claim adjustment reason code.
    package var reason: String
    /// The amount in cents.
    package var cents: Int64
    /// The units taken off, as written; mostly empty.
    package var quantity: String

    package init(reason: String, cents: Int64, quantity: String = "") {
      self.reason = reason
      self.cents = cents
      self.quantity = quantity
    }
  }

  /// CAS01: `CO`, `PR`, `OA`, `PI`, `CR`.
  package var group: String
  /// One to six reasons.
  package var entries: [Entry]

  package init(group: String, entries: [Entry]) {
    self.group = group
    self.entries = entries
  }

  /// Nil when an amount cannot be read.
  init?(segment: SegmentText) {
    self.init(group: segment.text(1), entries: [])
    for place in stride(from: 2, through: 17, by: 3) {
      let parts = (0...2).map { segment.text(place + $0) }
      if parts.allSatisfy(\.isEmpty) { continue }
      guard let cents = AmountText.cents(parts[1]) else { return nil }
      entries.append(Entry(reason: parts[0], cents: cents, quantity: parts[2]))
    }
    guard segment.elements.count <= 19, !entries.isEmpty else { return nil }
  }

  var segment: SegmentText {
    SegmentText(
      "CAS",
      [group]
        + entries.prefix(6).flatMap { [$0.reason, X12Amount.text(cents: $0.cents), $0.quantity] })
  }
}
