/* eslint-disable @typescript-eslint/no-explicit-any -- what an answer holds depends on what was asked */
import { pino } from 'pino';
import { type App, createApp } from '../../../server/src/app.ts';
import { listen, type Listening } from '../../../server/src/http/listen.ts';
import type { Directory, Strategy } from '../../../server/src/auth/strategy.ts';
import { viewerOf } from '../../../server/src/platform/viewer.ts';
import { type Config, readConfig } from '../../../server/src/config.ts';
import { defaultReaders } from '../../../server/src/platform/audience.ts';
import { migrate } from '../../../server/src/database/migrate.ts';
import { GraphQLCaller } from '../graphql-caller.ts';
import { TestClock } from './test-clock.ts';
import { createTestDatabase } from './test-database.ts';

/** By this header, tests sign in as anybody in the directory. */
const personHeader = 'x-test-person';

function testStrategy(directory: Directory): Strategy {
  return {
    async identify(credentials) {
      const handle = credentials.header(personHeader);
      const found = handle && (await directory.identify({ handle }));
      return found ? viewerOf(found) : null;
    },
  };
}

/** The whole server in memory, over fetch, with a database of its own. */
export class TestServer {
  readonly app: App;
  readonly clock: TestClock;
  /** What was logged, line by line. */
  readonly logged: Record<string, any>[];
  readonly #dropDatabase: () => Promise<void>;
  #listening: Listening | null = null;

  constructor(app: App, clock: TestClock, logged: Record<string, any>[], dropDatabase: () => Promise<void>) {
    this.app = app;
    this.clock = clock;
    this.logged = logged;
    this.#dropDatabase = dropDatabase;
  }

  /** A caller who is signed in as a person of the directory. */
  as(handle: string): GraphQLCaller {
    return this.#callerWith({ [personHeader]: handle });
  }

  /** A caller who is not signed in. */
  get signedOut(): GraphQLCaller {
    return this.#callerWith({ cookie: 'parvis_persona=nobody' });
  }

  #callerWith(credentials: Record<string, string>): GraphQLCaller {
    return new GraphQLCaller((body, headers) =>
      this.fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...credentials, ...headers },
        body,
      }),
    );
  }

  /** @param remoteAddress - Of the peer. */
  fetch(path: string, init?: RequestInit, remoteAddress?: string): Promise<Response> {
    return this.app.fetch(new Request(`http://social.example.org${path}`, init), remoteAddress);
  }

  /** The same server on a port: files are answered there alone. It is closed with the server. */
  async listen(): Promise<Listening> {
    this.#listening ??= await listen((request, response) => this.app.handle(request, response), {
      host: '127.0.0.1',
      port: 0,
    });
    return this.#listening;
  }

  async close(): Promise<void> {
    await this.#listening?.stop(0);
    await this.app.close();
    await this.#dropDatabase();
  }
}

/** Settings of a test: people sign in by their handle, nothing limits how often they write, search or send something new. */
const defaults = {
  NODE_ENV: 'test',
  PARVIS_AUTH: 'demo,anonymous',
  PARVIS_ORIGINS: 'https://intranet.example.org',
  PARVIS_RATE_LIMIT: '0',
  PARVIS_READ_LIMIT: '0',
  PARVIS_SEARCH_LIMIT: '0',
  PARVIS_PARSE_LIMIT: '0',
  PARVIS_LOG_LEVEL: 'warn',
  PARVIS_METRICS_LOCAL: 'true',
};

/** Starts a server on an empty database, of the kind that this run of the tests is about. Needs no port. */
export async function startTestServer(settings: Record<string, string> = {}): Promise<TestServer> {
  const database = settings.DATABASE_URL ? null : await createTestDatabase();
  const config: Config = readConfig({ ...defaults, DATABASE_URL: database?.url, ...settings });
  const clock = new TestClock();
  const logged: Record<string, any>[] = [];
  const log = pino({ level: config.logLevel }, { write: (line: string) => logged.push(JSON.parse(line)) });
  const app = createApp(config, { clock, log, strategies: (directory) => [testStrategy(directory)] });
  await migrate(app.database.db, { readers: defaultReaders(config) });
  await app.services.subjects.readers.followSettings(config.pageRules);
  return new TestServer(app, clock, logged, async () => database?.drop());
}
