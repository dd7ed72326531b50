/// The folders of `Scenarios/` in the order of their index, and the names that people search for.
enum ScenarioIndex {
  struct Chapter {
    let folder: String
    let title: String
    let sentence: String
    var questions: [Chapter] = []
  }

  /// In the manual's order; then what no table prints; then the other servers.
  static let chapters = [
    Chapter(
      folder: "basic-call-models", title: "Basic call models",
      sentence: "How a call is made: directly, to a queue, through a routing point, to the outside."),
    Chapter(
      folder: "releasing-calls", title: "Releasing calls",
      sentence: "How a call and a conference end."),
    Chapter(
      folder: "holding-transferring-conferencing", title: "Holding, transferring and conferencing",
      sentence: "Hold, consultation, transfer and conference, in all their forms."),
    Chapter(
      folder: "special-cases", title: "Special cases",
      sentence: "Forwarding, do-not-disturb, redirection, pick-up, no answer, rejection and treatments."),
    Chapter(
      folder: "predictive-dialing", title: "Predictive dialing",
      sentence: "A queue or a routing point calls the customer before an agent is chosen."),
    Chapter(
      folder: "monitoring-calls", title: "Monitoring calls",
      sentence: "A supervisor observes the calls of an agent."),
    Chapter(
      folder: "user-data", title: "User data",
      sentence: "Data is attached to a call and goes with it."),
    Chapter(
      folder: "agents", title: "Agents",
      sentence: "Agents log in and get ready, and groups distribute calls to them."),
    Chapter(
      folder: "virtual-queues", title: "Virtual queues",
      sentence: "A router lets calls wait at a queue that is no party of them."),
    Chapter(
      folder: "digits-and-queries", title: "Digits, queries and the DN",
      sentence: "Digits are sent and collected, clients ask and write to each other, a device fails and recovers."),
    Chapter(
      folder: "registration", title: "Registration",
      sentence: "A client registers a DN, is told how it stands, and asks how others stand."),
    Chapter(
      folder: "profile-options", title: "Profile options",
      sentence: "What changes from switch to switch."),
    Chapter(
      folder: "compositions", title: "Compositions",
      sentence: "What no table prints, because two or more of the models above meet.", questions: compositions),
    Chapter(
      folder: "ivr-conference", title: "IVR Server",
      sentence: "An IVR brings a further party into its call with a caller."),
    Chapter(
      folder: "interaction-models", title: "Interaction Server",
      sentence: "Chats, letters and notes are delivered, pulled, transferred and placed."),
    Chapter(
      folder: "interaction-conference", title: "Interaction Server: conferences",
      sentence: "Several agents work on one interaction."),
    Chapter(
      folder: "recording", title: "Recording",
      sentence: "SIP Server and Media Server record a call.", questions: recordings),
    Chapter(
      folder: "side-by-side", title: "Two servers side by side",
      sentence: "One call as two servers see it."),
    Chapter(
      folder: "regression", title: "Regression",
      sentence: "Mistakes of callsim that were found and must not come back."),
  ]

  private static let compositions = [
    Chapter(
      folder: "compositions/who-can-hang-up", title: "Who can hang up, and when?",
      sentence: "Every party tries to end the call at every point before the answer and after it."),
    Chapter(
      folder: "compositions/caller-holds", title: "What if the caller holds before the answer?",
      sentence: "A call can be held, answered while it is held, and retrieved before the answer."),
    Chapter(
      folder: "compositions/busy-unanswered-or-forwarded", title: "What if the destination is busy or does not answer?",
      sentence: "Busy, no answer, do-not-disturb and forwarding, wherever the call comes from."),
    Chapter(
      folder: "compositions/queues-and-routing-in-sequence", title: "What if a call passes several queues?",
      sentence: "Groups, routing points and route queues hand a call to each other."),
    Chapter(
      folder: "compositions/outside-parties", title: "What do parties outside see?",
      sentence: "The caller or the called party is outside, monitored or not."),
    Chapter(
      folder: "compositions/several-calls-at-once", title: "What if there are several calls at once?",
      sentence: "A device, a group or a routing point has more than one call."),
    Chapter(
      folder: "compositions/consultations", title: "How does a consultation go on?",
      sentence: "The parties alternate, go back, consult again or leave."),
    Chapter(
      folder: "compositions/transfers", title: "What happens to a transferred call?",
      sentence: "The call is redirected, overflows or is transferred again."),
    Chapter(
      folder: "compositions/conferences", title: "How does a conference grow and shrink?",
      sentence: "Members are invited, leave, are deleted or hand their places over."),
    Chapter(
      folder: "compositions/refused-requests", title: "Which requests are refused?",
      sentence: "What a T-Server answers with EventError, and what a switch cannot do."),
  ]

  private static let recordings = [
    Chapter(
      folder: "recording/calls", title: "Recorded calls",
      sentence: "A call is recorded on request, by its DNs or by its route."),
    Chapter(
      folder: "recording/consultations", title: "Recorded consultations",
      sentence: "A party of a recorded call consults."),
    Chapter(
      folder: "recording/transfers", title: "Recorded transfers",
      sentence: "A recorded call is transferred."),
    Chapter(
      folder: "recording/conferences", title: "Recorded conferences",
      sentence: "A recorded call becomes a conference, and parties leave it."),
    Chapter(
      folder: "recording/refused-requests", title: "Recording requests that are refused",
      sentence: "What SIP Server answers with EventError."),
  ]

  // MARK: Everyday names

  /// What people call it, in alphabetical order, and the files that show it.
  static let everydayNames: [(name: String, files: [String])] = [
    ("abandoned call", ["basic-call-models/call-to-acd", "compositions/who-can-hang-up/hanging-up-acd-call"]),
    ("after hours", ["special-cases/rejected-at-a-routing-point", "special-cases/forwarding-unconditional"]),
    ("after-call work, wrap-up", ["agents/agent-states"]),
    ("agent login, ready, break", ["agents/agent-states", "interaction-models/login-and-logout"]),
    (
      "announcement, treatment",
      ["special-cases/treatment-at-a-routing-point", "special-cases/treatment-at-a-route-queue"]
    ),
    (
      "answering machine, fax",
      ["predictive-dialing/answering-machine-answers", "predictive-dialing/no-person-is-reached"]
    ),
    (
      "barge-in, coaching, whisper",
      ["monitoring-calls/next-call-of-an-agent", "interaction-conference/visibility-modes"]
    ),
    (
      "blind transfer, cold transfer",
      [
        "holding-transferring-conferencing/blind-transfer-to-extension",
        "holding-transferring-conferencing/single-step-transfer",
        "holding-transferring-conferencing/mute-transfer",
      ]
    ),
    (
      "busy",
      [
        "basic-call-models/internal-or-inbound-call", "special-cases/outbound-to-a-busy-destination",
        "compositions/busy-unanswered-or-forwarded/busy-after-routing",
      ]
    ),
    ("call back", ["predictive-dialing/person-answers", "basic-call-models/outbound-call"]),
    ("call forwarding", ["special-cases/forwarding-unconditional", "special-cases/forwarding-on-busy"]),
    ("call park", ["basic-call-models/call-parking"]),
    ("call pick-up", ["special-cases/picked-up-by-another-extension"]),
    (
      "call waiting, second line",
      [
        "compositions/several-calls-at-once/two-calls-talking-and-ringing",
        "compositions/several-calls-at-once/two-calls-held-and-ringing",
      ]
    ),
    ("chat conference", ["interaction-conference/whole-conference"]),
    ("chat transfer", ["interaction-models/transfer-issued", "interaction-models/transfer-accepted"]),
    ("chat, e-mail", ["interaction-models/deliver-accepted", "interaction-models/the-life-of-an-interaction"]),
    (
      "conference, three-way call",
      [
        "holding-transferring-conferencing/conference-by-two-steps",
        "holding-transferring-conferencing/conference-by-single-step",
        "releasing-calls/release-from-conference-phase",
      ]
    ),
    (
      "consult call, enquiry",
      [
        "holding-transferring-conferencing/consultation-to-extension",
        "holding-transferring-conferencing/consultation-to-acd-group",
      ]
    ),
    ("default routing", ["basic-call-models/routing"]),
    ("desktop or softphone connects again", ["registration/an-agent-connects-again"]),
    (
      "digits, DTMF",
      [
        "digits-and-queries/sending-digits", "digits-and-queries/collecting-digits",
        "special-cases/treatments-that-go-on-or-end",
      ]
    ),
    ("do not disturb", ["special-cases/do-not-disturb", "special-cases/do-not-disturb-with-forwarding"]),
    ("error, refused request", ["compositions/refused-requests/refused-answering-holding-releasing"]),
    ("follow-me", ["special-cases/forwarding-chains", "special-cases/forwarding-on-busy-and-no-answer"]),
    ("hang up, disconnect, drop", ["releasing-calls/release-phase", "holding-transferring-conferencing/clear-call"]),
    ("hold", ["holding-transferring-conferencing/hold-and-second-call-answered", "basic-call-models/while-on-hold"]),
    ("hold music", ["special-cases/treatment-at-a-routing-point"]),
    ("IVR", ["ivr-conference/one-step-conference", "side-by-side/ivr-conference-with-the-agents-events"]),
    ("no answer, ring no answer", ["special-cases/no-answer-to-direct-and-outbound-calls"]),
    ("outbound campaign", ["predictive-dialing/person-answers", "predictive-dialing/no-person-is-reached"]),
    (
      "queue overflow",
      [
        "compositions/queues-and-routing-in-sequence/group-overflows-to-another-group",
        "basic-call-models/call-queued-to-multiple-acds",
      ]
    ),
    ("queue, agent group", ["basic-call-models/call-to-acd", "agents/the-longest-idle-agent"]),
    ("recording", ["recording/calls/basic-call", "recording/calls/pause-resume-stop"]),
    (
      "redirect on no answer (RONA)",
      ["special-cases/no-answer-in-acd-groups", "profile-options/routed-until-the-answer"]
    ),
    (
      "remote agent",
      [
        "compositions/queues-and-routing-in-sequence/group-diverts-to-remote",
        "compositions/outside-parties/remote-called-directly",
      ]
    ),
    ("routing strategy, skills", ["basic-call-models/routing", "basic-call-models/routing-route-queue-case"]),
    ("screen pop, attached data", ["user-data/attached-changed-and-deleted", "user-data/follows-calls-handed-on"]),
    (
      "supervisor, monitoring",
      ["monitoring-calls/next-call-of-an-agent", "monitoring-calls/all-calls-of-an-agent"]
    ),
    (
      "toggle, swap",
      ["holding-transferring-conferencing/alternate", "holding-transferring-conferencing/reconnect"]
    ),
    (
      "transfer to a queue",
      [
        "holding-transferring-conferencing/blind-transfer-to-acd-group",
        "holding-transferring-conferencing/single-step-transfer-to-queues-and-routing",
      ]
    ),
    ("voicemail", ["special-cases/forwarding-on-no-answer", "special-cases/forwarding-on-busy-and-no-answer"]),
    ("warm transfer, attended transfer", ["holding-transferring-conferencing/two-step-transfer"]),
    ("workbin, draft", ["interaction-models/place-in-a-workbin", "interaction-models/pull-from-a-workbin"]),
    (
      "wrong number",
      ["basic-call-models/internal-or-inbound-call", "compositions/refused-requests/refused-making-calls"]
    ),
  ]
}
