import type { Config } from '../config.ts';
import type { AudienceSource } from '../platform/audience.ts';
import type { Clock } from '../platform/clock.ts';
import { toGlobalId } from '../platform/ids.ts';
import type { Logger } from '../platform/log.ts';
import { withMemberships } from '../platform/memberships.ts';
import { anonymousStrategy } from './anonymous-strategy.ts';
import { demoStrategy } from './demo/demo-strategy.ts';
import { jwtStrategy } from './jwt-strategy.ts';
import { proxyStrategy } from './proxy-strategy.ts';
import { SignIn } from './sign-in.ts';
import { type Credentials, type Directory, SignInRefused, type Strategy } from './strategy.ts';
import { STRANGER, type Viewer } from '../platform/viewer.ts';

/** The header with the person (a global id) for whom a request is meant; it is executed for no one else. */
const meantFor = 'x-parvis-viewer';

/** Asks the strategies, in order, who the viewer is. */
export class Authenticator {
  readonly #strategies: readonly Strategy[];
  readonly #audiences: readonly AudienceSource[];

  /** @param audiences - Tell what a person may read beside what everybody may. */
  constructor(strategies: readonly Strategy[], audiences: readonly AudienceSource[]) {
    this.#strategies = strategies;
    this.#audiences = audiences;
  }

  /** @throws {SignInRefused} if the credentials are invalid, or the request is meant for another person. */
  async viewer(credentials: Credentials): Promise<Viewer> {
    const viewer = await this.#identify(credentials);
    const meant = credentials.header(meantFor);
    if (meant !== null && (viewer.id === null || meant !== toGlobalId('Person', viewer.id)))
      throw new SignInRefused('Another person is signed in now. Sign in again as the author of this.');
    return withMemberships(viewer, this.#audiences);
  }

  async #identify(credentials: Credentials): Promise<Viewer> {
    for (const strategy of this.#strategies) {
      const viewer = await strategy.identify(credentials);
      if (viewer) return viewer;
    }
    return STRANGER;
  }
}

/** @param first - Strategies that are asked before those of the settings. */
export function createAuthenticator(
  config: Config,
  directory: Directory,
  audiences: readonly AudienceSource[],
  clock: Clock,
  log: Logger,
  first: (directory: Directory) => readonly Strategy[] = () => [],
): Authenticator {
  const { provision, loginDomains: domains } = config;
  const signIn = new SignIn({ directory, provision, domains, log, clock });
  const make = {
    anonymous: () => anonymousStrategy(config.anonymous),
    demo: () => demoStrategy(directory, { default: config.demoPersona, offered: config.demoPersonas }),
    proxy: () => {
      const headers = { user: config.proxyHeader, name: config.proxyNameHeader, email: config.proxyEmailHeader };
      return proxyStrategy(signIn, headers, config.trustedProxies);
    },
    jwt: () => {
      const key = config.jwtJwksUrl ? { jwksUrl: config.jwtJwksUrl } : { secrets: config.jwtSecret! };
      const claims = { handle: config.jwtHandleClaim, email: config.jwtEmailClaim, name: config.jwtNameClaim };
      const { jwtEmailTrusted: provesMails, jwtClockTolerance: clockTolerance } = config;
      const issued = { issuer: config.jwtIssuer!, audience: config.jwtAudience! };
      return jwtStrategy(signIn, { ...issued, key, claims, provesMails, clockTolerance }, clock);
    },
  };
  return new Authenticator([...first(directory), ...config.auth.map((name) => make[name]())], audiences);
}
