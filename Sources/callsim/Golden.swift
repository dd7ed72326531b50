import CallScenario

/// A folder of golden files: what each scenario printed when somebody last looked and found it right.
struct Golden {
  let folder: String
  let format: Format

  /// `--golden DIR`; nil where it is not given. `--format` says how the goldens are printed, and nothing without it.
  init?(_ arguments: Arguments) throws(Failure) {
    format = try arguments.choice("--format") ?? .table
    guard let folder = arguments.text("--golden") else {
      guard arguments.has("--format") else { return nil }
      throw Failure(.misunderstood, "--format belongs to --golden", wayOut: "give --golden DIR, or leave --format out")
    }
    if folder.isEmpty { throw Failure(.misunderstood, "--golden needs a folder", wayOut: "write --golden DIR") }
    self.folder = withoutEndingSlashes(folder)
  }

  static let option = Arguments.Option("--golden", "DIR")

  /// What the scenario prints, as a golden keeps it: without colors.
  func printed(_ transcript: Transcript) -> [UInt8] {
    Printout(format: format).bytes(transcript)
  }
}

// MARK: Where a golden stands

extension Golden {
  /// `DIR/<its path>.txt` for each input: however a path is written it has one golden, none lies outside DIR, and no
  /// two files share one.
  func paths(of inputs: Inputs) throws(Failure) -> [String] {
    var paths: [String] = []
    var owners: [String: String] = [:]
    for file in inputs.files {
      if file == Inputs.standardInput {
        throw Failure(.misunderstood, "standard input has no golden file", wayOut: "give a PATH")
      }
      let path = try place(of: file) + format.ending
      if let owner = owners[path], owner != file,
        (try? Platform.identity(of: owner)) != (try? Platform.identity(of: file))
      {
        throw Failure(
          .misunderstood, "\(shown(owner)) and \(shown(file)) would share the golden file \(shown(path))",
          wayOut: "give them in two calls, with a DIR each")
      }
      owners[path] = file
      paths.append(path)
    }
    return paths
  }

  private func place(of path: String) throws(Failure) -> String {
    let names = callsim.names(in: path).filter { $0 != "." }
    if names.contains("..") {
      throw Failure(
        .misunderstood, "\(shown(path)) leads upwards, and its golden file out of \(shown(folder))",
        wayOut: "run callsim in a folder above the scenarios, and give their paths from there")
    }
    return ([folder == "/" ? "" : folder] + names).joined(separator: "/")
  }

  /// Goldens beneath the folders that were given, which no scenario there belongs to.
  ///
  /// Only what is called `….scenario` and the format's ending counts as a golden: DIR may hold other things.
  func orphans(_ inputs: Inputs, _ paths: [String], _ console: inout Console) -> [String] {
    let wanted = Set(paths)
    var orphans: [String] = []
    for folder in inputs.folders where folder.isComplete {
      guard let root = try? place(of: folder.path), (try? Platform.identity(of: root))?.kind == .folder else {
        continue
      }
      let listing = FolderListing(root, ending: Inputs.ending + format.ending)
      for (folder, error) in listing.unreadable {
        console.report(.cannot("read", folder, error, wayOut: "make the folder readable"))
      }
      orphans += listing.files.filter { !wanted.contains($0) && !orphans.contains($0) }
    }
    return orphans
  }
}

// MARK: What it holds

extension Golden {
  /// Nil where it cannot be read, which is reported.
  func read(_ path: String, _ console: inout Console) -> FileContent? {
    do throws(SystemError) {
      if try Platform.identity(of: path).kind == .file { return .bytes(try Platform.read(path, atMost: .max)) }
      console.report(
        Failure(
          .unreachable, "cannot read \(shown(path)): it is not a file",
          wayOut: "a golden is a file; remove what stands there"))
    } catch {
      if error.isMissingFile { return .missing }
      console.report(.cannot("read", path, error, wayOut: "make the golden file readable"))
    }
    return nil
  }
}
