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
