import Cells

/// Why a verb ends with exit status 1, in one line that says what to do.
struct CommandFailure: Error, Equatable, CustomStringConvertible {
  let message: SafeText

  init(_ message: SafeText) { self.message = message }

  var description: String { message.string }
}

/// A verb that did its work and found problems, which it has already printed: exit status 1 without
/// another word.
struct ProblemsFound: Error {}
