/** A poll as it is written. */
export interface PollDraft {
  readonly choices: readonly string[];
  readonly multiple: boolean;
  /** The last day to vote, as a date field has it; empty for none. */
  readonly lastDay: string;
}

/** What is wrong with a field, by the place of the choice. */
export interface PollProblems {
  readonly choices: ReadonlyMap<number, 'tooFew' | 'double'>;
  readonly isPast: boolean;
}

export const LEAST = 2;
export const MOST = 20;
export const LONGEST = 140;

const two = (number: number) => String(number).padStart(2, '0');

/** A day as a date field has it, where the reader is. */
export const dayOf = (date: Date): string => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

/** Votes count until the last day is over, where the writer is. */
export function endOf(lastDay: string): string | null {
  const end = new Date(`${lastDay}T23:59:59`);
  return isNaN(end.getTime()) ? null : end.toISOString();
}

/** What keeps a poll from being sent. */
export function problemsOf({ choices, lastDay }: PollDraft, now: Date): PollProblems {
  const texts = choices.map((choice) => choice.trim());
  const problems = new Map<number, 'tooFew' | 'double'>();
  texts.forEach((text, i) => {
    if (text && texts.indexOf(text) < i) problems.set(i, 'double');
  });
  if (texts.filter(Boolean).length < LEAST) problems.set(texts.indexOf(''), 'tooFew');
  return { choices: problems, isPast: !!lastDay && lastDay < dayOf(now) };
}
