/** Languages by the names that readers of `lang` give them. A tag that nobody knows stays as it is. */
export function languageNames(tags: readonly string[], lang: string): string {
  const names = new Intl.DisplayNames(lang, { type: 'language' });
  const nameOf = (tag: string) => {
    try {
      return names.of(tag) ?? tag;
    } catch {
      return tag;
    }
  };
  return tags.map(nameOf).join(', ');
}
