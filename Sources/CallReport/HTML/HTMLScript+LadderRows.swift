extension HTMLScript {
  /// The rows of the ladder, as buttons and links.
  static let ladderRows = #"""
    Object.assign(Ladder.prototype, {
      markRow(row) {
        const flows = this.flow.scenario.flowsAfter(row.mark).filter((flow) => flow.id !== this.flow.id);
        const name = el('span', { class: 'markname' }, row.name);
        if (flows.length === 0) return el('li', { class: 'row mark' }, el('span', { class: 'markbox' }, name));
        if (flows.length === 1) {
          return el('li', { class: 'row mark' },
            el('a', { class: 'markbox', href: link(flows[0]), title: flows[0].story || undefined },
              name, flows[0].name === row.name ? ' other flow' : ` ${flows[0].title}`));
        }
        const links = flows.map((flow) => el('li', {}, flowLink(flow)));
        // An open list is above the rows below it.
        const toggled = (event) => event.target.parentElement.classList.toggle('open', event.target.open);
        return el('li', { class: 'row mark' },
          el('details', { class: 'branches', name: 'branches', ontoggle: toggled },
            el('summary', { class: 'markbox' }, name, ` ${count(flows.length, 'flow')} from here`),
            el('ul', {}, links)));
      },

      branchRow() {
        const { scenario, markName } = this.flow;
        const branch = scenario.branch(this.flow);
        const name = el('span', { class: 'markname' }, markName);
        const trunk = branch && el('a', { href: link(branch.trunk, branch.last || undefined) }, branch.trunk.title);
        const from = branch && [' of ', trunk, branch.last ? `, after step ${branch.last}` : ''];
        return el('li', { class: 'row mark' }, el('span', { class: 'markbox' }, 'from ', name, from));
      },

      moreRow(row) {
        return el('li', { class: 'row mark' },
          el('a', { class: 'markbox', href: link(this.flow, row.number) }, row.words));
      },

      stepRow(row) {
        const { scenario } = this.flow;
        const { step } = row;
        const [from, to] = this.ends(row);
        const words = { message: row.event?.name, refusal: `refused: ${step.refusal}`, action: step.action }[row.kind];
        const label = el('span', { class: 'label' }, words);
        this.place(label, row, from, to);
        const sentence = row.kind === 'message'
          ? `${scenario.name(from) || 'Server'} to ${scenario.name(to)}: ${words}`
          : `Step ${step.number}: ${scenario.name(from)} ${words}`;
        const pick = button({
          class: 'pick stop', tabindex: -1, 'aria-label': sentence,
          onclick: () => this.choose(step.number, row.message ?? 0),
        }, label);
        const number = row.kind === 'action' ? el('a', {
          class: 'number', href: link(this.flow, step.number), tabindex: -1,
          'aria-label': `Link to step ${step.number}`,
        }, String(step.number)) : '';
        return el('li', { class: `row ${row.kind}` }, pick, number);
      },

      /** The label is above the arrow's head, and grows towards its tail. */
      place(label, row, from, to) {
        const head = row.kind === 'message' ? to : from;
        const tail = row.kind === 'message' ? from : to;
        const x = this.x(this.has(head) ? head : this.lanes[0]);
        const goesLeft = this.has(tail) ? this.x(tail) < x : this.lanes.indexOf(head) > this.lanes.length / 2;
        if (goesLeft) {
          label.style.right = `${this.width - x + 14}px`;
          label.style.maxWidth = `${x - 14}px`;
        } else if (this.width - x < 20 + 7.5 * label.textContent.length) {
          label.style.right = '4px';
          label.style.maxWidth = `${this.width - 4}px`;
        } else {
          label.style.left = `${x + 12}px`;
        }
      },

      /** Shows a step: what each party does after it, its rows and its arrows. */
      show(stepNumber, message, pane, isAtOnce) {
        this.showHeads(stepNumber);
        for (const row of this.rows) {
          const isCurrent = row.step?.number === stepNumber;
          const isChosen = isCurrent && row.message === message && message > 0;
          const isAction = isCurrent && row.kind === 'action' && message === 0;
          row.element.classList.toggle('current', isCurrent);
          row.element.classList.toggle('chosen', isChosen);
          row.arrow?.classList.toggle('current', isCurrent);
          const pick = row.element.querySelector('.pick');
          if (!pick) continue;
          pick.tabIndex = isCurrent ? 0 : -1;
          if (isChosen || isAction) pick.setAttribute('aria-current', 'step');
          else pick.removeAttribute('aria-current');
          const number = row.element.querySelector('.number');
          if (number) number.tabIndex = isCurrent ? 0 : -1;
        }
        const own = this.rows.filter((row) => row.step?.number === stepNumber);
        const above = this.element.querySelector('.heads').offsetHeight;
        const shownRows = message > 0 ? own.filter((row) => row.message === message) : own;
        reveal(pane, shownRows.map((row) => row.element), { above, isAtOnce });
        const places = shownRows.flatMap((row) => (row.arrow ? this.ends(row) : [])).filter((party) => this.has(party));
        if (places.length > 0) {
          const sides = places.map((party) => this.x(party));
          revealAcross(pane, Math.min(...sides) - 30, Math.max(...sides) + 30);
        }
      },
    });

    /** A link to a flow, with its story. */
    function flowLink(flow, isCurrent = false) {
      const note = flow.story.split('\n')[0];
      return el('a', { href: link(flow), 'aria-current': isCurrent ? 'page' : undefined },
        el('span', {}, flow.title), note && !flow.isMain ? el('small', {}, note) : '');
    }

    Object.assign(Ladder.prototype, {
      row(row) {
        if (row.kind === 'mark') return this.markRow(row);
        if (row.kind === 'wait') return el('li', { class: 'row mark' }, el('span', { class: 'wait' }, row.words));
        if (row.kind === 'more') return this.moreRow(row);
        return row.kind === 'branch' ? this.branchRow() : this.stepRow(row);
      },
    });

    """#
}
