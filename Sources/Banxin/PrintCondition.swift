import Colour
import Diagnostics
import Manuscripts
import PageDesign
import Schema

/// What the pages are printed under (印刷条件): paper, press and the house's ink limit, and the ways of colours there.
struct PrintCondition: Sendable {
  let separations: Separations

  var profile: OutputProfile { separations.profile }
  /// The most ink that may lie on a place, in percent (总墨量).
  var inkLimit: Int { separations.inkLimit }
  /// Of colours without a profile of their own.
  var separation: Separation { separations.ofScreens }

  init(profile: OutputProfile, inkLimit: Int) throws(ProfileFault) {
    separations = try Separations(to: profile, inkLimit: inkLimit)
  }

  /// The condition that an edition names, or the house's newsprint. Nil, with a message, when it cannot be had.
  static func load(for issue: Issue, house: HouseFiles) -> Diagnosed<PrintCondition?> {
    let place = issue.edition.output.icc?.place ?? SourcePlace(file: "edition.yaml")
    let read = bytes(for: issue, house: house)
    guard let bytes = read.value else { return Diagnosed(nil, read.diagnostics) }
    do throws(ProfileFault) {
      let profile = try OutputProfile(bytes: bytes)
      return Diagnosed(try PrintCondition(profile: profile, inkLimit: issue.rules.print.inkLimit))
    } catch {
      let words = error.words
      return Diagnosed(
        nil, [Diagnostic(.profileUnusable, at: place).wording("reason", words.zh, words.en)])
    }
  }

  /// The profile alone, for the colours of proofs; what is wrong with it is told when pages are printed.
  static func profile(for issue: Issue, house: HouseFiles) -> OutputProfile? {
    bytes(for: issue, house: house).value.flatMap { try? OutputProfile(bytes: $0) }
  }

  private static func bytes(for issue: Issue, house: HouseFiles) -> Diagnosed<[UInt8]?> {
    guard let own = issue.edition.output.icc else {
      let folder = EditionFolder(at: house.root)
      if case .success(let read)? = folder?.bytes(
        of: HouseFiles.profile, limit: OutputProfile.mostBytes)
      {
        return Diagnosed(read.bytes)
      }
      return Diagnosed(nil, [Diagnostic(.profileMissing, at: SourcePlace(file: "edition.yaml"))])
    }
    switch EditionFolder(at: issue.folder)?.bytes(of: own.value, limit: OutputProfile.mostBytes) {
    case .success(let read): return Diagnosed(read.bytes)
    case .failure(let fault):
      return Diagnosed(nil, [fault.diagnostic(of: own.value, at: own.place)])
    case nil: return Diagnosed(nil, [FileFault.missing.diagnostic(of: own.value, at: own.place)])
    }
  }
}

extension ProfileFault {
  fileprivate var words: (zh: String, en: String) {
    switch self {
    case .unreadable: ("文件坏了，或不是 ICC 文件", "it is damaged, or no ICC profile")
    case .notOfAPrinter: ("不是输出设备的", "it is not of an output device")
    case .notCMYK: ("不是青、品、黄、黑四色的", "its inks are not cyan, magenta, yellow and black")
    case .incomplete: ("缺要用的色表", "it lacks a table that is needed")
    }
  }
}
