/// A number under which a question is answered: TRN.
package struct X12Trace: Equatable, Hashable, Sendable, SegmentCoded {
  /// TRN01: `1` the sender's own number, `2` the number of the one who is answered.
  package var kind: String
  /// TRN02.
  package var number: String
  /// TRN03: who gave the number; ten characters, `1` and a tax number, or `9` and an own one.
  package var originator: String
  /// TRN04.
  package var supplement: String

  package init(
    kind: String = "1", _ number: String, originator: String = "", supplement: String = ""
  ) {
    self.kind = kind
    self.number = number
    self.originator = originator
    self.supplement = supplement
  }

  init(segment: SegmentText) {
    self.init(
      kind: segment.text(1), segment.text(2), originator: segment.text(3),
      supplement: segment.text(4))
  }

  var segment: SegmentText { SegmentText("TRN", [kind, number, originator, supplement]) }
}

/// How a person is insured: INS.
package struct X12Insured: Equatable, Hashable, Sendable, SegmentCoded {
  /// INS01: `Y` the subscriber, `N` a dependent.
  package var isSubscriber: String
  /// INS02: `18` self, `01` spouse, `19` child, `21` unknown, `34` other adult.
  package var relationship: String
  /// INS03: `001` where the payer changed what was asked with.
  package var maintenanceType: String
  /// INS04: `25` identifying elements were changed.
  package var maintenanceReason: String
  /// INS17: which of several born on one day.
  package var birthSequence: String

  package init(
    isSubscriber: String, relationship: String, maintenanceType: String = "",
    maintenanceReason: String = "", birthSequence: String = ""
  ) {
    self.isSubscriber = isSubscriber
    self.relationship = relationship
    self.maintenanceType = maintenanceType
    self.maintenanceReason = maintenanceReason
    self.birthSequence = birthSequence
  }

  init(segment: SegmentText) {
    self.init(
      isSubscriber: segment.text(1), relationship: segment.text(2),
      maintenanceType: segment.text(3), maintenanceReason: segment.text(4),
      birthSequence: segment.text(17))
  }

  var segment: SegmentText {
    SegmentText(
      "INS",
      [isSubscriber, relationship, maintenanceType, maintenanceReason]
        + Array(repeating: "", count: 12) + [birthSequence])
  }
}

/// Why a question could not be answered, and what to do: AAA.
package struct EligibilityRejection: Equatable, Hashable, Sendable, SegmentCoded {
  /// AAA01: `Y` the question was valid but was not answered, `N` it was not valid.
  package var isValid: String
  /// AAA02, not used by the guide.
  package var agency: String
  /// AAA03.
  package var reason: String
  /// AAA04.
  package var followUp: String

  package init(isValid: String = "N", agency: String = "", reason: String, followUp: String) {
    self.isValid = isValid
    self.agency = agency
    self.reason = reason
    self.followUp = followUp
  }

  init(segment: SegmentText) {
    self.init(
      isValid: segment.text(1), agency: segment.text(2), reason: segment.text(3),
      followUp: segment.text(4))
  }

  var segment: SegmentText { SegmentText("AAA", [isValid, agency, reason, followUp]) }
}
