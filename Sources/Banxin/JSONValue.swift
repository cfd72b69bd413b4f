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
  var file: String { written(indent: 0) + "\n" }

  private func written(indent: Int) -> String {
    let short = line
    guard short.utf8.count + indent > 100 else { return short }
    let margin = String(repeating: " ", count: indent + 2)
    let end = String(repeating: " ", count: indent)
    switch self {
    case .list(let values):
      let items = values.map { margin + $0.written(indent: indent + 2) }
      return "[\n\(items.joined(separator: ",\n"))\n\(end)]"
    case .object(let members):
      let items = members.map {
        "\(margin)\(JSONLine.quoted($0.name)): \($0.value.written(indent: indent + 2))"
      }
      return "{\n\(items.joined(separator: ",\n"))\n\(end)}"
    default: return short
    }
  }

  /// The value on one line.
  var line: String {
    switch self {
    case .null: "null"
    case .flag(let flag): flag ? "true" : "false"
    case .integer(let number): String(number)
    case .thousandths(let number): Self.decimal(number)
    case .text(let text): JSONLine.quoted(text)
    case .list(let values): "[" + values.map(\.line).joined(separator: ", ") + "]"
    case .object(let members):
      "{"
        + members.map { "\(JSONLine.quoted($0.name)): \($0.value.line)" }.joined(separator: ", ")
        + "}"
    }
  }

  private static func decimal(_ thousandths: Int) -> String {
    let sign = thousandths < 0 ? "-" : ""
    let (whole, rest) = abs(thousandths).quotientAndRemainder(dividingBy: 1000)
    guard rest != 0 else { return "\(sign)\(whole)" }
    let digits = String(rest)
    var fraction = String(repeating: "0", count: 3 - digits.count) + digits
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return "\(sign)\(whole).\(fraction)"
  }
}
