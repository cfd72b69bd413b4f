import Synchronization

/// The edition's pictures (图库), each decoded once for all outputs and threads.
///
/// Headers and decoded pixels are kept, file bytes are not: a second look at a file costs less than
/// holding every photograph of an edition.
package final class PictureStore: Sendable {
  /// Pixels kept for later; what would go beyond is decoded anew each time.
  private static let keptBytes = 256 << 20

  private struct Key: Hashable {
    var file: String
    var format: Bitmap.Format
    var reduction: Int
  }

  private struct Contents {
    var headers: [String: Result<PictureHeader, PictureError>] = [:]
    var bitmaps: [Key: Bitmap] = [:]
    var encoded: [String: RawBytes] = [:]
    var kept = 0
  }

  private let folder: String
  private let limits: PictureLimits
  private let supplied: [String: RawBytes]
  private let contents = Mutex(Contents())

  /// Pictures are files of `folder`; `supplied` holds the bytes of those that are not, such as an
  /// advertisement's page made into a picture, by the name that marks use.
  package init(
    folder: String, limits: PictureLimits = PictureLimits(), supplied: [String: [UInt8]] = [:]
  ) {
    (self.folder, self.limits) = (folder, limits)
    self.supplied = supplied.mapValues { RawBytes($0) }
  }

  /// What the file says of itself, or why it cannot be drawn.
  package func header(of file: String) throws(PictureError) -> PictureHeader {
    if let known = contents.withLock({ $0.headers[file] }) { return try known.get() }
    let found: Result<PictureHeader, PictureError>
    do throws(PictureError) {
      found = .success(try PictureHeader.reading(try bytes(of: file), limits: limits))
    } catch { found = .failure(error) }
    contents.withLock { $0.headers[file] = found }
    return try found.get()
  }

  /// The pictures asked for so far that cannot be drawn, by name.
  package var faults: [(file: String, fault: PictureError)] {
    let found = contents.withLock { contents in
      contents.headers.compactMap { file, header in
        if case .failure(let fault) = header { (file: file, fault: fault) } else { nil }
      }
    }
    return found.sorted { $0.file < $1.file }
  }

  /// Decodes the whole of a file, so that a fault anywhere in it is found.
  package func check(_ file: String) throws(PictureError) {
    let header = try header(of: file)
    // The smallest size suffices: every coded block is read all the same.
    let wanted = PixelSize(width: 1, height: 1)
    _ = try bitmap(file, header.colour == .grey ? .blackCover : .colour, wanted: wanted)
  }

  func bytes(of file: String) throws(PictureError) -> RawBytes {
    if let bytes = supplied[file] { return bytes }
    return try RawBytes.reading("\(folder)/\(file)", limit: limits.fileBytes)
  }

  /// The picture as a JPEG that a PDF may carry: the file itself, or one made of its pixels.
  ///
  /// CMYK files are made anew because Cairo 1.16 writes no /Decode for inverted values, drawn pages
  /// because a JPEG of them goes into every PDF as it is, where pixels are compressed each time.
  func jpeg(_ file: String, _ header: PictureHeader) throws(PictureError) -> RawBytes {
    if header.kind == .jpeg, header.colour != .cmyk { return try bytes(of: file) }
    if let known = contents.withLock({ $0.encoded[file] }) { return known }
    let made = try JPEG.encode(
      try bitmap(file, .colour, wanted: nil), isGrey: header.colour == .grey)
    contents.withLock { $0.encoded[file] = made }
    return made
  }

  /// The picture's pixels, at least `wanted` of them where it has so many; nil asks for all.
  func bitmap(_ file: String, _ format: Bitmap.Format, wanted: PixelSize?) throws(PictureError)
    -> Bitmap
  {
    let header = try header(of: file)
    let key = Key(file: file, format: format, reduction: header.reduction(for: wanted))
    if let bitmap = contents.withLock({ $0.bitmaps[key] }) { return bitmap }
    let bitmap: Bitmap
    do throws(PictureError) {
      let bytes = try bytes(of: file)
      bitmap =
        switch header.kind {
        case .jpeg: try JPEG.decode(bytes, header, as: format, wanted: wanted)
        case .png: try PNGDecoder.decode(bytes, header, as: format)
        case .ppm: try Pixmap.decode(bytes, as: format)
        }
    } catch {
      contents.withLock { $0.headers[file] = .failure(error) }
      throw error
    }
    keep(bitmap, key)
    return bitmap
  }

  private func keep(_ bitmap: Bitmap, _ key: Key) {
    contents.withLock { contents in
      guard contents.bitmaps[key] == nil,
        contents.kept + bitmap.pixels.count <= PictureStore.keptBytes
      else { return }
      contents.bitmaps[key] = bitmap
      contents.kept += bitmap.pixels.count
    }
  }
}
