/// A server as it was, sharing with an earlier snapshot the subjects that have not changed since.
package struct ServerSnapshot<Model: MessageEngine>: Sendable {
  private let subjects: PagedArray<Model.Subject>
  private let rest: Model

  package init(_ state: Model, after earlier: ServerSnapshot?) {
    subjects = PagedArray(state.everySubject, after: earlier?.subjects)
    var rest = state
    rest.everySubject = []
    self.rest = rest
  }

  package var state: Model {
    var state = rest
    state.everySubject = subjects.array
    return state
  }
}
