package import Billing
package import Desk

/// Something that a ``Workstation`` wants done outside itself.
package enum Effect: Equatable, Sendable {
  /// Put a question to the office, off the terminal's thread, and bring the answer back.
  ///
  /// Every question is answered once: by a reply, or by ``Message/cancelled(_:)`` after a ``cancel(_:)``.
  case ask(Errand)
  /// From now on let the leases on these items run on, and on no others: what nobody looks at runs
  /// out by itself.
  case keepLeases(Set<WorkItemID>)
  /// Stop a running job if it can be stopped.
  case cancel(JobName)
  /// Put text on the clipboard of the person's own machine; log what field it was, not its value.
  case copy(String)
  /// Give the terminal back to the shell until the program is continued.
  case suspend
  /// Draw every cell again.
  case redraw
  case ringBell
  /// Send a tick after so many milliseconds; a newer wish replaces an older one.
  case wake(afterMilliseconds: Int)
  /// Read a theme by its name and draw in it from then on.
  case loadTheme(String)
  /// Keep a view in the settings of this biller, in place of one with the same number or name.
  case saveView(SavedView)
  /// End the program after every request so far has been answered.
  case exit

  /// The errand, where it is one.
  package var errand: Errand? { if case .ask(let errand) = self { errand } else { nil } }
}
