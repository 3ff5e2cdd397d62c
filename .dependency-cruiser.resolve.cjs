// How `@/…` resolves, for dependency-cruiser alone: it reads aliases from a webpack-like configuration.
module.exports = { resolve: { alias: { '@': __dirname } } }
