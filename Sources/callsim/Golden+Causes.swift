import CallScenario

// Why all goldens may be missing or differ at once: one sentence instead of thousands of lines.
extension Golden {
  /// The failure to report if no golden is at its place, and that of the first is at another place in DIR.
  ///
  /// The path to a scenario is a part of its golden's path. From another folder, all are missing.
  func misplaced(_ places: [Place], _ status: Status) -> Failure? {
    guard let first = places.first, places.allSatisfy(isMissing), let elsewhere = elsewhere(first) else { return nil }
    return Failure(
      status,
      "the paths do not fit the golden files: \(first.path.shown) is missing, but there is \(elsewhere.shown)",
      suggestion: "a golden is named after the path as it is given: run callsim in the folder where they were recorded")
  }

  /// The failure to report if there is no DIR, so that all goldens are missing.
  func missingFolder(_ paths: [String]) -> Failure? {
    do throws(SystemError) { _ = try Platform.identity(of: folder) } catch {
      guard error.isMissingFile else { return nil }
      let words = ["callsim record --golden", folder.shown] + (format == .table ? [] : ["--format \(format.rawValue)"])
      return Failure(
        .findings, "there is no folder \(folder.shown)",
        suggestion: "to make it, with the golden files, run \((words + paths.map(\.shown)).joined(separator: " "))")
    }
    return nil
  }

  private func isMissing(_ place: Place) -> Bool { (try? read(place))?.isMissing ?? false }

  /// A golden whose path is that of the place with folders before it, or without some of its first folders.
  private func elsewhere(_ place: Place) -> String? {
    guard let root = try? OpenFolder(folder) else { return nil }
    let names = place.folders + [place.name]
    let depth = folder.pathComponents.count
    return FolderListing(root, folder, ending: Inputs.ending + format.ending).files.first { file in
      let others = Array(file.pathComponents.dropFirst(depth))
      let common = min(names.count, others.count)
      return names.count != others.count && names.suffix(common) == others.suffix(common)
    }
  }

  /// Whether two texts have the same words, in any order: another layout may wrap cells elsewhere.
  func haveSameWords(_ old: [UInt8], _ new: [UInt8]) -> Bool {
    switch format {
    case .table: words(old) == words(new)
    case .jsonl, .csv, .markdown, .mermaid, .plantuml, .ladder, .svg, .html, .tserverLog: false
    }
  }

  /// The words in byte order, without those that are only lines between the cells.
  private func words(_ bytes: [UInt8]) -> [String] {
    let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
    return bytes.split { blanks.contains($0) }.map { String(decoding: $0, as: UTF8.self) }
      .filter { word in !word.unicodeScalars.allSatisfy { "-=|+".unicodeScalars.contains($0) || $0.isBoxDrawing } }
      .sorted()
  }
}

extension Unicode.Scalar {
  fileprivate var isBoxDrawing: Bool { (0x2500...0x257F).contains(value) }
}
