internal import Glibc
public import SystemPackage

extension FilePath {
  /// This path and the name of an entry in the folder that it leads to.
  public func appending(_ name: FileName) -> FilePath? {
    name.withPointer { FilePath(platformString: $0) }.components.first.map { appending($0) }
  }
}

extension VisibleBytes {
  /// A path as people see it.
  public static func text(_ path: FilePath) -> String {
    path.withPlatformString {
      text(UnsafeBufferPointer(start: $0, count: strlen($0)).map(UInt8.init(bitPattern:)))
    }
  }
}
