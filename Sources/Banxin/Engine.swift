/// What the program says of itself.
package enum Engine {
  package static let name = "banxin"
  package static let version = "0.1.0"
}
