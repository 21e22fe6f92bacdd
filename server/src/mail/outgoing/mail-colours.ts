/** Colours of mails, in light and in dark. Contrast of all texts is 4.5 or more. */
export const light = {
  page: '#f4f4f1',
  paper: '#ffffff',
  ink: '#1c1e21',
  quiet: '#5f6368',
  line: '#e3e3df',
  wash: '#f6f7f8',
  accent: '#0b57d0',
  onAccent: '#ffffff',
};

export const dark: typeof light = {
  page: '#16181c',
  paper: '#1d2025',
  ink: '#e7e9ec',
  quiet: '#a3a8ae',
  line: '#34383e',
  wash: '#262a30',
  accent: '#8ab4f8',
  onAccent: '#10223f',
};

/**
 * Programs that know dark colours replace the inline ones by these; Outlook on the web sets an attribute instead of the
 * media query. Programs that invert colours by themselves find enough contrast in the light ones.
 */
export const styleSheet = [
  ':root{color-scheme:light dark;supported-color-schemes:light dark}',
  'body{margin:0;padding:0;-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%}',
  'table{border-collapse:separate;mso-table-lspace:0;mso-table-rspace:0}',
  '@media (max-width:480px){.outer{padding:0!important}.sheet{padding:22px 18px!important;border-radius:0!important;border-width:0!important}.foot{padding:18px!important}}',
  `@media (prefers-color-scheme:dark){${darkRules('')}}`,
  darkRules('[data-ogsc] '),
].join('\n');

function darkRules(prefix: string): string {
  const rules: [string, string][] = [
    ['page', `background:${dark.page}`],
    ['sheet', `background:${dark.paper};border-color:${dark.line}`],
    ['ink', `color:${dark.ink}`],
    ['quiet', `color:${dark.quiet}`],
    ['rule', `border-color:${dark.line}`],
    ['wash', `background:${dark.wash};border-color:${dark.accent}`],
    ['link', `color:${dark.accent}`],
    ['button', `background:${dark.accent};border-color:${dark.accent}`],
    ['on-button', `color:${dark.onAccent}`],
  ];
  return rules.map(([name, style]) => `${prefix}.${name}{${style.replaceAll(/(?=;|$)/g, '!important')}}`).join('');
}
