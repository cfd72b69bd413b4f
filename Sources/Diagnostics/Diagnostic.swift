/// How grave a message is.
package enum Severity: String, Hashable, Sendable, Comparable {
  case note, warning, error
  package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
  private var rank: Int { self == .note ? 0 : self == .warning ? 1 : 2 }
}

/// One message to the editor or the designer: a stable code, the place it is about, and the values
/// its text is filled with. The sentence itself stands in the catalogue, in Chinese and in English.
package struct Diagnostic: Hashable, Sendable {
  package var code: Code
  package var severity: Severity
  package var place: SourcePlace
  /// Values for the `{name}` marks in the catalogue's text, in the order given.
  package var values: [Value]
  /// Other places involved, each with the code-specific label of the catalogue.
  package var related: [SourcePlace]
  /// The page, frame and article concerned, where known.
  package var page: String?
  package var frame: String?
  package var article: String?
  /// Set when nothing can be published because of it; otherwise the fault is contained (兜住).
  package var stopsEdition = false

  package struct Value: Hashable, Sendable {
    package var name: String
    /// The value in a Chinese sentence; `english` in an English one when it differs.
    package var text: String
    package var english: String?
  }

  /// `severity` is the code's own (`E…` error, `W…` warning) unless given.
  package init(
    _ code: Code, at place: SourcePlace, _ values: KeyValuePairs<String, String> = [:],
    severity: Severity? = nil, related: [SourcePlace] = [], page: String? = nil,
    frame: String? = nil, article: String? = nil
  ) {
    self.code = code
    self.severity = severity ?? code.severity
    self.place = place
    self.values = values.map { Value(name: $0.key, text: $0.value) }
    self.related = related
    (self.page, self.frame, self.article) = (page, frame, article)
  }

  /// The same message with one more value, a phrase that differs by language.
  package func wording(_ name: String, _ zh: String, _ en: String) -> Diagnostic {
    var copy = self
    copy.values.append(Value(name: name, text: zh, english: en))
    return copy
  }

  /// The same message, marked as one that stops the edition.
  package var stopping: Diagnostic {
    var copy = self
    copy.stopsEdition = true
    return copy
  }
}

/// A message's stable number: `E` or `W`, two digits of group, two of place.
package struct Code: Hashable, Sendable {
  package let name: String
  package init(_ name: String) { self.name = name }
  package var severity: Severity { name.hasPrefix("W") ? .warning : .error }
}

/// A value, and what was noticed while making it.
package struct Diagnosed<Value> {
  package var value: Value
  package var diagnostics: [Diagnostic]
  package init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    (self.value, self.diagnostics) = (value, diagnostics)
  }
}
extension Diagnosed: Sendable where Value: Sendable {}
