import { Refusal } from '../../platform/refusal.ts';
import { isBlank } from '../rich-text/index.ts';

/** A poll that is about to be stored. */
export interface PollDraft {
  readonly choices: readonly string[];
  readonly multiple: boolean;
  readonly endsAt: number | null;
}

export const fewestChoices = 2;
export const mostChoices = 20;
/** Of a choice, in UTF-16 units. */
export const longestChoice = 140;

/** @throws {Refusal} with the path of what is wrong. */
export function parsePoll(
  { choices, multiple, endsAt }: { choices: readonly string[]; multiple?: boolean | null; endsAt?: number | null },
  now: number,
): PollDraft {
  if (choices.length < fewestChoices || choices.length > mostChoices)
    throw new Refusal('INVALID', `A poll has ${fewestChoices} to ${mostChoices} choices.`, ['choices']);
  if (typeof endsAt === 'number' && endsAt <= now)
    throw new Refusal('INVALID', 'A poll ends later than now.', ['endsAt']);
  const texts = choices.map(parseChoice);
  assertDifferent(texts);
  return { choices: texts, multiple: multiple ?? false, endsAt: endsAt ?? null };
}

function parseChoice(choice: string, index: number): string {
  const path = ['choices', String(index)];
  const text = choice.replace(/\s+/gu, ' ').trim();
  if (!text.isWellFormed() || text.includes('\0'))
    throw new Refusal('INVALID', 'There are characters in this that cannot be stored.', path);
  if (isBlank(text)) throw new Refusal('EMPTY', 'There is nothing in this choice to read.', path);
  if (text.length > longestChoice)
    throw new Refusal('TOO_LONG', `A choice has ${longestChoice} characters at most, not ${text.length}.`, path);
  return text;
}

function assertDifferent(texts: readonly string[]): void {
  const seen = new Set<string>();
  for (const [index, text] of texts.entries()) {
    const compared = text.normalize('NFKC').toLowerCase();
    if (seen.has(compared)) throw new Refusal('INVALID', `“${text}” is there twice.`, ['choices', String(index)]);
    seen.add(compared);
  }
}
