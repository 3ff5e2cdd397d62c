export { answerAvailability as GET } from '@/lib/coordinator/doors/availability-door'
