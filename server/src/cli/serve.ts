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
      // Whatever else is logged, who runs it wants to know this.
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

/** An issuer that is away at the start may come later, so that it is no reason not to start. */
async function warnOfKeys({ auth, jwtJwksUrl: url }: Config, log: Logger): Promise<void> {
  const trouble = auth.includes('jwt') && url ? await keysTrouble(url) : null;
  if (trouble) log.warn({ url, trouble }, 'PARVIS_JWT_JWKS_URL: the keys cannot be had now, so nobody can sign in');
}
