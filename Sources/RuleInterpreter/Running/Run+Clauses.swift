import Diagnostics
import Figures
import RuleLanguage

extension Run {
  /// Nobody reads more findings of one rule on one report.
  private static let mostInstances = 10_000

  /// All instances of a rule, clause by clause.
  func instances(of rule: CheckedRule) -> [InstanceResult] {
    switch supply(rule) {
    case .ready: break
    case .nothing: return []
    case .lacking(let causes): return lacking(rule, causes)
    }
    var instances: [InstanceResult] = []
    for clause in rule.clauses {
      begin(slots: clause.slots)
      step(0, Instance(rule: rule, clause: clause), into: &instances)
    }
    return instances
  }

  /// One for the whole rule: without the other report there is nothing to go over.
  private func lacking(_ rule: CheckedRule, _ causes: Causes) -> [InstanceResult] {
    guard let clause = rule.clauses.first else { return [] }
    let instance = Instance(rule: rule, clause: clause)
    return [notAssessable(instance, causes, reading: [], nil, implied: nil)]
  }

  private func step(_ index: Int, _ instance: Instance, into results: inout [InstanceResult]) {
    guard index < instance.clause.steps.count else { return demand(instance, into: &results) }
    switch instance.clause.steps[index] {
    case .loop(let binding): loop(index, binding, instance, into: &results)
    case .filter(let condition):
      switch truth(condition) {
      case .yes: step(index + 1, instance, into: &results)
      case .no: break
      case .unknown(let causes): add(unknown: causes, instance, reading: [condition], to: &results)
      }
    }
  }

  private func loop(
    _ index: Int, _ binding: Binding, _ instance: Instance, into results: inout [InstanceResult]
  ) {
    switch value(binding.list) {
    case .list(let elements):
      let inner = instance.within(binding)
      for element in elements {
        guard spend(), results.count < Self.mostInstances else {
          return add(unknown: .budget, instance, reading: [], to: &results)
        }
        variables[binding.slot] = element
        step(index + 1, inner, into: &results)
      }
    case .absent(let missing): add(unknown: missing.causes, instance, reading: [binding.list], to: &results)
    default: add(unknown: .mismatch, instance, reading: [binding.list], to: &results)
    }
  }

  private func demand(_ instance: Instance, into results: inout [InstanceResult]) {
    switch instance.clause.demand {
    case .check(let condition, let sides):
      switch truth(condition) {
      case .yes: results.append(pass(instance))
      case .no: results.append(failure(instance, reading: instance.filters + [condition], sides))
      case .unknown(let causes): undecided(condition, sides, causes, instance, into: &results)
      }
    case .forbid(let binding, let filter): forbid(binding, filter, instance, into: &results)
    }
  }

  /// Not decided by what each cell can be for itself.
  private func undecided(
    _ condition: CheckedExpression, _ sides: Sides?, _ causes: Causes, _ instance: Instance,
    into results: inout [InstanceResult]
  ) {
    let reading = instance.filters + [condition]
    switch inEveryWay(condition) {
    case true: results.append(pass(instance))
    case false: results.append(failure(instance, reading: reading, sides, isInEveryWay: true))
    case nil:
      add(
        unknown: causes, instance, reading: reading, sides, implied: impliedValue(condition), to: &results)
    }
  }

  /// Each element is a failure; none at all is a pass, for it was looked for.
  private func forbid(
    _ binding: Binding, _ filter: CheckedExpression?, _ instance: Instance,
    into results: inout [InstanceResult]
  ) {
    guard case .list(let elements) = value(binding.list) else {
      let causes =
        if case .absent(let missing) = value(binding.list) { missing.causes } else { Causes.mismatch }
      return add(unknown: causes, instance, reading: [binding.list], to: &results)
    }
    let before = results.count
    let inner = instance.within(binding)
    let reading = instance.filters + (filter.map { [$0] } ?? [])
    for element in elements {
      guard spend(), results.count < Self.mostInstances else {
        return add(unknown: .budget, instance, reading: [], to: &results)
      }
      variables[binding.slot] = element
      switch filter.map({ truth($0) }) ?? .yes {
      case .yes: results.append(failure(inner, reading: reading, nil))
      case .no: break
      case .unknown(let causes): add(unknown: causes, inner, reading: reading, to: &results)
      }
    }
    if results.count == before { results.append(pass(instance)) }
  }

  /// A row that the edition does not have is nothing to check.
  private func add(
    unknown causes: Causes, _ instance: Instance, reading expressions: [CheckedExpression],
    _ sides: Sides? = nil, implied: Figure? = nil,
    to results: inout [InstanceResult]
  ) {
    if causes == .notInEdition { return }
    results.append(notAssessable(instance, causes, reading: expressions, sides, implied: implied))
  }
}
