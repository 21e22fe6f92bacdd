const longestTitle = 200;

/**
 * A title as one line of plain text, 200 characters at most: without control characters, line breaks and the invisible ones
 * that turn or hide what stands behind them. Null where nothing is left.
 */
export function plainTitle(title: string | null | undefined): string | null {
  const line = (title ?? '')
    .slice(0, 20 * longestTitle)
    // Joiners stay, within the words and emoji that need them.
    .replace(/[^\P{C}\u200c\u200d]|[\u2028\u2029]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return [...line].slice(0, longestTitle).join('').trim() || null;
}
