/** The words, errors and ports that everything else is written in. */

export * from './decision.ts';
export * from './duration.ts';
export * from './ending.ts';
export * from './errors.ts';
export * from './finding.ts';
export * from './glob.ts';
export * from './grant.ts';
export * from './identity.ts';
export * from './lease.ts';
export * from './lease-id.ts';
export * from './ledger.ts';
export * from './platform.ts';
export * from './ports.ts';
export * from './provider.ts';
export * from './retry.ts';
export * from './secret.ts';
export * from './secret-forms.ts';
export * from './suggest.ts';
export * from './trust.ts';
