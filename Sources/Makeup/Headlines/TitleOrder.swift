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
}

/// Titles that stand in the order of their page.
struct OrderedTitles {
  private var titles: [(rect: Rect, priority: Int, size: Length)] = []

  mutating func add(_ size: Length, of priority: Int, in rect: Rect) {
    titles.append((rect, priority, size))
  }

  /// How large the titles above a frame let that of its story be.
  func most(for priority: Int, in rect: Rect, by order: TitleOrder) -> Length? {
    titles.filter { $0.rect.maxY <= rect.y }
      .compactMap { order.most(under: $0.size, lead: $0.priority - priority) }.min()
  }
}

extension Frame {
  /// Boxes and upright heads go their own way.
  var isInTitleOrder: Bool {
    !isSetApart && mode == .horizontal && headline.position != .vertical
  }
}
