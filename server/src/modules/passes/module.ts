import type { Executor } from '../../database/connect.ts';
import { defineModule, none } from '../../module.ts';
import type { PassTables } from './grant-table.ts';
import { PassReader } from './pass-reader.ts';
import { PassService } from './pass-service.ts';

declare module '../../database/database.ts' {
  interface Database extends PassTables {}
}
declare module '../../graphql/context.ts' {
  interface Services {
    passes: PassService;
  }
}
declare module '../../queue/job.ts' {
  interface JobKinds {
    forgetEndedGrants: null;
  }
}

const day = 24 * 60 * 60 * 1000;

/** Page passes: what the servers of host pages say of who may read these. */
export const passes = defineModule({
  name: 'passes',
  needs: ['people', 'subjects'],
  service: ({ config, ...platform }, { people, subjects }) =>
    new PassService({
      ...platform,
      people,
      subjects,
      reader: new PassReader(config.passKeys, config.passAudience, platform.clock),
      domains: config.loginDomains,
      isUsed: config.passKeys.length > 0,
    }),
  loaders: none,
  schema: none,
  subjects: none,
  topics: none,
  pageMoved: ({ passes }) => passes,
  personMerged: ({ passes }) => passes,
  wallMerged: none,
  events: none,
  postKind: none,
  walls: none,
  audiences: ({ passes }) => ({
    kind: 'page',
    of: (personId, trx) => passes.membershipsOf(personId, trx as Executor | null),
    among: (executor, audience, personIds) => passes.among(executor as Executor, audience, personIds),
    // Who reads such a page is told that they are not all.
    nameOf: async () => null,
  }),
  acquaintances: none,
  notices: none,
  purge: none,
  jobs: {
    forgetEndedGrants: { parse: () => null, run: ({ passes }) => passes.forgetEnded(), every: day },
  },
  mails: none,
  answers: none,
  routes: none,
  background: none,
});
