/** The adapter that gives and takes back a credential: what every provider must be able to do. */

import type { Ended } from './ending.ts';
import type { CredentialMark, Handle, LeaseOrder, Plan } from './lease.ts';
import type { Ports } from './ports.ts';
import type { Secret } from './secret.ts';
import type { TrustCondition, TrustStatement } from './trust.ts';

/** One option of a provider: an input of the action, a key of `with`, a flag, a row of the reference page. */
export interface OptionDefinition {
  /** Kebab case, the same everywhere. */
  readonly name: string;
  /** One sentence, Markdown. */
  readonly description: string;
  readonly required?: boolean;
  readonly default?: string;
  /** An example value. */
  readonly example?: string;
}

/** One output of a provider. */
export interface OutputDefinition {
  readonly name: string;
  /** One sentence, Markdown. */
  readonly description: string;
}

/** A freshly minted ID token with what it says. */
export interface IdToken {
  readonly token: Secret;
  /** Seconds since the epoch. */
  readonly issuedAt: number;
  /** Seconds since the epoch. */
  readonly expiresAt: number;
}

/** Mints an ID token for an audience, a new one at every call: one attempt, the caller retries it together with what the token is for. */
export type Mint = (audience: string) => Promise<IdToken>;

/** What came back from an exchange. */
export interface Issued {
  /** The whole credential as JSON, for the probe of the post step. */
  readonly credential: Secret;
  readonly mark: CredentialMark;
  /** Milliseconds since the epoch, by the provider and our time box. */
  readonly expiresAt: number;
  /** The handle with what only the answer told. */
  readonly handle: Handle;
}

/** How a credential looks to the steps that follow. */
export interface Delivered {
  /** Environment variables; a Secret is masked before it is set. */
  readonly env: Readonly<Record<string, string | Secret>>;
  /** Outputs of the step; a Secret is masked before it is set. */
  readonly outputs: Readonly<Record<string, string | Secret>>;
  /** Files for the private folder: name to content. */
  readonly files: Readonly<Record<string, Secret>>;
}

/** What the post step hands to {@link Provider.end}. */
export interface EndOrder {
  readonly handle: Handle;
  /** The lease's own credential, for the probe; undefined when main died before it was saved. */
  readonly credential: Secret | undefined;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  readonly audience: string;
  readonly mint: Mint;
  /** Milliseconds since the epoch by when an answer is needed. */
  readonly deadline: number;
}

/** The provider's own trust policies, as text and as data. */
export interface ProviderTrust {
  /**
   * Reads a trust policy.
   *
   * @param file - named in problems
   * @throws ConfigError when it is not one
   */
  read(text: string, file: string): readonly TrustStatement[];
  /** Writes conditions as they stand in a trust policy. */
  render(conditions: readonly TrustCondition[], issuer: string): string;
}

/** The half of a provider that ends what the other half began. */
export interface LeaseEnding {
  /** Lower case; the value of `provider:`. */
  readonly id: string;

  /** Ends the lease and verifies that it is dead, within the deadline. Ending what is gone is success. Never throws for what the other side did. */
  end(order: EndOrder, ports: Ports): Promise<Ended>;
}

/**
 * The contract. `O` is the provider's options, parsed at the edge and trusted inside.
 *
 * Every method but `exchange` and `end` is pure.
 */
export interface Provider<O = unknown> extends LeaseEnding {
  readonly title: string;
  readonly options: readonly OptionDefinition[];
  /** What `deliver` may set as outputs of the step. */
  readonly outputs: readonly OutputDefinition[];
  readonly trust: ProviderTrust;

  /**
   * Reads the options, before any network call.
   *
   * @param raw - from inputs (text) or from `with` of a grant (YAML values)
   * @param env - the environment variables that the provider documents
   * @throws ConfigError when one is missing, unknown or wrong
   */
  parse(raw: Readonly<Record<string, unknown>>, env: Readonly<Record<string, string | undefined>>): O;

  /** The audience of the ID token. */
  audience(options: O): string;

  /** What is reached, and the scope in readable lines. */
  describe(options: O): { readonly target: string; readonly scope: readonly string[] };

  /**
   * Decides names, sizes, time box and ending.
   *
   * @throws ConfigError when what was asked cannot be issued, such as a session policy that is too large
   */
  plan(options: O, order: LeaseOrder): Plan;

  /**
   * Sends one exchange and judges the answer: one attempt, the caller retries.
   *
   * @throws DeniedError when refused, UpstreamError when the other side failed
   */
  exchange(plan: Plan, token: IdToken, ports: Ports): Promise<Issued>;

  /** How the credential is handed over, for every delivery at once; `folder` is the lease's private folder. */
  deliver(handle: Handle, credential: Secret, folder: string): Record<'env' | 'file' | 'output', Delivered>;
}
