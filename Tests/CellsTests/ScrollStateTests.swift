import Cells
import Testing

@Suite struct ScrollStateTests {
  @Test(
    "keys",
    arguments: [
      ("j j j", 3, 0), ("G", 99, 90), ("G k", 98, 90), ("<pgdn>", 9, 9), ("<pgdn> <pgup>", 0, 0),
      ("<c-d>", 5, 5), ("<c-d> <c-u>", 0, 0), ("k", 0, 0), ("G g", 0, 0), ("<end> j", 99, 90),
      ("j j j j j j j j j j", 10, 1), ("G <pgup>", 90, 81),
    ])
  func keys(keys: String, cursor: Int, top: Int) throws {
    var state = ScrollState(count: 100, height: 10)
    for key in try Key.sequence(parsing: keys) {
      let isAnswered = state.handle(key)
      #expect(isAnswered)
    }
    #expect(state.cursor == cursor)
    #expect(state.top == top)
  }

  @Test func otherKeysAreLeftToOthers() {
    var state = ScrollState(count: 5, height: 2)
    let answers = [state.handle(.enter), state.handle(.character("x"))]
    #expect(answers == [false, false])
  }

  @Test("the cursor is always a row in sight", arguments: 0..<100)
  func random(seed: Int) {
    var random = SeededRandom(UInt64(seed))
    var state = ScrollState()
    for _ in 0..<100 {
      switch Int.random(in: 0..<6, using: &random) {
      case 0: state.setCount(.random(in: -2...50, using: &random))
      case 1: state.setHeight(.random(in: -2...20, using: &random))
      case 2: state.move(by: [.min, -5, 1, 7, .max].randomElement(using: &random) ?? 1)
      case 3: state.movePage(.random(in: -3...3, using: &random))
      case 4: state.moveHalfPage(.random(in: -3...3, using: &random))
      default: state.move(to: .random(in: -9...90, using: &random))
      }
      #expect(state.cursor >= 0 && state.cursor < max(1, state.count))
      if state.count > 0, state.height > 0 {
        #expect(state.visible.contains(state.cursor))
        #expect(state.visible.count == min(state.count, state.height))
        #expect(state.cursorLine == state.cursor - state.top)
      } else {
        #expect(state.cursorLine == nil)
      }
    }
  }
}
