/// The frame of the page: it loads nothing and runs nothing, and its policy forbids browsers to.
enum HTMLPage {
  static let title = "政府信息公开工作年度报告检查结果"

  static let head = """
    <!DOCTYPE html>
    <html lang="zh-CN">
    <head>
    <meta charset="utf-8"/>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="color-scheme" content="light dark"/>
    <title>\(title)</title>
    <style>
    \(style)
    </style>
    </head>
    <body>

    """

  static let foot = """
    <footer class="quiet">
    <p>行号指从文件中读出的文字的行。没有读出的数字既不当作零，也不当作错。自动检查不能代替人工审核。</p>
    </footer>
    </body>
    </html>

    """

  private static let style = """
    :root {
      color-scheme: light dark;
      --page: #fff; --text: #1d2125; --quiet: #5c6670; --rule: #d5dae0; --panel: #f5f7f9; --link: #0b57a4;
      --critical: #8f1030; --error: #b3261e; --warning: #8a5300; --info: #31618f; --good: #1f6b3a;
      --mark: #ffe58a; --mark-text: #1d2125;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --page: #15181c; --text: #e4e7ea; --quiet: #a0a9b3; --rule: #3a424b; --panel: #1e2329; --link: #8ab8f0;
        --critical: #ff8fa6; --error: #ff9a90; --warning: #f0b95c; --info: #93bdea; --good: #82cf9a;
        --mark: #6d5600; --mark-text: #fff6d6;
      }
    }
    * { box-sizing: border-box; }
    body {
      margin: 0 auto; padding: 1.5rem; max-width: 76rem; background: var(--page); color: var(--text);
      font: 1rem/1.65 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
      overflow-wrap: anywhere;
    }
    h1 { margin: 0; font-size: 1.5rem; line-height: 1.3; }
    h2 { margin: 2rem 0 .75rem; font-size: 1.15rem; }
    h3 { margin: 0 0 .5rem; font-size: 1rem; line-height: 1.5; }
    p { margin: .5rem 0; }
    a { color: var(--link); }
    ul { margin: 0; padding-left: 1.25rem; }
    .quiet { color: var(--quiet); font-size: .9rem; font-weight: normal; }
    .totals { display: flex; flex-wrap: wrap; gap: .5rem; margin: 1rem 0; }
    .total { padding: .2rem .8rem; border: 1px solid var(--rule); border-radius: .4rem; text-decoration: none; }
    .flagged, .error { --tone: var(--error); }
    .critical { --tone: var(--critical); }
    .incomplete, .warning { --tone: var(--warning); }
    .rejected, .waived { --tone: var(--quiet); }
    .info { --tone: var(--info); }
    .passed { --tone: var(--good); }
    a.total, .badge { color: var(--tone); border-color: var(--tone); }
    .badge {
      display: inline-block; padding: 0 .5em; border: 1px solid var(--tone); border-radius: .3rem;
      font-size: .85rem; font-weight: 600; line-height: 1.5; white-space: nowrap;
    }
    .badge.critical { background: var(--tone); color: var(--page); }
    .summary { width: 100%; border-collapse: collapse; font-size: .92rem; line-height: 1.5; }
    .summary th, .summary td { padding: .35rem .5rem; border-bottom: 1px solid var(--rule); text-align: left; }
    .summary th { color: var(--quiet); font-weight: 600; white-space: nowrap; }
    .summary td { vertical-align: top; }
    .summary .number, .summary .year { font-variant-numeric: tabular-nums; }
    .summary .number { color: var(--tone, inherit); white-space: nowrap; }
    .summary .year { white-space: nowrap; }
    .summary .agency { min-width: 9em; }
    .summary .file { color: var(--quiet); font-size: .85rem; min-width: 10em; }
    .summary tbody tr:hover { background: var(--panel); }
    .report { margin: .5rem 0; border: 1px solid var(--rule); border-radius: .4rem; }
    .report > summary { padding: .6rem 1rem; cursor: pointer; }
    .report[open] > summary { border-bottom: 1px solid var(--rule); }
    .content { padding: .5rem 1rem 1rem; scroll-margin-top: 4rem; }
    .finding, section.undecided { margin: 1rem 0; padding: .1rem 0 .1rem 1rem; border-left: .25rem solid var(--tone, var(--rule)); }
    .finding.waived { opacity: .8; }
    .rejection, .unread { padding: .75rem 1rem; background: var(--panel); border-left: .25rem solid var(--quiet); }
    .unread { margin: 1rem 0; }
    .unread h2 { margin-top: 0; }
    blockquote p { margin: 0; }
    blockquote { margin: .5rem 0; padding: .5rem .75rem; background: var(--panel); border-radius: .3rem; }
    .line { margin-right: .5em; color: var(--quiet); font-size: .85rem; white-space: nowrap; }
    mark { padding: .1em .15em; background: var(--mark); color: var(--mark-text); border-radius: .15rem; }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .75rem; margin: .5rem 0 0; font-size: .92rem; }
    dt { color: var(--quiet); }
    dd { margin: 0; }
    code { font-family: ui-monospace, Consolas, monospace; font-size: .88em; color: var(--quiet); }
    .undecided li { margin: .25rem 0; font-size: .92rem; }
    .back { margin: 1rem 0 0; font-size: .85rem; }
    footer { margin-top: 2rem; border-top: 1px solid var(--rule); }
    @media screen and (max-width: 48rem) {
      body { padding: 1rem; }
      .summary thead { display: none; }
      .summary, .summary tbody { display: block; }
      .summary tr { display: flex; flex-wrap: wrap; gap: .1rem .75rem; padding: .6rem 0; border-bottom: 1px solid var(--rule); }
      .summary td { padding: 0; border: 0; min-width: 0; }
      .summary .agency { flex: 1; font-weight: 600; }
      .summary .file { flex-basis: 100%; }
      .summary .empty { display: none; }
      .summary [data-label]::before { content: attr(data-label) " "; color: var(--quiet); }
    }
    @media print {
      :root {
        color-scheme: light;
        --page: #fff; --text: #000; --quiet: #444; --rule: #999; --panel: #fff; --link: #000; --mark: #ddd; --mark-text: #000;
        --critical: #8f1030; --error: #b3261e; --warning: #8a5300; --info: #31618f; --good: #1f6b3a;
      }
      body { max-width: none; padding: 0; font-size: 10.5pt; }
      .back { display: none; }
      .report::details-content { content-visibility: visible; block-size: auto; }
      .summary { font-size: 8.5pt; }
      .summary th, .summary td { padding: .2rem .3rem; }
      .summary .agency, .summary .file { min-width: 0; }
      .finding, .summary tr { break-inside: avoid; }
      h3, .report > summary { break-after: avoid; }
      mark, .badge { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      a { text-decoration: none; }
    }
    """
}
