/** The bank's own look: another company than the app, on purpose. No script, one style sheet. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: #e9eef6;
  --card: #ffffff;
  --ink: #16233b;
  --muted: #51607a;
  --line: #cbd5e5;
  --control: #6c7d99;
  --blue: #17407f;
  --blue-strong: #0f2f60;
  --on-blue: #ffffff;
  --soft: #f1f5fb;
  --masthead: #14305f;
  --on-masthead: #ffffff;
  --masthead-muted: #c4d3ec;
  --error: #a3231b;
  --error-ground: #fdf0ee;
  --focus: #b45f06;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0b1322;
    --card: #142036;
    --ink: #e9eef7;
    --muted: #a9b7cf;
    --line: #2c3c59;
    --control: #8496b5;
    --blue: #a9c6f5;
    --blue-strong: #c9dcfa;
    --on-blue: #0c1a33;
    --soft: #1a2945;
    --masthead: #0e1c36;
    --on-masthead: #f3f6fb;
    --masthead-muted: #a9b7cf;
    --error: #ffb4ab;
    --error-ground: #3a1b1b;
    --focus: #ffc069;
  }
}
*, *::before, *::after { box-sizing: border-box; }
body {
  margin: 0;
  min-height: 100vh;
  display: flex;
  flex-direction: column;
  background: var(--ground);
  color: var(--ink);
  font: 400 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
h1, h2, h3, legend, .bank { font-family: Georgia, "Iowan Old Style", "Palatino Linotype", "Liberation Serif", "DejaVu Serif", serif; }
h1 { font-size: 27px; line-height: 1.25; font-weight: 600; margin: 0 0 12px; text-wrap: balance; }
h2, legend { font-size: 18px; line-height: 1.3; font-weight: 600; margin: 28px 0 10px; padding: 0; }
p { margin: 0 0 12px; }
a { color: var(--blue); text-underline-offset: 3px; }
kbd, code { font: 500 0.94em ui-monospace, "SF Mono", Consolas, "Liberation Mono", monospace; }
kbd { background: var(--soft); border: 1px solid var(--line); border-radius: 4px; padding: 1px 6px; }
code { overflow-wrap: anywhere; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }

.masthead { background: var(--masthead); color: var(--on-masthead); border-bottom: 3px solid #c9a24a; }
.masthead-line { max-width: 640px; margin: 0 auto; padding: 14px 24px; display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: center; justify-content: space-between; }
.bank { display: inline-flex; align-items: center; gap: 10px; font-size: 20px; font-weight: 600; }
.pretend { font-size: 13px; color: var(--masthead-muted); }
.card { width: calc(100% - 32px); max-width: 608px; margin: 32px auto; padding: 32px 36px; background: var(--card); border: 1px solid var(--line); border-radius: 14px; box-shadow: 0 10px 30px rgb(16 32 64 / 10%); }
.foot { margin-top: auto; padding: 0 24px 24px; text-align: center; font-size: 13px; color: var(--muted); }
.foot p { margin: 0; }

.lead { color: var(--muted); max-width: 56ch; }
.hint { font-size: 14px; color: var(--muted); margin: 6px 0 0; }
.who { font-size: 14px; color: var(--muted); margin-bottom: 18px; }
.who strong { color: var(--ink); font-weight: 600; }
.error { margin: 8px 0; padding: 8px 12px; border-left: 4px solid var(--error); border-radius: 4px; background: var(--error-ground); color: var(--error); font-size: 15px; }

.field label { display: block; font-weight: 600; margin-bottom: 6px; }
.field { margin-top: 20px; }
input[type="password"] { width: 100%; max-width: 320px; min-height: 44px; padding: 8px 12px; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--control); border-radius: 8px; }
input[aria-invalid="true"] { border: 2px solid var(--error); }

.customers { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(230px, 1fr)); gap: 12px; }
.customer { position: relative; padding: 14px 16px; border: 1px solid var(--control); border-radius: 10px; background: var(--card); }
.customer:hover { background: var(--soft); border-color: var(--blue); }
.customer:has(:focus-visible) { outline: 3px solid var(--focus); outline-offset: 2px; }
.customer button { display: block; padding: 0; border: 0; background: none; color: var(--blue); font: inherit; font-weight: 600; line-height: 1.35; text-align: left; cursor: pointer; }
.customer button::after { content: ""; position: absolute; inset: 0; border-radius: 10px; }
.customer button:focus-visible { outline: none; }
.holds { display: block; margin-top: 4px; font-size: 14px; color: var(--muted); }
.way-out { margin: 24px 0 0; }

fieldset { border: 0; margin: 28px 0 0; padding: 0; min-width: 0; }
legend { margin: 0 0 10px; }
h1 + form fieldset:first-child { margin-top: 18px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.choices { list-style: none; margin: 0; padding: 0; border: 1px solid var(--line); border-radius: 10px; overflow: hidden; }
.choice { position: relative; display: grid; grid-template-columns: 44px 1fr auto; column-gap: 12px; align-items: center; padding: 11px 16px 11px 14px; }
.choice + .choice { border-top: 1px solid var(--line); }
.choice:has(input):hover { background: var(--soft); }
.choice .words { grid-column: 2 / -1; }
.choice label { cursor: pointer; }
.choice label::after { content: ""; position: absolute; inset: 0; }
.choice label::first-letter, .choice .words::first-letter { text-transform: uppercase; }
.choice .hint { display: block; margin: 0; }
.choice .what { grid-column: 2; font-size: 14px; color: var(--muted); }
.choice:has(.money) .words { grid-column: 2; font-weight: 600; }
.choice input { grid-row: 1 / span 2; justify-self: center; position: relative; z-index: 1; cursor: pointer; }
.money { grid-column: 3; grid-row: 1 / span 2; font-variant-numeric: tabular-nums; white-space: nowrap; }
.digits { white-space: nowrap; font-variant-numeric: tabular-nums; }
.meaning { margin: 0; padding-left: 20px; }
.meaning li { margin-bottom: 6px; }

input[type="checkbox"] { appearance: none; width: 24px; height: 24px; margin: 0; border: 2px solid var(--control); border-radius: 6px; background: var(--card); }
input[type="checkbox"]:checked { background: var(--blue); border-color: var(--blue); }
input[type="checkbox"]:not(.switch):checked::after, .tick::after { content: ""; position: absolute; left: 50%; top: 46%; width: 6px; height: 12px; border: solid var(--on-blue); border-width: 0 2.5px 2.5px 0; transform: translate(-50%, -50%) rotate(42deg); }
.tick { position: relative; justify-self: center; width: 24px; height: 24px; }
.tick::after { border-color: var(--blue); }
input.switch { width: 44px; height: 24px; border-radius: 12px; }
input.switch::after { content: ""; position: absolute; top: 3px; left: 3px; width: 14px; height: 14px; border-radius: 50%; background: var(--control); }
input.switch:checked::after { left: 23px; background: var(--on-blue); }

button { font: inherit; }
.answers { display: flex; flex-wrap: wrap; gap: 12px; margin: 28px 0 0; }
.primary, .secondary { min-height: 46px; min-width: 128px; padding: 10px 28px; border-radius: 8px; font-weight: 600; cursor: pointer; }
.primary { background: var(--blue); color: var(--on-blue); border: 1px solid var(--blue); }
.primary:hover { background: var(--blue-strong); border-color: var(--blue-strong); }
.secondary { background: transparent; color: var(--blue); border: 1px solid var(--control); }
.secondary:hover { background: var(--soft); }
.quiet { padding: 6px 0; border: 0; background: none; color: var(--blue); text-decoration: underline; text-underline-offset: 3px; cursor: pointer; text-align: left; }

form.who { margin: 0 0 18px; }
.who .quiet { padding: 0; font-size: inherit; }
.grant { margin-top: 24px; padding-top: 4px; border-top: 1px solid var(--line); }
.grant h2, .grant h3 { margin: 20px 0 6px; }
.grant .answers { margin-top: 20px; }
h3 { font-weight: 600; font-size: 16px; line-height: 1.3; }
.status { font-weight: 600; font-size: 15px; margin-bottom: 14px; }
.status::before { content: ""; display: inline-block; width: 10px; height: 10px; margin-right: 8px; border: 2px solid currentColor; border-radius: 50%; }
.status.on::before { background: currentColor; }
.status.off { color: var(--muted); }
.status.off::before { border-radius: 0; }
.facts { margin: 0; }
.facts > div { display: grid; grid-template-columns: 104px 1fr; column-gap: 16px; padding: 6px 0; }
.facts dt { color: var(--muted); font-size: 15px; }
.facts dd { margin: 0; }
.facts .meaning { padding-left: 18px; }
.facts .meaning li { margin-bottom: 2px; }
.facts .meaning li::first-letter { text-transform: uppercase; }

@media (max-width: 560px) {
  .facts > div { grid-template-columns: 1fr; }
  .card { margin: 16px auto; padding: 24px 20px; }
  .masthead-line { padding: 12px 20px; }
  h1 { font-size: 24px; }
  .answers > * { flex: 1; }
}
@media (forced-colors: active) {
  input[type="checkbox"] { appearance: auto; }
  input[type="checkbox"]::after { display: none; }
  .tick { border: 1px solid; }
}
`;
