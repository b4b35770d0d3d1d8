/// The numbers of the HL levels that are open, to tell a level that hangs from the wrong one.
struct Hierarchy837P {
  private var previous = 0
  private var billing: String?
  private var subscriber: String?

  /// Takes the next HL; returns what is wrong with it, or nil.
  mutating func take(_ segment: SegmentText) -> (Severity, String)? {
    let number = segment.text(1)
    let parent = segment.text(2)
    previous += 1
    var wrong: String?
    switch segment.text(3) {
    case "20":
      billing = number
      subscriber = nil
      if !parent.isEmpty { wrong = "a billing provider hangs from no other level" }
    case "22":
      subscriber = number
      wrong = Self.complaint("subscriber", "billing provider", parent: parent, open: billing)
    case "23":
      wrong = Self.complaint("patient", "subscriber", parent: parent, open: subscriber)
    default:
      wrong =
        "level \(segment.text(3)) is not used in an 837P; it is read as part of the one before"
    }
    if let wrong { return (.error, wrong) }
    guard AmountText.count(number) != previous else { return nil }
    previous = AmountText.count(number) ?? previous
    return (.warning, "levels are not numbered 1, 2, 3 and so on")
  }

  private static func complaint(
    _ child: String, _ kind: String, parent: String, open: String?
  ) -> String? {
    guard let open else { return "\(child) without a \(kind) before it" }
    guard open != parent else { return nil }
    return
      "HL02 is \(parent), but this \(child) stands under \(kind) \(open) and is read as its own"
  }
}
