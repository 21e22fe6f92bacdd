import type { AliasOptions } from './alias.ts';
import type { CliCommand } from './command.ts';

export function addPageCommands(program: CliCommand): void {
  program
    .command('alias')
    .about(
      'Lets the discussion of a page that moved go on at its new address.',
      'OLD is any address, or a plain name; NEW is an address under PARVIS_ORIGINS, or a plain name. What stands at both is put together, and pages that still name OLD find it.\n\nDiscussions that --ambiguous lists may be of several pages. Where you know which page one of them is about, move it there.',
    )
    .usage('[--prefix] OLD NEW | --file MOVES.csv | --ambiguous')
    .argument('[OLD]')
    .argument('[NEW]')
    .option(
      '--prefix',
      'moves all pages whose address is OLD or goes on with / ? or # behind it: a whole site, a folder',
    )
    .option(
      '--file <file>',
      'moves what the lines of a CSV file say, OLD and NEW on each. A page that moved twice is led to where it ended',
    )
    .option('--dry-run', 'tells what would move, and changes nothing')
    .option('--ambiguous', 'lists discussions under keys that several pages had in a version before')
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
      'Sets what a page is called where its discussion is shown elsewhere.',
      'An empty TITLE lets the page itself say it again, with the next write.',
    )
    .argument('<PAGE>', 'an address under PARVIS_ORIGINS, or a plain name')
    .argument('<TITLE>')
    .examples('parvis page-title https://intranet.example.org/news/line-4 "Line 4 has started"')
    .action(async (page: string, title: string) => (await import('./page-title.ts')).setPageTitle(page, title));
}

/** How many addresses there have to be is for the options to say. */
function checkAddresses(command: CliCommand, { file, ambiguous }: AliasOptions): void {
  const needed = file !== undefined || ambiguous ? 0 : 2;
  if (command.args.length === needed) return;
  command.error(
    needed === 0
      ? '--file and --ambiguous take no addresses beside them'
      : 'it takes the old address and the new one, or --file, or --ambiguous',
  );
}
