/// The files at any depth beneath a folder whose names end in something, in byte order of their paths.
///
/// Hidden files and folders are left out, as shells do: `.build` and `.git` hold copies. Links to folders are not
/// followed, so no circle of links can hold it; links to files are.
struct FolderListing {
  private(set) var files: [String] = []
  /// Folders that cannot be read, and why.
  private(set) var unreadable: [(folder: String, error: SystemError)] = []

  init(_ folder: String, ending: String) {
    visit(folder, ending)
    files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private mutating func visit(_ folder: String, _ ending: String) {
    let names: [String]
    do throws(SystemError) {
      names = try Platform.names(in: folder)
    } catch {
      return unreadable.append((folder, error))
    }
    for name in names where !name.hasPrefix(".") {
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      switch Self.kind(of: path) {
      case .folder: visit(path, ending)
      case .file where name.utf8.count > ending.utf8.count && name.hasSuffix(ending): files.append(path)
      case .file, .link, .other: break
      }
    }
  }

  /// What a link leads to, unless that is a folder. What cannot be looked at counts as a file: reading it will say why.
  private static func kind(of path: String) -> FileIdentity.Kind {
    guard let own = try? Platform.identity(of: path, followingLinks: false), own.kind == .link else {
      return (try? Platform.identity(of: path))?.kind ?? .file
    }
    let target = (try? Platform.identity(of: path))?.kind ?? .file
    return target == .folder ? .link : target
  }
}
