/// What one run of a converter may cost. A report of fifty pages takes a tenth of a second and 30 MB.
public struct ConverterBudget: Sendable, Hashable {
  /// By the clock, waiting included. It has to end well before the service's watchdog barks.
  public var seconds: Int
  /// Of processor time.
  public var processorSeconds: Int
  /// Of address space, in bytes.
  public var memory: Int
  /// Standard output, in bytes.
  public var output: Int

  public init(seconds: Int, processorSeconds: Int, memory: Int, output: Int) {
    self.seconds = seconds
    self.processorSeconds = processorSeconds
    self.memory = memory
    self.output = output
  }

  public static let standard = ConverterBudget(
    seconds: 10, processorSeconds: 8, memory: 512 << 20, output: 32 << 20)
}
