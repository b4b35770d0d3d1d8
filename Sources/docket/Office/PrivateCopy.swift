import Cells
import Database
import Foundation
import Operations

/// A copy of an office for one look at it, seen by nobody else and gone when it is let go.
enum PrivateCopy {
  /// Offices up to so many bytes are copied into memory.
  private static let memoryLimit: Int64 = 256 * 1_048_576

  /// Copies an office as it is now.
  ///
  /// A large one is copied beside the office, into a folder for this account alone, which is removed
  /// with the copy; what a killed program left there is removed by the next.
  ///
  /// - Throws: where there is no room, and any failure of the office.
  static func make(of office: OfficeDatabase, at paths: OfficePaths) throws -> OfficeDatabase {
    let size = try office.facts().fileBytes
    removeLeftOver(beside: paths)
    guard size > memoryLimit else {
      return try office.copyInMemory(clock: MachineClock.milliseconds)
    }
    try refuseWithoutRoom(for: size, at: paths)
    let folder = prefix(paths) + String(getpid())
    guard Folders.makePrivate(folder) else {
      throw CommandFailure("\(foreign: folder): the folder of a private copy cannot be made")
    }
    do {
      let file = folder + "/office.docket"
      try office.copy(to: file)
      let copy = try Office.openDatabase(file, mode: .readWrite)
      copy.whenGone { try? FileManager.default.removeItem(atPath: folder) }
      return copy
    } catch {
      try? FileManager.default.removeItem(atPath: folder)
      throw error
    }
  }

  private static func prefix(_ paths: OfficePaths) -> String { paths.database + ".look-" }

  private static func refuseWithoutRoom(for size: Int64, at paths: OfficePaths) throws {
    let parent = (paths.database as NSString).deletingLastPathComponent
    let attributes = try FileManager.default.attributesOfFileSystem(forPath: parent)
    let free = (attributes[.systemFreeSize] as? NSNumber)?.int64Value ?? 0
    // The roll of the day writes beside what is copied.
    guard free > size + size / 4 else {
      throw CommandFailure(
        """
        there is no room beside \(foreign: paths.database) for a private copy of \
        \(size / 1_048_576) MB, in which another day could be looked at
        """)
    }
  }

  /// Removes copies of programs that are gone.
  private static func removeLeftOver(beside paths: OfficePaths) {
    let parent = (paths.database as NSString).deletingLastPathComponent
    let prefix = (prefix(paths) as NSString).lastPathComponent
    for name in (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    where name.hasPrefix(prefix) {
      guard let process = Int32(name.dropFirst(prefix.count)), kill(process, 0) != 0,
        errno == ESRCH
      else { continue }
      try? FileManager.default.removeItem(atPath: parent + "/" + name)
    }
  }
}
