import type { Executor } from '../../../database/connect.ts';
import { loginKey } from '../identity-keys.ts';
import { readLogins } from '../login-store.ts';
import type { ImportMatch } from './matcher.ts';

/** Marks people as updated if only their imported login names have changed. */
export async function withLoginChanges(db: Executor, matches: readonly ImportMatch[]): Promise<void> {
  const present = matches.filter(({ change, loginNames }) => change !== 'added' && loginNames !== undefined);
  if (present.length === 0) return;
  const logins = await readLogins(
    db,
    present.map(({ id }) => id),
  );
  for (const match of present) {
    const before = (logins.get(match.id) ?? []).filter(({ source }) => source === 'IMPORT').map(({ key }) => key);
    const after = [...new Set(match.loginNames!.map(loginKey))].sort();
    if (before.toSorted().join('\0') === after.join('\0')) continue;
    match.change = 'updated';
    match.fields.push('login names');
  }
}
