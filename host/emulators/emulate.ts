import { createEmulator } from 'emulate'

type Options = { port: number; accountSid: string; authToken: string; from: string }

/**
 * Starts npm `emulate`'s Twilio. Its page at `url` shows the messages; a test reads them as the account does:
 * `GET /2010-04-01/Accounts/<sid>/Messages.json`.
 */
export function startTwilioEmulator({ port, accountSid, authToken, from }: Options) {
  return createEmulator({
    service: 'twilio',
    port,
    baseUrl: `http://127.0.0.1:${port}`,
    seed: {
      twilio: {
        account: { sid: accountSid, auth_token: authToken, friendly_name: 'TicketBoss' },
        phone_numbers: [{ phone_number: from, friendly_name: 'TicketBoss' }],
      },
    },
  })
}
