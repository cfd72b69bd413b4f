import Geometry

/// Why a text is no length.
package enum QuantityFault: Error { case noUnit, notFinite, unknown }

/// A decimal number held exactly, as it was typed.
package struct Decimal10: Hashable, Sendable {
  var digits: Int
  /// Digits after the point, at most 6.
  var places: Int

  /// Reads `9`, `9.4`, `-0.5`; nil for anything else, and for numbers beyond nine whole digits.
  package init?(_ text: some StringProtocol) {
    var (digits, places, count, isNegative) = (0, -1, 0, false)
    for (index, scalar) in text.unicodeScalars.enumerated() {
      switch scalar {
      case "-" where index == 0: isNegative = true
      case "." where places < 0 && count > 0: places = 0
      case "0"..."9":
        count += 1
        if places >= 0 { places += 1 }
        guard places <= 6, count - max(0, places) <= 9 else { return nil }
        digits = digits * 10 + Int(scalar.value - 48)
      default: return nil
      }
    }
    guard count > 0, places != 0 else { return nil }
    (self.digits, self.places) = (isNegative ? -digits : digits, max(0, places))
  }

  /// The number times `factor`, to the nearest whole.
  package func times(_ factor: Int) -> Int {
    var divisor = 1
    for _ in 0..<places { divisor *= 10 }
    let (product, overflow) = digits.multipliedReportingOverflow(by: factor)
    guard !overflow else {
      return Int((Double(digits) * Double(factor) / Double(divisor)).rounded())
    }
    let half = product < 0 ? -divisor / 2 : divisor / 2
    return (product + half) / divisor
  }
}

extension Quantity {
  /// Reads `12mm`, `9.4pt`, `2cm`, `1in`, `0.5字`, `3行`, or a 号 size by name.
  package static func read(_ text: String) -> Result<Quantity, QuantityFault> {
    if let size = TypeSizes.points(named: text) { return .success(.absolute(.points(size))) }
    for unit in units where text.hasSuffix(unit.name) {
      let number = text.dropLast(unit.name.count).trimmed
      if let value = Decimal10(number) { return .success(unit.quantity(value)) }
      return .failure(looksNumeric(number) ? .notFinite : .unknown)
    }
    if Decimal10(text) != nil { return .failure(.noUnit) }
    return .failure(looksNumeric(text) ? .notFinite : .unknown)
  }

  /// `.nan`, `inf`, `1e309`: a number to some reader, but none that a page can use.
  private static func looksNumeric(_ text: String) -> Bool {
    let yaml = [".nan", ".inf", "-.inf", "+.inf"]
    return Double(text).map { !$0.isFinite } ?? yaml.contains(text.lowercased())
  }

  private struct Unit: Sendable {
    var name: String
    var quantity: @Sendable (Decimal10) -> Quantity
  }

  private static let units: [Unit] = [
    Unit(name: "mm") { .absolute(Length(units: $0.times(Length.unitsPerMillimetre))) },
    Unit(name: "cm") { .absolute(Length(units: $0.times(10 * Length.unitsPerMillimetre))) },
    Unit(name: "pt") { .absolute(Length(units: $0.times(Length.unitsPerPoint))) },
    Unit(name: "in") { .absolute(Length(units: $0.times(72 * Length.unitsPerPoint))) },
    Unit(name: "字") { .characters(tenThousandths: $0.times(10_000)) },
    Unit(name: "行") { .lines(tenThousandths: $0.times(10_000)) },
  ]
}

/// The 号 sizes by name, in points, as desktop publishing has them.
package enum TypeSizes {
  /// `小五`, `五号`, `五`, `初号` …
  package static func points(named text: String) -> Double? {
    let name = text.hasSuffix("号") ? String(text.dropLast()) : text
    return table.first { $0.name == name }?.points
  }

  package static let table: [(name: String, points: Double)] = [
    ("初", 42), ("小初", 36), ("一", 26), ("小一", 24), ("二", 22), ("小二", 18), ("三", 16),
    ("小三", 15), ("四", 14), ("小四", 12), ("五", 10.5), ("小五", 9), ("六", 7.5), ("小六", 6.5),
    ("七", 5.5), ("八", 5),
  ]
}

extension StringProtocol {
  /// Without blanks (also U+3000) at its ends.
  package var trimmed: String {
    let scalars = Array(unicodeScalars)
    let isBlank: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[first...last])
    return String(view)
  }
}
