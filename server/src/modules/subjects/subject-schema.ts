import { readers } from '../../graphql/access.ts';
import type { Builder } from '../../graphql/builder.ts';
import { defineMutation } from '../../graphql/mutation.ts';
import { defineNodeLoader, loadNode } from '../../graphql/node.ts';
import { type GlobalId, localIdOf, readGlobalId } from '../../platform/ids.ts';
import type { Page, PageDetails } from './page.ts';
import { globalIdOf, type Subject, type SubjectKind } from './subject.ts';

declare module '../../graphql/builder.ts' {
  interface SchemaObjects {
    Page: Page;
  }
  interface SchemaInterfaces {
    Subject: Subject;
  }
  interface SchemaInputs {
    PageDetails: PageDetails;
  }
}

/** @param editWindow - In seconds. */
/** @param kinds - Of subject, as the modules declare them. */
export function defineSubjectSchema(
  builder: Builder,
  { editWindow }: { editWindow: number },
  kinds: ReadonlyMap<SubjectKind, unknown>,
): void {
  builder.objectType('Page', {
    description: 'An intranet page, or a part of one. Nothing is stored for it until somebody writes there.',
    interfaces: ['Node', 'Subject', 'Reactable', 'Commentable'],
    access: 'parent',
    fields: (t) => ({
      id: t.id({
        description: 'Derived from the key: the same before and after the first write.',
        resolve: (page) => globalIdOf(page),
      }),
      key: t.exposeString('key', {
        description:
          'The canonical key: an address in its one form, the hash of one that is longer than 1,000 characters, or a plain name.',
      }),
      title: t.exposeString('title', {
        nullable: true,
        description:
          'What it is called, in 200 characters at most: as the page says with a write, or as an administrator has set it.',
      }),
      url: t.exposeString('url', { nullable: true, description: 'Where it is, as far as its key tells.' }),
    }),
  });
  defineNodeLoader(builder, 'Page', (key, { viewer, services }) => services.subjects.visiblePage(viewer, key));

  builder.objectField('Settings', 'editWindow', (t) =>
    t.int({
      description: 'How long after writing it one may edit a comment or post, in seconds.',
      resolve: () => editWindow,
    }),
  );
  builder.queryField('pages', (t) =>
    t.field({
      type: ['Page'],
      nullable: { list: false, items: true },
      access: readers,
      description:
        'One page for each key, 100 at most, in the same order; null with an error for a key that this server does not take.',
      args: {
        keys: t.arg.stringList({
          required: true,
          description:
            'Addresses under the configured origins, or plain names. `canonical:A B` is A where this server takes its origin, else B.',
        }),
      },
      // A refusal among the pages becomes the error of its place in the list.
      resolve: (_root, { keys }, { viewer, services }) => services.subjects.pages(viewer, keys) as Promise<Page[]>,
    }),
  );

  builder.interfaceType('Subject', {
    description: 'What people react to and comment on: a page, a post or a comment.',
    access: 'parent',
    resolveType: ({ kind }) => kind,
    fields: (t) => ({
      id: t.id({ resolve: (subject) => globalIdOf(subject), description: 'Opaque, and the same for ever.' }),
    }),
  });
  const isId = (ref: string): ref is GlobalId => kinds.has(readGlobalId(ref)?.type as SubjectKind);
  builder.queryField('subjects', (t) =>
    t.field({
      type: ['Subject'],
      nullable: { list: false, items: true },
      access: readers,
      description:
        'One subject for each reference, 100 at most, in the same order; null for what is not there, or not for the viewer.',
      args: {
        refs: t.arg.stringList({
          required: true,
          description: 'Keys of pages, as `pages` takes them, or the ids of pages, posts and comments.',
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
        return Promise.all(found) as Promise<Subject[]>;
      },
    }),
  );

  defineMutation(builder, 'setPageTitle', {
    description: 'Sets what a page is called, whatever the page itself says; for administrators.',
    access: readers,
    input: (t) => ({
      pageId: t.id({ required: true, description: 'The page.' }),
      title: t.string({ description: 'Plain text; none lets the page say it again with the next write.' }),
    }),
    payload: { page: 'Page' },
    resolve: async ({ pageId, title }, { viewer, services }) => ({
      page: await services.subjects.setTitle(viewer, localIdOf(pageId, 'Page'), title ?? null),
    }),
  });

  builder.inputType('PageDetails', {
    description: 'What a widget says of the page that it writes to.',
    fields: (t) => ({
      title: t.string({
        description: 'The title of the page where the widget stands, if `url` is that page; 200 characters are kept.',
      }),
      url: t.string({
        description:
          'Its key, as the widget has it. What is said of another page than the one written to is not taken.',
      }),
    }),
  });
}
