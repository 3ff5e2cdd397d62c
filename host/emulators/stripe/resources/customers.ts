import { z } from 'zod'
import { invalidState, noSuch } from '../http/errors'
import { listPage } from '../http/list'
import { listShape, metadata, text } from '../http/params'
import { type Route, route } from '../http/router'
import { newId } from '../ids'
import type { CheckoutSession, Customer, PaymentMethod } from '../objects'
import type { Turn } from '../turn'
import { findPaymentMethod } from './cards-on-file'
import { applyMetadata, newMetadata } from './metadata'

const customerParams = z.strictObject({
  email: text.optional(),
  name: text.optional(),
  phone: text.optional(),
  description: text.optional(),
  metadata: metadata.optional(),
})
type CustomerParams = z.output<typeof customerParams>

export function createCustomer(turn: Turn, params: CustomerParams): Customer {
  const customer: Customer = {
    ...CUSTOMER_DEFAULTS,
    id: newId('cus'),
    object: 'customer',
    created: turn.now,
    livemode: false,
    metadata: newMetadata(params.metadata),
    email: params.email ?? null,
    name: params.name ?? null,
    phone: params.phone ?? null,
    description: params.description ?? null,
  }
  turn.tables.customers.set(customer.id, customer)
  turn.emit('customer.created', customer)
  return customer
}

function findCustomer(turn: Turn, id: string): Customer {
  const customer = turn.tables.customers.get(id)
  if (!customer) throw noSuch('customer', id)
  return customer
}

/** The cards that a customer agreed to be shown again. */
export function keptCards(turn: Turn, customer: string | null): PaymentMethod[] {
  return customer ? methodsOf(turn, customer).filter((method) => method.allow_redisplay === 'always') : []
}

/** Whether the buyer is asked if the card is to be kept. */
export function canKeep({ customer, saved_payment_method_options: options }: CheckoutSession): boolean {
  return customer !== null && options?.payment_method_save === 'enabled'
}

function methodsOf({ tables }: Turn, customer: string): PaymentMethod[] {
  return [...tables.methods.values()].filter((method) => method.customer === customer)
}

function deleteCustomer(turn: Turn, id: string) {
  const customer = findCustomer(turn, id)
  for (const method of methodsOf(turn, id)) method.customer = null
  turn.tables.customers.delete(id)
  turn.emit('customer.deleted', customer)
  return { id, object: 'customer', deleted: true }
}

const methodListParams = z.strictObject({
  ...listShape,
  type: z.enum(['card']).optional(),
  allow_redisplay: z.enum(['always', 'limited', 'unspecified']).optional(),
})

export const customerRoutes: Route[] = [
  route('POST', '/v1/customers', customerParams, (call) => createCustomer(call, call.params)),
  route(
    'GET',
    '/v1/customers',
    z.strictObject({ ...listShape, email: text.optional() }),
    ({ tables, params }) => {
      const rows = [...tables.customers.values()].filter((row) => !params.email || row.email === params.email)
      return listPage(rows, params, '/v1/customers')
    },
  ),
  route('GET', '/v1/customers/:customer', z.strictObject({}), (call) => findCustomer(call, call.path[0]!)),
  route('POST', '/v1/customers/:customer', customerParams, (call) => {
    const customer = findCustomer(call, call.path[0]!)
    const { metadata, ...facts } = call.params
    Object.assign(customer, facts)
    applyMetadata(customer, metadata)
    call.emit('customer.updated', customer)
    return customer
  }),
  route('DELETE', '/v1/customers/:customer', z.strictObject({}), (call) =>
    deleteCustomer(call, call.path[0]!),
  ),
  route('GET', '/v1/customers/:customer/payment_methods', methodListParams, (call) => {
    const { id } = findCustomer(call, call.path[0]!)
    const { allow_redisplay: wanted, ...page } = call.params
    const rows = methodsOf(call, id).filter((method) => !wanted || method.allow_redisplay === wanted)
    return listPage(rows, page, `/v1/customers/${id}/payment_methods`)
  }),
  route('GET', '/v1/customers/:customer/payment_methods/:method', z.strictObject({}), (call) => {
    const { id } = findCustomer(call, call.path[0]!)
    const method = methodsOf(call, id).find((row) => row.id === call.path[1])
    if (!method) throw noSuch('PaymentMethod', call.path[1]!)
    return method
  }),
]

export const paymentMethodRoutes: Route[] = [
  route('GET', '/v1/payment_methods/:method', z.strictObject({}), ({ tables, path }) => {
    const method = tables.methods.get(path[0]!)
    if (!method) throw noSuch('PaymentMethod', path[0]!)
    return method
  }),
  route(
    'GET',
    '/v1/payment_methods',
    z.strictObject({ ...listShape, customer: text, type: z.enum(['card']).optional() }),
    (call) => listPage(methodsOf(call, call.params.customer), call.params, '/v1/payment_methods'),
  ),
  route(
    'POST',
    '/v1/payment_methods/:method',
    z.strictObject({ allow_redisplay: z.enum(['always', 'limited', 'unspecified']).optional() }),
    (call) => {
      const method = findPaymentMethod(call, call.path[0]!)
      return Object.assign(method, call.params)
    },
  ),
  route('POST', '/v1/payment_methods/:method/attach', z.strictObject({ customer: text }), (call) => {
    const method = findPaymentMethod(call, call.path[0]!)
    if (!call.tables.customers.has(call.params.customer))
      throw noSuch('customer', call.params.customer, 'customer')
    method.customer = call.params.customer
    call.emit('payment_method.attached', method)
    return method
  }),
  route('POST', '/v1/payment_methods/:method/detach', z.strictObject({}), (call) => {
    const method = findPaymentMethod(call, call.path[0]!)
    if (!method.customer) {
      throw invalidState(
        'The payment method you provided is not attached to a customer so detachment is impossible.',
      )
    }
    const previous = { customer: method.customer }
    method.customer = null
    call.emit('payment_method.detached', method, { previous })
    return method
  }),
]

const CUSTOMER_DEFAULTS = {
  address: null,
  balance: 0,
  currency: null,
  customer_account: null,
  default_source: null,
  delinquent: false,
  discount: null,
  invoice_settings: {
    custom_fields: null,
    default_payment_method: null,
    footer: null,
    rendering_options: null,
  },
  preferred_locales: [],
  shipping: null,
  tax_exempt: 'none',
  test_clock: null,
}
