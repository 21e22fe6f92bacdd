/** Fetches the code that a click will need as soon as the page has nothing else to do: when it is clicked, the network may be gone. */
export function fetchWhenIdle(load: () => unknown): void {
  (window.requestIdleCallback ?? setTimeout)(load);
}
