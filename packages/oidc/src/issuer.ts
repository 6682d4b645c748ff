/** Which of GitHub's installations, if any, an issuer stands for. */

/**
 * `public`: github.com; `enterprise`: github.com with the slug of an enterprise that asked for it; `residency`: a ghe.com tenant; `server`: GitHub Enterprise Server; `other`: not GitHub, or not told by the address.
 *
 * See "OpenID Connect reference" and "Enforcing policies for GitHub Actions in your enterprise" in GitHub's documentation.
 */
export type IssuerKind = 'public' | 'enterprise' | 'residency' | 'server' | 'other';

/** The issuer of github.com, as cloud trust policies write it. */
export const PUBLIC_ISSUER = 'token.actions.githubusercontent.com';

/** An issuer without scheme and trailing slash, as cloud trust policies write it. */
export function bareIssuer(issuer: string): string {
  return issuer.replace(/^https?:\/\//, '').replace(/\/$/, '');
}

/**
 * Tells the kind of an issuer.
 *
 * @param issuer - the `iss` claim, with or without `https://`
 * @example issuerKind('https://token.actions.githubusercontent.com/acme') // 'enterprise'
 */
export function issuerKind(issuer: string): IssuerKind {
  const bare = bareIssuer(issuer);
  if (bare === PUBLIC_ISSUER) return 'public';
  if (bare.startsWith(`${PUBLIC_ISSUER}/`)) return 'enterprise';
  if (/^token\.actions\.[a-z0-9-]+\.ghe\.com$/.test(bare)) return 'residency';
  if (bare.endsWith('/_services/token')) return 'server';
  return 'other';
}
