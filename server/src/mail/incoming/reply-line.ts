/** A line of a mail, with what is known of it besides its words. */
export interface ReplyLine {
  text: string;
  /** How many older mails it comes from, one inside the other; 0 for what the sender wrote. */
  depth: number;
  /** What the mail program says about it. `history`: an older mail begins here. `rule`: a horizontal line. */
  mark: 'signature' | 'attribution' | 'history' | 'rule' | null;
}

/** The lines of a plain text, in which `>` marks what is quoted. */
export function textLines(text: string): ReplyLine[] {
  return text.split(/\r\n|\r|\n/).map((line) => {
    const [prefix] = /^(?:\s{0,3}>)*/.exec(line)!;
    const depth = prefix.length - prefix.replaceAll('>', '').length;
    return { text: depth === 0 ? line : line.slice(prefix.length).replace(/^ /, ''), depth, mark: null };
  });
}

export function isBlank({ text }: ReplyLine): boolean {
  return text.trim() === '';
}

/** The lines as text, quoted ones marked by `>`. */
export function joinLines(lines: readonly ReplyLine[]): string {
  return lines
    .map(({ text, depth }) => (depth > 0 ? `${'>'.repeat(depth)} ${text}` : text).trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+/, '')
    .trimEnd();
}
