import CCairo
import Drawing
import Geometry

/// The pictures of one document as Cairo surfaces, each made once. Confined to one thread.
final class PictureShelf {
  /// What the surfaces are drawn on.
  enum Purpose {
    /// A PDF: JPEG files go in as they are, everything else whole.
    case document
    /// Pixels: pictures are decoded no larger than they will be seen.
    case pixels(perPoint: Double, Bitmap.Format)
  }

  private struct Key: Hashable {
    var file: String
    var reduction: Int
  }

  private let store: PictureStore
  private let purpose: Purpose
  private var surfaces: [Key: OpaquePointer] = [:]
  private var bitmaps: [Bitmap] = []

  init(_ store: PictureStore, for purpose: Purpose) {
    (self.store, self.purpose) = (store, purpose)
  }

  deinit { for surface in surfaces.values { cairo_surface_destroy(surface) } }

  /// The header and the surface of a picture placed at this size.
  func surface(_ file: String, at size: Size) throws(PictureError) -> (PictureHeader, OpaquePointer)
  {
    let header = try store.header(of: file)
    let wanted = wanted(header, at: size)
    let key = Key(file: file, reduction: header.reduction(for: wanted))
    if let surface = surfaces[key] { return (header, surface) }
    let surface = try makeSurface(file, header, wanted: wanted)
    surfaces[key] = surface
    return (header, surface)
  }

  private func wanted(_ header: PictureHeader, at size: Size) -> PixelSize? {
    guard case .pixels(let scale, _) = purpose else { return nil }
    let (across, down) =
      header.turn.swapsSides ? (size.height, size.width) : (size.width, size.height)
    return PixelSize(
      width: Int((across.points * scale).rounded(.up)),
      height: Int((down.points * scale).rounded(.up)))
  }

  private func makeSurface(_ file: String, _ header: PictureHeader, wanted: PixelSize?)
    throws(PictureError) -> OpaquePointer
  {
    switch purpose {
    case .pixels(_, let format):
      return try surface(of: try store.bitmap(file, format, wanted: wanted))
    case .document where header.kind == .jpeg:
      return try documentJPEG(file, header)
    case .document:
      let surface = try surface(of: try store.bitmap(file, .colour, wanted: nil))
      try attach(RawBytes(Array(file.utf8)), CAIRO_MIME_TYPE_UNIQUE_ID, to: surface)
      return surface
    }
  }

  /// A surface of the picture's size that carries the JPEG's own bytes; its pixels are never looked
  /// at. Inks are turned into light first, since Cairo 1.16 writes no /Decode for inverted values.
  private func documentJPEG(_ file: String, _ header: PictureHeader) throws(PictureError)
    -> OpaquePointer
  {
    let bytes =
      header.colour == .cmyk
      ? try JPEG.encode(try store.bitmap(file, .colour, wanted: nil)) : try store.bytes(of: file)
    guard
      let surface = cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, Int32(header.storedWidth), Int32(header.storedHeight)),
      cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS
    else { throw .broken(reason: "no memory for \(header.width) × \(header.height) pixels") }
    try attach(bytes, CAIRO_MIME_TYPE_JPEG, to: surface)
    try attach(RawBytes(Array(file.utf8)), CAIRO_MIME_TYPE_UNIQUE_ID, to: surface)
    return surface
  }

  private func surface(of bitmap: Bitmap) throws(PictureError) -> OpaquePointer {
    let format = bitmap.format == .colour ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_A8
    guard
      let surface = cairo_image_surface_create_for_data(
        bitmap.pixels.pointer.assumingMemoryBound(to: UInt8.self), format, Int32(bitmap.width),
        Int32(bitmap.height), Int32(bitmap.stride)),
      cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS
    else { throw .broken(reason: "no surface of \(bitmap.width) × \(bitmap.height) pixels") }
    bitmaps.append(bitmap)
    return surface
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
