import { readFileSync } from 'node:fs';
import { fromRoot } from '../../../scripts/paths.js';

/** What a section of docs/frameworks.md tells its readers to do. */
export interface Guide {
  commands: string[];
  /** By path. */
  files: Record<string, string>;
}

/** Each block of code that names its file in a first comment, and the commands. JSON has no comments of its own. */
const block = /^```(\w+)\n(?:(?:\/\/|<!--) (\S+)(?: -->)?\n)?([\s\S]*?)^```$/gm;

/** Reads a section, by its heading. */
export function readGuide(heading: string): Guide {
  const text = readFileSync(fromRoot('docs/frameworks.md'), 'utf8');
  const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`));
  if (section === undefined) throw new Error(`docs/frameworks.md says nothing of ${heading}.`);
  const guide: Guide = { commands: [], files: {} };
  for (const [, language, path, content = ''] of section.matchAll(block)) {
    if (path) guide.files[path] = content;
    else if (language === 'sh') guide.commands.push(...content.trim().split('\n'));
  }
  return guide;
}
