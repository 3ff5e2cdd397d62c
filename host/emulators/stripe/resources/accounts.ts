import { z } from 'zod'
import { noSuch } from '../http/errors'
import { listPage } from '../http/list'
import { currency, flag, listShape, metadata, text } from '../http/params'
import { type Route, route } from '../http/router'
import { newId } from '../ids'
import type { Account } from '../objects'
import type { Turn } from '../turn'
import { createAccountLink, linkParams } from './account-links'
import { applyMetadata, newMetadata } from './metadata'

const DUE_AT_FIRST = [
  'business_profile.url',
  'business_type',
  'external_account',
  'representative.first_name',
  'tos_acceptance.date',
]
const CURRENCIES: Record<string, string> = {
  US: 'usd',
  GB: 'gbp',
  JP: 'jpy',
  CH: 'chf',
  CA: 'cad',
  AU: 'aud',
}

const profile = z.strictObject({
  mcc: text.optional(),
  name: text.optional(),
  product_description: text.optional(),
  support_email: text.optional(),
  url: text.optional(),
})
const capabilities = z.record(z.string(), z.strictObject({ requested: flag }))
const controller = z.strictObject({
  fees: z.strictObject({ payer: z.enum(['account', 'application']) }).optional(),
  losses: z.strictObject({ payments: z.enum(['application', 'stripe']) }).optional(),
  requirement_collection: z.enum(['application', 'stripe']).optional(),
  stripe_dashboard: z.strictObject({ type: z.enum(['express', 'full', 'none']) }).optional(),
})

const updateShape = {
  business_profile: profile.optional(),
  business_type: z.enum(['company', 'government_entity', 'individual', 'non_profit']).optional(),
  capabilities: capabilities.optional(),
  default_currency: currency.optional(),
  email: text.optional(),
  metadata: metadata.optional(),
}
const createParams = z.strictObject({
  ...updateShape,
  controller: controller.optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'Country is not a two-letter code')
    .optional(),
  type: z.enum(['standard', 'express', 'custom']).optional(),
})
type CreateParams = z.output<typeof createParams>

function createAccount(turn: Turn, params: CreateParams): Account {
  const country = params.country ?? 'US'
  const account: Account = {
    ...ACCOUNT_DEFAULTS,
    id: newId('acct'),
    object: 'account',
    created: turn.now,
    livemode: false,
    metadata: newMetadata(params.metadata),
    business_profile: { ...PROFILE_DEFAULTS, ...params.business_profile },
    capabilities: requested(params.capabilities, 'inactive'),
    charges_enabled: false,
    country,
    default_currency: params.default_currency ?? CURRENCIES[country] ?? 'eur',
    details_submitted: false,
    email: params.email ?? null,
    payouts_enabled: false,
    requirements: requirements(DUE_AT_FIRST, 'requirements.past_due'),
    type: params.type ?? (params.controller ? 'none' : 'standard'),
    ...{
      business_type: params.business_type ?? null,
      controller: { type: 'application', is_controller: true, ...params.controller },
    },
  }
  turn.tables.accounts.set(account.id, account)
  return account
}

/** The account has told Stripe everything: it may charge, be paid out and receive transfers. */
export function onboardAccount(turn: Turn, account: Account, businessName?: string): void {
  const { charges_enabled, payouts_enabled, details_submitted } = account
  account.charges_enabled = true
  account.payouts_enabled = true
  account.details_submitted = true
  account.requirements = requirements([], null)
  for (const name of Object.keys(account.capabilities)) account.capabilities[name] = 'active'
  account.capabilities.transfers = 'active'
  if (businessName) account.business_profile.name = businessName
  const previous = { charges_enabled, payouts_enabled, details_submitted }
  turn.emit('account.updated', account, { account: account.id, previous })
}

export function findAccount(turn: Turn, id: string): Account {
  const account = turn.tables.accounts.get(id)
  if (!account) throw noSuch('account', id)
  return account
}

function requested(
  asked: CreateParams['capabilities'],
  status: 'active' | 'inactive',
): Account['capabilities'] {
  const names = Object.entries(asked ?? {}).filter(([, capability]) => capability.requested)
  return Object.fromEntries(names.map(([name]) => [name, status]))
}

function requirements(due: string[], disabled_reason: string | null): Account['requirements'] {
  const lists = { currently_due: due, eventually_due: due, past_due: due, disabled_reason }
  return { ...{ alternatives: [], current_deadline: null, errors: [], pending_verification: [] }, ...lists }
}

export const accountRoutes: Route[] = [
  route('POST', '/v1/accounts', createParams, (call) => createAccount(call, call.params)),
  route('GET', '/v1/accounts', z.strictObject(listShape), ({ tables, params }) =>
    listPage(tables.accounts.values(), params, '/v1/accounts'),
  ),
  route('GET', '/v1/accounts/:account', z.strictObject({}), (call) => findAccount(call, call.path[0]!)),
  route('POST', '/v1/accounts/:account', z.strictObject(updateShape), (call) => {
    const account = findAccount(call, call.path[0]!)
    const { metadata, business_profile, capabilities, ...facts } = call.params
    Object.assign(account, facts)
    Object.assign(account.business_profile, business_profile)
    const asked = requested(capabilities, account.details_submitted ? 'active' : 'inactive')
    account.capabilities = { ...asked, ...account.capabilities }
    applyMetadata(account, metadata)
    call.emit('account.updated', account, { account: account.id })
    return account
  }),
  route('DELETE', '/v1/accounts/:account', z.strictObject({}), (call) => {
    const { id } = findAccount(call, call.path[0]!)
    call.tables.accounts.delete(id)
    return { id, object: 'account', deleted: true }
  }),
  route('POST', '/v1/account_links', linkParams, (call) => {
    if (!call.tables.accounts.has(call.params.account))
      throw noSuch('account', call.params.account, 'account')
    return createAccountLink(call, call.params)
  }),
]

const PROFILE_DEFAULTS = {
  mcc: null,
  name: null,
  product_description: null,
  support_address: null,
  support_email: null,
  support_phone: null,
  support_url: null,
  url: null,
}

const ACCOUNT_DEFAULTS = {
  external_accounts: { object: 'list', data: [], has_more: false, url: '/v1/accounts/external_accounts' },
  future_requirements: requirements([], null),
  settings: {
    branding: { icon: null, logo: null, primary_color: null, secondary_color: null },
    payouts: {
      debit_negative_balances: true,
      schedule: { delay_days: 2, interval: 'daily' },
      statement_descriptor: null,
    },
  },
  tos_acceptance: { date: null, ip: null, user_agent: null },
}
