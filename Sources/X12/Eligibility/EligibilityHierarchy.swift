/// The numbers of the HL levels that are open, to tell a level that hangs from the wrong one.
struct EligibilityHierarchy {
  private var previous = 0
  /// HL01 of the open payer, supplier and subscriber.
  private var open: [String?] = [nil, nil, nil]

  /// Takes the next HL; returns what is wrong with it, or nil.
  mutating func take(_ segment: SegmentText) -> (severity: Severity, message: String)? {
    let number = segment.text(1)
    let parent = segment.text(2)
    previous += 1
    var wrong: (Severity, String)?
    if let depth = ["20", "21", "22", "23"].firstIndex(of: segment.text(3)) {
      if depth == 0 {
        if !parent.isEmpty { wrong = (.warning, "a payer hangs from no other level") }
      } else if let above = open[depth - 1] {
        if above != parent {
          wrong = (
            .error,
            "HL02 is \(parent.isEmpty ? "empty" : parent), but this level stands under level "
              + "\(above) and is read as its own"
          )
        }
      }
      for lower in depth..<3 { open[lower] = nil }
      if depth < 3 { open[depth] = number }
    }
    if let wrong { return wrong }
    guard AmountText.count(number) != previous else { return nil }
    previous = AmountText.count(number) ?? previous
    return (.warning, "levels are not numbered 1, 2, 3 and so on")
  }
}
