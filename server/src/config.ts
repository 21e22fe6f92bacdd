import { readSettings, wrongSetting, WrongSettings } from './platform/settings-table.ts';
import { mailErrors } from './mail/mail-settings.ts';
import { indexNameIn, parsePagePattern } from './modules/subjects/page-pattern.ts';
import { type Config, settings } from './settings.ts';

export type { Config } from './settings.ts';

/**
 * Reads all settings from environment variables.
 *
 * @throws {WrongSettings} with one line for each wrong setting.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const config = readSettings(settings, environment);
  const errors = [
    ...demoErrors(config),
    ...proxyErrors(config),
    ...jwtErrors(config),
    ...bodyErrors(config),
    ...ruleErrors(config),
    ...passErrors(config),
    ...mailErrors(config),
  ];
  if (errors.length > 0) throw new WrongSettings(errors.join('\n'));
  return config;
}

/** In UTF-8, as what people type is sent; text fields count in UTF-16 units. */
const bytesOfCharacter = 3;
/** What a request has beside the text: the operation, and the title and address of its page. */
const bytesBeside = 20_000;

function* bodyErrors({ bodyLimit, postMaxLength, commentMaxLength }: Config): Iterable<string> {
  const [length, { name }] =
    postMaxLength >= commentMaxLength
      ? [postMaxLength, settings.postMaxLength]
      : [commentMaxLength, settings.commentMaxLength];
  const least = length * bytesOfCharacter + bytesBeside;
  if (bodyLimit < least)
    yield wrongSetting(
      settings.bodyLimit.name,
      String(bodyLimit),
      `${least} bytes or more, since ${name} is ${length} and the longest text must fit`,
    );
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

function* ruleErrors({ pageRules, indexNames }: Config): Iterable<string> {
  for (const { pattern, readers } of pageRules) {
    const file = indexNameIn(parsePagePattern(pattern), indexNames);
    if (file)
      yield wrongSetting(
        settings.pageRules.name,
        `${pattern} -> ${readers}`,
        `patterns without the names of index files: “${file}” is left out of page keys, since PARVIS_INDEX_NAMES has it`,
      );
  }
}

function* passErrors({ passKeys, indexNames }: Config): Iterable<string> {
  for (const { name, patterns } of passKeys) {
    const file = patterns.map((pattern) => indexNameIn(pattern, indexNames)).find((found) => found !== null);
    if (file)
      yield wrongSetting(
        settings.passKeys.name,
        '…',
        `patterns without the names of index files: “${file}” of the key ${name} is left out of page keys, since PARVIS_INDEX_NAMES has it`,
      );
  }
}
