import { Edit, Plus, SmallCross } from '@blueprintjs/icons'
import { useState, type ReactElement } from 'react'
import type { ClaimDetail, Measure } from '../../../shared/claim.ts'
import { dateInWords } from '../../../shared/dates.ts'
import { formatQuantity } from '../../../shared/quantities.ts'
import { run } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { useAskedDraft } from '../drafts/open-draft.ts'
import { Line, Nothing, Section } from '../records/Section.tsx'
import type { PartProps } from './CarriersSection.tsx'
import { NumberForm, type MeasureDraft } from './NumberForm.tsx'
import styles from './NumbersSection.module.css'

/** The quantities that a claim states. */
export function NumbersSection({ claim, canEdit }: PartProps): ReactElement {
  const [edited, setEdited] = useState<string | null>(null)
  const close = (): void => setEdited(null)
  useAskedDraft(
    ({ form, record }) => form === 'number' && record?.id === claim.id,
    ({ part }) => setEdited(part),
  )
  const save = async (id: string | null, measure: MeasureDraft): Promise<boolean> =>
    id === null
      ? (await run('measures.add', { claimId: claim.id, measure })) !== undefined
      : (await run('measures.update', { id, measure })) !== undefined
  const add = (
    <Button
      size="small"
      look="quiet"
      icon={<Plus size={12} />}
      label="Add a number"
      aria-expanded={edited === 'new'}
      onClick={() => setEdited(edited === 'new' ? null : 'new')}
    />
  )
  return (
    <Section title={claim.measures.length > 1 ? 'Numbers' : 'Number'} actions={canEdit && add}>
      {claim.measures.length === 0 && edited !== 'new' && <Nothing>It states no number.</Nothing>}
      {claim.measures.map((measure) =>
        edited === measure.id ? (
          <NumberForm
            key={measure.id}
            claimId={claim.id}
            measure={measure}
            onSave={(draft) => save(measure.id, draft)}
            onClose={close}
          />
        ) : (
          <Line key={measure.id} label={measure.category ?? 'no category'}>
            <div className={styles.number}>
              <MeasureInWords measure={measure} claim={claim} />
              {canEdit && (
                <span className={styles.actions}>
                  <Button
                    size="small"
                    look="quiet"
                    icon={<Edit size={12} />}
                    label="Edit this number"
                    onClick={() => setEdited(measure.id)}
                  />
                  <Button
                    size="small"
                    look="quiet"
                    icon={<SmallCross />}
                    label="Remove this number"
                    onClick={() => void run('measures.remove', { id: measure.id })}
                  />
                </span>
              )}
            </div>
          </Line>
        ),
      )}
      {edited === 'new' && (
        <NumberForm claimId={claim.id} measure={null} onSave={(draft) => save(null, draft)} onClose={close} />
      )}
    </Section>
  )
}

/** A figure without what groups its digits: "8000" says no more than "8,000". */
const bare = (text: string): string => text.replaceAll(/[,\s]/g, '')

/** "about 11,000 soldiers, DPRK soldiers, Kursk region, November 2024". */
function MeasureInWords({ measure, claim }: { readonly measure: Measure; readonly claim: ClaimDetail }): ReactElement {
  const figure = formatQuantity(measure) || (measure.qualifier === 'unspecified' ? '' : measure.qualifier)
  const place = measure.place ?? claim.place
  const asOf = measure.asOf && `as of ${dateInWords(measure.asOf)}`
  const rest = [measure.subject, place, asOf, measure.kind].filter(Boolean).join(', ')
  return (
    <div>
      {figure === '' ? (
        [measure.unit, 'no figure given'].filter(Boolean).join(', ')
      ) : (
        <>
          <strong className={styles.figure}>{figure}</strong> {measure.unit}
        </>
      )}
      {rest !== '' && <div className={styles.rest}>{rest}</div>}
      {measure.verbatim !== null && bare(measure.verbatim) !== bare(figure) && (
        <div className={styles.rest}>written “{measure.verbatim}”</div>
      )}
    </div>
  )
}
