/// How a picture that only holds a place says which one it is: its sign, the place's number, `;`.
package enum PlaceSign {
  package static let text = "banxin-place:"
}
