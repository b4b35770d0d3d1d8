import Foundation
import Operations
import Testing

@Suite("Whether the holder of a lease still runs")
struct SignInTests {
  private static let line =
    "4711 (a) b) S 1 4711 4711 34816 4711 4194304 100 0 0 0 1 2 0 0 20 0 3 0 998877 1000 2000"

  private func signIn(_ place: String = "4f1c-4026531836") -> SignIn {
    SignIn(
      kind: "desk", account: 1000, process: 4711, started: 998_877, place: place, mark: "x7")
  }

  @Test("a session names its process, and other texts name none")
  func session() {
    #expect(signIn().session == "desk:1000:4711:998877:4f1c-4026531836:x7")
    #expect(SignIn(session: signIn().session) == signIn())
    for text in ["", "shell-1000-4711-998877", "desk:1000:4711:998877:4f1c", "desk:a:1:2:p:x"] {
      #expect(SignIn(session: text) == nil, "\(text)")
    }
  }

  @Test("the line of a process is read after its name, whatever that is")
  func facts() {
    #expect(ProcessFacts(Self.line)?.started == 998_877)
    #expect(ProcessFacts(Self.line)?.isOver == false)
    #expect(ProcessFacts(Self.line.replacing(") S ", with: ") Z "))?.isOver == true)
    for line in ["", "4711 (docket", "4711 (docket) S 1 2"] {
      #expect(ProcessFacts(line) == nil, "\(line)")
    }
  }

  @Test(
    "a process has ended when it is gone, was replaced, or only waits to be buried; never in doubt",
    arguments: [
      ("runs", "4f1c-4026531836", true, line, false),
      ("gone", "4f1c-4026531836", false, nil, true),
      (
        "its number came again", "4f1c-4026531836", true,
        line.replacing("998877", with: "998878"), true
      ),
      ("a zombie", "4f1c-4026531836", true, line.replacing(") S ", with: ") Z "), true),
      ("of somebody else, and not to be read", "4f1c-4026531836", true, nil, false),
      ("on another machine", "0000-4026531836", false, nil, false),
      ("in another container", "4f1c-4026531999", false, nil, false),
    ] as [(String, String, Bool, String?, Bool)])
  func ended(name: String, here: String, exists: Bool, stat: String?, expected: Bool) {
    let processes = Processes(place: here, exists: { _ in exists }, stat: { _ in stat })
    #expect(signIn().hasEnded(processes) == expected, "\(name)")
  }

  @Test("where no place is known, nothing has ended")
  func noPlace() {
    let processes = Processes(place: "", exists: { _ in false }, stat: { _ in nil })
    #expect(!signIn("").hasEnded(processes))
  }

  @Test("this process runs, and one that has exited does not")
  func own() throws {
    let own = Processes.own
    try #require(!own.place.isEmpty)
    func signIn(_ process: Int32, _ started: UInt64) -> SignIn {
      SignIn(
        kind: "desk", account: 0, process: process, started: started, place: own.place, mark: "")
    }
    let mine = ProcessInfo.processInfo.processIdentifier
    #expect(!signIn(mine, own.started(mine)).hasEnded(own))
    #expect(signIn(mine, own.started(mine) + 1).hasEnded(own))
    let child = Process()
    child.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    child.arguments = ["true"]
    try child.run()
    child.waitUntilExit()
    #expect(signIn(child.processIdentifier, 1).hasEnded(own))
  }
}
