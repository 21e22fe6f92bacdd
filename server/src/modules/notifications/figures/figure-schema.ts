import type { Builder } from '../../../graphql/builder.ts';
import { isAdministrator } from '../../../platform/viewer.ts';
import { fewestPeople, type NotificationFigure } from './figure.ts';

declare module '../../../graphql/builder.ts' {
  interface SchemaObjects {
    NotificationFigure: NotificationFigure;
  }
}

const mostDays = 90;

/** `Query.notificationFigures`. */
export function defineFigureSchema(builder: Builder): void {
  builder.objectType('NotificationFigure', {
    description: 'How many notifications people got on one day: of those who got any, without who they are.',
    access: 'parent',
    fields: (t) => ({
      day: t.expose('day', { type: 'Date', description: 'The day, in the time zone of the company.' }),
      kind: t.expose('kind', {
        type: 'NotificationKind',
        nullable: true,
        description: 'Of this kind; null for all kinds together.',
      }),
      people: t.exposeInt('people', { description: `How many people got any: ${fewestPeople} or more.` }),
      median: t.exposeInt('median', { description: 'Half of them got this many at most.' }),
      percentile95: t.exposeInt('percentile95', { description: '95 of 100 of them got this many at most.' }),
    }),
  });
  builder.queryField('notificationFigures', (t) =>
    t.field({
      type: ['NotificationFigure'],
      access: (_root, viewer) => isAdministrator(viewer),
      nullable: true,
      description: `How much people are told a day, the last day first. Days on which fewer than ${fewestPeople} people got a kind are not in it. For administrators: null for others.`,
      size: mostDays,
      args: {
        days: t.arg.int({ description: `Of how many days until yesterday: 28 by default, ${mostDays} at most.` }),
      },
      reads: true,
      resolve: (_root, { days }, { viewer, services }) =>
        services.notifications.figures.list(viewer, Math.min(Math.max(days ?? 28, 1), mostDays)),
    }),
  );
}
