import Geometry
import Manuscripts
import PageDesign

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
  func isBeside(_ others: [Rect]) -> Bool { areas.face(others, across: AdScope.white) }
}
