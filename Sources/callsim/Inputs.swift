import CallScenario

/// The scenario files that the PATHs of a command line stand for, in their order; one given twice is there twice.
struct Inputs {
  static let standardInput = "-"
  static let ending = ".scenario"

  /// A PATH that is a folder.
  struct Folder {
    let path: String
    /// Everything beneath it could be looked at: what was not found is not there.
    let isComplete: Bool
  }

  private(set) var files: [String] = []
  private(set) var folders: [Folder] = []

  /// A path that cannot be read is reported, and the others go on.
  init(_ paths: [String], _ console: inout Console) {
    for path in paths {
      do throws(SystemError) {
        if path != Self.standardInput, try Platform.identity(of: path).kind == .folder {
          add(folder: withoutEndingSlashes(path), &console)
        } else {
          files.append(path)
        }
      } catch {
        console.report(.cannot("read", path, error, wayOut: Self.wayOut(path, error)))
      }
    }
  }

  private mutating func add(folder: String, _ console: inout Console) {
    let listing = FolderListing(folder, ending: Self.ending)
    for (folder, error) in listing.unreadable {
      console.report(.cannot("read", folder, error, wayOut: "make the folder readable, or name the files beside it"))
    }
    if listing.files.isEmpty && listing.unreadable.isEmpty {
      console.report(
        Failure(.misunderstood, "no scenarios in \(shown(folder))", wayOut: "scenario files end in \(Self.ending)"))
    }
    files += listing.files
    folders.append(Folder(path: folder, isComplete: listing.unreadable.isEmpty))
  }

  private static func wayOut(_ path: String, _ error: SystemError) -> String {
    guard error.isMissingFile else { return "PATH is a file or a folder that can be read" }
    let (folder, name) = folderAndName(path)
    let names = (try? Platform.names(in: folder.isEmpty ? "." : folder)) ?? []
    let near = nearest(name, in: names.filter { !$0.hasPrefix(".") }.sorted())
    return near.map { "did you mean \(shown(folder + $0))?" } ?? "PATH is a file or a folder that is there"
  }
}

extension Inputs {
  /// `-o` must not empty what is still to be read. The file is known by what it is, for it has many paths.
  func refuse(output: String) throws(Failure) {
    guard output != "-", let written = try? Platform.identity(of: output), written.kind == .file else { return }
    for file in files {
      let read =
        file == Self.standardInput
        ? try? Platform.identity(of: Platform.standardInput) : try? Platform.identity(of: file)
      guard read == written else { continue }
      throw Failure(
        .misunderstood, "-o \(shown(output)) would write over the input \(shown(file))", wayOut: "give -o another file")
    }
  }

  /// Reads a file and understands it; what hinders that is reported.
  static func scenario(_ path: String, _ console: inout Console) -> (bytes: [UInt8], scenario: Scenario)? {
    // One byte too many is read, so that the parser sees that the file is too large, and says so as it says everything.
    let limit = Limits.file + 1
    let bytes: [UInt8]
    do throws(SystemError) {
      if path == standardInput {
        bytes = try Platform.read(Platform.standardInput, atMost: limit)
      } else {
        bytes = try Platform.read(path, atMost: limit)
      }
    } catch {
      console.report(.cannot("read", path, error, wayOut: wayOut(path, error)))
      return nil
    }
    do throws(Mistakes) {
      return (bytes, try Scenario.parse(bytes, path: path, vocabularies: Servers.vocabularies))
    } catch {
      console.report(error)
      return nil
    }
  }

  /// The same, and replays it.
  static func replay(_ path: String, _ console: inout Console) -> (bytes: [UInt8], transcript: Transcript)? {
    guard let (bytes, scenario) = scenario(path, &console) else { return nil }
    do throws(Mistakes) {
      return (bytes, try scenario.replay())
    } catch {
      console.report(error)
      return nil
    }
  }
}
