import { parentPort } from 'node:worker_threads';
import { UnreadableMail } from './incoming-mail.ts';
import type { ReadRequest, ReadResult } from './mail-reader.ts';
import { readMail } from './read-mail.ts';

parentPort!.on('message', ({ raw, options }: ReadRequest) => {
  // Buffers come as plain arrays of bytes.
  const mail = readMail({ ...raw, source: Buffer.from(raw.source) }, options);
  mail.then(
    (read) => answer({ mail: read }),
    (error: unknown) => answer({ unreadable: error instanceof UnreadableMail ? error.message : 'The mail is broken.' }),
  );
});

function answer(result: ReadResult): void {
  parentPort!.postMessage(result);
}
