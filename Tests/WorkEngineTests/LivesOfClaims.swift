import Billing

/// The table of lives: each a claim as the office may meet it.
enum LivesOfClaims {
  static let all = sending + denials + appeals + people + money

  private static func life(
    _ name: String, _ story: ClaimStory, on today: String, _ queue: QueueName?,
    lane: Lane = .work, tier: Tier = .noDeadline, safe: String = "", code: String = "",
    says: String = "", back: String? = nil
  ) -> Life {
    Life(
      name: name, story: story, today: today, queue: queue, lane: lane, tier: tier, safe: safe,
      code: code, says: says, back: back)
  }

  /// A Medicare claim of 2025-11-24, sent on 2025-12-01.
  private static func sent(
    _ answer: SubmissionAnswer = .none, payer: Payer = Made.medicare,
    _ change: (inout ClaimStory) -> Void = { _ in }
  ) -> ClaimStory {
    var story = Made.story(payer)
    story.submissions = [Made.sending("2025-12-01", answer)]
    change(&story)
    return story
  }

  /// The same claim, answered on 2026-01-05 with denials.
  private static func denied(
    _ denials: [Denial], payer: Payer = Made.medicare,
    _ change: (inout ClaimStory) -> Void = { _ in }
  ) -> ClaimStory {
    sent(.accepted(on: day("2025-12-02")), payer: payer) { story in
      story.adjudications = [Made.answer("2026-01-05", denials, number: "26005000100002")]
      change(&story)
    }
  }

  static let sending: [Life] = [
    life(
      "never sent", Made.story(), on: "2026-01-10", .followUp, tier: .later, safe: "2026-11-24",
      code: "not sent", says: "No sending"),
    life(
      "sent and waiting", sent(), on: "2025-12-10", .followUp, lane: .waiting, tier: .later,
      safe: "2026-11-24", code: "no answer", back: "2025-12-22"),
    life(
      "sent, wakes on its day", sent(), on: "2025-12-22", .followUp, tier: .later,
      safe: "2026-11-24", code: "no answer", says: "time to ask"),
    life(
      "commercial waits thirty days", sent(payer: Made.aetna), on: "2025-12-22", .followUp,
      lane: .waiting, tier: .later, safe: "2026-03-24", code: "no answer", back: "2025-12-31"),
    life(
      "accepted: proof of filing keeps it alive after the limit",
      sent(.accepted(on: day("2025-12-02"))), on: "2026-11-25", .followUp, tier: .noDeadline,
      code: "no answer", says: "proof of timely filing"),
    life(
      "without proof it expires", sent(), on: "2026-11-25", .followUp, lane: .expired,
      tier: .expired, safe: "2026-11-24", code: "no answer", says: "last legal day was 2026-11-24"),
    life(
      "the automatic wait ends before the limit",
      sent {
        $0.serviceFrom = day("2024-12-18"); $0.submissions = [Made.sending("2025-12-08")]
      },
      on: "2025-12-10", .followUp, lane: .waiting, tier: .twoWeeks, safe: "2025-12-18",
      code: "no answer", back: "2025-12-13"),
    life(
      "rejected in front", sent(Made.rejected("2025-12-02")), on: "2025-12-03", .rejections,
      tier: .later, safe: "2026-11-24", code: "A7:507", says: "filing time runs on"),
    life(
      "rejected with six days left", sent(Made.rejected("2025-12-02")), on: "2026-11-18",
      .rejections, tier: .week, safe: "2026-11-24", code: "A7:507", says: "6 days left"),
    life(
      "rejected with fourteen days left", sent(Made.rejected("2025-12-02")), on: "2026-11-10",
      .rejections, tier: .twoWeeks, safe: "2026-11-24", code: "A7:507"),
    life(
      "rejected with thirty days left", sent(Made.rejected("2025-12-02")), on: "2026-10-25",
      .rejections, tier: .month, safe: "2026-11-24", code: "A7:507"),
    life(
      "rejected with sixty days left", sent(Made.rejected("2025-12-02")), on: "2026-09-25",
      .rejections, tier: .twoMonths, safe: "2026-11-24", code: "A7:507"),
    life(
      "rejected, and the year is over", sent(Made.rejected("2025-12-02")), on: "2026-11-25",
      .rejections, lane: .expired, tier: .expired, safe: "2026-11-24", code: "A7:507"),
    life(
      "past the safe day but legal: still the nearest tier",
      sent(Made.rejected("2025-12-02")) { $0.serviceFrom = day("2025-07-04") },
      on: "2026-07-04", .rejections, tier: .week, safe: "2026-07-02", code: "A7:507",
      says: "2 days past the safe day"),
    life(
      "rejected and sent again",
      sent(Made.rejected("2025-12-02")) {
        $0.submissions.append(Made.sending("2025-12-05", id: 2))
      }, on: "2025-12-06", .followUp, lane: .waiting, tier: .later, safe: "2026-11-24",
      code: "no answer", back: "2025-12-26"),
    life(
      "rejected, decided to send again, file not seen yet",
      sent(Made.rejected("2025-12-02")) {
        $0.decisions = [Made.decision(.resubmit, "2025-12-04", seq: 5)]
      }, on: "2025-12-06", .followUp, lane: .waiting, tier: .later, safe: "2026-11-24",
      code: "no answer", back: "2025-12-25"),
    life(
      "sent again and rejected again on the same day",
      sent(Made.rejected("2025-12-02")) {
        $0.decisions = [Made.decision(.resubmit, "2025-12-04", seq: 5)]
        $0.submissions.append(
          Made.sending("2025-12-04", Made.rejected("2025-12-04", "A3:21"), id: 2))
      }, on: "2025-12-04", .rejections, tier: .later, safe: "2026-11-24", code: "A3:21"),
    life(
      "rejected, put away until Monday",
      sent(Made.rejected("2025-12-02")) {
        $0.decisions = [Made.decision(.followUp, "2025-12-03", seq: 5, back: "2025-12-08")]
      }, on: "2025-12-05", .rejections, lane: .waiting, tier: .later, safe: "2026-11-24",
      code: "A7:507", back: "2025-12-08"),
    life(
      "put away before the rejection came: the rejection wakes it",
      sent(Made.rejected("2025-12-10")) {
        $0.decisions = [Made.decision(.calledPayer, "2025-12-05", seq: 5, back: "2026-01-08")]
      }, on: "2025-12-11", .rejections, tier: .later, safe: "2026-11-24", code: "A7:507"),
  ]

  static let denials: [Life] = [
    life(
      "unprocessable: filing limit governs, no appeal",
      denied([Made.denial("CO-16", ["M124", "MA130"])]), on: "2026-01-10", .denials, tier: .later,
      safe: "2026-11-24", code: "CO-16 MA130", says: "only a new claim can help"),
    life(
      "necessity: only the appeal is left", denied([Made.denial("CO-50", ["N115"])]),
      on: "2026-04-08", .denials, tier: .month, safe: "2026-05-05", code: "CO-50 N115",
      says: "Medicare redetermination, 120 days from notice 2026-01-05"),
    life(
      "missing information: the earlier of reopening and appeal",
      denied([Made.denial("CO-16", ["M124"])]), on: "2026-01-10", .denials, tier: .later,
      safe: "2026-05-05", code: "CO-16 M124"),
    life(
      "wrong modifier: appeal comes before filing", denied([Made.denial("CO-4", ["N519"])]),
      on: "2026-05-02", .denials, tier: .week, safe: "2026-05-05", code: "CO-4 N519",
      says: "3 days left"),
    life(
      "wrong modifier after the appeal limit: the reopening is left",
      denied([Made.denial("CO-4", ["N519"])]), on: "2026-05-11", .denials, tier: .later,
      safe: "2027-01-05", code: "CO-4 N519"),
    life(
      "appeal limit passed and nothing else is left", denied([Made.denial("CO-50")]),
      on: "2026-05-11", .denials, lane: .expired, tier: .expired, safe: "2026-05-05",
      code: "CO-50", says: "last legal day was 2026-05-10"),
    life(
      "denied as late and not appealable, but filed in time: the reopening is left",
      denied([Made.denial("CO-29", ["N211"])]), on: "2026-01-10", .denials, tier: .later,
      safe: "2027-01-05", code: "CO-29 N211",
      says: "2025-12-02, 357 days before the limit 2026-11-24"),
    life(
      "denied as late and filed late: nothing runs",
      denied([Made.denial("CO-29", ["N211"])]) { $0.serviceFrom = day("2024-11-24") },
      on: "2026-01-10", .denials, code: "CO-29 N211",
      says: "2025-12-02, 8 days after the limit 2025-11-24"),
    life(
      "accepted after the limit: the acceptance proves nothing",
      sent(.accepted(on: day("2025-12-02"))) { $0.serviceFrom = day("2024-11-24") },
      on: "2026-01-10", .followUp, lane: .expired, tier: .expired, safe: "2025-11-24",
      code: "no answer", says: "8 days after the limit 2025-11-24"),
    life(
      "a plan without an appeal limit on file: said, and ranked within the month",
      denied([Made.denial("CO-50")], payer: Made.payer(.medicaid, name: "LAKESIDE MEDICAID")),
      on: "2026-01-10", .denials, tier: .month, code: "CO-50",
      says: "No appeal limit on file for LAKESIDE MEDICAID: enter it."),
    life(
      "replaced in time after the filing limit: the limit for corrections governs",
      denied([Made.denial("CO-11")], payer: Made.payer(.commercial)) {
        $0.submissions.append(Made.sending("2026-04-20", id: 2, frequency: .replacement))
        $0.decisions = [Made.decision(.replace, "2026-04-20", seq: 15)]
      }, on: "2026-04-25", .followUp, lane: .waiting, tier: .later, safe: "2026-07-02",
      code: "no answer", back: "2026-05-20"),
    life(
      "a replacement that was rejected: the limit for corrections governs",
      denied([Made.denial("CO-11")], payer: Made.payer(.commercial)) {
        $0.submissions.append(
          Made.sending("2026-04-20", Made.rejected("2026-04-21"), id: 2, frequency: .replacement))
      }, on: "2026-04-25", .rejections, tier: .later, safe: "2026-07-02", code: "A7:507"),
    life(
      "one line could not be processed: the other keeps its appeal",
      denied([
        Made.denial("CO-16", ["MA130"], amount: 9_000, line: 1),
        Made.denial("CO-50", amount: 2_000, line: 2),
      ]), on: "2026-01-10", .denials, tier: .later, safe: "2026-05-05", code: "CO-16 MA130"),
    life(
      "a code nobody knows may have either clock", denied([Made.denial("CO-999")]),
      on: "2026-01-10", .denials, tier: .later, safe: "2026-05-05", code: "CO-999",
      says: "a person reads and decides"),
    life(
      "the corrected-claim limit of a plan that takes replacements",
      denied([Made.denial("CO-11")], payer: Made.payer(.commercial)) {
        $0.serviceFrom = day("2025-11-24")
      }, on: "2026-01-10", .denials, tier: .later, safe: "2026-07-02", code: "CO-11"),
    life(
      "65 days first, then the contract's twelve months",
      denied([Made.denial("CO-50")], payer: Made.payer(.commercial, key: "uhc-commercial")),
      on: "2026-03-01", .denials, tier: .twoWeeks, safe: "2026-03-11", code: "CO-50"),
    life(
      "the contract's twelve months after the 65 days",
      denied([Made.denial("CO-50")], payer: Made.payer(.commercial, key: "uhc-commercial")),
      on: "2026-03-12", .denials, tier: .later, safe: "2027-01-05", code: "CO-50"),
    life(
      "a duplicate of a denied claim keeps the first clock",
      denied([Made.denial("CO-50")]) {
        $0.submissions.append(Made.sending("2026-01-20", id: 2))
        $0.adjudications.append(
          Made.answer("2026-02-20", [Made.denial("OA-18")], seq: 20, number: "26051000100001"))
      }, on: "2026-03-01", .denials, tier: .later, safe: "2026-05-05", code: "OA-18",
      says: "starts no new clock"),
    life(
      "denied again after a new claim: a new clock",
      denied([Made.denial("CO-16", ["MA130"])]) {
        $0.submissions.append(Made.sending("2026-01-20", id: 2))
        $0.decisions = [Made.decision(.resubmit, "2026-01-20", seq: 15)]
        $0.adjudications.append(
          Made.answer("2026-02-20", [Made.denial("CO-50")], seq: 20, number: "26051000100001"))
      }, on: "2026-03-01", .denials, tier: .later, safe: "2026-06-18", code: "CO-50"),
    life(
      "denied, sent again and waiting; the appeal limit still counts",
      denied([Made.denial("CO-4")]) {
        $0.submissions.append(Made.sending("2026-01-20", id: 2))
        $0.decisions = [Made.decision(.resubmit, "2026-01-20", seq: 15)]
      }, on: "2026-01-25", .followUp, lane: .waiting, tier: .later, safe: "2026-05-05",
      code: "no answer", back: "2026-02-10"),
    life(
      "denied, sent again and rejected: the appeal limit still counts",
      denied([Made.denial("CO-4")]) {
        $0.submissions.append(Made.sending("2026-01-20", Made.rejected("2026-01-21"), id: 2))
      }, on: "2026-01-25", .rejections, tier: .later, safe: "2026-05-05", code: "A7:507"),
    life(
      "unprocessable, sent again: only filing counts",
      denied([Made.denial("CO-16", ["MA130"])]) {
        $0.submissions.append(Made.sending("2026-01-20", id: 2))
      }, on: "2026-01-25", .followUp, lane: .waiting, tier: .later, safe: "2026-11-24",
      code: "no answer", back: "2026-02-10"),
    life(
      "an answer to the first sending that was read after the second went out",
      sent(.accepted(on: day("2025-12-02"))) {
        $0.submissions.append(Made.sending("2026-01-07", id: 2))
        $0.adjudications = [Made.answer("2026-01-05", [Made.denial("CO-16", ["MA130"])], seq: 20)]
      }, on: "2026-01-12", .followUp, lane: .waiting, tier: .later, safe: "2026-11-24",
      code: "no answer", back: "2026-01-28"),
    life(
      "two lines denied: the larger names it",
      denied([
        Made.denial("CO-4", amount: 2_000, line: 1), Made.denial("CO-50", amount: 9_000, line: 2),
      ]), on: "2026-01-10", .denials, tier: .later, safe: "2026-05-05", code: "CO-50",
      says: "and 1 more line"),
    life(
      "a correction that paid replaces the denial",
      denied([Made.denial("CO-50")]) {
        $0.adjudications.append(Made.answer("2026-02-10", seq: 20, paid: 9_000, number: "X"))
        $0.balances.payer = .zero
      }, on: "2026-03-01", nil),
  ]

  static let appeals: [Life] = [
    life(
      "appealed and waiting sixty days",
      denied([Made.denial("CO-50")]) {
        $0.decisions = [Made.decision(.appeal, "2026-02-02", seq: 20, level: .first)]
      }, on: "2026-03-01", .denials, lane: .waiting, code: "appeal 1 sent", back: "2026-04-03"),
    life(
      "the decision is overdue",
      denied([Made.denial("CO-50")]) {
        $0.decisions = [Made.decision(.appeal, "2026-02-02", seq: 20, level: .first)]
      }, on: "2026-04-03", .denials, code: "appeal 1 sent", says: "decision is overdue"),
    life(
      "a hearing takes ninety days",
      denied([Made.denial("CO-50")]) {
        $0.decisions = [Made.decision(.appeal, "2026-02-02", seq: 20, level: .third)]
      }, on: "2026-04-03", .denials, lane: .waiting, code: "appeal 3 sent", back: "2026-05-03"),
    life(
      "a reopening waits",
      denied([Made.denial("CO-4")]) {
        $0.decisions = [Made.decision(.reopen, "2026-01-12", seq: 20, back: "2026-03-13")]
      }, on: "2026-02-01", .denials, lane: .waiting, tier: .later, safe: "2026-05-05",
      code: "reopening sent", says: "does not stop the time for an appeal", back: "2026-03-13"),
    life(
      "a reopening wakes before the appeal's safe day",
      denied([Made.denial("CO-4")]) {
        $0.decisions = [Made.decision(.reopen, "2026-03-20", seq: 20, back: "2026-05-19")]
      }, on: "2026-04-01", .denials, lane: .waiting, tier: .twoMonths, safe: "2026-05-05",
      code: "reopening sent", back: "2026-04-30"),
    life(
      "lost at level one: level two runs from the letter",
      denied([Made.denial("CO-50")]) {
        $0.decisions = [
          Made.decision(.appeal, "2026-01-20", seq: 20, level: .first),
          Made.decision(
            .appealOutcome, "2026-03-05", seq: 30, level: .first, outcome: .unfavorable,
            notice: "2026-03-02"),
        ]
      }, on: "2026-03-06", .denials, tier: .later, safe: "2026-08-28", code: "appeal 1 lost",
      says: "Medicare reconsideration, 180 days from notice 2026-03-02"),
    life(
      "lost at the last level",
      denied([Made.denial("CO-50")]) {
        $0.decisions = [
          Made.decision(.appeal, "2026-01-20", seq: 20, level: .fifth),
          Made.decision(.appealOutcome, "2026-03-05", seq: 30, outcome: .unfavorable),
        ]
      }, on: "2026-03-06", .denials, code: "appeal 5 lost", says: "No further level"),
    life(
      "dismissed: sixty days to contest the dismissal",
      denied([Made.denial("CO-50")]) {
        $0.decisions = [
          Made.decision(.appeal, "2026-01-20", seq: 20, level: .first),
          Made.decision(
            .appealOutcome, "2026-04-20", seq: 30, outcome: .dismissed, notice: "2026-04-17"),
        ]
      }, on: "2026-05-12", .denials, tier: .twoMonths, safe: "2026-06-16",
      code: "appeal 1 dismissed"),
    life(
      "won: wait for the payment",
      denied([Made.denial("CO-50")]) {
        $0.decisions = [
          Made.decision(.appeal, "2026-01-20", seq: 20, level: .first),
          Made.decision(
            .appealOutcome, "2026-03-05", seq: 30, outcome: .favorable, notice: "2026-03-02"),
        ]
      }, on: "2026-03-06", .followUp, lane: .waiting, code: "appeal 1 won", back: "2026-03-23"),
    life(
      "partly won: the rest may go on",
      denied([Made.denial("CO-50")]) {
        $0.decisions = [
          Made.decision(.appeal, "2026-01-20", seq: 20, level: .first),
          Made.decision(
            .appealOutcome, "2026-03-05", seq: 30, outcome: .partlyFavorable,
            notice: "2026-03-02"),
        ]
      }, on: "2026-03-06", .denials, tier: .later, safe: "2026-08-28",
      code: "appeal 1 partly won"),
    life(
      "a failed reopening leaves the first appeal",
      denied([Made.denial("CO-4")]) {
        $0.decisions = [
          Made.decision(.reopen, "2026-01-12", seq: 20),
          Made.decision(.appealOutcome, "2026-02-20", seq: 30, outcome: .unfavorable),
        ]
      }, on: "2026-02-21", .denials, tier: .later, safe: "2026-05-05", code: "reopening lost"),
    life(
      "an appeal answered by a remittance that denies again",
      denied([Made.denial("CO-50")]) {
        $0.decisions = [Made.decision(.appeal, "2026-01-20", seq: 20, level: .first)]
        $0.adjudications.append(
          Made.answer("2026-03-02", [Made.denial("CO-193")], seq: 30, number: "26005000100002"))
      }, on: "2026-03-06", .denials, tier: .later, safe: "2026-08-28", code: "CO-193"),
  ]

  static let people: [Life] = [
    life(
      "called: comes back on its day",
      sent {
        $0.decisions = [Made.decision(.calledPayer, "2025-12-23", seq: 5, back: "2026-01-06")]
      },
      on: "2025-12-30", .followUp, lane: .waiting, tier: .later, safe: "2026-11-24",
      code: "no answer", says: "Called the payer on 2025-12-23", back: "2026-01-06"),
    life(
      "called without a day: the default of its status",
      sent {
        $0.decisions = [Made.decision(.calledPayer, "2025-12-23", seq: 5, status: "pended")]
      }, on: "2025-12-24", .followUp, lane: .waiting, tier: .later, safe: "2026-11-24",
      code: "no answer", back: "2025-12-30"),
    life(
      "the follow-up is due and wakes by itself",
      sent {
        $0.decisions = [Made.decision(.checkedPortal, "2025-12-23", seq: 5, back: "2026-01-06")]
      },
      on: "2026-01-06", .followUp, tier: .later, safe: "2026-11-24", code: "no answer",
      says: "follow-up set for 2026-01-06 is due"),
    life(
      "a denial wakes what was put away",
      denied([Made.denial("CO-50")]) {
        $0.decisions = [Made.decision(.followUp, "2026-01-02", seq: 5, back: "2026-03-01")]
      }, on: "2026-01-10", .denials, tier: .later, safe: "2026-05-05", code: "CO-50"),
    life(
      "documents asked for",
      denied([Made.denial("CO-50", ["M127"])]) {
        $0.decisions = [Made.decision(.requestDocuments, "2026-01-10", seq: 20)]
      }, on: "2026-01-12", .denials, lane: .waiting, tier: .later, safe: "2026-05-05",
      code: "CO-50 M127", back: "2026-01-24"),
    life(
      "deferred",
      denied([Made.denial("CO-50")]) {
        $0.decisions = [Made.decision(.deferred, "2026-01-10", seq: 20, back: "2026-01-14")]
      }, on: "2026-01-12", .denials, lane: .waiting, tier: .later, safe: "2026-05-05",
      code: "CO-50", back: "2026-01-14"),
    life(
      "escalated",
      denied([Made.denial("CO-50")]) {
        $0.decisions = [Made.decision(.escalate, "2026-01-10", seq: 20)]
      }, on: "2026-01-12", .denials, lane: .lead, tier: .later, safe: "2026-05-05",
      code: "CO-50", says: "escalated"),
    life(
      "escalated and given back",
      denied([Made.denial("CO-50")]) {
        $0.decisions = [
          Made.decision(.escalate, "2026-01-10", seq: 20),
          Made.decision(.deescalate, "2026-01-11", seq: 21),
        ]
      }, on: "2026-01-12", .denials, tier: .later, safe: "2026-05-05", code: "CO-50"),
    life(
      "pinned",
      denied([Made.denial("CO-50")]) {
        $0.decisions = [Made.decision(.pin, "2026-01-10", seq: 20)]
      }, on: "2026-01-12", .denials, tier: .pinned, safe: "2026-05-05", code: "CO-50",
      says: "pinned"),
    life(
      "pinned and unpinned",
      denied([Made.denial("CO-50")]) {
        $0.decisions = [
          Made.decision(.pin, "2026-01-10", seq: 20), Made.decision(.unpin, "2026-01-11", seq: 21),
        ]
      }, on: "2026-01-12", .denials, tier: .later, safe: "2026-05-05", code: "CO-50"),
    life(
      "a pin brings an expired item back into the open lane",
      denied([Made.denial("CO-50")]) {
        $0.decisions = [Made.decision(.pin, "2026-06-01", seq: 20)]
      }, on: "2026-06-02", .denials, tier: .pinned, safe: "2026-05-05", code: "CO-50"),
    life(
      "a note changes nothing",
      denied([Made.denial("CO-50")]) {
        $0.decisions = [Made.decision(.note, "2026-01-10", seq: 20)]
      }, on: "2026-01-12", .denials, tier: .later, safe: "2026-05-05", code: "CO-50"),
  ]

  /// A claim that Medicare paid, with coinsurance for a next payer.
  private static func paid(
    crossed: Bool = false, _ change: (inout ClaimStory) -> Void = { _ in }
  ) -> ClaimStory {
    denied([]) { story in
      story.balances = LineBalances(payer: .zero, nextPayer: Cents(2_000), patient: .zero)
      story.nextPayer = Made.supplement
      story.adjudications[0].crossedOver = crossed
      change(&story)
    }
  }

  static let money: [Life] = [
    life("paid in full", Made.story(open: 0), on: "2026-01-10", nil),
    life("only the patient owes", Made.story(open: 0, patient: 2_000), on: "2026-01-10", nil),
    life(
      "a remittance waits in cash posting", denied([]) { $0.stagedRemittances = 1 },
      on: "2026-01-10", nil),
    life(
      "a credit of a federal payer is due in sixty days",
      denied([]) { $0.balances.payer = Cents(-4_500) }, on: "2026-01-10", .creditBalances,
      tier: .twoMonths, safe: "2026-03-06", code: "credit", says: "$45.00"),
    life(
      "an overdue credit stays in front",
      denied([]) { $0.balances.payer = Cents(-4_500) }, on: "2026-04-10", .creditBalances,
      tier: .week, safe: "2026-03-06", code: "credit", says: "give it back now"),
    life(
      "a credit of a plan has no limit of its own",
      denied([], payer: Made.aetna) { $0.balances.patient = Cents(-4_500) }, on: "2026-04-10",
      .creditBalances, code: "credit"),
    life(
      "a credit stands beside what waits in cash posting",
      denied([]) {
        $0.balances.payer = Cents(-1); $0.stagedRemittances = 2
      },
      on: "2026-01-10", .creditBalances, tier: .twoMonths, safe: "2026-03-06", code: "credit"),
    life(
      "bill the next payer", paid(), on: "2026-01-10", .transmission, tier: .twoMonths,
      safe: "2026-02-20", code: "bill next", says: "next payer"),
    life(
      "the next payer's limit is the earlier of its own and the primary's answer",
      paid { $0.serviceFrom = day("2026-01-02") }, on: "2026-01-10", .transmission, tier: .later,
      safe: "2026-04-02", code: "bill next"),
    life(
      "crossed over: wait", paid(crossed: true), on: "2026-01-10", .followUp, lane: .waiting,
      tier: .twoMonths, safe: "2026-02-20", code: "crossover", back: "2026-02-04"),
    life(
      "the crossover did not arrive", paid(crossed: true), on: "2026-02-04", .followUp,
      tier: .month, safe: "2026-02-20", code: "crossover", says: "bill the next payer"),
    life(
      "billed to the next payer: wait",
      paid { $0.decisions = [Made.decision(.billNext, "2026-01-12", seq: 20)] },
      on: "2026-01-15", .followUp, lane: .waiting, tier: .twoMonths, safe: "2026-02-20",
      code: "next payer billed", back: "2026-02-11"),
    life(
      "the next payer denied its share",
      paid(crossed: true) {
        $0.adjudications.append(
          Made.answer(
            "2026-02-10", [Made.denial("CO-50", amount: 2_000)], seq: 30, status: "2",
            number: "S1"))
      }, on: "2026-02-12", .denials, tier: .later, safe: "2026-08-07", code: "CO-50"),
    life(
      "answered, nothing denied, something open",
      denied([]) { $0.balances.payer = Cents(5_000) }, on: "2026-01-10", .followUp, tier: .later,
      safe: "2026-05-05", code: "open balance", says: "denied nothing"),
    life(
      "answered without ever having been sent from here",
      Made.withAnswer(Made.story(), Made.answer("2026-01-05", [Made.denial("CO-50")])),
      on: "2026-01-10", .denials, tier: .later, safe: "2026-05-05", code: "CO-50"),
    life(
      "a partial write-off leaves the denial",
      denied([Made.denial("CO-50")]) {
        $0.balances.payer = Cents(6_000)
        $0.decisions = [Made.decision(.writeOff, "2026-01-10", seq: 20)]
      }, on: "2026-01-12", .denials, tier: .later, safe: "2026-05-05", code: "CO-50"),
    life(
      "written off as a whole",
      denied([Made.denial("CO-50")]) {
        $0.balances.payer = .zero
        $0.decisions = [Made.decision(.writeOff, "2026-01-10", seq: 20)]
      }, on: "2026-01-12", nil),
  ]
}

extension Made {
  static func withAnswer(_ story: ClaimStory, _ answer: Adjudication) -> ClaimStory {
    var story = story
    story.adjudications = [answer]
    return story
  }
}
