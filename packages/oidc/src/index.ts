/** Reads a job's ID token, and explains why a trust policy refused it. */

export { CAUSES } from './causes/index.ts';
export { conditionHolds, statementHolds } from './compare.ts';
export { diagnose } from './diagnose.ts';
export type { DiagnoseInput } from './diagnose-input.ts';
export { bareIssuer, type IssuerKind, issuerKind } from './issuer.ts';
export { readIdToken } from './read-id-token.ts';
export { type ExpectedSubjects, expectedSubjects, type ParsedSubject, parseSubject } from './subject.ts';
