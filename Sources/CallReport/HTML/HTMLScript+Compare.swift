extension HTMLScript {
  /// Two flows side by side: each row has the same action or message of both, or one that only one of them has.
  static let compare = #"""
    /** What happens in a flow, from the start of its scenario. */
    function happenings(flow) {
      const { scenario } = flow;
      return scenario.history(flow).flatMap((step) => [
        { key: `${scenario.name(step.actor)} ${step.action}`, step, flow },
        ...step.messages.map((message) =>
          ({ key: `${scenario.name(message.to)}\n${message.name}`, step, message, flow })),
      ]);
    }

    /** The rows: what both lists begin and end with, a longest common part of what is between, and the rest. */
    function aligned(left, right) {
      let start = 0;
      while (start < left.length && start < right.length && left[start].key === right[start].key) start += 1;
      let end = 0;
      const least = Math.min(left.length, right.length) - start;
      while (end < least && left.at(-1 - end).key === right.at(-1 - end).key) end += 1;
      const middle = alignedMiddle(left.slice(start, left.length - end), right.slice(start, right.length - end));
      const first = left.slice(0, start).map((one, index) => [one, right[index]]);
      const last = left.slice(left.length - end).map((one, index) => [one, right[right.length - end + index]]);
      return [...first, ...middle, ...last];
    }

    /** The time grows with the product of the lengths: between very long lists, nothing in common is looked for. */
    const mostCompared = 4_000_000;

    function alignedMiddle(left, right) {
      if (left.length * right.length > mostCompared) {
        return [...left.map((one) => [one, undefined]), ...right.map((other) => [undefined, other])];
      }
      const lengths = Array.from({ length: left.length + 1 }, () => new Uint16Array(right.length + 1));
      for (let one = left.length - 1; one >= 0; one -= 1) {
        for (let other = right.length - 1; other >= 0; other -= 1) {
          lengths[one][other] = left[one].key === right[other].key
            ? lengths[one + 1][other + 1] + 1 : Math.max(lengths[one + 1][other], lengths[one][other + 1]);
        }
      }
      const rows = [];
      let [one, other] = [0, 0];
      while (one < left.length || other < right.length) {
        if (one < left.length && other < right.length && left[one].key === right[other].key) {
          rows.push([left[one], right[other]]);
          one += 1;
          other += 1;
        } else if (one < left.length && (other >= right.length || lengths[one + 1][other] >= lengths[one][other + 1])) {
          rows.push([left[one], undefined]);
          one += 1;
        } else {
          rows.push([undefined, right[other]]);
          other += 1;
        }
      }
      return rows;
    }

    const listedValues = (message) =>
      message.attributes.filter((each) => each.kind !== 'known').map((each) => [each.name, each.value]);

    /** The listed attributes that differ: name, left value, right value. */
    function differences(left, right) {
      const [one, other] = [new Map(listedValues(left)), new Map(listedValues(right))];
      return [...new Set([...one.keys(), ...other.keys()])]
        .filter((name) => one.get(name) !== other.get(name))
        .map((name) => [name, one.get(name), other.get(name)]);
    }

    const verdicts = {
      same: ['=', 'the same'], differs: ['≠', 'differs'],
      left: ['−', 'only on the left'], right: ['+', 'only on the right'],
    };

    function comparisonTable(left, right) {
      const counts = { same: 0, differs: 0, left: 0, right: 0 };
      const rows = aligned(happenings(left), happenings(right)).map(([one, other]) => {
        const changed = one?.message && other?.message ? differences(one.message, other.message) : [];
        const verdict = !other ? 'left' : !one ? 'right' : changed.length ? 'differs' : 'same';
        counts[verdict] += 1;
        const [sign, words] = verdicts[verdict];
        const signCell = el('td', { class: 'sign' },
          el('span', { 'aria-hidden': 'true' }, sign), el('span', { class: 'unseen' }, words));
        return el('tr', { class: `${verdict} ${(one ?? other).message ? 'message' : 'action'}` },
          sideCell(one, changed, 1, other), signCell, sideCell(other, changed, 2, one));
      });
      const head = (flow) => el('th', { scope: 'col' }, el('a', { href: link(flow) }, flow.title),
        el('small', {}, flow.scenario.title));
      const between = el('th', { scope: 'col', class: 'sign' }, el('span', { class: 'unseen' }, 'Verdict'));
      const table = el('table', { class: 'comparison' }, el('caption', { class: 'unseen' }, 'Two flows side by side'),
        el('thead', {}, el('tr', {}, head(left), between, head(right))), el('tbody', {}, rows));
      return [
        el('p', { role: 'status' }, `${counts.same} the same, ${counts.differs} with other attributes, `
          + `${counts.left} only on the left, ${counts.right} only on the right`),
        el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Comparison' }, table),
      ];
    }

    /** One side of a row: of a pair, what differs; else all that is listed. */
    function sideCell(item, changed, side, opposite) {
      if (!item) return el('td', { class: 'none' });
      const { step, message, flow } = item;
      if (!message) {
        const owner = flow.steps.includes(step) ? flow : flow.scenario.flows.find((each) => each.steps.includes(step));
        const isSilent = step.refusal && step.messages.length === 0;
        return el('td', {}, el('a', { href: link(owner, step.number) }, String(step.number)), ` ${item.key}`,
          isSilent ? el('p', { class: 'refusal' }, `refused: ${step.refusal}`) : '');
      }
      const mark = side === 1 ? 'del' : 'ins';
      const words = (name, value) => (value === undefined ? `no ${name}` : `${name}=${value}`);
      const values = opposite ? changed.map((each) => [' ', el(mark, {}, words(each[0], each[side]))])
        : listedValues(message).map(([name, value]) => ` ${name}=${value}`);
      return el('td', {}, el('span', { class: 'to' }, flow.scenario.name(message.to)), ' ', message.name,
        values.length ? el('span', { class: 'changed' }, values) : '');
    }

    /** The pickers of the right flow, and the table. */
    function comparison(left, right) {
      const groups = chapters.map((chapter) => {
        const options = chapter.scenarios.map((each) =>
          el('option', { value: each.key, selected: each === right.scenario }, each.title));
        return chapter.title ? el('optgroup', { label: chapter.title }, options) : options;
      });
      const chooseScenario = (key) => go({ with: scenarioByKey.get(key).flows[0] });
      const scenarioPicker = isAlone ? '' : el('label', {}, 'Scenario ',
        el('select', { 'data-keep': 'other', onchange: (event) => chooseScenario(event.target.value) }, groups));
      const flowPicker = el('label', {}, 'Flow ',
        flowSelect(right, (flow) => go({ with: flow }), { 'data-keep': 'with' }));
      return [
        el('div', { class: 'pickers', role: 'group', 'aria-label': 'Compare with' },
          el('strong', {}, 'Compare with'), scenarioPicker, flowPicker,
          button({ class: 'plain', onclick: () => go({ with: undefined }) }, 'Close comparison')),
        comparisonTable(left, right),
      ];
    }

    /** A list of the flows of a scenario, with the chosen one. */
    function flowSelect(chosen, choose, attributes = {}) {
      const { flows } = chosen.scenario;
      const option = (flow) => {
        const note = flow.story && !flow.isMain ? ` — ${flow.story.split('\n')[0]}` : '';
        const words = flow.title + note;
        const label = words.length > 90 ? `${words.slice(0, 89)}…` : words;
        return el('option', { value: flow.id, selected: flow === chosen }, label);
      };
      const marks = [...new Set(flows.filter((flow) => !flow.isMain).map((flow) => flow.mark))];
      return el('select', { ...attributes, onchange: (event) => choose(chosen.scenario.flow(event.target.value)) },
        flows.filter((flow) => flow.isMain).map(option),
        marks.map((mark) =>
          el('optgroup', { label: `After ${text(mark)}` }, chosen.scenario.flowsAfter(mark).map(option))));
    }

    """#
}
