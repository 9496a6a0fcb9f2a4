/// By what a report was inspected. Two inspections of the same bytes by the same rules in force say the same.
public struct RulesInForce: Sendable, Hashable {
  /// Of all rule files, 64 hexadecimal digits.
  public let hash: String
  /// How many waivers of these rules had ended: a waiver that ended lets its findings count again.
  public let endedWaivers: Int
  /// The version of the program, whose readers get better.
  public let engine: String

  public init(hash: String, endedWaivers: Int, engine: String) {
    self.hash = hash
    self.endedWaivers = endedWaivers
    self.engine = engine
  }
}
