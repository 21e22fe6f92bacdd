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
    description: 'The settings of this server that widgets need.',
    access: 'everyone',
    fields: (t) => ({
      signInUrl: t.exposeString('signInUrl', {
        nullable: true,
        description:
          'The address where an anonymous viewer can sign in, relative to this server; null if the host page handles sign-in.',
      }),
    }),
  });
  builder.queryField('settings', (t) =>
    t.field({
      type: 'Settings',
      access: 'everyone',
      description: 'The settings of this server that widgets need.',
      resolve: () => settings,
    }),
  );
}
