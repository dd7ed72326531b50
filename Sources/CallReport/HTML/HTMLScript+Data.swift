extension HTMLScript {
  /// The data of the page: lists in which numbers stand for texts, so that the page stays small.
  static let data = #"""
    const tables = JSON.parse(document.getElementById('tables').textContent);
    const text = (number) => (number < 0 ? '' : tables.texts[number]);

    /** The kinds of attributes: in the manual's cell; there, and optional; known to the server alone. */
    const kinds = ['listed', 'optional', 'known'];
    /** How lifelines are drawn. */
    const phases = ['waiting', 'ringing', 'talking', 'holding', 'other'];
    /** Stands for the server that is no party: messages without a sender come from it. */
    const theServer = -1;

    /** [call, phase, words, call, phase, words …]: what a party does. */
    function readActivities(code) {
      const list = [];
      for (let at = 0; at < code.length; at += 3) {
        list.push({ call: text(code[at]), phase: phases[code[at + 1]], words: text(code[at + 2]) });
      }
      return list;
    }

    /** [sender, recipient, shape, rule, call, value …]; a shape is [name, part, name, kind, origin, name, kind …]. */
    function readMessage(code) {
      const [from, to, shapeNumber, rule, call, ...values] = code;
      const [name, part, ...shape] = tables.shapes[shapeNumber];
      const attributes = values.map((value, index) => ({
        name: text(shape[3 * index]),
        kind: kinds[shape[3 * index + 1]],
        origin: text(shape[3 * index + 2]),
        value: text(value),
      }));
      const [ruleName, source] = tables.rules[rule] ?? ['', ''];
      return { from, to, name: text(name), part: text(part), rule: ruleName, source, call: text(call), attributes };
    }

    /** [number, line, actor, is a request, action, comment, refusal, [party, activities …], message …] */
    function readStep(code) {
      const [number, line, actor, isRequest, action, comment, refusal, changes, ...messages] = code;
      const states = new Map();
      for (let at = 0; at < changes.length; at += 2) states.set(changes[at], readActivities(changes[at + 1]));
      return {
        number, line, actor, isRequest: isRequest === 1, action: text(action), comment: text(comment),
        refusal: text(refusal), states, messages: messages.map(readMessage),
      };
    }

    /** An entry is a step, the number of a mark's name or, below zero, that of a wait. */
    function readEntry(entry) {
      if (typeof entry !== 'number') return { step: readStep(entry) };
      return entry < 0 ? { wait: text(-1 - entry) } : { mark: entry, markName: text(entry) };
    }

    /** [name, mark, story, opening activities, entries] */
    function readFlow(code, scenario) {
      const [name, mark, story, opening, entries] = code;
      const flow = { scenario, name: text(name), mark, markName: text(mark), isMain: mark < 0, story: text(story) };
      flow.opening = opening.map(readActivities);
      flow.entries = entries.map(readEntry);
      flow.steps = flow.entries.flatMap((entry) => entry.step ?? []);
      flow.title = flow.isMain ? 'Normal flow' : flow.name === flow.markName ? `After ${flow.name}` : flow.name;
      return flow;
    }

    /** A scenario: its section of the page, and its flows, which are read when they are needed. */
    class Scenario {
      #section;
      #data;
      #flows;

      constructor(section, chapter) {
        this.#section = section;
        this.chapter = chapter;
        this.key = section.id;
        this.title = (section.querySelector('h3') ?? document.querySelector('h1')).textContent;
        this.source = section.querySelector('.source')?.textContent ?? '';
        this.profile = section.querySelector('.profile')?.textContent ?? '';
      }

      get data() {
        this.#data ??= JSON.parse(this.#section.querySelector('script').textContent);
        return this.#data;
      }

      /** What the file says below its last statement. */
      get ending() { return text(this.data.ending); }

      get parties() {
        this.partyList ??= this.data.parties.map(([name, dn, kind, options]) => ({ name, dn, kind, options }));
        return this.partyList;
      }

      get flows() {
        if (this.#flows) return this.#flows;
        this.#flows = this.data.flows.map((code) => readFlow(code, this));
        // Names that only invisible characters tell apart look alike here.
        const seen = new Set();
        for (const flow of this.#flows) {
          let id = flow.name;
          while (seen.has(id)) id += '~';
          seen.add(id);
          flow.id = id;
        }
        return this.#flows;
      }

      /** The name of a party, or of the server that is no party. */
      name(party) { return party === theServer ? this.data.server : this.parties[party].name; }

      flow(id) { return this.flows.find((flow) => flow.id === id); }

      /** The flows that begin at a mark. */
      flowsAfter(mark) { return this.flows.filter((flow) => flow.mark === mark); }

      /** The flow that a flow branches off from, and the number of the last step before that. */
      branch(flow) {
        for (const trunk of this.flows) {
          if (trunk === flow) continue;
          let last = trunk.isMain ? 0 : (trunk.steps[0]?.number ?? 1) - 1;
          for (const entry of trunk.entries) {
            if (entry.mark !== undefined && entry.mark === flow.mark) return { trunk, last };
            last = entry.step?.number ?? last;
          }
        }
        return undefined;
      }

      /** Whether a flow that branches off is told from the start of the scenario. */
      isWhole(flow) {
        return !flow.isMain && flow.steps[0]?.number === 1 && this.branch(flow)?.last > 0;
      }

      /** The steps from the start of the scenario to the end of a flow. */
      history(flow) {
        const branch = flow.isMain || this.isWhole(flow) ? undefined : this.branch(flow);
        if (!branch) return flow.steps;
        return [...this.history(branch.trunk).filter((step) => step.number <= branch.last), ...flow.steps];
      }
    }

    const chapters = [...document.querySelectorAll('.chapter')].map((section) => {
      const chapter = { title: section.querySelector('h2').textContent, order: Number(section.dataset.order ?? 99) };
      chapter.scenarios = [...section.querySelectorAll('.scenario')].map((each) => new Scenario(each, chapter));
      return chapter;
    }).sort((one, other) => one.order - other.order);
    if (chapters.length === 0) {
      const chapter = { title: '' };
      chapter.scenarios = [...document.querySelectorAll('.scenario')].map((each) => new Scenario(each, chapter));
      chapters.push(chapter);
    }
    const scenarios = chapters.flatMap((chapter) => chapter.scenarios);
    const scenarioByKey = new Map(scenarios.map((scenario) => [scenario.key, scenario]));
    const isAlone = scenarios.length === 1;

    """#
}
