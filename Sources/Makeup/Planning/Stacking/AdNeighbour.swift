import Geometry
import Manuscripts

/// What an advertisement may have to keep away from, and where it stands.
struct AdNeighbour {
  enum Thing {
    case ad(Advertisement)
    case story(Story)
  }

  var thing: Thing
  var areas: [Rect]

  init(_ thing: Thing, areas: [Rect]) { (self.thing, self.areas) = (thing, areas) }

  func isUnwelcome(to ad: Advertisement) -> Bool {
    switch thing {
    case .ad(let other): other.id != ad.id && ad.rivalry(with: other) != nil
    case .story(let story): ad.objection(to: story) != nil
    }
  }

  /// Side by side or under each other, with no more than white between.
  func isBeside(_ others: [Rect]) -> Bool { areas.areBeside(others) }
}

extension [Rect] {
  /// White that two things beside each other may have between them.
  private static let white = Length.millimetres(12)

  /// Whether one of these and one of those face each other across no more than white.
  func areBeside(_ others: [Rect]) -> Bool {
    contains { a in
      others.contains { b in
        Swift.max(a.gapAcross(to: b), a.gapDown(to: b)) <= Self.white
          && (a.spansRows(of: b) || a.spansColumns(of: b))
      }
    }
  }
}
