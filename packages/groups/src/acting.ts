import type { ParvisClient } from '@parvis/core';
import type { PanelName } from './panel/panel-events.js';
import type * as groupWriter from './writing/group-writer.js';

/** What is done with one press; its code comes with the first one. */
export type Writer = typeof groupWriter;

/** Does it, and says so; or says why it could not be done. */
export type Act = (
  event: Event,
  write: (writer: Writer, client: ParvisClient, groupId: string) => Promise<unknown>,
  said: string,
) => void;

/** Opens a panel below the head. */
export type Open = (panel: PanelName, event: Event) => void;
