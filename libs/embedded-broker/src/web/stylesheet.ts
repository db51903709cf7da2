/** The one stylesheet of the pages, served at `/assets/broker.css`. */
export const stylesheet = `
:root { color-scheme: light dark; --line: #8884; --good: light-dark(#0a6b2d, #5fd38a); --bad: light-dark(#a4131e, #ff8f8f); --open: light-dark(#7a5200, #f0c066) }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 70rem; padding: 0 1rem 2rem }
header { border-bottom: 1px solid var(--line); padding: .8rem 0; font-weight: 600 }
header a { color: inherit; text-decoration: none }
table { border-collapse: collapse; width: 100% }
th, td { border-bottom: 1px solid var(--line); padding: .5rem 1rem .5rem 0; text-align: left; vertical-align: top }
td small { display: block; opacity: .75 }
code, pre { font: .9rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere }
.verified { color: var(--good) } .failed { color: var(--bad) } .open { color: var(--open) }
`;
