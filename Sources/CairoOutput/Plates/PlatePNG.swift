import Colour

/// Pictures of the planes for the eye.
extension InkPlanes {
  /// One plate as grey: 255 is paper.
  package func png(of ink: PressInk) throws(CairoError) -> [UInt8] {
    let encoder = PNGEncoder(width: width, height: height, channels: .grey, ppi: ppi)
    return try encoder.encode { row, room in
      for column in 0..<width { room[column] = 255 - amount(of: ink, column, row) }
    }
  }

  /// The total ink (墨量图): grey up to the limit, in percent; what is over it goes from yellow to red.
  package func inkMap(limit: Int) throws(CairoError) -> [UInt8] {
    let colours = (0...1020).map { InkPlanes.colour(of: $0, limit: limit * 255 / 100) }
    let encoder = PNGEncoder(width: width, height: height, channels: .rgb, ppi: ppi)
    return try encoder.encode { row, room in
      for column in 0..<width {
        let pixel = (row * width + column) * 4
        let total = (0..<4).reduce(0) { $0 + Int(inks[pixel + $1]) }
        let colour = colours[total]
        (room[column * 3], room[column * 3 + 1]) = (colour.red, colour.green)
        room[column * 3 + 2] = colour.blue
      }
    }
  }

  /// As the page looks in print.
  package func png(as proof: SoftProof) throws(CairoError) -> [UInt8] {
    let encoder = PNGEncoder(width: width, height: height, channels: .rgb, ppi: ppi)
    return try encoder.encode { row, room in
      inks.withUnsafeBufferPointer { inks in
        guard let base = inks.baseAddress else { return }
        proof.show(base + row * width * 4, into: room, count: width)
      }
    }
  }

  /// A dark grey at the limit; full red from 80 % over it on. Both in 255ths.
  private static func colour(of total: Int, limit: Int) -> ScreenColour {
    // Four plates rounded to 255ths may sum to a little more than they mean.
    guard total > limit + 2 else {
      let grey = UInt8(255 - 175 * min(total, limit) / max(1, limit))
      return ScreenColour(red: grey, green: grey, blue: grey)
    }
    let over = min(204, total - limit)
    return ScreenColour(
      red: UInt8(255 - 35 * over / 204), green: UInt8(220 - 220 * over / 204), blue: 0)
  }
}
