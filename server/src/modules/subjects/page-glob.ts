/** `*` stands for any characters but `/`, `**` for any; `below` begins a `/**` that may be absent. */
type Step = 'star' | 'stars' | 'below' | { readonly character: string };

/** A text with `*` and `**`. */
export type Glob = readonly Step[];

/** How many steps a `below` is, with its `/` and its `**`. */
const stepsBelow = 3;

// A `/**` that is followed by `/` or by nothing may be absent: it matches a folder with all that is below it.
export function parseGlob(text: string): Glob {
  return text
    .split(/(\/\*{2,}(?=\/|$)|\*+)/)
    .flatMap((piece, index): Step[] =>
      index % 2 === 0 ? [...piece].map((character) => ({ character })) : stepsOf(piece),
    );
}

function stepsOf(stars: string): Step[] {
  if (stars.startsWith('/')) return ['below', { character: '/' }, 'stars'];
  return [stars === '*' ? 'star' : 'stars'];
}

/**
 * Whether the whole text matches. It reads the text once and keeps all steps that it may have reached, so that no text takes
 * longer than its length times that of the glob.
 */
export function globMatches(glob: Glob, text: string): boolean {
  let reached = new Set<number>();
  reach(reached, 0, glob);
  for (const character of text) {
    const next = new Set<number>();
    for (const at of reached) {
      const step = glob[at];
      if (step === 'stars' || (step === 'star' && character !== '/')) reach(next, at, glob);
      else if (typeof step === 'object' && step.character === character) reach(next, at + 1, glob);
    }
    if (next.size === 0) return false;
    reached = next;
  }
  return reached.has(glob.length);
}

/** Adds a step, and those that follow it without a character. */
function reach(reached: Set<number>, at: number, glob: Glob): void {
  if (reached.has(at)) return;
  reached.add(at);
  const step = glob[at];
  if (step === 'star' || step === 'stars' || step === 'below') reach(reached, at + 1, glob);
  if (step === 'below') reach(reached, at + stepsBelow, glob);
}
