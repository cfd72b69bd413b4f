import CZlib

/// How much a foreign file may unpack to (解压上限): all its streams together. A file of a megabyte can hold ten
/// thousand.
final class UnpackingBudget {
  /// Bytes that may still come.
  private(set) var rest: Int

  init(bytes: Int = 256 << 20) { rest = bytes }

  func take(_ bytes: Int) throws(UnpackingFault) {
    guard bytes <= rest else { throw .tooMuch }
    rest -= bytes
  }
}

/// Why a stream gives no bytes.
enum UnpackingFault: Error, Hashable, Sendable {
  case tooMuch
  /// Its filter, with its solidus.
  case unknownFilter(String)
  case broken
}

extension PDFObject {
  /// The filters of a stream in the order they are undone, with their parameters (ISO 32000-1, 7.4).
  var filters: [(name: String, parameters: PDFObject)] {
    let (names, parameters) = (self["/Filter"], self["/DecodeParms"])
    if let name = names.name { return [(name, parameters.isArray ? parameters[0] : parameters)] }
    return names.items.enumerated().map { index, item in
      (item.name ?? "", parameters.isArray ? parameters[index] : document.null)
    }
  }

  /// A foreign stream's bytes as they lie in the file.
  func packed() throws(UnpackingFault) -> [UInt8] {
    do throws(PDFFault) { return try rawData() } catch { throw .broken }
  }

  /// A foreign stream's bytes, every filter undone but a picture's: `leaving` is the name of the one that stays.
  func unpack(_ budget: UnpackingBudget, leaving picture: String? = nil)
    throws(UnpackingFault) -> [UInt8]
  {
    var bytes = try packed()
    for filter in filters where filter.name != picture {
      bytes = try unpacked(bytes, filter.name, budget)
      bytes = try undoPrediction(of: bytes, filter.parameters)
    }
    return bytes
  }
}

/// Undoes one filter.
func unpacked(_ bytes: [UInt8], _ filter: String, _ budget: UnpackingBudget) throws(UnpackingFault)
  -> [UInt8]
{
  switch filter {
  case "/FlateDecode", "/Fl": return try inflate(bytes, budget)
  case "/ASCIIHexDecode", "/AHx": return hexDecoded(bytes)
  case "/ASCII85Decode", "/A85": return base85Decoded(bytes)
  case "/RunLengthDecode", "/RL":
    return try runsDecoded(bytes, budget)
  default: throw .unknownFilter(filter)
  }
}

/// What zlib packed. A stream that breaks off gives what came before, as readers of PDF do.
func inflate(_ packed: [UInt8], _ budget: UnpackingBudget) throws(UnpackingFault) -> [UInt8] {
  var bytes: [UInt8] = []
  try inflate(packed, budget) { bytes += $0 }
  guard !bytes.isEmpty || packed.count <= 8 else { throw .broken }
  return bytes
}

/// Counts what zlib packed against the budget and keeps nothing of it.
func measureInflated(_ packed: [UInt8], _ budget: UnpackingBudget) throws(UnpackingFault) {
  try inflate(packed, budget) { _ in }
}

/// Piece by piece, so that nothing is held that the budget does not allow.
private func inflate(
  _ packed: [UInt8], _ budget: UnpackingBudget, to take: (ArraySlice<UInt8>) -> Void
) throws(UnpackingFault) {
  var stream = z_stream()
  guard inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
    throw .broken
  }
  defer { inflateEnd(&stream) }
  var (input, piece) = (packed, [UInt8](repeating: 0, count: 1 << 16))
  let result: Result<Void, UnpackingFault> = input.withUnsafeMutableBufferPointer { input in
    stream.next_in = input.baseAddress
    stream.avail_in = UInt32(clamping: input.count)
    while true {
      let (status, count) = inflateOnce(&stream, into: &piece)
      do throws(UnpackingFault) { try budget.take(count) } catch { return .failure(error) }
      take(piece[..<count])
      guard status == Z_OK, count > 0 || stream.avail_in > 0 else { return .success(()) }
    }
  }
  try result.get()
}

private func inflateOnce(_ stream: inout z_stream, into piece: inout [UInt8])
  -> (status: Int32, count: Int)
{
  piece.withUnsafeMutableBufferPointer { room in
    stream.next_out = room.baseAddress
    stream.avail_out = UInt32(room.count)
    let status = CZlib.inflate(&stream, Z_NO_FLUSH)
    return (status, room.count - Int(stream.avail_out))
  }
}

/// Packs bytes as a `/FlateDecode` stream.
func deflate(_ bytes: [UInt8]) -> [UInt8] {
  var size = compressBound(UInt(bytes.count))
  var packed = [UInt8](repeating: 0, count: Int(size))
  let status = compress2(&packed, &size, bytes, UInt(bytes.count), 6)
  precondition(status == Z_OK, "compressBound says how much room zlib needs")
  return Array(packed[..<Int(size)])
}

private func hexDecoded(_ bytes: [UInt8]) -> [UInt8] {
  let digits = bytes.prefix { $0 != 0x3E }.compactMap(hexDigit)
  return stride(from: 0, to: digits.count, by: 2).map {
    digits[$0] << 4 | ($0 + 1 < digits.count ? digits[$0 + 1] : 0)
  }
}

/// Five letters of 85 are four bytes, `z` is four zeros (7.4.3).
private func base85Decoded(_ bytes: [UInt8]) -> [UInt8] {
  var (result, group) = ([UInt8](), [UInt32]())
  func flush(_ count: Int) {
    let padded = group + Array(repeating: 84, count: 5 - group.count)
    let value = padded.reduce(UInt32(0)) { $0 &* 85 &+ $1 }
    result += [24, 16, 8, 0].prefix(count).map { UInt8(truncatingIfNeeded: value >> UInt32($0)) }
    group = []
  }
  for byte in bytes {
    if byte == 0x7E { break }
    if byte == 0x7A, group.isEmpty { result += [0, 0, 0, 0] }
    guard 0x21...0x75 ~= byte else { continue }
    group.append(UInt32(byte - 0x21))
    if group.count == 5 { flush(4) }
  }
  if group.count > 1 { flush(group.count - 1) }
  return result
}

/// A length and that many bytes, or a length and a byte to repeat (7.4.5).
private func runsDecoded(_ bytes: [UInt8], _ budget: UnpackingBudget) throws(UnpackingFault)
  -> [UInt8]
{
  var (result, at) = ([UInt8](), 0)
  while at < bytes.count, bytes[at] != 128 {
    let length = Int(bytes[at])
    try budget.take(length < 128 ? length + 1 : 257 - length)
    if length < 128 {
      result += bytes[min(at + 1, bytes.count)..<min(at + 2 + length, bytes.count)]
      at += length + 2
    } else {
      if at + 1 < bytes.count {
        result += Array(repeating: bytes[at + 1], count: 257 - length)
      }
      at += 2
    }
  }
  return result
}
