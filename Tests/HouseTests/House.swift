import Foundation

/// The house as it lies on disk.
enum House {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// What each room may import: our rooms, packages and system modules; arrows go down only.
  static let mayImport: [String: Set<String>] = [
    "Billing": [],
    "X12": [],
    "Cells": [],
    "WorkEngine": ["Billing"],
    "ClaimFiles": ["Billing", "X12"],
    "Rules": ["Billing", "TOMLKit"],
    "Database": ["CSQLite", "Foundation", "Glibc", "Dispatch", "Synchronization"],
    "Digest": ["CCrypto"],
    "Paper": [],
    "Store": ["Billing", "Database"],
    "Desk": ["Billing"],
    "Operations": [
      "Billing", "X12", "WorkEngine", "ClaimFiles", "Rules", "Database", "Store", "Desk", "Digest",
      "Paper", "Foundation",
    ],
    "CursesTerminal": ["Cells", "CCurses", "CTerminal", "Glibc", "Synchronization"],
    "Workstation": ["Cells", "Billing", "WorkEngine", "Desk"],
    "SampleOffice": ["Billing", "X12"],
    "SampleBilling": ["Billing", "Database", "Desk", "Operations", "SampleOffice", "Foundation"],
    "docket": [
      "Billing", "X12", "WorkEngine", "ClaimFiles", "Rules", "Database", "Desk", "Operations",
      "Cells",
      "CursesTerminal", "Digest", "Workstation", "SampleOffice", "SampleBilling", "ArgumentParser",
      "TOMLKit",
      "Foundation",
      "Dispatch",
      "Glibc", "Synchronization",
    ],
  ]

  /// Rooms that decide and draw: no input, no output, no clock.
  static let pureRooms = ["Billing", "X12", "WorkEngine", "Cells", "Workstation", "Paper"]

  struct Source: CustomStringConvertible, Sendable {
    let room: String
    let path: String
    let lines: [String]
    var description: String { path }
  }

  /// Every Swift file of the rooms.
  static let sources: [Source] = {
    let folder = root.appendingPathComponent("Sources")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var found: [Source] = []
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift",
        let text = try? String(contentsOf: file, encoding: .utf8)
      else { continue }
      let path = file.path.dropFirst(folder.path.count + 1)
      found.append(
        Source(
          room: String(path.split(separator: "/").first ?? ""), path: String(path),
          lines: text.components(separatedBy: "\n")))
    }
    return found.sorted { $0.path < $1.path }
  }()
}
