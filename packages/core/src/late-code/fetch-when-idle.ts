/** Loads code for a later click as soon as the page is idle: when the click comes, the network may be down. */
export function fetchWhenIdle(load: () => unknown): void {
  (window.requestIdleCallback ?? setTimeout)(load);
}
