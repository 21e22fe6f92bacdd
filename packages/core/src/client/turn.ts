let gate: Promise<unknown> | undefined;

/**
 * Lets no turn of the page end until `ready` settles. The loader does so while the code of a page's widgets arrives piece by
 * piece, so that what they ask first still travels together.
 */
export function holdTurn(ready: Promise<unknown>): void {
  const before = gate;
  const held = ready
    .catch(() => {})
    .then(() => before)
    .then(() => {
      if (gate === held) gate = undefined;
    });
  gate = held;
}

/** Settles when the turn of the page ends: elements that render in it have asked by then, since timers come after microtasks. */
export async function endOfTurn(): Promise<void> {
  do {
    await gate;
    await new Promise((resolve) => setTimeout(resolve));
  } while (gate);
}
