import CallReport
import CallScenario

/// The scenario files that the PATHs of a command line stand for, in order; a file given twice is listed twice.
struct Inputs {
  static let standardInput = "-"
  static let ending = ".scenario"

  /// A PATH that is a folder.
  struct Folder {
    let path: String
    /// Whether the whole folder could be read, so that a file that was not found does not exist.
    let isComplete: Bool
  }

  private(set) var files: [String] = []
  private(set) var folders: [Folder] = []
  /// The paths that are missing from `files`, as reported.
  private(set) var problems: [FileProblem] = []

  /// Lists the files. A path that cannot be read is reported, and the other paths are still listed.
  init(_ paths: [String], _ console: inout Console) {
    for path in paths {
      do throws(SystemError) {
        if path != Self.standardInput, try Platform.identity(of: path).kind == .folder {
          add(folder: path.withoutEndingSlashes, &console)
        } else {
          files.append(path)
        }
      } catch {
        report(.cannot("read", path, error, suggestion: Self.suggestion(path, error)), path, &console)
      }
    }
  }

  private mutating func report(_ failure: Failure, _ path: String, _ console: inout Console) {
    console.report(failure)
    problems.append(FileProblem(path: path, failure))
  }

  private mutating func add(folder: String, _ console: inout Console) {
    let listing = FolderListing(folder, ending: Self.ending)
    for (folder, error) in listing.unreadable {
      report(
        .cannot("read", folder, error, suggestion: "make the folder readable, or name the files in it"), folder,
        &console)
    }
    for path in listing.misnamed { report(.notUTF8(path), path, &console) }
    let isComplete = listing.unreadable.isEmpty && listing.misnamed.isEmpty
    if listing.files.isEmpty && isComplete {
      report(
        Failure(.badInput, "no scenarios in \(folder.shown)", suggestion: "scenario files end in \(Self.ending)"),
        folder, &console)
    }
    files += listing.files
    folders.append(Folder(path: folder, isComplete: isComplete))
  }

  private static func suggestion(_ path: String, _ error: SystemError) -> String {
    guard error.isMissingFile else { return "check the path: expected a readable file or folder" }
    if (try? Platform.identity(of: path, followingLinks: false))?.kind == .link {
      return "it is a broken link"
    }
    let (folder, name) = path.folderAndName
    let entries = (try? OpenFolder(folder.isEmpty ? "." : folder).entries()) ?? []
    if entries.contains(where: { !$0.isUTF8 && $0.name == name }) { return "its name is not UTF-8: rename it" }
    let near = entries.filter { $0.isUTF8 && !$0.name.hasPrefix(".") }.map(\.name).sorted().nearest(to: name)
    return near.map { "did you mean \((folder + $0).shown)?" } ?? "check the path: expected an existing file or folder"
  }
}

extension Inputs {
  /// Refuses an `-o` file that is also an input, since opening it would empty it. Files are compared by identity, not
  /// path.
  func refuse(output: String, of option: String = "-o") throws(Failure) {
    guard output != "-", let written = try? Platform.identity(of: output), written.kind == .file else { return }
    for file in files {
      let read =
        file == Self.standardInput
        ? try? Platform.identity(of: Platform.standardInput) : try? Platform.identity(of: file)
      guard read == written else { continue }
      throw Failure(
        .badInput, "\(option) \(output.shown) would write over the input \(file.shown)",
        suggestion: "give \(option) another file")
    }
  }

  /// Reads a file; returns nil and reports the error if it cannot be read.
  static func read(_ path: String, _ console: inout Console) -> FileContent? {
    do throws(Failure) {
      return try read(path)
    } catch {
      console.report(error)
      return nil
    }
  }

  static func read(_ path: String, atMost limit: Int = Limits.file + 1) throws(Failure) -> FileContent {
    // The default is one byte more than allowed, so that the parser sees and reports that the file is too large.
    do throws(SystemError) {
      return path == standardInput
        ? try Platform.read(Platform.standardInput, atMost: limit) : try Platform.read(path, atMost: limit)
    } catch {
      throw .cannot("read", path, error, suggestion: suggestion(path, error))
    }
  }

  /// Why a file has no transcript.
  enum Problem: Error {
    case unreadable(Failure)
    case notUnderstood(Mistakes)
  }

  /// Reads and replays a scenario; one without an action is a mistake. It prints nothing, so any thread may call it.
  static func transcript(of path: String, _ detail: Transcript.Detail) throws(Problem) -> Transcript {
    let content: FileContent
    do throws(Failure) { content = try read(path) } catch { throw .unreadable(error) }
    do throws(Mistakes) {
      var scenario = try Scenario(parsing: content.bytes, path: path)
      if detail.views { scenario.comments = FileComments(content.bytes) }
      let transcript = try scenario.replay(detail)
      if transcript.scenario.flows.contains(where: \.hasAction) { return transcript }
    } catch {
      throw .notUnderstood(error)
    }
    let mistake = Diagnostic(
      path: path, position: Position(line: 1, column: 1), message: "the scenario has no action",
      suggestion: "below the parties, write who does what: ACTOR VERB [TARGET]")
    throw .notUnderstood(Mistakes(diagnostics: [mistake]))
  }

  /// Parses a scenario; returns nil and reports its mistakes if it has any.
  static func scenario(_ content: FileContent, _ path: String, _ console: inout Console) -> Scenario? {
    do throws(Mistakes) {
      let scenario = try Scenario(parsing: content.bytes, path: path)
      console.report(warnings: scenario.warnings)
      return scenario
    } catch {
      console.report(error)
      return nil
    }
  }

  /// Parses and replays a scenario; returns nil and reports its mistakes if it has any.
  static func replay(
    _ content: FileContent, _ path: String, _ detail: Transcript.Detail, _ console: inout Console
  ) -> Transcript? {
    guard var scenario = scenario(content, path, &console) else { return nil }
    if detail.views { scenario.comments = FileComments(content.bytes) }
    do throws(Mistakes) {
      return try scenario.replay(detail)
    } catch {
      console.report(error)
      return nil
    }
  }
}
