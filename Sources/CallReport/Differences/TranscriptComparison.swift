import CallModel

/// Compares two transcripts, event by event.
///
///     TranscriptComparison(old, new).each { difference in … }
///
/// Its cost is that of reading both, as long as flows are equal; where they differ, stated limits bound it: see
/// ``SequenceAlignment``, ``StepPairing`` and ``MessagePairing``.
package struct TranscriptComparison {
  private let old: WrittenTranscript
  private let new: WrittenTranscript
  private let mode: FlowComparison.Mode
  /// Whether both are about one file each, whatever its name.
  private let isOneFile: Bool

  /// `isOneScenario` says that both are replays of one scenario.
  package init(_ old: WrittenTranscript, _ new: WrittenTranscript, isOneScenario: Bool = false) {
    let usesActions = old.hasActions && new.hasActions
    self.old = usesActions ? old : old.withoutActions
    self.new = usesActions ? new : new.withoutActions
    mode = FlowComparison.Mode(usesActions: usesActions, isOneScenario: isOneScenario)
    isOneFile = self.old.files.count == 1 && self.new.files.count == 1
  }

  /// Calls `body` with each difference: in the order of the old transcript, with what is added at its place.
  package func each<Failure: Error>(_ body: (TranscriptDifference) throws(Failure) -> Void) throws(Failure) {
    let (oldFiles, newFiles) = (old.files, new.files)
    for file in Merged(oldFiles.map { isOneFile ? nil : $0.name }, newFiles.map { isOneFile ? nil : $0.name }).entries {
      switch file {
      case .both(let x, let y): try compare(oldFiles[x].flows, newFiles[y].flows, body)
      case .old(let x):
        try report(oldFiles[x], { .fileRemoved(flows: $0, messages: $1) }, { .flowRemoved(messages: $0) }, body)
      case .new(let y):
        try report(newFiles[y], { .fileAdded(flows: $0, messages: $1) }, { .flowAdded(messages: $0) }, body)
      }
    }
  }

  private func report<Failure: Error>(
    _ file: WrittenFile, _ fileChange: (Int, Int) -> TranscriptDifference.Change,
    _ flowChange: (Int) -> TranscriptDifference.Change, _ body: (TranscriptDifference) throws(Failure) -> Void
  ) throws(Failure) {
    let messages = file.flows.reduce(0) { $0 + $1.messageCount }
    if let name = file.name {
      return try body(.init(place: .init(file: name.string), change: fileChange(file.flows.count, messages)))
    }
    // A transcript of one file does not name it.
    for flow in file.flows { try body(.init(place: flow.place, change: flowChange(flow.messageCount))) }
  }

  private func compare<Failure: Error>(
    _ olds: [WrittenFlow], _ news: [WrittenFlow], _ body: (TranscriptDifference) throws(Failure) -> Void
  ) throws(Failure) {
    var shifts = StepShifts()
    for flow in Merged(olds.map { Text($0.name) }, news.map { Text($0.name) }).entries {
      switch flow {
      case .both(let x, let y):
        for difference in FlowComparison(olds[x], news[y], mode, &shifts).differences { try body(difference) }
      case .old(let x):
        try body(.init(place: olds[x].place, change: .flowRemoved(messages: olds[x].messageCount)))
      case .new(let y):
        try body(.init(place: news[y].place, change: .flowAdded(messages: news[y].messageCount)))
      }
    }
  }
}

/// The flows of one file.
private struct WrittenFile {
  let name: Text?
  var flows: [WrittenFlow]
}

extension WrittenTranscript {
  /// In the order in which they first appear.
  fileprivate var files: [WrittenFile] {
    var files: [WrittenFile] = []
    var numberOf: [Text?: Int] = [:]
    for flow in flows {
      let name = flow.file.map { Text($0) }
      if let number = numberOf[name] {
        files[number].flows.append(flow)
      } else {
        numberOf[name] = files.count
        files.append(WrittenFile(name: name, flows: [flow]))
      }
    }
    return files
  }

  /// What a transcript has that was written without `--actions`.
  fileprivate var withoutActions: WrittenTranscript {
    if !hasActions { return self }
    var flows = flows
    for flow in flows.indices { flows[flow].steps.removeAll { $0.messages.isEmpty } }
    flows.removeAll { $0.steps.isEmpty }
    return WrittenTranscript(flows: flows, hasActions: false)
  }
}

extension WrittenFlow {
  fileprivate var place: TranscriptDifference.Place { .init(file: file, flow: name) }
}

/// Two lists of distinct names as one: the first in its order, and what only the second has behind its predecessor.
private struct Merged {
  var entries: [StepPairing.Entry] = []

  init(_ olds: [Text?], _ news: [Text?]) {
    let oldPlaces = Dictionary(
      olds.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var partner: [Int: Int] = [:]
    // For each old name, what follows it in the new list; -1 for the beginning.
    var following: [Int: [Int]] = [:]
    var last = -1
    for (place, name) in news.enumerated() {
      if let old = oldPlaces[name] {
        partner[old] = place
        last = old
      } else {
        following[last, default: []].append(place)
      }
    }
    // What was there comes before what takes its place.
    var waiting = following[-1, default: []]
    for old in olds.indices {
      guard let place = partner[old] else {
        entries.append(.old(old))
        continue
      }
      entries += waiting.map(StepPairing.Entry.new)
      entries.append(.both(old, place))
      waiting = following[old, default: []]
    }
    entries += waiting.map(StepPairing.Entry.new)
  }
}
