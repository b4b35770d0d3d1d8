/// A state in which the sample office delivers, with the payers that go with it.
struct SampleState: Equatable, Sendable {
  var code: String
  /// How many patients live there, as a share.
  var weight: Int
  /// Which location delivers: 0 or 1.
  var location: Int
  /// First three digits of its postal codes.
  var zip: String
  var medicare: Int
  var medicaid: Int?
  var tricare: Int

  private init(_ code: String, weight: Int, location: Int, zip: String) {
    self.code = code
    self.weight = weight
    self.location = location
    self.zip = zip
    medicare = PayerTable.medicareNumber(state: code)
    medicaid = PayerTable.medicaidNumber(state: code)
    tricare = PayerTable.tricareNumber(state: code)
  }

  static let all = [
    SampleState("OH", weight: 30, location: 0, zip: "430"),
    SampleState("KY", weight: 10, location: 0, zip: "410"),
    SampleState("IN", weight: 10, location: 0, zip: "470"),
    SampleState("PA", weight: 12, location: 0, zip: "150"),
    SampleState("TX", weight: 24, location: 1, zip: "750"),
    SampleState("OK", weight: 5, location: 1, zip: "730"),
    SampleState("KS", weight: 5, location: 1, zip: "670"),
    SampleState("AZ", weight: 4, location: 1, zip: "850"),
  ]

  static let weights = all.map(\.weight)
}
