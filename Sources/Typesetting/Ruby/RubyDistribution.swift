import CJKRules
import Fonts
import Geometry

/// A stretch of ruby over a stretch of its base. `Length` units.
struct RubyText {
  /// Of the ruby's own text.
  var cells: Range<Int>
  /// Of the paragraph.
  var over: Range<Int>
  /// How far its room reaches past the base's boxes; negative where it begins or ends inside.
  var before: Int
  var after: Int
  /// Whether it is opened to fill its room.
  var isSpread: Bool
}

/// How ruby and base are set beside each other. `Length` units.
struct RubyFit {
  /// What each base cell is given before and after its box.
  var leads: [Int] = []
  var trails: [Int] = []
  var texts: [RubyText] = []
  /// What hangs over the neighbours.
  var overhang = (before: 0, after: 0)

  /// What the base grows by.
  var extra: Int { leads.reduce(0, +) + trails.reduce(0, +) }
}

extension Ruby {
  /// Sets the part of the ruby over some of its cells; it may hang over its neighbours so far.
  func fit(_ range: Range<Int>, before: Int, after: Int) -> RubyFit {
    var fit = RubyFit(
      leads: Array(repeating: 0, count: range.count),
      trails: Array(repeating: 0, count: range.count))
    switch manner {
    case .zhuyin(let zhuyin): fit.trails[0] = zhuyin.room
    case .jukugo where isMono(range):
      fit.texts = range.map { cell in
        let slack = boxes[cell - cells.lowerBound] - width(parts[cell - cells.lowerBound])
        let start = beginsWithBase ? 0 : slack / 2
        return RubyText(
          cells: parts[cell - cells.lowerBound], over: cell..<cell + 1, before: -start,
          after: start - slack, isSpread: false)
      }
    case .group, .jukugo, .pinyin: distribute(text(over: range), range, before, after, in: &fit)
    }
    return fit
  }

  private func width(_ part: Range<Int>) -> Int {
    part.isEmpty ? 0 : text.naturalWidth(part.lowerBound, part.upperBound)
  }

  /// Whether each character of a compound is at least as long as its own reading (JLREQ 3.3.7).
  private func isMono(_ range: Range<Int>) -> Bool {
    range.allSatisfy { boxes[$0 - cells.lowerBound] >= width(parts[$0 - cells.lowerBound]) }
  }

  /// Text that cannot be parted stays with the first cell, should its base be broken by force.
  private func text(over range: Range<Int>) -> Range<Int> {
    guard isLinked else {
      return range.lowerBound == cells.lowerBound ? text.cells.indices : 0..<0
    }
    let (first, last) = (
      range.lowerBound - cells.lowerBound, range.upperBound - 1 - cells.lowerBound
    )
    return parts[first].lowerBound..<parts[last].upperBound
  }

  /// The base's length.
  func baseWidth(_ range: Range<Int>) -> Int {
    let (first, end) = (range.lowerBound - cells.lowerBound, range.upperBound - cells.lowerBound)
    return boxes[first..<end].reduce(0, +) + gaps[first..<end - 1].reduce(0, +)
  }

  /// JLREQ 3.3.5, 3.3.6: the shorter of ruby and base is opened, with half a gap at either end.
  private func distribute(
    _ part: Range<Int>, _ range: Range<Int>, _ before: Int, _ after: Int, in fit: inout RubyFit
  ) {
    guard !part.isEmpty else { return }
    let missing = width(part) - baseWidth(range)
    var ends = protrusions(missing, range, before, after)
    var text = RubyText(cells: part, over: range, before: 0, after: 0, isSpread: false)
    if isSolid(part, range) {
      (text.before, text.after) = ends
    } else if missing <= 0 {
      (text.isSpread, ends) = (true, (0, 0))
    } else {
      let count = range.count
      func share(_ place: Int) -> Int { missing * (2 * place + 1) / (2 * count) }
      for place in 0..<count - 1 { fit.trails[place] = share(place + 1) - share(place) }
      ends = (share(0), missing - share(count - 1))
      (text.before, text.after) = ends
    }
    fit.texts = [text]
    fit.leads[0] = max(0, ends.before - before)
    fit.trails[range.count - 1] += max(0, ends.after - after)
    fit.overhang = (max(0, ends.before) - fit.leads[0], max(0, min(ends.after, after)))
  }

  /// Whether nothing is opened: over one character, and where the shorter of the two is Latin, whose
  /// words keep their own gaps (JLREQ 3.3.1, 3.3.5).
  private func isSolid(_ part: Range<Int>, _ range: Range<Int>) -> Bool {
    if isPinyin || range.count == 1 { return true }
    return baseWidth(range) >= width(part) ? text.isLatin(part) : hasLatinBase
  }

  /// How far solid ruby sticks out of its base at either end; negative inside it.
  private func protrusions(
    _ missing: Int, _ range: Range<Int>, _ before: Int, _ after: Int
  ) -> (before: Int, after: Int) {
    let half = (missing - (missing & 1)) / 2
    let middle = (half, missing - half)
    guard beginsWithBase, !isPinyin, range.count == 1 else { return middle }
    // 肩付き: over the character after, else over the one before, else both; else the middle (JLREQ 3.3.5).
    if missing <= after { return (0, missing) }
    if missing <= before { return (missing, 0) }
    return missing <= before + after ? (missing - after, after) : middle
  }
}

extension ShapedParagraph {
  func isLatin(_ range: Range<Int>) -> Bool {
    cells[range].allSatisfy { ClassSet.latin.contains($0.kind) }
  }
}

// MARK: In a line

extension Ruby {
  /// The text's runs in the room that begins at `start`. What is opened has half a gap at either end, an em of
  /// ruby at most (JLREQ 3.3.6).
  func runs(_ part: RubyText, from start: Int, width: Int) -> [GlyphRun] {
    let (first, end) = (part.cells.lowerBound, part.cells.upperBound)
    let count = end - first
    let slack = max(0, width - text.naturalWidth(first, end))
    let edge = part.isSpread && count > 1 ? min(slack / (2 * count), text.em(of: first)) : slack / 2
    var fit = Fit(need: slack - 2 * edge)
    if part.isSpread && count > 1 && fit.need > 0 {
      fit.spreads = true
      fit.reach = text.spreadReach(first, end, fit.need)
    }
    // What nothing can open stands in the middle.
    let middle = fit.reach.step == 0 ? fit.need / 2 : 0
    let choice = LineChoice(first: first, end: end, fit: fit, relieved: false)
    var maker = LineMaker(text, choice, start: start + edge + middle)
    return maker.line(measure: Length(units: width)).runs.map { run in
      var run = run
      if isTurned { run.orientation = .rotated }
      for index in run.glyphs.indices { run.glyphs[index].block += Length(units: block) }
      return run
    }
  }
}

extension ShapedParagraph {
  /// How far ruby reaches from the axis, for dots that stand clear of it on the same side (CSS Text Decoration
  /// 3 §3.4): its frame is half an em deep.
  func rubyReach(over cell: Int, side: Int) -> Int {
    guard side < 0, let edges = rubyEdges, edges.bearer[cell] >= 0 else { return 0 }
    let ruby = rubies[Int(edges.bearer[cell])]
    if case .zhuyin = ruby.manner, case .horizontal = source.style.mode { return 0 }
    return ruby.em
  }
}
