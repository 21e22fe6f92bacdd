import { fold, foldedWords } from '../folding.ts';
import type { KeysOfRow } from './person-draft.ts';

/** Leaves room for a number that distinguishes equal handles. */
const LONGEST = 60;

/** The handle proposed for a new person whose row has none. It is never used to find a person. */
export function proposedHandle({ details, loginNames = [] }: KeysOfRow): string {
  const [login, principal] = [loginNames.find((name) => !name.includes('@')), loginNames.find((name) => name.includes('@'))]; // prettier-ignore
  return (
    details.handle ??
    [login?.replace(/^.*\\/, ''), details.email?.split('@')[0], principal?.split('@')[0]]
      .map((text) => handleFrom(text ?? ''))
      .find((handle) => handle !== '') ??
    handleFromName(details.name ?? '')
  );
}

export function handleFromName(name: string): string {
  return handleFrom(foldedWords(name).join('.')) || 'person';
}

function handleFrom(text: string): string {
  const handle = fold(text)
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[._-]+/, '');
  return handle.slice(0, LONGEST);
}
