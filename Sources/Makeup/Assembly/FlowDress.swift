import Geometry
import PageDesign
import Typesetting

/// A story's items in one frame's type (着装): a frame that the story goes on in may have lines of another direction,
/// its page a grid of another size.
struct FlowDress {
  private(set) var items: [FlowItem]
  let types: TypeCase
  let insets: InsetSetter
  let key: Key

  /// What the items' type depends on.
  struct Key: Hashable {
    var body: ResolvedStyle
    var size: Length
    var pitch: Length

    init(body name: String, mode: WritingMode, types: TypeCase) {
      body = types.style(name).mode(mode)
      (size, pitch) = (types.grid.size, types.grid.pitch)
    }
  }

  init(items: [FlowItem], types: TypeCase, key: Key) {
    (self.items, self.types, self.key) = (items, types, key)
    insets = InsetSetter(types: types)
  }

  mutating func join(_ item: Int, at place: Int) {
    guard case .text(var text) = items[item] else { return }
    text.shaped = text.shaped.joined(at: place)
    items[item] = .text(text)
  }
}
