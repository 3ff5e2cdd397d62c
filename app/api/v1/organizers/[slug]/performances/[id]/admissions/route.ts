import { admitTicket } from '@/lib/coordinator/admit-ticket'
import { serveOrganizer } from '@/lib/coordinator/doors/serve-door'
import { ok } from '@/lib/platform/result'
import { toTicketJson } from '../../../../../_json/orders'
import { admitTicketEndpoint } from './endpoint'

export const POST = serveOrganizer(admitTicketEndpoint, 'door', async ({ params, who, sent }) => {
  const admitted = await admitTicket({
    ...{ organizerId: who.organizerId, performanceId: params.id, input: sent },
  })
  return admitted.ok ? ok({ result: 'admitted' as const, ticket: toTicketJson(admitted.value) }) : admitted
})
