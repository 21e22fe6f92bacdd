import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import nodemailer from 'nodemailer';
import { type ParsedMail, simpleParser } from 'mailparser';
import type { ListenerSource } from '../../../server/src/mail/incoming/listener-source.ts';
import { fromGlobalId, type GlobalId } from '../../../server/src/platform/ids.ts';
import { Employee, type Intranet, startIntranet } from '../server/intranet.ts';
import { addPeople } from '../server/test-people.ts';
import { until } from '../server/until.ts';
import { MailSink } from './mail-sink.ts';

const corpus = fileURLToPath(new URL('../../server/mail/corpus/answers/', import.meta.url));
/** What the mail server of the company writes above a mail whose sender it has checked. */
export const proof = 'Authentication-Results: mx.example.org; dmarc=pass header.from=example.org\r\n';

/** How a mail is handed over. */
export interface HandOver {
  to: string;
  from?: string;
  proved?: boolean;
  /** Changes the mail before. */
  edit?: (source: string) => string;
}

/** An intranet that sends mails to a server of the test, and takes answers from it. */
export class MailOffice {
  readonly intranet: Intranet;
  readonly sink: MailSink;
  /** Somebody with a mail address, who wrote the mails of the corpus. */
  readonly zoe: Employee;

  constructor(intranet: Intranet, sink: MailSink) {
    this.intranet = intranet;
    this.sink = sink;
    this.zoe = new Employee(intranet.server, 'zoe');
  }

  static async open(settings: Record<string, string> = {}): Promise<MailOffice> {
    const sink = await MailSink.start();
    const intranet = await startIntranet({
      PARVIS_SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
      PARVIS_MAIL_FROM: 'Le Fil <fil@social.example.org>',
      PARVIS_PUBLIC_URL: 'https://social.example.org',
      PARVIS_MAIL_ANSWER_ADDRESS: 'fil@social.example.org',
      PARVIS_MAIL_LISTEN: 'lmtp://127.0.0.1:0',
      PARVIS_MAIL_AUTHSERV_ID: 'mx.example.org',
      ...settings,
    });
    await addPeople(intranet.server, { zoe: { name: 'Zoé Martin', email: 'zoe.martin@example.org' } });
    intranet.server.app.start();
    await intranet.server.app.startBackground();
    return new MailOffice(intranet, sink);
  }

  /** Begins anew: nothing is on its way, and whoever was told something by mail is told again. */
  async begin(): Promise<void> {
    await this.settled();
    this.sink.mails.length = 0;
    this.intranet.server.clock.advance(60 * 60 * 1000);
  }

  async close(): Promise<void> {
    await this.intranet.close();
    await this.sink.stop();
  }

  get #app() {
    return this.intranet.server.app;
  }

  /** The mails that were sent, the oldest first, once all that is due is done. */
  async sent(): Promise<ParsedMail[]> {
    await this.settled();
    return Promise.all(this.sink.mails.map(({ source }) => simpleParser(source)));
  }

  /** Waits until no job is due. Live events may still be on their way. */
  async settled(): Promise<void> {
    const { db } = this.#app.database;
    await until(async () => {
      // The clock of the test was moved: nobody looks before half a second is over.
      this.#app.queue.onDue();
      const now = this.intranet.server.clock.now();
      const due = db
        .selectFrom('job')
        .select(['kind', 'failure'])
        .where('dead_at', 'is', null)
        .where('kind', '<>', 'publishEvent');
      const jobs = await due.where((eb) => eb.or([eb('due_at', '<=', now), eb('owner', '<>', '')])).execute();
      return jobs.length === 0;
    });
  }

  /** A new address by which somebody answers something. */
  async addressOf(handle: string, globalId: GlobalId): Promise<string> {
    const person = await this.#app.services.people.identify({ handle });
    const { type, id } = fromGlobalId(globalId);
    const { answers } = this.#app.services.mails;
    return (await this.#app.database.transaction((trx) => answers.create(trx, person!.person.id, { type, id })))!;
  }

  /** Answers with a mail of the corpus. */
  async answer(name: string, { to, edit = (source) => source, ...how }: HandOver): Promise<void> {
    const source = readFileSync(`${corpus}${name}.eml`, 'utf8').replace(/\r?\n/g, '\r\n');
    await this.handOver(edit(source.replace('fil+t0k3n@social.example.org', to)), { to, ...how });
  }

  /** As the company’s mail server does. @throws where it is not taken. */
  async handOver(source: string, { to, from = 'zoe.martin@example.org', proved = true }: HandOver): Promise<void> {
    const { port } = this.#app.services.mails.sources[0] as ListenerSource;
    const transport = nodemailer.createTransport({ host: '127.0.0.1', port, lmtp: true, ignoreTLS: true });
    try {
      await transport.sendMail({ envelope: { from, to }, raw: proved ? proof + source : source });
    } finally {
      transport.close();
    }
  }
}
