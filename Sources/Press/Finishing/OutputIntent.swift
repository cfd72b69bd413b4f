import Colour

/// The printing condition that a file was made for, with its profile inside (ISO 15930-7, 6.2.2).
struct OutputIntent {
  let profile: OutputProfile

  /// The measurements that the house's newsprint profile is made from are registered under this name.
  private static let newsprint = "Newsprint SNAP TR002"

  func add(to document: PDFDocument) {
    let stream = document.indirect(document.stream(profile.bytes))
    stream.set("/N", document.integer(4))
    let intent = document.dictionary()
    intent.set("/Type", document.name("/OutputIntent"))
    intent.set("/S", document.name("/GTS_PDFX"))
    intent.set("/DestOutputProfile", stream)
    intent.set("/Info", document.text(profile.name))
    if profile.name == OutputIntent.newsprint {
      intent.set("/OutputConditionIdentifier", document.text("CGATS TR 002"))
      intent.set("/OutputCondition", document.text("Coldset printing on newsprint (SNAP)"))
      intent.set("/RegistryName", document.text("http://www.color.org"))
    } else {
      intent.set("/OutputConditionIdentifier", document.text("Custom"))
    }
    document.root.set("/OutputIntents", document.array([document.indirect(intent)]))
  }
}
