package import Billing

/// Which lines of a bill stand for which lines of its replacement.
package enum ReplacedLines {
  /// For each line of the replacement the position of the line that it replaces, nil for one that is
  /// new.
  ///
  /// What no line of it names was dropped.
  ///
  /// By the office's own line number where it names one line on each side, then by procedure and days,
  /// then by procedure code alone, and last by place; each line is taken once.
  package static func positions(
    of sent: [SentLine], in lines: [ClaimLine]
  ) -> [Int?] {
    var result = [Int?](repeating: nil, count: sent.count)
    var free = Set(lines.indices)
    func take(_ agrees: (SentLine, ClaimLine) -> Bool) {
      for (place, line) in sent.enumerated() where result[place] == nil {
        guard let found = free.sorted().first(where: { agrees(line, lines[$0]) }) else { continue }
        result[place] = found
        free.remove(found)
      }
    }
    let known = Dictionary(grouping: lines.map(\.controlNumber), by: \.self)
    let named = Dictionary(grouping: sent.map(\.controlNumber), by: \.self)
    take {
      !$0.controlNumber.isEmpty && $0.controlNumber == $1.controlNumber
        && named[$0.controlNumber]?.count == 1 && known[$0.controlNumber]?.count == 1
    }
    take { $0.procedure == $1.procedure && $0.service == $1.service }
    take { $0.procedure.code == $1.procedure.code && $0.serviceFrom == $1.serviceFrom }
    take { $0.number == $1.number && $0.procedure.code == $1.procedure.code }
    return result
  }
}
