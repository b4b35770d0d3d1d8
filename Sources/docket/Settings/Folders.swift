import Foundation

/// Where this program keeps things, by the XDG base directory specification.
struct Folders: Sendable {
  private let environment: [String: String]

  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    self.environment = environment
  }

  /// What lasts: offices.
  var data: String { base("XDG_DATA_HOME", ".local/share") + "/docket" }
  /// What a person has chosen: settings, keys, themes, saved views.
  var configuration: String { base("XDG_CONFIG_HOME", ".config") + "/docket" }
  /// What helps to find faults, and where each person was when they left.
  var state: String { base("XDG_STATE_HOME", ".local/state") + "/docket" }

  /// Where Swift writes what a crash looked like.
  var crashReports: String { state + "/crash" }

  private var home: String {
    if let home = environment["HOME"], home.hasPrefix("/") { return home }
    return Account.own.home ?? "/"
  }

  /// A relative path in such a variable is invalid and ignored, as the specification asks.
  private func base(_ variable: String, _ usual: String) -> String {
    if let path = environment[variable], path.hasPrefix("/") { return path }
    return (home.hasSuffix("/") ? String(home.dropLast()) : home) + "/" + usual
  }

  /// Makes a folder for this account alone, and those on the way to it.
  ///
  /// - Returns: whether it is there now and nobody else may look in.
  static func makePrivate(_ path: String) -> Bool {
    try? FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    var facts = stat()
    guard unsafe lstat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR,
      facts.st_uid == geteuid()
    else { return false }
    if facts.st_mode & 0o077 == 0 { return true }
    return unsafe chmod(path, 0o700) == 0
  }
}
