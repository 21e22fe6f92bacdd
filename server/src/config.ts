import { readSettings, wrongSetting, WrongSettings } from './platform/settings-table.ts';
import { type Config, settings } from './settings.ts';

export type { Config } from './settings.ts';

/**
 * Reads all settings from environment variables.
 *
 * @throws {WrongSettings} with one line for each wrong setting.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const config = readSettings(settings, environment);
  const errors = [...demoErrors(config), ...proxyErrors(config), ...jwtErrors(config)];
  if (errors.length > 0) throw new WrongSettings(errors.join('\n'));
  return config;
}

function* demoErrors({ auth, environment, demo }: Config): Iterable<string> {
  if (environment !== 'production') return;
  if (auth.includes('demo'))
    yield wrongSetting(
      settings.auth.name,
      auth.join(','),
      'no `demo` where NODE_ENV is production, since anybody could sign in as anybody',
    );
  if (demo) yield wrongSetting(settings.demo.name, 'true', 'false where NODE_ENV is production');
}

function* proxyErrors({ auth, trustedProxies }: Config): Iterable<string> {
  if (auth.includes('proxy') && trustedProxies.length === 0) {
    yield wrongSetting(
      settings.trustedProxies.name,
      '',
      'the address of at least one proxy, since PARVIS_AUTH has `proxy`',
    );
  }
}

function* jwtErrors(config: Config): Iterable<string> {
  if (!config.auth.includes('jwt')) return;
  const { jwtIssuer, jwtAudience, jwtJwksUrl, jwtSecret } = config;
  if (!jwtIssuer)
    yield wrongSetting(settings.jwtIssuer.name, '', 'the issuer of the tokens, since PARVIS_AUTH has `jwt`');
  if (!jwtAudience)
    yield wrongSetting(settings.jwtAudience.name, '', 'the audience of the tokens, since PARVIS_AUTH has `jwt`');
  if (!jwtJwksUrl && !jwtSecret)
    yield wrongSetting(
      settings.jwtJwksUrl.name,
      '',
      'the address of the issuer’s keys (or set PARVIS_JWT_SECRET), since PARVIS_AUTH has `jwt`',
    );
  if (jwtJwksUrl && jwtSecret)
    yield wrongSetting(settings.jwtSecret.name, '…', 'nothing where PARVIS_JWT_JWKS_URL is set');
}
