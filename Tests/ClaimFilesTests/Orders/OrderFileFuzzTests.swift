import Billing
import ClaimFiles
import Testing

/// Whatever the bytes are, reading ends with orders and problems and never with a trap.
struct OrderFileFuzzTests {
  private static let seeds: [[UInt8]] = [
    Array(OrderTemplate.csv.utf8),
    MadeOrderFile.bytes((1...4).map { MadeOrderFile.row(["order_number": "T-\($0 / 2)"]) }),
  ]
  private static let letters: [UInt8] = Array("\",;\t\r\n 0/-.$()\u{0}\u{1B}".utf8) + [0xC3, 0xFF]

  /// What must hold for any file.
  private static func check(_ bytes: [UInt8]) {
    _ = OrderFile.looksLikeOrders(bytes)
    guard let file = try? OrderFile.read(bytes) else { return }
    var last = 0
    var orders = 0
    var areSound = true
    let report = file.forEachOrder { draft, lines in
      orders += 1
      areSound =
        areSound && lines.lowerBound > last && !draft.number.isEmpty && !draft.lines.isEmpty
      last = lines.upperBound
      return true
    }
    #expect(areSound)
    #expect(report.orders == orders)
    #expect(report.refused == 0 || report.problems.contains { $0.isError })
    #expect(report.problems.allSatisfy { ($0.line ?? 0) > 0 })
  }

  @Test(arguments: 0..<40)
  func damagedFilesAreRead(_ seed: Int) {
    var random = Random(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1)
    for whole in Self.seeds {
      for _ in 0..<15 {
        var bytes = whole
        for _ in 0..<random.next(12) {
          let at = random.next(bytes.count)
          switch random.next(4) {
          case 0: bytes[at] = Self.letters[random.next(Self.letters.count)]
          case 1: bytes.insert(Self.letters[random.next(Self.letters.count)], at: at)
          case 2: bytes.remove(at: at)
          default: bytes[at] = UInt8(random.next(256))
          }
        }
        Self.check(bytes)
      }
    }
  }

  @Test
  func everyBeginningOfAFileIsRead() {
    for whole in Self.seeds {
      for end in stride(from: 0, through: whole.count, by: 7) { Self.check(Array(whole[..<end])) }
    }
  }

  @Test
  func aCellWithoutEndIsGivenUp() throws {
    let open = MadeOrderFile.row(["order_number": "T-2", "description": "\"x"])
    let filler = [UInt8](repeating: UInt8(ascii: "y"), count: 200_000)
    let bytes = MadeOrderFile.bytes([MadeOrderFile.row(), open]) + filler + Array("\"\n".utf8)
    let read = try MadeOrderFile.read(bytes)
    #expect(read.numbers == ["T-1"])
    #expect(read.places == ["3 "])
  }

  /// SplitMix64: the same numbers on every machine.
  private struct Random {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = state
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((word ^ (word >> 31)) % UInt64(max(1, bound)))
    }
  }
}
