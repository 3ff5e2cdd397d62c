import { registerHooks } from 'node:module'

// `import 'server-only'` breaks a browser bundle on purpose. Outside a bundler it has nothing to guard, and would throw.
registerHooks({
  resolve(specifier, context, nextResolve) {
    if (specifier !== 'server-only') return nextResolve(specifier, context)
    return { url: 'data:text/javascript,', format: 'module', shortCircuit: true }
  },
})
