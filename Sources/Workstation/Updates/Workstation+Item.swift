// Opening, taking, stepping through and giving back items.

import Billing
import Cells
import Desk

extension Workstation {
  /// The row or item that copying and decisions are about.
  struct Record: Equatable, Sendable {
    var item: WorkItem?
    var reference: String
    var patient: String
    var amount: String
    var payerNumber: String
  }

  var record: Record? {
    switch screens.top.screen {
    case .queue(let queue):
      guard let row = queue.list.cursorRow else { return nil }
      return Record(
        item: row.item, reference: row.reference, patient: row.patient,
        amount: row.item.balance.description, payerNumber: "")
    case .item(let screen):
      guard let detail = screen.detail else { return nil }
      return Record(
        item: detail.item, reference: detail.row.reference, patient: detail.row.patient,
        amount: detail.item.balance.description, payerNumber: detail.payerNumber)
    case .remittance(let screen):
      guard let row = screen.list.cursorRow else { return nil }
      return Record(
        item: nil, reference: row.controlNumber, patient: row.patient,
        amount: row.paid.description, payerNumber: "")
    case .search(let screen):
      guard let row = screen.list.cursorRow else { return nil }
      return Record(
        item: nil, reference: row.reference, patient: row.patient, amount: row.open.description,
        payerNumber: "")
    case .claim(let screen):
      guard let page = screen.page else { return nil }
      return Record(
        item: nil, reference: page.claim.controlNumber, patient: page.claim.patient.listName,
        amount: page.open.description, payerNumber: page.claim.payerControlNumber)
    case .home, .remittances, .imports, .activity, .messages, .orders, .order, .transmission,
      .calendar, .holdsReport, .orderProblems:
      return nil
    }
  }

  // MARK: Opening

  mutating func openUnderCursor() {
    switch screens.top.screen {
    case .home(let home): openQueue(home.queue)
    case .queue(let queue):
      guard let row = queue.list.cursorRow else { return }
      openItem(row.item.id, queue: queue.queue)
    case .item(let item):
      guard let detail = item.detail else { return }
      let proposed = detail.advice.options.first { $0.verb == detail.advice.proposed }
      if proposed?.permission.refusal != nil {
        openDecisionMenu()
      } else {
        begin(detail.advice.proposed)
      }
    case .remittances(let screen):
      guard let row = screen.list.cursorRow else { return }
      openRemittance(row.id)
    case .remittance(let screen):
      guard let row = screen.list.cursorRow, let item = row.item else { return }
      openItem(item, queue: .cashPosting)
    case .activity(let screen):
      guard let row = screen.list.cursorRow, let item = row.item else { return }
      openItem(item, queue: row.activity.queue)
    case .orders, .order, .transmission, .calendar, .holdsReport, .orderProblems: openOnBoard()
    case .search, .claim: openFound()
    case .imports: break
    case .messages: break
    }
  }

  var refusalToOpen: SafeText? {
    switch screens.top.screen {
    case .home: nil
    case .queue(let queue): queue.list.cursorRow == nil ? "the list is empty" : nil
    case .item(let item): item.detail == nil ? "the item is being read" : refusalToDecide
    case .remittances(let screen): screen.list.cursorRow == nil ? "the list is empty" : nil
    case .remittance(let screen):
      if let row = screen.list.cursorRow {
        row.item == nil
          ? (row.isPosted ? "it is posted; nothing waits" : "nothing of it waits in Cash posting")
          : nil
      } else {
        "the remittance has no claims"
      }
    case .activity(let screen):
      screen.list.cursorRow?.item == nil ? "this entry belongs to no open item" : nil
    case .orders, .order, .transmission, .calendar, .holdsReport, .orderProblems:
      refusalToOpenOnBoard
    case .search, .claim: refusalToOpenFound
    case .imports, .messages: "there is nothing more to open here"
    }
  }

  /// Opens an item for work: takes it under a lease, or shows it for reading.
  mutating func openItem(_ id: WorkItemID, queue: QueueName?) {
    let screen = Screen.item(ItemScreen(item: id, queue: queue))
    if case .item(let old) = screens.top.screen {
      giveBack(old.item)
      screens.replaceTop(with: screen)
    } else {
      screens.push(screen)
    }
    pressed = []
    sidePaneDue = nil
    askToTake(id, screen: screens.top.number)
  }

  mutating func takeNext() {
    switch screens.top.screen {
    case .home(let home): askForNext(home.queue, .everything)
    case .queue(let queue): askForNext(queue.queue, queue.filter)
    case .item(let item):
      let below = nearestQueue?.screen.asQueue
      let queue = item.queue ?? item.detail?.item.queue ?? .denials
      let filter = below?.queue == queue ? below?.filter ?? .everything : .everything
      askForNext(queue, filter)
    default: break
    }
  }

  private mutating func askForNext(_ queue: QueueName, _ filter: WorkFilter) {
    ask(TakeNext(queue, filter), for: .takeNext) { $0.showTaken($1) }
  }

  var refusalToTakeNext: SafeText? {
    guard case .queue(let queue) = screens.top.screen else { return nil }
    return queue.lane == .work ? nil : "only open items are handed out; Tab shows that lane"
  }

  /// Shows the item that the office handed out, or says that there is none.
  mutating func showTaken(_ detail: ItemDetail?) {
    let said = decidedBefore
    decidedBefore = nil
    guard let detail else {
      typedAhead = []
      if let said {
        say(.good, "\(said) \(nothingFreeText)")
        reloadVisible()
      } else {
        say(.info, nothingFreeText)
      }
      return
    }
    leases[detail.item.id] = detail.item.lease?.fence ?? 0
    var screen = ItemScreen(item: detail.item.id, queue: detail.item.queue)
    screen.detail = detail
    screen.access = .held
    screen.wasHandedOut = true
    if case .item(let old) = screens.top.screen {
      if old.item != detail.item.id { giveBack(old.item) }
      screens.replaceTop(with: .item(screen))
    } else {
      screens.push(.item(screen))
    }
    // The list below follows, so that next and previous go on from here.
    if let entry = nearestQueue, case .queue(var queue) = entry.screen,
      queue.list.move(toRecord: detail.item.id)
    {
      screens[entry.number] = .queue(queue)
    }
    pressed = []
    sidePaneDue = nil
  }

  private var nothingFreeText: SafeText {
    let queue: QueueName
    let isFiltered: Bool
    switch screens.top.screen {
    case .home(let home): (queue, isFiltered) = (home.queue, false)
    case .queue(let screen): (queue, isFiltered) = (screen.queue, screen.filter != .everything)
    case .item(let item): (queue, isFiltered) = (item.queue ?? .denials, false)
    default: (queue, isFiltered) = (.denials, false)
    }
    let title = SafeText(foreign: queue.title)
    if isFiltered { return "Nothing free in \(title) passes the filter. Esc clears it." }
    guard let summary = overview?.queues.first(where: { $0.queue == queue }),
      summary.waiting + summary.withLead > 0
    else { return "Nothing to take in \(title). All done here." }
    return
      "Nothing free in \(title): \(MoneyText.count(summary.waiting)) waiting, \(MoneyText.count(summary.withLead)) with a lead."
  }
}

extension ItemDetail {
  /// The payer's number for the claim, from wherever it was given.
  var payerNumber: String {
    if let number = staged?.remitClaim?.payerControlNumber, !number.isEmpty { return number }
    if let number = claim?.payerControlNumber, !number.isEmpty { return number }
    return claimDetail?.adjudications.last { !$0.payerControlNumber.isEmpty }?.payerControlNumber
      ?? ""
  }

  /// The remittance that this item comes from, or the latest that spoke of it.
  var remittance: RemittanceID? {
    if let staged { return staged.remittance }
    if case .remittance(let id) = item.subject { return id }
    return claimDetail?.adjudications.last?.remittance
  }
}
