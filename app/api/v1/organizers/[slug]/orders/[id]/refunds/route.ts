import { serveOrganizer } from '@/lib/coordinator/doors/serve-door'
import { refundOrder } from '@/lib/coordinator/refund-order'
import { refundOrderEndpoint } from './endpoint'

export const POST = serveOrganizer(refundOrderEndpoint, ['manager', 'finance'], ({ params, who, body }) =>
  refundOrder({ organizerId: who.organizerId, orderId: params.id, ...body }),
)
