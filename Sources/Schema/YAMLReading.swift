import Diagnostics
import Yams

/// Limits on a YAML file, each named in its message.
package enum YAMLLimits {
  package static let bytes = 1 << 20
  package static let depth = 32
}

/// Reads one YAML document out of a text: the lines `lines` (front matter), or all of them.
/// Anchors, aliases, tags and second documents are refused: in an edition's files they are mistakes
/// or attacks (an alias may unfold to more than memory holds).
package func readYAML(_ source: SourceText, lines: Range<Int>? = nil, findings: Findings)
  -> YAMLValue?
{
  let lines = lines ?? 1..<source.lineCount + 1
  let start = source.range(ofLine: lines.lowerBound).lowerBound
  let end = lines.isEmpty ? start : source.range(ofLine: lines.upperBound - 1).upperBound
  let reader = YAMLReader(source: source, range: start..<end, firstLine: lines.lowerBound)
  do {
    return try reader.read()
  } catch {
    findings.add(error.diagnostic)
    return nil
  }
}

/// A line and column of the YAML, counted from 1 in its own text.
private struct Spot {
  var line: Int
  var column: Int
  init(_ line: Int, _ column: Int) { (self.line, self.column) = (line, column) }
  init(_ mark: Mark?) { self.init(mark?.line ?? 1, mark?.column ?? 1) }
}

/// A fault of the YAML itself.
private struct YAMLFault: Error { var diagnostic: Diagnostic }

private struct YAMLReader {
  let source: SourceText
  let range: Range<Int>
  /// The line of the file that the document's first line is.
  let firstLine: Int

  func read() throws(YAMLFault) -> YAMLValue {
    let start = place(Spot(1, 1))
    // Before parsing: the parser compares keys, and a key that unfolds to millions would hold it.
    if let index = AnchorScan(source.scalars, in: range).find() {
      throw YAMLFault(diagnostic: Refused.anchor.diagnostic(at: source.place(at: index)))
    }
    do {
      // What a word means is the key's to say: to the parser all are texts.
      let text = source.text(range)
      let root = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
      guard let root else { return YAMLValue(.map([]), at: start) }
      return try value(of: root, depth: 1)
    } catch let fault as YAMLFault {
      throw fault
    } catch let error as YamlError {
      throw YAMLFault(diagnostic: diagnostic(of: error))
    } catch {
      throw fault(.yamlSyntax, at: start, "读不了", "it cannot be read")
    }
  }

  /// The place of a mark in the file.
  func place(_ mark: Spot, length: Int = 1) -> SourcePlace {
    source.place(line: mark.line + firstLine - 1, column: mark.column, length: length)
  }

  func fault(_ code: Code, at place: SourcePlace, _ zh: String, _ en: String) -> YAMLFault {
    YAMLFault(diagnostic: Diagnostic(code, at: place).wording("reason", zh, en))
  }
}

// MARK: Walking the nodes

extension YAMLReader {
  private func value(of node: Node, depth: Int) throws(YAMLFault) -> YAMLValue {
    let mark = Spot(node.mark)
    guard depth <= YAMLLimits.depth else { throw tooDeep(at: place(mark)) }
    try refuseMarks(at: mark)
    switch node {
    case .scalar(let scalar): return self.scalar(scalar, at: mark)
    case .sequence(let sequence):
      var items: [YAMLValue] = []
      for item in sequence { items.append(try value(of: item, depth: depth + 1)) }
      return YAMLValue(.list(items), at: place(mark))
    case .mapping(let mapping):
      return YAMLValue(.map(try entries(of: mapping, depth: depth)), at: place(mark))
    case .alias: throw YAMLFault(diagnostic: Refused.alias.diagnostic(at: place(mark)))
    }
  }

  private func scalar(_ scalar: Node.Scalar, at mark: Spot) -> YAMLValue {
    let isQuoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
    let isBlank = scalar.string.isEmpty && !isQuoted
    let count = scalar.string.unicodeScalars.count + (isQuoted ? 2 : 0)
    return YAMLValue(
      .scalar(scalar.string, isBlank: isBlank), at: place(mark, length: rest(of: count, from: mark))
    )
  }

  /// A place covers one line: as many of `count` characters as the line still holds.
  private func rest(of count: Int, from mark: Spot) -> Int {
    let line = source.line(mark.line + firstLine - 1).count
    return max(1, min(count, line - mark.column + 1))
  }

  private func entries(of mapping: Node.Mapping, depth: Int) throws(YAMLFault) -> [YAMLValue.Entry]
  {
    var entries: [YAMLValue.Entry] = []
    for (key, value) in mapping {
      let mark = Spot(key.mark)
      try refuseMarks(at: mark)
      guard case .scalar(let name) = key else {
        throw fault(.yamlSyntax, at: place(mark), "键要是一个词", "a key must be a word")
      }
      let length = rest(of: name.string.unicodeScalars.count, from: mark)
      let located = Located(name.string, at: place(mark, length: length))
      entries.append(
        YAMLValue.Entry(key: located, value: try self.value(of: value, depth: depth + 1)))
    }
    return entries
  }

  /// A node that is anchored or tagged begins with that mark: a plain text cannot begin so.
  private func refuseMarks(at mark: Spot) throws(YAMLFault) {
    let index = source.index(line: mark.line + firstLine - 1, column: mark.column)
    guard index < source.scalars.count, let refused = Refused(source.scalars[index]) else { return }
    throw YAMLFault(diagnostic: refused.diagnostic(at: place(mark)))
  }

  private func tooDeep(at place: SourcePlace) -> YAMLFault {
    YAMLFault(diagnostic: Diagnostic(.yamlTooDeep, at: place, ["limit": "\(YAMLLimits.depth)"]))
  }
}

/// What YAML allows and an edition does not.
private enum Refused {
  case anchor, alias, tag

  init?(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "&": self = .anchor
    case "*": self = .alias
    case "!": self = .tag
    default: return nil
    }
  }

  func diagnostic(at place: SourcePlace) -> Diagnostic {
    let fault = Diagnostic(.yamlAnchor, at: place)
    return switch self {
    case .anchor, .alias: fault.wording("what", "锚点和别名", "anchors and aliases")
    case .tag: fault.wording("what", "标签", "tags")
    }
  }
}

// MARK: The parser's own faults

extension YAMLReader {
  private func diagnostic(of error: YamlError) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      diagnostic(of: problem, context: context, at: Spot(mark))
    case .duplicatedKeysInMapping(let names, let context):
      duplicate(of: names, near: Spot(context.mark))
    case .reader(_, _, let value, _): badCharacter(value)
    default: fault(.yamlSyntax, at: place(Spot(1, 1)), "读不了", "it cannot be read").diagnostic
    }
  }

  private func diagnostic(of problem: String, context: YamlError.Context?, at mark: Spot)
    -> Diagnostic
  {
    let said = (context?.text ?? "") + " " + problem
    if said.contains("nesting level") { return tooDeep(at: deepBracket ?? place(mark)).diagnostic }
    if said.contains("single document") {
      return fault(.yamlSyntax, at: place(mark), "只能有一份文档", "only one document may stand in a file")
        .diagnostic
    }
    // The problem stands behind the mark that began it, and that mark is what is to be quoted.
    let start = place(context.map { Spot($0.mark) } ?? mark)
    if said.contains("alias") || said.contains("anchor") {
      return Refused.alias.diagnostic(at: start)
    }
    if said.contains("a tag") || said.contains("tag handle") {
      return Refused.tag.diagnostic(at: start)
    }
    if let tab = tab(near: mark) { return tab }
    let wording = YAMLWording.of(said)
    return fault(.yamlSyntax, at: place(mark), wording.zh, wording.en).diagnostic
  }

  /// The bracket that is one too many: the parser gives up far behind it.
  private var deepBracket: SourcePlace? {
    var depth = 0
    for index in range {
      switch source.scalars[index] {
      case "[", "{": depth += 1
      case "]", "}": depth -= 1
      default: continue
      }
      if depth >= YAMLLimits.depth { return source.place(at: index) }
    }
    return nil
  }

  /// A tab among the blanks that a line begins with, on the mark's line or the one before.
  private func tab(near mark: Spot) -> Diagnostic? {
    for line in [mark.line, mark.line - 1] where line >= 1 {
      let scalars = source.line(line + firstLine - 1)
      let blanks = scalars.prefix { $0 == " " || $0 == "\t" }
      guard let at = blanks.firstIndex(of: "\t") else { continue }
      let column = at - scalars.startIndex + 1
      return fault(
        .yamlSyntax, at: place(Spot(line, column)), "不能用制表符缩进",
        "tabs cannot be used to indent"
      ).diagnostic
    }
    return nil
  }

  private func badCharacter(_ value: Int32) -> Diagnostic {
    let scalar = Unicode.Scalar(UInt32(max(0, value)))
    let index = scalar.flatMap { source.scalars[range].firstIndex(of: $0) } ?? range.lowerBound
    let name = "U+" + String(UInt32(max(0, value)), radix: 16, uppercase: true)
    return fault(
      .yamlSyntax, at: source.place(at: index), "不能有字符 \(name)",
      "character \(name) may not stand here"
    ).diagnostic
  }

  private func duplicate(of names: [String], near mark: Spot) -> Diagnostic {
    let places = RepeatedKey(names: names, in: Array(source.scalars[range])).find()
    guard let (name, first, second) = places else {
      let line = "\(mark.line + firstLine - 1)"
      return Diagnostic(
        .duplicateKey, at: place(mark),
        ["key": names.first ?? "", "first": line, "second": line])
    }
    let length = name.unicodeScalars.count
    let here = source.place(at: range.lowerBound + second, length: length)
    let there = source.place(at: range.lowerBound + first, length: length)
    return Diagnostic(
      .duplicateKey, at: here,
      ["key": name, "first": "\(there.line)", "second": "\(here.line)"], related: [there])
  }
}

/// The parser's English, in the words of an editor.
private enum YAMLWording {
  static func of(_ problem: String) -> (zh: String, en: String) {
    for row in table where problem.contains(row.sign) { return (row.zh, row.en) }
    return ("解析器说：\(problem.trimmed)", problem.trimmed)
  }

  private static let table: [(sign: String, zh: String, en: String)] = [
    (
      "mapping values are not allowed", "值里的半角冒号后面有空格；整个值要加引号",
      "a colon and a blank inside a value: put the value in quotes"
    ),
    (
      "cannot start any token", "这里不能用这个字符开头；整个值要加引号",
      "no value may begin with this character: put it in quotes"
    ),
    ("could not find expected ':'", "键后面缺冒号", "a key lacks its colon"),
    (
      "did not find expected ',' or '}'", "花括号里缺逗号，或没有收尾的 }",
      "a comma is missing between { and }, or the } itself"
    ),
    (
      "did not find expected ',' or ']'", "方括号里缺逗号，或没有收尾的 ]",
      "a comma is missing between [ and ], or the ] itself"
    ),
    ("found unexpected end of stream", "引号没有收尾", "a quote is not closed"),
    (
      "did not find expected key", "缩进不齐，或引号后面多了字",
      "the indentation is uneven, or something follows a closing quote"
    ),
    ("did not find expected node content", "这里缺一个值", "a value is missing"),
    (
      "did not find expected '-' indicator", "列表的 - 没有对齐", "the dashes of the list are not in line"
    ),
    ("block sequence entries are not allowed", "列表要另起一行", "a list begins on its own line"),
    ("unknown escape", "双引号里的 \\ 要写成 \\\\", "write \\\\ for a \\ in double quotes"),
  ]
}
