/// Looks through all objects of a file for what acts, and for what lies outside the file.
///
/// The copy that qpdf wrote numbers its objects without gaps, and only those that something refers to are in it.
struct FileSearch {
  typealias ActivePart = AdvertisementInspection.ActivePart

  private let document: PDFDocument
  private var found: Set<ActivePart> = []

  private static let mostObjects = 1_000_000
  /// libqpdf reads no deeper either.
  private static let mostDepth = 500

  init(_ document: PDFDocument) { self.document = document }

  mutating func run() throws(AdvertisementFault) -> [ActivePart] {
    let count = document.trailer["/Size"].integer ?? 0
    guard count <= FileSearch.mostObjects else { throw .broken(reason: "it has too many objects") }
    for number in stride(from: 1, to: count, by: 1) {
      try look(at: document.object(number), depth: 0)
    }
    if document.root["/AcroForm"]["/Fields"].count > 0 { found.insert(.form) }
    if document.root["/AcroForm"].has("/XFA") { found.insert(.form) }
    return ActivePart.allCases.filter(found.contains)
  }

  private mutating func look(at object: PDFObject, depth: Int) throws(AdvertisementFault) {
    guard depth < FileSearch.mostDepth else { throw .broken(reason: "its objects nest too deep") }
    if object.isArray {
      for item in object.items where item.number == nil { try look(at: item, depth: depth + 1) }
      return
    }
    guard object.isStream || object.isDictionary else { return }
    let keys = object.keys
    try refuseExternal(object, keys)
    noteActive(object, keys)
    for key in keys where key != "/Contents" {
      let value = object[key]
      if value.number == nil, value.isArray || value.isDictionary {
        try look(at: value, depth: depth + 1)
      }
    }
  }

  /// Streams in other files (ISO 32000-1, 7.3.8.2), pages of other files (8.10.4), pictures that a server puts in
  /// (OPI, 14.11.7): ISO 15930-7 forbids them all, and another machine would print something else.
  private func refuseExternal(_ object: PDFObject, _ keys: [String]) throws(AdvertisementFault) {
    if object.isStream, keys.contains("/F") { throw .external("/F") }
    if keys.contains("/OPI") { throw .external("/OPI") }
    guard object.isStream else { return }
    let kind = object["/Subtype"].name
    if kind == "/Form", keys.contains("/Ref") { throw .external("/Ref") }
    if kind == "/PS" || object["/Subtype2"].name == "/PS" { throw .external("PostScript") }
  }

  /// Links inside the file and to addresses are not worth a word: paper has none.
  private mutating func noteActive(_ object: PDFObject, _ keys: [String]) {
    if keys.contains("/JS") { found.insert(.script) }
    if keys.contains("/EF") || object["/Type"].name == "/EmbeddedFile" {
      found.insert(.embeddedFile)
    }
    if let kind = object["/S"].name, let part = FileSearch.actions[kind] { found.insert(part) }
    if object["/Type"].name != "/Font", let kind = object["/Subtype"].name,
      ["/RichMedia", "/Movie", "/Sound", "/Screen", "/3D"].contains(kind)
    {
      found.insert(.media)
    }
  }

  private static let actions: [String: ActivePart] = [
    "/JavaScript": .script, "/Launch": .launch, "/SubmitForm": .action, "/ImportData": .action,
    "/ResetForm": .action, "/GoToR": .action, "/GoToE": .action, "/Rendition": .media,
    "/Movie": .media, "/Sound": .media,
  ]
}
