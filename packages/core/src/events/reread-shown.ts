import { ParvisError } from '../client/parvis-error.js';
import type { Shown } from '../client/shown.js';

/** What an element shows is gone, or the viewer may not read it any more. */
const isGone = ({ code }: ParvisError) => code === 'NOT_FOUND' || code === 'FORBIDDEN';

/** Reads again what an element shows. Who cannot read now sees what there was; who may not any more, sees that. */
export async function rereadShown(shown: Shown): Promise<void> {
  const { query, host } = shown;
  const before = query?.value;
  try {
    await shown.reread();
  } catch (reason) {
    const error = ParvisError.from(reason);
    // It may show something else by now.
    if (!query || query.value !== before || !isGone(error)) return;
    query.value = undefined;
    query.error = error;
    host.requestUpdate();
  }
}
