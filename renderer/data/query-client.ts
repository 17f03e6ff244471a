import { QueryClient } from '@tanstack/react-query'

/** What is asked stays true until main says it changed: no timers, no retries, no network. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Infinity, networkMode: 'always', retry: false, refetchOnWindowFocus: false },
    mutations: { networkMode: 'always', retry: false },
  },
})
