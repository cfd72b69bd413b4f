import Diagnostics
import Geometry
import PageDesign
import Testing

@Suite struct `A layout` {
  @Test func `is read with every key`() throws {
    let reading = readLayout(
      layout(
        """
          - id: lead
            kind: article
            area: [{columns: 1-6, lines: 12-20}, {columns: 1-3, lines: 21－40}]
            headline: {lines: 4, position: inside, columns: 2, style: a, kicker: b, subtitle: c}
            body: {columns: 4, gutter: 1.5, remainder: column, style: d}
            box: {rule: 0.5pt, padding: 0.5, tint: 6%, corners: round}
            photo: {anchor: bottom-left, columns: 2, wrap: false}
            jump: yes
            optional: true
            mode: horizontal
            tint: 10
            reverse: true
            style: poem
          - {id: slot, kind: ad, columns: 4-6, lines: 21-40, house-ad: ads/house.pdf}
          - {id: words, kind: text, columns: 1-6, lines: 42-44, mode: horizontal, text: 字}
        rules:
          - {between: [lead, slot], weight: 0.3pt, pattern: thick-thin}
          - {above: words, weight: 1pt}
        """))
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    let design = try #require(reading.layout)
    let lead = design.frames[0]
    #expect(lead.areas.map(\.columns) == [1...3, 4...6])
    #expect(lead.areas.map(\.lines) == [12...40, 12...20])
    #expect(lead.headline.position == .inside)
    #expect(lead.bodyStyle == "d")
    #expect(
      [lead.headline.style, lead.headline.kickerStyle, lead.headline.subtitleStyle] == [
        "a", "b", "c",
      ])
    #expect(lead.bodyGutter == .characters(tenThousandths: 15_000))
    #expect(lead.remainder == .column)
    #expect(
      lead.box
        == BoxDesign(
          rule: .points(0.5), padding: .characters(tenThousandths: 5_000), tint: .grey(6),
          corners: .round)
    )
    #expect(lead.photo == PhotoDesign(anchor: "bottom-left", columns: 2, wrap: .none))
    #expect(lead.takesJump && lead.isOptional && lead.reverse == .black)
    #expect(lead.tint == .grey(10))
    #expect(design.frames[1].houseAd?.value == "ads/house.pdf")
    #expect(design.frames[2].text == "字")
    #expect(design.rules.map(\.position) == [.between("lead", "slot"), .above("words")])
    #expect(design.rules[0].pattern == .thickThin)
  }

  @Test func `stands in the middle of its page without an origin`() throws {
    let design = try #require(
      readLayout(layout("  - {id: a, kind: ad, columns: 1, lines: 1}")).layout)
    #expect(design.grid.origin.x * 2 + design.grid.width == design.size.width)
    #expect(design.grid.origin.y * 2 + design.grid.height == design.size.height)
    #expect(design.grid.gutter == .points(9.4))
  }

  @Test func `counts the cells that two frames share, and keeps the first`() throws {
    let reading = readLayout(
      layout(
        """
          - {id: a, kind: ad, columns: 1-4, lines: 1-10}
          - {id: b, kind: ad, columns: 3-6, lines: 5-12}
          - {id: c, kind: ad, columns: 5-6, lines: 1-4}
        """))
    #expect(reading.diagnostics.map(\.code) == [.framesOverlap])
    #expect(reading.diagnostics[0].sentence(.zh) == "a 和 b 压了 12 格")
    #expect(reading.diagnostics[0].related.map(\.line) == [5])
    #expect(!reading.diagnostics[0].stopsEdition)
    #expect(reading.layout?.frames.map(\.id) == ["a", "c"])
    #expect(reading.droppedFrames == ["b"])
  }

  @Test func `says which rule names no frame, and which was probably meant`() {
    let reading = readLayout(
      layout(
        "  - {id: lead, kind: ad, columns: 1, lines: 1}\nrules:\n  - {above: leed, weight: 1pt}"))
    #expect(reading.diagnostics.map(\.code) == [.ruleFrameMissing])
    #expect(ShortMessages(language: .zh).draw(reading.diagnostics[0]).hasSuffix("（是不是 ‘lead’？）"))
    #expect(reading.layout?.rules.isEmpty == true)
  }

  @Test func `measures a vertical frame along its lines`() {
    let narrow = "  - {id: v, kind: article, columns: 1, lines: 1-3, mode: vertical}"
    #expect(readLayout(layout(narrow)).diagnostics.map(\.code) == [.measureTooNarrow])
    let tall = "  - {id: v, kind: article, columns: 1, lines: 1-9, mode: vertical}"
    #expect(readLayout(layout(tall)).diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("  - {id: a, kind: furniture, columns: 1, lines: 1}", "E0205"),
    ("  - {id: a, kind: ad, columns: 1}", "E0218"),
    ("  - {id: a b, kind: ad, columns: 1, lines: 1}", "E0205"),
    ("  - {id: a, kind: article, columns: 1, lines: 1, ground: {}, tint: 10%}", "E0205"),
    ("  - {id: a, kind: article, columns: 1, lines: 1, ground: {panel: 10%}}", "E0205"),
    ("  - {id: a, kind: article, columns: 1, lines: 1, ground: {}, box: {tint: 10%}}", "E0205"),
    (
      "  - {id: a, kind: article, area: [{columns: 1, lines: 1-9}, {columns: 2, lines: 1-9}], ground: {}}",
      "E0205"
    ),
    ("  - {id: a, kind: ad, columns: 1, lines: 1, house-ad: /x}", "E0213"),
    ("  - {id: a, kind: ad, columns: 1, lines: 1}\nrules: [{weight: 1pt}]", "E0205"),
    ("  - {id: a, kind: ad, columns: 1, lines: 1, area: [{columns: 1, lines: 1}]}", "E0205"),
  ])
  func `stops the edition when it is not well written`(_ frames: String, _ code: String) {
    let reading = readLayout(layout(frames))
    #expect(reading.diagnostics.map(\.code.name) == [code])
    #expect(!reading.diagnostics.contains { !$0.stopsEdition })
  }

  private func layout(_ frames: String) -> SourceText {
    SourceText(
      file: "l.yaml",
      text: """
        layout: l
        page: {width: 273mm, height: 393mm}
        grid: {columns: 6, chars: 11, lines: 81, size: 9.4pt, pitch: 12pt}
        frames:
        \(frames)
        """)
  }
}

@Suite struct `A style sheet` {
  @Test func `is read with every key`() throws {
    let sheet = try #require(
      styles(
        """
          t: {base: b, font: song, latin: l, bold: hei, size: 60pt, min-size: 五号, pitch: 1.2, align: center}
          b: {indent: 2, max-lines: 2, condense: 85%, tracking: 0.05, punctuation: half, prohibition: gb}
          c: {hanging: allow, han-latin: 0.25, ink: [0, 100, 95, 5], rows: 2}
          d: {hyphenate: yes, latin-lang: de-DE, grid: strict}
        """
      ).value)
    let (t, b, c) = try (
      #require(sheet.rules["t"]), #require(sheet.rules["b"]), #require(sheet.rules["c"])
    )
    #expect([t.base, t.font, t.latin, t.bold, t.align] == ["b", "song", "l", "hei", "center"])
    #expect(t.size == .absolute(.points(60)) && t.minSize == .absolute(.points(10.5)))
    #expect(t.pitch == .characters(tenThousandths: 12_000))
    #expect([b.indent, b.maxLines, b.condense, b.tracking] == [2000, 2, 850, 50])
    #expect([c.hanLatin, c.rows] == [250, 2])
    #expect(c.ink?.percents == [0, 100, 95, 5])
    let d = try #require(sheet.rules["d"])
    #expect([d.hyphenate, d.latinLanguage, d.grid] == ["yes", "de-DE", "strict"])
    #expect(sheet.faults().isEmpty)
  }

  @Test(arguments: ["../en", "en_US", "en-", "''"])
  func `names the language of Latin words by its tag`(tag: String) {
    #expect(styles("  body: {latin-lang: \(tag)}").value == nil)
  }

  @Test func `is laid over the house's key by key`() throws {
    let house = try #require(styles("  body: {font: song, indent: 2}\n  quote: {base: body}").value)
    let own = try #require(styles("  body: {font: kai}\n  note: {base: body}").value)
    let sheet = house.overlaid(with: own)
    #expect(sheet.rules["body"]?.font == "kai")
    #expect(sheet.rules["body"]?.indent == 2000)
    #expect(sheet.rules.keys.sorted() == ["body", "note", "quote"])
  }

  @Test func `reports a circle once, and a base that is not there`() throws {
    let sheet = try #require(
      styles("  a: {base: b}\n  b: {base: c}\n  c: {base: a}\n  d: {base: bod}\n  body: {}").value)
    let faults = sheet.faults()
    #expect(faults.map(\.code) == [.styleCycle, .styleBaseMissing])
    #expect(faults[0].sentence(.zh) == "样式循环：a→b→c→a")
    #expect(faults[1].place.line == 5)
  }

  @Test(arguments: ["size: 3行", "size: 9", "align: middle", "ink: [0, 0, 0]", "colour: red"])
  func `refuses what no style can have`(_ key: String) {
    let read = styles("  a: {\(key)}")
    #expect(read.value == nil)
    #expect(read.diagnostics.count == 1)
  }

  private func styles(_ text: String) -> Diagnosed<StyleSheet?> {
    readStyles(SourceText(file: "s.yaml", text: "styles:\n" + text))
  }
}
