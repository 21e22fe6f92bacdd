import { Counter } from 'prom-client';
import type { Metrics } from './metrics.ts';

/**
 * - `sent`: the mail server has it.
 * - `dropped`: there was nothing to say any more, or nobody to say it to.
 * - `failed`: refused for good. `later`: not taken, and tried again.
 * - `perhaps_twice`: handed over again, because nobody knows what became of it the first time.
 */
export type SentOutcome = 'sent' | 'dropped' | 'failed' | 'later' | 'perhaps_twice';

/**
 * - `answer`: it was taken. `held`: its sender has to say that it is theirs. `refused`: its sender is told why.
 * - `unknown`: it leads nowhere, and nobody is told. The others are of no one's hand, or cannot be read.
 */
export type TakenOutcome = 'answer' | 'held' | 'refused' | 'unknown' | 'automatic' | 'bounce' | 'spam' | 'unreadable';

const sentOutcomes: readonly SentOutcome[] = ['sent', 'dropped', 'failed', 'later', 'perhaps_twice'];
const takenOutcomes: readonly TakenOutcome[] = [
  'answer', 'held', 'refused', 'unknown', 'automatic', 'bounce', 'spam', 'unreadable',
]; // prettier-ignore

/** Counts mails of this process. */
export interface MailCounts {
  sent(kind: string, outcome: SentOutcome): void;
  taken(outcome: TakenOutcome): void;
}

export function addMailMetrics({ registry }: Metrics): MailCounts {
  const registers = [registry];
  const sent = new Counter({
    name: 'parvis_mails_sent_total',
    help: 'Mails that this process sent, or did not send.',
    labelNames: ['kind', 'outcome'],
    registers,
  });
  const taken = new Counter({
    name: 'parvis_mails_taken_total',
    help: 'Mails that this process took in, by what they were.',
    labelNames: ['outcome'],
    registers,
  });
  for (const outcome of takenOutcomes) taken.inc({ outcome }, 0);
  return {
    sent: (kind, outcome) => {
      for (const each of sentOutcomes) sent.inc({ kind, outcome: each }, each === outcome ? 1 : 0);
    },
    taken: (outcome) => taken.inc({ outcome }),
  };
}
