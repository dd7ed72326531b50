import CallReport
import CallScenario

/// A folder of golden files: what each scenario printed when it was last recorded.
struct Golden {
  let folder: String
  let format: Format

  /// Reads `--golden DIR`; nil if it is not given. `--format` says how the goldens are printed, and is an error without
  /// it.
  init?(_ arguments: Arguments) throws(Failure) {
    format = try arguments.choice("--format") ?? .table
    guard let folder = arguments.text("--golden") else {
      guard arguments.has("--format") else { return nil }
      throw Failure(.badInput, "--format needs --golden", suggestion: "give --golden DIR, or leave out --format")
    }
    if folder.isEmpty { throw Failure(.badInput, "--golden needs a folder", suggestion: "write --golden DIR") }
    self.folder = folder.withoutEndingSlashes
    if let identity = try? Platform.identity(of: self.folder), identity.kind != .folder {
      throw Failure(
        .fileError, "--golden needs a folder, and \(self.folder.shown) is not one",
        suggestion: "give the folder of the golden files: --golden DIR")
    }
  }

  static func option(_ summary: String) -> Arguments.Option { Arguments.Option("--golden", "DIR", summary) }

  /// What a transcript has to hold so that it can be printed.
  func detail(_ least: Transcript.Detail) -> Transcript.Detail {
    if format == .html { return Printout(format: format).detail }
    var detail = least
    if format.attributes == .all { detail.unlisted = true }
    return detail
  }

  /// What the scenario prints, without colors, as the golden file stores it.
  func printed(_ transcript: Transcript) throws(Failure) -> [UInt8] {
    var printed: [UInt8] = []
    try Printout(format: format).write(transcript) { (bytes: RawSpan) throws(Failure) in
      bytes.withUnsafeBytes { printed.append(contentsOf: $0) }
    }
    return printed
  }
}

// MARK: Where a golden is

extension Golden {
  /// The path from DIR to a golden file.
  struct Place {
    /// The folders below DIR that lead to it.
    let folders: [String]
    let name: String
    /// The path shown in messages, which begins with DIR.
    let path: String
  }

  /// Returns `DIR/<its path>.txt` for each input.
  ///
  /// However a path is written, it has one golden. No golden lies outside DIR, and no two files share one.
  func places(of inputs: Inputs) throws(Failure) -> [Place] {
    var places: [Place] = []
    var owners: [[UInt8]: String] = [:]
    for file in inputs.files {
      if file == Inputs.standardInput {
        throw Failure(.badInput, "standard input has no golden file", suggestion: "give a PATH")
      }
      let names = try names(below: file)
      let place = place(names.dropLast() + [(names.last ?? "") + format.ending])
      if let owner = owners[Array(place.path.utf8)], owner != file,
        (try? Platform.identity(of: owner)) != (try? Platform.identity(of: file))
      {
        throw Failure(
          .badInput, "\(owner.shown) and \(file.shown) would share the golden file \(place.path.shown)",
          suggestion: "run callsim once for each, with a different DIR")
      }
      owners[Array(place.path.utf8)] = file
      places.append(place)
    }
    return places
  }

  private func names(below path: String) throws(Failure) -> [String] {
    let names = path.pathComponents.filter { $0 != "." }
    if names.contains("..") {
      throw Failure(
        .badInput, "\(path.shown) contains .., so its golden file would be outside \(folder.shown)",
        suggestion: "run callsim in a folder above the scenarios, and give paths relative to it")
    }
    return names
  }

  private func place(_ names: [String]) -> Place {
    Place(folders: names.dropLast(), name: names.last ?? "", path: path(names))
  }

  private func path(_ names: [String]) -> String {
    ([folder == "/" ? "" : folder] + names).joined(separator: "/")
  }

  /// The goldens below the given folders that no longer belong to a scenario.
  ///
  /// Only files whose names end in `.scenario` and the format's ending count as goldens: DIR may hold other things.
  func orphans(_ inputs: Inputs, _ places: [Place], _ console: inout Console) -> [Place] {
    var known = Set(places.map { Array($0.path.utf8) })
    var orphans: [Place] = []
    for folder in inputs.folders where folder.isComplete {
      // If the folder cannot be opened, the goldens below it have already reported why.
      guard let names = try? names(below: folder.path), let root = try? open(names, "read", path(names)) else {
        continue
      }
      let listing = FolderListing(root, path(names), ending: Inputs.ending + format.ending)
      for (folder, error) in listing.unreadable {
        console.report(.cannot("read", folder, error, suggestion: "make the folder readable"))
      }
      for link in listing.links where !known.contains(Array(link.utf8)) {
        console.report(isLink("read", link, link))
      }
      for file in listing.misnamed { console.report(.notUTF8(file)) }
      let links = Set(listing.links.map { Array($0.utf8) })
      for file in listing.files where !links.contains(Array(file.utf8)) && known.insert(Array(file.utf8)).inserted {
        orphans.append(place(String(Substring(file.utf8.dropFirst(self.folder.utf8.count))).pathComponents))
      }
    }
    return orphans
  }
}

// MARK: What a golden holds

// A repository may come from anywhere and contain links that lead elsewhere. DIR itself may be a link, but links below
// it are not followed, neither to read nor to write: each folder is opened from its parent.
extension Golden {
  /// The most bytes of a golden: 512 MiB, about 5,000 for each action that a scenario may have.
  static let limit = 512 << 20

  func read(_ place: Place) throws(Failure) -> FileContent {
    guard let folder = try open(place.folders, "read", place.path) else { return .missing }
    do throws(SystemError) {
      switch try folder.identity(of: place.name).kind {
      case .file: return try folder.read(place.name, atMost: Self.limit)
      case .link: throw SystemError.link
      case .folder, .other: break
      }
    } catch {
      if error.isMissingFile { return .missing }
      if error.isLink { throw isLink("read", place.path, place.path) }
      if error.isTooLarge {
        throw Failure(
          .fileError, "cannot read \(place.path.shown): it has more than \(Self.limit) bytes",
          suggestion: "callsim writes no golden file that large: delete it")
      }
      throw .cannot("read", place.path, error, suggestion: "make the golden file readable")
    }
    throw Failure(
      .fileError, "cannot read \(place.path.shown): it is not a file",
      suggestion: "a golden must be a regular file: remove what is there")
  }

  func write(_ place: Place, _ old: FileContent, _ new: [UInt8]) throws(Failure) -> Replacement {
    if new.count > Self.limit {
      throw Failure(
        .fileError, "cannot write \(place.path.shown): it would have \(new.count) bytes",
        suggestion: "a golden has at most \(Self.limit): split the scenario")
    }
    do throws(SystemError) {
      if old.isMissing { try Platform.makeFolder(folder) }
    } catch {
      throw .cannot("write", place.path, error, suggestion: "the file is unchanged")
    }
    guard let folder = try open(place.folders, "write", place.path, makingFolders: old.isMissing) else {
      throw ReplacementFailure.changedMeanwhile.failure(place.path)
    }
    do throws(ReplacementFailure) {
      return try folder.replace(place.name, old, with: new)
    } catch {
      throw error.failure(place.path)
    }
  }

  /// Deletes a golden that no scenario has.
  func delete(_ place: Place) throws(Failure) {
    guard let folder = try open(place.folders, "delete", place.path) else { return }
    do throws(SystemError) {
      try folder.remove(place.name)
    } catch {
      throw .cannot("delete", place.path, error, suggestion: "make its folder writable, or delete it yourself")
    }
  }

  /// Opens the folder below DIR with these names; nil if it does not exist.
  func open(_ names: [String], _ verb: String, _ golden: String, makingFolders: Bool = false) throws(Failure)
    -> OpenFolder?
  {
    var walked: [String] = []
    do throws(SystemError) {
      var at = try OpenFolder(folder)
      for name in names {
        walked.append(name)
        if makingFolders { try at.makeFolder(name) }
        at = try at.folder(name)
      }
      return at
    } catch {
      if error.isMissingFile { return nil }
      if error.isLink && !walked.isEmpty { throw isLink(verb, golden, path(walked)) }
      throw .cannot(verb, golden, error, suggestion: "make the golden file \(verb == "read" ? "readable" : "writable")")
    }
  }

  private func isLink(_ verb: String, _ golden: String, _ link: String) -> Failure {
    let subject = golden == link ? "it" : link.shown
    return Failure(
      .fileError, "cannot \(verb) \(golden.shown): \(subject) is a symbolic link",
      suggestion:
        "callsim follows no links below \(folder.shown): "
        + "replace the link with a folder or a file, or give its target as DIR"
    )
  }
}
