import type { Builder } from './builder.ts';

/** What widgets need to know about this server. */
export interface PublicSettings {
  readonly signInUrl: string | null;
}

declare module './builder.ts' {
  interface SchemaObjects {
    Settings: PublicSettings;
  }
}

/** `settings`, to which modules add what their own widgets need to know. */
export function defineSettings(builder: Builder, settings: PublicSettings): void {
  builder.objectType('Settings', {
    description: 'What widgets need to know about this server.',
    access: 'everyone',
    fields: (t) => ({
      signInUrl: t.exposeString('signInUrl', {
        nullable: true,
        description:
          'Where an anonymous viewer can sign in, relative to this server; null where the host page does it.',
      }),
    }),
  });
  builder.queryField('settings', (t) =>
    t.field({
      type: 'Settings',
      access: 'everyone',
      description: 'What widgets need to know about this server.',
      resolve: () => settings,
    }),
  );
}
