/// Checks of how long the texts of a claim are.
extension ClaimEdit {
  func lengths(_ claim: Claim837P) -> [ClaimEditFinding] {
    var findings: [ClaimEditFinding] = []
    var line: Int?
    for segment in Transmission837P.claimSegments([claim]) {
      if segment.id == "LX" { line = AmountText.count(segment.text(1)) }
      guard let limits = Self.limits[segment.id] else { continue }
      for (element, limit) in limits {
        let count = segment.text(element).unicodeScalars.count
        guard count > limit else { continue }
        findings.append(
          finding(
            loop: line == nil ? "2300" : "2400", element: "\(segment.id)0\(element)", line: line,
            "\(segment.text(element)) has \(count) characters, at most \(limit) fit"))
      }
    }
    return findings
  }

  /// The longest texts by segment and element, as 005010X222A1 and its data elements have them.
  private static let limits: [String: [(element: Int, limit: Int)]] = [
    "NM1": [(3, 60), (4, 35), (5, 25), (9, 80)], "N3": [(1, 55), (2, 55)], "N4": [(1, 30)],
    "PER": [(2, 60), (4, 256)], "REF": [(2, 50)], "SBR": [(3, 50), (4, 60)],
  ]
}
