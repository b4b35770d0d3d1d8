/// Remittances in the envelope in which a payer sends them: one interchange, one group.
package struct RemittanceTransmission: Equatable, Sendable {
  /// ISA05.
  package var senderQualifier = "ZZ"
  /// ISA06, at most 15 characters.
  package var sender = ""
  /// ISA07.
  package var receiverQualifier = "ZZ"
  /// ISA08, at most 15 characters.
  package var receiver = ""
  /// GS02.
  package var applicationSender = ""
  /// GS03.
  package var applicationReceiver = ""
  /// ISA09 and GS04 as 20260105.
  package var date: Int32 = 20_000_101
  /// ISA10 and GS05: HHMM.
  package var time = "0000"
  /// ISA13, nine digits.
  package var interchangeControl = "000000001"
  /// GS06.
  package var groupControl = "1"
  /// ISA15: `P` or `T`.
  package var usage = "P"
  /// GS08.
  package var version = "005010X221A1"
  /// The separators.
  package var delimiters = Delimiters.usual
  /// What stands after each terminator.
  package var lineBreak: [UInt8] = []
  /// The remittances, one transaction set each.
  package var remittances: [RemittanceDraft] = []

  /// A transmission of remittances; the envelope is to be filled.
  package init(_ remittances: [RemittanceDraft] = []) {
    self.remittances = remittances
  }

  /// The whole sets of a file that stand in one group with the set at an index.
  package init(from file: X12File, set index: Int) {
    guard file.sets.indices.contains(index) else { return }
    let first = file.sets[index]
    senderQualifier = first.interchangeSenderQualifier
    sender = first.interchangeSender
    receiverQualifier = first.interchangeReceiverQualifier
    receiver = first.interchangeReceiver
    applicationSender = first.senderID
    applicationReceiver = first.receiverID
    date = first.date
    time = first.time
    interchangeControl = first.interchangeControl
    groupControl = first.groupControl
    usage = first.usage
    version = first.version
    delimiters = first.delimiters
    for set in file.sets.indices
    where file.sets[set].isWhole && file.sets[set].code == "835"
      && file.sets[set].interchange == first.interchange
      && file.sets[set].groupControl == first.groupControl
    {
      remittances.append(RemittanceDraft(from: Remittance835(file, set: set)))
    }
  }

  /// The file's bytes.
  package func encoded() -> [UInt8] {
    document().encoded()
  }

  /// The file as segments.
  package func document() -> X12Document {
    var writer = RemittanceWriter(delimiters: delimiters)
    let day = padded(String(date), 8)
    writer.segments.append(header(day))
    writer.add(
      "GS",
      [
        "HP", applicationSender, applicationReceiver, day, time, groupControl, "X", version,
      ])
    for remittance in remittances { writer.add(remittance) }
    writer.add("GE", [String(remittances.count), groupControl])
    writer.add("IEA", ["1", padded(interchangeControl, 9)])
    return X12Document(
      interchanges: [.init(delimiters: delimiters, segments: writer.segments)],
      lineBreak: lineBreak)
  }

  private func header(_ day: String) -> X12Segment {
    let repetition = String(Unicode.Scalar(delimiters.repetition ?? UInt8(ascii: "U")))
    var segment = X12Segment("ISA")
    segment.elements = [
      "00", blanks("", 10), "00", blanks("", 10), blanks(senderQualifier, 2), blanks(sender, 15),
      blanks(receiverQualifier, 2), blanks(receiver, 15), String(day.suffix(6)),
      padded(String(time.prefix(4)), 4), repetition, "00501",
      padded(interchangeControl, 9), "0", blanks(usage, 1),
      String(Unicode.Scalar(delimiters.component)),
    ].map { Array($0.utf8) }
    return segment
  }

  private func blanks(_ text: String, _ width: Int) -> String {
    let plain = RemittanceWriter.clean(text, delimiters).utf8.prefix(width)
    return String(decoding: plain, as: UTF8.self)
      + String(repeating: " ", count: width - plain.count)
  }

  private func padded(_ digits: String, _ width: Int) -> String {
    let plain = digits.utf8.filter { SegmentID.isNameByte($0) }.suffix(width)
    return String(repeating: "0", count: width - plain.count)
      + String(decoding: plain, as: UTF8.self)
  }
}
