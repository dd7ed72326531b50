import Testing

@testable import CallScenario

/// What a newcomer gets wrong in expectations, and what callsim says.
@Suite struct ExpectationMistakesTests {
  @Test(arguments: MistakeTable(mistakes).rows) func says(_ row: MistakeTable.Row) {
    #expect(row.found(below: MistakeTable.header) == row.expected)
  }

  private static let mistakes = """
    A TMakeCall B
      A Dialing
    >> 8:5 unknown message Dialing
    >> did you mean EventDialing?

    A TMakeCall B
      EventDialing A
    >> 8:3 the recipient comes before the message
    >> A EventDialing

    A TMakeCall B
      A EventDialing,
    >> 8:5 unknown message EventDialing,
    >> did you mean EventDialing?

    A TMakeCall B
      A EventDialing OtherDN = B
    >> 8:18 there must be no blank around =
    >> write OtherDN=B

    A TMakeCall B
      A EventDialing OtherDN: B
    >> 8:18 unexpected OtherDN:: after the message come attributes, Attribute=value
    >> OtherDN=B

    A TMakeCall B
      A EventDialing OtherDN B
    >> 8:18 OtherDN has no value
    >> OtherDN=B

    A TMakeCall B
      A EventDialing OtherDN==B
    >> 8:26 warning: =B is neither a party nor a DN of this file
    >> did you mean B? if not, quote the value: OtherDN="=B"

    A TMakeCall B
      A EventDialing OtherDN=B, OtherDNRole=Destination
    >> 8:26 warning: the comma in B, is part of the value: only blanks separate values
    >> write OtherDN=B or OtherDN="B,"

    A TMakeCall B
      A EventDialing OtherDN=Bob ...
    >> 8:26 warning: Bob is neither a party nor a DN of this file
    >> if it is meant, quote it: OtherDN="Bob"

    A TMakeCall Q
      A EventDialing OtherDN=Costumer ...
      Q EventQueued OtherDN=700 ThisQueue=QQ ...
    >> 8:26 warning: Costumer is neither a party nor a DN of this file
    >> did you mean Customer? if not, quote the value: OtherDN="Costumer"
    >> 9:25 warning: 700 is neither a party nor a DN of this file
    >> did you mean 7002? if not, quote the value: OtherDN="700"
    >> 9:39 warning: QQ is neither a party nor a DN of this file
    >> did you mean Q? if not, quote the value: ThisQueue="QQ"

    A TMakeCall B
      A EventDialing OtherDN=555-9999 ANI=999 DNIS=888 ...
    >> 8:26 warning: 555-9999 is neither a party nor a DN of this file
    >> if it is meant, quote it: OtherDN="555-9999"

    A TMakeCall B
      A EventDialing OtherDN='B' ...
    >> 8:26 warning: 'B' is neither a party nor a DN of this file
    >> did you mean B? values are quoted with ": OtherDN="B"

    A TMakeCall B
      A EventDialing CallState='OK' ...
    >> 8:28 unknown value 'OK' of CallState
    >> did you mean OK?

    A TMakeCall B
      A EventDialing CallState=Okay ...
    >> 8:28 unknown value Okay of CallState
    >> did you mean OK?

    A TMakeCall B
      A EventDialing ThisDNRole=Caller ...
    >> 8:29 unknown value Caller of ThisDNRole
    >> did you mean Origination?

    A TMakeCall B
      A EventDialing ThisDNRole=RoleOriginaton ...
    >> 8:29 unknown value RoleOriginaton of ThisDNRole
    >> did you mean Origination?

    A TMakeCall B
      A EventDialing ConnID=006d01ab12 ...
    >> 8:25 ConnID is a decimal number, not 006d01ab12
    >> calls are counted 1, 2, 3 in the order in which they begin

    A TMakeCall B
      A EventDialing ErrorMessage=No held call
    >> 8:31 a value with a blank in it needs quotes: "…"
    >> write ErrorMessage="No held call"

    A TMakeCall B
      A EventDialing ErrorMessage='No held call'
    >> 8:31 a value with a blank in it needs quotes: "…"
    >> write ErrorMessage="No held call"

    A TMakeCall B
      A EventDialing UserData="a=1
    >> 8:27 the quoted value does not end on its line

    A TMakeCall B
      A EventDialing OtherDN=B OtherDN=B
    >> 8:28 OtherDN is written twice

    A TMakeCall B
      A EventDialing OtherDN!=B
    >> 8:18 OtherDN!= is no comparison: a line says what an attribute is, or that it is absent
    >> an absent attribute is written !OtherDN

    A TMakeCall B
      A EventDialing OtherDN=!B ...
    >> 8:26 warning: !B is neither a party nor a DN of this file
    >> did you mean B? if not, quote the value: OtherDN="!B"

    A TMakeCall B
      A EventDialing OtherDN=B*
    >> 8:26 B* is not a value: * must be alone, for any value
    >> write a value that ends in ? or * in quotes

    A TMakeCall B
      A EventDialing OtherDN=B||C
    >> 8:28 OtherDN has an empty value among others

    A TMakeCall B
      A EventDialing OtherDN=B or C
    >> 8:28 unexpected or: values to choose from are separated by |
    >> OtherDN=B|C

    A TMakeCall B
      A EventDialing AttributeEventSequenceNumber=3 AttributeTimeinSecs=5
    >> 8:18 unknown attribute AttributeEventSequenceNumber
    >> did you mean EventSequenceNumber?
    >> 8:49 unknown attribute AttributeTimeinSecs
    >> callsim explain t-server lists the attributes

    A TMakeCall B
      A EventMailBoxLogin
      B EventLinkConnected
      A EventPrivateInfo
      A EventServerInfo
    >> 8:5 callsim does not model EventMailBoxLogin (mailboxes)
    >> 9:5 callsim does not model EventLinkConnected (links to the switch)
    >> 10:5 callsim does not model EventPrivateInfo (private services)
    >> 11:5 callsim does not model EventServerInfo (queries)

    A TMakeCall B
      A EventDialing CallState=99 ThisDNRole=77 ...
      B EventRinging CallState=99 ...
    >> 8:28 warning: unknown value 99 of CallState
    >> callsim explain CallState lists them
    >> 8:42 warning: unknown value 77 of ThisDNRole
    >> known: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 or 10; callsim explain ThisDNRole says what they mean

    A TMakeCall B
    B busy CallState=99
      A EventDestinationBusy CallState=99 ...

    A TMakeCall B
      A EventDialing OtherDN=A, B
    >> 8:26 values to choose from are separated by |
    >> OtherDN=A|B

    A TMakeCall B
      A EventDialing OtherDN=A, B,C ThisDNRole=Origination ...
    >> 8:26 values to choose from are separated by |
    >> OtherDN=A|B|C

    A TMakeCall B
      A EventDialing ThisDNRole=Origination, Destination ...
    >> 8:29 values to choose from are separated by |
    >> ThisDNRole=Origination|Destination

    A TMakeCall B
      A EventDialing OtherDN=A,B ...
    >> 8:26 warning: A,B is neither a party nor a DN of this file
    >> did you mean OtherDN=A|B? if not, quote the value: OtherDN="A,B"

    A TMakeCall B
      A EventDialing ThisDNRole=Origination,Destination ...
    >> 8:29 unknown value Origination,Destination of ThisDNRole
    >> did you mean ThisDNRole=Origination|Destination?

    A TMakeCall B
      A EventDialing from=B
    >> 8:18 unknown attribute from
    >> only messages of other servers have a sender

    A TMakeCall B
      A EventDialing …
    >> 8:18 … is not `...`
    >> write three dots: ...

    A TMakeCall B
      A EventDialing ....
    >> 8:18 .... is not `...`
    >> write three dots: ...

    A TMakeCall B
      A EventDialing etc
    >> 8:18 unexpected etc: after the message come attributes, Attribute=value

    A TMakeCall B
      Refused
    >> 8:3 unknown word Refused
    >> did you mean refused?

    A TMakeCall B
      refuse busy
    >> 8:3 unknown word refuse
    >> did you mean refused?

    A TMakeCall B
      error 1161
    >> 8:3 unknown party error
    >> the parties are A, B, Q, C and Customer; declare it in the header: party error KIND

    A TMakeCall B
      nothing
    >> 8:3 unknown party nothing
    >> the parties are A, B, Q, C and Customer; declare it in the header: party nothing KIND

    A TMakeCall B
      - A EventDialing
    >> 8:3 unexpected -: an expectation begins with its recipient

    A TMakeCall B
      B ring
    >> 8:5 ring is a verb, not a message: actions begin in column 1

    A TMakeCall B
    EventDialing ThisDN=A
    >> 8:1 EventDialing is a message: the party that receives it comes before it, and the line is indented
    >>     RECIPIENT EventDialing

    A TMakeCall B
      Bob EventRinging
      Bob EventReleased
    >> 8:3 unknown party Bob
    >> the parties are A, B, Q, C and Customer; declare it in the header: party Bob KIND

      A EventDialing
    >> 7:3 nothing is indented in the header: expectations go under their action
    >> if this is a statement or an action, begin it in column 1

    A TMakeCall B
      A EventDialing -> B
    >> 8:18 unexpected ->: after the message come attributes, Attribute=value
    """
}
