import { useState, type ReactElement } from 'react'
import { checklists } from '../../../shared/ratings.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/inputs.tsx'
import styles from './Ratings.module.css'

interface ChecklistProps {
  readonly axis: keyof typeof checklists
  /** What holds, as words for the reason. */
  readonly value: string
  readonly onChange: (words: string) => void
}

const between = '; '

/** Questions that help to choose a grade. What is ticked goes into the reason; the grade stays the person's. */
export function Checklist({ axis, value, onChange }: ChecklistProps): ReactElement {
  const [isOpen, setIsOpen] = useState(value !== '')
  const ticked = new Set(value.split(between))
  const toggle = (item: string): void => {
    const next = new Set(ticked)
    if (!next.delete(item)) next.add(item)
    onChange(checklists[axis].filter((known) => next.has(known)).join(between))
  }
  return (
    <div>
      <Button size="small" look="quiet" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {isOpen ? 'Hide the checklist' : 'Help to choose'}
      </Button>
      {isOpen && (
        <ul className={styles.checklist} aria-label="What holds">
          {checklists[axis].map((item) => (
            <li key={item}>
              <Checkbox checked={ticked.has(item)} onChange={() => toggle(item)} label={item} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
