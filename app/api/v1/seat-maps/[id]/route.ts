import { answerSeatMap } from '@/lib/coordinator/doors/seat-map-door'
import { unpacked } from '@/lib/platform/endpoint-answer'

export const GET = unpacked(answerSeatMap)
