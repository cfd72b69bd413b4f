import CCrypto
import Drawing
import Geometry
import Glibc
import Synchronization

/// Turns pages of others, PDFs and SVG drawings, into pictures and plates (广告制版), each file once.
///
/// Poppler is GPL: it is run as a program of its own and never linked, and a hostile file can bring
/// down that program alone.
package final class AdvertisementPress: Sendable {
  private struct Key: Hashable {
    var digest: [UInt8]
    var ppi: Int
  }

  private struct Contents {
    var pages: [[UInt8]: Result<AdvertisementPage, AdvertisementFault>] = [:]
    var pictures: [Key: Result<[UInt8], AdvertisementFault>] = [:]
    var inspections: [[UInt8]: Result<AdvertisementInspection, AdvertisementFault>] = [:]
    var drawings: [[UInt8]: Result<Artwork, AdvertisementFault>] = [:]
  }

  private let seconds: Int
  private let memoryBytes: Int
  private let contents = Mutex(Contents())

  /// Limits for one file: seconds of waiting and memory of the program that draws it.
  package init(seconds: Int = 10, memoryMegabytes: Int = 1024) {
    (self.seconds, memoryBytes) = (seconds, memoryMegabytes << 20)
  }

  /// The size of the file's first page, and how many there are.
  package func page(of path: String) throws(AdvertisementFault) -> AdvertisementPage {
    let digest = try AdvertisementPress.digest(of: path)
    if let known = contents.withLock({ $0.pages[digest] }) { return try known.get() }
    let found: Result<AdvertisementPage, AdvertisementFault>
    do throws(AdvertisementFault) {
      found = .success(try page(of: try artwork(path)))
    } catch { found = .failure(error) }
    contents.withLock { $0.pages[digest] = found }
    return try found.get()
  }

  /// The first page inside its trim on white paper, as a portable pixmap (P6): writing a PNG would
  /// take several times as long as drawing the page.
  package func picture(of path: String, ppi: Int = 300) throws(AdvertisementFault) -> [UInt8] {
    let key = Key(digest: try AdvertisementPress.digest(of: path), ppi: ppi)
    if let known = contents.withLock({ $0.pictures[key] }) { return try known.get() }
    let drawn: Result<[UInt8], AdvertisementFault>
    do throws(AdvertisementFault) {
      drawn = .success(
        try draw(try artwork(path), try page(of: path), ppi: ppi, as: .screenColours))
    } catch { drawn = .failure(error) }
    contents.withLock { $0.pictures[key] = drawn }
    return try drawn.get()
  }

  /// A PDF as it is; of a drawing the PDF that is made of it.
  func artwork(_ path: String) throws(AdvertisementFault) -> Artwork {
    let head = try AdvertisementPress.read(path, first: 5)
    guard !head.elementsEqual("%PDF-".utf8) else { return Artwork(argument: path) }
    let digest = try AdvertisementPress.digest(of: path)
    if let known = contents.withLock({ $0.drawings[digest] }) { return try known.get() }
    let made: Result<Artwork, AdvertisementFault>
    do throws(AdvertisementFault) {
      made = .success(try drawn(path))
    } catch { made = .failure(error) }
    contents.withLock { $0.drawings[digest] = made }
    return try made.get()
  }

  func page(of artwork: Artwork) throws(AdvertisementFault) -> AdvertisementPage {
    let arguments = ["-box", "-f", "1", "-l", "1", artwork.argument]
    let result = try run("pdfinfo", arguments, input: artwork.input, outputBytes: 1 << 20)
    guard result.code == 0 else { throw AdvertisementFault(complaint: result.complaint) }
    return try AdvertisementPage(pdfinfo: String(decoding: result.output, as: UTF8.self))
      .shrunk(by: artwork.zoom)
  }

  /// What a drawn page is made of.
  enum Drawing { case screenColours, inks }

  /// The first page inside its trim. Annotations are no part of what was booked.
  func draw(_ artwork: Artwork, _ page: AdvertisementPage, ppi: Int, as drawing: Drawing)
    throws(AdvertisementFault) -> [UInt8]
  {
    let scale = Double(ppi) / 72
    let (x, y, width, height) = page.trim
    let pixels = [x, y, width, height].map { Int(($0 * scale).rounded()) }
    guard pixels[2] * pixels[3] <= 100_000_000 else { throw .tooLarge }
    let box = [
      "-x", "\(pixels[0])", "-y", "\(pixels[1])", "-W", "\(max(1, pixels[2]))", "-H",
      "\(max(1, pixels[3]))",
    ]
    let resolution = Double(ppi) / Double(artwork.zoom)
    let arguments = ["-hide-annotations", "-r", "\(resolution)", "-f", "1", "-l", "1"] + box
    if drawing == .inks { return try drawInks(arguments, of: artwork) }
    let result = try run(
      "pdftoppm", ["-singlefile"] + arguments + [artwork.argument], input: artwork.input,
      outputBytes: 512 << 20)
    guard result.code == 0, result.output.starts(with: [0x50, 0x36]) else {
      throw AdvertisementFault(complaint: result.complaint)
    }
    return result.output
  }

  /// A page as a CMYK JPEG. Poppler writes those into files alone.
  func drawInks(_ arguments: [String], of artwork: Artwork) throws(AdvertisementFault)
    -> [UInt8]
  {
    var folder = Array("/tmp/banxin-XXXXXX".utf8CString)
    guard mkdtemp(&folder) != nil else { throw .broken(reason: String(cString: strerror(errno))) }
    let name = String(decoding: folder.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer {
      unlink(name + "/inks.jpg")
      rmdir(name)
    }
    let inks = ["-singlefile", "-jpegcmyk", "-overprint", "-jpegopt", "quality=100"]
    let result = try run(
      "pdftoppm", inks + arguments + [artwork.argument, name + "/inks"], input: artwork.input,
      outputBytes: 1 << 20)
    guard result.code == 0 else { throw AdvertisementFault(complaint: result.complaint) }
    return try AdvertisementPress.read(name + "/inks.jpg")
  }

  func run(
    _ name: String, _ arguments: [String], input: [UInt8] = [], outputBytes: Int,
    environment: [String] = []
  ) throws(AdvertisementFault) -> ProgramResult {
    let program = Program(
      path: "/usr/bin/\(name)", seconds: seconds, memoryBytes: memoryBytes,
      outputBytes: outputBytes, environment: environment)
    do throws(ProgramFault) {
      return try program.run(arguments, input: input)
    } catch {
      switch error {
      case .missing(let path): throw .programMissing(path)
      case .tooSlow: throw .tooSlow(seconds: seconds)
      case .tooMuchOutput: throw .tooLarge
      case .noPipe(let reason): throw .broken(reason: reason)
      }
    }
  }

  /// Looks a file over for what the press has to know or to refuse.
  package func inspect(_ path: String) throws(AdvertisementFault) -> AdvertisementInspection {
    let digest = try AdvertisementPress.digest(of: path)
    if let known = contents.withLock({ $0.inspections[digest] }) { return try known.get() }
    let found: Result<AdvertisementInspection, AdvertisementFault>
    do throws(AdvertisementFault) {
      found = .success(try inspect(try artwork(path)))
    } catch { found = .failure(error) }
    contents.withLock { $0.inspections[digest] = found }
    return try found.get()
  }

  /// The SHA-256 of a file whose path starts at the root, so that it is never taken for an option.
  private static func digest(of path: String) throws(AdvertisementFault) -> [UInt8] {
    precondition(path.hasPrefix("/"), "an advertisement's path starts at the root")
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .fileMissing }
    defer { close(file) }
    guard let sum = EVP_MD_CTX_new() else { throw .broken(reason: "no memory") }
    defer { EVP_MD_CTX_free(sum) }
    EVP_DigestInit_ex(sum, EVP_sha256(), nil)
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = Glibc.read(file, &piece, piece.count)
      guard count >= 0 else { throw .broken(reason: String(cString: strerror(errno))) }
      if count == 0 { break }
      EVP_DigestUpdate(sum, piece, count)
    }
    var digest = [UInt8](repeating: 0, count: 32)
    EVP_DigestFinal_ex(sum, &digest, nil)
    return digest
  }
}
