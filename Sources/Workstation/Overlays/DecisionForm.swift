import Billing
import Cells
import Desk
import WorkEngine

/// The form of one decision about one item or about many: the fields that the office names.
struct DecisionForm: Equatable, Sendable {
  enum Target: Equatable, Sendable {
    case one(WorkItem, fence: Int64?)
    case many([WorkItemID], screen: Int)
  }

  var verb: DecisionVerb
  var target: Target
  /// Everything about the item, where it is known; foreign text inside.
  var detail: ItemDetail?
  /// Claim or trace number, foreign text; empty for many.
  var reference = ""
  var resultCode: String
  var fields: [FormField]
  var focus = 0
  /// Why the office refused it.
  var error: SafeText?
  var isSaving = false
  /// What was done about the item while the form was open; until Enter says that it was seen.
  var unseenChange: SafeText?
  /// The office just refused it, and said what is to be looked at.
  private var isRefused = false

  init(
    _ verb: DecisionVerb, _ fields: [DecisionField], target: Target, detail: ItemDetail? = nil,
    reference: String = "", resultCode: String = ""
  ) {
    self.verb = verb
    self.target = target
    self.detail = detail
    self.reference = reference
    self.resultCode = resultCode
    self.fields = fields.map { FormField($0) }
    for field in self.fields { follow(field.name) }
    focus = shown.first ?? 0
  }

  /// The name of the form.
  var title: SafeText {
    let verb = SafeText(foreign: verb.title)
    switch target {
    case .one: return verb
    case .many(let ids, _): return "\(verb): \(Wording.count(ids.count, "marked item"))"
    }
  }

  /// Whether something was typed that must not be lost.
  var isDirty: Bool { fields.contains { $0.isChanged } }

  var item: WorkItemID? {
    if case .one(let item, _) = target { item.id } else { nil }
  }

  func field(_ name: DecisionField.Name) -> FormField? { fields.first { $0.name == name } }

  /// What a field says; empty where there is no such field.
  func text(_ name: DecisionField.Name) -> String { field(name)?.trimmed ?? "" }

  /// Takes in how the item stands now.
  mutating func follow(_ now: ItemDetail, fence: Int64?) {
    if case .one(let item, _) = target, item.rowVersion != now.item.rowVersion, !isRefused {
      unseenChange = change(to: now)
    }
    isRefused = false
    target = .one(now.item, fence: fence)
    detail = now
  }

  /// Who did what since the form was opened, the latest first.
  private func change(to now: ItemDetail) -> SafeText {
    let known = detail?.timeline ?? []
    guard let last = now.timeline.last(where: { !known.contains($0) }) else {
      return "The item was changed while this was open."
    }
    let who: SafeText = last.user.isEmpty ? "Meanwhile" : "\(foreign: last.user), meanwhile"
    return "\(who): \(foreign: last.title)."
  }

  // MARK: Which fields there are

  private var texts: [DecisionField.Name: String] {
    Dictionary(fields.map { ($0.name, $0.trimmed) }, uniquingKeysWith: { first, _ in first })
  }

  /// The places of the fields that belong, as the others stand.
  var shown: [Int] {
    let texts = texts
    return fields.indices.filter { fields[$0].asked.condition?.isMet(by: texts) ?? true }
  }

  mutating func moveFocus(by step: Int) {
    let shown = shown
    guard !shown.isEmpty else { return }
    let place = shown.firstIndex(of: focus) ?? 0
    focus = shown[(place + step + shown.count) % shown.count]
  }

  // MARK: What it says

  /// The decision as the office reads it.
  var entry: DecisionEntry {
    let said = shown.map { fields[$0] }.filter(\.isSaid)
    return DecisionEntry(
      verb, Dictionary(said.map { ($0.name, $0.trimmed) }, uniquingKeysWith: { first, _ in first }),
      resultCode: resultCode)
  }

  /// What was changed in the fields that say how things stand.
  var corrections: Int { fields.filter { $0.asked.standing == .asItStands && $0.isChanged }.count }

  // MARK: Filling in

  /// After a choice: fields that follow from it, as long as nobody typed into them.
  mutating func follow(_ changed: DecisionField.Name) {
    for (name, text) in field(changed)?.choice?.follows ?? [:] {
      if let index = fields.firstIndex(where: { $0.name == name }) { fields[index].follow(text) }
    }
  }

  /// Fills in what was decided before about another item: what was chosen, the day and the words.
  ///
  /// Names, numbers and amounts are each item's own.
  mutating func fill(from entry: DecisionEntry) {
    let words: Set<DecisionField.Name> = [.followUp, .note, "evidence"]
    for index in fields.indices {
      let field = fields[index]
      guard let text = entry.fields[field.name], !text.isEmpty,
        words.contains(field.name) || field.isChoice && !field.isPrivate
      else { continue }
      fields[index].set(text)
    }
  }

  /// Fills in what a `:` command gives after its name.
  mutating func fillArgument(_ text: String) {
    guard let name = Verbs[verb].argument?.field,
      let index = fields.firstIndex(where: { $0.name == name })
    else { return }
    fields[index].set(text)
  }

  mutating func offer(people names: [String]) {
    for index in fields.indices { fields[index].offer(people: names) }
  }

  // MARK: What is wrong

  /// The office refused it: everything typed stays.
  mutating func refuse(_ reason: SafeText) {
    isSaving = false
    isRefused = true
    error = reason
  }

  /// Puts the focus on the field that is wrong and says why.
  mutating func complain(_ fault: FieldFault) {
    let message = SafeText(foreign: fault.message)
    guard let index = fields.firstIndex(where: { $0.name == fault.field }),
      shown.contains(index)
    else {
      error = message
      return
    }
    fields[index].error = message
    focus = index
  }
}

/// Which form was left with text in it.
struct DraftKey: Hashable, Sendable {
  var item: WorkItemID
  var verb: DecisionVerb
}
