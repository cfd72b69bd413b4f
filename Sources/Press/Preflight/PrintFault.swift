/// What a finished print PDF breaks (印前检查). Each is ours: nothing that an edition holds may lead to one.
package enum PrintFault: Hashable, Sendable {
  /// The header is not the version that the standard is written for.
  case version(String)
  case encrypted
  /// Without /ID nobody can tell two files apart.
  case noIdentifier
  /// A key of the document's information is missing or not as the standard wants it.
  case information(String)
  /// The XMP packet lacks an entry or says something else than the information.
  case metadata(String)
  /// There is not one output intent with a profile of four inks.
  case outputIntent
  /// Scripts, forms, layers, attached files.
  case active(String)
  case page(Int, PageFault)
}

/// What a page of a print PDF breaks.
package enum PageFault: Hashable, Sendable {
  /// A box is missing or does not lie in the one round it.
  case box(String)
  /// Links, notes and buttons.
  case annotation
  case fontNotEmbedded(String)
  /// RGB, Lab or an ICC space in an operator, a picture or a gradient.
  case screenColour
  /// Something transparent under a standard that has none, or without inks to be blended in.
  case transparency
  /// White that overprints is not there in print (GWG 2015, 4.6).
  case whiteOverprint
  /// A filter, function or object that the standard does not allow.
  case forbidden(String)
}
