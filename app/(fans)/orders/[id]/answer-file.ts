import type { RenderedFile } from '@/lib/coordinator/render-ticket'
import { ERRORS } from '@/lib/platform/errors'
import type { Result } from '@/lib/platform/result'

/** A file for one person, to keep or to look at; whatever may not be seen is a 404. */
export function answerFile(file: Result<RenderedFile>, disposition: 'inline' | 'attachment'): Response {
  if (!file.ok) return new Response(ERRORS[file.code].title, { status: ERRORS[file.code].status })
  const { bytes, contentType, filename } = file.value
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': `${disposition}; filename="${filename}"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
