import Dispatch
import Glibc
import Synchronization

/// Works on many inputs at once and hands on the results in the order of the inputs.
struct Batch {
  private let inputs: [Input]
  private let jobs: Int

  /// So many results are held back at most until their turn comes.
  private static let window = 64

  init(_ inputs: [Input], jobs: Int?) {
    self.inputs = inputs
    self.jobs = jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }

  func run<Output: Sendable>(_ work: @Sendable (Input) -> Output, then: (Output) -> Void) {
    if jobs == 1 || inputs.count == 1 {
      for input in inputs { then(work(input)) }
      return
    }
    var start = 0
    while start < inputs.count {
      let slice = Array(inputs[start..<min(inputs.count, start + Self.window * jobs)])
      for output in concurrently(slice, work) { then(output) }
      start += slice.count
    }
  }

  private func concurrently<Output: Sendable>(_ slice: [Input], _ work: @Sendable (Input) -> Output)
    -> [Output]
  {
    let outputs = Mutex([Output?](repeating: nil, count: slice.count))
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: min(jobs, slice.count)) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < slice.count else { return }
        let output = work(slice[index])
        outputs.withLock { $0[index] = output }
      }
    }
    return outputs.withLock { $0.compactMap(\.self) }
  }
}

/// `120/3000` on a terminal, while a long run goes on.
final class Progress {
  private let total: Int
  private let isShown: Bool
  private var done = 0

  /// A handful of reports is done before a line could be read.
  private static let worthShowing = 50

  init(total: Int) {
    self.total = total
    self.isShown = total >= Self.worthShowing && Standard.errorIsTerminal
  }

  func advance() {
    done += 1
    if isShown, done.isMultiple(of: 25) { Standard.write("\r\(done)/\(total)", to: STDERR_FILENO) }
  }

  func clear() {
    if isShown { Standard.write("\r\u{1B}[K", to: STDERR_FILENO) }
  }
}
