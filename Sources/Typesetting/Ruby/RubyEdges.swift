import CJKRules
import Fonts
import Geometry

/// What rubies change where lines begin and end: there nothing hangs over (JLREQ 3.3.8), and a jukugo may be
/// parted. `Length` units.
final class RubyEdges: Sendable {
  /// Which ruby a cell bears; −1 without.
  let bearer: [Int32]
  /// What a line that begins with a cell is longer by.
  let start: [Int]
  /// What a line that ends before a cell is longer by.
  let end: [Int]
  /// In the paragraph's order.
  let held: [HeldBlank]

  init(_ paragraph: ShapedParagraph, held: [HeldBlank]) {
    let count = paragraph.cells.count
    var bearer = [Int32](repeating: -1, count: count)
    var start = [Int](repeating: 0, count: count + 1)
    var end = start
    for (place, ruby) in paragraph.rubies.enumerated() {
      for cell in ruby.cells {
        bearer[cell] = Int32(place)
        start[cell] = ruby.extra(cell..<ruby.cells.upperBound, isFirst: true, isLast: false)
        end[cell + 1] = ruby.extra(ruby.cells.lowerBound..<cell + 1, isFirst: false, isLast: true)
      }
    }
    (self.bearer, self.start, self.end, self.held) = (bearer, start, end, held)
  }

  /// What may not be taken of the blank after a cell.
  func held(after cell: Int) -> Int {
    var (low, high) = (0, held.count)
    while low < high {
      let middle = (low + high) / 2
      if held[middle].cell < cell { low = middle + 1 } else { high = middle }
    }
    return low < held.count && held[low].cell == cell ? held[low].amount : 0
  }
}

extension Ruby {
  /// How a part of it is set that begins or ends a line.
  func fit(_ range: Range<Int>, isFirst: Bool, isLast: Bool) -> RubyFit {
    let keepsFirst = !isFirst && range.lowerBound == cells.lowerBound
    let keepsLast = !isLast && range.upperBound == cells.upperBound
    if keepsFirst && keepsLast { return fit }
    return fit(
      range, before: keepsFirst ? fit.overhang.before : 0, after: keepsLast ? overhangAfter : 0)
  }

  /// What hangs over the character after; a syllable may be set apart by more than its own length.
  private var overhangAfter: Int {
    guard isPinyin, let after = fit.texts.first?.after, let trail = fit.trails.last else {
      return fit.overhang.after
    }
    return after - trail
  }

  /// What such a part is longer by than within a line.
  fileprivate func extra(_ range: Range<Int>, isFirst: Bool, isLast: Bool) -> Int {
    fit(range, isFirst: isFirst, isLast: isLast).extra - given(range)
  }

  /// What its cells were given already.
  fileprivate func given(_ range: Range<Int>) -> Int {
    range.reduce(0) { sum, cell in
      sum + fit.leads[cell - cells.lowerBound] + fit.trails[cell - cells.lowerBound]
    }
  }
}

extension ShapedParagraph {
  /// What the cells from `first` to before `end` are longer by on a line of their own.
  func rubyExtra(_ first: Int, _ end: Int) -> Int {
    guard let edges = rubyEdges else { return 0 }
    let bearer = edges.bearer[first]
    guard bearer >= 0, bearer == edges.bearer[end - 1] else {
      return edges.start[first] + edges.end[end]
    }
    return rubies[Int(bearer)].extra(first..<end, isFirst: true, isLast: true)
  }
}

/// The rubies of one line.
struct RubyLine {
  /// How a cell stands in this line.
  struct Standing {
    /// How far its glyphs move against the shaped paragraph.
    var move = 0
    var width: Int
    /// Where its box stands in its width, and how wide that is.
    var lead = 0
    var box: Int
  }

  /// The line's first cell.
  private let first: Int
  /// One for each cell of the line.
  private(set) var cells: [Standing]
  private var texts: [(ruby: Int, text: RubyText)] = []
  /// Cells with zhuyin.
  private var zhuyin: [(cell: Int, signs: Zhuyin)] = []

  init(_ paragraph: ShapedParagraph, _ edges: RubyEdges, _ first: Int, _ end: Int) {
    self.first = first
    cells = paragraph.cells[first..<end].map { Standing(width: $0.width, box: $0.width) }
    var cell = first
    while cell < end {
      let bearer = Int(edges.bearer[cell])
      guard bearer >= 0 else {
        cell += 1
        continue
      }
      let ruby = paragraph.rubies[bearer]
      let range = ruby.cells.clamped(to: first..<end)
      let fit = ruby.fit(
        range, isFirst: range.lowerBound == first, isLast: range.upperBound == end)
      take(ruby, range, fit, bearer)
      cell = range.upperBound
    }
  }

  private mutating func take(_ ruby: Ruby, _ range: Range<Int>, _ fit: RubyFit, _ place: Int) {
    for (part, cell) in range.enumerated() {
      let own = cell - ruby.cells.lowerBound
      let (lead, box) = (fit.leads[part], ruby.boxes[own])
      cells[cell - first] = Standing(
        move: lead - ruby.fit.leads[own], width: lead + box + fit.trails[part], lead: lead,
        box: box)
    }
    texts += fit.texts.map { (place, $0) }
    if case .zhuyin(let signs) = ruby.manner { zhuyin.append((range.lowerBound - first, signs)) }
  }

  /// The readings' runs; `starts` has where each cell's box begins.
  func runs(_ paragraph: ShapedParagraph, starts: [Int]) -> [GlyphRun] {
    texts.flatMap { place, text in
      let (from, to) = (text.over.lowerBound - first, text.over.upperBound - 1 - first)
      let start = starts[from] - text.before
      let end = starts[to] + cells[to].box + text.after
      return paragraph.rubies[place].runs(text, from: start, width: end - start)
    }
      + zhuyin.flatMap { cell, signs in
        signs.runs(beside: starts[cell], width: cells[cell].box, mode: paragraph.source.style.mode)
      }
  }
}
