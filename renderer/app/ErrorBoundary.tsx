import { Component, type ErrorInfo, type ReactElement, type ReactNode } from 'react'
import styles from './ErrorBoundary.module.css'

interface State {
  readonly error: Error | null
}

/** When a part of the window fails: what happened, what is safe, what to do. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error('parallax: the window failed to draw', error, info.componentStack)
  }

  override render(): ReactNode {
    return this.state.error ? <Failed error={this.state.error} /> : this.props.children
  }
}

function Failed({ error }: { readonly error: Error }): ReactElement {
  return (
    <main className={styles.failed} role="alert">
      <h1>This window could not be drawn</h1>
      <p>Your case is safe: every change was written to its file when you made it.</p>
      <p>Load the window again to go on. If it fails again, close the case and open it anew.</p>
      <pre>{error.stack ?? error.message}</pre>
      <button type="button" onClick={() => window.location.reload()}>
        Load the window again
      </button>
    </main>
  )
}
