import Cells
import TOMLKit

/// The person's own keys: `keys.toml`, a command name and its keys on each line.
///
///     defer = "d"
///     copy = ["y y", "Ctrl-y"]
///
/// Which commands there are, and how keys are written, the workstation checks and says.
enum KeysFile {
  /// Key sequences by command name; none where there is no file.
  ///
  /// - Throws: the line and key that is wrong.
  static func read(_ path: String) throws(CommandFailure) -> [String: [String]] {
    guard let document = try TOMLDocument.read(path) else { return [:] }
    let reader = KeyReader(document: document)
    var keys: [String: [String]] = [:]
    for name in document.table.keys.sorted() {
      if document.table[name]?.table != nil {
        throw document.complaint(name, "sections mean nothing here; write command = \"key\"")
      }
      keys[name] = try reader.texts(name)
    }
    return keys
  }
}
