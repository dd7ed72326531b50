package import CallModel

extension Session {
  /// What a session says to a line.
  public struct Answer: Sendable {
    /// What the line did.
    public let content: Content
    /// The number of actions that have been played.
    public let step: Int
    /// What the line may not mean as it says it, such as a DN that no party has.
    public let warnings: [Diagnostic]
    /// The parties that do something else than before the line, if the session looks at that.
    package internal(set) var changes: [Int] = []

    package init(content: Content, step: Int, warnings: [Diagnostic]) {
      (self.content, self.step, self.warnings) = (content, step, warnings)
    }

    /// What a line did.
    public enum Content: Sendable {
      /// It was a statement of the header, a mark, a wait, the beginning of a flow, a comment, or blank.
      case nothing
      /// The action was played, or it is a request that was refused; then follows what the switch did by itself.
      case played([Transcript.Step])
      /// The switch, the network or a person cannot do this now. Nothing has happened, and it is no step.
      case refused(Transcript.Step)
      /// The line was not understood. Nothing has happened.
      case mistakes(Mistakes)
      /// The command cannot be carried out.
      case failed(reason: String, suggestion: String?)
      /// What is possible.
      case next(NextActions)
      /// So many statements were taken back.
      case undone(Int)
      /// What the parties are doing is asked for.
      case state
      /// The steps of the last action, whose rules are asked for.
      case why([Transcript.Step])
      /// The session as a scenario is to be written to that file; without a file, it is to be shown.
      case save(path: String?, text: String)
      /// The commands are asked for.
      case help
      /// The session is to end.
      case quit
    }

    /// Whether the line was not understood, or could not be carried out.
    public var isMistake: Bool {
      switch content {
      case .mistakes, .failed: true
      default: false
      }
    }
  }

  /// What each party is doing, in the order of the header.
  package var activities: [[Activity]] { course?.activities ?? scenario.parties.map { _ in [] } }

  /// The names of the marks, in the order in which they were set.
  package var markNames: [String] { course?.place.marks.names ?? [] }
}
