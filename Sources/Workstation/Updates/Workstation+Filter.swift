// The filter line: the list follows while it is typed.

import Billing
import Cells
import Desk

extension Workstation {
  mutating func press(_ key: Key, in line: FilterLine) {
    var line = line
    switch key {
    case .enter:
      if let error = line.error {
        // The last good result stays on the screen; so does the line, to be mended.
        line.field.moveCaret(to: error.offset)
        setOverlay(.filter(line))
        return
      }
      overlays.removeLast()
      return
    case .escape:
      overlays.removeLast()
      setFilter(text: "", filter: .everything, screen: line.screen)
      return
    case .tab:
      completeFilter(&line, step: 1)
    case .backTab:
      completeFilter(&line, step: -1)
    case .up, .down:
      // The list can be looked through without leaving the line.
      setOverlay(.filter(line))
      move(.by(key == .up ? -1 : 1))
      return
    default:
      guard line.field.handle(key) else { return }
      (line.completions, line.completion) = ([], nil)
    }
    setOverlay(.filter(line))
    follow(line)
  }

  /// Applies what is typed, or keeps the last good filter and says what is wrong.
  private mutating func follow(_ line: FilterLine) {
    guard let queue = screens[line.screen] as? QueueScreen else { return }
    var line = line
    let text = line.field.text
    do throws(FilterError) {
      let filter = try FilterParser.parse(
        text, today: shell.settings.today, user: shell.settings.user)
      line.error = nil
      setOverlay(.filter(line))
      if filter != queue.filter || text != queue.filterText {
        setFilter(text: text, filter: filter, screen: line.screen)
      }
    } catch {
      line.error = error
      setOverlay(.filter(line))
    }
  }

  mutating func apply(filterText text: String, screen: Int) {
    do throws(FilterError) {
      let filter = try FilterParser.parse(
        text, today: shell.settings.today, user: shell.settings.user)
      setFilter(text: text, filter: filter, screen: screen)
    } catch {
      shell.say(.error, "Filter: \(foreign: error.message)")
    }
  }

  private mutating func setFilter(text: String, filter: WorkFilter, screen: Int) {
    change(screen, as: QueueScreen.self) { $0.setFilter(text: text, filter: filter, &$1) }
  }

  // MARK: Completion

  private mutating func completeFilter(_ line: inout FilterLine, step: Int) {
    if !line.completions.isEmpty {
      let count = line.completions.count
      let next = line.completion.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
      line.completion = next
      fill(&line, with: FilterWord.quoted(line.completions[next].value))
      return
    }
    let word = FilterWord(in: line.field.text, caret: line.field.caret)
    guard let field = word.field else {
      // What is wrong with the name before the colon is said already.
      guard !word.hasColon else { return }
      // A field's name.
      let names = FilterField.allCases.map(\.rawValue).filter {
        !word.typed.isEmpty && $0.hasPrefix(word.typed.lowercased())
      }
      guard let name = names.first else {
        shell.say(
          .info, "Fields: \(foreign: FilterField.allCases.map(\.rawValue).joined(separator: ", "))."
        )
        return
      }
      line.completed = word.range
      fill(&line, with: name + ":")
      return
    }
    guard let queue = screens[line.screen] as? QueueScreen else { return }
    line.completed = word.range
    line.awaitsCompletions = true
    shell.ask(
      ReadCompletions(queue: queue.queue, field: field, prefix: word.typed), for: .completions,
      refused: { _, _ in }, then: { $0.takeCompletions($1) })
  }

  private func fill(_ line: inout FilterLine, with value: String) {
    let characters = Array(line.field.text)
    let range = line.completed.clamped(to: 0..<characters.count)
    let head = String(characters[..<range.lowerBound]) + value
    line.field.setText(head + String(characters[range.upperBound...]))
    line.field.moveCaret(to: head.count)
    line.completed = range.lowerBound..<head.count
  }

  private mutating func takeCompletions(_ completions: [Completion]) {
    guard case .filter(var line) = overlays.last, line.awaitsCompletions else { return }
    line.awaitsCompletions = false
    line.completions = Array(completions.prefix(8))
    if line.completions.isEmpty {
      setOverlay(.filter(line))
      shell.say(.info, "No value begins like that.")
      return
    }
    completeFilter(&line, step: 1)
    setOverlay(.filter(line))
    follow(line)
  }
}

/// The word of a filter under the caret: its field, and what is typed of its value.
struct FilterWord: Equatable, Sendable {
  var field: FilterField?
  var hasColon: Bool
  var typed: String
  /// Characters of the value, or of the whole word where there is no field.
  var range: Range<Int>

  init(in text: String, caret: Int) {
    let characters = Array(text)
    let end = min(caret, characters.count)
    var start = end
    while start > 0, !" (\t,".contains(characters[start - 1]) { start -= 1 }
    // A comma separates values of the field before it.
    var head = start
    while head > 0, !" (\t".contains(characters[head - 1]) { head -= 1 }
    let word = characters[head..<end]
    hasColon = word.contains(":")
    if let colon = word.firstIndex(of: ":") {
      let name = String(characters[head..<colon]).drop { $0 == "-" }
      let valueStart = max(start, colon + 1)
      field = FilterField(rawValue: name.lowercased())
      typed = String(characters[valueStart..<end])
      range = valueStart..<end
    } else {
      if start < end, characters[start] == "-" { start += 1 }
      field = nil
      typed = String(characters[start..<end])
      range = start..<end
    }
  }

  /// A value as it stands in a filter: in quotes where it must.
  static func quoted(_ value: String) -> String { FilterText.word(value) }
}
