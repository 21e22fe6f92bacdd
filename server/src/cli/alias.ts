import { readFileSync } from 'node:fs';
import type { AmbiguousKey, PlannedMove } from '../modules/subjects/index.ts';
import { Refusal } from '../platform/refusal.ts';
import { UsageError } from './usage-error.ts';
import { type Moves, planFile } from './moves-file.ts';
import { withApp } from './with-app.ts';
import { print } from './terminal.ts';

export interface AliasOptions {
  prefix?: boolean;
  file?: string;
  dryRun?: boolean;
  ambiguous?: boolean;
}

export async function alias(former: string, current: string, options: AliasOptions): Promise<void> {
  const { prefix = false, file, dryRun = false, ambiguous = false } = options;
  await withApp(
    async ({ services }) => {
      const { moves } = services.subjects;
      if (ambiguous) return listAmbiguous(await moves.ambiguous());
      const planned =
        file !== undefined
          ? await planFile(moves, file, read(file))
          : prefix
            ? await moves.planPrefix(former, current)
            : [await moves.plan(former, current)];
      if (file === undefined && !prefix && planned[0]!.isDone)
        throw new UsageError(`${former} and ${current} are the same page already.`);
      if (planned.length === 0) print('No page moves: there is no discussion at such an address.\n');
      for (const move of planned) await carryOut(moves, move, dryRun);
    },
    { create: false },
  ).catch((error: unknown) => {
    throw error instanceof Refusal ? new UsageError(error.message) : error;
  });
}

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
  if (keys.length === 0) print('No key of an older version is known to belong to several pages.\n');
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
      error instanceof TypeError ? `${file} is not UTF-8: save it as CSV UTF-8.` : `${file} does not exist.`,
    );
  }
}
