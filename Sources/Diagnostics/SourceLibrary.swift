/// The texts that were read, by file, so that a message can show the line it is about.
package struct SourceLibrary: Hashable, Sendable {
  private var texts: [String: SourceText] = [:]

  package init(_ texts: [SourceText] = []) {
    for text in texts { add(text) }
  }

  package mutating func add(_ text: SourceText) { texts[text.file] = text }

  package mutating func add(_ library: SourceLibrary) {
    texts.merge(library.texts) { _, new in new }
  }

  package subscript(file: String) -> SourceText? { texts[file] }
}
