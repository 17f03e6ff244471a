/**
 * On paper the label is part of the page itself: what is fixed is drawn again on every page by browsers of every kind
 * (Chrome, Firefox, the runtime that makes the PDF), and `clone` keeps its room free on each. Boxes in the page's margin
 * would need Chrome 131, and a label in the header of the PDF would come double with them. The PDF adds page numbers
 * (print-options.ts): those only its header and footer can have.
 */
export const printStyles = `
@page{size:A4;margin:10mm 15mm}
@media print{
html{font-size:13px;line-height:20px;background:none}
nav{display:none}
.band{position:fixed;left:0;right:0;display:flex;justify-content:space-between;align-items:center;gap:24px}
header.band{top:0}
footer.band{bottom:0}
.running{min-width:0;overflow:hidden;white-space:nowrap;text-overflow:ellipsis;font-size:11px;color:var(--muted)}
.tlp{flex:none;padding:2px 8px;line-height:20px}
.appendix{break-before:page;margin-top:0}
.judgements>li,.note-list>li,.scale{break-inside:avoid}
table{font-size:12px;line-height:16px}
.judgements .rows>div,.lines>div{font-size:13px}
th,td{padding:4px 8px 4px 0;box-decoration-break:clone;-webkit-box-decoration-break:clone}
thead th,.small,td blockquote{font-size:11px;line-height:16px}
th.ref{width:40px}
th.said,th.number{width:88px}
th.claimant{width:108px}
.events th.said,.events th.claimant{width:124px}
th.grade,th.notes{width:40px}
th.status{width:76px}
.sheet{padding:15mm 0 13mm;box-decoration-break:clone;-webkit-box-decoration-break:clone}
}`

/**
 * What prints lays a page out for a screen first, that nobody looks at: without what is long this is done at once. Some
 * of it has to be there: the tags of a page that showed nothing before are left out of the PDF.
 */
export const unseenStyles = '@media screen{tbody,svg{display:none}}'
