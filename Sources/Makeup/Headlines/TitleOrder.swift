import Geometry
import PageDesign

/// Titles get smaller down the page, by the priority of their stories (倒挂 where they do not).
struct TitleOrder {
  /// Priorities that differ by less are one rank: editors number their stories in tens and fives, and the room at hand
  /// decides which of two neighbours is larger.
  let usualGap: Int

  /// How large a title may be under that of a story that is weightier by so much: as the next 号 is, a fifth larger (小初
  /// 36 and 初号 42, 小二 18 and 二号 22). One half as large again speaks of half the gap, one twice as large of any.
  func most(under size: Length, lead: Int) -> Length? {
    if lead >= usualGap { return size * 6 / 5 }
    let unit = Length(units: 1)
    if lead >= (usualGap + 1) / 2 { return size * 3 / 2 - unit }
    return lead >= 1 ? size * 2 - unit : nil
  }

  /// How large one may be beside that of a weightier story, whose frame may be narrower: half as large again.
  func most(beside size: Length, lead: Int) -> Length? {
    lead >= usualGap ? size * 3 / 2 : nil
  }

  /// How large one may be in a rectangle, for that of a weightier story in another.
  func most(in rect: Rect, for size: Length, of other: Rect, lead: Int) -> Length? {
    if other.maxY <= rect.y { return most(under: size, lead: lead) }
    return rect.spansRows(of: other) && !rect.spansColumns(of: other)
      ? most(beside: size, lead: lead) : nil
  }
}

/// Titles that stand in the order of their page.
struct OrderedTitles {
  private var titles: [(rect: Rect, priority: Int, size: Length)] = []

  mutating func add(_ size: Length, of priority: Int, in rect: Rect) {
    titles.append((rect, priority, size))
  }

  /// How large the titles above a frame and beside it let that of its story be.
  func most(for priority: Int, in rect: Rect, by order: TitleOrder) -> Length? {
    titles.compactMap {
      order.most(in: rect, for: $0.size, of: $0.rect, lead: $0.priority - priority)
    }.min()
  }
}

extension Frame {
  /// Boxes and upright heads go their own way.
  var isInTitleOrder: Bool {
    !isSetApart && mode == .horizontal && headline.position != .vertical
  }
}
