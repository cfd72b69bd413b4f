import Diagnostics
import Manuscripts
import PageDesign
import Schema

/// An issue as its files tell it, read and checked as a whole: what every later stage works from.
package struct Issue: Sendable {
  package var edition: Edition
  /// Layouts by the text that a page asks for them with. A page whose layout is not here cannot be
  /// made by it (reported): the last good page or a marked blank one stands in.
  package var layouts: [String: Layout]
  package var styles: StyleSheet
  /// What the made-up pages are held to.
  package var rules: HouseRules
  /// Absolute path of the edition's folder.
  package var folder: String
  package var sources: SourceLibrary
}

/// Why there is no issue to make, and the exit code that says so (sysexits).
package enum ReadFailure: Int32, Error, Hashable, Sendable {
  /// 65: a fault that the edition's policy does not contain.
  case inputWrong = 65
  /// 66: no edition there.
  case notFound = 66
  /// 78: edition, layout or style are not valid.
  case invalid = 78

  /// The failure that stopping messages mean; nil when nothing stops the edition.
  package init?(_ diagnostics: [Diagnostic]) {
    let stopping = diagnostics.filter(\.stopsEdition)
    guard !stopping.isEmpty else { return nil }
    let codes = Set(stopping.map(\.code))
    self =
      codes == [.editionMissing]
      ? .notFound : codes.isSubset(of: Self.policyCodes) ? .inputWrong : .invalid
  }

  /// The message that a policy `fail` adds to a contained fault.
  private static let policyCodes: Set<Code> = [.policyFails]
}

/// Reads an issue from its folder, or its edition.yaml; what `readIssueWithSources` does, for callers
/// that show no source lines.
package func readIssue(at path: String, house: HouseFiles) -> Diagnosed<Issue?> {
  let reading = readIssueWithSources(at: path, house: house)
  return Diagnosed(reading.value.issue, reading.diagnostics)
}

/// Reads an issue from its folder, or its edition.yaml. There is none when nothing can be published;
/// `ReadFailure` says with which exit code. The texts are there in any case: messages show their lines.
package func readIssueWithSources(at path: String, house: HouseFiles) -> Diagnosed<IssueReading> {
  guard let folder = EditionFolder(at: editionFolder(path)) else {
    let place = SourcePlace(file: EditionReader.fileName)
    return Diagnosed(IssueReading(), [Diagnostic(.editionMissing, at: place).stopping])
  }
  let read = EditionReader(folder: folder).read()
  guard let edition = read.edition else {
    return Diagnosed(IssueReading(sources: read.sources), read.diagnostics)
  }
  var reader = IssueReader(folder: folder, house: house, edition: edition)
  (reader.sources, reader.diagnostics) = (read.sources, read.diagnostics)
  let issue = reader.read()
  return Diagnosed(IssueReading(issue: issue, sources: reader.sources), reader.diagnostics)
}

/// An issue, when there can be one, and the texts that messages quote.
package struct IssueReading: Sendable {
  package var issue: Issue?
  package var sources = SourceLibrary()
}

/// `EDITION` may be the folder or the edition.yaml in it.
private func editionFolder(_ path: String) -> String {
  let name = "/" + EditionReader.fileName
  if path == EditionReader.fileName { return "." }
  return path.hasSuffix(name) ? String(path.dropLast(name.count)) + "/" : path
}
