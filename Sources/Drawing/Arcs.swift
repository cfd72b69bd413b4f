import Geometry

extension PathMark<LogicalPoint> {
  /// A sector (扇形) from one direction clockwise to another; all the way round it is a disc.
  package static func sector(
    centre: LogicalPoint, radius: Length, from: Turn, to: Turn
  ) -> [PathStep<LogicalPoint>] {
    let isWhole = to.turns - from.turns >= 1
    let start = centre.towards(from, by: radius)
    let opening: [PathStep<LogicalPoint>] =
      isWhole ? [.move(to: start)] : [.move(to: centre), .line(to: start)]
    return opening + arc(centre: centre, radius: radius, from: from, to: to) + [.close]
  }

  /// Curves of an eighth of a turn at most: off the circle by less than a hundred-thousandth of its radius.
  private static func arc(centre: LogicalPoint, radius: Length, from: Turn, to: Turn)
    -> [PathStep<LogicalPoint>]
  {
    let turns = to.turns - from.turns
    let count = max(1, Int((turns * 8).rounded(.up)))
    let part = turns / Double(count)
    // Controls stand 4/3·tan(angle/4) of the radius along the tangents.
    let quarter = Turn(turns: part / 4)
    let reach = .points(radius.points * 4 / 3 * quarter.sine / quarter.cosine) as Length
    return (0..<count).map { index in
      let one = Turn(turns: from.turns + part * Double(index))
      let two = Turn(turns: from.turns + part * Double(index + 1))
      let (begin, end) = (centre.towards(one, by: radius), centre.towards(two, by: radius))
      return .curve(
        begin.towards(Turn(turns: one.turns + 0.25), by: reach),
        end.towards(Turn(turns: two.turns - 0.25), by: reach), to: end)
    }
  }
}
