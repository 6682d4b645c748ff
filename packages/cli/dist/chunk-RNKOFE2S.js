import {
  logLines,
  oneLine
} from "./chunk-WACBTKJF.js";
import {
  package_default
} from "./chunk-PGWUVODA.js";
import {
  scanBytes,
  scanTree
} from "./chunk-M6MMKUTC.js";
import "./chunk-GQMAHGBV.js";
import "./chunk-4JRZUI5T.js";
import {
  require_node_fs
} from "./chunk-VBYCCROS.js";
import {
  flagOf,
  textOf
} from "./chunk-5QMPNAPT.js";
import {
  EXIT
} from "./chunk-IPZOGJIP.js";
import "./chunk-6WJX4YXA.js";
import {
  SEVERITIES,
  TIERS
} from "./chunk-UG7343YP.js";
import "./chunk-6DOLMXF5.js";
import "./chunk-GGBVD4R2.js";
import {
  ConfigError
} from "./chunk-UWWLZZC2.js";
import {
  __toESM
} from "./chunk-CZ7CSFO4.js";

// packages/cli/src/lint/run-lint.ts
var import_node_fs2 = __toESM(require_node_fs(), 1);

// packages/report/src/lint/advice.ts
function advice({ remedy }) {
  const rotate = remedy.rotate.replace(/\.$/, "");
  return remedy.provider === void 0 ? rotate : `${rotate}; the provider \`${remedy.provider}\` of Leasehold makes it needless`;
}
function placeOf({ at }) {
  return `${at.path}:${at.line}:${at.column}`;
}
function paragraph(finding) {
  return `${finding.title} \`${finding.preview}\` (${finding.tier}: ${finding.why.join("; ")}). ${capital(advice(finding))}.`;
}
function capital(sentence) {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

// packages/report/src/lint/order.ts
function worstFirst(findings) {
  return [...findings].sort(
    (a, b) => Number(b.fails) - Number(a.fails) || TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) || SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || compare(a.at.path, b.at.path) || a.at.line - b.at.line || a.at.column - b.at.column
  );
}
function bySecret(findings) {
  const groups = /* @__PURE__ */ new Map();
  for (const finding of worstFirst(findings)) {
    const key = `${finding.fails} ${finding.ruleId} ${finding.fingerprint}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()];
}
function occurrences(findings) {
  const seen = /* @__PURE__ */ new Map();
  return new Map(
    findings.map((finding) => {
      const key = `${finding.fingerprint} ${finding.at.path}`;
      const count2 = (seen.get(key) ?? 0) + 1;
      seen.set(key, count2);
      return [finding, `${finding.fingerprint}:${count2}`];
    })
  );
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// packages/report/src/lint/tally.ts
var MEGABYTE = 1e6;
function grouped(number) {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
function count(number, noun) {
  return `${grouped(number)} ${noun}${number === 1 ? "" : "s"}`;
}
function verdictLine({ findings }) {
  if (findings.length === 0) return "no static secret found";
  const failing = findings.filter(({ fails }) => fails);
  const rest = findings.filter(({ fails }) => !fails);
  const noun = count(findings.length, "finding");
  const one = findings.length === 1;
  if (rest.length === 0) return `${noun}, ${one ? "which fails" : "all of which fail"}: ${tiersOf(failing)}`;
  if (failing.length === 0) return `${noun}, ${one ? "which does not fail" : "none of which fails"}: ${tiersOf(rest)}`;
  return `${noun}: ${grouped(failing.length)} ${failing.length === 1 ? "fails" : "fail"} (${tiersOf(failing)}), ${grouped(rest.length)} ${rest.length === 1 ? "does" : "do"} not (${tiersOf(rest)})`;
}
function scannedLine({ files, bytes, skipped, allowed }) {
  return [
    `${count(files, "file")}, ${megabytes(bytes)} scanned`,
    ...skipped.length === 0 ? [] : [`${count(skipped.length, "file")} not scanned: ${skippedReasons(skipped)}`],
    ...allowed === 0 ? [] : [`${count(allowed, "finding")} allowed`]
  ].join("; ");
}
function tiersOf(findings) {
  return TIERS.flatMap((tier) => {
    const number = findings.filter((finding) => finding.tier === tier).length;
    return number === 0 ? [] : [`${grouped(number)} ${tier}`];
  }).join(", ");
}
function skippedReasons(skipped) {
  const counts = /* @__PURE__ */ new Map();
  for (const { reason } of skipped) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].sort(([a, more], [b, less]) => less - more || (a < b ? -1 : 1)).map(([reason, number]) => `${grouped(number)} ${reason}`).join(", ");
}
function megabytes(bytes) {
  const mega = bytes / MEGABYTE;
  return mega < 0.1 ? `${(bytes / 1e3).toFixed(1)} kB` : `${mega.toFixed(1)} MB`;
}

// packages/report/src/lint/lint-annotations.ts
var ROOM_EACH = 10;
function lintAnnotations(report, errors = ROOM_EACH) {
  const groups = bySecret(report.findings).flatMap(byFile);
  const failing = groups.filter(([{ fails }]) => fails);
  const rest = groups.filter(([{ fails }]) => !fails);
  const shown = [...failing.slice(0, errors), ...rest.slice(0, ROOM_EACH)];
  const hidden = report.findings.length - shown.reduce((sum, group) => sum + group.length, 0);
  return [...shown.map(annotationOf), ...hidden > 0 ? [hiddenNotice(hidden)] : []];
}
function annotationLines(annotations) {
  return annotations.map(({ level, title, message, at }) => {
    const place = at && {
      file: at.file,
      line: at.line,
      endLine: at.endLine,
      ...at.column === void 0 ? {} : { col: at.column, endColumn: at.endColumn }
    };
    const properties = Object.entries({ ...place, title }).map(([name, value]) => `${name}=${propertyText(String(value))}`);
    return `::${level} ${properties.join(",")}::${dataText(message)}`;
  }).join("\n");
}
function byFile(group) {
  const files = /* @__PURE__ */ new Map();
  for (const finding of group) {
    const known = files.get(finding.at.path);
    if (known) known.push(finding);
    else files.set(finding.at.path, [finding]);
  }
  return [...files.values()];
}
function annotationOf([first, ...more]) {
  const { at, fails, title, tier } = first;
  const also = more.length === 0 ? "" : ` Also on ${more.length === 1 ? "line" : "lines"} ${more.map((other) => other.at.line).join(", ")}.`;
  return {
    level: fails ? "error" : "warning",
    title: oneLine(`${title} (${tier})`),
    message: oneLine(paragraph(first) + also),
    at: {
      file: at.path,
      line: at.line,
      endLine: at.endLine,
      ...at.line === at.endLine ? { column: at.column, endColumn: at.endColumn } : {}
    }
  };
}
function hiddenNotice(hidden) {
  return {
    level: "notice",
    title: `${count(hidden, "more finding")}`,
    message: `${count(hidden, "finding")} found no room among the annotations of this step; the summary and the reports list ${hidden === 1 ? "it" : "them"}.`
  };
}
function dataText(text) {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function propertyText(text) {
  return dataText(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

// packages/report/src/lint/lint-run.ts
var TOOL_NAME = "Leasehold secret-lint";
var TOOL_HOME = "https://github.com/leasehold/leasehold";

// packages/report/src/lint/lint-gitlab.ts
var SCHEMA_VERSION = "15.0.7";
var NO_COMMIT = "0000000";
var NAME_LENGTH = 255;
var RANK = {
  critical: "Critical",
  high: "High",
  medium: "Medium",
  low: "Low",
  info: "Info"
};
var QUALITY = {
  critical: "blocker",
  high: "critical",
  medium: "major",
  low: "minor",
  info: "info"
};
function lintGitlab(report, run) {
  const findings = worstFirst(report.findings);
  const marks = occurrences(findings);
  const tool = { id: "leasehold", name: TOOL_NAME, url: TOOL_HOME, version: run.version, vendor: { name: "Leasehold" } };
  return JSON.stringify(
    {
      version: SCHEMA_VERSION,
      scan: {
        type: "secret_detection",
        status: "success",
        analyzer: tool,
        scanner: tool,
        start_time: instant(run.startedAt),
        end_time: instant(run.endedAt),
        messages: [
          ...report.skipped.map(({ path, reason }) => ({ level: "warn", value: `${oneLine(path)} was not scanned: ${reason}` })),
          ...report.notes.map((value) => ({ level: "info", value }))
        ]
      },
      vulnerabilities: findings.map((finding) => vulnerability(finding, marks.get(finding), run))
    },
    null,
    2
  );
}
function vulnerability(finding, mark2, run) {
  const { ruleId, title, severity, at, commit } = finding;
  const reference = run.rule(ruleId)?.reference;
  return {
    // Of the secret, its file and its number within it: the same while lines move.
    id: `${mark2}:${at.path}`,
    name: title.slice(0, NAME_LENGTH),
    description: oneLine(paragraph(finding)),
    severity: RANK[severity],
    solution: advice(finding),
    identifiers: [
      {
        type: "leasehold_rule_id",
        name: `Leasehold rule ${ruleId}`,
        value: ruleId,
        ...reference === void 0 ? {} : { url: reference }
      }
    ],
    location: { file: at.path, start_line: at.line, end_line: at.endLine, commit: { sha: commit ?? NO_COMMIT } }
  };
}
function lintCodeQuality(report) {
  const findings = worstFirst(report.findings);
  const marks = occurrences(findings);
  return JSON.stringify(
    findings.map((finding) => ({
      description: oneLine(paragraph(finding)),
      check_name: finding.ruleId,
      // GitLab shows only the first of those that share one.
      fingerprint: `${marks.get(finding)}:${finding.at.path}`,
      severity: finding.fails ? QUALITY[finding.severity] : "info",
      location: { path: finding.at.path, lines: { begin: finding.at.line, end: finding.at.endLine } }
    })),
    null,
    2
  );
}
function instant(ms) {
  return new Date(ms).toISOString().slice(0, 19);
}

// packages/report/src/lint/lint-json.ts
var LINT_FORMAT_VERSION = 1;
function lintJson(report) {
  return JSON.stringify({ ...summaryData(report), findings: worstFirst(report.findings).map(findingData) }, null, 2);
}
function lintJsonLines(report) {
  return [
    ...worstFirst(report.findings).map((finding) => ({ type: "finding", ...findingData(finding) })),
    { type: "summary", ...summaryData(report), findings: report.findings.length }
  ].map((line) => JSON.stringify(line)).join("\n");
}
function summaryData(report) {
  const { failOn, files, bytes, allowed, skipped, notes, findings } = report;
  return {
    version: LINT_FORMAT_VERSION,
    failOn,
    failing: findings.filter(({ fails }) => fails).length,
    files,
    bytes,
    allowed,
    skipped: skipped.map(({ path, reason }) => ({ path, reason })),
    notes
  };
}
function findingData(finding) {
  const { ruleId, title, tier, severity, fails, at, fingerprint, preview, why, remedy, commit } = finding;
  return {
    ruleId,
    title,
    path: at.path,
    line: at.line,
    column: at.column,
    endLine: at.endLine,
    endColumn: at.endColumn,
    tier,
    severity,
    fails,
    fingerprint,
    preview,
    why,
    remedy: { rotate: remedy.rotate, ...remedy.provider === void 0 ? {} : { provider: remedy.provider } },
    ...commit === void 0 ? {} : { commit }
  };
}

// packages/report/src/lint/lint-junit.ts
function lintJunit(report, run) {
  const cases = worstFirst(report.findings).map(testCase);
  const failures = report.findings.filter(({ fails }) => fails).length;
  const seconds = Math.max(0, (run.endedAt - run.startedAt) / 1e3).toFixed(3);
  const numbers = `tests="${Math.max(1, cases.length)}" failures="${failures}" errors="0" time="${seconds}"`;
  const instant2 = new Date(run.startedAt).toISOString().slice(0, 19);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${xml(TOOL_NAME)}" ${numbers}>`,
    `  <testsuite name="static secrets" ${numbers} skipped="0" timestamp="${instant2}">`,
    ...cases.length > 0 ? cases : [`    <testcase classname="leasehold.lint" name="${xml(verdictLine(report))}" time="0"/>`],
    `    <system-out>${xml([scannedLine(report), ...report.notes].join("; "))}</system-out>`,
    "  </testsuite>",
    "</testsuites>"
  ].join("\n");
}
function testCase(finding) {
  const { at, ruleId, title, tier, severity, preview, why, fingerprint, fails } = finding;
  const open = `    <testcase classname="${xml(at.path)}" name="${xml(`${ruleId} at ${at.line}:${at.column}`)}" file="${xml(at.path)}" line="${at.line}" time="0">`;
  const story = [
    `${placeOf(finding)}: ${title}`,
    `${preview} (${tier}, ${severity})`,
    ...why.map((reason) => `why: ${reason}`),
    `do: ${advice(finding)}`,
    `id: ${fingerprint}`
  ].map(xml).join("\n");
  const body = fails ? `      <failure type="${tier}" message="${xml(`${title} ${preview}`)}">${story}</failure>` : `      <system-out>${story}</system-out>`;
  return [open, body, "    </testcase>"].join("\n");
}
var ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };
function xml(words) {
  return oneLine(words).toWellFormed().replaceAll(/[\uFFFE\uFFFF]/g, "�").replaceAll(/[&<>"']/g, (character) => ENTITIES[character]);
}

// packages/report/src/lint/lint-sarif.ts
var SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
var MOST_RESULTS = 25e3;
var SECURITY_SEVERITY = {
  critical: "9.5",
  high: "8.0",
  medium: "5.5",
  low: "3.0",
  info: "1.0"
};
var PRECISION = {
  proven: "very-high",
  paired: "very-high",
  prefixed: "high",
  contextual: "medium",
  heuristic: "low"
};
function lintSarif(report, run) {
  const findings = worstFirst(report.findings);
  const told = findings.slice(0, MOST_RESULTS);
  const marks = occurrences(told);
  const firsts = /* @__PURE__ */ new Map();
  for (const finding of told) if (!firsts.has(finding.ruleId)) firsts.set(finding.ruleId, finding);
  const ids = [...firsts.keys()];
  const left = findings.length - told.length;
  const log = {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: TOOL_NAME,
            semanticVersion: run.version,
            informationUri: TOOL_HOME,
            rules: [...firsts.values()].map((finding) => ruleData(finding, run))
          }
        },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: true,
            startTimeUtc: new Date(run.startedAt).toISOString(),
            endTimeUtc: new Date(run.endedAt).toISOString(),
            toolExecutionNotifications: [
              { level: "note", message: { text: scannedLine(report) } },
              ...report.notes.map((text) => ({ level: "warning", message: { text } })),
              ...left > 0 ? [{ level: "warning", message: { text: `${left} more findings are not listed` } }] : []
            ]
          }
        ],
        results: told.map((finding) => resultData(finding, ids.indexOf(finding.ruleId), marks.get(finding)))
      }
    ]
  };
  return JSON.stringify(log, null, 2);
}
function ruleData(finding, run) {
  const { ruleId, title, severity, tier } = finding;
  const text = run.rule(ruleId);
  const description = text?.description ?? title;
  const help = `${description}

What to do: ${advice(finding)}.`;
  return {
    id: ruleId,
    name: title,
    shortDescription: { text: title },
    fullDescription: { text: description },
    ...text?.reference === void 0 ? {} : { helpUri: text.reference },
    help: { text: help, markdown: help },
    defaultConfiguration: { level: levelOf(finding) },
    properties: { tags: ["security", "secret"], precision: PRECISION[tier], "security-severity": SECURITY_SEVERITY[severity] }
  };
}
function resultData(finding, ruleIndex, mark2) {
  const { ruleId, at, tier, fingerprint, commit } = finding;
  return {
    ruleId,
    ruleIndex,
    level: levelOf(finding),
    message: { text: paragraph(finding) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifactOf(at.path),
          // The end of a region is the first place behind it.
          region: { startLine: at.line, startColumn: at.column, endLine: at.endLine, endColumn: at.endColumn + 1 }
        }
      }
    ],
    // The first is the only one that code scanning reads.
    partialFingerprints: { primaryLocationLineHash: mark2, "leaseholdSecret/v1": fingerprint },
    properties: { tier, ...commit === void 0 ? {} : { commit } }
  };
}
function levelOf({ fails, severity }) {
  if (fails) return "error";
  return severity === "info" ? "note" : "warning";
}
function artifactOf(path) {
  const uri = path.toWellFormed().split("/").map(encodeURIComponent).join("/");
  return path.startsWith("/") ? { uri: `file://${uri}` } : { uri: uri.replace(/^(?:\.\/)+/, ""), uriBaseId: "%SRCROOT%" };
}

// packages/report/src/lint/lint-text.ts
var PLACES_SHOWN = 8;
var plain = (_style, text) => text;
function lintText(report, paint = plain) {
  const blocks = bySecret(report.findings).map((group) => secretBlock(group, paint));
  const fails = report.findings.some((finding) => finding.fails);
  const style = fails ? "red" : report.findings.length > 0 ? "yellow" : "green";
  return [
    ...blocks.flatMap((block) => [block, ""]),
    paint(style, safe(verdictLine(report))),
    paint("dim", safe(scannedLine(report))),
    ...report.notes.map((note) => `${paint("yellow", "note:")} ${safe(note)}`)
  ].join("\n");
}
function secretBlock(group, paint) {
  const [first] = group;
  const shown = group.slice(0, PLACES_SHOWN);
  const more = group.length - shown.length;
  return [
    ...shown.map((finding, at) => {
      const place = paint("bold", safe(placeOf(finding)));
      const commit = finding.commit === void 0 ? "" : paint("dim", ` in ${safe(finding.commit.slice(0, 12))}`);
      return at === 0 ? `${place}${commit}  ${safe(first.title)}  ${mark(first, paint)}` : `${place}${commit}`;
    }),
    ...more > 0 ? [paint("dim", `and at ${grouped(more)} more places`)] : [],
    `  ${paint("cyan", safe(first.preview))}`,
    ...first.why.map((reason) => `  why: ${safe(reason)}`),
    `  do:  ${safe(advice(first))}`,
    paint("dim", `  id:  ${safe(first.ruleId)} ${safe(first.fingerprint)}`)
  ].join("\n");
}
function mark({ fails, tier, severity }, paint) {
  return paint(fails ? "red" : "yellow", `[${tier}, ${severity}${fails ? "" : ", does not fail"}]`);
}
function safe(words) {
  return logLines([words]);
}

// packages/cli/src/lint/formats.ts
var RENDERERS = Object.freeze({
  text: (report) => lintText(report),
  json: lintJson,
  jsonl: lintJsonLines,
  sarif: lintSarif,
  github: (report) => annotationLines(lintAnnotations(report)),
  junit: lintJunit,
  gitlab: lintGitlab,
  "gitlab-codequality": lintCodeQuality
});

// packages/cli/src/lint/progress.ts
var PATIENCE_MS = 500;
var EVERY_MS = 100;
function progressLine(output, now) {
  const start = now();
  let last = start + PATIENCE_MS - EVERY_MS;
  let shown = false;
  return {
    show: ({ files, bytes }) => {
      const at = now();
      if (at - last < EVERY_MS) return;
      last = at;
      shown = true;
      output.passing(`scanning: ${grouped(files)} files, ${(bytes / 1e6).toFixed(0)} MB`);
    },
    clear: () => {
      if (shown) output.passing("");
    }
  };
}

// packages/cli/src/lint/scan.ts
var import_node_fs = __toESM(require_node_fs(), 1);
function scanPaths(paths, wish, progress) {
  return scanTree({ ...wish, cwd: here(), paths }, { now: Date.now, progress: (files, bytes) => progress({ files, bytes }) });
}
async function scanStdin(path, wish) {
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return scanBytes({ ...wish, cwd: here(), bytes: Buffer.concat(chunks), path }, { now: Date.now });
}
function here() {
  return import_node_fs.realpathSync.native(process.cwd());
}

// packages/cli/src/lint/run-lint.ts
var UNREADABLE_SHOWN = 10;
async function runLint(input, shell) {
  const startedAt = Date.now();
  const report = await scan(input, shell);
  const { ruleById } = await import("./chunk-DIFR3GT6.js");
  const run = { version: package_default.version, startedAt, endedAt: Date.now(), rule: ruleById };
  print(report, run, input, shell);
  if (report.findings.some(({ fails }) => fails)) return EXIT.denied;
  return tellUnreadable(report, shell) ? EXIT.failed : EXIT.clean;
}
async function scan(input, { err }) {
  const failOn = textOf(input, "fail-on");
  const allowList = !flagOf(input, "no-allow-list");
  const paths = input.positional.filter((path) => path !== void 0);
  if (flagOf(input, "stdin")) {
    if (paths.length > 0) {
      throw new ConfigError("`--stdin` cannot be combined with paths", {
        code: "ERR_USAGE",
        help: "read files or standard input; `--stdin-path` names what standard input holds"
      });
    }
    return scanStdin(textOf(input, "stdin-path"), { failOn, allowList });
  }
  const line = progressLine(err, () => performance.now());
  try {
    return scanPaths(paths.length > 0 ? paths : ["."], { failOn, allowList }, line.show);
  } finally {
    line.clear();
  }
}
function print(report, run, input, { out }) {
  const format = textOf(input, "format");
  const file = textOf(input, "output");
  if (file !== void 0) write(file, `${RENDERERS[format](report, run)}
`);
  const rendered = file !== void 0 || format === "text" ? lintText(report, out.paint) : RENDERERS[format](report, run);
  if (rendered !== "") out.line(rendered);
}
function write(file, text) {
  try {
    (0, import_node_fs2.writeFileSync)(file, text);
  } catch (cause) {
    throw new ConfigError(`the report cannot be written to \`${file}\``, {
      code: "ERR_LINT_OUTPUT",
      help: "name a file in a folder that is there and may be written to",
      cause
    });
  }
}
function tellUnreadable({ skipped }, { err }) {
  const unreadable = skipped.filter(({ reason }) => reason.startsWith("unreadable"));
  for (const { path, reason } of unreadable.slice(0, UNREADABLE_SHOWN)) {
    err.line(`${err.paint("red", "error:")} \`${path}\` is not known to be clean, ${reason}`);
  }
  const more = unreadable.length - UNREADABLE_SHOWN;
  if (more > 0) err.line(`and ${more} more`);
  return unreadable.length > 0;
}
export {
  runLint
};
