extension HTMLStyle {
  /// The bar with the steps, the panes, and the ladder.
  static let ladder = #"""
    .toolbar {
      position: sticky; top: 0; z-index: 10; display: flex; flex-wrap: wrap; align-items: center; gap: .5rem;
      padding: .5rem 0;
      background: var(--back);
    }
    .steps {
      display: flex; align-items: center; background: var(--accent); color: var(--accent-ink); border-radius: 99px;
      padding: .15rem;
    }
    .steps button {
      border: 0; background: none; border-radius: 99px; min-width: 2.3rem; height: 2.1rem; font-size: 1.25rem;
      line-height: 1; cursor: pointer;
    }
    .steps svg {
      fill: currentColor; stroke: currentColor; stroke-width: 1.5; stroke-linejoin: round; vertical-align: -1px;
    }
    .steps button:hover { background: #80808040; }
    .steps button[aria-disabled=true] { cursor: default; }
    .steps button[aria-disabled=true] svg { fill: none; }
    .steps :focus-visible { outline-color: var(--ink); }
    .place { min-width: 6.6rem; text-align: center; font-variant-numeric: tabular-nums; }
    .toolbar select, .pickers select {
      flex: 1 1 12rem; min-width: 0; max-width: 30rem; padding: .4rem .8rem; border: 1.5px solid var(--rule);
      border-radius: 99px;
      background: var(--paper);
    }

    .panes { display: grid; grid-template-columns: minmax(0, 11fr) minmax(0, 10fr); gap: 1rem; }
    .panes.wide { grid-template-columns: minmax(0, 15fr) minmax(0, 10fr); }
    .side { display: flex; flex-direction: column; gap: 1rem; min-width: 0; }
    .pane { background: var(--paper); border-radius: var(--radius); box-shadow: var(--shadow); overflow: auto; }
    .ladderpane, .side { max-height: var(--room); }
    .tablepane { flex: 1 1 55%; min-height: 9rem; }
    .detailpane { flex: 0 1 auto; max-height: 55%; padding: .8rem 1rem; }

    .ladder { margin: 0 auto; }
    .heads {
      display: grid; position: sticky; top: 0; z-index: 4; background: var(--paper);
      border-bottom: 1px solid var(--rule); padding-top: .5rem;
    }
    .head { text-align: center; padding: 0 2px; min-width: 0; }
    .head:first-child { grid-column: 2; }
    .head b { display: block; font-size: 1.05rem; line-height: 1.2; overflow-wrap: anywhere; }
    .head .kind { display: block; color: var(--soft); font-size: .74rem; line-height: 1.3; }
    .states {
      list-style: none; margin: .15rem 0 .3rem; padding: 0; display: flex; flex-direction: column; gap: 2px;
      align-items: center;
    }
    .state {
      font-size: .74rem; line-height: 1.25; font-weight: 650; border-radius: 10px; padding: 1px 6px;
      background: var(--call-tint); color: var(--deep); border: 1px solid transparent;
    }
    .state { max-width: 100%; overflow-wrap: anywhere; text-align: center; }
    .narrow .head b { font-size: .85rem; }
    .narrow .head .kind { font-size: .62rem; }
    .narrow .state { font-size: .64rem; padding: 1px 4px; overflow-wrap: break-word; }
    .narrow .state i { display: block; width: max-content; margin: 0 auto; }
    .state i {
      font-style: normal; font-size: .68rem; background: var(--deep); color: var(--paper); border-radius: 99px;
      padding: 0 .4em; margin-right: .4em;
    }
    .state.waiting { border: 1px dotted var(--call); }
    .state.ringing { border: 1px dashed var(--call); }
    .state.holding { background: none; border-color: var(--call); }
    .state.idle, .state.other { font-weight: 400; color: var(--soft); background: none; }

    .body { position: relative; }
    .body > svg { display: block; }
    .rows { position: absolute; inset: 0; margin: 0; padding: 0; list-style: none; }
    .row { position: absolute; left: 0; right: 0; }
    .pick {
      position: absolute; inset: 0; width: 100%; background: none; border: 0; padding: 0; cursor: pointer;
      text-align: left;
    }
    .pick:focus-visible { outline-offset: -3px; }
    .label {
      position: absolute; bottom: 15px; font-size: .82rem; line-height: 1.25; white-space: nowrap;
      overflow: hidden; text-overflow: ellipsis;
      padding: 0 4px; border-radius: 4px; background: var(--paper);
    }
    .row.action .label { font-weight: 700; }
    .row.refusal .label { color: var(--bad); bottom: 8px; }
    .row:hover .pick { background: linear-gradient(var(--tint), var(--tint)) left 0 bottom 0 / 3px 100% no-repeat; }
    .row.current { background: var(--tint); }
    .row.current .label { background: var(--tint); }
    .row.chosen, .row.chosen .label { background: var(--tint-strong); }
    .number {
      position: absolute; left: 8px; bottom: 6px; min-width: 1.5rem; height: 1.5rem; line-height: 1.5rem;
      border-radius: 99px; text-align: center;
      font-size: .78rem; font-weight: 700; color: var(--soft); text-decoration: none;
      font-variant-numeric: tabular-nums;
    }
    .number:hover { background: var(--tint-strong); }
    .current .number { background: var(--accent); color: var(--accent-ink); }

    /* Bands are told apart by their pattern, calls by their number. The picture is above the rows' backgrounds. */
    .body > svg { position: relative; z-index: 1; pointer-events: none; }
    .label, .number, .markbox, .branches { z-index: 2; }
    .life { stroke: var(--life); stroke-width: 2; }
    .life.server { stroke-dasharray: 7 4; }
    .band line { stroke: var(--call); stroke-width: 7; stroke-linecap: round; }
    .band.waiting line { stroke-width: 5; stroke-dasharray: .1 9; }
    .band.ringing line { stroke-width: 7; stroke-dasharray: 5 10; }
    .band rect { fill: var(--paper); stroke: var(--call); stroke-width: 2; }
    .badge circle { fill: var(--paper); stroke: var(--call); stroke-width: 2; }
    .badge text { fill: var(--ink); font-size: 9.5px; font-weight: 700; text-anchor: middle; }
    .arrow line { stroke: var(--call); stroke-width: 1.75; }
    .arrow.current.call0 { --call: var(--accent); }
    .arrow path, .arrow circle { fill: var(--call); }
    .arrow circle { stroke: var(--paper); stroke-width: 2; }
    .arrow.current line { stroke-width: 3; stroke-dasharray: 1; animation: drawn .28s ease-out; }
    @keyframes drawn { from { stroke-dashoffset: 1; } to { stroke-dashoffset: 0; } }
    .markline { stroke: var(--mark-rule); stroke-width: 2; stroke-dasharray: .1 7; stroke-linecap: round; }

    .row.mark {
      display: flex; justify-content: center; align-items: center; z-index: 2; pointer-events: none;
      padding-left: 36px;
    }
    .row.mark > * { pointer-events: auto; }
    .markbox {
      display: inline-block; background: var(--mark-tint); color: var(--mark);
      border: 1.5px solid var(--mark-rule); border-radius: 99px;
      padding: .05rem .8rem; font-size: .78rem; font-weight: 650; max-width: 100%; overflow: hidden;
      text-overflow: ellipsis; white-space: nowrap;
    }
    .markbox a { color: inherit; }
    a.markbox { text-decoration: none; }
    summary.markbox { cursor: pointer; }
    .markbox:is(a, summary):hover { border-color: var(--mark); }
    .wait { background: var(--paper); color: var(--soft); font-size: .78rem; font-style: italic; padding: 0 .6rem; }
    .markname { font-family: ui-monospace, SFMono-Regular, Menlo, "DejaVu Sans Mono", monospace; }
    .branches { position: relative; }
    .row.mark.open { z-index: 6; }
    .branches ul {
      position: absolute; top: 1.8rem; left: 50%; transform: translateX(-50%); width: min(24rem, 78vw);
      max-height: 20rem; overflow: auto;
      margin: 0; padding: .4rem; list-style: none; background: var(--paper); border: 1.5px solid var(--mark-rule);
      border-radius: 12px; box-shadow: 0 10px 40px #00000040;
    }
    .branches a {
      display: block; padding: .4rem .7rem; border-radius: 8px; text-decoration: none; color: var(--ink);
      font-weight: 650; font-size: .88rem;
    }
    .branches a:hover, .branches a:focus-visible { background: var(--mark-tint); }
    .branches small { display: block; font-weight: 400; color: var(--soft); }

    .legend {
      list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; margin: 0; padding: .6rem 1rem .8rem;
      font-size: .78rem; color: var(--soft);
    }
    .legend svg { vertical-align: -3px; }

    @media (prefers-reduced-motion: reduce) {
      .arrow.current line { animation: none; }
    }

    @media (max-width: 820px) {
      .panes { display: block; }
      .pane { margin-bottom: 1rem; }
      .side { gap: 0; max-height: none; }
      .detailpane { order: -1; }
      .ladderpane { max-height: calc(100vh - 9rem); max-height: calc(100dvh - 9rem); }
      .tablepane { max-height: 70vh; }
      .detailpane { max-height: none; }
    }

    /* On a phone, the steps are where the thumb is. */
    @media (max-width: 560px) {
      body { font-size: 14px; }
      h1 { font-size: 1.4rem; }
      #stage { padding-bottom: 5rem; }
      .toolbar { position: static; }
      .steps {
        position: fixed; z-index: 12; left: .75rem; right: .75rem; bottom: .75rem; justify-content: space-between;
        padding: .3rem; box-shadow: 0 6px 24px #00000059;
      }
      .steps button { min-width: 3.2rem; height: 2.6rem; }
      .toolbar select { flex-basis: 100%; max-width: none; }
      .ladderpane { max-height: calc(100vh - 6rem); max-height: calc(100dvh - 6rem); }
    }

    """#
}
