import Billing
import X12

/// Answers questions about coverage: mostly active, some not, and some with another payer first.
struct CoverageDesk: Sendable {
  let seed: UInt64

  /// The 271 file to a set of questions.
  func answer(
    _ inquiry: EligibilityInquiry270, from sender: String, to receiver: String, number: Int,
    on day: Day
  ) -> [UInt8] {
    let answer = EligibilityResponse271(
      answering: inquiry, date: day.ccyymmdd, time: "0630"
    ) { source, subscriber, _ in
      statement(payer: source.party.name.id, member: subscriber.person.party.name.id, on: day)
    }
    return answer.encode(
      envelope: OutgoingEnvelope(
        sender: sender, receiver: receiver, date: day.ccyymmddNumber, time: "0630",
        interchangeControl: number, groupControl: number))
  }

  private func statement(
    payer: String, member: String, on day: Day
  ) -> EligibilityResponse271.Statement {
    var random = SplitMix64(seed: seed, .identity, FiledClaim.hash(payer + " " + member))
    let newYear = Day(year: day.year, month: 1, day: 1) ?? day
    switch random.below(1_000) {
    case ..<15:
      return EligibilityResponse271.Statement(benefits: [
        EligibilityBenefit("6", serviceTypes: ["30"], messages: ["COVERAGE TERMINATED"])
      ])
    case ..<25:
      return EligibilityResponse271.Statement(rejections: [
        EligibilityRejection(reason: "75", followUp: "C")
      ])
    case ..<35:
      let first = PayerTable.all[random.pick(PayerTable.commercialNumbers, else: 0)]
      return EligibilityResponse271.Statement(benefits: [
        active(from: newYear),
        EligibilityBenefit(
          "R", serviceTypes: ["30"], insuranceType: "12",
          dates: [X12QualifiedDate("290", on: newYear.ccyymmdd)],
          entities: [
            X12Party(
              name: X12PartyName(
                entity: "PRP", kind: "2", last: first.name, idQualifier: "PI",
                id: first.identifier))
          ]),
      ])
    default: return EligibilityResponse271.Statement(benefits: [active(from: newYear)])
    }
  }

  private func active(from day: Day) -> EligibilityBenefit {
    EligibilityBenefit(
      "1", serviceTypes: ["30", "12", "18"], plan: "SAMPLE PLAN",
      dates: [X12QualifiedDate("346", on: day.ccyymmdd)])
  }
}
