import { defineModule, none } from '../../module.ts';
import { pageSource } from './page-source.ts';
import { readersWithoutRule } from './readers/page-rule-settings.ts';
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

/** Subjects: what people can react to and comment on. Pages are the kind that this module itself has. */
export const subjects = defineModule({
  name: 'subjects',
  needs: [],
  service: ({ config, ...platform }, _services, { subjects, pageMoved, audiences }) =>
    new SubjectService({
      ...platform,
      rule: config,
      others: readersWithoutRule(config),
      editWindow: config.editWindow,
      sources: subjects,
      audienceSources: audiences,
      followers: pageMoved,
    }),
  loaders: ({ services, viewer, budget }) => new SubjectLoaders(services.subjects, viewer, budget),
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
      description: 'A page has moved to another key, with its comments, reactions and posts.',
      field: 'page',
      fieldType: 'Page',
      fieldDescription: 'The page under its new key.',
      fields: (t) => ({
        from: t.id({
          description: 'The former id of the page.',
          resolve: ({ logged }) => logged.event.topics[0]!,
        }),
      }),
    },
  },
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
});
