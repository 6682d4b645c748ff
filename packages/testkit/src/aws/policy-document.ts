/** Policy documents: read, checked for shape, and measured as AWS measures them. */

import { AwsFailure } from './failure.ts';

/** One statement, as far as the stand-in looks into it. */
export interface Statement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: string | Readonly<Record<string, string | readonly string[]>>;
  readonly Action?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

export interface PolicyDocument {
  readonly Version?: string;
  readonly Statement: Statement | readonly Statement[];
}

/** The statements, of which there may be one without a list. */
export function statements(document: PolicyDocument): readonly Statement[] {
  return Array.isArray(document.Statement) ? document.Statement : [document.Statement as Statement];
}

/** Characters without white space, which is what IAM's quotas count. */
export function policySize(text: string): number {
  return text.replace(/\s/g, '').length;
}

/** Answers what is wrong with a document, nothing when it is right. */
export type DocumentCheck = (document: unknown) => readonly { readonly path: string; readonly message: string }[];

/**
 * Reads an identity policy, session policy or boundary.
 *
 * @throws AwsFailure `MalformedPolicyDocument`
 */
export function readPolicyDocument(text: string, check: DocumentCheck): PolicyDocument {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (cause) {
    throw malformed('This policy contains invalid Json', { cause });
  }
  if (typeof document !== 'object' || document === null) throw malformed('Syntax errors in policy.');
  const [problem] = check(document);
  if (problem) throw malformed(`Syntax errors in policy: ${problem.path}: ${problem.message}`);
  return document as PolicyDocument;
}

function malformed(message: string, options?: ErrorOptions): AwsFailure {
  return new AwsFailure(400, 'MalformedPolicyDocument', message, options);
}
