// Words of orders and charges as the command line takes them.

import ArgumentParser
import Billing
import Cells
import Desk

extension OrderStanding: ExpressibleByArgument {}
extension OrderProblemCause: ExpressibleByArgument {}
extension Team: ExpressibleByArgument {}
extension HoldType: ExpressibleByArgument {}
extension DocumentKind: ExpressibleByArgument {}
extension SpecialKind: ExpressibleByArgument {}

/// Which part of a list to print.
struct PageOptions: ParsableArguments {
  @Option(help: "How many of the list at most.") var limit = 50
  @Option(help: "How many of the list to leave out at the top.") var offset = 0

  func validate() throws {
    guard (0...1_000_000).contains(limit), (0...1_000_000_000).contains(offset) else {
      throw ValidationError("--limit and --offset are numbers from 0 up")
    }
  }
}

/// A day as typed behind an option.
enum DayArgument {
  /// The day that is meant.
  ///
  /// - Throws: which option is no date, and how dates are written.
  static func read(
    _ text: String, _ option: SafeText, today: Day
  ) throws(CommandFailure) -> Day {
    guard let day = TypedDay.parse(text, today: today) else {
      throw CommandFailure(
        "\(option) \"\(foreign: text)\" is no date; write 3d, 2w, mon, nov 24 or 2026-11-24")
    }
    return day
  }

  /// The day that is meant of something that has happened: without a year the last such day.
  ///
  /// - Throws: which option is no date, and how dates are written.
  static func readPast(
    _ text: String?, _ option: SafeText, today: Day
  ) throws(CommandFailure) -> Day? {
    guard let text else { return nil }
    let day = try read(text, option, today: today)
    let words = text.lowercased()
    guard day > today, words != "tomorrow", TypedDay.offset(words, from: today) == nil else {
      return day
    }
    // `mon` is the next Monday, `nov 24` the next such day; both have been a week or a year ago.
    if TypedDay.parse(text, today: today.adding(days: -7)) == day.adding(days: -7) {
      return day.adding(days: -7)
    }
    return TypedDay.parse(text, today: today.adding(years: -1).adding(days: 1)) ?? day
  }

  /// The day that is meant, nil where nothing was typed.
  ///
  /// - Throws: which option is no date, and how dates are written.
  static func read(
    optional text: String?, _ option: SafeText, today: Day
  ) throws(CommandFailure) -> Day? {
    guard let text else { return nil }
    return try read(text, option, today: today)
  }
}

/// Units by code, as typed: `A7030=1,A7032=2`.
enum SupplyAnswerArgument {
  /// The answers, item by item; `A7030=0` is a no.
  ///
  /// - Throws: which piece is no code with its units.
  static func read(
    _ text: String, _ option: SafeText
  ) throws(CommandFailure) -> [SupplyAnswer] {
    var answers: [SupplyAnswer] = []
    for piece in text.split(whereSeparator: { ", ".contains($0) }) {
      let parts = piece.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, let units = Int(parts[1]),
        (0...9999).contains(units)
      else {
        throw CommandFailure(
          "\(option) \"\(foreign: String(piece))\": write CODE=UNITS, such as A7030=1,A7032=2")
      }
      answers.append(SupplyAnswer(code: parts[0].uppercased(), units: units))
    }
    return answers
  }
}
