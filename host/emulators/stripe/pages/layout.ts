import { Html, html } from './html'
import { STYLE } from './style'

export type Page = { title: string; body: Html; narrow?: boolean; script?: string }

/** A whole page, marked as the stand-in that it is. Works without its script. */
export function renderPage({ title, body, narrow, script }: Page): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} (test payments)</title>
<link rel="icon" href="data:,">
<style>${new Html(STYLE)}</style>
</head>
<body>
<header class="tape">Test stand-in for Stripe. <span>No real money.</span></header>
<main${narrow ? new Html(' class="narrow"') : ''}>
${body}
</main>
${script ? html`<script>${new Html(script)}</script>` : ''}
</body>
</html>
`.value
}
