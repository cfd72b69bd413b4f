import Geometry

/// Whole units shared out so that nothing is left over and the same shares always come out.
enum Shares {
  /// `total` in proportion to `weights`, in equal parts where none weighs anything.
  static func of(_ total: Length, by weights: [Length]) -> [Length] {
    let sum = weights.reduce(0) { $0 + $1.units }
    let units = sum > 0 ? weights.map(\.units) : Array(repeating: 1, count: weights.count)
    let whole = max(1, units.reduce(0, +))
    var (before, shares) = (0, [Length]())
    var given = 0
    for unit in units {
      before += unit
      // Two widths of a sheet multiplied stay below 2⁶³.
      let until = total.units * before / whole
      shares.append(Length(units: until - given))
      given = until
    }
    return shares
  }

  /// Widths between `least` and `most` that fill `width`: the narrow get all they wish for, the wide are
  /// alike. The sum of `least` must not be more.
  static func levelled(least: [Length], most: [Length], width: Length) -> [Length] {
    func widths(_ level: Int) -> [Length] {
      zip(least, most).map { min(max($0, Length(units: level)), $1) }
    }
    var (low, high) = (0, width.units)
    while low < high {
      let middle = (low + high + 1) / 2
      if widths(middle).reduce(.zero, +) <= width { low = middle } else { high = middle - 1 }
    }
    let levelled = widths(low)
    let over = width - levelled.reduce(.zero, +)
    let open = zip(levelled, most).map { $0 < $1 ? Length(units: 1) : .zero }
    return zip(levelled, Shares.of(over, by: open)).map { $0 + $1 }
  }
}
