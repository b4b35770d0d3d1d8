import Cells
import Testing

@Suite struct ThemeTests {
  private let sources: [String: ThemeSource] = [
    "base": ThemeSource(
      palette: ["ink": "#d0d0d0", "ground": "#101418", "bar": "#24344d"],
      roles: [
        "text": .init(fg: "ink", bg: "ground"), "warning": .init(fg: "#e9b65f", bold: true),
        "selection": .init(bg: "bar"), "muted": .init(fg: "bright-black"),
        "money-negative": .init(fg: "208"),
      ]),
    "child": ThemeSource(
      inherits: "base", palette: ["ink": "#ffffff"],
      roles: ["warning": .init(fg: "ink", underline: true)]),
    "loop-a": ThemeSource(inherits: "loop-b"),
    "loop-b": ThemeSource(inherits: "loop-a"),
    "orphan": ThemeSource(inherits: "nowhere"),
    "bad-role": ThemeSource(roles: ["wraning": .init(fg: "red")]),
    "bad-color": ThemeSource(roles: ["warning": .init(fg: "redd")]),
    "bad-palette": ThemeSource(palette: ["ink": "#12345"]),
  ]

  @Test func inheritanceReplacesEntriesAndPaletteNames() throws {
    let child = try Theme.make("child", from: sources)
    #expect(child.name == "child")
    #expect(child[.text].foreground == .hex(0xFFFFFF))
    #expect(child[.text].background == .hex(0x101418))
    #expect(child[.warning] == Appearance(foreground: .hex(0xFFFFFF), underline: true))
    #expect(child[.moneyNegative].foreground == .indexed(208))
    #expect(child[.muted].foreground == .indexed(8))
    #expect(child[.danger] == Appearance())
  }

  @Test(
    "mistakes are named",
    arguments: [
      ("loop-a", "themes inherit each other in a circle: loop-a > loop-b > loop-a"),
      ("orphan", "theme orphan inherits \"nowhere\", which does not exist"),
      ("missing", "there is no theme \"missing\""),
      ("bad-role", "theme bad-role: there is no role \"wraning\""),
      (
        "bad-color",
        "theme bad-color, warning: \"redd\" is no colour; write #rrggbb, default, a palette name, "
          + "a colour name, or 0 to 255"
      ),
      (
        "bad-palette",
        "theme bad-palette, palette ink: \"#12345\" is no colour; write #rrggbb, default, "
          + "a palette name, a colour name, or 0 to 255"
      ),
    ])
  func mistakes(name: String, message: String) {
    let error = #expect(throws: ThemeError.self) { try Theme.make(name, from: sources) }
    #expect(error?.description == message)
  }

  @Test func stylesAddToRoles() throws {
    let theme = try Theme.make("base", from: sources)
    let warning = theme.appearance(for: Style(.warning, [.underline]))
    #expect(warning.foreground == .hex(0xE9B65F))
    #expect(warning.background == .hex(0x101418))
    #expect(warning.bold && warning.underline)
    let onBar = theme.appearance(for: Style(.warning).selected)
    #expect(onBar.foreground == .hex(0xE9B65F))
    #expect(onBar.background == .hex(0x24344D))
    #expect(theme.appearance(for: Style(.text, .reverse)).reverse)
  }

  @Test func aReversedBarSpeaksLouderThanTheRole() {
    let theme = Theme(
      name: "t",
      appearances: [
        .selection: Appearance(reverse: true), .warning: Appearance(foreground: .indexed(3)),
        .muted: Appearance(dim: true),
      ])
    let onBar = theme.appearance(for: Style(.warning).selected)
    #expect(onBar.reverse)
    #expect(onBar.foreground == nil)
    #expect(!theme.appearance(for: Style(.muted).selected).dim)
  }

  @Test(
    "nearest colours",
    arguments: [
      (Color.hex(0xFF0000), ColorDepth.indexed256, Color.indexed(196)),
      (.hex(0x808080), .indexed256, .indexed(244)),
      (.hex(0xFFFFFF), .sixteen, .indexed(15)),
      (.hex(0x000010), .sixteen, .indexed(0)),
      (.indexed(196), .sixteen, .indexed(9)),
      (.indexed(3), .sixteen, .indexed(3)),
      (.hex(0x123456), .trueColor, .hex(0x123456)),
      (.default, .sixteen, .default),
    ])
  func nearest(color: Color, depth: ColorDepth, expected: Color) {
    #expect(color.reduced(to: depth) == expected)
  }

  @Test("the selection is visible with any number of colours", arguments: ColorDepth.allCases)
  func selectionIsVisible(depth: ColorDepth) throws {
    let theme = try Theme.make("base", from: sources).reduced(to: depth)
    let plain = theme.appearance(for: .text)
    let bar = theme.appearance(for: .selection)
    #expect(bar.reverse || bar.background != plain.background)
    if depth == .none {
      for role in Role.allCases {
        #expect(theme[role].foreground == nil && theme[role].background == nil)
      }
      #expect(theme[.danger].bold)
    }
  }

  @Test(
    "colours as text",
    arguments: [
      ("#ff8000", Color.hex(0xFF8000)), ("default", .default), ("bright-blue", .indexed(12)),
      ("0", .indexed(0)), ("255", .indexed(255)), ("256", nil), ("-1", nil), ("#ff800", nil),
      ("#gg0000", nil), ("#+12345", nil), ("+5", nil), ("", nil), ("Red", nil),
    ] as [(String, Color?)])
  func colors(text: String, color: Color?) {
    #expect(Color(parsing: text) == color)
  }

  @Test func contrastOfKnownPairs() throws {
    let most = try #require(Color.contrast(.hex(0x000000), .hex(0xFFFFFF)))
    #expect(abs(most - 21) < 0.001)
    // 4.54 is the ratio that WCAG's own examples give for #767676 on white.
    let grey = try #require(Color.contrast(.hex(0x767676), .hex(0xFFFFFF)))
    #expect(abs(grey - 4.54) < 0.01)
    let same = try #require(Color.contrast(.hex(0x3366AA), .hex(0x3366AA)))
    #expect(same == 1)
    #expect(Color.contrast(.default, .hex(0)) == nil)
  }

  @Test func everyRoleHasAName() {
    for role in Role.allCases { #expect(Role(named: role.name) == role) }
    #expect(Set(Role.allCases.map(\.name)).count == Role.allCases.count)
    #expect(Role(named: "age-over-90") == .ageOver90)
    #expect(Role(named: "nope") == nil)
  }
}
