// Loaded once a widget shows something.
import { useCapabilities } from '@parvis/core/capability.js';
import { follow } from '@parvis/core/events/start.js';
import * as capabilities from './capabilities.js';

/** Shows what others do, with all that there is for that. */
export function start(): void {
  useCapabilities(Object.values(capabilities));
  follow();
}
