/** The names of IAM actions, checked before AWS sees them: AWS takes a misspelt one without a word, and it allows nothing. */

import { suggest } from '@leasehold/core';
import { AWS_SERVICES } from './services.ts';

/** What is wrong with a piece of a policy, and what to write instead. */
export interface Fault {
  /** Completes `line 2 of allow: …`. */
  readonly message: string;
  readonly help: string;
}

const KNOWN: ReadonlySet<string> = new Set(AWS_SERVICES);

/**
 * Finds what is wrong with an action.
 *
 * @param action - such as `s3:GetObject` or `s3:Get*`; case does not matter to IAM
 * @returns undefined when IAM would understand it
 */
export function actionFault(action: string): Fault | undefined {
  const colon = action.indexOf(':');
  const service = action.slice(0, Math.max(0, colon)).toLowerCase();
  if (colon < 1) return { message: `\`${action}\` names no service`, help: 'write `service:Action`, such as `s3:GetObject`' };
  if (/[*?]/.test(service)) {
    return {
      message: `\`${action}\` has a wildcard in its service`,
      help: 'name one service, and use wildcards after the colon only',
    };
  }
  if (!KNOWN.has(service)) {
    const meant = suggest(service, AWS_SERVICES);
    return {
      message: `\`${action}\` begins with \`${service}\`, which is not a service of AWS`,
      help: meant
        ? `did you mean \`${meant}:${action.slice(colon + 1)}\`?`
        : 'the prefixes stand in the Service Authorization Reference',
    };
  }
  if (!/^[A-Za-z0-9*?]+$/.test(action.slice(colon + 1))) {
    return {
      message: `\`${action}\` is not the name of an action`,
      help: 'after the colon come letters, digits and the wildcards `*` and `?`, such as `s3:Get*`',
    };
  }
  return undefined;
}

/**
 * Finds what is wrong with a resource.
 *
 * @param resource - an ARN, wildcards allowed, or `*`
 * @returns undefined when IAM would understand it
 */
export function resourceFault(resource: string): Fault | undefined {
  if (resource === '*') return undefined;
  if (!resource.startsWith('arn:')) {
    const bucket = /^s3:\/\/(.+)$/.exec(resource)?.[1];
    return {
      message: `\`${resource}\` is not an ARN`,
      help: bucket ? `write \`arn:aws:s3:::${bucket}\`` : 'resources are ARNs, such as `arn:aws:s3:::bucket/*`, or `*`',
    };
  }
  const parts = resource.split(':');
  if (parts.length < 6 || !parts[1] || !parts[2] || parts.slice(5).join(':') === '') {
    return {
      message: `\`${resource}\` is not a whole ARN`,
      help: 'an ARN has six parts, of which region and account may be empty: `arn:partition:service:region:account:resource`',
    };
  }
  return undefined;
}
