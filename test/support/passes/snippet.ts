import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The first block of code of a language in a page of `docs/`. */
export function snippetIn(page: string, language: string): string {
  const text = readFileSync(fileURLToPath(new URL(`../../../docs/${page}`, import.meta.url)), 'utf8');
  const code = text.split(`\n\`\`\`${language}\n`)[1]?.split('\n```\n')[0];
  if (code === undefined) throw new Error(`docs/${page} has no block of ${language}.`);
  return `${code}\n`;
}
