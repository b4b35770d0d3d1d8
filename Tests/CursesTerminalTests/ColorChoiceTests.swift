import Cells
import CursesTerminal
import Testing

/// The order in which the say about colour is heard.
@Suite struct ColorChoiceTests {
  struct Case: Sendable {
    var flag: ColorChoice?
    var settings: ColorChoice?
    var environment: [String: String] = [:]
    var reported = ColorDepth.indexed256
    var expected: ColorDepth
  }

  @Test(arguments: [
    Case(expected: .indexed256),
    Case(reported: .trueColor, expected: .trueColor),
    Case(environment: ["NO_COLOR": "1"], expected: .none),
    Case(environment: ["NO_COLOR": "0"], expected: .none),
    Case(environment: ["NO_COLOR": ""], expected: .indexed256),
    Case(environment: ["TERM": "dumb"], expected: .none),
    Case(environment: ["TERM": "xterm"], expected: .indexed256),
    Case(settings: .always, environment: ["NO_COLOR": "1"], expected: .indexed256),
    Case(settings: .never, expected: .none),
    Case(settings: .auto, environment: ["NO_COLOR": "1"], expected: .none),
    Case(flag: .never, settings: .always, expected: .none),
    Case(flag: .always, settings: .never, environment: ["TERM": "dumb"], expected: .indexed256),
    Case(flag: .auto, settings: .never, expected: .indexed256),
    Case(flag: .always, reported: .none, expected: .sixteen),
    Case(reported: .none, expected: .none),
  ])
  func theFirstWhoSpeaksDecides(_ each: Case) {
    #expect(
      ColorDepth.decided(
        flag: each.flag, settings: each.settings, environment: each.environment,
        reported: each.reported) == each.expected)
  }

  @Test(arguments: [
    (-1, false, ColorDepth.none), (0, false, .none), (2, false, .none), (8, false, .sixteen),
    (16, false, .sixteen), (88, false, .sixteen), (256, false, .indexed256),
    (1 << 24, false, .indexed256), (1 << 24, true, .trueColor),
  ])
  func ncursesCountsColors(colors: Int, isDirect: Bool, expected: ColorDepth) {
    #expect(ColorDepth.reported(colors: colors, isDirect: isDirect) == expected)
  }

  @Test(arguments: [
    ([:], ColorDepth.none), (["TERM": "dumb", "COLORTERM": "truecolor"], .none),
    (["TERM": "xterm"], .sixteen), (["TERM": "xterm-256color"], .indexed256),
    (["TERM": "xterm-256color", "COLORTERM": "truecolor"], .trueColor),
    (["TERM": "xterm-256color", "COLORTERM": "24bit"], .trueColor),
    (["TERM": "xterm-256color", "COLORTERM": "yes"], .indexed256),
    (["TERM": "xterm-direct"], .trueColor),
  ])
  func theEnvironmentTellsForOutputWithoutScreen(
    environment: [String: String], expected: ColorDepth
  ) {
    #expect(ColorDepth.reported(by: environment) == expected)
  }
}
