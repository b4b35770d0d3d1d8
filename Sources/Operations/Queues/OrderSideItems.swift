import Billing
import Database
import Desk
import Store
import WorkEngine

/// What the item screen shows of orders, charges, batches and special work.
struct OrderSideItems {
  let office: Office
  let connection: Connection

  private var stories: OrderSideStories {
    OrderSideStories(rules: office.rules, today: office.today, connection: connection)
  }

  func item(_ listed: WorkItems.Listed) throws -> ItemDetail {
    guard let story = try stories.story(of: listed.item.subject) else {
      throw Refusal("What item \(listed.item.id.rawValue) is about is gone; run `docket check`.")
    }
    let fulfilment = stories.fulfilment(of: story)
    return ItemDetail(
      item: listed.item, row: office.row(listed), claim: nil,
      placement: OrderSidePlacement.place(story, rules: office.rules, on: office.today),
      advice: OrderSideAdvice.advice(
        for: story, fulfilment: fulfilment, rules: office.rules,
        isSupervisor: office.user.isSupervisor, on: office.today),
      submissions: [], adjudications: [], staged: nil,
      timeline: try Timeline(connection: connection).entries(of: story, listed.item.subject),
      nextPayer: nil, orderSide: try detail(of: story, fulfilment),
      contacts: try contacts(of: story))
  }

  /// Who is asked: the patient, and the prescriber of the order that it comes from.
  private func contacts(of story: OrderSideStory) throws -> Contacts {
    switch story {
    case .order(let story):
      return Contacts(patient: story.order.patient, prescriber: story.order.prescriber)
    case .charge(let story):
      let order = story.review.order
      return Contacts(patient: order.patient, prescriber: order.prescriber)
    case .batch: return Contacts()
    case .special(let story):
      let order = try story.work.due.order.flatMap { try Orders.find($0, in: connection) }
      return Contacts(patient: story.patient, prescriber: order?.prescriber)
    }
  }

  private func detail(
    of story: OrderSideStory, _ fulfilment: Permission
  ) throws -> OrderSideDetail {
    switch story {
    case .order(let story): return .order(try office.detail(of: story, stories))
    case .charge(let story): return .charge(try charge(story))
    case .batch(let story):
      return .batch(try office.detail(of: story.batch, in: connection))
    case .special(let story):
      return .special(
        SpecialDetail(
          work: story.work, patient: story.patient, payer: story.payer,
          rental: try story.work.due.rental.flatMap { try Rentals.find($0, in: connection) },
          evidence: evidence(story), refusal: fulfilment.refusal))
    }
  }

  private func charge(_ story: ChargeStory) throws -> ChargeDetail {
    let charge = story.review.charge
    return ChargeDetail(
      charge: charge, place: try ChargeAudit.place(of: charge.id, in: connection),
      order: story.review.order, coverage: story.review.coverage, rental: story.review.rental,
      holds: try Holds.all(of: charge.id, rental: charge.rental, in: connection).map { hold in
        HoldRow(
          hold: hold, title: office.rules.holdReasons[hold.reason]?.title ?? hold.reason,
          days: (hold.release?.on ?? office.today) - hold.placedOn)
      }, findings: story.warnings, documents: story.review.documents,
      eligibility: story.review.eligibility)
  }

  private func evidence(_ story: SpecialStory) -> [EvidenceRow] {
    let missing = SpecialFulfilment.missing(
      story.work, documents: story.documents, rules: office.rules, on: office.today)
    return story.work.due.needs.map { need in
      EvidenceRow(
        kind: need,
        document: missing.contains(need)
          ? nil : story.documents.last { $0.content.kind == need })
    }
  }
}
