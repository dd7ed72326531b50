/// Small scenarios whose parties are enough for most rules: where a search begins if no scenario has fitting parties.
enum SampleScenarios {
  static func of(_ server: String) -> [Scenario] {
    texts.first { $0.key == server }?.value.compactMap { parties in
      try? Scenario(parsing: "scenario Sample\nserver \(server)\n\(parties)", path: "")
    } ?? []
  }

  private static let texts: KeyValuePairs<String, [String]> = [
    "t-server": [
      "party A extension\nparty B extension\nparty C external",
      "party A extension\nparty B acd-group\nparty C extension group=B\nparty D acd-group",
      "party A external\nparty B routing-point\nparty C route-queue\nparty D extension",
      "party A extension\nparty B extension\nparty C extension",
      "party A external\nparty B routing-point\nparty C virtual-queue\nparty D extension",
      "party A extension\nparty B acd-group\nparty C routing-point\nparty D route-queue\nparty E external\n"
        + "party F remote",
    ],
    "ivr-server": [
      "party I ivr\nparty J ivr\nparty D ivr-driver\nparty S ivr-server\nparty X external\nparty Y external"
    ],
    "interaction-server": [
      "party A agent\nparty B agent\nparty S interaction-server\nparty R reporting\nparty C interaction",
      "party A agent\nparty S interaction-server\nparty R reporting\nparty C interaction place=queue:Support",
      "party A agent\nparty S interaction-server\nparty R reporting\nparty C interaction place=workbin:Mine",
    ],
    "recording": [
      "party A device\nparty B device\nparty C device\n" + recorders,
      "party A device\nparty B device record=true\nparty C device\n" + recorders,
    ],
  ]

  private static let recorders = "party S sip-server\nparty M media-server\nparty R recording-server"
}
