// "@" opens a mention where no letter stands before it: "ada@example.org" is an address. Letters of scripts that put no
// spaces between words end there: 请@ada. A name may have two spaces.
const OPEN =
  /(?:^|[^\p{L}\p{N}@._-]|[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}])@([\p{L}\p{N}._'’-]*(?: [\p{L}\p{N}._'’-]+){0,2})$/u;

/** A mention that is being typed. */
export interface MentionQuery {
  /** Where its "@" stands. */
  readonly start: number;
  /** What was typed after it. */
  readonly name: string;
}

/** The mention that ends at `caret`, if one does. */
export function mentionAt(text: string, caret: number): MentionQuery | undefined {
  // No name is longer, and a text may be.
  const name = OPEN.exec(text.slice(Math.max(0, caret - 60), caret))?.[1];
  return name === undefined ? undefined : { start: caret - name.length - 1, name };
}
