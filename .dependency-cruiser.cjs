// The floors and rooms of the house, held by `npm test`. An import only ever goes down, and rooms on one floor never
// import each other. There is no list of exceptions, and there shall be none.
const rooms = 'accounts|commerce|delivery|events|realtime|reservations|waiting-room'
const base = 'seat-map|i18n|platform'
const room = `^lib/(${rooms})/`
const ours = '^(app|components|lib|prisma|host|e2e)/'

/** Tests reach for whatever they test with; nobody reaches for them. */
const tests = '(\\.test\\.tsx?$|\\.spec\\.ts$|/testing/)'
const from = (path, pathNot = []) => ({ path, pathNot: [tests, ...[pathNot].flat()] })

/** `source` may import of ours only what `allowed` names. */
const only = (name, source, allowed) => ({
  name,
  severity: 'error',
  from: from(source),
  to: { path: ours, pathNot: allowed },
})

/** A provider's SDK is imported by its one file. */
const oneFile = (name, sdk, file) => ({
  name,
  severity: 'error',
  from: from('^(app|components|lib|prisma)/', file),
  to: { path: `^node_modules/${sdk}/` },
})

module.exports = {
  forbidden: [
    only('app-imports-down', '^app/', ['^app/', '^components/', '^lib/', '^prisma/generated/']),
    only('components-import-what-a-browser-may', '^components/', [
      '^components/',
      `^lib/(${rooms})/.*\\b(types|schema)\\.ts$`,
      '^lib/realtime/subscribe\\.ts$',
      '^lib/(seat-map|i18n)/',
      '^lib/platform/(address|errors|ids|money|result|time)\\.ts$',
    ]),
    only('coordinator-imports-rooms-and-platform', '^lib/coordinator/', ['^lib/']),
    {
      name: 'rooms-do-not-import-each-other',
      comment: 'Where two rooms must meet, a command of the coordinator lets them.',
      severity: 'error',
      from: from(room),
      to: { path: ours, pathNot: ['^lib/$1/', `^lib/(${base})/`, '^prisma/generated/'] },
    },
    only('seat-map-imports-nothing-of-ours', '^lib/seat-map/', ['^lib/seat-map/']),
    only('i18n-imports-nothing-of-ours', '^lib/i18n/', ['^lib/i18n/']),
    only('platform-imports-nothing-of-ours', '^lib/platform/', ['^lib/platform/', '^prisma/generated/']),
    only('host-imports-coordinator-and-platform', '^host/(?!emulators/)', [
      '^host/',
      '^lib/(coordinator|platform)/',
      '^prisma/(migrate|new-migration|seed/seed)\\.ts$',
    ]),
    only('emulators-import-nothing-of-ours', '^host/emulators/', [
      '^host/emulators/',
      '^host/(fetch-server|json-file|ports)\\.ts$',
    ]),
    only('prisma-imports-lib-at-most', '^prisma/', ['^prisma/', '^lib/']),
    {
      name: 'tests-stay-tests',
      severity: 'error',
      from: from(ours),
      to: { path: tests },
    },
    {
      name: 'prisma-only-in-stores-and-queries',
      severity: 'error',
      from: from('^(app|components|lib)/', ['/(queries|store)\\.ts$', '^lib/platform/']),
      to: { path: '^(prisma/generated|node_modules/(@prisma|pg))/' },
    },
    {
      name: 'no-react-below-components',
      severity: 'error',
      from: from('^lib/(coordinator|seat-map|platform)/'),
      to: { path: '^node_modules/(react|react-dom)/' },
    },
    oneFile('stripe-in-one-file', 'stripe', '^lib/commerce/.*\\bstripe\\.ts$'),
    oneFile('pusher-in-one-file', 'pusher', '^lib/realtime/.*\\bpusher\\.ts$'),
    oneFile('pusher-js-in-one-file', 'pusher-js', '^lib/realtime/subscribe\\.ts$'),
    oneFile('resend-in-one-file', 'resend', '^lib/delivery/.*\\bresend\\.ts$'),
    oneFile('twilio-in-one-file', 'twilio', '^lib/delivery/.*\\btwilio\\.ts$'),
    oneFile('s3-in-one-file', '@aws-sdk', '^lib/delivery/.*\\bs3\\.ts$'),
    oneFile('passkit-in-one-file', 'passkit-generator', '^lib/delivery/.*\\bapple\\.ts$'),
    oneFile('next-auth-in-one-file', 'next-auth', '^lib/accounts/.*\\bsession\\.ts$'),
    oneFile('argon2-in-one-file', '@node-rs/argon2', '^lib/accounts/.*\\bargon2\\.ts$'),
    oneFile('pg-boss-in-one-file', 'pg-boss', '^lib/platform/jobs\\.ts$'),
    { name: 'no-barrels', severity: 'error', from: {}, to: { path: `${ours}.*\\bindex\\.tsx?$` } },
    { name: 'no-cycles', severity: 'error', from: from(ours, '^prisma/generated/'), to: { circular: true } },
    {
      name: 'imports-resolve',
      severity: 'error',
      from: from(ours, '^prisma/generated/'),
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: 'swc', // TypeScript 7 has no compiler in JavaScript
    tsPreCompilationDeps: true,
    doNotFollow: { path: '^(node_modules|prisma/generated|\\.next)/' },
    exclude: { path: '^(\\.next|\\.data|prisma/generated/.+/)' },
    webpackConfig: { fileName: '.dependency-cruiser.resolve.cjs' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
