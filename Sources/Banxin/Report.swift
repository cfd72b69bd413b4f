import CairoOutput
import Diagnostics
import Fonts
import Geometry
import Makeup
import Manuscripts
import PageDesign

/// `report.json` (报告): what stands where, and what did not fit. It says nothing of the machine, so
/// that the same edition gives the same bytes; docs/Formats.md describes it.
package struct Report {
  package var made: MadeEdition
  /// The pages that were asked for, of those that were made up.
  package var pages: [PrintPage]
  /// What has a place on these pages.
  package var findings: [LintFinding]
  package var diagnostics: [Diagnostic]
  package var exitCode: Int32
  package var book: FontBook
  /// How much ink the pages of a print edition take, by their codes.
  package var inks: [String: InkCoverage] = [:]

  package var file: [UInt8] { Array(json.file.utf8) }

  /// The edition's, whatever the reader of the terminal speaks.
  private var language: MessageLanguage {
    made.issue.edition.language.hasPrefix("zh") ? .zh : .en
  }

  var json: JSONValue {
    .members([
      "v": .integer(1),
      "engine": .members(["name": .text(Engine.name), "version": .text(Engine.version)]),
      "edition": .members([
        "paper": .text(made.issue.edition.paper), "date": .text(made.issue.edition.date.isoText),
      ]),
      "result": .members([
        "exit": .integer(Int(exitCode)), "errors": .integer(count(of: .error)),
        "warnings": .integer(count(of: .warning)), "pages": .integer(pages.count),
      ]),
      "pages": .list(pages.map(describe)),
      "overset": .list(pages.flatMap(overset)),
      "adjustments": adjustments,
      "lint": .list(findings.map(describe)),
      "diagnostics": .list(diagnostics.map(describe)),
    ])
  }

  private func count(of severity: Severity) -> Int {
    diagnostics.count { $0.severity == severity }
  }

  private func describe(_ print: PrintPage) -> JSONValue {
    let page = print.page
    let facts = JSONValue.members([
      "code": .text(page.code), "name": .optional(page.name), "pdf": .text("\(print.fileName).pdf"),
      "width": page.layout.size.width.json, "height": page.layout.size.height.json,
      "grid": describe(page.layout.grid), "characters": describe(countedCharacters(of: page)),
      "frames": .list(page.frames.map { describe($0, on: page) }),
      "fonts": .list(print.fonts(book).map(describe)),
      "images": .list(print.images.map(describe)),
      "ads": .list(ads(on: page)),
    ])
    guard let inks = inks[page.code], case .object(let members) = facts else { return facts }
    return .object(members + [JSONValue.Member(name: "inks", value: inks.json)])
  }

  private func describe(_ counted: CountedCharacters) -> JSONValue {
    .members([
      "type_area": .integer(counted.typeArea), "photographs": .integer(counted.photographs),
      "decorations": .integer(counted.decorations), "counted": .integer(counted.counted),
    ])
  }

  private func describe(_ grid: BodyGrid) -> JSONValue {
    .members([
      "x": grid.origin.x.json, "y": grid.origin.y.json, "columns": .integer(grid.columns),
      "chars": .integer(grid.chars),
      "gutter": .thousandths(grid.gutter.thousandths(of: grid.size)),
      "lines": .integer(grid.lines), "size_pt": grid.size.pointsJSON,
      "pitch_pt": grid.pitch.pointsJSON,
    ])
  }

  private func describe(_ frame: SetFrame, on page: Page) -> JSONValue {
    let design = page.layout.frames.first { $0.id == frame.id }
    let corners = design?.outlines(on: page.layout.grid).first ?? []
    let facts = JSONValue.members([
      "id": .text(frame.id), "kind": .text(frame.kind.rawValue),
      "article": .optional(frame.article), "box": frame.rect.json,
      "legs": .list(frame.legs.map(describe)),
      "lines_used": .integer(frame.linesUsed), "lines_free": .integer(frame.linesFree),
      "chars": .integer(frame.characters),
      "overset": .members([
        "lines": .integer(frame.oversetLines), "chars": .integer(frame.oversetCharacters),
      ]),
      "headline": describe(frame.heads), "continues": continuation(of: frame),
      "hot_area": .list(corners.map { .list([$0.x.json, $0.y.json]) }),
    ])
    guard !frame.gathered.isEmpty, case .object(let members) = facts else { return facts }
    let all = JSONValue.list(frame.gathered.map { .text($0.id) })
    return .object(members + [JSONValue.Member(name: "articles", value: all)])
  }

  /// Null for a frame without heads.
  private func describe(_ heads: [HeadRecord]) -> JSONValue {
    guard !heads.isEmpty else { return .null }
    return .object(
      heads.map { head in
        let value = JSONValue.members([
          "size_pt": head.size.pointsJSON, "condense": .thousandths(head.condense),
          "tracking_em": .thousandths(head.tracking),
          "lines": .list(head.lines.map(JSONValue.text)),
        ])
        return JSONValue.Member(name: head.kind.rawValue, value: value)
      })
  }

  private func describe(_ leg: LegRecord) -> JSONValue {
    var members = leg.rect.members
    members += [
      JSONValue.Member(name: "measure_chars", value: .thousandths(leg.measure)),
      JSONValue.Member(name: "lines", value: .integer(leg.lines)),
      JSONValue.Member(name: "mode", value: .text(leg.mode.rawValue)),
    ]
    return .object(members)
  }

  /// The page and frame that the story goes on in.
  private func continuation(of frame: SetFrame) -> JSONValue {
    guard let code = frame.continuesOn else { return .null }
    let page = made.pages.first { $0.code == code }
    let next = page?.frames.first { $0.article == frame.article && $0.id != frame.id }
    return .members(["page": .text(code), "frame": .optional(next?.id)])
  }

  private func describe(_ font: PrintPage.FontUse) -> JSONValue {
    .members([
      "file": .text(font.file), "face": .integer(font.face), "chars": .integer(font.characters),
    ])
  }

  private func describe(_ image: PrintPage.ImageUse) -> JSONValue {
    .members([
      "file": .text(image.file), "box": image.clip.json, "ppi": image.ppi(in: made.issue.edition),
    ])
  }

  private func ads(on page: Page) -> [JSONValue] {
    made.issue.edition.ads.filter { $0.page == page.code }.map { ad in
      .members([
        "id": .text(ad.id), "slot": .optional(ad.slot), "client": .optional(ad.client),
        "file": .optional(ad.file?.path),
        "box": page.frames.first { $0.id == ad.slot }?.rect.json ?? .null,
      ])
    }
  }

  private func overset(_ print: PrintPage) -> [JSONValue] {
    gatheredOverset(print)
      + print.page.frames.filter { $0.oversetLines > 0 && $0.gathered.isEmpty }.map {
        frame in
        let message = diagnostics.first {
          [.overset, .tableTooLong].contains($0.code) && $0.page == print.page.code
            && $0.frame == frame.id
        }
        return .members([
          "page": .text(print.page.code), "frame": .text(frame.id),
          "article": .optional(frame.article), "lines": .integer(frame.oversetLines),
          "chars": .integer(frame.oversetCharacters), "file": .optional(message?.place.file),
          "line": message.map { .integer($0.place.line) } ?? .null,
        ])
      }
  }

  /// Each of several stories in a frame by itself.
  private func gatheredOverset(_ print: PrintPage) -> [JSONValue] {
    print.page.frames.flatMap { frame in
      frame.gathered.filter { $0.oversetCharacters > 0 }.map { story -> JSONValue in
        .members([
          "page": .text(print.page.code), "frame": .text(frame.id), "article": .text(story.id),
          "lines": .integer(story.oversetLines), "chars": .integer(story.oversetCharacters),
          "file": .text(story.oversetPlace.file), "line": .integer(story.oversetPlace.line),
        ])
      }
    }
  }

  private var adjustments: JSONValue {
    let tallies = pages.flatMap(\.page.frames).map(\.adjustments)
    let ready = ReadyEdition(made: made, book: book)
    let summary = AdjustmentSummary(
      pages: pages.map { ($0.page.code, ready.adjustedLines(on: $0.page)) }, book: book)
    let relieved: [JSONValue] = pages.flatMap { print in
      print.page.frames.filter { $0.adjustments.relieved > 0 }.map { frame in
        .members([
          "page": .text(print.page.code), "frame": .text(frame.id),
          "lines": .integer(frame.adjustments.relieved),
        ])
      }
    }
    return .members([
      "lines": .integer(tallies.reduce(0) { $0 + $1.lines }),
      "squeezed": .integer(tallies.reduce(0) { $0 + $1.squeezed }),
      "stretched": .integer(tallies.reduce(0) { $0 + $1.stretched }),
      "max_stretch_em": .thousandths(tallies.map(\.maxStretch).max() ?? 0),
      "relieved": .list(relieved), "columns": .list(columns), "steps": summary.steps,
      "notable": summary.notable,
      "glyphs": summary.glyphs,
    ])
  }

  /// What breaks a rule of make-up, and where on its page.
  private func describe(_ finding: LintFinding) -> JSONValue {
    .members([
      "code": .text(finding.code.name), "severity": .text(finding.message.severity.rawValue),
      "page": .text(finding.page), "frames": .list(finding.frames.map(JSONValue.text)),
      "rects": .list(finding.rects.map(\.json)),
      "message": .text(finding.message.sentence(language)),
    ])
  }

  /// What was done to close columns; `leg` counts the frame's legs from 1.
  private var columns: [JSONValue] {
    pages.flatMap { print in
      print.page.frames.flatMap { frame in
        frame.cures.map { cure -> JSONValue in
          .members([
            "page": .text(print.page.code), "frame": .text(frame.id),
            "article": .optional(frame.article), "leg": .integer(cure.leg + 1),
            "fault": .text(cure.fault.rawValue), "cure": .text(cure.cure.rawValue),
            "lines": .integer(cure.lines),
          ])
        }
      }
    }
  }

  private func describe(_ diagnostic: Diagnostic) -> JSONValue {
    .members([
      "code": .text(diagnostic.code.name), "severity": .text(diagnostic.severity.rawValue),
      "file": .text(diagnostic.place.file), "line": .integer(diagnostic.place.line),
      "column": .integer(diagnostic.place.column),
      "message": .text(diagnostic.sentence(language)),
    ])
  }
}

extension Length {
  /// Millimetres, to a thousandth.
  var json: JSONValue { .thousandths(rounded(units * 1000, by: Length.unitsPerMillimetre)) }
  /// Points, to a thousandth.
  var pointsJSON: JSONValue { .thousandths(rounded(units * 1000, by: Length.unitsPerPoint)) }
  /// How many of `other`, in thousandths.
  func thousandths(of other: Length) -> Int { rounded(units * 1000, by: other.units) }

  private func rounded(_ value: Int, by divisor: Int) -> Int {
    (value + (value < 0 ? -divisor : divisor) / 2) / divisor
  }
}

extension Rect {
  var members: [JSONValue.Member] {
    [
      JSONValue.Member(name: "x", value: x.json), JSONValue.Member(name: "y", value: y.json),
      JSONValue.Member(name: "w", value: width.json),
      JSONValue.Member(name: "h", value: height.json),
    ]
  }
  var json: JSONValue { .object(members) }
}
