/// TA1: what the receiver said about one interchange envelope (ISA to IEA) that we sent.
///
/// It says nothing about the claims inside; those are answered by the 999 and the 277CA.
package struct InterchangeAcknowledgment: Equatable, Sendable {
  /// What became of the interchange (TA104).
  package enum Outcome: Equatable, Sendable {
    case accepted
    case acceptedWithErrors
    case rejected
    /// A code that the standard does not know.
    case unknown
  }

  /// TA101: the control number (ISA13) of the interchange that is answered.
  package var interchangeControl: String
  /// TA102: the date of the interchange that is answered, YYMMDD.
  package var date: String
  /// TA103: the time of the interchange that is answered, HHMM.
  package var time: String
  /// TA104: `A`, `E` or `R`.
  package var code: String
  /// TA105: three digits that give the reason, `000` when there is nothing to say.
  package var note: String
  /// ISA15 of the interchange in which it came: `P` live, `T` test.
  package var usage = ""
  /// ISA09 of the interchange in which it came, as 20260105; 0 when unreadable.
  package var answeredOn: Int32 = 0
  /// ISA10 of the interchange in which it came, HHMM.
  package var answeredAt = ""

  package init(
    interchangeControl: String, date: String, time: String, code: String, note: String
  ) {
    self.interchangeControl = interchangeControl
    self.date = date
    self.time = time
    self.code = code
    self.note = note
  }

  /// Takes TA101 to TA105 in order; missing elements are empty.
  package init(elements: [String]) {
    func element(_ number: Int) -> String {
      number <= elements.count ? elements[number - 1] : ""
    }
    self.init(
      interchangeControl: element(1), date: element(2), time: element(3), code: element(4),
      note: element(5))
  }

  /// TA101 to TA105 in order, as they go into the segment.
  package var elements: [String] { [interchangeControl, date, time, code, note] }

  /// What became of the interchange.
  package var outcome: Outcome {
    switch code {
    case "A": .accepted
    case "E": .acceptedWithErrors
    case "R": .rejected
    default: .unknown
    }
  }

  /// TA104 in plain words, nil for a code that the standard does not know.
  package static func meaning(ofCode code: String) -> String? {
    switch code {
    case "A": "envelope accepted"
    case "E": "envelope accepted, but it has errors"
    case "R": "envelope rejected: nothing in this file was taken"
    default: nil
    }
  }

  /// TA105 in plain words, nil for a code that the standard does not know.
  package static func meaning(ofNote note: String) -> String? {
    switch note {
    case "000": "no error"
    case "001": "the control numbers of ISA and IEA differ"
    case "002": "the receiver does not support this standard (ISA11)"
    case "003": "the receiver does not support this version (ISA12)"
    case "004": "the segment terminator is not valid"
    case "005": "the qualifier of the sender (ISA05) is not valid"
    case "006": "the sender (ISA06) is not valid"
    case "007": "the qualifier of the receiver (ISA07) is not valid"
    case "008": "the receiver (ISA08) is not valid"
    case "009": "the receiver (ISA08) is not known"
    case "010": "the authorization qualifier (ISA01) is not valid"
    case "011": "the authorization (ISA02) is not valid"
    case "012": "the security qualifier (ISA03) is not valid"
    case "013": "the security information (ISA04) is not valid"
    case "014": "the date (ISA09) is not valid"
    case "015": "the time (ISA10) is not valid"
    case "016": "the standard or repetition separator (ISA11) is not valid"
    case "017": "the version (ISA12) is not valid"
    case "018": "the control number (ISA13) is not valid"
    case "019": "the acknowledgment request (ISA14) is not valid"
    case "020": "the test or production indicator (ISA15) is not valid"
    case "021": "the number of groups (IEA01) is wrong"
    case "022": "the order of the envelope segments is wrong"
    case "023": "the file ends too early"
    case "024": "the content is not valid, for example the GS segment"
    case "025": "this control number was used before"
    case "026": "the element separator is not valid"
    case "027": "the component separator (ISA16) is not valid"
    case "028": "the delivery date of the deferred request is not valid"
    case "029": "the delivery time of the deferred request is not valid"
    case "030": "the delivery time code of the deferred request is not valid"
    case "031": "the grade of service is not valid"
    default: nil
    }
  }
}
