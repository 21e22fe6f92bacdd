import { defineModule, none } from '../../module.ts';
import { pageSource } from './page-source.ts';
import { SubjectLoaders } from './subject-loaders.ts';
import { defineSubjectSchema } from './subject-schema.ts';
import { SubjectService } from './subject-service.ts';
import type { SubjectTables } from './subject-table.ts';
import { pageTopics } from './subject-topics.ts';

declare module '../../database/database.ts' {
  interface Database extends SubjectTables {}
}
declare module '../../events/event.ts' {
  interface EventTypes {
    PageMoved: true;
  }
}
declare module '../../graphql/context.ts' {
  interface Services {
    subjects: SubjectService;
  }
  interface Loaders {
    subjects: SubjectLoaders;
  }
}

/** What people can react to and comment on, and the first of it: pages. */
export const subjects = defineModule({
  name: 'subjects',
  needs: [],
  service: ({ config: { origins, indexNames, editWindow }, ...platform }, _services, { subjects, pageMoved }) =>
    new SubjectService({
      ...platform,
      rule: { origins, indexNames },
      editWindow,
      sources: subjects,
      followers: pageMoved,
    }),
  loaders: ({ services, budget }) => new SubjectLoaders(services.subjects, budget),
  schema: (builder, { config }, { subjects }) => defineSubjectSchema(builder, config, subjects),
  subjects: { kind: 'Page', source: () => pageSource },
  topics: {
    type: 'Page',
    followable:
      ({ subjects }) =>
      (viewer, keys) =>
        pageTopics(subjects, viewer, keys),
  },
  pageMoved: none,
  personMerged: ({ subjects }) => subjects,
  wallMerged: none,
  events: {
    PageMoved: {
      description: 'All that stood at one page stands at another.',
      field: 'page',
      fieldType: 'Page',
      fieldDescription: 'The page where it stands now.',
      fields: (t) => ({
        from: t.id({
          description: 'The id that the page had.',
          resolve: ({ logged }) => logged.event.topics[0]!,
        }),
      }),
    },
  },
  postKind: none,
  purge: none,
});
