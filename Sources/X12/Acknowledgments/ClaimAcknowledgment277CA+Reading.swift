/// Reading a 277CA.
extension ClaimAcknowledgment277CA {
  /// The answer in a set, and everything odd about it.
  ///
  /// Status answers (005010X212) and 004010 sets are read as far as they go, with a note.
  package static func read(
    file: X12File, set: TransactionSetEnvelope
  ) -> (ClaimAcknowledgment277CA, [X12Problem]) {
    var assembler = Assembler277CA(file: file, set: set)
    guard set.code == "277" else {
      assembler.report(.error, nil, "ST", "this is a \(set.code), not a 277CA; it is not read")
      return assembler.result
    }
    if !assembler.isClaimAcknowledgment {
      assembler.report(
        .note, nil, assembler.answer.groupVersion.isEmpty ? "ST03" : "GS08",
        "version \(assembler.answer.guide) is not a 277CA (005010X214); it is read as far as it goes"
      )
    }
    var reader = SegmentTextReader(set: set)
    let bytes = file.bytes.span
    while let segment = reader.next(in: bytes) { assembler.take(segment) }
    assembler.finish()
    return assembler.result
  }
}
