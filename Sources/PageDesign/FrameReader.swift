import Diagnostics
import Geometry
import Schema

/// Reads one frame of a layout.
struct FrameReader {
  let grid: BodyGrid
  /// The rank of frames that do not say.
  var rank: Located<String>?

  func read(_ fields: Fields) -> ReadFrame? {
    guard let id = fields.located("id"), let kind: FrameKind = fields.choice("kind") else {
      return nil
    }
    guard Identifier.isValid(id.value) else {
      fields.findings.add(Identifier.expected.diagnostic(at: id.place, key: "id"))
      return nil
    }
    guard let spans = spans(fields) else { return nil }
    var frame = Frame(id: id.value, kind: kind, areas: [], place: id.place)
    readDesign(fields, into: &frame)
    frame.ground = GroundDesign.read(fields, areas: spans.count)
    readBody(fields, into: &frame)
    readStyle(fields, of: &frame)
    frame.box = fields.map("box").map(box)
    frame.photo = fields.map("photo").map(photo)
    frame.quote = fields.map("quote").map(standing)
    frame.masthead = fields.map("masthead").map(masthead) ?? MastheadDesign()
    frame.holds = holding(fields, kind: kind)
    checkMode(fields, of: &frame)
    frame.gather = fields.map("gather").map { gather in
      GatherDesign(column: gather.text("column"), rule: gather.length("rule") ?? .points(0.25))
    }
    frame.houseAd = fields.located("house-ad").flatMap(fields.findings.check)
    return ReadFrame(frame: frame, spans: spans)
  }

  /// Signs, codes, lists and running lines along the page's edge are horizontal in vertical papers too.
  private func checkMode(_ fields: Fields, of frame: inout Frame) {
    guard frame.mode == .vertical, frame.holds != nil || !frame.kind.mayBeVertical else { return }
    let what = frame.holds.map { "holds: \($0.rawValue)" } ?? "kind: \(frame.kind.rawValue)"
    let fits = FrameKind.allCases.filter(\.mayBeVertical).map(\.rawValue).joined(separator: ", ")
    fields.findings.add(
      Diagnostic(
        .modeMisfit, at: fields.place(of: "mode"),
        ["frame": frame.id, "kind": what, "fits": fits], frame: frame.id))
    frame.mode = .horizontal
  }

  private func masthead(_ fields: Fields) -> MastheadDesign {
    MastheadDesign(date: fields.choice("date"), align: fields.choice("align") ?? .center)
  }

  /// Frames for words and ears can hold something of the edition's own; others have their contents.
  private func holding(_ fields: Fields, kind: FrameKind) -> FrameHolding? {
    guard let holding: FrameHolding = fields.choice("holds") else { return nil }
    if kind == .text || kind == .ear { return holding }
    let expected = Expected.said(
      zh: "只能写在 text、ear 框里", en: "stands in frames of kind text and ear only")
    fields.findings.add(expected.diagnostic(at: fields.place(of: "holds"), key: "holds"))
    return nil
  }

  private func spans(_ fields: Fields) -> [ReadSpan]? {
    if fields.has("area") {
      if fields.has("columns") || fields.has("lines") {
        let expected = Expected.said(
          zh: "写了 area 就不写 columns、lines",
          en: "stands instead of columns and lines, not beside them")
        fields.findings.add(expected.diagnostic(at: fields.place(of: "area"), key: "area"))
      }
      let spans = fields.maps("area").compactMap(span)
      return spans.isEmpty ? nil : spans
    }
    for key in ["columns", "lines"] where !fields.has(key) {
      fields.findings.add(Diagnostic(.missingKey, at: fields.place, ["key": key]))
    }
    return span(fields).map { [$0] }
  }

  private func span(_ fields: Fields) -> ReadSpan? {
    guard let columns = fields.span("columns"), let lines = fields.span("lines") else { return nil }
    return ReadSpan(columns: columns, lines: lines)
  }

  private func readDesign(_ fields: Fields, into frame: inout Frame) {
    frame.takesJump = fields.flag("jump") ?? false
    frame.isOptional = fields.flag("optional") ?? false
    frame.yields = fields.integer("yields") ?? 0
    frame.mode = fields.choice("mode") ?? .horizontal
    frame.tint = fields.tint("tint")
    frame.reverse = fields.ground("reverse")
    frame.rank = fields.located("rank") ?? rank
    frame.text = fields.text("text")
  }

  private func readBody(_ fields: Fields, into frame: inout Frame) {
    if let headline = fields.map("headline") {
      frame.headline = HeadlineDesign(
        lines: headline.integer("lines"), position: headline.choice("position") ?? .over,
        columns: headline.integer("columns"), style: headline.text("style"),
        kickerStyle: headline.text("kicker"), subtitleStyle: headline.text("subtitle"))
      frame.headline.summary = headline.choice("summary")
      frame.headline.onPicture = onPicture(headline)
    }
    guard let body = fields.map("body") else { return }
    frame.bodyColumns = body.integer("columns")
    frame.bodyGutter = body.quantity("gutter")
    frame.remainder = body.choice("remainder") ?? .gutter
    if frame.remainder == .auto, frame.bodyColumns != nil || frame.mode == .vertical {
      let expected = Expected.said(
        zh: "auto 依版心的栏，横排用，不同 body.columns 并写",
        en: "auto follows the page's columns: for horizontal frames, without body.columns")
      body.findings.add(expected.diagnostic(at: body.place(of: "remainder"), key: "remainder"))
    }
    frame.bodyRule = body.length("rule") ?? .zero
    frame.bodyRuleInk = body.ink("ink") ?? .black
    frame.bodyStyle = body.text("style")
  }

  /// Of a story's text, or of a frame's own words; nothing else is set in one style.
  private func readStyle(_ fields: Fields, of frame: inout Frame) {
    switch frame.kind {
    case .article: frame.bodyStyle = frame.bodyStyle ?? fields.text("style")
    case .text: frame.style = fields.text("style")
    default:
      guard fields.text("style") != nil else { return }
      let expected = Expected.said(
        zh: "写在 article、text 框里", en: "stands in frames of kind article and text")
      fields.findings.add(expected.diagnostic(at: fields.place(of: "style"), key: "style"))
    }
  }

  private func photo(_ fields: Fields) -> PhotoDesign {
    var photo = standing(fields)
    photo.caption = fields.choice("caption-at")
    photo.credit = fields.choice("credit-at")
    photo.shape = fields.choice("shape")
    return photo
  }

  private func standing(_ fields: Fields) -> PhotoDesign {
    PhotoDesign(
      anchor: fields.word("anchor"), columns: fields.integer("columns"),
      wrap: fields.choice("wrap") ?? .auto)
  }

  private func onPicture(_ headline: Fields) -> PictureHeadDesign {
    var design = PictureHeadDesign(
      anchor: headline.word("anchor"), isWhite: headline.word("type") != "black")
    if headline.has("strip") {
      let isNone = headline.text("strip") == "none"
      design.strip = isNone ? nil : headline.tint("strip")
    }
    return design
  }

  private func box(_ fields: Fields) -> BoxDesign {
    BoxDesign(
      rule: fields.length("rule") ?? .zero,
      padding: fields.quantity("padding") ?? .characters(tenThousandths: 0),
      ink: fields.ink("ink") ?? .black, tint: fields.tint("tint"),
      corners: fields.choice("corners") ?? .square)
  }
}

/// Columns and lines as they were written, not yet held against the grid.
struct ReadSpan {
  var columns: Located<(first: Int, last: Int)>
  var lines: Located<(first: Int, last: Int)>
}

/// A frame as written; its areas are still to be checked.
struct ReadFrame {
  var frame: Frame
  var spans: [ReadSpan]
}

/// The frames that can stand on the grid together; the others are reported and left out.
struct FrameSelection {
  let grid: BodyGrid
  let findings: Findings
  private(set) var frames: [Frame] = []
  private(set) var dropped: [String] = []

  init(grid: BodyGrid, findings: Findings) { (self.grid, self.findings) = (grid, findings) }

  mutating func take(_ list: [ReadFrame]) {
    for read in list {
      var frame = read.frame
      let areas = read.spans.compactMap { area($0, of: frame) }
      frame.areas = areas
      let stands = areas.count == read.spans.count && isWide(frame) && isAlone(frame)
      if frame.isReadInStrips { frame.areas = strips(of: frame) }
      if stands { frames.append(frame) } else if !isNamed(frame.id) { dropped.append(frame.id) }
    }
  }

  /// What is read through, unless that would leave a strip too narrow for its lines.
  private func strips(of frame: Frame) -> [GridArea] {
    let strips = frame.areas.inStrips(frame.mode)
    let areWide = strips.allSatisfy { measure(of: frame, in: $0) >= LayoutLimits.measure * 10 }
    return areWide ? strips : frame.areas
  }

  private func isNamed(_ id: String) -> Bool { frames.contains { $0.id == id } }

  // MARK: On the grid

  private func area(_ span: ReadSpan, of frame: Frame) -> GridArea? {
    let columns = range(span.columns, in: grid.columns, zh: "栏", en: "column", frame)
    let lines = range(span.lines, in: grid.lines, zh: "行", en: "line", frame)
    guard let columns, let lines else { return nil }
    return GridArea(columns: columns, lines: lines, place: span.columns.place)
  }

  private func range(
    _ span: Located<(first: Int, last: Int)>, in count: Int, zh: String, en: String, _ frame: Frame
  ) -> ClosedRange<Int>? {
    let (first, last) = span.value
    let words: (zh: String, en: String)
    if first > last {
      words = ("起始\(zh) \(first) 大于结束\(zh) \(last)", "begins at \(en) \(first) and ends at \(last)")
    } else if first < 1 {
      words = ("出版心：\(zh)从 1 数", "is outside the grid: \(en)s count from 1")
    } else if last > count {
      words = ("出版心：\(zh) \(last) > \(count)", "is outside the grid: \(en) \(last) > \(count)")
    } else {
      return first...last
    }
    findings.keep(
      Diagnostic(.frameOutside, at: span.place, ["frame": frame.id], frame: frame.id)
        .wording("reason", words.zh, words.en))
    return nil
  }

  // MARK: Measures

  /// Whether the lines of its text hold enough characters.
  private func isWide(_ frame: Frame) -> Bool {
    guard frame.kind == .article || frame.kind == .text, !frame.areas.isEmpty else { return true }
    for area in frame.areas {
      let tenths = measure(of: frame, in: area)
      guard tenths < LayoutLimits.measure * 10 else { continue }
      let shown = tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths) % 10)"
      findings.keep(
        Diagnostic(
          .measureTooNarrow, at: area.place,
          ["frame": frame.id, "chars": shown, "limit": "\(LayoutLimits.measure)"], frame: frame.id))
      return false
    }
    return true
  }

  /// Tenths of a character in a line of the frame's text.
  private func measure(of frame: Frame, in area: GridArea) -> Int {
    let rect = grid.rect(columns: area.columns, lines: area.lines)
    let inset = frame.box.map { $0.padding.length(em: grid.size, pitch: grid.pitch) } ?? .zero
    let whole = frame.mode.logical(rect.size).inline - 2 * inset
    let gutter = frame.bodyGutter?.length(em: grid.size, pitch: grid.pitch) ?? grid.gutter
    let pageColumns = frame.mode == .horizontal ? area.columns.count : 1
    let columns = frame.columns(in: area, on: grid) ?? pageColumns
    return (whole - gutter * (columns - 1)) * 10 / columns / grid.size
  }

  // MARK: Beside the others

  private func isAlone(_ frame: Frame) -> Bool {
    if let first = frames.first(where: { $0.id == frame.id }) {
      findings.keep(
        Diagnostic(
          .duplicateFrame, at: frame.place, ["frame": frame.id], related: [first.place],
          frame: frame.id))
      return false
    }
    if let cells = ownOverlap(frame) {
      report(frame, frame, cells)
      return false
    }
    for other in frames {
      let cells = shared(frame.areas, other.areas)
      guard cells > 0 else { continue }
      report(other, frame, cells)
      return false
    }
    return true
  }

  private func report(_ first: Frame, _ second: Frame, _ cells: Int) {
    let values: KeyValuePairs = [
      "first": first.id, "second": second.id, "cells": "\(cells)",
    ]
    findings.keep(
      Diagnostic(
        .framesOverlap, at: second.areas[0].place, values, related: [first.areas[0].place],
        frame: second.id))
  }

  private func ownOverlap(_ frame: Frame) -> Int? {
    for (index, area) in frame.areas.enumerated() {
      let cells = shared([area], Array(frame.areas[(index + 1)...]))
      if cells > 0 { return cells }
    }
    return nil
  }

  /// Cells (one column by one line) that both cover.
  private func shared(_ a: [GridArea], _ b: [GridArea]) -> Int {
    var cells = 0
    for one in a {
      for two in b where one.columns.overlaps(two.columns) && one.lines.overlaps(two.lines) {
        cells +=
          one.columns.clamped(to: two.columns).count * one.lines.clamped(to: two.lines).count
      }
    }
    return cells
  }
}
