import { history, historyKeymap, standardKeymap } from '@codemirror/commands'
import { markdownKeymap } from '@codemirror/lang-markdown'
import { EditorSelection, type Extension, type StateCommand } from '@codemirror/state'
import { keymap } from '@codemirror/view'
import { completionKeymap } from '@codemirror/autocomplete'

/** Puts a mark around what is selected, or takes it away where it is. */
const toggleMark =
  (mark: string): StateCommand =>
  ({ state, dispatch }) => {
    const changes = state.changeByRange((range) => {
      const { from, to } = range
      const isMarked =
        state.sliceDoc(from - mark.length, from) === mark && state.sliceDoc(to, to + mark.length) === mark
      if (isMarked) {
        return {
          changes: [
            { from: from - mark.length, to: from },
            { from: to, to: to + mark.length },
          ],
          range: EditorSelection.range(from - mark.length, to - mark.length),
        }
      }
      return {
        changes: [
          { from, insert: mark },
          { from: to, insert: mark },
        ],
        range: EditorSelection.range(from + mark.length, to + mark.length),
      }
    })
    dispatch(state.update(changes, { userEvent: 'input.mark', scrollIntoView: true }))
    return true
  }

/**
 * The keys of a text. The larger default keymap is not used: it takes Ctrl+/ and Alt+arrows, which mean something else here.
 */
export const editorKeys: Extension = [
  history(),
  keymap.of([
    ...completionKeymap,
    { key: 'Mod-b', run: toggleMark('**'), preventDefault: true },
    { key: 'Mod-i', run: toggleMark('*'), preventDefault: true },
    ...markdownKeymap,
    ...historyKeymap,
    ...standardKeymap,
  ]),
]
