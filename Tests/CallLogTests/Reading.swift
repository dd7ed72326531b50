import CallLog

/// Records as lines of text: easily compared, and easily read where they differ.
struct Reading {
  var records: [LogRecord] = []
  var summary = LogSummary.none

  /// Reads the files of one log, in pieces of so many bytes.
  init(_ files: String..., names: [String] = [], piece: Int = .max, limits: LogLimits = .usual) {
    self.init(bytes: files.map { Array($0.utf8) }, names: names, piece: piece, limits: limits)
  }

  init(bytes files: [[UInt8]], names: [String] = [], piece: Int = .max, limits: LogLimits = .usual) {
    var reader = LogReader(limits: limits)
    for (index, file) in files.enumerated() {
      reader.beginFile(index < names.count ? names[index] : "")
      var rest = file[...]
      while !rest.isEmpty {
        let bytes = Array(rest.prefix(piece))
        rest = rest.dropFirst(bytes.count)
        reader.read(bytes.span) { records.append(copy $0) }
      }
    }
    reader.finish { records.append(copy $0) }
    summary = reader.summary
  }

  /// `event EventRinging ThisDN='B' CallState=0`
  var lines: [String] { records.map(\.line) }
}

extension LogSummary {
  static var none: LogSummary {
    let reader = LogReader()
    return reader.summary
  }
}

extension LogRecord {
  var line: String {
    let fields = fields.map { field in
      "\(String(repeating: "/", count: Int(field.depth)))\(string(field.name))=\(string(field.value))"
    }
    return (["\(direction)", message] + fields).joined(separator: " ") + (isCut ? " (cut)" : "")
  }
}
