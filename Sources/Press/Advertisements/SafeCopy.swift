import Glibc

/// A foreign file opened for looking at and for making ready.
struct OpenAdvertisement {
  let document: PDFDocument
  let page: PDFObject
  let budget: UnpackingBudget
}

extension AdvertisementPress {
  /// All streams of one file together.
  static let unpackedMegabytes = 256
  /// No advertisement is larger; a newspaper's page of pictures is a tenth of it.
  private static let mostFileBytes = 512 << 20

  /// Opens a copy that qpdf wrote, a program of its own: whatever is wrong with a file's tables, its loops and nesting,
  /// comes to light there, and can bring down that program alone. Streams are passed on unread.
  func openSafely(_ artwork: Artwork) throws(AdvertisementFault) -> OpenAdvertisement {
    let bytes =
      artwork.drawing == nil ? try AdvertisementPress.read(artwork.argument) : artwork.input
    let result = try run(
      "qpdf",
      [
        "--object-streams=disable", "--stream-data=preserve", "--decode-level=none",
        Program.inputPath, "-",
      ], input: bytes, outputBytes: AdvertisementPress.mostFileBytes)
    guard result.code == 0 else { throw AdvertisementPress.refusal(result) }
    return try AdvertisementPress.open(result.output).get()
  }

  private static func open(_ copy: [UInt8]) -> Result<OpenAdvertisement, AdvertisementFault> {
    do throws(PDFFault) {
      let document = try PDFDocument(reading: copy)
      let (count, isEncrypted) = (document.pageCount, document.isEncrypted)
      if count > 0, !isEncrypted { try document.settlePages() }
      if let warning = document.warnings.first { throw PDFFault(warning) }
      guard !isEncrypted else { return .failure(.encrypted) }
      guard count > 0 else {
        return .failure(count == 0 ? .noPages : .broken(reason: "its pages form a loop"))
      }
      return .success(
        OpenAdvertisement(
          document: document, page: document.page(0),
          budget: UnpackingBudget(bytes: unpackedMegabytes << 20)))
    } catch { return .failure(AdvertisementFault(error)) }
  }

  /// What qpdf ends with: 2 for a file that it cannot read, 3 for one that it mended. A mended file is refused too:
  /// two readers mend it in two ways, and the proof would not be what is printed.
  private static func refusal(_ result: ProgramResult) -> AdvertisementFault {
    let complaint = result.complaint
    if complaint.contains("bad_alloc") || complaint.contains("emory") {
      return .unpacksTooFar(limit: unpackedMegabytes)
    }
    if complaint.contains("invalid password") { return .encrypted }
    // “WARNING: /dev/fd/0 (object 3 0, offset 120): expected endobj”
    let line = complaint.split(separator: "\n").first ?? "qpdf gave no page"
    let reason = line.split(separator: "/dev/fd/0").last ?? line
    return .broken(reason: String(reason.drop { $0 == ":" || $0 == " " }))
  }

  /// A whole file, as far as one is taken, or its first bytes.
  static func read(_ path: String, first: Int? = nil) throws(AdvertisementFault) -> [UInt8] {
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .fileMissing }
    defer { close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0, facts.st_size <= mostFileBytes else { throw .tooLarge }
    let size = min(Int(facts.st_size), first ?? Int(facts.st_size))
    var bytes = [UInt8](repeating: 0, count: size)
    var at = 0
    while at < bytes.count {
      let count = bytes.withUnsafeMutableBytes {
        Glibc.read(file, $0.baseAddress?.advanced(by: at), $0.count - at)
      }
      guard count > 0 else { throw .fileMissing }
      at += count
    }
    return bytes
  }
}
