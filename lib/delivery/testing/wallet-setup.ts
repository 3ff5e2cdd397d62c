import { generateKeyPairSync } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import forge from 'node-forge'
import type { AppleSetup, GoogleSetup } from '../wallet/types'

/** For tests: a root, an intermediate as Apple's, and a pass certificate of ours below it, all made for the run. */
export function makeAppleSetup(): { setup: AppleSetup; rootPem: string } {
  const root = makeCertificate('Test Root', null)
  const wwdr = makeCertificate('Test WWDR', root)
  const own = makeCertificate('Pass Type ID: pass.com.example.tickets', wwdr, false)
  return {
    rootPem: root.pem,
    setup: {
      passTypeId: 'pass.com.example.tickets',
      teamId: 'ABCDE12345',
      certificate: own.pem,
      key: forge.pki.privateKeyToPem(own.keys.privateKey),
      wwdr: wwdr.pem,
    },
  }
}

/** For tests: a service account with a key of its own. */
export function makeGoogleSetup(): { setup: GoogleSetup; publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const clientEmail = 'tickets@example.iam.gserviceaccount.com'
  return {
    setup: {
      ...{ issuerId: '3388000000000000000', clientEmail },
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    },
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  }
}

type Authority = { pem: string; keys: forge.pki.rsa.KeyPair; name: forge.pki.CertificateField[] }

let serial = 0

function makeCertificate(commonName: string, issuer: Authority | null, isAuthority = true): Authority {
  const keys = makeKeys()
  const certificate = forge.pki.createCertificate()
  const name = [{ name: 'commonName', value: commonName }]
  certificate.publicKey = keys.publicKey
  serial += 1
  certificate.serialNumber = serial.toString(16).padStart(2, '0')
  certificate.validity.notBefore = new Date(Date.now() - 60_000)
  certificate.validity.notAfter = new Date(Date.now() + 86_400_000)
  certificate.setSubject(name)
  certificate.setIssuer(issuer?.name ?? name)
  certificate.setExtensions([{ name: 'basicConstraints', cA: isAuthority }])
  certificate.sign(issuer?.keys.privateKey ?? keys.privateKey, forge.md.sha256.create())
  return { pem: forge.pki.certificateToPem(certificate), keys, name }
}

/** By Node: node-forge's own take a second each. */
function makeKeys(): forge.pki.rsa.KeyPair {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = forge.pki.privateKeyFromPem(privateKey.export({ type: 'pkcs1', format: 'pem' }).toString())
  return { privateKey: key, publicKey: forge.pki.setRsaPublicKey(key.n, key.e) }
}

/** For tests: the files of a zip, by the directory at its end. */
export function readZip(zip: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>()
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ]
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    const local = zip.readUInt32LE(at + 42)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const stored = zip.subarray(from, from + zip.readUInt32LE(at + 20))
    files.set(name, zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(stored) : stored)
    at += 46 + nameLength + extra + comment
  }
  return files
}
