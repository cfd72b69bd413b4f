import Foundation
import Geometry
import Testing

@testable import Press

final class AdvertisementTests {
  let folder: URL
  let press = AdvertisementPress()

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "banxin-press-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func write(_ text: String, _ name: String = "ad.pdf") throws -> String {
    let file = folder.appendingPathComponent(name)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  /// A page of 200 × 100 pt with a red left half.
  private func advertisement(_ extra: String = "") -> String {
    let content = "1 0 0 rg 0 0 100 100 re f"
    return """
      %PDF-1.4
      1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
      2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
      3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]\(extra)/Contents 4 0 R>> endobj
      4 0 obj <</Length \(content.utf8.count)>>
      stream
      \(content)
      endstream
      endobj
      trailer <</Root 1 0 R>>
      %%EOF
      """
  }

  /// The words of a pixmap's header: its kind, width, height and largest value.
  private func header(_ pixmap: [UInt8]) -> [String] {
    String(decoding: pixmap.prefix(32), as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .prefix(4).map(String.init)
  }

  @Test func `a page's size is its media box when nothing else is said`() throws {
    let page = try press.page(of: try write(advertisement()))
    #expect(page.size == Size(width: .points(200), height: .points(100)))
    #expect(page.pages == 1)
  }

  @Test func `the trim box counts before the crop box and the media box`() throws {
    let boxes = "/CropBox[5 5 195 95]/TrimBox[10 20 190 90]"
    let path = try write(advertisement(boxes))
    #expect(try press.page(of: path).size == Size(width: .points(180), height: .points(70)))
    let picture = try press.picture(of: path, ppi: 72)
    #expect(header(picture) == ["P6", "180", "70", "255"])
  }

  @Test func `a turned page is as wide as it was high, its trim turned with it`() throws {
    let path = try write(advertisement("/Rotate 90/TrimBox[0 0 100 100]"))
    let page = try press.page(of: path)
    #expect(page.size == Size(width: .points(100), height: .points(100)))
    #expect(page.trim.x == 0)
    #expect(page.trim.y == 0)
    let other = try press.page(of: try write(advertisement("/Rotate 270/TrimBox[0 0 100 100]")))
    #expect(other.trim.y == 100)
  }

  @Test func `a page is drawn once and at the resolution asked`() throws {
    let path = try write(advertisement())
    let first = try press.picture(of: path, ppi: 144)
    #expect(header(first) == ["P6", "400", "200", "255"])
    #expect(Array(first.suffix(400 * 200 * 3).prefix(3)) == [255, 0, 0], "red on the left")
    // The same bytes elsewhere are the same advertisement.
    let copy = try write(advertisement(), "copy.pdf")
    #expect(try press.picture(of: copy, ppi: 144) == first)
  }

  @Test func `a file name is never read as an option or a command`() throws {
    let path = try write(advertisement(), "-r 9; touch x.pdf")
    #expect(try press.page(of: path).pages == 1)
    #expect(try press.picture(of: path, ppi: 72).isEmpty == false)
  }

  @Test func `what is no PDF is refused with a reason`() throws {
    let path = try write("这不是 PDF")
    #expect(throws: AdvertisementFault.self) { try press.page(of: path) }
    #expect(throws: AdvertisementFault.fileMissing) {
      try press.page(of: folder.path + "/none.pdf")
    }
    let empty = try write("")
    #expect(throws: AdvertisementFault.self) { try press.picture(of: empty) }
  }

  @Test func `a locked file is named as such`() throws {
    let plain = try write(advertisement())
    let locked = folder.appendingPathComponent("locked.pdf").path
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/qpdf")
    process.arguments = ["--encrypt", "user", "owner", "256", "--", plain, locked]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(throws: AdvertisementFault.encrypted) { try press.page(of: locked) }
  }

  @Test func `a page larger than any sheet is refused before it is drawn`() throws {
    let path = try write(
      advertisement().replacingOccurrences(of: "[0 0 200 100]", with: "[0 0 14000 14000]"))
    #expect(throws: AdvertisementFault.tooLarge) { try press.picture(of: path) }
  }

  @Test func `a program that does not end is ended`() throws {
    let program = Program(
      path: "/usr/bin/sleep", seconds: 1, memoryBytes: 1 << 30, outputBytes: 100)
    #expect(throws: ProgramFault.tooSlow) { try program.run(["30"]) }
  }

  @Test func `a program that writes without end is ended`() throws {
    let program = Program(
      path: "/usr/bin/yes", seconds: 10, memoryBytes: 1 << 30, outputBytes: 1 << 20)
    #expect(throws: ProgramFault.tooMuchOutput) { try program.run([]) }
  }

  @Test func `a program that is not installed is named`() throws {
    let program = Program(path: "/usr/bin/none", seconds: 1, memoryBytes: 1, outputBytes: 1)
    #expect(throws: ProgramFault.missing("/usr/bin/none")) { try program.run([]) }
  }
}
