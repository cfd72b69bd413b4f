/// A place in one of the edition's files: what a message points at.
package struct SourcePlace: Hashable, Sendable {
  /// Path relative to the edition folder, with `/`.
  package var file: String
  /// Line and column from 1, the column in Unicode scalars; 0 when the whole file is meant.
  package var line: Int
  package var column: Int
  /// How many scalars the place covers, at least 1.
  package var length: Int

  package init(file: String, line: Int = 0, column: Int = 0, length: Int = 1) {
    (self.file, self.line, self.column, self.length) = (file, line, column, length)
  }
}

/// A value and the place where it was written.
package struct Located<Value> {
  package var value: Value
  package var place: SourcePlace
  package init(_ value: Value, at place: SourcePlace) { (self.value, self.place) = (value, place) }
}
extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
