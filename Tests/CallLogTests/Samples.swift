/// Short logs of every format, for tests that do something to any log.
enum Samples {
  static let server = """
    Application name: SIPServer_Basel
    Application type: TServer (1)
    Host name:        gvoice01
    UTC time:         2015-05-29T08:14:00.000
    Local time:       2015-05-29T10:14:00.000
    File:             (1) SIPServer_Basel.20150529_101400_000.log

    10:14:00.120 Trc 04120 Check point 2015-05-29T10:14:00
    10:14:07.100 Trc 04541 RequestMakeCall received from [66] (00000e85 Desktop 10.51.167.61:49280)
    message RequestMakeCall
    \tAttributeThisDN\t'7001'
    \tAttributeOtherDN\t'Sales @ Basel'
    \tAttributeReferenceID\t17
    @10:14:07.1010 [BSYNC] Trace: Send to backup (SIPS_B) [20]:
    message RequestMakeCall
    \tAttributeThisDN\t'7001'
    @10:14:07.1020 [0] 8.1.101.25 distribute_event: message EventDialing
    \tAttributeEventSequenceNumber\t0000000000002344
    \tAttributeTimeinuSecs\t102000
    \tAttributeTimeinSecs\t1432887247 (08:14:07)
    \tAttributeThisDNRole\t1
    \tAttributeThisDN\t'7001'
    \tAttributeReferenceID\t17
    \tAttributeConnID\t006c02462a161006
    10:14:07.103 Trc 04542 EventDialing sent to [66] (00000e85 Desktop 10.51.167.61:49280)

    @10:14:07.5130 [0] 8.1.101.25 distribute_event: message EventAttachedDataChanged
    \tAttributeExtensions\t[194] 00 07 00 00..
    \t\t'SIGNATURE'\t'O'Neil's router'
    \t\t'RSkills'(list)
    \t\t\t'Skill'\t'?:Skill1 > 1'
    \t\t'RTR'\t115
    \tattr_#172\t3
    \tAttributeThisDN\t'7001'

    @10:14:07.5140 [0] 8.1.101.25 send_to_client: message EventError
    \t(Incorrect object state)
    \tAttributeErrorCode\t1161


    """

  static let library = """
    2015-01-07 13:14:26,572 DEBUG [THREAD : 25] - Sending message to TServer - tcp://10.1.11.111:1111
    'RequestAttachUserData' ('30')
    message attributes:
    AttributeConnID [long] = 006c02462a161006
    AttributeThisDN [str] = "2214"
    AttributeUserData [bstr] = KVList: 
    \t\t'ActivityID' [str] = "1-"XX" = 'y'"
    \t\t'nested' [list] = KVList:
    \t\t\t'k' [str] = "v"
    2015-01-07 13:20:31,665 DEBUG [THREAD : Selector] - Proxy got message 'EventOnHook' ('87')
    message attributes:
    AttributeEventSequenceNumber [long] = 4899493
    Time            = ComplexClass(TimeStamp):
    \tAttributeTimeinuSecs [int] = 573000
    \tAttributeTimeinSecs [int] = 1420644031
    AttributeThisDN [str] = "2214"
    . Processing with  state .StatePrimary proxy: proxy1
    11:22:33.444 [pool-1] INFO  'EventRinging' (60) attributes:
    \tConnID = 006C02462A161006
    \tThisDNRole = 2 [RoleDestination]
    \tThisDN = "541143356512"
    \tUserData [bstr] = KVList:
    \t\t'Ambiente' [str] = "PROD"


    """

  static let router = """
    16:56:45.741 Int 04543 Interaction message "EventRouteRequest" received from 65200 ("TServer@8001")
        received from 65200(TServer)host1:3000(fd=12) message EventRouteRequest
    \tAttributeThisDN\t'9001'
    \tAttributeConnID\t006c02462a161006
    16:56:45.834_T_I_006c02462a161006 [14:0c] EventRouteUsed(normal) is received for tserver TServer[Switch]
        request to 65200(TServer) message RequestDistributeEvent
    \tAttributeReferenceID\t4294967295
    \tAttributeUserEvent\tEventDiverted


    """

  static let transcript = #"""
    {"flow":"main","step":1,"action":"A TMakeCall B data.Name=Ann"}
    {"flow":"main","step":1,"to":"A","message":"EventDialing","attributes":{"ConnID":"1","ThisDN":"A","UserData":"k=v"}}
    {"flow":"main","action":"wait 5s"}
    {"flow":"*","step":1,"after":"*"}
    {"flow":"*","step":2,"to":"B","message":"EventRinging","attributes":{"ThisDN":"a \"b\" \u0041\n"},"rule":"x"}

    """#

  static let all = [server, library, router, transcript]
  static let bytes = all.map { Array($0.utf8) }
}

/// A small generator, so that every run tries the same.
struct Random: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var number = state
    number = (number ^ number >> 30) &* 0xBF58_476D_1CE4_E5B9
    number = (number ^ number >> 27) &* 0x94D0_49BB_1331_11EB
    return number ^ number >> 31
  }
}
