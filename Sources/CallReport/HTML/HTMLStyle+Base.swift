extension HTMLStyle {
  /// Colors, by the viewer's setting; a color for each call, of which there are six.
  static let base = #"""
    :root {
      color-scheme: light dark;
      --back: #f3f5f8; --paper: #ffffff; --ink: #17212e; --soft: #536072; --rule: #dde2e9;
      --accent: #2346c7; --accent-ink: #ffffff; --tint: #e9eefc; --tint-strong: #cfdafa;
      --life: #c4ccd6; --arrow: #6b7787; --bad: #b3261e; --bad-tint: #fdecea; --good: #0a6b46; --good-tint: #e3f6ed;
      --mark: #5b3fc4; --mark-tint: #f2eefe; --mark-rule: #a997ea; --found: #ffe58a;
      --radius: 14px; --shadow: 0 1px 2px #17212e1f, 0 6px 24px #17212e0f;
      --call1: #2563eb; --deep1: #1e49b8; --tint1: #e5edff;
      --call2: #d9480f; --deep2: #a63508; --tint2: #ffebe0;
      --call3: #0b8a5b; --deep3: #07633f; --tint3: #def5ea;
      --call4: #a21caf; --deep4: #86198f; --tint4: #fae8ff;
      --call5: #a16207; --deep5: #7a4a05; --tint5: #fdf3d0;
      --call6: #0e7490; --deep6: #0b5a70; --tint6: #dcf4fa;
    }

    @media (prefers-color-scheme: dark) {
      :root {
        --back: #0e141b; --paper: #151d27; --ink: #e6ecf3; --soft: #9fadbd; --rule: #2a3644;
        --accent: #9db8ff; --accent-ink: #0c1738; --tint: #1c2945; --tint-strong: #2a3d69;
        --life: #3b4858; --arrow: #8796a8; --bad: #ff9d93; --bad-tint: #3a1f1d; --good: #6fdcae;
        --good-tint: #14312a;
        --mark: #c6b5ff; --mark-tint: #261f42; --mark-rule: #6a58ad; --found: #6b5500;
        --shadow: 0 0 0 1px #ffffff0d, 0 6px 24px #0000004d;
        --call1: #6c9bff; --deep1: #a9c5ff; --tint1: #1b2b4d;
        --call2: #ff8a4c; --deep2: #ffb48f; --tint2: #42220f;
        --call3: #3ccf94; --deep3: #7fe3bb; --tint3: #123528;
        --call4: #e07bf0; --deep4: #efb0f8; --tint4: #3a1a40;
        --call5: #e0b040; --deep5: #f0cd80; --tint5: #3a2e0e;
        --call6: #4fc3dd; --deep6: #95dded; --tint6: #10323b;
      }
    }

    .call0 { --call: var(--arrow); --deep: var(--soft); --call-tint: transparent; }
    .call1 { --call: var(--call1); --deep: var(--deep1); --call-tint: var(--tint1); }
    .call2 { --call: var(--call2); --deep: var(--deep2); --call-tint: var(--tint2); }
    .call3 { --call: var(--call3); --deep: var(--deep3); --call-tint: var(--tint3); }
    .call4 { --call: var(--call4); --deep: var(--deep4); --call-tint: var(--tint4); }
    .call5 { --call: var(--call5); --deep: var(--deep5); --call-tint: var(--tint5); }
    .call6 { --call: var(--call6); --deep: var(--deep6); --call-tint: var(--tint6); }

    * { box-sizing: border-box; }

    html { scroll-padding-top: 4rem; }

    body {
      margin: 0; background: var(--back); color: var(--ink);
      font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
      overflow-wrap: break-word; -webkit-text-size-adjust: 100%;
    }

    a { color: var(--accent); }

    button, select, input { font: inherit; color: inherit; }

    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 6px; }

    h1 { font-size: 1.75rem; line-height: 1.2; letter-spacing: -.015em; margin: .1em 0 .2em; }

    kbd {
      font: .85em ui-monospace, monospace; border: 1px solid var(--rule); border-bottom-width: 2px;
      border-radius: 5px;
      padding: 0 .4em; background: var(--paper);
    }

    .unseen {
      position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
    }

    /* The page without its script: titles, stories and ladders in text. */
    #text { max-width: 90rem; margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 2.5rem) 4rem; }
    #text h2 { font-size: 1.25rem; margin: 1.6em 0 .4em; }
    #text h3 { font-size: 1.05rem; margin: 0; display: inline; }
    #text h4 { font-size: 1rem; margin: 1.2em 0 .2em; }
    #text details {
      background: var(--paper); border-radius: var(--radius); box-shadow: var(--shadow); margin: .4rem 0;
      padding: 0 1rem;
    }
    #text summary { padding: .6rem 0; cursor: pointer; }
    #text details:not([open]) > :not(summary) { display: none; }
    #text pre {
      font: 13px/1.35 ui-monospace, SFMono-Regular, Menlo, "DejaVu Sans Mono", monospace;
      white-space: pre-wrap; overflow-wrap: anywhere;
      background: var(--paper); border: 1px solid var(--rule); border-radius: 8px; padding: .6rem .8rem;
      margin: .4rem 0 1rem;
    }
    @media (max-width: 700px) {
      #text pre { font-size: 11px; padding: .5rem; }
      #text pre.wide { white-space: pre; overflow-x: auto; }
    }
    .source, .parties { color: var(--soft); margin: .2em 0; }
    .profile { font: .9em ui-monospace, monospace; }
    .story { max-width: 46rem; margin: .4em 0; }
    .on #text { display: none; }

    """#
}
