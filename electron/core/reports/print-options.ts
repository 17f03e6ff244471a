import { toHtml } from 'hast-util-to-html'
import { h } from './html/element.ts'

/**
 * Between the date and the label, which the page itself repeats (html/print-styles.ts). Chromium draws templates before
 * any font of theirs is there, even one inside their own text: words in a font of the report would stay blank. So they
 * hold nothing but what every font of a system has; title and date, in whatever script, are the page's.
 */
const pageNumbers = h(
  'div',
  {
    style:
      'position:fixed;left:0;right:0;bottom:10mm;text-align:center;color:#5a6572;font:11px/24px "Segoe UI","Helvetica Neue",Arial,sans-serif',
  },
  'Page ',
  h('span', { className: ['pageNumber'] }),
  ' of ',
  h('span', { className: ['totalPages'] }),
)

/** How every report becomes a PDF (options of Electron's `printToPDF`): on A4, with bookmarks and tags; paper and margins are the style sheet's. */
export const pdfOptions = {
  pageSize: 'A4',
  preferCSSPageSize: true,
  printBackground: true,
  displayHeaderFooter: true,
  // An empty text would be Chromium's own header.
  headerTemplate: '<span></span>',
  footerTemplate: toHtml(pageNumbers),
  generateTaggedPDF: true,
  generateDocumentOutline: true,
} as const
