import type { DatabaseConnection } from '../../../database/connect.ts';
import { type HttpAnswer, type HttpRequest, plainText, type Route } from '../../../http/exchange.ts';
import { mailPage } from '../../../mail/mail-page.ts';
import type { MailLanguage } from '../../../mail/outgoing/mail-blocks.ts';
import type { MailReader } from '../../../mail/incoming/mail-reader.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { RowId } from '../../../platform/ids.ts';
import type { Secrets } from '../../../platform/secrets.ts';
import type { JobQueue } from '../../../queue/job-queue.ts';
import * as store from './incoming-store.ts';

const path = '/mail/answer';
const purpose = 'post a held answer';
/** How long an answer is held. */
export const heldFor = 7 * 24 * 60 * 60 * 1000;

const words = {
  en: {
    title: 'Is this answer yours?',
    from: (from: string) => `It was sent from ${from}:`,
    button: 'Yes, post it',
    posted: 'Thank you. Your answer is posted in a moment.',
    gone: 'This answer is posted already, or was not confirmed in time.',
  },
  fr: {
    title: 'Cette réponse est-elle de vous ?',
    from: (from: string) => `Elle a été envoyée depuis ${from} :`,
    button: 'Oui, la publier',
    posted: 'Merci. Votre réponse sera publiée dans un instant.',
    gone: 'Cette réponse est déjà publiée, ou n’a pas été confirmée à temps.',
  },
} as const;

/** Answers of which nothing proves whose they are: the person whose address they came for says so, by a link that they alone get. */
export class HeldAnswers {
  readonly #database: DatabaseConnection;
  readonly #clock: Clock;
  readonly #queue: JobQueue;
  readonly #reader: MailReader;
  readonly #secrets: Secrets;
  readonly #publicUrl: string | null;

  constructor(parts: {
    database: DatabaseConnection;
    clock: Clock;
    queue: JobQueue;
    reader: MailReader;
    secrets: Secrets;
    publicUrl: string | null;
  }) {
    this.#database = parts.database;
    this.#clock = parts.clock;
    this.#queue = parts.queue;
    this.#reader = parts.reader;
    this.#secrets = parts.secrets;
    this.#publicUrl = parts.publicUrl;
  }

  /** Null for one that is not held. */
  async find(mailId: RowId): Promise<{ from: string; written: string } | null> {
    const stored = await store.findIncoming(this.#database.db, mailId);
    if (stored?.state !== 'HELD') return null;
    const { from, written } = await this.#reader.read(stored.raw);
    return { from: from ?? '?', written };
  }

  /** A page with a button that posts one answer, and does nothing else. */
  linkTo(mailId: RowId, language: MailLanguage): string {
    const token = this.#secrets.sign(purpose, `${language} ${mailId}`, this.#clock.now() + heldFor);
    return `${this.#publicUrl!}${path}?t=${token}`;
  }

  /** A GET changes nothing: scanners follow links. */
  readonly route: Route = async (request) => {
    if (request.path !== path) return null;
    const signed = this.#secrets.verify(purpose, new URLSearchParams(request.search).get('t') ?? '');
    const [language, mailId] = (signed?.split(' ') ?? ['en']) as [MailLanguage, RowId?];
    const { title, gone } = words[language];
    const found = mailId === undefined ? null : await this.find(mailId);
    if (!found) return mailPage({ language, title, paragraphs: [gone] });
    return this.#answer(request, language, mailId!, found);
  };

  async #answer(
    { method }: HttpRequest,
    language: MailLanguage,
    mailId: RowId,
    { from, written }: { from: string; written: string },
  ): Promise<HttpAnswer> {
    const said = words[language];
    const { title } = said;
    if (method === 'GET' || method === 'HEAD')
      return mailPage({ language, title, paragraphs: [said.from(from)], quote: written, button: said.button });
    if (method !== 'POST') return plainText(405, 'GET or POST', { allow: 'GET, POST' });
    await this.#database.transaction(async (trx) => {
      if (await store.setConfirmed(trx, mailId)) await this.#queue.add(trx, 'takeMail', { mailId });
    });
    return mailPage({ language, title, paragraphs: [said.posted] });
  }
}
