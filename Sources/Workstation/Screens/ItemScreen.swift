import Billing
import Cells
import Desk
import WorkEngine

extension CommandContext {
  static let item = CommandContext("item", "Item")
}

/// One item with everything about it.
struct ItemScreen: Screen, HandingScreen, RemittanceSource, OrderEditing {
  static let context = CommandContext.item
  static let abilities: ScreenAbilities = [.panes, .record]

  enum Access: Equatable, Sendable {
    /// Being read or taken.
    case opening
    /// Under our lease.
    case held
    /// Open for reading: the reason why not for work.
    case reading(String)
    /// Decided here; the next decision takes a lease for its moment.
    case done
    /// Decided here, and in no queue any more.
    case closed
  }

  var item: WorkItemID
  /// The queue it was opened from.
  var queue: QueueName?
  var detail: ItemDetail?
  var access: Access = .opening
  /// Whether it came by "take next".
  var wasHandedOut = false
  /// The pane that moves: 0 the facts, 1 the work.
  var pane = 0
  /// When it was last read.
  var readAt = Timestamp(rawValue: 0)
  /// Rows scrolled out at the top, by pane.
  var scrolled = [0, 0]

  init(item: WorkItemID, queue: QueueName?) {
    self.item = item
    self.queue = queue
  }

  func crumb(_ privacy: Privacy) -> SafeText {
    detail.map { privacy.identifier($0.row.reference) } ?? "item"
  }

  func isUnread(_ shell: Shell) -> Bool { access == .opening && shell.isWaiting(for: .lease) }

  func read(_ shell: inout Shell) {
    if access == .opening { return }
    readItem(&shell)
    shell.wishes.append { if let queue = $0.nearestQueue { $0.reloadQueue(queue.number) } }
  }

  /// Opens the form of the proposed decision, or the list of decisions where it is refused.
  func open(_ shell: inout Shell) {
    guard let advice = detail?.advice else { return }
    let proposed = advice.options.first { $0.verb == advice.proposed }
    if proposed?.permission.refusal != nil, !advice.proposed.has(.elsewhere) {
      shell.wishes.append { $0.openDecisionMenu() }
    } else {
      shell.wishes.append { $0.begin(advice.proposed) }
    }
  }

  func refusalToOpen(_ shell: Shell) -> SafeText? { refusalToDecide(shell) }

  /// From the queue of this item, and by the filter of the list below where it is that queue's.
  func next(of list: QueueScreen?) -> (queue: QueueName, filter: WorkFilter) {
    let queue = queue ?? detail?.item.queue ?? .denials
    return (queue, list?.queue == queue ? list?.filter ?? .everything : .everything)
  }

  var remittance: RemittanceID? { detail?.remittance }

  var refusalToOpenRemittance: SafeText? {
    if detail == nil { return "the item is being read" }
    return remittance == nil ? "no remittance spoke of this claim yet" : nil
  }

  var orderToEdit: OrderToEdit {
    guard let detail else { return .none("the item is being read") }
    guard let order = detail.order else { return .none("this is no order") }
    if case .reading(let reason) = access { return .none(SafeText(foreign: reason.asReason)) }
    return .held(order)
  }

  var record: Record? {
    detail.map {
      Record(
        reference: $0.row.reference, patient: $0.row.patient, amount: $0.item.balance,
        payerNumber: $0.payerNumber)
    }
  }

  func hint(of command: CommandName) -> SafeText? {
    guard command == .open else { return nil }
    return detail.map { SafeText(foreign: $0.advice.proposed.title.lowercasedFirst) }
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

extension ItemDetail {
  /// What can be decided about the item, the proposal first.
  var verbs: [DecisionVerb] {
    [advice.proposed] + advice.options.map(\.verb).filter { $0 != advice.proposed }
  }
}
