import Billing
import Cells
import Desk

/// The filter of a list being typed; the list follows it.
struct FilterLine: Overlay {
  /// The number of the screen that is narrowed.
  var screen: Int
  var field: TextField
  private(set) var error: FilterError?
  /// Values with counts for the word under the caret, and the one filled in.
  private var completions: [Completion] = []
  private var completion: Int?
  /// Characters of the text that a completion replaces.
  private var completed: Range<Int> = 0..<0
  /// Whether a Tab waits for the values that were asked for.
  private var awaitsCompletions = false

  init(screen: Int, text: String) {
    self.screen = screen
    field = TextField(placeholder: "payer:medicare code:CO-16 age>30 due<+7d", limit: 1200)
    field.setText(text)
  }

  func hints(_ shell: Shell) -> [HintLine.Hint] {
    [
      HintLine.Hint(shell.glyphs.enterText, "keep"), HintLine.Hint("Esc", "clear"),
      HintLine.Hint("Tab", "complete"), HintLine.Hint("↓", "look"),
    ]
  }

  mutating func press(_ key: Key, over workstation: inout Workstation) -> OverlayStep {
    switch key {
    case .enter:
      guard let error else { return .closes }
      // The last good result stays on the screen; so does the line, to be mended.
      field.moveCaret(to: error.offset)
      return .stays
    case .escape:
      workstation.narrow(screen, to: .everything, text: "")
      return .closes
    case .tab: complete(by: 1, &workstation)
    case .backTab: complete(by: -1, &workstation)
    case .up, .down:
      // The list can be looked through without leaving the line.
      workstation.move(.by(key == .up ? -1 : 1))
      return .stays
    default:
      guard field.handle(key) else { return .stays }
      (completions, completion) = ([], nil)
    }
    narrow(&workstation)
    return .stays
  }

  /// Applies what is typed, or keeps the last good filter and says what is wrong.
  private mutating func narrow(_ workstation: inout Workstation) {
    guard let queue = workstation.screens[screen] as? QueueScreen else { return }
    let (text, settings) = (field.text, workstation.settings)
    do throws(FilterError) {
      let filter = try FilterParser.parse(text, today: settings.today, user: settings.user)
      error = nil
      if filter != queue.filter || text != queue.filterText {
        workstation.narrow(screen, to: filter, text: text)
      }
    } catch {
      self.error = error
    }
  }

  // MARK: Completion

  private mutating func complete(by step: Int, _ workstation: inout Workstation) {
    if !completions.isEmpty {
      let count = completions.count
      let next = completion.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
      completion = next
      fill(with: FilterWord.quoted(completions[next].value))
      return
    }
    let word = FilterWord(in: field.text, caret: field.caret)
    guard let field = word.field else {
      // What is wrong with the name before the colon is said already.
      guard !word.hasColon else { return }
      // A field's name.
      let names = FilterField.allCases.map(\.rawValue).filter {
        !word.typed.isEmpty && $0.hasPrefix(word.typed.lowercased())
      }
      guard let name = names.first else {
        workstation.shell.say(
          .info, "Fields: \(foreign: FilterField.allCases.map(\.rawValue).joined(separator: ", "))."
        )
        return
      }
      completed = word.range
      fill(with: name + ":")
      return
    }
    guard let queue = workstation.screens[screen] as? QueueScreen else { return }
    completed = word.range
    awaitsCompletions = true
    workstation.shell.ask(
      ReadCompletions(queue: queue.queue, field: field, prefix: word.typed), for: .completions,
      refused: { _, _ in }, then: { $0.takeCompletions($1) })
  }

  private mutating func fill(with value: String) {
    let characters = Array(field.text)
    let range = completed.clamped(to: 0..<characters.count)
    let head = String(characters[..<range.lowerBound]) + value
    field.setText(head + String(characters[range.upperBound...]))
    field.moveCaret(to: head.count)
    completed = range.lowerBound..<head.count
  }

  /// Takes the values that a Tab waits for.
  mutating func take(_ values: [Completion], _ workstation: inout Workstation) {
    guard awaitsCompletions else { return }
    awaitsCompletions = false
    completions = Array(values.prefix(8))
    guard !completions.isEmpty else {
      workstation.shell.say(.info, "No value begins like that.")
      return
    }
    complete(by: 1, &workstation)
    narrow(&workstation)
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, over workstation: Workstation) {
    if let error {
      let row = Rect(
        column: 0, row: canvas.frame.size.rows - 2, columns: canvas.frame.size.columns, rows: 1)
      canvas.frame.fill(row)
      canvas.draw(
        MessageLine(.error, SafeText(foreign: error.message)), in: row.inset(columns: 1))
    }
    guard !completions.isEmpty else { return }
    let items = completions.map {
      ListMenu.Item(SafeText(foreign: $0.value), detail: MoneyText.count($0.count))
    }
    var menu = ListMenu(items, selected: completion)
    menu.isFocused = false
    let rect = Rect(
      column: 1, row: 3, columns: min(menu.idealSize.columns + 4, canvas.frame.size.columns - 2),
      rows: items.count + 2)
    canvas.frame.fill(rect)
    canvas.draw(Box(), in: rect)
    canvas.draw(menu, in: Box.inner(of: rect).inset(columns: 1))
  }
}

extension Workstation {
  /// Narrows the queue of that number.
  mutating func narrow(_ number: Int, to filter: WorkFilter, text: String) {
    change(number, as: QueueScreen.self) { $0.setFilter(text: text, filter: filter, &$1) }
  }

  fileprivate mutating func takeCompletions(_ completions: [Completion]) {
    guard var line = overlays.last as? FilterLine else { return }
    line.take(completions, &self)
    overlays[overlays.count - 1] = line
  }
}
