import CallModel
import Synchronization

/// The user data of a call at one moment, spelled only when they are read.
///
/// They may be as long as the file, and every event of the call has them. So a transcript holds their numbers, which
/// moments share, and keeps only the text that was read last.
@usableFromInline
final class UserDataText: Sendable {
  let data: Exchange.UserData
  private let directory: Directory

  init(_ data: Exchange.UserData, _ directory: Directory) { (self.data, self.directory) = (data, directory) }

  @usableFromInline var text: String {
    directory.lastSpelled.known.withLock { known in
      if let known, known.owner === self { return known.text }
      let text = directory.text(data)
      known = Last.Known(owner: self, text: text)
      return text
    }
  }

  /// The pairs as they are, whatever their keys.
  var pairs: [(key: String, value: String)] {
    data.pairs.map { (directory.text(ofNumber: $0.key), directory.text(ofNumber: $0.value)) }
  }

  /// The pairs of a text as `Directory` spells it: `key=value, key="value, with a comma"`.
  static func pairs(in text: String) -> [(key: String, value: String)] {
    var pairs: [(key: String, value: String)] = []
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let key = rest.prefix { $0 != UInt8(ascii: "=") }
      rest = rest.dropFirst(key.count + 1)
      var value: [UInt8] = []
      if rest.first == .quote {
        rest = rest.dropFirst()
        while let byte = rest.popFirst(), byte != .quote {
          let isEscape = byte == UInt8(ascii: "\\")
          value.append(isEscape ? rest.popFirst() ?? byte : byte)
        }
      } else {
        value = Array(rest.prefix { $0 != .comma })
        rest = rest.dropFirst(value.count)
      }
      pairs.append((String(decoding: key, as: UTF8.self), String(decoding: value, as: UTF8.self)))
      // The comma, and the blank after it.
      rest = rest.dropFirst(2)
    }
    return pairs
  }

  /// A text and its owner.
  final class Last: Sendable {
    fileprivate struct Known {
      /// Weak: it refers to this in turn.
      weak var owner: UserDataText?
      let text: String
    }
    fileprivate let known = Mutex<Known?>(nil)
  }
}
