// Stands for `server-only` in tests: its only content is an error in browser bundles.
export {}
