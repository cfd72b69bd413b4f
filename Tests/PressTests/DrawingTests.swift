import Colour
import Foundation
import Geometry
import Testing

@testable import Press

/// SVG drawings, which take the way of advertisers' pages.
struct DrawingTests {
  let folder: AdvertisementFolder
  let press = AdvertisementPress()

  init() throws { folder = try AdvertisementFolder() }

  private func drawing(_ content: String) throws -> String {
    let head =
      #"<svg xmlns="http://www.w3.org/2000/svg" width="50mm" height="25mm" viewBox="0 0 100 50">"#
    return try folder.write(Array("\(head)\(content)</svg>".utf8), "drawing.svg")
  }

  private func outside(_ markup: String) -> [String] { DrawingScan(Array(markup.utf8)).outside }

  @Test func `have the size that they state, and are drawn in their colours`() throws {
    let path = try drawing(##"<rect width="50" height="50" fill="#f00"/>"##)
    let size = try press.page(of: path).size
    #expect(abs(size.width.points - 141.73) < 0.1)
    #expect(abs(size.height.points - 70.87) < 0.1)
    let picture = try press.picture(of: path, ppi: 72)
    let row = 142 * 3
    let middle = picture.count - row * 35
    #expect(Array(picture[middle + 30..<middle + 33]) == [255, 0, 0])
    #expect(Array(picture[middle + row - 33..<middle + row - 30]) == [255, 255, 255])
  }

  @Test func `are separated once, as lines`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let bytes = try Data(contentsOf: root.appending(path: "profiles/newsprint.icc"))
    let separation = try Separation(to: try OutputProfile(bytes: [UInt8](bytes)), inkLimit: 220)
    let path = try drawing(
      ##"<rect width="50" height="50" fill="#f00"/><path d="M60 10h20v20z" fill="#000"/>"##)
    for allowsTransparency in [true, false] {
      let plate = try press.plate(
        of: path, separation: separation, allowsTransparency: allowsTransparency)
      #expect(plate.pictureReason == nil)
      let page = try PDFDocument(reading: plate.document).page(0)
      let content = String(decoding: try page["/Contents"].unpackedData(), as: UTF8.self)
      #expect(!content.contains(" rg"))
      #expect(content.contains("0 0 0 1 k"), "black is black alone")
    }
  }

  @Test func `come out the same whenever they are drawn`() throws {
    let path = try drawing(#"<circle cx="20" cy="20" r="9"/>"#)
    let first = try press.artwork(path).input
    // The PDF that is made of them would name the second.
    Thread.sleep(forTimeInterval: 1.1)
    #expect(try AdvertisementPress().artwork(path).input == first)
  }

  @Test func `are told to be set here when they hold text, and to be run when they hold scripts`()
    throws
  {
    #expect(try press.inspect(drawing(#"<text y="9">江</text>"#)).isSetHere)
    #expect(try !press.inspect(drawing(#"<g id="text"/><!-- <text/> -->"#)).isSetHere)
    #expect(try press.inspect(drawing("<script>x()</script>")).active == [.script])
    #expect(try press.inspect(drawing(#"<g onload="x()"/>"#)).active == [.script])
  }

  @Test(arguments: [
    (#"<image href="a.png"/>"#, "a.png"), (#"<image xlink:href='/etc/passwd'/>"#, "/etc/passwd"),
    (#"<use href="b.svg#c"/>"#, "b.svg#c"), (#"<g style="fill:url(http://x/y)"/>"#, "http://x/y"),
    (#"<g fill="url( 'z.svg#a' )"/>"#, "z.svg#a"), ("<style>@import 'a.css';</style>", "@import"),
    ("<style><![CDATA[a{fill:url(q.svg#r)}]]></style>", "q.svg#r"),
    ("<foreignObject><p>字</p></foreignObject>", "foreignObject"),
  ])
  func `that need something outside themselves are refused`(content: String, named: String) throws {
    let path = try drawing(content)
    #expect(throws: AdvertisementFault.external(named)) { try press.inspect(path) }
  }

  @Test func `may point to themselves, hold pictures, and link`() {
    let inner = """
      <use href="#a"/><g fill="url(#b)"/><image href="data:image/png;base64,AAAA"/>
      <a href="https://a.example/"><path d="M0 0"/></a><!-- url(x.png) --><desc>url(y.png)</desc>
      """
    #expect(outside(inner) == [])
    #expect(outside("<!DOCTYPE svg [<!ENTITY ns \"http://x/\">]><svg/>") == [])
    #expect(outside("<!DOCTYPE svg [<!ENTITY e SYSTEM \"file:///x\">]><svg/>") == ["ENTITY"])
    #expect(outside("<?xml-stylesheet href='a.css'?><svg/>") == ["xml-stylesheet"])
  }

  @Test(arguments: [
    "<", "<svg", "<svg a", "<svg a=", "<svg a=\"", "<!--", "<![CDATA[", "<!", "<?", "</", "a", "",
  ])
  func `may end anywhere`(cut: String) {
    #expect(outside(cut) == [])
  }

  @Test func `that are no drawings are refused`() throws {
    for content in ["<svg><g></svg>", "text", ""] {
      let path = try folder.write(Array(content.utf8), "broken.svg")
      #expect(throws: AdvertisementFault.self) { try press.inspect(path) }
    }
  }

  @Test func `whose names unfold without end are refused in time`() throws {
    var names = "<!ENTITY a \"aaaaaaaaaa\">"
    for (one, ten) in zip("abcdefgh", "bcdefghi") {
      names += "<!ENTITY \(ten) \"" + String(repeating: "&\(one);", count: 10) + "\">"
    }
    let text =
      "<!DOCTYPE svg [\(names)]><svg xmlns=\"http://www.w3.org/2000/svg\"><desc>&i;</desc></svg>"
    let path = try folder.write(Array(text.utf8), "laughs.svg")
    #expect(throws: AdvertisementFault.self) { try press.inspect(path) }
  }
}
