/// The four characters that an interchange declares as its separators.
///
/// 005010 control segments: ISA position 4 is the element separator, ISA11 the repetition separator,
/// ISA16 the component separator, and the character after it ends a segment.
package struct Delimiters: Equatable, Hashable, Sendable {
  /// Between two elements, usually `*`.
  package var element: UInt8
  /// Between two components of a composite, usually `:`.
  package var component: UInt8
  /// After each segment, usually `~`.
  package var segment: UInt8
  /// Between repeats of an element, usually `^`; `nil` in 004010, where ISA11 is `U`.
  package var repetition: UInt8?

  /// The usual separators of this trade: `*`, `:`, `~` and `^`.
  package static let usual = Delimiters(
    element: UInt8(ascii: "*"), component: UInt8(ascii: ":"), segment: UInt8(ascii: "~"),
    repetition: UInt8(ascii: "^"))

  /// Separators named one by one.
  package init(element: UInt8, component: UInt8, segment: UInt8, repetition: UInt8?) {
    self.element = element
    self.component = component
    self.segment = segment
    self.repetition = repetition
  }
}
