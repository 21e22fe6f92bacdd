import type { Builder } from './builder.ts';

/** What widgets need to know about this server. */
export interface PublicSettings {
  commentMaxLength: number;
  postMaxLength: number;
  editWindow: number;
  signInUrl: string | null;
}

export function defineSettingsSchema(builder: Builder, settings: PublicSettings): void {
  const type = builder.objectRef<PublicSettings>('Settings').implement({
    description: 'What widgets need to know about this server.',
    access: 'everyone',
    fields: (t) => ({
      commentMaxLength: t.exposeInt('commentMaxLength', { description: 'How many characters a comment may have.' }),
      postMaxLength: t.exposeInt('postMaxLength', { description: 'How many characters a post may have.' }),
      editWindow: t.exposeInt('editWindow', {
        description: 'How long after writing it one may edit a comment or post, in seconds.',
      }),
      signInUrl: t.exposeString('signInUrl', {
        nullable: true,
        description:
          'Where an anonymous viewer can sign in, relative to this server; null where the host page does it.',
      }),
    }),
  });
  builder.queryField('settings', (t) =>
    t.field({
      type,
      access: 'everyone',
      description: 'What widgets need to know about this server.',
      resolve: () => settings,
    }),
  );
}
