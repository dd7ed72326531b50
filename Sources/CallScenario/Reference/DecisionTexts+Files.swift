// The texts of Decisions.md. Change the page, and then write this file with
// CALLSIM_WRITE_PAGES=1 swift test --filter PageTests

extension DecisionTexts {
  static let files: StaticString = #"""
    ## Scenario files

    S6. Texts are bytes. DNs and values are compared by their UTF-8: é as one code point and é as e with an accent
    are two DNs, and two values of user data. Only names of values (`ok`, `OK`) are compared without regard to the
    case of ASCII letters.

    S7. `!X` says that the manual's cell does not list X. An attribute that is merely known passes: on
    EventAttachedDataChanged both `!UserData` and `UserData="k=v"` hold.

    S8. Numbers are numbers: `CallState=006` is 6, and `ConnID=01` is 1. DNs and texts keep their zeros:
    `OtherDN=007` is not 7.

    S9. What `record` writes. It writes ConnID where a recipient has two calls, before or after the action, or
    where the action touches two calls. It writes the ReferenceID of an EventError as `*`, because it counts
    steps, unless the request gives one. Lines that hold keep their words. A file that it writes gets the layout
    of `fmt`; a file whose expectations hold is not touched.

    ## Questions

    S10. `next` and `what-if` say of an action what `test` would say: they play it on a copy. A request, and the
    action by hand with the same effect, are two lines of JSON and one entry of the text.

    S11. `on` is written where it makes a difference. Where a verb is possible in several calls, each has a line
    with `on`. A completion of two calls does the same whichever of them is named, and has one line without `on`.

    S12. The smallest option. An action that is possible without options is listed without them. TAttachUserData
    and TUpdateUserData are listed with `data.k=v`, TDeletePair with the call's first key, and `busy` as Busy.
    TMergeCalls is listed for a conference and for a transfer. A request that names one of a few services is
    listed with each that is possible.

    S13. The nearest event that `why` names for an expectation that does not hold is, in this order: one to
    another party in the same step, one in another step of the flow, one that a possible action would send.
    Options of the profile are tried one at a time.

    L3. `next` lists at most 10,000 actions and as many refusals.

    L4. `what-if` shows an action that could be about many calls in the oldest 8. A scenario that it writes has at
    most 1,000 points, because a scenario can have no more marks.

    L5. Without a line, `why` explains 20 expectations that do not hold, or 100 actions.

    ## Files

    S14. `record` and `fmt` replace a file. They write a new file next to the old one and rename it over the old
    one, with the same mode and, where the system allows it, the same owner. Other hard links keep the old file;
    extended attributes are lost. A file that may not be written is not replaced, nor is one that was changed
    after it was read.

    S15. Goldens are in DIR itself. DIR may be a link. A link below it is an error and is not followed, because a
    repository may bring links to files that do not belong to it.

    S16. `test` counts flows that have an action; with `--golden` it counts files. A file without any action is
    not understood. A file that cannot be read is not counted; the status says so.

    S17. On a terminal a control character is shown as its picture (␛), and what is invisible or turns text around
    as �. In differences the CR of CR LF is ␍. JSON Lines keep data as they are, because programs read them: this
    is the one exception.

    S18. A search that a limit ends has status 1: the question is still open. A search that ends at its `--depth`
    has status 0.

    ## Limits

    L6. A call has at most 8 parties, 8 recordings and 1,000 pairs of user data. A device has at most 8 calls.

    L7. There are at most 4,096 calls at once. A scenario has at most 1,000 parties and 1,000 marks.

    L8. A file has at most 16 MiB, a golden file 512 MiB.

    L9. In the library there are at most 65,535 DNs, 65,535 calls at once and 128 events an action.

    L10. One active call. A device that talks, dials or hears busy cannot make, answer or retrieve another call.
    An `external` party can.

    S19. A refused request without `on` names the only call that its actor is in, if there is exactly one.
    """#
}
