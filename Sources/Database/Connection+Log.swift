import CSQLite

extension Connection {
  /// Lets SQLite tell this connection, at every commit, how many pages the log holds.
  ///
  /// It takes the place of SQLite's own hook, the automatic checkpoint.
  func watchLog() {
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    _ = unsafe sqlite3_wal_hook(
      handle,
      { context, _, _, pages in
        if let context = unsafe context {
          unsafe Unmanaged<Connection>.fromOpaque(context).takeUnretainedValue().logPages =
            Int(pages)
        }
        return SQLITE_OK
      }, context)
  }

  /// Ends that, before this connection goes away.
  func stopWatchingLog() {
    _ = unsafe sqlite3_wal_hook(handle, nil, nil)
  }
}
