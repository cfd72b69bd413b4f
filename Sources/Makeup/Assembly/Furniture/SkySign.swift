import Drawing
import Geometry

/// The sign of a sky in a weather block, drawn in black.
enum SkySign: Hashable {
  case sun, cloudySun, cloud, rain, heavyRain, thunder, snow, fog

  /// In a square, from its top left.
  func items(side: Length) -> [Item] {
    let pen = SkyPen(side: side)
    return switch self {
    case .sun: pen.sun(x: 50, y: 50, radius: 20)
    case .cloudySun: pen.sun(x: 64, y: 34, radius: 15) + pen.cloud(y: 40)
    case .cloud: pen.cloud(y: 30)
    case .rain: pen.cloud(y: 14) + pen.drops([28, 50, 72], from: 66, to: 86)
    case .heavyRain: pen.cloud(y: 14) + pen.drops([22, 38, 54, 70], from: 64, to: 96)
    case .thunder: pen.cloud(y: 14) + pen.flash()
    case .snow: pen.cloud(y: 14) + [24, 50, 76].flatMap { pen.flake(x: $0, y: 80) }
    case .fog: [24, 40, 56, 72].flatMap { pen.bar(y: $0) }
    }
  }
}

/// Draws signs on a square of a hundred parts.
private struct SkyPen {
  var side: Length

  private func part(_ hundredths: Int) -> Length { side * hundredths / 100 }
  private var weight: Length { max(.points(0.6), part(5)) }
  private var thin: Length { max(.points(0.5), part(3)) }

  private func point(_ x: Int, _ y: Int) -> LogicalPoint {
    LogicalPoint(inline: part(x), block: part(y))
  }

  private func stroke(_ from: (Int, Int), _ to: (Int, Int), _ own: Length? = nil) -> Item {
    .rule(
      from: point(from.0, from.1), to: point(to.0, to.1), weight: own ?? weight, .black, .solid)
  }

  private func disc(x: Int, y: Int, radius: Int, fill: Ink) -> Item {
    .roundBox(
      LogicalRect(
        inline: part(x - radius), block: part(y - radius), inlineSize: part(2 * radius),
        blockSize: part(2 * radius)), radius: part(radius), fill: fill, stroke: nil,
      weight: .zero)
  }

  /// A disc and eight rays.
  func sun(x: Int, y: Int, radius: Int) -> [Item] {
    // The eight directions, in hundredths.
    let ways: [(Int, Int)] = [
      (100, 0), (71, 71), (0, 100), (-71, 71), (-100, 0), (-71, -71), (0, -100), (71, -71),
    ]
    let (near, far) = (radius * 3 / 2, radius * 9 / 4)
    func ray(_ way: (Int, Int), _ reach: Int) -> (Int, Int) {
      (x + way.0 * reach / 100, y + way.1 * reach / 100)
    }
    let rays: [Item] = ways.map { stroke(ray($0, near), ray($0, far)) }
    return [disc(x: x, y: y, radius: radius, fill: .black)] + rays
  }

  /// A grey cloud 46 parts high, on a white one a little larger that parts it from what is behind.
  func cloud(y: Int) -> [Item] { cloud(y, .white, more: 4) + cloud(y, .grey(45), more: 0) }

  private func cloud(_ y: Int, _ ink: Ink, more: Int) -> [Item] {
    let body = LogicalRect(
      inline: part(32), block: part(y + 24 - more), inlineSize: part(41),
      blockSize: part(21 + 2 * more))
    return [
      disc(x: 32, y: y + 28, radius: 17 + more, fill: ink),
      disc(x: 54, y: y + 20, radius: 20 + more, fill: ink),
      disc(x: 73, y: y + 31, radius: 14 + more, fill: ink), .fill(body, ink),
    ]
  }

  func drops(_ places: [Int], from: Int, to: Int) -> [Item] {
    places.map { stroke(($0 + 5, from), ($0 - 5, to)) }
  }

  func flash() -> [Item] {
    [stroke((54, 58), (42, 76)), stroke((42, 76), (58, 76)), stroke((58, 76), (46, 96))]
  }

  func flake(x: Int, y: Int) -> [Item] {
    [
      stroke((x - 9, y), (x + 9, y), thin), stroke((x - 5, y - 8), (x + 5, y + 8), thin),
      stroke((x + 5, y - 8), (x - 5, y + 8), thin),
    ]
  }

  func bar(y: Int) -> [Item] { [stroke((14, y), (86, y))] }
}
