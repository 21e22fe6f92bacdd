import type { UnsentText } from '@parvis/core/unsent/unsent-text.js';

const places = () => Object.keys(localStorage).filter((place) => place.startsWith('parvis:unsent:'));

/** All that this browser keeps unsent, whoever wrote it. */
export const kept = (): UnsentText[] => places().map((place) => JSON.parse(localStorage.getItem(place)!) as UnsentText);

/** Changes what is kept, as time would. */
export function changeKept(change: (text: UnsentText) => UnsentText): void {
  for (const place of places()) {
    const text = JSON.parse(localStorage.getItem(place)!) as UnsentText;
    localStorage.setItem(place, JSON.stringify(change(text)));
  }
}
