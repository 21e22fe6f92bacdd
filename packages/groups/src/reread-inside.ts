// Loaded when what the viewer may do in a group has changed.
import { closestComposed, FollowController } from '@parvis/core';

/** Reads again what stands in an element: what the viewer may do there has changed. */
export function rereadInside(element: Element): void {
  for (const shown of FollowController.all) {
    const host = shown.host as unknown as Element;
    if (host !== element && shown.topic() && closestComposed(host, element.localName) === element)
      void Promise.resolve(shown.reread()).catch(() => {});
  }
}
