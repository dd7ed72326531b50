/// Scenario files that several tests write into their scratch folders.
enum Scenes {
  /// Passes: A calls B, and in a second flow gives up before it rings.
  static let passing = """
    scenario  A call

    party     A  extension
    party     B  extension

    # A has only dialed.
    A TMakeCall B
        A  EventDialing   ThisDNRole=Origination OtherDN=B? OtherDNRole=Destination?
    mark *

    after *
    A TReleaseCall
        A  EventReleased  ThisDNRole=Origination CallState=OK

    """

  /// Fails at its last event; recorded, it becomes `passing`.
  static let failing = passing.replacing("CallState=OK", with: "CallState=Busy")

  static let sourced = failing.replacing("\n\nparty", with: "\nsource    The manual\n\nparty")

  static let mistaken = "scenario  A call\nparty     A  extension\nA TMakeCal\n"

  /// The output of `passing` as JSON Lines.
  static let lines = """
    {"flow":"main","step":1,"to":"A","message":"EventDialing","attributes":\
    {"ConnID":"1","ThisDN":"A","ThisDNRole":"Origination","OtherDN":"B","OtherDNRole":"Destination"}}
    {"flow":"*","step":2,"to":"A","message":"EventReleased","attributes":\
    {"ConnID":"1","ThisDN":"A","ThisDNRole":"Origination","CallState":"OK"}}

    """
}
