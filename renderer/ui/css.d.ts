import 'react'

declare module 'react' {
  // Anchor positioning, which Chromium has and React's types do not know yet.
  interface CSSProperties {
    anchorName?: string
    positionAnchor?: string
  }
}
