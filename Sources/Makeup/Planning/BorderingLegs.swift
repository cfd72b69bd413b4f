import Geometry
import PageDesign

extension StorySetter {
  /// The legs, numbered through all parts, after which another story's text may begin without a title before it, under a
  /// column or left of a tier: there a paragraph that ends with its column reads as if it went on (段尾齐栏底).
  func bordering(_ parts: [StoryPart]) -> Set<Int> {
    var found: Set<Int> = []
    var first = 0
    for part in parts {
      let layout = pages[part.address.page].layout
      let others = layout.frames.filter {
        $0.id != part.frame.id && $0.mode == part.frame.mode && $0.beginsBare
          && !layout.isRuled(between: part.frame, and: $0)
      }
      for room in part.rooms {
        if room.isAtFoot, !part.frame.isSetApart, !others.isEmpty {
          found.formUnion(
            room.legs.indices.filter { isBefore(others, room, $0, layout.grid) }.map { first + $0 })
        }
        first += room.legs.count
      }
    }
    return found
  }

  private func isBefore(_ others: [Frame], _ room: Room, _ leg: Int, _ grid: BodyGrid) -> Bool {
    let leg = room.rect(of: room.legs[leg])
    return others.contains { other in
      other.areas.contains { area in
        let rect = grid.rect(columns: area.columns, lines: area.lines)
        let (gap, shared) =
          switch room.mode {
          case .horizontal: (rect.y - leg.maxY, rect.sharedWidth(with: leg))
          case .vertical: (leg.x - rect.maxX, rect.sharedHeight(with: leg))
          }
        return shared > .zero && gap >= .zero && gap <= grid.pitch * 3
      }
    }
  }
}

extension Room {
  /// A leg's whole depth on the page.
  fileprivate func rect(of leg: Leg) -> Rect {
    mode.place(
      LogicalRect(
        inline: leg.inline, block: .zero, inlineSize: leg.measure, blockSize: size.block),
      in: rect)
  }
}

extension Frame {
  /// Its text may begin in its first line, the title beside it or in its middle.
  fileprivate var beginsBare: Bool {
    kind == .article && !isSetApart
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
