import type { Block, TypedText } from '../../../shared/report.ts'

/** The blocks with what is being typed in the place of their stored texts. */
export function withTyped(blocks: readonly Block[], typed: readonly TypedText[]): Block[] {
  const texts = new Map<string, string>(typed.map(({ blockId, text }) => [blockId, text]))
  return blocks.map((block) => {
    const text = texts.get(block.id)
    if (text === undefined) return block
    if (block.content.kind === 'heading') return { ...block, content: { ...block.content, text } }
    return 'markdown' in block.content ? { ...block, content: { ...block.content, markdown: text } } : block
  })
}
