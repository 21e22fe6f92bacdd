import type { Caller } from '../platform/caller.ts';

export interface StreamLimits {
  /** Of one person. An address has as many as the people whose limits it has. */
  streams: number;
  /** Documents that are not the widgets' own, of one caller. */
  documents: number;
  /** The same, of all callers together: each costs an execution for each event. */
  allDocuments: number;
}

/** A document that events are told by. */
export interface DocumentOwner {
  readonly key: string;
  /** Whether it is one of the widgets' own, of which there are few. */
  readonly isOwn: boolean;
}

export type Denied = keyof StreamLimits;

interface Share {
  streams: number;
  readonly documents: Map<string, number>;
}

/** Counts who has which streams open, from the moment at which one is granted: a thousand may be asked for at once. */
export class StreamShares {
  readonly #limits: StreamLimits;
  readonly #shares = new Map<string, Share>();
  readonly #documents = new Map<string, number>();

  constructor(limits: StreamLimits) {
    this.#limits = limits;
  }

  /** How many documents are in use that are not the widgets' own. */
  get documents(): number {
    return this.#documents.size;
  }

  /** What gives the stream back, once; or what there are too many of. */
  take({ key, people }: Caller, { key: document, isOwn }: DocumentOwner): (() => void) | Denied {
    const share = this.#shares.get(key) ?? { streams: 0, documents: new Map<string, number>() };
    if (share.streams >= this.#limits.streams * people) return 'streams';
    if (!isOwn) {
      if (!share.documents.has(document) && share.documents.size >= this.#limits.documents) return 'documents';
      if (!this.#documents.has(document) && this.#documents.size >= this.#limits.allDocuments) return 'allDocuments';
      add(share.documents, document, 1);
      add(this.#documents, document, 1);
    }
    share.streams += 1;
    this.#shares.set(key, share);
    let given = false;
    return () => {
      if (given) return;
      given = true;
      share.streams -= 1;
      if (share.streams === 0) this.#shares.delete(key);
      if (isOwn) return;
      add(share.documents, document, -1);
      add(this.#documents, document, -1);
    };
  }
}

function add(counts: Map<string, number>, key: string, change: number): void {
  const count = (counts.get(key) ?? 0) + change;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}
