/** What Apple signs a developer's passes with; the three last are PEM. */
export type AppleSetup = {
  passTypeId: string
  teamId: string
  certificate: string
  key: string
  /** Apple's own certificate, which stands between theirs and ours. */
  wwdr: string
}

/** The service account that may add passes for an issuer. */
export type GoogleSetup = { issuerId: string; clientEmail: string; privateKey: string }
