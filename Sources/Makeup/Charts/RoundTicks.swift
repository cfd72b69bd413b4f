/// Round ticks of an axis (刻度): steps of 1, 2, 2.5 or 5 times a power of ten, in millionths.
struct RoundTicks: Hashable {
  let lower: Int
  let upper: Int
  let step: Int

  /// As fine as `intervals` of them reach over the amounts. Bars begin at nought; lines may begin higher.
  init(_ amounts: [Int], intervals: Int, fromZero: Bool) {
    var (least, most) = (amounts.min() ?? 0, amounts.max() ?? 0)
    if fromZero || !Self.isNarrow(least, most) { (least, most) = (min(least, 0), max(most, 0)) }
    if least == most { most = least + Self.one }
    let step = Self.step(from: least, to: most, intervals: max(1, intervals))
    self.step = step
    lower = Self.down(least, step) * step
    let last = Self.up(most, step) * step
    // Where a third of the axis would lie over the greatest amount, it ends less than a quarter of a step over that.
    let isHigh = most > 0 && (last - most) * 3 > last - lower
    upper = isHigh ? Self.up(most, max(1, step / 4)) * max(1, step / 4) : last
  }

  /// The finest of so many steps, or the next where that one's axis is clearly shorter and has hardly fewer of them.
  private static func step(from least: Int, to most: Int, intervals: Int) -> Int {
    func count(_ step: Int) -> Int { up(most, step) - down(least, step) }
    guard let first = steps.firstIndex(where: { count($0) <= intervals }) else {
      return steps[steps.count - 1]
    }
    let (finest, next) = (steps[first], steps[min(first + 1, steps.count - 1)])
    let isShorter = count(next) * (next / 4) < count(finest) * (finest / 5)
    return isShorter && count(next) >= max(2, intervals - 1) ? next : finest
  }

  var values: [Int] { Array(stride(from: lower, through: upper, by: step)) }

  /// How far up an amount stands, 0 at the lowest tick and 1 at the highest.
  func part(_ amount: Int) -> Double { Double(amount - lower) / Double(upper - lower) }

  /// Where bars begin and the axis lies.
  var origin: Int { min(max(0, lower), upper) }

  /// A tick as it is printed, with the decimals that the step has; nought has none.
  func text(_ amount: Int, mark: String) -> String {
    Self.decimal(amount, places: amount == 0 ? 0 : Self.places(of: step)) + mark
  }

  private static let one = 1_000_000

  /// From a millionth up; figures have nine digits before the point at most.
  private static let steps: [Int] = {
    var (steps, power) = ([Int](), 1)
    for _ in 0..<17 {
      steps += [power, power * 2] + (power >= 10 ? [power / 10 * 25] : []) + [power * 5]
      power *= 10
    }
    return steps
  }()

  private static func up(_ amount: Int, _ step: Int) -> Int { -down(-amount, step) }

  private static func down(_ amount: Int, _ step: Int) -> Int {
    amount / step - (amount % step < 0 ? 1 : 0)
  }

  /// Less than two fifths of the way from nought: with nought nothing of the change would be seen.
  private static func isNarrow(_ least: Int, _ most: Int) -> Bool {
    let (near, far) = least > 0 ? (least, most) : (-most, -least)
    return near > 0 && near / 3 > far / 5
  }

  private static func places(of step: Int) -> Int {
    var (places, unit) = (6, 10)
    while places > 0, step.isMultiple(of: unit) { (places, unit) = (places - 1, unit * 10) }
    return places
  }

  /// An amount in millionths with so many decimals, cut off where it has more; a minus sign, not a hyphen.
  static func decimal(_ amount: Int, places: Int) -> String {
    let (whole, rest) = abs(amount).quotientAndRemainder(dividingBy: one)
    let digits = String(String(rest + one).dropFirst().prefix(places))
    return (amount < 0 ? "−" : "") + "\(whole)" + (digits.isEmpty ? "" : "." + digits)
  }
}
