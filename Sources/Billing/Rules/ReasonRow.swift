/// A reason to choose, as the office calls it.
package struct ReasonRow: Hashable, Sendable {
  package var code: String
  package var title: String

  package init(code: String, title: String) {
    self.code = code
    self.title = title
  }
}

/// What claims may say, where the implementation guide leaves it to lists outside of it.
package struct ClaimSettings: Equatable, Sendable {
  /// Place of service codes that the office bills; empty where the rules list none.
  package var placesOfService: [ReasonRow] = []
  /// ICD-10-CM categories of three characters that are complete by themselves.
  ///
  /// All others need more. Empty where the rules list none.
  package var completeDiagnoses: Set<String> = []

  package init() {}

  package func knows(placeOfService code: String) -> Bool {
    placesOfService.isEmpty || placesOfService.contains { $0.code == code }
  }
}
