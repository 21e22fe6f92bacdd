import {
  boolean,
  hostName,
  integer,
  listOf,
  network,
  oneOf,
  origin,
  setting,
  type SettingsOf,
  text,
  webAddress,
} from './platform/settings-table.ts';
import { pageSettings } from './settings-pages.ts';

const reactionWords = ['like', 'love', 'celebrate', 'insightful', 'support', 'laugh'] as const;
const [reactionTakes, reactionWord] = oneOf(...reactionWords);

/** Every setting there is, once: the server validates by this table, and docs/settings.md is made from it. */
export const settings = {
  environment: setting('NODE_ENV', {
    takes: oneOf('development', 'test', 'production'),
    default: 'development',
    description: 'In `production` there is no demo sign-in and no GraphiQL.',
  }),
  port: setting('PORT', {
    takes: integer(0, 65535),
    default: '4000',
    description: 'The port to listen on. 0 takes a free one.',
  }),
  host: setting('HOST', {
    takes: ['an address or host name of this machine', text],
    default: '127.0.0.1',
    description: 'The address to listen on. `0.0.0.0` answers other machines.',
  }),
  databaseUrl: setting('DATABASE_URL', {
    takes: ['sqlite:PATH or postgres://…', text.regex(/^(?:sqlite:.|postgres(?:ql)?:\/\/.)/)],
    default: 'sqlite:./data/parvis.db',
    secret: true,
    description:
      'The database. `sqlite:PATH` is a file of the embedded one, made when it is not there; `postgres://USER:PASSWORD@HOST/DATABASE` is one of PostgreSQL, 13 or later.',
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
      'The Redis, 6.2 or later, by which several servers on one database tell each other what happens. One server alone needs none.',
  }),
  origins: setting('PARVIS_ORIGINS', {
    takes: listOf(origin, 'origins'),
    default: '',
    description:
      'The origins of the intranet. Pages under them may have Parvis on them and may call it from the browser; no others may.',
  }),
  hosts: setting('PARVIS_HOSTS', {
    takes: listOf(hostName, 'hosts'),
    default: '',
    description:
      'The host names under which browsers reach this server. A request for any other host is refused, so that no page can reach the server by a name of its own (DNS rebinding). IP addresses, `localhost` and the paths of health checks always pass. Without it every host passes, which in production is warned of.',
  }),
  ...pageSettings,
  auth: setting('PARVIS_AUTH', {
    takes: listOf(oneOf('demo', 'proxy', 'jwt', 'anonymous'), 'ways to sign in'),
    default: 'anonymous',
    description: 'How to find out who is asking; the first way that knows the person wins.',
  }),
  anonymous: setting('PARVIS_ANONYMOUS', {
    takes: oneOf('none', 'read'),
    default: 'none',
    description:
      'What those who are not signed in see: nothing, or what every employee may read. Needs `anonymous` in PARVIS_AUTH.',
  }),
  provision: setting('PARVIS_PROVISION', {
    takes: boolean,
    default: 'true',
    description: 'Whether somebody who signs in by `proxy` or `jwt` and is not in the directory yet is added to it.',
  }),
  loginDomains: setting('PARVIS_LOGIN_DOMAINS', {
    takes: listOf(['a domain such as CORP, or a realm', text.regex(/^[\p{L}\p{N}._-]+$/u)], 'domains'),
    default: '',
    description:
      'The domains and realms that are taken away from user names: `CORP\\jane`, `corp/jane` and `jane@CORP` are `jane` then. With any other domain in front, people are refused.',
  }),
  signInUrl: setting('PARVIS_SIGN_IN_URL', {
    takes: webAddress,
    description: 'Where somebody who is signed out can sign in. Widgets show it as a link.',
  }),
  proxyHeader: setting('PARVIS_PROXY_HEADER', {
    takes: ['the name of an HTTP header', text.regex(/^[\w-]+$/).toLowerCase()],
    default: 'X-Remote-User',
    description: 'The header in which the sign-in proxy gives the handle or e-mail address of the person.',
  }),
  proxyNameHeader: setting('PARVIS_PROXY_NAME_HEADER', {
    takes: ['the name of an HTTP header', text.regex(/^[\w-]+$/).toLowerCase()],
    description:
      'The header in which the sign-in proxy gives the name of the person, as UTF-8 or percent-encoded. Used when they are added to the directory. Name one only if your proxy always sets or clears it. Without it, no name is taken.',
  }),
  proxyEmailHeader: setting('PARVIS_PROXY_EMAIL_HEADER', {
    takes: ['the name of an HTTP header', text.regex(/^[\w-]+$/).toLowerCase()],
    description:
      'The header in which the sign-in proxy gives the e-mail address of the person, which it has proved. Name one only if your proxy always sets or clears it. Without it, no address is taken.',
  }),
  trustedProxies: setting('PARVIS_TRUSTED_PROXIES', {
    takes: listOf(network, 'addresses'),
    default: '',
    description:
      'The addresses of your proxies. The headers of sign-in are taken from these alone, and so is `X-Forwarded-For`, by which limits tell apart the addresses of those who are signed out.',
  }),
  jwtIssuer: setting('PARVIS_JWT_ISSUER', {
    takes: ['the `iss` of tokens', text],
    description: 'The issuer that a token must name.',
  }),
  jwtAudience: setting('PARVIS_JWT_AUDIENCE', {
    takes: ['the `aud` of tokens', text],
    description: 'The audience that a token must name.',
  }),
  jwtJwksUrl: setting('PARVIS_JWT_JWKS_URL', {
    takes: webAddress,
    description: 'Where the public keys of the issuer are (JWKS).',
  }),
  jwtSecret: setting('PARVIS_JWT_SECRET', {
    takes: ['a secret of at least 32 characters', text.min(32)],
    secret: true,
    description:
      'The secret shared with the issuer, for tokens signed by HMAC (HS256, HS384, HS512). Instead of PARVIS_JWT_JWKS_URL.',
  }),
  jwtHandleClaim: setting('PARVIS_JWT_HANDLE_CLAIM', {
    takes: ['the name of a claim', text],
    default: 'preferred_username',
    description:
      'The claim that holds the handle or login name. `sub` is taken where there is neither this nor an e-mail address.',
  }),
  jwtEmailClaim: setting('PARVIS_JWT_EMAIL_CLAIM', {
    takes: ['the name of a claim', text],
    default: 'email',
    description: 'The claim that holds the e-mail address.',
  }),
  jwtEmailTrusted: setting('PARVIS_JWT_EMAIL_TRUSTED', {
    takes: boolean,
    default: 'false',
    description:
      'Whether the issuer has proved the e-mail addresses in its tokens. If so, people are found by them, except where `email_verified` is not true. If not, nobody is.',
  }),
  jwtNameClaim: setting('PARVIS_JWT_NAME_CLAIM', {
    takes: ['the name of a claim', text],
    default: 'name',
    description: 'The claim that holds the name of the person, used when they are added to the directory.',
  }),
  jwtClockTolerance: setting('PARVIS_JWT_CLOCK_TOLERANCE', {
    takes: integer(0, 600, 'seconds'),
    default: '60',
    description: 'How far the clock of the issuer may differ from the clock of this server, in seconds.',
  }),
  demo: setting('PARVIS_DEMO', {
    takes: boolean,
    default: 'false',
    description: 'Whether to serve the demo intranet.',
  }),
  demoPersona: setting('PARVIS_DEMO_PERSONA', {
    takes: ['the handle of a person, or nobody', text],
    default: 'nobody',
    description: 'Who a visitor of the demo is before they choose. `nobody` is signed out.',
  }),
  demoPersonas: setting('PARVIS_DEMO_PERSONAS', {
    takes: listOf(['the handle of a person', text], 'handles'),
    default: 'emma.rousseau,sandrine.pruvost,karim.haddad,ines.carpentier,antoine.perrin,james.okafor,tom.hargreaves',
    description: 'Who a visitor of the demo can choose to be. Nobody else can be chosen, by a cookie neither.',
  }),
  reactions: setting('PARVIS_REACTIONS', {
    takes: listOf(
      [reactionTakes, reactionWord.transform((word) => word.toUpperCase() as Uppercase<typeof word>)],
      'reactions',
    ),
    default: reactionWords.join(','),
    description: 'The reactions that are offered, in their order.',
  }),
  commentMaxLength: setting('PARVIS_COMMENT_MAX_LENGTH', {
    takes: integer(1, 100_000, 'characters'),
    default: '10000',
    description: 'How long a comment may be, in characters.',
  }),
  postMaxLength: setting('PARVIS_POST_MAX_LENGTH', {
    takes: integer(1, 100_000, 'characters'),
    default: '20000',
    description: 'How long a post may be, in characters.',
  }),
  editWindow: setting('PARVIS_EDIT_WINDOW', {
    takes: integer(0, 2_147_483_647, 'seconds'),
    default: '86400',
    description: 'How long after writing it somebody may edit their comment or post, in seconds.',
  }),
  purgeAfter: setting('PARVIS_PURGE_AFTER', {
    takes: integer(0, 36_500, 'days'),
    default: '30',
    description:
      'How many days after its deletion the text of a comment or post is forgotten, with its former versions. 0 keeps it for ever. Backups hold it until they are deleted themselves.',
  }),
  chatUrl: setting('PARVIS_CHAT_URL', {
    takes: [
      'an address with {handle} or {email} in it',
      text.regex(/^(?!javascript:|data:|vbscript:|blob:)[a-z][a-z0-9+.-]*:.*\{(?:handle|email)\}/i),
    ],
    description: 'The chat address of a person, with {handle} or {email} in it.',
  }),
  rateLimit: setting('PARVIS_RATE_LIMIT', {
    takes: integer(0, 1_000_000, 'calls'),
    default: '120',
    description: 'How often one person may call one mutation in a minute. 0 is without limit.',
  }),
  searchLimit: setting('PARVIS_SEARCH_LIMIT', {
    takes: integer(0, 1_000_000, 'searches'),
    default: '300',
    description:
      'How often one person may search the directory in a minute; each letter typed may be a search, after an @ too. 0 is without limit.',
  }),
  parseLimit: setting('PARVIS_PARSE_LIMIT', {
    takes: integer(0, 1_000_000, 'operations'),
    default: '300',
    description:
      'How many operations one person may send in a minute that are neither the widgets’ own nor known from before, invalid ones among them. One of more than 500 tokens counts for several. 0 is without limit.',
  }),
  addressPeople: setting('PARVIS_ADDRESS_PEOPLE', {
    takes: integer(1, 100_000, 'people'),
    default: '20',
    description:
      'How many people’s limits one address has for all who are signed out there: whole sites share one. Behind proxies it is the address that they name, see PARVIS_TRUSTED_PROXIES.',
  }),
  bodyLimit: setting('PARVIS_BODY_LIMIT', {
    takes: integer(1_000, 100_000_000, 'bytes'),
    default: '300000',
    description: 'How large a request may be, in bytes.',
  }),
  batchLimit: setting('PARVIS_BATCH_LIMIT', {
    takes: integer(8, 1_000, 'operations'),
    default: '50',
    description: 'How many operations one HTTP request may hold.',
  }),
  tokenLimit: setting('PARVIS_TOKEN_LIMIT', {
    takes: integer(500, 1_000_000, 'tokens'),
    default: '4000',
    description: 'How long the text of an operation may be, in lexical tokens.',
  }),
  depthLimit: setting('PARVIS_DEPTH_LIMIT', {
    takes: integer(10, 1_000, 'levels'),
    default: '20',
    description: 'How deep the selections of an operation may be nested.',
  }),
  aliasLimit: setting('PARVIS_ALIAS_LIMIT', {
    takes: integer(5, 10_000, 'aliases'),
    default: '50',
    description: 'How many aliases an operation may have.',
  }),
  costLimit: setting('PARVIS_COST_LIMIT', {
    takes: integer(12_000, 100_000_000, 'objects'),
    default: '30000',
    description:
      'How many objects the operations of one HTTP request may answer, by the sizes of the lists that they ask for and by what really comes.',
  }),
  answerLimit: setting('PARVIS_ANSWER_LIMIT', {
    takes: integer(100_000, 1_000_000_000, 'bytes'),
    default: '8000000',
    description: 'How large the answer to one HTTP request may be, in bytes. Four times as much may be read for it.',
  }),
  topicLimit: setting('PARVIS_TOPIC_LIMIT', {
    takes: integer(1_000, 100_000, 'topics'),
    default: '1000',
    description: 'How many pages, posts, comments and walls one event stream may follow.',
  }),
  streamLimit: setting('PARVIS_STREAM_LIMIT', {
    takes: integer(1, 100_000, 'streams'),
    default: '100',
    description:
      'How many event streams one person may have open at a server. A browser has one, however many tabs it has.',
  }),
  metricsToken: setting('PARVIS_METRICS_TOKEN', {
    takes: ['a secret of at least 16 characters, without spaces', text.regex(/^\S{16,}$/)],
    secret: true,
    description: 'Who sends it as a bearer token may read `/metrics`.',
  }),
  metricsLocal: setting('PARVIS_METRICS_LOCAL', {
    takes: boolean,
    default: 'false',
    description:
      'Whether programs of the same machine may read `/metrics` without a token. Not where a proxy of this machine passes on requests of others: some proxies do not say that they are one.',
  }),
  logLevel: setting('PARVIS_LOG_LEVEL', {
    takes: oneOf('silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'),
    default: 'info',
    description: 'How much to log, as JSON lines.',
  }),
};

/** The settings of one server, validated. */
export type Config = SettingsOf<typeof settings>;
