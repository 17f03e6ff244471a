import { useState, type ReactElement } from 'react'
import { formatFacts, formatsOf, type ExportFormat } from '../../../shared/exports.ts'
import { tlpLabels, type Tlp } from '../../../shared/scales.ts'
import { useOpenCase } from '../../data/use-case.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Select, type Option } from '../../ui/inputs.tsx'
import { Radios } from '../../ui/Radios.tsx'
import { apis } from '../records/entities.ts'
import { closeExportQuestion, startExport, useExportState, type ExportQuestion } from './export-state.ts'

/** Mounted once by the frame: in which format a list leaves the case, and under which label. */
export function ExportDialog(): ReactElement | null {
  const question = useExportState((state) => state.question)
  return question && <Asking question={question} />
}

type Limit = Tlp | 'none'

function Asking({ question }: { readonly question: ExportQuestion }): ReactElement {
  const formats = formatsOf(question.entity)
  const [format, setFormat] = useState<ExportFormat>(() => {
    const { format: last } = useExportState.getState()
    return formats.includes(last) ? last : 'csv'
  })
  const [limit, setLimit] = useState<Limit>('none')
  const usual = useOpenCase()?.info.tlp
  return (
    <Dialog
      isOpen
      title={titleOf(question)}
      width={460}
      onClose={closeExportQuestion}
      onSubmit={() => void startExport(question, format, limit === 'none' ? null : limit)}
      actions={
        <>
          <Button onClick={closeExportQuestion}>Cancel</Button>
          <Button look="primary" type="submit">
            Export…
          </Button>
        </>
      }
    >
      <Radios legend="Format" value={format} options={formats.map(optionOf)} onChange={setFormat} />
      <Field
        label="Label"
        help={`${limit === 'none' ? '' : 'What is above it is left out, and counted. '}What has no label of its own has the case's: TLP:${usual ?? ''}.`}
      >
        {(ids) => <Select {...ids} value={limit} options={limits} onChange={setLimit} />}
      </Field>
    </Dialog>
  )
}

const titleOf = ({ entity, count }: ExportQuestion): string => {
  const { one, many } = apis[entity]
  return count === null ? `Export ${many}` : `Export ${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
}

const optionOf = (format: ExportFormat): { value: ExportFormat; label: string; detail: string } => {
  const { title, use } = formatFacts[format]
  return { value: format, label: title, detail: use }
}

/** Nothing is above RED: that is everything. */
const limits: readonly Option<Limit>[] = [
  { value: 'none', label: 'Everything, whatever its label' },
  ...tlpLabels.slice(0, -1).map((label, at) => ({
    value: label,
    label: at === 0 ? `TLP:${label} only` : `TLP:${label} and below`,
  })),
]
