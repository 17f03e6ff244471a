import { useState, type ReactElement } from 'react'
import type { Report } from '../../../shared/report.ts'
import { useCall } from '../../data/queries.ts'
import { Checkbox } from '../../ui/inputs.tsx'
import { NameDialog } from '../../ui/NameDialog.tsx'
import { closeTemplateQuestion, saveTemplate } from './template-actions.ts'

/** Asks for the name of a template made of a report, and for whether its texts are to be in it. */
export function SaveTemplateDialog({ report }: { readonly report: Report }): ReactElement {
  const [name, setName] = useState('')
  const [keepsTexts, setKeepsTexts] = useState(false)
  const templates = useCall('templates.list').data ?? []
  const clean = name.normalize('NFC').trim()
  const isTaken = templates.some((template) => template.name.toLowerCase() === clean.toLowerCase())
  const save = async (): Promise<void> => {
    if (await saveTemplate(report, clean, keepsTexts)) closeTemplateQuestion()
  }
  return (
    <NameDialog
      title="Save as template"
      action={isTaken ? 'Replace' : 'Save'}
      name={name}
      onName={setName}
      onSubmit={() => void save()}
      onClose={closeTemplateQuestion}
      foot={isTaken ? 'The template of this name gives way.' : 'Its parts are kept, without the records in them.'}
    >
      <Checkbox checked={keepsTexts} label="Keep what is written in its texts" onChange={setKeepsTexts} />
    </NameDialog>
  )
}
