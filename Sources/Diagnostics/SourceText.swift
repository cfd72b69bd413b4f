/// One file of the edition as text (原文): its characters, its lines, and the way from a character
/// back to the line, column and byte where it was typed.
///
/// Line ends are `\n` whatever was typed (CRLF, CR), a byte-order mark is gone, and so are the
/// control characters that no page can carry; places still count in the file as it is on disk.
package struct SourceText: Hashable, Sendable {
  /// Path relative to the edition folder.
  package let file: String
  package let scalars: [Unicode.Scalar]
  /// Index of the first character of each line.
  let lineStarts: [Int]
  /// Byte of the file where each line starts.
  let lineBytes: [Int]
  /// Characters that were dropped: the index they stood before, and their length in bytes.
  let dropped: [Dropped]

  struct Dropped: Hashable, Sendable {
    var index: Int
    var bytes: Int
  }

  init(
    file: String, scalars: [Unicode.Scalar], lineStarts: [Int], lineBytes: [Int],
    dropped: [Dropped]
  ) {
    self.file = file
    self.scalars = scalars
    self.lineStarts = lineStarts
    self.lineBytes = lineBytes
    self.dropped = dropped
  }

  /// Text that needs no decoding: a test's, or a literal's.
  package init(file: String, text: String) {
    self = SourceText.decode(Array(text.utf8), file: file).value ?? SourceText(file: file)
  }

  /// No text at all.
  package init(file: String) {
    self.init(file: file, scalars: [], lineStarts: [0], lineBytes: [0], dropped: [])
  }

  package var lineCount: Int { lineStarts.count }

  /// The characters of a line, counted from 1, without its end; empty beyond the file.
  package func line(_ number: Int) -> ArraySlice<Unicode.Scalar> {
    let range = range(ofLine: number)
    return scalars[range]
  }

  /// Where in `scalars` a line stands, without its end.
  package func range(ofLine number: Int) -> Range<Int> {
    guard number >= 1, number <= lineStarts.count else { return scalars.count..<scalars.count }
    let start = lineStarts[number - 1]
    let end = number < lineStarts.count ? lineStarts[number] - 1 : scalars.count
    return start..<end
  }

  /// The characters of a range as a string.
  package func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range.clamped(to: 0..<scalars.count)])
    return String(view)
  }

  /// The line that a character stands in, from 1.
  package func lineNumber(at index: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= index { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The place of the character at `index`.
  package func place(at index: Int, length: Int = 1) -> SourcePlace {
    let line = lineNumber(at: index)
    let start = lineStarts[line - 1]
    let gone = dropped.count { start <= $0.index && $0.index <= index }
    return SourcePlace(
      file: file, line: line, column: index - start + 1 + gone, length: max(1, length))
  }

  /// The place of a line and column counted in this text, as a parser of it gives them.
  package func place(line: Int, column: Int, length: Int = 1) -> SourcePlace {
    guard line >= 1, line <= lineStarts.count else {
      return SourcePlace(file: file, line: line, column: column, length: length)
    }
    return place(at: lineStarts[line - 1] + column - 1, length: length)
  }

  /// The index of a line and column counted in this text, within the text.
  package func index(line: Int, column: Int) -> Int {
    guard line >= 1, line <= lineStarts.count else { return scalars.count }
    return min(max(lineStarts[line - 1] + column - 1, 0), scalars.count)
  }

  /// The index of the character that `place` means, within its line.
  package func index(of place: SourcePlace) -> Int {
    let range = range(ofLine: place.line)
    let gone = dropped.count {
      range.lowerBound <= $0.index && $0.index - range.lowerBound < place.column - 1
    }
    return min(max(range.lowerBound + place.column - 1 - gone, range.lowerBound), range.upperBound)
  }

  /// The byte of the file where `place` begins, from 0.
  package func byteOffset(of place: SourcePlace) -> Int {
    guard place.line >= 1, place.line <= lineBytes.count else { return 0 }
    let start = lineStarts[place.line - 1]
    let index = index(of: place)
    let kept = scalars[start..<index].reduce(0) { $0 + UTF8.width($1) }
    let gone = dropped.filter { start <= $0.index && $0.index <= index }.reduce(0) { $0 + $1.bytes }
    return lineBytes[place.line - 1] + kept + gone
  }
}
