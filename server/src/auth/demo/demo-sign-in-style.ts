/** The page's style sheet; its hash is in the page's content security policy. */
export const demoSignInStyle = `
:root { color-scheme: light dark; font: 100%/1.5 system-ui, sans-serif; }
body { margin: 0; padding: clamp(1rem, 5vw, 4rem) 1rem; background: Canvas; color: CanvasText; }
main { max-inline-size: 44rem; margin-inline: auto; }
h1 { margin: 0 0 .5rem; font-size: 1.75rem; line-height: 1.2; text-wrap: balance; }
p { max-inline-size: 38rem; }
ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr)); gap: .75rem; margin: 1.5rem 0; padding: 0; list-style: none; }
li { display: grid; }
button { display: grid; align-content: start; gap: .125rem; min-block-size: 5rem; padding: .75rem 1rem; border: 1px solid color-mix(in srgb, CanvasText 30%, Canvas); border-radius: .5rem; background: Canvas; color: inherit; font: inherit; text-align: start; cursor: pointer; }
button:hover { border-color: CanvasText; background: color-mix(in srgb, CanvasText 5%, Canvas); }
:focus-visible { outline: 3px solid light-dark(#1257a8, #7db8ff); outline-offset: 2px; }
button[aria-current] { border-width: 2px; border-color: light-dark(#1257a8, #7db8ff); }
.name { font-weight: 600; }
.hint { color: color-mix(in srgb, CanvasText 75%, Canvas); font-size: .875rem; }
.current { color: light-dark(#1257a8, #7db8ff); font-size: .875rem; font-weight: 600; }
a { color: light-dark(#1257a8, #7db8ff); }
`;
