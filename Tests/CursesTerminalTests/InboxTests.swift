import CursesTerminal
import Testing

/// The inbox keeps order, forgets what is stale, and takes messages from any thread.
@Suite struct InboxTests {
  private enum Note: Sendable, Equatable {
    case progress(job: Int, percent: Int)
    case changed
  }

  @Test func messagesComeOutOnceInOrder() {
    let inbox = Inbox<Int>()
    inbox.post(1)
    inbox.post(2)
    #expect(inbox.drain() == [1, 2])
    #expect(inbox.drain() == [])
    inbox.post(3)
    #expect(inbox.drain() == [3])
  }

  @Test func newProgressTakesTheOldOnesPlaceBehindWhatCameBetween() {
    let inbox = Inbox<Note>()
    func post(_ job: Int, _ percent: Int) {
      inbox.post(.progress(job: job, percent: percent)) {
        if case .progress(job, _) = $0 { true } else { false }
      }
    }
    post(1, 10)
    post(2, 5)
    inbox.post(.changed)
    post(1, 20)
    post(1, 30)
    #expect(
      inbox.drain() == [.progress(job: 2, percent: 5), .changed, .progress(job: 1, percent: 30)])
  }

  @Test func everyMessageOfManyTasksArrivesOnce() async {
    let inbox = Inbox<Int>()
    await withTaskGroup(of: Void.self) { group in
      for task in 0..<8 {
        group.addTask {
          for number in 0..<500 { inbox.post(task * 500 + number) }
        }
      }
    }
    let messages = inbox.drain()
    #expect(messages.sorted() == Array(0..<4_000))
    for task in 0..<8 {
      let own = messages.filter { $0 / 500 == task }
      #expect(own == own.sorted())
    }
  }
}
