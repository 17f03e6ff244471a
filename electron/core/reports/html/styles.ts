import { koreanFamily, latinFamily } from './font-faces.ts'
import { printStyles } from './print-styles.ts'

/** The style sheet of a report: on screen in light and dark, on paper on A4. Sizes keep to a grid of 4 px. */
export const styles = (fonts: string, colour: string): string =>
  [fonts, base(colour), prose, tables, screen, printStyles].join('\n')

const family = `"${latinFamily}", "${koreanFamily}", "Noto Sans", "Noto Sans CJK KR", "Malgun Gothic", sans-serif`

const light = `--ink:#1c2127;--muted:#5a6572;--line:#d3d8de;--rule:#8f99a8;--faint:#f6f7f9;--paper:#fff;--accent:#1f5aa8;--tile:#e5e8eb;--edge:#c5cbd3`
const dark = `--ink:#e5e8eb;--muted:#abb3bf;--line:#383e47;--rule:#738091;--faint:#1c2127;--paper:#14181c;--accent:#8abbff;--tile:#2f343c;--edge:#4a535f`

const base = (colour: string): string => `
:root{${light}}
*{box-sizing:border-box}
html{font:400 15px/24px ${family};color:var(--ink);background:var(--paper);-webkit-text-size-adjust:100%;font-variant-numeric:tabular-nums;overflow-wrap:break-word;word-break:keep-all}
body{margin:0}
h1,h2,h3,h4,h5,h6,p,ol,ul,dl,dd,blockquote,pre,table{margin:0;padding:0}
h1,h2,h3,h4,h5,h6,strong,th{font-weight:600}
h1{font-size:32px;line-height:40px;letter-spacing:-.01em;text-wrap:balance}
h2{font-size:20px;line-height:28px;margin:0 0 12px;text-wrap:balance}
h3{font-size:16px;line-height:24px;margin:24px 0 4px}
h4,h5,h6{font-size:15px;line-height:24px;margin:20px 0 4px}
h1,h2,h3,h4,h5,h6,caption,thead{break-after:avoid}
ul{list-style-type:disc}
p,li,blockquote{orphans:3;widows:3}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:2px}
a.note,a.back{text-decoration:none}
sup{font-size:11px;line-height:0;vertical-align:baseline;position:relative;top:-5px}
abbr{text-decoration:none}
.muted,.small{color:var(--muted)}
.tlp{background:#000;color:${colour};font-weight:600;font-size:16px;line-height:24px;text-align:right;print-color-adjust:exact;-webkit-print-color-adjust:exact}
section,.prose{margin-top:40px}
section .prose,section.scroll{margin-top:0}
.title{padding-bottom:20px;border-bottom:1px solid var(--rule)}
.title dl{margin-top:20px}
.rows>div{display:grid;grid-template-columns:128px minmax(0,1fr);gap:0 16px}
.rows dt{color:var(--muted)}
.lines>div{padding:4px 0;border-top:1px solid var(--line);font-size:14px;line-height:20px}
.lines+.prose{margin-top:16px}
.lines dd>*+*{margin-top:4px}
.lines dd ul,.lines dd ol{padding-left:20px}
.bottom-line{padding:16px 20px 20px;background:var(--faint);border-left:4px solid var(--accent);print-color-adjust:exact;-webkit-print-color-adjust:exact}
.bottom-line h2{font-size:13px;line-height:20px;color:var(--muted);margin-bottom:4px}
.bottom-line .prose{font-size:18px;line-height:28px}
.judgements{list-style:none;counter-set:none}
.judgements>li{position:relative;padding:16px 0 16px 32px;border-top:1px solid var(--line)}
.judgements>li::before{content:attr(value);position:absolute;left:0;color:var(--muted);font-weight:600}
.judgements .statement{font-weight:600;font-size:16px;margin-bottom:8px;break-after:avoid}
.judgements .rows>div{font-size:14px;line-height:20px;padding:2px 0;break-inside:avoid}
.judgements dd>*+*{margin-top:4px}
.judgements dd ul,.judgements dd ol{padding-left:20px}
.likelihood{display:flex;align-items:center;gap:0 12px;flex-wrap:wrap}
.bar{width:152px;height:12px;flex:none;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.track{fill:var(--line)}.range{fill:var(--accent)}.mark{fill:var(--ink)}
.note-list{font-size:13px;line-height:20px;padding-left:32px}
.note-list li::marker{color:var(--muted)}
.note-list li>p{display:inline}
.note-list li>p+p::before{content:" "}
.back{margin-left:6px}
.note-list .back{padding:0 4px;border:1px solid var(--line);border-radius:3px}`

const prose = `
.prose{max-width:720px}
.prose>*+*{margin-top:12px}
.prose>h2{margin:32px 0 4px}
.prose>h3{margin:24px 0 4px}
.prose>h4,.prose>h5,.prose>h6{margin:20px 0 4px}
.prose>:first-child{margin-top:0}
.prose h2+*,.prose h3+*,.prose h4+*,.prose h5+*,.prose h6+*{margin-top:4px}
.prose ul,.prose ol{padding-left:24px}
.prose li+li,.prose li>p+p,.prose li>ul,.prose li>ol{margin-top:4px}
.prose blockquote{padding-left:16px;border-left:2px solid var(--line);color:var(--muted)}
.prose hr{border:0;border-top:1px solid var(--line);margin:24px 0}
code{font-family:ui-monospace,"SFMono-Regular",Consolas,"DejaVu Sans Mono",monospace;font-size:.9em}
pre{padding:12px 16px;background:var(--faint);overflow-x:auto;white-space:pre-wrap}
.prose table{width:100%}`

const tables = `
table{border-collapse:collapse;font-size:13px;line-height:20px;text-align:left}
.scroll table{width:100%;table-layout:fixed}
caption{text-align:left;color:var(--muted);padding-bottom:8px}
.scroll td>div,td blockquote,p.statement{white-space:pre-line}
th,td{padding:6px 12px 6px 0;vertical-align:top;border-bottom:1px solid var(--line)}
th:last-child,td:last-child{padding-right:0}
thead th{color:var(--muted);font-weight:600;line-height:16px;padding-top:4px;vertical-align:bottom;border-bottom:1px solid var(--rule)}
td,.scroll tbody th{overflow-wrap:anywhere}
thead{display:table-header-group}
tr{break-inside:avoid}
:is(th,td).right{text-align:right}:is(th,td).center{text-align:center}
.small{font-size:12px;line-height:16px}
td blockquote{margin-top:4px;padding-left:8px;border-left:2px solid var(--line);color:var(--muted);font-size:12px;line-height:18px}
tbody th.ref{font-weight:600}
tbody th.statement{font-weight:400}
th.ref{width:52px}
th.said{width:116px}
th.number{width:116px}
th.claimant{width:136px}
th.grade{width:52px}
th.notes{width:52px}
th.status{width:92px}
.sources th.refs{width:30%}
.tile{display:inline-block;min-width:22px;padding:0 4px;background:var(--tile);border:1px solid var(--edge);border-radius:3px;line-height:18px;text-align:center;font-weight:600;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.tile.unset{background:none;border-style:dashed;color:var(--muted);font-weight:400}
figure{margin:0;break-inside:avoid}
figure svg{display:block;width:100%;height:auto;max-height:calc(297mm - 84mm);print-color-adjust:exact;-webkit-print-color-adjust:exact}
figcaption{margin-top:8px;font-size:12px;line-height:16px;color:var(--muted)}
figcaption p+p{margin-top:2px}
.remark{color:var(--muted);margin-bottom:12px}
.remark:last-child{margin-bottom:0}
details{margin-top:8px;font-size:13px}
summary{color:var(--accent);cursor:pointer}
.scales{display:grid;grid-template-columns:repeat(auto-fit,minmax(204px,1fr));gap:24px 32px;align-items:start}
.scale{width:100%}
.scales+p,.glossary p+p{margin-top:16px}
.glossary p{font-size:13px;line-height:20px;color:var(--muted);max-width:720px}
.scale th,.scale td{padding:3px 16px 3px 0}
.scale thead th{font-size:12px}
.scale tbody th{font-weight:600}`

const screen = `
@media screen{
.running{display:none}
.tlp{padding:8px 24px}
.sheet{max-width:1000px;margin:0 auto;padding:40px 24px 64px}
nav{display:none}
.scroll{overflow-x:auto}
.scroll table{min-width:820px}
caption span{position:sticky;left:0;display:inline-block;max-width:calc(100vw - 48px)}
.scroll:focus-visible{outline:2px solid var(--accent);outline-offset:4px}
:target{background:var(--faint)}
}
@media screen and (min-width:1240px){
.sheet{max-width:1216px;display:grid;grid-template-columns:168px minmax(0,1fr);gap:0 48px}
nav{display:block;position:sticky;top:24px;align-self:start;font-size:13px;line-height:20px}
nav ul{list-style:none}
nav a{display:block;padding:2px 0;color:var(--muted);text-decoration:none}
nav a:hover{color:var(--accent);text-decoration:underline}
}
@media screen and (max-width:560px){.rows>div{display:block}.rows>div+div{margin-top:8px}h1{font-size:24px;line-height:32px}}
@media screen and (prefers-color-scheme:dark){:root{${dark}}}`
