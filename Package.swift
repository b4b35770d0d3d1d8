// swift-tools-version: 6.2
import PackageDescription

// Continuous integration sets this; a warning must not stop a developer's debug build.
let strictness: [SwiftSetting] =
  Context.environment["DOCKET_WARNINGS_ARE_ERRORS"] == "1"
  ? [.treatAllWarnings(as: .error)] : []

/// One list for every room: Swift 6 mode, memory-safety checks, and explicit imports.
let settings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  ] + strictness

/// A room of the house (`docs/architecture.md`); the import table test holds it to these arrows.
func room(_ name: String, _ imports: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: imports, swiftSettings: settings)
}

/// The tests of one room.
func tests(
  _ name: String, _ imports: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(name: name, dependencies: imports, exclude: exclude, swiftSettings: settings)
}

let toml = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")
let arguments = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "docket",
  products: [.executable(name: "docket", targets: ["docket"])],
  dependencies: [
    // Exact, so that every clone builds the same program.
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
  ],
  targets: [
    room("Billing"),
    room("X12"),
    room("WorkEngine", ["Billing"]),
    room("ClaimFiles", ["Billing", "X12"]),
    .target(
      name: "Rules", dependencies: ["Billing", toml],
      resources: [.embedInCode("Defaults")], swiftSettings: settings),
    .systemLibrary(name: "CSQLite"),
    room("Database", ["CSQLite"]),
    .systemLibrary(name: "CCrypto"),
    room("Digest", ["CCrypto"]),
    room("Store", ["Billing", "Database"]),
    room("Desk", ["Billing"]),
    room(
      "Operations",
      [
        "Billing", "X12", "WorkEngine", "ClaimFiles", "Rules", "Database", "Store", "Desk",
        "Digest", "Paper",
      ]),
    room("Paper"),
    room("Cells"),
    .systemLibrary(name: "CCurses"),
    .target(name: "CTerminal"),
    room("CursesTerminal", ["Cells", "CCurses", "CTerminal"]),
    room("Workstation", ["Cells", "Billing", "WorkEngine", "Desk"]),
    room("SampleOffice", ["Billing", "X12"]),
    room("SampleBilling", ["Billing", "Database", "Desk", "Operations", "SampleOffice"]),
    .executableTarget(
      name: "docket",
      dependencies: [
        "Billing", "X12", "WorkEngine", "ClaimFiles", "Rules", "Database", "Desk", "Operations",
        "Cells", "CursesTerminal", "Digest", "Workstation", "SampleOffice", "SampleBilling",
        arguments, toml,
      ],
      swiftSettings: settings),
    .target(
      name: "TestSupport", dependencies: ["Billing"], path: "Tests/TestSupport",
      swiftSettings: settings),
    tests("BillingTests", ["Billing", "TestSupport"]),
    tests("X12Tests", ["X12"]),
    tests("WorkEngineTests", ["Billing", "WorkEngine", "Rules", "TestSupport"]),
    tests("RulesTests", ["Billing", "Rules"]),
    tests("ClaimFilesTests", ["Billing", "X12", "ClaimFiles"]),
    tests("DatabaseTests", ["Database"]),
    tests("DigestTests", ["Digest"]),
    tests("PaperTests", ["Paper"]),
    tests("StoreTests", ["Billing", "Database", "Store", "TestSupport", "WorkEngine"]),
    tests("DeskTests", ["Billing", "Desk"]),
    tests(
      "OperationsTests",
      [
        "Billing", "ClaimFiles", "Database", "Desk", "Digest", "Operations", "Rules",
        "Paper", "SampleBilling", "SampleOffice", "Store", "TestSupport", "WorkEngine", "X12",
      ]),
    tests("CellsTests", ["Cells", "TestSupport"]),
    tests("CursesTerminalTests", ["Cells", "CursesTerminal"]),
    tests(
      "WorkstationTests",
      [
        "Billing", "Cells", "Database", "Desk", "Operations", "Rules", "TestSupport", "WorkEngine",
        "Workstation",
      ],
      exclude: ["Screenplays", "Screens"]),
    tests("SampleOfficeTests", ["Billing", "SampleOffice", "X12"]),
    tests("HouseTests", []),
    tests(
      "EndToEndTests",
      ["Billing", "ClaimFiles", "Desk", "Rules", "TestSupport", "X12", "docket"],
      exclude: ["Judge"]),
  ]
)

// The bench is built by `make bench` alone: tests and users need not wait for it.
if Context.environment["DOCKET_BENCH"] == "1" {
  package.targets.append(
    .executableTarget(
      name: "docket-bench",
      dependencies: [
        "Billing", "X12", "WorkEngine", "ClaimFiles", "Cells", "Desk", "Database", "Store", "Rules",
        "Operations",
        "SampleOffice", "Workstation",
      ],
      path: "Benchmarks/DocketBench", swiftSettings: settings))
}
