import Diagnostics
import Drawing
import Geometry
import Manuscripts
import PageDesign
import Typesetting

/// How far an advertisement's size may be from its slot's without a word (广告尺寸).
let adTolerance = Length.millimetres(0.5)

/// Places one advertisement in its slot: never scaled unless it asks to be.
struct AdSetter {
  let types: TypeCase
  let frame: Frame
  let page: String

  func set(_ ad: Advertisement?, in rect: Rect) -> (panel: Panel, diagnostics: [Diagnostic]) {
    var items = backgroundItems(of: frame, size: rect.size)
    guard let ad else { return (Panel(rect: rect, items: items), []) }
    guard let file = ad.file, let size = naturalSize(of: file, slot: rect.size) else {
      items += whiteBox(ad, size: rect.size)
      return (Panel(rect: rect, items: items), [])
    }
    let placement = placement(of: size, in: rect.size, fit: ad.fit)
    let clip = LogicalRect(
      inline: .zero, block: .zero, inlineSize: rect.width, blockSize: rect.height)
    let name = ad.client ?? ad.id
    items += [
      .begin(.figure(alternative: "广告：\(name)")),
      .picture(file: file.path, placement: placement, clip: clip),
      .end(.figure(alternative: "广告：\(name)")),
    ]
    if let label = ad.label { items += mark(label, size: rect.size) }
    return (
      Panel(rect: rect, items: items), complaints(ad, file: file, size: size, slot: rect.size)
    )
  }

  /// The size that a file says it has. A picture that says nothing of its resolution is taken to be
  /// made for the slot when its sides have the slot's proportion.
  private func naturalSize(of file: PictureFile, slot: Size) -> Size? {
    guard file.width > 0, file.height > 0 else { return nil }
    switch file.kind {
    case .pdf, .svg:
      return Size(
        width: .points(Double(file.width) / 1000), height: .points(Double(file.height) / 1000))
    case .jpeg, .png:
      guard file.ppi > 0 else {
        let have = Double(file.width) / Double(file.height)
        let want = slot.width.points / slot.height.points
        if abs(have / want - 1) < 0.01 { return slot }
        let scale = slot.width.points / Double(file.width)
        return Size(width: slot.width, height: .points(Double(file.height) * scale))
      }
      return Size(
        width: .points(Double(file.width) * 72 / file.ppi),
        height: .points(Double(file.height) * 72 / file.ppi))
    }
  }

  private func placement(of size: Size, in slot: Size, fit: Advertisement.Fit) -> LogicalRect {
    let ratios = (slot.width.points / size.width.points, slot.height.points / size.height.points)
    let scale =
      switch fit {
      case .none: 1.0
      case .contain: min(ratios.0, ratios.1)
      case .cover: max(ratios.0, ratios.1)
      }
    let (width, height) = (
      Length.points(size.width.points * scale), Length.points(size.height.points * scale)
    )
    return LogicalRect(
      inline: (slot.width - width) / 2, block: (slot.height - height) / 2, inlineSize: width,
      blockSize: height)
  }

  private func complaints(
    _ ad: Advertisement, file: PictureFile, size: Size, slot: Size
  ) -> [Diagnostic] {
    let path = ad.path?.place ?? ad.place
    var found: [Diagnostic] = []
    let booked = ad.size.map { [($0, ad.place)] } ?? []
    for (have, place) in [(size, path)] + booked where ad.fit == .none && differs(have, from: slot)
    {
      found.append(
        Diagnostic(
          .adSize, at: place, ["have": text(have), "want": text(slot)], related: [frame.place],
          page: page,
          frame: frame.id))
      break
    }
    return found
  }

  private func differs(_ size: Size, from slot: Size) -> Bool {
    max(abs((size.width - slot.width).units), abs((size.height - slot.height).units))
      > adTolerance.units
  }

  private func text(_ size: Size) -> String {
    "\(tenths(size.width.millimetres))×\(tenths(size.height.millimetres)) mm"
  }

  private func tenths(_ value: Double) -> String {
    let count = Int((value * 10).rounded())
    return count % 10 == 0 ? "\(count / 10)" : "\(count / 10).\(count % 10)"
  }

  /// A marked white box in the place of an advertisement that has not come.
  private func whiteBox(_ ad: Advertisement, size: Size) -> [Item] {
    let style = types.style("ad-empty")
    let area = LogicalRect(
      inline: .zero, block: .zero, inlineSize: size.width, blockSize: size.height)
    let line = types.line("广告位　\(ad.client ?? ad.id)", as: style, measure: size.width)
    return [
      .fill(area, .white), .stroke(area, weight: .points(0.5), .grey(50)),
      .line(line, start: LogicalPoint(inline: .zero, block: size.height / 2), .grey(60)),
    ]
  }

  /// The word the advertising law asks for, in a white tab at the top right corner.
  private func mark(_ label: String, size: Size) -> [Item] {
    let style = types.style("ad-label")
    let width = types.width(label, as: style) + style.text.size * 2 / 3
    let height = style.text.size * 4 / 3
    let area = LogicalRect(
      inline: size.width - width, block: .zero, inlineSize: width, blockSize: height)
    // The edge stays on the tab: over a dark advertisement its black would be one ink too many.
    let weight = Length.points(0.25)
    let edge = LogicalRect(
      inline: area.inline + weight / 2, block: weight / 2, inlineSize: width - weight,
      blockSize: height - weight)
    return [
      .fill(area, .white), .stroke(edge, weight: weight, .black),
      .line(
        types.line(label, as: style, measure: width),
        start: LogicalPoint(inline: size.width - width, block: height / 2), .black),
    ]
  }
}
