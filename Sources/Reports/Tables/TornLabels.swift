import Diagnostics

/// Labels that a line break has torn apart: `（1）属于国家` ends a line, and `秘密` begins the next.
struct TornLabels {
  private let region: Region

  init(_ region: Region) { self.region = region }

  /// The text that ends a line together with the one that begins the next: where the figures stand, and what
  /// it says.
  func joined(_ index: Int) -> (label: Atom, text: ArraySlice<UInt8>)? {
    guard index + 1 < region.atoms.count else { return nil }
    let (first, second) = (region.atoms[index], region.atoms[index + 1])
    guard case .text(let upper) = first.content, case .text(let lower) = second.content,
      isNextLine(first.place, second.place)
    else { return nil }
    let text = Array(region.bytes(upper)) + region.bytes(lower)
    let label = Atom(content: second.content, span: first.span.union(second.span), place: second.place)
    return (label, text[...])
  }

  private func isNextLine(_ first: Atom.Place, _ second: Atom.Place) -> Bool {
    second.block == first.block ? second.row == first.row + 1 : second.block == first.block + 1
  }
}
