/// What may be written after a key.
package indirect enum KeyKind: Sendable {
  case text
  /// A text, or a list of texts.
  case lines
  case texts
  case integer(ClosedRange<Int>)
  case integers
  /// A number with a fraction, or per cent; kept in ten-thousandths.
  case number
  case flag
  /// `YYYY-MM-DD`.
  case date
  /// A length with its unit; `bare`: what a number without a unit counts, if it may stand.
  case length(bare: BareUnit?)
  /// `3` or `1-4`, both ends included.
  case span
  case choice([String])
  /// A file inside the edition folder.
  case path
  case map(KeyTable)
  case list(KeyTable)
  /// A map whose keys are names that the editor chooses.
  case named(KeyTable?)
  /// Two or four parts of a picture; see the manuscript reader.
  case crop
  case inks

  /// What a number without a unit means.
  package enum BareUnit: Sendable { case characters }
}

/// One key of a file, and what stands after it.
package struct Key: Sendable {
  package var name: String
  package var kind: KeyKind
  package var isRequired: Bool
  /// One line for the schema that editors show while typing.
  package var about: String

  package init(_ name: String, _ kind: KeyKind, _ about: String, required: Bool = false) {
    (self.name, self.kind, self.about, self.isRequired) = (name, kind, about, required)
  }
}

/// The closed list of keys of one kind of file or map (键表): the reader and `banxin schema` both
/// work from it.
package struct KeyTable: Sendable {
  package var name: String
  package var keys: [Key]

  package init(_ name: String, _ keys: [Key]) { (self.name, self.keys) = (name, keys) }

  package var names: [String] { keys.map(\.name) }
  package func kind(of name: String) -> KeyKind? { keys.first { $0.name == name }?.kind }
}
