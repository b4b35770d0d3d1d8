import X12

/// Practitioners who order equipment; the office knows four hundred.
enum Prescriber {
  static let count = 400

  /// Loop 2420E by number.
  static let parties: [X12Party] = (0..<count).map { number in
    var random = SplitMix64(seed: 0x0DE2, .prescriber, UInt64(number))
    let given = random.below(2) == 0 ? InventedNames.womensNames : InventedNames.mensNames
    return X12Party(
      name: X12PartyName(
        entity: "DK", kind: "1",
        last: InventedNames.family(random.below(InventedNames.familyCount)),
        first: random.pick(given, else: "ALVIRA"), idQualifier: "XX",
        id: InventedNumbers.npi(1_000 + number)))
  }

  static func party(_ number: Int) -> X12Party { parties[number % count] }
}
