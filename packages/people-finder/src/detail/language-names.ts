/** Languages by the names that readers of `lang` give them. An unknown tag is shown as it is. */
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
