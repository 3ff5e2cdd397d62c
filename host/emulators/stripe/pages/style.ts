/** The look of the hosted pages: their own, so that nobody takes them for the shop or for the real Stripe. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: #f6f5f2; --card: #ffffff; --ink: #16181d; --soft: #5a5f6b; --line: #d9d7d0;
  --go: #3b3fd8; --go-ink: #ffffff; --bad: #b3261e; --bad-ground: #fdeceb;
  --tape: #ffd84d; --tape-ink: #2a2200;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #101217; --card: #191c23; --ink: #f1f0ec; --soft: #a5aab6; --line: #353a45;
    --go: #a6a9ff; --go-ink: #12134a; --bad: #ffb4ab; --bad-ground: #3a1715;
    --tape: #e5bd2c; --tape-ink: #1d1700;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--ground); color: var(--ink); min-height: 100dvh;
  font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', sans-serif; -webkit-text-size-adjust: 100%;
}
.tape {
  background: var(--tape); color: var(--tape-ink); text-align: center; font-weight: 600; font-size: .875rem;
  padding: .5rem 1rem;
}
.tape span { font-weight: 400; }
main { max-width: 62rem; margin: 0 auto; padding: 1.25rem 1rem 3rem; }
main.narrow { max-width: 30rem; padding-top: 2.5rem; }
a { color: inherit; text-underline-offset: .2em; }
a:focus-visible, button:focus-visible, input:focus-visible, summary:focus-visible {
  outline: 3px solid var(--go); outline-offset: 2px;
}
.back { display: inline-flex; align-items: center; min-height: 2.75rem; color: var(--soft); text-decoration: none; }
.back:hover { color: var(--ink); text-decoration: underline; }
h1 { font-size: 1.0625rem; font-weight: 500; color: var(--soft); margin: .5rem 0 0; }
h2 { font-size: 1.125rem; margin: 0 0 1rem; }
main.narrow h1 { font-size: 1.5rem; line-height: 1.25; font-weight: 650; color: var(--ink); margin: 0 0 .75rem; }
.total { font-size: 2.5rem; line-height: 1.15; font-weight: 650; letter-spacing: -.02em; margin: .125rem 0 1rem; }
.total, .amount { font-variant-numeric: tabular-nums; }
.items { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line); }
.items li { display: flex; gap: 1rem; justify-content: space-between; padding: .75rem 0; border-bottom: 1px solid var(--line); }
.items .name { font-weight: 550; overflow-wrap: anywhere; }
.items .about { color: var(--soft); font-size: .875rem; }
.note { color: var(--soft); font-size: .875rem; margin: .75rem 0 0; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .875rem; padding: 1.25rem; }
.columns { display: grid; gap: 1.5rem; }
@media (min-width: 54rem) {
  main:not(.narrow) { padding-top: 2.5rem; }
  .columns { grid-template-columns: minmax(0, 1fr) minmax(0, 26rem); gap: 4rem; align-items: start; }
  .card { padding: 2rem; }
}
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
legend { padding: 0; }
.field { margin-bottom: 1rem; }
.pick { display: flex; align-items: center; gap: .625rem; min-height: 2.75rem; margin: 0; }
.pick input { width: 1.25rem; min-height: 1.25rem; margin: 0; accent-color: var(--go); }
.typed .pick { margin-bottom: 1rem; }
form:has(input[name=kept][value^=pm_]:checked) .typed { display: none; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: .75rem; }
label { display: block; font-size: .875rem; font-weight: 550; margin-bottom: .25rem; }
input {
  width: 100%; min-height: 2.875rem; padding: .5rem .75rem; font: inherit; color: inherit;
  background: var(--ground); border: 1px solid color-mix(in srgb, var(--soft) 75%, transparent); border-radius: .5rem;
}
input[readonly] { background: none; color: var(--soft); border-style: dashed; }
::placeholder { color: var(--soft); opacity: .85; }
input[aria-invalid] { border-color: var(--bad); box-shadow: 0 0 0 1px var(--bad); }
.numeric { font-variant-numeric: tabular-nums; letter-spacing: .02em; }
.error { color: var(--bad); font-size: .875rem; margin: .25rem 0 0; }
.alert {
  background: var(--bad-ground); color: var(--bad); border: 1px solid currentColor; border-radius: .5rem;
  padding: .75rem 1rem; margin: 0 0 1.25rem; font-weight: 550;
}
button, .button {
  display: flex; align-items: center; justify-content: center; width: 100%; min-height: 3.125rem; padding: .625rem 1rem; border: 1px solid var(--go);
  border-radius: .625rem; background: var(--go); color: var(--go-ink); font: inherit; font-weight: 650;
  text-align: center; text-decoration: none; cursor: pointer;
}
button:hover, .button:hover { filter: brightness(1.08); }
button[aria-disabled='true'] { opacity: .65; cursor: progress; }
button.quiet { background: none; border-color: var(--line); color: inherit; margin-top: .75rem; }
details { margin-top: 1.25rem; border-top: 1px solid var(--line); padding-top: .25rem; font-size: .875rem; }
summary { cursor: pointer; min-height: 2.75rem; display: flex; align-items: center; color: var(--soft); }
summary::before { content: '+'; width: 1.25rem; font-weight: 650; }
details[open] summary::before { content: '\\2212'; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; }
th, td { text-align: left; padding: .375rem .75rem .375rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
th { color: var(--soft); font-weight: 550; }
td code { white-space: nowrap; font-size: .8125rem; }
.scroll { overflow-x: auto; }
main > .scroll, main > .note { margin: 0 0 2.5rem; }
main > h2 { margin: 0; }
h1.plain { font-size: 1.75rem; font-weight: 650; color: var(--ink); margin: 0 0 1.5rem; }
.card > :last-child { margin-bottom: 0; }
details tr:last-child td { border-bottom: 0; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; margin: 0 0 1.5rem; }
dt { color: var(--soft); }
dd { margin: 0; text-align: right; font-weight: 550; }
@media (prefers-reduced-motion: no-preference) { button, .button { transition: filter .15s; } }
`
