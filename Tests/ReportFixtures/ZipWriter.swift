/// Writes a zip byte by byte, so that names, kinds and flags can be whatever somebody else's program wrote.
public struct ZipWriter: Sendable {
  public struct Member: Sendable {
    public var name: [UInt8]
    public var content: [UInt8] = []
    /// Of UNIX, as stat(2) has it.
    public var mode: UInt32 = 0o100644
    /// Bit 0: encrypted. Bit 11: the name is UTF-8.
    public var flags: UInt16 = 0
    public var checksum: UInt32?

    public init(_ name: String, _ content: [UInt8] = []) {
      self.name = Array(name.utf8)
      self.content = content
      self.flags = 1 << 11
    }
  }

  public var members: [Member]

  public init(_ members: [Member]) { self.members = members }

  public var bytes: [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let offset = UInt32(file.count)
      let common = Self.common(member)
      file += Self.four(0x0403_4B50) + common + Self.two(0) + member.name + member.content
      directory += Self.four(0x0201_4B50) + Self.two(3 << 8 | 20) + common + Self.two(0) + Self.two(0)
      directory += Self.two(0) + Self.two(0) + Self.four(member.mode << 16) + Self.four(offset) + member.name
    }
    let start = UInt32(file.count)
    let count = Self.two(UInt16(members.count))
    file += directory + Self.four(0x0605_4B50) + Self.two(0) + Self.two(0) + count + count
    return file + Self.four(UInt32(directory.count)) + Self.four(start) + Self.two(0)
  }

  /// What stands in both headers of a member: all up to the length of the name.
  private static func common(_ member: Member) -> [UInt8] {
    let size = four(UInt32(member.content.count))
    return two(20) + two(member.flags) + two(0) + two(0) + two(0x2821)
      + four(member.checksum ?? checksum(member.content)) + size + size + two(UInt16(member.name.count))
  }

  private static func two(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }

  private static func four(_ value: UInt32) -> [UInt8] {
    two(UInt16(value & 0xFFFF)) + two(UInt16(value >> 16))
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var remainder = UInt32.max
    for byte in bytes {
      remainder = remainder >> 8 ^ remainders[Int(UInt8(truncatingIfNeeded: remainder) ^ byte)]
    }
    return ~remainder
  }

  /// Of each byte by the polynomial that zip has.
  private static let remainders: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { remainder, _ in remainder >> 1 ^ (remainder & 1 == 1 ? 0xEDB8_8320 : 0) }
  }
}
