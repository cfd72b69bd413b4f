/// What an SVG drawing asks for besides its own lines, found in its markup before a program draws it: a drawing that
/// needs other files, or holds what no drawer of pages draws, would come out with holes that nobody is told of.
struct DrawingScan: Hashable, Sendable {
  /// Letters, which are set in whatever fonts the machine has.
  private(set) var hasText = false
  private(set) var hasScripts = false
  /// Other files and addresses, and content in other languages, in order.
  private(set) var outside: [String] = []

  private static let letters: Set<String> = ["text", "tspan", "textPath"]

  init(_ bytes: [UInt8]) {
    var markup = Markup(bytes)
    while let tag = markup.next() { note(tag) }
  }

  private mutating func note(_ tag: Markup.Tag) {
    switch tag {
    case .element(let name, let attributes):
      if Self.letters.contains(name) { hasText = true }
      if name == "script" { hasScripts = true }
      if name == "foreignObject" { outside.append(name) }
      for (key, value) in attributes { note(key, value, of: name) }
    case .text(let content, in: "style"): noteStyle(content)
    case .text: break
    case .declaration(let content):
      if content.contains("SYSTEM"), content.contains("<!ENTITY") { outside.append("ENTITY") }
    case .instruction(let content):
      if content.hasPrefix("xml-stylesheet") { outside.append("xml-stylesheet") }
    }
  }

  private mutating func note(_ key: String, _ value: String, of element: String) {
    if key.hasPrefix("on") { hasScripts = true }
    if key == "href", element != "a" {
      noteReference(value)
    } else {
      noteStyle(value)
    }
  }

  private mutating func noteStyle(_ text: String) {
    if text.contains("@import") { outside.append("@import") }
    for part in text.split(separator: "url(", omittingEmptySubsequences: false).dropFirst() {
      let inner = part.prefix { $0 != ")" }
      noteReference(inner.filter { $0 != "\"" && $0 != "'" && $0 != " " })
    }
  }

  private mutating func noteReference(_ value: String) {
    let target = value.drop { $0.isWhitespace }
    guard !target.isEmpty, !target.hasPrefix("#"), !target.hasPrefix("data:") else { return }
    outside.append(String(target.prefix(60)))
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
