import ArgumentParser
import Cells
import ClaimFiles

/// `docket order template`: a CSV to begin with, or what each of its columns means.
struct OrderTemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "Print a file of orders to begin with.",
    discussion: "Save it with: docket order template >orders.csv")

  @Flag(help: "Print what each column means instead.") var documentation = false
  @Flag(help: "Print one JSON object.") var json = false

  func run() throws {
    if json { return try Output.only(json: Self.columns) }
    var output = Output()
    // The program's own words; the file has the line ends that its reader and spreadsheets want.
    try output.begin(documentation ? OrderTemplate.documentation : OrderTemplate.csv)
    try output.finish()
  }

  private static var columns: JSONValue {
    [
      "columns": .array(
        OrderColumns.all.map { column in
          [
            "name": .foreign(column.name),
            "meaning": .foreign(column.meaning),
            "example": .foreign(column.example),
            "need": need(column.need),
            "scope": column.scope == .order ? "order" : "line",
            "also": .array(column.aliases.map { .foreign($0) }),
          ]
        })
    ]
  }

  private static func need(_ need: OrderColumn.Need) -> JSONValue {
    switch need {
    case .required: "required"
    case .wanted: "wanted"
    case .optional: "optional"
    }
  }
}
