import Drawing
import Geometry
import PageDesign
import Typesetting

/// 下转 at the end of the last line before a jump.
struct JumpLine {
  var line: Line
  /// What of the measure it takes: half a 字 before it too, where it has no white of its own.
  var room: Length

  init(_ label: String, as style: ResolvedStyle, in types: TypeCase) {
    line = types.line(label, as: style, measure: types.width(label, as: style))
    let isBracketed = label.unicodeScalars.first?.properties.generalCategory == .openPunctuation
    room = line.measure + (isBracketed ? .zero : types.grid.size / 2)
  }
}

extension StoryPart {
  /// The line for a jump, where it has one: at the end of its last slot, in the room that the slot lies in.
  func jumpPanel(leadingTo target: String) -> Panel? {
    guard let jump = jumpLine?.line, let slot = slots.last, let room = room(of: slot) else {
      return nil
    }
    let tag = MarkTag.link(to: target)
    let start = LogicalPoint(inline: slot.inline + slot.measure - jump.measure, block: slot.axis)
    return Panel(
      rect: room.rect, mode: room.mode,
      items: [.begin(tag), .line(jump, start: start, .black), .end(tag)])
  }

  private func room(of slot: LineSlot) -> Room? {
    var legs = 0
    return rooms.first { room in
      legs += room.legs.count
      return slot.leg < legs
    }
  }
}
