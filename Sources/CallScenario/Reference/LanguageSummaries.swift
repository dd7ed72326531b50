// What the words mean that belong to no single server: statements, profile options, profiles, errors and values.

/// A statement of the scenario language.
struct StatementSummary: Sendable {
  let name: String
  let form: String
  let summary: String
}

extension StatementSummary {
  static let all = [
    StatementSummary(
      name: "scenario", form: "scenario TITLE", summary: "The first statement of a file: the title of the scenario."),
    StatementSummary(
      name: "source", form: "source TEXT",
      summary: "Header, at most once: the place in the manual. `record` does not rewrite such a file unless forced."),
    StatementSummary(
      name: "derived", form: "derived TEXT",
      summary: "Header, at most once, instead of `source`: no table of the manual shows this, and TEXT names the "
        + "decisions and sections that it follows from. `record` does not rewrite such a file unless forced."),
    StatementSummary(
      name: "server", form: "server NAME [NAME]",
      summary:
        "Header, at most once: the server to play, or two of them side by side; t-server if none is named."),
    StatementSummary(
      name: "profile", form: "profile [NAME] [option=value …]",
      summary: "Header, at most once: how the switch differs from others."),
    StatementSummary(
      name: "party", form: "party NAME KIND [key=value …]",
      summary: "Header: a participant, in the order of the columns. Its name is its DN unless dn= gives another."),
    StatementSummary(
      name: "dn", form: "party NAME KIND dn=NUMBER", summary: "The DN of a party, if it is not the party's name."),
    StatementSummary(
      name: "never", form: "never RECIPIENT MESSAGE … [before RECIPIENT MESSAGE …]",
      summary: "Header: a property for `explore`. Whatever the parties do, the message is never sent, or never before "
        + "the other one."),
    StatementSummary(
      name: "always", form: "always after RECIPIENT MESSAGE … eventually RECIPIENT MESSAGE … [or …]",
      summary: "Header: a property for `explore`. After the first message, whatever the parties do, one of the others "
        + "can still be sent."),
    StatementSummary(
      name: "sometimes", form: "sometimes RECIPIENT MESSAGE …",
      summary: "Header: a property for `explore`. There is something that the parties can do so that the message is "
        + "sent."),
    StatementSummary(
      name: "mark", form: "mark NAME",
      summary:
        "Remembers this moment, so that other flows can begin here. NAME is stars, a word, or stars and a word."),
    StatementSummary(
      name: "after", form: "after NAME [as WORD]",
      summary: "Begins a flow at the moment that NAME marks. It runs to the next `after` or the end of the file."),
    StatementSummary(
      name: "wait", form: "wait DURATION",
      summary: "Lets time pass before the next action, as logs show it: 250ms, 5s, 2m or 1h. It is not a step, and the "
        + "server does nothing."),
    StatementSummary(
      name: "on", form: "ACTOR VERB [TARGET] on CONNID",
      summary: "Says which call an action is about. It is needed only if the action is possible in several."),
    StatementSummary(
      name: "refused", form: "    refused [TEXT]",
      summary: "Expects, alone under its action, that the action is refused and nothing changes. TEXT is part of the "
        + "reason."),
    StatementSummary(
      name: "main", form: "--flow main", summary: "The name of the flow before the first `after`."),
    StatementSummary(
      name: "from", form: "    RECIPIENT MESSAGE from=NAME",
      summary: "Who sends the message. If the server's messages have senders, every line names one."),
  ]
}

/// An option of the profile, and what each of its values means.
struct OptionSummary: Sendable {
  let name: String
  let summary: String
  let values: KeyValuePairs<String, String>
}

extension OptionSummary {
  static let all = [
    OptionSummary(
      name: "dialed-number",
      summary: "Whether the T-Server knows the number that was dialed: the manual's mark *DIAL.",
      values: ["known": "the dialed number is reported", "unknown": "the attributes marked *DIAL are missing"]),
    OptionSummary(
      name: "optional", summary: "Whether the attributes that the manual marks *OPT are reported.",
      values: ["reported": "they are reported", "omitted": "they are missing"]),
    OptionSummary(
      name: "network-reached",
      summary: "Where EventNetworkReached of an outbound call comes from (Outbound Call, note a).",
      values: [
        "reported": "the switch reports it, as `reachNetwork` says",
        "simulated": "the T-Server makes it up right before EventEstablished",
      ]),
    OptionSummary(
      name: "parking-busy", summary: "Whether the caller gets EventDestinationBusy when its call is parked.",
      values: ["reported": "it does", "omitted": "it does not"]),
    OptionSummary(
      name: "route-call-state", summary: "Which CallState EventRouteUsed carries (Routing, note c).",
      values: [
        "ok": "OK after a TRouteCall, Redirected if the switch routed by default", "redirected": "always Redirected",
        "absent": "EventRouteUsed has no CallState",
        "absent-outbound": "as ok, but no CallState if the destination is outside",
      ]),
    OptionSummary(
      name: "acd-agents",
      summary:
        "How agents belong to their groups, which decides on the CallState of EventDiverted (Multiple ACDs, note a).",
      values: [
        "direct": "they are assigned to the group directly: Redirected",
        "secondary": "they are in secondary groups: no CallState",
      ]),
    OptionSummary(
      name: "errata", summary: "Whether the slips in the manual's tables are repeated or corrected.",
      values: ["printed": "as printed", "corrected": "as the other models have it"]),
    OptionSummary(
      name: "ani", summary: "Which calls have an ANI in their events.",
      values: ["inbound": "only inbound calls", "all-calls": "internal and outbound calls, too"]),
    OptionSummary(
      name: "merged-user-data", summary: "Which user data a call has after another call has been joined to it.",
      values: [
        "main-only": "those of the main call", "merged-only": "those of the other call",
        "main-over-merged": "those of both; for a key of both, the value in the main call",
        "merged-over-main": "those of both; for a key of both, the value in the other call",
      ]),
    OptionSummary(
      name: "consult-user-data", summary: "Which user data a consultation has.",
      values: [
        "separate": "none at first", "inherited": "at first a copy of those of the main call",
        "joint": "those of the main call: the two calls share one list",
      ]),
    OptionSummary(
      name: "hook-events", summary: "Whether the T-Server sends EventOffHook and EventOnHook.",
      values: ["omitted": "it does not", "reported": "it does"]),
    OptionSummary(
      name: "divert-on-ringing", summary: "When a routed call leaves its routing point or route queue.",
      values: ["true": "when it is routed to a device that can ring", "false": "when the device answers"]),
    OptionSummary(
      name: "wrap-up", summary: "Whether an agent does after-call work after a call that was queued or routed.",
      values: [
        "none": "no", "untimed": "yes, until the agent changes its state",
        "timed": "yes, until `endWrapUp` or until the agent changes its state",
      ]),
    OptionSummary(
      name: "agent-no-answer-action",
      summary: "What becomes of a logged-in agent who does not answer a call that a group diverted to it.",
      values: ["none": "nothing", "notready": "the agent is not ready", "logout": "the agent is logged out"]),
    OptionSummary(
      name: "agent-no-answer-overflow",
      summary: "What becomes of a call that a group diverted to a logged-in agent who does not answer it.",
      values: [
        "none": "it ends, as when any other device does not answer", "recall": "it returns to the group",
        "release": "it ends, as with none",
      ]),
    OptionSummary(
      name: "monitoring", summary: "Which calls of an agent an observer may join after TMonitorNextCall.",
      values: [
        "next-call": "those that begin after the request",
        "intrusion": "also the one in which the agent is talking",
      ]),
    OptionSummary(
      name: "monitor-scope", summary: "How long an observer stays in a call that the agent leaves and that goes on.",
      values: ["agent": "it leaves with the agent", "call": "it stays as long as the conversation lasts"]),
  ]
}

enum LanguageSummaries {
  static let profiles: KeyValuePairs<String, String> = [
    "generic": "A switch for which every option has its default.",
    "aspect-acd": "The switch Aspect ACD, as the manual's notes describe it.",
    "rockwell-spectrum": "The switch Rockwell Spectrum, as the manual's notes describe it.",
    "hicom-300e-cs": "The switch Hicom 300 E CS, as the manual's notes describe it.",
    "nortel-cs1000-sccs-mls": "The switch Nortel Communication Server 1000 with SCCS MLS, as the manual's notes "
      + "describe it.",
    "sip-server": "SIP Server, as its guides and real events describe it, as far as the options here reach.",
  ]

  /// By the number of the error.
  static let errors: KeyValuePairs<String, String> = [
    "0": "No error. No event has this code.",
    "41": "The DN that asks is not registered: TRegisterAddress comes first.",
    "43": "The requested state is already in effect.",
    "50": "No rule names a more specific error.",
    "51": "The DN can never make such a request, or is registered with RegisterMode=Monitor.",
    "53": "A value of the request is invalid.",
    "56": "The request names a call that does not exist.",
    "58": "The device that makes the request is out of service.",
    "59": "The switch has no DN like the one that the request asks about.",
    "71": "The target cannot be called from there.",
    "1160": "The calls cannot be combined, a party in them has not answered, or the actor is active in another call.",
    "1161": "The actor is in the wrong state for the request.",
    "1163": "The actor has no such call. At a routing point: the caller has hung up before the route took effect.",
    "1164": "The actor holds no call.",
    "1165": "The actor has no call to clear.",
  ]

  /// What a named value of an attribute means, if its name does not say it.
  static let values: KeyValuePairs<String, String> = [
    "OK": "Nothing special.",
    "Origination": "The party that made the call.",
    "Destination": "The party that was called.",
    "ConferenceMember": "A party of a conference.",
    "NewParty": "The party that enters the conference.",
    "AddedBy": "The party that brought another one into the conference.",
    "DeletedBy": "The party that removed another one.",
    "TransferredBy": "The party that transferred the call.",
    "DeletedParty": "The party that has left.",
    "ConferencedBy": "The party that made the conference.",
    "Observer": "A supervisor who observes an agent's call.",
    "Transferred": "The call has been transferred.",
    "Conferenced": "The call is a conference now, or still is one.",
    "Redirected": "The call has been redirected to another destination.",
    "Forwarded": "The call has been sent on, because its destination forwards its calls.",
    "Pickedup": "Another device has picked the call up.",
    "Bridged": "A supervisor observes the call.",
    "CallDisconnect": "The call is rejected.",
    "Reject": "The call is rejected: the older name of CallDisconnect.",
  ]
}
