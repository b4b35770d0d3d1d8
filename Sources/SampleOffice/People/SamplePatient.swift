import Billing
import X12

/// A made-up patient: everything about one follows from the office's seed and the patient's number.
struct SamplePatient: Sendable {
  var number: Int
  var therapy: Therapy
  /// The month in which the therapy began, as year * 12 + month - 1.
  var startMonth: Int
  /// The month from which this supplier serves; earlier months were somebody else's.
  var firstOwnMonth: Int
  /// Day of the month on which rentals fall due, 1 to 31.
  var anchorDay: Int
  /// Place in ``SampleState/all``.
  var state: Int
  /// Places in ``PayerTable/all``.
  var payer: Int
  var nextPayer: Int?
  /// The patient's own constant number, which keeps equipment and diagnoses the same.
  var choice: Int
  var prescriber: Int

  /// - Parameters:
  ///   - seed: the office's seed.
  ///   - number: from 0; numbers past the office's count are patients of somebody else.
  ///   - months: the months in which claims are wanted, as year * 12 + month - 1.
  init(seed: UInt64, number: Int, months: ClosedRange<Int>) {
    self.number = number
    var random = SplitMix64(seed: seed, .patient, UInt64(number))
    therapy = Therapy.allCases[random.index(byWeight: Therapy.weights)]
    anchorDay = number % 31 + 1
    startMonth = random.within((months.lowerBound - therapy.months + 1)...months.upperBound)
    firstOwnMonth = months.lowerBound - 1
    if random.chance(perMille: 450) { firstOwnMonth = random.within(months) }
    choice = random.below(10_000)
    prescriber = random.below(Prescriber.count)
    state = random.index(byWeight: SampleState.weights)
    let home = SampleState.all[state]
    let draw = random.below(1_000)
    switch draw {
    case ..<460: payer = home.medicare
    case ..<640: payer = random.pick(PayerTable.advantageNumbers, else: 0)
    case ..<760: payer = home.medicaid ?? home.medicare
    case ..<920: payer = random.pick(PayerTable.commercialNumbers, else: 0)
    case ..<955: payer = home.tricare
    default: payer = PayerTable.veteransNumber
    }
    if PayerTable.all[payer].isMedicare {
      let next = random.below(100)
      if next < 42 {
        nextPayer = random.pick(PayerTable.supplementNumbers, else: 0)
      } else if next < 58 {
        nextPayer = home.medicaid
      }
    } else if draw >= 760, draw < 920, random.chance(perMille: 90) {
      nextPayer = home.medicaid
    }
  }

  /// The day of service of a month of the therapy, counted from 0: the anniversary, or the last day
  /// of a shorter month.
  func serviceDay(month: Int) -> Day {
    let absolute = startMonth + month
    let (year, month) = (absolute / 12, absolute % 12 + 1)
    let day = min(anchorDay, Day.daysIn(month: month, year: year))
    return Day(year: year, month: month, day: day) ?? Day(rawValue: 0)
  }

  /// The month of the therapy that falls into a calendar month, nil where the office bills none.
  func therapyMonth(inMonth absolute: Int) -> Int? {
    let month = absolute - startMonth
    guard month >= 0, month < therapy.months, absolute >= firstOwnMonth else { return nil }
    return month
  }

  var isWoman: Bool { choice % 100 < 54 }
  var sex: String { isWoman ? "F" : "M" }

  /// Family name, given name, birth date and address come from a generator of their own, so that
  /// nothing is spent on them where only dates are looked at.
  func identity(seed: UInt64) -> PatientIdentity {
    var random = SplitMix64(seed: seed, .identity, UInt64(number))
    let family = InventedNames.family(random.below(InventedNames.familyCount))
    let given = random.pick(
      isWoman ? InventedNames.womensNames : InventedNames.mensNames, else: "ALVIRA")
    let isOld = [.medicareDME, .medicareAdvantage].contains(PayerTable.all[payer].family)
    let year = isOld ? 1936 + random.below(24) : 1950 + random.below(52)
    let born = Day(year: year, month: 1 + random.below(12), day: 1 + random.below(28))
    let home = SampleState.all[state]
    let address = X12Address(
      street: [
        String(1 + random.below(9_800)) + " " + random.pick(InventedNames.streets, else: "")
      ],
      city: random.pick(InventedNames.towns, else: ""), state: home.code,
      zip: home.zip + "99")
    return PatientIdentity(
      last: family, first: given, born: born ?? Day(rawValue: -9_000), address: address)
  }

  /// The patient's number with a payer.
  func memberID(payer: SamplePayer) -> String {
    if payer.isMedicare { return InventedNumbers.mbi(number) }
    return "S" + InventedNumbers.padded(payer.number, 2) + InventedNumbers.padded(number, 8)
  }
}

/// The parts of a patient that are only spelled.
struct PatientIdentity: Sendable {
  var last: String
  var first: String
  var born: Day
  var address: X12Address
}
