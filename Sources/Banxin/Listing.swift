import Diagnostics
import Fonts
import Geometry
import Makeup
import Manuscripts
import PageDesign

/// A table of answers about an edition, as `banxin query` prints it.
package struct Listing: Hashable, Sendable {
  package enum Subject: String, Hashable, Sendable, CaseIterable {
    case articles, frames, overset, jumps, ads, fonts, images, adjustments
  }

  var columns: [String]
  var rows: [[JSONValue]]

  package init(_ subject: Subject, of ready: ReadyEdition) {
    let pages = ready.allPages
    let edition = ready.made.issue.edition
    switch subject {
    case .articles: self = Self.articles(edition, pages)
    case .frames: self = Self.frames(pages)
    case .overset: self = Self.overset(pages)
    case .jumps: self = Self.jumps(pages)
    case .ads: self = Self.ads(edition)
    case .fonts: self = Self.fonts(pages, ready.book)
    case .images: self = Self.images(pages, edition)
    case .adjustments: self = Self.adjustments(pages.map(\.page), ready)
    }
  }

  init(_ columns: String, _ rows: [[JSONValue]]) {
    (self.columns, self.rows) = (columns.split(separator: " ").map(String.init), rows)
  }

  private static func articles(_ edition: Edition, _ pages: [PrintPage]) -> Listing {
    Listing(
      "id page slot title chars frames file",
      edition.stories.map { story in
        let frames = placed(pages).filter { placed in
          placed.frame.article == story.id || placed.frame.gathered.contains { $0.id == story.id }
        }
        let characters = story.blocks.reduce(0) { $0 + $1.text.count }
        return [
          .text(story.id), .optional(story.page), .optional(story.slot),
          .text(story.title.joined()), .integer(characters),
          .text(frames.map { "\($0.page)/\($0.frame.id)" }.joined(separator: " ")),
          .text(story.file),
        ]
      })
  }

  private static func frames(_ pages: [PrintPage]) -> Listing {
    Listing(
      "page frame kind article lines_used lines_free chars overset_lines",
      placed(pages).map { page, frame in
        [
          .text(page), .text(frame.id), .text(frame.kind.rawValue), .optional(frame.article),
          .integer(frame.linesUsed), .integer(frame.linesFree), .integer(frame.characters),
          .integer(frame.oversetLines),
        ]
      })
  }

  private static func overset(_ pages: [PrintPage]) -> Listing {
    Listing(
      "page frame article lines chars",
      placed(pages).filter { $0.frame.oversetLines > 0 }.map { page, frame in
        [
          .text(page), .text(frame.id), .optional(frame.article), .integer(frame.oversetLines),
          .integer(frame.oversetCharacters),
        ]
      })
  }

  private static func jumps(_ pages: [PrintPage]) -> Listing {
    let all = placed(pages)
    return Listing(
      "article from frame to to_frame",
      all.compactMap { page, frame in
        guard let next = frame.continuesOn else { return nil }
        let target = all.first { $0.page == next && $0.frame.article == frame.article }
        return [
          .optional(frame.article), .text(page), .text(frame.id), .text(next),
          .optional(target?.frame.id),
        ]
      })
  }

  private static func ads(_ edition: Edition) -> Listing {
    Listing(
      "id page slot client width_mm height_mm file",
      edition.ads.map { ad in
        [
          .text(ad.id), .text(ad.page), .optional(ad.slot), .optional(ad.client),
          ad.size?.lengths?.width.json ?? .null, ad.size?.lengths?.height.json ?? .null,
          .optional(ad.path?.value),
        ]
      })
  }

  private static func fonts(_ pages: [PrintPage], _ book: FontBook) -> Listing {
    Listing(
      "page file face chars",
      pages.flatMap { page in
        page.fonts(book).map { font in
          [
            .text(page.page.code), .text(font.file), .integer(font.face),
            .integer(font.characters),
          ]
        }
      })
  }

  private static func images(_ pages: [PrintPage], _ edition: Edition) -> Listing {
    Listing(
      "page file x_mm y_mm width_mm height_mm ppi",
      pages.flatMap { page in
        page.images.map { image in
          [.text(page.page.code), .text(image.file)] + image.clip.members.map(\.value)
            + [image.ppi(in: edition)]
        }
      })
  }

  private static func placed(_ pages: [PrintPage]) -> [(page: String, frame: SetFrame)] {
    pages.flatMap { page in page.page.frames.map { (page.page.code, $0) } }
  }
}

extension Listing {
  /// How a listing is written.
  package enum Form: String, Hashable, Sendable, CaseIterable { case table, json, csv }

  package func written(as form: Form) -> String {
    switch form {
    case .table: table
    case .json: json
    case .csv: csv
    }
  }

  /// Columns lined up by display width.
  private var table: String {
    let lines = [columns] + rows.map { $0.map(\.plain) }
    let widths = columns.indices.map { column in lines.map { Self.width($0[column]) }.max() ?? 0 }
    return lines.map { line in
      let cells = zip(line, widths).map { cell, width in
        cell + String(repeating: " ", count: width - Self.width(cell))
      }
      return cells.joined(separator: "  ").replacing(/[ ]+$/, with: "")
    }.joined(separator: "\n")
  }

  private static func width(_ text: String) -> Int { DisplayWidth.of(text.unicodeScalars) }

  /// One object a line.
  private var json: String {
    rows.map { row in
      let members = zip(columns, row).map { JSONValue.Member(name: $0, value: $1) }
      return JSONValue.object(members).line
    }.joined(separator: "\n")
  }

  /// RFC 4180.
  private var csv: String {
    let lines = [columns] + rows.map { $0.map(\.plain) }
    return lines.map { line in
      line.map { cell in
        guard cell.contains(/[,"\r\n]/) else { return cell }
        return "\"\(cell.replacing("\"", with: "\"\""))\""
      }.joined(separator: ",")
    }.joined(separator: "\n")
  }
}

extension JSONValue {
  /// The value for people: a text without quotes, nothing for null.
  fileprivate var plain: String {
    switch self {
    case .text(let text): text
    case .null: ""
    default: line
    }
  }
}
