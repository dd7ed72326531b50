extension HTMLScript {
  /// The search: every word has to occur in a scenario, or in it and one of its flows.
  static let search = #"""
    let searchIndex;

    /** The words of each scenario and of each flow, made when the search is first used. */
    function indexed() {
      searchIndex ??= scenarios.map((scenario) => {
        const { parties, flows } = scenario.data;
        const names = parties.map(([name, , kind]) => `${name} ${kind}`);
        const own = [scenario.key, scenario.source, scenario.profile, scenario.ending, ...names];
        return {
          scenario, title: scenario.title.toLowerCase(), own: own.join('\n').toLowerCase(),
          flows: flows.map((code) => ({ title: text(code[0]).toLowerCase(), words: wordsOf(code) })),
        };
      });
      return searchIndex;
    }

    /** The names, stories, actions and messages of a flow, each once. */
    function wordsOf([name, mark, story, , entries]) {
      const numbers = new Set([name, mark, story]);
      for (const entry of entries) {
        if (typeof entry === 'number') {
          numbers.add(entry < 0 ? -1 - entry : entry);
          continue;
        }
        numbers.add(entry[4]).add(entry[5]);
        for (const message of entry.slice(8)) numbers.add(tables.shapes[message[2]][0]);
      }
      return [...numbers].map(text).join('\n').toLowerCase();
    }

    /** The scenarios that match, the best first, each with its flows that do. */
    function search(query) {
      const words = query.toLowerCase().split(/\s+/).filter(Boolean);
      if (words.length === 0) return [];
      const found = [];
      const ranked = (string) => words.filter((word) => string.includes(word)).length;
      for (const { scenario, title, own, flows } of indexed()) {
        const open = words.filter((word) => !title.includes(word) && !own.includes(word));
        const matching = [];
        flows.forEach((flow, index) => {
          const isFull = open.every((word) => flow.words.includes(word));
          // What is said of the whole scenario finds its flows only where there is nothing else to find.
          const isNamed = isAlone || words.some((word) => flow.words.includes(word));
          if (isFull && isNamed) matching.push({ index, rank: ranked(flow.title) });
        });
        if (open.length > 0 && matching.length === 0) continue;
        matching.sort((one, other) => other.rank - one.rank);
        const rank = 4 * ranked(title) + (open.length === 0 ? 2 : 0) + (matching[0]?.rank ?? 0);
        found.push({ scenario, flows: matching.map((each) => each.index), rank });
      }
      return found.sort((one, other) => other.rank - one.rank);
    }

    /** The text with the words of the query marked. */
    function marked(string, query) {
      const words = query.split(/\s+/).filter(Boolean).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      const parts = string.split(new RegExp(`(${words.join('|')})`, 'i'));
      return parts.map((part, index) => (index % 2 ? el('mark', {}, part) : part));
    }

    const mostFound = 30;

    function searchResults(query) {
      const found = search(query);
      const flowCount = found.reduce((sum, each) => sum + each.flows.length, 0);
      const counts = (isAlone ? '' : `${count(found.length, 'scenario')}, `) + count(flowCount, 'flow');
      const shown = found.slice(0, mostFound);
      const rest = found.length - shown.length;
      return [
        el('p', { class: 'found', role: 'status' }, found.length === 0 ? 'Nothing found.' : counts),
        el('ul', { class: 'results' }, shown.map((each) => result(each, query))),
        rest > 0 ? el('p', { class: 'found' }, `${count(rest, 'more scenario')}: add a word.`) : '',
      ];
    }

    /** A scenario that was found, and the first of its flows that match. */
    function result({ scenario, flows }, query) {
      const items = flows.slice(0, isAlone ? mostFound : 3).map((index) => scenario.flows[index])
        .filter((flow) => isAlone || !flow.isMain)
        .map((flow) => el('li', {}, el('a', { href: link(flow) }, el('span', {}, marked(flow.title, query)),
          flow.story ? el('small', {}, marked(flow.story.split('\n')[0], query)) : '')));
      const first = scenario.flows[flows[0] ?? 0];
      const head = isAlone ? ''
        : [el('small', {}, scenario.chapter.title), el('a', { href: link(first) }, marked(scenario.title, query))];
      return el('li', {}, head, items.length ? el('ul', {}, items) : '');
    }

    """#
}
