import CCairo
import Colour
import Drawing
import Geometry

/// A picture ready to be painted.
struct ShelvedPicture {
  let surface: OpaquePointer
  /// Of the surface, in its own units.
  let width: Int
  let height: Int
  let turn: PictureTurn
}

/// The pictures of one document as Cairo surfaces, each made once. Confined to one thread.
final class PictureShelf {
  /// What the surfaces are drawn on.
  enum Purpose {
    /// A PDF: JPEG files go in as they are, everything else whole, but for what gets a numbered place.
    case document([String: PicturePlace])
    /// A PDF on its way to the press: every picture is a numbered place.
    case places([String: PicturePlace])
    /// Pixels: pictures are decoded no larger than they will be seen.
    case pixels(perPoint: Double, Bitmap.Format)
    /// One plate: the pictures' share of its ink.
    case plate(perPoint: Double, PressInk, PictureInks)
  }

  private struct Key: Hashable {
    var file: String
    var reduction: Int
    /// For plates, which are made for one size.
    var wanted: PixelSize?
  }

  private let store: PictureStore
  private let purpose: Purpose
  private var shelf: [Key: ShelvedPicture] = [:]
  private var bitmaps: [Bitmap] = []

  init(_ store: PictureStore, for purpose: Purpose) {
    (self.store, self.purpose) = (store, purpose)
  }

  deinit { for picture in shelf.values { cairo_surface_destroy(picture.surface) } }

  /// A picture placed at this size.
  func picture(_ file: String, at size: Size) throws(PictureError) -> ShelvedPicture {
    switch purpose {
    case .places(let places): return try place(places[file], of: file)
    case .document(let places):
      if let found = places[file] { return try place(found, of: file) }
    case .pixels, .plate: break
    }
    let header = try store.header(of: file)
    let wanted = wanted(header, at: size)
    let key = key(file, header, wanted)
    if let picture = shelf[key] { return picture }
    let picture = try prepare(file, header, wanted: wanted)
    shelf[key] = picture
    return picture
  }

  private func key(_ file: String, _ header: PictureHeader, _ wanted: PixelSize?) -> Key {
    if case .plate = purpose { return Key(file: file, reduction: 1, wanted: wanted) }
    return Key(file: file, reduction: header.reduction(for: wanted))
  }

  private func wanted(_ header: PictureHeader, at size: Size) -> PixelSize? {
    switch purpose {
    case .pixels(let scale, _), .plate(let scale, _, _):
      header.wanted(at: size, perPoint: scale)
    case .document, .places: nil
    }
  }

  private func prepare(_ file: String, _ header: PictureHeader, wanted: PixelSize?)
    throws(PictureError) -> ShelvedPicture
  {
    switch purpose {
    case .pixels(_, let format):
      return try picture(of: try store.bitmap(file, format, wanted: wanted), header.turn)
    case .plate(_, let plate, let inks):
      // Drawing to pixels always says how many are wanted.
      let size = wanted ?? PixelSize(width: header.storedWidth, height: header.storedHeight)
      return try picture(of: try inks.plate(plate, of: file, header, wanted: size), header.turn)
    case .document where header.kind != .png:
      return try documentJPEG(file, header)
    case .document, .places:
      let picture = try picture(of: try store.bitmap(file, .colour, wanted: nil), header.turn)
      try attach(RawBytes(Array(file.utf8)), CAIRO_MIME_TYPE_UNIQUE_ID, to: picture.surface)
      return picture
    }
  }

  /// A JPEG of one pixel that carries the place's number, and no picture.
  private func place(_ place: PicturePlace?, of file: String) throws(PictureError)
    -> ShelvedPicture
  {
    guard let place else { throw .missing }
    let key = Key(file: file, reduction: 1)
    if let shelved = shelf[key] { return shelved }
    let sign = Array("\(PlaceSign.text)\(place.number);".utf8)
    let comment: [UInt8] = [0xFF, 0xFE, 0, UInt8(sign.count + 2)] + sign
    let frame: [UInt8] = [0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0]
    let surface = try emptySurface(width: 1, height: 1)
    let picture = ShelvedPicture(surface: surface, width: 1, height: 1, turn: place.turn)
    shelf[key] = picture
    try attach(
      RawBytes([0xFF, 0xD8] + comment + frame + [0xFF, 0xD9]), CAIRO_MIME_TYPE_JPEG, to: surface)
    try attach(RawBytes(sign), CAIRO_MIME_TYPE_UNIQUE_ID, to: surface)
    return picture
  }

  /// An empty surface of the picture's size that carries a JPEG's bytes: without pixels it costs no
  /// memory however large the photograph.
  private func documentJPEG(_ file: String, _ header: PictureHeader) throws(PictureError)
    -> ShelvedPicture
  {
    let surface = try emptySurface(width: header.storedWidth, height: header.storedHeight)
    try attach(try store.jpeg(file, header), CAIRO_MIME_TYPE_JPEG, to: surface)
    try attach(RawBytes(Array(file.utf8)), CAIRO_MIME_TYPE_UNIQUE_ID, to: surface)
    return ShelvedPicture(
      surface: surface, width: header.storedWidth, height: header.storedHeight, turn: header.turn)
  }

  private func emptySurface(width: Int, height: Int) throws(PictureError) -> OpaquePointer {
    var extents = cairo_rectangle_t(x: 0, y: 0, width: Double(width), height: Double(height))
    guard let surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR, &extents),
      cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS
    else { throw .broken(reason: "no memory") }
    return surface
  }

  private func picture(of bitmap: Bitmap, _ turn: PictureTurn) throws(PictureError)
    -> ShelvedPicture
  {
    let format = bitmap.format == .colour ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_A8
    guard
      let surface = cairo_image_surface_create_for_data(
        bitmap.pixels.pointer.assumingMemoryBound(to: UInt8.self), format, Int32(bitmap.width),
        Int32(bitmap.height), Int32(bitmap.stride)),
      cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS
    else { throw .broken(reason: "no surface of \(bitmap.width) × \(bitmap.height) pixels") }
    bitmaps.append(bitmap)
    return ShelvedPicture(surface: surface, width: bitmap.width, height: bitmap.height, turn: turn)
  }

  /// Gives bytes to a surface, which holds them until Cairo is done with it.
  private func attach(_ bytes: RawBytes, _ kind: String, to surface: OpaquePointer)
    throws(PictureError)
  {
    let held = Unmanaged.passRetained(bytes)
    let status = cairo_surface_set_mime_data(
      surface, kind, bytes.pointer.assumingMemoryBound(to: UInt8.self), UInt(bytes.count),
      { held in if let held { Unmanaged<RawBytes>.fromOpaque(held).release() } }, held.toOpaque())
    guard status == CAIRO_STATUS_SUCCESS else {
      held.release()
      throw .broken(reason: String(cString: cairo_status_to_string(status)))
    }
  }
}
