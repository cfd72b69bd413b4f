import Glibc

func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

/// A function of one number (ISO 32000-1, 7.10): what gradients and spot colours are made of.
indirect enum PDFFunction {
  case power(from: [Double], to: [Double], exponent: Double)
  case stitched([PDFFunction], bounds: [Double], encode: [Double], domain: ClosedRange<Double>)
  case sampled([[Double]], domain: ClosedRange<Double>)
  /// One function for each part of the colour.
  case several([PDFFunction])

  /// Nil for what is not of these kinds: functions of several numbers, and programs in PostScript.
  init?(_ object: PDFObject, _ budget: UnpackingBudget, depth: Int = 8) throws(UnpackingFault) {
    guard depth > 0, object.count <= 64 else { return nil }
    if object.isArray {
      var parts: [PDFFunction] = []
      for item in object.items {
        guard let part = try PDFFunction(item, budget, depth: depth - 1) else { return nil }
        parts.append(part)
      }
      self = .several(parts)
      return
    }
    guard let ends = object["/Domain"].numbers, ends.count == 2, ends[0] <= ends[1],
      ends.allSatisfy(\.isFinite)
    else {
      return nil
    }
    switch object["/FunctionType"].integer {
    case 0:
      guard let samples = try PDFFunction.samples(object, budget) else { return nil }
      self = .sampled(samples, domain: ends[0]...ends[1])
    case 2:
      let from = object["/C0"].numbers ?? [0]
      let to = object["/C1"].numbers ?? [1]
      guard from.count == to.count, let exponent = object["/N"].number64 else { return nil }
      self = .power(from: from, to: to, exponent: exponent)
    case 3:
      var parts: [PDFFunction] = []
      guard object["/Functions"].count <= 1000 else { return nil }
      for item in object["/Functions"].items {
        guard let part = try PDFFunction(item, budget, depth: depth - 1) else { return nil }
        parts.append(part)
      }
      guard let bounds = object["/Bounds"].numbers, let encode = object["/Encode"].numbers,
        !parts.isEmpty, bounds.count == parts.count - 1, encode.count == 2 * parts.count
      else { return nil }
      self = .stitched(parts, bounds: bounds, encode: encode, domain: ends[0]...ends[1])
    default: return nil
    }
  }

  private static func samples(_ object: PDFObject, _ budget: UnpackingBudget) throws(UnpackingFault)
    -> [[Double]]?
  {
    guard let sizes = object["/Size"].numbers, sizes.count == 1, 1...65_536 ~= sizes[0],
      let bits = object["/BitsPerSample"].integer, [8, 16].contains(bits),
      let range = object["/Range"].numbers, !range.isEmpty, range.count <= 64,
      range.count % 2 == 0, object["/Encode"].isNull
    else { return nil }
    let (size, parts) = (Int(sizes[0]), range.count / 2)
    let decode = object["/Decode"].numbers ?? range
    let bytes = try object.unpack(budget)
    guard decode.count == range.count, bytes.count >= size * parts * bits / 8 else { return nil }
    return (0..<size).map { sample in
      (0..<parts).map { part in
        let at = (sample * parts + part) * bits / 8
        let share =
          bits == 8
          ? Double(bytes[at]) / 255 : Double(Int(bytes[at]) << 8 | Int(bytes[at + 1])) / 65_535
        return decode[2 * part] + share * (decode[2 * part + 1] - decode[2 * part])
      }
    }
  }

  func callAsFunction(_ x: Double) -> [Double] {
    switch self {
    case .power(let from, let to, let exponent):
      let share = exponent == 1 ? x : Press.power(max(0, x), exponent)
      return zip(from, to).map { $0 + share * ($1 - $0) }
    case .several(let parts): return parts.flatMap { $0(x) }
    case .sampled(let samples, let domain):
      let width = domain.upperBound - domain.lowerBound
      let place = width > 0 ? (clamp(x, domain) - domain.lowerBound) / width : 0
      let at = place.isFinite ? place * Double(samples.count - 1) : 0
      let (low, rest) = (Int(at), at - at.rounded(.down))
      let high = min(low + 1, samples.count - 1)
      return zip(samples[low], samples[high]).map { $0 + rest * ($1 - $0) }
    case .stitched(let parts, let bounds, let encode, let domain):
      let x = clamp(x, domain)
      let part = bounds.firstIndex { x < $0 } ?? bounds.count
      let low = part == 0 ? domain.lowerBound : bounds[part - 1]
      let high = part == bounds.count ? domain.upperBound : bounds[part]
      let share = high > low ? (x - low) / (high - low) : 0
      return parts[part](encode[2 * part] + share * (encode[2 * part + 1] - encode[2 * part]))
    }
  }
}

private func clamp(_ value: Double, _ range: ClosedRange<Double>) -> Double {
  min(range.upperBound, max(range.lowerBound, value))
}
