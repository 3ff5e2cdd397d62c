import { newId } from '@/lib/platform/ids'
import { toProblem } from '@/lib/platform/problem'
import { refuse } from '@/lib/platform/result'

/** Where there is no endpoint the answer is a problem too, not a page. */
const answerNothing = async () => toProblem(refuse('not_found'), newId())

export {
  answerNothing as DELETE,
  answerNothing as GET,
  answerNothing as PATCH,
  answerNothing as POST,
  answerNothing as PUT,
}
