import {
  aws
} from "./chunk-EAVRIK56.js";
import {
  textOf
} from "./start.js";

// packages/cli/src/provider-options.ts
function inlineOptions(options) {
  const specs = options.map(
    ({ name, description }) => [name, { flags: `--${name} <${name}>`, description: `inline: ${asPhrase(description)}` }]
  );
  return [...new Map(specs).values()];
}
function inlineValues(input, options) {
  const given = {};
  for (const { name } of options) {
    const value = textOf(input, name);
    if (value !== void 0) given[name] = value;
  }
  return given;
}
function asPhrase(description) {
  return description.replace(/\.$/, "").replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}

// packages/cli/src/trust/trust-options.ts
var ELSEWHERE = ["profile", "mask-account-id"];
var SET_UP_OPTIONS = aws.options.filter(({ name }) => !ELSEWHERE.includes(name));
var SUBJECT_CLAIMS = [
  "repository_id",
  "repository",
  "sub",
  "ref",
  "environment",
  "workflow",
  "job_workflow_ref",
  "actor",
  "actor_id",
  "enterprise_id"
];
var SUBJECT_OPTIONS = SUBJECT_CLAIMS.map((claim) => ({
  flags: `--${optionOfClaim(claim)} <pattern>`,
  description: `inline: the claim \`${claim}\` of jobs that may ask; globs, and may be given more than once`,
  repeatable: true
}));
function optionOfClaim(claim) {
  return claim.replaceAll("_", "-");
}

export {
  inlineOptions,
  inlineValues,
  SET_UP_OPTIONS,
  SUBJECT_CLAIMS,
  SUBJECT_OPTIONS,
  optionOfClaim
};
