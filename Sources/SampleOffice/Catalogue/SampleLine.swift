/// One line of a sample claim before it goes into a file.
struct SampleLine: Equatable, Sendable {
  var code: String
  var modifiers: [String]
  var units: Int
  /// Days of a span of service; 1 where there is one day of service only.
  var days = 1
  /// For all units, in cents.
  var charge: Int64
  /// What the payer's schedule gives for all units, in cents.
  var allowed: Int64
  /// NTE*ADD of the line, at most 80 characters.
  var note = ""
  var drug = ""
  var description = ""

  init(
    _ code: String, _ modifiers: [String], units: Int = 1, days: Int = 1, percent: Int = 100,
    note: String = ""
  ) {
    let product = Product.named(code)
    self.code = code
    self.modifiers = modifiers
    self.units = units
    self.days = days
    self.note = note
    charge = product.charge * Int64(units)
    allowed = product.allowed * Int64(units) * Int64(percent) / 100
    drug = product.drug
    description = product.description
  }
}
