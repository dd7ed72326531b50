/// How a file was replaced.
enum Replacement {
  case lasting
  /// The file is new, but a power failure may restore the old one.
  case uncertain(SystemError)

  /// The failure to report for the file at this path, if there is one.
  func failure(_ path: String) -> Failure? {
    guard case .uncertain(let error) = self else { return nil }
    return Failure(
      .fileError, "cannot sync the folder of \(path.shown): \(error.text)",
      suggestion: "it is written, but a power failure may restore the old file")
  }
}

/// Why a file could not be replaced. The file is unchanged.
enum ReplacementFailure: Error, Equatable {
  case failed(SystemError)
  /// The user may not create or rename files in the folder.
  case refusedByFolder(SystemError)
  /// The file is no longer the one that was read.
  case changedMeanwhile

  /// The failure to report for the file at this path.
  func failure(_ path: String) -> Failure {
    switch self {
    case .failed(let error): .cannot("write", path, error, suggestion: "the file is unchanged")
    case .refusedByFolder(let error):
      Failure(
        .fileError, "cannot write \(path.shown): its folder does not let callsim replace it: \(error.text)",
        suggestion: "the file is unchanged; make its folder writable")
    case .changedMeanwhile:
      Failure(
        .fileError, "cannot write \(path.shown): it has changed in the meantime",
        suggestion: "the change is kept: run callsim again")
    }
  }
}

extension SystemError {
  /// The file has been removed, or replaced by something else.
  fileprivate var isAnotherFile: Bool { isMissingFile || isLink || self == .notAFile }
}

extension OpenFolder {
  /// Replaces the file that the path's links lead to; the links stay.
  static func replaceFile(at path: String, _ old: FileContent, with new: [UInt8]) throws(Failure) -> Replacement {
    let name: String
    let folder: OpenFolder
    do throws(SystemError) {
      let target = try Platform.target(of: path).folderAndName
      name = target.name
      folder = try OpenFolder(target.folder.isEmpty ? "." : target.folder)
    } catch {
      throw (error.isMissingFile ? .changedMeanwhile : ReplacementFailure.failed(error)).failure(path)
    }
    do throws(ReplacementFailure) {
      return try folder.replace(name, old, with: new)
    } catch {
      throw error.failure(path)
    }
  }

  /// Replaces the file that was read by a new one with the same permissions.
  ///
  /// The new file is written next to the old one and renamed over it. Other programs see the old file or the new one,
  /// never half of either, and an edit made since `old` was read is not lost. Signals are blocked meanwhile, so that
  /// none leaves the temporary file behind. Its name is hidden, so it is never taken for a scenario or a golden.
  @discardableResult
  func replace(_ name: String, _ old: FileContent, with new: [UInt8]) throws(ReplacementFailure) -> Replacement {
    let signals = Platform.holdSignals()
    defer { Platform.restoreSignals(signals) }
    let permissions = try old.isMissing ? nil : permissions(of: name)
    let temporary = ".callsim-\(String(UInt64.random(in: .min ... .max), radix: 36)).tmp"
    let file: Int32
    do throws(SystemError) {
      file = try create(temporary, isPrivate: permissions != nil)
    } catch {
      throw error.isRefusal ? .refusedByFolder(error) : .failed(error)
    }
    do throws(ReplacementFailure) {
      try fill(file, with: new, permissions)
      if try isNew(name, old, new) {
        try? remove(temporary)
        return .lasting
      }
      try putInPlace(temporary, of: name)
    } catch {
      try? remove(temporary)
      throw error
    }
    do throws(SystemError) {
      try sync()
      return .lasting
    } catch {
      return .uncertain(error)
    }
  }

  /// The permissions of the old file. A file that the user may not write is not replaced either.
  private func permissions(of name: String) throws(ReplacementFailure) -> Permissions {
    do throws(SystemError) {
      return try permissions(toWrite: name)
    } catch {
      throw error.isAnotherFile ? .changedMeanwhile : .failed(error)
    }
  }

  private func fill(_ file: Int32, with bytes: [UInt8], _ permissions: Permissions?) throws(ReplacementFailure) {
    var failure: SystemError?
    do throws(SystemError) {
      if let permissions { try Platform.set(permissions, of: file) }
      try Platform.write(bytes.span.bytes, to: file)
      try Platform.sync(file)
    } catch {
      failure = error
    }
    do throws(SystemError) { try Platform.closeAfterWriting(file) } catch { failure = failure ?? error }
    if let failure { throw .failed(failure) }
  }

  /// Whether the file already holds the new bytes, as another callsim may have written them. Any bytes but these and
  /// the old ones are an error.
  private func isNew(_ name: String, _ old: FileContent, _ new: [UInt8]) throws(ReplacementFailure) -> Bool {
    let now: FileContent
    do throws(SystemError) {
      now = try read(name, atMost: max(old.bytes.count, new.count))
    } catch {
      if error.isMissingFile && old.isMissing { return false }
      throw error.isAnotherFile || error.isTooLarge ? .changedMeanwhile : .failed(error)
    }
    if now.holds(new) { return true }
    if now.identity == old.identity && now.holds(old.bytes) { return false }
    throw .changedMeanwhile
  }

  private func putInPlace(_ temporary: String, of name: String) throws(ReplacementFailure) {
    do throws(SystemError) {
      try rename(temporary, over: name)
    } catch {
      throw error.isRefusal ? .refusedByFolder(error) : .failed(error)
    }
  }
}
