import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

extension FurnitureSetter {
  /// A `text` frame: its words in its style, in the middle.
  func text(_ rect: Rect, frame: Frame) -> Panel {
    let style = types.style(frame.style ?? "label")
    let lines = types.lines(frame.text ?? "", as: style, measure: rect.width)
    var axis = (rect.height - style.text.size * 3 / 2 * (lines.count - 1)) / 2
    let ink = frame.reverse != nil ? Ink.white : Ink(percents: style.ink)
    var items = backgroundItems(of: frame, size: rect.size)
    for line in lines {
      items.append(.line(line, start: LogicalPoint(inline: .zero, block: axis), ink))
      axis += style.text.size * 3 / 2
    }
    return Panel(rect: rect, items: items)
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
    case .weather: (weather(in: room), [])
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
