import '@parvis/bell/parvis-notification-settings.js';
import { fixture, fixtureCleanup, html } from '@open-wc/testing';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { SettingsFields } from './settings-fields.js';
import { textOf } from './shadow-dom.js';

type Attributes = Partial<Record<'heading-level' | 'untitled' | 'lang', string>>;

/** The settings of notifications, on a page of one's own. */
export class NotificationSettingsPage extends SettingsFields {
  /** @param beside - Other tags of the page. */
  static async open({ lang = 'en', ...attributes }: Attributes = {}, beside = ''): Promise<NotificationSettingsPage> {
    const element = document.createElement('parvis-notification-settings');
    for (const [name, value] of Object.entries({ lang, ...attributes })) element.setAttribute(name, value);
    await fixture<HTMLElement>(html`<main>${unsafeHTML(beside)}${element}</main>`);
    return new NotificationSettingsPage(element);
  }

  /** Opens them, and waits until they are there. */
  static async ready(attributes: Attributes = {}): Promise<NotificationSettingsPage> {
    const page = await NotificationSettingsPage.open(attributes);
    await page.until(() => page.findAll('select').length, 'the settings are there');
    return page;
  }

  static close(): void {
    fixtureCleanup();
  }

  /** Each with its level. */
  get headings(): string[] {
    return this.findAll('[role=heading]').map((heading) => `${heading.ariaLevel} ${textOf(heading)}`);
  }
}
