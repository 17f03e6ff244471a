import { PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { minimalPdf } from '../test-pdf.ts'
import { inPdf, intoPdf } from './pdf.ts'
import { tailOf } from './pdf-tail.ts'

const envelope = JSON.stringify({ content: { by: ['Ana', '이민호'], tlp: 'green', case: { title: 'Курск' } } })
const tooLarge = (): Error => new Error('too large')
const carriedIn = (bytes: Uint8Array): Promise<string | undefined> => inPdf(bytes, 1e6, tooLarge)

/** A file whose information tells the system it was made on, with its objects in one table or in streams. */
async function printed(useObjectStreams: boolean): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.create()
  document.addPage()
  document.addPage()
  document.setTitle('Оцінка (TLP:GREEN)')
  document.setCreator('Mozilla/5.0 (X11; Linux x86_64)')
  return new Uint8Array(await document.save({ useObjectStreams }))
}

describe('the evidence in a PDF', () => {
  it.each([
    ['one table of objects', false],
    ['streams of objects', true],
  ])('is attached to a file with %s, whose pages and title stay', async (_name, useObjectStreams) => {
    const bytes = await printed(useObjectStreams)
    expect(tailOf(bytes) === undefined).toBe(useObjectStreams)
    const file = await intoPdf(bytes, envelope)
    expect(await carriedIn(file)).toBe(envelope)
    const document = await PDFDocument.load(file, { updateMetadata: false })
    expect([document.getPageCount(), document.getTitle(), document.getAuthor(), document.getCreator()]).toEqual([
      2,
      'Оцінка (TLP:GREEN)',
      'Ana, 이민호',
      'Parallax',
    ])
  })

  it('is added behind the end, and what told the system is gone from the file', async () => {
    const bytes = await printed(false)
    const [from, to] = tailOf(bytes)?.information ?? [0, 0]
    expect(to).toBeGreaterThan(from)
    const file = await intoPdf(bytes, envelope)
    expect(file.slice(0, from)).toEqual(bytes.slice(0, from))
    expect(file.slice(to, bytes.length)).toEqual(bytes.slice(to))
    expect(Buffer.from(bytes.slice(from, to)).toString('latin1')).toContain('/Creator')
    expect(Buffer.from(file.slice(from, to)).toString('latin1')).toMatch(/^\d+ 0 obj\s<< +>>\sendobj\s$/)
  })

  it('is attached a second time to what was added to, and to a file that tells nothing of itself', async () => {
    const twice = await intoPdf(await intoPdf(await printed(false), envelope), envelope)
    expect(await carriedIn(twice)).toBe(envelope)
    const blank = await intoPdf(minimalPdf(), envelope)
    expect(await carriedIn(blank)).toBe(envelope)
    expect((await PDFDocument.load(blank)).getAuthor()).toBe('Ana, 이민호')
  })

  it('finds no end to add to where the table leads elsewhere', () => {
    const text = Buffer.from(minimalPdf()).toString('latin1')
    for (const broken of [
      text.replace('1 0 obj', '7 0 obj'),
      text.replace('/Root 1 0 R', '/Root 9 0 R'),
      text.replace('/Size 4', ''),
      text.replace('/Size 4', '/Size 4 /Prev 12'),
      text.replace(/startxref\n\d+/, 'startxref\n3'),
      text.replace('%%EOF', ''),
    ])
      expect(tailOf(Buffer.from(broken, 'latin1'))).toBeUndefined()
  })
})
