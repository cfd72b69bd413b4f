import Diagnostics

/// A YAML value and its place; scalars stay the text that was typed, so that `no`, `08` and `22:30`
/// are what the editor wrote.
package struct YAMLValue: Sendable {
  package indirect enum Content: Sendable {
    /// `isBlank`: nothing was written after the key.
    case scalar(String, isBlank: Bool)
    case list([YAMLValue])
    case map([Entry])
  }

  package struct Entry: Sendable {
    package var key: Located<String>
    package var value: YAMLValue
  }

  package var content: Content
  package var place: SourcePlace

  package init(_ content: Content, at place: SourcePlace) {
    (self.content, self.place) = (content, place)
  }

  /// Nothing was written here.
  package var isBlank: Bool {
    if case .scalar(_, isBlank: true) = content { return true }
    return false
  }
}
