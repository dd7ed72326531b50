/// All files below a folder whose names end in `ending`, in byte order of their paths.
///
/// Hidden files and folders are left out, as shells do: `.build` and `.git` hold copies. Links to folders are not
/// followed, so links that form a circle do no harm.
struct FolderListing {
  /// Includes links to files.
  private(set) var files: [String] = []
  /// Links whose names end in `ending`, and links to folders.
  private(set) var links: [String] = []
  /// Folders that cannot be read, with the error.
  private(set) var unreadable: [(folder: String, error: SystemError)] = []
  /// Files whose names end in `ending`, and folders, whose names are not UTF-8 and so cannot be opened.
  private(set) var misnamed: [String] = []

  private let ending: String

  init(_ folder: String, ending: String) {
    self.ending = ending
    do throws(SystemError) {
      try visit(OpenFolder(folder), folder)
    } catch {
      unreadable.append((folder, error))
    }
    sort()
  }

  init(_ folder: borrowing OpenFolder, _ path: String, ending: String) {
    self.ending = ending
    do throws(SystemError) { try visit(folder, path) } catch { unreadable.append((path, error)) }
    sort()
  }

  private mutating func visit(_ folder: borrowing OpenFolder, _ path: String) throws(SystemError) {
    for entry in try folder.entries() where !entry.name.hasPrefix(".") {
      let path = path.hasSuffix("/") ? path + entry.name : "\(path)/\(entry.name)"
      let isWanted = entry.name.utf8.count > ending.utf8.count && entry.name.hasSuffix(ending)
      if entry.kind == .link && (isWanted || entry.target == .folder) { links.append(path) }
      switch (entry.kind, entry.target) {
      case (.folder, _) where !entry.isUTF8: misnamed.append(path)
      case (.folder, _):
        do throws(SystemError) { try visit(folder.folder(entry.name), path) } catch { unreadable.append((path, error)) }
      case (.link, .folder), (_, .other): break
      // A broken link counts as a file: reading it reports why.
      case _ where isWanted && !entry.isUTF8: misnamed.append(path)
      case _ where isWanted: files.append(path)
      default: break
      }
    }
  }

  private mutating func sort() {
    func sort(_ paths: inout [String]) { paths.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
    sort(&files)
    sort(&links)
    sort(&misnamed)
    unreadable.sort { $0.folder.utf8.lexicographicallyPrecedes($1.folder.utf8) }
  }
}

extension OpenFolder {
  /// A name in a folder. A name that is not UTF-8 is repaired: it can be shown, but not opened.
  struct Entry {
    let name: String
    let isUTF8: Bool
    let kind: FileIdentity.Kind
    /// The kind of the link's target, or of the file itself; nil if the link is broken.
    let target: FileIdentity.Kind?
  }
}
