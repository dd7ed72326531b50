extension HTMLScript {
  /// The ladder: a lifeline for each party, and a row for each mark, action and message.
  static let ladder = #"""
    const rowHeights = { branch: 40, more: 40, mark: 44, wait: 32, action: 42, refusal: 34, message: 34 };
    const gutter = 36;

    /** The calls of a flow, in the order in which they appear, which gives them their colors. */
    function callsOf(flow) {
      const calls = new Set();
      const add = (activities) => activities.forEach((each) => calls.add(each.call));
      flow.opening.forEach(add);
      for (const step of flow.steps) {
        step.messages.forEach((message) => calls.add(message.call));
        step.states.forEach(add);
      }
      calls.delete('');
      return [...calls];
    }

    /** The rows of a flow, each with its place, and with what parties do from there on. */
    function rowsOf(flow) {
      const rows = [];
      let top = 10;
      const add = (row) => {
        const height = rowHeights[row.kind];
        rows.push({ ...row, states: new Map(), top, height, middle: top + height - 12 });
        top += height;
      };
      if (flow.before !== undefined) add({ kind: 'more', number: flow.before, words: 'earlier steps' });
      else if (!flow.isMain && !flow.scenario.isWhole(flow)) add({ kind: 'branch' });
      for (const entry of flow.entries) {
        if (entry.step) {
          addStep(entry.step, add, rows);
          top += 6;
        } else if (entry.wait) {
          add({ kind: 'wait', words: entry.wait });
        } else {
          add({ kind: 'mark', mark: entry.mark, name: entry.markName });
        }
      }
      if (flow.after !== undefined) add({ kind: 'more', number: flow.after, words: 'later steps' });
      return { rows, height: top + 16 };
    }

    function addStep(step, add, rows) {
      const pending = new Map(step.states);
      add({ kind: 'action', step, message: 0 });
      const action = rows.at(-1);
      if (step.refusal && step.messages.length === 0) add({ kind: 'refusal', step });
      step.messages.forEach((message, index) => {
        add({ kind: 'message', step, event: message, message: index + 1 });
        // What a party does changes with the last message that it gets in the step.
        const isLast = !step.messages.slice(index + 1).some((later) => later.to === message.to);
        if (!isLast || !pending.has(message.to)) return;
        rows.at(-1).states.set(message.to, pending.get(message.to));
        pending.delete(message.to);
      });
      // Parties that get no message change with the action.
      pending.forEach((activities, party) => action.states.set(party, activities));
    }

    /** The parties that have a lifeline: all or, of more than eight, those that take part; and the server. */
    function lanesOf(flow) {
      const { parties, data } = flow.scenario;
      let lanes = parties.map((_, index) => index);
      if (lanes.length > 8) {
        const active = new Set();
        for (const step of flow.steps) {
          active.add(step.actor);
          step.messages.forEach((message) => active.add(message.from).add(message.to));
        }
        lanes = lanes.filter((party) => active.has(party));
      }
      return data.server ? [...lanes, theServer] : lanes;
    }

    class Ladder {
      /** Draws a part of the flow. `choose(step, message)` is called when a row is clicked. */
      constructor(flow, part, width, choose) {
        this.flow = part;
        this.choose = choose;
        this.lanes = lanesOf(flow);
        this.calls = callsOf(flow);
        this.spacing = Math.max(56, Math.min(176, Math.floor((width - gutter - 8) / this.lanes.length)));
        this.width = gutter + this.spacing * this.lanes.length + 8;
        Object.assign(this, rowsOf(part));
        this.element = el('div', { class: 'ladder' }, this.#heads(), this.#body());
        this.element.style.width = `${this.width}px`;
        roam(this.element);
      }

      x(party) { return gutter + this.spacing * (this.lanes.indexOf(party) + 0.5); }
      has(party) { return this.lanes.includes(party); }
      color(call) { return `call${call ? (this.calls.indexOf(call) % 6) + 1 : 0}`; }

      // What each party is doing, at its head

      #heads() {
        this.heads = new Map();
        this.actors = new Set(this.lanes.filter((party) => this.flow.opening[party]?.length
          || this.flow.steps.some((step) => step.states.get(party)?.length)));
        const most = Math.max(1, ...[...this.#everyState()].map((activities) => activities.length));
        const heads = this.lanes.map((party) => {
          const states = el('ul', { class: 'states' });
          this.heads.set(party, states);
          const { name, dn, kind, options } = this.flow.scenario.parties[party] ?? { kind: 'server' };
          const number = dn && dn !== name ? `, DN ${dn}` : '';
          return el('div', { class: party === theServer ? 'head server' : 'head', title: options || undefined },
            el('b', {}, this.flow.scenario.name(party)), el('span', { class: 'kind' }, kind + number), states);
        });
        const attributes = { class: 'heads', role: 'group', 'aria-label': 'What each party is doing' };
        const element = el('div', attributes, heads);
        element.classList.toggle('narrow', this.spacing < 72);
        element.style.gridTemplateColumns = `${gutter}px repeat(${this.lanes.length}, ${this.spacing}px)`;
        element.style.minHeight = `${52 + 24 * most}px`;
        return element;
      }

      * #everyState() {
        yield* this.flow.opening;
        for (const step of this.flow.steps) yield* step.states.values();
      }

      showHeads(stepNumber) {
        const states = new Map(this.flow.opening.map((activities, party) => [party, activities]));
        for (const step of this.flow.steps) {
          if (step.number <= stepNumber) step.states.forEach((activities, party) => states.set(party, activities));
        }
        this.heads.forEach((list, party) => {
          if (party === theServer) return;
          const activities = states.get(party) ?? [];
          // Of a party that never does anything, such as a server, it would say nothing.
          const rest = this.actors.has(party) ? [el('li', { class: 'state idle' }, 'idle')] : [];
          const items = activities.map((each) => el('li', { class: `state ${each.phase} ${this.color(each.call)}` },
            each.call && this.calls.length > 1 ? el('i', {}, each.call) : '', each.words));
          list.replaceChildren(...(items.length ? items : rest));
        });
      }

      // Lifelines and arrows

      #body() {
        const picture = svg('svg', { width: this.width, height: this.height, 'aria-hidden': 'true' });
        this.lanes.forEach((party) => this.#lifeline(picture, party));
        const list = el('ol', { class: 'rows' });
        for (const row of this.rows) {
          row.element = this.row(row);
          row.element.style.top = `${row.top}px`;
          row.element.style.height = `${row.height}px`;
          list.append(row.element);
          row.arrow = this.#arrow(row);
          if (row.arrow) picture.append(row.arrow);
        }
        const body = el('div', { class: 'body' }, picture, list);
        body.style.height = `${this.height}px`;
        return body;
      }

      /** Thin where the party is in no call, and a band for each of its calls. */
      #lifeline(picture, party) {
        const x = this.x(party);
        const life = { x1: x, x2: x, y1: 0, y2: this.height };
        picture.append(svg('line', { ...life, class: party === theServer ? 'life server' : 'life' }));
        if (party === theServer) return;
        let activities = this.flow.opening[party] ?? [];
        let earlier = [];
        let start = 0;
        for (const row of this.rows) {
          if (!row.states.has(party)) continue;
          this.#bands(picture, activities, earlier, x, start, row.middle);
          earlier = activities;
          activities = row.states.get(party);
          start = row.middle;
        }
        this.#bands(picture, activities, earlier, x, start, this.height);
      }

      /** A band for each call, with the call's number where the party enters it. */
      #bands(picture, activities, earlier, x, from, to) {
        const bands = activities.filter((each) => each.call && each.phase !== 'other');
        bands.forEach((each, index) => {
          const at = x + (index - (bands.length - 1) / 2) * 10;
          // A band that goes on begins where the one before it ends.
          const goesOn = earlier.filter((before) => before.call && before.phase !== 'other')
            .findIndex((before) => before.call === each.call && before.phase === each.phase) === index;
          const shape = each.phase === 'holding'
            ? svg('rect', { x: at - 3.5, y: from + 1, width: 7, height: Math.max(to - from - 2, 1), rx: 3.5 })
            : svg('line', { x1: at, x2: at, y1: from + (goesOn ? -4 : 4), y2: Math.max(to - 4, from + 4) });
          picture.append(svg('g', { class: `band ${each.phase} ${this.color(each.call)}` }, shape));
          const isNew = !earlier.some((before) => before.call === each.call && before.phase !== 'other');
          if (isNew && this.calls.length > 1 && to - from > 24) {
            picture.append(svg('g', { class: `badge ${this.color(each.call)}` },
              svg('circle', { cx: at, cy: from + 16, r: 7.5 }),
              svg('text', { x: at, y: from + 19.5 }, each.call.slice(0, 3))));
          }
        });
      }

      /** Where the row's arrow begins and ends. */
      ends(row) {
        if (row.kind === 'message') return [row.event.from, row.event.to];
        return [row.step.actor, row.step.isRequest ? theServer : row.step.actor];
      }

      #arrow(row) {
        const y = row.middle;
        if (row.kind === 'wait') return undefined;
        if (!row.step) {
          return svg('line', { x1: gutter, x2: this.width - 8, y1: y - 9, y2: y - 9, class: 'markline' });
        }
        if (row.kind === 'refusal') return undefined;
        const [from, to] = this.ends(row);
        if (!this.has(from)) return undefined;
        const arrow = svg('g', { class: `arrow ${row.kind} ${this.color(row.event?.call)}` });
        if (from === to || !this.has(to)) {
          arrow.append(svg('circle', { cx: this.x(from), cy: y, r: 6 }));
        } else {
          const way = this.x(to) > this.x(from) ? 1 : -1;
          const [start, end] = [this.x(from) + 5 * way, this.x(to) - 5 * way];
          arrow.append(svg('line', { x1: start, x2: end - 8 * way, y1: y, y2: y, pathLength: 1 }),
            svg('path', { d: `M${end} ${y}l${-10 * way} -5.5v11z` }));
        }
        return arrow;
      }
    }

    """#
}
