import type { EngineName } from '../support/hosts/browser-tab.ts';
import type { Scene } from '../support/hosts/story.ts';
import * as address from './traits/address-traits.ts';
import * as groups from './traits/group-traits.ts';
import * as look from './traits/look-traits.ts';

/** A page of strangers, and what is particular to it. */
export interface HostPage {
  /** The name of its file in `pages`. */
  name: string;
  /** How much of the story it has to stand; like, comment and reload by default. */
  story?: 'whole';
  /** Its path, where that is not its name. */
  path?: string;
  /** The key by which the server knows it, where that is not its path. */
  key?: string;
  /** What the console has to say, and may. */
  says?: RegExp;
  /** Why it does not pass yet: it is skipped, and named. */
  skip?: string;
  /** Engines in which it cannot pass, and why: it is skipped there, and named. */
  failsIn?: Partial<Record<EngineName, string>>;
  /** What has to be so beside the story, once it is over. */
  trait?: (scene: Scene) => Promise<void>;
}

export const hostPages: readonly HostPage[] = [
  { name: 'plain', story: 'whole', trait: look.fitsATelephone },
  { name: 'shortcuts', story: 'whole' },
  { name: 'guards', story: 'whole' },
  { name: 'strict-policy', story: 'whole' },
  { name: 'clean-blog', story: 'whole', path: '/package/startbootstrap-clean-blog/dist/post.html' },
  { name: 'sb-admin', story: 'whole', path: '/package/startbootstrap-sb-admin-2/blank.html' },
  { name: 'bootstrap-article', story: 'whole' },
  { name: 'tabler-dashboard' },
  { name: 'groups', path: '/groups?lang=fr', key: '/groups', says: /different queries/, trait: groups.livesInGroups },
  {
    name: 'language',
    path: '/language?lang=fr_FR',
    key: '/language',
    says: /different queries/,
    trait: address.readsAnyLanguage,
  },
  {
    name: 'push-state',
    trait: address.followsPushState,
  },
  { name: 'canonical-elsewhere', says: /canonical/i },
  { name: 'canonical-query', path: '/canonical-query?p=5', trait: address.keepsTheQueryOfCanonical },
  {
    name: 'hash-router',
    path: '/hash-router#/news/1',
    trait: address.knowsRoutesInTheHash,
  },
  { name: 'replaced-body', trait: address.livesInAnotherBody },
  { name: 'base-href', trait: address.linksToItself },
  { name: 'srcdoc' },
  { name: 'shadow-root' },
  { name: 'in-a-form', story: 'whole' },
  { name: 'linked-card' },
  { name: 'modal', story: 'whole', trait: look.speaksInTheDialog },
  { name: 'csrf-fetch' },
  {
    name: 'old-promise',
    story: 'whole',
    failsIn: { WebKit: 'its WebDriver runs in the page itself, and needs more of a promise than this one can' },
  },
  { name: 'old-library' },
  { name: 'flex-row', trait: look.keepsWordsWhole },
  { name: 'important', story: 'whole' },
  { name: 'all-unset', story: 'whole' },
  { name: 'zoom', story: 'whole' },
  { name: 'scroller', story: 'whole' },
  { name: 'text-styles', trait: look.leavesTextOfThePageOutside },
  { name: 'dark', trait: look.hasContrast },
  { name: 'focus-theme', trait: look.isNotFramed },
  { name: 'noisy-animations' },
  { name: 'quirks' },
  { name: 'right-to-left' },
  { name: 'translated', trait: look.countsOnWhenTranslated },
];
