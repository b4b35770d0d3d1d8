import Billing

/// The next step for work that the calendar brought: ask, obtain, then make it.
enum SpecialAdvice {
  static func draft(_ story: SpecialStory, fulfilment: Permission) -> AdviceDraft {
    let work = story.work
    let why = [work.due.reason.asSentence]
    if asksPatient(work) {
      return AdviceDraft(
        .contactPatient, "Ask the patient item by item, and record who asked and what is wanted.",
        why)
    }
    if work.due.kind == .eligibilityCheck, story.payer != nil {
      return AdviceDraft(.checkEligibility, "Ask the payer for eligibility.", why)
    }
    guard let refusal = fulfilment.refusal else {
      return AdviceDraft(.fulfil, "Its evidence is there: make the order or charge.", why)
    }
    guard !work.due.needs.isEmpty else {
      return AdviceDraft(.followUp, refusal.asSentence, why)
    }
    return AdviceDraft(
      .attachDocument, "Obtain and index what is missing. \(refusal.asSentence)", why)
  }

  /// New supplies and new equipment want the patient's own word first (domain reference 1.7).
  private static func asksPatient(_ work: SpecialWork) -> Bool {
    guard work.standing == .open, !work.due.items.isEmpty else { return false }
    return work.due.kind == .resupply || work.due.kind == .usefulLifetime
  }
}
