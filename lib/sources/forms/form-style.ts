/** How the pages of forms look: by themselves, in light and dark, on a phone and on a desk. */
export const FORM_STYLE = `
:root { color-scheme: light dark; --ground: #f6f6f7; --panel: #fff; --text: #17181c; --muted: #565a66; --line: #80848f; --accent: #2f4fd8; --on-accent: #fff; --problem: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --ground: #131418; --panel: #1c1d22; --text: #ecedf1; --muted: #a8acb8; --line: #7b7f8c; --accent: #a9b8ff; --on-accent: #10131f; --problem: #ffb4ab; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 36rem; margin: 0 auto; padding: 2rem 1.25rem 3rem; overflow-wrap: break-word; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; }
form { display: grid; gap: 1.25rem; background: var(--panel); border-radius: 0.75rem; padding: 1.25rem; margin-top: 1.25rem; }
label { display: block; font-weight: 500; margin-bottom: 0.25rem; }
.optional { color: var(--muted); font-weight: 400; }
input:not([type="checkbox"], [type="radio"]), select { width: 100%; min-height: 2.75rem; padding: 0.5rem 0.75rem; font: inherit; color: inherit; background: var(--panel); border: 1px solid var(--line); border-radius: 0.5rem; }
input[type="color"] { width: 5rem; padding: 0.25rem; }
.colour:has(.none:checked) input[type="color"] { display: none; }
.colour .yes-no { margin-bottom: 0.5rem; }
fieldset { margin: 0; padding: 0; border: 0; min-width: 0; display: grid; gap: 0.5rem; }
legend { font-weight: 500; margin-bottom: 0.25rem; padding: 0; }
.yes-no { display: flex; gap: 0.75rem; align-items: flex-start; }
.yes-no input { width: 1.5rem; height: 1.5rem; flex: none; margin: 0; accent-color: var(--accent); }
.yes-no label { margin: 0; font-weight: 400; }
button { min-height: 2.75rem; padding: 0.5rem 1.5rem; justify-self: start; font: inherit; font-weight: 600; color: var(--on-accent); background: var(--accent); border: 0; border-radius: 0.5rem; cursor: pointer; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.problem { color: var(--problem); margin: 0.25rem 0 0; }
.trap { position: absolute; left: -100vw; width: 1px; height: 1px; overflow: hidden; }
.picture { max-width: 100%; height: auto; border-radius: 0.5rem; }
`;
