extension HTMLScript {
  /// Links: `#/PATH/FLOW/STEP.MESSAGE`, and `?with=/PATH/FLOW` for the flow to compare with.
  static let links = #"""
    const encodedKey = (scenario) => scenario.key.split('/').map(encodeURIComponent).join('/');
    const flowPath = (flow) => `/${encodedKey(flow.scenario)}/${encodeURIComponent(flow.id)}`;

    function link(flow, step, message, other) {
      const place = step === undefined ? '' : `/${step}${message > 0 ? `.${message}` : ''}`;
      return `#${flowPath(flow)}${place}${other ? `?with=${flowPath(other)}` : ''}`;
    }

    const decoded = (part) => {
      try {
        return decodeURIComponent(part);
      } catch {
        return part;
      }
    };

    /** Finds the scenario that a path begins with, and the flow after it. */
    function findFlow(path) {
      const parts = path.split('/').filter(Boolean).map(decoded);
      for (let length = parts.length; length > 0; length -= 1) {
        const start = path.startsWith('//') ? '/' : '';
        const scenario = scenarioByKey.get(start + parts.slice(0, length).join('/'));
        if (!scenario) continue;
        const rest = parts.slice(length);
        const flow = scenario.flow(rest[0]);
        return { flow: flow ?? scenario.flows[0], rest: flow ? rest.slice(1) : rest };
      }
      return undefined;
    }

    /** What a fragment shows; undefined if it is no link of this page. */
    function readLink(fragment) {
      const [path, other] = fragment.replace(/^#/, '').split('?with=');
      const found = findFlow(path);
      if (!found) return undefined;
      const place = /^(\d+)(?:\.(\d+))?$/.exec(found.rest[0] ?? '');
      return {
        flow: found.flow, step: place ? Number(place[1]) : undefined, message: Number(place?.[2] ?? 0),
        with: other === undefined ? undefined : findFlow(other)?.flow,
      };
    }

    """#
}
