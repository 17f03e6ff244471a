import type { ReactElement } from 'react'

/** The mark: one thing seen from two places. */
export function Mark({ size = 40 }: { readonly size?: number }): ReactElement {
  return (
    <svg width={size} height={size} viewBox="0 0 40 40" fill="none" aria-hidden focusable="false">
      <path d="M4 34 20 8l16 26" stroke="var(--line-strong)" strokeWidth="2" />
      <path d="M12 34 20 8l8 26" stroke="var(--muted)" strokeWidth="2" />
      <circle cx="20" cy="8" r="5" fill="var(--accent)" />
      <circle cx="4" cy="34" r="3" fill="var(--muted)" />
      <circle cx="36" cy="34" r="3" fill="var(--muted)" />
    </svg>
  )
}
