public import FileAccess

/// Names under which programs keep what is not finished: these wait in the inbox until they are renamed.
public enum TemporaryNames {
  private static let prefixes = [".", "~$", "~"]
  private static let suffixes = [
    "~", ".part", ".partial", ".swp", ".swx", ".crdownload", ".download", ".tmp", ".temp", ".filepart",
  ]

  public static func waits(_ name: FileName) -> Bool {
    let lowered = FileName(name.bytes.map(lowercase)) ?? name
    return prefixes.contains(where: lowered.hasPrefix) || suffixes.contains(where: lowered.hasSuffix)
  }

  private static func lowercase(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte
  }
}
