/** Why a mail was not delivered: its recipient cannot get mail, this mail is not accepted, or nothing final was said. */
export type Blame = 'recipient' | 'message' | 'later';

/** The enhanced status (RFC 3463) in an answer of a mail server: `5.1.1` of `550 5.1.1 User unknown`. */
export function enhancedStatus(answer: string): string | null {
  return /(?:^|[\s#-])([245]\.\d{1,3}\.\d{1,3})\b/.exec(answer)?.[1] ?? null;
}

/**
 * What a final refusal is about. An address is given up only where the server says so in a way that leaves no doubt: a
 * full mailbox, a blocked sender or a broken rule of the server say nothing about the address.
 */
export function blameOf(status: string | null): Blame | null {
  if (status === null) return null;
  const [severity, subject, detail] = status.split('.').map(Number) as [number, number, number];
  if (severity !== 5) return 'later';
  // Of the address: unknown, moved, ambiguous. 7 and 8 are about that of the sender.
  if (subject === 1) return detail === 7 || detail === 8 ? 'message' : 'recipient';
  // Of the mailbox: switched off, or nothing more is said; 2 is full, 3 a mail too large for it.
  if (subject === 2) return detail === 2 ? 'later' : detail === 3 || detail === 4 ? 'message' : 'recipient';
  // Of the system: 4 is a mail that is too large; the rest is its own trouble.
  if (subject === 3) return detail === 4 ? 'message' : 'later';
  // Of the network: 4.1 no answer, 4.4 no route: the domain has no mail server any more, or not today.
  if (subject === 4) return 'later';
  if (subject === 0) return null;
  return 'message';
}
