import CallModel
import Synchronization

/// The user data of a call at one moment, spelled only when they are read.
///
/// They may be as long as the file, and every event of the call has them. So a transcript holds their numbers, which
/// moments share, and keeps only the text that was read last.
final class UserDataText: Sendable {
  let data: Exchange.UserData
  private let directory: Directory

  init(_ data: Exchange.UserData, _ directory: Directory) { (self.data, self.directory) = (data, directory) }

  var text: String {
    directory.lastSpelled.known.withLock { known in
      if let known, known.owner === self { return known.text }
      let text = directory.text(data)
      known = Last.Known(owner: self, text: text)
      return text
    }
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
