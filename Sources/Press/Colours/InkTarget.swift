import Colour

/// Why colours cannot be separated where they stand.
enum ConversionFault: Error {
  /// A picture of the page has to do.
  case unconvertible
  case unpacking(UnpackingFault)
}

/// What colours of screens become: inks on a plate, or the lightness of a soft mask.
struct InkTarget {
  let separation: Separation
  let isMask: Bool

  var spaceName: String { isMask ? "/DeviceGray" : "/DeviceCMYK" }
  var count: Int { isMask ? 1 : 4 }

  /// The numbers of a colour that was given in RGB or Lab.
  func numbers(of space: PDFColourSpace, _ values: [Double]) throws(ConversionFault) -> [Double] {
    guard values.count >= 3 else { throw .unconvertible }
    let values = Array(values.suffix(3))
    switch space {
    case .rgb: return numbers(red: values[0], green: values[1], blue: values[2])
    case .lab(let lab):
      let screen = lab.screen(values)
      // No tint in it means none in print either.
      guard values[1] != 0 || values[2] != 0 else {
        return numbers(red: screen[1], green: screen[1], blue: screen[1])
      }
      return numbers(red: screen[0], green: screen[1], blue: screen[2])
    default: throw .unconvertible
    }
  }

  private func numbers(red: Double, green: Double, blue: Double) -> [Double] {
    let (red, green, blue) = (unit(red), unit(green), unit(blue))
    // The lightness of RGB in a soft mask (ISO 32000-1, 11.3.5.3).
    if isMask { return [0.3 * red + 0.59 * green + 0.11 * blue] }
    let inks = separation.inks(red: red, green: green, blue: blue)
    return [inks.c, inks.m, inks.y, inks.k].map(unit)
  }

  private func unit(_ value: Double) -> Double { value.isFinite ? min(1, max(0, value)) : 0 }

  private func lightness(of pixel: ArraySlice<UInt8>) -> UInt8 {
    let (red, green, blue) = pixel.withUnsafeBufferPointer { (Int($0[0]), Int($0[1]), Int($0[2])) }
    return UInt8((30 * red + 59 * green + 11 * blue) / 100)
  }

  /// Pixels of RGB, 8 bits each.
  func pixels(_ rgb: [UInt8]) -> [UInt8] {
    let count = rgb.count / 3
    if isMask {
      return (0..<count).map { lightness(of: rgb[(3 * $0)..<(3 * $0 + 3)]) }
    }
    return [UInt8](unsafeUninitializedCapacity: count * 4) { inks, filled in
      if let room = inks.baseAddress {
        rgb.withUnsafeBufferPointer { source in
          if let source = source.baseAddress {
            separation.separate(source, .rgb, into: room, count: count)
          }
        }
      }
      filled = count * 4
    }
  }
}

/// A number as PDFs write it, to a hundredth of a percent; what no page can hold is 0.
func written(_ value: Double) -> String {
  guard abs(value) < 1e9 else { return "0" }
  let units = Int((value * 10_000).rounded())
  guard units % 10_000 != 0 else { return "\(units / 10_000)" }
  let digits = String(10_000 + abs(units) % 10_000).dropFirst()
  let sign = units < 0 ? "-" : ""
  let fraction = String(digits.reversed().drop { $0 == "0" }.reversed())
  return "\(sign)\(abs(units) / 10_000).\(fraction)"
}
