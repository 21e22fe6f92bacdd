import { randomBytes } from 'node:crypto';
import type { Executor } from '../../../database/connect.ts';
import type { Answered } from '../../../mail/mail-answer.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { RowId } from '../../../platform/ids.ts';
import * as store from './answer-address-store.ts';

const lifetime = 60 * 24 * 60 * 60 * 1000;

/** The addresses to which people answer mails: each leads to one person and one thing, and ends after 60 days. */
export class AnswerAddresses {
  /** `fil@social.example.org`; null where mails are not answered. */
  readonly base: string | null;
  readonly #clock: Clock;

  constructor(base: string | null, clock: Clock) {
    this.base = base;
    this.#clock = clock;
  }

  /** A new one; null where mails are not answered. */
  async create(trx: Executor, personId: RowId, { type, id }: Answered): Promise<string | null> {
    if (this.base === null) return null;
    const token = newToken();
    const ends_at = this.#clock.now() + lifetime;
    await store.insertAddress(trx, { token, person_id: personId, thing_type: type, thing_id: id, ends_at });
    return this.base.replace('@', `+${token}@`);
  }

  /** Whether it is the address of answers, whatever stands after its plus sign. */
  isOurs(address: string): boolean {
    return this.tokenOf(address) !== null;
  }

  /** What stands after the plus sign, empty for nothing; null for an address that is not ours. */
  tokenOf(address: string): string | null {
    if (this.base === null) return null;
    const [local, domain] = this.base.split('@');
    const [, plain, token = '', host] = /^([^+]+)(?:\+(.*))?@([^@]+)$/.exec(address.toLowerCase()) ?? [];
    return plain === local && host === domain ? token : null;
  }

  /** Who answers what by an address; null for none of ours, and for one that has ended. */
  async find(db: Executor, address: string): Promise<{ personId: RowId; to: Answered } | null> {
    const token = this.tokenOf(address);
    const found = token ? await store.findAddress(db, token) : null;
    if (!found || found.ends_at <= this.#clock.now()) return null;
    return { personId: found.person_id, to: { type: found.thing_type, id: found.thing_id } };
  }

  async forget(db: Executor): Promise<void> {
    await store.forgetAddresses(db, this.#clock.now());
  }
}

/** 26 letters and digits of one case, because mail servers may change it. */
function newToken(): string {
  return BigInt(`0x${randomBytes(16).toString('hex')}`)
    .toString(32)
    .padStart(26, '0');
}
