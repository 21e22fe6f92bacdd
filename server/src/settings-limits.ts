import { integer, setting } from './platform/settings-table.ts';

/** Limits for each person, request and stream. */
export const limitSettings = {
  rateLimit: setting('PARVIS_RATE_LIMIT', {
    takes: integer(0, 1_000_000, 'calls'),
    default: '120',
    description: 'How often one person may call the same mutation in a minute. 0 means no limit.',
  }),
  readLimit: setting('PARVIS_READ_LIMIT', {
    takes: integer(0, 1_000_000, 'reads'),
    default: '1200',
    description:
      'How often one person may read the same field of `Query`, or open an event stream, in a minute. Each server counts for itself. 0 means no limit.',
  }),
  searchLimit: setting('PARVIS_SEARCH_LIMIT', {
    takes: integer(0, 1_000_000, 'searches'),
    default: '300',
    description:
      'How often one person may search the directory in a minute; each typed letter may be a search, also after an @. 0 means no limit.',
  }),
  parseLimit: setting('PARVIS_PARSE_LIMIT', {
    takes: integer(0, 1_000_000, 'operations'),
    default: '300',
    description:
      'How many new or invalid operations one person may send in a minute; the widgets’ own do not count. One of more than 500 tokens counts as several. 0 means no limit.',
  }),
  addressPeople: setting('PARVIS_ADDRESS_PEOPLE', {
    takes: integer(1, 100_000, 'people'),
    default: '20',
    description:
      'The limits of how many people apply to all signed-out visitors of one address together, because whole sites often share one. Behind proxies, their address comes from `X-Forwarded-For`, see PARVIS_TRUSTED_PROXIES.',
  }),
  bodyLimit: setting('PARVIS_BODY_LIMIT', {
    takes: integer(1_000, 100_000_000, 'bytes'),
    default: '300000',
    description:
      'How large a request may be, in bytes. The longest allowed comment or post must fit: three bytes for each character, and 20000 for the rest.',
  }),
  batchLimit: setting('PARVIS_BATCH_LIMIT', {
    takes: integer(8, 1_000, 'operations'),
    default: '50',
    description: 'How many operations one HTTP request may contain.',
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
    takes: integer(16_000, 100_000_000, 'objects'),
    default: '30000',
    description:
      'How many objects one HTTP request may return, estimated from the sizes of the requested lists, and counted during execution.',
  }),
  answerLimit: setting('PARVIS_ANSWER_LIMIT', {
    takes: integer(100_000, 1_000_000_000, 'bytes'),
    default: '8000000',
    description:
      'How large the response to one HTTP request may be, in bytes. Four times as much may be read from the database for it.',
  }),
  topicLimit: setting('PARVIS_TOPIC_LIMIT', {
    takes: integer(1_000, 100_000, 'topics'),
    default: '1000',
    description: 'How many pages, posts, comments and walls one event stream may follow.',
  }),
  streamLimit: setting('PARVIS_STREAM_LIMIT', {
    takes: integer(1, 100_000, 'streams'),
    default: '100',
    description: 'How many event streams one person may have open at a server. A browser has one, for all its tabs.',
  }),
};
