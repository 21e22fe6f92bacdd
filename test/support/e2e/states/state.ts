import type { Stage } from '../stage.ts';

/** One way that a widget can be, and how it gets there. Tests of accessibility and screenshots go through all of them. */
export interface State {
  /** The widget, and what is the matter with it: `comment-thread: empty`. */
  name: string;
  prepare(stage: Stage): Promise<void>;
}

/** States of one widget, by what is the matter with it. */
export function statesOf(widget: string, states: Record<string, State['prepare']>): State[] {
  return Object.entries(states).map(([name, prepare]) => ({ name: `${widget}: ${name}`, prepare }));
}
