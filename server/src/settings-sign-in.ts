import {
  boolean,
  integer,
  listOf,
  network,
  oneOf,
  secrets,
  setting,
  text,
  webAddress,
} from './platform/settings-table.ts';

/** Settings of sign-in. */
export const signInSettings = {
  auth: setting('PARVIS_AUTH', {
    takes: listOf(oneOf('demo', 'proxy', 'jwt', 'anonymous'), 'ways to sign in'),
    default: 'anonymous',
    description: 'The methods of sign-in, in order; the first that identifies the person is used.',
  }),
  anonymous: setting('PARVIS_ANONYMOUS', {
    takes: oneOf('none', 'read'),
    default: 'none',
    description:
      'What signed-out visitors may read: nothing, or what every employee may read. Needs `anonymous` in PARVIS_AUTH.',
  }),
  provision: setting('PARVIS_PROVISION', {
    takes: boolean,
    default: 'true',
    description: 'Whether a person who signs in with `proxy` or `jwt` and is not in the directory is added to it.',
  }),
  loginDomains: setting('PARVIS_LOGIN_DOMAINS', {
    takes: listOf(['a domain such as CORP, or a realm', text.regex(/^[\p{L}\p{N}._-]+$/u)], 'domains'),
    default: '',
    description:
      'The domains and realms to remove from user names: `CORP\\jane`, `corp/jane` and `jane@CORP` become `jane`. User names with another domain in front are rejected.',
  }),
  signInUrl: setting('PARVIS_SIGN_IN_URL', {
    takes: webAddress,
    description: 'The address of the sign-in page. Widgets link to it for signed-out visitors.',
  }),
  proxyHeader: setting('PARVIS_PROXY_HEADER', {
    takes: ['the name of an HTTP header', text.regex(/^[\w-]+$/).toLowerCase()],
    default: 'X-Remote-User',
    description: 'The header in which the sign-in proxy sends the handle or e-mail address of the person.',
  }),
  proxyNameHeader: setting('PARVIS_PROXY_NAME_HEADER', {
    takes: ['the name of an HTTP header', text.regex(/^[\w-]+$/).toLowerCase()],
    description:
      'The header in which the sign-in proxy sends the name of the person, as UTF-8 or percent-encoded. Used when they are added to the directory. Set it only if your proxy always sets or clears this header. If unset, no name is read.',
  }),
  proxyEmailHeader: setting('PARVIS_PROXY_EMAIL_HEADER', {
    takes: ['the name of an HTTP header', text.regex(/^[\w-]+$/).toLowerCase()],
    description:
      'The header in which the sign-in proxy sends the e-mail address of the person, which it has verified. Set it only if your proxy always sets or clears this header. If unset, no address is read.',
  }),
  trustedProxies: setting('PARVIS_TRUSTED_PROXIES', {
    takes: listOf(network, 'addresses'),
    default: '',
    description:
      'The addresses of your proxies. Only these may send the headers of sign-in, and `X-Forwarded-For`, which identifies the addresses of signed-out visitors for limits.',
  }),
  jwtIssuer: setting('PARVIS_JWT_ISSUER', {
    takes: ['the `iss` of tokens', text],
    description: 'The issuer that a token must have.',
  }),
  jwtAudience: setting('PARVIS_JWT_AUDIENCE', {
    takes: ['the `aud` of tokens', text],
    description: 'The audience that a token must have.',
  }),
  jwtJwksUrl: setting('PARVIS_JWT_JWKS_URL', {
    takes: webAddress,
    description: 'The address of the issuer’s public keys (JWKS).',
  }),
  jwtSecret: setting('PARVIS_JWT_SECRET', {
    takes: secrets(32),
    secret: true,
    description:
      'The secret shared with the issuer, for tokens signed by HMAC (HS256, HS384, HS512). Instead of PARVIS_JWT_JWKS_URL. With several between commas, each is accepted: docs/identity.md says how to change it.',
  }),
  jwtHandleClaim: setting('PARVIS_JWT_HANDLE_CLAIM', {
    takes: ['the name of a claim', text],
    default: 'preferred_username',
    description:
      'The claim with the handle or login name. If a token has neither this nor an e-mail address, `sub` is used.',
  }),
  jwtEmailClaim: setting('PARVIS_JWT_EMAIL_CLAIM', {
    takes: ['the name of a claim', text],
    default: 'email',
    description: 'The claim with the e-mail address.',
  }),
  jwtEmailTrusted: setting('PARVIS_JWT_EMAIL_TRUSTED', {
    takes: boolean,
    default: 'false',
    description:
      'Whether the issuer has verified the e-mail addresses in its tokens. If so, people are found by them, unless `email_verified` is not true. If not, addresses in tokens are ignored.',
  }),
  jwtNameClaim: setting('PARVIS_JWT_NAME_CLAIM', {
    takes: ['the name of a claim', text],
    default: 'name',
    description: 'The claim with the name of the person, used when they are added to the directory.',
  }),
  jwtClockTolerance: setting('PARVIS_JWT_CLOCK_TOLERANCE', {
    takes: integer(0, 600, 'seconds'),
    default: '60',
    description: 'How far the clocks of the issuer and of this server may differ, in seconds.',
  }),
};
