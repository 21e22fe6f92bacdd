/** "@" where a mention may begin, as for completion, and a handle. */
const MENTION =
  /(?:(?<![\p{L}\p{N}@._-])|(?<=[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}]))@([a-z0-9][a-z0-9._-]{0,63})/giu;

/** No text mentions more people whom one writes to. */
const MOST = 10;

/** The handles that a text mentions, each once. What ends a sentence does not belong to them. */
export function mentioned(text: string): string[] {
  const handles = [...text.matchAll(MENTION)].map(([, handle]) => handle!.toLowerCase().replace(/[._-]+$/, ''));
  return [...new Set(handles)].slice(0, MOST);
}
