let gate: Promise<unknown> | undefined;

/**
 * Keeps the current turn of the page open until `ready` settles. The loader uses this while the code of the page's widgets
 * arrives file by file, so that their first operations still travel together.
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

/**
 * Settles when the turn of the page ends. Elements that render in it have sent their operations by then: timers run after
 * microtasks.
 */
export async function endOfTurn(): Promise<void> {
  do {
    await gate;
    await new Promise((resolve) => setTimeout(resolve));
  } while (gate);
}
