import { type AuditEntry, type AuditHead, emptyHead, hashOf } from './audit-entry.ts';

/** The first thing that is wrong with a chain, and where. */
export interface AuditFault {
  /** The entry that is wrong or missing. */
  entry: number;
  reason: string;
}

/** Follows a chain from its first entry, and stops at the first fault. */
export class AuditCheck {
  /** The end of what was checked. */
  last: AuditHead = emptyHead;
  readonly #known: readonly AuditHead[];

  /** @param known - Ends that the chain must have had. */
  constructor(known: readonly AuditHead[]) {
    this.#known = known;
  }

  /** Checks the next entries. */
  take(entries: readonly AuditEntry[]): AuditFault | null {
    for (const entry of entries) {
      const fault = this.#faultOf(entry);
      if (fault) return fault;
      this.last = entry;
    }
    return null;
  }

  /** What is missing after the last entry. */
  end(): AuditFault | null {
    const { number } = this.last;
    const missing = this.#known.find((known) => known.number > number);
    if (missing)
      return fault(number + 1, `it is missing: the log ends with entry ${number}, and had ${missing.number}`);
    return number === 0 ? this.#faultOfHead(emptyHead) : null;
  }

  #faultOf(entry: AuditEntry): AuditFault | null {
    const { number, previous, hash } = entry;
    const expected = this.last.number + 1;
    if (number !== expected) return fault(expected, `it is missing: entry ${number} follows entry ${this.last.number}`);
    if (previous !== this.last.hash)
      return fault(number, `it holds ${previous} as the hash of the entry before; expected ${this.last.hash}`);
    const content = hashOf(entry);
    if (hash !== content) return fault(number, `its hash is ${hash}; expected ${content}, by its content`);
    return this.#faultOfHead(entry);
  }

  #faultOfHead({ number, hash }: AuditHead): AuditFault | null {
    const known = this.#known.find((head) => head.number === number && head.hash !== hash);
    return known ? fault(number, `its hash is ${hash}; the head says ${known.hash}`) : null;
  }
}

function fault(entry: number, reason: string): AuditFault {
  return { entry, reason };
}
