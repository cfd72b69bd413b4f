import CJKRules
import Diagnostics
import Drawing
import Fonts
import Foundation
import Geometry
import Manuscripts
import PageDesign
import Typesetting

@testable import Makeup

/// Pages for tests: the house's fonts and styles, a small grid, stories written in the test.
enum TestPage {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  static let book: FontBook = {
    do {
      let yaml = try String(contentsOfFile: root + "/fonts/roles.yaml", encoding: .utf8)
      let table = try FontRoleTable(yaml: yaml)
      let fonts = table.locateAll(in: []).fonts
      return try FontBook(
        roles: fonts.map { (role: $0.role, file: $0.file, baselineShift: 0, sizeFactor: 1000) },
        fallback: table.fallback)
    } catch { preconditionFailure("the house's fonts: \(error)") }
  }()

  static let sheet: StyleSheet = {
    let path = root + "/layouts/styles/house.yaml"
    let bytes = FileManager.default.contents(atPath: path).map { [UInt8]($0) } ?? []
    guard let source = SourceText.decode(bytes, file: "house.yaml").value,
      let sheet = readStyles(source).value
    else { preconditionFailure("the house's styles") }
    return sheet
  }()

  /// Six columns of eleven 字, eighty lines.
  static let grid = BodyGrid(
    columns: 6, chars: 11, gutter: .points(9), lines: 80, size: .points(9), pitch: .points(12),
    origin: Point(x: .points(40), y: .points(50)))

  static let place = SourcePlace(file: "layout.yaml", line: 1, column: 1)

  static func types(_ language: Language = .zhHans) -> TypeCase {
    TypeCase(typesetter: Typesetter(book: book), sheet: sheet, grid: grid, language: language)
  }

  static func frame(
    _ id: String, columns: ClosedRange<Int>, lines: ClosedRange<Int>, kind: FrameKind = .article
  ) -> Frame {
    Frame(
      id: id, kind: kind, areas: [GridArea(columns: columns, lines: lines, place: place)],
      place: place)
  }

  static func story(_ id: String, page: String = "1", paragraphs: [String]) -> Story {
    var story = Story(id: id, file: "articles/\(id).md")
    (story.page, story.slot) = (page, id)
    story.blocks = paragraphs.map { text in
      Block(.paragraph, inlines: [Inline(text, place: place)], place: place)
    }
    return story
  }

  static func makeUp(
    _ stories: [Story], on pages: [[Frame]], ads: [Advertisement] = [], grid: BodyGrid = grid,
    grids: [BodyGrid] = [], sheet: StyleSheet = sheet,
    rules: MakeUpRules = `A page for print`.rules.makeUp
  ) -> MadeUp {
    var edition = Edition(
      paper: "试刊", date: CivilDate(year: 2026, month: 3, day: 18), weekday: "星期三", lunar: "")
    edition.stories = stories
    edition.ads = ads
    let size = Size(width: .millimetres(273), height: .millimetres(393))
    let drafts = pages.enumerated().map { number, frames in
      let code = "\(number + 1)"
      let request = PageRequest(code: code, layout: Located("test", at: place), place: place)
      let own = number < grids.count ? grids[number] : grid
      let layout = Layout(name: "test", file: "layout.yaml", size: size, grid: own, frames: frames)
      return PageDraft(request: request, layout: layout)
    }
    edition.pages = drafts.map(\.request)
    return Makeup.makeUp(
      edition, on: drafts, sheet: sheet, rules: rules, typesetter: Typesetter(book: book))
  }

  /// Text of a given length, with commas and full stops, from a fixed seed.
  static func text(_ characters: Int, seed: Int) -> String {
    let words = Array("春江潮水连海平城市道路桥梁建设居民生活学校医院公园图书夜晚清晨河流山川稻田茶园渔船码头")
    var state = UInt64(truncatingIfNeeded: seed &* 2_654_435_761 &+ 1)
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var text = ""
    while text.count < characters - 1 {
      let sentence = 6 + next(14)
      text += String((0..<sentence).map { _ in words[next(words.count)] })
      text += next(4) == 0 ? "。" : "，"
    }
    return String(text.prefix(characters - 1)) + "。"
  }
}

extension MadeUp {
  func frame(_ id: String, page: Int = 0) -> SetFrame? { pages[page].frames.first { $0.id == id } }
}

extension SetFrame {
  /// The body's lines in reading order, by leg and row, with the text of each.
  var bodyLines: [(panel: Panel, line: Line, start: LogicalPoint)] {
    panels.flatMap { panel in
      var inside = false
      return panel.items.compactMap { item -> (Panel, Line, LogicalPoint)? in
        switch item {
        case .begin(.paragraph): inside = true
        case .end(.paragraph): inside = false
        case .line(let line, let start, _) where inside: return (panel, line, start)
        default: break
        }
        return nil
      }
    }
  }
}

extension SetFrame {
  var bodyText: String { bodyLines.map(\.line.string).joined() }
}
