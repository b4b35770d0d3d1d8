import Testing
import X12

@Suite("Envelopes of files that we send")
struct OutgoingEnvelopeTests {
  private func sent(_ envelope: OutgoingEnvelope) throws -> X12File {
    try X12File(
      Transmission837P(header: ClaimSamples.header, claims: [ClaimSamples.claim])
        .encode(envelope: envelope))
  }

  @Test("what the envelope says is found in the file")
  func fields() throws {
    var envelope = ClaimSamples.envelope
    envelope.senderQualifier = "30"
    envelope.groupSender = "HARBOR"
    let file = try sent(envelope)
    #expect(file.problems.isEmpty)
    let set = try #require(file.sets.first)
    #expect(set.code == "837")
    #expect(set.version == "005010X222A1")
    #expect(set.control == "0001")
    #expect(set.functionalCode == "HC")
    #expect(set.interchangeSender == "SUB0001")
    #expect(set.interchangeSenderQualifier == "30")
    #expect(set.interchangeReceiver == "CLR0001")
    #expect(set.senderID == "HARBOR")
    #expect(set.receiverID == "CLR0001")
    #expect(set.interchangeControl == "000000905")
    #expect(set.groupControl == "101")
    #expect(set.date == 20_260_105)
    #expect(set.time == "0930")
    #expect(set.usage == "T")
    #expect(set.isWhole)
  }

  @Test("an answer goes back the way the claims came")
  func answer() throws {
    let set = try #require(try sent(ClaimSamples.envelope).sets.first)
    let envelope = OutgoingEnvelope(
      answering: set, date: 20_260_106, time: "1000", interchangeControl: 7, groupControl: 8)
    let answer = ImplementationAcknowledgment999(
      groupControl: set.groupControl, sets: [], outcome: "A", includedCount: 1, receivedCount: 1,
      acceptedCount: 1)
    let file = try X12File(answer.encode(envelope: envelope))
    let answered = try #require(file.sets.first)
    #expect(answered.interchangeSender == "CLR0001")
    #expect(answered.interchangeReceiver == "SUB0001")
    #expect(answered.senderID == "CLR0001")
    #expect(answered.receiverID == "SUB0001")
    #expect(answered.usage == "T")
    #expect(answered.functionalCode == "FA")
  }

  @Test(
    "the interchange header always has its 106 bytes",
    arguments: [
      ("", 0), ("A", 1), ("ABCDEFGHIJKLMNOPQRST", 1_234_567_890_123), ("Ä*~", -5), ("A", .min),
    ])
  func width(sender: String, control: Int) throws {
    var envelope = ClaimSamples.envelope
    envelope.sender = sender
    envelope.senderQualifier = sender
    envelope.usage = ""
    envelope.time = "x"
    envelope.interchangeControl = control
    let bytes = Transmission837P(header: ClaimSamples.header, claims: [ClaimSamples.claim])
      .encode(envelope: envelope)
    #expect(bytes[105] == UInt8(ascii: "~"))
    #expect(bytes[..<105].count { $0 == UInt8(ascii: "*") } == 16)
  }

  @Test("a line feed follows each terminator when it is asked for")
  func lineFeeds() throws {
    var envelope = ClaimSamples.envelope
    envelope.breaksLines = true
    let bytes = Transmission837P(header: ClaimSamples.header, claims: [ClaimSamples.claim])
      .encode(envelope: envelope)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.split(separator: "\n").allSatisfy { $0.hasSuffix("~") })
    #expect(try ClaimSamples.claims(bytes) == [ClaimSamples.claim])
  }
}
