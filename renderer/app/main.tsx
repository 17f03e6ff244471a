import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../../shared/ids.ts'
import { followPushes } from '../data/invalidation.ts'
import { queryClient } from '../data/query-client.ts'
import '../styles/fonts.ts'
import '../styles/blueprint.css'
import '../styles/tokens.css'
import '../styles/base.css'
import { App } from './App.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { guardKeyUps } from './key-ups.ts'
import { handOver } from './leave-field.ts'
import { showSystemTheme } from './theme.ts'

showSystemTheme()
followPushes()
guardKeyUps()
window.addEventListener('pagehide', () => handOver())

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      <QueryClientProvider client={queryClient}>
        <App />
      </QueryClientProvider>
    </ErrorBoundary>
  </StrictMode>,
)
