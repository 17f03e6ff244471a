import type { ReactElement } from 'react'
import { draftKey, type ListedDraft } from '../../../shared/draft.ts'
import { clockTime } from '../../app/time.ts'
import { Button } from '../../ui/Button.tsx'
import { MenuButton } from '../../ui/Menu.tsx'
import styles from './DraftsNotice.module.css'
import { useDrafts } from './draft-store.ts'
import { openDraft } from './open-draft.ts'

/** Above a case that was left while something was typed: what was kept of it, each leading to its form. */
export function DraftsNotice(): ReactElement | null {
  const left = useDrafts((state) => state.left)
  if (left.length === 0) return null
  const [shown, more] = [left.slice(0, 3), left.slice(3)]
  const close = (): void => useDrafts.setState({ left: [] })
  return (
    <div className={styles.notice} role="status">
      <span>
        {left.length === 1 ? 'A draft was kept:' : `${left.length.toLocaleString('en-GB')} drafts were kept:`}
      </span>
      {shown.map((draft) => (
        <Button
          key={draftKey(draft)}
          size="small"
          title={`Typed ${clockTime(draft.at)}`}
          onClick={() => openDraft(draft)}
        >
          {inWords(draft)}
        </Button>
      ))}
      {more.length > 0 && (
        <MenuButton
          size="small"
          look="quiet"
          items={more.map((draft) => ({ id: draftKey(draft), text: inWords(draft), onPick: () => openDraft(draft) }))}
        >
          {`${more.length.toLocaleString('en-GB')} more`}
        </MenuButton>
      )}
      <span className={styles.space} />
      <Button size="small" look="quiet" onClick={close}>
        Close
      </Button>
    </div>
  )
}

/** "Number of C10". */
const inWords = ({ words, called }: ListedDraft): string => (called === null ? words : `${words} of ${called}`)
