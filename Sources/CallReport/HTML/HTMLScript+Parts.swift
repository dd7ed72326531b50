extension HTMLScript {
  /// Long flows are shown in parts, so that the page stays quick.
  static let parts = #"""
    /** About how many elements a part may take. */
    const partLimit = 2000;

    function weight(step) {
      return step.messages.reduce((sum, message) => sum + 12 + 2 * message.attributes.length, 14);
    }

    /** The parts of a flow: each is like the flow, with some of its entries, and what the parties do before them. */
    function partsOf(flow) {
      flow.parts ??= makeParts(flow);
      return flow.parts;
    }

    function makeParts(flow) {
      const parts = [];
      let states = flow.opening;
      let part;
      let size = 0;
      for (const entry of flow.entries) {
        const more = entry.step ? weight(entry.step) : 8;
        if (!part || (size + more > partLimit && entry.step && part.steps.length > 0)) {
          const before = parts.at(-1)?.steps.at(-1)?.number;
          part = Object.assign(Object.create(flow), { entries: [], steps: [], opening: states, before });
          if (parts.length > 0) parts.at(-1).after = entry.step.number;
          parts.push(part);
          size = 0;
        }
        size += more;
        part.entries.push(entry);
        if (!entry.step) continue;
        part.steps.push(entry.step);
        if (entry.step.states.size === 0) continue;
        states = [...states];
        entry.step.states.forEach((activities, party) => { states[party] = activities; });
      }
      return parts.length > 0 ? parts : [flow];
    }

    function partWith(flow, number) {
      const parts = partsOf(flow);
      return parts.find((part) => part.steps.some((step) => step.number === number)) ?? parts[0];
    }

    """#
}
