extension HTMLStyle {
  /// The event table, what is known of a message, and the comparison.
  static let tables = #"""
    table { border-collapse: collapse; width: 100%; }
    th, td { text-align: left; vertical-align: top; padding: .3rem .5rem; }
    thead th { color: var(--soft); font-size: .76rem; font-weight: 650; background: var(--paper); }
    .events { font-size: .85rem; }
    .events thead th { position: sticky; top: 0; z-index: 1; box-shadow: 0 1px var(--rule); }
    .events tbody tr { border-top: 1px solid var(--rule); }
    .events tr.message { border-top-color: transparent; }
    .events th[scope=row] { text-align: right; color: var(--soft); font-variant-numeric: tabular-nums; }
    .events button { background: none; border: 0; padding: 0; text-align: left; cursor: pointer; }
    .events button:hover { text-decoration: underline; }
    .events .action button { font-weight: 700; }
    .events .values { line-height: 1.45; }
    tr.current { background: var(--tint); }
    tr.chosen { background: var(--tint-strong); }
    .events tr.current th { background: var(--accent); color: var(--accent-ink); }
    .comment { margin: .15rem 0; color: var(--soft); font-size: .82rem; max-width: 42rem; }
    .current .comment { color: var(--ink); }
    .refusal { margin: .15rem 0; color: var(--bad); font-size: .82rem; }

    .value { display: inline; font-size: .8rem; margin-right: .5rem; }
    .value .name { color: var(--soft); }
    .current .value .name, .chosen .value .name { color: var(--ink); }
    .value.optional .name { font-style: italic; text-decoration: underline dotted; }
    .events .value.known { display: none; }
    .shows-known .events .value.known { display: inline; }
    .value.known { font-style: italic; }

    .detailpane h2 { font-size: 1rem; margin: 0 0 .4rem; }
    .detailpane h2 small { font-weight: 400; color: var(--soft); }
    .rule {
      display: grid; grid-template-columns: max-content 1fr; gap: .1rem .8rem; margin: 0 0 .5rem;
      font-size: .85rem;
    }
    .rule dt { color: var(--soft); }
    .rule dd { margin: 0; }
    .decisions {
      font-size: .82rem; display: grid; grid-template-columns: max-content 1fr; gap: .3rem .8rem;
      color: var(--soft);
    }
    .decisions dt { font-weight: 650; }
    .decisions dd { margin: 0; }
    code { font: .95em ui-monospace, SFMono-Regular, Menlo, monospace; }
    .origins { font-size: .82rem; }
    .origins { table-layout: fixed; }
    .origins :is(th, td) { overflow-wrap: anywhere; }
    .origins thead th:nth-child(1) { width: 31%; padding-left: 0; }
    .origins thead th:nth-child(2) { width: 23%; }
    .origins thead th:nth-child(4) { width: 4.6rem; }
    .origins td.kind { white-space: nowrap; }
    .origins tbody tr { border-top: 1px solid var(--rule); }
    .origins th[scope=row] { font-weight: 600; padding-left: 0; }
    .origins td.kind { color: var(--soft); }
    .origins tr.chosen td.kind { color: var(--ink); }
    .origins .optional th { font-style: italic; text-decoration: underline dotted; }
    .origins .known { font-style: italic; }
    .origins .known th { font-weight: 400; }
    .origins tr.chosen { outline: 2px solid var(--accent); outline-offset: -2px; }

    .pickers {
      display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; background: var(--paper);
      border-radius: var(--radius); box-shadow: var(--shadow); padding: .7rem 1rem;
    }
    .pickers label { display: flex; gap: .5rem; align-items: center; min-width: 0; flex: 1 1 14rem; }
    .compare .scroll {
      background: var(--paper); border-radius: var(--radius); box-shadow: var(--shadow); overflow: auto;
      max-height: calc(100vh - 8rem);
    }
    .comparison { font-size: .85rem; table-layout: fixed; }
    .comparison thead th { position: sticky; top: 0; z-index: 1; box-shadow: 0 1px var(--rule); }
    .comparison th small { display: block; font-weight: 400; }
    .comparison .sign { width: 2.4rem; text-align: center; font-weight: 700; }
    .comparison tr.action { border-top: 1px solid var(--rule); }
    .comparison tr.action td { font-weight: 650; }
    .comparison tr.message td:not(.sign) { padding-left: 1.4rem; }
    .comparison .to { color: var(--soft); display: inline-block; min-width: 1.2rem; }
    .comparison .left td:first-child, .comparison .differs td:first-child { background: var(--bad-tint); }
    .comparison .right td:last-child, .comparison .differs td:last-child { background: var(--good-tint); }
    .comparison .left .to, .comparison .right .to, .comparison .differs .to { color: var(--ink); }
    .comparison .none { background: repeating-linear-gradient(135deg, transparent 0 6px, var(--rule) 6px 7px); }
    .comparison del { color: var(--bad); text-decoration: none; font-weight: 650; border-bottom: 2px dashed; }
    .comparison ins { color: var(--good); text-decoration: none; font-weight: 650; border-bottom: 2px solid; }
    .comparison .changed { overflow-wrap: anywhere; }

    @media (max-width: 560px) {
      .origins { font-size: .78rem; }
      .origins :is(td, th):last-child { display: none; }
      .comparison { font-size: .78rem; }
      .comparison th, .comparison td { padding: .25rem .3rem; }
      .comparison tr.message td:not(.sign) { padding-left: .5rem; }
      .comparison .sign { width: 1.4rem; }
      .events td:first-child, .events th:first-child { padding-right: .2rem; }
    }

    """#
}
