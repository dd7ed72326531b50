/// What has written a record.
public enum LogFormat: UInt8, Sendable, CaseIterable {
  /// A T-Server or a SIP Server: `distribute_event: message EventRinging`.
  case server
  /// The routing server: `received from 65200(TServer)… message EventRouteRequest`.
  case router
  /// The client library for .NET: `'EventRinging' ('60')`, `AttributeThisDN [str] = "7001"`.
  case dotNet
  /// The client library for Java: `'EventRinging' (60) attributes:`, `ThisDN = "7001"`.
  case java
  /// callsim: a line of `callsim run --format jsonl`.
  case transcript
}

/// What a record reports.
public enum LogDirection: UInt8, Sendable, CaseIterable {
  /// A message that the T-Server has sent to the clients of a DN.
  case event
  /// A message that a client has sent to the T-Server.
  case request
  /// Anything else: it is counted, and says nothing about what happened to a call.
  case other
}

/// Where a record begins.
public struct LogPosition: Hashable, Sendable {
  /// The number of the file, in the order in which files are read, from 0.
  public var file: Int
  /// The number of the line in the file, from 1.
  public var line: Int
  /// The number of bytes in the file before that line.
  public var byte: Int

  /// Makes a position.
  public init(file: Int, line: Int, byte: Int) {
    (self.file, self.line, self.byte) = (file, line, byte)
  }
}

/// How much of a log is kept in memory at once.
public struct LogLimits: Hashable, Sendable {
  /// The bytes of one record; further lines of it are dropped, and the record says that it is cut.
  public var record: Int
  /// The bytes of one line; the rest of it is dropped.
  public var line: Int
  /// The attributes and pairs of one record.
  public var fields: Int
  /// How deep a list or an object may lie within others.
  public var depth: Int

  /// A mebibyte for a record, a quarter of that for a line.
  public static let usual = LogLimits(record: 1 << 20, line: 1 << 18, fields: 1 << 15, depth: 64)

  /// Sets the limits. None is larger than memory offsets of 32 bits allow.
  public init(record: Int, line: Int, fields: Int, depth: Int) {
    self.record = min(max(record, 64), 1 << 28)
    self.line = min(max(line, 64), 1 << 28)
    self.fields = min(max(fields, 1), 0xFFFE)
    self.depth = min(max(depth, 1), 200)
  }
}
