import { defineModule, none } from '../../module.ts';
import { RichTextComposer } from './rich-text-composer.ts';
import { defineRichTextSchema } from './rich-text-schema.ts';

declare module '../../graphql/context.ts' {
  interface Services {
    richText: RichTextComposer;
  }
}

/** What people write, as a Markdown subset. */
export const richText = defineModule({
  name: 'richText',
  needs: ['people'],
  service: (_platform, { people }) => new RichTextComposer(people),
  loaders: none,
  schema: defineRichTextSchema,
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
});
