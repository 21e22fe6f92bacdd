import { readFileSync } from 'node:fs';
import type { AmbiguousKey, PlannedMove } from '../modules/subjects/index.ts';
import { Refusal } from '../platform/refusal.ts';
import { type Command, UsageError } from './command.ts';
import { type Moves, planFile } from './moves-file.ts';
import { withApp } from './with-app.ts';
import { print } from './terminal.ts';

export const alias: Command = {
  name: 'alias',
  usage: '[--prefix] OLD NEW | --file MOVES.csv | --ambiguous',
  summary: 'Lets the discussion of a page that moved go on at its new address.',
  details: `OLD is any address, or a plain name; NEW is an address under PARVIS_ORIGINS, or a plain name. What stands at both is put
together, and pages that still name OLD find it.

--prefix      moves all pages whose address is OLD or goes on with / ? or # behind it: a whole site, a folder
--file FILE   moves what the lines of a CSV file say, OLD and NEW on each. A page that moved twice is led to where it ended
--dry-run     tells what would move, and changes nothing
--ambiguous   lists discussions under keys that several pages had in a version before. Where you know which page one of them is
              about, move it there: parvis alias OLD NEW`,
  options: {
    prefix: { type: 'boolean' },
    file: { type: 'string' },
    'dry-run': { type: 'boolean' },
    ambiguous: { type: 'boolean' },
  },
  words: ({ file, ambiguous }) => (file !== undefined || ambiguous ? 0 : 2),
  async run([former, current], { prefix, file, 'dry-run': dryRun, ambiguous }) {
    await withApp(
      async ({ services }) => {
        const { moves } = services.subjects;
        if (ambiguous) return listAmbiguous(await moves.ambiguous());
        const planned = file
          ? await planFile(moves, String(file), read(String(file)))
          : prefix
            ? await moves.planPrefix(former!, current!)
            : [await moves.plan(former!, current!)];
        if (!file && !prefix && planned[0]!.isDone)
          throw new UsageError(`${former!} and ${current!} are the same page already.`);
        if (planned.length === 0) print('No page moves: nothing stands at any address like this.\n');
        for (const move of planned) await carryOut(moves, move, dryRun === true);
      },
      {
        create: false,
      },
    ).catch((error: unknown) => {
      throw error instanceof Refusal ? new UsageError(error.message) : error;
    });
  },
};

async function carryOut(moves: Moves, move: PlannedMove, dryRun: boolean): Promise<void> {
  const { from, to, isDone } = move;
  if (isDone) print(`${from} leads to ${to} already\n`);
  else if (dryRun) print(`${from} would lead to ${to}${contents(move)}\n`);
  else print(`${from} now leads to ${await moves.move(move)}${contents(move)}\n`);
}

function contents({ comments, reactions, joins }: PlannedMove): string {
  if (comments + reactions === 0) return '';
  return ` (${counted(comments, 'comment')}, ${counted(reactions, 'reaction')}${joins > 0 ? `, beside ${counted(joins, 'comment')} there` : ''})`;
}

function listAmbiguous(keys: readonly AmbiguousKey[]): void {
  if (keys.length === 0) print('No key of a version before is known to have been that of several pages.\n');
  for (const { key, comments, reactions, pages } of keys) {
    print(`${key} (${counted(comments, 'comment')}, ${counted(reactions, 'reaction')}), among others of\n`);
    for (const page of pages) print(`  ${page}\n`);
  }
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function read(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    throw new UsageError(
      error instanceof TypeError ? `${file} is not UTF-8: save it as CSV UTF-8.` : `${file} is not there.`,
    );
  }
}
