import Codes
import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

extension FurnitureSetter {
  /// The paper's QR code and the barcode of the issue for a masthead, where no frame of the page holds them.
  func mastheadCodes(width: Length, height: Length, isBeside: Bool) -> (
    block: FurnitureBlock, diagnostics: [Diagnostic]
  ) {
    let wanted: [FrameHolding] = [.barcode, .qr].filter { !held.contains($0) }
    var room = Size(width: width, height: height)
    var blocks: [FurnitureBlock] = []
    var diagnostics: [Diagnostic] = []
    for code in wanted {
      let made = self.code(code, in: room)
      diagnostics += made.diagnostics
      guard made.block.extent > .zero else { continue }
      blocks.append(made.block)
      if isBeside {
        room.width = room.width - made.block.width - size
      } else {
        room.height = room.height - made.block.extent - size
      }
    }
    return (isBeside ? row(blocks, height: height) : pile(blocks), diagnostics)
  }

  /// One code in a room; none, with what is to be said, where it is not asked for, wrong, or has no room.
  func code(_ holding: FrameHolding, in room: Size) -> (
    block: FurnitureBlock, diagnostics: [Diagnostic]
  ) {
    switch holding {
    case .qr: edition.masthead.code.map { qr($0, in: room) } ?? (.none, [])
    case .barcode: edition.masthead.barcode.map { barcode($0, in: room) } ?? (.none, [])
    case .weather, .index: (.none, [])
    }
  }

  // MARK: QR code

  private func qr(_ block: CodeBlock, in room: Size) -> (FurnitureBlock, [Diagnostic]) {
    guard let code = QRCode(block.text.value) else {
      let bytes = "\(block.text.value.utf8.count)"
      return (
        .none,
        [
          Diagnostic(
            .codeTooLong, at: block.text.place,
            ["bytes": bytes, "limit": "\(QRCode.mostBytes)"], page: request.code)
        ]
      )
    }
    let style = types.style("caption").aligned(.center)
    let least = max(code.leastSide, min(room.width, QRCode.usualSide))
    let lines = block.caption.map { types.lines($0, as: style, measure: least) } ?? []
    let words = lines.isEmpty ? Length.zero : style.pitch * lines.count
    let side = min(QRCode.usualSide * 4 / 3, room.width, room.height - words)
    guard side >= code.leastSide else {
      return (.none, [noRoom("二维码", "the QR code", block.text.place, least: code.leastSide, room)])
    }
    let caption = lines.enumerated().map { number, line in
      Item.line(
        line,
        start: LogicalPoint(
          inline: (side - least) / 2, block: side + style.pitch * number + style.pitch / 2),
        Ink(percents: style.ink))
    }
    return (
      FurnitureBlock(width: side, extent: side + words, items: code.items(side: side) + caption), []
    )
  }

  // MARK: Barcode

  private func barcode(_ barcode: Barcode, in room: Size) -> (FurnitureBlock, [Diagnostic]) {
    let source =
      switch barcode.source {
      case .digits(let text), .issn(let text): text
      }
    let code: EAN13
    do throws(EAN13.Fault) {
      code =
        switch barcode.source {
        case .digits(let text): try EAN13(text.value, addOn: barcode.issue?.value)
        case .issn(let text): try EAN13(issn: text.value, addOn: barcode.issue?.value)
        }
    } catch {
      let place = error == .addOn ? barcode.issue?.place ?? source.place : source.place
      let words = error.words
      return (
        .none,
        [
          Diagnostic(.barcodeWrong, at: place, page: request.code).wording(
            "reason", words.zh, words.en)
        ]
      )
    }
    guard let module = code.module(in: room) else {
      let least = code.size(module: EAN13.leastModule)
      return (.none, [noRoom("条码", "the barcode", source.place, least: least.width, room)])
    }
    let size = code.size(module: module)
    return (
      FurnitureBlock(
        width: size.width, extent: size.height, items: code.items(module: module, types: types)), []
    )
  }

  private func noRoom(
    _ zh: String, _ en: String, _ place: SourcePlace, least: Length, _ room: Size
  ) -> Diagnostic {
    Diagnostic(
      .furnitureNoRoom, at: place,
      ["need": least.millimetresText, "have": room.millimetresText], page: request.code
    ).wording("what", zh, en)
  }

  // MARK: Side by side, and under each other

  private func row(_ blocks: [FurnitureBlock], height: Length) -> FurnitureBlock {
    guard let first = blocks.first else { return .none }
    return blocks.dropFirst().reduce(first) { row, block in
      let extent = max(row.extent, block.extent)
      return FurnitureBlock(
        width: row.width + size + block.width, extent: extent,
        items: row.items(at: .zero, (extent - row.extent) / 2)
          + block.items(at: row.width + size, (extent - block.extent) / 2))
    }
  }

  private func pile(_ blocks: [FurnitureBlock]) -> FurnitureBlock {
    guard let first = blocks.first else { return .none }
    return blocks.dropFirst().reduce(first) { pile, block in
      let width = max(pile.width, block.width)
      return FurnitureBlock(
        width: width, extent: pile.extent + size + block.extent,
        items: pile.items(at: (width - pile.width) / 2, .zero)
          + block.items(at: (width - block.width) / 2, pile.extent + size))
    }
  }
}

extension EAN13.Fault {
  var words: (zh: String, en: String) {
    switch self {
    case .digits: ("要 13 位数字", "must be thirteen digits")
    case .checkDigit(let given, let right):
      ("末位是 \(given)，按前十二位算应是 \(right)", "ends in \(given); the other digits ask for \(right)")
    case .addOn: ("附加码要 2 位或 5 位数字", "the add-on must be two or five digits")
    case .issn: ("ISSN 要八位，如 1234-5679", "an ISSN has eight digits, such as 1234-5679")
    case .issnCheckDigit(let given, let right):
      ("ISSN 末位是 \(given)，应是 \(right)", "the ISSN ends in \(given); it should be \(right)")
    }
  }
}
