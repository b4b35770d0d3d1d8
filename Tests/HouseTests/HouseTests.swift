import Foundation
import Testing

@Suite("The house")
struct HouseTests {
  @Test("there are rooms, and every one is in the import table")
  func knowsEveryRoom() {
    let rooms = Set(House.sources.map(\.room))
    #expect(rooms.count > 10)
    #expect(rooms.subtracting(House.mayImport.keys).isEmpty, "rooms without a row in the table")
  }

  @Test("imports go down only", arguments: House.mayImport.keys.sorted())
  func imports(room: String) {
    let allowed = House.mayImport[room] ?? []
    for source in House.sources where source.room == room {
      for (number, line) in source.lines.enumerated() {
        guard let module = HouseTests.imported(line) else { continue }
        #expect(
          allowed.contains(module), "\(source.path):\(number + 1) imports \(module)")
      }
    }
  }

  @Test("nothing is public: `package` is what other rooms use")
  func nothingIsPublic() {
    for source in House.sources {
      for (number, line) in source.lines.enumerated() {
        let words = line.split(separator: " ")
        #expect(
          !words.contains("public") || line.contains("//"), "\(source.path):\(number + 1)")
      }
    }
  }

  @Test("a file holds one idea: none is longer than 500 lines")
  func filesAreSmall() {
    for source in House.sources {
      #expect(source.lines.count <= 500, "\(source.path) has \(source.lines.count) lines")
    }
  }

  @Test("SQL is written in Store and Database only")
  func sqlStaysInStore() {
    let words = [
      "SELECT ", "INSERT INTO", "UPDATE work_item", "DELETE FROM", "CREATE TABLE", "SQLite ",
      "PRAGMA", "sqlite3", "rowid",
    ]
    for source in House.sources where !["Store", "Database"].contains(source.room) {
      for (number, line) in source.lines.enumerated() {
        #expect(!words.contains { line.contains($0) }, "\(source.path):\(number + 1)")
      }
    }
  }

  @Test("a word of a row is read strictly: no column is made an enum by hand")
  func wordsOfRows() {
    let forbidden = ["(rawValue: row.text", "(rawValue: $0.text", "(rawValue: Int(row.int"]
    // The journal shows lines whose words nobody knows, so that a check can name them.
    for source in House.sources
    where source.room == "Store" && !source.path.hasSuffix("/Activities.swift") {
      for (number, line) in source.lines.enumerated() {
        #expect(!forbidden.contains { line.contains($0) }, "\(source.path):\(number + 1)")
      }
    }
  }

  @Test("tasks are started by the effect runner only, since the terminal's thread is blocked")
  func tasksStartInOnePlace() {
    for source in House.sources where !source.path.hasPrefix("docket/Workstation/") {
      for (number, line) in source.lines.enumerated() {
        #expect(
          !line.contains("Task {") && !line.contains("Task.detached"),
          "\(source.path):\(number + 1)")
      }
    }
  }

  @Test(
    "no floating point near money", arguments: ["Billing", "WorkEngine", "Store", "Operations"])
  func noFloatingPoint(room: String) {
    for source in House.sources where source.room == room {
      for (number, line) in source.lines.enumerated() {
        let code = line.split(separator: "//").first.map(String.init) ?? ""
        #expect(
          code.firstRange(of: /\b(Double|Float)\b/) == nil, "\(source.path):\(number + 1)")
      }
    }
  }

  @Test("nothing in the house reads a clock or rolls dice but where it is allowed")
  func pureRoomsArePure() {
    let words = ["Date()", "random(", "getenv", "fopen", "FileManager", "ContinuousClock"]
    for source in House.sources where House.pureRooms.contains(source.room) {
      for (number, line) in source.lines.enumerated() {
        let code = line.components(separatedBy: "//").first ?? ""
        #expect(!words.contains { code.contains($0) }, "\(source.path):\(number + 1)")
      }
    }
  }

  /// The module that a line imports, nil where it imports none.
  private static func imported(_ line: String) -> String? {
    let words = line.split(separator: " ").filter { !$0.hasPrefix("@") && $0 != "package" }
    guard words.count >= 2, words[0] == "import" else { return nil }
    return words.last.map { String($0.split(separator: ".").first ?? $0) }
  }
}
