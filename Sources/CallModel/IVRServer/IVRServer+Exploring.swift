extension IVRServer: Explorable {
  /// The state of each port and the parties of its call, without the numbers of requests.
  package func pack(into words: inout [UInt64]) {
    for port in ports {
      words.append(UInt64(port.state.rawValue) | UInt64(port.caller.rawValue) << 16 | UInt64(port.peer.rawValue) << 32)
    }
  }

  package mutating func unpack(_ words: ArraySlice<UInt64>) {
    for (number, word) in words.enumerated() {
      ports[number].state = State(rawValue: UInt8(truncatingIfNeeded: word)) ?? .idle
      ports[number].caller = Party(packed: word, at: 16)
      ports[number].peer = Party(packed: word, at: 32)
      ports[number].request = nil
    }
  }

  package var isAtRest: Bool { ports.allSatisfy { $0.state == .idle } }
}
