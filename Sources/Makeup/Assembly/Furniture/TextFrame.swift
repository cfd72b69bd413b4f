import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

extension FurnitureSetter {
  /// A `text` frame: its words in its style, in the middle, between its edges as far as a box has padding.
  func text(_ rect: Rect, frame: Frame) -> Furnished {
    let style = types.style(frame.style ?? "label").mode(frame.mode)
    let box = frame.box.map { $0.padding.length(em: size, pitch: types.grid.pitch) + $0.rule }
    let padding = box ?? .zero
    let room = frame.mode.logical(rect.size)
    let measure = max(size, room.inline - padding * 2)
    let fit = fit(frame.text ?? "", style, measure: measure, depth: room.block - padding * 2)
    let first = (room.block - fit.pitch * (fit.lines.count - 1)) / 2
    let ink = frame.reverse != nil ? Ink.white : Ink(percents: style.ink)
    let items = fit.lines.enumerated().map { number, line in
      Item.line(
        line, start: LogicalPoint(inline: padding, block: first + fit.pitch * number), ink)
    }
    return Furnished(
      panels: [
        Panel(rect: rect, items: backgroundItems(of: frame, size: rect.size)),
        Panel(rect: rect, mode: frame.mode, items: items),
      ], diagnostics: fit.left.isEmpty ? [] : [wordsWithoutRoom(fit.left, in: frame)])
  }

  /// The words at the largest size of their style that they have room for, their lines closed up before they get smaller;
  /// those that have none at the smallest are left.
  private func fit(_ text: String, _ style: ResolvedStyle, measure: Length, depth: Length) -> (
    lines: [Line], pitch: Length, left: [Line]
  ) {
    var style = style
    while true {
      let (size, closest) = (style.text.size, style.text.size * 6 / 5)
      let lines = wordLines(text, as: style, measure: measure)
      let gaps = lines.count - 1
      if closest * gaps + size <= depth {
        let pitch = gaps > 0 ? min(size * 3 / 2, (depth - size) / gaps) : size
        return (lines, pitch, [])
      }
      guard size > style.minSize else {
        let count = depth < size ? 0 : (depth - size) / closest + 1
        return (Array(lines.prefix(count)), closest, Array(lines.dropFirst(count)))
      }
      style = style.sized(max(style.minSize, size - .points(0.5)))
    }
  }

  private func wordsWithoutRoom(_ left: [Line], in frame: Frame) -> Diagnostic {
    Diagnostic(
      .wordsNoRoom, at: frame.place, ["text": left.map(\.string).joined(), "frame": frame.id],
      page: request.code, frame: frame.id)
  }

  /// A few words in the middle are parted between words, lines about equally long; running text is broken as a story is.
  private func wordLines(_ text: String, as style: ResolvedStyle, measure: Length) -> [Line] {
    guard style.paragraph.alignment == .center, types.width(text, as: style) <= measure * 3 else {
      return types.lines(text, as: style, measure: measure)
    }
    return types.balancedTexts(text, as: style, measure: measure).map {
      types.line($0, as: style, measure: measure)
    }
  }

  /// A frame for something of the edition's own: a code, the weather, the list of pages.
  func holding(_ holding: FrameHolding, _ rect: Rect, frame: Frame) -> Furnished {
    let padding = frame.box.map { $0.padding.length(em: size, pitch: types.grid.pitch) + $0.rule }
    let room = rect.inset(by: padding ?? (frame.tint == nil ? .zero : size / 2))
    let made = held(holding, in: room.size, frame: frame)
    let ground = Panel(rect: rect, items: backgroundItems(of: frame, size: rect.size))
    guard made.block.extent > .zero else {
      let isMissing = made.diagnostics.isEmpty && !frame.isOptional
      let missing = isMissing ? [self.missing(holding, in: frame)] : []
      return Furnished(panels: [ground], diagnostics: made.diagnostics + missing)
    }
    let items = made.block.items(
      at: (room.width - made.block.width) / 2, (room.height - made.block.extent) / 2)
    return Furnished(
      panels: [ground, Panel(rect: room, items: items)], diagnostics: made.diagnostics)
  }

  private func held(_ holding: FrameHolding, in room: Size, frame: Frame) -> (
    block: FurnitureBlock, diagnostics: [Diagnostic]
  ) {
    switch holding {
    case .qr, .barcode: code(holding, in: room)
    case .weather: (weather(in: room), unknownSkies())
    case .index: (index(in: room), [])
    }
  }

  private func missing(_ holding: FrameHolding, in frame: Frame) -> Diagnostic {
    let words: (key: String, zh: String, en: String) =
      switch holding {
      case .qr: ("masthead.qr", "二维码", "a QR code")
      case .barcode: ("masthead.barcode", "条码", "a barcode")
      case .weather: ("weather", "天气", "the weather")
      case .index: ("pages", "目录", "an index")
      }
    return Diagnostic(
      .heldMissing, at: frame.place, ["frame": frame.id, "key": words.key], page: request.code,
      frame: frame.id
    ).wording("what", words.zh, words.en)
  }
}
