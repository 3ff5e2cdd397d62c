import { answerAvailability } from '@/lib/coordinator/doors/availability-door'
import { unpacked } from '@/lib/platform/endpoint-answer'

export const GET = unpacked(answerAvailability)
