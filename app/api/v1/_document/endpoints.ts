import { availabilityEndpoint } from '@/lib/coordinator/doors/availability-door'
import { claimEndpoint } from '@/lib/coordinator/doors/claim-door'
import { seatMapEndpoint } from '@/lib/coordinator/doors/seat-map-door'
import type { Endpoint } from '@/lib/platform/endpoint'
import { viewCartEndpoint } from '../cart/endpoint'
import { checkOutEndpoint } from '../checkout/endpoint'
import { findEventEndpoint } from '../events/[slug]/endpoint'
import { listEventsEndpoint } from '../events/endpoint'
import { healthEndpoint } from '../health/endpoint'
import { openApiEndpoint } from '../openapi.json/endpoint'
import { cancelOrderEndpoint } from '../orders/[id]/cancel/endpoint'
import { confirmOrderEndpoint } from '../orders/[id]/confirm/endpoint'
import { findOrderEndpoint } from '../orders/[id]/endpoint'
import { listTicketsEndpoint } from '../orders/[id]/tickets/endpoint'
import { listOrdersEndpoint } from '../orders/endpoint'
import {
  deleteEventEndpoint,
  findOwnEventEndpoint,
  updateEventEndpoint,
} from '../organizers/[slug]/events/[id]/endpoint'
import { createPerformanceEndpoint } from '../organizers/[slug]/events/[id]/performances/endpoint'
import { createEventEndpoint, listOwnEventsEndpoint } from '../organizers/[slug]/events/endpoint'
import { refundOrderEndpoint } from '../organizers/[slug]/orders/[id]/refunds/endpoint'
import { listSoldOrdersEndpoint } from '../organizers/[slug]/orders/endpoint'
import { admitTicketEndpoint } from '../organizers/[slug]/performances/[id]/admissions/endpoint'
import {
  blockSeatsEndpoint,
  unblockSeatsEndpoint,
} from '../organizers/[slug]/performances/[id]/blocks/endpoint'
import { publishPerformanceEndpoint } from '../organizers/[slug]/performances/[id]/publish/endpoint'
import { viewSalesEndpoint } from '../organizers/[slug]/performances/[id]/sales/endpoint'
import { importSeatMapEndpoint } from '../organizers/[slug]/venues/[id]/seat-maps/endpoint'
import { createVenueEndpoint } from '../organizers/[slug]/venues/endpoint'
import { findPerformanceEndpoint } from '../performances/[id]/endpoint'
import { releaseHoldEndpoint } from '../performances/[id]/holds/[label]/endpoint'
import { releaseHoldsEndpoint } from '../performances/[id]/holds/endpoint'
import { endSessionEndpoint } from '../sessions/current/endpoint'
import { openSessionEndpoint } from '../sessions/endpoint'
import { ticketImageEndpoint } from '../tickets/[id]/image/endpoint'
import { ticketPdfEndpoint } from '../tickets/[id]/pdf/endpoint'

/** Every operation of the API, in the order in which one reads about them. A test holds this list to the routes. */
export const ENDPOINTS: readonly Endpoint[] = [
  openSessionEndpoint,
  endSessionEndpoint,
  listEventsEndpoint,
  findEventEndpoint,
  findPerformanceEndpoint,
  seatMapEndpoint,
  availabilityEndpoint,
  claimEndpoint,
  releaseHoldsEndpoint,
  releaseHoldEndpoint,
  viewCartEndpoint,
  checkOutEndpoint,
  listOrdersEndpoint,
  findOrderEndpoint,
  confirmOrderEndpoint,
  cancelOrderEndpoint,
  listTicketsEndpoint,
  ticketPdfEndpoint,
  ticketImageEndpoint,
  listOwnEventsEndpoint,
  createEventEndpoint,
  findOwnEventEndpoint,
  updateEventEndpoint,
  deleteEventEndpoint,
  createVenueEndpoint,
  importSeatMapEndpoint,
  createPerformanceEndpoint,
  publishPerformanceEndpoint,
  blockSeatsEndpoint,
  unblockSeatsEndpoint,
  viewSalesEndpoint,
  admitTicketEndpoint,
  listSoldOrdersEndpoint,
  refundOrderEndpoint,
  healthEndpoint,
  openApiEndpoint,
]
