import Drawing
import Geometry
import PageDesign
import Manuscripts
import Typesetting

/// What stands over and under a table: title, unit, notes, source, and where it goes on (表题、单位、表注).
struct TableDress {
  let types: TypeCase
  let table: Table
  let width: Length
  /// Whether its first rows stand elsewhere.
  var isContinued = false
  /// At the right of its foot: its source, or where it goes on.
  var foot: String?
  /// The part that the foot leads to.
  var target: String?

  private var title: ResolvedStyle { types.style("table-title") }
  private var note: ResolvedStyle { types.style("table-note") }
  private var source: ResolvedStyle { types.style("source") }

  /// The mark on a table that goes on (续表).
  private var mark: String { table.continued ?? types.paperWords.said(.tableContinued) }

  private var titleLines: [Line] {
    guard let caption = table.caption else { return [] }
    let text = isContinued ? "\(caption)（\(mark)）" : caption
    return types.lines(text, as: title, measure: width)
  }

  private var noteLines: [Line] {
    table.notes.flatMap { types.lines($0, as: note, measure: width) }
  }

  /// Left and right of the line over the table: 续表 where no title says it, and the unit.
  private var sides: (left: String?, right: String?) {
    (isContinued && table.caption == nil ? mark : nil, table.unit)
  }

  /// The unit stands beside a short title, else on a line of its own.
  private var sharesLine: Bool {
    guard let unit = sides.right, let last = titleLines.last, sides.left == nil else {
      return false
    }
    let free = (width - last.width) / 2
    return types.width(unit, as: note) + note.text.size <= free
  }

  private var sideExtent: Length {
    let isEmpty = sides.left == nil && sides.right == nil
    return isEmpty || sharesLine ? .zero : note.text.size * 3 / 2
  }

  private var titleExtent: Length { title.text.size * 3 / 2 * titleLines.count }
  private var noteExtent: Length {
    noteLines.isEmpty ? .zero : note.pitch * noteLines.count + note.text.size / 3
  }

  /// The foot stands beside the last note where both have room.
  private var sharesNote: Bool {
    guard let foot, let last = noteLines.last else { return false }
    return last.width + source.text.size * 2 + types.width(foot, as: source) <= width
  }

  var above: Length { titleExtent + sideExtent }
  var below: Length {
    noteExtent + (foot == nil || sharesNote ? .zero : source.text.size * 3 / 2)
  }
}

extension TableDress {
  /// A table with what belongs to it, from the top of its title.
  func items(around fit: TableFit) -> [Item] {
    let bottom = above + fit.extent
    return over + fit.items.map { $0.moved(inline: .zero, block: above) }
      + notes(from: bottom) + footItems(from: bottom + noteExtent)
  }

  private var over: [Item] {
    var items: [Item] = []
    var axis = title.text.size / 2
    for line in titleLines {
      items.append(.line(line, start: LogicalPoint(inline: .zero, block: axis), title.printed))
      axis += title.text.size * 3 / 2
    }
    let beside = sharesLine ? axis - title.text.size * 3 / 2 : titleExtent + note.text.size / 2
    if let left = sides.left { items.append(line(left, note.aligned(.start), at: beside)) }
    if let right = sides.right { items.append(line(right, note.aligned(.end), at: beside)) }
    return items
  }

  /// From the table's foot to the axes of the first note and of the last.
  private var firstNote: Length { note.text.size * 5 / 6 }
  private var lastNote: Length { firstNote + note.pitch * (noteLines.count - 1) }

  private func notes(from top: Length) -> [Item] {
    let first = top + firstNote
    return noteLines.enumerated().map { number, line in
      .line(
        line, start: LogicalPoint(inline: .zero, block: first + note.pitch * number), note.printed)
    }
  }

  private func footItems(from top: Length) -> [Item] {
    guard let foot else { return [] }
    let axis = sharesNote ? top - noteExtent + lastNote : top + source.text.size
    let set = line(foot, source.aligned(.end), at: axis)
    guard let target else { return [set] }
    return [.begin(.link(to: target)), set, .end(.link(to: target))]
  }

  private func line(_ text: String, _ style: ResolvedStyle, at axis: Length) -> Item {
    .line(
      types.line(text, as: style, measure: width),
      start: LogicalPoint(inline: .zero, block: axis), style.printed)
  }
}

extension ResolvedStyle {
  fileprivate var printed: Ink { Ink(percents: ink) }
}
