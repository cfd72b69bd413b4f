/// Why an advertiser's PDF cannot be placed.
package enum AdvertisementFault: Error, Hashable, Sendable {
  /// The program that reads PDFs is not installed (Debian packages poppler-utils, qpdf).
  case programMissing(String)
  case fileMissing
  case broken(reason: String)
  case encrypted
  /// Its pages need something outside the file: the key that says so.
  case external(String)
  /// It unpacks to more than is taken from one file, in MiB.
  case unpacksTooFar(limit: Int)
  case noPages
  case tooSlow(seconds: Int)
  /// The page needs more pixels than are taken, at 300 to the inch.
  case tooLarge
}

extension AdvertisementFault {
  /// What poppler's or qpdf's last complaint means.
  init(complaint: String) {
    if complaint.contains("Incorrect password") || complaint.contains("invalid password") {
      self = .encrypted
    } else {
      let last = complaint.split(separator: "\n").last.map(String.init) ?? ""
      self = .broken(reason: last.isEmpty ? "no page came out of it" : last)
    }
  }

  init(_ fault: UnpackingFault) {
    self =
      switch fault {
      case .tooMuch: .unpacksTooFar(limit: AdvertisementPress.unpackedMegabytes)
      case .unknownFilter(let name): .broken(reason: "a stream is packed by \(name)")
      case .broken: .broken(reason: "a stream cannot be unpacked")
      }
  }

  init(_ fault: PDFFault) { self = .broken(reason: fault.reason) }
}
