import { z } from 'zod';
import type { DatabaseConnection } from '../../../database/connect.ts';
import type { Followed, NoticeKind } from '../../../events/notices.ts';
import { type HttpAnswer, plainText, type Route } from '../../../http/exchange.ts';
import { mailPage } from '../../../mail/mail-page.ts';
import type { MailLanguage } from '../../../mail/outgoing/mail-blocks.ts';
import type { Clock } from '../../../platform/clock.ts';
import { newId, type RowId, toGlobalId } from '../../../platform/ids.ts';
import { Refusal } from '../../../platform/refusal.ts';
import type { Secrets } from '../../../platform/secrets.ts';
import type { MailService } from '../../mails/index.ts';
import { globalIdOf, type SubjectService } from '../../subjects/index.ts';
import type { MuteService } from '../preferences/mute-service.ts';
import type { PreferenceService } from '../preferences/preference-service.ts';
import type { ScheduleService } from '../preferences/schedule-service.ts';

const path = '/mail/choice';
const purpose = 'a choice about mails';
/** As long as somebody may look for the link. */
const lifetime = 365 * 24 * 60 * 60 * 1000;

const rowId = z.string() as unknown as z.ZodType<RowId>;
const choiceShape = z.object({
  personId: rowId,
  language: z.enum(['en', 'fr']),
  choice: z.union([
    z.object({ stop: z.array(z.string() as unknown as z.ZodType<NoticeKind>) }),
    z.object({ stop: z.literal('digest') }),
    z.object({ mute: z.object({ type: z.enum(['Page', 'Post', 'Person', 'Group']), id: rowId }) }),
  ]),
});
type SignedChoice = z.infer<typeof choiceShape>;

/** What a link in a mail does: mails of some kinds, or digests, come no more; nothing comes of one discussion. */
export type MailChoice = { stop: readonly NoticeKind[] | 'digest' } | { mute: Followed };

const words = {
  en: {
    stop: { title: 'Stop these mails?', text: 'You still find all of it on the intranet.', button: 'Stop these mails' },
    mute: { title: 'Mute this discussion?', text: 'You hear nothing of it any more.', button: 'Mute' },
    done: 'Done.',
    gone: 'This link has expired. You find your settings on the intranet.',
  },
  fr: {
    stop: {
      title: 'Arrêter ces mails ?',
      text: 'Vous retrouvez tout sur l’intranet.',
      button: 'Arrêter ces mails',
    },
    mute: {
      title: 'Ne plus suivre cette discussion ?',
      text: 'Vous n’en entendrez plus parler.',
      button: 'Ne plus suivre',
    },
    done: 'C’est fait.',
    gone: 'Ce lien n’est plus valable. Vous trouvez vos réglages sur l’intranet.',
  },
} as const;

interface ChoiceParts {
  database: DatabaseConnection;
  clock: Clock;
  secrets: Secrets;
  mails: Pick<MailService, 'recipients'>;
  mutes: Pick<MuteService, 'mute'>;
  subjects: SubjectService;
  preferences: PreferenceService;
  schedules: ScheduleService;
  config: { publicUrl: string | null };
}

/** The links in mails by which people get fewer of them, without sign-in. Each does one thing for one person. */
export class MailChoices {
  readonly #parts: ChoiceParts;

  constructor(parts: ChoiceParts) {
    this.#parts = parts;
  }

  /** A GET there shows a button, a POST does it: also that of mail programs (RFC 8058). */
  linkTo(personId: RowId, language: MailLanguage, choice: MailChoice): string {
    const { secrets, clock, config } = this.#parts;
    const token = secrets.sign(purpose, JSON.stringify({ personId, language, choice }), clock.now() + lifetime);
    return `${config.publicUrl!}${path}?t=${token}`;
  }

  readonly route: Route = async (request) => {
    if (request.path !== path) return null;
    const text = this.#parts.secrets.verify(purpose, new URLSearchParams(request.search).get('t') ?? '');
    if (text === null) return gone('en');
    const signed = choiceShape.parse(JSON.parse(text));
    if (request.method === 'POST') return this.#choose(signed);
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return plainText(405, 'GET or POST', { allow: 'GET, POST' });
    const { title, text: said, button } = wordsOf(signed);
    return mailPage({ language: signed.language, title, paragraphs: [said], button });
  };

  async #choose(signed: SignedChoice): Promise<HttpAnswer> {
    const { personId, language, choice } = signed;
    const { database, preferences, schedules } = this.#parts;
    if ('mute' in choice) {
      if (!(await this.#mute(personId, choice.mute))) return gone(language);
    } else if (choice.stop === 'digest') await schedules.stopDigest(personId);
    else {
      const kinds = choice.stop;
      await database.transaction((trx) => preferences.stopMails(trx, personId, kinds));
    }
    return mailPage({ language, title: wordsOf(signed).title, paragraphs: [words[language].done] });
  }

  /** Answers whether it is still there for them. */
  async #mute(personId: RowId, followed: Followed): Promise<boolean> {
    const { mails, mutes } = this.#parts;
    const person = await mails.recipients.byId(personId);
    const sourceId = await this.#globalIdOf(followed);
    if (!person || sourceId === null) return false;
    try {
      await mutes.mute(person.viewer, { sourceId, kind: null }, null, newId());
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }

  /** That of a page has its key. */
  async #globalIdOf({ type, id }: Followed) {
    if (type !== 'Page') return toGlobalId(type, id);
    const page = (await this.#parts.subjects.byRowIds('Page', [id])).get(id);
    return page ? globalIdOf(page) : null;
  }
}

function wordsOf({ language, choice }: SignedChoice) {
  return 'mute' in choice ? words[language].mute : words[language].stop;
}

function gone(language: MailLanguage): HttpAnswer {
  return mailPage({ language, title: words[language].stop.title, paragraphs: [words[language].gone] });
}
