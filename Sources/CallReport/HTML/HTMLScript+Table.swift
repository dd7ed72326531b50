extension HTMLScript {
  /// The event table, and what is known of a message.
  static let table = #"""
    /** `OtherDN B`, `OtherDN? B` if it is optional, `[CallID] 1` if no table lists it. */
    function shownName(attribute) {
      return { listed: attribute.name, optional: `${attribute.name}?`, known: `[${attribute.name}]` }[attribute.kind];
    }

    class EventTable {
      /** `choose(step, message, attribute)` is called when something is clicked. */
      constructor(flow, choose) {
        this.flow = flow;
        this.choose = choose;
        this.rows = [];
        const body = el('tbody');
        for (const { step, wait } of flow.entries) {
          if (step) this.#step(step, body);
          if (wait) body.append(el('tr', { class: 'wait' }, el('td'), el('td', { colspan: 2 }, wait)));
        }
        const titles = ['Step', 'To', 'Event, and its attributes'].map((title) => el('th', { scope: 'col' }, title));
        this.element = el('table', { class: 'events' },
          el('caption', { class: 'unseen' }, `Events of ${flow.title}`), el('thead', {}, el('tr', {}, titles)), body);
        roam(this.element);
      }

      #step(step, body) {
        const { scenario } = this.flow;
        const pick = button({ class: 'stop', tabindex: -1, onclick: () => this.choose(step.number, 0) },
          `${scenario.name(step.actor)} ${step.action}`);
        const row = el('tr', { class: 'action' }, el('th', { scope: 'row' }, String(step.number)),
          el('td', { colspan: 2 }, pick, paragraphs(step.comment, { class: 'comment' }),
            step.refusal ? el('p', { class: 'refusal' }, `refused: ${step.refusal}`) : ''));
        body.append(row);
        this.rows.push({ step: step.number, message: 0, element: row });
        step.messages.forEach((message, index) => body.append(this.#message(step, message, index + 1)));
      }

      #message(step, message, number) {
        const { scenario } = this.flow;
        const choose = (index) => () => this.choose(step.number, number, index);
        const values = message.attributes.map((attribute, index) => [
          button({ class: `value ${attribute.kind}`, tabindex: -1, onclick: choose(index) },
            el('span', { class: 'name' }, shownName(attribute)), ' ', attribute.value || '""'), ' ']);
        const sender = message.from === theServer ? '' : `${scenario.name(message.from)} → `;
        const row = el('tr', { class: 'message' }, el('td'), el('td', {}, sender + scenario.name(message.to)),
          el('td', {}, button({ class: 'stop', tabindex: -1, onclick: choose() }, message.name),
            el('div', { class: 'values' }, values)));
        this.rows.push({ step: step.number, message: number, element: row });
        return row;
      }

      show(stepNumber, message, pane, isAtOnce) {
        for (const row of this.rows) {
          const isCurrent = row.step === stepNumber;
          row.element.classList.toggle('current', isCurrent);
          row.element.classList.toggle('chosen', isCurrent && message > 0 && row.message === message);
          for (const each of row.element.querySelectorAll('button')) each.tabIndex = isCurrent ? 0 : -1;
        }
        const own = this.rows.filter((row) => row.step === stepNumber);
        const shownRows = message > 0 ? own.filter((row) => row.message === message) : own;
        reveal(pane, shownRows.map((row) => row.element), { above: this.element.tHead.offsetHeight, isAtOnce });
      }
    }

    /** Where the message comes from, and each of its values. */
    function messageDetail(flow, step, number, chosen) {
      const message = step.messages[number - 1];
      const { scenario } = flow;
      const rows = message.attributes.map((attribute, index) =>
        el('tr', { class: `${attribute.kind}${index === chosen ? ' chosen' : ''}` },
          el('th', { scope: 'row' }, shownName(attribute)), el('td', {}, attribute.value || '""'),
          el('td', {}, attribute.origin || 'the rule'), el('td', { class: 'kind' }, attribute.kind)));
      const titles = ['Attribute', 'Value', 'Where it comes from', 'Kind']
        .map((title) => el('th', { scope: 'col' }, title));
      const sender = message.from === theServer ? '' : `from ${scenario.name(message.from)} `;
      const part = message.part ? `, ${message.part}` : '';
      return [
        el('h2', {}, message.name, el('small', {}, ` ${sender}to ${scenario.name(message.to)}${part}`)),
        ruleList([message], step),
        el('table', { class: 'origins' },
          el('caption', { class: 'unseen' }, 'Attributes, and where each value comes from'),
          el('thead', {}, el('tr', {}, titles)), el('tbody', {}, rows)),
        decisionList(message.source),
      ];
    }

    /** The texts of the decisions that a source cites. */
    function decisionList(source) {
      const cited = [...new Set(source.match(/\b[DSL]\d+\b/g) ?? [])].filter((number) => tables.decisions[number]);
      if (cited.length === 0) return '';
      return el('dl', { class: 'decisions' }, cited.flatMap((number) =>
        [el('dt', {}, number), el('dd', {}, withCode(tables.decisions[number]))]));
    }

    /** What happens in the step, and by which rules. */
    function stepDetail(flow, step) {
      const { scenario } = flow;
      const line = ` line ${step.line}`;
      return [
        el('h2', {}, `${scenario.name(step.actor)} ${step.action}`, el('small', {}, ` step ${step.number},${line}`)),
        paragraphs(step.comment, { class: 'comment' }),
        step.refusal ? el('p', { class: 'refusal' }, `refused: ${step.refusal}`) : '',
        ruleList(step.messages, step),
      ];
    }

    /** The rules of messages: the name, the place in the manual, and the decisions that it cites. */
    function ruleList(messages, step) {
      const rules = new Map(messages.filter((each) => each.rule).map((each) => [each.rule, each.source]));
      const items = [...rules].flatMap(([rule, source]) =>
        [el('dt', {}, 'Rule'), el('dd', {}, rule), el('dt', {}, 'Manual'), el('dd', {}, citation(source))]);
      if (items.length > 0) return el('dl', { class: 'rule' }, items);
      return step.refusal ? '' : el('p', {}, 'It sends nothing.');
    }

    """#
}
