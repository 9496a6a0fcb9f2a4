import ArgumentParser

/// `govreport rules`
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Work on rules.",
    subcommands: [
      RulesCheck.self, RulesCoverage.self, RulesExplain.self, RulesFmt.self, RulesList.self, RulesMutate.self,
      RulesReference.self, RulesTest.self,
    ])
}

/// How a command about rules prints.
enum RulesFormat: String, ExpressibleByArgument, CaseIterable { case text, json }
