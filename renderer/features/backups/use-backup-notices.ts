import { useEffect } from 'react'
import { useCall } from '../../data/queries.ts'
import { toast } from '../../ui/toast.ts'

/** Says when a backup could not be made that was due by itself. */
export function useBackupNotices(): void {
  const { data: notice } = useCall('backups.notice')
  useEffect(() => {
    if (notice) toast({ message: notice.message, intent: 'warning', timeout: 0 })
  }, [notice])
}
