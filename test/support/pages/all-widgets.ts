import '@parvis/activity-wall/parvis-activity-wall.js';
import '@parvis/bell/parvis-bell.js';
import '@parvis/bell/parvis-notification-settings.js';
import '@parvis/comment-thread/parvis-comment-count.js';
import '@parvis/comment-thread/parvis-comment-thread.js';
import '@parvis/follow-button/parvis-follow-button.js';
import '@parvis/groups/parvis-group-list.js';
import '@parvis/groups/parvis-group.js';
import '@parvis/like-button/parvis-like-button.js';
import '@parvis/people-finder/parvis-people-finder.js';
import { mutate } from '@parvis/core';
import { defaultClient } from '@parvis/core/client/default-client.js';
import { ADD_GROUP } from '@parvis/groups/settings/settings-operations.js';
import { findAll } from './shadow-dom.js';
import { until } from './until.js';

const SUBJECT = '/articles/ligne-4-douai/';

/** Made by whoever opens the widgets first. */
const GROUP = 'all-widgets';

const TAGS: Record<string, Record<string, string>> = {
  'parvis-like-button': { subject: SUBJECT },
  'parvis-follow-button': { subject: SUBJECT },
  'parvis-bell': {},
  'parvis-notification-settings': {},
  'parvis-comment-count': { subject: SUBJECT },
  'parvis-comment-thread': { subject: SUBJECT },
  'parvis-activity-wall': { 'page-size': '4' },
  'parvis-people-finder': { query: 'qualité' },
  'parvis-group': { group: GROUP, layout: 'head' },
  'parvis-group-list': {},
};

const SKELETONS = '.skeleton, [aria-busy=true]';

/** Every widget with the demo's people and conversations in it, inside of an element of the page. */
export class AllWidgets {
  constructor(readonly frame: HTMLElement) {}

  /** Opens them, and waits until all is there, the code of the field where one writes included. */
  static async ready({ lang = 'fr', dir = 'ltr', className = '' } = {}): Promise<AllWidgets> {
    await makeGroup();
    const frame = document.createElement('main');
    Object.assign(frame, { lang, dir, className });
    for (const [tag, attributes] of Object.entries(TAGS)) {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      frame.append(element);
    }
    // Not as a fixture: that would go after the first test of a file.
    document.body.append(frame);
    const all = new AllWidgets(frame);
    await until(() => all.find('parvis-people-finder', '[role=row]'), 'people are found');
    await until(() => all.find('parvis-activity-wall', 'parvis-post').length, 'there are posts');
    await until(() => all.find('parvis-comment-thread', 'article').length, 'there are comments');
    await until(() => all.find('parvis-group', '.name').length, 'there is a group');
    await until(() => all.find('parvis-group-list', '.open').length, 'there are groups');
    await until(() => all.find('parvis-bell', '.bell').length, 'there is a bell');
    await until(() => all.find('parvis-notification-settings', 'select').length, 'there are settings');
    await until(() => all.find('parvis-like-button', '.like').length, 'there is a like button');
    await until(() => findAll(frame, 'textarea').length > 1 && !findAll(frame, SKELETONS).length, 'all is there');
    return all;
  }

  close(): void {
    this.frame.remove();
  }

  /** The tags that stand in the page itself. */
  get hosts(): HTMLElement[] {
    return [...this.frame.children] as HTMLElement[];
  }

  host(tag: string): HTMLElement {
    return this.frame.querySelector<HTMLElement>(tag)!;
  }

  find(tag: string, selector: string): HTMLElement[] {
    return findAll(this.host(tag), selector);
  }

  /** Everything inside of the widgets that the reader sees. */
  get elements(): HTMLElement[] {
    return findAll(this.frame, '*').filter((element) => !this.hosts.includes(element) && element.checkVisibility());
  }
}

/** A group of the viewer's, unless they have it. */
async function makeGroup(): Promise<void> {
  const input = {
    name: 'Qualité Douai',
    handle: GROUP,
    purpose: 'Contrôles et écarts.',
    visibility: 'PRIVATE' as const,
  };
  // Another test may have made it.
  await mutate(defaultClient(), ADD_GROUP, { ...input, join: 'REQUEST' }).catch(() => {});
}

/** What an element is called in a message: its own name, and the names around it through shadow roots. */
export function nameOf(element: Element): string {
  const root = element.getRootNode();
  const own = element.localName + [...element.classList].map((name) => `.${name}`).join('');
  return root instanceof ShadowRoot ? `${root.host.localName} > ${own}` : own;
}
