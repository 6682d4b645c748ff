import {
  ConfigError,
  DeniedError,
  InternalError,
  LeaseholdError,
  UpstreamError,
  blocks,
  code,
  logLines,
  oneLine,
  sentence,
  table,
  text
} from "./chunk-TRVLGUIP.js";
import {
  __commonJS,
  __toESM
} from "./chunk-TRTQSARU.js";

// required:node:os
var require_node_os = __commonJS({
  "required:node:os"(exports, module) {
    module.exports = process.getBuiltinModule("node:os");
  }
});

// rare:node:crypto
var require_node_crypto = __commonJS({
  "rare:node:crypto"(exports, module) {
    module.exports = {
      get randomUUID() {
        return process.getBuiltinModule("node:crypto").randomUUID;
      }
    };
  }
});

// required:node:fs
var require_node_fs = __commonJS({
  "required:node:fs"(exports, module) {
    module.exports = process.getBuiltinModule("node:fs");
  }
});

// required:node:path
var require_node_path = __commonJS({
  "required:node:path"(exports, module) {
    module.exports = process.getBuiltinModule("node:path");
  }
});

// required:node:timers/promises
var require_promises = __commonJS({
  "required:node:timers/promises"(exports, module) {
    module.exports = process.getBuiltinModule("node:timers/promises");
  }
});

// rare:node:child_process
var require_node_child_process = __commonJS({
  "rare:node:child_process"(exports, module) {
    module.exports = {
      get spawn() {
        return process.getBuiltinModule("node:child_process").spawn;
      },
      get execFileSync() {
        return process.getBuiltinModule("node:child_process").execFileSync;
      }
    };
  }
});

// node_modules/@actions/core/lib/command.js
var os = __toESM(require_node_os());

// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
  if (input === null || input === void 0) {
    return "";
  } else if (typeof input === "string" || input instanceof String) {
    return input;
  }
  return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
  if (!Object.keys(annotationProperties).length) {
    return {};
  }
  return {
    title: annotationProperties.title,
    file: annotationProperties.file,
    line: annotationProperties.startLine,
    endLine: annotationProperties.endLine,
    col: annotationProperties.startColumn,
    endColumn: annotationProperties.endColumn
  };
}

// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
  const cmd = new Command(command, properties, message);
  process.stdout.write(cmd.toString() + os.EOL);
}
var CMD_STRING = "::";
var Command = class {
  constructor(command, properties, message) {
    if (!command) {
      command = "missing.command";
    }
    this.command = command;
    this.properties = properties;
    this.message = message;
  }
  toString() {
    let cmdStr = CMD_STRING + this.command;
    if (this.properties && Object.keys(this.properties).length > 0) {
      cmdStr += " ";
      let first = true;
      for (const key in this.properties) {
        if (this.properties.hasOwnProperty(key)) {
          const val = this.properties[key];
          if (val) {
            if (first) {
              first = false;
            } else {
              cmdStr += ",";
            }
            cmdStr += `${key}=${escapeProperty(val)}`;
          }
        }
      }
    }
    cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
    return cmdStr;
  }
};
function escapeData(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
var crypto2 = __toESM(require_node_crypto());
var fs = __toESM(require_node_fs());
var os2 = __toESM(require_node_os());
function issueFileCommand(command, message) {
  const filePath = process.env[`GITHUB_${command}`];
  if (!filePath) {
    throw new Error(`Unable to find environment variable for file command ${command}`);
  }
  if (!fs.existsSync(filePath)) {
    throw new Error(`Missing file at path: ${filePath}`);
  }
  fs.appendFileSync(filePath, `${toCommandValue(message)}${os2.EOL}`, {
    encoding: "utf8"
  });
}
function prepareKeyValueMessage(key, value) {
  const delimiter2 = `ghadelimiter_${crypto2.randomUUID()}`;
  const convertedValue = toCommandValue(value);
  if (key.includes(delimiter2)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter2}"`);
  }
  if (convertedValue.includes(delimiter2)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter2}"`);
  }
  return `${key}<<${delimiter2}${os2.EOL}${convertedValue}${os2.EOL}${delimiter2}`;
}

// node_modules/@actions/core/lib/core.js
var os3 = __toESM(require_node_os());
var path = __toESM(require_node_path());
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2["Success"] = 0] = "Success";
  ExitCode2[ExitCode2["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function exportVariable(name, val) {
  const convertedVal = toCommandValue(val);
  process.env[name] = convertedVal;
  const filePath = process.env["GITHUB_ENV"] || "";
  if (filePath) {
    return issueFileCommand("ENV", prepareKeyValueMessage(name, val));
  }
  issueCommand("set-env", { name }, convertedVal);
}
function setSecret(secret) {
  issueCommand("add-mask", {}, secret);
}
function getInput(name, options) {
  const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
  if (options && options.required && !val) {
    throw new Error(`Input required and not supplied: ${name}`);
  }
  if (options && options.trimWhitespace === false) {
    return val;
  }
  return val.trim();
}
function setOutput(name, value) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) {
    return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
  }
  process.stdout.write(os3.EOL);
  issueCommand("set-output", { name }, toCommandValue(value));
}
function setFailed(message) {
  process.exitCode = ExitCode.Failure;
  error(message);
}
function debug(message) {
  issueCommand("debug", {}, message);
}
function error(message, properties = {}) {
  issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
  issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
  issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function saveState(name, value) {
  const filePath = process.env["GITHUB_STATE"] || "";
  if (filePath) {
    return issueFileCommand("STATE", prepareKeyValueMessage(name, value));
  }
  issueCommand("save-state", { name }, toCommandValue(value));
}
function getState(name) {
  return process.env[`STATE_${name}`] || "";
}

// packages/core/src/finding.ts
var TIERS = ["proven", "paired", "prefixed", "contextual", "heuristic"];
var SEVERITIES = ["critical", "high", "medium", "low", "info"];
function atLeast(tier, floor) {
  return TIERS.indexOf(tier) <= TIERS.indexOf(floor);
}

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

// packages/core/src/retry.ts
function retryAfter(header, now) {
  if (header === void 0) return void 0;
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header) * 1e3;
  const date = Date.parse(header);
  return Number.isNaN(date) ? void 0 : Math.max(0, date - now);
}

// packages/core/src/secret.ts
var Secret = class {
  #value;
  constructor(value) {
    this.#value = value;
  }
  /** The credential itself. The only way in, so that every use can be searched for. */
  reveal() {
    return this.#value;
  }
  toString() {
    return "***";
  }
  toJSON() {
    return "***";
  }
};
Object.defineProperty(Secret.prototype, /* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom"), { value: () => "***" });

// node_modules/leven/index.js
var array = [];
var characterCodeCache = [];
function leven(first, second, options) {
  if (first === second) {
    return 0;
  }
  const maxDistance = options?.maxDistance;
  const swap = first;
  if (first.length > second.length) {
    first = second;
    second = swap;
  }
  let firstLength = first.length;
  let secondLength = second.length;
  while (firstLength > 0 && first.charCodeAt(~-firstLength) === second.charCodeAt(~-secondLength)) {
    firstLength--;
    secondLength--;
  }
  let start = 0;
  while (start < firstLength && first.charCodeAt(start) === second.charCodeAt(start)) {
    start++;
  }
  firstLength -= start;
  secondLength -= start;
  if (maxDistance !== void 0 && secondLength - firstLength > maxDistance) {
    return maxDistance;
  }
  if (firstLength === 0) {
    return maxDistance !== void 0 && secondLength > maxDistance ? maxDistance : secondLength;
  }
  let bCharacterCode;
  let result;
  let temporary;
  let temporary2;
  let index = 0;
  let index2 = 0;
  while (index < firstLength) {
    characterCodeCache[index] = first.charCodeAt(start + index);
    array[index] = ++index;
  }
  while (index2 < secondLength) {
    bCharacterCode = second.charCodeAt(start + index2);
    temporary = index2++;
    result = index2;
    for (index = 0; index < firstLength; index++) {
      temporary2 = bCharacterCode === characterCodeCache[index] ? temporary : temporary + 1;
      temporary = array[index];
      result = array[index] = temporary > result ? temporary2 > result ? result + 1 : temporary2 : temporary2 > temporary ? temporary + 1 : temporary2;
    }
    if (maxDistance !== void 0) {
      let rowMinimum = result;
      for (index = 0; index < firstLength; index++) {
        if (array[index] < rowMinimum) {
          rowMinimum = array[index];
        }
      }
      if (rowMinimum > maxDistance) {
        return maxDistance;
      }
    }
  }
  array.length = firstLength;
  characterCodeCache.length = firstLength;
  return maxDistance !== void 0 && result > maxDistance ? maxDistance : result;
}
function closestMatch(target, candidates, options) {
  if (!Array.isArray(candidates) || candidates.length === 0) {
    return void 0;
  }
  const userMax = options?.maxDistance;
  const targetLength = target.length;
  for (const candidate of candidates) {
    if (candidate === target) {
      return candidate;
    }
  }
  if (userMax === 0) {
    return void 0;
  }
  let best;
  let bestDist = Number.POSITIVE_INFINITY;
  const seen = /* @__PURE__ */ new Set();
  for (const candidate of candidates) {
    if (seen.has(candidate)) {
      continue;
    }
    seen.add(candidate);
    const lengthDiff = Math.abs(candidate.length - targetLength);
    if (lengthDiff >= bestDist) {
      continue;
    }
    if (userMax !== void 0 && lengthDiff > userMax) {
      continue;
    }
    const cap = Number.isFinite(bestDist) ? userMax === void 0 ? bestDist : Math.min(bestDist, userMax) : userMax;
    const distance = cap === void 0 ? leven(target, candidate) : leven(target, candidate, { maxDistance: cap });
    if (userMax !== void 0 && distance > userMax) {
      continue;
    }
    let actualD = distance;
    if (cap !== void 0 && distance === cap && cap === userMax) {
      actualD = leven(target, candidate);
    }
    if (actualD < bestDist) {
      bestDist = actualD;
      best = candidate;
      if (bestDist === 0) {
        break;
      }
    }
  }
  if (userMax !== void 0 && bestDist > userMax) {
    return void 0;
  }
  return best;
}

// packages/core/src/suggest.ts
var MAX_LENGTH = 100;
function suggest(word, known) {
  if (word.length > MAX_LENGTH) return void 0;
  return closestMatch(word.toLowerCase(), known, { maxDistance: Math.max(1, Math.ceil(word.length / 3)) });
}

// actions/secret-lint/src/inputs.ts
function readInputs(read3) {
  const paths = read3("paths").split("\n").map((line) => line.trim()).filter((line) => line !== "");
  return {
    paths: paths.length > 0 ? paths : ["."],
    failOn: oneOf("fail-on", read3("fail-on").trim() || "prefixed", TIERS),
    sarifFile: read3("sarif-file").trim() || void 0,
    summary: oneOf("summary", read3("summary").trim() || "true", ["true", "false"]) === "true"
  };
}
function oneOf(name, value, allowed) {
  const found = allowed.find((choice) => choice === value);
  if (found) return found;
  const near = suggest(value, allowed);
  throw new ConfigError(`\`${value}\` is not a value of the input \`${name}\``, {
    code: "ERR_INPUT",
    help: near ? `did you mean \`${near}\`?` : `write one of ${allowed.map((choice) => `\`${choice}\``).join(", ")}`
  });
}

// actions/secret-lint/src/secret-lint.ts
var import_node_fs12 = __toESM(require_node_fs(), 1);

// packages/checks/src/secrets/shape-ambiguity.ts
function ambiguities(pieces, after = /* @__PURE__ */ new Set()) {
  let count2 = 0;
  pieces.forEach((piece, index) => {
    const next = firstOf(pieces.slice(index + 1), after);
    if (piece.kind === "set" && piece.most > piece.least && overlap(members(piece.set), next)) count2++;
    if (piece.kind === "choice") count2 += Math.max(...piece.options.map((option) => ambiguities(option, next)));
  });
  return count2;
}
function firstOf(pieces, after) {
  const [piece, ...rest] = pieces;
  if (piece === void 0) return after;
  if (piece.kind === "text") return new Set(piece.text[0]);
  if (piece.kind === "set") {
    const first2 = members(piece.set);
    return piece.least > 0 ? first2 : union(first2, firstOf(rest, after));
  }
  const behind = firstOf(rest, after);
  const first = piece.options.map((option) => firstOf(option, behind)).reduce(union);
  return piece.optional ? union(first, behind) : first;
}
function members(set) {
  const found = /* @__PURE__ */ new Set();
  for (let i = 0; i < set.length; i++) {
    const last2 = set[i + 1] === "-" && i + 2 < set.length ? i + 2 : i;
    for (let code2 = set.charCodeAt(i); code2 <= set.charCodeAt(last2); code2++) found.add(String.fromCharCode(code2));
    i = last2;
  }
  return found;
}
function union(one, other) {
  return /* @__PURE__ */ new Set([...one, ...other]);
}
function overlap(one, other) {
  return [...one].some((character) => other.has(character));
}

// packages/checks/src/secrets/shape.ts
var MOST = 1e3;
var SET = /^(?:[0-9]-[0-9]|[A-Z]-[A-Z]|[a-z]-[a-z]|[^\\^[\]-])+-?$/;
var UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
function parseShape(notation) {
  let at = 0;
  const fault = (what, help) => {
    const detail = { code: "ERR_SHAPE", ...help === void 0 ? {} : { help } };
    throw new ConfigError(`the shape \`${notation}\` ${what} at character ${at + 1}`, detail);
  };
  const skip = (sign) => {
    if (!notation.startsWith(sign, at)) return false;
    at += sign.length;
    return true;
  };
  const count2 = () => {
    if (skip("?")) return [0, 1];
    if (notation[at] !== "{") return [1, 1];
    const bounds = /\{(\d{1,6})(?:,(\d{1,6}))?\}/y;
    bounds.lastIndex = at;
    const found = bounds.exec(notation);
    if (found === null) return fault("has no upper bound", "write `{20,40}` or `{36}`");
    const least = Math.min(Number(found[1]), MOST);
    const most = Math.min(Number(found[2] ?? found[1]), MOST);
    if (most < least || most === 0) return fault("counts downwards");
    at = bounds.lastIndex;
    return [least, most];
  };
  const set = () => {
    const end = notation.indexOf("]", at);
    const inside = notation.slice(at, end);
    const backwards = Array.from(inside.matchAll(/(.)-(.)/g)).some((range) => range[0] > `${range[2]}-${range[1]}`);
    if (end < 0 || !SET.test(inside) || backwards) return fault("has a set that is empty, open, negated or unclear");
    at = end + 1;
    const [least, most] = count2();
    return { kind: "set", set: inside, least, most };
  };
  const choice = () => {
    const options = [sequence()];
    while (skip("|")) options.push(sequence());
    if (!skip(")")) fault("does not close a choice");
    if (options.some((option) => option.length === 0)) fault("has an empty choice", "write `(a|b)?`");
    const optional = skip("?");
    if (notation[at] === "{") fault("counts a choice", "write it out: a count around a count is not linear");
    return { kind: "choice", options, optional };
  };
  function sequence() {
    const pieces2 = [];
    let text2 = "";
    const flush = () => {
      if (text2 !== "") pieces2.push({ kind: "text", text: text2 });
      text2 = "";
    };
    while (at < notation.length && notation[at] !== "|" && notation[at] !== ")") {
      if (skip("<uuid>")) {
        flush();
        pieces2.push(...parseShape(UUID));
      } else if (skip("[")) {
        flush();
        pieces2.push(set());
      } else if (skip("(")) {
        flush();
        pieces2.push(choice());
      } else {
        const escaped = skip("\\");
        const sign = notation[at] ?? fault("ends in a backslash");
        if (!escaped && "*+?{}]<>^".includes(sign))
          fault(`has a bare \`${sign}\``, "write a backslash before a sign that stands for itself");
        text2 += sign;
        at++;
      }
    }
    flush();
    return pieces2;
  }
  const pieces = sequence();
  if (at < notation.length) fault("closes what was not opened");
  if (pieces[0] === void 0) fault("is empty");
  if (ambiguities(pieces) > 1) fault("leaves the length open in two places", "put a sign between them that neither set has");
  return pieces;
}
function compileShape(notation) {
  return new RegExp(source(parseShape(notation)), "y");
}
function source(pieces) {
  return pieces.map(pieceSource).join("");
}
function pieceSource(piece) {
  if (piece.kind === "text") return piece.text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  if (piece.kind === "choice") return `(?:${piece.options.map(source).join("|")})${piece.optional ? "?" : ""}`;
  return `[${piece.set}]{${piece.least},${piece.most}}`;
}

// packages/checks/src/secrets/shape-example.ts
function shapeExamples(notation, prefixes, make) {
  const pieces = parseShape(notation);
  const shortest = write(pieces, make, "shortest");
  const positive = prefixes.map((prefix2) => startingWith(prefix2, () => write(pieces, make, "any")) ?? shortest);
  const prefix = prefixes.find((known) => shortest.startsWith(known)) ?? "";
  return { positive, negative: [shortest.slice(0, -1), `${prefix}${"*".repeat(shortest.length - prefix.length)}`] };
}
function startingWith(prefix, draw) {
  for (let tries = 0; tries < 100; tries++) {
    const value = draw();
    if (value.startsWith(prefix)) return value;
  }
  return void 0;
}
function write(pieces, make, length) {
  return pieces.map((piece) => writePiece(piece, make, length)).join("");
}
function writePiece(piece, make, length) {
  if (piece.kind === "text") return piece.text;
  if (piece.kind === "set") {
    const middle = Math.floor((piece.least + piece.most) / 2);
    return make.chars(piece.set, length === "shortest" ? piece.least : make.pick([piece.least, middle, piece.most]));
  }
  if (length === "any") return piece.optional && make.pick([true, false]) ? "" : write(make.pick(piece.options), make, length);
  if (piece.optional) return "";
  const options = piece.options.map((option) => write(option, make, length));
  return options.reduce((short, option) => option.length < short.length ? option : short);
}

// packages/checks/src/secrets/families/family.ts
var IDENTIFIER = "an identifier: it opens nothing without the secret that belongs to it";
var PUBLISHABLE = "made to be shipped in pages and apps, where everybody can read it";
function familyRules(family) {
  return family.rows.map((row2) => rowRule(row2, family));
}
function rowRule(row2, family) {
  const title = `${row2.vendor} ${row2.kind}`;
  const prefixes = row2.prefixes ?? [head(row2.shape)];
  const why = row2.public;
  let compiled;
  return {
    id: row2.id,
    title,
    description: why === void 0 ? `Whoever holds this ${title} can ${family.opens}.` : `This ${title} is ${why}.`,
    severity: why === void 0 ? row2.severity ?? family.severity : "info",
    prefixes,
    get shape() {
      compiled ??= compileShape(row2.shape);
      return compiled;
    },
    ...why === void 0 ? {} : { check: () => ({ evidence: "public", why }) },
    ...row2.near === void 0 ? {} : { near: row2.near },
    remedy: { rotate: why === void 0 ? row2.rotate ?? family.rotate(row2.vendor) : "Nothing has to be rotated." },
    ...row2.reference === void 0 ? {} : { reference: row2.reference },
    examples: (make) => shapeExamples(row2.shape, prefixes, make)
  };
}
function head(shape) {
  const end = shape.search(/(?<!\\)[[(<]/);
  return shape.slice(0, end < 0 ? shape.length : end).replaceAll("\\", "");
}

// packages/checks/src/secrets/families/ai.ts
var AI = {
  id: "ai",
  opens: "call models at its owner's expense and read what is stored with them",
  severity: "high",
  rotate: (vendor) => `Delete it under API keys in the ${vendor} console and create another.`,
  rows: [
    // OpenAI: `T3BlbkFJ` is base64 of the vendor's name.
    {
      id: "openai-project-key",
      vendor: "OpenAI",
      kind: "project API key",
      shape: "sk-proj-([A-Za-z0-9_-]{74}|[A-Za-z0-9_-]{58}|[A-Za-z0-9_-]{20})T3BlbkFJ([A-Za-z0-9_-]{74}|[A-Za-z0-9_-]{58}|[A-Za-z0-9_-]{20})",
      reference: "https://platform.openai.com/docs/api-reference/authentication"
    },
    {
      id: "openai-service-account-key",
      vendor: "OpenAI",
      kind: "service account API key",
      shape: "sk-svcacct-([A-Za-z0-9_-]{74}|[A-Za-z0-9_-]{58}|[A-Za-z0-9_-]{20})T3BlbkFJ([A-Za-z0-9_-]{74}|[A-Za-z0-9_-]{58}|[A-Za-z0-9_-]{20})"
    },
    {
      id: "openai-admin-key",
      vendor: "OpenAI",
      kind: "admin API key",
      shape: "sk-admin-([A-Za-z0-9_-]{74}|[A-Za-z0-9_-]{58}|[A-Za-z0-9_-]{20})T3BlbkFJ([A-Za-z0-9_-]{74}|[A-Za-z0-9_-]{58}|[A-Za-z0-9_-]{20})",
      severity: "critical",
      reference: "https://platform.openai.com/docs/api-reference/administration"
    },
    { id: "openai-user-key", vendor: "OpenAI", kind: "user API key", shape: "sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}" },
    // Other vendors of `sk-` keys: only the name nearby tells whose it is.
    { id: "deepseek-key", vendor: "DeepSeek", kind: "API key", shape: "sk-[0-9a-f]{32}", near: ["deepseek"] },
    { id: "moonshot-key", vendor: "Moonshot AI", kind: "API key", shape: "sk-[A-Za-z0-9]{48}", near: ["moonshot", "kimi"] },
    { id: "stability-ai-key", vendor: "Stability AI", kind: "API key", shape: "sk-[A-Za-z0-9]{48}", near: ["stability"] },
    { id: "minimax-key", vendor: "MiniMax", kind: "API key", shape: "sk-api-[A-Za-z0-9_-]{119}" },
    { id: "openrouter-key", vendor: "OpenRouter", kind: "API key", shape: "sk-or-v1-[0-9a-f]{64}" },
    {
      id: "anthropic-api-key",
      vendor: "Anthropic",
      kind: "API key",
      shape: "sk-ant-api[0-9]{2}-[A-Za-z0-9_-]{93}AA",
      reference: "https://docs.anthropic.com/en/api/getting-started"
    },
    {
      id: "anthropic-admin-key",
      vendor: "Anthropic",
      kind: "admin API key",
      shape: "sk-ant-admin01-[A-Za-z0-9_-]{93}AA",
      severity: "critical",
      reference: "https://docs.anthropic.com/en/api/administration-api"
    },
    { id: "anthropic-oauth-token", vendor: "Anthropic", kind: "OAuth access token", shape: "sk-ant-oat01-[A-Za-z0-9_-]{93}AA" },
    {
      id: "huggingface-user-token",
      vendor: "Hugging Face",
      kind: "user access token",
      shape: "hf_[A-Za-z]{34}",
      rotate: "Invalidate it at huggingface.co/settings/tokens and create a fine-grained one.",
      reference: "https://huggingface.co/docs/hub/security-tokens"
    },
    {
      id: "huggingface-organization-token",
      vendor: "Hugging Face",
      kind: "organization API token",
      shape: "api_org_[A-Za-z]{34}",
      rotate: "Delete it in the settings of the organization; use fine-grained user tokens instead."
    },
    { id: "groq-key", vendor: "Groq", kind: "API key", shape: "gsk_[A-Za-z0-9]{52}" },
    { id: "xai-key", vendor: "xAI", kind: "API key", shape: "xai-[A-Za-z0-9_-]{70,120}" },
    { id: "perplexity-key", vendor: "Perplexity", kind: "API key", shape: "pplx-[A-Za-z0-9]{48}" },
    { id: "replicate-token", vendor: "Replicate", kind: "API token", shape: "r8_[A-Za-z0-9_-]{37}" },
    { id: "cerebras-key", vendor: "Cerebras", kind: "API key", shape: "csk-[A-Za-z0-9]{48}" },
    { id: "together-ai-key", vendor: "Together AI", kind: "API key", shape: "tgp_v1_[A-Za-z0-9_-]{43}" },
    { id: "fireworks-ai-key", vendor: "Fireworks AI", kind: "API key", shape: "fw_[A-Za-z0-9]{24}", near: ["fireworks"] },
    { id: "friendli-token", vendor: "FriendliAI", kind: "personal access token", shape: "flp_[A-Za-z0-9]{46}" },
    { id: "nvidia-key", vendor: "NVIDIA", kind: "API key", shape: "nvapi-[A-Za-z0-9_-]{60,70}" },
    { id: "voyage-ai-key", vendor: "Voyage AI", kind: "API key", shape: "pa-[A-Za-z0-9_-]{43}", near: ["voyage"] },
    { id: "jina-ai-key", vendor: "Jina AI", kind: "API key", shape: "jina_[A-Za-z0-9]{60}" },
    { id: "elevenlabs-key", vendor: "ElevenLabs", kind: "API key", shape: "sk_[0-9a-f]{48}" },
    { id: "runpod-key", vendor: "RunPod", kind: "API key", shape: "rpa_[A-Z0-9]{40}[A-Za-z0-9]{6}" },
    { id: "runway-key", vendor: "Runway", kind: "API key", shape: "key_[0-9a-f]{128}", near: ["runway"] },
    { id: "retell-ai-key", vendor: "Retell AI", kind: "API key", shape: "key_[0-9a-f]{28}", near: ["retell"] },
    { id: "cursor-key", vendor: "Cursor", kind: "API key", shape: "key_[0-9a-f]{64}", near: ["cursor"] },
    { id: "devin-service-user-token", vendor: "Devin", kind: "service user token", shape: "cog_[a-z2-7]{52}" },
    { id: "devin-user-key", vendor: "Devin", kind: "personal API key", shape: "apk_user_[A-Za-z0-9+/]{120,180}[=]{0,2}" },
    { id: "devin-service-key", vendor: "Devin", kind: "service API key", shape: "apk_[A-Za-z0-9+/]{80,100}[=]{0,2}" },
    { id: "coderabbit-key", vendor: "CodeRabbit", kind: "API key", shape: "cr-[0-9a-f]{58}" },
    { id: "coze-token", vendor: "Coze", kind: "personal access token", shape: "pat_[A-Za-z0-9]{64}", near: ["coze"] },
    {
      id: "voiceflow-key",
      vendor: "Voiceflow",
      kind: "API key",
      shape: "VF.(DM.|WS.)?[0-9a-fA-F]{24}.[A-Za-z0-9]{16}"
    },
    {
      id: "langsmith-personal-token",
      vendor: "LangSmith",
      kind: "personal access token",
      shape: "lsv2_pt_[0-9a-f]{32}_[0-9a-f]{10}"
    },
    { id: "langsmith-service-key", vendor: "LangSmith", kind: "service key", shape: "lsv2_sk_[0-9a-f]{32}_[0-9a-f]{10}" },
    { id: "langfuse-secret-key", vendor: "Langfuse", kind: "secret key", shape: "sk-lf-<uuid>" },
    { id: "langfuse-public-key", vendor: "Langfuse", kind: "public key", shape: "pk-lf-<uuid>", public: IDENTIFIER },
    { id: "wandb-key", vendor: "Weights & Biases", kind: "API key", shape: "wandb_v1_[A-Za-z0-9_]{77}" },
    { id: "pinecone-key", vendor: "Pinecone", kind: "API key", shape: "pcsk_[A-Za-z0-9]{5,6}_[A-Za-z0-9]{63}" },
    { id: "tavily-key", vendor: "Tavily", kind: "API key", shape: "tvly-[A-Za-z0-9]{32}" },
    { id: "firecrawl-key", vendor: "Firecrawl", kind: "API key", shape: "fc-[0-9a-f]{32}", near: ["firecrawl"] },
    { id: "apify-token", vendor: "Apify", kind: "API token", shape: "apify_api_[A-Za-z0-9]{34,38}" },
    {
      id: "scale-live-key",
      vendor: "Scale AI",
      kind: "live API key",
      shape: "live_[0-9a-f]{32}",
      near: ["scale.com", "scale_", "scale-", "scaleapi"]
    },
    { id: "scale-callback-key", vendor: "Scale AI", kind: "callback auth key", shape: "live_auth_[0-9a-f]{32}" },
    { id: "salad-cloud-key", vendor: "SaladCloud", kind: "API key", shape: "salad_cloud_[A-Za-z0-9]{1,7}_[A-Za-z0-9]{7,235}" },
    { id: "photoroom-key", vendor: "Photoroom", kind: "API key", shape: "sk_pr_[A-Za-z0-9]{1,64}_[0-9a-f]{40}" },
    { id: "posthog-personal-key", vendor: "PostHog", kind: "personal API key", shape: "phx_[A-Za-z0-9_-]{41,49}" },
    {
      id: "posthog-project-key",
      vendor: "PostHog",
      kind: "project API key",
      shape: "phc_[A-Za-z0-9_-]{41,44}",
      public: PUBLISHABLE
    }
  ]
};

// packages/checks/src/secrets/families/ci-cd.ts
var CI_CD = {
  id: "ci-cd",
  opens: "start builds and deployments and read what they are given, secrets included",
  severity: "critical",
  rotate: (vendor) => `Revoke it among the API tokens in the settings of ${vendor}; a job gets a short-lived one by its identity token.`,
  rows: [
    {
      id: "buildkite-user-token",
      vendor: "Buildkite",
      kind: "user API access token",
      shape: "bkua_([0-9a-z]{53}|[0-9a-z]{40})",
      reference: "https://buildkite.com/docs/apis/managing-api-tokens"
    },
    {
      id: "circleci-personal-token",
      vendor: "CircleCI",
      kind: "personal API token",
      shape: "CCIPAT_[A-Za-z0-9]{22}_[0-9a-f]{40}",
      reference: "https://circleci.com/docs/managing-api-tokens/"
    },
    {
      id: "teamcity-token",
      vendor: "TeamCity",
      kind: "access token",
      shape: "eyJ0eXAiOiAiVENWMiJ9.[A-Za-z0-9_-]{36}.[A-Za-z0-9_-]{48}",
      reference: "https://www.jetbrains.com/help/teamcity/configuring-your-user-profile.html"
    },
    {
      id: "harness-personal-token",
      vendor: "Harness",
      kind: "personal access token",
      shape: "pat.[A-Za-z0-9_-]{22}.[0-9a-f]{24}.[A-Za-z0-9]{20}"
    },
    {
      id: "harness-service-token",
      vendor: "Harness",
      kind: "service account token",
      shape: "sat.[A-Za-z0-9_-]{22}.[0-9a-f]{24}.[A-Za-z0-9]{20}"
    },
    {
      id: "octopus-deploy-key",
      vendor: "Octopus Deploy",
      kind: "API key",
      shape: "API-[0-9A-Z]{26}"
    },
    { id: "prefect-user-key", vendor: "Prefect", kind: "user API key", shape: "pnu_[A-Za-z0-9]{36}" },
    {
      id: "pulumi-token",
      vendor: "Pulumi",
      kind: "access token",
      shape: "pul-[0-9a-f]{40}",
      reference: "https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/"
    },
    { id: "infracost-key", vendor: "Infracost", kind: "API key", shape: "ico-[A-Za-z0-9]{32}", severity: "medium" },
    {
      id: "mergify-application-key",
      vendor: "Mergify",
      kind: "application key",
      shape: "mergify_application_key_[A-Za-z0-9_-]{40,200}"
    },
    {
      id: "launchdarkly-api-token",
      vendor: "LaunchDarkly",
      kind: "API access token",
      shape: "api-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}",
      near: ["launchdarkly", "launch_darkly", "launch-darkly", "ld_api", "ld_access"],
      reference: "https://launchdarkly.com/docs/home/account/api"
    },
    {
      id: "launchdarkly-sdk-key",
      vendor: "LaunchDarkly",
      kind: "server-side SDK key",
      shape: "sdk-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}",
      severity: "high",
      reference: "https://launchdarkly.com/docs/sdk/concepts/client-side-server-side"
    },
    {
      id: "configcat-sdk-key",
      vendor: "ConfigCat",
      kind: "SDK key",
      shape: "configcat-sdk-1/[A-Za-z0-9_-]{22}/[A-Za-z0-9_-]{22}",
      severity: "low"
    },
    {
      id: "devcycle-server-key",
      vendor: "DevCycle",
      kind: "server SDK key",
      shape: "dvc_server_[A-Za-z0-9_]{8,32}",
      severity: "high"
    },
    {
      id: "devcycle-client-key",
      vendor: "DevCycle",
      kind: "client SDK key",
      shape: "dvc_client_[A-Za-z0-9_]{8,32}",
      public: "made to be shipped in pages, where everybody can read it"
    },
    {
      id: "devcycle-mobile-key",
      vendor: "DevCycle",
      kind: "mobile SDK key",
      shape: "dvc_mobile_[A-Za-z0-9_]{8,32}",
      public: "made to be shipped in apps, where everybody can read it"
    },
    { id: "ionic-token", vendor: "Ionic", kind: "personal access token", shape: "ion_[A-Za-z0-9]{42}" }
  ]
};

// packages/checks/src/secrets/families/cloud.ts
var CLOUD = {
  id: "cloud",
  opens: "start, change and read what runs in the account",
  severity: "critical",
  rotate: (vendor) => `Revoke it in the ${vendor} console, where API keys are managed; in CI exchange the job's identity token instead.`,
  rows: [
    {
      id: "google-api-key",
      vendor: "Google",
      kind: "API key",
      shape: "AIza[A-Za-z0-9_-]{35}",
      severity: "medium",
      rotate: "Restrict it to its APIs and callers, or delete it, at console.cloud.google.com/apis/credentials.",
      reference: "https://cloud.google.com/docs/authentication/api-keys"
    },
    {
      id: "google-bound-api-key",
      vendor: "Google",
      kind: "API key bound to a service account",
      shape: "AQ.Ab8RN6[A-Za-z0-9_-]{44}",
      rotate: "Delete it at console.cloud.google.com/apis/credentials."
    },
    {
      id: "google-oauth-client-secret",
      vendor: "Google",
      kind: "OAuth client secret",
      shape: "GOCSPX-[A-Za-z0-9_-]{28}",
      severity: "high",
      rotate: "Add another secret to the client at console.cloud.google.com/auth/clients, then disable and delete this one."
    },
    {
      id: "google-oauth-access-token",
      vendor: "Google",
      kind: "OAuth access token",
      shape: "ya29.[A-Za-z0-9_-]{20,1000}",
      severity: "high",
      rotate: "Post it to https://oauth2.googleapis.com/revoke; it lives an hour.",
      reference: "https://developers.google.com/identity/protocols/oauth2/web-server#tokenrevoke"
    },
    {
      id: "alibaba-access-key-id",
      vendor: "Alibaba Cloud",
      kind: "AccessKey ID",
      shape: "LTAI[A-Za-z0-9]{17,21}",
      severity: "medium"
    },
    {
      id: "alibaba-sts-key-id",
      vendor: "Alibaba Cloud",
      kind: "temporary AccessKey ID",
      shape: "STS.[A-Za-z0-9]{16,64}",
      near: ["alibaba", "aliyun", "accesskey", "access_key"],
      severity: "low"
    },
    {
      id: "alibaba-sts-token",
      vendor: "Alibaba Cloud",
      kind: "STS security token",
      shape: "CAIS[A-Za-z0-9+/_=-]{20,1000}",
      severity: "high",
      near: ["alibaba", "aliyun", "security_token", "securitytoken", "security-token"]
    },
    {
      id: "yandex-cloud-api-key",
      vendor: "Yandex Cloud",
      kind: "API key",
      shape: "AQVN[A-Za-z0-9_-]{35,38}",
      reference: "https://yandex.cloud/en/docs/iam/concepts/authorization/api-key"
    },
    {
      id: "yandex-cloud-iam-token",
      vendor: "Yandex Cloud",
      kind: "IAM token",
      shape: "t1.[A-Z0-9a-z_-]{1,1000}[=]{0,2}.[A-Z0-9a-z_-]{86}[=]{0,2}",
      severity: "high",
      reference: "https://yandex.cloud/en/docs/iam/concepts/authorization/iam-token"
    },
    { id: "exoscale-key", vendor: "Exoscale", kind: "API key", shape: "EXO[A-Za-z0-9]{24,30}", near: ["exoscale"] },
    {
      id: "digitalocean-personal-token",
      vendor: "DigitalOcean",
      kind: "personal access token",
      shape: "dop_v1_[0-9a-f]{64}",
      reference: "https://docs.digitalocean.com/reference/api/create-personal-access-token/"
    },
    { id: "digitalocean-oauth-token", vendor: "DigitalOcean", kind: "OAuth access token", shape: "doo_v1_[0-9a-f]{64}" },
    { id: "digitalocean-refresh-token", vendor: "DigitalOcean", kind: "OAuth refresh token", shape: "dor_v1_[0-9a-f]{64}" },
    {
      id: "heroku-key",
      vendor: "Heroku",
      kind: "API key",
      shape: "HRKU-AA[A-Za-z0-9_-]{58}"
    },
    {
      id: "render-key",
      vendor: "Render",
      kind: "API key",
      shape: "rnd_[A-Za-z0-9]{28}",
      reference: "https://render.com/docs/api"
    },
    { id: "scalingo-token", vendor: "Scalingo", kind: "API token", shape: "tk-us-[A-Za-z0-9_-]{48}" },
    { id: "upcloud-token", vendor: "UpCloud", kind: "API token", shape: "ucat_[A-Za-z0-9]{24,32}" },
    {
      id: "netlify-personal-token",
      vendor: "Netlify",
      kind: "personal access token",
      shape: "nfp_[A-Za-z0-9_]{36}",
      reference: "https://docs.netlify.com/api-and-cli-guides/api-guides/get-started-with-api/"
    },
    {
      id: "vercel-personal-token",
      vendor: "Vercel",
      kind: "personal access token",
      shape: "vcp_[A-Za-z0-9_-]{56}",
      reference: "https://vercel.com/changelog/new-token-formats-and-secret-scanning"
    },
    { id: "vercel-integration-token", vendor: "Vercel", kind: "integration token", shape: "vci_[A-Za-z0-9_-]{56}" },
    { id: "vercel-app-token", vendor: "Vercel", kind: "app access token", shape: "vca_[A-Za-z0-9_-]{56}" },
    { id: "vercel-refresh-token", vendor: "Vercel", kind: "app refresh token", shape: "vcr_[A-Za-z0-9_-]{56}" },
    {
      id: "vercel-api-key",
      vendor: "Vercel",
      kind: "API key",
      shape: "vck_[A-Za-z0-9_-]{56}",
      severity: "high"
    },
    { id: "deno-deploy-token", vendor: "Deno Deploy", kind: "personal access token", shape: "ddp_[A-Za-z0-9]{36}" },
    { id: "val-town-token", vendor: "Val Town", kind: "API token", shape: "vtwn_[A-Za-z0-9_-]{20,80}" },
    {
      id: "openshift-token",
      vendor: "OpenShift",
      kind: "OAuth access token",
      shape: "sha256~[A-Za-z0-9_-]{43}",
      rotate: "End it with `oc logout`, or delete its `useroauthaccesstoken`; in CI use a bound service account token."
    },
    {
      id: "cloudflare-origin-ca-key",
      vendor: "Cloudflare",
      kind: "Origin CA key",
      shape: "v1.0-[0-9a-f]{24}-[0-9a-f]{146}",
      rotate: "Change it at dash.cloudflare.com/profile/api-tokens; use an API token with one permission instead.",
      reference: "https://developers.cloudflare.com/fundamentals/api/get-started/ca-keys/"
    },
    {
      id: "amazon-mws-token",
      vendor: "Amazon",
      kind: "MWS auth token",
      shape: "amzn.mws.<uuid>",
      severity: "high",
      rotate: "Take the authorization back under Manage Your Apps in Seller Central."
    },
    {
      id: "aws-appsync-key",
      vendor: "AWS",
      kind: "AppSync API key",
      shape: "da2-[0-9a-z]{26}",
      severity: "medium",
      rotate: "Delete it with `aws appsync delete-api-key`; authorize callers by IAM instead.",
      reference: "https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html"
    },
    {
      id: "azure-service-bus-connection",
      vendor: "Azure",
      kind: "Service Bus connection string",
      shape: "Endpoint=sb://[A-Za-z0-9-]{1,60}.servicebus.windows.net/;SharedAccessKeyName=[A-Za-z0-9_.-]{1,128};SharedAccessKey=[A-Za-z0-9+/]{32,100}[=]{0,2}",
      rotate: "Regenerate the key of the shared access policy, and use Entra ID instead.",
      reference: "https://learn.microsoft.com/azure/service-bus-messaging/service-bus-sas"
    },
    {
      id: "azure-api-management-git-key",
      vendor: "Azure",
      kind: "API Management Git password",
      shape: "git&[0-9]{12}&[A-Za-z0-9+/]{85}[A-Za-z0-9]==",
      rotate: "Regenerate the access key under Repository of the API Management service."
    },
    {
      id: "lark-app-id",
      vendor: "Lark",
      kind: "app id",
      shape: "cli_[A-Za-z0-9]{16}",
      near: ["lark", "feishu"],
      public: IDENTIFIER
    }
  ]
};

// packages/checks/src/secrets/families/commerce.ts
var COMMERCE = {
  id: "commerce",
  opens: "read customers and orders and, within its permissions, place and change them",
  severity: "high",
  rotate: (vendor) => `Revoke it in the ${vendor} dashboard, where API keys are listed, and create another.`,
  rows: [
    {
      id: "shopify-access-token",
      vendor: "Shopify",
      kind: "access token",
      shape: "shpat_[0-9a-fA-F]{32}",
      severity: "critical",
      rotate: "Uninstall the app from the shop, or rotate its credentials in the Dev Dashboard.",
      reference: "https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens"
    },
    {
      id: "shopify-custom-app-token",
      vendor: "Shopify",
      kind: "custom app access token",
      shape: "shpca_[0-9a-fA-F]{32}",
      severity: "critical",
      rotate: "Uninstall the app from the shop and install it again."
    },
    {
      id: "shopify-private-app-token",
      vendor: "Shopify",
      kind: "private app password",
      shape: "shppa_[0-9a-fA-F]{32}",
      severity: "critical",
      rotate: "Delete the private app in the shop and make it a custom app."
    },
    {
      id: "shopify-shared-secret",
      vendor: "Shopify",
      kind: "app shared secret",
      shape: "shpss_[0-9a-fA-F]{32}",
      severity: "critical",
      rotate: "Rotate the client secret of the app in the Dev Dashboard.",
      reference: "https://shopify.dev/docs/apps/build/authentication-authorization/client-secrets"
    },
    {
      id: "ebay-production-secret",
      vendor: "eBay",
      kind: "production client secret",
      shape: "PRD-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4,12}",
      rotate: "Rotate the cert id at developer.ebay.com/my/keys.",
      reference: "https://developer.ebay.com/api-docs/static/oauth-credentials.html"
    },
    {
      id: "easypost-production-key",
      vendor: "EasyPost",
      kind: "production API key",
      shape: "EZAK[A-Za-z0-9]{54}"
    },
    { id: "easypost-test-key", vendor: "EasyPost", kind: "test API key", shape: "EZTK[A-Za-z0-9]{54}", severity: "low" },
    {
      id: "shippo-live-token",
      vendor: "Shippo",
      kind: "live API token",
      shape: "shippo_live_[0-9a-f]{40}"
    },
    { id: "shippo-test-token", vendor: "Shippo", kind: "test API token", shape: "shippo_test_[0-9a-f]{40}", severity: "low" },
    {
      id: "lob-live-key",
      vendor: "Lob",
      kind: "live secret key",
      shape: "live_[0-9a-f]{35}",
      near: ["lob.com", "lob_", "lob-"],
      reference: "https://docs.lob.com/#tag/Authentication"
    },
    {
      id: "lob-test-key",
      vendor: "Lob",
      kind: "test secret key",
      shape: "test_[0-9a-f]{35}",
      severity: "low",
      near: ["lob.com", "lob_", "lob-"]
    },
    {
      id: "lob-publishable-key",
      vendor: "Lob",
      kind: "publishable key",
      shape: "(live|test)_pub_[0-9a-f]{31}",
      prefixes: ["live_pub_", "test_pub_"],
      public: PUBLISHABLE
    },
    {
      id: "duffel-live-token",
      vendor: "Duffel",
      kind: "live access token",
      shape: "duffel_live_[A-Za-z0-9_=-]{43}",
      severity: "critical"
    },
    {
      id: "duffel-test-token",
      vendor: "Duffel",
      kind: "test access token",
      shape: "duffel_test_[A-Za-z0-9_=-]{43}",
      severity: "low"
    },
    { id: "fleetbase-live-key", vendor: "Fleetbase", kind: "live API key", shape: "flb_live_[A-Za-z0-9]{20,64}" },
    {
      id: "fleetbase-test-key",
      vendor: "Fleetbase",
      kind: "test API key",
      shape: "flb_test_[A-Za-z0-9]{20,64}",
      severity: "low"
    },
    { id: "flexport-key", vendor: "Flexport", kind: "logistics API token", shape: "shltm_[A-Za-z0-9_-]{40}" },
    {
      id: "samsara-token",
      vendor: "Samsara",
      kind: "API token",
      shape: "samsara_api_[A-Za-z0-9]{26,32}"
    },
    {
      id: "ticket-tailor-key",
      vendor: "Ticket Tailor",
      kind: "API key",
      shape: "sk_[0-9]{4}_[0-9]{6}_[0-9a-f]{32}"
    },
    { id: "rainforest-key", vendor: "Rainforest", kind: "API key", shape: "apikey_[0-9a-f]{64}" },
    {
      id: "besttime-private-key",
      vendor: "BestTime",
      kind: "private API key",
      shape: "pri_[0-9a-f]{32}",
      severity: "medium",
      near: ["besttime"]
    },
    {
      id: "branch-live-key",
      vendor: "Branch",
      kind: "live key",
      shape: "key_live_[A-Za-z0-9]{16,40}",
      public: PUBLISHABLE
    },
    { id: "branch-test-key", vendor: "Branch", kind: "test key", shape: "key_test_[A-Za-z0-9]{16,40}", public: PUBLISHABLE },
    {
      id: "canva-client-secret",
      vendor: "Canva",
      kind: "client secret",
      shape: "cnvca[A-Za-z0-9_-]{51}"
    },
    {
      id: "canva-client-id",
      vendor: "Canva",
      kind: "client id",
      shape: "OC-[A-Za-z0-9_-]{8,16}",
      near: ["canva"],
      public: IDENTIFIER
    }
  ]
};

// packages/checks/src/secrets/families/databases.ts
var DATABASES = {
  id: "databases",
  opens: "read and, within its permissions, change stored data",
  severity: "critical",
  rotate: (vendor) => `Revoke it in the ${vendor} console, where access is managed, and look through its audit log.`,
  rows: [
    {
      id: "astra-token",
      vendor: "DataStax Astra",
      kind: "application token",
      shape: "AstraCS:[A-Za-z0-9]{20,100}(:[0-9a-f]{64})?"
    },
    {
      id: "clickhouse-cloud-secret",
      vendor: "ClickHouse Cloud",
      kind: "API key secret",
      shape: "4b1d[A-Za-z0-9]{38}",
      near: ["clickhouse"]
    },
    {
      id: "cockroachdb-cloud-key",
      vendor: "CockroachDB Cloud",
      kind: "service account API key",
      shape: "CCDB1_[A-Za-z0-9]{22}_[A-Za-z0-9]{40}",
      reference: "https://www.cockroachlabs.com/docs/cockroachcloud/managing-access"
    },
    {
      id: "databricks-personal-token",
      vendor: "Databricks",
      kind: "personal access token",
      shape: "dapi[0-9a-f]{32}(-[0-9]{1,2})?",
      rotate: "Revoke it under Developer in the workspace settings; in CI exchange the job's identity token (OAuth federation).",
      reference: "https://docs.databricks.com/aws/en/dev-tools/auth/pat"
    },
    {
      id: "databricks-oauth-secret",
      vendor: "Databricks",
      kind: "service principal OAuth secret",
      shape: "dose[0-9a-f]{32}",
      rotate: "Delete the secret of the service principal; in CI exchange the job's identity token (OAuth federation).",
      reference: "https://docs.databricks.com/aws/en/dev-tools/auth/oauth-m2m"
    },
    { id: "elastic-serverless-key", vendor: "Elastic Cloud", kind: "API key", shape: "essu_[A-Za-z0-9_-]{60,200}[=]{0,2}" },
    {
      id: "mongodb-atlas-service-secret",
      vendor: "MongoDB Atlas",
      kind: "service account secret",
      shape: "mdb_sa_sk_[A-Za-z0-9_-]{40}",
      reference: "https://www.mongodb.com/docs/atlas/api/service-accounts-overview/"
    },
    {
      id: "mongodb-atlas-service-id",
      vendor: "MongoDB Atlas",
      kind: "service account id",
      shape: "mdb_sa_id_[0-9a-f]{24}",
      public: IDENTIFIER
    },
    {
      id: "neon-key",
      vendor: "Neon",
      kind: "API key",
      shape: "napi_[A-Za-z0-9]{64}",
      reference: "https://neon.com/docs/manage/api-keys"
    },
    {
      id: "planetscale-service-token",
      vendor: "PlanetScale",
      kind: "service token",
      shape: "pscale_tkn_[A-Za-z0-9._=-]{32,64}"
    },
    { id: "planetscale-oauth-token", vendor: "PlanetScale", kind: "OAuth token", shape: "pscale_oauth_[A-Za-z0-9._=-]{32,64}" },
    {
      id: "planetscale-password",
      vendor: "PlanetScale",
      kind: "branch password",
      shape: "pscale_pw_[A-Za-z0-9._=-]{32,64}"
    },
    {
      id: "supabase-personal-token",
      vendor: "Supabase",
      kind: "personal access token",
      shape: "sbp_[0-9a-f]{40}",
      rotate: "Delete it at supabase.com/dashboard/account/tokens.",
      reference: "https://supabase.com/docs/reference/api/introduction"
    },
    {
      id: "supabase-secret-key",
      vendor: "Supabase",
      kind: "secret key",
      shape: "sb_secret_[A-Za-z0-9_-]{22}_[A-Za-z0-9_-]{8}",
      reference: "https://supabase.com/docs/guides/api/api-keys"
    },
    {
      id: "supabase-publishable-key",
      vendor: "Supabase",
      kind: "publishable key",
      shape: "sb_publishable_[A-Za-z0-9_-]{22}_[A-Za-z0-9_-]{8}",
      public: PUBLISHABLE,
      reference: "https://supabase.com/docs/guides/api/api-keys"
    }
  ]
};

// packages/checks/src/secrets/families/devices.ts
var DEVICES = {
  id: "devices",
  opens: "read measurements and, within its permissions, steer devices",
  severity: "high",
  rotate: (vendor) => `Regenerate it in the account settings of ${vendor}.`,
  rows: [
    {
      id: "adafruit-io-key",
      vendor: "Adafruit IO",
      kind: "key",
      shape: "aio_[A-Za-z0-9]{28}",
      reference: "https://io.adafruit.com/api/docs/"
    },
    {
      id: "ubidots-token",
      vendor: "Ubidots",
      kind: "API token",
      shape: "BBFF-[A-Za-z0-9]{30}"
    },
    {
      id: "blynk-client-id",
      vendor: "Blynk",
      kind: "OAuth client id",
      shape: "oa2-client-id_[A-Za-z0-9_-]{32}",
      public: IDENTIFIER
    },
    {
      id: "ecostruxure-it-key",
      vendor: "EcoStruxure IT",
      kind: "API key",
      shape: "AK1[A-Za-z0-9/]{50,55}",
      near: ["ecostruxure", "schneider"]
    }
  ]
};

// packages/checks/src/secrets/families/email.ts
var EMAIL = {
  id: "email",
  opens: "send mail in the name of its owner and read who receives it",
  severity: "high",
  rotate: (vendor) => `Delete it under API keys in the ${vendor} dashboard and create another that may only send.`,
  rows: [
    {
      id: "sendgrid-key",
      vendor: "SendGrid",
      kind: "API key",
      shape: "SG.[A-Za-z0-9_-]{22}.[A-Za-z0-9_-]{43}",
      reference: "https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys"
    },
    {
      id: "mailgun-key",
      vendor: "Mailgun",
      kind: "API key",
      shape: "key-[0-9a-z]{32}",
      near: ["mailgun"]
    },
    {
      id: "mailgun-validation-key",
      vendor: "Mailgun",
      kind: "public validation key",
      shape: "pubkey-[0-9a-f]{32}",
      public: "a public key, which only validates addresses"
    },
    {
      id: "brevo-key",
      vendor: "Brevo",
      kind: "API key",
      shape: "xkeysib-[0-9a-f]{64}-[A-Za-z0-9]{16}",
      reference: "https://developers.brevo.com/docs/getting-started"
    },
    {
      id: "resend-key",
      vendor: "Resend",
      kind: "API key",
      shape: "re_[A-Za-z0-9]{8}_[A-Za-z0-9]{24}",
      reference: "https://resend.com/docs/dashboard/api-keys/introduction"
    },
    {
      id: "mailersend-token",
      vendor: "MailerSend",
      kind: "API token",
      shape: "mlsn.[A-Za-z0-9]{30,100}"
    },
    {
      id: "klaviyo-private-key",
      vendor: "Klaviyo",
      kind: "private API key",
      shape: "pk_([A-Za-z0-9]{6}_[0-9a-f]{34}|[0-9a-f]{34})"
    },
    { id: "salesblink-key", vendor: "SalesBlink", kind: "API key", shape: "key-[A-Za-z0-9]{64}", near: ["salesblink"] },
    {
      id: "dotdigital-api-user",
      vendor: "Dotdigital",
      kind: "API user",
      shape: "apiuser-[0-9a-z]{12}@apiconnector.com",
      public: IDENTIFIER
    }
  ]
};

// packages/checks/src/secrets/families/encoded.ts
var SET2 = "[A-Za-z0-9+/]";
var LONG = `(${[4, 3, 2, 1, 0].map((whole) => `${`${SET2}{1000}`.repeat(whole)}${SET2}{${whole > 0 ? 0 : 60},1000}`).join("|")})[=]{0,2}`;
var ENCODED = {
  id: "encoded",
  opens: "decode it and be who it belongs to",
  severity: "high",
  rotate: () => "Decode it, and revoke what is inside where it was issued.",
  rows: [
    {
      id: "pem-private-key-base64",
      vendor: "PEM",
      kind: "private key in base64",
      // `-----BEGIN `, then nothing, `RSA `, `EC `, `DSA ` or `OPENSSH `, then `PRIVATE KEY`; an encrypted key is none of them.
      shape: `LS0tLS1CRUdJTiB(QUklWQVRFIEtFWS0tLS0t|SU0EgUFJJVkFURSBLRVktLS0tL|FQyBQUklWQVRFIEtFWS0tLS0t|EU0EgUFJJVkFURSBLRVktLS0tL|PUEVOU1NIIFBSSVZBVEUgS0VZLS0tLS)${LONG}`,
      severity: "critical",
      rotate: "Replace the key pair wherever its public half is trusted."
    },
    { id: "jwt-base64", vendor: "JSON Web Token", kind: "in base64", shape: `ZXlKaGJHY2lPaU${LONG}` },
    {
      id: "google-api-key-base64",
      vendor: "Google",
      kind: "API key in base64",
      shape: "QUl6YVN[A-Za-z0-9+/]{45}[=]{0,2}",
      severity: "medium",
      rotate: "Restrict it to its APIs and callers, or delete it, at console.cloud.google.com/apis/credentials."
    }
  ]
};

// packages/checks/src/secrets/families/identity.ts
var IDENTITY = {
  id: "identity",
  opens: "read and, within its permissions, change users and how they sign in",
  severity: "critical",
  rotate: (vendor) => `Revoke it in the ${vendor} dashboard, where API keys are listed, and look through its log.`,
  rows: [
    {
      id: "okta-api-token",
      vendor: "Okta",
      kind: "API token",
      shape: "00[A-Za-z0-9_-]{40}",
      near: ["okta", "ssws"],
      rotate: "Revoke it under Security, API, Tokens in the Okta admin console.",
      reference: "https://developer.okta.com/docs/guides/create-an-api-token/main/"
    },
    {
      id: "workos-live-key",
      vendor: "WorkOS",
      kind: "live API key",
      shape: "sk_live_a2V5Xz[A-Za-z0-9+/]{69}[=]{0,2}"
    },
    {
      id: "clerk-live-key",
      vendor: "Clerk",
      kind: "live secret key",
      shape: "sk_live_[A-Za-z0-9]{32}",
      near: ["clerk"]
    },
    {
      id: "clerk-test-key",
      vendor: "Clerk",
      kind: "test secret key",
      shape: "sk_test_[A-Za-z0-9]{32}",
      severity: "low",
      near: ["clerk"]
    },
    {
      id: "intra42-client-secret",
      vendor: "42 Intra",
      kind: "application secret",
      shape: "s-s4t2(ud|af)-[0-9a-f]{64}",
      severity: "high",
      prefixes: ["s-s4t2ud-", "s-s4t2af-"]
    },
    {
      id: "intra42-client-id",
      vendor: "42 Intra",
      kind: "application id",
      shape: "u-s4t2(ud|af)-[0-9a-f]{64}",
      prefixes: ["u-s4t2ud-", "u-s4t2af-"],
      public: IDENTIFIER
    },
    {
      id: "salesforce-consumer-key",
      vendor: "Salesforce",
      kind: "consumer key",
      shape: "3MVG9[A-Za-z0-9._+/=]{80,251}",
      public: IDENTIFIER
    },
    {
      id: "salesforce-refresh-token",
      vendor: "Salesforce",
      kind: "refresh token",
      shape: "5AEP861[A-Za-z0-9._=]{80,200}",
      rotate: "Revoke it under Connected Apps OAuth Usage in Salesforce Setup, or post it to `/services/oauth2/revoke`."
    },
    {
      id: "adobe-client-secret",
      vendor: "Adobe",
      kind: "OAuth client secret",
      shape: "p8e-[A-Za-z0-9-]{32}",
      severity: "high"
    },
    {
      id: "zoho-oauth-token",
      vendor: "Zoho",
      kind: "OAuth token",
      shape: "1000.[0-9a-f]{32}.[0-9a-f]{32}",
      severity: "high",
      rotate: "Post it to `https://accounts.zoho.com/oauth/v2/token/revoke`."
    }
  ]
};

// packages/checks/src/secrets/families/infrastructure.ts
var INFRASTRUCTURE = {
  id: "infrastructure",
  opens: "reach what it guards: further secrets, machines or networks",
  severity: "critical",
  rotate: (vendor) => `Revoke it in ${vendor}, and rotate what it could read.`,
  rows: [
    {
      id: "vault-service-token",
      vendor: "HashiCorp Vault",
      kind: "service token",
      shape: "hvs.[A-Za-z0-9_-]{24,130}",
      rotate: "Revoke it with `vault token revoke`; a job logs in with its identity token.",
      reference: "https://developer.hashicorp.com/vault/docs/concepts/tokens"
    },
    {
      id: "vault-batch-token",
      vendor: "HashiCorp Vault",
      kind: "batch token",
      shape: "hvb.[A-Za-z0-9_-]{24,500}",
      rotate: "It cannot be revoked: revoke the token or the auth mount it came from.",
      reference: "https://developer.hashicorp.com/vault/docs/concepts/tokens"
    },
    {
      id: "vault-recovery-token",
      vendor: "HashiCorp Vault",
      kind: "recovery token",
      shape: "hvr.[A-Za-z0-9_-]{24,130}",
      rotate: "Restart the server that runs in recovery mode."
    },
    {
      id: "vault-legacy-token",
      vendor: "HashiCorp Vault",
      kind: "legacy service token",
      shape: "s.[A-Za-z0-9]{24}",
      near: ["vault"],
      rotate: "Revoke it with `vault token revoke`; a job logs in with its identity token."
    },
    {
      id: "doppler-personal-token",
      vendor: "Doppler",
      kind: "personal token",
      shape: "dp.pt.[A-Za-z0-9]{40,44}",
      reference: "https://docs.doppler.com/reference-link/api"
    },
    {
      id: "doppler-service-token",
      vendor: "Doppler",
      kind: "service token",
      shape: "dp.st.([0-9a-z_-]{2,35}.)?[A-Za-z0-9]{40,44}",
      reference: "https://docs.doppler.com/reference-link/api"
    },
    { id: "doppler-cli-token", vendor: "Doppler", kind: "CLI token", shape: "dp.ct.[A-Za-z0-9]{40,44}" },
    { id: "doppler-service-account-token", vendor: "Doppler", kind: "service account token", shape: "dp.sa.[A-Za-z0-9]{40,44}" },
    { id: "doppler-scim-token", vendor: "Doppler", kind: "SCIM token", shape: "dp.scim.[A-Za-z0-9]{40,44}" },
    { id: "doppler-audit-token", vendor: "Doppler", kind: "audit token", shape: "dp.audit.[A-Za-z0-9]{40,44}", severity: "high" },
    {
      id: "onepassword-secret-key",
      vendor: "1Password",
      kind: "Secret Key",
      shape: "A3-[0-9A-Z]{6}-([0-9A-Z]{11}|[0-9A-Z]{6}-[0-9A-Z]{5})-[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}",
      severity: "high",
      rotate: "Regenerate it under Manage Account at my.1password.com.",
      reference: "https://support.1password.com/secret-key/"
    },
    {
      id: "age-recipient",
      vendor: "age",
      kind: "recipient",
      shape: "age1[02-9ac-hj-np-z]{58}",
      public: "a public key, which only encrypts",
      reference: "https://age-encryption.org/v1"
    },
    {
      id: "docker-swarm-join-token",
      vendor: "Docker Swarm",
      kind: "join token",
      shape: "SWMTKN-1-[0-9a-z]{50,60}-[0-9a-z]{24,30}",
      rotate: "Run `docker swarm join-token --rotate` for its role.",
      reference: "https://docs.docker.com/engine/swarm/swarm-mode/"
    },
    {
      id: "docker-swarm-unlock-key",
      vendor: "Docker Swarm",
      kind: "unlock key",
      shape: "SWMKEY-1-[A-Za-z0-9+/]{40,50}",
      rotate: "Run `docker swarm unlock-key --rotate`.",
      reference: "https://docs.docker.com/engine/swarm/swarm_manager_locking/"
    },
    {
      id: "portainer-token",
      vendor: "Portainer",
      kind: "access token",
      shape: "ptr_[A-Za-z0-9+/_=-]{20,60}",
      // Pointers of C++ begin so as well.
      near: ["portainer"],
      reference: "https://docs.portainer.io/api/access"
    },
    {
      id: "tailscale-key",
      vendor: "Tailscale",
      kind: "key",
      shape: "tskey-(api|auth|client|scim|webhook)-([A-Za-z0-9]{8,24}-)?[A-Za-z0-9]{20,36}",
      prefixes: ["tskey-api-", "tskey-auth-", "tskey-client-", "tskey-scim-", "tskey-webhook-"],
      rotate: "Revoke it at login.tailscale.com/admin/settings/keys; machines that joined with it stay until they are removed.",
      reference: "https://tailscale.com/docs/reference/key-prefixes"
    },
    { id: "defined-networking-key", vendor: "Defined Networking", kind: "API key", shape: "dnkey-[A-Z0-9]{26}-[A-Z0-9]{52}" },
    { id: "unkey-root-key", vendor: "Unkey", kind: "root key", shape: "unkey_[A-Za-z0-9]{20,32}" },
    {
      id: "settlemint-application-token",
      vendor: "SettleMint",
      kind: "application access token",
      shape: "sm_aat_[A-Za-z0-9]{16}",
      severity: "high"
    },
    {
      id: "settlemint-personal-token",
      vendor: "SettleMint",
      kind: "personal access token",
      shape: "sm_pat_[A-Za-z0-9]{16}",
      severity: "high"
    },
    {
      id: "settlemint-service-token",
      vendor: "SettleMint",
      kind: "service access token",
      shape: "sm_sat_[A-Za-z0-9]{16}",
      severity: "high"
    },
    { id: "redirect-pizza-token", vendor: "redirect.pizza", kind: "API token", shape: "rpa_[A-Za-z0-9]{30}", severity: "high" }
  ]
};

// packages/checks/src/secrets/families/media.ts
var MEDIA = {
  id: "media",
  opens: "read and, within its permissions, post as its owner",
  severity: "high",
  rotate: (vendor) => `Regenerate it in the settings of the app at ${vendor}.`,
  rows: [
    {
      id: "facebook-access-token",
      vendor: "Facebook",
      kind: "access token",
      shape: "EAA[CM][A-Za-z0-9]{100,500}",
      prefixes: ["EAAC", "EAAM"],
      reference: "https://developers.facebook.com/docs/facebook-login/guides/access-tokens/"
    },
    {
      id: "facebook-graph-explorer-token",
      vendor: "Facebook",
      kind: "Graph API Explorer token",
      shape: "EAACEdEose0cBA[A-Za-z0-9]{20,500}"
    },
    { id: "instagram-access-token", vendor: "Instagram", kind: "access token", shape: "IGQVJ[A-Za-z0-9_-]{50,500}" },
    {
      id: "x-bearer-token",
      vendor: "X",
      kind: "app bearer token",
      shape: "AAAA[A-Za-z0-9%]{50,500}",
      near: ["twitter", "bearer", "x.com"]
    },
    {
      id: "pinterest-access-token",
      vendor: "Pinterest",
      kind: "access token",
      shape: "pina_[A-Za-z0-9_-]{20,200}"
    },
    {
      id: "twitch-stream-key",
      vendor: "Twitch",
      kind: "stream key",
      shape: "live_[0-9]{8,12}_[A-Za-z0-9]{30,36}",
      rotate: "Reset the primary stream key under Stream in the Twitch creator dashboard."
    },
    {
      id: "lichess-token",
      vendor: "Lichess",
      kind: "personal access token",
      shape: "lip_[A-Za-z0-9_]{16,60}",
      severity: "medium",
      rotate: "Delete it at lichess.org/account/oauth/token.",
      reference: "https://lichess.org/api"
    },
    {
      id: "riot-games-key",
      vendor: "Riot Games",
      kind: "API key",
      shape: "RGAPI-<uuid>",
      severity: "medium",
      reference: "https://developer.riotgames.com/docs/portal"
    },
    {
      id: "shutterstock-token",
      vendor: "Shutterstock",
      kind: "OAuth token",
      shape: "v2/[A-Za-z0-9]{388}"
    },
    {
      id: "imagekit-private-key",
      vendor: "ImageKit",
      kind: "private API key",
      shape: "private_[A-Za-z0-9_-]{8,128}",
      near: ["imagekit"]
    },
    {
      id: "bannerbear-key",
      vendor: "Bannerbear",
      kind: "API key",
      shape: "bb_(pr|ma)_[0-9a-f]{30}",
      severity: "medium",
      prefixes: ["bb_pr_", "bb_ma_"]
    }
  ]
};

// packages/checks/src/secrets/families/messaging.ts
var WEBHOOK = {
  severity: "medium",
  rotate: "Delete the webhook and create another: its address is the whole secret."
};
var MESSAGING = {
  id: "messaging",
  opens: "read and write messages as its owner",
  severity: "high",
  rotate: (vendor) => `Revoke it in the settings of the app or bot at ${vendor}.`,
  rows: [
    // Slack: https://api.slack.com/concepts/token-types
    {
      id: "slack-bot-token",
      vendor: "Slack",
      kind: "bot token",
      shape: "xoxb-([0-9]{10,13}-[0-9]{10,14}-[A-Za-z0-9]{23,25}|[0-9]{8,14}-[A-Za-z0-9]{18,26})",
      rotate: "Call `auth.revoke` with it, then reinstall the app.",
      reference: "https://docs.slack.dev/authentication/tokens"
    },
    {
      id: "slack-user-token",
      vendor: "Slack",
      kind: "user token",
      shape: "xoxp-[0-9]{10,13}-[0-9]{10,13}-([0-9]{10,13}-)?[A-Za-z0-9-]{28,34}",
      rotate: "Call `auth.revoke` with it, then reinstall the app.",
      reference: "https://docs.slack.dev/authentication/tokens"
    },
    {
      id: "slack-enterprise-token",
      vendor: "Slack",
      kind: "enterprise user token",
      shape: "xoxe-[0-9]{10,13}-[0-9]{10,13}-[0-9]{10,13}-[A-Za-z0-9-]{28,34}"
    },
    {
      id: "slack-refresh-token",
      vendor: "Slack",
      kind: "refresh token",
      shape: "xoxe-[0-9]-[A-Za-z0-9]{146}",
      reference: "https://docs.slack.dev/authentication/using-token-rotation"
    },
    {
      id: "slack-rotating-token",
      vendor: "Slack",
      kind: "rotating access token",
      shape: "xoxe.xox(b|p)-[0-9]-[A-Za-z0-9]{163,166}",
      prefixes: ["xoxe.xoxb-", "xoxe.xoxp-"],
      reference: "https://docs.slack.dev/authentication/using-token-rotation"
    },
    {
      id: "slack-app-token",
      vendor: "Slack",
      kind: "app-level token",
      shape: "xapp-[0-9]{1,3}-A[A-Z0-9]{9,14}-[0-9]{10,15}-[0-9a-f]{64}",
      rotate: "Revoke it among the app-level tokens of the app at api.slack.com/apps."
    },
    {
      id: "slack-workspace-token",
      vendor: "Slack",
      kind: "workspace access token",
      shape: "xoxa-(2-)?[0-9]{10,13}-[0-9]{10,13}-[A-Za-z0-9-]{8,64}"
    },
    {
      id: "slack-workspace-refresh-token",
      vendor: "Slack",
      kind: "workspace refresh token",
      shape: "xoxr-[0-9]{10,13}-[0-9]{10,13}-[A-Za-z0-9-]{8,64}"
    },
    {
      id: "slack-legacy-token",
      vendor: "Slack",
      kind: "legacy token",
      shape: "xox(o|s)-[0-9]{9,15}-[0-9]{9,15}-[0-9]{9,15}-[0-9a-f]{10,64}",
      prefixes: ["xoxo-", "xoxs-"]
    },
    {
      id: "slack-session-token",
      vendor: "Slack",
      kind: "session token",
      shape: "xoxc-[0-9]{9,15}-[0-9]{9,15}-[0-9]{9,15}-[0-9a-f]{64}",
      rotate: "Sign out of all sessions at the Slack account page."
    },
    {
      id: "slack-session-cookie",
      vendor: "Slack",
      kind: "session cookie",
      shape: "xoxd-[A-Za-z0-9%+/_-]{100,1000}[=]{0,2}",
      rotate: "Sign out of all sessions at the Slack account page."
    },
    {
      id: "slack-webhook",
      vendor: "Slack",
      kind: "incoming webhook",
      shape: "hooks.slack.com/services/T[A-Z0-9]{8,12}/B[A-Z0-9]{8,12}/[A-Za-z0-9]{23,25}",
      ...WEBHOOK,
      reference: "https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks"
    },
    {
      id: "slack-workflow-webhook",
      vendor: "Slack",
      kind: "workflow webhook",
      shape: "hooks.slack.com/workflows/[ET][A-Za-z0-9]{5,14}/A[A-Za-z0-9]{5,14}/[0-9]{6,20}/[A-Za-z0-9]{8,40}",
      ...WEBHOOK
    },
    {
      id: "slack-trigger-webhook",
      vendor: "Slack",
      kind: "trigger webhook",
      shape: "hooks.slack.com/triggers/[ET][A-Za-z0-9]{5,14}/[0-9]{10,16}/[0-9a-f]{32}",
      ...WEBHOOK
    },
    // Other webhooks.
    {
      id: "discord-webhook",
      vendor: "Discord",
      kind: "webhook",
      shape: "(discord|discordapp).com/api/webhooks/[0-9]{17,20}/[A-Za-z0-9_-]{68}",
      prefixes: ["discord.com/api/webhooks/", "discordapp.com/api/webhooks/"],
      ...WEBHOOK,
      reference: "https://discord.com/developers/docs/resources/webhook"
    },
    {
      id: "teams-webhook",
      vendor: "Microsoft Teams",
      kind: "incoming webhook",
      shape: "webhook.office.com/webhookb2/<uuid>@<uuid>/IncomingWebhook/[0-9a-zA-Z]{32}/<uuid>",
      ...WEBHOOK,
      reference: "https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook"
    },
    {
      id: "teams-legacy-webhook",
      vendor: "Microsoft Teams",
      kind: "Office 365 connector",
      shape: "outlook.office.com/webhook/<uuid>@<uuid>/IncomingWebhook/[0-9a-zA-Z]{32}/<uuid>",
      ...WEBHOOK
    },
    {
      id: "power-automate-webhook",
      vendor: "Power Automate",
      kind: "workflow webhook",
      shape: "environment.api.powerplatform.com(:[0-9]{2,5})?/powerautomate/automations/direct/workflows/[0-9a-f]{32}/triggers/manual/paths/invoke\\?[A-Za-z0-9%&=._-]{20,400}",
      ...WEBHOOK
    },
    {
      id: "mattermost-webhook",
      vendor: "Mattermost",
      kind: "incoming webhook",
      shape: "/hooks/[0-9a-z]{26}",
      near: ["mattermost"],
      ...WEBHOOK,
      reference: "https://developers.mattermost.com/integrate/webhooks/incoming/"
    },
    {
      id: "zapier-webhook",
      vendor: "Zapier",
      kind: "catch hook",
      shape: "hooks.zapier.com/hooks/catch/[0-9]{5,9}/[0-9a-z]{6,8}",
      ...WEBHOOK
    },
    { id: "tines-webhook", vendor: "Tines", kind: "webhook", shape: "tines.com/webhook/[0-9a-z]{32}/[0-9a-z]{32}", ...WEBHOOK },
    // Telephony and support.
    {
      id: "twilio-api-key",
      vendor: "Twilio",
      kind: "API key SID",
      shape: "SK[0-9a-f]{32}",
      severity: "medium",
      near: ["twilio"],
      rotate: "Delete the key at console.twilio.com: its secret goes with it.",
      reference: "https://www.twilio.com/docs/iam/api-keys"
    },
    {
      id: "twilio-account-sid",
      vendor: "Twilio",
      kind: "account SID",
      shape: "AC[0-9a-f]{32}",
      near: ["twilio"],
      public: IDENTIFIER,
      reference: "https://www.twilio.com/docs/iam/api/account"
    },
    {
      id: "telnyx-key",
      vendor: "Telnyx",
      kind: "API key",
      shape: "KEY[A-Za-z0-9_-]{55}",
      near: ["telnyx"]
    },
    {
      id: "sunshine-conversations-key-id",
      vendor: "Sunshine Conversations",
      kind: "account key id",
      shape: "act_[0-9a-z]{24}",
      near: ["smooch", "sunshine"],
      public: IDENTIFIER
    },
    {
      id: "gc-notify-key",
      vendor: "GC Notify",
      kind: "API key",
      shape: "gcntfy-[A-Za-z0-9_]{1,100}-<uuid>-<uuid>"
    },
    {
      id: "onesignal-app-key",
      vendor: "OneSignal",
      kind: "app API key",
      shape: "os_v2_app_[a-z2-7]{103}",
      reference: "https://documentation.onesignal.com/docs/en/keys-and-ids"
    },
    {
      id: "onesignal-organization-key",
      vendor: "OneSignal",
      kind: "organization API key",
      shape: "os_v2_org_[a-z2-7]{103}",
      severity: "critical",
      reference: "https://documentation.onesignal.com/docs/en/keys-and-ids"
    },
    {
      id: "firebase-cloud-messaging-key",
      vendor: "Firebase",
      kind: "Cloud Messaging server key",
      shape: "AAAA[A-Za-z0-9_-]{7}:[A-Za-z0-9_-]{140}",
      rotate: "Delete it under Cloud Messaging in the Firebase console; the API it was for has been shut down.",
      reference: "https://firebase.google.com/docs/cloud-messaging/auth-server"
    },
    {
      id: "pubnub-publish-key",
      vendor: "PubNub",
      kind: "publish key",
      shape: "pub-c-<uuid>",
      severity: "low"
    },
    { id: "pubnub-subscribe-key", vendor: "PubNub", kind: "subscribe key", shape: "sub-c-<uuid>", severity: "low" },
    { id: "courier-key", vendor: "Courier", kind: "API key", shape: "pk_[A-Za-z0-9]{1,16}_[A-Za-z0-9]{28}", near: ["courier"] }
  ]
};

// packages/checks/src/secrets/families/observability.ts
var OBSERVABILITY = {
  id: "observability",
  opens: "read telemetry, which often carries secrets of its own, or write what is not true into it",
  severity: "high",
  rotate: (vendor) => `Revoke it among the API keys in the settings of ${vendor} and create another with fewer permissions.`,
  rows: [
    {
      id: "datadog-client-token",
      vendor: "Datadog",
      kind: "client token",
      shape: "pub[0-9a-f]{32}",
      public: PUBLISHABLE,
      reference: "https://docs.datadoghq.com/account_management/api-app-keys/"
    },
    {
      id: "dynatrace-api-token",
      vendor: "Dynatrace",
      kind: "API token",
      shape: "dt0c01.[A-Z0-9]{24}.[A-Z0-9]{64}",
      reference: "https://docs.dynatrace.com/docs/manage/identity-access-management/access-tokens-and-oauth-clients/access-tokens"
    },
    {
      id: "dynatrace-platform-token",
      vendor: "Dynatrace",
      kind: "platform token or OAuth client secret",
      shape: "dt0[a-z][0-9]{2}.[A-Z0-9]{24}.[A-Z0-9]{64}"
    },
    {
      id: "newrelic-user-key",
      vendor: "New Relic",
      kind: "user key",
      shape: "NRAK-[A-Z0-9]{27}",
      reference: "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/"
    },
    { id: "newrelic-admin-key", vendor: "New Relic", kind: "admin key", shape: "NRAA-[0-9a-f]{27}", severity: "critical" },
    { id: "newrelic-rest-key", vendor: "New Relic", kind: "REST API key", shape: "NRRA-[0-9a-f]{42}" },
    {
      id: "newrelic-browser-key",
      vendor: "New Relic",
      kind: "browser key",
      shape: "NRJS-[0-9a-f]{19}",
      public: PUBLISHABLE,
      reference: "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/"
    },
    {
      id: "newrelic-browser-api-key",
      vendor: "New Relic",
      kind: "browser API key",
      shape: "NRBR-[0-9a-f]{19}",
      public: PUBLISHABLE
    },
    {
      id: "newrelic-insert-key",
      vendor: "New Relic",
      kind: "Insights insert key",
      shape: "NRII-([A-Za-z0-9_-]{32}|[A-Za-z0-9_-]{25})",
      severity: "medium"
    },
    {
      id: "newrelic-query-key",
      vendor: "New Relic",
      kind: "Insights query key",
      shape: "NRIQ-([A-Za-z0-9_-]{32}|[A-Za-z0-9_-]{25})"
    },
    {
      id: "pixie-api-key",
      vendor: "Pixie",
      kind: "API key",
      shape: "px-api-<uuid>",
      reference: "https://docs.px.dev/reference/admin/api-keys/"
    },
    {
      id: "pixie-deploy-key",
      vendor: "Pixie",
      kind: "deploy key",
      shape: "px-dep-<uuid>",
      reference: "https://docs.px.dev/reference/admin/deploy-keys/"
    },
    {
      id: "sentry-user-token",
      vendor: "Sentry",
      kind: "user auth token",
      shape: "sntryu_[0-9a-f]{64}",
      rotate: "Revoke it at sentry.io/settings/account/api/auth-tokens.",
      reference: "https://docs.sentry.io/account/auth-tokens/"
    },
    { id: "rootly-key", vendor: "Rootly", kind: "API key", shape: "rootly_[0-9a-f]{64}" },
    {
      id: "fullstory-key",
      vendor: "Fullstory",
      kind: "API key",
      shape: "(na1|eu1).([A-Za-z0-9+/]{100}|[A-Za-z0-9]{20,99})",
      prefixes: ["na1.", "eu1."],
      near: ["fullstory"]
    }
  ]
};

// packages/checks/src/secrets/families/password-hashes.ts
var PASSWORD_HASHES = {
  id: "password-hashes",
  opens: "try passwords against it without being seen",
  severity: "medium",
  rotate: () => "Change the password, and take the hash out of the repository.",
  rows: [
    { id: "md5-crypt-hash", vendor: "MD5-crypt", kind: "password hash", shape: "$1$[A-Za-z0-9./]{8}$[A-Za-z0-9./]{22}" },
    { id: "cisco-type-8-hash", vendor: "Cisco", kind: "type 8 password hash", shape: "$8$[A-Za-z0-9./]{8,16}$[A-Za-z0-9./]{43}" },
    {
      id: "kerberos-asrep-hash",
      vendor: "Kerberos",
      kind: "AS-REP hash",
      shape: "$krb5asrep$23$([A-Za-z0-9@._-]{1,100}:)?[0-9a-f]{32}$[0-9a-f]{64,1000}"
    }
  ]
};

// packages/checks/src/secrets/families/payments.ts
var PAYMENTS = {
  id: "payments",
  opens: "read customers and transactions and, within its permissions, move money",
  severity: "critical",
  rotate: (vendor) => `Roll it in the ${vendor} dashboard, where API keys are listed, and look through the log of requests.`,
  rows: [
    {
      id: "stripe-live-key",
      vendor: "Stripe",
      kind: "live secret key",
      shape: "sk_(live|prod)_[A-Za-z0-9]{10,247}",
      prefixes: ["sk_live_", "sk_prod_"],
      reference: "https://docs.stripe.com/keys"
    },
    {
      id: "stripe-live-restricted-key",
      vendor: "Stripe",
      kind: "live restricted key",
      shape: "rk_(live|prod)_[A-Za-z0-9]{10,247}",
      prefixes: ["rk_live_", "rk_prod_"],
      severity: "high",
      reference: "https://docs.stripe.com/keys/restricted-api-keys"
    },
    {
      id: "stripe-test-key",
      vendor: "Stripe",
      kind: "test secret key",
      shape: "(sk|rk)_test_[A-Za-z0-9]{10,247}",
      prefixes: ["sk_test_", "rk_test_"],
      severity: "low",
      reference: "https://docs.stripe.com/keys"
    },
    {
      id: "stripe-publishable-key",
      vendor: "Stripe",
      kind: "publishable key",
      shape: "pk_(live|test)_[A-Za-z0-9]{20,247}",
      prefixes: ["pk_live_", "pk_test_"],
      public: PUBLISHABLE,
      reference: "https://docs.stripe.com/keys"
    },
    {
      id: "stripe-webhook-secret",
      vendor: "Stripe",
      kind: "webhook signing secret",
      shape: "whsec_[A-Za-z0-9+/]{32,64}[=]{0,2}",
      severity: "high",
      reference: "https://docs.stripe.com/webhooks"
    },
    {
      id: "stripe-payment-intent-secret",
      vendor: "Stripe",
      kind: "PaymentIntent client secret",
      shape: "pi_[A-Za-z0-9]{24}_secret_[A-Za-z0-9]{25}",
      severity: "low",
      rotate: "Cancel the PaymentIntent: its client secret ends with it.",
      reference: "https://docs.stripe.com/api/payment_intents/object"
    },
    { id: "paystack-live-key", vendor: "Paystack", kind: "live secret key", shape: "sk_live_[0-9a-f]{40}", near: ["paystack"] },
    {
      id: "paystack-test-key",
      vendor: "Paystack",
      kind: "test secret key",
      shape: "sk_test_[0-9a-f]{40}",
      severity: "low",
      near: ["paystack"]
    },
    { id: "checkout-com-secret-key", vendor: "Checkout.com", kind: "secret key", shape: "sk_<uuid>" },
    { id: "checkout-com-test-key", vendor: "Checkout.com", kind: "test secret key", shape: "sk_test_<uuid>", severity: "low" },
    {
      id: "checkout-com-customer-id",
      vendor: "Checkout.com",
      kind: "customer id",
      shape: "cus_[A-Za-z0-9]{26}",
      near: ["checkout.com", "checkout_", "cko"],
      public: IDENTIFIER
    },
    { id: "square-access-token", vendor: "Square", kind: "access token", shape: "EAAA[A-Za-z0-9_+=-]{60}", near: ["square"] },
    { id: "square-application-token", vendor: "Square", kind: "personal access token", shape: "sq0atp-[A-Za-z0-9_-]{22}" },
    { id: "square-application-secret", vendor: "Square", kind: "application secret", shape: "sq0csp-[A-Za-z0-9_-]{43}" },
    {
      id: "square-application-id",
      vendor: "Square",
      kind: "application id",
      shape: "sq0idp-[A-Za-z0-9_-]{22}",
      public: IDENTIFIER
    },
    {
      id: "plaid-production-token",
      vendor: "Plaid",
      kind: "production access token",
      shape: "access-production-<uuid>",
      rotate: "Call `/item/access_token/invalidate`, which answers with another one.",
      reference: "https://plaid.com/docs/api/tokens/"
    },
    {
      id: "plaid-development-token",
      vendor: "Plaid",
      kind: "development access token",
      shape: "access-development-<uuid>",
      severity: "high",
      rotate: "Call `/item/access_token/invalidate`, which answers with another one."
    },
    {
      id: "plaid-sandbox-token",
      vendor: "Plaid",
      kind: "sandbox access token",
      shape: "access-sandbox-<uuid>",
      severity: "low",
      rotate: "Call `/item/access_token/invalidate`, which answers with another one."
    },
    {
      id: "asaas-production-key",
      vendor: "Asaas",
      kind: "production API key",
      shape: "$aact_prod_[A-Za-z0-9_-]{20,100}"
    },
    {
      id: "asaas-sandbox-key",
      vendor: "Asaas",
      kind: "sandbox API key",
      shape: "$aact_hmlg_[A-Za-z0-9_-]{20,100}",
      severity: "low"
    },
    { id: "flutterwave-secret-key", vendor: "Flutterwave", kind: "live secret key", shape: "FLWSECK-[0-9a-z]{32}-X" },
    {
      id: "flutterwave-test-key",
      vendor: "Flutterwave",
      kind: "test secret key",
      shape: "FLWSECK_TEST-([0-9a-hA-H]{32}-X|[0-9a-hA-H]{12})",
      severity: "low"
    },
    {
      id: "flutterwave-public-key",
      vendor: "Flutterwave",
      kind: "test public key",
      shape: "FLWPUBK_TEST-[0-9a-hA-H]{32}-X",
      public: PUBLISHABLE
    },
    { id: "midtrans-server-key", vendor: "Midtrans", kind: "server key", shape: "Mid-server-[A-Za-z0-9_]{10,20}" },
    {
      id: "midtrans-client-key",
      vendor: "Midtrans",
      kind: "client key",
      shape: "Mid-client-[A-Za-z0-9_]{10,20}",
      public: PUBLISHABLE
    },
    { id: "pagarme-live-key", vendor: "Pagar.me", kind: "live API key", shape: "ak_live_[A-Za-z0-9]{30}" },
    {
      id: "razorpay-live-key-id",
      vendor: "Razorpay",
      kind: "live key id",
      shape: "rzp_live_[A-Za-z0-9]{14}",
      public: IDENTIFIER,
      reference: "https://razorpay.com/docs/api/authentication/"
    },
    {
      id: "razorpay-test-key-id",
      vendor: "Razorpay",
      kind: "test key id",
      shape: "rzp_test_[A-Za-z0-9]{14}",
      public: IDENTIFIER
    },
    {
      id: "gocardless-live-token",
      vendor: "GoCardless",
      kind: "live access token",
      shape: "live_[A-Za-z0-9_=-]{40,42}",
      near: ["gocardless"]
    },
    {
      id: "mercury-production-token",
      vendor: "Mercury",
      kind: "production API token",
      shape: "mercury_production_[a-z]{3,6}_[A-Za-z0-9]{40,50}_yrucrem"
    },
    {
      id: "paddle-live-key",
      vendor: "Paddle",
      kind: "live API key",
      shape: "pdl_live_apikey_[0-9a-z]{26}_[A-Za-z0-9]{22}_[A-Za-z0-9]{3}",
      reference: "https://developer.paddle.com/api-reference/about/authentication/"
    },
    {
      id: "paddle-sandbox-key",
      vendor: "Paddle",
      kind: "sandbox API key",
      shape: "pdl_sdbx_apikey_[0-9a-z]{26}_[A-Za-z0-9]{22}_[A-Za-z0-9]{3}",
      severity: "low"
    },
    {
      id: "polar-organization-token",
      vendor: "Polar",
      kind: "organization access token",
      shape: "polar_oat_[A-Za-z0-9_-]{20,100}"
    },
    { id: "polar-personal-token", vendor: "Polar", kind: "personal access token", shape: "polar_pat_[A-Za-z0-9_-]{20,100}" },
    { id: "polar-access-token", vendor: "Polar", kind: "access token", shape: "polar_at_[A-Za-z0-9_-]{20,100}" },
    { id: "ramp-client-secret", vendor: "Ramp", kind: "client secret", shape: "ramp_sec_[A-Za-z0-9]{48}" },
    { id: "ramp-client-id", vendor: "Ramp", kind: "client id", shape: "ramp_id_[A-Za-z0-9]{40}", public: IDENTIFIER },
    {
      id: "highnote-live-key",
      vendor: "Highnote",
      kind: "live API key",
      shape: "sk_live_a2V5Xz[A-Za-z0-9+/]{69}[=]{0,2}",
      near: ["highnote"]
    },
    { id: "column-live-key", vendor: "Column", kind: "live API key", shape: "live_[A-Za-z0-9]{27}", near: ["column"] },
    {
      id: "column-test-key",
      vendor: "Column",
      kind: "test API key",
      shape: "test_[A-Za-z0-9]{27}",
      severity: "low",
      near: ["column"]
    },
    {
      id: "persona-production-key",
      vendor: "Persona",
      kind: "production API key",
      shape: "persona_production_[0-9a-z_-]{20,80}"
    },
    { id: "onfido-live-token", vendor: "Onfido", kind: "live API token", shape: "api_live.[A-Za-z0-9_-]{20,80}" },
    { id: "onfido-live-us-token", vendor: "Onfido", kind: "live API token (US)", shape: "api_live_us.[A-Za-z0-9_-]{20,80}" },
    { id: "onfido-live-ca-token", vendor: "Onfido", kind: "live API token (Canada)", shape: "api_live_ca.[A-Za-z0-9_-]{20,80}" },
    { id: "proof-key", vendor: "Proof", kind: "API key", shape: "prf_(cli_)?[A-Za-z0-9_-]{20,80}", near: ["proof", "notarize"] }
  ]
};

// packages/checks/src/secrets/families/registries.ts
var REGISTRIES = {
  id: "registries",
  opens: "publish under its owner, or pull what is private",
  severity: "critical",
  rotate: (vendor) => `Revoke it in the account settings of ${vendor}, and publish with a short-lived token from CI.`,
  rows: [
    {
      id: "crates-io-token",
      vendor: "crates.io",
      kind: "API token",
      shape: "cio[A-Za-z0-9]{32}",
      rotate: "Revoke it at crates.io/settings/tokens, and publish by trusted publishing.",
      reference: "https://crates.io/docs/trusted-publishing"
    },
    {
      id: "rubygems-key",
      vendor: "RubyGems.org",
      kind: "API key",
      shape: "rubygems_[0-9a-f]{48}",
      rotate: "Delete it at rubygems.org/profile/api_keys, and publish by trusted publishing.",
      reference: "https://guides.rubygems.org/trusted-publishing/"
    },
    {
      id: "nuget-key",
      vendor: "NuGet.org",
      kind: "API key",
      shape: "oy2[0-9a-z]{43}",
      rotate: "Delete it at nuget.org/account/apikeys, and publish by trusted publishing.",
      reference: "https://learn.microsoft.com/nuget/nuget-org/trusted-publishing"
    },
    {
      id: "clojars-token",
      vendor: "Clojars",
      kind: "deploy token",
      shape: "CLOJARS_[0-9a-z]{60}",
      rotate: "Disable it at clojars.org/tokens and create another, scoped to one artifact.",
      reference: "https://github.com/clojars/clojars-web/wiki/Deploy-Tokens"
    },
    {
      id: "docker-personal-token",
      vendor: "Docker",
      kind: "personal access token",
      shape: "dckr_pat_[A-Za-z0-9_-]{27}",
      rotate: "Delete it at app.docker.com/settings/personal-access-tokens.",
      reference: "https://docs.docker.com/security/access-tokens/"
    },
    {
      id: "docker-organization-token",
      vendor: "Docker",
      kind: "organization access token",
      shape: "dckr_oat_[A-Za-z0-9_-]{32}",
      rotate: "Delete it among the access tokens of the organization in the Docker Admin Console.",
      reference: "https://docs.docker.com/enterprise/security/access-tokens/"
    },
    { id: "cloudsmith-key", vendor: "Cloudsmith", kind: "API key", shape: "csa_[0-9a-f]{30}[A-Za-z0-9]{6}" },
    {
      id: "thunderstore-token",
      vendor: "Thunderstore",
      kind: "service account token",
      shape: "tss_[A-Za-z0-9_-]{20,80}",
      near: ["thunderstore"]
    }
  ]
};

// packages/checks/src/secrets/families/trading.ts
var TRADING = {
  id: "trading",
  opens: "read an account and, within its permissions, trade",
  severity: "high",
  rotate: (vendor) => `Delete it under API management at ${vendor} and create another, bound to addresses.`,
  rows: [
    {
      id: "gemini-master-key",
      vendor: "Gemini",
      kind: "master API key",
      shape: "master-[A-Za-z0-9]{20}",
      severity: "critical",
      near: ["gemini"]
    },
    { id: "gemini-account-key", vendor: "Gemini", kind: "account API key", shape: "account-[A-Za-z0-9]{20}", near: ["gemini"] },
    {
      id: "coinbase-key-name",
      vendor: "Coinbase",
      kind: "API key name",
      shape: "organizations/<uuid>/apiKeys/<uuid>",
      public: IDENTIFIER
    },
    {
      id: "robinhood-crypto-key",
      vendor: "Robinhood",
      kind: "Crypto API key",
      shape: "rh-api-<uuid>"
    },
    { id: "databento-key", vendor: "Databento", kind: "API key", shape: "db-[A-Za-z0-9]{29}", near: ["databento"] },
    { id: "finage-key", vendor: "Finage", kind: "API key", shape: "API_KEY[0-9A-Z]{32}", near: ["finage"] },
    { id: "iex-cloud-secret-token", vendor: "IEX Cloud", kind: "secret token", shape: "sk_[A-Za-z0-9]{32}", near: ["iex"] },
    { id: "dfuse-web-key", vendor: "dfuse", kind: "web API key", shape: "web_[0-9a-z]{32}", near: ["dfuse"] }
  ]
};

// packages/checks/src/secrets/families/version-control.ts
var VERSION_CONTROL = {
  id: "version-control",
  opens: "read code and, within its permissions, change it",
  severity: "high",
  rotate: (vendor) => `Revoke it among the access tokens in the settings of ${vendor}.`,
  rows: [
    {
      id: "gitlab-session-cookie",
      vendor: "GitLab",
      kind: "session cookie",
      shape: "_gitlab_session=[0-9a-z]{32}",
      rotate: "Sign out of the session under active sessions in the GitLab preferences."
    },
    {
      id: "sourcegraph-token",
      vendor: "Sourcegraph",
      kind: "access token",
      shape: "sgp_([0-9a-f]{16}_|local_)?[0-9a-f]{40}"
    },
    { id: "sourcegraph-cody-gateway-key", vendor: "Sourcegraph", kind: "Cody Gateway key", shape: "slk_[0-9a-f]{64}" },
    {
      id: "sonar-global-token",
      vendor: "SonarQube",
      kind: "global analysis token",
      shape: "sqa_[0-9a-f]{40}",
      reference: "https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/"
    },
    { id: "sonar-project-token", vendor: "SonarQube", kind: "project analysis token", shape: "sqp_[0-9a-f]{40}" },
    { id: "sonar-user-token", vendor: "SonarQube", kind: "user token", shape: "squ_[0-9a-f]{40}" },
    {
      id: "sonarcloud-organization-token",
      vendor: "SonarQube Cloud",
      kind: "scoped organization token",
      shape: "sqco_[A-Za-z0-9]{59}"
    },
    { id: "trufflehog-key", vendor: "TruffleHog Enterprise", kind: "key", shape: "thog-key-[0-9a-f]{16}", public: IDENTIFIER },
    { id: "trufflehog-secret", vendor: "TruffleHog Enterprise", kind: "secret", shape: "thog-secret-[0-9a-f]{32}" },
    { id: "endor-labs-key", vendor: "Endor Labs", kind: "API key or secret", shape: "endr\\+[A-Za-z0-9-]{16}" },
    { id: "aikido-ci-token", vendor: "Aikido", kind: "CI token", shape: "AIK_CI_[A-Za-z0-9]{20,44}" },
    { id: "aikido-client-secret", vendor: "Aikido", kind: "client secret", shape: "AIK_SECRET_[A-Za-z0-9]{64}" },
    { id: "aikido-client-id", vendor: "Aikido", kind: "client id", shape: "AIK_CLIENT_[A-Za-z0-9]{24}", public: IDENTIFIER },
    { id: "stackhawk-key", vendor: "StackHawk", kind: "API key", shape: "hawk.[A-Za-z0-9_-]{20}.[A-Za-z0-9_-]{20}" },
    { id: "dependency-track-key", vendor: "Dependency-Track", kind: "API key", shape: "odt_[A-Za-z0-9]{32,255}" },
    { id: "nightfall-key", vendor: "Nightfall AI", kind: "API key", shape: "NF-[A-Za-z0-9]{32}", near: ["nightfall"] }
  ]
};

// packages/checks/src/secrets/families/workplace.ts
var WORKPLACE = {
  id: "workplace",
  opens: "read and, within its permissions, change what its owner works on",
  severity: "high",
  rotate: (vendor) => `Revoke it among the API tokens in the settings of ${vendor} and create another with fewer scopes.`,
  rows: [
    {
      id: "airtable-personal-token",
      vendor: "Airtable",
      kind: "personal access token",
      shape: "pat[A-Za-z0-9]{14}.[0-9a-f]{64}",
      reference: "https://airtable.com/developers/web/guides/personal-access-tokens"
    },
    {
      id: "clickup-personal-token",
      vendor: "ClickUp",
      kind: "personal API token",
      shape: "pk_[0-9]{7,9}_[0-9A-Z]{32}",
      reference: "https://developer.clickup.com/docs/authentication"
    },
    {
      id: "close-key",
      vendor: "Close",
      kind: "API key",
      shape: "api_[A-Za-z0-9.]{45}",
      near: ["close.com", "closeio", "close_api", "close-api", "closecrm"],
      reference: "https://developer.close.com/topics/authentication-with-api-keys/"
    },
    {
      id: "contentful-personal-token",
      vendor: "Contentful",
      kind: "personal access token",
      shape: "CFPAT-[A-Za-z0-9_-]{43}"
    },
    {
      id: "dropbox-access-token",
      vendor: "Dropbox",
      kind: "access token",
      shape: "sl.(u.)?([A-Za-z0-9_=-]{1000}[A-Za-z0-9_=-]{0,1000}|[A-Za-z0-9_=-]{130,1000})",
      rotate: "Call `/2/auth/token/revoke` with it; it lives four hours.",
      reference: "https://developers.dropbox.com/oauth-guide"
    },
    {
      id: "figma-personal-token",
      vendor: "Figma",
      kind: "personal access token",
      shape: "figd_[A-Za-z0-9_-]{38,42}",
      reference: "https://developers.figma.com/docs/rest-api/authentication/"
    },
    { id: "figma-plan-token", vendor: "Figma", kind: "plan access token", shape: "figp_[A-Za-z0-9_=-]{40,54}" },
    {
      id: "figma-oauth-token",
      vendor: "Figma",
      kind: "OAuth token",
      shape: "fig(h|o|r|u)_[A-Za-z0-9_-]{40}",
      prefixes: ["figh_", "figo_", "figr_", "figu_"]
    },
    { id: "frame-io-token", vendor: "Frame.io", kind: "developer token", shape: "fio-u-[A-Za-z0-9_=-]{64}" },
    {
      id: "hubspot-private-app-token",
      vendor: "HubSpot",
      kind: "private app access token",
      shape: "pat-[a-z0-9]{2,3}-<uuid>",
      reference: "https://developers.hubspot.com/docs/apps/legacy-apps/private-apps/overview"
    },
    {
      id: "linear-key",
      vendor: "Linear",
      kind: "personal API key",
      shape: "lin_api_[A-Za-z0-9]{40}",
      reference: "https://linear.app/developers/graphql"
    },
    {
      id: "notion-token",
      vendor: "Notion",
      kind: "integration token",
      shape: "ntn_[0-9]{11}[A-Za-z0-9]{35}",
      reference: "https://developers.notion.com/docs/authorization"
    },
    {
      id: "notion-legacy-token",
      vendor: "Notion",
      kind: "legacy integration token",
      shape: "secret_[A-Za-z0-9]{43}",
      near: ["notion"],
      reference: "https://developers.notion.com/docs/authorization"
    },
    { id: "notion-refresh-token", vendor: "Notion", kind: "refresh token", shape: "nrt_[A-Za-z0-9_]{40,55}" },
    {
      id: "postman-key",
      vendor: "Postman",
      kind: "API key",
      shape: "PMAK-[0-9a-f]{24}-[0-9a-f]{34}",
      reference: "https://learning.postman.com/docs/developer/postman-api/authentication/"
    },
    {
      id: "readme-key",
      vendor: "ReadMe",
      kind: "API key",
      shape: "rdme_[0-9a-z]{70}"
    },
    {
      id: "teamwork-token",
      vendor: "Teamwork",
      kind: "API token",
      shape: "tkn.v1_[A-Za-z0-9]{71}="
    },
    {
      id: "typeform-token",
      vendor: "Typeform",
      kind: "personal access token",
      shape: "tfp_[A-Za-z0-9._=-]{40,59}",
      reference: "https://www.typeform.com/developers/get-started/personal-access-token/"
    },
    {
      id: "wakatime-key",
      vendor: "WakaTime",
      kind: "API key",
      shape: "waka_(<uuid>|[A-Za-z0-9]{36,64})",
      severity: "medium",
      reference: "https://wakatime.com/developers"
    },
    {
      id: "workato-token",
      vendor: "Workato",
      kind: "API token",
      shape: "wrka([a-z]{2})?-eyJ[A-Za-z0-9_-]{8,1000}.[A-Za-z0-9_-]{16,1000}.[A-Za-z0-9_-]{64,1000}",
      severity: "critical"
    },
    {
      id: "segment-public-api-token",
      vendor: "Segment",
      kind: "Public API token",
      shape: "sgp_[A-Za-z0-9]{64}",
      near: ["segment"]
    },
    {
      id: "apideck-live-key",
      vendor: "Apideck",
      kind: "live API key",
      shape: "sk_live_[A-Za-z0-9-]{93}",
      near: ["apideck"]
    },
    {
      id: "convertapi-secret",
      vendor: "ConvertAPI",
      kind: "secret",
      shape: "secret_[A-Za-z0-9]{16}",
      severity: "medium",
      near: ["convertapi"]
    },
    {
      id: "checkio-key",
      vendor: "CheckIO",
      kind: "API key",
      shape: "pk_[A-Za-z0-9]{45}",
      severity: "medium",
      near: ["checio", "checkio"]
    },
    {
      id: "locationiq-token",
      vendor: "LocationIQ",
      kind: "access token",
      shape: "pk.[A-Za-z0-9-]{32}",
      severity: "low",
      near: ["locationiq"]
    },
    {
      id: "brave-search-key",
      vendor: "Brave Search",
      kind: "API key",
      shape: "BSA[A-Za-z0-9_-]{24,40}",
      severity: "medium",
      near: ["brave"]
    }
  ]
};

// packages/checks/src/secrets/families/catalogue.ts
var FAMILIES = [
  VERSION_CONTROL,
  REGISTRIES,
  CI_CD,
  CLOUD,
  INFRASTRUCTURE,
  ENCODED,
  IDENTITY,
  DATABASES,
  PAYMENTS,
  TRADING,
  AI,
  MESSAGING,
  EMAIL,
  OBSERVABILITY,
  COMMERCE,
  WORKPLACE,
  MEDIA,
  DEVICES,
  PASSWORD_HASHES
];
var RULES = FAMILIES.flatMap(familyRules);
var SHAPE_RULES = [
  ...RULES.filter((rule) => rule.near !== void 0),
  ...RULES.filter((rule) => rule.near === void 0)
];

// packages/checks/src/secrets/proof/bech32.ts
var DIGITS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
var GENERATORS = [996825010, 642813549, 513874426, 1027748829, 705979059];
function isBech32(text2) {
  if (text2 !== text2.toLowerCase() && text2 !== text2.toUpperCase()) return false;
  const low = text2.toLowerCase();
  const mark2 = low.lastIndexOf("1");
  const digits2 = [...low.slice(mark2 + 1)].map((character) => DIGITS.indexOf(character));
  if (mark2 < 1 || digits2.length < 6 || digits2.includes(-1) || /[^!-~]/.test(low)) return false;
  return polymod([...expanded(low.slice(0, mark2)), ...digits2]) === 1;
}
function bech32(readable2, data) {
  const digits2 = [...data].map((character) => DIGITS.indexOf(character));
  const sum5 = polymod([...expanded(readable2), ...digits2, 0, 0, 0, 0, 0, 0]) ^ 1;
  const tail = [25, 20, 15, 10, 5, 0].map((shift) => DIGITS[sum5 >>> shift & 31]).join("");
  return `${readable2}1${data}${tail}`;
}
function expanded(readable2) {
  const codes = [...readable2].map((character) => character.charCodeAt(0));
  return [...codes.map((code2) => code2 >>> 5), 0, ...codes.map((code2) => code2 & 31)];
}
function polymod(values) {
  let sum5 = 1;
  for (const value of values) {
    const top = sum5 >>> 25;
    sum5 = (sum5 & 33554431) << 5 ^ value;
    GENERATORS.forEach((generator, bit) => {
      if (top >>> bit & 1) sum5 ^= generator;
    });
  }
  return sum5;
}

// packages/checks/src/secrets/proof/judged.ts
function judgedSum(holds, what) {
  return holds ? { evidence: "proven", why: `${what} holds` } : { evidence: "broken", why: `${what} does not hold` };
}
function judgedForm(read3, missing) {
  return read3 === void 0 ? { evidence: "broken", why: missing } : { evidence: "proven", why: read3 };
}

// packages/checks/src/secrets/rules/age-secret-key.ts
function check({ value }) {
  return judgedSum(isBech32(value), "the Bech32 checksum");
}
var ageSecretKey = {
  id: "age-secret-key",
  title: "age secret key",
  description: "A secret key of age decrypts every file that was encrypted for it, and with SOPS every secret in the repository.",
  severity: "critical",
  prefixes: ["AGE-SECRET-KEY-1"],
  shape: /AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}/y,
  check,
  remedy: { rotate: "Make another key, encrypt the files for it, and change every secret that the old key could read." },
  reference: "https://age-encryption.org/v1",
  examples: (make) => {
    const key = bech32(
      "age-secret-key-",
      make.chars("qpzry9x8gf2tvdw0s3jn54khce6mua7l", 51) + make.pick(["q", "s"])
    ).toUpperCase();
    return { positive: [key], negative: [key.slice(0, -1), `${key}Q`, key.replace("-1", "-1B")] };
  }
};

// packages/checks/src/secrets/proof/crc32.ts
var TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? rest >>> 1 ^ 3988292384 : rest >>> 1;
  return rest;
});
function crc32(data) {
  let rest = 4294967295;
  for (let at = 0; at < data.length; at++) {
    const byte = typeof data === "string" ? data.charCodeAt(at) & 255 : data[at];
    rest = rest >>> 8 ^ TABLE[(rest ^ byte) & 255];
  }
  return ~rest >>> 0;
}

// packages/checks/src/secrets/proof/hex.ts
function hex32(value) {
  return (value >>> 0).toString(16).padStart(8, "0");
}
function hex32Reversed(value) {
  return hex32(reversed32(value));
}
function reversed32(value) {
  return ((value & 255) << 24 | (value & 65280) << 8 | value >>> 8 & 65280 | value >>> 24) >>> 0;
}
function littleEndian(value) {
  return Uint8Array.of(value & 255, value >>> 8 & 255, value >>> 16 & 255, value >>> 24);
}

// packages/checks/src/secrets/rules/atlassian-api-token.ts
function sum(covered) {
  return hex32(crc32(covered)).toUpperCase();
}
function check2({ value }) {
  return judgedSum(sum(value.slice(0, -8)) === value.slice(-8), "the CRC-32 in its last eight characters");
}
var atlassianApiToken = {
  id: "atlassian-api-token",
  title: "Atlassian API token",
  description: "An API token of Atlassian reads and changes what its owner can in Jira, Confluence or Bitbucket.",
  severity: "critical",
  prefixes: ["ATATT3", "ATCTT3"],
  shape: /AT[AC]TT3[A-Za-z0-9_-]{150,220}={0,2}[0-9A-F]{8}/y,
  check: check2,
  remedy: {
    rotate: "Revoke it under Security, API tokens of the Atlassian account, or under the access tokens of the repository or project."
  },
  reference: "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/",
  examples: (make) => ({
    positive: ["ATATT3", "ATCTT3"].map((prefix) => {
      const covered = `${prefix}${make.chars("A-Za-z0-9_-", 177)}=`;
      return covered + sum(covered);
    }),
    negative: [`ATATT3${make.chars("A-Za-z0-9", 90)}`]
  })
};

// packages/checks/src/secrets/proof/latin1.ts
function toBytes(text2) {
  return Uint8Array.from(text2, (character) => character.charCodeAt(0));
}
function toText(bytes) {
  let text2 = "";
  for (const byte of bytes) text2 += String.fromCharCode(byte);
  return text2;
}
function joined(...parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

// packages/checks/src/secrets/proof/base64.ts
function decodeBase64(text2) {
  const bare = text2.replace(/={1,2}$/, "").replaceAll("-", "+").replaceAll("_", "/");
  if (bare.length % 4 === 1 || /[^A-Za-z0-9+/]/.test(bare)) return void 0;
  return toBytes(atob(bare));
}
function encodeBase64(bytes) {
  return btoa(toText(bytes));
}
function encodeBase64Url(bytes) {
  return encodeBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

// packages/checks/src/secrets/rules/atlassian-data-center-token.ts
var PREFIXES = ["BBDC-", "MT", "Mj", "Mz", "ND", "NT", "Nj", "Nz", "OD", "OT"];
function check3({ value }) {
  const bytes = decodeBase64(value.replace(/^BBDC-/, "")) ?? new Uint8Array();
  const [, id] = /^([1-9]\d{3,14}):/.exec(toText(bytes)) ?? [];
  if (id === void 0 && !value.startsWith("BBDC-")) return { evidence: "none" };
  return judgedForm(id && `base 64 of the number ${id} and random bytes`, "base 64, but not of a number and a colon");
}
var atlassianDataCenterToken = {
  id: "atlassian-data-center-token",
  title: "Atlassian Data Center personal access token",
  description: "A personal access token of a Jira, Confluence or Bitbucket server acts as its owner.",
  severity: "high",
  prefixes: PREFIXES,
  shape: /(?:BBDC-)?[MNO][TDjz][A-Za-z0-9+/]{42}/y,
  check: check3,
  near: ["jira", "confluence", "bitbucket", "atlassian", "bbdc-"],
  remedy: { rotate: "Revoke it under Profile, Personal access tokens of that server." },
  reference: "https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html",
  examples: (make) => {
    const token = encodeBase64(joined(toBytes(`${make.chars("1-9", 12)}:`), make.bytes(20)));
    return { positive: [token, `BBDC-${token}`], negative: [token.slice(1), `M${make.chars("A-Za-z0-9", 40)}`] };
  }
};

// packages/checks/src/secrets/proof/base32.ts
var DIGITS2 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
function decodeBase32(text2) {
  const bytes = new Uint8Array(Math.floor(text2.length * 5 / 8));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const character of text2) {
    const digit2 = DIGITS2.indexOf(character);
    if (digit2 < 0) return void 0;
    held = (held << 5 | digit2) & 4095;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = held >>> bits;
    }
  }
  return bytes;
}
function encodeBase32(bytes) {
  let text2 = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8 | byte) & 4095;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text2 += DIGITS2[held >>> bits & 31];
    }
  }
  return bits > 0 ? text2 + DIGITS2[held << 5 - bits & 31] : text2;
}

// packages/checks/src/secrets/proof/aws-account.ts
var FIRST_WITH_ACCOUNT = "Q";
function awsAccount(id) {
  const bytes = decodeBase32(id.slice(4, 14));
  if (!bytes || id[4] < FIRST_WITH_ACCOUNT) return void 0;
  const number = bytes.reduce((sum5, byte) => sum5 << 8n | BigInt(byte), 0n);
  const account = ((number & 0x7fffffffff80n) >> 7n).toString();
  return account.length <= 12 ? account.padStart(12, "0") : void 0;
}

// packages/checks/src/secrets/rules/aws-access-key.ts
var KINDS = {
  AKIA: "long-lived",
  ASIA: "temporary",
  ABIA: "bearer token of STS",
  ACCA: "context-specific"
};
function check4({ value }) {
  const account = awsAccount(value);
  const kind = `${KINDS[value.slice(0, 4)]} access key id`;
  return {
    evidence: "shape",
    why: account ? `${kind} of account ${account}; alone it opens nothing` : `${kind}; alone it opens nothing`
  };
}
var awsAccessKey = {
  id: "aws-access-key",
  title: "AWS access key id",
  description: "An access key id names a key pair; alone it opens nothing, with its secret it is the account.",
  severity: "info",
  prefixes: Object.keys(KINDS),
  shape: /A(?:KIA|SIA|BIA|CCA)[A-Z2-7]{16}/y,
  check: check4,
  remedy: { rotate: "Look for its secret; if that is out, deactivate and delete the key in IAM.", provider: "aws" },
  reference: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids",
  examples: (make) => ({
    positive: Object.keys(KINDS).map((kind) => `${kind}${make.chars("Q-Z", 1)}A${make.chars("A-Z2-7", 14)}`),
    negative: [`AKIA${make.chars("A-Z", 15)}`, `AKIA${make.chars("A-Z", 8)}0189${make.chars("A-Z", 4)}`]
  })
};

// packages/checks/src/secrets/rules/aws-bedrock-api-key.ts
function check5({ value }) {
  const [, name] = /^(BedrockAPIKey-[\w+-]{1,80}):.{8,200}$/s.exec(toText(decodeBase64(value.slice(4)) ?? new Uint8Array())) ?? [];
  return judgedForm(name && `decodes to the key \`${name}\``, "does not decode to a name and a key");
}
var awsBedrockApiKey = {
  id: "aws-bedrock-api-key",
  title: "Amazon Bedrock API key",
  description: "A long-lived API key of Bedrock calls models in the account, as a user of IAM of its own.",
  severity: "critical",
  prefixes: ["ABSKQmVkcm9ja0FQSUtleS"],
  shape: /ABSKQmVkcm9ja0FQSUtleS[A-Za-z0-9+/]{80,260}={0,2}/y,
  check: check5,
  remedy: { rotate: "Delete the service-specific credential of the user in IAM, and let the job take a role.", provider: "aws" },
  reference: "https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html",
  examples: (make) => {
    const name = `BedrockAPIKey-${make.chars("a-z0-9", 4)}-at-${make.chars("1-9", 12)}`;
    return {
      positive: [`ABSK${encodeBase64(toBytes(`${name}:${make.chars("A-Za-z0-9+/", 44)}`))}`],
      negative: [`ABSKQmVkcm9ja0FQSUtleS${make.chars("A-Za-z0-9", 30)}`]
    };
  }
};

// packages/checks/src/secrets/rules/aws-secret-access-key.ts
var awsSecretAccessKeyS = [
  "aws_secret_access_key",
  "AWS_SECRET_ACCESS_KEY",
  "aws_secret_key",
  "AWS_SECRET_KEY",
  "aws-secret-access-key",
  "aws.secretKey",
  "awsSecretAccessKey",
  "awsSecretKey",
  "secret_access_key",
  "secretAccessKey",
  "SecretAccessKey"
];
var awsSecretAccessKey = {
  id: "aws-secret-access-key",
  title: "AWS secret access key",
  description: "A secret access key signs requests as the user, role or root of an AWS account.",
  severity: "critical",
  tier: "contextual",
  prefixes: awsSecretAccessKeyS,
  shape: /[Aa]?[A-Za-z._-]{9,22}["']?\]?\s{0,4}(?:=>|:=|[=:,])\s{0,4}(?:!Sub\s)?["']?(?<secret>(?=[A-Za-z/+]{0,39}[0-9])(?=[a-z0-9/+]{0,39}[A-Z])(?=[A-Z0-9/+]{0,39}[a-z])[A-Za-z0-9/+]{40})/y,
  remedy: { rotate: "Deactivate and delete the key in IAM, and let the job take a role.", provider: "aws" },
  reference: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
  examples: (make) => {
    const secret = () => `a7Z${make.chars("A-Za-z0-9/+", 36)}Q`;
    return {
      positive: [
        `aws_secret_access_key = ${secret()}`,
        `AWS_SECRET_ACCESS_KEY=${secret()}`,
        `"SecretAccessKey": "${secret()}"`,
        `secretAccessKey: '${secret()}'`
      ],
      negative: [`aws_secret_access_key = ${make.chars("a-f0-9", 40)}`, `aws_secret_access_key = ${make.chars("A-Za-z0-9", 30)}`]
    };
  }
};

// packages/checks/src/secrets/rules/aws-session-token.ts
var awsSessionToken = {
  id: "aws-session-token",
  title: "AWS session token",
  description: "A session token belongs to temporary credentials, which end by themselves within hours.",
  severity: "medium",
  prefixes: ["IQoJb3JpZ2luX2Vj", "FwoGZXIvYXdz", "FQoGZXIvYXdz"],
  shape: /(?:IQoJb3JpZ2luX2Vj|F[wQ]oGZXIvYXdz)[A-Za-z0-9+/]{88,2000}={0,2}/y,
  remedy: {
    rotate: "Revoke the active sessions of the role in IAM if the hours are not over, and find out what printed it.",
    provider: "aws"
  },
  reference: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html",
  examples: (make) => ({
    positive: ["IQoJb3JpZ2luX2Vj", "FwoGZXIvYXdz"].map((prefix) => prefix + make.chars("A-Za-z0-9+/", 300)),
    negative: [`IQoJb3JpZ2luX2Vj${make.chars("A-Za-z0-9", 40)}`]
  })
};

// packages/checks/src/secrets/openers.ts
var OPENERS = [
  '="',
  "='",
  "= ",
  ": ",
  ':"',
  ' "',
  " '",
  "AccountKey=",
  "SharedAccessKey=",
  "KEY=",
  "Key=",
  "key=",
  "TOKEN=",
  "token=",
  "PAT=",
  "SECRET=",
  "code="
];
function opened(value) {
  return new RegExp(`(?:[=: ]["' ]|[A-Za-z]{3,15}=)(?<secret>${value})`, "y");
}

// packages/checks/src/secrets/proof/base62.ts
var DIGITS3 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
function base62(value, width = 1) {
  let rest = value >>> 0;
  let text2 = "";
  do {
    text2 = DIGITS3[rest % 62] + text2;
    rest = Math.floor(rest / 62);
  } while (rest > 0);
  return text2.padStart(width, "0");
}

// packages/checks/src/secrets/proof/marvin32.ts
function marvin32(bytes, seed) {
  let low = Number(seed & 0xffffffffn) | 0;
  let high = Number(seed >> 32n) | 0;
  const mix = () => {
    high ^= low;
    low = turn(low, 20) + high;
    high = turn(high, 9) ^ low;
    low = turn(low, 27) + high;
    high = turn(high, 19);
  };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  for (; at + 4 <= bytes.length; at += 4) {
    low = low + view.getUint32(at, true) | 0;
    mix();
  }
  let last2 = 128;
  for (let rest = bytes.length - 1; rest >= at; rest--) last2 = last2 << 8 | bytes[rest];
  low = low + last2 | 0;
  mix();
  mix();
  return [high >>> 0, low >>> 0];
}
function marvin32Folded(bytes, seed) {
  const [high, low] = marvin32(bytes, seed);
  return (high ^ low) >>> 0;
}
function marvinSeed(name) {
  return [...name].reduce((sum5, character) => sum5 << 8n | BigInt(character.charCodeAt(0)), 0n);
}
function turn(word, by) {
  return word << by | word >>> 32 - by;
}

// packages/checks/src/secrets/proof/azure-key.ts
function isIdentifiable(key, seeds) {
  const bytes = decodeBase64(key);
  if (!bytes || bytes.length < 24) return false;
  const sum5 = toText(bytes.subarray(-4));
  return seeds.some((seed) => toText(checksum(bytes.subarray(0, -4), seed)) === sum5);
}
function identifiable(random, signature, seed) {
  const digits2 = encodeBase64(random).replaceAll("=", "");
  const signed = digits2.slice(0, -10) + signature + digits2.slice(-6);
  const bytes = decodeBase64(signed) ?? random;
  const data = bytes.subarray(0, -4);
  return encodeBase64(joined(data, checksum(data, seed)));
}
function annotatedSum(data) {
  const bytes = littleEndian(marvin32Folded(data, marvinSeed("Default0")));
  return base62Bytes(bytes).padEnd(6, "0").slice(0, 4);
}
function checksum(data, seed) {
  return littleEndian(marvin32Folded(data, marvinSeed(seed)));
}
function base62Bytes(bytes) {
  const zeros = bytes.findIndex((byte) => byte !== 0);
  const number = bytes.reduce((sum5, byte) => sum5 * 256 + byte, 0);
  return "0".repeat(zeros < 0 ? 3 : zeros) + base62(number);
}

// packages/checks/src/secrets/rules/azure-annotated-key.ts
var COVERED = 80;
var SERVICES = {
  AZDO: "Azure DevOps",
  AZAC: "Azure App Configuration",
  ACOG: "Azure AI services",
  AZEG: "Azure Event Grid",
  AZMP: "Azure Maps",
  AZCS: "Azure Communication Services"
};
function check6({ value }) {
  const signature = value.slice(76, COVERED);
  const data = decodeBase64(value.slice(0, COVERED)) ?? new Uint8Array();
  return judgedSum(
    annotatedSum(data) === value.slice(COVERED, 84),
    `annotated for ${SERVICES[signature] ?? signature}: the checksum at the end`
  );
}
var azureAnnotatedKey = {
  id: "azure-annotated-key",
  title: "Azure annotated key",
  description: "A common annotated key is a personal access token of Azure DevOps or the key of an Azure service.",
  severity: "critical",
  prefixes: OPENERS,
  shape: opened("[A-Za-z0-9]{52}JQQJ9[9DH][A-Za-z0-9][A-L][A-Za-z0-9]{16}[A-Za-z][A-Za-z0-9]{7}(?:[A-Za-z0-9]{2}==)?"),
  check: check6,
  remedy: {
    rotate: "Revoke the token under User settings, Personal access tokens of Azure DevOps, or regenerate the key of that resource.",
    provider: "azure"
  },
  reference: "https://learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate",
  examples: (make) => {
    const write5 = (signature) => {
      const covered = `${make.chars("A-Za-z0-9", 52)}JQQJ99A${make.chars("A-L", 1)}${make.chars("A-Za-z0-9", 12)}AAAA${signature}`;
      return `token: ${covered}${annotatedSum(decodeBase64(covered) ?? new Uint8Array())}`;
    };
    return {
      positive: Object.keys(SERVICES).map(write5),
      negative: [`token: ${make.chars("A-Za-z0-9", 52)}JQQJ9X${make.chars("A-Za-z0-9", 26)}`]
    };
  }
};

// packages/checks/src/secrets/rules/azure-devops-legacy-token.ts
var MASKS = [3770247469, 270137646];
var PLACES = [22, 8, 7, 2];
var NAMES = /devops|visualstudio|vsts|vss|tfs/i;
function check7({ value, before, after }) {
  const bytes = decodeBase32(value.toUpperCase()) ?? new Uint8Array();
  const stated = PLACES.reduce((sum6, place) => (sum6 << 8 | (bytes[place] ?? 0)) >>> 0, 0);
  const sum5 = crc32(bytes.filter((_, at) => !PLACES.includes(at)));
  const holds = MASKS.some((mask) => [stated, reversed32(stated)].includes((sum5 ^ mask) >>> 0));
  if (!holds && !NAMES.test(before + after)) return { evidence: "none" };
  return judgedSum(holds, "the checksum among its bytes");
}
var azureDevopsLegacyToken = {
  id: "azure-devops-legacy-token",
  title: "Azure DevOps personal access token (older form)",
  description: "A personal access token of Azure DevOps reads or changes code, pipelines and packages as its owner.",
  severity: "critical",
  prefixes: OPENERS,
  shape: opened("[a-z2-7]{52}"),
  check: check7,
  remedy: { rotate: "Revoke it under User settings, Personal access tokens.", provider: "azure" },
  reference: "https://learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate",
  examples: (make) => {
    const bytes = make.bytes(32);
    const sum5 = (crc32(bytes.filter((_, at) => !PLACES.includes(at))) ^ MASKS[0]) >>> 0;
    for (const [at, place] of PLACES.entries()) bytes[place] = sum5 >>> 24 - at * 8 & 255;
    return {
      positive: [`azure_devops_pat: ${encodeBase32(bytes).toLowerCase()}`],
      negative: [`azure_devops_pat: ${make.chars("a-z2-7", 51)}`]
    };
  }
};

// packages/checks/src/secrets/rules/azure-identifiable-key.ts
var SERVICES2 = {
  "+ASt": ["Storage", "Default0"],
  "+ABa": ["Batch", "AbAcct00"],
  "+ACR": ["Container Registry", "ACRDflt0"],
  "+ASb": ["Service Bus", "Send0000", "Listen00", "Manage00", "System00", "Unknown0"],
  "+AEh": ["Event Hubs", "Send0000", "Listen00", "Manage00", "System00", "Unknown0"],
  "+ARm": ["Relay", "Send0000", "Listen00", "Manage00", "Unknown0"],
  "+AMC": ["Machine Learning (classic)", "Classic0"],
  "+SQL": ["SQL", "UsrPwd00"],
  ACDb: ["Cosmos DB", "MastRW00", "MastRO00", "SystRW00", "SystRO00", "SysAll00", "Resour00", "Encryp00"],
  AzFu: ["Functions", "Functi00", "System00", "Master00"],
  AzSe: ["AI Search", "PAdmin00", "Query000"],
  AzCa: ["Cache for Redis", "Access00"],
  AIoT: ["IoT Hub", "IoTHub00", "DpsKey00", "Device00"],
  APIM: ["API Management", "Tenant00", "IoTHub00", "Gatewy00", "GitKey00"],
  AZEG: ["Event Grid"]
};
function check8({ value }) {
  const signature = /.{4}(?=.{6}={0,2}$)/.exec(value)?.[0] ?? "";
  const [service, ...seeds] = SERVICES2[signature] ?? [signature];
  const of2 = `signature of Azure ${service}`;
  if (isIdentifiable(value, seeds)) return judgedSum(true, `${of2}, and the checksum at the end`);
  if (signature === "AzCa" || seeds.length === 0) return { evidence: "shape", why: of2 };
  return judgedSum(false, `${of2}, but the checksum at the end`);
}
var azureIdentifiableKey = {
  id: "azure-identifiable-key",
  title: "Azure service key",
  description: "A key of an Azure service reads or writes its data, or administers it, without any identity.",
  severity: "critical",
  prefixes: OPENERS,
  // 32, 33, 39, 40 and 64 bytes.
  shape: opened(
    "(?:[A-Za-z0-9+/_-]{33,34}|[A-Za-z0-9+/_-]{42}|[A-Za-z0-9+/_-]{44}|[A-Za-z0-9+/_-]{76})(?:\\+(?:ASt|ABa|ACR|ASb|AEh|ARm|AMC|SQL)|ACDb|AzFu|AzSe|AzCa|AIoT|APIM|AZEG)[A-Za-z0-9+/_-]{6}={0,2}"
  ),
  check: check8,
  remedy: {
    rotate: "Regenerate the key under Access keys of that resource, one of the two at a time, and disable key access where the service allows it.",
    provider: "azure"
  },
  reference: "https://github.com/microsoft/security-utilities",
  examples: (make) => {
    const sizes = {
      "+ASt": 64,
      "+ABa": 64,
      ACDb: 64,
      "+AMC": 64,
      AzFu: 40,
      AzSe: 39,
      "+ACR": 39,
      AzCa: 33,
      APIM: 64
    };
    const keys = Object.entries(SERVICES2).flatMap(
      ([signature, [, seed]]) => seed ? [identifiable(make.bytes(sizes[signature] ?? 32), signature, seed)] : []
    );
    return {
      positive: keys.map((key) => `key: ${key}`),
      negative: [`key: ${make.chars("A-Za-z0-9", 86)}==`, `key: ${make.chars("a-z", 20)}AzFu${make.chars("a-z", 6)}`]
    };
  }
};

// packages/checks/src/secrets/rules/azure-storage-account-key.ts
var azureStorageAccountKey = {
  id: "azure-storage-account-key",
  title: "Azure account key",
  description: "An account key in a connection string reads and writes everything in a storage or Cosmos DB account.",
  severity: "critical",
  // What a connection string calls it is as good as a prefix.
  prefixes: ["AccountKey="],
  shape: /AccountKey=(?<secret>[A-Za-z0-9+/]{86}==)/y,
  remedy: {
    rotate: "Regenerate the key under Access keys of the account, one of the two at a time, and disallow shared key access.",
    provider: "azure"
  },
  reference: "https://learn.microsoft.com/azure/storage/common/storage-account-keys-manage",
  examples: (make) => ({
    positive: [`AccountName=acme;AccountKey=${make.chars("A-Za-z0-9+/", 85)}A==;EndpointSuffix=core.windows.net`],
    negative: [`AccountName=acme;AccountKey=${make.chars("A-Za-z0-9+/", 40)}=;`]
  })
};

// packages/checks/src/secrets/rules/bitbucket-app-password.ts
function sum2(covered) {
  return hex32(crc32(covered)).toUpperCase();
}
function check9({ value }) {
  return judgedSum(sum2(value.slice(0, -8)) === value.slice(-8), "the CRC-32 in its last eight characters");
}
var bitbucketAppPassword = {
  id: "bitbucket-app-password",
  title: "Bitbucket app password",
  description: "An app password of Bitbucket reads and changes the repositories of its owner, with the name of the user beside it.",
  severity: "critical",
  prefixes: ["ATBB"],
  shape: /ATBB[A-Za-z0-9]{24}[0-9A-F]{8}/y,
  check: check9,
  remedy: { rotate: "Delete it under Personal settings, App passwords, and use an access token of the repository." },
  reference: "https://support.atlassian.com/bitbucket-cloud/docs/app-passwords/",
  examples: (make) => {
    const covered = `ATBB${make.chars("A-Za-z0-9", 24)}`;
    return { positive: [covered + sum2(covered)], negative: [covered, `${covered}${make.chars("a-f", 8)}`] };
  }
};

// packages/checks/src/secrets/proof/sha256.ts
var PRIMES = primes(64);
var ROUND = Uint32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));
var START = Uint32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
function sha256(bytes) {
  const state = START.slice();
  const padded = pad(bytes);
  for (let at = 0; at < padded.length; at += 64) compress(state, padded.subarray(at, at + 64));
  const digest = new Uint8Array(32);
  const view = new DataView(digest.buffer);
  for (let word = 0; word < 8; word++) view.setUint32(word * 4, state[word]);
  return digest;
}
function pad(bytes) {
  const zeros = (119 - bytes.length % 64) % 64;
  const length = new Uint8Array(8);
  new DataView(length.buffer).setBigUint64(0, BigInt(bytes.length) * 8n);
  return joined(bytes, Uint8Array.of(128), new Uint8Array(zeros), length);
}
function compress(state, block2) {
  const words = new Uint32Array(64);
  const view = new DataView(block2.buffer, block2.byteOffset, 64);
  for (let at = 0; at < 16; at++) words[at] = view.getUint32(at * 4);
  for (let at = 16; at < 64; at++) {
    const early = words[at - 15];
    const late = words[at - 2];
    const small0 = turn2(early, 7) ^ turn2(early, 18) ^ early >>> 3;
    const small1 = turn2(late, 17) ^ turn2(late, 19) ^ late >>> 10;
    words[at] = words[at - 16] + small0 + words[at - 7] + small1;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let at = 0; at < 64; at++) {
    const big1 = turn2(e, 6) ^ turn2(e, 11) ^ turn2(e, 25);
    const first = h + big1 + (e & f ^ ~e & g) + ROUND[at] + words[at] | 0;
    const big0 = turn2(a, 2) ^ turn2(a, 13) ^ turn2(a, 22);
    const second = big0 + (a & b ^ a & c ^ b & c) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, d + first | 0, c, b, a, first + second | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, at) => {
    state[at] = state[at] + word;
  });
}
function turn2(word, by) {
  return word >>> by | word << 32 - by;
}
function fraction(root) {
  return Math.floor(root % 1 * 2 ** 32);
}
function primes(count2) {
  const found = [];
  for (let candidate = 2; found.length < count2; candidate++) {
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  }
  return found;
}

// packages/checks/src/secrets/proof/base58.ts
var DIGITS4 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
function decodeBase58(text2) {
  let value = 0n;
  for (const character of text2) {
    const digit2 = DIGITS4.indexOf(character);
    if (digit2 < 0) return void 0;
    value = value * 58n + BigInt(digit2);
  }
  const zeros = /^1*/.exec(text2)?.[0].length ?? 0;
  const bytes = [];
  for (; value > 0n; value >>= 8n) bytes.unshift(Number(value & 0xffn));
  return Uint8Array.of(...new Array(zeros).fill(0), ...bytes);
}
function encodeBase58(bytes) {
  let value = bytes.reduce((sum5, byte) => sum5 << 8n | BigInt(byte), 0n);
  let text2 = "";
  for (; value > 0n; value /= 58n) text2 = DIGITS4[Number(value % 58n)] + text2;
  const zeros = bytes.findIndex((byte) => byte !== 0);
  return "1".repeat(zeros < 0 ? bytes.length : zeros) + text2;
}
function decodeBase58Check(text2) {
  const bytes = decodeBase58(text2);
  if (bytes === void 0 || bytes.length < 5) return void 0;
  const payload = bytes.subarray(0, -4);
  const sum5 = checksum2(payload);
  return bytes.subarray(-4).every((byte, at) => byte === sum5[at]) ? payload : void 0;
}
function encodeBase58Check(payload) {
  return encodeBase58(joined(payload, checksum2(payload)));
}
function checksum2(payload) {
  return sha256(sha256(payload)).subarray(0, 4);
}

// packages/checks/src/secrets/rules/bitcoin-extended-key.ts
var LENGTH = 78;
var VERSIONS = { xprv: 76066276, yprv: 77428856, zprv: 78791436, tprv: 70615956 };
function check10({ value }) {
  const payload = decodeBase58Check(value);
  const depth = payload?.length === LENGTH ? payload[4] : void 0;
  return judgedForm(
    depth === void 0 ? void 0 : `the double SHA-256 at the end holds; depth ${depth}`,
    "the double SHA-256 at the end does not hold"
  );
}
var bitcoinExtendedKey = {
  id: "bitcoin-extended-key",
  title: "Bitcoin extended private key",
  description: "An extended private key spends what all addresses below it hold.",
  severity: "critical",
  prefixes: Object.keys(VERSIONS),
  shape: /[xyzt]prv[1-9A-HJ-NP-Za-km-z]{107}/y,
  check: check10,
  remedy: { rotate: "Move what the wallet holds to a wallet of another seed." },
  reference: "https://github.com/bitcoin/bips/blob/master/bip-0032.mediawiki",
  examples: (make) => ({
    positive: Object.values(VERSIONS).map((version) => {
      const head2 = Uint8Array.of(
        version >>> 24,
        version >>> 16 & 255,
        version >>> 8 & 255,
        version & 255,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0
      );
      return encodeBase58Check(joined(head2, make.bytes(32), Uint8Array.of(0), make.bytes(32)));
    }),
    negative: [`xprv${make.chars("1-9", 100)}`]
  })
};

// packages/checks/src/secrets/rules/bitcoin-private-key.ts
var MAIN = 128;
var COMPRESSED = Uint8Array.of(1);
var NAMES2 = /\bwif\b|bitcoin|btc|wallet|priv_?key/i;
function check11({ value, before, after }) {
  const payload = decodeBase58Check(value);
  const read3 = payload?.[0] === MAIN && (payload.length === 33 || payload.length === 34);
  if (!read3 && !NAMES2.test(before + after)) return { evidence: "none" };
  return judgedForm(read3 ? "the double SHA-256 at the end holds" : void 0, "the double SHA-256 at the end does not hold");
}
var bitcoinPrivateKey = {
  id: "bitcoin-private-key",
  title: "Bitcoin private key",
  description: "A private key in wallet import format spends what its address holds.",
  severity: "critical",
  prefixes: ["5H", "5J", "5K", "Kw", "Kx", "Ky", "Kz", "L1", "L2", "L3", "L4", "L5"],
  shape: /[5KL][1-9A-HJ-NP-Za-km-z]{50,51}/y,
  check: check11,
  remedy: { rotate: "Move what the address holds to one of another key." },
  reference: "https://en.bitcoin.it/wiki/Wallet_import_format",
  examples: (make) => {
    const key = joined(Uint8Array.of(MAIN, 66), make.bytes(31));
    const names = [encodeBase58Check(key), encodeBase58Check(joined(key, COMPRESSED))];
    return { positive: names.map((name) => `wallet: ${name}`), negative: [`wallet: K${make.chars("1-9A-H", 40)}`] };
  }
};

// packages/checks/src/secrets/rules/cloudflare-token.ts
var KINDS2 = ["cfut_", "cfat_", "cfk_"];
function check12({ value }) {
  return judgedSum(hex32(crc32(value.slice(-48, -8))) === value.slice(-8), "the CRC-32 in its last eight characters");
}
var cloudflareToken = {
  id: "cloudflare-token",
  title: "Cloudflare API token",
  description: "A user or account token, or a global key, of Cloudflare changes zones, workers and storage within its permissions.",
  severity: "critical",
  prefixes: KINDS2,
  shape: /cf(?:ut|at|k)_[A-Za-z0-9]{40}[0-9a-f]{8}/y,
  check: check12,
  remedy: { rotate: "Roll it under My Profile, API Tokens, or Manage Account, Account API Tokens.", provider: "cloudflare" },
  reference: "https://developers.cloudflare.com/fundamentals/api/get-started/token-formats/",
  examples: (make) => ({
    positive: KINDS2.map((kind) => {
      const random = make.chars("A-Za-z0-9", 40);
      return kind + random + hex32(crc32(random));
    }),
    negative: [`cfut_${make.chars("A-Za-z0-9", 40)}`]
  })
};

// packages/checks/src/secrets/rules/confluent-api-secret.ts
var RANDOM = 54;
function sum3(random) {
  return encodeBase64(littleEndian(crc32(random))).slice(0, 6);
}
function check13({ value }) {
  const data = value.slice(4);
  return judgedSum(sum3(data.slice(0, RANDOM)) === data.slice(RANDOM), "the CRC-32 in its last six characters");
}
var confluentApiSecret = {
  id: "confluent-api-secret",
  title: "Confluent Cloud API secret",
  description: "An API secret of Confluent reads and writes topics, or administers the organisation, with its key id beside it.",
  severity: "critical",
  prefixes: ["cflt"],
  shape: /cflt[A-Za-z0-9+/]{60}/y,
  check: check13,
  remedy: { rotate: "Delete the key under API keys of the Confluent Cloud console, or with `confluent api-key delete`." },
  reference: "https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html",
  examples: (make) => {
    const random = make.chars("A-Za-z0-9+/", RANDOM);
    return { positive: [`cflt${random}${sum3(random)}`], negative: [`cflt${random}`] };
  }
};

// packages/checks/src/secrets/proof/instant.ts
function instantOf(seconds) {
  if (typeof seconds !== "number" || !(seconds > 0 && seconds < 253402300800)) return void 0;
  return `${new Date(seconds * 1e3).toISOString().slice(0, 19)}Z`;
}

// packages/checks/src/secrets/rules/discord-bot-token.ts
var EPOCH = 14200704e5;
function check14({ value }) {
  const id = toText(decodeBase64(value.slice(0, value.indexOf("."))) ?? new Uint8Array());
  const made = /^\d{17,20}$/.test(id) ? instantOf(Math.floor((Number(BigInt(id) >> 22n) + EPOCH) / 1e3)) : void 0;
  return judgedForm(made && `begins with the id ${id} of a bot made ${made.slice(0, 10)}`, "does not begin with the id of a bot");
}
var discordBotToken = {
  id: "discord-bot-token",
  title: "Discord bot token",
  description: "The token of a bot reads and writes in every server that it was invited to.",
  severity: "high",
  // The first digit of the id, and half of its second.
  prefixes: ["MT", "Mj", "Mz", "ND", "NT", "Nj", "Nz", "OD", "OT"],
  shape: /[MNO][A-Za-z0-9]{22,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,38}/y,
  check: check14,
  remedy: { rotate: "Reset it under Bot of the application in the Developer Portal." },
  reference: "https://docs.discord.com/developers/reference#authentication",
  examples: (make) => ({
    positive: [18, 19].map((digits2) => {
      const id = encodeBase64Url(toBytes(`1${make.chars("0-9", digits2 - 1)}`));
      return `${id}.${make.chars("A-Za-z0-9_", 6)}.${make.chars("A-Za-z0-9_", 38)}`;
    }),
    negative: [`MT${make.chars("A-Za-z0-9", 22)}.${make.chars("A-Za-z0-9", 6)}.${make.chars("A-Za-z0-9", 20)}`]
  })
};

// packages/checks/src/secrets/proof/big-number.ts
function bigOf(bytes) {
  if (bytes.length === 0) return 0n;
  let hex = "0x";
  for (const byte of bytes) hex += byte.toString(16).padStart(2, "0");
  return BigInt(hex);
}
function bytesOf(value) {
  const hex = value.toString(16);
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  const padded = Number.parseInt(even.slice(0, 2), 16) < 128 ? even : `00${even}`;
  return Uint8Array.from({ length: padded.length / 2 }, (_, at) => Number.parseInt(padded.slice(at * 2, at * 2 + 2), 16));
}
function powerOf(base, exponent, modulus) {
  let result = 1n;
  let square = base % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = result * square % modulus;
    square = square * square % modulus;
  }
  return result;
}

// packages/checks/src/secrets/proof/der.ts
var INTEGER = 2;
var OCTETS = 4;
var OBJECT_ID = 6;
var SEQUENCE = 48;
function readDer(bytes) {
  const elements = [];
  let at = 0;
  while (at < bytes.length) {
    const tag = bytes[at];
    const first = bytes[at + 1];
    if (first === void 0) return void 0;
    const size = first < 128 ? 0 : first & 127;
    if (first >= 128 && (size < 1 || size > 3)) return void 0;
    let length = first < 128 ? first : 0;
    for (let place = 0; place < size; place++) length = length << 8 | (bytes[at + 2 + place] ?? 0);
    const start = at + 2 + size;
    if (start + length > bytes.length) return void 0;
    elements.push({ tag, content: bytes.subarray(start, start + length) });
    at = start + length;
  }
  return elements;
}
function readSequence(bytes) {
  const elements = readDer(bytes);
  const only = elements?.[0];
  return elements?.length === 1 && only?.tag === SEQUENCE ? readDer(only.content) : void 0;
}
function der(tag, ...contents) {
  const content = joined(...contents);
  const length = bytesOf(BigInt(content.length));
  const head2 = content.length < 128 ? [content.length] : [128 | unpadded(length).length, ...unpadded(length)];
  return joined(Uint8Array.of(tag, ...head2), content);
}
function derInteger(value) {
  return der(INTEGER, bytesOf(value));
}
function unpadded(length) {
  return length[0] === 0 ? length.subarray(1) : length;
}

// packages/checks/src/secrets/proof/private-key.ts
var MAX_RSA_BYTES = 2049;
var MAX_DSA_BYTES = 513;
var MAX_EXPONENT_BYTES = 65;
var RSA = "*H÷\r";
var ELLIPTIC = "*HÎ=";
var DSA = "*HÎ8";
var BARE = {
  "+en": ["X25519", 32],
  "+eo": ["X448", 56],
  "+ep": ["Ed25519", 32],
  "+eq": ["Ed448", 57]
};
function readPrivateKey(bytes) {
  const parts = readSequence(bytes);
  if (!parts) return void 0;
  if (tagsOf(parts, INTEGER, SEQUENCE, OCTETS)) return readPkcs8(parts);
  if (tagsOf(parts, INTEGER, OCTETS)) return readElliptic(parts);
  const numbers = parts.every((part) => part.tag === INTEGER) ? parts.map((part) => part.content) : [];
  if (numbers.length === 9) return readRsa(numbers);
  return numbers.length === 6 ? readDsa(numbers) : void 0;
}
function isEncryptedKey(bytes) {
  const parts = readSequence(bytes);
  return parts?.length === 2 && tagsOf(parts, SEQUENCE, OCTETS);
}
function judgeRsa(modulus, p, q) {
  const sizes = modulus.length <= MAX_RSA_BYTES && p.length <= MAX_RSA_BYTES && q.length <= MAX_RSA_BYTES;
  const n = sizes ? bigOf(modulus) : 0n;
  return { kind: `RSA key of ${n.toString(2).length} bits`, holds: n > 0n && bigOf(p) * bigOf(q) === n };
}
function readPkcs8([, algorithm, octets]) {
  const oid = algorithm && readDer(algorithm.content)?.[0];
  if (oid?.tag !== OBJECT_ID || !octets) return void 0;
  const name = toText(oid.content);
  if (name === RSA || name === ELLIPTIC) return readPrivateKey(octets.content);
  if (name === DSA) return { kind: "DSA key", holds: octets.content[0] === INTEGER };
  const bare = BARE[name];
  if (!bare) return { kind: "private key of another algorithm", holds: octets.content.length > 2 };
  const [tag, length] = octets.content;
  return { kind: `${bare[0]} key`, holds: tag === OCTETS && length === bare[1] && octets.content.length === bare[1] + 2 };
}
function readElliptic([version, secret]) {
  if (version?.content[0] !== 1 || !secret) return void 0;
  const { length } = secret.content;
  return { kind: `elliptic curve key of ${length * 8} bits`, holds: length >= 16 && length <= 72 && bigOf(secret.content) > 0n };
}
function readRsa(numbers) {
  const [, modulus, , , p, q] = numbers;
  return judgeRsa(modulus, p, q);
}
function readDsa(numbers) {
  const [, p, , g, y, x] = numbers;
  const sizes = p.length <= MAX_DSA_BYTES && g.length <= MAX_DSA_BYTES && x.length <= MAX_EXPONENT_BYTES;
  const modulus = sizes ? bigOf(p) : 0n;
  const holds = modulus > 0n && powerOf(bigOf(g), bigOf(x), modulus) === bigOf(y);
  return { kind: `DSA key of ${modulus.toString(2).length} bits`, holds };
}
function tagsOf(parts, ...tags) {
  return tags.every((tag, at) => parts[at]?.tag === tag);
}

// packages/checks/src/secrets/proof/ssh-wire.ts
function readSsh(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  const number = () => {
    if (at + 4 > bytes.length) return void 0;
    at += 4;
    return view.getUint32(at - 4);
  };
  const string = () => {
    const length = number();
    if (length === void 0 || at + length > bytes.length) return void 0;
    at += length;
    return bytes.subarray(at - length, at);
  };
  return {
    number,
    string,
    strings(count2) {
      const read3 = Array.from({ length: count2 }, string);
      return read3.every((part) => part !== void 0) ? read3 : void 0;
    }
  };
}
function sshNumber(value) {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}
function sshStrings(...strings) {
  const parts = strings.map((string) => typeof string === "string" ? toBytes(string) : string);
  return joined(...parts.flatMap((part) => [sshNumber(part.length), part]));
}

// packages/checks/src/secrets/proof/openssh-key.ts
var MAGIC = "openssh-key-v1\0";
function readOpenSshKey(bytes) {
  if (toText(bytes.subarray(0, MAGIC.length)) !== MAGIC) return void 0;
  const reader = readSsh(bytes.subarray(MAGIC.length));
  const [cipher, kdf, options] = reader.strings(3) ?? [];
  if (!cipher || !kdf || !options || reader.number() !== 1) return void 0;
  const name = toText(cipher);
  if (name !== "none") return { cipher: name };
  const [, hidden] = reader.strings(2) ?? [];
  if (!hidden) return void 0;
  const secret = readSsh(hidden);
  const check41 = secret.number();
  const again = secret.number();
  const type = secret.string();
  if (check41 === void 0 || !type) return void 0;
  const key = readNumbers(toText(type), secret);
  return { ...key, holds: check41 === again && key.holds };
}
function readNumbers(type, secret) {
  if (type === "ssh-rsa") {
    const [modulus, , , , p, q] = secret.strings(6) ?? [];
    return modulus && p && q ? judgeRsa(modulus, p, q) : { kind: "RSA key", holds: false };
  }
  if (type === "ssh-ed25519") {
    const [open, both] = secret.strings(2) ?? [];
    const holds = open?.length === 32 && both?.length === 64 && toText(both.subarray(32)) === toText(open);
    return { kind: "Ed25519 key", holds };
  }
  return { kind: `${type} key`, holds: secret.strings(2) !== void 0 };
}
function writeOpenSshKey(open, seed, check41, cipher = "none") {
  const type = "ssh-ed25519";
  const secret = joined(check41, check41, sshStrings(type, open, joined(seed, open), ""));
  const kdf = cipher === "none" ? "none" : "bcrypt";
  const head2 = joined(toBytes(MAGIC), sshStrings(cipher, kdf, cipher === "none" ? "" : sshStrings(check41, check41)), sshNumber(1));
  return joined(head2, sshStrings(sshStrings(type, open), secret));
}

// packages/checks/src/secrets/proof/pem.ts
function decodeArmor(value) {
  return decodeBase64(armorBody(value).replaceAll("=", ""));
}
function armorBody(value) {
  const lines = value.slice(0, value.lastIndexOf("-----END")).replace(/^-----BEGIN [A-Z ]{0,40}-----/, "").replaceAll(/\\+[rnt]/g, "\n").split("\n");
  const body = lines.filter((line) => !line.includes(": ")).join("");
  return body.replaceAll(/[^A-Za-z0-9+/=.]/g, "");
}
function encodeArmor(label, bytes, headers = "") {
  const body = encodeBase64(bytes).replaceAll(/(.{64})(?=.)/g, "$1\n");
  return `-----BEGIN ${label}-----
${headers}${body}
-----END ${label}-----`;
}

// packages/checks/src/secrets/rules/encrypted-private-key.ts
function check15({ value }) {
  const bytes = decodeArmor(value) ?? new Uint8Array();
  if (value.includes("DEK-Info")) return { evidence: "shape", why: `${bytes.length} bytes under a passphrase` };
  if (isEncryptedKey(bytes)) return { evidence: "shape", why: "a key of PKCS#8 under a passphrase" };
  const openssh = readOpenSshKey(bytes);
  if (openssh && "cipher" in openssh) return { evidence: "shape", why: `an OpenSSH key under ${openssh.cipher}` };
  return { evidence: "broken", why: "what stands between its lines is no key" };
}
var encryptedPrivateKey = {
  id: "encrypted-private-key",
  title: "private key under a passphrase",
  description: "A private key under a passphrase is as safe as the passphrase, which can be guessed without anybody noticing.",
  severity: "low",
  prefixes: [
    "-----BEGIN ENCRYPTED PRIVATE KEY-----",
    "-----BEGIN RSA PRIVATE KEY-----",
    "-----BEGIN EC PRIVATE KEY-----",
    "-----BEGIN DSA PRIVATE KEY-----",
    "-----BEGIN OPENSSH PRIVATE KEY-----"
  ],
  shape: /-----BEGIN (?:ENCRYPTED PRIVATE KEY-----|(?:RSA|EC|DSA) PRIVATE KEY-----[\s\\rn"']{1,40}Proc-Type: 4,ENCRYPTED[\s\\rn"']{1,40}DEK-Info: [A-Z0-9-]{5,30},|OPENSSH PRIVATE KEY-----[\s\\rn"',]{1,40}b3BlbnNzaC1rZXktdjEAAAAA(?!BG5vbmU))[A-Za-z0-9+/=\s\\"'`,.#*>|;]{40,20000}-----END (?:ENCRYPTED |RSA |EC |DSA |OPENSSH )PRIVATE KEY-----/y,
  check: check15,
  remedy: {
    rotate: "Take it out of the repository; make another key pair if the passphrase is short, shared, or in the repository too."
  },
  reference: "https://www.rfc-editor.org/rfc/rfc7468#section-11",
  examples: (make) => {
    const pbes2 = der(
      SEQUENCE,
      der(OBJECT_ID, toBytes("*H÷\r\r")),
      der(SEQUENCE, derInteger(2048n))
    );
    const headers = `Proc-Type: 4,ENCRYPTED
DEK-Info: AES-256-CBC,${make.chars("0-9A-F", 32)}

`;
    return {
      positive: [
        encodeArmor("ENCRYPTED PRIVATE KEY", der(SEQUENCE, pbes2, der(OCTETS, make.bytes(96)))),
        encodeArmor("RSA PRIVATE KEY", make.bytes(96), headers),
        encodeArmor("OPENSSH PRIVATE KEY", writeOpenSshKey(make.bytes(32), make.bytes(32), make.bytes(16), "aes256-ctr"))
      ],
      negative: [
        encodeArmor("RSA PRIVATE KEY", make.bytes(96)),
        encodeArmor("OPENSSH PRIVATE KEY", writeOpenSshKey(make.bytes(32), make.bytes(32), make.bytes(4)))
      ]
    };
  }
};

// packages/checks/src/secrets/rules/entra-client-secret.ts
var BODY = "A-Za-z0-9._~-";
var entraClientSecret = {
  id: "entra-client-secret",
  title: "Microsoft Entra client secret",
  description: "A client secret lets its holder act as the application in the tenant, in Azure and in Microsoft 365; five characters stand before the sign where the value begins.",
  severity: "critical",
  // The value is recognised in its middle, so it is taken from there on.
  prefixes: Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~-", (character) => `~${character}`),
  shape: /(?<=(?<![A-Za-z0-9._~-])[A-Za-z0-9._~-]{3}[0-9]Q)~[A-Za-z0-9._~-]{31,34}/y,
  remedy: {
    rotate: "Delete it under Certificates & secrets of the app registration, and add a federated credential.",
    provider: "azure"
  },
  reference: "https://learn.microsoft.com/entra/identity-platform/how-to-add-credentials",
  examples: (make) => ({
    positive: ["7", "8", "9"].map(
      (digit2) => `${make.chars("A-Za-z0-9", 3)}${digit2}Q~${make.chars(BODY, 33)}${make.chars("A-Za-z0-9", 1)}`
    ),
    negative: [`${make.chars("A-Za-z0-9", 3)}8Q~${make.chars("A-Za-z0-9", 20)}`]
  })
};

// packages/checks/src/secrets/rules/fly-token.ts
var ARRAY_OF_FOUR = 148;
var LOCATION = "https://api.fly.io/";
function check16({ value }) {
  const bytes = decodeBase64(value.slice(value.indexOf("_") + 1));
  if (!bytes) return { evidence: "broken", why: "what stands behind the prefix is not base 64" };
  const holds = bytes[0] === ARRAY_OF_FOUR && toText(bytes).includes(LOCATION);
  return holds ? { evidence: "proven", why: "a macaroon of api.fly.io" } : { evidence: "shape", why: "base 64 behind the prefix of a macaroon" };
}
var flyToken = {
  id: "fly-token",
  title: "Fly.io access token",
  description: "An access token of Fly.io deploys to an app or administers an organisation.",
  severity: "critical",
  prefixes: ["fm1r_", "fm1a_", "fm2_"],
  shape: /fm(?:1r|1a|2)_[A-Za-z0-9+/]{80,2000}={0,2}/y,
  check: check16,
  remedy: { rotate: "Revoke it with `fly tokens revoke`." },
  reference: "https://fly.io/docs/security/tokens/",
  examples: (make) => {
    const location = `${LOCATION}v1`;
    const body = joined(
      Uint8Array.of(ARRAY_OF_FOUR, 147, 196, 16),
      make.bytes(16),
      Uint8Array.of(192, 194, 160 | location.length),
      toBytes(location)
    );
    const tail = joined(Uint8Array.of(144, 196, 32), make.bytes(32));
    return {
      positive: ["fm2_", "fm1r_"].map((prefix) => prefix + encodeBase64(joined(body, tail))),
      negative: [`fm2_${make.chars("A-Za-z0-9", 40)}`]
    };
  }
};

// packages/checks/src/secrets/proof/example-key.ts
function exampleRsaKey(make) {
  const { modulus, p, q, secret } = exampleRsaNumbers(make);
  const numbers = [0n, modulus, 65537n, secret, p, q, secret % p, secret % q, 3n];
  return der(SEQUENCE, ...numbers.map(derInteger));
}
function exampleRsaNumbers(make) {
  const odd = () => bigOf(Uint8Array.of(193, ...make.bytes(30), 15));
  const [p, q] = [odd(), odd()];
  return { modulus: p * q, p, q, secret: bigOf(make.bytes(62)) };
}

// packages/checks/src/secrets/proof/judged-key.ts
function judgePem({ value }) {
  const key = readPrivateKey(decodeArmor(value) ?? new Uint8Array());
  if (!key) return { evidence: "broken", why: "what stands between its lines is no private key" };
  return key.holds ? { evidence: "proven", why: `a whole ${key.kind}` } : { evidence: "broken", why: `${key.kind}, whose numbers do not belong together` };
}

// packages/checks/src/secrets/rules/gcp-service-account-key.ts
function check17(candidate) {
  const verdict = judgePem(candidate);
  const [, id] = /"private_key_id\\?"\s{0,8}:\s{0,8}\\?"([0-9a-f]{40})/.exec(candidate.before) ?? [];
  const [, account] = /"client_email\\?"\s{0,8}:\s{0,8}\\?"([a-z0-9.@-]{6,120})/.exec(candidate.after) ?? [];
  const named2 = [id && `id ${id.slice(0, 8)}…`, account].filter(Boolean).join(" of ");
  return named2 ? { ...verdict, why: `${verdict.why}, ${named2}` } : verdict;
}
var gcpServiceAccountKey = {
  id: "gcp-service-account-key",
  title: "Google Cloud service account key",
  description: "A key of a service account acts as that account in Google Cloud until somebody deletes it.",
  severity: "critical",
  prefixes: ["-----BEGIN PRIVATE KEY-----"],
  shape: /-----BEGIN PRIVATE KEY-----[A-Za-z0-9+/=\s\\]{40,20000}-----END PRIVATE KEY-----/y,
  check: check17,
  near: ["private_key_id"],
  remedy: {
    rotate: "Delete the key with `gcloud iam service-accounts keys delete`, and let the job federate its identity.",
    provider: "gcp"
  },
  reference: "https://cloud.google.com/iam/docs/best-practices-for-managing-service-account-keys",
  examples: (make) => {
    const algorithm = der(SEQUENCE, der(OBJECT_ID, toBytes("*H÷\r")), Uint8Array.of(5, 0));
    const key = encodeArmor("PRIVATE KEY", der(SEQUENCE, derInteger(0n), algorithm, der(OCTETS, exampleRsaKey(make))));
    const email = `ci@${make.chars("a-z", 8)}.iam.gserviceaccount.com`;
    const object = {
      type: "service_account",
      project_id: "acme",
      private_key_id: make.chars("0-9a-f", 40),
      private_key: `${key}
`,
      client_email: email
    };
    return {
      positive: [JSON.stringify(object), JSON.stringify(object, null, 2)],
      negative: [JSON.stringify({ ...object, private_key: "" })]
    };
  }
};

// packages/checks/src/secrets/rules/github-fine-grained-token.ts
var githubFineGrainedToken = {
  id: "github-fine-grained-token",
  title: "GitHub fine-grained personal access token",
  description: "A fine-grained token reads or changes the repositories that it was made for, as its owner.",
  severity: "critical",
  prefixes: ["github_pat_"],
  shape: /github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}/y,
  remedy: { rotate: "Delete it under Settings, Developer settings, Fine-grained tokens.", provider: "github" },
  reference: "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/managing-your-personal-access-tokens",
  examples: (make) => ({
    positive: [`github_pat_${make.chars("A-Za-z0-9", 22)}_${make.chars("A-Za-z0-9", 59)}`],
    negative: [`github_pat_${make.chars("A-Za-z0-9", 22)}_${make.chars("A-Za-z0-9", 58)}`]
  })
};

// packages/checks/src/secrets/proof/json.ts
function readJson(text2) {
  try {
    const value = JSON.parse(text2);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : void 0;
  } catch {
    return void 0;
  }
}
function readBase64Json(text2) {
  const bytes = decodeBase64(text2);
  return bytes && readJson(toText(bytes));
}
function textOf(object, member2) {
  const value = object[member2];
  return typeof value === "string" ? value : void 0;
}
function hasTexts(object, ...members2) {
  return members2.every((member2) => textOf(object, member2));
}

// packages/checks/src/secrets/proof/jwt.ts
function readJwt(text2) {
  const parts = text2.split(".");
  if (parts.length !== 3) return void 0;
  const header = readBase64Json(parts[0]);
  const claims = readBase64Json(parts[1]);
  return header && claims && textOf(header, "alg") ? { header, claims } : void 0;
}
function writeJwt(claims, signature, alg = "HS256") {
  const part = (object) => encodeBase64Url(toBytes(JSON.stringify(object)));
  return `${part({ alg, typ: "JWT" })}.${part(claims)}.${encodeBase64Url(signature)}`;
}

// packages/checks/src/secrets/rules/github-installation-token.ts
function check18({ value }) {
  const [, app, token = ""] = /^ghs_(\d{1,12})_(.{1,9000})$/.exec(value) ?? [];
  return judgedForm(
    readJwt(token) && `a token of app ${app} with readable header and claims`,
    "what stands behind the app is no JSON Web Token"
  );
}
var githubInstallationToken = {
  id: "github-installation-token",
  title: "GitHub App installation token",
  description: "An installation token of a GitHub App acts as the app on the repositories where it is installed, for an hour.",
  severity: "high",
  prefixes: ["ghs_"],
  shape: /ghs_\d{1,12}_eyJ[A-Za-z0-9_-]{10,600}\.[A-Za-z0-9_-]{20,4000}\.[A-Za-z0-9_-]{20,1400}/y,
  check: check18,
  remedy: {
    rotate: "Revoke it with `DELETE /installation/token`, or wait for the hour to pass, and find out what printed it.",
    provider: "github"
  },
  reference: "https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-an-installation-access-token-for-a-github-app",
  examples: (make) => ({
    positive: [
      `ghs_${make.chars("1-9", 6)}_${writeJwt({ iss: make.chars("1-9", 6), exp: 179e7 }, make.bytes(256), "RS256")}`
    ],
    negative: [`ghs_${make.chars("1-9", 6)}_${make.chars("A-Za-z0-9", 60)}`]
  })
};

// packages/checks/src/secrets/rules/github-token.ts
var KINDS3 = ["ghp_", "gho_", "ghu_", "ghr_", "ghs_"];
var RANDOM2 = 30;
function check19({ value }) {
  const data = value.slice(4);
  return judgedSum(base62(crc32(data.slice(0, RANDOM2)), 6) === data.slice(RANDOM2), "the CRC-32 in its last six characters");
}
var githubToken = {
  id: "github-token",
  title: "GitHub token",
  description: "A personal, OAuth, user, refresh or installation token of GitHub reads and changes what its owner can.",
  severity: "critical",
  prefixes: KINDS3,
  shape: /gh[pours]_[A-Za-z0-9]{36}/y,
  check: check19,
  remedy: {
    rotate: "Delete it under Settings, Developer settings, Personal access tokens, or revoke the authorisation of the app that it belongs to.",
    provider: "github"
  },
  reference: "https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/",
  examples: (make) => ({
    positive: KINDS3.map((kind) => {
      const random = make.chars("A-Za-z0-9", RANDOM2);
      return kind + random + base62(crc32(random), 6);
    }),
    negative: [
      `ghp_${make.chars("A-Za-z0-9", 35)}`,
      `ghp_${make.chars("A-Za-z0-9", 37)}`,
      `ghp_${make.chars("A-Za-z0-9", 18)}-${make.chars("A-Za-z0-9", 17)}`
    ]
  })
};

// packages/checks/src/secrets/rules/gitlab-legacy-token.ts
var gitlabLegacyToken = {
  id: "gitlab-legacy-token",
  title: "GitLab token (older form)",
  description: "A personal, deploy, runner, trigger, job, feed, mail, agent or application secret of GitLab acts as what it was made for.",
  severity: "critical",
  prefixes: [
    "glpat-",
    "gldt-",
    "glptt-",
    "glcbt-",
    "glsoat-",
    "glft-",
    "glimt-",
    "glagent-",
    "gloas-",
    "glffct-",
    "glrt-",
    "GR1348941"
  ],
  shape: /(?:gl(?:pat|dt|soat|ft|ffct|rt)-[A-Za-z0-9_-]{20}|glptt-[0-9a-f]{40}|glcbt-[0-9a-zA-Z]{1,5}_[A-Za-z0-9_-]{20}|glimt-[A-Za-z0-9_-]{25}|glagent-[A-Za-z0-9_-]{50}|gloas-[A-Za-z0-9_-]{64}|GR1348941[A-Za-z0-9_-]{20})/y,
  remedy: {
    rotate: "Revoke it under Access tokens of the user, project or group whose it is, or register the runner, agent or application again."
  },
  reference: "https://docs.gitlab.com/security/tokens/#token-prefixes",
  examples: (make) => ({
    positive: [
      ...["glpat-", "gldt-", "glsoat-", "glft-", "glffct-", "glrt-", "GR1348941"].map(
        (prefix) => prefix + make.chars("A-Za-z0-9_", 20)
      ),
      `glptt-${make.chars("0-9a-f", 40)}`,
      `glcbt-${make.chars("0-9a-f", 2)}_${make.chars("A-Za-z0-9", 20)}`,
      `glimt-${make.chars("A-Za-z0-9", 25)}`,
      `glagent-${make.chars("A-Za-z0-9_", 50)}`,
      `gloas-${make.chars("0-9a-f", 64)}`
    ],
    negative: [
      `glpat-${make.chars("A-Za-z0-9_", 19)}`,
      `glpat-${make.chars("A-Za-z0-9_", 21)}`,
      `glptt-${make.chars("0-9a-f", 39)}`
    ]
  })
};

// packages/checks/src/secrets/rules/gitlab-routable-token.ts
var SUM = 7;
var OWNERS = { o: "organisation", g: "group", p: "project", u: "user" };
function check20({ value }) {
  const [, body = "", length = ""] = /^gl[a-z]{2,5}-(?:t\d_)?([A-Za-z0-9_-]{27,300})\.(?:[0-9a-z]{2}\.)?([0-9a-z]{2})[0-9a-z]{7}$/.exec(value) ?? [];
  const covered = value.slice(0, -SUM);
  if (sum4(covered) !== value.slice(-SUM))
    return { evidence: "broken", why: "the CRC-32 in its last seven characters does not hold" };
  if (Number.parseInt(length, 36) !== body.length) return { evidence: "broken", why: "the length that it states is not its own" };
  return { evidence: "proven", why: ["the CRC-32 in its last seven characters holds", ...owners(body)].join("; ") };
}
function owners(body) {
  const payload = toText(decodeBase64(body) ?? new Uint8Array());
  return [...payload.matchAll(/(?:^|\n)([gopu]):([0-9a-z]{1,10})(?=\n)/g)].map(
    ([, member2 = "", id = ""]) => `${OWNERS[member2]} ${Number.parseInt(id, 36)}`
  );
}
function sum4(covered) {
  return crc32(covered).toString(36).padStart(SUM, "0");
}
function write2(make, prefix, version) {
  const body = encodeBase64Url(joined(toBytes(`o:1
u:${make.chars("1-9", 4)}
`), make.bytes(16), Uint8Array.of(16)));
  const covered = `${prefix}${body}.${version}${body.length.toString(36).padStart(2, "0")}`;
  return covered + sum4(covered);
}
var gitlabRoutableToken = {
  id: "gitlab-routable-token",
  title: "GitLab token",
  description: "A token of GitLab reads or changes what its owner, project or group can.",
  severity: "critical",
  prefixes: ["glpat-", "glrt-", "gldt-", "glptt-", "glcbt-", "glsoat-", "glft-", "gloas-"],
  shape: /gl(?:pat|rt|dt|ptt|cbt|soat|ft|oas)-[A-Za-z0-9_-]{27,300}\.(?:[0-9a-z]{2}\.)?[0-9a-z]{9}/y,
  check: check20,
  remedy: { rotate: "Revoke it under Access tokens of the user, project or group whose it is." },
  reference: "https://docs.gitlab.com/security/tokens/",
  examples: (make) => ({
    positive: [
      write2(make, "glpat-", ""),
      write2(make, "glpat-", "01."),
      write2(make, "glrt-t3_", "01."),
      write2(make, "gldt-", "01.")
    ],
    negative: [`glpat-${make.chars("A-Za-z0-9_", 27)}`, `glpat-${make.chars("A-Za-z0-9_", 27)}.${make.chars("0-9a-z", 5)}`]
  })
};

// packages/checks/src/secrets/rules/grafana-cloud-token.ts
function check21({ value }) {
  const object = readBase64Json(value.slice(4));
  const read3 = object && hasTexts(object, "o", "n", "k") ? `names organisation ${textOf(object, "o")} and holds a key` : void 0;
  return judgedForm(read3, "does not decode to organisation, name and key");
}
var grafanaCloudToken = {
  id: "grafana-cloud-token",
  title: "Grafana Cloud access policy token",
  description: "An access policy token reads or writes metrics, logs and traces of a stack of Grafana Cloud.",
  severity: "high",
  prefixes: ["glc_eyJ"],
  shape: /glc_eyJ[A-Za-z0-9+/_-]{40,500}={0,2}/y,
  check: check21,
  remedy: { rotate: "Delete it under Security, Access policies of the Cloud portal." },
  reference: "https://grafana.com/docs/grafana-cloud/security-and-account-management/authentication-and-permissions/access-policies/",
  examples: (make) => {
    const object = { o: make.chars("1-9", 6), n: "collector", k: make.chars("A-Za-z0-9", 24), m: { r: "eu" } };
    return {
      positive: [`glc_${encodeBase64(toBytes(JSON.stringify(object)))}`],
      negative: [`glc_eyJ${make.chars("A-Za-z0-9", 20)}`]
    };
  }
};

// packages/checks/src/secrets/rules/grafana-legacy-api-key.ts
function check22({ value }) {
  const object = readBase64Json(value);
  const read3 = object && hasTexts(object, "k", "n") && typeof object.id === "number" ? `a key with the name ${JSON.stringify(textOf(object, "n"))}` : void 0;
  return judgedForm(read3, "does not decode to key, name and id");
}
var grafanaLegacyApiKey = {
  id: "grafana-legacy-api-key",
  title: "Grafana API key",
  description: "An API key of the older kind reads or changes a Grafana within its role.",
  severity: "high",
  prefixes: ["eyJrIjoi"],
  shape: /eyJrIjoi[A-Za-z0-9+/]{50,300}={0,2}/y,
  check: check22,
  remedy: { rotate: "Delete the key, or the service account that it was migrated to, under Administration, Service accounts." },
  reference: "https://grafana.com/docs/grafana/latest/administration/service-accounts/migrate-api-keys/",
  examples: (make) => {
    const object = { k: make.chars("A-Za-z0-9", 32), n: "ci", id: 1 };
    return { positive: [encodeBase64(toBytes(JSON.stringify(object)))], negative: [`eyJrIjoi${make.chars("A-Za-z0-9", 30)}`] };
  }
};

// packages/checks/src/secrets/rules/grafana-service-account-token.ts
function check23({ value }) {
  return judgedSum(hex32Reversed(crc32(value.slice(0, -9))) === value.slice(-8), "the CRC-32 in its last eight characters");
}
var grafanaServiceAccountToken = {
  id: "grafana-service-account-token",
  title: "Grafana service account token",
  description: "A token of a service account reads or changes dashboards, data sources and alerts of a Grafana.",
  severity: "high",
  prefixes: ["glsa_"],
  shape: /glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}/y,
  check: check23,
  remedy: { rotate: "Delete it under Administration, Service accounts." },
  reference: "https://grafana.com/docs/grafana/latest/administration/service-accounts/",
  examples: (make) => {
    const covered = `glsa_${make.chars("A-Za-z0-9", 32)}`;
    return {
      positive: [`${covered}_${hex32Reversed(crc32(covered))}`],
      negative: [covered, `${covered}_${make.chars("0-9a-f", 7)}`]
    };
  }
};

// packages/checks/src/secrets/rules/jfrog-api-key.ts
var LENGTH2 = 54;
function check24({ value }) {
  return decodeBase58(value)?.length === LENGTH2 ? { evidence: "shape", why: "base 58 of 54 bytes" } : { evidence: "broken", why: "not base 58 of 54 bytes" };
}
var jfrogApiKey = {
  id: "jfrog-api-key",
  title: "JFrog API key",
  description: "An API key of Artifactory reads or publishes artifacts as its owner.",
  severity: "critical",
  prefixes: ["AKCp"],
  shape: /AKCp[A-Za-z0-9]{69}/y,
  check: check24,
  remedy: {
    rotate: "Revoke it in the profile of its user, or with `DELETE /api/security/apiKey`; such keys are at their end and access tokens take their place.",
    provider: "jfrog"
  },
  reference: "https://jfrog.com/help/r/jfrog-platform-administration-documentation/user-profile",
  examples: (make) => ({
    positive: [`AKCp${make.chars("1-9A-HJ-NP-Za-km-z", 69)}`],
    negative: [`AKCp${make.chars("1-9A-H", 60)}`]
  })
};

// packages/checks/src/secrets/rules/jfrog-reference-token.ts
function check25({ value }) {
  const [, expiry] = /^reftkn:01:(\d{10}):[A-Za-z0-9]{10,40}$/.exec(toText(decodeBase64(value) ?? new Uint8Array())) ?? [];
  const end = instantOf(Number(expiry)) ?? "never";
  return judgedForm(expiry && `a reference token that expires ${end}`, "does not decode to a reference token");
}
var jfrogReferenceToken = {
  id: "jfrog-reference-token",
  title: "JFrog reference token",
  description: "A reference token of JFrog reads or publishes artifacts as its owner.",
  severity: "critical",
  prefixes: ["cmVmdGtu"],
  shape: /cmVmdGtuOjAxO[A-Za-z0-9+/]{51}/y,
  check: check25,
  remedy: { rotate: "Revoke it under Administration, User Management, Access Tokens.", provider: "jfrog" },
  reference: "https://jfrog.com/help/r/jfrog-platform-administration-documentation/reference-tokens",
  examples: (make) => ({
    positive: ["1790000000", "0000000000"].map(
      (expiry) => encodeBase64(toBytes(`reftkn:01:${expiry}:${make.chars("A-Za-z0-9", 27)}`))
    ),
    negative: [`cmVmdGtuOjAxO${make.chars("A-Za-z0-9", 40)}`]
  })
};

// packages/checks/src/secrets/rules/json-web-token.ts
function check26({ value }) {
  const token = readJwt(value);
  if (!token) return { evidence: "broken", why: "its parts do not decode to a header with an algorithm and claims" };
  const { claims } = token;
  const issuer = textOf(claims, "iss");
  const role = textOf(claims, "role");
  if (role === "anon" && issuer?.startsWith("supabase"))
    return { evidence: "public", why: "the anonymous key of Supabase, made to be shipped in pages" };
  const end = instantOf(claims.exp);
  const parts = [issuer && `issued by ${issuer}`, role && `role \`${role}\``, end ? `until ${end}` : "without an expiry"];
  return { evidence: "proven", why: `a readable token, ${parts.filter(Boolean).join(", ")}` };
}
var jsonWebToken = {
  id: "json-web-token",
  title: "JSON Web Token",
  description: "A JSON Web Token is accepted by whoever trusts its issuer, until it expires.",
  severity: "medium",
  prefixes: ["eyJ"],
  shape: /eyJ[A-Za-z0-9_-]{10,600}\.eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{20,1400}/y,
  check: check26,
  remedy: {
    rotate: "Revoke it at its issuer, or wait for its expiry; a token without one ends only with the key that signed it."
  },
  reference: "https://www.rfc-editor.org/rfc/rfc7519",
  examples: (make) => {
    const token = writeJwt({ iss: "https://issuer.acme.dev", sub: make.chars("a-z", 8), exp: 179e7 }, make.bytes(32));
    return {
      positive: [token, writeJwt({ sub: make.chars("a-z", 8) }, make.bytes(256), "RS256")],
      negative: [token.slice(0, token.lastIndexOf(".")), `eyJ${make.chars("A-Za-z0-9", 60)}`]
    };
  }
};

// packages/checks/src/secrets/rules/jwk-private-key.ts
var CURVES = {
  "P-256": 32,
  secp256k1: 32,
  "P-384": 48,
  "P-521": 66,
  Ed25519: 32,
  Ed448: 57,
  X25519: 32,
  X448: 56
};
function check27({ value, before, after }) {
  const text2 = before.slice(before.lastIndexOf("{") + 1) + value + after.slice(0, Math.max(0, after.indexOf("}")));
  const kind = member(text2, "kty");
  const length = (name) => decodeBase64(member(text2, name) ?? "")?.length ?? 0;
  if (kind === "oct")
    return length("k") >= 16 ? { evidence: "proven", why: `a symmetric key of ${length("k") * 8} bits` } : { evidence: "broken", why: "a symmetric key that is too short" };
  const curve = member(text2, "crv") ?? "";
  const wanted = CURVES[curve];
  if (kind !== "RSA" && wanted !== void 0)
    return length("d") === wanted ? { evidence: "proven", why: `a whole ${curve} key` } : { evidence: "broken", why: `a ${curve} key of the wrong length` };
  const whole = kind === "RSA" && length("d") >= 60 && (length("n") === 0 || length("d") <= length("n"));
  return whole ? { evidence: "proven", why: "an RSA key with its secret exponent" } : { evidence: "broken", why: "its members do not belong together" };
}
function member(text2, name) {
  return new RegExp(`"${name}"\\s{0,8}:\\s{0,8}"([\\w-]{1,2800})"`).exec(text2)?.[1];
}
var jwkPrivateKey = {
  id: "jwk-private-key",
  title: "private JSON Web Key",
  description: "A JSON Web Key with its secret member signs or decrypts as whoever publishes its public half.",
  severity: "critical",
  prefixes: ['"kty"', '"d"'],
  // Sorted members have the secret first.
  shape: /"(?:kty"\s{0,8}:\s{0,8}"(?:RSA|EC|OKP|oct)"[^{}]{1,1600}?"[dk]"\s{0,8}:\s{0,8}"[A-Za-z0-9_-]{16,1400}"|d"\s{0,8}:\s{0,8}"[A-Za-z0-9_-]{40,1400}"[^{}]{1,2600}?"kty"\s{0,8}:\s{0,8}"(?:RSA|EC|OKP)")/y,
  check: check27,
  remedy: { rotate: "Make another key, publish its public half beside the old one, sign with it, and take the old one away." },
  reference: "https://www.rfc-editor.org/rfc/rfc7517#section-9.3",
  examples: (make) => {
    const { modulus, secret } = exampleRsaNumbers(make);
    const [n, d] = [encodeBase64Url(bytesOf(modulus)), encodeBase64Url(bytesOf(secret))];
    const point = { x: encodeBase64Url(make.bytes(32)), y: encodeBase64Url(make.bytes(32)) };
    const curve = encodeBase64Url(make.bytes(32));
    const write5 = (key) => JSON.stringify(key);
    return {
      positive: [
        write5({ kty: "RSA", n, e: "AQAB", d }),
        write5({ d, e: "AQAB", kty: "RSA", n }),
        write5({ kty: "EC", crv: "P-256", ...point, d: curve }),
        write5({ crv: "Ed25519", d: curve, kty: "OKP", x: point.x }),
        write5({ kty: "oct", k: curve })
      ],
      negative: [write5({ kty: "RSA", n, e: "AQAB" }), write5({ kty: "EC", crv: "P-256", ...point })]
    };
  }
};

// packages/checks/src/secrets/rules/kubernetes-service-account-token.ts
var ACCOUNT = "kubernetes.io/serviceaccount/service-account.name";
var kubernetesServiceAccountTokenSPACE = "kubernetes.io/serviceaccount/namespace";
function check28({ value }) {
  const claims = readJwt(value)?.claims;
  const read3 = claims?.[ACCOUNT] ? `account ${String(claims[ACCOUNT])} in ${String(claims[kubernetesServiceAccountTokenSPACE])}, until ${instantOf(claims.exp) ?? "never"}` : void 0;
  return judgedForm(read3, "does not decode to a token of a service account");
}
var kubernetesServiceAccountToken = {
  id: "kubernetes-service-account-token",
  title: "Kubernetes service account token",
  description: "A token of a service account that was kept in a secret acts in its cluster until somebody deletes that secret.",
  severity: "critical",
  prefixes: ["eyJhbGciOiJSUzI1NiIs"],
  shape: /eyJhbGciOiJSUzI1NiIs[A-Za-z0-9_-]{4,200}\.eyJpc3MiOiJrdWJlcm5ldGVzL3NlcnZpY2VhY2NvdW50I[A-Za-z0-9_-]{50,2000}\.[A-Za-z0-9_-]{300,700}/y,
  check: check28,
  remedy: {
    rotate: "Delete the secret that holds it, which ends the token, and let the job ask for a bound one.",
    provider: "kubernetes"
  },
  reference: "https://kubernetes.io/docs/concepts/security/service-accounts/#authenticating-credentials",
  examples: (make) => {
    const claims = {
      iss: "kubernetes/serviceaccount",
      [kubernetesServiceAccountTokenSPACE]: "default",
      [ACCOUNT]: make.chars("a-z", 8),
      sub: "system:serviceaccount:default:ci"
    };
    const token = writeJwt(claims, make.bytes(256), "RS256");
    return {
      positive: [token],
      negative: [token.slice(0, 200), writeJwt({ ...claims, iss: "https://kubernetes.default.svc" }, make.bytes(256), "RS256")]
    };
  }
};

// packages/checks/src/secrets/rules/mapbox-token.ts
function check29({ value }) {
  const object = readBase64Json(value.split(".")[1] ?? "");
  const user = object && hasTexts(object, "u", "a") ? textOf(object, "u") : void 0;
  if (value.startsWith("pk")) return { evidence: "public", why: "a public token, made to be shipped in pages and apps" };
  return judgedForm(user && `a secret token of user ${user}`, "does not decode to a user and a key");
}
var mapboxToken = {
  id: "mapbox-token",
  title: "Mapbox secret token",
  description: "A secret token of Mapbox changes styles, data sets and tokens of its account.",
  severity: "high",
  prefixes: ["sk.eyJ", "tk.eyJ", "pk.eyJ"],
  shape: /[spt]k\.eyJ1Ijoi[A-Za-z0-9_-]{30,200}\.[A-Za-z0-9_-]{22}/y,
  check: check29,
  remedy: { rotate: "Delete it under Access tokens of the account." },
  reference: "https://docs.mapbox.com/accounts/guides/tokens/",
  examples: (make) => {
    const body = encodeBase64Url(toBytes(JSON.stringify({ u: "acme", a: make.chars("a-z0-9", 25) })));
    return {
      positive: [`sk.${body}.${make.chars("A-Za-z0-9_", 22)}`, `pk.${body}.${make.chars("A-Za-z0-9_", 22)}`],
      negative: [`sk.${body}.${make.chars("A-Za-z0-9", 10)}`]
    };
  }
};

// packages/checks/src/secrets/proof/crc16.ts
function crc16(bytes) {
  let rest = 0;
  for (const byte of bytes) {
    rest ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) rest = rest & 32768 ? (rest << 1 ^ 4129) & 65535 : rest << 1;
  }
  return rest;
}
function endsInCrc16(bytes) {
  const [low = 0, high = 0] = bytes.subarray(-2);
  return bytes.length > 2 && crc16(bytes.subarray(0, -2)) === (high << 8 | low);
}
function withCrc16(bytes) {
  const sum5 = crc16(bytes);
  return Uint8Array.of(...bytes, sum5 & 255, sum5 >>> 8);
}

// packages/checks/src/secrets/rules/nats-seed.ts
var KINDS4 = {
  A: "an account",
  C: "a cluster",
  N: "a server",
  O: "an operator",
  U: "a user",
  X: "a curve key"
};
var SEED = 18 << 3;
function check30({ value }) {
  return judgedSum(
    endsInCrc16(decodeBase32(value) ?? new Uint8Array()),
    `seed of ${KINDS4[value[1]]}: the CRC-16 at the end`
  );
}
var natsSeed = {
  id: "nats-seed",
  title: "NATS seed",
  description: "The seed of a NATS key signs as its user, account, server or operator.",
  severity: "critical",
  prefixes: Object.keys(KINDS4).map((letter) => `S${letter}`),
  shape: /S[ACNOUX][A-Z2-7]{56}/y,
  check: check30,
  remedy: { rotate: "Make another key with `nsc generate nkey`, and revoke the old one with `nsc revocations`." },
  reference: "https://docs.nats.io/running-a-nats-service/configuration/securing_nats/auth_intro/nkey_auth",
  examples: (make) => ({
    positive: [0, 2, 13, 14, 20, 23].map(
      (kind) => encodeBase32(withCrc16(joined(Uint8Array.of(SEED | kind >> 2, (kind & 3) << 6), make.bytes(32))))
    ),
    negative: [`SU${make.chars("A-Z2-7", 55)}`, `U${make.chars("A-Z2-7", 57)}`]
  })
};

// packages/checks/src/secrets/rules/npm-access-token.ts
var RANDOM3 = 30;
function check31({ value }) {
  const data = value.slice(4);
  return judgedSum(base62(crc32(data.slice(0, RANDOM3)), 6) === data.slice(RANDOM3), "the CRC-32 in its last six characters");
}
var npmAccessToken = {
  id: "npm-access-token",
  title: "npm access token",
  description: "An access token of npm publishes packages, or reads private ones, as its owner.",
  severity: "critical",
  prefixes: ["npm_"],
  shape: /npm_[A-Za-z0-9]{36}/y,
  check: check31,
  remedy: {
    rotate: "Delete it under Access Tokens on npmjs.com, or with `npm token revoke`, and publish by trusted publishing.",
    provider: "npm"
  },
  reference: "https://docs.npmjs.com/about-access-tokens",
  examples: (make) => {
    const random = make.chars("A-Za-z0-9", RANDOM3);
    return {
      positive: [`npm_${random}${base62(crc32(random), 6)}`],
      negative: [`npm_${random}`, `npm_${make.chars("a-z", 20)}_${make.chars("a-z", 15)}`]
    };
  }
};

// packages/checks/src/secrets/rules/onepassword-service-account-token.ts
function check32({ value }) {
  const object = readBase64Json(value.slice(4));
  const read3 = object && hasTexts(object, "signInAddress", "secretKey") ? `a service account at ${textOf(object, "signInAddress")}` : void 0;
  return judgedForm(read3, "does not decode to an address and a key");
}
var onepasswordServiceAccountToken = {
  id: "onepassword-service-account-token",
  title: "1Password service account token",
  description: "A token of a service account reads every item of the vaults that it was given.",
  severity: "critical",
  prefixes: ["ops_eyJ"],
  shape: /ops_eyJ[A-Za-z0-9_-]{200,3000}={0,2}/y,
  check: check32,
  remedy: { rotate: "Revoke it under Developer, Service Accounts on 1Password.com, and change what it could read." },
  reference: "https://developer.1password.com/docs/service-accounts/security/",
  examples: (make) => {
    const object = {
      signInAddress: "acme.1password.com",
      userAuth: { method: "SRPg-4096", iterations: 65e4 },
      email: `${make.chars("a-z2-7", 13)}@1passwordserviceaccounts.com`,
      secretKey: `A3-${make.chars("A-Z2-9", 30)}`,
      muk: make.chars("A-Za-z0-9_", 43),
      deviceUuid: make.chars("a-z2-7", 26)
    };
    return {
      positive: [`ops_${encodeBase64Url(toBytes(JSON.stringify(object)))}`],
      negative: [`ops_eyJ${make.chars("A-Za-z0-9", 60)}`]
    };
  }
};

// packages/checks/src/secrets/rules/openssh-private-key.ts
function check33({ value }) {
  const key = readOpenSshKey(decodeArmor(value) ?? new Uint8Array());
  if (!key || "cipher" in key) return { evidence: "broken", why: "what stands between its lines is no key of OpenSSH" };
  return key.holds ? { evidence: "proven", why: `a whole ${key.kind}` } : { evidence: "broken", why: `${key.kind}, whose parts do not belong together` };
}
var opensshPrivateKey = {
  id: "openssh-private-key",
  title: "OpenSSH private key",
  description: "A private key of OpenSSH without a passphrase logs in wherever its public half is authorised.",
  severity: "critical",
  prefixes: ["-----BEGIN OPENSSH PRIVATE KEY-----"],
  // The first letters say that there is no cipher.
  shape: /-----BEGIN OPENSSH PRIVATE KEY-----[\s\\rn"',]{1,40}b3BlbnNzaC1rZXktdjEAAAAABG5vbmU[A-Za-z0-9+/=\s\\"'`,.#*>|;]{80,20000}-----END OPENSSH PRIVATE KEY-----/y,
  check: check33,
  remedy: { rotate: "Make another key pair, and take the public half out of every `authorized_keys`, deploy key and account." },
  reference: "https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key",
  examples: (make) => {
    const key = encodeArmor("OPENSSH PRIVATE KEY", writeOpenSshKey(make.bytes(32), make.bytes(32), make.bytes(4)));
    return { positive: [key, key.replaceAll("\n", "\\n")], negative: [encodeArmor("OPENSSH PRIVATE KEY", make.bytes(200))] };
  }
};

// packages/checks/src/secrets/proof/crc24.ts
function crc24(bytes) {
  let rest = 11994318;
  for (const byte of bytes) {
    rest ^= byte << 16;
    for (let bit = 0; bit < 8; bit++) rest = rest & 8388608 ? (rest << 1 ^ 25578747) & 16777215 : rest << 1;
  }
  return rest;
}

// packages/checks/src/secrets/proof/pgp-key.ts
var SECRET_KEY_PACKET = 5;
var NUMBERS = { 1: 2, 2: 2, 3: 2, 16: 3, 17: 4 };
var ELLIPTIC2 = [18, 19, 22];
var ECDH = 18;
var OLD_LENGTHS = [1, 2, 4, 0];
function readPgpKey(value) {
  const [, data = "", sum5] = /^([A-Za-z0-9+/]{0,200000}={0,2}?)(?:=([A-Za-z0-9+/]{4}))?$/.exec(armorBody(value)) ?? [];
  const bytes = decodeBase64(data);
  if (!bytes || bytes.length < 20) return void 0;
  const packet = firstPacket(bytes);
  const locked = packet && isLocked(packet.body);
  return {
    secret: packet?.tag === SECRET_KEY_PACKET,
    ...sum5 === void 0 ? {} : { sum: encodedSum(bytes) === sum5 },
    ...locked === void 0 ? {} : { locked }
  };
}
function writePgpBody(modulus, locked, rest) {
  const numbers = [modulus, 65537n].map((number) => {
    const bytes = bytesOf(number);
    const bits = number.toString(2).length;
    return joined(Uint8Array.of(bits >>> 8, bits & 255), bytes[0] === 0 ? bytes.subarray(1) : bytes);
  });
  const body = joined(Uint8Array.of(4, 95, 0, 0, 0, 1), ...numbers, Uint8Array.of(locked ? 254 : 0), rest);
  const packet = joined(Uint8Array.of(149, body.length >>> 8, body.length & 255), body);
  return `${encodeBase64(packet)}
=${encodedSum(packet)}`;
}
function encodedSum(bytes) {
  const sum5 = crc24(bytes);
  return encodeBase64(Uint8Array.of(sum5 >>> 16, sum5 >>> 8 & 255, sum5 & 255));
}
function firstPacket(bytes) {
  const [head2 = 0, first = 0] = bytes;
  if (head2 < 128) return void 0;
  if (head2 & 64) return { tag: head2 & 63, body: bytes.subarray(first < 192 ? 2 : first === 255 ? 6 : 3) };
  return { tag: head2 >>> 2 & 15, body: bytes.subarray(1 + (OLD_LENGTHS[head2 & 3] ?? 0)) };
}
function isLocked(body) {
  if (body[0] !== 4) return void 0;
  const algorithm = body[5];
  let at = 6;
  if (ELLIPTIC2.includes(algorithm)) at += 1 + (body[at] ?? 0);
  const numbers = ELLIPTIC2.includes(algorithm) ? 1 : NUMBERS[algorithm];
  if (numbers === void 0) return void 0;
  for (let number = 0; number < numbers; number++) {
    const bits = (body[at] ?? 0) << 8 | (body[at + 1] ?? 0);
    at += 2 + Math.ceil(bits / 8);
  }
  if (algorithm === ECDH) at += 1 + (body[at] ?? 0);
  const usage = body[at];
  return usage === void 0 ? void 0 : usage !== 0;
}

// packages/checks/src/secrets/rules/pgp-private-key.ts
var LABEL = "PGP PRIVATE KEY BLOCK";
function check34({ value }) {
  const key = readPgpKey(value);
  if (!key?.secret) return { evidence: "broken", why: "does not begin with a packet of a secret key" };
  if (key.sum === false) return { evidence: "broken", why: "the CRC-24 at the end does not hold" };
  if (key.locked) return { evidence: "shape", why: "a secret key under a passphrase" };
  const open = key.locked === false ? " without a passphrase" : "";
  return { evidence: "proven", why: `a packet of a secret key${open}${key.sum ? ", and the CRC-24 at the end holds" : ""}` };
}
var pgpPrivateKey = {
  id: "pgp-private-key",
  title: "OpenPGP private key",
  description: "A private key of OpenPGP signs releases and commits, and decrypts, as its owner.",
  severity: "critical",
  prefixes: ["-----BEGIN PGP PRIVATE KEY BLOCK-----"],
  // Up to four headers, which may have hyphens in them.
  shape: /-----BEGIN PGP PRIVATE KEY BLOCK-----[\s\\rn"']{0,12}(?:[A-Z][a-z]{3,11}: [^\n\\]{0,120}[\s\\rn"']{1,12})?(?:[A-Z][a-z]{3,11}: [^\n\\]{0,120}[\s\\rn"']{1,12})?(?:[A-Z][a-z]{3,11}: [^\n\\]{0,120}[\s\\rn"']{1,12})?[^-]{60,60000}-----END PGP PRIVATE KEY BLOCK-----/y,
  check: check34,
  remedy: {
    rotate: "Publish the revocation certificate of the key, make another, and sign again what was signed since it got out."
  },
  reference: "https://www.rfc-editor.org/rfc/rfc9580#section-6.2",
  examples: (make) => {
    const { modulus } = exampleRsaNumbers(make);
    const write5 = (locked, headers = "") => `-----BEGIN ${LABEL}-----
${headers}
${writePgpBody(modulus, locked, make.bytes(90))}
-----END ${LABEL}-----`;
    return {
      positive: [write5(false), write5(false, "Version: GnuPG v2\nComment: a-key\n"), write5(true)],
      negative: [write5(false).replaceAll("PRIVATE", "PUBLIC"), write5(false).slice(0, 120)]
    };
  }
};

// packages/checks/src/secrets/rules/private-key.ts
var privateKey = {
  id: "private-key",
  title: "private key",
  description: "A private key without a passphrase signs, decrypts or logs in as whoever trusts its public half.",
  severity: "critical",
  prefixes: [
    "-----BEGIN PRIVATE KEY-----",
    "-----BEGIN RSA PRIVATE KEY-----",
    "-----BEGIN EC PRIVATE KEY-----",
    "-----BEGIN DSA PRIVATE KEY-----"
  ],
  // Quotes, escapes, signs of joining and indentation stand between the lines where the key is a string of a program.
  shape: /-----BEGIN (?:RSA |EC |DSA )?PRIVATE KEY-----[A-Za-z0-9+/=\s\\"'`,.#*>|;]{40,20000}-----END (?:RSA |EC |DSA )?PRIVATE KEY-----/y,
  check: judgePem,
  remedy: {
    rotate: "Make another key pair, replace the public half wherever it is trusted, revoke certificates over it, and take the old half away."
  },
  reference: "https://www.rfc-editor.org/rfc/rfc7468",
  examples: (make) => {
    const edwards = der(
      SEQUENCE,
      derInteger(0n),
      der(SEQUENCE, der(OBJECT_ID, toBytes("+ep"))),
      der(OCTETS, der(OCTETS, make.bytes(32)))
    );
    const curve = der(
      SEQUENCE,
      derInteger(1n),
      der(OCTETS, Uint8Array.of(1, ...make.bytes(31))),
      der(160, der(OBJECT_ID, toBytes("*HÎ=\x07")))
    );
    const rsa = encodeArmor("RSA PRIVATE KEY", exampleRsaKey(make));
    return {
      positive: [rsa, rsa.replaceAll("\n", "\\n"), encodeArmor("PRIVATE KEY", edwards), encodeArmor("EC PRIVATE KEY", curve)],
      negative: [encodeArmor("PUBLIC KEY", make.bytes(90)), encodeArmor("PRIVATE KEY", der(INTEGER, make.bytes(8)))]
    };
  }
};

// packages/checks/src/secrets/rules/putty-private-key.ts
function check35({ value }) {
  const [, type] = /^PuTTY-User-Key-File-\d: ([a-z0-9-]{5,40})/.exec(value) ?? [];
  const open = block(value, "Public-Lines");
  const secret = block(value, "Private-Lines");
  if (!open || !secret) return { evidence: "broken", why: "its lines are not base 64" };
  const [, exponent, modulus] = readSsh(open).strings(3) ?? [];
  if (type !== "ssh-rsa") return { evidence: "proven", why: `a whole ${type} key` };
  const [, p, q] = readSsh(secret).strings(3) ?? [];
  const key = exponent && modulus && p && q ? judgeRsa(modulus, p, q) : void 0;
  return key?.holds ? { evidence: "proven", why: `a whole ${key.kind}` } : { evidence: "broken", why: "an RSA key, whose numbers do not belong together" };
}
function block(value, name) {
  const [, body = "-"] = new RegExp(`${name}: \\d{1,3}([A-Za-z0-9+/=\\s]{20,12000})`).exec(value.replaceAll(/\\+[rn]/g, "\n")) ?? [];
  return decodeBase64(body.replace(/\s{1,4}Private$/, "").replaceAll(/\s/g, ""));
}
function write3(make) {
  const { modulus, p, q, secret } = exampleRsaNumbers(make);
  const open = encodeBase64(sshStrings("ssh-rsa", bytesOf(65537n), bytesOf(modulus)));
  const hidden = encodeBase64(sshStrings(bytesOf(secret), bytesOf(p), bytesOf(q), bytesOf(3n)));
  const [first, second] = [open, hidden].map((text2) => text2.replaceAll(/(.{64})(?=.)/g, "$1\n"));
  const lines = (text2) => text2.split("\n").length;
  return `PuTTY-User-Key-File-3: ssh-rsa
Encryption: none
Comment: deploy
Public-Lines: ${lines(first)}
${first}
Private-Lines: ${lines(second)}
${second}
Private-MAC: ${make.chars("0-9a-f", 64)}`;
}
var puttyPrivateKey = {
  id: "putty-private-key",
  title: "PuTTY private key",
  description: "A private key of PuTTY without a passphrase logs in wherever its public half is authorised.",
  severity: "critical",
  prefixes: ["PuTTY-User-Key-File-"],
  shape: /PuTTY-User-Key-File-[123]: [a-z0-9-]{5,40}[\s\\rn]{1,8}Encryption: none[\s\\rn]{1,8}Comment: [^\n\\]{0,200}[\s\\rn]{1,8}Public-Lines: \d{1,3}[A-Za-z0-9+/=\s\\]{40,6000}-Lines: \d{1,3}[A-Za-z0-9+/=\s\\]{20,12000}-(?:MAC|Hash): [0-9a-f]{40,64}/y,
  check: check35,
  remedy: { rotate: "Make another key pair, and take the public half out of every `authorized_keys`, deploy key and account." },
  reference: "https://the.earth.li/~sgtatham/putty/latest/htmldoc/AppendixC.html",
  examples: (make) => {
    const key = write3(make);
    return { positive: [key, key.replaceAll("\n", "\r\n")], negative: [key.replace("none", "aes256-cbc"), key.slice(0, 200)] };
  }
};

// packages/checks/src/secrets/proof/macaroon.ts
var VERSION = 2;
var END = 0;
var LOCATION2 = 1;
var IDENTIFIER2 = 2;
var SIGNATURE = 6;
var SIGNATURE_LENGTH = 32;
function readMacaroon(bytes) {
  if (bytes[0] !== VERSION) return void 0;
  let at = 1;
  let location = "";
  let identified = false;
  let sections = 0;
  while (at < bytes.length) {
    const type = bytes[at++];
    if (type === END) {
      if (bytes[at - 2] === END && sections > 0 && bytes[at] === SIGNATURE) {
        const ends = bytes[at + 1] === SIGNATURE_LENGTH && at + 2 + SIGNATURE_LENGTH === bytes.length;
        return ends && identified ? { location, caveats: sections - 1 } : void 0;
      }
      sections++;
      continue;
    }
    const length = varint(bytes, at);
    if (length === void 0 || type > SIGNATURE) return void 0;
    at = length.end;
    const field2 = bytes.subarray(at, at + length.value);
    if (type === LOCATION2 && sections === 0) location = toText(field2);
    if (type === IDENTIFIER2 && sections === 0) identified = true;
    at += length.value;
  }
  return void 0;
}
function writeMacaroon(location, identifier, caveats, signature) {
  const end = Uint8Array.of(END);
  return joined(
    Uint8Array.of(VERSION),
    field(LOCATION2, toBytes(location)),
    field(IDENTIFIER2, toBytes(identifier)),
    end,
    ...caveats.flatMap((caveat) => [field(IDENTIFIER2, toBytes(caveat)), end]),
    end,
    field(SIGNATURE, signature)
  );
}
function field(type, data) {
  const length = data.length < 128 ? [data.length] : [data.length & 127 | 128, data.length >>> 7];
  return joined(Uint8Array.of(type, ...length), data);
}
function varint(bytes, at) {
  const first = bytes[at];
  const second = bytes[at + 1];
  if (first === void 0) return void 0;
  if (first < 128) return { value: first, end: at + 1 };
  return second !== void 0 && second < 128 ? { value: first & 127 | second << 7, end: at + 2 } : void 0;
}

// packages/checks/src/secrets/rules/pypi-token.ts
var HOSTS = ["pypi.org", "test.pypi.org"];
function check36({ value }) {
  const macaroon = readMacaroon(decodeBase64(value.slice(5)) ?? new Uint8Array());
  const read3 = macaroon && HOSTS.some((host) => host === macaroon.location) ? `a macaroon of ${macaroon.location} with ${macaroon.caveats} caveats and its signature` : void 0;
  return judgedForm(read3, "no whole macaroon");
}
var pypiToken = {
  id: "pypi-token",
  title: "PyPI API token",
  description: "An API token of PyPI uploads releases of one project, or of all of its owner.",
  severity: "critical",
  prefixes: ["pypi-AgEIcHlwaS5vcmc", "pypi-AgENdGVzdC5weXBp"],
  shape: /pypi-AgE[A-Za-z0-9_-]{80,1000}/y,
  check: check36,
  remedy: { rotate: "Remove it under Account settings, API tokens, and publish by a trusted publisher.", provider: "pypi" },
  reference: "https://pypi.org/help/#apitoken",
  examples: (make) => ({
    positive: HOSTS.map((host) => {
      const id = [8, 4, 4, 4, 12].map((length) => make.chars("0-9a-f", length)).join("-");
      return `pypi-${encodeBase64Url(writeMacaroon(host, id, [`[1,["${make.chars("a-z", 8)}"]]`], make.bytes(32)))}`;
    }),
    negative: [`pypi-${make.chars("A-Za-z0-9", 100)}`, `pypi-AgEIcHlwaS5vcmc${make.chars("A-Za-z0-9", 40)}`]
  })
};

// packages/checks/src/secrets/rules/sentry-organization-token.ts
function check37({ value }) {
  const object = readBase64Json(value.slice(7, value.lastIndexOf("_")));
  const read3 = object && hasTexts(object, "url", "org") ? `names organisation ${textOf(object, "org")}; issued ${instantOf(object.iat) ?? "at an unknown time"}` : void 0;
  return judgedForm(read3, "does not decode to an address and an organisation");
}
var sentryOrganizationToken = {
  id: "sentry-organization-token",
  title: "Sentry organisation token",
  description: "An organisation token of Sentry makes releases and uploads source maps and symbols.",
  severity: "high",
  prefixes: ["sntrys_eyJ"],
  shape: /sntrys_eyJ[A-Za-z0-9+/]{50,500}={0,2}_[A-Za-z0-9+/]{43}/y,
  check: check37,
  remedy: { rotate: "Revoke it under Settings, Organization Tokens." },
  reference: "https://docs.sentry.io/account/auth-tokens/",
  examples: (make) => {
    const object = { iat: 176e7, url: "https://sentry.io", region_url: "https://de.sentry.io", org: "acme" };
    const body = encodeBase64(toBytes(JSON.stringify(object)));
    return {
      positive: [`sntrys_${body}_${make.chars("A-Za-z0-9+/", 42)}A`],
      negative: [`sntrys_${body}_${make.chars("A-Za-z0-9", 20)}`]
    };
  }
};

// packages/checks/src/secrets/rules/stellar-secret-seed.ts
var VERSION2 = 18 << 3;
function check38({ value }) {
  return judgedSum(endsInCrc16(decodeBase32(value) ?? new Uint8Array()), "the CRC-16 at the end");
}
var stellarSecretSeed = {
  id: "stellar-secret-seed",
  title: "Stellar secret seed",
  description: "The secret seed of a Stellar account moves everything that it holds.",
  severity: "critical",
  // The version is a whole number of bits short of two letters.
  prefixes: ["SA", "SB", "SC", "SD"],
  shape: /S[A-D][A-Z2-7]{54}/y,
  check: check38,
  remedy: { rotate: "Make another account and move what it holds, or replace the signer of the account." },
  reference: "https://github.com/stellar/stellar-protocol/blob/master/ecosystem/sep-0023.md",
  examples: (make) => {
    const seed = encodeBase32(withCrc16(joined(Uint8Array.of(VERSION2), make.bytes(32))));
    return { positive: [seed], negative: [seed.slice(0, -1), `G${seed.slice(1)}`] };
  }
};

// packages/checks/src/secrets/rules/supabase-service-role-key.ts
function check39({ value }) {
  const claims = readJwt(value)?.claims;
  const read3 = claims?.role === "service_role" ? `role \`service_role\` of project ${String(claims.ref)}, until ${instantOf(claims.exp) ?? "never"}` : void 0;
  return judgedForm(read3, "does not decode to a token of a service role");
}
var supabaseServiceRoleKey = {
  id: "supabase-service-role-key",
  title: "Supabase service role key",
  description: "The service role key reads and writes every row of the database, whatever its policies say.",
  severity: "critical",
  prefixes: ["eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJzdXBhYmFzZSIsInJlZiI6I"],
  // The role stands in a place that the base 64 of it can be read at.
  shape: /eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9\.eyJpc3MiOiJzdXBhYmFzZSIsInJlZiI6I[A-Za-z0-9_-]{39}InNlcnZpY2Vfcm9sZSIs[A-Za-z0-9_-]{10,100}\.[A-Za-z0-9_-]{43}/y,
  check: check39,
  remedy: {
    rotate: "Replace it by a secret key under Settings, API Keys, then disable the legacy keys or change the JWT secret."
  },
  reference: "https://supabase.com/docs/guides/api/api-keys",
  examples: (make) => {
    const token = (role) => writeJwt({ iss: "supabase", ref: make.chars("a-z", 20), role, iat: 17e8, exp: 2015576e3 }, make.bytes(32));
    return { positive: [token("service_role")], negative: [token("anon")] };
  }
};

// packages/checks/src/secrets/rules/zuplo-api-key.ts
function check40({ value }) {
  return judgedSum(hex32(crc32(value.slice(5, 37))) === value.slice(-8), "the CRC-32 in its last eight characters");
}
var zuploApiKey = {
  id: "zuplo-api-key",
  title: "Zuplo API key",
  description: "A key of a gateway of Zuplo calls the interfaces behind it as one consumer.",
  severity: "high",
  prefixes: ["zpka_"],
  shape: /zpka_[A-Za-z0-9]{32}_[0-9a-f]{8}/y,
  check: check40,
  remedy: { rotate: "Roll the key of that consumer under Services, API Key Service of the Zuplo portal." },
  reference: "https://zuplo.com/docs/articles/api-key-leak-detection",
  examples: (make) => {
    const random = make.chars("a-z0-9", 32);
    return { positive: [`zpka_${random}_${hex32(crc32(random))}`], negative: [`zpka_${random}`] };
  }
};

// packages/checks/src/secrets/logic-rules.ts
var LOGIC_RULES = [
  githubToken,
  githubInstallationToken,
  githubFineGrainedToken,
  npmAccessToken,
  gitlabRoutableToken,
  gitlabLegacyToken,
  atlassianApiToken,
  bitbucketAppPassword,
  atlassianDataCenterToken,
  grafanaServiceAccountToken,
  grafanaCloudToken,
  grafanaLegacyApiKey,
  cloudflareToken,
  confluentApiSecret,
  zuploApiKey,
  azureIdentifiableKey,
  azureAnnotatedKey,
  azureStorageAccountKey,
  azureDevopsLegacyToken,
  entraClientSecret,
  awsAccessKey,
  awsSecretAccessKey,
  awsBedrockApiKey,
  awsSessionToken,
  pypiToken,
  flyToken,
  jfrogReferenceToken,
  jfrogApiKey,
  sentryOrganizationToken,
  onepasswordServiceAccountToken,
  discordBotToken,
  mapboxToken,
  supabaseServiceRoleKey,
  kubernetesServiceAccountToken,
  jsonWebToken,
  ageSecretKey,
  natsSeed,
  stellarSecretSeed,
  bitcoinPrivateKey,
  bitcoinExtendedKey,
  gcpServiceAccountKey,
  privateKey,
  encryptedPrivateKey,
  opensshPrivateKey,
  puttyPrivateKey,
  pgpPrivateKey,
  jwkPrivateKey
];

// packages/checks/src/secrets/url-credentials.ts
var NOWHERE = /^(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1\]|::1|host\.docker\.internal|(?:[\w-]{1,63}\.){0,8}(?:example|test|invalid|local|localhost)|(?:[\w-]{1,63}\.){0,8}example\.[a-z.]{2,12}|host|hostname|server|domain|your[\w.-]{0,60}|my-?host[\w.-]{0,60})$/i;
var TEMPLATE = /[${}<>[\]`]|%[a-z(]|^%|^:|^\.{2,3}$|…|^\*+$|^[xX]+$|^_+$|^#|\\/;
var WORDS = /^(?:(?:my|your|the|some|a|user|db|database|test|secret|super|default|redis|mongo|postgres|mysql|rabbit|proxy|root|admin|git|access|api|app|new|old|db_?user|auth)?[-_ ]?(?:password|passwd|passw0rd|passphrase|pass|pwd|pw|secret|token|key|apikey|credentials?|user|username|guest|root|admin|postgres|postgresql|mysql|redis|mongo|mongodb|rabbitmq|sa|test|testing|tester|example|changeme|change-?me|change_me|foo|bar|baz|foobar|hunter2|letmein|qwerty|abc|abc123|foo123|redacted|placeholder|dummy|fake|mock|sample|none|null|undefined|hidden|masked|value|here|string|p4ssw0rd|p@ssw0rd)[-_]?\d{0,6})$/i;
var URL_CREDENTIALS = {
  id: "url-credentials",
  title: "password in an address",
  description: "Whoever reads this address can sign in where it leads.",
  severity: "high",
  tier: "contextual",
  prefixes: ["://"],
  shape: /:\/\/[^\s:/?#@"'`<>|\\]{0,128}:(?<secret>[^\s/@"'`|]{1,256})@(?=[\w[$%{<])/y,
  check: judge,
  remedy: { rotate: "Change the password where the address leads, and hand it to the job at run time instead." },
  examples
};
function judge({ value, before, after }) {
  const host = /^@([\w.-]{1,253}|\[[0-9A-Fa-f:]{2,45}\])/.exec(after)?.[1];
  const user = /:\/\/([^:/]{0,128}):$/.exec(before)?.[1] ?? "";
  if (host === void 0 || NOWHERE.test(host) || TEMPLATE.test(value) || WORDS.test(value)) return { evidence: "none" };
  if (user.toLowerCase() === value.toLowerCase()) return { evidence: "none" };
  return { evidence: "shape", why: `the address of \`${host}\` carries a password` };
}
function examples(make) {
  const user = make.chars("a-z", 6);
  const password = make.chars("A-Za-z0-9", 14);
  const host = `db.${make.chars("a-z", 8)}.net`;
  return {
    positive: [
      ["postgres:/", `/${user}:${password}@${host}:5432/shop`].join(""),
      ["https:/", `/${user}:${password}@${host}/feed.git`].join(""),
      ["amqps:/", `/:${password}@${host}`].join("")
    ],
    negative: [
      ["postgres:/", `/${user}:${password}@localhost:5432/shop`].join(""),
      ["postgres:/", `/${user}:\${DB_PASSWORD}@${host}/shop`].join(""),
      ["redis:/", `/%s:%s@${host}`].join(""),
      ["https:/", `/${user}:<pass>@${host}`].join(""),
      ["https:/", `/${user}:password@${host}`].join(""),
      ["https:/", `/${user}:${password}@example.com`].join(""),
      ["ssh:/", `/git@${host}:22/x`].join(""),
      ["https:/", `/${host}:8080/${user}@${host}`].join("")
    ]
  };
}

// packages/checks/src/secrets/catalogue.ts
var RULES2 = [...LOGIC_RULES, ...SHAPE_RULES, URL_CREDENTIALS];
var byId = new Map(RULES2.map((rule) => [rule.id, rule]));
function ruleById(id) {
  return byId.get(id);
}
var WITHOUT_RUN = /* @__PURE__ */ new Set([
  // A name with the value at some distance.
  ...["aws-secret-access-key", "jwk-private-key", "azure-service-bus-connection", "azure-api-management-git-key"],
  // So short that chance may leave the digits out.
  ...[
    "aws-access-key",
    "alibaba-access-key-id",
    "alibaba-sts-key-id",
    "canva-client-id",
    "convertapi-secret",
    "dotdigital-api-user"
  ],
  ...[
    "google-oauth-access-token",
    "imagekit-private-key",
    "lark-app-id",
    "lichess-token",
    "midtrans-client-key",
    "midtrans-server-key"
  ],
  ...[
    "razorpay-live-key-id",
    "razorpay-test-key-id",
    "salad-cloud-key",
    "settlemint-application-token",
    "settlemint-personal-token"
  ],
  ...["settlemint-service-token", "stripe-live-key", "stripe-live-restricted-key", "stripe-test-key"],
  ...["onfido-live-token", "onfido-live-us-token", "onfido-live-ca-token"],
  // Cut into short pieces by signs that no token has.
  ...["astra-token", "cisco-type-8-hash", "close-key", "devcycle-client-key", "devcycle-mobile-key", "devcycle-server-key"],
  ...[
    "endor-labs-key",
    "fullstory-key",
    "kerberos-asrep-hash",
    "md5-crypt-hash",
    "planetscale-oauth-token",
    "planetscale-password"
  ],
  ...["planetscale-service-token", "slack-session-cookie"]
]);
var SHORT_PREFIXES = [
  ...new Set(RULES2.filter(({ id }) => WITHOUT_RUN.has(id)).flatMap(({ prefixes }) => prefixes))
];

// packages/checks/src/secrets/fingerprint.ts
var SALT = "leasehold:secret:1";
var DIGITS5 = 32;
function fingerprint(family, value) {
  return toHex(sha256(toBytes([SALT, family, value].join("\0")))).slice(0, DIGITS5);
}
function toHex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// packages/checks/src/secrets/preview.ts
var FIRST = 4;
var LAST = 2;
function preview(value) {
  const shown = Math.min(FIRST + LAST, Math.floor(value.length / 4));
  const last2 = Math.min(LAST, Math.floor(shown / 3));
  const first = shown - last2;
  return `${printable(value.slice(0, first))}…${printable(value.slice(value.length - last2))}`;
}
function printable(text2) {
  return text2.replaceAll(/[^\x21-\x7e]/g, "?");
}

// packages/checks/src/secrets/finding.ts
function toFinding(raw, lines, path2, failOn) {
  const { rule, tier, severity } = raw;
  const from2 = lines.at(raw.start);
  const to = lines.at(Math.max(raw.start, raw.end - 1));
  return {
    ruleId: rule.id,
    title: rule.title,
    tier,
    severity,
    fails: raw.allowed === void 0 && atLeast(tier, failOn),
    at: { path: path2, line: from2.line, column: from2.column, endLine: to.line, endColumn: to.column },
    fingerprint: fingerprint(rule.id, raw.value),
    preview: preview(raw.value),
    why: raw.allowed === void 0 ? raw.why : [...raw.why, raw.allowed],
    remedy: rule.remedy
  };
}

// packages/checks/src/secrets/binary.ts
var LOOKED_AT = 8e3;
function isBinary(bytes) {
  return bytes.subarray(0, LOOKED_AT).includes(0);
}
function printableRun(bytes, from2, to, start, end) {
  let first = start;
  while (first > from2 && isPrintable(bytes[first - 1])) first--;
  let last2 = end;
  while (last2 < to && isPrintable(bytes[last2])) last2++;
  return [first, last2];
}
function isPrintable(byte) {
  return byte !== void 0 && (byte >= 32 && byte < 127 || byte === 9 || byte === 10 || byte === 13);
}

// packages/checks/src/secrets/utf16.ts
var LOOKED_AT2 = 512;
var LEAST = 8;
var FOREIGN = 255;
function narrowUtf16(bytes) {
  const [first, second] = [bytes[0], bytes[1]];
  if (first === 255 && second === 254) return narrow(bytes, 2, 0);
  if (first === 254 && second === 255) return narrow(bytes, 2, 1);
  if (!hasNul(bytes)) return void 0;
  if (looksLike(bytes, 0)) return narrow(bytes, 0, 0);
  return looksLike(bytes, 1) ? narrow(bytes, 0, 1) : void 0;
}
function hasNul(bytes) {
  const until = Math.min(64, bytes.length);
  for (let at = 0; at < until; at++) if (bytes[at] === 0) return true;
  return false;
}
function looksLike(bytes, low) {
  const units = Math.min(LOOKED_AT2, bytes.length) >> 1;
  if (units < LEAST) return false;
  let plain2 = 0;
  for (let unit = 0; unit < units; unit++) {
    if (isPrintable(bytes[2 * unit + low]) && bytes[2 * unit + 1 - low] === 0) plain2++;
  }
  return plain2 >= units * 0.9;
}
function narrow(bytes, skip, low) {
  const narrowed = new Uint8Array(bytes.length - skip >> 1);
  for (let unit = 0; unit < narrowed.length; unit++) {
    const at = skip + 2 * unit;
    narrowed[unit] = bytes[at + 1 - low] === 0 ? bytes[at + low] : FOREIGN;
  }
  return { bytes: narrowed, origin: (offset) => skip + 2 * offset };
}

// packages/checks/src/secrets/position.ts
var NEWLINE = 10;
function linesOf(bytes) {
  let starts;
  return {
    at(offset) {
      starts ??= lineStarts(bytes);
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = low + high + 1 >> 1;
        if (starts[middle] <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: Math.max(0, offset - starts[low]) + 1 };
    }
  };
}
function lineStarts(bytes) {
  const narrowed = narrowUtf16(bytes);
  const text2 = narrowed?.bytes ?? bytes;
  const origin = narrowed?.origin ?? ((offset) => offset);
  const starts = [origin(hasUtf8Mark(text2) ? 3 : 0)];
  for (let at = text2.indexOf(NEWLINE); at >= 0; at = text2.indexOf(NEWLINE, at + 1)) starts.push(origin(at + 1));
  return starts;
}
function hasUtf8Mark(bytes) {
  return bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191;
}

// packages/checks/src/secrets/window.ts
var LEAST2 = 1024;
var WHOLE = 4096;
var FEW = 256;
var decoder = new TextDecoder("latin1");
function newTextWindow(bytes) {
  let until = 0;
  const window = {
    text: "",
    from: 0,
    cover(from2, to) {
      const end = Math.min(to, bytes.length);
      if (from2 >= window.from && end <= until) return;
      const whole = bytes.length <= WHOLE;
      window.from = whole ? 0 : Math.max(0, from2);
      until = whole ? bytes.length : Math.min(bytes.length, Math.max(end, window.from + LEAST2));
      window.text = decoder.decode(bytes.subarray(window.from, until));
    }
  };
  return window;
}
function latin1(bytes, from2, to) {
  const start = Math.max(0, from2);
  const end = Math.min(to, bytes.length);
  let text2 = "";
  for (let at = start; at < end; at += FEW)
    text2 += String.fromCharCode.apply(null, bytes.subarray(at, Math.min(at + FEW, end)));
  return text2;
}

// packages/checks/src/secrets/inline-allow.ts
var NEWLINE2 = 10;
var LOOKED_AT3 = 1024;
var OURS = /leasehold:allow[ \t]{1,8}([a-z0-9-]{1,64})(?:[ \t]{1,8}--[ \t]{0,8}((?:(?!leasehold:)[^\r\n]){0,200}))?/g;
var THEIRS = /\b(gitleaks:allow|trufflehog:ignore)\b/;
function allowanceOf(bytes, ruleId, start, end) {
  const lineStart = startOfLine(bytes, start);
  const before = lineStart === 0 ? "" : latin1(bytes, startOfLine(bytes, lineStart - 1), lineStart);
  const inside = latin1(bytes, lineStart, Math.min(endOfLine(bytes, start), start + LOOKED_AT3));
  const behind = latin1(bytes, end, endOfLine(bytes, end));
  return read(before, ruleId) ?? read(inside, ruleId) ?? read(behind, ruleId);
}
function read(line, ruleId) {
  let note;
  for (const [, id, words] of line.matchAll(OURS)) {
    if (id !== ruleId) continue;
    const reason = words?.replace(/[ \t]*(?:\*\/|-->|#\}|%>)?[ \t]*$/, "");
    if (reason) return { allowed: true, note: `allowed here: ${reason}` };
    note = `\`leasehold:allow ${ruleId}\` gives no reason, so it does not count`;
  }
  const theirs = THEIRS.exec(line)?.[1];
  if (theirs !== void 0) return { allowed: true, note: `allowed here by \`${theirs}\`, which names no rule and no reason` };
  return note === void 0 ? void 0 : { allowed: false, note };
}
function startOfLine(bytes, at) {
  const least = Math.max(0, at - LOOKED_AT3);
  let start = at;
  while (start > least && bytes[start - 1] !== NEWLINE2) start--;
  return start;
}
function endOfLine(bytes, at) {
  const most = Math.min(bytes.length, at + LOOKED_AT3);
  let end = at;
  while (end < most && bytes[end] !== NEWLINE2) end++;
  return end;
}

// packages/checks/src/secrets/layer.ts
var LONGEST_LAYER = 1 << 20;

// packages/checks/src/secrets/token-byte.ts
var ALNUM = 1;
var TOKEN = 2;
var LINK = 4;
var HEX = 8;
var BASE64 = 16;
var CLASS = classes();
function classes() {
  const table2 = new Uint8Array(256);
  const mark2 = (bytes, bits) => {
    for (const byte of bytes) table2[byte.charCodeAt(0)] = (table2[byte.charCodeAt(0)] ?? 0) | bits;
  };
  mark2("0123456789abcdefABCDEF", ALNUM | TOKEN | HEX | BASE64);
  mark2("ghijklmnopqrstuvwxyzGHIJKLMNOPQRSTUVWXYZ", ALNUM | TOKEN | BASE64);
  mark2("+/_-", TOKEN | BASE64);
  mark2("=", TOKEN);
  mark2(".:~$!", LINK);
  return table2;
}
function isClass(byte, bits) {
  return byte !== void 0 && (CLASS[byte] & bits) !== 0;
}
function hexDigit(byte) {
  if (byte === void 0) return -1;
  if (byte >= 48 && byte <= 57) return byte - 48;
  const letter = byte | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

// packages/checks/src/secrets/decoded.ts
var EQUALS = 61;
var SHORTEST = 24;
var HEAD = 12;
var DIGITS6 = digits();
function digits() {
  const table2 = new Uint8Array(256).fill(255);
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  for (let digit2 = 0; digit2 < alphabet.length; digit2++) table2[alphabet.charCodeAt(digit2)] = digit2;
  for (const [sign, digit2] of ["+-", "/_"].flatMap((signs, index) => [...signs].map((sign2) => [sign2, 62 + index]))) {
    table2[sign.charCodeAt(0)] = digit2;
  }
  return table2;
}
function splitRun(bytes, start, end, each) {
  let from2 = start;
  for (let at = start; at <= end; at++) {
    if (at < end && bytes[at] !== EQUALS) continue;
    const to = at;
    while (bytes[at + 1] === EQUALS && at + 1 < end) at++;
    if (to > from2) each(from2, to, Math.min(at + 1, end));
    from2 = at + 1;
  }
}
function decodePiece(bytes, start, end) {
  if (end - start < SHORTEST) return void 0;
  return decodeHex(bytes, start, end) ?? decodeBase642(bytes, start, end);
}
function decodeBase642(bytes, start, end) {
  if (!readsAsText(base64Byte, bytes, start)) return void 0;
  let until = Math.min(end, start + LONGEST_LAYER);
  for (let at = start; at < until; at++) if (!isClass(bytes[at], BASE64)) until = at;
  const decoded = new Uint8Array((until - start) * 3 >> 2);
  for (let offset = 0; offset < decoded.length; offset++) decoded[offset] = base64Byte(bytes, start, offset);
  return layer("base64", decoded, (offset) => offset >= decoded.length ? until : start + Math.floor(offset * 4 / 3));
}
function base64Byte(bytes, start, offset) {
  const at = start + Math.floor(offset / 3) * 4 + offset % 3;
  const left = DIGITS6[bytes[at]];
  const right = DIGITS6[bytes[at + 1]] ?? 255;
  if (left === 255 || right === 255) return 255;
  const shift = 2 * (offset % 3);
  return (left << 2 + shift | right >> 4 - shift) & 255;
}
function decodeHex(bytes, start, end) {
  if ((end - start) % 2 !== 0 || !readsAsText(hexByte, bytes, start)) return void 0;
  const until = Math.min(end, start + LONGEST_LAYER);
  for (let at = start; at < until; at++) if (!isClass(bytes[at], HEX)) return void 0;
  const decoded = new Uint8Array(until - start >> 1);
  for (let offset = 0; offset < decoded.length; offset++) decoded[offset] = hexByte(bytes, start, offset);
  return layer("hex", decoded, (offset) => start + 2 * offset);
}
function hexByte(bytes, start, offset) {
  const value = hexDigit(bytes[start + 2 * offset]) << 4 | hexDigit(bytes[start + 2 * offset + 1]);
  return value < 0 ? 255 : value;
}
function readsAsText(byte, bytes, start) {
  for (let offset = 0; offset < HEAD; offset++) {
    const value = byte(bytes, start, offset);
    if (!isPrintable(value) && !(value === 0 && offset % 2 === 1)) return false;
  }
  return true;
}
function layer(encoding, decoded, origin) {
  const narrowed = narrowUtf16(decoded);
  if (narrowed === void 0) return { encoding, bytes: decoded, origin };
  return { encoding, bytes: narrowed.bytes, origin: (offset) => origin(narrowed.origin(offset)) };
}

// packages/checks/src/secrets/escaped.ts
var PERCENT = 37;
var BACKSLASH = 92;
var LETTERS = /* @__PURE__ */ new Map([
  [47, 47],
  [34, 34],
  [92, 92],
  [110, 10],
  [114, 13],
  [116, 9]
]);
var LOOK_BACK = 2048;
function touchesEscape(bytes, start, end) {
  return hides(bytes, start - 1) || hides(bytes, end);
}
function hides(bytes, at) {
  const sign = bytes[at];
  if (sign === PERCENT) return hexDigit(bytes[at + 1]) >= 0 && hexDigit(bytes[at + 2]) >= 0;
  if (sign !== BACKSLASH) return false;
  const letter = bytes[at + 1];
  return letter === 117 || letter === 120 || letter === 47;
}
function unescapeAround(bytes, least, start, end) {
  const earliest = Math.max(least, start - LOOK_BACK);
  let from2 = start;
  while (from2 > earliest && joins(bytes, from2 - 1)) from2--;
  const latest = Math.min(bytes.length, end + LONGEST_LAYER);
  let until = end;
  while (until < latest && joins(bytes, until)) until++;
  const decoded = new Uint8Array(until - from2);
  const origins = [];
  let length = 0;
  let encoding;
  for (let at = from2; at < until; length++) {
    origins.push(at);
    const found = escapeAt(bytes, at, until);
    decoded[length] = found?.value ?? bytes[at];
    at += found?.length ?? 1;
    if (found !== void 0) encoding = found.length === 3 ? "percent-encoding" : encoding ?? "escapes";
  }
  if (encoding === void 0) return void 0;
  return { encoding, bytes: decoded.subarray(0, length), origin: (offset) => origins[offset] ?? until, end: until };
}
function joins(bytes, at) {
  const byte = bytes[at];
  if (byte === 34 || byte === 39) return bytes[at - 1] === BACKSLASH;
  return byte > 32 && byte !== 96 && byte < 127;
}
function escapeAt(bytes, at, until) {
  const sign = bytes[at];
  if (sign === PERCENT) return hexEscape(bytes, at, 1, 2, until);
  if (sign !== BACKSLASH || at + 1 >= until) return void 0;
  const letter = bytes[at + 1];
  if (letter === 117) return hexEscape(bytes, at, 2, 4, until);
  if (letter === 120) return hexEscape(bytes, at, 2, 2, until);
  const value = LETTERS.get(letter);
  return value === void 0 ? void 0 : { value, length: 2 };
}
function hexEscape(bytes, at, skip, digits2, until) {
  if (at + skip + digits2 > until) return void 0;
  let value = 0;
  for (let index = 0; index < digits2; index++) {
    const digit2 = hexDigit(bytes[at + skip + index]);
    if (digit2 < 0) return void 0;
    value = value * 16 + digit2;
  }
  return { value: Math.min(value, 255), length: skip + digits2 };
}

// packages/checks/src/secrets/public-values.ts
var KNOWN = /* @__PURE__ */ new Map([
  ["0011cc25eb432071", "the key of the Azure storage emulator"],
  ["aa6547439583c3a2", "the key of the Azure Cosmos DB emulator"],
  ["2cafc0970149a84f", "the test key of the Stripe documentation"],
  ["f2d6ca16515033e5", "the test key of the Stripe documentation"],
  ["bcfb4d05983f8f01", "the test key of the Stripe documentation"],
  ["051d093c4bdedbf2", "signed like the token on the front page of jwt.io"],
  ["1a5d44a2dca19669", "the access key id of the AWS documentation"],
  ["c6ea27c534f993d3", "the access key id of the AWS documentation"],
  ["78314b11be2e5815", "the secret access key of the AWS documentation"]
]);
var EXAMPLE = /example|sample|dummy|placeholder|changeme|redacted|foobar|x{5}|\*{3}|your[-_]?(?:key|token|secret|api|app|pass)/i;
var ROWS = ["0123456789", "1234567890", "abcdefghij", "9876543210", "qwertyuiop"];
var LONG_ENOUGH = 12;
var FEW_SIGNS = 3;
function publicReason(value, skip) {
  const last2 = Math.max(value.lastIndexOf("."), value.search(/=[^=]/)) + 1;
  const known = KNOWN.get(nameOf(value)) ?? (last2 > 0 ? KNOWN.get(nameOf(value.slice(last2))) : void 0);
  if (known !== void 0) return { known: true, why: `it is ${known}` };
  const why = fillerReason(value.slice(skip));
  return why === void 0 ? void 0 : { known: false, why };
}
function nameOf(value) {
  return toHex(sha256(toBytes(value))).slice(0, 16);
}
function fillerReason(rest) {
  if (EXAMPLE.test(rest)) return "it says of itself that it is an example";
  const folded = rest.toLowerCase();
  const signs = new Set(folded.replaceAll(/[^a-z0-9]/g, ""));
  if (rest.length >= LONG_ENOUGH && signs.size <= FEW_SIGNS) return "it repeats a few signs";
  return ROWS.some((row2) => folded.includes(row2)) ? "it is a row of the keyboard or the alphabet" : void 0;
}

// packages/checks/src/secrets/judge.ts
var NEAR = 200;
function newJudge(bytes, path2) {
  let binary;
  let folded;
  const foldedPath = () => {
    folded ??= path2.toLowerCase();
    return folded;
  };
  return ({ rule, prefix, start, end }) => {
    binary ??= isBinary(bytes);
    let [from2, to] = [Math.max(0, start - NEAR), Math.min(bytes.length, end + NEAR)];
    if (binary) [from2, to] = printableRun(bytes, from2, to, start, end);
    const candidate = {
      value: latin1(bytes, start, end),
      before: latin1(bytes, from2, start),
      after: latin1(bytes, end, to)
    };
    const word = rule.near === void 0 ? void 0 : wordNear(rule.near, candidate, foldedPath());
    if (rule.near !== void 0 && word === void 0) return void 0;
    const verdict = verdictOf(rule, candidate, prefix);
    if (verdict.evidence === "none") return void 0;
    const shaped = `has the shape of a ${rule.title}`;
    const reason = verdict.why ?? (prefix === "" ? `it ${shaped}` : `it begins with \`${prefix}\` and ${shaped}`);
    return {
      rule,
      start,
      end,
      value: candidate.value,
      ...weight(rule, verdict),
      why: word === void 0 ? [reason] : [reason, `\`${word}\` stands near it`]
    };
  };
}
function wordNear(words, { before, value, after }, path2) {
  const text2 = `${path2}
${before}${value}${after}`.toLowerCase();
  return words.find((word) => text2.includes(word));
}
function verdictOf(rule, candidate, prefix) {
  const known = publicReason(candidate.value, prefix.length);
  let verdict;
  try {
    verdict = rule.check?.(candidate) ?? { evidence: "shape" };
  } catch {
    verdict = { evidence: "shape", why: "its inside could not be read" };
  }
  if (known === void 0 || verdict.evidence === "public" || verdict.evidence === "none") return verdict;
  return verdict.evidence === "proven" && !known.known ? verdict : { evidence: "public", why: known.why };
}
function weight(rule, verdict) {
  if (verdict.evidence === "proven") return { tier: "proven", severity: rule.severity };
  if (verdict.evidence === "shape") return { tier: rule.tier ?? "prefixed", severity: rule.severity };
  return { tier: "heuristic", severity: verdict.evidence === "public" ? "info" : rule.severity };
}

// packages/checks/src/secrets/overlap.ts
function withoutOverlaps(findings) {
  if (findings.length < 2) return findings;
  const order = findings.map((finding, index) => ({ finding, index, rank: TIERS.indexOf(finding.tier) }));
  order.sort(
    (a, b) => a.rank - b.rank || b.finding.end - b.finding.start - (a.finding.end - a.finding.start) || a.index - b.index
  );
  const kept = [];
  for (const { finding } of order) {
    const place = placeOf(kept, finding.start);
    const before = kept[place - 1];
    const behind = kept[place];
    if (before !== void 0 && before.end > finding.start) continue;
    if (behind !== void 0 && behind.start < finding.end) continue;
    kept.splice(place, 0, finding);
  }
  return kept;
}
function placeOf(kept, start) {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (kept[middle].start <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

// packages/checks/src/secrets/pair.ts
var PAIRS = [
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html
  {
    ruleId: "aws-access-key",
    severity: "critical",
    idName: "access key id",
    secretName: "secret access key",
    length: 40
  }
];
var LINES = 20;
var BYTES = 8192;
var LEAST_BITS = 4.2;
var NEWLINE3 = 10;
var PLUS = 43;
var SLASH = 47;
function withPairs(bytes, findings) {
  return PAIRS.reduce((joined2, pair) => withPair(bytes, joined2, pair), findings);
}
function withPair(bytes, findings, pair) {
  const ids = findings.filter((finding) => finding.rule.id === pair.ruleId);
  const joined2 = /* @__PURE__ */ new Map();
  for (let index = 0; index < ids.length; ) {
    let behind = index + 1;
    while (behind < ids.length && ids[behind].start - ids[behind - 1].end < 2 * BYTES) behind++;
    const group = ids.slice(index, behind);
    const area = survey(bytes, group[0].start - BYTES, group.at(-1).end + BYTES, pair);
    for (const id of group) joined2.set(id, join(bytes, id, nearest(id, area), pair));
    index = behind;
  }
  return joined2.size === 0 ? findings : findings.map((finding) => joined2.get(finding) ?? finding);
}
function survey(bytes, from2, to, pair) {
  const newlines = [];
  const secrets = [];
  const until = Math.min(bytes.length, to);
  let run = Math.max(0, from2);
  for (let at = run; at <= until; at++) {
    const byte = at < until ? bytes[at] : NEWLINE3;
    if (isClass(byte, ALNUM) || byte === PLUS || byte === SLASH) continue;
    if (at - run === pair.length && looksSecret(latin1(bytes, run, at))) secrets.push(run);
    if (byte === NEWLINE3) newlines.push(at);
    run = at + 1;
  }
  return { newlines, secrets };
}
function looksSecret(value) {
  if (!/[a-z]/.test(value) || !/[A-Z]/.test(value) || !/[0-9]/.test(value)) return false;
  const counts = /* @__PURE__ */ new Map();
  for (const sign of value) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  let bits = 0;
  for (const count2 of counts.values()) bits -= count2 / value.length * Math.log2(count2 / value.length);
  return bits >= LEAST_BITS;
}
function nearest({ start }, { newlines, secrets }) {
  const line = countBelow(newlines, start);
  const place = countBelow(secrets, start);
  let best;
  let least = LINES + 1;
  for (const secret of [secrets[place], secrets[place - 1]]) {
    if (secret === void 0 || Math.abs(secret - start) > BYTES) continue;
    const distance = Math.abs(countBelow(newlines, secret) - line);
    if (distance < least) [best, least] = [secret, distance];
  }
  return best;
}
function countBelow(numbers, limit) {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (numbers[middle] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
function join(bytes, id, start, pair) {
  if (start === void 0) {
    const why2 = `without its ${pair.secretName} it opens nothing, and that is not near`;
    return { ...id, tier: "heuristic", severity: "info", why: [...id.why, why2] };
  }
  const end = start + pair.length;
  const secret = latin1(bytes, start, end);
  const known = publicReason(secret, 0);
  const pairing = { rule: id.rule, start, end, value: `${id.value}:${secret}` };
  if (known !== void 0) return { ...pairing, tier: "heuristic", severity: "info", why: [known.why] };
  const why = `the ${pair.idName} on the lines around it and what looks like its ${pair.secretName} belong together`;
  return { ...pairing, tier: "paired", severity: pair.severity, why: [why, ...id.why] };
}

// packages/checks/src/secrets/extent.ts
function extentOf(pattern) {
  return alternatives({ source: pattern.source, at: 0 });
}
var NOTHING = { least: 0, most: 0 };
var ONE = { least: 1, most: 1 };
function alternatives(reader) {
  let whole;
  let part = NOTHING;
  while (reader.at < reader.source.length) {
    const char = reader.source[reader.at];
    if (char === ")") break;
    if (char === "|") {
      reader.at++;
      whole = either(whole, part);
      part = NOTHING;
      continue;
    }
    const atom = atomExtent(reader, char);
    const times = timesOf(reader);
    part = { least: part.least + atom.least * times.least, most: part.most + atom.most * times.most };
  }
  return either(whole, part);
}
function either(one, other) {
  return one === void 0 ? other : { least: Math.min(one.least, other.least), most: Math.max(one.most, other.most) };
}
function atomExtent(reader, char) {
  const { source: source2 } = reader;
  if (char === "(") {
    const opening = /\((?:\?(?:[:=!]|<[=!]|<\w+>))?/y;
    opening.lastIndex = reader.at;
    const head2 = opening.exec(source2)?.[0] ?? "(";
    reader.at += head2.length;
    const inner = alternatives(reader);
    reader.at++;
    if (head2 === "(?<=" || head2 === "(?<!") return NOTHING;
    return head2 === "(?=" || head2 === "(?!" ? { least: 0, most: inner.most } : inner;
  }
  if (char === "[") {
    reader.at++;
    while (reader.at < source2.length && source2[reader.at] !== "]") reader.at += source2[reader.at] === "\\" ? 2 : 1;
    reader.at++;
    return ONE;
  }
  if (char === "\\") return escapeExtent(reader);
  reader.at++;
  return char === "^" || char === "$" ? NOTHING : ONE;
}
function escapeExtent(reader) {
  const letter = reader.source[reader.at + 1];
  if (letter === "k" || letter >= "1" && letter <= "9") throw unbounded(reader, "refers back to itself");
  reader.at += letter === "x" ? 4 : letter === "u" ? 6 : 2;
  return letter === "b" || letter === "B" ? NOTHING : ONE;
}
function timesOf(reader) {
  const char = reader.source[reader.at];
  if (char === "*" || char === "+") throw unbounded(reader, `has \`${char}\` without a bound`);
  let times = ONE;
  if (char === "?") {
    reader.at++;
    times = { least: 0, most: 1 };
  } else {
    const counts = /\{(\d+)(?:(,)(\d*))?\}/y;
    counts.lastIndex = reader.at;
    const found = counts.exec(reader.source);
    if (found === null) return ONE;
    if (found[2] !== void 0 && found[3] === "") throw unbounded(reader, `has \`${found[0]}\` without an upper bound`);
    times = { least: Number(found[1]), most: Number(found[3] ?? found[1]) };
    reader.at += found[0].length;
  }
  if (reader.source[reader.at] === "?") reader.at++;
  return times;
}
function unbounded(reader, what) {
  return new InternalError(`the shape \`${reader.source}\` ${what}`, { code: "ERR_RULE_UNBOUNDED" });
}

// packages/checks/src/secrets/resolver.ts
var CROSSES = /\\[snrtSDW]| |\[\^/;
var ESCAPE = 6;
var BACKSLASH2 = 92;
var PERCENT2 = 37;
function armRules(rules) {
  return rules.map((rule) => {
    let extent;
    let crosses;
    return {
      rule,
      extent() {
        extent ??= extentOf(rule.shape);
        return extent;
      },
      crosses() {
        crosses ??= CROSSES.test(rule.shape.source);
        return crosses;
      },
      spent: 0,
      scan: 0
    };
  });
}
function newPrefixIndex(rules, wanted) {
  const heads = new Uint16Array(65536);
  const buckets = [[]];
  const leads = /* @__PURE__ */ new Set();
  for (const [prefix, sharing] of rulesByPrefix(rules, wanted)) {
    const entry = { prefix, word: isClass(prefix.charCodeAt(0), ALNUM), rules: sharing };
    for (const head2 of headsOf(prefix)) {
      if (heads[head2] === 0) heads[head2] = buckets.push([]) - 1;
      buckets[heads[head2]]?.push(entry);
    }
    const lead = leadOf(prefix);
    if (lead > 0) leads.add(lead);
  }
  for (const bucket of buckets) bucket.sort((a, b) => b.prefix.length - a.prefix.length);
  const thirds = thirdsOf(buckets);
  return {
    heads,
    thirds,
    buckets,
    leads: [...leads],
    bare: rules.filter(({ rule }) => wanted("") && rule.prefixes.includes(""))
  };
}
function rulesByPrefix(rules, wanted) {
  const byPrefix = /* @__PURE__ */ new Map();
  for (const armed of rules) {
    for (const prefix of new Set(armed.rule.prefixes)) {
      if (prefix === "") continue;
      if (!/^[\0-\xff]+$/.test(prefix)) {
        throw new InternalError(`rule \`${armed.rule.id}\` has a prefix that cannot be looked for`, { code: "ERR_RULE_PREFIX" });
      }
      if (!wanted(prefix)) continue;
      const sharing = byPrefix.get(prefix);
      if (sharing === void 0) byPrefix.set(prefix, [armed]);
      else sharing.push(armed);
    }
  }
  return byPrefix;
}
function thirdsOf(buckets) {
  const thirds = new Uint8Array(buckets.length << 8);
  buckets.forEach((entries, bucket) => {
    for (const { prefix } of entries) {
      if (prefix.length < 3) thirds.fill(1, bucket << 8, bucket + 1 << 8);
      else thirds[bucket << 8 | prefix.charCodeAt(2)] = 1;
    }
  });
  return thirds;
}
function nextHead(bytes, at, until, { heads, thirds }) {
  let inside = at === 0 ? 0 : CLASS[bytes[at - 1]] & ALNUM;
  let free = freeUntil(bytes, at);
  let first = bytes[at];
  for (let place = at; place < until; place++) {
    const kind = CLASS[first] & ALNUM;
    const second = bytes[place + 1];
    if ((inside & kind) === 0 || place < free) {
      const bucket = heads[first << 8 | second];
      if (bucket !== 0 && thirds[bucket << 8 | bytes[place + 2]] !== 0) return place;
      if (first === BACKSLASH2 || first === PERCENT2) free = place + 1 + ESCAPE;
    }
    inside = kind;
    first = second;
  }
  return -1;
}
function freeUntil(bytes, at) {
  for (let back = 1; back <= ESCAPE; back++) {
    const byte = bytes[at - back];
    if (byte === BACKSLASH2 || byte === PERCENT2) return at - back + 1 + ESCAPE;
    if (!isClass(byte, ALNUM)) break;
  }
  return at;
}
function headsOf(prefix) {
  const first = prefix.charCodeAt(0) << 8;
  if (prefix.length > 1) return [first | prefix.charCodeAt(1)];
  return Array.from({ length: 256 }, (_, second) => first | second).filter((head2) => isClass(head2 & 255, TOKEN | LINK));
}
function standsAt(bytes, at, prefix) {
  for (let index = 2; index < prefix.length; index++) if (bytes[at + index] !== prefix.charCodeAt(index)) return false;
  return true;
}
function leadOf(prefix) {
  for (let length = prefix.length; length > 0; length--) {
    if (!isClass(prefix.charCodeAt(length - 1), TOKEN | LINK)) return length;
  }
  return 0;
}

// packages/checks/src/secrets/boundary.ts
var BACKSLASH3 = 92;
var PERCENT3 = 37;
var UNDERSCORE = 95;
var DASH = 45;
var PLUS2 = 43;
var SLASH2 = 47;
var X = 120;
var U = 117;
var ESCAPES = new Set(Array.from("nrtbfv0", (letter) => letter.charCodeAt(0)));
var ENCODED2 = 16;
function startsValue(bytes, at) {
  const previous = bytes[at - 1];
  if (!isClass(previous, ALNUM)) return true;
  if (ESCAPES.has(previous) && bytes[at - 2] === BACKSLASH3) return true;
  if (!isClass(previous, HEX) || !isClass(bytes[at - 2], HEX)) return false;
  if (bytes[at - 3] === PERCENT3) return true;
  if (bytes[at - 3] === X && bytes[at - 4] === BACKSLASH3) return true;
  return isClass(bytes[at - 3], HEX) && isClass(bytes[at - 4], HEX) && bytes[at - 5] === U && bytes[at - 6] === BACKSLASH3;
}
function endsValue(bytes, start, end) {
  const next = bytes[end];
  if (next === UNDERSCORE || isClass(next, ALNUM)) return false;
  if (next === DASH) return !isClass(bytes[end + 1], ALNUM);
  if (next === PLUS2 || next === SLASH2) return !(isAlphanumeric(bytes, start, end) && looksEncoded(bytes, end + 1));
  return true;
}
function isAlphanumeric(bytes, start, end) {
  for (let at = start; at < end; at++) if (!isClass(bytes[at], ALNUM)) return false;
  return true;
}
function looksEncoded(bytes, from2) {
  let kinds = 0;
  let at = from2;
  for (; at < from2 + 2 * ENCODED2 && isClass(bytes[at], BASE64); at++) {
    const byte = bytes[at];
    if (byte >= 48 && byte <= 57) kinds |= 1;
    else if (byte >= 65 && byte <= 90) kinds |= 2;
    else if (byte >= 97 && byte <= 122) kinds |= 4;
  }
  return at - from2 >= ENCODED2 && kinds === 7;
}

// packages/checks/src/secrets/budget.ts
var STEPS_A_BYTE = 64;
var STEPS_AT_ONCE = 1 << 20;
var SHORT = 64;
function mayTry(armed, at, scan) {
  if (armed.scan !== scan) {
    armed.scan = scan;
    armed.spent = 0;
  }
  return armed.spent <= STEPS_AT_ONCE + STEPS_A_BYTE * at;
}
function bookFailure(armed, bytes, at) {
  const { most } = armed.extent();
  armed.spent += most <= SHORT || armed.crosses() ? most : stretch(bytes, at, most);
}
function stretch(bytes, at, most) {
  const until = Math.min(at + most, bytes.length);
  let end = at;
  while (end < until) {
    const byte = bytes[end];
    if (byte <= 32 || byte === 34 || byte === 39 || byte === 96) break;
    end++;
  }
  return end - at;
}

// packages/checks/src/secrets/sweep.ts
var LOOK_BACK2 = 96;
var BEFORE = 8;
var scans = 0;
function newSweep(bytes, index, found) {
  const { heads, buckets, leads, bare } = index;
  const scan = ++scans;
  const window = newTextWindow(bytes);
  let swept = 0;
  let led = -1;
  function over(from2, to) {
    const until = Math.min(to, bytes.length - 1);
    const start = Math.max(from2, swept);
    if (start >= until) return;
    for (let at = nextHead(bytes, start, until, index); at >= 0; at = nextHead(bytes, at + 1, until, index)) resolve2(at);
    swept = until;
  }
  function joined2(from2, to) {
    const least = Math.max(swept, from2 - LOOK_BACK2, 0);
    let start = from2;
    while (start > least && isClass(bytes[start - 1], TOKEN | LINK)) start--;
    for (const lead of leads) {
      const at = from2 - lead;
      if (at <= led || at < swept || at >= start) continue;
      led = at;
      resolve2(at);
    }
    over(start, to);
  }
  function whole(from2, to) {
    for (const armed of bare) {
      const { least, most } = armed.extent();
      if (to - from2 >= least && to - from2 <= most) attempt(armed, "", from2);
    }
  }
  function resolve2(at) {
    const bucket = heads[bytes[at] << 8 | bytes[at + 1]];
    for (const { prefix, word, rules } of buckets[bucket]) {
      if (!standsAt(bytes, at, prefix)) continue;
      if (word && !startsValue(bytes, at)) continue;
      for (const armed of rules) attempt(armed, prefix, at);
    }
  }
  function attempt(armed, prefix, at) {
    if (!mayTry(armed, at, scan)) return;
    window.cover(at - BEFORE, at + armed.extent().most + 1);
    const { rule } = armed;
    const { shape } = rule;
    shape.lastIndex = at - window.from;
    const matched = shape.exec(window.text);
    if (matched === null) {
      bookFailure(armed, bytes, at);
      return;
    }
    const secret = matched.groups?.secret;
    const offset = secret === void 0 ? 0 : matched[0].lastIndexOf(secret);
    const start = at + offset;
    const end = start + (secret ?? matched[0]).length;
    if (endsValue(bytes, start, end)) found({ rule, prefix, start, end });
    else bookFailure(armed, bytes, at);
  }
  return { over, joined: joined2, whole };
}

// packages/checks/src/secrets/layer-scan.ts
var DEPTH = 2;
var MOST_FINDINGS = 1e4;
var RUN = 16;
var AUTHORITY = "://";
function newLayerScan(rules) {
  const armed = armRules(rules);
  const words = newPrefixIndex(armed, (prefix) => !prefix.startsWith(AUTHORITY));
  const addresses = newPrefixIndex(armed, (prefix) => prefix.startsWith(AUTHORITY));
  function scan(bytes, path2, depth, spots) {
    const findings = [];
    const judge3 = newJudge(bytes, path2);
    let unlisted = 0;
    const note = (finding) => {
      if (finding === void 0) return;
      if (findings.length < MOST_FINDINGS) findings.push(finding);
      else unlisted++;
    };
    const wordSweep = newSweep(bytes, words, (match) => note(judge3(match)));
    const addressSweep = newSweep(bytes, addresses, (match) => note(judge3(match)));
    const layers = [];
    let unescaped = 0;
    const piece = (from2, to, padded) => {
      wordSweep.whole(from2, padded);
      const layer2 = depth === 0 ? void 0 : decodePiece(bytes, from2, to);
      if (layer2 !== void 0) layers.push(layer2);
    };
    spots(bytes, (anchor, start, end) => {
      if (anchor === "assignment") return;
      if (anchor === "userinfo") {
        addressSweep.over(start, end);
        return;
      }
      wordSweep.joined(start, end);
      if (anchor !== "run") return;
      splitRun(bytes, start, end, piece);
      if (depth === 0) return;
      if (start < unescaped || !touchesEscape(bytes, start, end)) return;
      const layer2 = unescapeAround(bytes, unescaped, start, end);
      if (layer2 === void 0) return;
      unescaped = layer2.end;
      layers.push(layer2);
    });
    const own = withPairs(bytes, findings);
    const inner = layers.flatMap(
      (layer2) => scan(layer2.bytes, path2, depth - 1, everywhere).map((finding) => outward(finding, layer2))
    );
    const kept = withoutOverlaps(inner.length === 0 ? own : [...own, ...inner]);
    return unlisted === 0 ? kept : withUnlisted(kept, unlisted);
  }
  return (bytes, path2, spots = everywhere) => scan(bytes, path2, DEPTH, spots);
}
function everywhere(bytes, each) {
  each("prefix", 0, bytes.length);
  each("userinfo", 0, bytes.length);
  let from2 = 0;
  for (let at = 0; at <= bytes.length; at++) {
    if (isClass(bytes[at], TOKEN)) continue;
    if (at - from2 >= RUN) each("run", from2, at);
    from2 = at + 1;
  }
}
function withUnlisted(findings, unlisted) {
  const last2 = findings.at(-1);
  if (last2 === void 0) return findings;
  return [...findings.slice(0, -1), { ...last2, why: [...last2.why, `${unlisted} more in this file are not listed`] }];
}
function outward(finding, { encoding, origin }) {
  return {
    ...finding,
    start: origin(finding.start),
    end: origin(finding.end),
    why: [...finding.why, `it stands there in ${encoding}`]
  };
}

// packages/checks/src/secrets/scanner.ts
function newScanner(kernel, rules = RULES2) {
  const scanLayer = newLayerScan(rules);
  function spots(bytes, each) {
    const room = kernel.room(bytes.length);
    if (room.buffer !== bytes.buffer || room.byteOffset !== bytes.byteOffset) room.set(bytes);
    kernel.scan(bytes.length, each);
  }
  return {
    scan(bytes, path2) {
      const found = noteAllowances(bytes, scanLayer(bytes, path2, spots));
      const narrowed = narrowUtf16(bytes);
      if (narrowed === void 0) return found;
      const { bytes: text2, origin } = narrowed;
      const wide = noteAllowances(text2, scanLayer(text2, path2)).map((finding) => moved(finding, origin));
      return withoutOverlaps([...found, ...wide]);
    }
  };
}
function noteAllowances(bytes, findings) {
  return findings.map((finding) => {
    const allowance = allowanceOf(bytes, finding.rule.id, finding.start, finding.end);
    if (allowance === void 0) return finding;
    return allowance.allowed ? { ...finding, allowed: allowance.note } : { ...finding, why: [...finding.why, allowance.note] };
  });
}
function moved(finding, origin) {
  return { ...finding, start: origin(finding.start), end: origin(finding.end) };
}

// packages/platforms/src/github.ts
var import_node_path3 = __toESM(require_node_path(), 1);

// packages/platforms/src/append-line.ts
var import_node_fs = __toESM(require_node_fs(), 1);
var import_node_path = __toESM(require_node_path(), 1);
function appendLine(path2, line) {
  (0, import_node_fs.mkdirSync)((0, import_node_path.dirname)(path2), { recursive: true, mode: 448 });
  (0, import_node_fs.appendFileSync)(path2, `${line}
`, { mode: 384 });
}

// packages/platforms/src/export-variable.ts
function exportVariable2(name, value, file) {
  if (file && !/[\r\n]/.test(value)) appendLine(file, `${name}=${value}`);
  else exportVariable(name, value);
}

// packages/platforms/src/id-token.ts
var TIMEOUT_MS = 1e4;
async function requestIdToken(endpoint, audience, ports) {
  return judgeIdToken(await ports.http(idTokenRequest(endpoint, audience)), ports.clock.now());
}
function idTokenRequest(endpoint, audience) {
  if (!endpoint.url || !endpoint.bearer) {
    throw new ConfigError("this job may not ask for an ID token", {
      code: "ERR_ID_TOKEN_PERMISSION",
      help: "add `permissions: { contents: read, id-token: write }` to the job; with a reusable workflow the caller must grant it too; pull requests from forks never get one"
    });
  }
  const url = new URL(endpoint.url);
  url.searchParams.set("audience", audience);
  return {
    method: "GET",
    url: url.href,
    headers: { authorization: `Bearer ${endpoint.bearer.reveal()}`, accept: "application/json; api-version=2.0" },
    timeoutMs: TIMEOUT_MS
  };
}
function judgeIdToken(response, now) {
  const { status } = response;
  if (status === 200) {
    const token = tokenOf(response.body);
    if (token) return new Secret(token);
    throw new UpstreamError("the ID token service answered without a token", {
      code: "ERR_ID_TOKEN_ANSWER",
      retryable: true,
      status,
      help: "try again; if it stays so, look at the status page of the CI platform"
    });
  }
  if (status === 429 || status >= 500) {
    const wait = retryAfter(response.headers["retry-after"], now);
    throw new UpstreamError(`the ID token service answered ${status}`, {
      code: "ERR_ID_TOKEN_UNAVAILABLE",
      retryable: true,
      status,
      ...wait === void 0 ? {} : { retryAfterMs: wait },
      help: "try again later; many jobs asking at once are slowed down"
    });
  }
  throw new UpstreamError(`the ID token service refused this job with ${status}`, {
    code: "ERR_ID_TOKEN_REFUSED",
    retryable: false,
    status,
    help: "a job that has already completed gets no more tokens; else check `permissions: id-token: write` on the job and on its caller"
  });
}
function tokenOf(body) {
  try {
    const value = JSON.parse(body)?.value;
    return typeof value === "string" && value !== "" ? value : void 0;
  } catch {
    return void 0;
  }
}

// packages/platforms/src/private-folder.ts
var import_node_fs2 = __toESM(require_node_fs(), 1);
var import_node_path2 = __toESM(require_node_path(), 1);
var NAME = /^[0-9A-Za-z][0-9A-Za-z._-]{0,127}$/;
function leaseRoot(temp) {
  return (0, import_node_path2.join)(temp, "leasehold");
}
function leaseFolders(temp) {
  const root = leaseRoot(temp);
  if (!(0, import_node_fs2.existsSync)(root)) return [];
  return (0, import_node_fs2.readdirSync)(root, { withFileTypes: true }).flatMap(
    (entry) => entry.isDirectory() && NAME.test(entry.name) ? [entry.name] : []
  );
}
function privateFolder(temp, leaseId) {
  const root = leaseRoot(temp);
  const path2 = (0, import_node_path2.join)(root, named(leaseId));
  return {
    path: path2,
    write: async (name, content) => {
      const partial = (0, import_node_path2.join)(path2, `.${named(name)}.partial`);
      makePrivate(root);
      makePrivate(path2);
      (0, import_node_fs2.rmSync)(partial, { force: true });
      const file = (0, import_node_fs2.openSync)(partial, import_node_fs2.constants.O_WRONLY | import_node_fs2.constants.O_CREAT | import_node_fs2.constants.O_EXCL | import_node_fs2.constants.O_NOFOLLOW, 384);
      try {
        (0, import_node_fs2.writeFileSync)(file, content);
      } finally {
        (0, import_node_fs2.closeSync)(file);
      }
      (0, import_node_fs2.renameSync)(partial, (0, import_node_path2.join)(path2, name));
    },
    read: async (name) => {
      try {
        return (0, import_node_fs2.readFileSync)((0, import_node_path2.join)(path2, named(name)), "utf8");
      } catch (error2) {
        if (error2.code === "ENOENT") return void 0;
        throw error2;
      }
    },
    remove: async () => (0, import_node_fs2.rmSync)(path2, { recursive: true, force: true })
  };
}
function named(name) {
  if (NAME.test(name)) return name;
  throw new InternalError("a lease or a file of it has a name that leads out of its private folder", {
    code: "ERR_PRIVATE_FOLDER"
  });
}
function makePrivate(path2) {
  (0, import_node_fs2.mkdirSync)(path2, { recursive: true, mode: 448 });
  const found = (0, import_node_fs2.lstatSync)(path2);
  const foreign = process.getuid !== void 0 && found.uid !== process.getuid();
  if (!found.isDirectory() || foreign) {
    throw new InternalError(`\`${path2}\` is not a folder of this user`, {
      code: "ERR_PRIVATE_FOLDER",
      help: "another user or program made it; remove it, or give the job a temporary folder of its own"
    });
  }
  if ((found.mode & 63) !== 0) (0, import_node_fs2.chmodSync)(path2, 448);
}

// packages/platforms/src/github.ts
function github(env, ports, ledgerFile) {
  const temp = env.RUNNER_TEMP ?? "/tmp";
  const ledger = ledgerFile ?? (0, import_node_path3.join)(temp, "leasehold-ledger.jsonl");
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = env;
  const exported = /* @__PURE__ */ new Map();
  return {
    id: "github",
    title: "GitHub Actions",
    run: { platform: "gh", run: env.GITHUB_RUN_ID ?? "0", attempt: env.GITHUB_RUN_ATTEMPT ?? "1" },
    runUrl: env.GITHUB_SERVER_URL && `${env.GITHUB_SERVER_URL}/${env.GITHUB_REPOSITORY}/actions/runs/${env.GITHUB_RUN_ID}`,
    idToken: (audience) => requestIdToken({ url, bearer: bearer ? new Secret(bearer) : void 0 }, audience, ports),
    mask: (value) => setSecret(value),
    setOutput: (name, value) => setOutput(name, value),
    // The runner has no way to take a variable away; an empty one is what the SDKs read as absent.
    exportVariable: (name, value = "") => {
      exported.set(name, value);
      exportVariable2(name, value, env.GITHUB_ENV);
    },
    variable: (name) => exported.get(name) ?? env[name],
    remember: (key, value) => saveState(key, value),
    recall: (key) => getState(key) || void 0,
    // The same append as `core.summary`, which loads `node:fs/promises` and all streams when a step starts.
    summarize: async (markdown) => {
      if (env.GITHUB_STEP_SUMMARY) appendLine(env.GITHUB_STEP_SUMMARY, markdown);
    },
    folder: (leaseId) => privateFolder(temp, leaseId),
    folders: async () => leaseFolders(temp),
    record: async (line) => {
      appendLine(ledger, line);
      return ledger;
    }
  };
}

// packages/platforms/src/print-line.ts
var import_node_fs3 = __toESM(require_node_fs(), 1);
var STDOUT = 1;
function printLine(line) {
  try {
    (0, import_node_fs3.writeFileSync)(STDOUT, `${line}
`);
  } catch {
    process.stdout.write(`${line}
`);
  }
}

// packages/platforms/src/github-log.ts
var COMMAND = /^([\s\u0085]*)(::|##\[)/gm;
function withoutCommands(text2) {
  return text2.replace(COMMAND, "$1​$2").replaceAll("##[", "##​[");
}
function githubLog(print = printLine) {
  return {
    debug: (line) => debug(line),
    info: (line) => print(withoutCommands(line)),
    notice: (line) => notice(line),
    warning: (line) => warning(line),
    error: (line) => error(line)
  };
}

// packages/platforms/src/ca-bundle.ts
var import_node_fs4 = __toESM(require_node_fs(), 1);
var loaded = /* @__PURE__ */ new Set();
async function useCaBundle(path2) {
  if (loaded.has(path2)) return;
  const pem = readPem(path2);
  const certificates = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g);
  if (!certificates) {
    throw new ConfigError(`the file \`${path2}\` of \`AWS_CA_BUNDLE\` holds no certificate`, {
      code: "ERR_CA_BUNDLE",
      help: "give a PEM file with at least one `BEGIN CERTIFICATE` block"
    });
  }
  const tls = await import("node:tls");
  if (typeof tls.setDefaultCACertificates !== "function") {
    throw new ConfigError(`this Node (${process.version}) cannot trust \`AWS_CA_BUNDLE\` at run time`, {
      code: "ERR_CA_BUNDLE",
      help: "set `NODE_EXTRA_CA_CERTS` to the same file instead, or run Node 22.19 or newer"
    });
  }
  try {
    tls.setDefaultCACertificates([...tls.getCACertificates("default"), ...certificates]);
  } catch (cause) {
    throw new ConfigError(`the file \`${path2}\` of \`AWS_CA_BUNDLE\` holds a certificate that cannot be read`, {
      code: "ERR_CA_BUNDLE",
      help: "look at it with `openssl x509 -noout -text`, and take the broken block away",
      cause
    });
  }
  loaded.add(path2);
}
function readPem(path2) {
  try {
    return (0, import_node_fs4.readFileSync)(path2, "utf8");
  } catch (cause) {
    throw new ConfigError(`the file \`${path2}\` of \`AWS_CA_BUNDLE\` cannot be read`, {
      code: "ERR_CA_BUNDLE",
      help: "give the path of a PEM file, or take the variable away",
      cause
    });
  }
}

// packages/platforms/src/node-http.ts
var MAX_BODY_BYTES = 2 * 1024 * 1024;
function nodeHttp(env) {
  return async (request) => {
    const { HttpClient } = await import("./chunk-YN7ZD4KV.js");
    if (env.AWS_CA_BUNDLE) await useCaBundle(env.AWS_CA_BUNDLE);
    const signal = AbortSignal.timeout(request.timeoutMs);
    const client = new HttpClient(void 0, [deadline(signal)], { allowRedirects: false, allowRetries: false });
    try {
      const { message } = await client.request(request.method, request.url, request.body ?? "", { ...request.headers });
      return { status: message.statusCode ?? 0, headers: flatten(message), body: await readBody(message) };
    } catch (error2) {
      throw failure(request, error2, signal.aborted);
    }
  };
}
function deadline(signal) {
  return {
    prepareRequest: (options) => {
      options.signal = signal;
    },
    canHandleAuthentication: () => false,
    handleAuthentication: () => Promise.reject(new Error("no authentication is handled here"))
  };
}
function flatten(message) {
  const headers = {};
  for (const [name, value] of Object.entries(message.headers)) {
    if (value !== void 0) headers[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return headers;
}
async function readBody(message) {
  const chunks = [];
  let size = 0;
  for await (const chunk of message) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) {
      message.destroy();
      throw new Error("the answer is too large");
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
function failure(request, error2, late) {
  const host = new URL(request.url).host;
  const reason = nodeCode(error2);
  if (late) {
    return new UpstreamError(`\`${host}\` did not answer within ${request.timeoutMs / 1e3} s`, {
      code: "ERR_UPSTREAM_TIMEOUT",
      retryable: true,
      help: "check that the runner may reach this host, and the proxy variables `HTTPS_PROXY` and `NO_PROXY`"
    });
  }
  if (reason === "aborted") {
    return new UpstreamError(`\`${host}\` closed the connection in the middle of its answer`, {
      code: "ERR_UPSTREAM_TRUNCATED",
      retryable: true,
      help: "try again; if it stays so, something between the runner and this host cuts connections"
    });
  }
  const certificate = /CERT|SELF_SIGNED|ISSUER|TLS|SSL/.test(reason);
  return new UpstreamError(`\`${host}\` could not be reached: ${reason}`, {
    code: certificate ? "ERR_UPSTREAM_CERTIFICATE" : "ERR_UPSTREAM_UNREACHABLE",
    retryable: !certificate,
    help: certificate ? "set `NODE_EXTRA_CA_CERTS` or `AWS_CA_BUNDLE` to a file with the certificate authority that signed it" : "check the host name, and the proxy variables `HTTPS_PROXY` and `NO_PROXY`"
  });
}
function nodeCode(error2) {
  if (!(error2 instanceof Error)) return "unknown failure";
  const code2 = error2.code;
  if (error2.message === "aborted") return "aborted";
  if (typeof code2 === "string") return code2;
  const status = /statusCode=(\d{3})/.exec(error2.message)?.[1];
  return status ? `the proxy answered ${status}` : error2.name;
}

// packages/platforms/src/node-ports.ts
var import_promises = __toESM(require_promises(), 1);
var systemClock = {
  now: () => Date.now(),
  sleep: (ms, signal) => (0, import_promises.setTimeout)(ms, void 0, signal ? { signal } : {}).catch(() => void 0)
};
var systemRandom = (length) => crypto.getRandomValues(new Uint8Array(length));
function nodePorts(parts) {
  return { clock: systemClock, random: systemRandom, http: parts.http, log: parts.log };
}

// packages/report/src/lint/advice.ts
function advice({ remedy }) {
  const rotate = remedy.rotate.replace(/\.$/, "");
  return remedy.provider === void 0 ? rotate : `${rotate}; the provider \`${remedy.provider}\` of Leasehold makes it needless`;
}
function placeOf2({ at }) {
  return `${at.path}:${at.line}:${at.column}`;
}
function paragraph(finding) {
  return `${finding.title} \`${finding.preview}\` (${finding.tier}: ${finding.why.join("; ")}). ${capital(advice(finding))}.`;
}
function capital(sentence2) {
  return sentence2.charAt(0).toUpperCase() + sentence2.slice(1);
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
  const hidden = report.findings.length - shown.reduce((sum5, group) => sum5 + group.length, 0);
  return [...shown.map(annotationOf), ...hidden > 0 ? [hiddenNotice(hidden)] : []];
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

// packages/report/src/lint/lint-run.ts
var TOOL_NAME = "Leasehold secret-lint";
var TOOL_HOME = "https://github.com/leasehold/leasehold";

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
              ...report.notes.map((text2) => ({ level: "warning", message: { text: text2 } })),
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
  const text2 = run.rule(ruleId);
  const description = text2?.description ?? title;
  const help = `${description}

What to do: ${advice(finding)}.`;
  return {
    id: ruleId,
    name: title,
    shortDescription: { text: title },
    fullDescription: { text: description },
    ...text2?.reference === void 0 ? {} : { helpUri: text2.reference },
    help: { text: help, markdown: help },
    defaultConfiguration: { level: levelOf(finding) },
    properties: { tags: ["security", "secret"], precision: PRECISION[tier], "security-severity": SECURITY_SEVERITY[severity] }
  };
}
function resultData(finding, ruleIndex, mark2) {
  const { ruleId, at, tier, fingerprint: fingerprint2, commit } = finding;
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
    partialFingerprints: { primaryLocationLineHash: mark2, "leaseholdSecret/v1": fingerprint2 },
    properties: { tier, ...commit === void 0 ? {} : { commit } }
  };
}
function levelOf({ fails, severity }) {
  if (fails) return "error";
  return severity === "info" ? "note" : "warning";
}
function artifactOf(path2) {
  const uri = path2.toWellFormed().split("/").map(encodeURIComponent).join("/");
  return path2.startsWith("/") ? { uri: `file://${uri}` } : { uri: uri.replace(/^(?:\.\/)+/, ""), uriBaseId: "%SRCROOT%" };
}

// packages/report/src/lint/lint-summary.ts
var ROWS2 = 100;
var PLACES2 = 3;
function lintSummary(report) {
  const groups = bySecret(report.findings);
  const shown = groups.slice(0, ROWS2);
  const hidden = groups.length - shown.length;
  return blocks(
    "### Static secrets",
    report.findings.some(({ fails }) => fails) ? `> [!CAUTION]
> **${sentence(verdictLine(report))}**` : sentence(capital2(verdictLine(report))).concat("."),
    shown.length === 0 ? "" : table(["", "Secret", "Where", "Why", "What to do"], shown.map(row)),
    hidden > 0 ? `${count(hidden, "more secret")} ${hidden === 1 ? "is" : "are"} not shown here.` : "",
    sentence(capital2(scannedLine(report))).concat("."),
    report.notes.map((note) => `- ${sentence(note)}`).join("\n")
  );
}
function row(group) {
  const [first] = group;
  const places = group.slice(0, PLACES2).map((finding) => code(placeOf2(finding)));
  const more = group.length - places.length;
  return [
    first.fails ? "**fails**" : "reported",
    `${text(first.title)}<br>${code(first.preview)}<br>${first.tier}, ${first.severity}`,
    [...places, ...more > 0 ? [`and ${more} more`] : []].join("<br>"),
    first.why.map(sentence).join("<br>"),
    sentence(advice(first))
  ];
}
function capital2(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

// packages/report/src/lint/lint-text.ts
var PLACES_SHOWN = 8;
var plain = (_style, text2) => text2;
function lintText(report, paint = plain) {
  const blocks2 = bySecret(report.findings).map((group) => secretBlock(group, paint));
  const fails = report.findings.some((finding) => finding.fails);
  const style = fails ? "red" : report.findings.length > 0 ? "yellow" : "green";
  return [
    ...blocks2.flatMap((block2) => [block2, ""]),
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
      const place = paint("bold", safe(placeOf2(finding)));
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

// packages/scan/src/allow-file.ts
var import_node_fs5 = __toESM(require_node_fs(), 1);
var import_node_path4 = __toESM(require_node_path(), 1);

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
function parseAllowList(text2, file) {
  const entries = [];
  const problems = [];
  const seen = /* @__PURE__ */ new Set();
  for (const [index, raw] of text2.replace(/^\ufeff/, "").split("\n").entries()) {
    const source2 = raw.trimEnd();
    if (source2 === "" || seen.has(source2)) continue;
    seen.add(source2);
    const read3 = parseLine(source2);
    if (Array.isArray(read3)) {
      for (const { column, message, help } of read3) {
        problems.push({ code: "ERR_ALLOW_LIST", message, at: { file, line: index + 1, column }, ...help ? { help } : {} });
      }
    } else {
      entries.push({ ...read3, line: index + 1 });
    }
  }
  if (problems.length === 0) return entries;
  throw new ConfigError(`the allow list \`${file}\` is not right`, {
    code: "ERR_ALLOW_LIST",
    help: "each line is a JSON object with `rule`, `hash` and `reason`, and may have `path`, `owner` and `expires`",
    problems
  });
}
function parseLine(source2) {
  let value;
  try {
    value = JSON.parse(source2);
  } catch {
    const help = /^(?:<{7}|={7}|>{7})/.test(source2) ? "resolve the merge: both sides may stay" : void 0;
    return [{ column: 1, message: "the line is not JSON", ...help ? { help } : {} }];
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return [{ column: 1, message: "the line is not an object" }];
  const record = value;
  const mistakes = [
    ...Object.keys(record).flatMap((key) => unknownField(source2, key)),
    ...FIELDS.flatMap((field2) => wrongField(source2, record, field2))
  ];
  return mistakes.length > 0 ? mistakes : record;
}
function unknownField(source2, key) {
  if (FIELDS.some((field2) => field2 === key)) return [];
  const near = suggest(key, FIELDS);
  const message = `\`${key}\` is not a field of an entry`;
  return [
    {
      column: columnOf(source2, key),
      message,
      help: near ? `did you mean \`${near}\`?` : `the fields are ${FIELDS.map((field2) => `\`${field2}\``).join(", ")}`
    }
  ];
}
function wrongField(source2, record, field2) {
  const { required, form, wanted } = FORMS[field2];
  if (!Object.hasOwn(record, field2))
    return required ? [{ column: 1, message: `\`${field2}\` is missing`, help: `it is ${wanted}` }] : [];
  const value = record[field2];
  const right = typeof value === "string" && form.test(value) && (field2 !== "expires" || isDay(value));
  return right ? [] : [{ column: columnOf(source2, field2), message: `\`${field2}\` is not of its form`, help: `it is ${wanted}` }];
}
function isDay(text2) {
  const time = Date.parse(text2);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text2);
}
function columnOf(source2, key) {
  return Math.max(0, source2.indexOf(JSON.stringify(key))) + 1;
}

// packages/scan/src/allow-file.ts
var ALLOW_FILE = ".leasehold/allow.jsonl";
function readAllowFile(path2, shown = path2) {
  let text2;
  try {
    text2 = (0, import_node_fs5.readFileSync)(path2, "utf8");
  } catch (error2) {
    const { code: code2 = "unknown failure" } = error2;
    if (code2 === "ENOENT" || code2 === "ENOTDIR") return [];
    throw new ConfigError(`the allow list \`${shown}\` cannot be read: ${code2}`, { code: "ERR_ALLOW_LIST", cause: error2 });
  }
  return parseAllowList(text2, shown);
}

// packages/scan/src/allowance.ts
var import_node_path6 = __toESM(require_node_path(), 1);

// packages/scan/src/allow-match.ts
var import_node_path5 = __toESM(require_node_path(), 1);
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
  const left = findings.filter(({ ruleId, fingerprint: fingerprint2, at }) => {
    const matching = (inForce.get(keyOf(ruleId, fingerprint2)) ?? []).filter(
      ({ path: path2 }) => path2 === void 0 || globMatches(path2, import_node_path5.posix.normalize(folder + at.path))
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
function openable(path2) {
  return ASCII.test(path2) ? path2 : Buffer.from(path2, "latin1");
}
function readable(path2) {
  return ASCII.test(path2) ? path2 : Buffer.from(path2, "latin1").toString("utf8");
}
function bytePath(path2) {
  const slashed = process.platform === "win32" ? path2.replaceAll("\\", "/") : path2;
  return ASCII.test(slashed) ? slashed : Buffer.from(slashed, "utf8").toString("latin1");
}

// packages/scan/src/repository.ts
var import_node_child_process = __toESM(require_node_child_process(), 1);
var import_node_fs6 = __toESM(require_node_fs(), 1);

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
  let path2 = "";
  let at = 12;
  for (let left = bytes.readUInt32BE(8); left > 0; left--) {
    const flagsAt = at + FIXED + hashLength;
    if (flagsAt + 4 > end) return void 0;
    let nameAt = flagsAt + ((bytes.readUInt16BE(flagsAt) & EXTENDED) !== 0 ? 4 : 2);
    if (version === 4) {
      const strip = readOffset(bytes, nameAt);
      nameAt = strip.next;
      path2 = path2.slice(0, Math.max(0, path2.length - strip.value));
    } else {
      path2 = "";
    }
    const close = bytes.indexOf(0, nameAt);
    if (close < 0 || close >= end) return void 0;
    path2 += bytes.toString("latin1", nameAt, close);
    const type = bytes.readUInt32BE(at + 24) >>> 12;
    if (type === REGULAR && path2 !== paths.at(-1)) paths.push(path2);
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
  const sha2562 = /^\s*objectformat\s*=\s*sha256\s*$/im.test(textAt(`${repository.commonFolder}/config`) ?? "");
  return readGitIndex(index, sha2562 ? 32 : 20) ?? listedByGit(repository);
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
function linked(folder, text2) {
  const target = /^gitdir: ([^\r\n]+)/.exec(text2 ?? "")?.[1];
  if (target === void 0) return void 0;
  const gitFolder = from(folder, target);
  return isFile(`${gitFolder}/HEAD`) ? gitFolder : void 0;
}
function from(folder, path2) {
  const slashed = process.platform === "win32" ? path2.replaceAll("\\", "/") : path2;
  return /^(?:\/|[A-Za-z]:\/)/.test(slashed) ? slashed : `${folder}/${slashed}`;
}
function isFile(path2) {
  return (0, import_node_fs6.statSync)(openable(path2), { throwIfNoEntry: false })?.isFile() ?? false;
}
function textAt(path2) {
  return bytesAt(path2)?.toString("latin1");
}
function bytesAt(path2) {
  try {
    return isFile(path2) ? (0, import_node_fs6.readFileSync)(openable(path2)) : void 0;
  } catch {
    return void 0;
  }
}

// packages/scan/src/allowance.ts
function readAllowance(cwd, counts = true) {
  const top = topOf(cwd);
  const entries = counts ? readAllowFile(`${top}/${ALLOW_FILE}`, ALLOW_FILE) : [];
  const below = readable(bytePath((0, import_node_path6.relative)(top, cwd)));
  return { top, apply: (findings, now) => applyAllowList(findings, entries, below === "" ? "" : `${below}/`, now) };
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
var KINDS5 = { stem: 0, armor: 1, authority: 2, prefix: 3 };
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
var AUTHORITY2 = "://";

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
var HEAD2 = 8;
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
  const unfit = prefixes.find((text2) => !/^[\x21-\x7e]{3,40}$/.test(text2));
  if (unfit !== void 0) {
    throw new InternalError(`the prefix ${JSON.stringify(unfit)} is not 3 to 40 printable characters`, {
      code: "ERR_KERNEL_PREFIX"
    });
  }
  return [
    ...STEMS.map((text2) => ({ text: text2, kind: KINDS5.stem })),
    ...ARMOR.map((text2) => ({ text: text2, kind: KINDS5.armor })),
    { text: AUTHORITY2, kind: KINDS5.authority },
    ...[...new Set(prefixes)].map((text2) => ({ text: text2, kind: KINDS5.prefix }))
  ];
}
function writeNode(view, at, { text: text2, kind }) {
  for (let k = 0; k < text2.length; k++) view.setUint8(at + (k < HEAD2 ? k : REST - HEAD2 + k), text2.charCodeAt(k));
  view.setUint16(at + 24, text2.length, true);
  view.setUint16(at + 26, kind, true);
}

// packages/kernel/src/wasm-module.ts
var WASM = "AGFzbQEAAAABHwZgAX8AYAJ/fwF/YAN/f38AYAJ/fgBgAAF/YAJ/fwADCAcBAAIDBAUABQMBAAAGTA9+AUIAC34BQgALfgFCAAt+AUIAC34BQgALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC34BQgALfgFCAAt+AUIAC34BQgALfgFCAAsHIwQFYmVnaW4ABQRuZXh0AAQHcHJlcGFyZQAGBm1lbW9yeQIACuYgB/ABAQR/IAAhAgJAA0AgASACSwRAIAL9AAQA/QxBQUFBQUFBQUFBQUFBQUFB/XH9DBoaGhoaGhoaGhoaGhoaGhr9Jv1kIQRBASEDIAEgAmsiBUEQSQR/IARBASAFdEEBa3EFIAQLDQIgAkEQaiECDAELC0EAIQMLIAMEQAJAA0AgACABSQRAIAD9AAQA/QxhYWFhYWFhYWFhYWFhYWFh/XH9DBoaGhoaGhoaGhoaGhoaGhr9Jv1kIQNBASECIAEgAGsiBEEQSQR/IANBASAEdEEBa3EFIAMLDQIgAEEQaiEADAELC0EAIQILBUEAIQILIAIL1AECBH4Ff0J/IQEDQCAGQQhJBEBCASEEQgEhA0EAIQkDQCAJQQRJBEAgBEL0AyAGQQJ0IAlqQcgAbEGggAFqIgg1AkQiAiAIQUBrLwEAQQBHIgcbfiEEIAcgCSAALwEYSQR/IAAgCWotAABBH3EFQSALIgdBIEZyBH5C9AMFIAggB0EBdGovAQAEfiACBSACIAdBgIABajEAAHwLCyADfiEDIAlBAWohCQwBCwsgAyAEfSICIAFUBEAgBiEFIAIhAQsgBkEBaiEGDAELCyAAIAVBARACC7ABAQV/IAAgAToAHgNAIANBBEkEQCABQQJ0IANqQcgAbEGggAFqIgQgAyAALwEYSQR/IAAgA2otAABBH3EFQSALIgVBAXRqIgcvAQBBAUF/IAIbaiEGIAcgBjsBACAFQSBHBEAgBCgCRCEHIAZBAUZBACACGwRAIAQgByAFQYCAAWotAABqNgJECyACIAZyRQRAIAQgByAFQYCAAWotAABrNgJECwsgA0EBaiEDDAELCwvFAwIFfwN+QgAkBEIAJANCACQCQgAkAUIAJAADQCABQgBSBEAgAXohByABIAFCAX2DIQEgACAHp2oiBCkDACIIp0GgwIABckH///8HcUGx893xeWxBFHZBAXQvAYAEIQIDQCACBEAgAkEGdEGAgAdqIgMpAwAgAykDCCAIIAMpAxCEg1EEQAJAIAMvARghBSADLwEaIgZFBEAjA0IBIAT9AAQA/QwKCgoKCgoKCgoKCgoKCgoK/SP9ZKwgBP0ABBD9DAoKCgoKCgoKCgoKCgoKCgr9I/1krEIQhoQgBP0ABCD9DAoKCgoKCgoKCgoKCgoKCgr9I/1krEIghoRCgICAgIDAAIR6hkIBfUIBIAWthkIBfUJ/hYMiCSAHhoQkAyAHQgBSBEAjBCAJQsAAIAd9iIQkBAsMAQtCASAHhiEJQQghAgNAIAIgBUkEQCACIARqLQAAIANBGGogAmotAABHDQIgAkEBaiECDAELCyAGQQJGBEAjASAJhCQBBSAGQQFGBEAjACAJhCQAIAenQQF0IAU7AYACBSMCIAmDUARAIwIgCYQkAiAHp0EBdCAFOwGAAQsLCwsLIAMvARwhAgwBCwsMAQsLC50UAwl/Dn4Ne0HgAP0ABAAhIEHwAP0ABAAhHyMKIQojCyEJIwwhCyMNIRYjDiEPQYCAASEAIwkiB0GAgEBrIgIjCCIBIAEgAksbIQYgB/0ABDD9DB8fHx8fHx8fHx8fHx8fHx/9TiIY/QwQEBAQEBAQEBAQEBAQEBAQ/VEhF0EA/QAEACIeIBj9DkEQ/QAEACIdIBf9Dv1QISJBIP0ABAAiHCAY/Q5BMP0ABAAiGyAX/Q79UCEhQcAA/QAEACIaIBj9DkHQAP0ABAAiGSAX/Q79UCEjA0AgAEGA6AZNIAYgB0txBEBCACEOQgAhDUIAIRNBACEIA0AgCEHAAEkEQCAO/QwkJiYmJiYmJiYmBgMCEwILIAdBQGsgCGr9AAQAIhj9DA8PDw8PDw8PDw8PDw8PDw/9Tv0O/QwAAAEwAgwCBAAAAAAAAAAAIBhBBP1t/Q79TiIX/QwAAAAAAAAAAAAAAAAAAAAA/Sf9ZKwgCK0iDIaEIQ4gDSAXQQL9iwH9ZKwgDIaEIQ0gGP0MHx8fHx8fHx8fHx8fHx8fH/1OIhj9DBAQEBAQEBAQEBAQEBAQEBD9USEXIBMgIiAeIBj9DiAdIBf9Dv1QIiL9DQ0ODxAREhMUFRYXGBkaGxwgISAcIBj9DiAbIBf9Dv1QIiH9DQ4PEBESExQVFhcYGRobHB39TiAjIBogGP0OIBkgF/0O/VAiI/0NDxAREhMUFRYXGBkaGxwdHiAgIBj9DiAfIBf9Dv1Q/U79Tv0MAAAAAAAAAAAAAAAAAAAAAP0j/WSsIAyGhCETIAhBEGohCAwBCwsgDiAOQgGIgyISIBJCAoiDIhEgEUIEiIMhECAKIA5CP4YgCkIBiISDIgwgEkI+hiAMQgKIhIMiDCARQjyGIAxCBIiEgyIMIBBCOIYgDEIIiISDIgwgCkIBhiAWhEJ/hYMgDCAQIBBCCIiDQjiGIAxCCIiEg0J/QgAgCSANhEIAUhuEgyESQgAhFSATQn+FIgxCPYYgC0IDiIQiC0IAUgR+IAcgCxADIwIjACMBhIQhFSAPIwOEIQ8jBAVCAAsgD0IAUgR+IA8gB/0ABAAiF/0MPT09PT09PT09PT09PT09Pf0jIBf9DDo6Ojo6Ojo6Ojo6Ojo6Ojr9I/1Q/WSsIAf9AAQQIhf9DD09PT09PT09PT09PT09PT39IyAX/Qw6Ojo6Ojo6Ojo6Ojo6Ojo6/SP9UP1krEIQhoQgB/0ABCAiF/0MPT09PT09PT09PT09PT09Pf0jIBf9DDo6Ojo6Ojo6Ojo6Ojo6Ojr9I/1Q/WSsQiCGhCAH/QAEMCIX/Qw9PT09PT09PT09PT09PT09/SMgF/0MOjo6Ojo6Ojo6Ojo6Ojo6Ov0j/VD9ZKxCMIaEIg8gB0EBayIBLQAAQT1GBH9BAQUgAS0AAEE6RgutIA9CAYaEQn+Fg4MFQgALIhEgEiAVhIQhFgNAIBZCAFIEQEIBIBZ6IhSGIRMgByAUp2ohAiATIBaFIRYgEiATg0IAUgRAIBRQBH4gCgUgDkLAACAUfYYgCiAUiIQLIBRQBH4gCQUgDULAACAUfYYgCSAUiIQLIQ9Cf4UiEEIAUgR/IA9CASAQeiIPhkIBfYNCAFIEf0EBBSAPQhhaBH8gAiACIA+nahAABUEACwsEfyAAQQA2AgAgACACIwdrNgIEIAAgAiAPp2ojB2s2AgggAEEMagUgAAsF/QwkJiYmJiYmJiYmBgMCEwILIAJBQGsiAf0ABAAiF/0MDw8PDw8PDw8PDw8PDw8PD/1O/Q79DAAAATACDAIEAAAAAAAAAAAgF0EE/W39Dv1O/QwAAAAAAAAAAAAAAAAAAAAA/Sf9ZEF/c0H//wNxIQgDQCAIRQRA/QwkJiYmJiYmJiYmBgMCEwILIAFBEGoiAf0ABAAiF/0MDw8PDw8PDw8PDw8PDw8PD/1O/Q79DAAAATACDAIEAAAAAAAAAAAgF0EE/W39Dv1O/QwAAAAAAAAAAAAAAAAAAAAA/Sf9ZEF/c0H//wNxIQgMAQsLIAEgCGhqIQUgD0IAUgRAQQEhCAUgAiEBAkADQCABIAVJBEAgAf0ABAD9DDAwMDAwMDAwMDAwMDAwMDD9cf0MCgoKCgoKCgoKCgoKCgoKCv0m/WQhBEEBIQggBSABayIDQRBJBH8gBEEBIAN0QQFrcQUgBAsNAiABQRBqIQEMAQsLQQAhCAsLIAgEf0EBBSACIAUQAAsEfyAAQQA2AgAgACACIwdrNgIEIAAgBSMHazYCCCAAQQxqBSAACwshAAsgFSMAgyATg0IAUgRAIAIgFKdBAXQvAYACaiEBIABBATYCACAAIAIjB2s2AgQgACABIwdrNgIIIABBDGohAAsgFSMBgyATg0IAUgRAIAJBgwJqIQUgAkEDaiEBA0AgASAFSQRAAkAgAf0ABAAiF/0MICAgICAgICAgICAgICAgIP0qIBf9DCIiIiIiIiIiIiIiIiIiIiL9IyAX/QwnJycnJycnJycnJycnJycn/SMgF/0MYGBgYGBgYGBgYGBgYGBgYP0j/VD9UP1QIBf9DDo6Ojo6Ojo6Ojo6Ojo6Ojr9I/1Q/WQiAwRAIAEgA2hqIQEMAQsgAUEQaiEBDAILCwsgASAFTwR/QQEFIAEtAABBOkcLBH9BAAUgAUEBaiIEIwVPIgEEQCAEIwZNIQELIwYgBCABGyEIA0AgBSAISwRAAkAgCP0ABAAiF/0MICAgICAgICAgICAgICAgIP0qIBf9DCIiIiIiIiIiIiIiIiIiIiL9IyAX/QwnJycnJycnJycnJycnJycn/SMgF/0MYGBgYGBgYGBgYGBgYGBgYP0j/VD9UP1QIBf9DEBAQEBAQEBAQEBAQEBAQED9I/1Q/WQiAwRAIAggA2hqIQgMAQsgCEEQaiEIDAILCwsgAUUEQCAEJAULIAgkBiAIQQFqQQAgBSAISwR/IAgtAABBwABGBUEACxsLIgEEQCAAQQI2AgAgACACIwdrNgIEIAAgASMHazYCCCAAQQxqIQALCyARIBODQgBSBEAgAkEBaiEBA0AgAS0AAEE9RgR/QQEFIAEtAABBOkYLBEAgAUEBaiEBDAELCwJAIAItAABBOkYEQEEAIQggASACQQFqRgR/IAEvAQBBr94ARgVBAAsNASABIAJBAmpGBH8gAi0AAUE6RgVBAAsNAQsgAUEBaiABIAEtAABBPkYbIQgLIAgEQCAAQQM2AgAgACACIwdrNgIEIAAgCCMHazYCCCAAQQxqIQALCyAVIwKDIBODQgBSBEAgAiAUp0EBdC8BgAFqIQEgAEEENgIAIAAgAiMHazYCBCAAIAEjB2s2AgggAEEMaiEACwwBCwsgCkI/iCEWIQ8gDiEKIA0hCSAMIQsgB0FAayEHDAELCyAHJAkgCiQKIAkkCyALJAwgFiQNIA8kDiAAQYCAAWtBDG5BAXQjCCAHTXILRgAgACQHIAAgAWokCCAAQUBqIgBBAEHAAPwLACMIQQBBgAT8CwAgACQJQgAkDEIAJAtCACQKQgAkDkIAJA1BACQFQQAkBgu8AwIDfwF+QYCAAf0MahQRDgwmBwcKGRIDEAoaG/0LBABBkIAB/QwOAxcYHQoEAwMFBwkDCAIC/QsEAEEBIQEDQCAAIAFPBEAgAUEGdEGAgAdqIgIzARgiBEIIWgR+Qn8FQgEgBEIDhoZCAX0LIQQgAiAENwMIIAJCACAEQqDAgIGChIiQIIMgAi8BGhs3AxAgAiACKAIAQaDAgAFyQf///wdxQbHz3fF5bEEUdkEBdCICLwGABDsBHCACIAE7AYAEIAFBAWohAQwBCwsgACEBA0AgAQRAIAFBBnRBgIAHahABIAFBAWshAQwBCwsDQCADQQNJBEBBASEBA0AgACABTwRAIAFBBnRBgIAHaiICIAItAB5BABACIAIQASABQQFqIQEMAQsLIANBAWohAwwBCwtBACEAA0AgAEEESQRAQQAhAQNAIAFBIEkEQEEAIQJBACEDA0AgA0EISQRAIAJBASADdHIgAiADQQJ0IABqQcgAbEGggAFqIgIgAUEBdGovAQAgAkFAay8BAGobIQIgA0EBaiEDDAELCyABIABBBXRqIAI6AAAgAUEBaiEBDAELCyAAQQFqIQAMAQsLCw==";

// packages/kernel/src/wasm-bytes.ts
var ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
function wasmBytes() {
  const digits2 = new Uint8Array(128);
  for (let k = 0; k < 64; k++) digits2[ALPHABET.charCodeAt(k)] = k;
  const bytes = new Uint8Array((WASM.length >> 2) * 3);
  for (let from2 = 0, to = 0; from2 < WASM.length; from2 += 4, to += 3) {
    const quad = digits2[WASM.charCodeAt(from2)] << 18 | digits2[WASM.charCodeAt(from2 + 1)] << 12 | digits2[WASM.charCodeAt(from2 + 2)] << 6 | digits2[WASM.charCodeAt(from2 + 3)];
    bytes[to] = quad >> 16;
    bytes[to + 1] = quad >> 8;
    bytes[to + 2] = quad;
  }
  return bytes.subarray(0, bytes.length - (WASM.endsWith("==") ? 2 : WASM.endsWith("=") ? 1 : 0));
}

// packages/kernel/src/open.ts
var OUT = 16384;
var OUT_WORDS = 3 * 8192;
var BEFORE2 = 64;
var BEHIND = 512;
var ALIGNMENT = 64;
function openKernel(prefixes = []) {
  const { memory, prepare, begin, next } = instantiate(wasmBytes());
  const { count: count2, end: free } = writeLiterals(memory, prefixes);
  prepare(count2);
  const input = align(free + BEFORE2);
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

// packages/scan/src/windows.ts
var WINDOW = 8 << 20;
var MARGIN = 1280 << 10;
var HEAD3 = 8192;
function* fileWindows(buffer, filled, file, margin = MARGIN) {
  let length = filled;
  let offset = 0;
  let from2 = 0;
  while (length === buffer.length) {
    const to = length - margin;
    const kept = to - margin;
    yield { bytes: buffer, offset, from: from2, to, kept };
    buffer.copyWithin(HEAD3, kept, length);
    offset += kept - HEAD3;
    from2 = HEAD3 + margin;
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
    const behindHead = from2 === 0 ? void 0 : lines.at(HEAD3);
    const at = (place) => {
      const here = lines.at(place);
      if (behindHead === void 0) return here;
      const line = carried.line + here.line - behindHead.line;
      return { line, column: here.line === behindHead.line ? carried.column + place - HEAD3 : here.column };
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
var import_node_fs7 = __toESM(require_node_fs(), 1);
var FLAGS = import_node_fs7.constants.O_RDONLY | (import_node_fs7.constants.O_NOFOLLOW ?? 0) | (import_node_fs7.constants.O_NONBLOCK ?? 0);
function openFile(path2) {
  const descriptor = (0, import_node_fs7.openSync)(openable(path2), FLAGS);
  let position = 0;
  return {
    fill(target) {
      let filled = 0;
      while (filled < target.length) {
        const read3 = (0, import_node_fs7.readSync)(descriptor, target, filled, target.length - filled, position);
        if (read3 === 0) break;
        filled += read3;
        position += read3;
      }
      return filled;
    },
    rewind: () => {
      position = 0;
    },
    close: () => (0, import_node_fs7.closeSync)(descriptor)
  };
}

// packages/scan/src/scan-file.ts
var NOTHING2 = [];
function newFileScanner(scanner, failOn) {
  const buffer = scanner.room(WINDOW);
  return {
    scan(absolute, path2) {
      const file = openFile(absolute);
      try {
        return scanOpen(path2, file);
      } finally {
        file.close();
      }
    }
  };
  function scanOpen(path2, file) {
    const length = file.fill(buffer);
    if (length === buffer.length) return scanLarge(path2, file);
    const bytes = buffer.subarray(0, length);
    const found = scanner.scan(bytes, path2);
    if (found.length === 0) return { findings: NOTHING2, bytes: length };
    const lines = linesOf(bytes);
    return { findings: found.map((raw) => toFinding(raw, lines, path2, failOn)), bytes: length };
  }
  function scanLarge(path2, file) {
    const found = [];
    let size = 0;
    for (const { bytes, offset, from: from2, to } of fileWindows(buffer, buffer.length, file)) {
      for (const raw of scanner.scan(bytes, path2)) {
        if (raw.start >= from2 && raw.start < to) found.push(moved2(raw, offset));
      }
      size = bytes.length + offset;
    }
    if (found.length === 0) return { findings: NOTHING2, bytes: size };
    const lines = linesOfLargeFile(
      file,
      buffer,
      found.flatMap(({ start, end }) => [start, end - 1])
    );
    return { findings: found.map((raw) => toFinding(raw, lines, path2, failOn)), bytes: size };
  }
}
function moved2(raw, offset) {
  return { ...raw, start: raw.start + offset, end: raw.end + offset };
}

// packages/scan/src/starting-point.ts
var import_node_fs9 = __toESM(require_node_fs(), 1);
var import_node_path7 = __toESM(require_node_path(), 1);

// packages/scan/src/folder-rules.ts
var import_node_fs8 = __toESM(require_node_fs(), 1);

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
var SLASH3 = 47;
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
        const member2 = Object.hasOwn(NAMED, name) ? NAMED[name] : void 0;
        if (member2 === void 0) return void 0;
        for (let byte = 0; byte < 256; byte++) if (member2(byte)) set[byte] = 1;
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
  set[SLASH3] = 0;
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
function matchesPathGlob(glob, path2, from2) {
  const { prefix, segments } = glob;
  if (!path2.startsWith(prefix, from2)) return false;
  const start = from2 + prefix.length;
  return segments === void 0 ? start === path2.length : matchesSegments(segments, path2, start);
}
function matchesSegments(segments, path2, from2) {
  let s = 0;
  let at = from2;
  let resumeSegment = -1;
  let resumeAt = 0;
  while (at <= path2.length) {
    const segment = segments[s];
    if (segment === "**") {
      if (s === segments.length - 1) return true;
      resumeSegment = ++s;
      resumeAt = at;
      continue;
    }
    const slash = path2.indexOf("/", at);
    const end = slash < 0 ? path2.length : slash;
    if (segment !== void 0 && matchesSegment(segment, path2, at, end)) {
      s++;
      at = end + 1;
    } else if (resumeSegment >= 0) {
      const next = path2.indexOf("/", resumeAt);
      if (next < 0) return false;
      s = resumeSegment;
      at = resumeAt = next + 1;
    } else {
      return false;
    }
  }
  return s === segments.length;
}
function matchesSegment(tokens, text2, from2, to) {
  let t = 0;
  let at = from2;
  let star = -1;
  let resume = 0;
  while (at < to) {
    const token = tokens[t];
    if (token === STAR) {
      star = ++t;
      resume = at;
    } else if (token !== void 0 && matchesByte(token, text2.charCodeAt(at))) {
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
  for (const [order, { text: text2, says }] of patterns.entries()) {
    const foldersOnly = text2.endsWith("/");
    const body = foldersOnly ? text2.slice(0, -1) : text2;
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
function lookUp(list, path2, from2, name, isFolder) {
  let best = last(list.names.get(name), isFolder);
  if (list.endings.size > 0) {
    const dot = name.lastIndexOf(".");
    if (dot >= 0) best = later(best, last(list.endings.get(name.slice(dot)), isFolder));
  }
  for (const rule of list.globs) {
    if (best !== void 0 && best.order > rule.order) break;
    if (rule.foldersOnly && !isFolder) continue;
    if (matchesPathGlob(rule.glob, rule.nameOnly ? name : path2, rule.nameOnly ? 0 : from2)) return rule.says;
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
function readAttributesFile(text2) {
  if (!text2.includes("linguist-")) return void 0;
  const patterns = {};
  for (const line of text2.replace(/^\xef\xbb\xbf/, "").split("\n")) {
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
  const text2 = line.replace(/^[ \t\r]+/, "");
  if (text2 === "" || text2.startsWith("#")) return ["", []];
  const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(text2);
  const [pattern, rest] = quoted ? [unquote(quoted[1] ?? ""), text2.slice(quoted[0].length)] : cut(text2);
  return [pattern, rest.split(/[ \t\r]+/).filter((word) => word !== "")];
}
function cut(text2) {
  const space = text2.search(/[ \t\r]/);
  return space < 0 ? [text2, ""] : [text2.slice(0, space), text2.slice(space)];
}
var ESCAPES2 = { a: "\x07", b: "\b", f: "\f", n: "\n", r: "\r", t: "	", v: "\v" };
function unquote(text2) {
  return text2.replace(
    /\\(?:([0-3][0-7]{2})|(.))/gs,
    (_all, octal, char) => octal === void 0 ? ESCAPES2[char] ?? char : String.fromCharCode(Number.parseInt(octal, 8))
  );
}

// packages/scan/src/ignore-file.ts
function readIgnoreFile(text2) {
  const patterns = [];
  for (const line of text2.replace(/^\xef\xbb\xbf/, "").split("\n")) {
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
    ignore: read2(`${commonFolder}/info/exclude`, readIgnoreFile),
    attributes: read2(`${commonFolder}/info/attributes`, readAttributesFile)
  };
  return { from: 0, ignore: void 0, attributes: void 0, above: void 0, clone };
}
function rulesOfFolder(above, folder, path2, has) {
  const ignore = has.ignore ? read2(`${folder}/.gitignore`, readIgnoreFile) : void 0;
  const attributes = has.attributes ? read2(`${folder}/.gitattributes`, readAttributesFile) : void 0;
  return ignore || attributes ? { from: path2.length, ignore, attributes, above, clone: above.clone } : above;
}
function isIgnored(rules, path2, name, isFolder) {
  for (let at = rules; at; at = at.above) {
    const says = at.ignore && lookUp(at.ignore, path2, at.from, name, isFolder);
    if (says !== void 0) return says;
  }
  return (rules.clone.ignore && lookUp(rules.clone.ignore, path2, 0, name, isFolder)) ?? false;
}
function skippingAttribute(rules, path2, name) {
  return SKIPPING.find((attribute) => {
    const own = rules.clone.attributes?.[attribute];
    const first = own && lookUp(own, path2, 0, name, false);
    if (first !== void 0) return first;
    for (let at = rules; at; at = at.above) {
      const list = at.attributes?.[attribute];
      const says = list && lookUp(list, path2, at.from, name, false);
      if (says !== void 0) return says;
    }
    return false;
  });
}
function read2(path2, parse) {
  const file = openable(path2);
  try {
    return (0, import_node_fs8.lstatSync)(file, { throwIfNoEntry: false })?.isFile() ? parse((0, import_node_fs8.readFileSync)(file, "latin1")) : void 0;
  } catch {
    return void 0;
  }
}

// packages/scan/src/visitor.ts
function unreadable(error2) {
  const code2 = error2.code;
  return code2 === "ENOENT" ? "unreadable: not there" : `unreadable: ${code2 ?? "unknown failure"}`;
}

// packages/scan/src/starting-point.ts
function namedPath(cwd, path2) {
  const full = (0, import_node_path7.resolve)(cwd, path2);
  const shown = bytePath((0, import_node_path7.relative)(cwd, full));
  try {
    const stats = (0, import_node_fs9.statSync)(full);
    const absolute = bytePath(import_node_fs9.realpathSync.native(full)).replace(/\/$/, "");
    return { absolute, shown, kind: stats.isFile() ? "file" : stats.isDirectory() ? "folder" : "other", error: "" };
  } catch (error2) {
    return { absolute: void 0, shown, kind: "other", error: unreadable(error2) };
  }
}
function folderStart(absolute) {
  const repository = repositoryAround(absolute);
  if (repository === void 0) return void 0;
  const segments = absolute.slice(repository.top.length).split("/").slice(1);
  let rules = rulesOfRepository(repository);
  let path2 = "";
  let ignored = false;
  for (const segment of segments) {
    rules = rulesOfFolder(rules, `${repository.top}/${path2}`, path2, { ignore: true, attributes: true });
    ignored ||= isIgnored(rules, path2 + segment, segment, true);
    path2 += `${segment}/`;
  }
  return { repository, path: path2, rules, ignored };
}

// packages/scan/src/walk.ts
var import_node_fs11 = __toESM(require_node_fs(), 1);

// packages/scan/src/tracked-though-ignored.ts
var import_node_fs10 = __toESM(require_node_fs(), 1);
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
      const path2 = tracked[i] ?? "";
      const inside = entry.path.endsWith("/") ? path2.startsWith(entry.path) : path2 === entry.path;
      if (!inside) break;
      const rest = path2.slice(entry.path.length);
      const absolute = entry.absolute + rest;
      if (isFile2(absolute)) found.push({ path: path2, absolute, shown: entry.shown + rest });
    }
    return found;
  });
}
function isFile2(path2) {
  try {
    return (0, import_node_fs10.lstatSync)(openable(path2), { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    return false;
  }
}
function firstNotBefore(sorted, path2) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = low + high >>> 1;
    if ((sorted[middle] ?? "") < path2) low = middle + 1;
    else high = middle;
  }
  return low;
}

// packages/scan/src/walk.ts
function walk(cwd, paths, visitor) {
  const seen = paths.length > 1 ? once(visitor) : visitor;
  const grounds = [];
  const stack = [];
  for (const path2 of paths) {
    const { absolute, shown, kind, error: error2 } = namedPath(cwd, path2);
    if (absolute === void 0) seen.skipped(shown, error2);
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
    entries = (0, import_node_fs11.readdirSync)(openable(folder.absolute === "" ? "/" : folder.absolute), { withFileTypes: true, encoding: "latin1" });
  } catch (error2) {
    visitor.skipped(folder.shown, unreadable(error2));
    return;
  }
  const here = settle(folder, entries, grounds);
  if (here === void 0) {
    visitor.skipped(folder.shown, "another repository");
    return;
  }
  const { path: path2, ground, rules } = here;
  const prefix = `${folder.absolute}/`;
  for (const entry of entries) {
    const { name } = entry;
    if (name === ".git") continue;
    const isFolder = entry.isDirectory();
    const absolute = prefix + name;
    const shown = folder.shown + name;
    if (rules && ground?.ignoring && isIgnored(rules, path2 + name, name, isFolder)) {
      const slash = isFolder ? "/" : "";
      ground.ignored.push({ path: path2 + name + slash, absolute: absolute + slash, shown: shown + slash });
    } else if (isFolder) {
      stack.push({ absolute, shown: `${shown}/`, path: `${path2}${name}/`, ground, rules });
    } else if (!entry.isFile()) {
      visitor.skipped(shown, entry.isSymbolicLink() ? "symbolic link" : NOT_A_FILE);
    } else {
      const attribute = rules && skippingAttribute(rules, path2 + name, name);
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
  let { path: path2, ground, rules } = folder;
  if (has.git && ground?.repository.top !== folder.absolute) {
    const repository = repositoryAt(folder.absolute);
    if (repository && ground) return void 0;
    if (repository) {
      path2 = "";
      ground = { repository, ignoring: true, ignored: [] };
      grounds.push(ground);
      rules = rulesOfRepository(repository);
    }
  }
  return rules ? { ...folder, path: path2, ground, rules: rulesOfFolder(rules, folder.absolute, path2, has) } : folder;
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
      } catch (error2) {
        if (error2.syscall === void 0) throw error2;
        skip(shown, unreadable(error2));
      }
      if (progress && files % STRIDE === 0) progress(files, bytes);
    },
    skipped: skip
  });
  const whole = paths.some((path2) => readable(namedPath(cwd, path2).absolute ?? "") === allowance.top);
  return lintReport({ findings, skipped, files, bytes, whole }, allowance, failOn, now());
}

// actions/secret-lint/package.json
var package_default = {
  name: "@leasehold/action-secret-lint",
  version: "0.1.0",
  private: true,
  type: "module",
  dependencies: {
    "@actions/core": "3.0.1",
    "@leasehold/checks": "0.1.0",
    "@leasehold/core": "0.1.0",
    "@leasehold/platforms": "0.1.0",
    "@leasehold/report": "0.1.0",
    "@leasehold/scan": "0.1.0"
  }
};

// actions/secret-lint/src/secret-lint.ts
var ERRORS_WITH_ROOM = 9;
async function secretLint(inputs) {
  const log = githubLog();
  const platform = github(process.env, nodePorts({ http: nodeHttp(process.env), log }));
  const startedAt = Date.now();
  const cwd = import_node_fs12.realpathSync.native(process.cwd());
  const report = scanTree({ cwd, paths: inputs.paths, failOn: inputs.failOn }, { now: Date.now });
  const run = { version: package_default.version, startedAt, endedAt: Date.now(), rule: ruleById };
  log.info(lintText(report));
  for (const annotation of lintAnnotations(report, ERRORS_WITH_ROOM)) annotate(annotation);
  if (inputs.summary) await platform.summarize(lintSummary(report));
  if (inputs.sarifFile !== void 0) {
    write4(inputs.sarifFile, lintSarif(report, run));
    platform.setOutput("sarif-file", inputs.sarifFile);
  }
  const failing = report.findings.filter(({ fails }) => fails).length;
  platform.setOutput("findings", String(report.findings.length));
  platform.setOutput("failing", String(failing));
  judge2(report, failing);
}
function annotate({ level, title, message, at }) {
  const say = { error, warning, notice }[level];
  say(message, {
    title,
    ...at && { file: at.file, startLine: at.line, endLine: at.endLine },
    ...at?.column === void 0 ? {} : { startColumn: at.column },
    ...at?.endColumn === void 0 ? {} : { endColumn: at.endColumn }
  });
}
function write4(file, text2) {
  try {
    (0, import_node_fs12.writeFileSync)(file, text2);
  } catch (cause) {
    throw new ConfigError(`the report cannot be written to \`${file}\``, {
      code: "ERR_LINT_OUTPUT",
      help: "name a file in a folder of the workspace that is there",
      cause
    });
  }
}
function judge2({ skipped }, failing) {
  if (failing > 0) {
    throw new DeniedError(`${failing} static ${failing === 1 ? "secret stands" : "secrets stand"} in the files of this job`, {
      code: "ERR_LINT_FOUND",
      help: "rotate each where the summary says, take it out, and lease what it was for"
    });
  }
  const [unreadable2, ...more] = skipped.filter(({ reason }) => reason.startsWith("unreadable"));
  if (unreadable2 === void 0) return;
  const others = more.length === 0 ? "" : ` and ${more.length} more`;
  throw new UpstreamError(
    `\`${unreadable2.path}\`${others} could not be read and is not known to be clean: ${unreadable2.reason}`,
    {
      code: "ERR_LINT_UNREADABLE",
      retryable: false,
      help: "give the step the right to read it, or name other paths"
    }
  );
}

// actions/secret-lint/src/main.ts
try {
  await secretLint(readInputs(getInput));
} catch (error2) {
  const { errorText } = await import("./chunk-EWWMTVQD.js");
  if (error2 instanceof LeaseholdError) setFailed(errorText(error2));
  else {
    setFailed(`leasehold failed unexpectedly: ${error2 instanceof Error ? error2.name : "unknown failure"} (ERR_INTERNAL)`);
  }
}
