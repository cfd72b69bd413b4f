import Diagnostics
import Geometry
import Schema

/// A layout as read: nil when the page cannot be made by it.
package struct LayoutReading: Sendable {
  package var layout: Layout?
  /// Frames that were left out for a fault of theirs, reported already.
  package var droppedFrames: [String] = []
  package var diagnostics: [Diagnostic] = []
}

/// Reads layouts/*.yaml. What is not well written stops the edition; a frame or a page that cannot
/// stand as drawn is contained: the frame is left out, or the page is replaced.
package func readLayout(_ source: SourceText) -> LayoutReading {
  let findings = Findings(stopsEdition: true)
  var reading = LayoutReading()
  if let value = readYAML(source, findings: findings),
    let fields = Fields(value, as: .layout, findings: findings)
  {
    reading = LayoutReader(source: source, findings: findings).read(fields)
  }
  reading.diagnostics = findings.diagnostics
  return reading
}

private struct LayoutReader {
  let source: SourceText
  let findings: Findings

  func read(_ fields: Fields) -> LayoutReading {
    guard let page = fields.map("page"), let gridFields = fields.map("grid"),
      let size = size(of: page), let grid = GridReader(page: size).read(gridFields)
    else { return LayoutReading() }
    let maps = fields.maps("frames")
    guard maps.count <= LayoutLimits.frames else {
      findings.keep(
        Diagnostic(
          .tooManyFrames, at: fields.place(of: "frames"),
          ["limit": "\(LayoutLimits.frames)", "count": "\(maps.count)"]))
      return LayoutReading()
    }
    let rank = fields.located("rank")
    let frames = maps.compactMap { FrameReader(grid: grid, rank: rank).read($0) }
    var selection = FrameSelection(grid: grid, findings: findings)
    selection.take(frames)
    var layout = Layout(
      name: fields.text("layout") ?? source.file, file: source.file, size: size,
      bleed: page.length("bleed") ?? .zero, grid: grid, frames: selection.frames)
    let rules = RuleReader(known: maps.compactMap { $0.text("id") })
    // A rule beside a frame that was left out goes with it.
    layout.rules = fields.maps("rules").compactMap(rules.read).filter { rule in
      !rule.frames.contains(where: selection.dropped.contains)
    }
    return LayoutReading(layout: layout, droppedFrames: selection.dropped)
  }

  private func size(of page: Fields) -> Size? {
    guard let width = page.length("width"), let height = page.length("height") else { return nil }
    guard LayoutLimits.page.contains(width), LayoutLimits.page.contains(height) else {
      let size = "\(Measure.millimetres(width)) × \(Measure.millimetres(height)) mm"
      findings.keep(Diagnostic(.pageSize, at: page.place, ["size": size]))
      return nil
    }
    return Size(width: width, height: height)
  }
}

/// Lengths in messages.
enum Measure {
  /// Tenths of a millimetre, `273` or `18.8`.
  static func millimetres(_ length: Length) -> String {
    let tenths = Int((length.millimetres * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
  }
}

/// Reads the grid, and checks that a page can hold it.
private struct GridReader {
  let page: Size

  func read(_ fields: Fields) -> BodyGrid? {
    guard let size = fields.length("size"), let pitch = fields.length("pitch"),
      isSound(size, pitch, fields), let columns = columns(fields), let chars = chars(fields),
      let lines = fields.integer("lines")
    else { return nil }
    let gutter = fields.quantity("gutter") ?? .characters(tenThousandths: 10_000)
    var grid = BodyGrid(
      columns: columns, chars: chars, gutter: gutter.length(em: size, pitch: pitch), lines: lines,
      size: size, pitch: pitch, origin: Point(x: .zero, y: .zero))
    guard let origin = origin(of: grid, fields) else { return nil }
    grid.origin = origin
    return grid
  }

  private func isSound(_ size: Length, _ pitch: Length, _ fields: Fields) -> Bool {
    let fault: Diagnostic
    if !LayoutLimits.size.contains(size) {
      fault = Diagnostic(.bodySize, at: fields.place(of: "size"))
        .wording("reason", "字号要 4–500 pt", "a body size is 4 to 500 pt")
    } else if pitch < size {
      fault = Diagnostic(.bodySize, at: fields.place(of: "pitch"))
        .wording("reason", "行距小于字号", "the pitch of lines is smaller than the size of type")
    } else {
      return true
    }
    fields.findings.add(fault)
    return false
  }

  private func columns(_ fields: Fields) -> Int? {
    fields.integer("columns") { value, place in
      Diagnostic(
        .columnCount, at: place, ["limit": "\(LayoutLimits.columns)", "value": "\(value)"])
    }
  }

  private func chars(_ fields: Fields) -> Int? {
    let narrow = { (value: Int, place: SourcePlace) in
      Diagnostic(
        .measureTooNarrow, at: place, ["chars": "\(value)", "limit": "\(LayoutLimits.measure)"])
    }
    guard let chars = fields.integer("chars", orReport: narrow) else { return nil }
    if chars >= LayoutLimits.measure { return chars }
    fields.findings.keep(narrow(chars, fields.place(of: "chars")))
    return nil
  }

  /// Where it is given, or in the middle of the page; nil when the page is too small.
  private func origin(of grid: BodyGrid, _ fields: Fields) -> Point? {
    var origin = Point(x: (page.width - grid.width) / 2, y: (page.height - grid.height) / 2)
    if let given = fields.map("origin") {
      guard let x = given.length("x"), let y = given.length("y") else { return nil }
      origin = Point(x: x, y: y)
    }
    let fits =
      origin.x >= .zero && origin.y >= .zero && grid.gutter >= .zero
      && origin.x + grid.width <= page.width && origin.y + grid.height <= page.height
    if fits { return origin }
    let mm = Measure.millimetres
    fields.findings.keep(
      Diagnostic(
        .typeAreaTooLarge, at: fields.place,
        [
          "area": area(grid, at: fields.has("origin") ? origin : nil),
          "page": "\(mm(page.width)) × \(mm(page.height)) mm",
        ]))
    return nil
  }

  private func area(_ grid: BodyGrid, at origin: Point?) -> String {
    let mm = Measure.millimetres
    guard let origin else { return "\(mm(grid.width)) × \(mm(grid.height)) mm" }
    return "(\(mm(origin.x)) + \(mm(grid.width))) × (\(mm(origin.y)) + \(mm(grid.height))) mm"
  }
}

/// Reads one rule.
private struct RuleReader {
  /// Ids of all frames that the file has.
  let known: [String]

  func read(_ fields: Fields) -> RuleDesign? {
    guard let position = position(fields), let weight = fields.length("weight") else { return nil }
    return RuleDesign(
      position: position, weight: weight, pattern: fields.choice("pattern") ?? .solid,
      ink: fields.ink("ink") ?? .black,
      place: fields.place)
  }

  private func position(_ fields: Fields) -> RuleDesign.Position? {
    let keys = ["above", "below", "between"].filter(fields.has)
    guard keys.count == 1, let key = keys.first else {
      let expected = Expected.said(
        zh: "线要写 above、below、between 中的一个", en: "a rule has one of above, below and between")
      fields.findings.add(expected.diagnostic(at: fields.place))
      return nil
    }
    let names = key == "between" ? fields.texts(key) : fields.located(key).map { [$0] } ?? []
    guard names.count == (key == "between" ? 2 : 1) else {
      let expected = Expected.said(zh: "要两个框名，如 [lead, comment]", en: "must hold two frames")
      if key == "between" {
        fields.findings.add(expected.diagnostic(at: fields.place(of: key), key: key))
      }
      return nil
    }
    let missing = names.filter { !known.contains($0.value) }
    for name in missing {
      fields.findings.keep(
        Diagnostic(
          .ruleFrameMissing, at: name.place,
          ["frame": name.value, "nearest": NearestWord.to(name.value, among: known) ?? ""]))
    }
    guard missing.isEmpty else { return nil }
    return switch key {
    case "above": .above(names[0].value)
    case "below": .below(names[0].value)
    default: .between(names[0].value, names[1].value)
    }
  }
}

extension RuleDesign {
  /// The frames it stands by.
  var frames: [String] {
    switch position {
    case .above(let frame), .below(let frame): [frame]
    case .between(let first, let second): [first, second]
    }
  }
}
