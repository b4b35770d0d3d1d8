extension ClaimAcknowledgment277CA {
  /// STC: up to three codes that are to be read together, and what follows from them.
  package struct Status: Equatable, Sendable {
    /// One composite: STC01, STC10 or STC11.
    package struct Code: Equatable, Hashable, Sendable {
      /// Category: `A1`, `A7` and so on.
      package var category: String
      /// Claim status code: `507`, `562` and so on.
      package var status: String
      /// Whom it is about: `85`, `IL`, `PR`; empty when nobody.
      package var entity: String
      /// The code list, `RX` for pharmacy codes; mostly empty.
      package var list: String

      package init(category: String, status: String, entity: String = "", list: String = "") {
        self.category = category
        self.status = status
        self.entity = entity
        self.list = list
      }

      /// The code as people write it: `A8:562:85`.
      package var text: String {
        var text = category + ":" + status
        if !entity.isEmpty { text += ":" + entity }
        return text
      }
    }

    /// What a category says of a claim, when the action (STC03) is left aside.
    package enum Standing: Equatable, Sendable {
      /// A0, A1: received or forwarded, not judged.
      case received
      /// A2, A5: taken into the payer's system.
      case accepted
      /// A3, A4, A6, A7, A8: not taken.
      case rejected
      /// P: the payer is working on it; belongs into a status answer.
      case pending
      /// F: the payer has decided; belongs into a status answer.
      case finalized
      /// R: the payer asks for something; belongs into a status answer.
      case requested
      /// E: the receiver's system failed.
      case failed
      /// Anything else.
      case unknown
    }

    /// STC01, STC10 and STC11, those that are there.
    package var codes: [Code]
    /// STC02, CCYYMMDD.
    package var date: String
    /// STC03: `WQ` accepted, `U` rejected.
    package var action: String
    /// STC04 in cents.
    package var chargeCents: Int64?
    /// STC12: the sender's own words.
    package var text: String

    package init(
      codes: [Code], date: String = "", action: String, chargeCents: Int64? = nil,
      text: String = ""
    ) {
      self.codes = codes
      self.date = date
      self.action = action
      self.chargeCents = chargeCents
      self.text = text
    }

    /// Whether the action or any of the categories says that it was not taken.
    ///
    /// Where the two contradict each other a person has to look, so it counts as rejected.
    package var isRejection: Bool {
      action == "U" || codes.contains { Self.standing(ofCategory: $0.category) == .rejected }
    }

    /// What the first code says.
    package var standing: Standing {
      codes.first.map { Self.standing(ofCategory: $0.category) } ?? .unknown
    }

    /// What a category says; categories of the status answer are told apart, not refused.
    package static func standing(ofCategory category: String) -> Standing {
      switch category {
      case "A0", "A1": .received
      case "A2", "A5": .accepted
      case "A3", "A4", "A6", "A7", "A8": .rejected
      default:
        switch category.first {
        case "P": .pending
        case "F": .finalized
        case "R": .requested
        case "E": .failed
        default: .unknown
        }
      }
    }
  }
}

extension ClaimAcknowledgment277CA.Status {
  init(segment: SegmentText) {
    self.init(
      codes: [1, 10, 11].compactMap { Code(components: segment.components($0)) },
      date: segment.text(2), action: segment.text(3),
      chargeCents: AmountText.cents(segment.text(4)), text: segment.text(12))
  }

  var segment: SegmentText {
    func composite(_ index: Int) -> String { index < codes.count ? codes[index].raw : "" }
    return SegmentText(
      "STC",
      [
        composite(0), date, action, chargeCents.map { X12Amount.text(cents: $0) } ?? "", "", "",
        "", "", "", composite(1), composite(2), text,
      ])
  }
}

extension ClaimAcknowledgment277CA.Status.Code {
  fileprivate init?(components: [String]) {
    guard components.contains(where: { !$0.isEmpty }) else { return nil }
    func component(_ number: Int) -> String {
      number <= components.count ? components[number - 1] : ""
    }
    self.init(
      category: component(1), status: component(2), entity: component(3), list: component(4))
  }

  fileprivate var raw: String { SegmentText.composite([category, status, entity, list]) }
}
