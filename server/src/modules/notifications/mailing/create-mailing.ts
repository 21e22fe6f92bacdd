import type { DatabaseConnection } from '../../../database/connect.ts';
import type { NoticeDeclaration, NoticeKind } from '../../../events/notices.ts';
import { domainOf, type Mailbox } from '../../../mail/mail-address.ts';
import type { MailComposer, Recipient } from '../../../mail/outgoing/mail-composer.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Secrets } from '../../../platform/secrets.ts';
import type { MailService } from '../../mails/index.ts';
import type { GroupService } from '../../groups/index.ts';
import type { PeopleService } from '../../people/index.ts';
import type { SubjectService } from '../../subjects/index.ts';
import type { MuteService } from '../preferences/mute-service.ts';
import type { PreferenceService } from '../preferences/preference-service.ts';
import type { ScheduleService } from '../preferences/schedule-service.ts';
import { nextOpen } from '../quiet/quiet.ts';
import { MailChoices } from './mail-choices.ts';
import type { MailPlan } from './mail-plan.ts';
import { NewsReader, type NewsRequest } from './news.ts';
import { digestMails, noticeMails } from './notice-mails.ts';

/** How people are told by mail. */
export interface Mailing {
  readonly plan: MailPlan;
  readonly choices: MailChoices;
  readonly composers: { readonly notices: MailComposer<NewsRequest>; readonly digest: MailComposer<NewsRequest> };
}

interface Parts {
  config: {
    publicUrl: string | null;
    mailFrom: Mailbox | null;
    mailDelay: number;
    mailBudget: number;
    notificationSettingsUrl: string | null;
  };
  database: DatabaseConnection;
  clock: Clock;
  secrets: Secrets;
  mails: MailService;
  mutes: MuteService;
  plan: MailPlan;
  people: PeopleService;
  groups: GroupService;
  subjects: SubjectService;
  preferences: PreferenceService;
  schedules: ScheduleService;
  kinds: ReadonlyMap<NoticeKind, NoticeDeclaration>;
}

export function createMailing(parts: Parts): Mailing {
  const { config, schedules, database, clock } = parts;
  const choices = new MailChoices(parts);
  const mailParts = {
    choices,
    news: new NewsReader(parts),
    settingsUrl: config.notificationSettingsUrl,
    domain: config.mailFrom === null ? '' : domainOf(config.mailFrom.address),
    zoneOf: async ({ viewer }: Recipient) => (await schedules.of(viewer.id)).zone ?? schedules.defaults.zone,
    opensAt: async ({ viewer }: Recipient) =>
      nextOpen(clock.now(), (await schedules.quietRulesOf(database.db, [viewer.id])).get(viewer.id)!),
  };
  return {
    plan: parts.plan,
    choices,
    composers: { notices: noticeMails(mailParts), digest: digestMails(mailParts) },
  };
}
