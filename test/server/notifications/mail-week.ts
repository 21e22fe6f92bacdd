import type { ParsedMail } from 'mailparser';
import { type GlobalId, toGlobalId } from '../../../server/src/platform/ids.ts';
import { MailOffice } from '../../support/mail/mail-office.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
/** Of people who chose nothing: 8:00 to 19:00, Monday to Friday, in Paris. */
const wednesdayAt = (time: string) => Date.parse(`2026-11-18T${time}+01:00`);

/** What Zoé is mailed in the hours of a week. */
export class MailWeek {
  readonly office: MailOffice;
  #weeks = 0;
  #pages = 0;

  constructor(office: MailOffice) {
    this.office = office;
  }

  static async open(): Promise<MailWeek> {
    const settings = {
      PARVIS_MAIL_BUDGET: '3',
      PARVIS_NOTIFICATION_SETTINGS_URL: 'https://intranet.example.org/settings',
    };
    return new MailWeek(await MailOffice.open(settings));
  }

  /** On the Wednesday of a week of its own, with nothing to tell. */
  async begin(): Promise<void> {
    this.#weeks += 1;
    this.setClock('10:30:00');
    await this.office.sent();
    await this.office.zoe.client.mutate('markNotificationsRead', {}, 'inbox { id }');
    for (const kind of [null, 'REPLIED', 'COMMENTED', 'REACTED_TO_COMMENT'])
      await this.choose({ kind, delivery: null });
    this.office.sink.mails.length = 0;
  }

  setClock(time: string): void {
    const { clock } = this.office.intranet.server;
    clock.advance(wednesdayAt(time) + this.#weeks * 7 * day - clock.now());
  }

  /** The mails that were sent by then. */
  async wait(time: number): Promise<ParsedMail[]> {
    await this.office.settled();
    this.office.intranet.server.clock.advance(time);
    return this.office.sent();
  }

  choose(input: Record<string, unknown>) {
    return this.office.zoe.client.attempt('setNotificationPreference', input, 'settings { mailAvailable }');
  }

  newPage(): GlobalId {
    return toGlobalId('Page', `page-${++this.#pages}`);
  }

  /** Something of Zoé’s, and a reply to it. */
  async replied(body = 'At 8, from the south gate', where = this.newPage()): Promise<GlobalId> {
    const own = await this.office.zoe.comment(where, 'When does it leave?');
    return this.office.intranet.ana.comment(own, body);
  }
}

export function subjects(mails: readonly ParsedMail[]): (string | undefined)[] {
  return mails.map(({ subject }) => subject);
}
