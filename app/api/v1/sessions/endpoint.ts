import { z } from 'zod'
import { defineEndpoint } from '@/lib/platform/endpoint'
import { idField, momentField } from '@/lib/platform/endpoint-fields'

const wishSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('guest') }),
  z.strictObject({
    kind: z.literal('password'),
    email: z.string().max(1_000),
    password: z.string().max(1_000),
  }),
])

export const openSessionEndpoint = defineEndpoint({
  method: 'POST',
  path: '/sessions',
  tag: 'Sessions',
  summary: 'Get a token',
  description:
    "For a new guest, or for a person with an account. Send a guest's token along when they sign in: their cart " +
    'joins the account.',
  access: 'public',
  body: { kind: 'json', schema: wishSchema },
  answer: {
    status: 201,
    description: 'Send the token as `Authorization: Bearer …`. It is shown this once.',
    schema: z.strictObject({
      token: z.string().meta({ example: 'tbs_…' }),
      expiresAt: momentField,
      user: z.strictObject({ id: idField, email: z.string(), name: z.string() }).nullable(),
    }),
  },
  errors: ['bad_credentials', 'rate_limited'],
})
