/** In French, zero and one are singular. */
export function newPosts(count: number, lang: string): string {
  if (/^fr\b/i.test(lang)) return count < 2 ? `${count} nouveau message` : `${count} nouveaux messages`;
  return count === 1 ? '1 new post' : `${count} new posts`;
}
