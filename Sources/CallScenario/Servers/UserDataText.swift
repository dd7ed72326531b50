import CallModel
import Synchronization

/// The user data of a call at one moment, spelled only where they are looked at.
///
/// They may be as long as the file, and every event of the call has them. So a transcript holds their numbers, which
/// moments share, and the text is kept only of those that were looked at last.
final class UserDataText: Sendable {
  let data: UserData
  private let directory: Directory

  init(_ data: UserData, _ directory: Directory) { (self.data, self.directory) = (data, directory) }

  var text: String {
    directory.lastSpelled.known.withLock { known in
      if let known, known.owner === self { return known.text }
      let text = directory.text(data)
      known = Last.Known(owner: self, text: text)
      return text
    }
  }

  /// One text, and whose it is.
  final class Last: Sendable {
    fileprivate struct Known {
      /// Weak, for it refers to this in turn.
      weak var owner: UserDataText?
      let text: String
    }
    fileprivate let known = Mutex<Known?>(nil)
  }
}
