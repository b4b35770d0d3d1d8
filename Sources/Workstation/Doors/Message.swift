package import Billing
package import Cells
package import Desk

/// Something that happened: the only thing that changes a ``Workstation``.
package enum Message: Equatable, Sendable {
  /// The person did something at the terminal.
  case key(Key)
  /// The office answered an errand.
  case reply(Reply)
  /// How far a running import is.
  case progress(ImportProgress)
  /// What time it is; sent before the keys of every turn of the loop, and when a wake-up rings.
  case tick(Timestamp)
  /// Someone changed the office's data.
  case dataChanged
  /// The terminal has another size.
  case resized(Size)
  /// The terminal or the machine could not do something that was asked, in plain words.
  case refusedByTerminal(String)
  /// A running job was stopped as asked.
  case cancelled(JobName)
  /// A theme was loaded, by its name.
  case themeLoaded(String)
  /// The business day rolled over.
  case dayChanged(Day)
}
