/** Service role keys of Supabase in their older form: tokens whose claims stand in a fixed order. */

import { instantOf } from '../proof/instant.ts';
import { judgedForm } from '../proof/judged.ts';
import { readJwt, writeJwt } from '../proof/jwt.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

function check({ value }: Candidate): Verdict {
  const claims = readJwt(value)?.claims;
  const read =
    claims?.role === 'service_role'
      ? `role \`service_role\` of project ${String(claims.ref)}, until ${instantOf(claims.exp) ?? 'never'}`
      : undefined;
  return judgedForm(read, 'does not decode to a token of a service role');
}

export const supabaseServiceRoleKey: SecretRule = {
  id: 'supabase-service-role-key',
  title: 'Supabase service role key',
  description: 'The service role key reads and writes every row of the database, whatever its policies say.',
  severity: 'critical',
  prefixes: ['eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJzdXBhYmFzZSIsInJlZiI6I'],
  // The role stands in a place that the base 64 of it can be read at.
  shape:
    /eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9\.eyJpc3MiOiJzdXBhYmFzZSIsInJlZiI6I[A-Za-z0-9_-]{39}InNlcnZpY2Vfcm9sZSIs[A-Za-z0-9_-]{10,100}\.[A-Za-z0-9_-]{43}/y,
  check,
  remedy: {
    rotate: 'Replace it by a secret key under Settings, API Keys, then disable the legacy keys or change the JWT secret.',
  },
  reference: 'https://supabase.com/docs/guides/api/api-keys',
  examples: (make) => {
    const token = (role: string): string =>
      writeJwt({ iss: 'supabase', ref: make.chars('a-z', 20), role, iat: 1_700_000_000, exp: 2_015_576_000 }, make.bytes(32));
    return { positive: [token('service_role')], negative: [token('anon')] };
  },
};
