import Diagnostics
import Documents

/// Which block of a document belongs to which section.
struct Outline {
  let headings: [Heading]
  private let blockCount: Int

  init(_ document: Document) {
    self.headings = SectionFinder(document).headings()
    self.blockCount = document.blocks.count
  }

  /// How many of the six sections bear their own words, and not only their number.
  var wordedSections: Int {
    let worded = headings.filter { heading in
      SectionForm.all.contains { $0.number == heading.section && $0.isWorded(Array(heading.title.utf8)[...]) }
    }
    return Set(worded.map(\.section)).count
  }

  /// The blocks before the first heading.
  var preamble: Range<Int> { 0..<(headings.first?.block ?? blockCount) }

  /// The stretches of blocks under a section's headings.
  func stretches(_ section: Int) -> [Range<Int>] {
    headings.indices.filter { headings[$0].section == section }.map { index in
      let end = index + 1 < headings.count ? headings[index + 1].block : blockCount
      return (headings[index].block + 1)..<end
    }
  }

  /// The section that a block stands in, its heading included; nil before the first.
  func section(ofBlock block: Int) -> Int? { headings.last { $0.block <= block }?.section }

  /// The blocks in which a section's table is looked for: the section's own; where it has no heading,
  /// everything, for the table may stand there all the same.
  func region(_ section: Int, _ document: Document) -> Region {
    let own = stretches(section)
    let indices = own.isEmpty ? Array(document.blocks.indices) : own.flatMap { Array($0) }
    return Region(document.source, indices.map { ($0, document.blocks[$0]) })
  }
}
