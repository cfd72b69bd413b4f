import Diagnostics
import Testing

@Suite struct `The catalogue of messages` {
  @Test func `has every code once, with a text in both languages`() {
    let all = Catalogue.groups.joined().map(\.0)
    #expect(Set(all).count == all.count)
    for (code, text) in Catalogue.groups.joined() {
      #expect(!text.zh.isEmpty && !text.en.isEmpty, "\(code.name)")
      #expect(text.zhHelp.isEmpty == text.enHelp.isEmpty, "\(code.name)")
      #expect(text.zhLabel.isEmpty == text.enLabel.isEmpty, "\(code.name)")
      #expect(text.zhRelated.isEmpty == text.enRelated.isEmpty, "\(code.name)")
    }
  }

  @Test func `asks for the same values in both languages`() {
    for (code, text) in Catalogue.groups.joined() {
      #expect(blanks(text.zh) == blanks(text.en), "\(code.name)")
      #expect(blanks(text.zhHelp) == blanks(text.enHelp), "\(code.name)")
    }
  }

  @Test func `numbers codes by group and severity`() {
    for code in Catalogue.groups.joined().map(\.0) {
      let digits = code.name.dropFirst()
      #expect(code.name.hasPrefix("E") || code.name.hasPrefix("W"))
      #expect(digits.count == 4 && digits.allSatisfy(\.isNumber))
      #expect((1...12).contains(Int(digits.prefix(2)) ?? 0), "\(code.name)")
    }
  }

  @Test func `explains a code, and knows when there is none`() {
    let text = Catalogue.explanation(of: Code("E0201"), in: .en)
    #expect(text?.hasPrefix("error[E0201]: unknown key") == true)
    #expect(Catalogue.explanation(of: Code("E9999"), in: .zh) == nil)
  }

  private func blanks(_ text: String) -> Set<String> {
    Set(
      text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map {
        String($0.prefix { $0 != "}" })
      })
  }
}

@Suite struct `A message` {
  let place = SourcePlace(file: "a.md", line: 3, column: 1, length: 5)

  @Test func `leaves out the words around a value that is not given`() {
    let without = Diagnostic(.wrongType, at: place, ["key": "", "expected": "要整数 0–100"])
    #expect(without.sentence(.zh) == "要整数 0–100")
    let with = Diagnostic(.wrongType, at: place, ["key": "priority", "expected": "要整数 0–100"])
    #expect(with.sentence(.zh) == "‘priority’ 要整数 0–100")
  }

  @Test func `gives a value in the language of its sentence`() {
    let message = Diagnostic(.notUTF8, at: place).wording("reason", "是 UTF-16", "it is UTF-16")
    #expect(message.sentence(.zh) == "不是 UTF-8：是 UTF-16")
    #expect(message.sentence(.en) == "not UTF-8: it is UTF-16")
  }

  @Test func `keeps braces that are YAML to be typed`() {
    let help = Diagnostic(.overset, at: place, ["lines": "3", "chars": "39"]).help(.zh)
    #expect(help == "删约 39 字，或加高框，或加 jump: {to: …}")
  }
}

@Suite struct `A message for a person` {
  let text = SourceText(file: "a.md", text: "一\n\n标题: 江城: 新线\ntitel: 老菜场")
  var messages: HumanMessages {
    HumanMessages(language: .zh, sources: SourceLibrary([text]))
  }

  @Test func `draws the line, the caret, the label and the help`() {
    let message = Diagnostic(
      .unknownKey, at: SourcePlace(file: "a.md", line: 4, column: 1, length: 5),
      ["key": "titel", "nearest": "title", "known": "id, title", "schema": "article"])
    #expect(
      messages.draw(message) == """
        error[E0201]: 不认识的键 ‘titel’
          ┌─ a.md:4:1
          │
        4 │ titel: 老菜场
          │ ^^^^^ 是不是 ‘title’？
          │
          = 办法: 可用的键: id, title（banxin schema article）
        """)
  }

  @Test func `counts two cells for a wide character`() {
    let message = Diagnostic(
      .nulCharacter, at: SourcePlace(file: "a.md", line: 3, column: 7, length: 2))
    let lines = messages.draw(message).split(separator: "\n")
    #expect(lines[3] == "3 │ 标题: 江城: 新线")
    // 标题 4, colon and blank 2, 江城 4, colon and blank 2… column 7 is the second colon.
    #expect(lines[4] == "  │           ^^")
    let wide = Diagnostic(
      .nulCharacter, at: SourcePlace(file: "a.md", line: 3, column: 5, length: 2))
    #expect(messages.draw(wide).split(separator: "\n")[4] == "  │       ^^^^")
  }

  @Test func `shows a second place with its own label`() {
    let message = Diagnostic(
      .duplicateKey, at: SourcePlace(file: "a.md", line: 4, column: 1),
      ["key": "k", "first": "3", "second": "4"],
      related: [SourcePlace(file: "a.md", line: 3, column: 1, length: 2)])
    #expect(messages.draw(message).contains("  │ ---- 第一次在这里"))
  }

  @Test func `names the file alone when there is no line to show`() {
    let message = Diagnostic(.editionMissing, at: SourcePlace(file: "edition.yaml"))
    let lines = messages.draw(message).split(separator: "\n")
    #expect(lines[1] == "  ┌─ edition.yaml")
    #expect(lines[2].hasPrefix("  = 办法: "))
  }

  @Test func `cuts a long line around its caret`() {
    let long = SourceText(file: "l.md", text: String(repeating: "字", count: 500))
    let messages = HumanMessages(language: .zh, sources: SourceLibrary([long]))
    let message = Diagnostic(.nulCharacter, at: SourcePlace(file: "l.md", line: 1, column: 300))
    let lines = messages.draw(message).split(separator: "\n")
    #expect(lines[3].hasPrefix("1 │ …字") && lines[3].hasSuffix("字…"))
    #expect(lines[4] == "  │ " + String(repeating: " ", count: 41) + "^^")
  }

  @Test func `does not let a file name steer the terminal`() {
    let message = Diagnostic(
      .notRegularFile, at: SourcePlace(file: "a\u{1B}[2J\n.md"), ["kind": "x"])
    #expect(messages.draw(message).contains(#"a\u{1b}[2J\u{a}.md"#))
  }
}

@Suite struct `A message for a program` {
  let text = SourceText(file: "a.md", text: "\u{FEFF}一\r\n𠮷野家: 1")
  let message = Diagnostic(
    .overset, at: SourcePlace(file: "a.md", line: 2, column: 3, length: 2),
    ["lines": "3", "chars": "39"], related: [SourcePlace(file: "l.yaml", line: 36, column: 5)],
    page: "A01", frame: "brief", article: "night")

  @Test func `is one short line`() {
    #expect(
      ShortMessages(language: .zh).draw(message)
        == "a.md:2:3: error[E0502]: 稿件排不下，余 3 行（约 39 字）")
  }

  @Test func `is one JSON object with its keys in order`() {
    let line = JSONMessages(language: .zh, sources: SourceLibrary([text])).draw(message)
    let head = #"{"v":1,"code":"E0502","severity":"error","contained":true,"page":"A01","#
    #expect(line.hasPrefix(head))
    // The mark has 3 bytes, 一 3, the line end 2, 𠮷 4, 野 3.
    let primary = #""primary":{"file":"a.md","line":2,"column":3,"utf16Column":4,"offset":15,"#
    #expect(line.contains(primary + #""length":2}"#))
    #expect(line.hasSuffix(#""data":{"lines":"3","chars":"39"}}"#))
  }

  @Test func `escapes what JSON and scripts do not bear`() {
    #expect(JSONLine.quoted("a\"\\\n\u{1}\u{2028}字") == #""a\"\\\n\u0001\u2028字""#)
  }

  @Test func `is printed 20 times a file and 200 times a run`() {
    let many = (0..<300).map { index in
      Diagnostic(.noBody, at: SourcePlace(file: "f\(index / 25)", line: 1, column: 1))
    }
    let selected = MessageLimits().select(many)
    #expect(selected.shown.count == 200)
    #expect(selected.shown.filter { $0.place.file == "f0" }.count == 20)
    #expect(selected.left == 100)
  }
}

@Suite struct `A source text` {
  @Test func `counts lines of every kind of line end`() {
    let text = SourceText(file: "a", text: "一\r\n二\r三\n四")
    #expect(text.lineCount == 4)
    #expect(text.place(at: 4) == SourcePlace(file: "a", line: 3, column: 1))
  }

  @Test func `keeps places in the file where characters were dropped`() throws {
    let read = SourceText.decode(Array("ab\u{202E}cd\u{B}e".utf8), file: "a")
    let text = try #require(read.value)
    #expect(String(String.UnicodeScalarView(text.scalars)) == "abcde")
    #expect(read.diagnostics.map(\.code) == [.bidiControl, .controlCharacter])
    #expect(read.diagnostics.map(\.place.column) == [3, 6])
    #expect(text.place(at: 2).column == 4)
    #expect(text.place(at: 4).column == 7)
    #expect(text.index(of: text.place(at: 4)) == 4)
    #expect(text.byteOffset(of: text.place(at: 4)) == 8)
  }

  @Test(
    arguments: [
      [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE4, 0xB8], [0x80],
      [0xF8, 0x88],
    ] as [[UInt8]])
  func `refuses bytes that are not UTF-8`(_ bytes: [UInt8]) {
    let read = SourceText.decode(Array("字\n".utf8) + bytes, file: "a")
    #expect(read.value == nil)
    #expect(read.diagnostics.map(\.code) == [.notUTF8])
    #expect(read.diagnostics.first?.place.line == 2)
    #expect(read.diagnostics.first?.sentence(.zh).contains("字节 4") == true)
  }

  @Test func `guesses GB18030 and UTF-16`() {
    let gb = SourceText.decode([0xD1, 0xE2, 0xBD, 0xAD, 0xC8, 0xD5], file: "a").diagnostics
    #expect(gb.first?.sentence(.zh).contains("GB18030") == true)
    let wide = SourceText.decode([0xFE, 0xFF, 0x4E, 0x00], file: "a").diagnostics
    #expect(wide.first?.sentence(.zh).contains("UTF-16") == true)
  }
}
