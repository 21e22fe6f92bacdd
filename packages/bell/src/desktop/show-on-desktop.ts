// Loaded when something has changed in the inbox, where the browser may show notifications.
import { mutate, type ParvisClient, type ResultOf } from '@parvis/core';
import { leading } from '@parvis/core/events/leading.js';
import { localised } from '@parvis/core/localisation/locale-controller.js';
import { nearestLang } from '@parvis/core/localisation/nearest-lang.js';
import { addressOf } from '../list/address-of.js';
import { NotificationChosenEvent } from '../list/notification-chosen-event.js';
import { MARK_READ } from '../list/notification-operations.js';
import { LATEST } from './desktop-operations.js';
import { keepLatestShown, latestShown } from './desktop-setting.js';

type Latest = NonNullable<ResultOf<typeof LATEST>['viewer']>['inbox']['notifications']['nodes'][number];

/** Held by the tabs that somebody looks at, for a while after each change. */
const LOOKED_AT = 'parvis-looked-at';
/** How long; timers of tabs in the background are up to a second late. In ms. */
const LOOKING = 3_000;
const HEARING = 500;

const pause = (delay: number) => new Promise((resolve) => setTimeout(resolve, delay));

/**
 * Shows what is new by the operating system: one tab does, and none as long as somebody looks at one of them.
 * @param isHidden - whether this tab was in the background when it came
 */
export async function showOnDesktop(client: ParvisClient, isHidden: boolean): Promise<void> {
  if (latestShown() === undefined) return;
  if (!isHidden) return navigator.locks.request(LOOKED_AT, { mode: 'shared' }, () => pause(LOOKING)).then(() => {});
  if (!leading.has(client)) return;
  const language = nearestLang(document.documentElement);
  const [answer] = await Promise.all([client.query(LATEST, { language }), pause(HEARING)]);
  const { held = [] } = await navigator.locks.query();
  const isLookedAt = held.some(({ name }) => name === LOOKED_AT);

  const before = latestShown();
  if (before === undefined) return;
  const news = (answer.viewer?.inbox.notifications.nodes ?? []).filter(({ at }) => at > before);
  if (news[0]) keepLatestShown(news[0].at);
  if (!isLookedAt) for (const one of news) if (!one.isSeen) show(client, one, language);
}

function show(client: ParvisClient, latest: Latest, lang: string): void {
  const { id, text, excerpt } = latest;
  // With its tag, it replaces what was shown of the same before.
  const shown = new Notification(text, { body: excerpt ?? '', tag: id, lang });
  shown.onclick = () => {
    shown.close();
    window.focus();
    choose(client, latest);
  };
}

/** As a choice in the list. */
function choose(client: ParvisClient, latest: Latest): void {
  const { id, url } = latest;
  const address = addressOf(latest);
  const bell = [...localised].find((host) => host.matches('parvis-bell')) ?? document.documentElement;
  const chosen = new NotificationChosenEvent((latest.subject as { id?: string } | null)?.id ?? null, url);
  void mutate(client, MARK_READ, { ids: [id] }).catch(() => {});
  if (bell.dispatchEvent(chosen) && address) location.assign(address);
}
