import Geometry

/// A wavy line of whole waves (书名号甲式), as a path to be stroked.
package struct WaveMark: Hashable, Sendable {
  package var from: Point
  package var to: Point
  /// From crest to trough, between the middles of the stroke.
  package var height: Length
  package var waves: Int
  package var weight: Length
  package var ink: Ink

  package init(from: Point, to: Point, height: Length, waves: Int, weight: Length, ink: Ink) {
    (self.from, self.to, self.height) = (from, to, height)
    (self.waves, self.weight, self.ink) = (waves, weight, ink)
  }
}

/// A cubic curve from where the last one ended.
package struct PathCurve: Hashable, Sendable {
  package var control1: Point
  package var control2: Point
  package var end: Point
}

extension WaveMark {
  /// Half a sine wave is drawn by a cubic curve whose controls stand 0.3642 of its length from its ends, 4/3
  /// of its height away.
  private static let (reach, lift) = (3642, 10_000)

  /// Two curves a wave; the first hill lies left of the way, which is above a horizontal line.
  package var curves: [PathCurve] {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    // Across the way, as long as half the height: the lines of a page run along x or along y.
    let isLevel = dy == .zero
    let rise = height * 2 / 3
    return (0..<2 * waves).map { index in
      let side = index.isMultiple(of: 2) ? -rise : rise
      func point(_ parts: Int, lifted: Bool) -> Point {
        let whole = 2 * waves * Self.lift
        let along = index * Self.lift + parts
        let (x, y) = (
          Length(units: dx.units * along / whole), Length(units: dy.units * along / whole)
        )
        let off = lifted ? side : .zero
        return Point(
          x: from.x + x - (isLevel ? .zero : off), y: from.y + y + (isLevel ? off : .zero))
      }
      return PathCurve(
        control1: point(Self.reach, lifted: true),
        control2: point(Self.lift - Self.reach, lifted: true),
        end: point(Self.lift, lifted: false))
    }
  }
}
