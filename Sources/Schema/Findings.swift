import Diagnostics

/// The messages gathered while one file is read, in the order of finding. One reader owns it.
package final class Findings {
  package private(set) var diagnostics: [Diagnostic] = []
  /// Whether an error found here stops the edition (an edition, layout or style file) or is
  /// contained (a manuscript, an advertisement).
  package let stopsEdition: Bool

  package init(stopsEdition: Bool) { self.stopsEdition = stopsEdition }

  package func add(_ diagnostic: Diagnostic) {
    let stops = stopsEdition && diagnostic.severity == .error
    diagnostics.append(stops ? diagnostic.stopping : diagnostic)
  }

  /// Adds a message as it is, whatever file it was found in.
  package func keep(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  package func add(_ list: [Diagnostic]) {
    for diagnostic in list { add(diagnostic) }
  }

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
  package var errorCount: Int { diagnostics.count { $0.severity == .error } }
}
