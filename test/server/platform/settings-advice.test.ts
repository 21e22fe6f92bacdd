import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfig } from '../../../server/src/config.ts';
import { settingsAdvice } from '../../../server/src/settings-advice.ts';

const advice = (environment: Record<string, string>) => settingsAdvice(environment, readConfig(environment));

describe('advice on settings', () => {
  for (const [wrong, meant] of [
    ['PARVIS_ORIGIN', 'PARVIS_ORIGINS'],
    ['PARVIS_ORGINS', 'PARVIS_ORIGINS'],
    ['PARVIS-ORIGINS', 'PARVIS_ORIGINS'],
    ['parvis_origins', 'PARVIS_ORIGINS'],
    ['PARVIS_HOST', 'PARVIS_HOSTS'],
    ['PARVIS_TRUSTED_PROXY', 'PARVIS_TRUSTED_PROXIES'],
    ['PARVIS_JWT_JWKS_URI', 'PARVIS_JWT_JWKS_URL'],
    ['PARVIS_JWT_AUDIANCE', 'PARVIS_JWT_AUDIENCE'],
  ] as const) {
    it(`asks whether ${wrong} means ${meant}`, () => {
      assert.deepEqual(advice({ [wrong]: 'x' }), [
        `${wrong} is no setting and changes nothing. Did you mean ${meant}?`,
      ]);
    });
  }

  it('says where settings are listed when nothing is near', () => {
    assert.deepEqual(advice({ PARVIS_FAVOURITE_COLOUR: 'blue' }), [
      'PARVIS_FAVOURITE_COLOUR is no setting and changes nothing. docs/settings.md lists all there are.',
    ]);
  });

  it('says nothing of what orchestrators put there, nor of other programs', () => {
    const injected = {
      PARVIS_SERVICE_HOST: '10.96.0.12',
      PARVIS_SERVICE_PORT: '4000',
      PARVIS_SERVICE_PORT_HTTP: '4000',
      PARVIS_PORT: 'tcp://10.96.0.12:4000',
      PARVIS_PORT_4000_TCP: 'tcp://10.96.0.12:4000',
      PARVIS_PORT_4000_TCP_ADDR: '10.96.0.12',
      PARVIS_POSTGRES_SERVICE_HOST: '10.96.0.13',
      PARVIS_NAME: '/web/parvis',
      PARVIS_NODE_PICKED: '1',
      PATH: '/usr/bin',
      ORIGINS: 'https://intranet.example.org',
    };

    assert.deepEqual(advice(injected), []);
  });

  it('names what is open or useless in production, and only there', () => {
    const useless = advice({ NODE_ENV: 'production' });

    assert.equal(useless.length, 3, useless.join('\n'));
    assert.match(useless[0]!, /^PARVIS_HOSTS is not set/);
    assert.match(useless[1]!, /no one can read or write/);
    assert.match(useless[2]!, /^PARVIS_ORIGINS is not set/);
    assert.deepEqual(advice({}), []);
    assert.deepEqual(
      advice({
        NODE_ENV: 'production',
        PARVIS_HOSTS: 'social.example.org',
        PARVIS_ORIGINS: 'https://intranet.example.org',
        PARVIS_AUTH: 'proxy',
        PARVIS_TRUSTED_PROXIES: '127.0.0.1',
      }),
      [],
    );
  });

  it('asks for secrets that several servers share', () => {
    const production = {
      NODE_ENV: 'production',
      PARVIS_HOSTS: 'social.example.org',
      PARVIS_ORIGINS: 'https://intranet.example.org',
      PARVIS_AUTH: 'proxy',
      PARVIS_TRUSTED_PROXIES: '127.0.0.1',
      REDIS_URL: 'redis://127.0.0.1',
    };

    assert.match(advice(production).join(), /^PARVIS_SECRETS is not set: .*openssl rand -base64 32/);
    assert.deepEqual(advice({ ...production, PARVIS_SECRETS: 'x'.repeat(32) }), []);
  });
});
