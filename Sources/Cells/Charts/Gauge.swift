/// How far towards a goal: the number first, then a bar, then the share.
package struct Gauge: Drawable, Hashable {
  /// How far it is.
  package var value: Int
  /// How far it should be.
  package var goal: Int
  /// The role of the filled part.
  package var role: Role

  /// A gauge of a value towards its goal.
  package init(value: Int, goal: Int, role: Role = .accent) {
    self.value = value
    self.goal = goal
    self.role = role
  }

  /// Value and goal, as `42 of 60`.
  package var numbers: SafeText { "\(MoneyText.count(value)) of \(MoneyText.count(goal))" }

  package func draw(into frame: inout Frame, rect: Rect, glyphs: Glyphs) {
    let area = rect.line(0).intersection(frame.bounds)
    guard !area.isEmpty else { return }
    let share: SafeText = "\(ChartScale.percent(value, of: goal))%"
    let bar = area.columns - numbers.columns - share.columns - 2
    frame.write(numbers, in: area, glyphs: glyphs)
    guard bar >= 4 else {
      let room = area.columns - numbers.columns - 1
      if share.columns <= room {
        frame.write(share, at: area.origin.moved(columns: numbers.columns + 1), style: .muted)
      }
      return
    }
    let full = ChartScale.length(value, of: goal, in: bar)
    let start = area.origin.moved(columns: numbers.columns + 1)
    frame.write(SafeText(glyph: glyphs.gaugeFull, count: full), at: start, style: Style(role))
    frame.write(
      SafeText(glyph: glyphs.gaugeEmpty, count: bar - full), at: start.moved(columns: full),
      style: .border)
    frame.write(share, at: start.moved(columns: bar + 1), style: .muted)
  }
}
