import type { JobData } from '@/lib/platform/jobs'
import { type Result, refuse } from '@/lib/platform/result'

/** Not written yet: the job comes again. */
export async function sendWaitingNotice({
  kind,
}: JobData['send-waiting-notice']): Promise<Result<null, 'unavailable'>> {
  return refuse('unavailable', { detail: `no words for ${kind} yet` })
}
