import Diagnostics
import Schema

/// Reads one manuscript. A fault in it makes it a placeholder; it never stops the edition by itself.
package struct StoryReader {
  let folder: EditionFolder
  let limits: Limits

  /// A manuscript as read; nil story when it is a draft.
  package struct Reading {
    package var story: Story?
    package var sources: [SourceText] = []
    package var diagnostics: [Diagnostic] = []
  }

  /// Bytes of a manuscript beyond which it is not even looked at.
  private static let mostBytes = 16 << 20
  private static let longestTitle = 80
  private static let longestLine = 200
  private static let longestSummary = 600

  package init(folder: EditionFolder, limits: Limits) {
    (self.folder, self.limits) = (folder, limits)
  }

  package func read(_ file: FoundName) -> Reading {
    if let fault = nameFault(file) { return broken(file.path, nil, [fault]) }
    let whole = SourcePlace(file: file.path)
    switch folder.bytes(of: file.path, limit: Self.mostBytes) {
    case .failure(let fault):
      return broken(file.path, nil, [fault.diagnostic(of: file.path, at: whole)])
    case .success(let read):
      let changed = read.hasChanged ? [Diagnostic(.changedWhileRead, at: whole)] : []
      let text = SourceText.decode(read.bytes, file: file.path)
      let salvaged = SalvagedKeys(read.bytes)
      guard let source = text.value else {
        return broken(file.path, salvaged, changed + text.diagnostics)
      }
      var reading = self.read(source, salvaged: salvaged)
      reading.diagnostics = changed + text.diagnostics + reading.diagnostics
      return reading
    }
  }

  /// Names that a shell, a web address or another system would read as something else.
  private func nameFault(_ file: FoundName) -> Diagnostic? {
    let place = SourcePlace(file: file.path)
    if !file.isUTF8 {
      return Diagnostic(.fileName, at: place).wording("reason", "不是 UTF-8", "it is not UTF-8")
    }
    let isBad = file.path.unicodeScalars.contains {
      $0.value < 0x20 || $0.value == 0x7F || $0 == "\\"
    }
    guard isBad else { return nil }
    return Diagnostic(.fileName, at: place)
      .wording("reason", "有控制字符或 \\", "it holds a control character or \\")
  }

  private func read(_ source: SourceText, salvaged: SalvagedKeys) -> Reading {
    switch FrontMatter.split(source) {
    case .failure(let fault):
      return broken(source.file, salvaged, [diagnostic(of: fault, in: source)], source: source)
    case .success(let parts):
      let findings = Findings(stopsEdition: false)
      if let fault = sizeFault(of: parts, in: source) {
        return broken(source.file, salvaged, [fault], source: source)
      }
      guard let value = readYAML(source, lines: parts.keys, findings: findings),
        let fields = Fields(value, as: .article, findings: findings)
      else { return broken(source.file, salvaged, findings.diagnostics, source: source) }
      return read(fields, parts, source, salvaged)
    }
  }

  private func sizeFault(of parts: FrontMatter, in source: SourceText) -> Diagnostic? {
    let start = source.range(ofLine: parts.keys.lowerBound).lowerBound
    let count = source.range(ofLine: parts.body.lowerBound).lowerBound - start
    guard count > YAMLLimits.bytes else { return nil }
    return Diagnostic(.yamlTooLarge, at: source.place(at: start), ["limit": "1 MiB"])
  }

  private func diagnostic(of fault: FrontMatter.Fault, in source: SourceText) -> Diagnostic {
    let first = SourcePlace(file: source.file, line: 1, column: 1)
    return switch fault {
    case .empty: Diagnostic(.emptyFile, at: first)
    case .notOpened:
      Diagnostic(.frontMatterOpen, at: first).wording(
        "reason", "没有开头的 ---", "does not begin with ---")
    case .notClosed:
      Diagnostic(.frontMatterOpen, at: first).wording(
        "reason", "没有收尾的 ---", "is not closed with ---")
    }
  }

  private func read(
    _ fields: Fields, _ parts: FrontMatter, _ source: SourceText, _ salvaged: SalvagedKeys
  ) -> Reading {
    if fields.flag("draft") == true { return Reading() }
    var story = Story(id: id(fields) ?? salvaged.id ?? stem(source.file), file: source.file)
    readHeads(fields, into: &story)
    readPlacing(fields, into: &story)
    var belongings = StoryParts(
      folder: folder, limits: limits, source: source, findings: fields.findings)
    belongings.read(fields, into: &story)
    belongings.readBody(parts.body, of: fields, into: &story)
    let sources = [source] + belongings.sources
    if fields.findings.hasErrors {
      return broken(story, fields.findings.diagnostics + belongings.gentle.diagnostics, sources)
    }
    return Reading(
      story: story, sources: sources,
      diagnostics: named(story, fields.findings.diagnostics + belongings.gentle.diagnostics))
  }
}

// MARK: Keys

extension StoryReader {
  private func id(_ fields: Fields) -> String? {
    guard let id = fields.located("id") else { return nil }
    if Identifier.isValid(id.value) { return id.value }
    fields.findings.add(Identifier.expected.diagnostic(at: id.place, key: "id"))
    return nil
  }

  private func readHeads(_ fields: Fields, into story: inout Story) {
    story.title = heads("title", fields, longest: Self.longestTitle)
    story.kicker = heads("kicker", fields, longest: Self.longestLine)
    story.subtitle = heads("subtitle", fields, longest: Self.longestLine)
    story.summary = heads("summary", fields, longest: Self.longestSummary)
    story.byline = fields.text("byline")
    story.dateline = fields.text("dateline")
    story.column = fields.text("column")
    story.sponsor = fields.text("sponsor")
    story.source = fields.text("source")
    story.places = fields.places
  }

  private func heads(_ key: String, _ fields: Fields, longest: Int) -> [String] {
    guard fields.has(key) else { return [] }
    let lines = fields.lines(key).flatMap { line in
      line.value.split(separator: "\n", omittingEmptySubsequences: true).map { $0.trimmed }
    }.filter { !$0.isEmpty }
    let count = lines.reduce(0) { $0 + $1.unicodeScalars.count }
    let place = fields.place(of: key)
    if lines.isEmpty {
      let expected = Expected.said(
        zh: "是空的；没有就删去这一行", en: "is empty; remove the line if there is none")
      fields.findings.add(expected.diagnostic(at: place, key: key))
    }
    if count > longest {
      let expected = Expected.said(zh: "超 \(longest) 字", en: "is longer than \(longest) characters")
      fields.findings.add(expected.diagnostic(at: place, key: key))
    }
    return lines
  }

  private func readPlacing(_ fields: Fields, into story: inout Story) {
    story.page = fields.text("page")
    story.slot = fields.text("slot")
    story.priority = fields.integer("priority") ?? story.priority
    story.style = fields.text("style")
    story.rank = fields.text("rank")
    story.language = fields.word("lang")
    story.tags = fields.lines("tags").map(\.value)
    guard let jump = fields.map("jump"), let page = jump.text("to") else { return }
    story.jump = JumpRequest(
      page: page, slot: jump.text("slot"), label: jump.text("label"),
      labelBack: jump.text("label-back"), place: jump.place(of: "to"))
    story.jump?.title = heads("title", jump, longest: Self.longestTitle)
  }
}

// MARK: Placeholders

extension StoryReader {
  private func broken(
    _ file: String, _ salvaged: SalvagedKeys?, _ diagnostics: [Diagnostic],
    source: SourceText? = nil
  ) -> Reading {
    var story = Story(id: salvaged?.id ?? stem(file), file: file)
    (story.page, story.slot) = (salvaged?.page, salvaged?.slot)
    return broken(story, diagnostics, source.map { [$0] } ?? [])
  }

  /// Only what marks the story's place is kept: nothing of a half-read story may be printed.
  private func broken(_ story: Story, _ diagnostics: [Diagnostic], _ sources: [SourceText])
    -> Reading
  {
    var placeholder = Story(id: story.id, file: story.file)
    (placeholder.page, placeholder.slot) = (story.page, story.slot)
    (placeholder.priority, placeholder.places) = (story.priority, story.places)
    placeholder.isPlaceholder = true
    return Reading(
      story: placeholder, sources: sources, diagnostics: named(placeholder, diagnostics))
  }

  private func named(_ story: Story, _ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.map { diagnostic in
      var copy = diagnostic
      (copy.article, copy.page, copy.frame) = (story.id, story.page, story.slot)
      return copy
    }
  }

  private func stem(_ file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return name.hasSuffix(".md") ? String(name.dropLast(3)) : name
  }
}
