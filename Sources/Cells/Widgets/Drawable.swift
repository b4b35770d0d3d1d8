/// Something that draws itself into a rectangle of a frame and changes nothing else.
///
/// A widget never draws outside its rectangle and never traps, however small the rectangle is.
package protocol Drawable: Sendable {
  /// Draws into a rectangle of the frame, with that set of glyphs.
  func draw(into frame: inout Frame, rect: Rect, glyphs: Glyphs)
}
