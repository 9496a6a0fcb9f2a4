import Glibc
import Testing

/// The folders beside the fuzzer: `Seeds/TARGET` and `Crashes/TARGET`.
enum FuzzFiles {
  struct Folder: Sendable, CustomTestStringConvertible {
    let kind: String
    let target: String
    var path: String { "\(FuzzFiles.root)/\(kind)/\(target)" }
    var testDescription: String { "\(kind)/\(target)" }
  }

  struct Failure: Error {
    let path: String
    let errno: CInt
  }

  static let root: String = {
    let tests = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    return "/\(tests)/Fuzz"
  }()

  /// Every folder that is there, of a known target or not.
  static let folders: [Folder] = ["Seeds", "Crashes"].flatMap { kind in
    ((try? names("\(root)/\(kind)")) ?? []).map { Folder(kind: kind, target: $0) }
  }

  static func names(_ folder: String) throws -> [String] {
    guard let handle = opendir(folder) else { throw Failure(path: folder, errno: errno) }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    guard let file = fopen(path, "r") else { throw Failure(path: path, errno: errno) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&piece, 1, piece.count, file), count > 0 { bytes += piece[..<count] }
    guard ferror(file) == 0 else { throw Failure(path: path, errno: errno) }
    return bytes
  }

  static func write(_ bytes: [UInt8], _ path: String) throws {
    guard let file = fopen(path, "w") else { throw Failure(path: path, errno: errno) }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw Failure(path: path, errno: errno) }
  }
}
