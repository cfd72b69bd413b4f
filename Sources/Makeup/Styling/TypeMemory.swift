/// What was settled and set on one page before, so that no remedy does it again.
final class TypeMemory {
  private var styles: [String: ResolvedStyle] = [:]
  private var captions: [CaptionOrder: CaptionFit] = [:]

  func style(_ name: String, _ settle: (String) -> ResolvedStyle) -> ResolvedStyle {
    if let known = styles[name] { return known }
    let style = settle(name)
    styles[name] = style
    return style
  }

  func caption(_ order: CaptionOrder, _ set: (CaptionOrder) -> CaptionFit) -> CaptionFit {
    if let known = captions[order] { return known }
    let fit = set(order)
    captions[order] = fit
    return fit
  }
}
