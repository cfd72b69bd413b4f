import Manuscripts
import PageDesign
import Schema

/// JSON Schemas of the edition's files (JSON Schema 2020-12), from the same tables of keys as the
/// readers: editors complete and check with them while somebody types.
package enum SchemaText {
  /// The files that have a schema, by the names of `banxin schema`.
  package static let names = ["edition", "article", "layout", "styles", "rules", "ads"]

  package static func schema(of name: String) -> String? {
    let tables = [
      "edition": KeyTable.edition, "article": .article, "layout": .layout, "styles": .styles,
      "rules": .rules, "ads": .ads,
    ]
    guard let table = tables[name] else { return nil }
    var members: [JSONValue.Member] = [
      JSONValue.Member(
        name: "$schema", value: .text("https://json-schema.org/draft/2020-12/schema")),
      JSONValue.Member(name: "title", value: .text("banxin \(name)")),
    ]
    if case .object(let object) = table.schema { members += object }
    return JSONValue.object(members).file
  }
}

extension KeyTable {
  fileprivate var schema: JSONValue {
    let properties = keys.map { key in
      var members = key.kind.schema
      members.insert(
        JSONValue.Member(name: "description", value: .text(key.about)), at: members.startIndex)
      return JSONValue.Member(name: key.name, value: .object(members))
    }
    let required = keys.filter(\.isRequired).map { JSONValue.text($0.name) }
    return .object([
      JSONValue.Member(name: "type", value: .text("object")),
      JSONValue.Member(name: "properties", value: .object(properties)),
      JSONValue.Member(name: "required", value: .list(required)),
      JSONValue.Member(name: "additionalProperties", value: .flag(false)),
    ])
  }
}

extension KeyKind {
  private static let text = JSONValue.members(["type": .text("string")])
  /// A scalar is read as text, whatever YAML would make of it.
  private static let scalar = JSONValue.list(["string", "number", "boolean"].map(JSONValue.text))

  fileprivate var schema: [JSONValue.Member] {
    switch self {
    case .text, .path, .date: one("type", Self.scalar)
    case .lines: one("anyOf", .list([Self.text, list(of: Self.text)]))
    case .texts, .inks, .crop: one("anyOf", .list([Self.text, list(of: .members([:]))]))
    case .integer(let range):
      one("type", .text("integer"))
        + one("minimum", .integer(range.lowerBound)) + one("maximum", .integer(range.upperBound))
    case .integers: object(list(of: .members(["type": .text("integer")])))
    case .number, .length, .span: one("type", .list(["string", "number"].map(JSONValue.text)))
    case .flag: one("type", .text("boolean"))
    case .choice(let words): one("enum", .list(words.flatMap(typed)))
    case .map(let table): object(table.schema)
    case .list(let table): object(list(of: table.schema))
    case .named(let table):
      one("type", .text("object"))
        + one("additionalProperties", table?.schema ?? .members(["type": Self.scalar]))
    }
  }

  /// A word as it is typed: YAML's own true and false are choices too.
  private func typed(_ word: String) -> [JSONValue] {
    [.text(word)] + (word == "true" || word == "false" ? [.flag(word == "true")] : [])
  }

  private func one(_ name: String, _ value: JSONValue) -> [JSONValue.Member] {
    [JSONValue.Member(name: name, value: value)]
  }

  private func list(of item: JSONValue) -> JSONValue {
    .members(["type": .text("array"), "items": item])
  }

  private func object(_ value: JSONValue) -> [JSONValue.Member] {
    if case .object(let members) = value { members } else { [] }
  }
}
