import Geometry
import PageDesign

extension StorySetter {
  /// The legs, numbered through all parts, under which another story's text may begin without a title over it: there a
  /// paragraph that ends with its column reads as if it went on (段尾齐栏底).
  func bordering(_ parts: [StoryPart]) -> Set<Int> {
    var found: Set<Int> = []
    var first = 0
    for part in parts {
      let layout = pages[part.address.page].layout
      let others = layout.frames.filter {
        $0.id != part.frame.id && $0.beginsBare && !layout.isRuled(between: part.frame, and: $0)
      }
      for room in part.rooms {
        if room.isAtFoot, !part.frame.isSetApart, !others.isEmpty {
          found.formUnion(
            room.legs.indices.filter { isOver(others, room, $0, layout.grid) }.map { first + $0 })
        }
        first += room.legs.count
      }
    }
    return found
  }

  private func isOver(_ others: [Frame], _ room: Room, _ leg: Int, _ grid: BodyGrid) -> Bool {
    let leg = room.legs[leg]
    let (left, right) = (room.rect.x + leg.inline, room.rect.x + leg.inline + leg.measure)
    return others.contains { other in
      other.areas.contains { area in
        let rect = grid.rect(columns: area.columns, lines: area.lines)
        return rect.x < right && left < rect.maxX && rect.y >= room.rect.maxY
          && rect.y - room.rect.maxY <= grid.pitch * 3
      }
    }
  }
}

extension Frame {
  /// Its text may begin in its first line, the title beside it or in its middle.
  fileprivate var beginsBare: Bool {
    kind == .article && mode == .horizontal && !isSetApart
      && [.side, .inside, .vertical].contains(headline.position)
  }
}

extension Layout {
  /// A line is drawn between two frames that lie over each other.
  fileprivate func isRuled(between upper: Frame, and lower: Frame) -> Bool {
    rules.contains { rule in
      switch rule.position {
      case .above(let id): id == lower.id
      case .below(let id): id == upper.id
      case .between: false
      }
    } || isRuled(beside: upper, lower)
  }

  /// A line is drawn that the layout asks for between two frames.
  func isRuled(beside a: Frame, _ b: Frame) -> Bool {
    rules.contains { rule in
      if case .between(let one, let other) = rule.position {
        Set([one, other]) == [a.id, b.id]
      } else {
        false
      }
    }
  }
}
