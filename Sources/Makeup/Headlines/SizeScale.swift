import Geometry

/// The sizes of type by name (字号), from 初号 down; every second one is a 号, those between are its 小.
enum SizeScale {
  private static let halfPoints = [84, 72, 52, 48, 44, 36, 32, 30, 28, 24, 21, 18, 15, 13, 11, 10]

  /// A size so many 号 below another; between the named sizes in proportion, over 初号 as from 初号.
  static func size(_ count: Int, below size: Length) -> Length {
    let sizes = halfPoints.map { Length.points(1) / 2 * $0 }
    guard let upper = sizes.lastIndex(where: { $0 >= size }) else {
      let first = sizes[min(count * 2, sizes.count - 1)]
      return Length(units: size.units * first.units / sizes[0].units)
    }
    func named(_ index: Int) -> Length { sizes[min(index, sizes.count - 1)] }
    let span = max(1, named(upper).units - named(upper + 1).units)
    let share = named(upper).units - size.units
    let (from, to) = (named(upper + count * 2), named(upper + 1 + count * 2))
    return Length(units: from.units - (from.units - to.units) * share / span)
  }
}
