import {
  boolean,
  hostName,
  integer,
  listOf,
  oneOf,
  origin,
  secrets,
  setting,
  type SettingsOf,
  text,
} from './platform/settings-table.ts';
import { mailSettings } from './mail/mail-settings.ts';
import { commentSettings } from './modules/comments/comment-settings.ts';
import { mailingSettings } from './modules/notifications/mailing/mailing-settings.ts';
import { holidaySettings } from './modules/notifications/quiet/holiday-settings.ts';
import { quietSettings } from './modules/notifications/quiet/quiet-settings.ts';
import { passSettings } from './modules/passes/pass-settings.ts';
import { peopleSettings } from './modules/people/people-settings.ts';
import { postSettings } from './modules/posts/post-settings.ts';
import { reactionSettings } from './modules/reactions/reaction-settings.ts';
import { pageSettings } from './modules/subjects/page-settings.ts';
import { subjectSettings } from './modules/subjects/subject-settings.ts';
import { groupSettings } from './modules/groups/group-settings.ts';
import { limitSettings } from './settings-limits.ts';
import { signInSettings } from './settings-sign-in.ts';

/**
 * Every setting, once: the server validates by this table, and docs/settings.md is made from it.
 *
 * The rows of a module are in its folder, in a file that imports only `settings-table.ts` and pure functions, and one line
 * here adds them. They are not a member of `module.ts`: modules get the settings typed (`Platform.config`), so a type that was made from all
 * modules would be part of a circle; and settings are read, and rules between them are checked, before there are modules.
 */
export const settings = {
  environment: setting('NODE_ENV', {
    takes: oneOf('development', 'test', 'production'),
    default: 'development',
    description:
      'In `production` there is no demo sign-in and no GraphiQL, which otherwise needs the package `@graphql-yoga/render-graphiql`.',
  }),
  port: setting('PORT', {
    takes: integer(0, 65535),
    default: '4000',
    description: 'The port to listen on. 0 takes a free one.',
  }),
  host: setting('HOST', {
    takes: ['an address or host name of this machine', text],
    default: '127.0.0.1',
    description: 'The address to listen on. `0.0.0.0` serves other machines too.',
  }),
  databaseUrl: setting('DATABASE_URL', {
    takes: ['sqlite:PATH or postgres://…', text.regex(/^(?:sqlite:.|postgres(?:ql)?:\/\/.)/)],
    default: 'sqlite:./data/parvis.db',
    secret: true,
    description:
      'The database. `sqlite:PATH` is a file of the embedded one, created if it does not exist; `postgres://USER:PASSWORD@HOST/DATABASE` is one of PostgreSQL, 13 or later.',
  }),
  databasePool: setting('PARVIS_DATABASE_POOL', {
    takes: integer(1, 1_000, 'connections'),
    default: '10',
    description:
      'How many connections this server opens to PostgreSQL at most. All servers together must stay below its `max_connections`.',
  }),
  redisUrl: setting('REDIS_URL', {
    takes: ['redis://… or rediss://…', text.regex(/^rediss?:\/\/./)],
    secret: true,
    description:
      'The Redis, 6.2 or later, that carries events between several servers on one database. A single server needs none.',
  }),
  origins: setting('PARVIS_ORIGINS', {
    takes: listOf(origin, 'origins'),
    default: '',
    description:
      'The origins of the intranet. Only pages of these origins may contain Parvis and call it from the browser.',
  }),
  hosts: setting('PARVIS_HOSTS', {
    takes: listOf(hostName, 'hosts'),
    default: '',
    description:
      'The host names under which browsers reach this server. Requests for other hosts are rejected, so that another site’s page cannot reach the server under a name of its own (DNS rebinding). IP addresses, `localhost` and the paths of health checks are always accepted. If unset, every host is accepted, with a warning in production.',
  }),
  ...pageSettings,
  ...signInSettings,
  ...passSettings,
  demo: setting('PARVIS_DEMO', {
    takes: boolean,
    default: 'false',
    description: 'Whether to serve the demo intranet.',
  }),
  demoPersona: setting('PARVIS_DEMO_PERSONA', {
    takes: ['the handle of a person, or nobody', text],
    default: 'nobody',
    description: 'The person that a visitor of the demo is at first. `nobody` means signed out.',
  }),
  demoPersonas: setting('PARVIS_DEMO_PERSONAS', {
    takes: listOf(['the handle of a person', text], 'handles'),
    default: 'emma.rousseau,sandrine.pruvost,karim.haddad,ines.carpentier,antoine.perrin,james.okafor,tom.hargreaves',
    description:
      'The people that a visitor of the demo can choose to be. No others can be chosen, not even by the cookie.',
  }),
  ...groupSettings,
  ...reactionSettings,
  ...commentSettings,
  ...postSettings,
  ...subjectSettings,
  purgeAfter: setting('PARVIS_PURGE_AFTER', {
    takes: integer(0, 36_500, 'days'),
    default: '30',
    description:
      'After how many days the text of a deleted comment or post is removed from the database, with its former versions. 0 keeps it for ever. Backups contain it until they are deleted.',
  }),
  jobConcurrency: setting('PARVIS_JOB_CONCURRENCY', {
    takes: integer(1, 100, 'jobs'),
    default: '4',
    description: 'How many jobs this server does at once: work that is done later, such as the deletion of old texts.',
  }),
  ...mailSettings,
  ...peopleSettings,
  ...quietSettings,
  ...mailingSettings,
  ...holidaySettings,
  secrets: setting('PARVIS_SECRETS', {
    takes: secrets(32),
    secret: true,
    description:
      'By these, the servers sign what they hand out for a time: the first signs, all verify. All servers on one database need the same. If unset, each has one of its own until it stops. docs/operations.md says how to change them.',
  }),
  operations: setting('PARVIS_OPERATIONS', {
    takes: oneOf('any', 'trusted'),
    default: 'any',
    description:
      'Which operations the API takes: any that the schema allows, or only those of the widgets and of PARVIS_OPERATIONS_FILES. With `trusted` there is no introspection and no GraphiQL.',
  }),
  operationsFiles: setting('PARVIS_OPERATIONS_FILES', {
    takes: listOf(['the path of a JSON file', text], 'paths'),
    default: '',
    description:
      'Files with the operations of your own programs: JSON objects whose values are the operations, by the `documentId` that the programs send. See docs/operations.md.',
  }),
  ...limitSettings,
  metricsToken: setting('PARVIS_METRICS_TOKEN', {
    takes: secrets(16, /^\S+$/),
    secret: true,
    description:
      'The bearer token that allows a request to read `/metrics`, without spaces. With several between commas, each does.',
  }),
  metricsLocal: setting('PARVIS_METRICS_LOCAL', {
    takes: boolean,
    default: 'false',
    description:
      'Whether programs on the same machine may read `/metrics` without a token. Do not set it if a proxy on this machine passes on requests without identifying itself.',
  }),
  logLevel: setting('PARVIS_LOG_LEVEL', {
    takes: oneOf('silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'),
    default: 'info',
    description: 'How much to log, as JSON lines.',
  }),
};

/** The settings of one server, validated. */
export type Config = SettingsOf<typeof settings>;
