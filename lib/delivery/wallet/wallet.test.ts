import { createHash, createPublicKey, verify, X509Certificate } from 'node:crypto'
import forge from 'node-forge'
import { beforeAll, describe, expect, it } from 'vitest'
import { hardTickets, sampleTicket } from '../testing/samples'
import { makeAppleSetup, makeGoogleSetup, readZip } from '../testing/wallet-setup'
import { renderApplePass } from './apple'
import { googleWalletUrl } from './google'
import type { AppleSetup } from './types'

const overAt = new Date('2026-06-13T01:30:00Z')
const sha1 = (bytes: Buffer) => createHash('sha1').update(bytes).digest('hex')
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest()

/** The signer's part of a detached PKCS#7 signature. node-forge reads it, but checks none. */
function readSignature(der: Buffer) {
  const message = forge.pkcs7.messageFromAsn1(forge.asn1.fromDer(der.toString('binary')))
  const { certificates, rawCapture } = message as forge.pkcs7.PkcsSignedData & {
    rawCapture: { signature: string; digestAlgorithm: string; authenticatedAttributes: forge.asn1.Asn1[] }
  }
  const { Class, Type, create, toDer } = forge.asn1
  const attributes = create(Class.UNIVERSAL, Type.SET, true, rawCapture.authenticatedAttributes)
  const bytes = (text: string) => Buffer.from(text, 'binary')
  const digestOid = bytes(forge.asn1.oidToDer(forge.pki.oids.messageDigest as string).getBytes())
  const digest = rawCapture.authenticatedAttributes
    .map((attribute) => attribute.value as forge.asn1.Asn1[])
    .find(([oid]) => bytes(oid?.value as string).equals(digestOid))
  const set = digest?.[1]?.value as forge.asn1.Asn1[]
  return {
    certificates: certificates.map((one) => new X509Certificate(forge.pki.certificateToPem(one))),
    signature: bytes(rawCapture.signature),
    algorithm: forge.asn1.derToOid(rawCapture.digestAlgorithm),
    attributes: bytes(toDer(attributes).getBytes()),
    digest: bytes(set[0]?.value as string),
  }
}

describe('a pass for Apple Wallet', () => {
  let setup: AppleSetup
  let rootPem: string
  beforeAll(() => {
    ;({ setup, rootPem } = makeAppleSetup())
  })

  it('says what the ticket says, and carries its code', async () => {
    const ticket = sampleTicket({ seat: { zone: 'West stand', section: '5', row: '2', number: '4' } })
    const files = readZip(await renderApplePass(ticket, overAt, setup))
    const pass = JSON.parse(files.get('pass.json')?.toString() ?? '')
    expect(pass).toMatchObject({
      passTypeIdentifier: setup.passTypeId,
      teamIdentifier: setup.teamId,
      serialNumber: ticket.ticketId,
      barcodes: [{ format: 'PKBarcodeFormatQR', message: ticket.code }],
      backgroundColor: 'rgb(31, 58, 147)',
      eventTicket: {
        primaryFields: [{ value: 'The Glass Orchard' }],
        secondaryFields: [{ label: 'West stand, section', value: '5' }, { value: '2' }, { value: '4' }],
      },
    })
    for (const name of ['icon.png', 'icon@2x.png', 'icon@3x.png', 'logo.png']) {
      expect(files.get(name)?.subarray(1, 4).toString()).toBe('PNG')
    }
  })

  it('is whole: its manifest names every file with its hash, and the certificate signed the manifest', async () => {
    const files = readZip(await renderApplePass(sampleTicket(), overAt, setup))
    const manifest = files.get('manifest.json') as Buffer
    const hashes = JSON.parse(manifest.toString()) as Record<string, string>
    const named = [...files.keys()].filter((name) => !['manifest.json', 'signature'].includes(name))
    expect(Object.keys(hashes).sort()).toEqual(named.sort())
    for (const name of named) expect(hashes[name], name).toBe(sha1(files.get(name) as Buffer))

    const signed = readSignature(files.get('signature') as Buffer)
    const own = new X509Certificate(setup.certificate)
    const signer = signed.certificates.find((one) => one.fingerprint256 === own.fingerprint256)
    const wwdr = signed.certificates.find((one) => one.subject === new X509Certificate(setup.wwdr).subject)
    const digestOf = signed.algorithm === forge.pki.oids.sha256 ? sha256 : undefined
    expect(signed.digest).toEqual(digestOf?.(manifest) ?? createHash('sha1').update(manifest).digest())
    const name = digestOf ? 'sha256' : 'sha1'
    const isSigned = (data: Buffer) => verify(name, data, own.publicKey, signed.signature)
    expect(isSigned(signed.attributes)).toBe(true)
    expect(isSigned(Buffer.concat([signed.attributes, Buffer.from([0])]))).toBe(false)
    expect(signer?.verify((wwdr as X509Certificate).publicKey)).toBe(true)
    expect(wwdr?.verify(new X509Certificate(rootPem).publicKey)).toBe(true)
  })

  it('is made of whatever a ticket may say', async () => {
    for (const hard of hardTickets) {
      const ticket = sampleTicket(hard)
      const files = readZip(await renderApplePass(ticket, overAt, setup))
      expect(JSON.parse(files.get('pass.json')?.toString() ?? '').barcodes[0].message).toBe(ticket.code)
    }
  })

  it('is refused by a key that is another’s', async () => {
    const { setup: other } = makeAppleSetup()
    const pass = await renderApplePass(sampleTicket(), overAt, { ...setup, key: other.key })
    const signed = readSignature(readZip(pass).get('signature') as Buffer)
    const { publicKey } = new X509Certificate(setup.certificate)
    expect(verify('sha256', signed.attributes, publicKey, signed.signature)).toBe(false)
  })
})

describe('a link to Google Wallet', () => {
  const { setup, publicKey } = makeGoogleSetup()

  function open(url: string) {
    const [head = '', claims = '', signature = ''] = url.replace(/^.*\/save\//, '').split('.')
    const key = createPublicKey(publicKey)
    return {
      isSigned: (data = `${head}.${claims}`) =>
        verify('sha256', Buffer.from(data), key, Buffer.from(signature, 'base64url')),
      head: JSON.parse(Buffer.from(head, 'base64url').toString()),
      claims: JSON.parse(Buffer.from(claims, 'base64url').toString()),
      url,
    }
  }

  it('is signed by the service account, and an altered one is not', () => {
    const link = open(googleWalletUrl(sampleTicket(), overAt, setup))
    expect(link.head).toEqual({ alg: 'RS256', typ: 'JWT' })
    expect(link.claims).toMatchObject({ iss: setup.clientEmail, aud: 'google', typ: 'savetowallet' })
    expect(link.isSigned()).toBe(true)
    expect(link.isSigned('something.else')).toBe(false)
  })

  it('carries the ticket as an object of its performance’s class, with its code', () => {
    const ticket = sampleTicket()
    const { claims } = open(googleWalletUrl(ticket, overAt, setup))
    const [kind] = claims.payload.eventTicketClasses
    const [object] = claims.payload.eventTicketObjects
    expect(object).toMatchObject({
      classId: kind.id,
      barcode: { type: 'QR_CODE', value: ticket.code },
      ticketHolderName: 'Ada Example',
    })
    expect(kind.dateTime.start).toBe('2026-06-12T19:30:00+02:00')
    expect(kind.id.startsWith(`${setup.issuerId}.`)).toBe(true)
  })

  it('is another object once the ticket is issued anew, so that the old code is not shown again', () => {
    const [one, other] = [sampleTicket({ ticketId: 'same' }), sampleTicket({ ticketId: 'same' })]
    const idOf = (ticket: typeof one) =>
      open(googleWalletUrl(ticket, overAt, setup)).claims.payload.eventTicketObjects[0].id
    expect(idOf(one)).not.toBe(idOf(other))
  })
})
