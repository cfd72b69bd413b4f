import CCrypto

/// What a print PDF says of itself, once in its information and once in XMP, word for word the same
/// (ISO 15930-7, 6.7).
struct DocumentStatements {
  let identity: DocumentIdentity
  let version: PDFXVersion
  /// Names the content: the SHA-256 of what was drawn.
  let digest: [UInt8]

  private static let producer = "Banxin 版心"

  init(_ identity: DocumentIdentity, _ version: PDFXVersion, of drawn: [UInt8]) {
    (self.identity, self.version) = (identity, version)
    var digest = [UInt8](repeating: 0, count: 32)
    EVP_Digest(drawn, drawn.count, &digest, nil, EVP_sha256(), nil)
    self.digest = digest
  }

  func add(to document: PDFDocument) {
    addInformation(to: document)
    let packet = document.stream(Array(xmp.utf8))
    packet.set("/Type", document.name("/Metadata"))
    packet.set("/Subtype", document.name("/XML"))
    document.root.set("/Metadata", document.indirect(packet))
  }

  private func addInformation(to document: PDFDocument) {
    let information = document.dictionary()
    let day = identity.day.filter { $0 != "-" }
    let texts: [(String, String)] = [
      ("/Title", identity.title), ("/Author", identity.author), ("/Creator", Self.producer),
      ("/Producer", Self.producer), ("/CreationDate", "D:\(day)000000Z"),
      ("/ModDate", "D:\(day)000000Z"), ("/GTS_PDFXVersion", version.name),
    ]
    for (key, text) in texts { information.set(key, document.text(text)) }
    information.set("/Trapped", document.name("/False"))
    document.trailer.set("/Info", document.indirect(information))
  }

  /// The packet (ISO 16684-1), with the schema that PDF/X adds.
  private var xmp: String {
    let date = "\(identity.day)T00:00:00Z"
    return """
      <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
       xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
       xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
      <dc:format>application/pdf</dc:format>
      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(Self.escaped(identity.title))</rdf:li></rdf:Alt></dc:title>
      <dc:creator><rdf:Seq><rdf:li>\(Self.escaped(identity.author))</rdf:li></rdf:Seq></dc:creator>
      <xmp:CreatorTool>\(Self.producer)</xmp:CreatorTool>
      <xmp:CreateDate>\(date)</xmp:CreateDate>
      <xmp:ModifyDate>\(date)</xmp:ModifyDate>
      <xmp:MetadataDate>\(date)</xmp:MetadataDate>
      <pdf:Producer>\(Self.producer)</pdf:Producer>
      <pdf:Trapped>False</pdf:Trapped>
      <pdfxid:GTS_PDFXVersion>\(version.name)</pdfxid:GTS_PDFXVersion>
      <xmpMM:DocumentID>uuid:\(uuid(0))</xmpMM:DocumentID>
      <xmpMM:InstanceID>uuid:\(uuid(16))</xmpMM:InstanceID>
      <xmpMM:VersionID>1</xmpMM:VersionID>
      <xmpMM:RenditionClass>default</xmpMM:RenditionClass>
      </rdf:Description>
      </rdf:RDF>
      </x:xmpmeta>
      <?xpacket end="r"?>
      """
  }

  /// Sixteen bytes of the digest in the form of RFC 9562, version 8: made from the content.
  private func uuid(_ start: Int) -> String {
    var bytes = Array(digest[start..<start + 16])
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    let hexadecimal = bytes.map { byte in
      let text = String(byte, radix: 16)
      return text.count == 1 ? "0" + text : text
    }.joined()
    var rest = Substring(hexadecimal)
    return [8, 4, 4, 4, 12].map { count in
      defer { rest = rest.dropFirst(count) }
      return String(rest.prefix(count))
    }.joined(separator: "-")
  }

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
