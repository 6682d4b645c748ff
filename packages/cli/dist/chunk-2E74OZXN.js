import {
  FILE_OPTION,
  FORMAT_OPTION,
  LINT_COMMANDS
} from "./start.js";
import {
  CLAIM_OPTIONS,
  describedIdentity
} from "./chunk-LTRYSC77.js";
import {
  SET_UP_OPTIONS,
  SUBJECT_OPTIONS,
  inlineOptions,
  inlineValues
} from "./chunk-M3ZFJDXX.js";
import {
  mismatchLines
} from "./chunk-4RDBEBYK.js";
import {
  PROVIDERS
} from "./chunk-EAVRIK56.js";
import "./chunk-27MWGYOG.js";
import "./chunk-UD2TXTDT.js";
import "./chunk-EBHRQLJY.js";
import "./chunk-SUAM67JL.js";
import {
  formatDuration,
  parseDuration
} from "./chunk-SPD3I5TM.js";
import "./chunk-J675GY67.js";
import "./start.js";
import "./start.js";
import {
  logLines
} from "./start.js";
import {
  textOf
} from "./start.js";
import {
  EXIT
} from "./start.js";
import "./start.js";
import "./start.js";
import "./start.js";
import "./start.js";
import "./start.js";
import "./start.js";
import {
  ConfigError
} from "./start.js";
import "./start.js";

// packages/cli/src/commands/doctor.ts
var doctor = {
  name: "doctor",
  summary: "say what this job's ID token says, and why trust would refuse it",
  description: "Shows the claims of this job's ID token, never the token, and compares them with the subjects of a grant and with a trust policy, claim by claim, with the conditions that would let the job in. Outside a job it works with claims from a file. Given what AWS says of the role, it warns when whoever ends leases could widen the role.",
  arguments: [],
  options: [
    ...CLAIM_OPTIONS,
    { flags: "--id-token-file <path>", description: "a file with the ID token of this job (also `LEASEHOLD_ID_TOKEN_FILE`)" },
    {
      flags: "--audience <audience>",
      description: "the audience to ask for, and to expect (default: the grant's, else sts.amazonaws.com)"
    },
    { flags: "--grant <grant>", description: "compare with the subjects of this grant" },
    FILE_OPTION,
    { flags: "--trust-policy <path>", description: "compare with this trust policy, a JSON file" },
    {
      flags: "--role-description <path>",
      description: "the output of `aws iam get-role`: compare with its trust policy, and look at its permissions boundary"
    },
    FORMAT_OPTION
  ],
  examples: [
    { command: "leasehold doctor", what: "in a job: what does my token say?" },
    {
      command: "leasehold doctor --grant deploy-site --trust-policy trust.json",
      what: "would the grant and the trust policy let this job in?"
    },
    {
      command: "aws iam get-role --role-name site-deploy > role.json && leasehold doctor --claims claims.json --role-description role.json",
      what: "at a terminal: would the role let that job in, and is it safe to end leases on?"
    }
  ],
  exits: {
    0: "the job would be let in",
    1: "it would not",
    2: "the command line or a file is wrong",
    3: "the ID token could not be had"
  },
  run: async (input, shell) => {
    const { examine } = await import("./chunk-NKDG44M3.js");
    return examine(input, shell);
  }
};

// packages/cli/src/commands/exec.ts
var PROVIDER_OPTIONS = PROVIDERS.flatMap((provider) => provider.options);
var exec = {
  name: "exec",
  summary: "lease for one command, and end the lease when it ends",
  description: "Leases a credential, runs one command with it, and ends and verifies the lease when the command ends: also when it fails, when it dies, and on SIGINT, SIGTERM and SIGHUP, which are passed on to it. The credential stands in the environment of the command and nowhere else. The job proves who it is with the ID token of its CI platform, or with one from a file.",
  arguments: [{ name: "[grant]", description: "the grant of the policy file; left out in the inline form" }],
  options: [
    {
      flags: "--ttl <duration>",
      description: "how long the lease may live, such as `10m`; the ending comes first when the command is quicker"
    },
    { flags: "--reason <text>", description: "why; carried where the provider keeps it, and needed for a break-glass grant" },
    { flags: "--policy-file <path>", description: "the policy file", default: ".github/leasehold.yml" },
    {
      flags: "--id-token-file <path>",
      description: "a file with the ID token of this job; read anew for every exchange (also `LEASEHOLD_ID_TOKEN_FILE`)"
    },
    {
      flags: "--ledger-file <path>",
      description: "the file that the lines of the ledger are appended to (also `LEASEHOLD_LEDGER_FILE`)"
    },
    {
      flags: "--on-revoke-failure <answer>",
      description: "what to do when the lease did not end as promised: `fail` exits with 3",
      default: "fail",
      choices: ["fail", "warn"]
    },
    { flags: "--provider <id>", description: "inline: who gives the credential", choices: PROVIDERS.map(({ id }) => id) },
    ...inlineOptions(PROVIDER_OPTIONS)
  ],
  commandAfter: ["--provider", ...PROVIDER_OPTIONS.map(({ name }) => `--${name}`)],
  examples: [
    { command: "leasehold exec deploy-site -- aws s3 sync out s3://acme-site", what: "with a grant of the policy file" },
    {
      command: "leasehold exec --role arn:aws:iam::111122223333:role/site-deploy --region eu-west-1 --ttl 5m --allow 's3:PutObject on arn:aws:s3:::acme-site/*' -- ./deploy.sh",
      what: "without a policy file, everything inline"
    },
    {
      command: 'leasehold exec deploy-site --id-token-file "$CI_ID_TOKEN_FILE" -- ./deploy.sh',
      what: "on a CI system that writes its ID token to a file"
    }
  ],
  exits: {
    0: "the command succeeded and the lease ended as promised",
    1: "denied; the command was not run",
    2: "the command line, the configuration or the policy file is wrong; the command was not run",
    3: "the other side failed, or the lease did not end as promised",
    other: "the exit code of the command; 128 and the number of the signal it died of; 126 or 127 when it could not be run"
  },
  run: async (input, shell) => {
    const { runLeased } = await import("./chunk-J26QWULE.js");
    return runLeased(orderOf(input), shell);
  }
};
function orderOf(input) {
  const lease = input.positional[0];
  const options = inlineValues(input, PROVIDER_OPTIONS);
  const provider = textOf(input, "provider");
  refuseMixture(lease, [...provider === void 0 ? [] : ["provider"], ...Object.keys(options)]);
  if (input.tail.length === 0) {
    throw new ConfigError("there is no command to run", {
      code: "ERR_USAGE",
      help: "write it after `--`, such as `leasehold exec deploy-site -- ./deploy.sh`"
    });
  }
  const ttl = textOf(input, "ttl");
  return {
    wanted: {
      lease,
      reason: textOf(input, "reason"),
      policyFile: textOf(input, "policy-file"),
      provider: provider ?? "aws",
      ttl: ttl === void 0 ? void 0 : parseDuration(ttl),
      delivery: "env",
      onRevokeFailure: textOf(input, "on-revoke-failure") === "warn" ? "warn" : "fail",
      options
    },
    words: input.tail,
    idTokenFile: textOf(input, "id-token-file"),
    ledgerFile: textOf(input, "ledger-file")
  };
}
function refuseMixture(lease, inline) {
  if (lease === void 0 && inline.length === 0) {
    throw new ConfigError("there is nothing to lease", {
      code: "ERR_USAGE",
      help: "name a grant, or give `--role` and what else the provider needs"
    });
  }
  if (lease === void 0 || inline.length === 0) return;
  throw new ConfigError(`the grant \`${lease}\` cannot be combined with ${inline.map((name) => `\`--${name}\``).join(", ")}`, {
    code: "ERR_USAGE",
    help: `put ${inline.length === 1 ? "it" : "them"} under \`with\` of the grant in the policy file, or leave the grant out`
  });
}

// packages/cli/src/commands/hook-install.ts
var hookInstall = {
  name: "hook install",
  summary: "let git run lint on what is staged before each commit",
  description: "Writes a `pre-commit` hook that runs `leasehold lint --staged`, so that a secret is stopped before it is in the history. The hook goes where git looks for it, with `core.hooksPath` and in linked working trees too. A hook that is there already is kept. Where husky, lefthook or pre-commit is in charge, nothing is written and it is said what to add to its configuration.",
  arguments: [],
  options: [
    { flags: "--force", description: "keep a hook that is there and let it run first; write although a framework is in charge" },
    { flags: "--uninstall", description: "take away what was written, and put back the hook that was there before" }
  ],
  examples: [
    { command: "leasehold hook install", what: "in the repository of the current folder" },
    { command: "leasehold hook install --uninstall", what: "as it was before" }
  ],
  exits: {
    0: "the hook is there, or was there already; with `--uninstall`, it is gone",
    2: "nothing was written: there is no repository with a working tree, or something else is in charge of its hooks"
  },
  run: async (input, shell) => {
    const { installHook } = await import("./chunk-XGRILMSW.js");
    return installHook(input, shell);
  }
};

// packages/cli/src/commands/policy-check.ts
var DEFAULT_FILE = ".github/leasehold.yml";
var policyCheck = {
  name: "policy check",
  summary: "check a policy file, and list what it grants",
  description: "Reads a policy file and tells every mistake with file, line and column: unknown keys, misspelt claims, conditions that do not type-check, bad durations, and whatever a provider would refuse when a job asks. Nothing is sent anywhere.",
  arguments: [{ name: "[file]", description: `the policy file (default: "${DEFAULT_FILE}")` }],
  options: [FORMAT_OPTION],
  examples: [
    { command: "leasehold policy check", what: `check ${DEFAULT_FILE}` },
    { command: "leasehold policy check policies/web.yml --format json", what: "check another file, for a machine" }
  ],
  exits: { 0: "the file is right", 2: "the file is wrong or cannot be read" },
  run: async (input, shell) => {
    const [{ checkPolicyFile }, { grantTtl }] = await Promise.all([import("./chunk-7MWYQTFU.js"), import("./chunk-2AWXLUKS.js")]);
    const file = input.positional[0] ?? DEFAULT_FILE;
    const json = textOf(input, "format") === "json";
    try {
      const policy = await checkPolicyFile(file, shell.env, Date.now());
      const grants = [...policy.grants.values()].map((grant) => ({ ...grant, ttl: grantTtl(grant) }));
      if (json) shell.out.line(JSON.stringify({ valid: true, file, grants: grants.map(grantData) }, null, 2));
      else printGrants(grants, policy.guardrails.length, file, shell.out);
      return EXIT.clean;
    } catch (error) {
      if (!json || !(error instanceof ConfigError)) throw error;
      const { message, code, help, problems } = error;
      shell.out.line(JSON.stringify({ valid: false, file, message, code, help, problems }, null, 2));
      return EXIT.usage;
    }
  }
};
function grantData(grant) {
  const { id, purpose, owner, access, reviewed, provider, ttl, breakGlass } = grant;
  return { id, purpose, owner, access, ...reviewed ? { reviewed } : {}, provider, ttl, breakGlass };
}
function printGrants(grants, guardrails, file, out) {
  out.line(`${out.paint("green", "ok")} ${file}: ${count(grants.length, "grant")}, ${count(guardrails, "guardrail")}`);
  const rows = grants.map(({ id, access, provider, ttl, owner, purpose, breakGlass }) => [
    id,
    access,
    provider,
    ttlText(ttl),
    owner,
    breakGlass ? `${purpose} (break-glass)` : purpose
  ]);
  const widths = rows.reduce((all, row) => row.map((cell, at) => Math.max(all[at] ?? 0, cell.length)), []);
  for (const row of rows)
    out.line(
      `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join("  ").trimEnd()}`
    );
}
function ttlText({ default: usual, max }) {
  return usual === max ? formatDuration(max) : `${formatDuration(usual)}, at most ${formatDuration(max)}`;
}
function count(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

// packages/cli/src/decision.ts
function printDecision(decision, out) {
  const mark = decision.breakGlass ? ", break-glass" : "";
  if (decision.allowed) out.line(`${out.paint("green", "allow")} ${decision.grant} for ${formatDuration(decision.ttl)}${mark}`);
  else out.line(`${out.paint("red", "deny")} ${decision.grant}${mark}`);
  const width = Math.max(0, ...decision.rules.map(({ rule }) => rule.length));
  for (const { rule, passed, detail } of decision.rules) {
    out.line(
      `  ${passed ? out.paint("green", "yes") : out.paint("red", "no ")} ${logLines([`${rule.padEnd(width)}  ${detail}`])}`
    );
  }
  if (decision.mismatches.length > 0) out.line(logLines(["claims that did not match:", ...mismatchLines(decision.mismatches)]));
}

// packages/cli/src/commands/policy-explain.ts
var policyExplain = {
  name: "policy explain",
  summary: "say what the policy answers to a job, with every rule",
  description: "Decides about one request of a job that you describe, as the lease step would, and shows every rule that determined the answer and every claim that did not match. Nothing is sent anywhere.",
  arguments: [{ name: "<grant>", description: "the grant that the job asks for" }],
  options: [
    ...CLAIM_OPTIONS,
    { flags: "--ttl <duration>", description: "the TTL that the job asks for, such as `10m`" },
    { flags: "--reason <text>", description: "the reason that the job gives" },
    FILE_OPTION,
    FORMAT_OPTION
  ],
  examples: [
    { command: "leasehold policy explain deploy-site --claims claims.json", what: "a job whose claims stand in a file" },
    {
      command: "leasehold policy explain deploy-site --claims claims.json --claim ref=refs/heads/dev --ttl 30m",
      what: "the same job on another branch, asking for half an hour"
    }
  ],
  exits: { 0: "allowed", 1: "denied", 2: "the command line or the policy file is wrong" },
  run: async (input, shell) => {
    const grant = input.positional[0];
    const now = Date.now();
    const identity = await describedIdentity(input, now);
    if (!identity) {
      throw new ConfigError("no job is described", {
        code: "ERR_USAGE",
        help: "give `--claims FILE`, or `--sub SUBJECT` and `--claim NAME=VALUE`; what the token of a running job says is shown by `leasehold doctor`"
      });
    }
    const [{ readPolicyFile, grantOf }, { decide }] = await Promise.all([
      import("./chunk-7MWYQTFU.js"),
      import("./chunk-2AWXLUKS.js")
    ]);
    const file = textOf(input, "file");
    const policy = await readPolicyFile(file);
    grantOf(policy, grant, file);
    const ttl = textOf(input, "ttl");
    const reason = textOf(input, "reason");
    const request = {
      grant,
      ...ttl === void 0 ? {} : { ttl: parseDuration(ttl) },
      ...reason === void 0 ? {} : { reason }
    };
    const decision = decide(policy, request, identity);
    if (textOf(input, "format") === "json") shell.out.line(JSON.stringify(decision, null, 2));
    else printDecision(decision, shell.out);
    return decision.allowed ? EXIT.clean : EXIT.denied;
  }
};

// packages/cli/src/commands/rules-check.ts
var rulesCheck = {
  name: "rules check",
  summary: "check custom rules of lint, and try them on their examples",
  description: "Reads the custom rules of lint and tells every mistake with file, line and column: unknown keys, patterns that could take more than linear time or that do not begin with their anchor, ids that are taken. When all of them are right, each rule is tried on its examples among all the others, with the scanner that scans files: it must find every positive one and no negative one.",
  arguments: [{ name: "[paths...]", description: 'files and folders of rules (default: ".leasehold/rules" of the repository)' }],
  options: [FORMAT_OPTION],
  examples: [
    { command: "leasehold rules check", what: "the rules that lint uses here" },
    { command: "leasehold rules check acme.yml --format json", what: "one file, for a machine" }
  ],
  exits: {
    0: "every rule is right and does what its examples say",
    1: "a rule misses a positive example, or finds a negative one",
    2: "a rule is wrong, or a file cannot be read"
  },
  run: async (input, shell) => {
    const { printCheckedRules } = await import("./chunk-BSVZMV34.js");
    return printCheckedRules(input, shell);
  }
};

// packages/cli/src/commands/trust-aws.ts
var trustAws = {
  name: "trust aws",
  summary: "print the trust policy and the permissions that a grant needs on AWS",
  description: "Prints what a grant needs in an AWS account, ready to be loaded: the trust policy of the leased role, its permissions, and what whoever ends leases may do, never in a way in which that could widen the role. What AWS cannot hold to is said on stderr. Nothing is sent anywhere.",
  arguments: [{ name: "[grant]", description: "the grant of the policy file; left out in the inline form" }],
  options: [
    FILE_OPTION,
    {
      flags: "--issuer <url>",
      description: "the issuer of the jobs' ID tokens",
      default: "https://token.actions.githubusercontent.com"
    },
    {
      flags: "--form <form>",
      description: "where ended sessions are listed: in the role's permissions boundary, or inline under a boundary that caps the role",
      default: "boundary",
      choices: ["boundary", "inline"]
    },
    {
      flags: "--format <format>",
      description: "how to print it",
      default: "json",
      choices: ["json", "terraform", "cloudformation"]
    },
    { flags: "--ttl <duration>", description: "inline: the longest lease", default: "15m" },
    ...SUBJECT_OPTIONS,
    ...inlineOptions(SET_UP_OPTIONS)
  ],
  examples: [
    { command: "leasehold trust aws deploy-site --format terraform > leasehold.tf", what: "for a grant of the policy file" },
    {
      command: "leasehold trust aws --role arn:aws:iam::111122223333:role/site-deploy --region eu-west-1 --allow 's3:PutObject on arn:aws:s3:::acme-site/*' --revoker-role leasehold-revoker --repository-id 123456 --ref refs/heads/main",
      what: "without a policy file, everything inline"
    }
  ],
  exits: { 0: "printed", 2: "the command line or the policy file is wrong, or the trust would let in too much" },
  run: async (input, shell) => {
    const { printTrust } = await import("./chunk-RHTNIZF2.js");
    return printTrust(input, shell);
  }
};

// packages/cli/src/commands/try.ts
var tryOut = {
  name: "try",
  summary: "show the whole life of a lease on local stand-ins; nothing to configure",
  description: "Starts an OIDC issuer and a stand-in for STS, IAM and S3 on this machine, lets two jobs lease at once, and shows what each may do, how one lease is ended and proven dead while the other lives on, and what is written down. The requests are real, the policies are evaluated by an IAM evaluator, and nothing leaves this machine.",
  arguments: [],
  options: [],
  examples: [{ command: "leasehold try", what: "takes about a second" }],
  exits: {
    0: "everything happened as it is told",
    2: "the policy evaluator is not installed",
    3: "something did not happen as it would have been told"
  },
  run: async (_input, shell) => {
    const { showLife } = await import("./chunk-R4C7FBHM.js");
    return showLife(shell);
  }
};

// packages/cli/src/commands/index.ts
var COMMANDS = [
  tryOut,
  policyCheck,
  policyExplain,
  trustAws,
  doctor,
  exec,
  ...LINT_COMMANDS,
  rulesCheck,
  hookInstall
];
var GROUPS = {
  hook: "let git run lint before each commit",
  policy: "check a policy file, or explain what it answers",
  rules: "check rules of lint that are your own",
  trust: "print what a grant needs on the side of a provider"
};
export {
  COMMANDS,
  GROUPS
};
