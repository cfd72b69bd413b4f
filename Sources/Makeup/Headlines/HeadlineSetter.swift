import Geometry
import PageDesign
import Typesetting

/// Sets headlines for one page's styles (标题计算).
package struct HeadlineSetter {
  let types: TypeCase
  let styles: HeadlineStyles
  let mode: WritingMode
  let pitch: Length

  package init(types: TypeCase, styles: HeadlineStyles, mode: WritingMode) {
    (self.types, self.styles, self.mode, self.pitch) = (types, styles, mode, types.grid.pitch)
  }

  /// The headline at its largest size in `rows` body lines of `width`; without `rows`, at the size
  /// that suits the width, in as many lines as it needs.
  ///
  /// `strip` is kept free above it for a 栏目 label; `suits` is what the size suits where that is more than the width.
  package func fit(
    _ text: HeadlineText, width: Length, rows: Int?, below strip: Length = .zero,
    suits: Length = .zero
  ) -> HeadlineFit {
    guard !text.isEmpty else {
      let needed = (strip + pitch - Length(units: 1)) / pitch
      return HeadlineFit(rows: rows ?? needed, items: [], titleSize: .zero, excess: 0)
    }
    let room = rows.map { pitch * $0 - pitch * 2 / 5 - strip }
    let largest = rows == nil ? largest(in: width, suits: suits) : styles.title.text.size
    let search = HeadlineSearch(text, self, width: width, room: room)
    let bands = search.spaced(from: largest) ?? search.best(from: largest)
    let isTooDeep = room.map { bands.extent > $0 } ?? true
    let taken = isTooDeep ? rowsNeeded(by: bands, below: strip) : rows ?? 0
    let items = bands.placed(
      width: width, extent: pitch * taken - pitch * 2 / 5 - strip, mode: mode, types: types)
    let title = bands.first { $0.kind == .title }
    return HeadlineFit(
      rows: taken, items: items.map { $0.moved(inline: .zero, block: strip) },
      titleSize: title?.size ?? .zero, excess: title?.excess ?? 0,
      heads: bands.compactMap { $0.record(in: width, types: types) },
      least: rowCount(of: bands.extent + max(pitch * 2 / 5, clearance(of: bands)) + strip))
  }

  /// White over and under heads in a depth by order (题空).
  func white(of bands: [HeadBand]) -> Length {
    max(styles.space ?? clearance(of: bands), pitch * 2 / 5)
  }

  /// A title stands no closer to its text than to the heads beside it: so much white over and under the heads together,
  /// two fifths of a line more of it under them. A byline belongs to the text.
  private func clearance(of bands: [HeadBand]) -> Length {
    guard bands.last?.kind != nil, let title = bands.first(where: { $0.kind == .title })
    else { return .zero }
    return title.size.thousandths(HeadBand.spacing) * 2 - pitch * 2 / 5
  }

  /// Where nothing says how deep the heads are. A title that was weighed has at least eight characters to a line: one
  /// with fewer is heavier than its width.
  private func largest(in width: Length, suits: Length) -> Length {
    let weighed = styles.isWeighed ? width / 8 : .zero
    return min(styles.title.text.size, max(suitedSize(to: max(width, suits)), weighed))
  }

  /// The title's size on a page without orders: about 1.1 em and a twentieth of an em for each 字 of
  /// width, so that one column gets 三号 and six columns 小初.
  private func suitedSize(to width: Length) -> Length {
    types.grid.size.thousandths(1100) + width.thousandths(46)
  }

  private func rowsNeeded(by bands: [HeadBand], below strip: Length) -> Int {
    let space = styles.space ?? max(pitch * 4 / 5, clearance(of: bands))
    return rowCount(of: bands.extent + space + strip)
  }

  private func rowCount(of extent: Length) -> Int { (extent + pitch - Length(units: 1)) / pitch }
}
