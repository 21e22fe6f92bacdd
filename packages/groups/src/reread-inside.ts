// Loaded when what the viewer may do in a group has changed.
import { closestComposed, FollowController } from '@parvis/core';
import { rereadShown } from '@parvis/core/events/reread-shown.js';

/** Reads again what stands in an element: what the viewer may do there has changed. */
export function rereadInside(element: Element): void {
  for (const shown of FollowController.all) {
    const host = shown.host as unknown as Element;
    if (host !== element && shown.topic() && closestComposed(host, element.localName) === element)
      void rereadShown(shown);
  }
}
