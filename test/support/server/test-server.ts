/* eslint-disable @typescript-eslint/no-explicit-any -- what an answer holds depends on what was asked */
import { pino } from 'pino';
import { type App, createApp } from '../../../server/src/app.ts';
import { listen, type Listening } from '../../../server/src/http/listen.ts';
import type { Directory, Strategy } from '../../../server/src/auth/strategy.ts';
import { viewerOf } from '../../../server/src/platform/viewer.ts';
import { type Config, readConfig } from '../../../server/src/config.ts';
import { migrate } from '../../../server/src/database/migrate.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { TestClock } from './test-clock.ts';
import { createTestDatabase } from './test-database.ts';

export interface GraphQLAnswer<Data = any> {
  data?: Data | null;
  errors?: { message: string; path?: (string | number)[]; extensions?: Record<string, any> }[];
}

/** Somebody at a browser: sends operations as one person, or as nobody. */
export class TestClient {
  readonly #server: TestServer;
  readonly #handle: string | null;

  constructor(server: TestServer, handle: string | null) {
    this.#server = server;
    this.#handle = handle;
  }

  /** The whole answer, errors included. */
  async send<Data = any>(query: string, variables: Record<string, unknown> = {}): Promise<GraphQLAnswer<Data>> {
    const response = await this.post({ query, variables });
    return (await response.json()) as GraphQLAnswer<Data>;
  }

  /** The data of an answer that must be without errors. */
  async query<Data = any>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const { data, errors } = await this.send<Data>(query, variables);
    if (errors) throw new Error(`Unexpected errors: ${JSON.stringify(errors)}`);
    return data!;
  }

  /** Calls a mutation with its input; an idempotency key is made where there is none. Answers its payload. */
  async mutate<Payload = any>(name: string, selection: string, input: Record<string, unknown>): Promise<Payload> {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
    const document = `mutation ($input: ${type}) { ${name}(input: $input) { ${selection} userErrors { code message field } } }`;
    return (await this.query(document, { input: { idempotencyKey: newId(), ...input } }))[name] as Payload;
  }

  post(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return this.#server.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signedInAs(this.#handle), ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }
}

/** By this header, tests sign in as anybody in the directory. */
const personHeader = 'x-test-person';

function signedInAs(handle: string | null): Record<string, string> {
  return handle === null ? { cookie: 'parvis_persona=nobody' } : { [personHeader]: handle };
}

function testStrategy(directory: Directory): Strategy {
  return {
    async identify(credentials) {
      const handle = credentials.header(personHeader);
      const found = handle && (await directory.identify({ handle }));
      return found ? viewerOf(found.person, found.role) : null;
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

  /** A browser in which a person of the directory is signed in. */
  as(handle: string): TestClient {
    return new TestClient(this, handle);
  }

  /** A browser in which nobody is signed in. */
  get signedOut(): TestClient {
    return new TestClient(this, null);
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
  await migrate(app.database.db);
  return new TestServer(app, clock, logged, async () => database?.drop());
}
