import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface SunkMail {
  from: string;
  to: string[];
  source: Buffer;
}

/** How the server refuses: at which command, and with what. */
export interface Refusal {
  at: 'MAIL' | 'RCPT' | 'DATA';
  code: number;
  text: string;
}

/** A mail server on this machine that keeps what it gets. */
export class MailSink {
  readonly mails: SunkMail[] = [];
  refusal: Refusal | null = null;
  /** What happens once the whole mail is there, before it is answered. */
  beforeAnswer: () => Promise<void> = async () => {};
  readonly #server: SMTPServer;

  constructor(options: SMTPServerOptions) {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      onMailFrom: (_address, _session, done) => done(this.#refusalAt('MAIL')),
      onRcptTo: (_address, _session, done) => done(this.#refusalAt('RCPT')),
      onData: (stream, { envelope }, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const { mailFrom, rcptTo } = envelope;
          const source = Buffer.concat(chunks);
          this.mails.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address), source });
          void this.beforeAnswer().then(() => done(this.#refusalAt('DATA')));
        });
      },
      ...options,
    });
    this.#server.on('error', () => {});
  }

  static async start(options: SMTPServerOptions = {}): Promise<MailSink> {
    const sink = new MailSink(options);
    const { server } = sink.#server;
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return sink;
  }

  get port(): number {
    return (this.#server.server.address() as AddressInfo).port;
  }

  /** Cuts all connections, as a machine does that loses its power. */
  cut(): void {
    for (const connection of (this.#server as unknown as { connections: Set<{ _socket: { destroy(): void } }> })
      .connections)
      connection._socket.destroy();
  }

  async stop(): Promise<void> {
    this.cut();
    await new Promise<void>((resolve) => this.#server.close(resolve));
  }

  #refusalAt(command: Refusal['at']): Error | null {
    const { refusal } = this;
    if (refusal?.at !== command) return null;
    return Object.assign(new Error(refusal.text), { responseCode: refusal.code });
  }
}
