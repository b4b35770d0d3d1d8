/// 999: whether the receiver could read the transaction sets of one group that we sent.
///
/// 005010X231A1. A set that is rejected here was never seen as claims: all of them are unsent.
package struct ImplementationAcknowledgment999: Equatable, Sendable {
  /// ST03 and GS08.
  package var version: String
  /// ST02 of the 999 itself.
  package var control: String
  /// AK101: functional code of our group, `HC` for claims.
  package var functionalCode: String
  /// AK102: control number of our group (GS06).
  package var groupControl: String
  /// AK103: version of our group (GS08).
  package var groupVersion: String
  /// One answer for each of our sets that is named.
  package var sets: [SetAnswer]
  /// AK901: `A` accepted, `E` accepted with errors, `P` partly, `R` rejected.
  package var outcome: String
  /// Whether the group is refused without an answer to any of its sets.
  package var isRefusedWhole: Bool { sets.isEmpty && ["R", "M", "W", "X"].contains(outcome) }
  /// AK902: how many sets our group said it has; nil when unreadable.
  package var includedCount: Int?
  /// AK903: how many were received.
  package var receivedCount: Int?
  /// AK904: how many were accepted.
  package var acceptedCount: Int?
  /// AK905 to AK909: what is wrong with the group itself.
  package var groupErrors: [String]

  package init(
    version: String = "005010X231A1", control: String = "0001", functionalCode: String = "HC",
    groupControl: String, groupVersion: String = "005010X222A1", sets: [SetAnswer],
    outcome: String, includedCount: Int?, receivedCount: Int?, acceptedCount: Int?,
    groupErrors: [String] = []
  ) {
    self.version = version
    self.control = control
    self.functionalCode = functionalCode
    self.groupControl = groupControl
    self.groupVersion = groupVersion
    self.sets = sets
    self.outcome = outcome
    self.includedCount = includedCount
    self.receivedCount = receivedCount
    self.acceptedCount = acceptedCount
    self.groupErrors = groupErrors
  }

  /// The answer for one transaction set: AK2 to IK5.
  package struct SetAnswer: Equatable, Sendable {
    /// AK201, `837`.
    package var code: String
    /// AK202: control number of our set (ST02).
    package var control: String
    /// AK203: version of our set (ST03).
    package var version: String
    /// IK3 loops.
    package var segmentErrors: [SegmentError]
    /// IK501: `A`, `E`, `R`, and `M`, `W`, `X` for security.
    package var outcome: String
    /// IK502 to IK506: what is wrong with the set as a whole.
    package var errors: [String]

    package init(
      code: String = "837", control: String, version: String = "005010X222A1",
      segmentErrors: [SegmentError] = [], outcome: String, errors: [String] = []
    ) {
      self.code = code
      self.control = control
      self.version = version
      self.segmentErrors = segmentErrors
      self.outcome = outcome
      self.errors = errors
    }

    /// Whether the claims of the set went on (`A` or `E`).
    package var isAccepted: Bool { outcome == "A" || outcome == "E" }
  }

  /// What is wrong with one segment: IK3 with its CTX and IK4.
  package struct SegmentError: Equatable, Sendable {
    /// IK301: the segment's name.
    package var segment: String
    /// IK302: its place in the set, ST being 1; nil when unreadable.
    package var position: Int?
    /// IK303: the loop; the guide has room for four characters, `2420` and not `2420E`.
    package var loop: String
    /// IK304.
    package var code: String
    /// CTX.
    package var contexts: [Context]
    /// IK4 loops.
    package var elementErrors: [ElementError]

    package init(
      segment: String, position: Int?, loop: String = "", code: String = "",
      contexts: [Context] = [], elementErrors: [ElementError] = []
    ) {
      self.segment = segment
      self.position = position
      self.loop = loop
      self.code = code
      self.contexts = contexts
      self.elementErrors = elementErrors
    }

    /// The claim (CLM01) that a context names, empty when none does.
    package var claimControlNumber: String {
      for context in contexts + elementErrors.flatMap(\.contexts) {
        for name in context.names where name.name == "CLM01" { return name.value }
      }
      return ""
    }
  }

  /// What is wrong with one element: IK4 with its CTX.
  package struct ElementError: Equatable, Sendable {
    /// IK401-1: which element, from 1; nil when unreadable.
    package var element: Int?
    /// IK401-2: which component, from 1.
    package var component: Int?
    /// IK401-3: which repeat, from 1.
    package var repetition: Int?
    /// IK402: the element's number in the X12 dictionary.
    package var dictionaryNumber: String
    /// IK403.
    package var code: String
    /// IK404: a copy of what was sent.
    package var badValue: String
    /// CTX.
    package var contexts: [Context]

    package init(
      element: Int?, component: Int? = nil, repetition: Int? = nil, dictionaryNumber: String = "",
      code: String, badValue: String = "", contexts: [Context] = []
    ) {
      self.element = element
      self.component = component
      self.repetition = repetition
      self.dictionaryNumber = dictionaryNumber
      self.code = code
      self.badValue = badValue
      self.contexts = contexts
    }
  }

  /// Where an error stands, or what made an element required: CTX.
  package struct Context: Equatable, Sendable {
    /// A name such as `CLM01` or `SITUATIONAL TRIGGER` with the value found there.
    package struct Name: Equatable, Sendable {
      /// CTX01-1.
      package var name: String
      /// CTX01-2.
      package var value: String

      package init(name: String, value: String = "") {
        self.name = name
        self.value = value
      }
    }

    /// CTX01, each repeat.
    package var names: [Name]
    /// CTX02: a segment's name.
    package var segment: String
    /// CTX03: its place in the set.
    package var position: Int?
    /// CTX04: its loop.
    package var loop: String
    /// CTX05: element, component and repeat, as written.
    package var place: [String]
    /// CTX06: dictionary numbers, as written.
    package var dictionaryNumbers: [String]

    package init(
      names: [Name], segment: String = "", position: Int? = nil, loop: String = "",
      place: [String] = [], dictionaryNumbers: [String] = []
    ) {
      self.names = names
      self.segment = segment
      self.position = position
      self.loop = loop
      self.place = place
      self.dictionaryNumbers = dictionaryNumbers
    }
  }
}
