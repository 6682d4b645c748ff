/** Secret keys of Django, as `get_random_secret_key` makes them. */

import type { Candidate, SecretRule, Verdict } from '../rule.ts';

/** What it draws from, in the order of a pattern. */
const SIGNS = '0-9a-z!@#$%^&*(_=+)-';
/** Fifty random ones show thirty different signs; a row of asterisks does not. */
const DIFFERENT = 20;
const UNCHANGED = 'django-insecure-';

function check({ value }: Candidate): Verdict {
  if (new Set(value).size < DIFFERENT) return { evidence: 'none' };
  const why = value.startsWith(UNCHANGED)
    ? 'as `startproject` made it, which says itself that it is not for production'
    : undefined;
  return { evidence: 'shape', why: why ?? 'as long as the keys that Django makes, and of their signs' };
}

export const djangoSecretKey: SecretRule = {
  id: 'django-secret-key',
  title: 'Django secret key',
  description: 'Whoever knows the secret key of a site can sign its sessions, password resets and other tokens.',
  severity: 'high',
  tier: 'contextual',
  prefixes: ['SECRET_KEY'],
  shape: new RegExp(
    `SECRET_KEY["'\\]]{0,2}\\s{0,4}[=:,]\\s{0,4}["']?(?<secret>(?:${UNCHANGED})?[${SIGNS}]{50})(?![${SIGNS}])`,
    'y',
  ),
  near: ['django', 'keep the secret key used in production secret', 'settings.py'],
  check,
  remedy: {
    rotate:
      'Make another with `get_random_secret_key`, and keep this one in `SECRET_KEY_FALLBACKS` no longer than sessions have to live.',
  },
  reference: 'https://docs.djangoproject.com/en/stable/ref/settings/#secret-key',
  examples: (make) => {
    const key = (): string => make.chars(SIGNS, 50);
    return {
      positive: [`SECRET_KEY = '${UNCHANGED}${key()}'`, `SECRET_KEY="${key()}"`, `SECRET_KEY: ${make.chars('0-9a-z', 50)}`],
      negative: [
        `SECRET_KEY = '${'*'.repeat(50)}'`,
        `SECRET_KEY = env('DJANGO_SECRET_KEY')`,
        `SECRET_KEY = '${make.chars('0-9a-z', 32)}'`,
      ],
    };
  },
};
