/// What makes a value of a transaction set, segment by segment, and tells what is wrong with it.
protocol SetAssembler {
  var file: X12File { get }
  var set: TransactionSetEnvelope { get }
  /// The index of the set among those of the file.
  var index: Int? { get }
  var problems: X12ProblemList { get set }
}

extension SetAssembler {
  /// Adds a problem at a segment, or at the set's first one.
  mutating func report(
    _ severity: Severity, _ segment: SegmentTextReader.Segment?, _ element: String,
    _ message: String
  ) {
    problems.add(
      X12Problem(
        severity: severity,
        at: X12Place(
          segment: segment?.number ?? set.firstSegment,
          byte: file.diskOffset(segment?.start ?? set.range.lowerBound), element: element,
          set: index),
        message: message))
  }
}
