import Testing

@testable import CallScenario

/// What a newcomer gets wrong in actions, and what callsim says.
@Suite struct ActionMistakesTests {
  @Test(arguments: MistakeTable(mistakes).rows) func says(_ row: MistakeTable.Row) {
    #expect(row.found(below: MistakeTable.header) == row.expected)
  }

  private static let mistakes = """
    Bob TMakeCall B
    Bob TReleaseCall
    >> 7:1 unknown party Bob
    >> the parties are A, B, Q, C and Customer; declare it in the header: party Bob KIND

    Custmer dial Q
    Custmer hangUp
    >> 7:1 unknown party Custmer
    >> did you mean Customer?

    A call B
    >> 7:3 unknown verb call
    >> did you mean dial?

    A makeCall B
    >> 7:3 unknown verb makeCall
    >> did you mean TMakeCall?

    A MakeCall B
    >> 7:3 unknown verb MakeCall
    >> did you mean TMakeCall?

    A TMakeCall
    >> 7:12 TMakeCall needs a target
    >> ACTOR TMakeCall TARGET

    A TMakeCall B C
    >> 7:15 unexpected C: TMakeCall takes one target

    A TMakeCall to B
    >> 7:13 unexpected to: the target follows the verb
    >> TMakeCall B

    A TMakeCall B;
    >> 7:13 B; is not a word: it contains `;`, and a word has only letters a to z, digits and - _ . +
    >> did you mean B?

    A: TMakeCall B
    >> 7:1 A: is not a word: it contains `:`, and a word has only letters a to z, digits and - _ . +
    >> did you mean A?

    A -> B: TMakeCall
    >> 7:3 -> is not a word: it contains `-`, and a word begins with a letter or digit
    >> an action is written ACTOR VERB [TARGET]

    A TMakeCall(B)
    >> 7:3 TMakeCall(B) is not a word: it contains `(`, and a word has only letters a to z, digits and - _ . +
    >> an action is written ACTOR VERB [TARGET]

    A TMakeCall 7002
    B ringing
    >> 8:3 unknown verb ringing
    >> did you mean ring?

    A TMakeCall 5559999
    >> 7:13 unknown party 5559999
    >> the parties are A, B, Q, C and Customer; declare it in the header: party NAME external dn=5559999

    A calls B
    >> 7:3 unknown verb calls
    >> did you mean dial?

    TMakeCall A B
    >> 7:1 TMakeCall is a verb: the party that acts comes before it
    >> ACTOR TMakeCall [TARGET]

    Customer TMakeCall Q
    >> 7:10 Customer is an external and makes no requests like TMakeCall
    >> lower-case verbs say what happens there

    A TMakeCall B
    B hangup
    B Answer
    B answers
    >> 8:3 unknown verb hangup
    >> did you mean hangUp?
    >> 9:3 unknown verb Answer
    >> did you mean answer?
    >> 10:3 unknown verb answers
    >> did you mean answer?

    A TMakeCall B
    B ring ON 1
    >> 8:8 unexpected ON
    >> did you mean on?

    A TMakeCall B
    B ring on
    >> 8:10 `on` needs a word after it, such as a ConnID

    A TMakeCall B
    B TAnswerCall call=1
    >> 8:15 unknown option call of TAnswerCall
    >> say which call is meant with on: TAnswerCall on 1

    A TMakeCall B
    B TAnswerCall on 1 on 2
    >> 8:20 `on` is written twice
    >> ACTOR TAnswerCall on CONNID [key=value …]

    A TMakeCall B
    B TAnswer
    >> 8:3 unknown verb TAnswer
    >> did you mean TAnswerCall?

    A TMakeCall B
    B Answer
    >> 8:3 unknown verb Answer
    >> did you mean answer?

    A TAttachUserData Name = Ann
    >> 7:19 there must be no blank around =
    >> write Name=Ann

    A TAttachUserData Name=Ann Smith Age=3
    >> 7:24 a value with a blank in it needs quotes: "…"
    >> write Name="Ann Smith"

    A TAttachUserData Name='Ann Smith'
    >> 7:24 a value with a blank in it needs quotes: "…"
    >> write Name="Ann Smith"

    A TAttachUserData Name=“Ann Smith”
    >> 7:24 a value with a blank in it needs quotes: "…"
    >> write Name="Ann Smith"

    A TAttachUserData a=1, b=2
    >> 7:21 warning: the comma in 1, is part of the value: only blanks separate values
    >> write a=1 or a="1,"

    A TAttachUserData First name=Ann
    >> 7:19 TAttachUserData takes no target
    >> only [on CONNID] [key=value …] may follow it

    A TAttachUserData Name=
    >> 7:19 Name has an empty value

    A TAttachUserData {Name:Ann}
    >> 7:19 TAttachUserData takes no target
    >> only [on CONNID] [key=value …] may follow it

    C TAgentReady
    C ready
    C login
    >> 7:3 unknown verb TAgentReady
    >> did you mean TAgentSetReady?
    >> 8:3 unknown verb ready
    >> did you mean TAgentSetReady?
    >> 9:3 unknown verb login
    >> did you mean TAgentLogin?

    A RequestSingleStepTransfer B
    A transfer B
    A TBlindTransfer B
    >> 7:3 unknown verb RequestSingleStepTransfer
    >> did you mean TSingleStepTransfer?
    >> 8:3 unknown verb transfer
    >> did you mean TSingleStepTransfer?
    >> 9:3 unknown verb TBlindTransfer
    >> callsim explain t-server lists the verbs

    A EventDialing
    >> 7:3 EventDialing is a message, not a verb: expectations are indented
    >> indent the line

    expect A EventDialing
    >> 7:1 unknown statement expect
    >> a statement begins with a party's name or with scenario, source, derived, server, profile, party, \
    never, always, sometimes, mark, after or wait

    A TMakeCall B // rings
    B ring // rings
    >> 7:15 // does not begin a comment: a comment begins with #

    A TMakeCall B -- rings
    >> 7:15 -- does not begin a comment: a comment begins with #

    /* a
    b c
    */
    A TMakeCall B
       ...
    B ringg
    >> 7:1 /* does not begin a comment: a comment begins with #
    >> 12:3 unknown verb ringg
    >> did you mean ring?

    /* a
    */
    A TMakeCall B
       ...
    /* b
    c d
    */
    /* e */
    B ringg
    >> 7:1 /* does not begin a comment: a comment begins with #
    >> 15:3 unknown verb ringg
    >> did you mean ring?

    /*/ a
    b c
    */
    >> 7:1 /* does not begin a comment: a comment begins with #

    A RequestAccept
    >> 7:3 unknown verb RequestAccept
    >> RequestAccept is a verb of interaction-server: a file for it has `server interaction-server` in its header

    A INVITE B
    >> 7:3 unknown verb INVITE
    >> INVITE is a message of recording: a file for it has `server recording` in its header

    A TMakeCall B
    wait 5s
    A wait 5s
    >> 9:3 `wait` is a statement of its own: no party waits
    >> wait 5s

    A wait
    >> 7:3 `wait` is a statement of its own: no party waits
    >> wait DURATION

    A TLoginMailBox
    A TQueryServer
    A TReserveAgent
    A TGetAccessNumber
    A RequestLoginMailBox
    A tqueryserver
    >> 7:3 callsim does not model TLoginMailBox (mailboxes)
    >> 8:3 callsim does not model TQueryServer (queries)
    >> 9:3 callsim does not model TReserveAgent (reservation of agents)
    >> 10:3 callsim does not model TGetAccessNumber (calls between sites)
    >> 11:3 callsim does not model RequestLoginMailBox (mailboxes)
    >> 12:3 callsim does not model tqueryserver (queries)

    A TLoginMailBoks
    >> 7:3 unknown verb TLoginMailBoks
    >> callsim explain t-server lists the verbs

    TLoginMailBox A
    >> 7:1 callsim does not model TLoginMailBox (mailboxes)

    A EventMailBoxLogin
    >> 7:3 callsim does not model EventMailBoxLogin (mailboxes)

    A busy CallState=engaged
    >> 7:18 unknown value engaged of CallState
    >> did you mean Busy?
    """
}
