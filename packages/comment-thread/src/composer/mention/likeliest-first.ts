const SHOWN = 6;

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether each word typed starts one of a person's name, or their handle. */
export function isNamed({ name, handle }: { name: string; handle: string }, typed: string): boolean {
  const words = [...fold(name).split(/[\s'’-]+/), fold(name), handle];
  return fold(typed)
    .split(' ')
    .every((start) => words.some((word) => word.startsWith(start)));
}

/** The first few of the people found, those before others whose name starts as typed: "@paul" means Paul, then Jean-Paul. */
export function likeliestFirst<P extends { name: string }>(people: readonly P[], typed: string): P[] {
  const start = fold(typed);
  const starts = (person: P) => fold(person.name).startsWith(start);
  return [...people.filter(starts), ...people.filter((person) => !starts(person))].slice(0, SHOWN);
}
