import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfig } from '../../../server/src/config.ts';
import { settings } from '../../../server/src/settings.ts';

/** For each setting a value that it does not take, and a piece of what it takes. */
const wrong: Record<string, [value: string, takes: RegExp]> = {
  NODE_ENV: ['prod', /development, test or production/],
  PORT: ['70000', /whole number from 0 to 65535/],
  DATABASE_URL: ['mysql://db', /sqlite:PATH/],
  PARVIS_DATABASE_POOL: ['0', /whole number of connections from 1 to 1000/],
  REDIS_URL: ['http://cache', /redis:\/\//],
  PARVIS_PAGE_RULES: ['/hr/** => group:hr', /write a pattern, -> and who reads/],
  PARVIS_DEFAULT_AUDIENCE: ['nobody', /everyone, employees or none/],
  PARVIS_INDEX_NAMES: ['index.html,news/start.html', /name of a file/],
  PARVIS_ORIGINS: ['https://intranet.example.org/news', /origin such as https:\/\/intranet\.example\.org/],
  PARVIS_HOSTS: ['https://social.example.org', /host such as social\.example\.org/],
  PARVIS_AUTH: ['ldap', /demo, proxy, jwt or anonymous/],
  PARVIS_ANONYMOUS: ['all', /none or read/],
  PARVIS_PROVISION: ['maybe', /true or false/],
  PARVIS_SIGN_IN_URL: ['javascript:alert(1)', /http or https address/],
  PARVIS_PROXY_HEADER: ['X Remote', /name of an HTTP header/],
  PARVIS_PROXY_NAME_HEADER: ['X:Name', /name of an HTTP header/],
  PARVIS_PROXY_EMAIL_HEADER: ['X:Email', /name of an HTTP header/],
  PARVIS_LOGIN_DOMAINS: ['CORP\\', /a domain such as CORP/],
  PARVIS_JWT_EMAIL_TRUSTED: ['yes', /true or false/],
  PARVIS_JWT_CLOCK_TOLERANCE: ['1m', /whole number of seconds/],
  PARVIS_TRUSTED_PROXIES: ['proxy.example.org', /IP address or a network/],
  PARVIS_JWT_JWKS_URL: ['keys.json', /http or https address/],
  PARVIS_JWT_SECRET: ['hunter2', /at least 32 characters/],
  PARVIS_PASS_KEYS: ['wiki hunter2 /wiki/**', /keys between commas.* Key 1: its secret must have at least 32/],
  PARVIS_DEMO: ['yes', /true or false/],
  PARVIS_REACTIONS: ['like,hate', /like, love, celebrate/],
  PARVIS_COMMENT_MAX_LENGTH: ['0', /from 1 to 100000/],
  PARVIS_POST_MAX_LENGTH: ['1e3', /from 1 to 100000/],
  PARVIS_EDIT_WINDOW: ['15m', /whole number of seconds/],
  PARVIS_PURGE_AFTER: ['1 month', /whole number of days/],
  PARVIS_JOB_CONCURRENCY: ['0', /whole number of jobs from 1 to 100/],
  PARVIS_SMTP_URL: ['https://mail.example.org', /smtp:\/\/USER/],
  PARVIS_MAIL_FROM: ['Parvis', /an address such as Parvis/],
  PARVIS_PUBLIC_URL: ['social.example.org', /the address of this server/],
  PARVIS_MAIL_DELAY: ['20m', /whole number of minutes/],
  PARVIS_MAIL_BUDGET: ['-1', /whole number of mails/],
  PARVIS_NOTIFICATION_SETTINGS_URL: ['/settings', /http or https/],
  PARVIS_MAIL_LANGUAGE: ['de', /en or fr/],
  PARVIS_MAIL_ANSWER_ADDRESS: ['fil+x@example.org', /It has a plus sign already/],
  PARVIS_DKIM_DOMAIN: ['example .org', /a domain such as example\.org/],
  PARVIS_DKIM_SELECTOR: ['a b', /a word such as parvis/],
  PARVIS_MAIL_LISTEN: ['lmtp://127.0.0.1', /lmtp:\/\/HOST:PORT.* It needs a host and a port/],
  PARVIS_IMAP_URL: ['imaps://mail.example.org', /It has no name and password/],
  PARVIS_MAIL_AUTHSERV_ID: ['mx; spf=pass', /the name that your mail server writes/],
  PARVIS_MAIL_DKIM_DOMAINS: ['@example.org', /domains between commas/],
  PARVIS_MAIL_SIZE_LIMIT: ['25MB', /whole number of bytes/],
  PARVIS_GROUP_CREATORS: ['everybody', /employees, communicators or admins/],
  PARVIS_HIDDEN_GROUP_CREATORS: ['nobody', /employees, communicators or admins/],
  PARVIS_CHAT_URL: ['https://chat.example.org', /\{handle\} or \{email\}/],
  PARVIS_TIME_ZONE: ['Paris', /time zone, such as Europe\/Paris/],
  PARVIS_OPEN_HOURS: ['Mon-Fri 8-19', /days and hours.*names no days and hours/],
  PARVIS_HOLIDAYS: ['FR,Berlin=Germany', /a country, or a part of one.*"Berlin=Germany" names no region/],
  PARVIS_RATE_LIMIT: ['-1', /whole number of calls/],
  PARVIS_READ_LIMIT: ['many', /whole number of reads/],
  PARVIS_SEARCH_LIMIT: ['some', /whole number of searches/],
  PARVIS_PARSE_LIMIT: ['-5', /whole number of operations/],
  PARVIS_ADDRESS_PEOPLE: ['0', /whole number of people/],
  PARVIS_ANSWER_LIMIT: ['10', /whole number of bytes/],
  PARVIS_BODY_LIMIT: ['10', /whole number of bytes/],
  PARVIS_BATCH_LIMIT: ['0', /whole number of operations/],
  PARVIS_TOKEN_LIMIT: ['x', /whole number of tokens/],
  PARVIS_DEPTH_LIMIT: ['2', /whole number of levels/],
  PARVIS_ALIAS_LIMIT: ['none', /whole number of aliases/],
  PARVIS_COST_LIMIT: ['1', /whole number of objects/],
  PARVIS_TOPIC_LIMIT: ['0', /whole number of topics/],
  PARVIS_STREAM_LIMIT: ['0', /whole number of streams/],
  PARVIS_SECRETS: ['hunter2', /at least 32 characters/],
  PARVIS_OPERATIONS: ['safe', /any or trusted/],
  PARVIS_METRICS_TOKEN: ['short', /at least 16 characters/],
  PARVIS_METRICS_LOCAL: ['10.0.0.7', /true or false/],
  PARVIS_LOG_LEVEL: ['loud', /silent, fatal, error/],
};

/** Mistakes that people make. */
const mistakes = [
  ['PARVIS_ORIGINS', 'intranet.example.org'],
  ['PARVIS_ORIGINS', '*'],
  ['PARVIS_ORIGINS', 'a; b'],
  ['PARVIS_ORIGINS', 'https://*.example.org'],
  ['PARVIS_ORIGINS', 'https://intranet.example.org; https://wiki.example.org'],
  ['PARVIS_ORIGINS', 'https://intranet.example.org https://wiki.example.org'],
  ['PARVIS_ORIGINS', 'https://intranet.example.org,wiki.example.org'],
  ['PARVIS_ORIGINS', 'https://user@intranet.example.org'],
  ['PARVIS_ORIGINS', 'https://intranet.example.org/#news'],
  ['PARVIS_ORIGINS', 'https://intranet.example.org:99999'],
  ['PARVIS_ORIGINS', 'http://['],
  ['PARVIS_ORIGINS', 'file:///srv/www'],
  ['PARVIS_ORIGINS', 'null'],
  ['PARVIS_ORIGINS', '"https://intranet.example.org"'],
  ['PARVIS_HOSTS', '*'],
  ['PARVIS_HOSTS', '*.example.org'],
  ['PARVIS_HOSTS', 'social.example.org/parvis'],
  ['PARVIS_HOSTS', 'social.example.org:http'],
  ['PARVIS_HOSTS', 'social.example.org; intranet.example.org'],
  ['PARVIS_HOSTS', 'user@social.example.org'],
  ['PARVIS_TRUSTED_PROXIES', '0.0.0.0/0'],
  ['PARVIS_TRUSTED_PROXIES', '::/0'],
  ['PARVIS_TRUSTED_PROXIES', '0.0.0.0/1,128.0.0.0/1'],
  ['PARVIS_TRUSTED_PROXIES', '10.0.0.0/33'],
  ['PARVIS_TRUSTED_PROXIES', 'fd00::/129'],
  ['PARVIS_TRUSTED_PROXIES', '10.0.0.300'],
  ['PARVIS_TRUSTED_PROXIES', '10.0.0/24'],
  ['PARVIS_TRUSTED_PROXIES', '10.0.0.0/8/8'],
  ['PARVIS_TRUSTED_PROXIES', '10.0.0.0/'],
  ['PARVIS_TRUSTED_PROXIES', '10.0.0.0-10.0.0.9'],
  ['PARVIS_TRUSTED_PROXIES', '10.0.*.*'],
  ['PARVIS_TRUSTED_PROXIES', '*'],
  ['PORT', '4000;'],
  ['PORT', '-1'],
  ['PORT', '0x50'],
  ['PARVIS_DEMO', 'on'],
  ['PARVIS_LOG_LEVEL', 'INFO'],
  ['PARVIS_RATE_LIMIT', '1e9'],
  ['PARVIS_EDIT_WINDOW', 'Infinity'],
  ['PARVIS_BODY_LIMIT', '1MB'],
  ['PARVIS_SIGN_IN_URL', '/sign-in'],
  ['PARVIS_SIGN_IN_URL', 'https://'],
  ['PARVIS_CHAT_URL', 'javascript:alert("{handle}")'],
  ['PARVIS_CHAT_URL', 'data:text/html,{email}'],
  ['PARVIS_PROXY_HEADER', 'X-Remote-User: jane'],
] as const;

/** What looks unusual and is right. */
const rightValues = [
  ['PARVIS_ORIGINS', 'HTTPS://Intranet.Example.org:443/', ['https://intranet.example.org']],
  ['PARVIS_ORIGINS', ' http://localhost:8080 ,, ', ['http://localhost:8080']],
  ['PARVIS_ORIGINS', 'https://münchen.example', ['https://xn--mnchen-3ya.example']],
  ['PARVIS_ORIGINS', 'http://[fd00::1]:8080', ['http://[fd00::1]:8080']],
  ['PARVIS_HOSTS', 'Social.example.org, social:8443', ['social.example.org', 'social:8443']],
  ['PARVIS_TRUSTED_PROXIES', '10.0.0.0/8,fd00::/8,127.0.0.1', ['10.0.0.0/8', 'fd00::/8', '127.0.0.1']],
] as const;

/** These take any text. */
const anyText = [
  'PARVIS_DKIM_KEY_FILE',
  'HOST',
  'PARVIS_JWT_ISSUER',
  'PARVIS_JWT_AUDIENCE',
  'PARVIS_JWT_HANDLE_CLAIM',
  'PARVIS_JWT_EMAIL_CLAIM',
  'PARVIS_JWT_NAME_CLAIM',
  'PARVIS_PASS_AUDIENCE',
  'PARVIS_DEMO_PERSONA',
  'PARVIS_DEMO_PERSONAS',
  'PARVIS_HOLIDAYS_FILE',
  'PARVIS_OPERATIONS_FILES',
];

describe('settings', () => {
  it('need none to be set', () => {
    const config = readConfig({});

    assert.equal(config.port, 4000);
    assert.deepEqual(config.auth, ['anonymous']);
    assert.equal(config.anonymous, 'none');
  });

  it('are all tried with a wrong value below', () => {
    const names = Object.values(settings).map(({ name }) => name);

    assert.deepEqual(names.toSorted(), [...Object.keys(wrong), ...anyText].toSorted());
  });

  for (const [name, [value, takes]] of Object.entries(wrong)) {
    it(`say what ${name} got and what it takes`, () => {
      assert.throws(
        () => readConfig({ [name]: value }),
        (error: Error) => {
          assert.ok(error.message.startsWith(`${name} is `), error.message);
          assert.match(error.message, takes);
          return true;
        },
      );
    });
  }

  for (const [name, value] of mistakes) {
    it(`say in one line what is wrong with ${name}=${value}`, () => {
      assert.throws(
        () => readConfig({ [name]: value, ...(name === 'PARVIS_TRUSTED_PROXIES' && { PARVIS_AUTH: 'proxy' }) }),
        (error: Error) => {
          assert.equal(error.name, 'WrongSettings', error.stack);
          assert.ok(error.message.startsWith(`${name} is ${JSON.stringify(value)}: it takes `), error.message);
          assert.equal(error.message.split('\n').length, 1);
          return true;
        },
      );
    });
  }

  for (const [name, value, got] of rightValues) {
    it(`take ${name}=${value}`, () => {
      const key = Object.entries(settings).find(([, setting]) => setting.name === name)![0] as keyof typeof settings;

      assert.deepEqual(readConfig({ [name]: value })[key], got);
    });
  }

  it('take several secrets between commas, none of them short, and say how to make one', () => {
    const long = 'x'.repeat(32);

    assert.deepEqual(readConfig({ PARVIS_JWT_SECRET: `${long}1, ${long}2,` }).jwtSecret, [`${long}1`, `${long}2`]);
    for (const [name, value] of [
      ['PARVIS_JWT_SECRET', `${long},hunter2`],
      ['PARVIS_JWT_SECRET', ','],
      ['PARVIS_METRICS_TOKEN', 'a token with spaces'],
    ] as const)
      assert.throws(
        () => readConfig({ [name]: value }),
        ({ message }: Error) => message.includes('`openssl rand -base64 32` makes one') && !message.includes(value),
      );
  });

  it('never repeat a secret', () => {
    assert.throws(
      () => readConfig({ PARVIS_JWT_SECRET: 'hunter2' }),
      (error: Error) => !error.message.includes('hunter2'),
    );
  });

  it('say all that is wrong, a line each', () => {
    assert.throws(
      () => readConfig({ PORT: 'x', PARVIS_DEMO: 'y' }),
      (error: Error) => error.message.split('\n').length === 2,
    );
  });

  it('take an empty variable for none', () => {
    assert.equal(readConfig({ PORT: '' }).port, 4000);
  });

  it('refuse demo sign-in and the demo intranet in production', () => {
    const production = { NODE_ENV: 'production' };

    assert.throws(() => readConfig({ ...production, PARVIS_AUTH: 'jwt,demo' }), /PARVIS_AUTH .*NODE_ENV is production/);
    assert.throws(() => readConfig({ ...production, PARVIS_DEMO: 'true' }), /PARVIS_DEMO .*NODE_ENV is production/);
  });

  it('refuse a limit of requests into which the longest post or comment does not fit', () => {
    const tooSmall = (environment: Record<string, string>, message: string) =>
      assert.throws(() => readConfig(environment), { name: 'WrongSettings', message });

    tooSmall(
      { PARVIS_BODY_LIMIT: '79999' },
      'PARVIS_BODY_LIMIT is "79999": it takes 80000 bytes or more, since PARVIS_POST_MAX_LENGTH is 20000 and the longest text must fit.',
    );
    tooSmall(
      { PARVIS_COMMENT_MAX_LENGTH: '100000' },
      'PARVIS_BODY_LIMIT is "300000": it takes 320000 bytes or more, since PARVIS_COMMENT_MAX_LENGTH is 100000 and the longest text must fit.',
    );
    assert.doesNotThrow(() => readConfig({ PARVIS_BODY_LIMIT: '80000' }));
    assert.doesNotThrow(() => readConfig({ PARVIS_BODY_LIMIT: '320000', PARVIS_POST_MAX_LENGTH: '100000' }));
  });

  it('refuse a proxy without an address to trust', () => {
    assert.throws(() => readConfig({ PARVIS_AUTH: 'proxy' }), /PARVIS_TRUSTED_PROXIES/);
  });

  it('refuse tokens without issuer, audience and key, or with two keys', () => {
    const whole = {
      PARVIS_AUTH: 'jwt',
      PARVIS_JWT_ISSUER: 'https://login.example.org',
      PARVIS_JWT_AUDIENCE: 'parvis',
      PARVIS_JWT_SECRET: 'x'.repeat(32),
    };

    assert.doesNotThrow(() => readConfig(whole));
    assert.throws(() => readConfig({ ...whole, PARVIS_JWT_ISSUER: '' }), /PARVIS_JWT_ISSUER/);
    assert.throws(() => readConfig({ ...whole, PARVIS_JWT_AUDIENCE: '' }), /PARVIS_JWT_AUDIENCE/);
    assert.throws(() => readConfig({ ...whole, PARVIS_JWT_SECRET: '' }), /PARVIS_JWT_JWKS_URL/);
    assert.throws(
      () => readConfig({ ...whole, PARVIS_JWT_JWKS_URL: 'https://login.example.org/keys' }),
      /PARVIS_JWT_SECRET/,
    );
  });
});
