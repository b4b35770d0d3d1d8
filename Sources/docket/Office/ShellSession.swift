import Foundation
import Operations

/// The sign-in of verbs: all that one account types in one shell is one sign-in.
///
/// So `docket next` and the `docket act` after it are the same biller at the same desk, while two
/// windows are two desks and never get the same item. What a shell took is free again when it ends.
enum ShellSession {
  static let id = signIn("shell", of: getsid(0), mark: "")

  /// Whether a sign-in is this account in a shell, this one or another: what one of them took, each
  /// may give back.
  static func isOwn(_ session: String) -> Bool {
    guard let signIn = SignIn(session: session) else { return false }
    return signIn.kind == "shell" && signIn.account == geteuid()
  }

  /// A sign-in of its own, for a workstation; it ends with this process.
  static func random() -> String {
    signIn(
      "desk", of: getpid(), mark: String(UInt64.random(in: .min ... .max), radix: 36))
  }

  private static func signIn(_ kind: String, of process: Int32, mark: String) -> String {
    let processes = Processes.own
    return SignIn(
      kind: kind, account: geteuid(), process: process, started: processes.started(process),
      place: processes.place, mark: mark
    ).session
  }
}
