import Foundation
import Testing

/// A small sample office, made once by the program itself and copied for each test.
struct SampleOfficeFixture: Sendable {
  /// The office's database, ready to be worked in.
  let database: String
  /// The files it was made of.
  let files: String

  private static let made = Task<Scratch, any Error> {
    let docket = try Docket()
    let folder = try Scratch()
    let outcome = try await docket.run([
      "demo", "--no-open", "--items", "60", "--seed", "11", "--today", Docket.today, "--office",
      folder.path + "/demo.docket",
    ])
    try #require(outcome.status == 0, "demo: \(outcome.complaint)")
    return folder
  }

  /// A copy of the office in a folder of the test.
  static func copy(into scratch: Scratch) async throws -> SampleOfficeFixture {
    let folder = try await made.value
    let target = scratch.path + "/office"
    try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: false)
    _ = unsafe chmod(target, 0o700)
    // Nobody has it open, so its log is in the file and a copy of the file is whole.
    for name in ["demo.docket", "demo.files"] {
      try FileManager.default.copyItem(
        atPath: folder.path + "/" + name, toPath: target + "/" + name)
    }
    _ = unsafe chmod(target + "/demo.docket", 0o660)
    return SampleOfficeFixture(
      database: target + "/demo.docket", files: target + "/demo.files")
  }

  /// The names of its files of one kind, such as `835`, in their order.
  func files(of kind: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: files)
      .filter { $0.contains("-\(kind)-") }.sorted().map { files + "/" + $0 }
  }
}
