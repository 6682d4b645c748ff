import {
  TIERS
} from "./chunk-UG7343YP.js";

// packages/cli/src/lint/format-names.ts
var LINT_FORMATS = ["text", "json", "jsonl", "sarif", "github", "junit", "gitlab", "gitlab-codequality"];

// packages/cli/src/commands/lint.ts
var lint = {
  name: "lint",
  summary: "find static secrets in files, and fail when there is one",
  description: "Reads files and folders and tells every static secret in them: where it stands, how strong the evidence is, why it was taken for one, and what to do. Within a repository it reads what git tracks or would track. The secret itself is never shown, and nothing is sent anywhere.",
  arguments: [{ name: "[paths...]", description: "files and folders; the current folder when none is given" }],
  options: [
    { flags: "--stdin", description: "read standard input instead of files" },
    { flags: "--stdin-path <path>", description: "what to call standard input in the report", default: "stdin" },
    {
      flags: "--fail-on <tier>",
      description: "the weakest evidence that fails; what is weaker is told and does not fail",
      default: "prefixed",
      choices: TIERS
    },
    { flags: "--format <format>", description: "how to write the report", default: "text", choices: LINT_FORMATS },
    { flags: "--output <file>", description: "write the report to this file, and the text to stdout" },
    { flags: "--no-allow-list", description: "report what `.leasehold/allow.jsonl` allows, too" }
  ],
  examples: [
    { command: "leasehold lint", what: "all that git tracks or would track in the current folder" },
    { command: "leasehold lint src .env --fail-on proven", what: "these paths, and fail only on what is proven" },
    { command: "git diff --cached | leasehold lint --stdin --stdin-path staged.diff", what: "what is about to be committed" },
    { command: "leasehold lint --format sarif --output secrets.sarif", what: "a report for code scanning, and text to read" }
  ],
  exits: {
    0: "nothing was found that fails",
    1: "something was found that fails",
    2: "the command line or the allow list is wrong",
    3: "something could not be read, so that it is not known to be clean"
  },
  run: async (input, shell) => {
    const { runLint } = await import("./chunk-RNKOFE2S.js");
    return runLint(input, shell);
  }
};

// packages/cli/src/commands/lint-allow.ts
var lintAllow = {
  name: "lint allow",
  summary: "add a finding to the allow list, with a reason",
  description: "Adds one line to `.leasehold/allow.jsonl` of the repository, so that this secret no longer counts as a finding. The entry names the secret by its fingerprint, never by its place, so that it holds wherever the secret moves, and a new secret in the same place is found.",
  arguments: [{ name: "<fingerprint>", description: "as the report shows it" }],
  options: [
    { flags: "--rule <id>", description: "the rule that found it, as the report shows it", required: true },
    { flags: "--reason <text>", description: "why it may stay", required: true },
    { flags: "--owner <owner>", description: "who answers for it" },
    { flags: "--expires <date>", description: "the last day on which it is allowed, such as 2027-03-31" },
    { flags: "--path <glob>", description: "allow it in these files only, a glob" }
  ],
  examples: [
    {
      command: "leasehold lint allow 3f9c01d2a4b5c6d7e8f90a1b2c3d4e5f --rule github-token --reason 'revoked on 2026-11-01' --owner @acme/web --expires 2027-03-31",
      what: "with the fingerprint and the rule that the report shows"
    }
  ],
  exits: { 0: "the entry is written, or was there already", 2: "the command line or the allow list is wrong" },
  run: async (input, shell) => {
    const { addAllowEntry } = await import("./chunk-ZJXWRPAM.js");
    return addAllowEntry(input, shell);
  }
};

// packages/cli/src/command.ts
var FORMAT_OPTION = Object.freeze({
  flags: "--format <format>",
  description: "how to print the answer",
  default: "text",
  choices: ["text", "json"]
});
var FILE_OPTION = Object.freeze({
  flags: "--file <path>",
  description: "the policy file",
  default: ".github/leasehold.yml"
});

// packages/cli/src/commands/lint-rules.ts
var lintRules = {
  name: "lint rules",
  summary: "list the rules of lint, or show one",
  description: "Lists every kind of secret that lint knows, with the id by which findings and allow lists name it; or shows one with its description, what to do about it, and where its vendor documents it.",
  arguments: [{ name: "[id]", description: "the rule to show" }],
  options: [FORMAT_OPTION],
  examples: [
    { command: "leasehold lint rules", what: "every rule, one line each" },
    { command: "leasehold lint rules --format json", what: "every rule in full, for a machine" }
  ],
  exits: { 0: "shown", 2: "there is no rule of that id" },
  run: async (input, shell) => {
    const { showRules } = await import("./chunk-5RQ2SCXT.js");
    return showRules(input, shell);
  }
};

// packages/cli/src/commands/lint-commands.ts
var LINT_COMMANDS = [lint, lintRules, lintAllow];

export {
  FORMAT_OPTION,
  FILE_OPTION,
  LINT_COMMANDS
};
