/// What goes around the transaction sets of a file that we send: ISA, GS and their trailers.
///
/// Control numbers, date and time are arguments, so that the same values give the same bytes.
package struct OutgoingEnvelope: Equatable, Sendable {
  /// ISA05.
  package var senderQualifier: String
  /// ISA06, at most fifteen characters.
  package var sender: String
  /// ISA07.
  package var receiverQualifier: String
  /// ISA08, at most fifteen characters.
  package var receiver: String
  /// GS02.
  package var groupSender: String
  /// GS03.
  package var groupReceiver: String
  /// ISA09 and GS04 as a number of the form 20260105.
  package var date: Int32
  /// ISA10 and GS05, HHMM.
  package var time: String
  /// ISA13, up to nine digits.
  package var interchangeControl: Int
  /// GS06, up to nine digits.
  package var groupControl: Int
  /// ISA15: `P` live, `T` test.
  package var usage: String
  /// ISA14: whether a TA1 is asked for.
  package var asksForAcknowledgment: Bool
  /// The separators.
  package var delimiters: Delimiters
  /// Whether a line feed follows each terminator.
  package var breaksLines: Bool

  package init(
    sender: String, receiver: String, groupSender: String? = nil, groupReceiver: String? = nil,
    senderQualifier: String = "ZZ", receiverQualifier: String = "ZZ", date: Int32, time: String,
    interchangeControl: Int, groupControl: Int, usage: String = "P",
    asksForAcknowledgment: Bool = false, delimiters: Delimiters = .usual,
    breaksLines: Bool = false
  ) {
    self.sender = sender
    self.receiver = receiver
    self.groupSender = groupSender ?? sender
    self.groupReceiver = groupReceiver ?? receiver
    self.senderQualifier = senderQualifier
    self.receiverQualifier = receiverQualifier
    self.date = date
    self.time = time
    self.interchangeControl = interchangeControl
    self.groupControl = groupControl
    self.usage = usage
    self.asksForAcknowledgment = asksForAcknowledgment
    self.delimiters = delimiters
    self.breaksLines = breaksLines
  }

  /// The envelope of an answer to a set: sender and receiver change places, separators and the
  /// test indicator stay.
  package init(
    answering set: TransactionSetEnvelope, date: Int32, time: String, interchangeControl: Int,
    groupControl: Int
  ) {
    self.init(
      sender: set.interchangeReceiver, receiver: set.interchangeSender,
      groupSender: set.receiverID, groupReceiver: set.senderID,
      senderQualifier: set.interchangeReceiverQualifier,
      receiverQualifier: set.interchangeSenderQualifier, date: date, time: time,
      interchangeControl: interchangeControl, groupControl: groupControl, usage: set.usage,
      delimiters: set.delimiters)
  }

  /// One transaction set without its ST and SE.
  struct Set {
    /// ST01.
    var code: String
    /// ST02.
    var control: String
    /// ST03.
    var version: String
    /// Everything between ST and SE.
    var body: [SegmentText]
  }

  /// A whole interchange with one functional group.
  func encode(functionalCode: String, version: String, sets: [Set]) -> [UInt8] {
    var writer = SegmentTextWriter(
      delimiters: delimiters, spelling: .transmitted, breaksLines: breaksLines)
    open(&writer)
    writer.append(
      SegmentText(
        "GS",
        [
          functionalCode, groupSender, groupReceiver, digits(Int(date), 8), time,
          String(groupControl), "X", version,
        ]))
    for set in sets {
      writer.count = 0
      writer.append(SegmentText("ST", [set.code, set.control, set.version]))
      for segment in set.body { writer.append(segment) }
      writer.append(SegmentText("SE", [String(writer.count + 1), set.control]))
    }
    writer.append(SegmentText("GE", [String(sets.count), String(groupControl)]))
    close(&writer, groups: 1)
    return writer.bytes
  }

  /// A whole interchange that holds nothing but acknowledgments of other interchanges.
  package func encode(_ acknowledgments: [InterchangeAcknowledgment]) -> [UInt8] {
    var writer = SegmentTextWriter(
      delimiters: delimiters, spelling: .transmitted, breaksLines: breaksLines)
    open(&writer)
    for acknowledgment in acknowledgments {
      writer.append(SegmentText("TA1", acknowledgment.elements))
    }
    close(&writer, groups: 0)
    return writer.bytes
  }

  /// ISA15 of a written file; nil where it does not begin with an ISA.
  package static func usage(of bytes: [UInt8]) -> String? {
    // ISA is the one segment of a fixed length.
    let place = 102
    guard bytes.starts(with: Array("ISA".utf8)), bytes.count > place + 1,
      bytes[place - 1] == bytes[3], bytes[place + 1] == bytes[3]
    else { return nil }
    return String(Unicode.Scalar(bytes[place]))
  }

  private func open(_ writer: inout SegmentTextWriter) {
    let repetition = delimiters.repetition.map { String(Unicode.Scalar($0)) } ?? "U"
    writer.appendFixed(
      "ISA",
      [
        "00", padded("", 10), "00", padded("", 10), padded(senderQualifier, 2),
        padded(sender, 15), padded(receiverQualifier, 2), padded(receiver, 15),
        digits(Int(date) % 1_000_000, 6), digits(Int(time.prefix(4)) ?? 0, 4), repetition,
        "00501", digits(interchangeControl, 9), asksForAcknowledgment ? "1" : "0",
        padded(usage, 1), String(Unicode.Scalar(delimiters.component)),
      ])
  }

  private func close(_ writer: inout SegmentTextWriter, groups: Int) {
    writer.append(SegmentText("IEA", [String(groups), digits(interchangeControl, 9)]))
  }

  /// Exactly `width` ASCII characters: cut, or filled with blanks.
  private func padded(_ text: String, _ width: Int) -> String {
    var bytes = text.utf8.prefix(width).map { byte in
      byte < 0x20 || byte >= 0x7F || byte == delimiters.element || byte == delimiters.segment
        ? 0x20 : byte
    }
    while bytes.count < width { bytes.append(0x20) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Exactly `width` digits: the last ones, or filled with zeros.
  private func digits(_ number: Int, _ width: Int) -> String {
    var digits = String(number.magnitude)
    while digits.utf8.count < width { digits = "0" + digits }
    return String(digits.suffix(width))
  }
}
