/// A file of X12 interchanges: where its transaction sets are, and everything wrong around them.
package struct X12File: Sendable {
  /// The file, with hard line wraps and foreign text taken out if it had them.
  package let bytes: [UInt8]
  /// Every transaction set in the order of the file, whole and broken ones.
  package let sets: [TransactionSetEnvelope]
  /// The interchange acknowledgments (TA1), which stand outside the groups.
  package let acknowledgments: [InterchangeAcknowledgment]
  /// What is wrong or odd about the envelopes, and why a set is not whole.
  package let problems: [X12Problem]
  /// How many segments the file holds.
  package let segmentCount: Int
  /// How many interchanges the file holds.
  package let interchangeCount: Int
  /// `nil` when ``bytes`` are those on disk.
  private let places: DiskPlaces?

  /// Finds the transaction sets in a file's bytes.
  ///
  /// - Throws: when it is no X12 at all, or so damaged that no separator can be known.
  package init(_ file: [UInt8]) throws(X12Problem) {
    guard file.count < Int(UInt32.max) else {
      throw NotX12.refusal("it is larger than four gigabytes; ask the sender to split it")
    }
    let start = try Self.firstInterchange(file.span)
    var reader = EnvelopeReader()
    if reader.read(file.span, from: start) {
      bytes = file
      places = nil
    } else {
      let cleaned = CleanedBytes(file.span, from: start)
      reader = EnvelopeReader(places: cleaned.places)
      if cleaned.wasWrapped {
        reader.problems.add(
          X12Problem(
            severity: .note, at: X12Place(segment: 1, byte: start),
            message: "line breaks in the middle of segments were read as if they were not there"))
      }
      for problem in cleaned.problems.all { reader.problems.add(problem) }
      reader.takesEverything = true
      _ = reader.read(cleaned.bytes.span, from: 0)
      bytes = cleaned.bytes
      places = cleaned.places
    }
    if start > 0 { reader.noteText(before: start, file.span) }
    sets = reader.sets
    acknowledgments = reader.acknowledgments
    problems = reader.problems.all
    segmentCount = reader.segmentCount
    interchangeCount = reader.interchangeCount
  }

  /// The place in the file as it is on disk of a position in ``bytes``.
  package func diskOffset(_ position: Int) -> Int { places?.disk(position) ?? position }

  /// The problems of the envelope of one set.
  package func problems(ofSet index: Int) -> [X12Problem] {
    problems.filter { $0.place.set == index }
  }

  /// Where the first interchange begins: after blanks and a byte-order mark, or after a preamble
  /// (mail headers and the like) when its header has the standard form.
  static func firstInterchange(_ file: Span<UInt8>) throws(X12Problem) -> Int {
    var place = 0
    if file.count >= 3, file[0] == 0xEF, file[1] == 0xBB, file[2] == 0xBF { place = 3 }
    while place < file.count, file[place] <= 0x20 { place += 1 }
    if InterchangeHeader.isName(file, at: place) {
      guard InterchangeHeader(file, at: place) != nil else {
        throw NotX12.refusal(
          "its ISA segment is cut off or damaged, so the separators cannot be known; "
            + "ask the sender for the file again", byte: place)
      }
      return place
    }
    let limit = min(file.count, place + 65_536)
    while place < limit {
      if file[place] == UInt8(ascii: "I"), InterchangeHeader.isStandard(file, at: place),
        InterchangeHeader(file, at: place) != nil
      {
        return place
      }
      place += 1
    }
    throw NotX12.problem(file)
  }
}
