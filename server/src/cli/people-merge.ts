import { Refusal } from '../platform/refusal.ts';
import { UsageError } from './usage-error.ts';
import { print } from './terminal.ts';
import { withApp } from './with-app.ts';

export interface MergeOptions {
  dryRun?: boolean;
}

export async function mergePeople(into: string, from: string, { dryRun = false }: MergeOptions): Promise<void> {
  const report = await withApp(({ services }) => services.people.merge(into, from, { dryRun }), {
    create: false,
  }).catch((error: unknown) => {
    throw error instanceof Refusal ? new UsageError(error.message) : error;
  });
  const counts = Object.entries(report).map(([what, count]) => `${count} ${what}`);
  print(
    dryRun
      ? `Nothing was written. These would move from ${from} to ${into}: ${counts.join(', ')}.\n`
      : `${from} is ${into} now: ${counts.join(', ')}.\n`,
  );
}

export interface TrustOptions {
  handle?: string;
  all?: boolean;
  dryRun?: boolean;
}

export async function trustMails({ handle, all = false, dryRun = false }: TrustOptions): Promise<void> {
  const handles = handle?.split(',').map((one) => one.trim());
  const { trusted, left } = await withApp(({ services }) => services.people.trustMails({ dryRun, handles, all }), {
    create: false,
  });
  for (const person of left) print(`skipped: ${person.handle} ${person.email}\n`);
  const would = dryRun ? 'Nothing was written. A real run would give: ' : '';
  print(`${would}${trusted} mail addresses are trusted, ${left.length} skipped.\n`);
}
