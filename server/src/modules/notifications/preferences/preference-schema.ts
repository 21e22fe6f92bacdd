import type { Builder } from '../../../graphql/builder.ts';
import type { GraphQLContext } from '../../../graphql/context.ts';
import {
  type Delivery,
  deliveries,
  type NoticeDeclaration,
  type NoticeKind,
  type NoticeLevel,
} from '../../../events/notices.ts';
import type { Followable } from '../../follows/index.ts';
import { noticeLanguage } from '../notice-words.ts';
import { mostMuted } from './mute-service.ts';
import { isMuted, type Preference } from './preference.ts';
import { mostPreferences, type NotificationSettings } from './preference-service.ts';

/** A kind of notice, as a person has it everywhere. */
interface KindPreference {
  readonly kind: NoticeKind;
  readonly declaration: NoticeDeclaration;
  readonly chosen: Preference | undefined;
  readonly everywhere: Preference | undefined;
}

/** What somebody chose for a place that they may still read. */
interface PlacePreference extends Preference {
  readonly source: Followable;
}

declare module '../../../graphql/builder.ts' {
  interface SchemaObjects {
    NotificationSettings: NotificationSettings;
    NotificationKindPreference: KindPreference;
    NotificationPlacePreference: PlacePreference;
  }
  interface SchemaScalars {
    NotificationDelivery: { Input: Delivery; Output: Delivery };
  }
}

/** @param kinds - All that modules declare. */
export function definePreferenceSchema(builder: Builder, kinds: ReadonlyMap<NoticeKind, NoticeDeclaration>): void {
  builder.enumType('NotificationDelivery', {
    description: 'How a notification comes.',
    values: {
      MAIL: { value: deliveries[0], description: 'In the list, and by mail where it is not seen there soon.' },
      DIGEST: { value: deliveries[1], description: 'In the list and in the digest.' },
      HERE: { value: deliveries[2], description: 'In the list alone.' },
      NEVER: { value: deliveries[3], description: 'Not at all.' },
    },
  });
  defineKindPreference(builder);
  definePlacePreference(builder);
  builder.objectType('NotificationSettings', {
    description: 'How somebody wants to be told, as they alone see it.',
    access: 'parent',
    fields: (t) => ({
      kinds: t.field({
        type: ['NotificationKindPreference'],
        size: kinds.size,
        description: 'Everything that people are told of, and how it comes where nothing else is chosen for a place.',
        resolve: ({ preferences }) => kindsOf(kinds, preferences),
      }),
      places: t.field({
        type: ['NotificationPlacePreference'],
        size: mostPreferences,
        description: 'What they chose for places, as far as they may still read these.',
        resolve: ({ preferences }, _args, context) => placesOf(preferences, context),
      }),
      muted: t.field({
        type: ['Follow'],
        size: mostMuted,
        reads: true,
        description: 'The pages, posts, people and groups that they muted, as far as they may still read these.',
        resolve: (_settings, _args, { viewer, services }) => services.notifications.mutes.muted(viewer),
      }),
      mailStop: t.field({
        type: 'MailStop',
        nullable: true,
        reads: true,
        description: 'Why their mails are not sent for now: their address takes none. Null where they are.',
        resolve: (_settings, _args, { viewer, services }) => services.mails.ownStop(viewer),
      }),
      mailAvailable: t.exposeBoolean('mailAvailable', {
        description: 'Whether this server sends mails. Where it does not, MAIL and DIGEST are as HERE.',
      }),
    }),
  });
  builder.objectField('Viewer', 'notificationSettings', (t) =>
    t.field({
      type: 'NotificationSettings',
      reads: true,
      description: 'How they want to be told.',
      resolve: (_viewer, _args, { viewer, services }) => services.notifications.settings(viewer),
    }),
  );
}

function defineKindPreference(builder: Builder): void {
  builder.objectType('NotificationKindPreference', {
    description: 'How notifications of one kind come to somebody.',
    access: 'parent',
    fields: (t) => ({
      kind: t.expose('kind', { type: 'NotificationKind', description: 'The kind.' }),
      label: t.string({
        description: 'What it is called: “Replies to your comments”.',
        args: { language: t.arg.string({ description: 'A language tag, as `fr-CA`; English where it is not known.' }) },
        resolve: ({ declaration }, { language }) => declaration.label[noticeLanguage(language)],
      }),
      level: t.field({
        type: 'NotificationLevel',
        description: 'How much they matter.',
        resolve: ({ declaration }): NoticeLevel => declaration.level,
      }),
      defaultDelivery: t.field({
        type: 'NotificationDelivery',
        description: 'How they come to who chose nothing.',
        resolve: ({ declaration, everywhere }) => everywhere?.delivery ?? declaration.delivery,
      }),
      delivery: t.field({
        type: 'NotificationDelivery',
        nullable: true,
        description: 'What was chosen; null where nothing was.',
        resolve: ({ chosen }) => chosen?.delivery ?? null,
      }),
      mutedUntil: t.field({
        type: 'DateTime',
        nullable: true,
        description: 'Until when none come, whatever was chosen; null where they are not muted.',
        resolve: ({ chosen }, _args, { services }) => mutedUntil(chosen, services.notifications.preferences.now),
      }),
    }),
  });
}

function definePlacePreference(builder: Builder): void {
  builder.objectType('NotificationPlacePreference', {
    description: 'How notifications of one place come to somebody.',
    access: 'parent',
    fields: (t) => ({
      place: t.expose('source', { type: 'Followable', description: 'The page, post or group.' }),
      kind: t.expose('kind', {
        type: 'NotificationKind',
        nullable: true,
        description: 'The kind; null for all others of this place.',
      }),
      delivery: t.expose('delivery', { type: 'NotificationDelivery', nullable: true, description: 'How they come.' }),
    }),
  });
}

function kindsOf(
  kinds: ReadonlyMap<NoticeKind, NoticeDeclaration>,
  preferences: readonly Preference[],
): KindPreference[] {
  const everywhere = preferences.find(({ place, kind }) => place === null && kind === null);
  return [...kinds].map(([kind, declaration]) => {
    const chosen = preferences.find((preference) => preference.place === null && preference.kind === kind);
    return { kind, declaration, chosen, everywhere };
  });
}

/** What may not be read any more is left out: nothing is told of it. */
async function placesOf(preferences: readonly Preference[], { loaders }: GraphQLContext): Promise<PlacePreference[]> {
  const found = await Promise.all(
    preferences.map(async (preference): Promise<PlacePreference[]> => {
      if (preference.place === null) return [];
      const { type, id } = preference.place;
      const source = await (type === 'Group' ? loaders.groups.load(id) : loaders.subjects.load(type, id));
      return source ? [{ ...preference, source: source as Followable }] : [];
    }),
  );
  return found.flat();
}

function mutedUntil(preference: Preference | undefined, now: number): number | null {
  return preference && isMuted(preference, now) ? preference.mutedUntil : null;
}
