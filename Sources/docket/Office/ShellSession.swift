import Foundation

/// The sign-in of verbs: all that one account types in one shell is one sign-in.
///
/// So `docket next` and the `docket act` after it are the same biller at the same desk, while two
/// windows are two desks and never get the same item.
enum ShellSession {
  static let id: String = {
    let shell = getsid(0)
    // A process number comes again one day; with the moment of its start it does not.
    let line = (try? String(contentsOfFile: "/proc/\(shell)/stat", encoding: .utf8)) ?? ""
    let fields = line.split(separator: ")").last?.split(separator: " ") ?? []
    let started = fields.count > 19 ? String(fields[19]) : "0"
    return "\(own)\(shell)-\(started)"
  }()

  /// How every sign-in of this account's shells begins.
  private static let own = "shell-\(geteuid())-"

  /// Whether a sign-in is this account in a shell, this one or another: what one of them took, each
  /// may give back.
  static func isOwn(_ session: String) -> Bool { session.hasPrefix(own) }

  /// A sign-in of its own, for a workstation.
  static func random() -> String {
    "desk-\(geteuid())-" + String(UInt64.random(in: .min ... .max), radix: 36)
  }
}
