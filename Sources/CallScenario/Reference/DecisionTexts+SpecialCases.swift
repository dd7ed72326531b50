// The texts of Decisions.md. Change the page, and then write this file with
// CALLSIM_WRITE_PAGES=1 swift test --filter PageTests

extension DecisionTexts {
  static let specialCases: StaticString = #"""
    ## Special cases

    D43. TCallSetForward gives EventForwardSet, and TSetDNDOn gives EventDNDOn. Both list ThisDN alone.
    `ForwardMode=` names the mode of forwarding; without it the mode is Unconditional. EventForwardCancel and
    EventDNDOff do likewise.

    D44. Do-not-disturb. If a call is delivered (`ring`) to a DN that has it set, the DN answers as a busy one
    does. Do-not-disturb goes before forwarding.

    D45. Forwarding all calls. A DN that forwards all calls is not told of the call, and the call goes on.

    D46. Forwarding on busy or no answer. `busy` and `timeOut` follow the other modes. A device that rang gets
    EventReleased with CallState Forwarded and with the new destination as ThirdPartyDN.

    D47. Calls that are not forwarded. A call does not go on to a party of the same call, or to one whose line is
    full, and a party that is called into a conference does not forward. In these cases forwarding is ignored,
    except that on `ring` a device that forwards all calls counts as busy.

    D48. No answer. `timeOut` gives the row of the point, with CallState NoAnswer. It applies to a party that
    rings, or that is reached outside.

    D49. Pick-up by another device. The device that rang gets EventAbandoned and the other one EventRinging, both
    with CallState Pickedup. Then the call continues as in the first model.

    D50. Rejection is a TRouteCall without a target, whatever its RouteType. CallDisconnect and Reject with a
    target are refused.

    D51. Rejection elsewhere. A route queue and a predictive call reject as a routing point does. EventRouteUsed
    lists the roles of their own model, and no CallState.

    D52. Treatment. TApplyTreatment is silent. `applyTreatment`, `refuseTreatment` and `endTreatment` say what the
    switch does with it. The call leaves a treated routing point as it leaves an untreated one.

    ## Predictive calls and observing

    D53. The customer of a predictive call may be an `extension` or `remote`. It gets EventRinging at `ring` and
    EventEstablished at its own answer, both with ThisDNRole Destination and the queue as OtherDN. It may answer
    without `ring`; then it gets EventEstablished alone. The agent's answer tells it nothing.

    D54. The call ends before the customer has answered. If the customer rings, it gets EventAbandoned and the
    queue EventReleased, both with the CallState of the row: NoAnswer at `timeOut`, that of a failing `answer`,
    otherwise OK. The queue or routing point that dials may give the call up as well, and gets EventReleased with
    CallState OK.

    D55. A customer that takes no calls. At `ring`, a customer with do-not-disturb or unconditional forwarding
    counts as busy. If it picks up nevertheless, it has answered.

    D56. What answers a predictive call. `answer` with CallState OK or AnsweringMachineDetected queues the call.
    Any other CallState makes it fail, as `busy` and `timeOut` do. A routing point asks for a route at once.

    D57. The customer gives up after its answer. It gets EventReleased, as any caller does, with OtherDN the
    queue, the destination that a TRouteCall has asked for, or the agent. A queue where it waits gets
    EventAbandoned; an agent that does not ring yet gets nothing.

    D58. Handed on to another queue, a predictive call continues by that queue's model with the customer as the
    caller, and the caller is told of the answer there. The same holds if the agent is busy, forwards the call or
    is parked on, or if another device picks the call up.

    D59. CallState on `answer` has a meaning in a predictive call alone. Elsewhere any CallState other than OK is
    refused with 53.

    D60. Observers do not count as parties, neither for CallState nor for anything else. A call that begins after
    TMonitorNextCall is observed once two parties talk in it. `ring` brings the observer in, once in each call.
    OneCall is then used up. The observer leaves with the party that it observes, and when the call is handed on
    before the answer. It stays an Observer.

    D61. Observed and handed on. If the observed party leaves by a transfer, its observer gets EventReleased. If
    the observed party stays, or moves into the other call, so does its observer, which gets the same
    EventPartyChanged.

    D62. Observed conferences. Observers are told of every party that comes or goes: they get EventPartyAdded as
    the others do, and EventPartyDeleted, with ThisDNRole Observer.

    ## User data and agents

    D63. User data is kept on the call, and each event of the call knows it, unlisted. Every party that has been
    told of the call gets EventAttachedDataChanged. TUpdateUserData and TAttachUserData do the same.

    S1. A scenario writes user data as `UserData="key=value, key=value"`. TDeletePair names its key as `Key=…`.

    D64. User data of two calls. A consultation begins without data. When the calls are joined, its pairs are
    added to those of the main call. If both have a key, the main call's value stays.

    L1. A call holds at most 1,000 pairs. A request that would add more, or join calls that have more between
    them, is refused with 53.

    D65. Agents. After TAgentLogin an agent is not ready.

    D66. `distribute` diverts the call to the agent of the group who has been ready, and in no call, for the
    longest time. An agent who forwards calls or has do-not-disturb set gets none. `divert` may choose any party.
    Without `on`, `distribute` takes the call that has waited longest at the group: the order of arrival there
    counts, not the age of the call.

    ## Errors
    """#
}
