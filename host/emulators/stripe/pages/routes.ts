import type { Emulator } from '../emulator'
import type { Answer } from '../http/answer'
import type { Request } from '../http/request'
import type { Turn } from '../turn'
import { answerIntentChallenge, answerSessionChallenge } from './challenge'
import { noticeAnswer } from './notice'
import { answerOnboarding } from './onboarding'
import { answerOverview } from './overview'
import { answerPay } from './pay'

type PageDoor = (turn: Turn, request: Request, id: string) => Answer

const PAGES: [RegExp, PageDoor][] = [
  [/^\/$/, (turn) => answerOverview(turn)],
  [/^\/c\/pay\/(\w+)$/, answerPay],
  [/^\/c\/pay\/(\w+)\/challenge$/, answerSessionChallenge],
  [/^\/3ds\/(\w+)$/, answerIntentChallenge],
  [/^\/connect\/onboarding\/(\w+)$/, answerOnboarding],
]

/** Answers a browser. */
export function answerPage(emulator: Emulator, request: Request): Answer {
  for (const [pattern, door] of PAGES) {
    const match = pattern.exec(request.path)
    if (!match) continue
    const answer = door(emulator.startTurn(), request, match[1] ?? '')
    emulator.store.touch()
    return answer
  }
  return noticeAnswer({ title: 'There is no such page', text: 'Check the address.', status: 404 })
}
