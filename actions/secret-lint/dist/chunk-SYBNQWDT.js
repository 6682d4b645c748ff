import {
  fileWindows
} from "./chunk-IBFILDPX.js";
import {
  _posix,
  _relative,
  inOrder,
  inTextOrder,
  suggest,
  topAround
} from "./chunk-UCDXRVAL.js";
import {
  RULES,
  SHORT_PREFIXES,
  _readFileSync,
  bytePath,
  newScanner,
  openKernel,
  readable,
  ruleById
} from "./chunk-PNFY7LJU.js";
import {
  ConfigError,
  InternalError
} from "./chunk-UWWLZZC2.js";

// rare:node:crypto
var randomUUID = (...args) => process.getBuiltinModule("node:crypto").randomUUID(...args);

// packages/core/src/glob.ts
function globMatches(pattern, value) {
  let p = 0;
  let v = 0;
  let star = -1;
  let resume = 0;
  while (v < value.length) {
    if (p < pattern.length && pattern[p] === "*") {
      star = p++;
      resume = v;
    } else if (p < pattern.length && (pattern[p] === "?" || pattern[p] === value[v])) {
      p++;
      v++;
    } else if (star >= 0) {
      p = star + 1;
      v = ++resume;
    } else {
      return false;
    }
  }
  while (p < pattern.length && pattern[p] === "*") p++;
  return p === pattern.length;
}

// packages/scan/src/allow-entry.ts
var FIELDS = ["rule", "hash", "path", "reason", "owner", "expires"];
function isExpired({ expires }, now) {
  return expires !== void 0 && now >= Date.parse(expires) + DAY;
}
var DAY = 864e5;

// packages/scan/src/allow-list.ts
var FORMS = {
  rule: { required: true, form: /^[a-z0-9]+(?:-[a-z0-9]+)*$/, wanted: "the id of a rule" },
  hash: { required: true, form: /^[0-9a-f]{16,64}$/, wanted: "the `fingerprint` of a finding" },
  path: { required: false, form: /^[^\0]+$/, wanted: "a path, `*` for any run of characters" },
  reason: { required: true, form: /\S/, wanted: "why the secret may stay" },
  owner: { required: false, form: /\S/, wanted: "who answers for it" },
  expires: { required: false, form: /^\d{4}-\d{2}-\d{2}$/, wanted: "a day such as `2027-01-31`" }
};
function parseAllowList(text, file) {
  const entries = [];
  const problems = [];
  const seen = /* @__PURE__ */ new Set();
  for (const [index, raw] of text.replace(/^\ufeff/, "").split("\n").entries()) {
    const source = raw.trimEnd();
    if (source === "" || seen.has(source)) continue;
    seen.add(source);
    const read = parseLine(source);
    if (Array.isArray(read)) {
      for (const { column, message, help } of read) {
        problems.push({ code: "ERR_ALLOW_LIST", message, at: { file, line: index + 1, column }, ...help ? { help } : {} });
      }
    } else {
      entries.push({ ...read, line: index + 1 });
    }
  }
  if (problems.length === 0) return entries;
  throw new ConfigError(`the allow list \`${file}\` is not right`, {
    code: "ERR_ALLOW_LIST",
    help: "each line is a JSON object with `rule`, `hash` and `reason`, and may have `path`, `owner` and `expires`",
    problems
  });
}
var PLAIN = /^[A-Za-z_-]{1,24}$/;
function parseLine(source) {
  let value;
  try {
    value = JSON.parse(source);
  } catch {
    const help = /^(?:<{7}|={7}|>{7}|\|{7})/.test(source) ? "resolve the merge: both sides may stay" : void 0;
    return [{ column: 1, message: "the line is not JSON", ...help ? { help } : {} }];
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return [{ column: 1, message: "the line is not an object" }];
  const record = value;
  const mistakes = [
    ...Object.keys(record).flatMap((key) => unknownField(source, key)),
    ...FIELDS.flatMap((field) => wrongField(source, record, field))
  ];
  return mistakes.length > 0 ? mistakes : record;
}
function unknownField(source, key) {
  if (FIELDS.some((field) => field === key)) return [];
  const near = suggest(key, FIELDS);
  const message = `${PLAIN.test(key) ? `\`${key}\`` : "this"} is not a field of an entry`;
  return [
    {
      column: columnOf(source, key),
      message,
      help: near ? `did you mean \`${near}\`?` : `the fields are ${FIELDS.map((field) => `\`${field}\``).join(", ")}`
    }
  ];
}
function wrongField(source, record, field) {
  const { required, form, wanted } = FORMS[field];
  if (!Object.hasOwn(record, field))
    return required ? [{ column: 1, message: `\`${field}\` is missing`, help: `it is ${wanted}` }] : [];
  const value = record[field];
  const right = typeof value === "string" && form.test(value) && (field !== "expires" || isDay(value));
  return right ? [] : [{ column: columnOf(source, field), message: `\`${field}\` is not of its form`, help: `it is ${wanted}` }];
}
function isDay(text) {
  const time = Date.parse(text);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}
function columnOf(source, key) {
  return Math.max(0, source.indexOf(JSON.stringify(key))) + 1;
}

// packages/scan/src/allow-file.ts
var ALLOW_FILE = ".leasehold/allow.jsonl";
function readAllowFile(path, shown = path) {
  let text;
  try {
    text = _readFileSync(path, "utf8");
  } catch (error) {
    const { code } = error;
    if (code === "ENOENT" || code === "ENOTDIR") return [];
    throw new ConfigError(`the allow list \`${shown}\` cannot be read`, {
      code: "ERR_ALLOW_LIST",
      help: "let it be a file that may be read, or scan with `--no-allow-list`",
      cause: error
    });
  }
  return parseAllowList(text, shown);
}

// packages/scan/src/allow-match.ts
function applyAllowList(findings, entries, folder, now) {
  const expired = entries.filter((entry) => isExpired(entry, now));
  const inForce = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    if (isExpired(entry, now)) continue;
    const key = keyOf(entry.rule, entry.hash);
    const same = inForce.get(key);
    if (same) same.push(entry);
    else inForce.set(key, [entry]);
  }
  const used = /* @__PURE__ */ new Set();
  const left = findings.filter(({ ruleId, fingerprint, at }) => {
    const matching = (inForce.get(keyOf(ruleId, fingerprint)) ?? []).filter(
      ({ path }) => path === void 0 || pathMatches(path, _posix.normalize(folder + at.path))
    );
    for (const entry of matching) used.add(entry);
    return matching.length === 0;
  });
  const unused = [...inForce.values()].flat().filter((entry) => !used.has(entry));
  return { findings: left, allowed: findings.length - left.length, expired, unused: unused.sort((a, b) => a.line - b.line) };
}
function pathMatches(glob, path) {
  const fromTop = glob.replace(/^(?:\.?\/)+/, "");
  const whole = fromTop.endsWith("/") ? `${fromTop}*` : fromTop;
  return globMatches(whole, path) || whole.startsWith("**/") && globMatches(whole.slice(3), path);
}
function keyOf(rule, hash) {
  return `${rule} ${hash}`;
}

// packages/scan/src/allowance.ts
function readAllowance(cwd, counts = true) {
  const top = topAround(cwd);
  const entries = counts ? readAllowFile(`${top}/${ALLOW_FILE}`, ALLOW_FILE) : [];
  const below = readable(bytePath(_relative(top, cwd)));
  return { top, apply: (findings, now) => applyAllowList(findings, entries, below === "" ? "" : `${below}/`, now) };
}
var NOTES_EACH = 20;
function allowNotes({ expired, unused }) {
  return [
    ...capped(expired, "expired", ({ expires }) => `expired on ${expires}`),
    ...capped(unused, "unused", () => "allows nothing that was found")
  ];
}
function capped(entries, state, one) {
  const notes = entries.slice(0, NOTES_EACH).map((entry) => {
    const { line, rule, owner } = entry;
    return `line ${line} of \`${ALLOW_FILE}\` ${one(entry)}: \`${rule}\`${owner === void 0 ? "" : ` of ${owner}`}`;
  });
  const more = entries.length - notes.length;
  if (more <= 0) return notes;
  return [...notes, `${more} more ${more === 1 ? "line" : "lines"} of \`${ALLOW_FILE}\` ${more === 1 ? "is" : "are"} ${state}`];
}

// packages/scan/src/custom/rule-loader.ts
var reader;
async function readyRules({ rulesFolder }) {
  if (rulesFolder !== void 0) reader ??= await import("./chunk-YCOQVAC2.js");
}
function customRules(source) {
  return placedRules(source).map(({ rule }) => rule);
}
function placedRules({ rulesFolder, rulesShown }) {
  if (rulesFolder === void 0) return [];
  if (reader !== void 0) return reader.readRules(rulesFolder, rulesShown);
  throw new InternalError("custom rules were asked for before their reader was loaded", { code: "ERR_RULES_UNREADY" });
}
function ruleLookup(source) {
  const own = new Map(customRules(source).map((rule) => [rule.id, rule]));
  return (id) => own.get(id) ?? ruleById(id);
}

// packages/scan/src/lint-report.ts
function lintReport(harvest, allowance, failOn, now) {
  const { findings, allowed, expired, unused } = allowance.apply(harvest.findings.toSorted(inOrder), now);
  const told = { expired, unused: harvest.whole ? unused : [] };
  return {
    findings,
    files: harvest.files,
    ...harvest.versions === void 0 ? {} : { versions: harvest.versions },
    bytes: harvest.bytes,
    skipped: harvest.skipped.toSorted((a, b) => inTextOrder(a.path, b.path)),
    allowed,
    notes: [...harvest.notes ?? [], ...allowNotes(told)],
    failOn,
    ...told,
    ...harvest.about === void 0 ? {} : { about: harvest.about }
  };
}

// packages/scan/src/open-scanner.ts
function openScanner(source = {}) {
  const own = customRules(source);
  const kernel = openKernel(own.length === 0 ? SHORT_PREFIXES : [...SHORT_PREFIXES, ...own.flatMap(({ prefixes }) => prefixes)]);
  return { ...newScanner(kernel, own.length === 0 ? RULES : [...RULES, ...own]), room: kernel.room };
}

// packages/scan/src/archives/archive-loader.ts
var loaded;
async function readyArchives({ archives }) {
  if (archives) loaded ??= await import("./chunk-Q66RCXGJ.js");
}
function archiveScans() {
  if (loaded !== void 0) return loaded;
  throw new InternalError("archives were to be looked into before what does so was loaded", { code: "ERR_ARCHIVES_UNREADY" });
}

// packages/scan/src/scan-windows.ts
function scanWindows(scanner, buffer, filled, file, path) {
  const found = [];
  let size = 0;
  for (const { bytes, offset, from, to } of fileWindows(buffer, filled, file)) {
    for (const raw of scanner.scan(bytes, path)) {
      if (raw.start >= from && raw.start < to) found.push({ ...raw, start: raw.start + offset, end: raw.end + offset });
    }
    size = bytes.length + offset;
  }
  return { found, size };
}

export {
  randomUUID,
  readAllowance,
  readyArchives,
  archiveScans,
  readyRules,
  customRules,
  ruleLookup,
  openScanner,
  lintReport,
  scanWindows
};
