import CSQLite

extension Connection {
  /// Does a reading that may be given up, where somebody can say so.
  func whileWanted<T>(_ body: () throws -> T) throws -> T {
    guard let isUnwanted = Reading.isUnwanted else { return try body() }
    if isUnwanted() { throw DatabaseFailure.interrupted }
    watch.isUnwanted = isUnwanted
    attend()
    defer {
      watch.isUnwanted = nil
      attend()
    }
    return try body()
  }

  /// What the body reads, or nil where that would take longer than a share of work.
  ///
  /// The share is counted in steps of SQLite's machine and not in time, so that the same office
  /// answers the same on any machine; a row of a list costs about ten of them. The snapshot stays.
  ///
  /// - Throws: `interrupted` where it is no longer wanted at all; what the body throws.
  package func within<T>(steps: Int, _ body: () throws -> T) throws -> T? {
    guard use == .reading, watch.looksLeft == nil else { return try body() }
    watch.looksLeft = max(1, steps / Int(Reading.stride))
    attend()
    defer {
      watch.looksLeft = nil
      attend()
    }
    do {
      return try body()
    } catch DatabaseFailure.interrupted where watch.isUnwanted?() != true {
      return nil
    }
  }

  /// Lets SQLite ask the watch while there is something to ask, and never otherwise.
  private func attend() {
    guard watch.isUnwanted != nil || watch.looksLeft != nil else {
      return unsafe sqlite3_progress_handler(handle, 0, nil, nil)
    }
    let context = unsafe Unmanaged.passUnretained(watch).toOpaque()
    unsafe sqlite3_progress_handler(
      handle, Reading.stride,
      { context in
        guard let context = unsafe context else { return 0 }
        return unsafe Unmanaged<ReadingWatch>.fromOpaque(context).takeUnretainedValue().isOver()
          ? 1 : 0
      }, context)
  }
}
