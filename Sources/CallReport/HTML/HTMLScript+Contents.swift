extension HTMLScript {
  /// The list of chapters, scenarios and flows; and the first page.
  static let contents = #"""
    function contents(current) {
      if (isAlone) return [el('h2', {}, 'Flows'), flowList(current)];
      return chapters.map((chapter) => {
        const isOpen = chapter === current?.scenario.chapter;
        const details = el('details', { open: isOpen, ontoggle: () => fillChapter(details, chapter, current) },
          el('summary', {}, el('span', {}, chapter.title),
            el('span', { class: 'count' }, String(chapter.scenarios.length))));
        if (isOpen) fillChapter(details, chapter, current);
        return details;
      });
    }

    /** A chapter's scenarios are made when it is opened. */
    function fillChapter(details, chapter, current) {
      if (details.children.length > 1) return;
      details.append(el('ul', {}, chapter.scenarios.map((scenario) => {
        const isCurrent = scenario === current?.scenario;
        return el('li', {},
          el('a', { href: `#/${encodedKey(scenario)}`, 'aria-current': isCurrent ? 'true' : undefined },
            scenario.title),
          isCurrent && scenario.flows.length > 1 ? flowList(current) : '');
      })));
    }

    function flowList(current) {
      return el('ul', { class: 'flows' },
        current.scenario.flows.map((flow) => el('li', {}, flowLink(flow, flow === current))));
    }

    /** What the page holds, by chapter. */
    function cover() {
      let [flows, messages] = [0, 0];
      for (const scenario of scenarios) {
        flows += scenario.data.flows.length;
        for (const [, , , , entries] of scenario.data.flows) {
          for (const entry of entries) if (typeof entry !== 'number') messages += entry.length - 8;
        }
      }
      const cards = chapters.map((chapter) => {
        const first = chapter.scenarios.slice(0, 3).map((scenario) =>
          el('li', {}, el('a', { href: `#/${encodedKey(scenario)}` }, scenario.title)));
        const rest = chapter.scenarios.length - first.length;
        const more = button({ class: 'plain', onclick: () => openChapter(chapter) }, `${rest} more`,
          el('span', { class: 'unseen' }, ` of ${chapter.title}`));
        return el('section', { class: 'card' }, el('h2', {}, chapter.title), el('ul', {}, first), rest > 0 ? more : '');
      });
      const key = (name) => el('kbd', {}, name);
      return [
        el('header', { class: 'intro' }, el('h1', {}, 'Call flows'),
          el('p', { class: 'numbers' },
            `${count(scenarios.length, 'scenario')}, ${count(flows, 'flow')}, ${count(messages, 'message')}`),
          el('p', { class: 'story' }, 'Choose a scenario, or press ', key('/'), ' and search: for an event, ',
            'a request, a party, or what happens. In a flow, ', key('←'), ' and ', key('→'), ' go from step to step; ',
            key('?'), ' shows all keys.')),
        el('div', { class: 'cards' }, cards),
      ];
    }

    /** Opens a chapter in the list of contents. */
    function openChapter(chapter) {
      showContents(true);
      const details = nav.querySelectorAll('details')[chapters.indexOf(chapter)];
      if (!details) return;
      details.open = true;
      fillChapter(details, chapter, undefined);
      details.scrollIntoView({ block: 'start' });
      details.querySelector('a').focus();
    }

    """#
}
