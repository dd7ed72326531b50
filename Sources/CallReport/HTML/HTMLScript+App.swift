extension HTMLScript {
  /// The page: what is shown, and how one moves through it.
  static let app = #"""
    const searchField = el('input', {
      type: 'search', placeholder: 'Search', 'aria-label': 'Search scenarios, flows, events and parties',
      'aria-keyshortcuts': '/', autocomplete: 'off', spellcheck: 'false', oninput: () => showContents(true),
    });
    const nav = el('nav', { 'aria-label': 'Contents', id: 'contents' });
    const stage = el('main', { id: 'stage', tabindex: -1 });
    const menu = button({
      class: 'menu plain', 'aria-expanded': 'false', 'aria-controls': 'contents',
      onclick: () => showContents(!isContentsShown()),
    }, 'Contents');
    const pageTitle = document.title;

    /** What is shown: a flow, or none on the cover; its step, message and attribute; and a flow to compare with. */
    let shown = { flow: undefined, step: 0, message: 0, attribute: undefined, with: undefined };
    /** The parts of the shown flow. */
    let view;
    let showsKnown = false;

    function start() {
      document.getElementById('text').remove();
      const instead = (action) => (event) => {
        event.preventDefault();
        action();
      };
      const skip = el('a', { class: 'skip', href: '#stage', onclick: instead(() => stage.focus()) },
        'Skip to the flow');
      const brand = isAlone ? '' : el('a', { class: 'brand', href: '#' }, pageTitle);
      const bar = el('header', { class: 'bar' }, menu, brand,
        el('form', { role: 'search', onsubmit: instead(() => nav.querySelector('.results a')?.click()) }, searchField),
        button({ class: 'plain keys', 'aria-haspopup': 'dialog', onclick: showKeys }, 'Keys ', el('kbd', {}, '?')));
      document.body.append(skip, bar, el('div', { class: 'app' }, nav, stage));
      document.documentElement.classList.add('on');
      searchField.addEventListener('keydown', searchKey);
      nav.addEventListener('click', (event) => { if (event.target.closest('a')) leaveSearch(); });
      addEventListener('keydown', pressed);
      addEventListener('hashchange', () => follow());
      // A link has to change the address that is shown now.
      addEventListener('click', writeNow, true);
      addEventListener('resize', resized);
      follow();
    }

    // MARK: Moving

    /** Shows what the address says. */
    function follow() {
      const wanted = readLink(location.hash);
      if (wanted) show(wanted);
      else if (isAlone) show({ flow: scenarios[0].flows[0] });
      else show({ flow: undefined });
    }

    /** Shows something else, and puts it into the address. */
    function go(change) {
      show({ ...shown, attribute: undefined, ...change });
      writeAddress();
    }

    /** Whether a key is held down. */
    let isHeld = false;
    /** When the address was written last, and the timer that will write it. */
    let written = [];
    let waiting;

    /** Browsers refuse many entries of the history at once: of those in a hurry, only the last one is written. */
    function writeAddress() {
      const now = Date.now();
      written = written.filter((time) => time > now - 10_000);
      clearTimeout(waiting);
      waiting = setTimeout(writeNow, 200);
      if (!isHeld && written.length < 100) writeNow();
    }

    function writeNow() {
      if (waiting === undefined) return;
      clearTimeout(waiting);
      waiting = undefined;
      const address = link(shown.flow, shown.step, shown.message, shown.with);
      if (location.hash === address) return;
      history.pushState(null, '', address);
      written.push(Date.now());
    }

    function step(by) {
      const { flow } = shown;
      if (!flow || shown.with || flow.steps.length === 0) return;
      const at = flow.steps.findIndex((each) => each.number === shown.step);
      const next = flow.steps[Math.max(0, Math.min(at + by, flow.steps.length - 1))];
      if (next.number !== shown.step || shown.message > 0) go({ step: next.number, message: 0 });
    }

    const keys = [
      [['→', 'j'], 'Next step'],
      [['←', 'k'], 'Step back'],
      [['Home'], 'First step'],
      [['End'], 'Last step'],
      [['n', 'p'], 'Next flow, previous flow'],
      [['c'], 'Compare with another flow'],
      [['a'], 'Show or hide what the server knows in addition'],
      [['↑', '↓'], 'In the ladder or the table: the row above or below'],
      [['/'], 'Search'],
      [['?'], 'These keys'],
      [['Esc'], 'Leave the search, the comparison or a list'],
    ];

    function pressed(event) {
      if (event.ctrlKey || event.altKey || event.metaKey || document.querySelector('dialog[open]')) return;
      if (event.target.closest('input, select, textarea')) return;
      const actions = {
        ArrowRight: () => step(1), j: () => step(1), ArrowLeft: () => step(-1), k: () => step(-1),
        Home: () => step(-Infinity), End: () => step(Infinity), n: () => nextFlow(1), p: () => nextFlow(-1),
        c: toggleComparison, a: toggleKnown, '/': () => searchField.select(), '?': showKeys, Escape: escape,
      };
      const action = actions[event.key];
      if (!action) return;
      if (event.key !== 'Escape') event.preventDefault();
      isHeld = event.repeat;
      action();
      isHeld = false;
    }

    function escape() {
      const list = stage.querySelector('details.branches[open]');
      if (list) {
        list.open = false;
        list.querySelector('summary').focus();
      } else if (shown.with) {
        go({ with: undefined });
      } else if (isContentsShown()) {
        leaveSearch();
        menu.focus();
      }
    }

    function nextFlow(by) {
      if (!shown.flow || shown.with) return;
      const { flows } = shown.flow.scenario;
      const next = flows[flows.indexOf(shown.flow) + by];
      if (next) go({ flow: next, step: undefined, message: 0 });
    }

    function toggleComparison() {
      if (!shown.flow) return;
      const { flows } = shown.flow.scenario;
      go({ with: shown.with ? undefined : flows[shown.flow === flows[0] ? Math.min(1, flows.length - 1) : 0] });
    }

    function toggleKnown() {
      showsKnown = !showsKnown;
      stage.classList.toggle('shows-known', showsKnown);
      view?.known.setAttribute('aria-pressed', String(showsKnown));
    }

    function showKeys() {
      openDialog('Keys', el('dl', { class: 'keylist' }, keys.flatMap(([names, words]) => [
        el('dt', {}, names.map((name, index) => [index ? ' ' : '', el('kbd', {}, name)])), el('dd', {}, words)])));
    }

    // MARK: Contents and search

    const isContentsShown = () => document.documentElement.classList.contains('lists');

    /** Shows the list of contents, or what the search finds; on a narrow screen, in place of the flow. */
    function showContents(isShown) {
      document.documentElement.classList.toggle('lists', isShown);
      menu.setAttribute('aria-expanded', String(isShown));
      const query = searchField.value.trim();
      nav.replaceChildren(...[query ? searchResults(query) : contents(shown.flow)].flat().filter(Boolean));
    }

    function leaveSearch() {
      searchField.value = '';
      showContents(false);
    }

    function searchKey(event) {
      if (event.key === 'Escape') {
        leaveSearch();
        stage.focus();
      } else if (event.key === 'ArrowDown') {
        const first = nav.querySelector('.results a');
        if (!first) return;
        event.preventDefault();
        first.focus();
      }
    }

    start();

    """#
}
