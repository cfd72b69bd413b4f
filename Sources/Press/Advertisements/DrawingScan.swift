/// What an SVG drawing asks for besides its own lines, found in its markup before a program draws it: a drawing that
/// needs other files, or holds what no drawer of pages draws, would come out with holes that nobody is told of.
struct DrawingScan: Hashable, Sendable {
  /// Letters, which are set in whatever fonts the machine has.
  private(set) var hasText = false
  private(set) var hasScripts = false
  /// What moves: print has its first state.
  private(set) var hasAnimation = false
  /// Shadows, blurs and masks, which come out as pixels.
  private(set) var hasEffects = false
  /// A coding of letters in which markup is not what its bytes seem to be.
  private(set) var unreadEncoding: String?
  /// Other files and addresses, and content in other languages, in order.
  private(set) var outside: [String] = []

  private static let letters: Set<String> = ["text", "tspan", "textPath"]
  /// Text in HTML, Inkscape's flowed text, and what came with SVG 2: librsvg 2.54 leaves a hole without a word.
  private static let foreign: Set<String> = [
    "foreignObject", "flowRoot", "feDropShadow", "meshgradient", "hatch",
  ]
  private static let movements: Set<String> = [
    "animate", "animateColor", "animateMotion", "animateTransform", "set",
  ]
  /// Codings whose markup is that of ASCII.
  private static let encodings: Set<String> = [
    "utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "windows-1252", "gb2312", "gbk", "gb18030",
    "big5", "shift_jis", "euc-jp", "euc-kr",
  ]
  /// Pictures that are drawn alike everywhere. Others hold what was not looked at, or need what a machine may lack.
  private static let pictures = ["data:image/png", "data:image/jpeg", "data:image/jpg"]

  init(_ bytes: [UInt8]) {
    var markup = Markup(bytes)
    while let tag = markup.next() { note(tag) }
  }

  private mutating func note(_ tag: Markup.Tag) {
    switch tag {
    case .element(let name, let attributes):
      if Self.letters.contains(name) { hasText = true }
      if name == "script" { hasScripts = true }
      if Self.foreign.contains(name), !hasFallback(attributes) { outside.append(name) }
      if Self.movements.contains(name) { hasAnimation = true }
      if name == "filter" || name == "mask" { hasEffects = true }
      for (key, value) in attributes { note(key, value, of: name) }
    case .text(let content, in: "style"): noteStyle(content)
    case .text: break
    case .declaration(let content):
      if hidesMarkup(content) { outside.append("ENTITY") }
    case .instruction(let content):
      if content.hasPrefix("xml-stylesheet") { outside.append("xml-stylesheet") }
      if content.hasPrefix("xml"), let name = encoding(in: content) { unreadEncoding = name }
    }
  }

  /// What asks for a drawer of its own kind stands beside what all others draw (SVG 1.1, 5.8): Illustrator's own data,
  /// diagrams.net's labels.
  private func hasFallback(_ attributes: [(String, String)]) -> Bool {
    attributes.contains { $0.0 == "requiredExtensions" || $0.0 == "requiredFeatures" }
  }

  /// Names that stand for other files, for each other or for markup. Drawing programs declare addresses alone.
  private func hidesMarkup(_ declaration: String) -> Bool {
    declaration.split(separator: "<!ENTITY", omittingEmptySubsequences: false).dropFirst()
      .contains { entity in
        let quoted = entity.split(
          maxSplits: 2, omittingEmptySubsequences: false, whereSeparator: { "\"'".contains($0) })
        guard quoted.count > 1, !quoted[0].contains("%") else { return true }
        return quoted[0].contains("SYSTEM") || quoted[0].contains("PUBLIC")
          || quoted[1].contains { "<&".contains($0) }
      }
  }

  private func encoding(in declaration: String) -> String? {
    let parts = declaration.split(whereSeparator: { "\"'".contains($0) })
    let key = parts.firstIndex { $0.filter { !$0.isWhitespace }.hasSuffix("encoding=") }
    guard let key, key + 1 < parts.count else { return nil }
    let name = parts[key + 1].lowercased()
    return Self.encodings.contains(name) ? nil : name
  }

  private mutating func note(_ key: String, _ value: String, of element: String) {
    if key.hasPrefix("on") { hasScripts = true }
    if key == "filter" || key == "mask" { hasEffects = true }
    if key == "href", element != "a" {
      noteReference(value)
    } else {
      noteStyle(value)
    }
  }

  private mutating func noteStyle(_ text: String) {
    if text.contains("@import") { outside.append("@import") }
    if text.contains("filter") || text.contains("mask") { hasEffects = true }
    for part in text.split(separator: "url(", omittingEmptySubsequences: false).dropFirst() {
      let inner = part.prefix { $0 != ")" }
      noteReference(inner.filter { $0 != "\"" && $0 != "'" && $0 != " " })
    }
  }

  private mutating func noteReference(_ value: String) {
    let target = value.drop { $0.isWhitespace }
    guard !target.isEmpty, !target.hasPrefix("#") else { return }
    guard target.hasPrefix("data:") else { return outside.append(String(target.prefix(60))) }
    let isPicture = Self.pictures.contains { target.hasPrefix($0) }
    if target.hasPrefix("data:image/"), !isPicture {
      outside.append(String(target.prefix { $0 != ";" && $0 != "," }.prefix(60)))
    }
  }
}

/// The tags of an XML file one after the other. It reads what is there and judges nothing: whether the file is
/// well-formed its drawer says.
private struct Markup {
  enum Tag {
    case element(String, [(String, String)])
    case text(String, in: String)
    case declaration(String)
    case instruction(String)
  }

  private let bytes: [UInt8]
  private var at = 0
  private var element = ""

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Tag? {
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "<") else { return .text(take(until: "<"), in: element) }
      if isAt("<!--") {
        skip(past: "-->")
      } else if isAt("<![CDATA[") {
        at += 9
        let content = take(until: "]]>")
        skip(past: "]]>")
        return .text(content, in: element)
      } else if isAt("<!") {
        return .declaration(takeDeclaration())
      } else if isAt("<?") {
        at += 2
        let content = take(until: "?>")
        skip(past: "?>")
        return .instruction(content)
      } else if isAt("</") {
        element = ""
        skip(past: ">")
      } else {
        return takeElement()
      }
    }
    return nil
  }

  private func isAt(_ word: String) -> Bool { bytes[at...].starts(with: word.utf8) }

  private mutating func skip(past word: String) {
    _ = take(until: word)
    at = min(bytes.count, at + word.utf8.count)
  }

  private mutating func take(until word: String) -> String {
    let (start, sign) = (at, Array(word.utf8))
    while at < bytes.count, bytes[at] != sign[0] || !bytes[at...].starts(with: sign) { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  /// To its end, an internal subset in brackets with it.
  private mutating func takeDeclaration() -> String {
    let start = at
    var depth = 0
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if byte == UInt8(ascii: "[") { depth += 1 }
      if byte == UInt8(ascii: "]") { depth -= 1 }
      if byte == UInt8(ascii: ">"), depth <= 0 { break }
    }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func takeElement() -> Tag {
    at += 1
    let name = local(takeName())
    var attributes: [(String, String)] = []
    while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
      let key = takeName()
      guard !key.isEmpty else {
        at += 1
        continue
      }
      attributes.append((local(key), takeValue()))
    }
    at = min(bytes.count, at + 1)
    element = name
    return .element(name, attributes)
  }

  private func local(_ name: String) -> String {
    name.split(separator: ":").last.map(String.init) ?? name
  }

  private mutating func takeName() -> String {
    let start = at
    let ends = Array(" \t\r\n=/>\"'<".utf8)
    while at < bytes.count, !ends.contains(bytes[at]) { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func takeValue() -> String {
    skipBlanks()
    guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { return "" }
    at += 1
    skipBlanks()
    guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") else {
      return takeName()
    }
    let quote = bytes[at]
    at += 1
    let start = at
    while at < bytes.count, bytes[at] != quote { at += 1 }
    defer { at = min(bytes.count, at + 1) }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func skipBlanks() {
    while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
  }
}
