import CTerminal
import Glibc
import Synchronization

/// Messages for the thread that owns the terminal, from any thread.
///
/// One ring of the bell per burst: the reader wakes once, however many messages wait.
package final class Inbox<Message: Sendable>: Sendable {
  private let messages = Mutex<[Message]>([])

  /// The descriptor that becomes readable when messages wait; -1 when the system refused one.
  let bell: Int32

  /// Makes an empty inbox.
  package init() {
    bell = cterm_wake_create()
  }

  deinit {
    if bell >= 0 { _ = close(bell) }
  }

  /// Adds a message behind those that wait.
  package func post(_ message: Message) {
    let wasEmpty = messages.withLock { waiting in
      waiting.append(message)
      return waiting.count == 1
    }
    if wasEmpty { ring() }
  }

  /// Adds a message and takes out the newest waiting one that it makes stale, such as older
  /// progress.
  ///
  /// - Parameters:
  ///   - message: The message, which goes to the end.
  ///   - isStale: Whether a waiting message says nothing that the new one does not.
  package func post(_ message: Message, replacing isStale: (Message) -> Bool) {
    let wasEmpty = messages.withLock { waiting in
      let wasEmpty = waiting.isEmpty
      if let stale = waiting.lastIndex(where: isStale) { waiting.remove(at: stale) }
      waiting.append(message)
      return wasEmpty
    }
    if wasEmpty { ring() }
  }

  /// Takes everything that waits, oldest first.
  package func drain() -> [Message] {
    // Silence first: a message posted between the two rings again and is at worst found
    // empty-handed.
    if bell >= 0 { cterm_wake_drain(bell) }
    return messages.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }

  private func ring() {
    if bell >= 0 { cterm_wake_signal(bell) }
  }
}
