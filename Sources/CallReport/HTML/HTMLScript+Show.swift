extension HTMLScript {
  /// Showing a flow: its story, the bar with the steps, the ladder, the event table, and what is known of a message.
  static let show = #"""
    function show(wanted) {
      const { flow } = wanted;
      const before = shown;
      shown = { step: undefined, message: 0, attribute: undefined, with: undefined, ...wanted };
      document.documentElement.classList.toggle('compares', shown.with !== undefined);
      if (!flow) {
        view = undefined;
        stage.replaceChildren(...cover());
        document.title = pageTitle;
        return showContents(false);
      }
      if (!flow.steps.some((each) => each.number === shown.step)) shown.step = flow.steps[0]?.number;
      const isNew = before.flow !== flow || before.with !== shown.with || !view;
      if (isNew) {
        const focused = document.activeElement;
        const isInside = stage.contains(focused) || nav.contains(focused);
        build(before.flow?.scenario !== flow.scenario);
        // What had the focus is there no more: the same control has it now or, for a link, what the link leads to.
        const same = stage.querySelector(`[data-keep="${focused.dataset.keep}"]`);
        if (isInside) (same ?? stage).focus({ preventScroll: true });
      }
      showStep(isNew);
    }

    /**
     * The title and the story. A flow that branches off has the story of the scenario, and its own; each flow has what
     * the file says at its end.
     */
    function introduction(flow) {
      const { scenario } = flow;
      const [main] = scenario.flows;
      return el('header', { class: 'intro' },
        scenario.chapter.title ? el('p', { class: 'where' }, scenario.chapter.title) : '',
        el('h1', {}, scenario.title),
        el('p', { class: 'source' }, citation(scenario.source),
          scenario.profile ? el('span', { class: 'profile' }, scenario.profile) : ''),
        flow.isMain ? '' : el('p', { class: 'flowname' }, `Flow ${flow.title}`),
        flow.isMain || !main.isMain ? '' : paragraphs(main.story, { class: 'story whole' }),
        paragraphs(flow.story, { class: 'story' }),
        paragraphs(scenario.ending, { class: 'story ending' }));
    }

    /** Makes everything that does not change from step to step. */
    function build(isNewScenario) {
      const { flow } = shown;
      const { scenario } = flow;
      document.title = isAlone ? `${flow.title} – ${scenario.title}` : `${scenario.title}: ${flow.title}`;
      stage.classList.toggle('shows-known', showsKnown);
      const bar = stepBar();
      if (shown.with) {
        const parts = comparison(flow, shown.with);
        stage.replaceChildren(introduction(flow), bar,
          el('section', { class: 'compare', 'aria-label': 'Comparison of two flows' }, parts));
      } else {
        const ladderPane = el('section', { class: 'pane ladderpane', 'aria-label': 'Ladder', tabindex: 0 });
        const tablePane = el('section', { class: 'pane tablepane', 'aria-label': 'Events', tabindex: 0 });
        const detailPane = el('section', { class: 'pane detailpane', 'aria-label': 'Rule and origin', tabindex: 0 });
        const side = el('div', { class: 'side' }, tablePane, detailPane);
        const panes = el('div', { class: lanesOf(flow).length > 5 ? 'panes wide' : 'panes' }, ladderPane, side);
        stage.replaceChildren(introduction(flow), bar, panes);
        Object.assign(view, { ladderPane, tablePane, detailPane });
        drawPart();
      }
      if (isNewScenario) scrollTo(0, 0);
      fitPanes();
      showContents(false);
      const place = nav.querySelector('.flows [aria-current]') ?? nav.querySelector('[aria-current]');
      reveal(nav, [place], { isAtOnce: true });
    }

    /** Draws the part of the flow that has the current step. */
    function drawPart() {
      view.part = partWith(shown.flow, shown.step);
      view.table = new EventTable(view.part, choose);
      view.tablePane.replaceChildren(view.table.element, tableLegend());
      drawLadder();
    }

    function drawLadder() {
      const width = view.ladderPane.clientWidth - 2;
      view.ladder = new Ladder(shown.flow, view.part, width, choose);
      view.ladderPane.replaceChildren(view.ladder.element, ladderLegend(view.ladder));
    }

    /** Chooses a step or an event. Where the panes are one below the other, what is known of it comes into view. */
    function choose(number, message, attribute) {
      go({ step: number, message, attribute });
      if (message > 0 && innerWidth <= 820) view.detailPane.scrollIntoView({ block: 'nearest' });
    }

    /** The buttons that go from step to step, the list of flows, and what else can be done. */
    function stepBar() {
      const { flow } = shown;
      const icon = (path) =>
        svg('svg', { width: 14, height: 14, viewBox: '0 0 14 14', 'aria-hidden': 'true' }, svg('path', { d: path }));
      const move = (by, sign, name) =>
        button({ 'aria-label': name, title: name, onclick: () => step(by) }, sign);
      view = {
        place: el('span', { class: 'place', role: 'status' }),
        back: [
          move(-Infinity, icon('M2 2v10M12 2L5 7l7 5z'), 'First step'),
          move(-1, icon('M10 2L3 7l7 5z'), 'Step back'),
        ],
        forth: [
          move(1, icon('M4 2l7 5-7 5z'), 'Next step'),
          move(Infinity, icon('M12 2v10M2 2l7 5-7 5z'), 'Last step'),
        ],
        known: button({ class: 'plain', 'aria-pressed': String(showsKnown), onclick: toggleKnown },
          'Known attributes'),
      };
      const steps = el('div', { class: 'steps', role: 'group', 'aria-label': 'Steps' },
        view.back, view.place, view.forth);
      const compare = button({
        class: 'plain', 'aria-pressed': String(Boolean(shown.with)), 'data-keep': 'compare', onclick: toggleComparison,
      }, 'Compare');
      const choose = (other) => go({ flow: other, step: undefined, message: 0 });
      const picker = flowSelect(flow, choose, { 'aria-label': 'Flow', 'data-keep': 'flow' });
      return el('div', { class: 'toolbar', role: 'group', 'aria-label': 'Flow and step' },
        shown.with ? '' : steps, flow.scenario.flows.length > 1 || shown.with ? picker : '',
        compare,
        shown.with ? '' : view.known);
    }

    /** The panes are as high as the window has room for below the bar, so that all of them are seen at once. */
    function fitPanes() {
      const panes = stage.querySelector('.panes');
      if (!panes) return;
      const room = innerHeight - panes.getBoundingClientRect().top - scrollY - 12;
      panes.style.setProperty('--room', `${Math.max(room, 460)}px`);
    }

    /** Shows the current step in all parts of the view. */
    function showStep(isAtOnce = false) {
      if (shown.with || !view.ladder) return;
      const { flow } = shown;
      if (view.part !== partWith(flow, shown.step)) {
        drawPart();
        isAtOnce = true;
      }
      const at = flow.steps.findIndex((each) => each.number === shown.step);
      const current = flow.steps[at];
      const words = current
        && el('span', { class: 'unseen' }, `: ${flow.scenario.name(current.actor)} ${current.action}`);
      view.place.replaceChildren(...(current
        ? ['Step ', el('b', {}, String(current.number)), ` of ${flow.steps.at(-1).number}`, words]
        : ['No steps']));
      view.back.forEach((each) => each.setAttribute('aria-disabled', String(at <= 0)));
      view.forth.forEach((each) => each.setAttribute('aria-disabled', String(at >= flow.steps.length - 1)));
      // The detail comes first, because it leaves the table less room.
      const message = current ? Math.min(shown.message, current.messages.length) : 0;
      showDetail(flow, current, message);
      view.ladder.show(shown.step, message, view.ladderPane, isAtOnce);
      view.table.show(shown.step, message, view.tablePane, isAtOnce);
    }

    function showDetail(flow, current, message) {
      if (!current) return;
      const detail = message > 0 ? messageDetail(flow, current, message, shown.attribute) : stepDetail(flow, current);
      view.detailPane.replaceChildren(...detail.flat(2).filter(Boolean));
      view.detailPane.scrollTop = 0;
      reveal(view.detailPane, [view.detailPane.querySelector('tr.chosen')]);
    }

    /** What the lines of lifelines mean. */
    function ladderLegend(ladder) {
      const activities = [ladder.flow.opening, ...ladder.flow.steps.map((each) => [...each.states.values()])].flat(2);
      const used = new Set(activities.filter((each) => each.call).map((each) => each.phase));
      const samples = phases.filter((phase) => phase !== 'other' && used.has(phase)).map((phase) => {
        const shape = phase === 'holding'
          ? svg('rect', { x: 2, y: 4, width: 28, height: 7, rx: 3.5 }) : svg('line', { x1: 4, x2: 28, y1: 8, y2: 8 });
        const sample = svg('svg', { width: 32, height: 16, 'aria-hidden': 'true' },
          svg('g', { class: `band ${phase} call1` }, shape));
        return el('li', {}, sample, ` ${phase}`);
      });
      return samples.length ? el('ul', { class: 'legend', 'aria-label': 'Lifelines' }, samples) : '';
    }

    function tableLegend() {
      const meanings = {
        listed: 'in the manual’s table', optional: 'there, and optional', known: 'only known to the server',
      };
      const samples = kinds.map((kind) => {
        const name = el('span', { class: 'name' }, shownName({ name: 'Name', kind }));
        return el('li', {}, el('span', { class: `value ${kind}` }, name), ` ${meanings[kind]}`);
      });
      return el('ul', { class: 'legend', 'aria-label': 'Attributes' }, samples);
    }

    let redrawing;
    let drawnWidth = innerWidth;

    /** Draws the ladder again once its room has another width. */
    function resized() {
      if (innerWidth === drawnWidth) return;
      clearTimeout(redrawing);
      redrawing = setTimeout(() => {
        drawnWidth = innerWidth;
        if (!view?.ladder) return;
        fitPanes();
        drawLadder();
        showStep(true);
      }, 150);
    }

    """#
}
