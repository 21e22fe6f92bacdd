import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { simpleParser } from 'mailparser';
import { freePort } from '../support/services/free-port.ts';
import { addPeople } from '../support/server/test-people.ts';
import { startTestServer } from '../support/server/test-server.ts';
import { until } from '../support/server/until.ts';
import { times, upTo } from '../support/faults/form.ts';
import { ParvisNode } from '../support/faults/parvis-node.ts';
import { sqliteRows } from '../support/faults/rows.ts';
import { MailSink } from '../support/mail/mail-sink.ts';

const kills = times(4, 40);
const mails = kills * 12;
/** How many one node sends at once. */
const concurrency = 4;

describe('a server that is killed while it sends mails', () => {
  it('sends each, and twice only what it had in hand when it was killed, with the same id', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'parvis-mail-'));
    const path = join(folder, 'mail.db');
    const sink = await MailSink.start();
    // The mail server takes its time, so that the kill comes in between.
    sink.beforeAnswer = () => delay(upTo(30));
    const settings = {
      DATABASE_URL: `sqlite:${path}`,
      PARVIS_SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
      PARVIS_MAIL_FROM: 'Le Fil <fil@social.example.org>',
      PARVIS_PUBLIC_URL: 'https://social.example.org',
      PARVIS_MAIL_ANSWER_ADDRESS: 'fil@social.example.org',
      PARVIS_MAIL_LISTEN: `lmtp://127.0.0.1:${await freePort()}`,
    };
    await queueMails(settings);
    const node = await ParvisNode.create({ settings });
    try {
      for (let kill = 0; kill < kills; kill += 1) {
        const before = sink.mails.length;
        await node.start();
        await until(() => sink.mails.length > before + upTo(4), 60_000);
        await delay(upTo(20));
        await node.end('SIGKILL');
      }
      await node.start();
      const rows = sqliteRows(path);
      const left = async () => (await rows.read("select id from outgoing_mail where state <> 'SENT'")).length;
      await until(async () => (await left()) === 0, 60_000);
      await rows.close();
      await node.end('SIGTERM');
      assert.equal(node.exitCode, 0);
    } finally {
      await node.end('SIGKILL');
      await sink.stop();
      rmSync(folder, { recursive: true, force: true });
    }

    const ids = await Promise.all(sink.mails.map(async ({ source }) => (await simpleParser(source)).messageId!));
    const doubled = ids.length - new Set(ids).size;
    t.diagnostic(`${mails} mails, ${kills} kills, ${doubled} sent twice`);
    assert.equal(new Set(ids).size, mails);
    assert.ok(doubled <= kills * concurrency);
  });
});

/** Mails that wait to be sent, as a server leaves them that was stopped. */
async function queueMails(settings: Record<string, string>): Promise<void> {
  const server = await startTestServer(settings);
  await addPeople(server, { zoe: { name: 'Zoé Martin', email: 'zoe@example.org' } });
  const { person } = (await server.app.services.people.identify({ handle: 'zoe' }))!;
  const { post } = server.app.services.mails;
  for (let count = 0; count < mails; count += 1) {
    const about = { reason: 'LOCKED', subject: `Number ${count}`, messageId: `${count}@example.org` } as const;
    await server.app.database.transaction((trx) => post.add(trx, person.id, 'answerRefused', about));
  }
  await server.close();
}
