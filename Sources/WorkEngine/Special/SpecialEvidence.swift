import Billing

/// Which documents prove that a piece of special work may be charged.
enum SpecialEvidence {
  /// The document that meets a need, the latest where there are several; nil where none does.
  static func document(
    for need: DocumentKind, of work: SpecialWork, among documents: [Document], on day: Day
  ) -> Document? {
    let due = work.due
    let window = window(of: need, due)
    let last = min(window.through ?? day, day)
    return
      documents
      .filter { document in
        guard document.content.kind == need, document.patient == due.patient,
          isOfOrder(document, work), document.id != due.document
        else { return false }
        if need == .authorization {
          return document.content.valid.contains(due.dueOn) && document.unitsLeft ?? 1 > 0
        }
        guard let dated = document.content.dated, window.from <= dated, dated <= last,
          due.items.isEmpty
            || due.items.contains(where: { document.covers(code: $0.procedure.code) })
        else { return false }
        return need != .refillRequest || !answers(document.content.answers, of: due).isEmpty
      }
      .max { ($0.content.dated ?? due.opensOn, $0.id) < ($1.content.dated ?? due.opensOn, $1.id) }
  }

  /// Affirmative answers for items of the work, by item, within the units that are allowed.
  static func answers(_ answers: [SupplyAnswer], of due: SpecialDue) -> [SupplyAnswer] {
    due.items.compactMap { item in
      guard let answer = answers.first(where: { $0.code == item.procedure.code }),
        min(answer.units, item.units) > 0
      else { return nil }
      return SupplyAnswer(code: answer.code, units: min(answer.units, item.units))
    }
  }

  /// A new order is made for a replacement and a new authorization may stand alone; everything
  /// else belongs to the order of the work, to the one made from it, or to the patient.
  private static func isOfOrder(_ document: Document, _ work: SpecialWork) -> Bool {
    guard let order = document.order else { return true }
    switch work.due.kind {
    case .usefulLifetime, .authorizationRenewal: return true
    default: return work.due.order == nil || order == work.due.order || order == work.madeOrder
    }
  }

  /// Days on which a document must be dated.
  private static func window(
    of need: DocumentKind, _ due: SpecialDue
  ) -> (from: Day, through: Day?) {
    switch due.kind {
    // Nobody is asked before the contact window opens.
    case .resupply: (due.opensOn, nil)
    case .oxygenContents, .maintenance: (due.dueOn, due.closesOn)
    // Visits and tests are good for an order for six months (42 CFR 410.38(d)).
    case .usefulLifetime:
      (need == .standardWrittenOrder ? due.opensOn : due.dueOn.adding(months: -6), nil)
    case .capConversion: (due.dueOn, nil)
    case .papTrial, .repair, .authorizationRenewal, .eligibilityCheck: (due.opensOn, due.closesOn)
    }
  }
}
