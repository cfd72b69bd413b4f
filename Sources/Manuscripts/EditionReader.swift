import Diagnostics
import Schema

/// Reads an edition's own files: edition.yaml, its manuscripts and its advertisements.
///
/// A fault of edition.yaml stops the edition; one of a manuscript or an advertisement is contained.
package struct EditionReader {
  let folder: EditionFolder

  /// The edition, when there can be one, and everything noticed on the way.
  package struct Reading {
    package var edition: Edition?
    package var sources = SourceLibrary()
    package var diagnostics: [Diagnostic] = []
  }

  package static let fileName = "edition.yaml"
  /// Where manuscripts and bookings are looked for when edition.yaml does not say.
  private static let usualArticles = "articles/*.md"
  private static let usualAds = "ads/ads.yaml"

  package init(folder: EditionFolder) { self.folder = folder }

  package func read() -> Reading {
    var reading = Reading()
    let text = folder.yaml(of: Self.fileName)
    guard let source = text.value else {
      reading.diagnostics = text.diagnostics.map { fileFault($0).stopping }
      return reading
    }
    reading.sources.add(source)
    let findings = Findings(stopsEdition: true)
    findings.add(text.diagnostics)
    let overview = readYAML(source, findings: findings).flatMap { self.overview($0, findings) }
    reading.diagnostics = findings.diagnostics
    guard let overview, !findings.hasErrors else { return reading }
    reading.edition = overview.edition
    readStories(overview, into: &reading)
    readAds(overview, into: &reading)
    return reading
  }

  /// The messages of plain files, in the terms of this one.
  private func fileFault(_ fault: Diagnostic) -> Diagnostic {
    fault.code == .fileMissing ? Diagnostic(.editionMissing, at: fault.place) : fault
  }
}

/// What edition.yaml says, its manuscripts and advertisements still unread.
struct EditionOverview {
  var edition: Edition
  var articles: Located<String>?
  var ads: Located<String>?
}

// MARK: Manuscripts

extension EditionReader {
  private func readStories(_ overview: EditionOverview, into reading: inout Reading) {
    let pattern = overview.articles?.value ?? Self.usualArticles
    let files = folder.files(matching: pattern)
    if files.isEmpty, let articles = overview.articles {
      reading.diagnostics.append(Diagnostic(.noFilesMatch, at: articles.place, ["glob": pattern]))
    }
    reading.diagnostics += Self.alikeNames(files.map(\.path))
    let reader = StoryReader(folder: folder, limits: overview.edition.limits)
    var stories: [Story] = []
    for file in files {
      let story = reader.read(file)
      for source in story.sources { reading.sources.add(source) }
      reading.diagnostics += story.diagnostics
      if let story = story.story { stories.append(story) }
    }
    reading.diagnostics += Self.parted(&stories)
    reading.edition?.stories = stories
  }

  /// Names that a file system blind to case or to composed letters holds for one.
  private static func alikeNames(_ paths: [String]) -> [Diagnostic] {
    // Strings compare by canonical equivalence (UAX #15), so lower case is all that is left to do.
    var first: [String: String] = [:]
    return paths.compactMap { path in
      let folded = path.lowercased()
      guard let other = first[folded] else {
        first[folded] = path
        return nil
      }
      return Diagnostic(.namesAlike, at: SourcePlace(file: path), ["first": other, "second": path])
    }
  }

  /// Two stories of one id: neither may be printed, since nobody knows which is meant.
  private static func parted(_ stories: inout [Story]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var first: [String: Int] = [:]
    for index in stories.indices {
      let id = stories[index].id
      guard let other = first[id] else {
        first[id] = index
        continue
      }
      let (one, two) = (stories[other], stories[index])
      var fault = Diagnostic(
        .duplicateID, at: two.place(of: "id"), ["id": id, "first": one.file, "second": two.file],
        related: [one.place(of: "id")])
      (fault.article, fault.page, fault.frame) = (id, two.page, two.slot)
      diagnostics.append(fault)
      stories[other].becomePlaceholder()
      stories[index].becomePlaceholder()
      stories[index].id = "\(id)~\(index + 1)"
    }
    return diagnostics
  }
}

extension Story {
  /// Keeps nothing but the story's place on the page.
  fileprivate mutating func becomePlaceholder() {
    var placeholder = Story(id: id, file: file)
    (placeholder.page, placeholder.slot, placeholder.priority) = (page, slot, priority)
    (placeholder.places, placeholder.isPlaceholder) = (places, true)
    self = placeholder
  }
}

// MARK: Advertisements

extension EditionReader {
  private func readAds(_ overview: EditionOverview, into reading: inout Reading) {
    let path = overview.ads?.value ?? Self.usualAds
    if overview.ads == nil, case .failure(.missing) = folder.resolve(path) { return }
    let findings = Findings(stopsEdition: false)
    let text = folder.yaml(of: path, at: overview.ads?.place)
    findings.add(text.diagnostics)
    if let source = text.value {
      reading.sources.add(source)
      let reader = AdsReader(folder: folder, limits: overview.edition.limits)
      reading.edition?.ads = reader.read(source, findings: findings)
    }
    reading.diagnostics += findings.diagnostics
  }
}
