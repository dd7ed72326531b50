/// A stored server. It shares the subjects that have not changed since an earlier snapshot with that one.
package struct ServerSnapshot<Model: MessageEngine>: Sendable {
  private let subjects: PagedArray<Model.Subject>
  private let rest: Model

  package init(_ state: Model, after earlier: ServerSnapshot?) {
    subjects = PagedArray(state.allSubjects, after: earlier?.subjects)
    var rest = state
    rest.allSubjects = []
    self.rest = rest
  }

  package var state: Model {
    var state = rest
    state.allSubjects = subjects.array
    return state
  }
}
