import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { isObjectType } from 'graphql';
import { compose, modules } from '../../server/src/compose.ts';
import { gatheredEvents } from '../../server/src/module-declarations.ts';
import { defineModule, type Module, none, type Platform } from '../../server/src/module.ts';
import { Metrics } from '../../server/src/metrics/metrics.ts';
import { ANONYMOUS } from '../../server/src/platform/viewer.ts';
import '../support/server/test-node.ts';
import { startTestServer, type TestServer } from '../support/server/test-server.ts';
import { rowId } from '../support/server/ids.ts';

/** What every module is asked. */
const questions = [
  'name', 'needs', 'service', 'loaders', 'schema', 'subjects', 'topics', 'pageMoved', 'personMerged', 'wallMerged',
  'events', 'postKind', 'walls', 'audiences', 'acquaintances', 'notices', 'purge', 'jobs',
  'mails', 'answers', 'routes', 'background',
] as const satisfies (keyof Module)[]; // prettier-ignore

/** A module that answers everything, under a name that is nobody's. */
const honest: Module = {
  ...defineModule({
    name: 'live',
    needs: [],
    service: () => null as never,
    loaders: none,
    schema: none,
    subjects: none,
    topics: none,
    pageMoved: none,
    personMerged: none,
    wallMerged: none,
    events: none,
    postKind: none,
    walls: none,
    audiences: none,
    acquaintances: none,
    notices: none,
    purge: none,
    jobs: none,
    mails: none,
    answers: none,
    routes: none,
    background: none,
  }),
  name: 'liar' as never,
};
const job = { parse: () => null!, run: async () => {} };
const event = { description: '', field: 'post', fieldType: 'Post', fieldDescription: '' } as const;

/** What each of these says is not so. */
const liars: Record<string, [lie: Partial<Module>, complaint: RegExp]> = {
  'needs what is not there': [{ needs: ['votes' as never] }, /liar needs votes, which is not there/],
  'needs itself': [{ needs: ['liar' as never] }, /in a circle: liar → liar/],
  'has the name of another': [{ name: 'posts' }, /same name: posts/],
  'has the subjects of another': [{ subjects: { kind: 'Post', source: () => null! } }, /declares Post, which another/],
  'has the topics of another': [{ topics: { type: 'Wall', followable: () => null! } }, /declares Wall, which another/],
  'tells what another one tells': [{ events: { PostAdded: event } }, /declares PostAdded, which another/],
  'tells people of what another tells them of': [
    { notices: { after: ['CommentAdded'], kinds: {}, source: () => null! } },
    /declares CommentAdded, which another/,
  ],
  'has the kind of notice of another': [
    { notices: { after: [], kinds: { REPLIED: null! }, source: () => null! } },
    /declares REPLIED, which another/,
  ],
  'does the jobs of another': [{ jobs: { testNote: job } }, /declares testNote, which another/],
  'writes the mails of another': [{ mails: () => ({ answerHeld: null! }) }, /declares answerHeld, which another/],
  'takes the answers of another': [
    { answers: { types: ['Comment'], countAs: '', taker: () => null! } },
    /declares Comment, which another/,
  ],
  'has the kind of post of another': [
    { postKind: modules.find(({ name }) => name === 'posts')!.postKind },
    /declares TEXT, which another/,
  ],
  'calls a service that it does not say it needs': [
    { service: (_platform, services) => services.people.visible(null!, rowId('')) as never },
    /Cannot read properties of undefined/,
  ],
};

describe('modules', () => {
  let server: TestServer;
  let platform: Platform;

  before(async () => {
    server = await startTestServer();
    const { app } = server;
    const missing = null as never;
    platform = { ...app, outbox: missing, secrets: missing, rateLimit: missing, metrics: new Metrics() };
  });
  after(() => server.close());

  /** A module that has a job, beside those of the server. */
  const working: Module = { ...honest, name: 'worker' as never, jobs: { testNote: job } };
  /** No metric is there twice. */
  const fresh = (): Platform => ({ ...platform, metrics: new Metrics() });
  const composed = (...more: Module[]) => compose([...modules, working, ...more], fresh(), null);

  for (const module of modules) {
    it(`have an answer to every question: ${module.name}`, () => {
      const unanswered = questions.filter((question) => module[question] === undefined);

      assert.deepEqual(unanswered, []);
      assert.deepEqual(Object.keys(module).sort(), [...questions].sort());
    });
  }

  it('have the service that their name says, made after those that it needs', () => {
    const { services } = composed();

    assert.deepEqual(Object.keys(services).sort(), [...modules, working].map(({ name }) => name).sort());
    for (const { name } of modules) assert.ok(services[name], name);
  });

  it('have loaders for one request, each made when it is asked for, and once', () => {
    const { createLoaders } = composed();
    const loaders = createLoaders(ANONYMOUS, null as never);

    for (const { name, loaders: answer } of modules) {
      const made = loaders[name as 'people'] as unknown;
      assert.equal(made === undefined, answer === none, name);
      assert.equal(loaders[name as 'people'], made);
    }
  });

  it('tell what the schema has a type for', () => {
    const { schema } = composed();

    for (const { events } of modules) {
      for (const type of Object.keys(events ?? {})) assert.ok(isObjectType(schema.getType(type)), type);
    }
    assert.ok(gatheredEvents(modules).has('ReactionsChanged'));
    assert.ok(!gatheredEvents(modules).has('PostAdded'));
  });

  it('do their jobs with the services that they need, and no others', async () => {
    let known: object = {};
    const run = async (services: object) => void (known = services);
    const needing: Module = { ...honest, needs: ['people'], jobs: { testOther: { ...job, run } } };

    const { jobs } = composed(needing);
    await jobs.get('testOther')!.run(null!);

    assert.deepEqual(
      [...jobs.keys()].filter((kind) => kind.startsWith('test')),
      ['testNote', 'testOther'],
    );
    assert.deepEqual(Object.keys(known).sort(), ['liar', 'people']);
  });

  it('come in whatever order', () => {
    const names = (list: readonly Module[]) => Object.keys(compose(list, fresh(), null).services).sort();

    assert.deepEqual(names([...modules].reverse()), names(modules));
  });

  for (const [lie, [answers, complaint]] of Object.entries(liars)) {
    it(`are not put together with one that ${lie}`, () => {
      assert.doesNotThrow(() => composed(honest));

      assert.throws(() => composed({ ...honest, ...answers }), complaint);
    });
  }
});
