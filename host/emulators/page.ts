const style = `
:root { color-scheme: light dark; --ground: #f7f4ec; --ink: #16171c; --quiet: #6b6a66; --line: #d9d4c7; --card: #fffdf8 }
@media (prefers-color-scheme: dark) {
  :root { --ground: #0e0f13; --ink: #f2efe6; --quiet: #9a988f; --line: #2a2c34; --card: #16181f }
}
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem 4rem; background: var(--ground); color: var(--ink);
  font: 16px/1.5 system-ui, sans-serif }
h1 { font-size: 1.75rem; letter-spacing: -.02em; margin: 0 0 1.5rem }
h2 { font-size: 1.05rem; margin: 0 }
p { margin: .25rem 0 }
a { color: inherit }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .75rem }
li, .card { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; overflow-wrap: anywhere }
.quiet { color: var(--quiet); font-size: .875rem }
iframe { width: 100%; height: 75vh; border: 1px solid var(--line); border-radius: .5rem; background: #fff }
.files { display: flex; flex-wrap: wrap; gap: .5rem; margin: .75rem 0 }
.files a { border: 1px solid var(--line); border-radius: 2rem; padding: .35rem .9rem; text-decoration: none }
`

/** A page of a stand-in, for people. `body` is HTML: escape what comes from outside. */
export function answerPage(title: string, body: string, status = 200): Response {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${style}</style></head>
<body><main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>`
  return new Response(html, { status, headers: { 'content-type': 'text/html; charset=utf-8' } })
}

/** Text made safe inside HTML and its attributes. */
export function escapeHtml(text: unknown): string {
  const names: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return String(text).replace(/[&<>"']/g, (character) => names[character] as string)
}
