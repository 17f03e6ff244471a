import type { BlockContent, PhrasingContent } from 'mdast'
import { assertNever } from '../../../../shared/result.ts'
import type { Alternatives, DataLine, JudgementRef, Section } from '../model.ts'
import { noneBeside, noneHeld, outletAside } from '../words.ts'
import { blocks, rowList } from './judgements.ts'
import { between, labelled, lines, link, noteReference, paragraph, text } from './nodes.ts'
import { citations, sourceTitle } from './tables.ts'

/** The sections that are lines of data under labels. */
export function dataSection(
  section: Extract<Section, { kind: 'source-summary' | 'gaps' | 'changes' | 'alternatives' }>,
): BlockContent[] {
  switch (section.kind) {
    case 'source-summary':
      return [rowList(section.lines.map(lineRow)), ...blocks(section.body)]
    case 'gaps':
    case 'changes':
      return [rowList(section.lines.map(lineRow))]
    case 'alternatives':
      return [rowList(alternativeRows(section))]
    default:
      return assertNever(section)
  }
}

function lineRow({ label, words, claims, sources }: DataLine): BlockContent[] {
  const records = [
    ...claims.map((together) => citations(together, ' and ')),
    ...sources.map((source): PhrasingContent[] => [
      ...sourceTitle(source),
      text(outletAside(source).replaceAll(/\s+/g, ' ')),
      ...(source.note === null ? [] : [noteReference(source.note)]),
    ]),
  ]
  const mark = text(sources.length > 0 ? '; ' : ', ')
  return labelled(label, [text(records.length === 0 ? words : `${words}: `), ...between(records, mark)])
}

function alternativeRows({ given, without }: Alternatives): BlockContent[][] {
  if (given.length + without.length === 0) return [labelled('None', [text(noneHeld)])]
  return [
    ...given.map(({ statement, body, ...reference }) => [
      paragraph({ type: 'strong', children: [judgementLink(reference)] }, text(': '), ...lines(statement)),
      ...blocks(body),
    ]),
    ...(without.length === 0
      ? []
      : [
          labelled('None', [
            text(noneBeside),
            ...between(
              without.map((one) => [judgementLink(one)]),
              text(', '),
            ),
            text('.'),
          ]),
        ]),
  ]
}

const judgementLink = ({ anchor, number }: JudgementRef): PhrasingContent => link(`#${anchor}`, `Judgement ${number}`)
