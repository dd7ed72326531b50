extension HTMLScript {
  /// Making elements. Texts become text nodes, so that no text of a scenario can become markup.
  static let elements = #"""
    function el(name, attributes = {}, ...children) {
      return fill(document.createElement(name), attributes, children);
    }

    function svg(name, attributes = {}, ...children) {
      return fill(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);
    }

    function fill(element, attributes, children) {
      for (const [key, value] of Object.entries(attributes)) {
        if (value === undefined || value === null || value === false) continue;
        if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
        else element.setAttribute(key, value === true ? '' : value);
      }
      const isShown = (child) => child !== undefined && child !== null && child !== false && child !== '';
      element.append(...children.flat(3).filter(isShown));
      return element;
    }

    const button = (attributes, ...children) => el('button', { type: 'button', ...attributes }, ...children);
    function paragraphs(story, attributes) {
      return story ? story.split('\n').map((each) => el('p', attributes, withCode(each))) : [];
    }

    const count = (number, noun) => `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;

    /** A source, in which the decisions that it cites can be opened. */
    function citation(source) {
      const parts = source.split(/\b([DSL]\d+)\b/);
      return parts.map((part, index) => {
        if (index % 2 === 0 || tables.decisions[part] === undefined) return part;
        return button({ class: 'decision', 'aria-haspopup': 'dialog', onclick: () => showDecision(part) }, part);
      });
    }

    function showDecision(number) {
      openDialog(`Decision ${number}`, el('p', {}, withCode(tables.decisions[number])));
    }

    /** The text, in which what is between backticks is code. */
    function withCode(string) {
      return string.split('`').map((part, index) => (index % 2 ? el('code', {}, part) : part));
    }

    /** Shows a dialog, which Escape and its button close. */
    function openDialog(title, ...content) {
      const heading = el('h2', { id: 'dialog-title' }, title);
      const dialog = el('dialog', { 'aria-labelledby': 'dialog-title', onclose: () => dialog.remove() },
        heading, ...content, button({ class: 'plain', onclick: () => dialog.close() }, 'Close'));
      document.body.append(dialog);
      dialog.showModal();
    }

    /** Up and down go through the buttons with the class `stop`. Tab reaches only those of the current step. */
    function roam(container) {
      container.addEventListener('keydown', (event) => {
        const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (!way || !event.target.matches('.stop') || event.ctrlKey || event.altKey || event.metaKey) return;
        const stops = [...container.querySelectorAll('.stop')];
        const next = stops[stops.indexOf(event.target) + way];
        if (!next) return;
        event.preventDefault();
        next.focus();
      });
    }

    /** Scrolls a pane, and nothing else, until the elements can be seen below what sticks to the pane's top. */
    function reveal(pane, elements, { above = 0, isAtOnce = false } = {}) {
      const [first, last] = [elements[0], elements.at(-1)];
      if (!first || pane.scrollHeight <= pane.clientHeight) return;
      const inside = pane.getBoundingClientRect();
      const top = first.getBoundingClientRect().top - inside.top - above - 12;
      const bottom = last.getBoundingClientRect().bottom - inside.top - pane.clientHeight + 24;
      const by = top < 0 ? top : bottom > 0 ? Math.min(bottom, top) : 0;
      if (by) pane.scrollBy({ top: by, behavior: isAtOnce || isCalm() ? 'instant' : 'smooth' });
    }

    /** Scrolls a pane sideways until both places can be seen or, if they are too far apart, the first. */
    function revealAcross(pane, first, last) {
      const [low, high] = [Math.min(first, last), Math.max(first, last)];
      if (low >= pane.scrollLeft && high <= pane.scrollLeft + pane.clientWidth) return;
      const middle = high - low <= pane.clientWidth ? (low + high) / 2 : first;
      pane.scrollLeft = Math.max(middle - pane.clientWidth / 2, 0);
    }

    /** Whether the viewer asks for little motion. */
    const isCalm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

    """#
}
