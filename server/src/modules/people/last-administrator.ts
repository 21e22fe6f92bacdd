import type { Executor } from '../../database/connect.ts';
import { Refusal } from '../../platform/refusal.ts';
import { readAdministrators } from './people-store.ts';

/** Why a change is refused that would leave the server without anyone who administers it. */
export class LastAdministrator extends Refusal {
  constructor({ name }: { name: string }) {
    super('INVALID', `${name} is the last administrator. Make another person an administrator first.`, ['personId']);
  }
}

/**
 * For the end of a transaction that takes their rights from these administrators, and has locked people.
 *
 * @throws {LastAdministrator}
 */
export async function assertAdministered(trx: Executor, [former]: readonly { name: string }[]): Promise<void> {
  if (former && (await readAdministrators(trx)).length === 0) throw new LastAdministrator(former);
}
