import Cells

/// Makes a double click of two clicks at one place within 400 ms.
struct ClickCounter {
  private var last: (place: Point, time: ContinuousClock.Instant)?

  /// The key, as a double click when it is the second click.
  mutating func counted(_ key: Key, at time: ContinuousClock.Instant) -> Key {
    guard case .mouse(.press, let place) = key else { return key }
    if let last, last.place == place, last.time.duration(to: time) < .milliseconds(400) {
      self.last = nil
      return .mouse(.doubleClick, place)
    }
    last = (place, time)
    return key
  }
}
