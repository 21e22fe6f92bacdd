import { integer, setting } from './platform/settings-table.ts';

/** How much one person, one request and one stream may ask for. */
export const limitSettings = {
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
    description:
      'How large a request may be, in bytes. The longest post must fit: three bytes for each character that it may have, and 20000 for the rest.',
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
};
