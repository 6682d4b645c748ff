/** Conformance suites; apart from the stand-ins, because they need a test runner. */

export * from './platform-suite.ts';
export * from './provider-suite.ts';
export * from './provider-world.ts';
export { shownText } from './shown-text.ts';
