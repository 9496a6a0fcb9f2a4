/// The container in which Word, Excel and PowerPoint once stored their documents.
enum OLEFile {
  private static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  static func isOne(_ bytes: [UInt8]) -> Bool { bytes.starts(with: signature) }

  /// What it is when it is certainly no Word document: the streams in it bear names, in UTF-16.
  static func foreignName(_ bytes: [UInt8]) -> String? {
    if holds(bytes, "WordDocument") { return nil }
    let known = [
      ("Workbook", "XLS"), ("Book", "XLS"), ("PowerPoint Document", "PPT"),
      ("EncryptedPackage", "加密的 Office"),
    ]
    return known.first { holds(bytes, $0.0) }?.1
  }

  /// Directory entries have 128 bytes, stand at multiples of that, and begin with the name.
  private static func holds(_ bytes: [UInt8], _ name: String) -> Bool {
    var wanted: [UInt8] = []
    for unit in Array(name.utf16) + [0] { wanted += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    return stride(from: 512, to: max(512, bytes.count - wanted.count), by: 128).contains { offset in
      bytes[offset..<(offset + wanted.count)].elementsEqual(wanted)
    }
  }
}
