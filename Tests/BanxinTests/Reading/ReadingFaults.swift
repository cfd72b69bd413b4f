import Banxin
import Diagnostics

/// One bad input of the fault list, and what must be said of it.
struct ReadingFault: Sendable, CustomStringConvertible {
  var id: String
  /// Breaks a sound edition.
  var harm: @Sendable (inout SoundEdition) -> Void
  /// The message; nil: nothing at all is said.
  var code: String?
  /// `file:line:column`, or the file alone.
  var place = ""
  /// Exit code of `build`: 0 fine, 3 contained, 66, 78.
  var exit: Int32
  /// Stories that become placeholders.
  var placeholders: [String] = []

  init(
    _ id: String, _ code: String?, _ place: String = "", exit: Int32, placeholders: [String] = [],
    _ harm: @escaping @Sendable (inout SoundEdition) -> Void
  ) {
    (self.id, self.code, self.place, self.exit) = (id, code, place, exit)
    (self.placeholders, self.harm) = (placeholders, harm)
  }

  var description: String { id }
}

private let weather = "articles/weather.md"
private let lead = "articles/lead.md"
private let edition = "edition.yaml"
private let front = "layouts/front.yaml"

extension ReadingFault {
  static let all = files + keys + paths + layouts + placing + foreign

  static let files: [ReadingFault] = [
    ReadingFault(
      "F001 an empty manuscript", "E0101", "\(weather):1:1", exit: 3, placeholders: ["weather"]
    ) {
      $0.files[weather] = []
    },
    ReadingFault("F002 front matter and no text", "W0301", "\(weather):6:1", exit: 0) {
      $0.change(weather, "市气象台昨日发布预报。\n", "")
    },
    ReadingFault("F003 a byte FF", "E0102", "\(weather):7:3", exit: 3, placeholders: ["weather"]) {
      $0.files[weather] =
        Array("---\nid: weather\ntitle: t\npage: A01\nslot: weather\n---\n市气".utf8) + [0xFF, 0x0A]
    },
    ReadingFault("F004 GB18030", "E0102", "\(weather):3:8", exit: 3, placeholders: ["weather"]) {
      // 标题 and 天气 in GB18030.
      $0.files[weather] =
        Array("---\nid: weather\ntitle: ".utf8) + [0xB1, 0xEA, 0xCC, 0xE2]
        + Array("\npage: A01\nslot: weather\n---\n".utf8) + [0xCC, 0xEC, 0xC6, 0xF8, 0x0A]
    },
    ReadingFault("F005 UTF-16", "E0102", "\(weather):1:1", exit: 3, placeholders: ["weather"]) {
      let text = String(decoding: $0.files[weather] ?? [], as: UTF8.self)
      $0.files[weather] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    },
    ReadingFault("F006 a byte-order mark", nil, exit: 0) {
      $0.files[weather] = [0xEF, 0xBB, 0xBF] + ($0.files[weather] ?? [])
    },
    ReadingFault("F007 a byte-order mark in the text", "W0103", "\(weather):7:5", exit: 0) {
      $0.change(weather, "市气象台", "市气象台\u{FEFF}")
    },
    ReadingFault("F008 CRLF and CR", nil, exit: 0) {
      $0.change(weather, "\nid: weather\n", "\r\nid: weather\r")
    },
    ReadingFault("F009 NUL", "E0104", "\(weather):7:3", exit: 3, placeholders: ["weather"]) {
      $0.change(weather, "市气象台", "市气\0象台")
    },
    ReadingFault("F010 a control character", "W0104", "\(weather):7:3", exit: 0) {
      $0.change(weather, "市气象台", "市气\u{B}象台")
    },
    ReadingFault(
      "F011 overlong UTF-8", "E0102", "\(weather):8:1", exit: 3, placeholders: ["weather"]
    ) {
      $0.files[weather]? += [0xC0, 0x80]
    },
    ReadingFault("F011 a surrogate", "E0102", "\(weather):8:1", exit: 3, placeholders: ["weather"])
    {
      $0.files[weather]? += [0xED, 0xA0, 0x80]
    },
    ReadingFault("F012 a bidirectional override", "W0105", "\(weather):3:10", exit: 0) {
      $0.change(weather, "今夜起", "今夜\u{202E}起")
    },
    ReadingFault(
      "F014 a line end in a name", "E0106", "articles/a\nb.md", exit: 3, placeholders: ["a\nb"]
    ) {
      $0.write("articles/a\nb.md", "---\nid: b\n---\nx\n")
    },
    ReadingFault(
      "F014 a backslash in a name", "E0106", "articles/a\\b.md", exit: 3, placeholders: ["a\\b"]
    ) {
      $0.write("articles/a\\b.md", "---\nid: b\n---\nx\n")
    },
    ReadingFault("F014 a name of 255 bytes", nil, exit: 0) {
      let name = String(repeating: "稿", count: 84)
      $0.files["articles/\(name).md"] = $0.files.removeValue(forKey: weather)
    },
    ReadingFault("F015 a folder", "E0107", "articles/x.md", exit: 3, placeholders: ["x"]) {
      $0.folders = ["articles/x.md"]
    },
    ReadingFault("F015 a pipe", "E0107", "articles/x.md", exit: 3, placeholders: ["x"]) {
      $0.pipes = ["articles/x.md"]
    },
    ReadingFault(
      "F017 a link to /etc/passwd", "E0109", "articles/x.md", exit: 3, placeholders: ["x"]
    ) {
      $0.links = ["articles/x.md": "/etc/passwd"]
    },
    ReadingFault("F018 a link in a circle", "E0109", "articles/x.md", exit: 3, placeholders: ["x"])
    {
      $0.links = ["articles/x.md": "x.md"]
    },
    ReadingFault("F020 names that differ in case", "W0111", "articles/weather.md", exit: 0) {
      $0.write("articles/Weather.md", "---\nid: other\ndraft: true\n---\nx\n")
    },
  ]

  static let keys: [ReadingFault] = [
    ReadingFault("F021 a tab in edition.yaml", "E0202", "\(edition):6:1", exit: 78) {
      $0.change(edition, "  - {code: A01", "\t- {code: A01")
    },
    ReadingFault(
      "F021 a tab in a manuscript", "E0202", "\(lead):9:1", exit: 3, placeholders: ["lead"]
    ) {
      $0.change(lead, "  - file:", "\t- file:")
    },
    ReadingFault(
      "F022 a colon in a title", "E0202", "\(weather):3:10", exit: 3, placeholders: ["weather"]
    ) {
      $0.change(weather, "今夜起小雪", "江城: 新线")
    },
    ReadingFault(
      "F023 front matter not closed", "E0203", "\(weather):1:1", exit: 3, placeholders: ["weather"]
    ) {
      $0.change(weather, "slot: weather\n---\n", "slot: weather\n")
    },
    ReadingFault(
      "F023 front matter not opened", "E0203", "\(weather):1:1", exit: 3, placeholders: ["weather"]
    ) {
      $0.change(weather, "---\nid", "id")
    },
    ReadingFault(
      "F024 an unknown key", "E0201", "\(weather):3:1", exit: 3, placeholders: ["weather"]
    ) {
      $0.change(weather, "title:", "titel:")
    },
    ReadingFault("F025 a key twice", "E0204", "\(weather):6:1", exit: 3, placeholders: ["weather"])
    {
      $0.change(weather, "slot: weather\n", "slot: weather\npage: A02\n")
    },
    ReadingFault("F025 a key twice in braces", "E0204", "\(edition):7:27", exit: 78) {
      $0.change(edition, "name: 综合", "name: 综合, name: 综合")
    },
    ReadingFault(
      "F026 a word for a number", "E0205", "\(lead):7:11", exit: 3, placeholders: ["lead"]
    ) {
      $0.change(lead, "priority: 80", "priority: 高")
    },
    ReadingFault("F027 no such day", "E0205", "\(edition):3:7", exit: 78) {
      $0.change(edition, "2026-11-24", "2026-02-30")
    },
    ReadingFault("F028 another weekday", "W0206", "\(edition):4:10", exit: 0) {
      $0.change(edition, "masthead:", "weekday: 星期三\nmasthead:")
    },
    ReadingFault("F028 another lunar day", "W0206", "\(edition):4:8", exit: 0) {
      $0.change(edition, "masthead:", "lunar: 丙午年正月初一\nmasthead:")
    },
    ReadingFault("F029 anchors and aliases", "E0207", "\(edition):4:11", exit: 78) {
      $0.change(edition, "masthead: {tagline: 一江清水}", "masthead: &a {tagline: 一江清水, more: *a}")
    },
    ReadingFault("F029 a billion laughs", "E0207", "\(edition):10:4", exit: 78) { small in
      var text = "a: &a [x, x, x, x, x, x, x, x, x]\n"
      for (one, two) in zip("abcdefgh", "bcdefghi") {
        let list = Array(repeating: "*\(one)", count: 9).joined(separator: ", ")
        text += "\(two): &\(two) [\(list)]\n"
      }
      // As a key too: comparing keys unfolds them.
      small.files[edition]? += Array((text + "? *i\n: x\n").utf8)
    },
    ReadingFault(
      "F029 a title that begins with a star", "E0207", "\(weather):3:8", exit: 3,
      placeholders: ["weather"]
    ) {
      $0.change(weather, "今夜起小雪", "*重要*今夜起小雪")
    },
    ReadingFault("F030 a tag", "E0207", "\(edition):2:8", exit: 78) {
      $0.change(edition, "paper: 砚江日报", "paper: !!python/object 砚江日报")
    },
    ReadingFault("F030 a plain tag", "E0207", "\(edition):2:8", exit: 78) {
      $0.change(edition, "paper: 砚江日报", "paper: !!str 砚江日报")
    },
    ReadingFault("F031 10 000 brackets", "E0208", "\(edition):2:39", exit: 78) {
      $0.change(edition, "砚江日报", String(repeating: "[", count: 10_000))
    },
    ReadingFault("F031 40 levels", "E0208", "\(edition):2:39", exit: 78) {
      let (open, close) = (String(repeating: "[", count: 40), String(repeating: "]", count: 40))
      $0.change(edition, "砚江日报", open + close)
    },
    ReadingFault("F032 two documents", "E0202", "\(edition):10:1", exit: 78) {
      $0.files[edition]? += Array("---\nbanxin: 1\n".utf8)
    },
    ReadingFault("F033 a YAML file over 1 MiB", "E0209", edition, exit: 78) {
      $0.files[edition]? += Array(repeating: 0x20, count: 2 << 20)
    },
    ReadingFault("F034 no edition.yaml", "E0210", edition, exit: 66) { $0.files[edition] = nil },
    ReadingFault("F035 a newer format", "E0211", "\(edition):1:9", exit: 78) {
      $0.change(edition, "banxin: 1", "banxin: 2")
    },
    ReadingFault("F036 not a number", "E0205", "\(front):2:15", exit: 78) {
      $0.change(front, "width: 273mm", "width: .nan")
    },
    ReadingFault("F036 infinite", "E0205", "\(front):2:15", exit: 78) {
      $0.change(front, "width: 273mm", "width: 1e309mm")
    },
    ReadingFault("F037 a length without a unit", "E0212", "\(front):2:15", exit: 78) {
      $0.change(front, "width: 273mm", "width: 350")
    },
  ]

  static let paths: [ReadingFault] = [
    ReadingFault("F038 a layout outside", "E0213", "\(edition):6:35", exit: 78) {
      $0.change(edition, "layouts/front.yaml", "../../etc/x.yaml")
    },
    ReadingFault("F039 an absolute path", "E0213", "\(lead):9:11", exit: 3, placeholders: ["lead"])
    {
      $0.change(lead, "photos/bridge.png", "/etc/passwd")
    },
    ReadingFault("F039 a file address", "E0213", "\(lead):9:11", exit: 3, placeholders: ["lead"]) {
      $0.change(lead, "photos/bridge.png", "file:///etc/passwd")
    },
    ReadingFault("F039 a web address", "E0213", "ads/ads.yaml:6:11", exit: 3) {
      $0.change("ads/ads.yaml", "photos/bridge.png", "http://169.254.169.254/")
    },
    ReadingFault("F040 escaped dots", "E0213", "\(lead):9:11", exit: 3, placeholders: ["lead"]) {
      $0.change(lead, "photos/bridge.png", "photos/%2e%2e/x")
    },
    ReadingFault("F040 a backslash", "E0213", "\(lead):9:11", exit: 3, placeholders: ["lead"]) {
      $0.change(lead, "photos/bridge.png", "photos/..\\x")
    },
    ReadingFault("F040 a NUL at the end", "E0213", "\(lead):9:11", exit: 3, placeholders: ["lead"])
    {
      $0.change(lead, "photos/bridge.png", #""photos/bridge.png\0""#)
    },
    ReadingFault("F040 a link out of the folder", "E0109", "\(lead):9:11", exit: 3) {
      $0.links = ["photos/out": "/etc"]
      $0.change(lead, "photos/bridge.png", "photos/out/passwd")
    },
    ReadingFault(
      "F042 one id twice", "E0214", "\(weather):2:5", exit: 3, placeholders: ["lead", "lead~2"]
    ) {
      $0.change(weather, "id: weather", "id: lead")
    },
    ReadingFault("F043 one page code twice", "E0215", "\(edition):7:12", exit: 78) {
      $0.change(edition, "code: A02", "code: A01")
    },
    ReadingFault("F045 no such page", "E0216", "\(weather):4:7", exit: 3) {
      $0.change(weather, "page: A01", "page: A09")
    },
    ReadingFault("F045 no such slot", "E0216", "\(lead):6:7", exit: 3) {
      $0.change(lead, "slot: lead", "slot: leed")
    },
    ReadingFault("F046 two stories in one slot", "E0217", "\(weather):5:7", exit: 3) {
      $0.change(weather, "slot: weather", "slot: lead")
      $0.change(front, "{id: weather,", "{id: weather, optional: true,")
    },
    ReadingFault(
      "F047 an id that is a path", "E0205", "\(weather):2:5", exit: 3, placeholders: ["weather"]
    ) {
      $0.change(weather, "id: weather", "id: ../x")
    },
    ReadingFault(
      "F047 an id of 10 kB", "E0205", "\(weather):2:5", exit: 3, placeholders: ["weather"]
    ) {
      $0.change(weather, "id: weather", "id: " + String(repeating: "x", count: 10_000))
    },
  ]

  static let layouts: [ReadingFault] = [
    ReadingFault("F044 one frame id twice", "E0401", "\(front):13:10", exit: 3) {
      $0.change(front, "{id: weather,", "{id: lead,")
      $0.files[weather] = nil
    },
    ReadingFault("F058 no columns", "E0402", "\(front):3:17", exit: 3) {
      $0.change(front, "grid: {columns: 6", "grid: {columns: 0")
    },
    ReadingFault("F058 a thousand columns", "E0402", "\(front):3:17", exit: 3) {
      $0.change(front, "grid: {columns: 6", "grid: {columns: 1000")
    },
    ReadingFault("F059 columns the wrong way", "E0403", "\(front):13:43", exit: 3) {
      $0.change(front, "columns: 1-3", "columns: 5-4")
    },
    ReadingFault("F060 a gutter wider than the page", "E0404", "\(front):3:7", exit: 3) {
      $0.change(front, "gutter: 1", "gutter: 300mm")
    },
    ReadingFault("F060 a type area larger than the page", "E0404", "\(front):3:7", exit: 3) {
      $0.change(front, "chars: 11", "chars: 30")
    },
    ReadingFault("F061 frames that overlap", "E0405", "\(front):13:43", exit: 3) {
      $0.change(front, "lines: 42-60", "lines: 37-60")
    },
    ReadingFault("F062 a frame outside the grid", "E0403", "\(front):13:55", exit: 3) {
      $0.change(front, "lines: 42-60", "lines: 42-120")
      $0.change(front, "columns: 1-6, lines: 75-81", "columns: 1-6, lines: 70-73")
    },
    ReadingFault("F063 body type of no size", "E0406", "\(front):3:59", exit: 78) {
      $0.change(front, "size: 9.4pt", "size: 0pt")
    },
    ReadingFault("F063 body type of a million points", "E0406", "\(front):3:59", exit: 78) {
      $0.change(front, "size: 9.4pt", "size: 1000000pt")
    },
    ReadingFault("F063 lines closer than their type", "E0406", "\(front):3:73", exit: 78) {
      $0.change(front, "pitch: 12pt", "pitch: 9pt")
    },
    ReadingFault("F064 a page of no size", "E0407", "\(front):2:7", exit: 3) {
      $0.change(front, "width: 273mm, height: 393mm", "width: 0mm, height: 0mm")
    },
    ReadingFault("F064 a page of a hundred metres", "E0407", "\(front):2:7", exit: 3) {
      $0.change(front, "width: 273mm", "width: 100000mm")
    },
    ReadingFault("F065 a thousand frames", "E0408", "\(front):5:3", exit: 3) {
      let many = (0..<1_000).map { "  - {id: f\($0), kind: ad, columns: 1, lines: 1}\n" }.joined()
      $0.change(front, "rules:\n  - {below: lead, weight: 0.5pt}\n", many)
    },
    ReadingFault("F066 a column of 2 characters", "E0409", "\(front):3:27", exit: 3) {
      $0.change(front, "chars: 11", "chars: 2")
    },
    ReadingFault("F066 too many columns in a frame", "E0409", "\(front):8:14", exit: 3) {
      $0.change(front, "body: {columns: 4}", "body: {columns: 20}")
    },
    ReadingFault("F067 styles in a circle", "E0410", "styles/own.yaml:2:13", exit: 78) {
      $0.change(edition, "articles:", "styles: styles/own.yaml\narticles:")
      $0.write("styles/own.yaml", "styles:\n  a: {base: b}\n  b: {base: a}\n")
    },
    ReadingFault("F068 a frame without a story", "W0504", "\(front):13:10", exit: 0) {
      $0.files[weather] = nil
    },
  ]
  static let placing: [ReadingFault] = [
    ReadingFault("a story in an advertisement's frame", "E0216", "\(weather):5:7", exit: 3) {
      $0.change(weather, "slot: weather", "slot: strip")
      $0.change(front, "{id: weather,", "{id: weather, optional: true,")
    },
    ReadingFault("a slot that no page has", "E0216", "\(weather):4:7", exit: 3) {
      $0.change(weather, "page: A01\nslot: weather", "slot: wether")
      $0.change(front, "{id: weather,", "{id: weather, optional: true,")
    },
    ReadingFault("a slot without its page", nil, exit: 0) {
      $0.change(weather, "page: A01\n", "")
    },
    ReadingFault("a page without a slot", nil, exit: 0) {
      $0.change(weather, "slot: weather\n", "")
    },
    ReadingFault("an advertisement without a frame", "E0216", "ads/ads.yaml:5:11", exit: 3) {
      $0.change("ads/ads.yaml", "slot: strip", "slot: strop")
    },
    ReadingFault("F070 a jump to itself", "E0505", "\(lead):11:12", exit: 3) {
      $0.change(lead, "jump: {to: A02, slot: rest}", "jump: {to: A01, slot: lead}")
    },
    ReadingFault("F072 a jump to no page", "E0506", "\(lead):11:12", exit: 3) {
      $0.change(lead, "to: A02", "to: A12")
    },
    ReadingFault("F073 a jump to a frame that is taken", "E0506", "\(lead):11:12", exit: 3) {
      $0.change(weather, "page: A01\nslot: weather", "page: A02\nslot: rest")
      $0.change(front, "{id: weather,", "{id: weather, optional: true,")
    },
    ReadingFault("no layout of that name", "E0219", "\(edition):6:35", exit: 78) {
      $0.change(edition, "layouts/front.yaml", "daily-frnot")
    },
    ReadingFault("a layout of the house", nil, exit: 0) {
      $0.change(edition, "layouts/inside.yaml", "tabloid-inside")
      $0.change(lead, "slot: rest", "slot: mid-left")
      for slot in ["top", "mid-right", "box", "low"] {
        $0.write("articles/\(slot).md", "---\nid: \(slot)\npage: A02\nslot: \(slot)\n---\n字。\n")
      }
      let ads = ["half-left", "half-right"].map {
        "  - {id: \($0), page: A02, slot: \($0), file: photos/bridge.png}\n"
      }
      $0.files["ads/ads.yaml"]? += Array(ads.joined().utf8)
    },
    ReadingFault("an unknown style", "E0412", "\(weather):6:8", exit: 3) {
      $0.change(weather, "slot: weather\n", "slot: weather\nstyle: poen\n")
    },
    ReadingFault("a story's rank that is not there", "E0415", "\(weather):6:7", exit: 3) {
      $0.change(weather, "slot: weather\n", "slot: weather\nrank: 头版头条\n")
    },
    ReadingFault("a frame's rank that is not there", "E0415", "\(front):13:25", exit: 3) {
      $0.change(front, "{id: weather,", "{id: weather, rank: leed,")
    },
    ReadingFault("two stories for a frame that gathers", nil, exit: 0) {
      $0.change(front, "{id: weather,", "{id: weather, gather: {column: 简讯},")
      $0.write(
        "articles/brief.md", "---\nid: brief\npage: A01\nslot: weather\ntitle: 短讯\n---\n字。\n")
    },
    ReadingFault("columns in a frame that follows the page's", "E0205", "\(front):11:35", exit: 78)
    {
      $0.change(front, "body: {columns: 4}", "body: {columns: 4, remainder: auto}")
    },
    ReadingFault("blanks before a paragraph", "W0310", "\(weather):7:2", exit: 0) {
      $0.change(weather, "市气象台", "　市气象台")
    },
    ReadingFault("ranks by priority", nil, exit: 0) {
      $0.change(front, "{id: weather,", "{id: weather, rank: auto,")
    },
    ReadingFault("no manuscripts", "W0114", "\(edition):8:11", exit: 0) {
      ($0.files[weather], $0.files[lead]) = (nil, nil)
      $0.change(front, "- {id: weather,", "- {id: weather, optional: true,")
      $0.change(front, "    jump: true", "    optional: true")
    },
  ]
}
