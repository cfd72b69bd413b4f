/// The standard that a print PDF follows (ISO 15930).
package enum PDFXVersion: String, Hashable, Sendable, CaseIterable {
  /// ISO 15930-7:2010: PDF 1.6, transparency may live.
  case x4
  /// ISO 15930-4:2003: PDF 1.4, inks alone, nothing transparent.
  case x1a

  /// What the file calls itself.
  package var name: String { self == .x4 ? "PDF/X-4" : "PDF/X-1a:2003" }
  package var pdfVersion: String { self == .x4 ? "1.6" : "1.4" }
  package var allowsTransparency: Bool { self == .x4 }
}
