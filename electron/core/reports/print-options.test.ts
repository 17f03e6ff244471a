import { describe, expect, it } from 'vitest'
import { printStyles } from './html/print-styles.ts'
import { styles } from './html/styles.ts'
import { pdfOptions } from './print-options.ts'

describe('printing to PDF', () => {
  it('asks for A4 with tags, bookmarks and backgrounds, on the margins of the style sheet', () => {
    expect(pdfOptions).toMatchObject({
      pageSize: 'A4',
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
    expect(pdfOptions).not.toHaveProperty('margins')
    expect(printStyles).toContain('@page{size:A4;margin:10mm 15mm}')
  })

  it('numbers the pages, and leaves title and label to the page', () => {
    const { displayHeaderFooter, headerTemplate, footerTemplate } = pdfOptions
    expect(displayHeaderFooter).toBe(true)
    expect(footerTemplate).toContain('Page <span class="pageNumber"></span> of <span class="totalPages"></span>')
    // Empty, but there: without one Chromium puts its own title and date on the page.
    expect(headerTemplate).toBe('<span></span>')
    expect(headerTemplate + footerTemplate).not.toMatch(/TLP|class="(title|date)"|url\(|src=/)
  })

  it('keeps rows whole, headings with what follows and table heads on every page', () => {
    const sheet = styles('', '#FFFFFF')
    expect(sheet).toMatch(/(^|\n)tr\{break-inside:avoid\}/)
    expect(sheet).toMatch(/h6,caption,thead\{break-after:avoid\}/)
    expect(sheet).toMatch(/thead\{display:table-header-group\}/)
  })
})
