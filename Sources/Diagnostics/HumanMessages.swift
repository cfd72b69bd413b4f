// Messages for a person at a terminal: the sentence, the line it is about, a caret, what to do.

/// Draws messages over their source lines.
package struct HumanMessages: Sendable {
  package var language: MessageLanguage
  /// Whether ANSI colours are used.
  package var isColoured: Bool
  package var sources: SourceLibrary

  package init(language: MessageLanguage, isColoured: Bool = false, sources: SourceLibrary) {
    (self.language, self.isColoured, self.sources) = (language, isColoured, sources)
  }

  /// One message, several lines, without a line end at the end.
  package func draw(_ diagnostic: Diagnostic) -> String {
    let places = [diagnostic.place] + diagnostic.related
    let digits = places.map { String($0.line).count }.max() ?? 1
    let margin = String(repeating: " ", count: digits)
    var lines = [head(of: diagnostic)]
    lines += excerpt(
      diagnostic.place, mark: "^", label: diagnostic.label(language), margin: margin)
    for place in diagnostic.related {
      lines += excerpt(
        place, mark: "-", label: diagnostic.relatedLabel(language), margin: margin)
    }
    let help = diagnostic.help(language)
    if !help.isEmpty {
      if sources[diagnostic.place.file] != nil, diagnostic.place.line > 0 {
        lines.append("\(margin) │")
      }
      lines.append("\(margin) = \(Catalogue.helpWord(language)): \(Printable.of(help))")
    }
    return lines.joined(separator: "\n")
  }

  private func head(of diagnostic: Diagnostic) -> String {
    let head = "\(diagnostic.severity.rawValue)[\(diagnostic.code.name)]"
    let sentence = Printable.of(diagnostic.sentence(language))
    guard isColoured else { return "\(head): \(sentence)" }
    let colour = diagnostic.severity == .error ? "31" : "33"
    return "\u{1B}[1;\(colour)m\(head)\u{1B}[0m\u{1B}[1m: \(sentence)\u{1B}[0m"
  }

  /// The place, its line, and the caret under it; the place alone when the file was not text.
  private func excerpt(_ place: SourcePlace, mark: Character, label: String, margin: String)
    -> [String]
  {
    let file = Printable.of(place.file)
    guard place.line > 0 else { return ["\(margin) ┌─ \(file)"] + labelLine(label, margin) }
    let head = "\(margin) ┌─ \(file):\(place.line):\(place.column)"
    guard let text = sources[place.file], place.line <= text.lineCount else {
      return [head] + labelLine(label, margin)
    }
    let number = String(place.line)
    let pad = String(repeating: " ", count: margin.count - number.count)
    let picture = CaretPicture(place, in: text, mark: mark)
    let words = label.isEmpty ? "" : " " + Printable.of(label)
    return [
      head, "\(margin) │", "\(pad)\(number) │ \(picture.line)",
      "\(margin) │ \(coloured(picture.carets, mark))\(words)",
    ]
  }

  private func labelLine(_ label: String, _ margin: String) -> [String] {
    label.isEmpty ? [] : ["\(margin) │ \(Printable.of(label))"]
  }

  private func coloured(_ carets: String, _ mark: Character) -> String {
    guard isColoured else { return carets }
    return "\u{1B}[1;\(mark == "^" ? "31" : "34")m\(carets)\u{1B}[0m"
  }
}

/// A source line and the carets under it, counted in cells of the terminal, cut to a bearable width.
struct CaretPicture {
  let line: String
  let carets: String

  /// Cells shown of a line, and cells kept before the caret.
  private static let width = 96
  private static let before = 40

  init(_ place: SourcePlace, in text: SourceText, mark: Character) {
    let range = text.range(ofLine: place.line)
    let scalars = Array(text.scalars[range]).map { $0 == "\t" ? " " : $0 }
    let at = text.index(of: place) - range.lowerBound
    let end = min(at + place.length, scalars.count)
    let first = CaretPicture.start(of: scalars, showing: at)
    let shown = CaretPicture.end(of: scalars, from: first)
    let head = first > 0 ? "…" : ""
    let tail = shown < scalars.count ? "…" : ""
    line = head + CaretPicture.string(scalars[first..<shown]) + tail
    let indent = head.count + DisplayWidth.of(scalars[first..<at])
    let marks = max(1, DisplayWidth.of(scalars[at..<max(at, min(end, shown))]))
    carets = String(repeating: " ", count: indent) + String(repeating: mark, count: marks)
  }

  /// A long line is shown from a little before the caret.
  private static func start(of scalars: [Unicode.Scalar], showing at: Int) -> Int {
    guard DisplayWidth.of(scalars) > width else { return 0 }
    var first = at
    var cells = 0
    while first > 0, cells < before {
      first -= 1
      cells += DisplayWidth.of(scalars[first])
    }
    return first
  }

  private static func end(of scalars: [Unicode.Scalar], from first: Int) -> Int {
    var end = first
    var cells = 0
    while end < scalars.count, cells < width {
      cells += DisplayWidth.of(scalars[end])
      end += 1
    }
    return end
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

/// Text that cannot steer a terminal: file names and values may hold anything.
enum Printable {
  static func of(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    return text.unicodeScalars.map { scalar in
      isControl(scalar) ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
    }.joined()
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control
  }
}
