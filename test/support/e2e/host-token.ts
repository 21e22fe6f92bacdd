import { SignJWT } from 'jose';

const secret = 'a secret that the intranet and Parvis share';

/** Makes a server take the tokens of an intranet. */
export const jwtSettings = {
  PARVIS_AUTH: 'jwt',
  PARVIS_DEMO: 'false',
  PARVIS_JWT_ISSUER: 'https://intranet.example',
  PARVIS_JWT_AUDIENCE: 'parvis',
  PARVIS_JWT_SECRET: secret,
};

/** The token that an intranet gives to somebody who has signed in there. */
export function hostToken(handle: string): Promise<string> {
  return new SignJWT({ preferred_username: handle })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('https://intranet.example')
    .setAudience('parvis')
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(secret));
}
