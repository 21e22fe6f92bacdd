const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether each word typed starts one of a person's name, or their handle. */
export function isNamed({ name, handle }: { name: string; handle: string }, typed: string): boolean {
  const words = [...fold(name).split(/[\s'’-]+/), fold(name), handle];
  return fold(typed)
    .split(' ')
    .every((start) => words.some((word) => word.startsWith(start)));
}
