/** Credentials in base64, as manifests and environment variables carry them. */

import type { Family } from './family.ts';

const SET = '[A-Za-z0-9+/]';
/** Up to 5,000 characters of base64, the longest form first: one count goes to 1,000 only, and of each form only the last is open, so that nothing is tried twice. */
const LONG = `(${[4, 3, 2, 1, 0].map((whole) => `${`${SET}{1000}`.repeat(whole)}${SET}{${whole > 0 ? 0 : 60},1000}`).join('|')})[=]{0,2}`;

export const ENCODED: Family = {
  id: 'encoded',
  opens: 'decode it and be who it belongs to',
  severity: 'high',
  rotate: () => 'Decode it, and revoke what is inside where it was issued.',
  rows: [
    {
      id: 'pem-private-key-base64',
      vendor: 'PEM',
      kind: 'private key in base64',
      // `-----BEGIN `, then nothing, `RSA `, `EC `, `DSA ` or `OPENSSH `, then `PRIVATE KEY`; an encrypted key is none of them.
      shape: `LS0tLS1CRUdJTiB(QUklWQVRFIEtFWS0tLS0t|SU0EgUFJJVkFURSBLRVktLS0tL|FQyBQUklWQVRFIEtFWS0tLS0t|EU0EgUFJJVkFURSBLRVktLS0tL|PUEVOU1NIIFBSSVZBVEUgS0VZLS0tLS)${LONG}`,
      severity: 'critical',
      rotate: 'Replace the key pair wherever its public half is trusted.',
    },
    { id: 'jwt-base64', vendor: 'JSON Web Token', kind: 'in base64', shape: `ZXlKaGJHY2lPaU${LONG}` },
    {
      id: 'google-api-key-base64',
      vendor: 'Google',
      kind: 'API key in base64',
      shape: 'QUl6YVN[A-Za-z0-9+/]{45}[=]{0,2}',
      severity: 'medium',
      rotate: 'Restrict it to its APIs and callers, or delete it, at console.cloud.google.com/apis/credentials.',
    },
  ],
};
