import { readers } from '../../../graphql/access.ts';
import type { Builder } from '../../../graphql/builder.ts';
import { defineMutation } from '../../../graphql/mutation.ts';
import { localIdOf } from '../../../platform/ids.ts';
import { readable } from '../../../platform/readable.ts';
import type { ListedRule } from './page-readers.ts';

declare module '../../../graphql/builder.ts' {
  interface SchemaObjects {
    PageRule: ListedRule;
  }
}

/** Who reads which pages, for administrators. */
export function definePageRules(builder: Builder): void {
  builder.objectType('PageRule', {
    access: 'parent',
    description:
      'Who reads the pages of a pattern. Where several name a page, its readers must be meant by all of them.',
    fields: (t) => ({
      pattern: t.exposeString('pattern', { description: 'As in PARVIS_PAGE_RULES: `/hr/**`, `node:47*`.' }),
      readers: t.exposeString('readers', {
        description: '`everyone`, `employees`, `group:HANDLE`, `pass` (who holds a grant) or `nobody`.',
      }),
      isFromSettings: t.exposeBoolean('fromSettings', {
        description: 'Whether PARVIS_PAGE_RULES has it. It can be changed there alone.',
      }),
    }),
  });
  builder.queryField('pageRules', (t) =>
    t.field({
      type: ['PageRule'],
      access: readers,
      description: 'All rules of pages, for administrators; none for others.',
      resolve: (_root, _arguments, { viewer, services }) => services.subjects.ruling.rules(viewer),
    }),
  );
  defineMutation(builder, 'setPageRule', {
    description:
      'Says who reads the pages of a pattern, from now on, and what was written there before; for administrators.',
    access: readers,
    input: (t) => ({
      pattern: t.string({ required: true, description: 'As in PARVIS_PAGE_RULES: `/hr/**`, `node:47*`.' }),
      readers: t.string({
        required: true,
        description: '`everyone`, `employees`, `group:HANDLE`, `pass` (who holds a grant) or `nobody`.',
      }),
    }),
    payload: { pageRule: 'PageRule' },
    resolve: async (rule, { viewer, services }) => ({ pageRule: await services.subjects.ruling.set(viewer, rule) }),
  });
  defineMutation(builder, 'deletePageRule', {
    description: 'Takes away a rule that was set by `setPageRule`; for administrators.',
    access: readers,
    input: (t) => ({ pattern: t.string({ required: true, description: 'Of the rule.' }) }),
    payload: { pageRule: 'PageRule' },
    resolve: async ({ pattern }, { viewer, services }) => ({
      pageRule: await services.subjects.ruling.delete(viewer, pattern),
    }),
  });
  defineMutation(builder, 'openPage', {
    description:
      'Lets passes narrow a page no longer: it is read by whom the rules say, and what was written there before; for administrators.',
    access: readers,
    input: (t) => ({ pageId: t.id({ required: true, description: 'The id of the page.' }) }),
    payload: { page: 'Page' },
    resolve: async ({ pageId }, { viewer, services }) => ({
      page: await readable(viewer, await services.subjects.ruling.open(viewer, localIdOf(pageId, 'Page'))),
    }),
  });
}
