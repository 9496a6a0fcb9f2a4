import Glibc
import ReportFixtures

/// The target is chosen from outside, so that one program serves all.
private let target: FuzzTarget = {
  let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget(rawValue: name) else { fatalError("FUZZ_TARGET names no target: \(name)") }
  return target
}()

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let faults = target.faults(Array(UnsafeBufferPointer(start: data, count: count)))
  guard faults.isEmpty else { fatalError("\(target): \(faults.joined(separator: "; "))") }
  return 0
}
