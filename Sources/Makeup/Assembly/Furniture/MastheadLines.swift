import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

// The day, and what a paper says of itself.

extension FurnitureSetter {
  /// Date, weekday, lunar date, issue number and number of pages.
  private var dateTexts: [String] {
    [
      dateText, edition.weekday, edition.lunar,
      edition.issue.map { words.said(.issue, ["issue": $0]) } ?? "",
      words.said(.pages, ["pages": "\(edition.numberedPages)"]),
    ].filter { !$0.isEmpty }
  }

  /// The day in a block of its own, a line between it and the name.
  func dateBlock(from inline: Length, width: Length, height: Length, ruleAtLeft: Bool) -> [Item] {
    let style = types.style("masthead-date")
    let rows = dateTexts
    let pitch = min(style.text.size * 2, height / (rows.count + 1))
    let first = (height - pitch * (rows.count - 1)) / 2
    let edge = ruleAtLeft ? inline - size / 2 : inline + width + size / 2
    return rows.enumerated().map { number, row in
      fittedLine(row, style, from: inline, measure: width, axis: first + pitch * number)
    } + [upright(at: edge, from: height / 10, to: height * 9 / 10, weight: 0.5)]
  }

  /// The day on one line over the publisher's lines.
  func dateLine(width: Length) -> FurnitureBlock {
    let style = types.style("masthead-date")
    let extent = style.text.size * 9 / 5
    let row = dateTexts.map {
      FittedText(types.wholeLine($0, as: style), types.width($0, as: style))
    }
    return FurnitureBlock(
      width: width, extent: extent,
      items: [rule(at: .zero, to: width, weight: 0.5)]
        + spread(row, style, width: width, axis: extent / 2))
  }

  /// The day under an upright name, row by row; one that would be set much smaller takes several.
  func dateRows(width: Length) -> FurnitureBlock {
    let style = types.style("masthead-date").aligned(.center)
    let rows = dateTexts.flatMap { text in
      types.width(text, as: style) * 7 / 8 > width
        ? types.balancedTexts(text, as: style, measure: width) : [text]
    }
    let pitch = style.text.size * 8 / 5
    return FurnitureBlock(
      width: width, extent: pitch * rows.count,
      items: rows.enumerated().map { number, row in
        fittedLine(row, style, from: .zero, measure: width, axis: pitch * number + pitch / 2)
      })
  }

  /// Publisher, registration, telephone …: spread over one or more lines between rules of 1 and 0.5 pt.
  func publisherLines(width: Length) -> FurnitureBlock {
    let style = types.style("masthead-line")
    let texts = edition.masthead.lines(in: edition.language, imprint: !hasImprint)
    var items: [Item] = [rule(at: .zero, to: width, weight: 1)]
    guard !texts.isEmpty else {
      return FurnitureBlock(width: width, extent: .points(1), items: items)
    }
    let pitch = style.text.size * 8 / 5
    var axis = pitch * 3 / 5
    for row in rowsOf(texts, style, width: width) {
      items += spread(row, style, width: width, axis: axis)
      axis += pitch
    }
    let end = axis - pitch * 2 / 5
    items.append(rule(at: end, to: width, weight: 0.5))
    return FurnitureBlock(width: width, extent: end + .points(0.5), items: items)
  }

  /// As few rows as the texts need with an em between them, and those about equally long; a text longer than a row
  /// takes several.
  func rowsOf(_ texts: [String], _ style: ResolvedStyle, width: Length) -> [[FittedText]] {
    let set = texts.flatMap { fitted($0, style, width: width) }
    let em = style.text.size
    let rows = filled(set, em: em, width: width)
    // In a width for one of them two on a row would stand out.
    if rows.count * 3 >= set.count * 2 { return set.map { [$0] } }
    var narrow = width / max(1, rows.count)
    while narrow < width {
      let even = filled(set, em: em, width: narrow)
      if even.count == rows.count { return even }
      narrow += em
    }
    return rows
  }

  /// How small a line may get rather than be parted, in thousandths of its size.
  private static let leastSize = 820

  private func fitted(_ text: String, _ style: ResolvedStyle, width: Length) -> [FittedText] {
    let own = types.width(text, as: style)
    if own <= width { return [FittedText(types.wholeLine(text, as: style), own)] }
    // An address, or a line hardly too long, is rather a little smaller than parted.
    let smaller = style.sized(Length(units: style.text.size.units * width.units / own.units))
    if own.thousandths(Self.leastSize) <= width {
      return [FittedText(types.wholeLine(text, as: smaller), types.width(text, as: smaller))]
    }
    return types.balancedTexts(text, as: style, measure: width).map {
      FittedText(types.line($0, as: style.aligned(.center), measure: width), width)
    }
  }

  /// Rows filled one after another up to a width.
  private func filled(_ texts: [FittedText], em: Length, width: Length) -> [[FittedText]] {
    var rows: [[FittedText]] = []
    var used = Length.zero
    for text in texts {
      if rows.isEmpty || used + em + text.width > width {
        rows.append([text])
        used = text.width
      } else {
        rows[rows.count - 1].append(text)
        used = used + em + text.width
      }
    }
    return rows
  }

  /// Texts on one line, the first at its start, the last at its end, even gaps between.
  func spread(_ texts: [FittedText], _ style: ResolvedStyle, width: Length, axis: Length) -> [Item]
  {
    let white = width - texts.map(\.width).reduce(.zero, +)
    let gap = texts.count < 2 ? .zero : white / (texts.count - 1)
    var inline = texts.count == 1 ? white / 2 : .zero
    return texts.map { text in
      defer { inline += text.width + gap }
      return .line(
        text.line, start: LogicalPoint(inline: inline, block: axis), Ink(percents: style.ink))
    }
  }
}

/// A line of furniture and how wide it is.
struct FittedText {
  var line: Line
  var width: Length
  init(_ line: Line, _ width: Length) { (self.line, self.width) = (line, width) }
}

extension TypeCase {
  /// A text on one line as long as itself.
  fileprivate func wholeLine(_ text: String, as style: ResolvedStyle) -> Line {
    line(text, as: style.aligned(.start), measure: width(text, as: style))
  }
}
