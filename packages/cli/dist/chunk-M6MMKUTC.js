import {
  require_node_child_process
} from "./chunk-GQMAHGBV.js";
import {
  require_node_crypto
} from "./chunk-4JRZUI5T.js";
import {
  require_node_fs,
  require_node_path
} from "./chunk-VBYCCROS.js";
import {
  SHORT_PREFIXES,
  linesOf,
  newScanner,
  toFinding
} from "./chunk-6WJX4YXA.js";
import {
  suggest
} from "./chunk-6DOLMXF5.js";
import {
  globMatches
} from "./chunk-GGBVD4R2.js";
import {
  ConfigError,
  InternalError
} from "./chunk-UWWLZZC2.js";
import {
  __toESM
} from "./chunk-CZ7CSFO4.js";

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
    const read2 = parseLine(source);
    if (Array.isArray(read2)) {
      for (const { column, message, help } of read2) {
        problems.push({ code: "ERR_ALLOW_LIST", message, at: { file, line: index + 1, column }, ...help ? { help } : {} });
      }
    } else {
      entries.push({ ...read2, line: index + 1 });
    }
  }
  if (problems.length === 0) return entries;
  throw new ConfigError(`the allow list \`${file}\` is not right`, {
    code: "ERR_ALLOW_LIST",
    help: "each line is a JSON object with `rule`, `hash` and `reason`, and may have `path`, `owner` and `expires`",
    problems
  });
}
function printAllowList(entries) {
  const lines = entries.map(
    (entry) => JSON.stringify(Object.fromEntries(FIELDS.flatMap((field) => entry[field] === void 0 ? [] : [[field, entry[field]]])))
  );
  return [...new Set(lines)].sort().map((line) => `${line}
`).join("");
}
function parseLine(source) {
  let value;
  try {
    value = JSON.parse(source);
  } catch {
    const help = /^(?:<{7}|={7}|>{7})/.test(source) ? "resolve the merge: both sides may stay" : void 0;
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
  const message = `\`${key}\` is not a field of an entry`;
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
var import_node_crypto = __toESM(require_node_crypto(), 1);
var import_node_fs = __toESM(require_node_fs(), 1);
var import_node_path = __toESM(require_node_path(), 1);
var ALLOW_FILE = ".leasehold/allow.jsonl";
function readAllowFile(path, shown = path) {
  let text;
  try {
    text = (0, import_node_fs.readFileSync)(path, "utf8");
  } catch (error) {
    const { code = "unknown failure" } = error;
    if (code === "ENOENT" || code === "ENOTDIR") return [];
    throw new ConfigError(`the allow list \`${shown}\` cannot be read: ${code}`, { code: "ERR_ALLOW_LIST", cause: error });
  }
  return parseAllowList(text, shown);
}
function addToAllowFile(path, entries) {
  const text = printAllowList([...readAllowFile(path), ...entries]);
  (0, import_node_fs.mkdirSync)((0, import_node_path.dirname)(path), { recursive: true });
  const draft = `${path}.${(0, import_node_crypto.randomUUID)()}`;
  try {
    (0, import_node_fs.writeFileSync)(draft, text);
    (0, import_node_fs.renameSync)(draft, path);
  } finally {
    (0, import_node_fs.rmSync)(draft, { force: true });
  }
}

// packages/scan/src/allowance.ts
var import_node_path3 = __toESM(require_node_path(), 1);

// packages/scan/src/allow-match.ts
var import_node_path2 = __toESM(require_node_path(), 1);
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
      ({ path }) => path === void 0 || globMatches(path, import_node_path2.posix.normalize(folder + at.path))
    );
    for (const entry of matching) used.add(entry);
    return matching.length === 0;
  });
  const unused = [...inForce.values()].flat().filter((entry) => !used.has(entry));
  return { findings: left, allowed: findings.length - left.length, expired, unused: unused.sort((a, b) => a.line - b.line) };
}
function keyOf(rule, hash) {
  return `${rule} ${hash}`;
}

// packages/scan/src/byte-path.ts
var ASCII = /^[\0-\x7f]*$/;
function openable(path) {
  return ASCII.test(path) ? path : Buffer.from(path, "latin1");
}
function readable(path) {
  return ASCII.test(path) ? path : Buffer.from(path, "latin1").toString("utf8");
}
function bytePath(path) {
  const slashed = process.platform === "win32" ? path.replaceAll("\\", "/") : path;
  return ASCII.test(slashed) ? slashed : Buffer.from(slashed, "utf8").toString("latin1");
}

// packages/scan/src/repository.ts
var import_node_child_process = __toESM(require_node_child_process(), 1);
var import_node_fs2 = __toESM(require_node_fs(), 1);

// packages/scan/src/git-index.ts
var REGULAR = 8;
var EXTENDED = 16384;
var FIXED = 40;
function readGitIndex(bytes, hashLength) {
  if (bytes.length < 12 + hashLength || bytes.toString("latin1", 0, 4) !== "DIRC") return void 0;
  const version = bytes.readUInt32BE(4);
  if (version < 2 || version > 4) return void 0;
  const end = bytes.length - hashLength;
  const paths = [];
  let path = "";
  let at = 12;
  for (let left = bytes.readUInt32BE(8); left > 0; left--) {
    const flagsAt = at + FIXED + hashLength;
    if (flagsAt + 4 > end) return void 0;
    let nameAt = flagsAt + ((bytes.readUInt16BE(flagsAt) & EXTENDED) !== 0 ? 4 : 2);
    if (version === 4) {
      const strip = readOffset(bytes, nameAt);
      nameAt = strip.next;
      path = path.slice(0, Math.max(0, path.length - strip.value));
    } else {
      path = "";
    }
    const close = bytes.indexOf(0, nameAt);
    if (close < 0 || close >= end) return void 0;
    path += bytes.toString("latin1", nameAt, close);
    const type = bytes.readUInt32BE(at + 24) >>> 12;
    if (type === REGULAR && path !== paths.at(-1)) paths.push(path);
    at = version === 4 ? close + 1 : at + (close - at + 8 & ~7);
  }
  return isWhole(bytes, at, end) ? paths : void 0;
}
function isWhole(bytes, from2, end) {
  let at = from2;
  while (at + 8 <= end) {
    if ((bytes[at] ?? 0) >= 97) return false;
    at += 8 + bytes.readUInt32BE(at + 4);
  }
  return at === end;
}
function readOffset(bytes, from2) {
  let at = from2;
  let byte = bytes[at++] ?? 0;
  let value = byte & 127;
  while ((byte & 128) !== 0 && at - from2 < 8) {
    byte = bytes[at++] ?? 0;
    value = (value + 1) * 128 + (byte & 127);
  }
  return { value, next: at };
}

// packages/scan/src/repository.ts
function repositoryAt(folder) {
  const dotGit = `${folder}/.git`;
  const gitFolder = isFile(`${dotGit}/HEAD`) ? dotGit : linked(folder, textAt(dotGit));
  if (gitFolder === void 0) return void 0;
  const common = textAt(`${gitFolder}/commondir`)?.trim();
  return { top: folder, gitFolder, commonFolder: common === void 0 ? gitFolder : from(gitFolder, common) };
}
function repositoryAround(folder) {
  for (let at = folder; ; at = at.slice(0, at.lastIndexOf("/"))) {
    const found = repositoryAt(at);
    if (found || !at.includes("/")) return found;
  }
}
function trackedFiles(repository) {
  const index = bytesAt(`${repository.gitFolder}/index`);
  if (index === void 0) return [];
  const sha256 = /^\s*objectformat\s*=\s*sha256\s*$/im.test(textAt(`${repository.commonFolder}/config`) ?? "");
  return readGitIndex(index, sha256 ? 32 : 20) ?? listedByGit(repository);
}
function listedByGit(repository) {
  const out = (0, import_node_child_process.execFileSync)("git", ["-c", "core.fsmonitor=false", "ls-files", "-z", "--cached", "--stage"], {
    cwd: readable(repository.top),
    encoding: "latin1",
    maxBuffer: 1 << 30,
    stdio: ["ignore", "pipe", "ignore"]
  });
  const regular = out.split("\0").filter((line) => line.startsWith("100"));
  return [...new Set(regular.map((line) => line.slice(line.indexOf("	") + 1)))];
}
function linked(folder, text) {
  const target = /^gitdir: ([^\r\n]+)/.exec(text ?? "")?.[1];
  if (target === void 0) return void 0;
  const gitFolder = from(folder, target);
  return isFile(`${gitFolder}/HEAD`) ? gitFolder : void 0;
}
function from(folder, path) {
  const slashed = process.platform === "win32" ? path.replaceAll("\\", "/") : path;
  return /^(?:\/|[A-Za-z]:\/)/.test(slashed) ? slashed : `${folder}/${slashed}`;
}
function isFile(path) {
  return (0, import_node_fs2.statSync)(openable(path), { throwIfNoEntry: false })?.isFile() ?? false;
}
function textAt(path) {
  return bytesAt(path)?.toString("latin1");
}
function bytesAt(path) {
  try {
    return isFile(path) ? (0, import_node_fs2.readFileSync)(openable(path)) : void 0;
  } catch {
    return void 0;
  }
}

// packages/scan/src/allowance.ts
function readAllowance(cwd, counts = true) {
  const top = topOf(cwd);
  const entries = counts ? readAllowFile(`${top}/${ALLOW_FILE}`, ALLOW_FILE) : [];
  const below = readable(bytePath((0, import_node_path3.relative)(top, cwd)));
  return { top, apply: (findings, now) => applyAllowList(findings, entries, below === "" ? "" : `${below}/`, now) };
}
function allowFileOf(cwd) {
  return `${topOf(cwd)}/${ALLOW_FILE}`;
}
function topOf(cwd) {
  return readable(repositoryAround(bytePath(cwd))?.top ?? bytePath(cwd));
}
function allowNotes({ expired, unused }) {
  return [
    ...expired.map(
      ({ line, rule, expires, owner }) => `line ${line} of \`${ALLOW_FILE}\` expired on ${expires}: \`${rule}\`${of(owner)}`
    ),
    ...unused.map(
      ({ line, rule, owner }) => `line ${line} of \`${ALLOW_FILE}\` allows nothing that was found: \`${rule}\`${of(owner)}`
    )
  ];
}
function of(owner) {
  return owner === void 0 ? "" : ` of ${owner}`;
}

// packages/scan/src/finding-order.ts
function inOrder(a, b) {
  return inTextOrder(a.at.path, b.at.path) || a.at.line - b.at.line || a.at.column - b.at.column || inTextOrder(a.ruleId, b.ruleId);
}
function inTextOrder(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// packages/scan/src/lint-report.ts
function lintReport(harvest, allowance, failOn, now) {
  const { findings, allowed, expired, unused } = allowance.apply(harvest.findings.toSorted(inOrder), now);
  const told = { expired, unused: harvest.whole ? unused : [] };
  return {
    findings,
    files: harvest.files,
    bytes: harvest.bytes,
    skipped: harvest.skipped.toSorted((a, b) => inTextOrder(a.path, b.path)),
    allowed,
    notes: allowNotes(told),
    failOn,
    ...told
  };
}

// packages/kernel/src/kernel.ts
var ANCHORS = ["run", "armor", "userinfo", "assignment", "prefix"];

// packages/kernel/src/anchors.ts
var KINDS = { stem: 0, armor: 1, authority: 2, prefix: 3 };
var STEMS = [
  "auth",
  "basi",
  "bear",
  "cred",
  "dsn",
  "key",
  "pass",
  "psk",
  "pwd",
  "salt",
  "secr",
  "toke"
];
var ARMOR = ["-----BEGIN", "PuTTY-User-Key-File-", "b3BlbnNzaC1rZXktdjE", "AGE-SECRET-KEY-1"];
var AUTHORITY = "://";

// packages/kernel/src/web-assembly.ts
function instantiate(bytes) {
  const { Module, Instance } = globalThis.WebAssembly;
  return new Instance(new Module(bytes)).exports;
}
function grow(memory, size) {
  const missing = size - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / 65536));
}

// packages/kernel/src/literals.ts
var NODES = 16384 + 12 * 8192;
var NODE = 64;
var HEAD = 8;
var REST = 32;
function writeLiterals(memory, prefixes) {
  const literals = literalsOf(prefixes).sort((a, b) => a.text.length - b.text.length);
  const end = NODES + (literals.length + 1) * NODE;
  grow(memory, end);
  const view = new DataView(memory.buffer);
  literals.forEach((literal, index) => {
    writeNode(view, NODES + (index + 1) * NODE, literal);
  });
  return { count: literals.length, end };
}
function literalsOf(prefixes) {
  const unfit = prefixes.find((text) => !/^[\x21-\x7e]{3,40}$/.test(text));
  if (unfit !== void 0) {
    throw new InternalError(`the prefix ${JSON.stringify(unfit)} is not 3 to 40 printable characters`, {
      code: "ERR_KERNEL_PREFIX"
    });
  }
  return [
    ...STEMS.map((text) => ({ text, kind: KINDS.stem })),
    ...ARMOR.map((text) => ({ text, kind: KINDS.armor })),
    { text: AUTHORITY, kind: KINDS.authority },
    ...[...new Set(prefixes)].map((text) => ({ text, kind: KINDS.prefix }))
  ];
}
function writeNode(view, at, { text, kind }) {
  for (let k = 0; k < text.length; k++) view.setUint8(at + (k < HEAD ? k : REST - HEAD + k), text.charCodeAt(k));
  view.setUint16(at + 24, text.length, true);
  view.setUint16(at + 26, kind, true);
}

// packages/kernel/src/wasm-module.ts
var WASM = "AGFzbQEAAAABHwZgAX8AYAJ/fwF/YAN/f38AYAJ/fgBgAAF/YAJ/fwADCAcBAAIDBAUABQMBAAAGTA9+AUIAC34BQgALfgFCAAt+AUIAC34BQgALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC34BQgALfgFCAAt+AUIAC34BQgALfgFCAAsHIwQFYmVnaW4ABQRuZXh0AAQHcHJlcGFyZQAGBm1lbW9yeQIACuYgB/ABAQR/IAAhAgJAA0AgASACSwRAIAL9AAQA/QxBQUFBQUFBQUFBQUFBQUFB/XH9DBoaGhoaGhoaGhoaGhoaGhr9Jv1kIQRBASEDIAEgAmsiBUEQSQR/IARBASAFdEEBa3EFIAQLDQIgAkEQaiECDAELC0EAIQMLIAMEQAJAA0AgACABSQRAIAD9AAQA/QxhYWFhYWFhYWFhYWFhYWFh/XH9DBoaGhoaGhoaGhoaGhoaGhr9Jv1kIQNBASECIAEgAGsiBEEQSQR/IANBASAEdEEBa3EFIAMLDQIgAEEQaiEADAELC0EAIQILBUEAIQILIAIL1AECBH4Ff0J/IQEDQCAGQQhJBEBCASEEQgEhA0EAIQkDQCAJQQRJBEAgBEL0AyAGQQJ0IAlqQcgAbEGggAFqIgg1AkQiAiAIQUBrLwEAQQBHIgcbfiEEIAcgCSAALwEYSQR/IAAgCWotAABBH3EFQSALIgdBIEZyBH5C9AMFIAggB0EBdGovAQAEfiACBSACIAdBgIABajEAAHwLCyADfiEDIAlBAWohCQwBCwsgAyAEfSICIAFUBEAgBiEFIAIhAQsgBkEBaiEGDAELCyAAIAVBARACC7ABAQV/IAAgAToAHgNAIANBBEkEQCABQQJ0IANqQcgAbEGggAFqIgQgAyAALwEYSQR/IAAgA2otAABBH3EFQSALIgVBAXRqIgcvAQBBAUF/IAIbaiEGIAcgBjsBACAFQSBHBEAgBCgCRCEHIAZBAUZBACACGwRAIAQgByAFQYCAAWotAABqNgJECyACIAZyRQRAIAQgByAFQYCAAWotAABrNgJECwsgA0EBaiEDDAELCwvFAwIFfwN+QgAkBEIAJANCACQCQgAkAUIAJAADQCABQgBSBEAgAXohByABIAFCAX2DIQEgACAHp2oiBCkDACIIp0GgwIABckH///8HcUGx893xeWxBFHZBAXQvAYAEIQIDQCACBEAgAkEGdEGAgAdqIgMpAwAgAykDCCAIIAMpAxCEg1EEQAJAIAMvARghBSADLwEaIgZFBEAjA0IBIAT9AAQA/QwKCgoKCgoKCgoKCgoKCgoK/SP9ZKwgBP0ABBD9DAoKCgoKCgoKCgoKCgoKCgr9I/1krEIQhoQgBP0ABCD9DAoKCgoKCgoKCgoKCgoKCgr9I/1krEIghoRCgICAgIDAAIR6hkIBfUIBIAWthkIBfUJ/hYMiCSAHhoQkAyAHQgBSBEAjBCAJQsAAIAd9iIQkBAsMAQtCASAHhiEJQQghAgNAIAIgBUkEQCACIARqLQAAIANBGGogAmotAABHDQIgAkEBaiECDAELCyAGQQJGBEAjASAJhCQBBSAGQQFGBEAjACAJhCQAIAenQQF0IAU7AYACBSMCIAmDUARAIwIgCYQkAiAHp0EBdCAFOwGAAQsLCwsLIAMvARwhAgwBCwsMAQsLC50UAwl/Dn4Ne0HgAP0ABAAhIEHwAP0ABAAhHyMKIQojCyEJIwwhCyMNIRYjDiEPQYCAASEAIwkiB0GAgEBrIgIjCCIBIAEgAksbIQYgB/0ABDD9DB8fHx8fHx8fHx8fHx8fHx/9TiIY/QwQEBAQEBAQEBAQEBAQEBAQ/VEhF0EA/QAEACIeIBj9DkEQ/QAEACIdIBf9Dv1QISJBIP0ABAAiHCAY/Q5BMP0ABAAiGyAX/Q79UCEhQcAA/QAEACIaIBj9DkHQAP0ABAAiGSAX/Q79UCEjA0AgAEGA6AZNIAYgB0txBEBCACEOQgAhDUIAIRNBACEIA0AgCEHAAEkEQCAO/QwkJiYmJiYmJiYmBgMCEwILIAdBQGsgCGr9AAQAIhj9DA8PDw8PDw8PDw8PDw8PDw/9Tv0O/QwAAAEwAgwCBAAAAAAAAAAAIBhBBP1t/Q79TiIX/QwAAAAAAAAAAAAAAAAAAAAA/Sf9ZKwgCK0iDIaEIQ4gDSAXQQL9iwH9ZKwgDIaEIQ0gGP0MHx8fHx8fHx8fHx8fHx8fH/1OIhj9DBAQEBAQEBAQEBAQEBAQEBD9USEXIBMgIiAeIBj9DiAdIBf9Dv1QIiL9DQ0ODxAREhMUFRYXGBkaGxwgISAcIBj9DiAbIBf9Dv1QIiH9DQ4PEBESExQVFhcYGRobHB39TiAjIBogGP0OIBkgF/0O/VAiI/0NDxAREhMUFRYXGBkaGxwdHiAgIBj9DiAfIBf9Dv1Q/U79Tv0MAAAAAAAAAAAAAAAAAAAAAP0j/WSsIAyGhCETIAhBEGohCAwBCwsgDiAOQgGIgyISIBJCAoiDIhEgEUIEiIMhECAKIA5CP4YgCkIBiISDIgwgEkI+hiAMQgKIhIMiDCARQjyGIAxCBIiEgyIMIBBCOIYgDEIIiISDIgwgCkIBhiAWhEJ/hYMgDCAQIBBCCIiDQjiGIAxCCIiEg0J/QgAgCSANhEIAUhuEgyESQgAhFSATQn+FIgxCPYYgC0IDiIQiC0IAUgR+IAcgCxADIwIjACMBhIQhFSAPIwOEIQ8jBAVCAAsgD0IAUgR+IA8gB/0ABAAiF/0MPT09PT09PT09PT09PT09Pf0jIBf9DDo6Ojo6Ojo6Ojo6Ojo6Ojr9I/1Q/WSsIAf9AAQQIhf9DD09PT09PT09PT09PT09PT39IyAX/Qw6Ojo6Ojo6Ojo6Ojo6Ojo6/SP9UP1krEIQhoQgB/0ABCAiF/0MPT09PT09PT09PT09PT09Pf0jIBf9DDo6Ojo6Ojo6Ojo6Ojo6Ojr9I/1Q/WSsQiCGhCAH/QAEMCIX/Qw9PT09PT09PT09PT09PT09/SMgF/0MOjo6Ojo6Ojo6Ojo6Ojo6Ov0j/VD9ZKxCMIaEIg8gB0EBayIBLQAAQT1GBH9BAQUgAS0AAEE6RgutIA9CAYaEQn+Fg4MFQgALIhEgEiAVhIQhFgNAIBZCAFIEQEIBIBZ6IhSGIRMgByAUp2ohAiATIBaFIRYgEiATg0IAUgRAIBRQBH4gCgUgDkLAACAUfYYgCiAUiIQLIBRQBH4gCQUgDULAACAUfYYgCSAUiIQLIQ9Cf4UiEEIAUgR/IA9CASAQeiIPhkIBfYNCAFIEf0EBBSAPQhhaBH8gAiACIA+nahAABUEACwsEfyAAQQA2AgAgACACIwdrNgIEIAAgAiAPp2ojB2s2AgggAEEMagUgAAsF/QwkJiYmJiYmJiYmBgMCEwILIAJBQGsiAf0ABAAiF/0MDw8PDw8PDw8PDw8PDw8PD/1O/Q79DAAAATACDAIEAAAAAAAAAAAgF0EE/W39Dv1O/QwAAAAAAAAAAAAAAAAAAAAA/Sf9ZEF/c0H//wNxIQgDQCAIRQRA/QwkJiYmJiYmJiYmBgMCEwILIAFBEGoiAf0ABAAiF/0MDw8PDw8PDw8PDw8PDw8PD/1O/Q79DAAAATACDAIEAAAAAAAAAAAgF0EE/W39Dv1O/QwAAAAAAAAAAAAAAAAAAAAA/Sf9ZEF/c0H//wNxIQgMAQsLIAEgCGhqIQUgD0IAUgRAQQEhCAUgAiEBAkADQCABIAVJBEAgAf0ABAD9DDAwMDAwMDAwMDAwMDAwMDD9cf0MCgoKCgoKCgoKCgoKCgoKCv0m/WQhBEEBIQggBSABayIDQRBJBH8gBEEBIAN0QQFrcQUgBAsNAiABQRBqIQEMAQsLQQAhCAsLIAgEf0EBBSACIAUQAAsEfyAAQQA2AgAgACACIwdrNgIEIAAgBSMHazYCCCAAQQxqBSAACwshAAsgFSMAgyATg0IAUgRAIAIgFKdBAXQvAYACaiEBIABBATYCACAAIAIjB2s2AgQgACABIwdrNgIIIABBDGohAAsgFSMBgyATg0IAUgRAIAJBgwJqIQUgAkEDaiEBA0AgASAFSQRAAkAgAf0ABAAiF/0MICAgICAgICAgICAgICAgIP0qIBf9DCIiIiIiIiIiIiIiIiIiIiL9IyAX/QwnJycnJycnJycnJycnJycn/SMgF/0MYGBgYGBgYGBgYGBgYGBgYP0j/VD9UP1QIBf9DDo6Ojo6Ojo6Ojo6Ojo6Ojr9I/1Q/WQiAwRAIAEgA2hqIQEMAQsgAUEQaiEBDAILCwsgASAFTwR/QQEFIAEtAABBOkcLBH9BAAUgAUEBaiIEIwVPIgEEQCAEIwZNIQELIwYgBCABGyEIA0AgBSAISwRAAkAgCP0ABAAiF/0MICAgICAgICAgICAgICAgIP0qIBf9DCIiIiIiIiIiIiIiIiIiIiL9IyAX/QwnJycnJycnJycnJycnJycn/SMgF/0MYGBgYGBgYGBgYGBgYGBgYP0j/VD9UP1QIBf9DEBAQEBAQEBAQEBAQEBAQED9I/1Q/WQiAwRAIAggA2hqIQgMAQsgCEEQaiEIDAILCwsgAUUEQCAEJAULIAgkBiAIQQFqQQAgBSAISwR/IAgtAABBwABGBUEACxsLIgEEQCAAQQI2AgAgACACIwdrNgIEIAAgASMHazYCCCAAQQxqIQALCyARIBODQgBSBEAgAkEBaiEBA0AgAS0AAEE9RgR/QQEFIAEtAABBOkYLBEAgAUEBaiEBDAELCwJAIAItAABBOkYEQEEAIQggASACQQFqRgR/IAEvAQBBr94ARgVBAAsNASABIAJBAmpGBH8gAi0AAUE6RgVBAAsNAQsgAUEBaiABIAEtAABBPkYbIQgLIAgEQCAAQQM2AgAgACACIwdrNgIEIAAgCCMHazYCCCAAQQxqIQALCyAVIwKDIBODQgBSBEAgAiAUp0EBdC8BgAFqIQEgAEEENgIAIAAgAiMHazYCBCAAIAEjB2s2AgggAEEMaiEACwwBCwsgCkI/iCEWIQ8gDiEKIA0hCSAMIQsgB0FAayEHDAELCyAHJAkgCiQKIAkkCyALJAwgFiQNIA8kDiAAQYCAAWtBDG5BAXQjCCAHTXILRgAgACQHIAAgAWokCCAAQUBqIgBBAEHAAPwLACMIQQBBgAT8CwAgACQJQgAkDEIAJAtCACQKQgAkDkIAJA1BACQFQQAkBgu8AwIDfwF+QYCAAf0MahQRDgwmBwcKGRIDEAoaG/0LBABBkIAB/QwOAxcYHQoEAwMFBwkDCAIC/QsEAEEBIQEDQCAAIAFPBEAgAUEGdEGAgAdqIgIzARgiBEIIWgR+Qn8FQgEgBEIDhoZCAX0LIQQgAiAENwMIIAJCACAEQqDAgIGChIiQIIMgAi8BGhs3AxAgAiACKAIAQaDAgAFyQf///wdxQbHz3fF5bEEUdkEBdCICLwGABDsBHCACIAE7AYAEIAFBAWohAQwBCwsgACEBA0AgAQRAIAFBBnRBgIAHahABIAFBAWshAQwBCwsDQCADQQNJBEBBASEBA0AgACABTwRAIAFBBnRBgIAHaiICIAItAB5BABACIAIQASABQQFqIQEMAQsLIANBAWohAwwBCwtBACEAA0AgAEEESQRAQQAhAQNAIAFBIEkEQEEAIQJBACEDA0AgA0EISQRAIAJBASADdHIgAiADQQJ0IABqQcgAbEGggAFqIgIgAUEBdGovAQAgAkFAay8BAGobIQIgA0EBaiEDDAELCyABIABBBXRqIAI6AAAgAUEBaiEBDAELCyAAQQFqIQAMAQsLCw==";

// packages/kernel/src/wasm-bytes.ts
var ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
function wasmBytes() {
  const digits = new Uint8Array(128);
  for (let k = 0; k < 64; k++) digits[ALPHABET.charCodeAt(k)] = k;
  const bytes = new Uint8Array((WASM.length >> 2) * 3);
  for (let from2 = 0, to = 0; from2 < WASM.length; from2 += 4, to += 3) {
    const quad = digits[WASM.charCodeAt(from2)] << 18 | digits[WASM.charCodeAt(from2 + 1)] << 12 | digits[WASM.charCodeAt(from2 + 2)] << 6 | digits[WASM.charCodeAt(from2 + 3)];
    bytes[to] = quad >> 16;
    bytes[to + 1] = quad >> 8;
    bytes[to + 2] = quad;
  }
  return bytes.subarray(0, bytes.length - (WASM.endsWith("==") ? 2 : WASM.endsWith("=") ? 1 : 0));
}

// packages/kernel/src/open.ts
var OUT = 16384;
var OUT_WORDS = 3 * 8192;
var BEFORE = 64;
var BEHIND = 512;
var ALIGNMENT = 64;
function openKernel(prefixes = []) {
  const { memory, prepare, begin, next } = instantiate(wasmBytes());
  const { count, end: free } = writeLiterals(memory, prefixes);
  prepare(count);
  const input = align(free + BEFORE);
  function room(length) {
    grow(memory, input + length + BEHIND);
    return new Uint8Array(memory.buffer, input, length);
  }
  function scan(length, found) {
    grow(memory, input + length + BEHIND);
    const out = new Uint32Array(memory.buffer, OUT, OUT_WORDS);
    begin(input, length);
    for (let done = false; !done; ) {
      const answer = next();
      done = (answer & 1) === 1;
      const words = (answer >>> 1) * 3;
      for (let at = 0; at < words; at += 3) {
        found(ANCHORS[out[at]], out[at + 1], out[at + 2]);
      }
    }
  }
  return { room, scan };
}
function align(address) {
  return Math.ceil(address / ALIGNMENT) * ALIGNMENT;
}

// packages/scan/src/open-scanner.ts
function openScanner() {
  const kernel = openKernel(SHORT_PREFIXES);
  return { ...newScanner(kernel), room: kernel.room };
}

// packages/scan/src/scan-bytes.ts
function scanBytes({ cwd, bytes, path, failOn, allowList }, { now }) {
  const allowance = readAllowance(cwd, allowList);
  const lines = linesOf(bytes);
  const findings = openScanner().scan(bytes, path).map((raw) => toFinding(raw, lines, path, failOn));
  return lintReport({ findings, skipped: [], files: 1, bytes: bytes.length, whole: false }, allowance, failOn, now());
}

// packages/scan/src/windows.ts
var WINDOW = 8 << 20;
var MARGIN = 1280 << 10;
var HEAD2 = 8192;
function* fileWindows(buffer, filled, file, margin = MARGIN) {
  let length = filled;
  let offset = 0;
  let from2 = 0;
  while (length === buffer.length) {
    const to = length - margin;
    const kept = to - margin;
    yield { bytes: buffer, offset, from: from2, to, kept };
    buffer.copyWithin(HEAD2, kept, length);
    offset += kept - HEAD2;
    from2 = HEAD2 + margin;
    length = from2 + margin + file.fill(buffer.subarray(from2 + margin));
  }
  yield { bytes: buffer.subarray(0, length), offset, from: from2, to: length, kept: length };
}

// packages/scan/src/large-lines.ts
function linesOfLargeFile(file, buffer, places) {
  const known = /* @__PURE__ */ new Map();
  const left = [...new Set(places)].sort((a, b) => a - b);
  file.rewind();
  let carried = { line: 1, column: 1 };
  let next = 0;
  for (const { bytes, offset, from: from2, to, kept } of fileWindows(buffer, file.fill(buffer), file)) {
    const lines = linesOf(bytes);
    const behindHead = from2 === 0 ? void 0 : lines.at(HEAD2);
    const at = (place) => {
      const here = lines.at(place);
      if (behindHead === void 0) return here;
      const line = carried.line + here.line - behindHead.line;
      return { line, column: here.line === behindHead.line ? carried.column + place - HEAD2 : here.column };
    };
    for (; next < left.length && left[next] < to + offset; next++) {
      known.set(left[next], at(left[next] - offset));
    }
    if (next === left.length) break;
    carried = at(kept);
  }
  return { at: (place) => known.get(place) ?? { line: 1, column: 1 } };
}

// packages/scan/src/open-file.ts
var import_node_fs3 = __toESM(require_node_fs(), 1);
var FLAGS = import_node_fs3.constants.O_RDONLY | (import_node_fs3.constants.O_NOFOLLOW ?? 0) | (import_node_fs3.constants.O_NONBLOCK ?? 0);
function openFile(path) {
  const descriptor = (0, import_node_fs3.openSync)(openable(path), FLAGS);
  let position = 0;
  return {
    fill(target) {
      let filled = 0;
      while (filled < target.length) {
        const read2 = (0, import_node_fs3.readSync)(descriptor, target, filled, target.length - filled, position);
        if (read2 === 0) break;
        filled += read2;
        position += read2;
      }
      return filled;
    },
    rewind: () => {
      position = 0;
    },
    close: () => (0, import_node_fs3.closeSync)(descriptor)
  };
}

// packages/scan/src/scan-file.ts
var NOTHING = [];
function newFileScanner(scanner, failOn) {
  const buffer = scanner.room(WINDOW);
  return {
    scan(absolute, path) {
      const file = openFile(absolute);
      try {
        return scanOpen(path, file);
      } finally {
        file.close();
      }
    }
  };
  function scanOpen(path, file) {
    const length = file.fill(buffer);
    if (length === buffer.length) return scanLarge(path, file);
    const bytes = buffer.subarray(0, length);
    const found = scanner.scan(bytes, path);
    if (found.length === 0) return { findings: NOTHING, bytes: length };
    const lines = linesOf(bytes);
    return { findings: found.map((raw) => toFinding(raw, lines, path, failOn)), bytes: length };
  }
  function scanLarge(path, file) {
    const found = [];
    let size = 0;
    for (const { bytes, offset, from: from2, to } of fileWindows(buffer, buffer.length, file)) {
      for (const raw of scanner.scan(bytes, path)) {
        if (raw.start >= from2 && raw.start < to) found.push(moved(raw, offset));
      }
      size = bytes.length + offset;
    }
    if (found.length === 0) return { findings: NOTHING, bytes: size };
    const lines = linesOfLargeFile(
      file,
      buffer,
      found.flatMap(({ start, end }) => [start, end - 1])
    );
    return { findings: found.map((raw) => toFinding(raw, lines, path, failOn)), bytes: size };
  }
}
function moved(raw, offset) {
  return { ...raw, start: raw.start + offset, end: raw.end + offset };
}

// packages/scan/src/starting-point.ts
var import_node_fs5 = __toESM(require_node_fs(), 1);
var import_node_path4 = __toESM(require_node_path(), 1);

// packages/scan/src/folder-rules.ts
var import_node_fs4 = __toESM(require_node_fs(), 1);

// packages/scan/src/char-class.ts
var inRange = (from2, to) => (byte) => byte >= from2.charCodeAt(0) && byte <= to.charCodeAt(0);
var digit = inRange("0", "9");
var upper = inRange("A", "Z");
var lower = inRange("a", "z");
var alpha = (byte) => upper(byte) || lower(byte);
var graph = (byte) => byte > 32 && byte < 127;
var NAMED = {
  alnum: (byte) => alpha(byte) || digit(byte),
  alpha,
  blank: (byte) => byte === 32 || byte === 9,
  cntrl: (byte) => byte < 32 || byte === 127,
  digit,
  graph,
  lower,
  print: (byte) => byte === 32 || graph(byte),
  punct: (byte) => graph(byte) && !alpha(byte) && !digit(byte),
  space: (byte) => byte === 32 || byte === 9 || byte === 10 || byte === 13,
  upper,
  xdigit: (byte) => digit(byte) || inRange("a", "f")(byte) || inRange("A", "F")(byte)
};
var SLASH = 47;
function readCharClass(pattern, at) {
  const set = new Uint8Array(256);
  let i = at;
  const negated = pattern[i] === "!" || pattern[i] === "^";
  if (negated) i++;
  let previous = -1;
  for (let first = true; first || pattern[i] !== "]"; first = false) {
    const char = pattern[i];
    if (char === void 0) return void 0;
    if (char === "-" && previous >= 0 && i + 1 < pattern.length && pattern[i + 1] !== "]") {
      i += pattern[i + 1] === "\\" ? 2 : 1;
      if (i >= pattern.length) return void 0;
      for (let byte = previous; byte <= pattern.charCodeAt(i); byte++) set[byte] = 1;
      previous = -1;
    } else if (char === "[" && pattern[i + 1] === ":") {
      const close = pattern.indexOf("]", i + 2);
      if (close < 0) return void 0;
      if (pattern[close - 1] === ":" && close - 1 >= i + 2) {
        const name = pattern.slice(i + 2, close - 1);
        const member = Object.hasOwn(NAMED, name) ? NAMED[name] : void 0;
        if (member === void 0) return void 0;
        for (let byte = 0; byte < 256; byte++) if (member(byte)) set[byte] = 1;
        previous = -1;
        i = close;
      } else {
        set[pattern.charCodeAt(i)] = 1;
        previous = pattern.charCodeAt(i);
      }
    } else {
      if (char === "\\") i++;
      if (i >= pattern.length) return void 0;
      previous = pattern.charCodeAt(i);
      set[previous] = 1;
    }
    i++;
  }
  if (negated) for (let byte = 0; byte < 256; byte++) set[byte] = set[byte] ? 0 : 1;
  set[SLASH] = 0;
  return { set, next: i + 1 };
}

// packages/scan/src/path-glob.ts
var STAR = -1;
var ANY = -2;
var SPECIAL = /[*?[\\]/;
function compilePathGlob(pattern) {
  const literal = pattern.search(SPECIAL);
  if (literal < 0) return { prefix: pattern, segments: void 0 };
  const segments = [];
  let segment = [];
  const rest = pattern.slice(literal);
  const close = () => {
    segments.push(segment);
    segment = [];
  };
  for (let i = 0; i < rest.length; ) {
    const char = rest[i];
    if (char === "*") {
      let end = i;
      while (rest[end] === "*") end++;
      const bounded = (i === 0 || rest[i - 1] === "/") && (end === rest.length || rest[end] === "/" || rest.startsWith("\\/", end));
      if (end - i > 1 && bounded) {
        segments.push("**");
        if (end === rest.length) return { prefix: pattern.slice(0, literal), segments };
        i = end + (rest[end] === "/" ? 1 : 2);
        continue;
      }
      segment.push(STAR);
      i = end;
    } else if (char === "[") {
      const found = readCharClass(rest, i + 1);
      if (found === void 0) return void 0;
      segment.push(found.set);
      i = found.next;
    } else {
      if (char === "\\" && ++i >= rest.length) return void 0;
      if (rest[i] === "/") close();
      else segment.push(char === "?" ? ANY : rest.charCodeAt(i));
      i++;
    }
  }
  close();
  return { prefix: pattern.slice(0, literal), segments };
}
function matchesPathGlob(glob, path, from2) {
  const { prefix, segments } = glob;
  if (!path.startsWith(prefix, from2)) return false;
  const start = from2 + prefix.length;
  return segments === void 0 ? start === path.length : matchesSegments(segments, path, start);
}
function matchesSegments(segments, path, from2) {
  let s = 0;
  let at = from2;
  let resumeSegment = -1;
  let resumeAt = 0;
  while (at <= path.length) {
    const segment = segments[s];
    if (segment === "**") {
      if (s === segments.length - 1) return true;
      resumeSegment = ++s;
      resumeAt = at;
      continue;
    }
    const slash = path.indexOf("/", at);
    const end = slash < 0 ? path.length : slash;
    if (segment !== void 0 && matchesSegment(segment, path, at, end)) {
      s++;
      at = end + 1;
    } else if (resumeSegment >= 0) {
      const next = path.indexOf("/", resumeAt);
      if (next < 0) return false;
      s = resumeSegment;
      at = resumeAt = next + 1;
    } else {
      return false;
    }
  }
  return s === segments.length;
}
function matchesSegment(tokens, text, from2, to) {
  let t = 0;
  let at = from2;
  let star = -1;
  let resume = 0;
  while (at < to) {
    const token = tokens[t];
    if (token === STAR) {
      star = ++t;
      resume = at;
    } else if (token !== void 0 && matchesByte(token, text.charCodeAt(at))) {
      t++;
      at++;
    } else if (star >= 0) {
      t = star;
      at = ++resume;
    } else {
      return false;
    }
  }
  while (tokens[t] === STAR) t++;
  return t === tokens.length;
}
function matchesByte(token, byte) {
  return typeof token === "number" ? token === byte || token === ANY : token[byte] === 1;
}

// packages/scan/src/pattern-list.ts
var ENDING = /^\*(\.[^*?[\\/.]+)$/;
function patternList(patterns) {
  const names = /* @__PURE__ */ new Map();
  const endings = /* @__PURE__ */ new Map();
  const globs = [];
  for (const [order, { text, says }] of patterns.entries()) {
    const foldersOnly = text.endsWith("/");
    const body = foldersOnly ? text.slice(0, -1) : text;
    const nameOnly = !body.includes("/");
    const glob = compilePathGlob(body.startsWith("/") ? body.slice(1) : body);
    if (glob === void 0 || body === "") continue;
    const rule = { order, says, foldersOnly, nameOnly, glob };
    const ending = ENDING.exec(body)?.[1];
    if (nameOnly && glob.segments === void 0) put(names, body, rule);
    else if (ending !== void 0) put(endings, ending, rule);
    else globs.push(rule);
  }
  globs.reverse();
  return names.size + endings.size + globs.length > 0 ? { names, endings, globs } : void 0;
}
function lookUp(list, path, from2, name, isFolder) {
  let best = last(list.names.get(name), isFolder);
  if (list.endings.size > 0) {
    const dot = name.lastIndexOf(".");
    if (dot >= 0) best = later(best, last(list.endings.get(name.slice(dot)), isFolder));
  }
  for (const rule of list.globs) {
    if (best !== void 0 && best.order > rule.order) break;
    if (rule.foldersOnly && !isFolder) continue;
    if (matchesPathGlob(rule.glob, rule.nameOnly ? name : path, rule.nameOnly ? 0 : from2)) return rule.says;
  }
  return best?.says;
}
function put(map, key, rule) {
  const rules = map.get(key);
  if (rules) rules.push(rule);
  else map.set(key, [rule]);
}
function last(rules, isFolder) {
  return rules?.findLast((rule) => isFolder || !rule.foldersOnly);
}
function later(a, b) {
  return a === void 0 || b !== void 0 && b.order > a.order ? b : a;
}

// packages/scan/src/attributes-file.ts
var SKIPPING = ["linguist-generated", "linguist-vendored"];
function readAttributesFile(text) {
  if (!text.includes("linguist-")) return void 0;
  const patterns = {};
  for (const line of text.replace(/^\xef\xbb\xbf/, "").split("\n")) {
    const [pattern, words] = splitLine(line);
    if (pattern === "" || pattern.startsWith("!") || pattern.startsWith("[attr]") || pattern.endsWith("/")) continue;
    for (const word of words) {
      const [, sign = "", name = "", value] = /^([-!]?)([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
      const attribute = SKIPPING.find((known) => known === name);
      if (attribute === void 0) continue;
      patterns[attribute] ??= [];
      patterns[attribute].push({ text: pattern, says: sign === "" && (value === void 0 || value === "true") });
    }
  }
  const lists = {};
  for (const attribute of SKIPPING) {
    const list = patternList(patterns[attribute] ?? []);
    if (list) lists[attribute] = list;
  }
  return Object.keys(lists).length > 0 ? lists : void 0;
}
function splitLine(line) {
  const text = line.replace(/^[ \t\r]+/, "");
  if (text === "" || text.startsWith("#")) return ["", []];
  const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(text);
  const [pattern, rest] = quoted ? [unquote(quoted[1] ?? ""), text.slice(quoted[0].length)] : cut(text);
  return [pattern, rest.split(/[ \t\r]+/).filter((word) => word !== "")];
}
function cut(text) {
  const space = text.search(/[ \t\r]/);
  return space < 0 ? [text, ""] : [text.slice(0, space), text.slice(space)];
}
var ESCAPES = { a: "\x07", b: "\b", f: "\f", n: "\n", r: "\r", t: "	", v: "\v" };
function unquote(text) {
  return text.replace(
    /\\(?:([0-3][0-7]{2})|(.))/gs,
    (_all, octal, char) => octal === void 0 ? ESCAPES[char] ?? char : String.fromCharCode(Number.parseInt(octal, 8))
  );
}

// packages/scan/src/ignore-file.ts
function readIgnoreFile(text) {
  const patterns = [];
  for (const line of text.replace(/^\xef\xbb\xbf/, "").split("\n")) {
    if (line.startsWith("#")) continue;
    const pattern = withoutTrailingSpaces(line.endsWith("\r") ? line.slice(0, -1) : line);
    const says = !pattern.startsWith("!");
    if (pattern !== "") patterns.push({ text: says ? pattern : pattern.slice(1), says });
  }
  return patternList(patterns);
}
function withoutTrailingSpaces(line) {
  let end = line.length;
  while (line[end - 1] === " ") end--;
  if (end === line.length) return line;
  let slashes = 0;
  while (line[end - 1 - slashes] === "\\") slashes++;
  return line.slice(0, slashes % 2 === 1 ? end + 1 : end);
}

// packages/scan/src/folder-rules.ts
function rulesOfRepository({ commonFolder }) {
  const clone = {
    ignore: read(`${commonFolder}/info/exclude`, readIgnoreFile),
    attributes: read(`${commonFolder}/info/attributes`, readAttributesFile)
  };
  return { from: 0, ignore: void 0, attributes: void 0, above: void 0, clone };
}
function rulesOfFolder(above, folder, path, has) {
  const ignore = has.ignore ? read(`${folder}/.gitignore`, readIgnoreFile) : void 0;
  const attributes = has.attributes ? read(`${folder}/.gitattributes`, readAttributesFile) : void 0;
  return ignore || attributes ? { from: path.length, ignore, attributes, above, clone: above.clone } : above;
}
function isIgnored(rules, path, name, isFolder) {
  for (let at = rules; at; at = at.above) {
    const says = at.ignore && lookUp(at.ignore, path, at.from, name, isFolder);
    if (says !== void 0) return says;
  }
  return (rules.clone.ignore && lookUp(rules.clone.ignore, path, 0, name, isFolder)) ?? false;
}
function skippingAttribute(rules, path, name) {
  return SKIPPING.find((attribute) => {
    const own = rules.clone.attributes?.[attribute];
    const first = own && lookUp(own, path, 0, name, false);
    if (first !== void 0) return first;
    for (let at = rules; at; at = at.above) {
      const list = at.attributes?.[attribute];
      const says = list && lookUp(list, path, at.from, name, false);
      if (says !== void 0) return says;
    }
    return false;
  });
}
function read(path, parse) {
  const file = openable(path);
  try {
    return (0, import_node_fs4.lstatSync)(file, { throwIfNoEntry: false })?.isFile() ? parse((0, import_node_fs4.readFileSync)(file, "latin1")) : void 0;
  } catch {
    return void 0;
  }
}

// packages/scan/src/visitor.ts
function unreadable(error) {
  const code = error.code;
  return code === "ENOENT" ? "unreadable: not there" : `unreadable: ${code ?? "unknown failure"}`;
}

// packages/scan/src/starting-point.ts
function namedPath(cwd, path) {
  const full = (0, import_node_path4.resolve)(cwd, path);
  const shown = bytePath((0, import_node_path4.relative)(cwd, full));
  try {
    const stats = (0, import_node_fs5.statSync)(full);
    const absolute = bytePath(import_node_fs5.realpathSync.native(full)).replace(/\/$/, "");
    return { absolute, shown, kind: stats.isFile() ? "file" : stats.isDirectory() ? "folder" : "other", error: "" };
  } catch (error) {
    return { absolute: void 0, shown, kind: "other", error: unreadable(error) };
  }
}
function folderStart(absolute) {
  const repository = repositoryAround(absolute);
  if (repository === void 0) return void 0;
  const segments = absolute.slice(repository.top.length).split("/").slice(1);
  let rules = rulesOfRepository(repository);
  let path = "";
  let ignored = false;
  for (const segment of segments) {
    rules = rulesOfFolder(rules, `${repository.top}/${path}`, path, { ignore: true, attributes: true });
    ignored ||= isIgnored(rules, path + segment, segment, true);
    path += `${segment}/`;
  }
  return { repository, path, rules, ignored };
}

// packages/scan/src/walk.ts
var import_node_fs7 = __toESM(require_node_fs(), 1);

// packages/scan/src/tracked-though-ignored.ts
var import_node_fs6 = __toESM(require_node_fs(), 1);
function trackedThoughIgnored(repository, ignored, skipped) {
  if (ignored.length === 0) return [];
  let tracked;
  try {
    tracked = trackedFiles(repository);
  } catch {
    skipped(`${repository.gitFolder}/index`, "unreadable: not an index that is understood");
    return [];
  }
  return ignored.flatMap((entry) => {
    const found = [];
    for (let i = firstNotBefore(tracked, entry.path); i < tracked.length; i++) {
      const path = tracked[i] ?? "";
      const inside = entry.path.endsWith("/") ? path.startsWith(entry.path) : path === entry.path;
      if (!inside) break;
      const rest = path.slice(entry.path.length);
      const absolute = entry.absolute + rest;
      if (isFile2(absolute)) found.push({ path, absolute, shown: entry.shown + rest });
    }
    return found;
  });
}
function isFile2(path) {
  try {
    return (0, import_node_fs6.lstatSync)(openable(path), { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    return false;
  }
}
function firstNotBefore(sorted, path) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = low + high >>> 1;
    if ((sorted[middle] ?? "") < path) low = middle + 1;
    else high = middle;
  }
  return low;
}

// packages/scan/src/walk.ts
function walk(cwd, paths, visitor) {
  const seen = paths.length > 1 ? once(visitor) : visitor;
  const grounds = [];
  const stack = [];
  for (const path of paths) {
    const { absolute, shown, kind, error } = namedPath(cwd, path);
    if (absolute === void 0) seen.skipped(shown, error);
    else if (kind === "file") seen.file(absolute, shown);
    else if (kind === "folder") stack.push(rootFolder(absolute, shown === "" ? "" : `${shown}/`, grounds));
    else seen.skipped(shown, NOT_A_FILE);
  }
  for (let folder = stack.pop(); folder; folder = stack.pop()) enter(folder, stack, grounds, seen);
  for (const { repository, ignored } of grounds) {
    for (const { absolute, shown } of trackedThoughIgnored(repository, ignored, seen.skipped)) seen.file(absolute, shown);
  }
}
var NOT_A_FILE = "not a regular file";
function rootFolder(absolute, shown, grounds) {
  const start = folderStart(absolute);
  if (start === void 0) return { absolute, shown, path: "", ground: void 0, rules: void 0 };
  const ground = { repository: start.repository, ignoring: !start.ignored, ignored: [] };
  grounds.push(ground);
  return { absolute, shown, path: start.path, ground, rules: start.rules };
}
function enter(folder, stack, grounds, visitor) {
  let entries;
  try {
    entries = (0, import_node_fs7.readdirSync)(openable(folder.absolute === "" ? "/" : folder.absolute), { withFileTypes: true, encoding: "latin1" });
  } catch (error) {
    visitor.skipped(folder.shown, unreadable(error));
    return;
  }
  const here = settle(folder, entries, grounds);
  if (here === void 0) {
    visitor.skipped(folder.shown, "another repository");
    return;
  }
  const { path, ground, rules } = here;
  const prefix = `${folder.absolute}/`;
  for (const entry of entries) {
    const { name } = entry;
    if (name === ".git") continue;
    const isFolder = entry.isDirectory();
    const absolute = prefix + name;
    const shown = folder.shown + name;
    if (rules && ground?.ignoring && isIgnored(rules, path + name, name, isFolder)) {
      const slash = isFolder ? "/" : "";
      ground.ignored.push({ path: path + name + slash, absolute: absolute + slash, shown: shown + slash });
    } else if (isFolder) {
      stack.push({ absolute, shown: `${shown}/`, path: `${path}${name}/`, ground, rules });
    } else if (!entry.isFile()) {
      visitor.skipped(shown, entry.isSymbolicLink() ? "symbolic link" : NOT_A_FILE);
    } else {
      const attribute = rules && skippingAttribute(rules, path + name, name);
      if (attribute) visitor.skipped(shown, `marked ${attribute}`);
      else visitor.file(absolute, shown);
    }
  }
}
function settle(folder, entries, grounds) {
  const has = { git: false, ignore: false, attributes: false };
  for (const { name } of entries) {
    if (!name.startsWith(".git")) continue;
    if (name === ".git") has.git = true;
    else if (name === ".gitignore") has.ignore = true;
    else if (name === ".gitattributes") has.attributes = true;
  }
  let { path, ground, rules } = folder;
  if (has.git && ground?.repository.top !== folder.absolute) {
    const repository = repositoryAt(folder.absolute);
    if (repository && ground) return void 0;
    if (repository) {
      path = "";
      ground = { repository, ignoring: true, ignored: [] };
      grounds.push(ground);
      rules = rulesOfRepository(repository);
    }
  }
  return rules ? { ...folder, path, ground, rules: rulesOfFolder(rules, folder.absolute, path, has) } : folder;
}
function once(visitor) {
  const seen = /* @__PURE__ */ new Set();
  const first = (key) => seen.size < seen.add(key).size;
  return {
    file: (absolute, shown) => {
      if (first(shown)) visitor.file(absolute, shown);
    },
    skipped: (shown, reason) => {
      if (first(`${shown}\0`)) visitor.skipped(shown, reason);
    }
  };
}

// packages/scan/src/scan-tree.ts
var STRIDE = 128;
function scanTree({ cwd, paths, failOn, allowList }, { now, progress }) {
  const allowance = readAllowance(cwd, allowList);
  const scanner = newFileScanner(openScanner(), failOn);
  const findings = [];
  const skipped = [];
  let files = 0;
  let bytes = 0;
  const skip = (shown, reason) => {
    skipped.push({ path: readable(shown), reason });
  };
  walk(cwd, paths, {
    file: (absolute, shown) => {
      try {
        const scanned = scanner.scan(absolute, readable(shown));
        for (const finding of scanned.findings) findings.push(finding);
        bytes += scanned.bytes;
        files++;
      } catch (error) {
        if (error.syscall === void 0) throw error;
        skip(shown, unreadable(error));
      }
      if (progress && files % STRIDE === 0) progress(files, bytes);
    },
    skipped: skip
  });
  const whole = paths.some((path) => readable(namedPath(cwd, path).absolute ?? "") === allowance.top);
  return lintReport({ findings, skipped, files, bytes, whole }, allowance, failOn, now());
}

export {
  parseAllowList,
  printAllowList,
  readAllowFile,
  addToAllowFile,
  allowFileOf,
  scanBytes,
  scanTree
};
