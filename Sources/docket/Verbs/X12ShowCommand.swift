import ArgumentParser
import Cells
import X12

/// `docket x12 show FILE`: a file segment by segment, with the names of the elements.
struct X12ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print a file readably, with the names of its elements.")

  @Flag(help: "Print one JSON object a segment.") var json = false
  @Argument(help: "The file.", completion: .file()) var file: String

  func run() throws {
    let bytes = try InputFile.read(file)
    let read: X12File
    do {
      read = try X12File(bytes)
    } catch {
      throw CommandFailure("\(foreign: file): \(foreign: error.message)")
    }
    var output = Output()
    for segment in X12Listing(read) {
      if json {
        try output.json(Self.json(segment))
      } else {
        for line in segment.lines { try output.line(SafeText(foreign: line)) }
      }
    }
    try output.finish()
    if read.problems.contains(where: { $0.severity == .error }) {
      for problem in read.problems where problem.severity == .error {
        Complaint.say(
          "\(foreign: file), segment \(problem.place.segment): \(foreign: problem.message)")
      }
      throw ProblemsFound()
    }
  }

  private static func json(_ segment: ListedSegment) -> JSONValue {
    [
      "segment": .integer(segment.number),
      "byte": .integer(segment.byte),
      "id": .foreign(segment.id),
      "name": .foreign(segment.name),
      "elements": .array(
        segment.elements.map {
          ["label": .foreign($0.label), "name": .foreign($0.name), "value": .foreign($0.value)]
        }),
    ]
  }
}
