import Codes
import Drawing
import Geometry
import PageDesign
import Typesetting

extension QRCode {
  /// 18 mm: what telephones read from newsprint at arm's length.
  static let usualSide = Length.millimetres(18)
  /// Modules smaller than this run together on newsprint.
  static let leastModule = Length.millimetres(0.33)

  /// The smallest square that it may be printed in.
  var leastSide: Length { QRCode.leastModule * (side + QRCode.quiet) }

  /// The code on white, from its square's top left. Edges are at whole units, so that neighbouring modules share theirs.
  func items(side square: Length) -> [Item] {
    let count = side + QRCode.quiet
    func edge(_ module: Int) -> Length {
      Length(units: square.units * (module + QRCode.quiet / 2) / count)
    }
    let ground = LogicalRect(
      inline: .zero, block: .zero, inlineSize: square, blockSize: square)
    return [.fill(ground, .white)]
      + (0..<side).flatMap { row in
        runs(inRow: row).map { run in
          .fill(
            LogicalRect(
              inline: edge(run.lowerBound), block: edge(row),
              inlineSize: edge(run.upperBound) - edge(run.lowerBound),
              blockSize: edge(row + 1) - edge(row)), .black)
        }
      }
  }
}

extension EAN13 {
  /// Width of a module at 100 % (GS1 General Specifications, 5.2.3), and at 80 %, the least that is read.
  static let usualModule = Length.millimetres(0.33)
  static let leastModule = Length.millimetres(0.264)

  // In modules: bars of 22.85 mm, guard bars 5 modules longer, 25.93 mm with the digits, at a module of 0.33 mm.
  private static let barHeight = 69
  private static let guardHeight = 74
  private static let height = 79

  /// Modules of its width with what stays light at both sides.
  private var across: Int { EAN13.quietLeft + modules + quietRight }

  func size(module: Length) -> Size {
    Size(width: module * across, height: module * EAN13.height)
  }

  /// The largest module, up to the usual one, with which it fits; nil where the least does not.
  func module(in room: Size) -> Length? {
    let module = min(EAN13.usualModule, room.width / across, room.height / EAN13.height)
    return module >= EAN13.leastModule ? module : nil
  }

  /// Bars and digits on white, from the top left of the whole.
  func items(module: Length, types: TypeCase) -> [Item] {
    let size = size(module: module)
    let ground = LogicalRect(
      inline: .zero, block: .zero, inlineSize: size.width, blockSize: size.height)
    let dark = bars.map { Item.fill(place(of: $0, module: module), .black) }
    return [.fill(ground, .white)] + dark + digitItems(module: module, types: types)
  }

  private func place(of bar: Bar, module: Length) -> LogicalRect {
    let (top, foot) =
      switch bar.kind {
      case .symbol: (0, EAN13.barHeight)
      case .guardBar: (0, EAN13.guardHeight)
      case .addOn: (10, EAN13.guardHeight)
      }
    return LogicalRect(
      inline: module * (EAN13.quietLeft + bar.modules.lowerBound), block: module * top,
      inlineSize: module * bar.modules.count, blockSize: module * (foot - top))
  }

  /// The first digit before the symbol, six under each half of it, the add-on's over its bars.
  private func digitItems(module: Length, types: TypeCase) -> [Item] {
    let style = types.style("barcode").sized(module * 11).aligned(.center)
    func digit(_ digit: Int, at first: Int, _ width: Int, axis: Length) -> Item {
      let measure = module * width
      let start = LogicalPoint(
        inline: module * (EAN13.quietLeft + first), block: axis)
      return .line(types.line("\(digit)", as: style, measure: measure), start: start, .black)
    }
    let foot = module * 149 / 2
    let halves = [(1, 3), (7, 50)].flatMap { first, start in
      (0..<6).map { digit(digits[first + $0], at: start + 7 * $0, 7, axis: foot) }
    }
    let start = EAN13.width + EAN13.gap
    let more = addOn.enumerated().map { place, value in
      digit(value, at: start + 4 + 9 * place, 7, axis: module * 9 / 2)
    }
    return [digit(digits[0], at: -9, 7, axis: foot)] + halves + more
  }
}
