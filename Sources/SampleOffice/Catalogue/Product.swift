/// Something the sample office delivers: a HCPCS code with what it costs.
///
/// Amounts are orders of magnitude of the domain reference (7.10), in cents, and no fee schedule.
struct Product: Equatable, Sendable {
  var code: String
  var charge: Int64
  /// What Medicare allows for one unit (for a rental: for one month of the first three).
  var allowed: Int64
  /// National Drug Code of an inhalation drug, made up.
  var drug = ""
  /// SV101-7 for codes that say nothing by themselves.
  var description = ""

  static func named(_ code: String) -> Product {
    byCode[code] ?? Product(code: code, charge: 10_000, allowed: 5_000)
  }

  private static let byCode = Dictionary(
    table.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

  static let table: [Product] = rentals + supplies + purchases

  private static let rentals = [
    Product(code: "E0601", charge: 12_500, allowed: 5_480),
    Product(code: "E0470", charge: 28_000, allowed: 13_925),
    Product(code: "E0471", charge: 65_000, allowed: 33_460),
    Product(code: "E1390", charge: 25_000, allowed: 9_875),
    Product(code: "E1392", charge: 11_000, allowed: 3_920),
    Product(code: "E0431", charge: 6_500, allowed: 1_945),
    Product(code: "E0443", charge: 14_000, allowed: 5_610),
    Product(code: "E0466", charge: 180_000, allowed: 102_050),
    Product(code: "E0570", charge: 3_500, allowed: 1_185),
    Product(code: "E0260", charge: 18_500, allowed: 8_140),
    Product(code: "E0277", charge: 62_000, allowed: 28_870),
    Product(code: "E0910", charge: 3_800, allowed: 1_260),
    Product(code: "E0630", charge: 15_500, allowed: 7_415),
    Product(code: "K0001", charge: 9_500, allowed: 3_275),
    Product(code: "K0003", charge: 13_500, allowed: 5_310),
    Product(code: "K0004", charge: 18_000, allowed: 8_025),
    Product(code: "K0195", charge: 3_200, allowed: 1_180),
    Product(code: "K0823", charge: 92_500, allowed: 38_440),
    Product(code: "E2402", charge: 240_000, allowed: 88_590),
    Product(code: "B9002", charge: 23_000, allowed: 10_415),
  ]

  private static let supplies = [
    Product(code: "A7030", charge: 24_500, allowed: 11_830),
    Product(code: "A7031", charge: 9_000, allowed: 4_125),
    Product(code: "A7032", charge: 6_000, allowed: 2_480),
    Product(code: "A7033", charge: 4_500, allowed: 1_765),
    Product(code: "A7034", charge: 16_500, allowed: 7_205),
    Product(code: "A7035", charge: 5_500, allowed: 2_310),
    Product(code: "A7037", charge: 5_500, allowed: 2_245),
    Product(code: "A4604", charge: 9_500, allowed: 4_080),
    Product(code: "A7038", charge: 900, allowed: 315),
    Product(code: "A7039", charge: 2_400, allowed: 945),
    Product(code: "A7046", charge: 3_500, allowed: 1_490),
    Product(code: "A7003", charge: 600, allowed: 225),
    Product(code: "A7005", charge: 5_500, allowed: 2_190),
    Product(code: "J7613", charge: 45, allowed: 9, drug: "99999010101"),
    Product(code: "J7620", charge: 90, allowed: 21, drug: "99999010202"),
    Product(code: "J7626", charge: 480, allowed: 152, drug: "99999010303"),
    Product(code: "Q0513", charge: 4_500, allowed: 3_300),
    Product(code: "A4351", charge: 425, allowed: 188),
    Product(code: "A4352", charge: 1_400, allowed: 702),
    Product(code: "A4353", charge: 1_500, allowed: 794),
    Product(code: "A4349", charge: 480, allowed: 224),
    Product(code: "A4357", charge: 2_200, allowed: 1_014),
    Product(code: "A4358", charge: 1_500, allowed: 688),
    Product(code: "A4253", charge: 3_900, allowed: 832),
    Product(code: "A4259", charge: 1_200, allowed: 175),
    Product(code: "A4239", charge: 42_000, allowed: 25_930),
    Product(code: "B4035", charge: 2_400, allowed: 1_082),
    Product(code: "B4150", charge: 140, allowed: 62),
    Product(code: "B4154", charge: 260, allowed: 108),
    Product(code: "A6212", charge: 2_200, allowed: 1_005),
    Product(code: "A6196", charge: 1_700, allowed: 792),
    Product(code: "A6021", charge: 4_600, allowed: 2_190),
    Product(code: "A6550", charge: 6_500, allowed: 2_480),
    Product(code: "A7000", charge: 2_600, allowed: 905),
    Product(code: "A4407", charge: 1_900, allowed: 874),
    Product(code: "A4424", charge: 1_050, allowed: 476),
  ]

  private static let purchases = [
    Product(code: "E0562", charge: 36_000, allowed: 16_240),
    Product(code: "E0607", charge: 9_500, allowed: 6_615),
    Product(code: "E2103", charge: 45_000, allowed: 25_880),
    Product(code: "E0143", charge: 13_500, allowed: 6_890),
    Product(code: "E0149", charge: 27_500, allowed: 12_370),
    Product(code: "E0156", charge: 4_500, allowed: 1_615),
    Product(code: "E0163", charge: 14_000, allowed: 6_130),
    Product(code: "E0168", charge: 21_000, allowed: 9_955),
    Product(code: "E0185", charge: 42_000, allowed: 18_960),
    Product(code: "E0776", charge: 19_500, allowed: 9_540),
    Product(code: "E2601", charge: 12_500, allowed: 5_045),
    Product(code: "E2603", charge: 29_500, allowed: 13_880),
    Product(code: "E0973", charge: 18_500, allowed: 8_675),
    Product(code: "K0739", charge: 3_500, allowed: 1_725),
    Product(code: "E1399", charge: 17_500, allowed: 8_000, description: "CASTER FORK ASSEMBLY"),
    Product(code: "L0650", charge: 165_000, allowed: 92_480),
    Product(code: "L1833", charge: 98_000, allowed: 55_275),
    Product(code: "L4361", charge: 49_500, allowed: 25_860),
    Product(code: "L3908", charge: 11_500, allowed: 5_240),
    Product(code: "E0730", charge: 38_500, allowed: 9_220),
    Product(code: "E0240", charge: 8_500, allowed: 0),
  ]
}
