import ArgumentParser
import Inspection

/// `govreport rules reference`
struct RulesReference: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract: "Print every word that a rule may use, as the reference part of Rules/README.md.")

  func run() { Standard.write(RuleReference.markdown) }
}
