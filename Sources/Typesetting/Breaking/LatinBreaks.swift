import CJKRules
import Fonts
import Geometry

/// Where lines may end within Latin words, beside the places that the tables of gaps know.
struct LatinBreaks {
  /// Words that patterns may part: scalars of the text.
  var words: [Range<Int>] = []
  /// Ends with a hyphen, in order.
  var hyphens: [HyphenPlace] = []
  /// Cells that may open a line where nothing else fits.
  var atNeed: [Int] = []

  var isEmpty: Bool { words.isEmpty && hyphens.isEmpty && atNeed.isEmpty }
}

/// A place within a word where a line may end with a hyphen. The hyphen is drawn, and is no text.
struct HyphenPlace {
  /// The cell that opens the next line.
  var cell: Int
  var glyph: UInt32
  /// In `Length` units.
  var width: Int
}

/// Finds the places in a paragraph's Latin text.
struct LatinBreakFinder {
  let book: FontBook
  let text: [Unicode.Scalar]
  let classes: [CharacterClass]
  private(set) var breaks = LatinBreaks()
  /// After how many scalars a hyphen was typed (U+00AD).
  private var typed: [Int] = []
  private var parts: [Int] = []

  init(book: FontBook, text: [Unicode.Scalar], classes: [CharacterClass]) {
    (self.book, self.text, self.classes) = (book, text, classes)
  }

  static var softHyphen: Unicode.Scalar { "\u{AD}" }
  /// Two letters before a hyphen, three after it.
  private static let shortestWord = 5
  /// Shorter runs, as km/h, stand whole (JLREQ 3.1.10 f).
  private static let shortestAddress = 10
  /// Figures of a long number that stay together at either end.
  private static let shortestRest = 4

  /// Takes a part of the text that stands in one Latin face.
  mutating func take(_ range: Range<Int>) {
    var start = range.lowerBound
    for index in range where ClassSet.spaces.contains(classes[index]) {
      takeRun(start..<index)
      start = index + 1
    }
    takeRun(start..<range.upperBound)
  }

  /// A run without spaces: an address, a word with typed hyphens, or a word with its marks.
  private mutating func takeRun(_ run: Range<Int>) {
    guard run.count >= Self.shortestWord else { return }
    if text[run].contains(Self.softHyphen) {
      for index in run where text[index] == Self.softHyphen { typed.append(index + 1) }
    } else if isAddress(run) {
      guard run.count >= Self.shortestAddress else { return }
      for index in run.dropLast() where Self.partsAddress(text[index]) {
        if index > run.lowerBound && !Self.partsAddress(text[index + 1]) { parts.append(index + 1) }
      }
      // A solidus that ends an address may end a line before a space, whatever the level of prohibition.
      if Self.partsAddress(text[run.upperBound - 1]), run.upperBound < text.count {
        parts.append(text[run.upperBound...].firstIndex { $0 != " " } ?? text.count)
      }
    } else if isLongNumber(run) {
      parts += run.dropFirst(Self.shortestRest).dropLast(Self.shortestRest - 1)
    } else if !run.contains(where: { isNoLetter(classes[$0]) }) {
      takeLetters(of: run)
    }
  }

  /// The number of a certificate or an account, which nobody reads as an amount.
  private func isLongNumber(_ run: Range<Int>) -> Bool {
    run.count >= Self.shortestAddress && run.allSatisfy { classes[$0] == .digit }
  }

  /// Digits and hyphens: a name of a thing, or a word that has its place to part already.
  private func isNoLetter(_ kind: CharacterClass) -> Bool { kind == .digit || kind == .hyphen }

  private mutating func takeLetters(of run: Range<Int>) {
    var start = run.lowerBound
    for index in run.lowerBound...run.upperBound {
      if index < run.upperBound, classes[index] == .letter { continue }
      let word = start..<index
      if word.count >= Self.shortestWord && isCommon(word) { breaks.words.append(word) }
      start = index + 1
    }
  }

  /// GDP and OpenType are no words that a reader would put together again.
  private func isCommon(_ word: Range<Int>) -> Bool {
    text[word].dropFirst().allSatisfy { !$0.properties.isUppercase }
  }

  private func isAddress(_ run: Range<Int>) -> Bool {
    run.contains { index in
      switch text[index] {
      case "/", "@", "_", "\\": true
      case ".": index > run.lowerBound && isLetter(index - 1) && isLetter(index + 1)
      default: false
      }
    }
  }

  private func isLetter(_ index: Int) -> Bool {
    classes.indices.contains(index) && classes[index] == .letter
  }

  private static func partsAddress(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "/", ".", "-", "_", "@", ":", "?", "=", "&", "#", "\\": true
    default: false
    }
  }

  /// What was found, once the paragraph has its cells; nil when that is nothing.
  func finished(_ paragraph: ShapedParagraph) -> LatinBreaks? {
    var found = breaks
    found.atNeed = parts.compactMap(paragraph.cell(at:))
    found.hyphens = typed.compactMap { paragraph.hyphen(at: $0, book) }
    return found.isEmpty ? nil : found
  }
}

extension ShapedParagraph {
  /// The cell that begins with a scalar; nil where a glyph stands for it and the one before.
  fileprivate func cell(at index: Int) -> Int? {
    let cell = firstCell(from: index)
    return cell > 0 && cell < cells.count && Int(cells[cell].text) == index ? cell : nil
  }

  /// The first cell whose scalars begin at `index` or later.
  func firstCell(from index: Int) -> Int {
    var (low, high) = (0, cells.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(cells[middle].text) < index { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// A place for a hyphen before the scalar `index`, in the face of the cell before it.
  fileprivate func hyphen(at index: Int, _ book: FontBook) -> HyphenPlace? {
    guard let cell = cell(at: index) else { return nil }
    let look = looks[Int(cells[cell - 1].look)]
    let font = book[look.font]
    guard let glyph = font.glyph(for: "-") else { return nil }
    let width = font.advance(of: glyph) * look.size / font.unitsPerEm * look.condense / 1000
    return HyphenPlace(cell: cell, glyph: glyph, width: width)
  }

  /// The same with the places that patterns give to its words.
  func hyphenated(_ places: (Range<Int>) -> [Int], _ book: FontBook) -> ShapedParagraph {
    guard var latin else { return self }
    for word in latin.words {
      latin.hyphens += places(word).compactMap { hyphen(at: word.lowerBound + $0, book) }
    }
    latin.hyphens.sort { $0.cell < $1.cell }
    latin.words = []
    var paragraph = self
    paragraph.latin = latin
    return paragraph
  }

  /// The hyphen that a line would end with before the cell `end`.
  func hyphen(before end: Int) -> HyphenPlace? {
    guard let latin, case .hyphen = ledger.ending(end) else { return nil }
    var (low, high) = (0, latin.hyphens.count)
    while low < high {
      let middle = (low + high) / 2
      if latin.hyphens[middle].cell < end { low = middle + 1 } else { high = middle }
    }
    return low < latin.hyphens.count && latin.hyphens[low].cell == end ? latin.hyphens[low] : nil
  }
}
