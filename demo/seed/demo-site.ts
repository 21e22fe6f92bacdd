import type { App } from '../../server/src/app.ts';
import { pageTalks } from './talks/talks.ts';
import { movePage } from './demo-store.ts';
import { isAddress, keyPath, pagePlace } from './talks/page-place.ts';

/** The origin of the demo intranet: the first one that pages may have. */
export function demoSite({ config: { origins, port } }: App): string {
  return origins[0] ?? `http://localhost:${port}`;
}

/**
 * Lets the discussions of the demo's pages be found at every origin that it is served from: localhost or 127.0.0.1, and
 * another port than at the last start.
 */
export async function settleDemoPages(app: App): Promise<void> {
  const site = demoSite(app);
  const now = app.clock.now();
  await app.database.transaction(async (trx) => {
    for (const { page } of pageTalks.filter(({ page }) => isAddress(page))) {
      const elsewhere = app.config.origins
        .filter((origin) => origin !== site)
        .map((origin) => pagePlace(origin, page).key);
      await movePage(trx, keyPath(page), pagePlace(site, page), elsewhere, now);
    }
  });
}
