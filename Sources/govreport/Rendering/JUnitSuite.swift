/// A suite of JUnit's XML, which has no standard: this is what CI servers have in common.
struct JUnitSuite {
  let name: String
  let properties: [(String, String)]
  private var tests: [JUnitTest] = []
  private var names: Set<String> = []

  init(name: String, properties: [(String, String)]) {
    self.name = name
    self.properties = properties
  }

  /// Servers keep one test of each name: a name that is taken gets a number.
  mutating func add(_ test: JUnitTest) {
    var test = test
    let name = test.name
    var count = 1
    while !names.insert(test.name).inserted {
      count += 1
      test.name = "\(name) (\(count))"
    }
    tests.append(test)
  }

  var xml: String {
    let counts = [
      ("tests", tests.count), ("failures", tests.count { $0.result.isFailure }),
      ("errors", tests.count { $0.result.isError }), ("skipped", tests.count { $0.result.isSkipped }),
    ]
    let attributes = counts.map { " \($0)=\"\($1)\"" }.joined()
    return "<testsuite name=\"\(Markup.escaped(name))\"\(attributes)>\n" + propertiesXML
      + tests.map { $0.xml(suite: name) }.joined() + "</testsuite>\n"
  }

  private var propertiesXML: String {
    if properties.isEmpty { return "" }
    let list = properties.map { name, value in
      "<property name=\"\(name)\" value=\"\(Markup.escaped(value))\"/>"
    }
    return "<properties>\(list.joined())</properties>\n"
  }
}

/// One test of a suite.
struct JUnitTest {
  enum Result {
    /// With what is worth saying all the same.
    case passed(String)
    case skipped(String)
    /// The details are lines.
    case failure(type: String, message: String, details: [String])
    case error(type: String, message: String)

    var isFailure: Bool { if case .failure = self { true } else { false } }
    var isError: Bool { if case .error = self { true } else { false } }
    var isSkipped: Bool { if case .skipped = self { true } else { false } }
  }

  var name: String
  var line: Int?
  let result: Result

  init(name: String, line: Int? = nil, result: Result) {
    self.name = name
    self.line = line
    self.result = result
  }

  func xml(suite: String) -> String {
    let file = Markup.escaped(suite)
    let place = line.map { " line=\"\($0)\"" } ?? ""
    let name = Markup.escaped(name)
    return "<testcase classname=\"\(file)\" name=\"\(name)\" file=\"\(file)\"\(place)>"
      + "\(resultXML)</testcase>\n"
  }

  private var resultXML: String {
    switch result {
    case .passed(let note): "<system-out>\(Markup.escaped(note))</system-out>"
    case .skipped(let message): "<skipped message=\"\(Markup.escaped(message))\"/>"
    case .failure(let type, let message, let details):
      "<failure type=\"\(Markup.escaped(type))\" message=\"\(Markup.escaped(message))\">"
        + details.map(Markup.escaped).joined(separator: "\n") + "</failure>"
    case .error(let type, let message):
      "<error type=\"\(Markup.escaped(type))\" message=\"\(Markup.escaped(message))\"/>"
    }
  }
}
