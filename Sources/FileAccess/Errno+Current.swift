internal import Glibc
internal import SystemPackage

extension Errno {
  /// What the last failed system call of this thread left.
  static var current: Errno { Errno(rawValue: Glibc.errno) }
}
