import Fonts
import Geometry

/// A display list as text that people can read and compare (校样文字): one line a mark, places in
/// millimetres from the page's top left to 1/100, tags indented as they nest.
///
/// Glyph ids are left out, since another release of a font may number them anew; where the first and
/// the last glyph stand shows every change of a line's setting.
package struct Proof: Hashable, Sendable {
  package let text: String

  /// `fonts` are the names to print for font 0, 1, …; without them the numbers are printed.
  package init(_ page: DisplayList, fonts: [String] = []) {
    var lines = ["page \(page.code) \(page.size.proof)"]
    var depth = 0
    for mark in page.marks {
      if case .end = mark { depth -= 1 }
      let indent = String(repeating: "  ", count: max(0, depth))
      lines.append(indent + mark.proof(fonts))
      if case .begin = mark { depth += 1 }
    }
    for mark in page.bookmarks {
      lines.append("bookmark \(mark.level) \(mark.title) @\(mark.point.proof)")
    }
    text = lines.joined(separator: "\n") + "\n"
  }
}

extension Mark {
  fileprivate func proof(_ fonts: [String]) -> String {
    switch self {
    case .glyphs(let glyphs): glyphs.proof(fonts)
    case .fill(let rect, let ink): "fill \(rect.proof) \(ink.proof)"
    case .stroke(let rect, let weight, let ink):
      "stroke \(rect.proof) \(weight.proofPoints) \(ink.proof)"
    case .roundBox(let box):
      "round \(box.rect.proof) r\(box.radius.proofPoints)"
        + (box.fill.map { " fill \($0.proof)" } ?? "")
        + (box.stroke.map { " stroke \(box.weight.proofPoints) \($0.proof)" } ?? "")
    case .line(let from, let to, let weight, let ink, let pattern):
      "line @\(from.proof) → \(to.proof) \(weight.proofPoints) \(ink.proof)"
        + (pattern == .solid ? "" : " \(pattern)")
    case .wave(let wave):
      "wave @\(wave.from.proof) → \(wave.to.proof) × \(wave.waves) \(wave.weight.proofPoints)"
        + " \(wave.ink.proof)"
    case .path(let path): path.proof
    case .picture(let picture):
      "picture \(picture.file) \(picture.placement.proof)"
        + (picture.clip == picture.placement ? "" : " clip \(picture.clip.proof)")
        + picture.shape.proof
    case .begin(let tag): "begin \(tag.proof)"
    case .end(let tag): "end \(tag.proof)"
    }
  }
}

extension PathMark<Point> {
  fileprivate var proof: String {
    let dashes = pattern == .solid ? "" : " \(pattern)"
    return "path" + steps.map { " " + $0.proof }.joined()
      + (fill.map { " fill \($0.proof)" } ?? "")
      + (stroke.map { " stroke \(weight.proofPoints) \($0.proof)\(dashes)" } ?? "")
  }
}

extension PathStep<Point> {
  fileprivate var proof: String {
    switch self {
    case .move(let end): "@\(end.proof)"
    case .line(let end): "→ \(end.proof)"
    case .curve(_, _, let end): "⤳ \(end.proof)"
    case .close: "closed"
    }
  }
}

extension MarkTag {
  fileprivate var proof: String {
    switch self {
    case .article(let id): "article \(id)"
    case .headline(let level): "headline \(level)"
    case .paragraph: "paragraph"
    case .figure(let alternative): alternative.isEmpty ? "figure" : "figure \(alternative)"
    case .table: "table"
    case .destination(let name): "destination \(name)"
    case .link(let target): "link \(target)"
    }
  }
}

extension GlyphMark {
  fileprivate func proof(_ fonts: [String]) -> String {
    var words = ["text", String(String.UnicodeScalarView(text))]
    if let first = glyphs.first, let last = glyphs.last {
      words.append("@\(first.origin.proof)")
      if glyphs.count > 1 { words.append("→ \(last.origin.proof)") }
    }
    words.append(size.proofPoints)
    words.append(fonts.indices.contains(font.index) ? fonts[font.index] : "font \(font.index)")
    if condense != 1000 { words.append("× \(decimal(condense, scale: 1000))") }
    if orientation == .rotated { words.append("turned") }
    if ink != .black { words.append(ink.proof) }
    return words.joined(separator: " ")
  }
}

extension Ink {
  fileprivate var proof: String {
    if self == .black { return "black" }
    if self == .white { return "white" }
    let inks = [("c", c), ("m", m), ("y", y), ("k", k)]
    return inks.filter { $0.1 != 0 }.map { "\($0.0)\($0.1)" }.joined(separator: " ")
  }
}

extension Length {
  fileprivate var proof: String {
    decimal(rounded(units, by: Length.unitsPerMillimetre / 100), scale: 100)
  }
  fileprivate var proofPoints: String {
    decimal(rounded(units, by: Length.unitsPerPoint / 100), scale: 100) + "pt"
  }
}

extension Point {
  fileprivate var proof: String { "\(x.proof),\(y.proof)" }
}

extension Size {
  fileprivate var proof: String { "\(width.proof)×\(height.proof)" }
}

extension Rect {
  fileprivate var proof: String { "@\(origin.proof) \(size.proof)" }
}

/// The nearest whole number of parts, a half away from nought.
private func rounded(_ value: Int, by part: Int) -> Int {
  (value + (value < 0 ? -part : part) / 2) / part
}

/// A count of hundredths or thousandths as a decimal number without idle noughts.
private func decimal(_ count: Int, scale: Int) -> String {
  let (whole, rest) = abs(count).quotientAndRemainder(dividingBy: scale)
  var digits = String(rest + scale).dropFirst()
  while digits.hasSuffix("0") { digits = digits.dropLast() }
  return (count < 0 ? "-" : "") + String(whole) + (digits.isEmpty ? "" : ".\(digits)")
}

extension ClipShape {
  fileprivate var proof: String {
    switch self {
    case .rectangle: ""
    case .ellipse: " ellipse"
    case .parts(let parts): parts.map { " part \($0.proof)" }.joined()
    case .round(let radius): " r\(radius.proofPoints)"
    case .outline(let points): " outline of \(points.count)"
    }
  }
}
