import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [react()],
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{electron,shared,renderer,scripts,bench}/**/*.test.{ts,tsx}'],
          environment: 'node',
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'window',
          include: ['e2e/**/*.test.ts'],
          environment: 'node',
          testTimeout: 90_000,
          hookTimeout: 90_000,
          // What a window shows takes its time on a busy machine; a wait that holds ends at once.
          expect: { poll: { timeout: 15_000 } },
          // One window at a time: two would fight for the keyboard focus and the two cores.
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'reliability',
          include: ['e2e/reliability/**/*.reliability.ts'],
          environment: 'node',
          testTimeout: 1_200_000,
          // What is killed at a moment must not wait for another test.
          fileParallelism: false,
        },
      },
    ],
  },
})
