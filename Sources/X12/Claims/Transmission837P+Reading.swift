/// One claim as it stood in a file, with the header above it.
package struct ReadClaim837P: Sendable {
  /// The claim with the loops above it.
  package var claim: Claim837P
  /// BHT, submitter and receiver.
  package var header: TransmissionHeader837P
  /// From its CLM to its last segment in ``X12File/bytes``.
  package var bytes: Range<Int>
  /// The numbers of these segments in the file, from 1.
  package var segments: Range<Int>
  /// What is wrong with it, and what was wrong between the claim before and this one.
  package var problems: [X12Problem]
}

/// Reading an 837P file.
extension Transmission837P {
  /// Hands over each claim of a set in turn; holds no more than one claim at a time.
  ///
  /// A claim that cannot be read well is handed over with its problems and hides no other one.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - set: One of its sets, whole or broken.
  ///   - body: Called for each claim.
  /// - Returns: The header, and problems that belong to no claim.
  /// - Throws: What `body` throws.
  package static func forEachClaim<Failure: Error>(
    in file: X12File, set: TransactionSetEnvelope,
    _ body: (ReadClaim837P) throws(Failure) -> Void
  ) throws(Failure) -> (header: TransmissionHeader837P, problems: [X12Problem]) {
    var assembler = Claim837PAssembler(
      version: set.version, control: set.control, place: { file.diskOffset($0) },
      set: file.index(of: set))
    if let refusal = refusal(of: set, in: file) { return (assembler.header, [refusal]) }
    var reader = SegmentTextReader(set: set)
    let bytes = file.bytes.span
    while let segment = reader.next(in: bytes) {
      if assembler.take(segment), let claim = assembler.handOut() { try body(claim) }
    }
    if let claim = assembler.finish() { try body(claim) }
    return (assembler.header, assembler.drainProblems())
  }

  /// What stands before the claims of a set; nothing after the first claim is looked at.
  package static func header(
    of set: TransactionSetEnvelope, in file: X12File
  ) -> TransmissionHeader837P {
    struct Found: Error { var header: TransmissionHeader837P }
    do {
      return try forEachClaim(in: file, set: set) { (read) throws(Found) in
        throw Found(header: read.header)
      }.header
    } catch {
      return error.header
    }
  }

  /// All claims of a set, and everything wrong in it.
  package static func read(
    file: X12File, set: TransactionSetEnvelope
  ) -> (Transmission837P, [X12Problem]) {
    var claims: [Claim837P] = []
    var problems: [X12Problem] = []
    let rest = forEachClaim(in: file, set: set) { read in
      claims.append(read.claim)
      problems += read.problems
    }
    return (Transmission837P(header: rest.header, claims: claims), problems + rest.problems)
  }

  /// Says what a set is when it is no professional claim file.
  private static func refusal(of set: TransactionSetEnvelope, in file: X12File) -> X12Problem? {
    let kind: String
    if set.code != "837" {
      kind = "a \(set.code)"
    } else if ["X223", "X096"].contains(where: { set.version.contains($0) }) {
      kind = "an institutional claim file (837I)"
    } else if ["X224", "X097"].contains(where: { set.version.contains($0) }) {
      kind = "a dental claim file (837D)"
    } else {
      return nil
    }
    return X12Problem(
      severity: .error,
      at: X12Place(
        segment: set.firstSegment, byte: file.diskOffset(set.range.lowerBound), element: "ST",
        set: file.index(of: set)),
      message: "this is \(kind), not an 837P; its claims are not read")
  }
}

extension X12File {
  /// Which of the sets one is, by its place in the file.
  func index(of set: TransactionSetEnvelope) -> Int? {
    var low = 0
    var high = sets.count
    while low < high {
      let middle = (low + high) / 2
      if sets[middle].range.lowerBound < set.range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < sets.count && sets[low].range == set.range ? low : nil
  }
}
