import { defineModule, none } from '../../module.ts';
import { AbsenceLoaders } from './absence-loaders.ts';
import { defineAbsenceSchema } from './absence-schema.ts';
import { AbsenceService } from './absence-service.ts';
import type { AbsenceTables } from './absence-table.ts';

declare module '../../database/database.ts' {
  interface Database extends AbsenceTables {}
}
declare module '../../graphql/context.ts' {
  interface Services {
    absences: AbsenceService;
  }
  interface Loaders {
    absences: AbsenceLoaders;
  }
}
declare module '../../queue/job.ts' {
  interface JobKinds {
    forgetEndedAbsences: null;
  }
}

/** When people are away. */
export const absences = defineModule({
  name: 'absences',
  needs: ['people'],
  service: (platform, { people }) => new AbsenceService({ ...platform, people }),
  loaders: ({ services, viewer }) => new AbsenceLoaders(services.absences, viewer),
  schema: defineAbsenceSchema,
  subjects: none,
  topics: none,
  pageMoved: none,
  personMerged: ({ absences }) => absences,
  wallMerged: none,
  events: none,
  postKind: none,
  walls: none,
  audiences: none,
  acquaintances: none,
  notices: none,
  purge: none,
  jobs: {
    forgetEndedAbsences: {
      parse: () => null,
      run: ({ absences }) => absences.forgetEnded(),
      every: 24 * 60 * 60 * 1000,
    },
  },
  mails: none,
  answers: none,
  routes: none,
  background: none,
});
