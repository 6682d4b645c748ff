/** API keys of Google; those of Firebase and of maps stand in every page. */

import type { Candidate, SecretRule, Verdict } from '../rule.ts';

/** What stands around the key of a web or mobile app, as Firebase hands its configuration out. */
const FIREBASE =
  /authDomain|messagingSenderId|firebaseapp\.com|firebaseConfig|firebaseio\.com|google-services|mobilesdk_app_id|GoogleService-Info|REVERSED_CLIENT_ID|GCM_SENDER_ID|FIREBASE_/;
/** Where maps are drawn in a page. */
const MAPS = /maps\.google(?:apis)?\.com\/maps\/api\/js[^\s"']{0,80}$/;

function check({ before, after }: Candidate): Verdict {
  if (FIREBASE.test(before) || FIREBASE.test(after))
    return { evidence: 'public', why: 'the key of a Firebase app, which is shipped with it and grants nothing by itself' };
  if (MAPS.test(before)) return { evidence: 'public', why: 'a key of a map in a page, where everybody can read it' };
  return { evidence: 'shape' };
}

export const googleApiKey: SecretRule = {
  id: 'google-api-key',
  title: 'Google API key',
  description: "An API key calls what it is not restricted from at its project's expense.",
  severity: 'medium',
  prefixes: ['AIza'],
  shape: /AIza[A-Za-z0-9_-]{35}/y,
  check,
  remedy: { rotate: 'Restrict it to its APIs and callers, or delete it, at console.cloud.google.com/apis/credentials.' },
  reference: 'https://cloud.google.com/docs/authentication/api-keys',
  examples: (make) => {
    const key = (): string => `AIza${make.chars('A-Za-z0-9_-', 34)}${make.chars('A-Za-z0-9', 1)}`;
    return { positive: [key(), `key=${key()}`], negative: [`AIza${make.chars('A-Za-z0-9', 30)}`] };
  },
};
