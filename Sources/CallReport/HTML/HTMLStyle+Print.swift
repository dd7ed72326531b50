extension HTMLStyle {
  /// On paper: the story, the ladder and the table of the open flow.
  static let print = #"""
    @media print {
      :root {
        --back: #fff; --paper: #fff; --ink: #000; --soft: #444; --rule: #bbb; --accent: #1d3a9e; --accent-ink: #fff;
        --tint: #fff; --tint-strong: #fff; --life: #999; --arrow: #444; --bad: #8c1d18; --mark: #3d2a8a;
        --mark-tint: #fff;
        --shadow: none; --deep1: #1e49b8; --deep2: #a63508; --deep3: #07633f; --deep4: #86198f; --deep5: #7a4a05;
        --deep6: #0b5a70;
        --call1: #2563eb; --call2: #d9480f; --call3: #0b8a5b; --call4: #a21caf; --call5: #a16207; --call6: #0e7490;
        color-scheme: light;
      }
      @page { margin: 14mm; }
      body { font-size: 10pt; }
      .intro .flowname { display: block; font-weight: 650; }
      .heads { break-after: avoid; }
      .bar, #contents, .toolbar, .legend.tools, .skip, .pickers { display: none !important; }
      .app, .panes, .side { display: block; }
      #stage { padding: 0; display: block !important; }
      .pane, .compare .scroll {
        max-height: none !important; overflow: visible; box-shadow: none; border-radius: 0;
      }
      .heads, .events thead th, .comparison thead th { position: static; }
      .ladder { margin: 0; break-inside: auto; }
      .detailpane { break-before: avoid; }
      .row, tr { break-inside: avoid; }
      .current .number { background: none; color: var(--soft); }
      .events tr.current th { background: none; color: var(--soft); }
      .arrow.current line { stroke-width: 1.75; animation: none; }
      .branches > ul { display: none; }
      #text details > * { display: block !important; }
      a { color: inherit; }
    }

    """#
}
