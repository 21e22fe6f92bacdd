// Writes docs/settings.md from the table of settings: npm run settings
import { settings } from '../settings.ts';
import { writeGenerated } from './generated-file.ts';

const header = ['Variable', 'Description', 'Values', 'Default'];
const rows = Object.values(settings).map(({ name, takes, default: value, description }) => [
  `\`${name}\``,
  description,
  takes,
  value ? `\`${value.replaceAll(',', ', ')}\`` : 'none',
]);

const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => row[column]!.length)));
const line = (cells: string[], fill = ' ') =>
  `| ${cells.map((cell, column) => cell.padEnd(widths[column]!, fill)).join(' | ')} |`;
const divider = line(
  header.map(() => '-'),
  '-',
);

const page = `# Settings

Settings are environment variables. The server checks all of them when it starts, and reports each invalid one with its
value and the values it accepts. This page is generated from the code (\`npm run settings\`).

${[line(header), divider, ...rows.map((row) => line(row))].join('\n')}
`;

await writeGenerated('docs/settings.md', page, 'npm run settings');
