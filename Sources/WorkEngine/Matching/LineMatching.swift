package import Billing

/// Which line of a claim each line of a remittance speaks of (domain reference 5.5).
package enum LineMatching {
  /// One index into `lines` for each line of the remittance, nil where none fits well enough.
  ///
  /// The cascade: line control number; code, modifiers, date and charge; code, date and charge
  /// (payers drop modifiers); the code that was billed (SVC06). A charge alone is no match. Only
  /// by control number may several lines of the remittance stand for one of the claim, as when a
  /// payer splits units.
  package static func matches(
    _ remitLines: [RemittanceLine], of remitClaim: RemittanceClaim, to lines: [ClaimLine]
  ) -> [Int?] {
    var matches = [Int?](repeating: nil, count: remitLines.count)
    var taken: Set<Int> = []
    for (position, line) in remitLines.enumerated() where !line.controlNumber.isEmpty {
      let hits = lines.indices.filter { lines[$0].controlNumber == line.controlNumber }
      guard hits.count == 1, let hit = hits.first else { continue }
      matches[position] = hit
      taken.insert(hit)
    }
    let rules: [(RemittanceLine, ClaimLine) -> Bool] = [
      { $0.procedure == $1.procedure },
      { $0.procedure.code == $1.procedure.code },
      { $0.submittedProcedure?.code == $1.procedure.code },
    ]
    for rule in rules {
      for (position, line) in remitLines.enumerated() where matches[position] == nil {
        let hit = lines.indices.first { index in
          !taken.contains(index) && line.charge == lines[index].charge
            && rule(line, lines[index]) && sameDate(line, remitClaim, lines[index])
        }
        guard let hit else { continue }
        matches[position] = hit
        taken.insert(hit)
      }
    }
    return matches
  }

  /// A line without a date has the claim's; one without either could be any.
  private static func sameDate(
    _ line: RemittanceLine, _ claim: RemittanceClaim, _ sent: ClaimLine
  ) -> Bool {
    if let service = line.service { return service.first == sent.serviceFrom }
    guard let service = claim.service else { return true }
    return service.contains(sent.serviceFrom) || service.first == sent.serviceFrom
  }
}
