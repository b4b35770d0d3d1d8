/// A claim as bytes for keeping: everything that was read or is to be sent, exactly.
///
/// The image holds the segments of one claim with the loops above it, one a line, with the ASCII
/// unit, record and group separators in place of a file's own, so that no text can be mistaken for
/// a separator. Small letters and accents stay as they are.
extension Claim837P {
  /// The image of this claim, and of a header when it is to be kept too.
  package func encodeImage(header: TransmissionHeader837P? = nil) -> [UInt8] {
    var writer = SegmentTextWriter(delimiters: .image, spelling: .verbatim)
    let version = header.map { [$0.version, $0.control] } ?? []
    writer.append(SegmentText("IMG", ["1"] + version))
    for segment in header?.segments ?? [] { writer.append(segment) }
    for segment in Transmission837P.claimSegments([self]) { writer.append(segment) }
    return writer.bytes
  }

  /// The claim of an image.
  ///
  /// - Throws: when the bytes are no image, or hold no claim or more than one.
  package init(image: [UInt8]) throws(X12Problem) {
    self = try Self.readImage(image).claim
  }

  fileprivate static func readImage(_ image: [UInt8]) throws(X12Problem) -> ReadClaim837P {
    var set = TransactionSetEnvelope()
    set.delimiters = .image
    set.range = 0..<image.count
    set.firstSegment = 1
    var reader = SegmentTextReader(set: set)
    let bytes = image.span
    guard let first = reader.next(in: bytes), first.text.id == "IMG", first.text.text(1) == "1"
    else { throw refusal("this is no claim image of a known form") }
    var assembler = Claim837PAssembler(
      version: first.text.text(2), control: first.text.text(3), place: \.self, set: nil)
    var claims: [ReadClaim837P] = []
    while let segment = reader.next(in: bytes) {
      if assembler.take(segment), let claim = assembler.handOut() { claims.append(claim) }
    }
    if let claim = assembler.finish() { claims.append(claim) }
    guard let claim = claims.first, claims.count == 1 else {
      throw refusal("a claim image must hold one claim, this one holds \(claims.count)")
    }
    return claim
  }

  fileprivate static func refusal(_ message: String) -> X12Problem {
    X12Problem(
      severity: .error, at: X12Place(segment: 1, byte: 0),
      message: message)
  }
}

extension TransmissionHeader837P {
  /// The header of a claim's image.
  ///
  /// - Throws: when the bytes are no image, or one without a header.
  package init(image: [UInt8]) throws(X12Problem) {
    let header = try Claim837P.readImage(image).header
    guard !header.version.isEmpty else {
      throw Claim837P.refusal("this claim image was kept without a header")
    }
    self = header
  }
}

extension Delimiters {
  /// Separators that no text holds: ASCII group, unit and record separator, and a line feed.
  fileprivate static let image = Delimiters(
    element: 0x1D, component: 0x1F, segment: 0x0A, repetition: 0x1E)
}
