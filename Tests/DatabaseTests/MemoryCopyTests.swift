import Testing

@testable import Database

@Suite("A copy in memory")
struct MemoryCopyTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  @Test(
    "holds what its original held, and neither sees what the other does", arguments: [false, true])
  func apart(inMemory: Bool) throws {
    let office =
      inMemory ? try OfficeDatabase.inMemory(migrations: Scratch.schema) : try scratch.open()
    try office.pay("before")
    let copy = try office.copyInMemory(clock: { 0 })
    #expect(try copy.traces() == ["before"])
    try copy.pay("in the copy")
    try office.pay("in the office")
    #expect(try copy.traces() == ["before", "in the copy"])
    #expect(try office.traces() == ["before", "in the office"])
    #expect(try copy.damages() == [])
  }

  @Test("goes on from the time of its original, by a clock of its own")
  func clock() throws {
    let office = try OfficeDatabase.inMemory(migrations: Scratch.schema, clock: { 5_000 })
    func stamp(_ office: OfficeDatabase) throws -> Int64 {
      try office.write { try $0.clockMilliseconds() }
    }
    #expect(try stamp(office) == 5_000)
    #expect(try stamp(office.copyInMemory(clock: { 9_000 })) == 9_000)
    // A clock that stands behind does not set the time back.
    #expect(try stamp(office.copyInMemory(clock: { 1_000 })) == 5_000)
  }

  @Test("is refused where the original was closed")
  func closed() throws {
    let office = try OfficeDatabase.inMemory(migrations: Scratch.schema)
    try office.close()
    #expect(throws: DatabaseFailure.self) { try office.copyInMemory(clock: { 0 }) }
  }
}
