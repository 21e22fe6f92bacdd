import type { Executor } from '../../database/connect.ts';
import { fold } from './folding.ts';
import { findBy } from './people-store.ts';
import { isReservedHandle } from './reserved-handles.ts';

/** Of the 64 characters of a handle, the rest is left for a number. */
const longest = 58;

/** How many handles are looked up at once. */
const BATCH = 20;

/** A handle derived from a name, mail address or subject: `J. Müller@x` becomes `j.-muller`. It may be taken. */
export function proposeHandle(source: string): string {
  const [local] = source.split('@') as [string];
  const handle = fold(local)
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[._-]+/, '')
    .slice(0, longest)
    .replace(/[._-]+$/, '');
  return handle || 'person';
}

/** The handle, with a number if it is taken. */
export async function freeHandle(db: Executor, wanted: string): Promise<string> {
  for (let from = 1; ; from += BATCH) {
    const numbered = Array.from({ length: BATCH }, (_, index) => `${wanted}${from + index}`);
    const candidates = from === 1 ? [wanted, ...numbered.slice(1)] : numbered;
    const taken = await findBy(db, 'handle', candidates);
    const free = candidates.find((handle) => !taken.has(handle) && !isReservedHandle(handle));
    if (free) return free;
  }
}
