/// Undoes the prediction of a Flate stream (ISO 32000-1, 7.4.4.4): each byte was written as its difference from
/// what stands left of it and above it.
func undoPrediction(of bytes: [UInt8], _ parameters: PDFObject) throws(UnpackingFault) -> [UInt8] {
  let predictor = parameters["/Predictor"].integer ?? 1
  guard predictor > 1 else { return bytes }
  let colours = parameters["/Colors"].integer ?? 1
  let bits = parameters["/BitsPerComponent"].integer ?? 8
  let columns = parameters["/Columns"].integer ?? 1
  guard 1...32 ~= colours, 1...16 ~= bits, 1...100_000 ~= columns else { throw .broken }
  let row = (colours * bits * columns + 7) / 8
  let step = max(1, colours * bits / 8)
  if predictor == 2 {
    guard bits == 8 else { throw .unknownFilter("/Predictor 2") }
    return undoTIFF(bytes, row: row, step: step)
  }
  return undoPNG(bytes, row: row, step: step)
}

private func undoTIFF(_ bytes: [UInt8], row: Int, step: Int) -> [UInt8] {
  var result = bytes
  for index in result.indices where index % row >= step { result[index] &+= result[index - step] }
  return result
}

/// PNG's filters: a byte before each row says which.
private func undoPNG(_ bytes: [UInt8], row: Int, step: Int) -> [UInt8] {
  let rows = (bytes.count + row) / (row + 1)
  var result = [UInt8](repeating: 0, count: rows * row)
  for line in 0..<rows {
    let (source, target) = (line * (row + 1), line * row)
    let kind = bytes[source]
    for index in 0..<min(row, bytes.count - source - 1) {
      let left = index >= step ? result[target + index - step] : 0
      let up = line > 0 ? result[target + index - row] : 0
      let corner = line > 0 && index >= step ? result[target + index - row - step] : 0
      let guess: UInt8 =
        switch kind {
        case 1: left
        case 2: up
        case 3: UInt8((Int(left) + Int(up)) / 2)
        case 4: paeth(left, up, corner)
        default: 0
        }
      result[target + index] = bytes[source + 1 + index] &+ guess
    }
  }
  return result
}

/// The neighbour nearest to left + up − corner (PNG 9.4).
private func paeth(_ left: UInt8, _ up: UInt8, _ corner: UInt8) -> UInt8 {
  let (a, b, c) = (Int(left), Int(up), Int(corner))
  let (da, db, dc) = (abs(b - c), abs(a - c), abs(a + b - 2 * c))
  if da <= db, da <= dc { return left }
  return db <= dc ? up : corner
}
