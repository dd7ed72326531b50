extension HTMLStyle {
  /// The frame: the bar, the list of contents, the stage.
  static let frame = #"""
    .skip {
      position: absolute; left: -100vw; top: .5rem; z-index: 30; background: var(--accent);
      color: var(--accent-ink); padding: .5rem 1rem; border-radius: 8px;
    }
    .skip:focus { left: .5rem; }

    .bar { display: flex; align-items: center; gap: .75rem; padding: .6rem clamp(.75rem, 2vw, 1.5rem); }
    .bar form { flex: 1; max-width: 34rem; }
    .bar input {
      width: 100%; padding: .45rem .9rem; border: 1.5px solid var(--rule); border-radius: 99px;
      background: var(--paper);
    }
    .bar input::placeholder { color: var(--soft); opacity: 1; }
    .brand {
      font-weight: 750; letter-spacing: -.01em; text-decoration: none; color: var(--ink); white-space: nowrap;
    }
    .bar .keys { margin-left: auto; }

    .plain {
      background: var(--paper); border: 1.5px solid var(--rule); border-radius: 99px; padding: .35rem .9rem;
      cursor: pointer; white-space: nowrap;
    }
    .plain:hover { border-color: var(--accent); }
    .plain[aria-pressed=true] { background: var(--tint-strong); border-color: var(--accent); }

    .app { display: grid; grid-template-columns: 17rem minmax(0, 1fr); align-items: start; }
    .menu { display: none; }

    #contents {
      position: sticky; top: 0; max-height: calc(100vh - 3.7rem); overflow: auto;
      padding: .5rem .75rem 2rem clamp(.75rem, 2vw, 1.5rem); font-size: .9rem;
    }
    #contents ul { list-style: none; margin: 0; padding: 0; }
    #contents h2 { font-size: .9rem; margin: .3rem .6rem; }
    #contents summary {
      display: flex; gap: .5rem; justify-content: space-between; padding: .35rem .6rem; border-radius: 8px;
      cursor: pointer; font-weight: 650; line-height: 1.3;
    }
    #contents summary:hover, #contents a:hover { background: var(--tint); }
    #contents .count { color: var(--soft); font-weight: 400; }
    #contents a {
      display: block; padding: .3rem .6rem; border-radius: 8px; color: inherit; text-decoration: none;
      line-height: 1.3;
    }
    #contents a[aria-current] { background: var(--tint); font-weight: 650; }
    #contents .flows { margin: .2rem 0 .4rem .6rem; border-left: 2px solid var(--rule); padding-left: .3rem; }
    #contents .flows a[aria-current] { background: var(--tint-strong); }
    #contents small { display: block; color: var(--soft); font-weight: 400; font-size: .82rem; line-height: 1.3; }
    #contents .flows a[aria-current] small { color: var(--ink); }
    #contents .found { color: var(--soft); margin: .3rem .6rem; }
    #contents .results > li { margin-bottom: .7rem; }
    #contents .results > li > small { padding: 0 .6rem; }
    #contents .results > li > a { font-weight: 650; }
    #contents .results ul { margin-left: .6rem; }
    mark { background: var(--found); color: inherit; border-radius: 3px; }

    #stage { padding: .25rem clamp(.75rem, 2vw, 1.5rem) 2rem; min-width: 0; outline: none; }
    .intro .where { margin: 0; color: var(--accent); font-weight: 650; font-size: .85rem; }
    .intro .source { margin: 0; font-size: .85rem; }
    .intro .source .profile { margin-left: 1em; }
    .intro .flowname { display: none; }
    .intro .story { font-size: 1.02rem; margin: .45em 0; }
    .intro .story.whole, .intro .story.ending { color: var(--soft); font-size: .92rem; }
    .decision {
      border: 0; background: none; padding: 0; color: var(--accent); text-decoration: underline; cursor: pointer;
    }

    .numbers { font-size: 1.1rem; font-weight: 650; margin: 0; }
    .cards {
      display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); margin-top: 1.2rem;
    }
    .card {
      background: var(--paper); border-radius: var(--radius); box-shadow: var(--shadow); padding: 1rem 1.2rem;
    }
    .card h2 { font-size: 1.05rem; margin: 0 0 .4rem; }
    .card ul { margin: 0 0 .7rem; padding-left: 1.1rem; font-size: .9rem; }
    .card li { margin: .2rem 0; }
    .card .plain { font-size: .85rem; }

    dialog {
      max-width: min(40rem, calc(100vw - 2rem)); border: 0; border-radius: var(--radius);
      box-shadow: 0 12px 60px #00000066; background: var(--paper); color: var(--ink); padding: 1.2rem 1.5rem;
    }
    dialog::backdrop { background: #0e141b80; }
    dialog h2 { margin: 0 0 .5rem; font-size: 1.15rem; }
    .keylist { display: grid; grid-template-columns: max-content 1fr; gap: .4rem 1rem; }
    .keylist dd { margin: 0; }

    @media (max-width: 1000px) {
      .app { display: block; }
      .menu { display: inline-block; }
      .bar { position: static; gap: .5rem; }
      .brand, .bar .keys { display: none; }
      #contents { display: none; position: static; max-height: 75vh; }
      .lists #contents { display: block; }
    }

    """#
}
