/// One transaction set (ST to SE) with what its group and interchange say about it.
package struct TransactionSetEnvelope: Equatable, Sendable {
  /// ST01: `835`, `837`, `999`, `277` and so on.
  package var code = ""
  /// The guide, from ST03 or GS08: `005010X221A1`.
  package var version = ""
  /// GS08, the guide of all sets of the group; empty without a group.
  package var groupVersion = ""
  /// ST02, the set's control number.
  package var control = ""
  /// GS06, the group's control number.
  package var groupControl = ""
  /// ISA13, the interchange's control number.
  package var interchangeControl = ""
  /// GS01: `HP` for remittances, `HC` for claims, `FA` for 999, `HN` for 277.
  package var functionalCode = ""
  /// ISA05, what kind of number ISA06 is: `ZZ` mutually agreed, `30` tax number, `01` DUNS.
  package var interchangeSenderQualifier = ""
  /// ISA06 without its padding.
  package var interchangeSender = ""
  /// ISA07, as ISA05.
  package var interchangeReceiverQualifier = ""
  /// ISA08 without its padding.
  package var interchangeReceiver = ""
  /// GS02.
  package var senderID = ""
  /// GS03.
  package var receiverID = ""
  /// GS04, or ISA09 where there is none, as 20260105; 0 when unreadable.
  package var date: Int32 = 0
  /// ISA09, the day of the interchange, as 20260105; 0 when unreadable.
  package var interchangeDate: Int32 = 0
  /// GS05 as written, `HHMM` or longer.
  package var time = ""
  /// ISA15: `P` for live data, `T` for a test.
  package var usage = ""
  /// The separators of the interchange.
  package var delimiters = Delimiters.usual
  /// The bytes from ST up to and including SE in ``X12File/bytes``.
  package var range = 0..<0
  /// The number of the ST segment in the file, from 1.
  package var firstSegment = 0
  /// How many segments were found, ST and SE included.
  package var segmentCount = 0
  /// Which interchange of the file, from 0.
  package var interchange = 0
  /// Whether it has an SE with the right count and control number: only whole sets are applied.
  package var isWhole = false

  /// The guide that the group names (GS08), which tells sets of one ST01 apart; ST03 without a group.
  package var guide: String { groupVersion.isEmpty ? version : groupVersion }

  /// An envelope to be filled.
  package init() {}
}
