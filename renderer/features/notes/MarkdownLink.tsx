import {
  createContext,
  useContext,
  type ComponentProps,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
} from 'react'
import { run } from '../../data/queries.ts'
import { openRecord } from '../records/open-record.ts'
import styles from './Markdown.module.css'
import type { LinkTargets } from './use-link-targets.ts'

/** Where the texts of `[[links]]` lead: null leads nowhere, a missing one is not known yet. */
export const LinkTargetsContext = createContext<LinkTargets>(new Map())

type LinkProps = ComponentProps<'a'> & { readonly 'data-target'?: string }

/** A link in a text: to a record, to an address outside, or to a footnote of the same text. */
export function MarkdownLink({ 'data-target': target, href = '', children }: LinkProps): ReactElement {
  if (target !== undefined) return <ToRecord name={target}>{children}</ToRecord>
  const isFootnote = href.startsWith('#')
  return (
    <a
      href={href}
      className={isFootnote ? styles.link : styles.outside}
      onClick={(event) => {
        // The address of the window is the router's, and the window itself goes nowhere.
        event.preventDefault()
        if (isFootnote) showFootnote(event, href.slice(1))
        else void run('app.openExternal', { url: href })
      }}
      {...(isFootnote ? {} : { title: href })}
    >
      {children}
    </a>
  )
}

function showFootnote({ currentTarget }: MouseEvent<HTMLElement>, id: string): void {
  const text = currentTarget.closest('[data-markdown]')
  text?.querySelector(`#${CSS.escape(decodeURIComponent(id))}`)?.scrollIntoView({ block: 'nearest' })
}

function ToRecord({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  const to = useContext(LinkTargetsContext).get(name)
  if (to === null) {
    return (
      <span className={styles.unresolved} title={`Nothing in this case is called “${name}”.`}>
        {children}
        <span className="visually-hidden"> (leads nowhere)</span>
      </span>
    )
  }
  return (
    <button
      type="button"
      className={styles.link}
      title={to ? `${to.kind} · ${to.detail || to.label}` : name}
      onClick={() => to && openRecord(to)}
    >
      {children}
    </button>
  )
}
