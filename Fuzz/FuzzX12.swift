// Hostile bytes for every reader of the X12 room: nothing may trap, and nothing may be said to be
// whole or balanced that is not.
//
// Built by Fuzz/run.sh together with the sources of the room; see there.

/// One input of libFuzzer.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzzX12(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var bytes: [UInt8] = []
  if let start = unsafe start, count > 0 {
    bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  }
  readX12(bytes)
  return 0
}

/// Stops with a word where something that must hold does not.
func demand(_ holds: Bool, _ words: String) {
  if !holds { fatalError(words) }
}

/// Reads the bytes in every way that the room knows.
func readX12(_ bytes: [UInt8]) {
  if let document = try? X12Document(decoding: bytes) {
    demand(document.encoded() == bytes, "a document must write what it read")
  }
  guard let file = try? X12File(bytes) else { return }
  for problem in file.problems {
    demand(
      problem.place.byte >= 0 && problem.place.byte <= bytes.count, "a place outside of the file")
  }
  for index in file.sets.indices {
    let envelope = file.sets[index]
    demand(envelope.range.upperBound <= file.bytes.count, "a set outside of the file")
    let remittance = Remittance835(file, set: index)
    let balance = RemittanceBalance(remittance)
    if balance.isBalanced {
      let (net, overflow) = balance.claimsPaid.subtractingReportingOverflow(
        balance.providerAdjustments)
      demand(!overflow && net == balance.payment, "balanced, but it does not add up")
    }
    for line in remittance.lines {
      _ = remittance.procedure(line)
      _ = remittance.procedure(line, submitted: true)
    }
    if envelope.isWhole, envelope.code == "835" { writeAgain(file, index) }
    readClaimsAndAnswers(file, envelope)
  }
  _ = FileSummary(file)
  for segment in X12Listing(file) { _ = segment.lines }
}

/// What is written of what was read must be readable and balance as before.
func writeAgain(_ file: X12File, _ index: Int) {
  var transmission = RemittanceTransmission(from: file, set: index)
  // Separators that may stand in an amount make any file unreadable, also this one.
  transmission.delimiters = .usual
  let bytes = transmission.encoded()
  guard let again = try? X12File(bytes), !again.sets.isEmpty else {
    return demand(false, "a written remittance must be readable")
  }
  let second = RemittanceTransmission(from: again, set: 0)
  // Latin-1 grows when it is written as UTF-8 and may be cut then; plain letters must stay.
  let isPlain = bytes.allSatisfy { $0 < 0x80 }
  demand(!isPlain || second.encoded() == bytes, "writing again must give the same bytes")
}

/// The readers of claims and of what is answered to them.
func readClaimsAndAnswers(_ file: X12File, _ set: TransactionSetEnvelope) {
  let (transmission, _) = Transmission837P.read(file: file, set: set)
  _ = transmission
  _ = ClaimAcknowledgment277CA.read(file: file, set: set)
  _ = ImplementationAcknowledgment999.read(file: file, set: set)
}
