import type { AliasOptions } from './alias.ts';
import type { CliCommand } from './command.ts';

export function addPageCommands(program: CliCommand): void {
  program
    .command('alias')
    .about(
      'Moves the discussion of a page to its new address.',
      'OLD is any address, or a plain name; NEW is an address under PARVIS_ORIGINS, or a plain name. Existing discussions at both are merged, and pages that still use OLD find the result.\n\nA discussion listed by --ambiguous may belong to several pages. If you know which page it is about, move it there.',
    )
    .usage('[--prefix] OLD NEW | --file MOVES.csv | --ambiguous')
    .argument('[OLD]')
    .argument('[NEW]')
    .option('--prefix', 'moves all pages whose address is OLD, or OLD followed by / ? or #: a whole site, a folder')
    .option(
      '--file <file>',
      'makes the moves of a CSV file, with OLD and NEW on each line. A page that moved twice leads to its last address',
    )
    .option('--dry-run', 'prints what would move, and changes nothing')
    .option('--ambiguous', 'lists discussions under keys that several pages had in an older version')
    .examples(
      'parvis alias https://intranet.example.org/news/line-4 https://intranet.example.org/archive/line-4',
      'parvis alias --prefix http://old.example.org https://intranet.example.org',
      'parvis alias --file moves.csv --dry-run',
    )
    .action(async (former: string, current: string, options: AliasOptions, command: CliCommand) => {
      checkAddresses(command, options);
      await (await import('./alias.ts')).alias(former, current, options);
    });

  program
    .command('page-title')
    .about(
      'Sets the title of a page, shown where its discussion appears elsewhere.',
      'An empty TITLE returns to the title of the page itself, from the next write on.',
    )
    .argument('<PAGE>', 'an address under PARVIS_ORIGINS, or a plain name')
    .argument('<TITLE>')
    .examples('parvis page-title https://intranet.example.org/news/line-4 "Line 4 has started"')
    .action(async (page: string, title: string) => (await import('./page-title.ts')).setPageTitle(page, title));
}

/** The number of addresses depends on the options. */
function checkAddresses(command: CliCommand, { file, ambiguous }: AliasOptions): void {
  const needed = file !== undefined || ambiguous ? 0 : 2;
  if (command.args.length === needed) return;
  command.error(
    needed === 0
      ? '--file and --ambiguous take no addresses'
      : 'it takes the old address and the new one, or --file, or --ambiguous',
  );
}
