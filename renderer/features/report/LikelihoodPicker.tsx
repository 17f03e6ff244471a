import { useId, type ReactElement } from 'react'
import { rangeInWords } from '../../../shared/likelihood.ts'
import { likelihoodScales, scaleTitles, type LikelihoodTerm, type ScaleName } from '../../../shared/scales.ts'
import { Button } from '../../ui/Button.tsx'
import type { PercentCheck } from './likelihood.ts'
import styles from './LikelihoodPicker.module.css'

interface LikelihoodPickerProps {
  readonly scale: ScaleName
  readonly term: string | null
  readonly percent: string
  readonly check: PercentCheck
  readonly onTerm: (term: string | null) => void
  readonly onPercent: (percent: string) => void
  /** Chooses a term in the place of a figure that has none. */
  readonly onTermAlone: (term: string) => void
}

/** How likely: a term of the case's scale, each with the range it stands for, and a figure if there is one. */
export function LikelihoodPicker(props: LikelihoodPickerProps): ReactElement {
  const { scale, term, check, onTerm } = props
  const name = useId()
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>
        How likely <span className={styles.scale}>{scaleTitles[scale]}</span>
      </legend>
      <label className={styles.term}>
        <input type="radio" name={name} checked={term === null} onChange={() => onTerm(null)} />
        <span className={styles.scale}>not chosen</span>
      </label>
      {likelihoodScales[scale].map((known) => (
        <Term
          key={known.term}
          name={name}
          range={rangeInWords(scale, known)}
          term={known}
          isChosen={known.term === term}
          percent={check.percent}
          onChoose={() => onTerm(known.term)}
        />
      ))}
      <Percent {...props} />
    </fieldset>
  )
}

interface TermProps {
  readonly name: string
  readonly term: LikelihoodTerm
  readonly range: string
  readonly isChosen: boolean
  readonly percent: number | null
  readonly onChoose: () => void
}

function Term({ name, term, range, isChosen, percent, onChoose }: TermProps): ReactElement {
  const { low, high } = term
  return (
    <label className={styles.term}>
      <input type="radio" name={name} checked={isChosen} onChange={onChoose} />
      <span>{term.term}</span>
      <span className={styles.track} aria-hidden>
        <span className={styles.range} style={{ left: `${low}%`, width: `${high - low}%` }} />
        {isChosen && percent !== null && <span className={styles.mark} style={{ left: `${percent}%` }} />}
      </span>
      <span className={styles.words}>{range}</span>
    </label>
  )
}

function Percent({ percent, check, onTerm, onPercent, onTermAlone }: LikelihoodPickerProps): ReactElement {
  const { problem, suggested, beside = [] } = check
  return (
    <div className={styles.percent}>
      <label>
        As a figure <span className={styles.scale}>optional</span>{' '}
        <input
          className={`bp6-input ${styles.figure}`}
          inputMode="decimal"
          maxLength={6}
          aria-label="Likelihood in per cent"
          aria-invalid={problem !== null}
          autoComplete="off"
          value={percent}
          onChange={(event) => onPercent(event.currentTarget.value)}
        />{' '}
        %
      </label>
      <span className={problem ? styles.problem : styles.suggestion} aria-live="polite">
        {problem ?? (suggested && `That is “${suggested}”.`)}
      </span>
      {suggested && (
        <Button size="small" onClick={() => onTerm(suggested)}>
          Choose “{suggested}”
        </Button>
      )}
      {beside.length > 0 && (
        <span className={styles.choices} role="group" aria-label="Which is meant">
          {beside.map((term) => (
            <Button key={term} size="small" onClick={() => onTermAlone(term)}>
              “{term}”, without the figure
            </Button>
          ))}
          <span className={styles.suggestion}>or write another figure</span>
        </span>
      )}
    </div>
  )
}
