import { Plus } from '@blueprintjs/icons'
import type { ReactElement } from 'react'
import type { Report } from '../../../shared/report.ts'
import { Menu, MenuItem, Popover } from '../../ui/Menu.tsx'
import { Button } from '../../ui/Button.tsx'
import { blockKindOrder, blockKinds } from './block-kinds.ts'
import { addBlock } from './report-actions.ts'

/** The parts that can be added to a report. */
export function AddBlock({ report }: { readonly report: Report }): ReactElement {
  const menu = (
    <Menu>
      {blockKindOrder.map((kind) => {
        const { title, detail, empty } = blockKinds[kind]
        return <MenuItem key={kind} text={title} label={detail} onClick={() => void addBlock(report, empty)} />
      })}
    </Menu>
  )
  return (
    <Popover content={menu} placement="top-start">
      <Button icon={<Plus />}>Add a part…</Button>
    </Popover>
  )
}
