/// How bad a problem is.
package enum Severity: String, Sendable, CaseIterable {
  /// Something is lost or refused, or money cannot be trusted.
  case error
  /// Wrong, but everything that it touches was still read.
  case warning
  /// Odd, and worth a word only when somebody looks.
  case note
}

/// Where in a file something stands.
package struct X12Place: Hashable, Sendable {
  /// The segment's number in the file, from 1; 0 when it belongs to no segment.
  package var segment: Int
  /// The offset of the place in the file as it is on disk, from 0.
  package var byte: Int
  /// The element, such as `CLP03`, or empty when it is about the whole segment.
  package var element: String
  /// The index in ``X12File/sets`` of the set that it belongs to; `nil` for the envelopes.
  package var set: Int?

  package init(segment: Int, byte: Int, element: String = "", set: Int? = nil) {
    self.segment = segment
    self.byte = byte
    self.element = element
    self.set = set
  }
}

/// Something wrong or odd in a file, with the place and what to do about it.
package struct X12Problem: Error, Equatable, Sendable {
  /// How bad it is.
  package var severity: Severity
  package var place: X12Place
  /// Plain words: what is wrong and what to do.
  package var message: String

  /// A problem at a place.
  package init(severity: Severity, at place: X12Place, message: String) {
    self.severity = severity
    self.place = place
    self.message = message
  }
}

/// Collects problems up to a limit, so that a hostile file cannot fill memory with complaints.
package struct X12ProblemList: Sendable {
  /// What was kept, in the order in which it was met.
  package private(set) var kept: [X12Problem] = []
  /// How many more there were after the limit.
  package private(set) var dropped = 0
  private let limit: Int

  /// An empty list that keeps at most `limit` problems.
  package init(limit: Int = 1_000) {
    self.limit = limit
  }

  /// The worst severity among those that were left out.
  private var droppedSeverity = Severity.note

  /// Whether there is room for one more; when not, a problem of this severity is counted as left out,
  /// so that nobody need word what nobody reads.
  package mutating func hasRoom(for severity: Severity) -> Bool {
    if kept.count < limit { return true }
    dropped += 1
    if severity == .error || droppedSeverity == .note { droppedSeverity = severity }
    return false
  }

  /// Adds one problem; past the limit it is only counted.
  package mutating func add(_ problem: X12Problem) {
    if hasRoom(for: problem.severity) { kept.append(problem) }
  }

  /// Everything kept, and one last problem that tells how many were left out.
  package var all: [X12Problem] {
    guard dropped > 0, let last = kept.last else { return kept }
    return kept + [
      X12Problem(
        severity: droppedSeverity,
        at: X12Place(segment: last.place.segment, byte: last.place.byte, set: last.place.set),
        message: "\(dropped) more problems are not listed; correct these first and read it again")
    ]
  }
}
