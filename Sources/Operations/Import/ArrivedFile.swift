import Billing
import Desk
import Foundation
import X12

/// A file on disk that waits to be read, with what decides its turn.
struct ArrivedFile {
  let path: String
  let name: String
  let byteCount: Int64
  /// Date and time of its first interchange, then the kind: claims before answers before money.
  private let turn: (date: Int32, rank: Int, time: String)

  /// Files and the contents of folders, in the order in which they came about.
  ///
  /// What is no ordinary file is reported with the reason.
  static func find(_ paths: [String]) -> (files: [ArrivedFile], refused: [ImportReport]) {
    var files: [ArrivedFile] = []
    var refused: [ImportReport] = []
    func add(_ path: String) {
      do {
        files.append(try ArrivedFile(path))
      } catch {
        refused.append(
          ImportReport(
            path: path, outcome: .refused,
            problems: [FileProblem(isError: true, message: error.message)]))
      }
    }
    for path in paths {
      if OrdinaryFile.isFolder(path) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        for name in names.sorted() where !name.hasPrefix(".") {
          let inside = path.hasSuffix("/") ? path + name : path + "/" + name
          if !OrdinaryFile.isFolder(inside) { add(inside) }
        }
        if names.isEmpty {
          refused.append(
            ImportReport(
              path: path, outcome: .refused,
              problems: [
                FileProblem(
                  isError: true, message: "the folder holds no files, or cannot be read")
              ]))
        }
      } else {
        add(path)
      }
    }
    return (files.sorted { $0.comesBefore($1) }, refused)
  }

  private func comesBefore(_ other: ArrivedFile) -> Bool {
    if turn.date != other.turn.date { return turn.date < other.turn.date }
    if turn.rank != other.turn.rank { return turn.rank < other.turn.rank }
    if turn.time != other.turn.time { return turn.time < other.turn.time }
    return path < other.path
  }

  init(_ path: String) throws(Refusal) {
    self.path = path
    name = path.split(separator: "/").last.map(String.init) ?? path
    let (head, size) = try OrdinaryFile.read(path, atMost: 4096)
    byteCount = size
    let start = try? X12File(head)
    if let first = start?.sets.first {
      turn = (first.date, ArrivedFile.rank(first.code), first.time)
    } else if let answer = start?.acknowledgments.first {
      turn = (answer.answeredOn, ArrivedFile.rank("TA1"), answer.answeredAt)
    } else {
      turn = (0, ArrivedFile.rank(""), "")
    }
  }

  /// The whole file.
  func read() throws(Refusal) -> [UInt8] { try OrdinaryFile.read(path, atMost: Int.max).bytes }

  private static func rank(_ code: String) -> Int {
    switch code {
    case "837": 0
    case "999", "997", "TA1": 1
    case "277": 2
    case "835": 3
    default: 4
    }
  }
}

/// Reads files that are what they seem: no links, pipes, devices or folders.
enum OrdinaryFile {
  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    let exists = unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return exists && isFolder.boolValue
  }

  /// The system's words for an error number.
  static func words(_ number: Int32) -> String { unsafe String(cString: strerror(number)) }

  /// The first bytes of a file and its size.
  static func read(
    _ path: String, atMost limit: Int
  ) throws(Refusal) -> (bytes: [UInt8], size: Int64) {
    // Without waiting, or a named pipe would hold the program for ever.
    let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ELOOP {
        throw Refusal("it is a symbolic link; name the file itself")
      }
      throw Refusal("it cannot be opened: " + words(errno))
    }
    defer { close(descriptor) }
    var facts = stat()
    guard unsafe fstat(descriptor, &facts) == 0 else {
      throw Refusal("it cannot be looked at: " + words(errno))
    }
    guard facts.st_mode & S_IFMT == S_IFREG else {
      throw Refusal("it is no ordinary file but a folder, pipe or device")
    }
    let size = Int64(facts.st_size)
    guard size < Int64(UInt32.max) else {
      throw Refusal("it is larger than four gigabytes; ask the sender to split it")
    }
    let wanted = min(Int(size), limit)
    var failure: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
      count = 0
      while count < wanted, let start = buffer.baseAddress {
        let got = unsafe Foundation.read(descriptor, start + count, wanted - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { break }
        count += got
      }
    }
    guard failure == 0 else {
      throw Refusal("it cannot be read: " + words(failure))
    }
    return (bytes, size)
  }
}
