/// What a file holds: its sets in numbers, and everything wrong with it.
package struct FileSummary: Equatable, Sendable {
  /// How many interchanges.
  package var interchanges = 0
  /// How many segments.
  package var segments = 0
  /// The sets in the order of the file.
  package var sets: [SetSummary] = []
  /// The interchange acknowledgments (TA1).
  package var acknowledgments: [InterchangeAcknowledgment] = []
  /// Everything wrong or odd, envelopes first, then the sets in their order.
  package var problems: [X12Problem] = []

  /// How many problems are listed.
  package static let problemLimit = 5_000

  /// Counts a file that was read.
  package init(_ file: X12File) {
    interchanges = file.interchangeCount
    segments = file.segmentCount
    acknowledgments = file.acknowledgments
    problems = file.problems
    for index in file.sets.indices {
      var found: [X12Problem] = []
      sets.append(SetSummary(file, set: index, problems: &found))
      problems += found.prefix(max(0, Self.problemLimit - problems.count))
    }
  }

  /// Whether nothing in it is refused or unreadable, and every remittance adds up.
  package var isClean: Bool {
    !problems.contains { $0.severity == .error } && sets.allSatisfy { $0.isBalanced ?? true }
  }
}
