import {
  ACCESS_LEVELS
} from "./chunk-UD2TXTDT.js";
import {
  formatDuration
} from "./chunk-SPD3I5TM.js";
import {
  logLines,
  oneLine
} from "./start.js";
import {
  ConfigError,
  InternalError
} from "./start.js";

// packages/report/src/ending.ts
var PROMISES = {
  revoked: "revoked when the job ends",
  denied: "denied when the job ends: it still authenticates, and every request is refused",
  ungranted: "ungranted when the job ends: the access behind it is taken away",
  expires: "expires: only time ends it, also when the job is over"
};
function endingLine(ending) {
  const box = ending.timeBoxed ? "; a time box keeps it below the provider's own minimum" : "";
  return `${PROMISES[ending.kind]}${box}${ending.kind === "expires" ? ` (${ending.why})` : ""}`;
}

// packages/core/src/ending.ts
var ENDING_KINDS = ["revoked", "denied", "ungranted", "expires"];

// packages/core/src/lease.ts
var DELIVERIES = ["env", "file", "output"];

// packages/core/src/ledger.ts
var LEDGER_EVENTS = ["requested", "denied", "issued", "delivered", "revoked", "verified", "failed", "restored"];

// packages/report/src/instant.ts
function formatInstant(ms) {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? "an unknown time" : `${date.toISOString().slice(0, 19).replace("T", " ")} UTC`;
}
function formatUntil(ms, now) {
  const seconds = Math.round((ms - now) / 1e3);
  return `${formatInstant(ms)} (${seconds < 0 ? `${formatDuration(-seconds)} ago` : `in ${formatDuration(seconds)}`})`;
}

// packages/report/src/job.ts
var PARTS = [
  ["repository", ""],
  ["ref", "at "],
  ["environment", "environment "],
  ["event_name", "on "],
  ["actor", "by "]
];
function jobLine(identity, mark) {
  const told = PARTS.flatMap(([claim, before]) => identity[claim] === void 0 ? [] : [`${before}${mark(identity[claim])}`]);
  const subject = identity.sub;
  if (told.length > 0) return told.join(", ");
  return subject === void 0 ? "a job whose token tells no name" : mark(subject);
}

// packages/report/src/markdown.ts
var MEANINGFUL = /[&<>`|\\*_~[\]#@:$]/g;
var UNSAFE_IN_CODE = /[`|\\<>&]/;
function text(words) {
  return oneLine(words).replaceAll(MEANINGFUL, entity);
}
function code(words) {
  const line = oneLine(words);
  if (line === "") return "<code> </code>";
  return UNSAFE_IN_CODE.test(line) ? `<code>${text(line)}</code>` : `\`${line}\``;
}
function sentence(words) {
  return oneLine(words).split("`").map(
    (part, index, parts) => index % 2 === 0 ? plainText(part) : index + 1 === parts.length ? plainText(`\`${part}`) : code(part)
  ).join("");
}
function plainText(words) {
  return words.replaceAll(/[&<>`|\\*_~[\]#@$]|:(?=\/\/)/g, entity);
}
function entity(character) {
  return `&#${character.charCodeAt(0)};`;
}
function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
function blocks(...parts) {
  return `${parts.filter((part) => part !== "").join("\n\n")}
`;
}

// packages/report/src/lease.ts
var WHOLE_TARGET = "all that the target allows";
var SCOPE_LINES_IN_LOG = 3;
function leaseSummary(record2, now) {
  const { subject, ending } = record2;
  const access = subject.access === void 0 ? "" : ` (${text(subject.access)})`;
  const rows = [
    ["Purpose", subject.purpose && text(subject.purpose)],
    ["Owner", subject.owner && code(subject.owner)],
    ["Reason", subject.reason && text(subject.reason)],
    ["Target", `${code(subject.target)}${access}`],
    ["Scope", subject.scope.length === 0 ? WHOLE_TARGET : subject.scope.map(code).join("<br>")],
    ["For", jobLine(subject.identity, code)],
    ["Until", formatUntil(record2.expiresAt, now)],
    ["Ending", sentence(endingLine(ending))]
  ];
  const told = rows.filter((row) => row[1] !== void 0 && row[1] !== "");
  return blocks(`### Lease of ${title(record2)}`, breakGlassAlert(record2), table(["Lease", code(record2.leaseId)], told));
}
function leaseText(record2, now) {
  const { subject, ending } = record2;
  const scope = subject.scope.slice(0, SCOPE_LINES_IN_LOG).join("; ");
  const more = subject.scope.length - SCOPE_LINES_IN_LOG;
  return logLines([
    ...subject.breakGlass ? [breakGlassLine(record2)] : [],
    `leased ${name(record2)} until ${formatUntil(record2.expiresAt, now)}, lease ${record2.leaseId}`,
    `  for ${jobLine(subject.identity, (value) => value)}`,
    `  scope: ${scope === "" ? WHOLE_TARGET : scope}${more > 0 ? ` and ${more} more` : ""}`,
    `  ending: ${endingLine(ending)}`
  ]);
}
function title({ subject }) {
  return code(subject.grant ?? subject.target);
}
function name({ subject }) {
  return subject.grant === void 0 ? subject.target : `${subject.grant} (${subject.target})`;
}
function breakGlassAlert({ subject }) {
  if (!subject.breakGlass) return "";
  return `> [!CAUTION]
> **BREAK-GLASS**: an emergency grant was used. Reason: ${subject.reason ? text(subject.reason) : "none given"}`;
}
function breakGlassLine({ subject }) {
  return `BREAK-GLASS: an emergency grant was used; reason: ${subject.reason ?? "none given"}`;
}

// packages/report/src/end.ts
function endSummary(record2, ended, names, now) {
  const live = liveLine(record2, ended, now);
  const rows = [
    ["Outcome", `**${outcome(ended)}**`],
    ["Detail", sentence(ended.detail)],
    ...live === void 0 ? [] : [["May still work until", live]],
    ...ended.help === void 0 ? [] : [["Next step", sentence(ended.help)]],
    ...ended.code === void 0 ? [] : [["Code", code(ended.code)]],
    ...names.restored.length === 0 ? [] : [["Restored", names.restored.map(code).join(", ")]],
    ...names.foreign.length === 0 ? [] : [["Left alone, changed by others", names.foreign.map(code).join(", ")]]
  ];
  return blocks(
    `### End of ${title(record2)}`,
    breakGlassAlert(record2),
    ended.outcome === "failed" ? `> [!CAUTION]
> **The lease did not end as promised.**${live === void 0 ? "" : ` The credential may still work until ${live}.`}` : "",
    table(["Lease", code(record2.leaseId)], rows)
  );
}
function endText(record2, ended, names, now) {
  const live = liveLine(record2, ended, now);
  return logLines([
    ...record2.subject.breakGlass ? [breakGlassLine(record2)] : [],
    `${outcome(ended)}: ${name(record2)}, lease ${record2.leaseId}${live === void 0 ? "" : `; the credential may still work until ${live}`}`,
    `  ${ended.detail}${ended.code === void 0 ? "" : ` (${ended.code})`}`,
    ...ended.help === void 0 ? [] : [`  help: ${ended.help}`],
    ...variablesLine(names)
  ]);
}
function outcome({ outcome: reached, kind, verified }) {
  switch (reached) {
    case "ended":
      return verified ? `${kind} and verified dead` : `${kind}, unverified`;
    case "already-dead":
      return verified ? "dead before its ending, verified" : "dead before its ending, unverified";
    case "expires":
      return "left to expire, as announced";
    case "failed":
      return "NOT ENDED";
  }
}
function liveLine({ expiresAt }, { liveUntil, verified }, now) {
  const until = liveUntil ?? (verified ? void 0 : expiresAt);
  return until === void 0 || until <= now ? void 0 : formatUntil(until, now);
}
function variablesLine({ restored, foreign }) {
  const told = [
    ...restored.length === 0 ? [] : [`restored ${restored.join(", ")}`],
    ...foreign.length === 0 ? [] : [`left ${foreign.join(", ")} alone, changed by others`]
  ];
  return told.length === 0 ? [] : [`  ${told.join("; ")}`];
}

// packages/report/src/problems.ts
function problemsText(problems) {
  return logLines(
    problems.flatMap(({ at, message, code: code2, help }) => [
      `${at.file}:${at.line}:${at.column}: ${message} [${code2}]`,
      ...help === void 0 ? [] : [`  help: ${help}`]
    ])
  );
}

// packages/report/src/scrub.ts
var RUN = /[A-Za-z0-9_.~+/=-]{20,}/g;
var JWT_START = "eyJ";
var JWT_LENGTH = 20;
var WORD = /[A-Za-z0-9+/_-]/;
var SECRET_KEY = /(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+])/g;
var LONG_RUN = /[A-Za-z0-9+/=_-]{100,}/g;
var PREFIXED = /(?<![A-Za-z0-9])(?:gh[opsur]_|github_pat_|glpat-|hv[bsr]\.|npm_|pypi-AgE|xox[abeprs]-|AIza|ya29\.)[A-Za-z0-9_.-]{16,}/g;
var PRIVATE_KEY = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[^-]*(?:-----END [A-Z ]{0,40}PRIVATE KEY-----)?/g;
function scrubTokens(value) {
  return value.replaceAll(PRIVATE_KEY, "***").replaceAll(PREFIXED, "***").replaceAll(RUN, withoutJwt);
}
function withoutJwt(run) {
  let start = run.indexOf(JWT_START);
  if (start < 0 || run.length - start < JWT_LENGTH) return run;
  while (start > 0 && WORD.test(run[start - 1])) start--;
  return `${run.slice(0, start)}***`;
}
function scrub(value) {
  return scrubTokens(value).replaceAll(SECRET_KEY, (run) => isMixed(run) ? "***" : run).replaceAll(LONG_RUN, "***");
}
function isMixed(run) {
  return /[a-z]/.test(run) && /[A-Z]/.test(run) && /[0-9]/.test(run);
}

// packages/report/src/error.ts
var DEEPEST_CAUSE = 3;
function errorText(error) {
  const lines = logLines([
    `${[error.message, ...causes(error)].join(": ")} [${error.code}]`,
    ...error.help === void 0 ? [] : [`  help: ${error.help}`]
  ]);
  const problems = error instanceof ConfigError ? error.problems : [];
  const [first2] = problems;
  if (first2 === void 0) return scrubTokens(lines);
  const list = problemsText(problems);
  return scrubTokens(error.message.includes(first2.message) ? list : `${lines}
${list}`);
}
function causes(error) {
  const found = [];
  for (let cause = error.cause; cause instanceof Error && found.length < DEEPEST_CAUSE; cause = cause.cause) {
    if (cause.message !== "" && !error.message.includes(cause.message)) found.push(cause.message);
  }
  return found;
}

// packages/report/src/mismatch.ts
function mismatchLines(mismatches) {
  return mismatches.map(
    ({ claim, actual, expected, source }) => `  ${claim}: is ${actual === void 0 ? "absent" : `\`${actual}\``}, would match ${expected.map((value) => `\`${value}\``).join(" or ")} (${source})`
  );
}

// packages/report/src/trust.ts
function trustText(diagnosis, correction) {
  const { causes: causes2, mismatches, corrected, claims } = diagnosis;
  return logLines([
    "trust was refused",
    ...causes2.flatMap(causeLines),
    ...mismatches.length === 0 ? [] : ["what does not match:", ...mismatchLines(mismatches)],
    ...corrected.length === 0 ? [] : ["what would admit this job:", ...correction?.split("\n") ?? corrected.map(conditionLine)],
    ...Object.keys(claims).length === 0 ? [] : ["this job's claims:", ...Object.entries(claims).map(([claim, value]) => `  ${claim}: ${value}`)]
  ]);
}
function causeLines({ id, message, help, snippet }, index) {
  return [`${index + 1}. ${id}: ${message}`, `  help: ${help}`, ...snippet?.split("\n").map((line) => `    ${line}`) ?? []];
}
function comparison({ operator, negated }) {
  return `${negated ? "not " : ""}${operator}`;
}
function conditionLine(condition) {
  return `  ${condition.claim} ${comparison(condition)} ${condition.values.map((value) => `\`${value}\``).join(" or ")}`;
}

// packages/report/src/denial.ts
function denialText(decision) {
  const failed = decision.rules.filter(({ passed }) => !passed);
  return logLines([
    `denied: ${decision.grant}`,
    ...failed.map(({ rule, detail }) => `  ${rule}: ${detail}`),
    ...mismatchLines(decision.mismatches)
  ]);
}

// packages/report/src/ledger-schema.ts
var LONGEST_TEXT = 4096;
var INSTANT = "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{3})?Z$";
function text2(description, more = {}) {
  return { type: "string", description, maxLength: LONGEST_TEXT, ...more };
}
function record(description, properties, required) {
  return { type: "object", description, properties, required, additionalProperties: false };
}
var EXPECTED = {
  type: "array",
  description: "Values of which one would have matched.",
  items: text2("One value or pattern.")
};
var FREE_TEXT = /* @__PURE__ */ new Set(["purpose", "reason", "detail"]);
var LEDGER_SCHEMA = record(
  "One event in the life of a lease. It holds the hash of the credential, never the credential.",
  {
    version: { const: 1, description: "Version of this format." },
    time: text2("When, ISO 8601 in UTC.", { pattern: INSTANT }),
    event: { type: "string", enum: LEDGER_EVENTS, description: "What happened." },
    lease: text2("Id of the lease.", { pattern: "^[0-9A-Za-z._-]{1,64}$" }),
    provider: text2("Id of the provider.", { pattern: "^[a-z][a-z0-9-]{0,63}$" }),
    target: text2("What is reached, such as a role."),
    grant: text2("Entry of the policy file; absent when everything stood in the workflow."),
    purpose: text2("Why the grant exists."),
    owner: text2("Who answers for the grant."),
    access: { type: "string", enum: ACCESS_LEVELS, description: "How far the grant reaches." },
    reason: text2("Why this job asked."),
    breakGlass: { type: "boolean", description: "Whether an emergency grant was used." },
    run: record(
      "The run that asked.",
      {
        platform: text2("Two letters.", { pattern: "^[a-z]{2}$" }),
        run: text2("Id of the run."),
        attempt: text2("Attempt of the run.")
      },
      ["platform", "run", "attempt"]
    ),
    identity: {
      type: "object",
      description: "Claims of the job's ID token that may be shown.",
      additionalProperties: text2("Value of one claim.")
    },
    name: text2("Name of the lease on the other side, such as a session name."),
    expires: text2("When the credential stops to work at the latest, ISO 8601 in UTC.", { pattern: INSTANT }),
    ending: { type: "string", enum: ENDING_KINDS, description: "How the lease ends." },
    timeBoxed: { type: "boolean", description: "Whether an expiry below the provider's minimum is enforced." },
    credential: record(
      "What may be known of the credential.",
      {
        hash: text2("Base64 of its SHA-256.", { pattern: "^[A-Za-z0-9+/]{43}=$" }),
        publicId: text2("The provider's public name for it, such as an access key id.", { pattern: "^[A-Za-z0-9._:/-]{1,128}$" })
      },
      ["hash"]
    ),
    verified: { type: "boolean", description: "Dead after having been alive, by the same caller." },
    detail: text2("One sentence for a person."),
    code: text2("Stable code of a failure or a refusal.", { pattern: "^ERR_[A-Z0-9_]+$" }),
    mismatches: {
      type: "array",
      description: "Claims that did not match.",
      items: record(
        "One claim.",
        {
          claim: text2("Name of the claim."),
          actual: text2("What the token says; absent when the claim is."),
          expected: EXPECTED,
          source: text2("Where the expectation stands.")
        },
        ["claim", "expected", "source"]
      )
    },
    delivery: { type: "string", enum: DELIVERIES, description: "How the credential was handed over." }
  },
  ["version", "time", "event", "lease", "provider", "target", "breakGlass", "run", "identity"]
);
var REQUIRED_BY_EVENT = {
  denied: ["detail"],
  issued: ["name", "expires", "ending", "credential"],
  delivered: ["delivery"],
  verified: ["verified"],
  failed: ["detail"]
};

// packages/report/src/ledger-check.ts
function ledgerProblem(event) {
  return problem(LEDGER_SCHEMA, event, "event") ?? missing(event, requiredBy(event), "event");
}
function requiredBy(event) {
  const name2 = isObject(event) ? event.event : void 0;
  return typeof name2 === "string" && Object.hasOwn(REQUIRED_BY_EVENT, name2) ? REQUIRED_BY_EVENT[name2] ?? [] : [];
}
function problem(schema, value, path) {
  if (schema.const !== void 0 && value !== schema.const) return `\`${path}\` must be ${schema.const}`;
  if (schema.type !== void 0 && typeOf(value) !== schema.type) return `\`${path}\` must be of type ${schema.type}`;
  if (typeof value === "string") return textProblem(schema, value, path);
  if (Array.isArray(value))
    return first(value, (item, index) => schema.items && problem(schema.items, item, `${path}[${index}]`));
  return isObject(value) ? missing(value, schema.required ?? [], path) ?? objectProblem(schema, value, path) : void 0;
}
function textProblem({ enum: names, pattern, maxLength }, value, path) {
  if (names && !names.includes(value)) return `\`${path}\` must be one of ${names.join(", ")}`;
  if (maxLength !== void 0 && value.length > maxLength && [...value].length > maxLength) return `\`${path}\` is too long`;
  return pattern !== void 0 && !new RegExp(pattern, "u").test(value) ? `\`${path}\` is not of its form` : void 0;
}
function objectProblem({ properties = {}, additionalProperties }, value, path) {
  return first(Object.entries(value), ([name2, item]) => {
    const known = Object.hasOwn(properties, name2) ? properties[name2] : additionalProperties;
    if (known === false) return `\`${path}\` has a field that is not of the ledger`;
    return known && problem(known, item, `${path}.${Object.hasOwn(properties, name2) ? name2 : "*"}`);
  });
}
function missing(value, required, path) {
  const name2 = isObject(value) ? required.find((field) => !Object.hasOwn(value, field)) : void 0;
  return name2 && `\`${path}.${name2}\` is missing`;
}
function first(items, find) {
  for (const [index, item] of items.entries()) {
    const found = find(item, index);
    if (found !== void 0) return found;
  }
  return void 0;
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function typeOf(value) {
  return Array.isArray(value) ? "array" : value === null ? "null" : typeof value;
}

// packages/report/src/ledger.ts
function ledgerLine(event) {
  const clean = cleaned(event, "");
  const problem2 = ledgerProblem(clean);
  if (problem2 !== void 0)
    throw new InternalError(`the ledger event has not the shape of one: ${problem2}`, { code: "ERR_LEDGER_EVENT" });
  return JSON.stringify(clean);
}
function cleaned(value, field) {
  if (field === "hash") return value;
  if (typeof value === "string") return cut(FREE_TEXT.has(field) ? scrub(value) : scrubTokens(value));
  if (Array.isArray(value)) return value.map((item) => cleaned(item, field));
  if (!isPlain(value)) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== void 0);
  return Object.fromEntries(entries.map(([name2, item]) => [name2, cleaned(item, name2)]));
}
function isPlain(value) {
  return typeof value === "object" && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value));
}
function cut(text3) {
  return text3.length <= LONGEST_TEXT ? text3 : `${text3.slice(0, LONGEST_TEXT - 1).toWellFormed()}…`;
}

export {
  mismatchLines,
  denialText,
  leaseSummary,
  leaseText,
  endSummary,
  endText,
  problemsText,
  errorText,
  ledgerLine,
  trustText
};
