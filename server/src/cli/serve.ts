import { keysTrouble } from '../auth/key-set.ts';
import { type Config, readConfig } from '../config.ts';
import { serve } from '../main.ts';
import type { Logger } from '../platform/log.ts';
import { version } from '../platform/version.ts';
import { settingsAdvice } from '../settings-advice.ts';

export async function serveAndAnnounce(): Promise<void> {
  const config = readConfig(process.env);
  await serve(config, {
    announce: ({ address }, { log, database }) => {
      // This line is logged at every log level.
      const announcing = log.isLevelEnabled('info') ? log : log.child({}, { level: 'info' });
      const events = config.redisUrl ? 'redis' : 'memory';
      announcing.info(
        { version, node: process.version, database: database.dialect, events, address },
        `Parvis listens on ${address}`,
      );
      for (const advice of settingsAdvice(process.env, config)) log.warn(advice);
      void warnOfKeys(config, log);
    },
  });
}

/** An issuer that is down at the start may come back, so the server starts anyway. */
async function warnOfKeys({ auth, jwtJwksUrl: url }: Config, log: Logger): Promise<void> {
  const trouble = auth.includes('jwt') && url ? await keysTrouble(url) : null;
  if (trouble) log.warn({ url, trouble }, 'PARVIS_JWT_JWKS_URL: the keys cannot be fetched now, so no one can sign in');
}
