import { useEffect, useMemo, useState } from 'react'

/** A value that changes while one types, once it has stayed the same for a moment. It is compared as JSON. */
export function useSettled<T>(value: T, milliseconds = 120): { readonly settled: T; readonly isSettled: boolean } {
  const now = JSON.stringify(value)
  const [last, setLast] = useState(now)
  const settled = useMemo(() => JSON.parse(last) as T, [last])
  useEffect(() => {
    const timer = setTimeout(() => setLast(now), milliseconds)
    return () => clearTimeout(timer)
  }, [now, milliseconds])
  return { settled, isSettled: last === now }
}
