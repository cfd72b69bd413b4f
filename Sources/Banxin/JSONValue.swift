import Diagnostics

/// A JSON value whose objects keep the order in which their members are written (RFC 8259).
indirect enum JSONValue: Hashable, Sendable {
  case null
  case flag(Bool)
  case integer(Int)
  /// A number given in thousandths, written without noughts at its end.
  case thousandths(Int)
  case text(String)
  case list([JSONValue])
  case object([Member])

  struct Member: Hashable, Sendable {
    var name: String
    var value: JSONValue
  }

  /// An object with its members in this order.
  static func members(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(members.map { Member(name: $0.key, value: $0.value) })
  }

  static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.text) ?? .null }

  /// The value as a file, with a line end. What is short stands on one line.
  var file: String {
    var text = JSONText()
    text.write(self, indent: 0)
    return text.string + "\n"
  }

  /// The value on one line.
  var line: String {
    var text = JSONText()
    _ = text.writeLine(self, within: .max)
    return text.string
  }

  fileprivate static func decimal(_ thousandths: Int) -> String {
    let sign = thousandths < 0 ? "-" : ""
    let (whole, rest) = abs(thousandths).quotientAndRemainder(dividingBy: 1000)
    guard rest != 0 else { return "\(sign)\(whole)" }
    let digits = String(rest)
    var fraction = String(repeating: "0", count: 3 - digits.count) + digits
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return "\(sign)\(whole).\(fraction)"
  }
}

/// A value on its way to a text.
private struct JSONText {
  private var bytes: [UInt8] = []

  /// A line with its margin is no longer than this, unless it is one word or text.
  private static let longestLine = 100

  var string: String { String(decoding: bytes, as: UTF8.self) }

  mutating func write(_ value: JSONValue, indent: Int) {
    let start = bytes.count
    if writeLine(value, within: start + Self.longestLine - indent) { return }
    bytes.removeSubrange(start...)
    switch value {
    case .list(let values):
      writeItems(values, "[", "]", indent) { $0.write($1, indent: indent + 2) }
    case .object(let members):
      writeItems(members, "{", "}", indent) {
        $0.add("\(JSONLine.quoted($1.name)): ")
        $0.write($1.value, indent: indent + 2)
      }
    default: _ = writeLine(value, within: .max)
    }
  }

  /// An item a line, between marks.
  private mutating func writeItems<Item>(
    _ items: [Item], _ open: String, _ close: String, _ indent: Int,
    _ write: (inout JSONText, Item) -> Void
  ) {
    add(open)
    for (index, item) in items.enumerated() {
      add(index == 0 ? "\n" : ",\n")
      margin(indent + 2)
      write(&self, item)
    }
    add("\n")
    margin(indent)
    add(close)
  }

  /// Writes a value on one line, and gives up behind so many bytes: whether it found room.
  mutating func writeLine(_ value: JSONValue, within limit: Int) -> Bool {
    switch value {
    case .null: add("null")
    case .flag(let flag): add(flag ? "true" : "false")
    case .integer(let number): add(String(number))
    case .thousandths(let number): add(JSONValue.decimal(number))
    case .text(let text): add(JSONLine.quoted(text))
    case .list(let values):
      add("[")
      for (index, value) in values.enumerated() {
        if index > 0 { add(", ") }
        guard writeLine(value, within: limit) else { return false }
      }
      add("]")
    case .object(let members):
      add("{")
      for (index, member) in members.enumerated() {
        add(index == 0 ? "" : ", ")
        add("\(JSONLine.quoted(member.name)): ")
        guard writeLine(member.value, within: limit) else { return false }
      }
      add("}")
    }
    return bytes.count <= limit
  }

  private mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func margin(_ width: Int) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: width))
  }
}
