import CallScenario

extension Scenario {
  /// The end of the flow that the command line names.
  func end(ofFlow flow: String, _ path: String) throws(Failure) -> FlowPoint {
    if let end = end(of: flow) { return end }
    throw .unknown("flow", flow, of: flows.map(\.name), see: "the flows of \(path.shown)")
  }

  /// The point of the mark that the command line names.
  func point(asked mark: String, _ path: String) throws(Failure) -> FlowPoint {
    if let point = point(after: mark) { return point }
    throw .unknown("mark", mark, of: markNames, see: "the marks of \(path.shown)")
  }

  /// The party that the command line names.
  func party(asked name: String) throws(Failure) -> Int {
    if let party = parties.firstIndex(where: { $0.name == name || $0.dn == name }) { return party }
    throw .unknown("party", name, of: parties.map(\.name), see: "the header of \(path.shown)")
  }
}

extension Inputs {
  /// The one scenario that a question is about; nil, with a report, if it cannot be read or has mistakes.
  static func scenario(
    at path: String, for command: String, output: String? = nil, _ console: inout Console
  ) throws(Failure) -> Scenario? {
    let inputs = Inputs([path], &console)
    if inputs.files.count > 1 {
      throw Failure(
        .badInput, "\(path.shown) contains several scenarios", suggestion: "\(command) takes one: name a file")
    }
    guard let file = inputs.files.first, let content = read(file, &console) else { return nil }
    if let output { try inputs.refuse(output: output) }
    return scenario(content, file, &console)
  }
}
