/// The codes of a 999 in plain words (005010X231A1; some I-codes differ between senders).
extension ImplementationAcknowledgment999 {
  /// IK304: what is wrong with a segment; nil for a code that is not known.
  package static func meaning(ofSegmentError code: String) -> String? {
    switch code {
    case "1": "segment is not known"
    case "2": "segment is not expected here"
    case "3": "required segment is missing"
    case "4": "loop comes too often"
    case "5": "segment comes too often"
    case "6": "segment does not belong into this set"
    case "7": "segment is out of order"
    case "8": "segment has wrong elements"
    case "I4": "segment is not used by the guide"
    case "I6": "segment is missing that the rest of the claim makes necessary"
    case "I7": "loop comes less often than the guide wants"
    case "I8": "segment comes less often than the guide wants"
    case "I9": "segment is there that the rest of the claim does not allow"
    default: nil
    }
  }

  /// IK403: what is wrong with an element; nil for a code that is not known.
  package static func meaning(ofElementError code: String) -> String? {
    switch code {
    case "1": "required element is missing"
    case "2": "element is missing that another one makes necessary"
    case "3": "too many elements"
    case "4": "too short"
    case "5": "too long"
    case "6": "has a character that is not allowed"
    case "7": "is not in the list of codes"
    case "8": "is no date"
    case "9": "is no time"
    case "10": "must not stand beside another element that is there"
    case "12": "is repeated too often"
    case "13": "has too many components"
    case "I6": "code is not used by the guide"
    case "I9": "element is missing that the rest of the claim makes necessary"
    case "I10": "is there, but the guide does not use it"
    case "I11": "is repeated less often than the guide wants"
    case "I12": "does not have the form that the guide wants"
    case "I13": "is there, but the rest of the claim does not allow it"
    default: nil
    }
  }

  /// IK501: what became of a set; nil for a code that is not known.
  package static func meaning(ofSetOutcome code: String) -> String? {
    switch code {
    case "A": "accepted"
    case "E": "accepted, but errors are noted"
    case "R": "rejected: none of its claims was taken"
    case "M": "rejected: the authentication code is wrong"
    case "W": "rejected: the assurance failed its check"
    case "X": "rejected: it could not be decrypted"
    default: nil
    }
  }

  /// IK502 to IK506: what is wrong with a set as a whole; nil for a code that is not known.
  package static func meaning(ofSetError code: String) -> String? {
    switch code {
    case "1": "this kind of set is not supported"
    case "2": "the end of the set (SE) is missing"
    case "3": "control numbers of ST and SE differ"
    case "4": "the number of segments in SE is wrong"
    case "5": "one or more segments are wrong"
    case "6": "the kind of set (ST01) is missing or wrong"
    case "7": "the control number of the set is missing or wrong"
    case "18": "this kind of set does not belong into this group"
    case "23": "the control number was used before in this group"
    case "I5": "something of the guide is missing"
    case "I6": "the guide (ST03) is not supported or does not match the group"
    default: nil
    }
  }

  /// AK901: what became of a group; nil for a code that is not known.
  package static func meaning(ofGroupOutcome code: String) -> String? {
    switch code {
    case "A": "accepted"
    case "E": "accepted, but errors are noted"
    case "P": "partly accepted: at least one set was rejected"
    case "R": "rejected: none of its sets was taken"
    case "M": "rejected: the authentication code is wrong"
    case "W": "rejected: the assurance failed its check"
    case "X": "rejected: it could not be decrypted"
    default: nil
    }
  }
}
