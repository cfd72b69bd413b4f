import Manuscripts

/// A number as it stands in a cell, parted where it is aligned: `−2` and `.7%` (小数点对齐). Its digits
/// before the point stand right, whatever follows stands left (Chicago Manual of Style, ch. 3).
struct Figure: Hashable {
  /// Sign, currency and whole digits.
  var whole: String
  /// Point, decimals and unit; of a time or a score all from its colon on.
  var rest: String

  /// Nil when the text is no number with at most a few characters of unit.
  init?(_ text: String) {
    let characters = Array(text)
    var at = 0
    while at < characters.count, Self.leading.contains(characters[at]) { at += 1 }
    let digits = at
    while at < characters.count, characters[at].isDigit || (at > digits && characters[at] == ",") {
      at += 1
    }
    guard at > digits else { return nil }
    whole = String(characters[..<at])
    var end = at
    if end + 1 < characters.count, Self.points.contains(characters[end]),
      characters[end + 1].isDigit
    {
      end += 1
      while end < characters.count, characters[end].isDigit { end += 1 }
    }
    let unit = characters[end...]
    guard unit.count <= 3, !unit.contains(where: { $0.isDigit || Self.joining.contains($0) })
    else { return nil }
    rest = String(characters[at...])
  }

  private static let leading: Set<Character> = [
    "+", "-", "−", "－", "＋", "±", "▲", "△", "▼", "▽", "↑", "↓", "¥", "￥", "$", "€", "£", " ",
  ]
  /// Decimals, and the second number of a time or a score, follow these.
  private static let points: Set<Character> = [".", ":", "：", "∶"]
  /// Marks between two numbers that are not aligned: a range, a date.
  private static let joining: Set<Character> = [":", "：", "/", "-", "—", "–", "~", "～", ".", "∶"]

  /// What a column of figures has where there is none, and what exchanges print there.
  static func isVoid(_ text: String) -> Bool { voids.contains(text) }
  private static let voids: Set<String> = [
    "", "—", "－", "-", "–", "——", "…", "/", "持平", "平", "停牌", "休市", "无", "横ばい", "変わらず",
  ]
}

extension Character {
  fileprivate var isDigit: Bool { self >= "0" && self <= "9" || self >= "０" && self <= "９" }
}

extension TableGrid {
  /// Whether a column holds figures: every cell under its head is one, or says that there is none.
  func holdsFigures(_ column: Int) -> Bool {
    let texts = body(ofColumn: column).filter { !$0.isGroup && !Figure.isVoid($0.text) }.map(\.text)
    return !texts.isEmpty && texts.allSatisfy { Figure($0) != nil }
  }
}
