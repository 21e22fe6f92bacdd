import { readers } from '../../graphql/access.ts';
import type { Builder } from '../../graphql/builder.ts';
import { defineMutation } from '../../graphql/mutation.ts';
import { defineNodeLoader, loadNode } from '../../graphql/node.ts';
import { type GlobalId, localIdOf, readGlobalId } from '../../platform/ids.ts';
import { type Readable, readable } from '../../platform/readable.ts';
import type { Page, PageDetails } from './page.ts';
import { definePageRules } from './readers/page-rule-schema.ts';
import { defineReaders } from './readers-schema.ts';
import { globalIdOf, type Subject, type SubjectKind } from './subject.ts';

declare module '../../graphql/builder.ts' {
  interface SchemaObjects {
    Page: Readable<Page>;
  }
  interface SchemaInterfaces {
    Subject: Readable<Subject>;
  }
  interface SchemaInputs {
    PageDetails: PageDetails;
  }
}

/**
 * @param editWindow - In seconds.
 * @param kinds - The kinds of subjects that the modules declare.
 */
export function defineSubjectSchema(
  builder: Builder,
  { editWindow }: { editWindow: number },
  kinds: ReadonlyMap<SubjectKind, unknown>,
): void {
  defineReaders(builder);
  definePageRules(builder);
  builder.objectType('Page', {
    hasAudience: true,
    description:
      'An intranet page, or a part of one. Nothing is stored for it before its first comment, reaction or post.',
    interfaces: ['Node', 'Subject', 'Reactable', 'Commentable', 'Followable'],
    access: 'parent',
    fields: (t) => ({
      id: t.id({
        description: 'Opaque. Derived from the key: the same before and after the first write.',
        resolve: (page) => globalIdOf(page),
      }),
      key: t.exposeString('key', {
        description:
          'The canonical key: a normalised address, the hash of an address of more than 1,000 characters, or a plain name.',
      }),
      title: t.exposeString('title', {
        nullable: true,
        description:
          'The title, plain text of at most 200 characters: set by an administrator, or sent by the page with a write.',
      }),
      url: t.exposeString('url', {
        nullable: true,
        description: 'The address of the page; null if its key is a plain name.',
      }),
    }),
  });
  defineNodeLoader(builder, 'Page', (key, { viewer, services }) => services.subjects.visiblePage(viewer, key));

  builder.objectField('Settings', 'editWindow', (t) =>
    t.int({
      description: 'How long authors may edit a comment or post after adding it, in seconds.',
      resolve: () => editWindow,
    }),
  );
  builder.queryField('pages', (t) =>
    t.field({
      type: ['Page'],
      nullable: { list: false, items: true },
      access: readers,
      description:
        'One page for each key, in the same order; null, with the error INVALID, for a key that this server does not accept.',
      args: {
        keys: t.arg.stringList({
          required: true,
          description:
            'At most 100 keys: addresses under the origins of PARVIS_ORIGINS, or plain names. `canonical:A B` means the address A if its origin is one of them, else B.',
        }),
      },
      // A refusal among the pages becomes the error of its place in the list.
      resolve: (_root, { keys }, { viewer, services }) =>
        services.subjects.pages(viewer, keys) as Promise<Readable<Page>[]>,
    }),
  );

  builder.interfaceType('Subject', {
    description: 'Something that people can react to and comment on: a page, a post or a comment.',
    access: 'parent',
    resolveType: ({ kind }) => kind,
    fields: (t) => ({
      id: t.id({ resolve: (subject) => globalIdOf(subject), description: 'Opaque and permanent.' }),
    }),
  });
  const isId = (ref: string): ref is GlobalId => kinds.has(readGlobalId(ref)?.type as SubjectKind);
  builder.queryField('subjects', (t) =>
    t.field({
      type: ['Subject'],
      nullable: { list: false, items: true },
      access: readers,
      description:
        'One subject for each reference, in the same order; null if it does not exist or the viewer may not see it.',
      args: {
        refs: t.arg.stringList({
          required: true,
          description: 'At most 100 keys of pages, as in `pages`, or ids of pages, posts and comments.',
        }),
      },
      // A refusal among the subjects becomes the error of its place in the list.
      resolve: async (_root, { refs }, context) => {
        const { viewer, services } = context;
        const pages = (
          await services.subjects.pages(
            viewer,
            refs.filter((ref) => !isId(ref)),
          )
        ).values();
        const found = refs.map(async (ref) =>
          isId(ref) ? loadNode(builder, ref, context).catch((error: unknown) => error) : pages.next().value,
        );
        return Promise.all(found) as Promise<Readable<Subject>[]>;
      },
    }),
  );

  defineMutation(builder, 'setPageTitle', {
    description: 'Sets the title of a page, which then overrides the title that the page sends; for administrators.',
    access: readers,
    input: (t) => ({
      pageId: t.id({ required: true, description: 'The id of the page.' }),
      title: t.string({
        description:
          'Plain text, of which 200 characters are kept. Null removes the title, so that the next write can set it again.',
      }),
    }),
    payload: { page: 'Page' },
    resolve: async ({ pageId, title }, { viewer, services }) => ({
      page: await readable(viewer, await services.subjects.setTitle(viewer, localIdOf(pageId, 'Page'), title ?? null)),
    }),
  });

  builder.inputType('PageDetails', {
    description: 'Details of the page that a widget writes to.',
    fields: (t) => ({
      title: t.string({
        description: 'The title of the host page, if `url` is the key of the host page; 200 characters are kept.',
      }),
      url: t.string({
        description: 'The key of the page. Details of any other page than the one written to are ignored.',
      }),
    }),
  });
}
