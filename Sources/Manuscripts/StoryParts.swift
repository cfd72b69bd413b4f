import Diagnostics
import Geometry
import Schema

/// Reads what belongs to a story besides its heads: text, pictures, table, sidebars.
struct StoryParts {
  let folder: EditionFolder
  let limits: Limits
  let source: SourceText
  let findings: Findings
  /// Faults that cost a picture or the join of two cells, not the story.
  let gentle = Findings(stopsEdition: false)
  private(set) var sources: [SourceText] = []

  init(folder: EditionFolder, limits: Limits, source: SourceText, findings: Findings) {
    (self.folder, self.limits) = (folder, limits)
    (self.source, self.findings) = (source, findings)
  }

  mutating func read(_ fields: Fields, into story: inout Story) {
    story.photos = fields.maps("photos").compactMap(photo)
    if let table = fields.map("table") { story.table = self.table(table) }
    if let keys = fields.map("chart") { story.chart = chart(keys) }
    story.sidebars = fields.maps("sidebars").compactMap(sidebar)
    story.quote = fields.map("quote").map { quote in
      QuoteStand(
        anchor: quote.choice("anchor"), columns: quote.integer("columns"),
        wrap: quote.choice("wrap"))
    }
    story.code = fields.map("qr").flatMap { code in
      code.located("text").map { CodeBlock(text: $0, caption: code.text("caption")) }
    }
  }
}

// MARK: Text

extension StoryParts {
  mutating func readBody(_ lines: Range<Int>, of fields: Fields, into story: inout Story) {
    let start = source.range(ofLine: lines.lowerBound).lowerBound
    let count = source.scalars[start...].count { !$0.isBlank }
    guard count <= limits.articleCharacters else {
      findings.add(
        Diagnostic(
          .manuscriptTooLong, at: source.place(line: lines.lowerBound, column: 1),
          ["chars": "\(count)", "limit": "\(limits.articleCharacters)"]))
      return
    }
    story.blocks = blocks(
      lines.map { ManuscriptLine(source.line($0), at: source.range(ofLine: $0).lowerBound) },
      isVerse: story.style == Story.verseStyle)
    story.trim = trim(fields, blocks: story.blocks)
    let others = ["photos", "table", "chart"].filter(fields.has)
    if story.blocks.isEmpty, others.isEmpty {
      findings.add(
        Diagnostic(.noBody, at: source.place(line: max(1, lines.lowerBound - 1), column: 1)))
    }
  }

  private func blocks(_ lines: [ManuscriptLine], isVerse: Bool = false) -> [Block] {
    var reader = MarkupReader(source: source, isVerse: isVerse)
    reader.read(lines)
    gentle.add(reader.diagnostics)
    return reader.blocks
  }

  /// The numbers as they are written, without those that the story has no paragraph for.
  private func trim(_ fields: Fields, blocks: [Block]) -> [Int] {
    let count = blocks.count { $0.kind == .paragraph }
    var numbers: [Int] = []
    for number in fields.integers("trim") where !numbers.contains(number.value) {
      if number.value >= 1, number.value <= count {
        numbers.append(number.value)
      } else {
        gentle.add(
          Diagnostic(
            .trimUnknown, at: number.place, ["paragraph": "\(number.value)", "count": "\(count)"]))
      }
    }
    return numbers
  }

  private func sidebar(_ fields: Fields) -> Sidebar? {
    guard let title = fields.text("title"), let body = fields.located("body") else { return nil }
    return Sidebar(title: title, blocks: blocks(lines(of: body)))
  }

  /// The lines of a value. A literal block (`|`) keeps its lines, so each has its own place; of other
  /// values the place is that of the value.
  private func lines(of value: Located<String>) -> [ManuscriptLine] {
    let texts = value.value.split(separator: "\n", omittingEmptySubsequences: false)
    let origin = source.index(of: value.place)
    let isLiteral = origin < source.scalars.count && source.scalars[origin] == "|"
    return texts.enumerated().map { index, text in
      let scalars = Array(text.unicodeScalars)
      let typed = source.range(ofLine: value.place.line + 1 + index)
      guard isLiteral, let indent = indent(of: scalars, in: source.scalars[typed]) else {
        return ManuscriptLine(scalars, allAt: origin)
      }
      return ManuscriptLine(scalars[...], at: typed.lowerBound + indent)
    }
  }

  private func indent(of line: [Unicode.Scalar], in typed: ArraySlice<Unicode.Scalar>) -> Int? {
    let indent = typed.count - line.count
    return indent >= 0 && typed.dropFirst(indent).elementsEqual(line) ? indent : nil
  }
}

// MARK: Pictures, tables, charts

extension StoryParts {
  private func photo(_ fields: Fields) -> Picture? {
    if fields.has("file") == fields.has("files") {
      let expected = Expected.said(zh: "file 和 files 写一个", en: "wants one of file and files")
      fields.findings.add(expected.diagnostic(at: fields.place, key: "photos"))
    }
    let parts =
      fields.has("files") ? fields.maps("files").compactMap(part) : [part(fields)].compactMap { $0 }
    guard let first = parts.first else { return nil }
    var picture = Picture(
      path: first.path, file: first.file, caption: fields.text("caption"),
      credit: fields.text("credit"), columns: fields.integer("columns"), crop: first.crop,
      anchor: fields.choice("anchor"), wrap: fields.choice("wrap"))
    picture.others = Array(parts.dropFirst())
    picture.captionPlace = fields.choice("caption-at")
    picture.creditPlace = fields.choice("credit-at")
    picture.shape = fields.choice("shape")
    picture.width = fields.quantity("width", from: 2, to: 400)
    picture.outline = outline(fields, ofGroup: fields.has("files"))
    picture.distance = fields.quantity("distance", from: 0, to: 10)
    picture.gaze = fields.choice("gaze")
    return picture
  }

  /// A line goes round one picture: for a group it is an error.
  private func outline(_ fields: Fields, ofGroup isGroup: Bool) -> PictureOutline? {
    guard isGroup, fields.has("outline") else { return PictureOutline.read(fields) }
    let expected = Expected.said(
      zh: "组图没有 outline；要去底的图单独写一张", en: "goes round one picture: write it by itself, not in files")
    fields.findings.add(expected.diagnostic(at: fields.place, key: "outline"))
    return nil
  }

  private func part(_ fields: Fields) -> PicturePart? {
    guard let path = fields.located("file"), let checked = findings.check(path) else { return nil }
    let reader = PictureFileReader(folder: folder, limits: limits, purpose: .photograph)
    return PicturePart(
      path: checked, file: reader.read(checked, findings: gentle),
      crop: PictureCrop.read(fields, gentle: gentle))
  }

  private mutating func chart(_ fields: Fields) -> Chart? {
    let read = ChartReader(folder: folder, findings: findings, gentle: gentle).read(fields)
    sources += [read?.source].compactMap(\.self)
    return read?.chart
  }

  private mutating func table(_ fields: Fields) -> Table? {
    guard let path = fields.located("file"), let checked = findings.check(path) else { return nil }
    let text = folder.text(of: checked.value, limit: CSVReader.mostBytes, at: path.place)
    findings.add(text.diagnostics)
    guard let csv = text.value else { return nil }
    sources.append(csv)
    var reader = CSVReader(source: csv)
    let read = reader.read(headerRows: fields.integer("header") ?? 1)
    (read.value == nil ? findings : gentle).add(read.diagnostics)
    guard let table = read.value else { return nil }
    return TableKeys(fields: fields).dress(table)
  }
}

/// Which part of a picture to keep.
enum PictureCrop {
  static func read(_ fields: Fields, gentle: Findings) -> Picture.Crop {
    let middle = Picture.Crop.focus(x: 500, y: 500)
    let texts = fields.lines("crop")
    guard let first = texts.first else { return middle }
    let words = texts.flatMap {
      $0.value.split(whereSeparator: { $0 == " " || $0 == "," }).map(String.init)
    }
    if words.count == 1, let focus = focus(named: words[0]) { return focus }
    let numbers = words.compactMap(thousandths)
    guard numbers.count == words.count, words.count == 2 || words.count == 4 else {
      fields.findings.add(Expected.crop.diagnostic(at: first.place, key: "crop"))
      return middle
    }
    guard isInside(numbers) else {
      gentle.add(Diagnostic(.cropOutside, at: first.place))
      return middle
    }
    return numbers.count == 2
      ? .focus(x: numbers[0], y: numbers[1])
      : .rect(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
  }

  private static func isInside(_ numbers: [Int]) -> Bool {
    guard numbers.allSatisfy({ (0...1000).contains($0) }) else { return false }
    guard numbers.count == 4 else { return true }
    return numbers[2] > 0 && numbers[3] > 0 && numbers[0] + numbers[2] <= 1000
      && numbers[1] + numbers[3] <= 1000
  }

  /// `30%` or `0.3`.
  static func thousandths(_ text: String) -> Int? {
    text.hasSuffix("%") ? Decimal10(text.dropLast())?.times(10) : Decimal10(text)?.times(1000)
  }

  private static func focus(named name: String) -> Picture.Crop? {
    guard let anchor = PictureAnchor(rawValue: name) else { return nil }
    let word = anchor.rawValue
    let x = word.hasSuffix("left") ? 0 : word.hasSuffix("right") ? 1000 : 500
    let y = word.hasPrefix("top") ? 0 : word.hasPrefix("bottom") ? 1000 : 500
    return .focus(x: x, y: y)
  }
}

extension Fields {
  /// A length of so many 字, 行, or of as many times two and a half millimetres; nothing, and an error, for others.
  fileprivate func quantity(_ key: String, from least: Int, to most: Int) -> Quantity? {
    guard let quantity = quantity(key) else { return nil }
    let isInside =
      switch quantity {
      case .characters(let count), .lines(let count):
        (least * 10_000...most * 10_000).contains(count)
      case .absolute(let length):
        (Length.millimetres(5) * least / 2...Length.millimetres(5) * most / 2).contains(length)
      }
    if isInside { return quantity }
    let expected = Expected.said(
      zh: "要在 \(least) 至 \(most) 字之间", en: "must be from \(least) to \(most) characters")
    findings.add(expected.diagnostic(at: place(of: key), key: key))
    return nil
  }
}

extension PictureOutline {
  /// `alpha`, `shape`, or points as `x% y%`.
  static func read(_ fields: Fields) -> PictureOutline? {
    let texts = fields.lines("outline")
    guard let first = texts.first else { return nil }
    if texts.count == 1, first.value == "alpha" { return .transparency(first.place) }
    if texts.count == 1, first.value == "shape" { return .shape }
    let points = texts.compactMap { text -> PicturePoint? in
      let numbers = text.value.split { $0 == " " || $0 == "," }
        .compactMap { PictureCrop.thousandths(String($0)) }
      guard numbers.count == 2, numbers.allSatisfy((0...1000).contains) else { return nil }
      return PicturePoint(x: numbers[0] * 10, y: numbers[1] * 10)
    }
    guard points.count == texts.count, points.count >= 3, encloses(points) else {
      let expected = Expected.said(
        zh: "要 alpha、shape，或围出一块的至少三个点，如 [10% 0%, 90% 20%, 50% 100%]",
        en:
          "must be alpha, shape, or three points or more round an area, such as [10% 0%, 90% 20%, 50% 100%]"
      )
      fields.findings.add(expected.diagnostic(at: first.place, key: "outline"))
      return nil
    }
    return .points(points)
  }

  /// Whether a hundredth of the picture at the least lies inside: what a line encloses is the half of the sum of its
  /// sides' cross products.
  private static func encloses(_ points: [PicturePoint]) -> Bool {
    let sides = zip(points, points.dropFirst() + points.prefix(1))
    let twice = sides.reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }
    return abs(twice) >= 2 * 10_000 * 10_000 / 100
  }
}
