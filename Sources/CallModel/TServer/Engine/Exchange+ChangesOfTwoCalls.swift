// Changes outside one call: the actor's second call, the settings of a DN, the user data of a call.

extension Exchange {
  @inline(never)
  mutating func carryOutGeneral(_ changes: Span<Change>, _ scene: inout Scene) {
    for next in changes.indices {
      let change = changes[next]
      switch change.operation {
      case .opens: openConsultation(change, &scene)
      case .joins: join(change, announced: false, &scene)
      case .joinsAnnounced: join(change, announced: true, &scene)
      case .sets: set(change.setting, scene[change.who], &scene)
      case .asksForDigits: askForDigits(in: scene.slot, by: scene[.actor], as: scene.referenceID)
      case .bringsDigits: cold[0].digitRequests[scene.connID]?.isAnswered = true
      case .attaches: attach(cold[0].brought.data, to: scene.slot)
      case .updates: changeData(of: scene.slot) { [pairs = cold[0].brought.data] in $0.update(pairs) }
      case .deletesPair: changeData(of: scene.slot) { [pairs = cold[0].brought.data] in $0.delete(pairs.map(\.key)) }
      case .deletesData: changeData(of: scene.slot) { $0.removeAll() }
      case .merges:
        joinData(of: scene.otherSlot, to: scene.slot, as: change.mergedUserData)
        // The events of the request itself tell of what it brings.
        scene.changesSharedData = false
      default:
        if change.on == .other { scene.swapCalls() }
        slots[scene.slot].carryOut(changes.extracting(next..<next + 1), &scene, &lines, sequenceNumber)
        if change.on == .other { scene.swapCalls() }
      }
    }
  }

  // MARK: Two calls

  /// Opens a second call of the actor, for which the first one waits.
  private mutating func openConsultation(_ change: Change, _ scene: inout Scene) {
    (scene.otherSlot, scene.otherConnID) = open(from: scene[.actor], to: scene[.target], change.hop, .consult)
    slots[scene.otherSlot].main = scene.connID
    // The consultation may end at once.
    scene.isUnfinished = true
    beginData(of: scene.otherSlot, for: scene.slot, as: change.consultUserData)
    if slots[scene.otherSlot].sharesData, !cold[0].brought.data.isEmpty {
      (scene.changesSharedData, scene.isAccompanied, scene.isUnfinished) = (true, true, true)
    }
  }

  /// Moves the remaining parties of this call, and its user data, to the other. A consultation for this call becomes
  /// one for the other.
  private mutating func join(_ change: Change, announced: Bool, _ scene: inout Scene) {
    scene.isUnfinished = true
    joinData(of: scene.slot, to: scene.otherSlot, as: change.mergedUserData)
    var call = slots[scene.slot]
    // A party that the network has not reached by then is reached without an event.
    for place in 0..<call.count where call[place].state == .unreached {
      call.become(kind(call[place].dn) == .external ? .reached : .offered, call[place].dn)
    }
    slots[scene.otherSlot].join(call, announced: announced)
    slots[scene.slot].removeAll()
    // The other call may itself have been a consultation for the call that ends.
    if slots[scene.otherSlot].main == scene.connID { slots[scene.otherSlot].main = .none }
    relink(scene[.actor], from: scene.connID, to: scene.otherConnID)
    for place in 0..<call.count {
      lines[Int(call[place].dn.rawValue)].move(from: scene.slot, to: scene.otherSlot)
      relink(call[place].dn, from: scene.connID, to: scene.otherConnID)
      for number in cold[0].monitors.indices
      where cold[0].monitors[number].agent == call[place].dn && cold[0].monitors[number].used == scene.connID {
        cold[0].monitors[number].used = scene.otherConnID
      }
    }
    moveVoiceChanges(of: call, to: scene.otherConnID)
  }

  private mutating func relink(_ dn: DN, from gone: ConnID, to left: ConnID) {
    let line = line(dn)
    for number in 0..<line.count where slots[line.slot(number)].main == gone { slots[line.slot(number)].main = left }
  }

  // MARK: The settings of a DN

  private mutating func set(_ setting: Clause.Setting, _ dn: DN, _ scene: inout Scene) {
    switch setting {
    case .monitoring, .intruding:
      let type = MonitorNextCallType(rawValue: scene.mode.rawValue) ?? .oneCall
      scene.mode = Exchange.Mode(type)
      cold[0].monitors.removeAll { $0.observer == dn }
      let first = setting == .intruding ? .none : ConnID(nextConnID)
      cold[0].monitors.append(Monitor(observer: dn, agent: scene[.target], type: type, first: first))
      noteStaff()
    case .notMonitoring:
      cold[0].monitors.removeAll { $0.observer == dn }
      noteStaff()
    case .monitored: use(scene.connID, toObserveBy: dn)
    case .queuedVirtually: return beginVirtualWait(in: scene.slot, at: dn)
    case .divertedVirtually: return endVirtualWait(in: scene.slot, at: dn)
    case .registered, .unregistered:
      let mode = RegisterMode(rawValue: scene.mode.rawValue) ?? .share
      register(dn, as: setting == .registered ? mode : nil)
    case .muted, .notMuted: changeVoice(.speaking, of: dn, in: scene.connID)
    case .notListening, .listening: changeVoice(.listening, of: dn, in: scene.connID)
    case .loggedIn: logIn(scene.agentID, at: scene[.target], on: dn)
    default:
      if setting == .loggedOut { logOut(dn) }
      cold[0].settings[Int(dn.rawValue)].set(
        setting, to: scene[.target], &scene.mode, now: UInt32(truncatingIfNeeded: sequenceNumber))
    }
    refreshLine(Int(dn.rawValue))
  }

  /// The observer rings in the call.
  private mutating func use(_ call: ConnID, toObserveBy observer: DN) {
    for number in cold[0].monitors.indices where cold[0].monitors[number].observer == observer {
      if cold[0].monitors[number].type == .oneCall {
        cold[0].monitors[number].used = call
      } else {
        let others = cold[0].monitors[number].rung.filter { slot(of: $0) != nil }
        cold[0].monitors[number].rung = others + [call]
      }
    }
  }
}
