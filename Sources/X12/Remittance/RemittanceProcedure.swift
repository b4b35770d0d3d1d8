/// A procedure composite (SVC01 or SVC06) taken apart.
package struct RemittanceProcedure: Equatable, Sendable {
  /// `HC`, `N4`, `NU` and so on; empty where a sender left it out.
  package var qualifier = ByteRange.empty
  /// The code, five characters for HCPCS.
  package var code = ByteRange.empty
  /// Up to four modifiers in their order.
  package var modifiers: [ByteRange] = []
  /// The description that some payers put in the seventh component.
  package var description = ByteRange.empty
  /// Whether modifiers had been glued to the code (`E0601RRKX`).
  package var isGlued = false

  /// Takes a composite apart, with the oddities that senders write.
  package init(_ bytes: Span<UInt8>, _ composite: ByteRange, component: UInt8) {
    var parts = Composite(composite, component: component)
    guard let first = parts.next(in: bytes) else { return }
    guard let second = parts.next(in: bytes) else {
      // One component only: a bare code, or a code that a wrong separator glued to its qualifier.
      if first.count >= 5 { takeCode(bytes, first) } else { qualifier = first }
      return
    }
    if first.count >= 5, second.count == 2 {
      takeCode(bytes, first)
      modifiers.append(second)
    } else {
      qualifier = first
      takeCode(bytes, second)
    }
    var index = 2
    while let part = parts.next(in: bytes), index < 8 {
      index += 1
      if index <= 6, !part.isEmpty, modifiers.count < 4, part.count <= 4 {
        take(modifiers: bytes, part)
      } else if index == 7 {
        description = part
      }
    }
  }

  /// A code of five letters or digits; what follows it in pairs are modifiers.
  private mutating func takeCode(_ bytes: Span<UInt8>, _ range: ByteRange) {
    code = range
    let extra = range.count - 5
    guard extra >= 2, extra <= 8, extra % 2 == 0, isHealthcareCode(bytes, range) else { return }
    code = ByteRange(range.lowerBound, range.lowerBound + 5)
    isGlued = true
    for index in 0..<(extra / 2) {
      let start = range.lowerBound + 5 + index * 2
      modifiers.append(ByteRange(start, start + 2))
    }
  }

  private mutating func take(modifiers bytes: Span<UInt8>, _ range: ByteRange) {
    guard range.count == 4, modifiers.count < 3 else {
      modifiers.append(range)
      return
    }
    isGlued = true
    modifiers.append(ByteRange(range.lowerBound, range.lowerBound + 2))
    modifiers.append(ByteRange(range.lowerBound + 2, range.upperBound))
  }

  /// A letter or digit and four digits begin it, as in HCPCS and CPT, and the qualifier is `HC` or
  /// missing: an NDC of eleven digits is not taken apart.
  private func isHealthcareCode(_ bytes: Span<UInt8>, _ range: ByteRange) -> Bool {
    guard qualifier.isEmpty || X12Text.equals(bytes, qualifier, "HC") else { return false }
    for index in 1..<4 where bytes[range.lowerBound + index] &- 0x30 >= 10 { return false }
    for index in range.lowerBound..<range.upperBound where !SegmentID.isNameByte(bytes[index]) {
      return false
    }
    return true
  }
}

/// Goes over the components of a composite element.
package struct Composite: Sendable {
  private var position: Int
  private let end: Int
  private let component: UInt8
  private var isDone: Bool

  /// The components of one element.
  package init(_ range: ByteRange, component: UInt8) {
    position = range.lowerBound
    end = range.upperBound
    self.component = component
    isDone = range.isEmpty
  }

  /// The next component, which may be empty, or `nil` after the last.
  @inline(__always)
  package mutating func next(in bytes: Span<UInt8>) -> ByteRange? {
    guard !isDone else { return nil }
    let start = position
    let limit = min(end, bytes.count)
    while position < limit, bytes[position] != component { position &+= 1 }
    let range = ByteRange(start, position)
    if position < limit { position &+= 1 } else { isDone = true }
    return range
  }
}

extension Remittance835 {
  /// A line's procedure, modifiers and all; `submitted` for what was billed before the payer changed
  /// it (SVC06).
  package func procedure(_ line: RemittanceLine, submitted: Bool = false) -> RemittanceProcedure {
    RemittanceProcedure(
      bytes.span, submitted ? line.submittedProcedure : line.procedure,
      component: envelope.delimiters.component)
  }
}
