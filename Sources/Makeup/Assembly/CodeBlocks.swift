import Codes
import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

/// Why a story's QR code is not on its page.
enum CodeFault {
  /// Bytes that it has, and that a code holds.
  case tooLong(bytes: Int)
  case noRoom(need: Int, have: Int)
}

extension StoryPartMaker {
  /// The story's QR code at the foot of its last leg, its caption beside it where the leg is wide enough, else under
  /// it. The code alone stays dark on white in a reversed frame: telephones do not read the other.
  func standCode(in part: inout StoryPart) {
    guard let block = story.code, let index = part.rooms.lastIndex(where: \.isAtFoot),
      let leg = part.rooms[index].legs.last
    else { return }
    guard let code = QRCode(block.text.value) else {
      part.codeFault = .tooLong(bytes: block.text.value.utf8.count)
      return
    }
    let room = part.rooms[index]
    var caption = CodeCaption(block.caption, measure: leg.measure, types: types)
    if frame.reverse != nil { caption.ink = caption.ink.onDark }
    let rows = (caption.extent + room.pitch * 3 / 2) / room.pitch
    let free = freeRows(below: [leg], in: room, least: rows, at: .bottom)
    // The foot of a vertical leg is in the middle of its tier: no place for a code.
    guard rows <= free.count, room.mode == .horizontal else {
      part.codeFault = .noRoom(need: rows, have: room.mode == .horizontal ? free.count : 0)
      return
    }
    let area = LogicalRect(
      inline: leg.inline, block: room.start(ofRow: free.upperBound - rows),
      inlineSize: leg.measure, blockSize: room.extent(rows: rows))
    part.rooms[index].exclusions.append(area)
    let top = area.blockSize - caption.extent
    part.fixedPanels.append(
      Panel(
        rect: room.mode.place(area, in: room.rect),
        items: caption.items(code).map { $0.moved(inline: .zero, block: top) }))
  }
}

/// A QR code's caption and the place of both.
private struct CodeCaption {
  private let lines: [Line]
  private let pitch: Length
  private let measure: Length
  private let em: Length
  var ink: Ink
  private let isBeside: Bool

  init(_ text: String?, measure: Length, types: TypeCase) {
    let style = types.style("caption")
    em = types.grid.size
    let beside = measure - QRCode.usualSide - types.grid.size
    let isBeside = beside >= types.grid.size * 5
    lines =
      text.map { text in
        types.lines(
          text, as: isBeside ? style : style.aligned(.center), measure: isBeside ? beside : measure)
      } ?? []
    self.isBeside = isBeside
    (self.measure, pitch, ink) = (measure, style.pitch, Ink(percents: style.ink))
  }

  private var text: Length { pitch * lines.count }

  var extent: Length {
    isBeside
      ? max(QRCode.usualSide, text) : QRCode.usualSide + text + (lines.isEmpty ? .zero : pitch / 4)
  }

  /// From the block's top left.
  func items(_ code: QRCode) -> [Item] {
    let corner = isBeside || lines.isEmpty ? Length.zero : (measure - QRCode.usualSide) / 2
    let start =
      isBeside ? (extent - text) / 2 + pitch / 2 : QRCode.usualSide + pitch / 4 + pitch / 2
    let words = lines.enumerated().map { number, line in
      Item.line(
        line,
        start: LogicalPoint(
          inline: isBeside ? QRCode.usualSide + em : .zero, block: start + pitch * number), ink)
    }
    return code.items(side: QRCode.usualSide).map { $0.moved(inline: corner, block: .zero) } + words
  }
}
