/// A number with the qualifier that tells what it is: REF.
package struct X12Reference: Equatable, Hashable, Sendable, SegmentCoded {
  /// REF01, such as `F8` payer claim control number, `G1` prior authorization, `6R` line control.
  package var qualifier: String
  /// REF02.
  package var value: String
  /// REF03.
  package var text: String
  /// REF04: at line level the payer that gave the number, as qualifier and identifier.
  package var further: [String]

  package init(
    _ qualifier: String, _ value: String, text: String = "", further: [String] = []
  ) {
    self.qualifier = qualifier
    self.value = value
    self.text = text
    self.further = further
  }

  init(segment: SegmentText) {
    self.init(
      segment.text(1), segment.text(2), text: segment.text(3), further: segment.components(4))
  }

  var segment: SegmentText {
    SegmentText("REF", [qualifier, value, text, SegmentText.composite(further)])
  }
}

extension Array where Element == X12Reference {
  /// The first value with a qualifier, empty when there is none.
  package func value(_ qualifier: String) -> String {
    first { $0.qualifier == qualifier }?.value ?? ""
  }

  /// Replaces the first value with a qualifier, adds it, or takes all away for an empty value.
  package mutating func setValue(_ qualifier: String, to value: String) {
    if value.isEmpty {
      removeAll { $0.qualifier == qualifier }
    } else if let index = firstIndex(where: { $0.qualifier == qualifier }) {
      self[index].value = value
    } else {
      append(X12Reference(qualifier, value))
    }
  }
}

/// A date or a span of dates with the qualifier that tells what happened then: DTP.
package struct X12QualifiedDate: Equatable, Hashable, Sendable, SegmentCoded {
  /// DTP01, such as `472` service, `435` admission, `573` paid.
  package var qualifier: String
  /// DTP02: `D8` one day, `RD8` from and through, `DT` day and time.
  package var format: String
  /// DTP03: CCYYMMDD, or CCYYMMDD-CCYYMMDD.
  package var value: String

  package init(_ qualifier: String, format: String, value: String) {
    self.qualifier = qualifier
    self.format = format
    self.value = value
  }

  /// One day, CCYYMMDD.
  package init(_ qualifier: String, on day: String) {
    self.init(qualifier, format: "D8", value: day)
  }

  /// A span of days, both CCYYMMDD and both included.
  package init(_ qualifier: String, from: String, through: String) {
    self.init(qualifier, format: "RD8", value: from + "-" + through)
  }

  init(segment: SegmentText) {
    self.init(segment.text(1), format: segment.text(2), value: segment.text(3))
  }

  var segment: SegmentText { SegmentText("DTP", [qualifier, format, value]) }

  /// The first and last day as numbers of the form 20260105, 0 where there is no such day.
  package var days: (from: Int32, through: Int32) {
    let bytes = Array(value.utf8)
    let range = ByteRange(0, bytes.count)
    if format == "DT", bytes.count > 8 {
      let day = X12Date.yyyymmdd(bytes.span, ByteRange(0, 8))
      return (day, day)
    }
    let period = X12Date.period(bytes.span, range)
    return (period.from, period.to)
  }

  /// Whether it names days that exist, in order.
  package var isValid: Bool {
    let days = days
    return days.from > 0 && days.through >= days.from
  }
}

extension Array where Element == X12QualifiedDate {
  /// The first date with a qualifier.
  package func date(_ qualifier: String) -> X12QualifiedDate? {
    first { $0.qualifier == qualifier }
  }
}

/// An amount with the qualifier that tells what it is: AMT.
package struct X12QualifiedAmount: Equatable, Hashable, Sendable {
  /// AMT01, such as `D` payer paid, `EAF` remaining patient liability, `F5` patient paid.
  package var qualifier: String
  /// AMT02 in cents.
  package var cents: Int64

  package init(_ qualifier: String, cents: Int64) {
    self.qualifier = qualifier
    self.cents = cents
  }

  var segment: SegmentText { SegmentText("AMT", [qualifier, X12Amount.text(cents: cents)]) }
}

/// A free text with the code that tells what it is for: NTE.
package struct X12Note: Equatable, Hashable, Sendable, SegmentCoded {
  /// NTE01: `ADD`, `CER`, `DCP`, `DGN`, `TPO`.
  package var code: String
  /// NTE02, at most 80 characters.
  package var text: String

  package init(code: String = "ADD", text: String) {
    self.code = code
    self.text = text
  }

  init(segment: SegmentText) {
    self.init(code: segment.text(1), text: segment.text(2))
  }

  var segment: SegmentText { SegmentText("NTE", [code, text]) }
}
