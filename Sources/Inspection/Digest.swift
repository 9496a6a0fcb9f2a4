import CGcrypt

/// Hashes for naming files, rules and findings.
enum Digest {
  /// SHA-256 in lower-case hexadecimal.
  static func sha256(_ bytes: [UInt8]) -> String {
    // libgcrypt wants to be asked for its version once before it is used.
    _ = library
    var digest = [UInt8](repeating: 0, count: 32)
    bytes.withUnsafeBytes { source in
      digest.withUnsafeMutableBytes { target in
        gcry_md_hash_buffer(
          Int32(GCRY_MD_SHA256.rawValue), target.baseAddress, source.baseAddress, source.count)
      }
    }
    return hexadecimal(digest)
  }

  private static let library: Bool = gcry_check_version(nil) != nil

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
