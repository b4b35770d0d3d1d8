import Cells
import Foundation
import TOMLKit

/// The themes that can be chosen: those that came with the program, and the person's own.
struct ThemeLibrary: Sendable {
  /// The theme that is used when nothing else is said.
  static let usual = "terminal"

  /// One folder of theme files.
  struct Folder: Equatable, Sendable {
    var path: String
    /// Whether it is the person's own, whose themes replace shipped ones of the same name.
    var isOwn: Bool
  }

  /// A theme file.
  struct Entry: Equatable, Sendable {
    var name: String
    var path: String
    var isOwn: Bool
  }

  let folders: [Folder]
  /// By name; the person's own in place of shipped ones.
  let entries: [Entry]

  init(_ folders: Folders) {
    self.init(folders: Self.folders(folders))
  }

  init(folders: [Folder]) {
    self.folders = folders
    var byName: [String: Entry] = [:]
    for folder in folders {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      for file in names where file.hasSuffix(".toml") && !file.hasPrefix(".") {
        let name = String(file.dropLast(5))
        byName[name] = Entry(name: name, path: folder.path + "/" + file, isOwn: folder.isOwn)
      }
    }
    entries = byName.values.sorted { $0.name < $1.name }
  }

  /// Every name, the usual one first.
  var names: [String] {
    let all = entries.map(\.name)
    return all.filter { $0 == Self.usual } + all.filter { $0 != Self.usual }
  }

  /// The theme of a name, with what it inherits.
  ///
  /// - Throws: which file, line and key is wrong, or that there is no such theme.
  func theme(_ name: String) throws(CommandFailure) -> Theme {
    var sources: [String: ThemeSource] = [:]
    var next: String? = name
    while let current = next, sources[current] == nil {
      guard let entry = entries.first(where: { $0.name == current }) else { break }
      let source = try Self.source(entry.path)
      sources[current] = source
      next = source.inherits
    }
    do {
      return try Theme.make(name, from: sources)
    } catch {
      if case .unknownTheme(name, neededBy: nil) = error {
        let known = names.isEmpty ? "mono" : names.joined(separator: ", ")
        throw CommandFailure("there is no theme \"\(foreign: name)\"; there are \(foreign: known)")
      }
      throw CommandFailure("\(foreign: error.description)")
    }
  }

  /// One file as it is written.
  static func source(_ path: String) throws(CommandFailure) -> ThemeSource {
    guard let document = try TOMLDocument.read(path) else {
      throw CommandFailure("\(foreign: path): there is no such file")
    }
    try document.checkKeys(["inherits", "palette", "roles"])
    var source = ThemeSource()
    if let value = document.table["inherits"] {
      guard let name = value.string else {
        throw document.complaint("inherits", "write the name of a theme in quotes")
      }
      source.inherits = name
    }
    if let palette = document.table["palette"] {
      guard let table = palette.table else {
        throw document.complaint("palette", "write [palette] and a line for each colour below")
      }
      for key in table.keys.sorted() {
        guard let color = table[key]?.string else {
          throw document.complaint(
            key, in: "palette", "write a colour in quotes, such as \"#14181f\" or \"yellow\"")
        }
        source.palette[key] = color
      }
    }
    if let roles = document.table["roles"] {
      guard let table = roles.table else {
        throw document.complaint("roles", "write [roles] and a line for each role below")
      }
      for key in table.keys.sorted() {
        guard let look = table[key]?.table else {
          throw document.complaint(
            key, in: "roles", "write how it looks in braces, such as { fg = \"yellow\" }")
        }
        source.roles[key] = try entry(key, look, document)
      }
    }
    return source
  }

  private static func entry(
    _ role: String, _ look: TOMLTable, _ document: TOMLDocument
  ) throws(CommandFailure) -> ThemeSource.Entry {
    var entry = ThemeSource.Entry()
    for key in look.keys.sorted() {
      let value = look[key]
      switch key {
      case "fg", "bg":
        guard let color = value?.string else {
          throw document.complaint(role, in: "roles", "\(foreign: key) is a colour in quotes")
        }
        if key == "fg" { entry.fg = color } else { entry.bg = color }
      case "bold", "underline", "reverse", "dim":
        guard let flag = value?.bool else {
          throw document.complaint(role, in: "roles", "\(foreign: key) is true or false")
        }
        switch key {
        case "bold": entry.bold = flag
        case "underline": entry.underline = flag
        case "reverse": entry.reverse = flag
        default: entry.dim = flag
        }
      default:
        throw document.complaint(
          role, in: "roles",
          "\(foreign: key) means nothing here; use fg, bg, bold, underline, reverse or dim")
      }
    }
    return entry
  }

  /// Shipped themes beside the installed program or in the package it was built from, then the
  /// person's own.
  private static func folders(_ folders: Folders) -> [Folder] {
    var found: [Folder] = []
    if let shipped = shippedFolder() { found.append(Folder(path: shipped, isOwn: false)) }
    found.append(Folder(path: folders.configuration + "/themes", isOwn: true))
    return found
  }

  private static func shippedFolder() -> String? {
    guard let program = Program.path else { return nil }
    var parts = program.split(separator: "/").dropLast()
    // PREFIX/bin/docket finds PREFIX/share/docket/themes.
    let installed = "/" + parts.dropLast().joined(separator: "/") + "/share/docket/themes"
    if isFolder(installed) { return installed }
    // .build/debug/docket finds the themes of the package, at most five folders up.
    for _ in 0..<5 where !parts.isEmpty {
      parts = parts.dropLast()
      let package = "/" + parts.joined(separator: "/")
      if FileManager.default.fileExists(atPath: package + "/Package.swift"),
        isFolder(package + "/themes")
      {
        return package + "/themes"
      }
    }
    return nil
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}

/// This running program.
enum Program {
  static let version = "0.1.0"

  /// The file that is running, links resolved.
  static var path: String? {
    try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
  }
}
