/**
 * Whether notifications are also shown by the operating system, in this browser. It has the time of the latest one that was
 * there when it was turned on, or was shown since: what is older is not shown.
 */
const KEY = 'parvis-desktop-notifications';

/** Undefined where it is off. */
export function latestShown(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    // The page may not store anything.
    return undefined;
  }
}

/** @param at - Undefined turns it off. */
export function keepLatestShown(at: string | undefined): void {
  try {
    if (at === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, at);
  } catch {
    // As above.
  }
}
