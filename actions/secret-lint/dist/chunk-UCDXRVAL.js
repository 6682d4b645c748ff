import {
  _existsSync,
  _readFileSync,
  _readdirSync,
  _realpathSync,
  _statSync,
  bytePath,
  openable,
  readable
} from "./chunk-PNFY7LJU.js";
import {
  ConfigError
} from "./chunk-UWWLZZC2.js";

// imported:node:path
var builtin = process.getBuiltinModule("node:path");
var pick = (name) => builtin[name];
var _resolve = /* @__PURE__ */ pick("resolve");
var _isAbsolute = /* @__PURE__ */ pick("isAbsolute");
var _join = /* @__PURE__ */ pick("join");
var _relative = /* @__PURE__ */ pick("relative");
var _dirname = /* @__PURE__ */ pick("dirname");
var _basename = /* @__PURE__ */ pick("basename");
var _posix = /* @__PURE__ */ pick("posix");

// packages/scan/src/finding-order.ts
function inOrder(a, b) {
  return inTextOrder(a.at.path, b.at.path) || a.at.line - b.at.line || a.at.column - b.at.column || inTextOrder(a.ruleId, b.ruleId);
}
function inTextOrder(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

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

// rare:node:child_process
var spawn = (...args) => process.getBuiltinModule("node:child_process").spawn(...args);
var execFileSync = (...args) => process.getBuiltinModule("node:child_process").execFileSync(...args);
var spawnSync = (...args) => process.getBuiltinModule("node:child_process").spawnSync(...args);

// packages/scan/src/cached-tree.ts
var ZERO = 48;
var MINUS = 45;
var SPACE = 32;
var NEWLINE = 10;
function openCachedTree(bytes, hashLength) {
  function recordAt(from2) {
    const zero = bytes.indexOf(0, from2);
    let at = zero + 1;
    const number = (end2) => {
      let value = 0;
      for (let digit = (bytes[at] ?? 0) - ZERO; digit >= 0 && digit <= 9; digit = (bytes[at] ?? 0) - ZERO) {
        value = value * 10 + digit;
        at++;
      }
      return bytes[at++] === end2 ? value : Number.NaN;
    };
    const changed = bytes[at] === MINUS;
    if (changed) at++;
    const entries = number(SPACE);
    const folders = number(NEWLINE);
    const end = changed ? at : at + hashLength;
    if (zero < 0 || Number.isNaN(entries + folders) || end > bytes.length) return void 0;
    return { name: [from2, zero], entries, folders, id: [at, end] };
  }
  function behind(first) {
    let at = first.id[1];
    for (let left = first.folders; left > 0; left--) {
      const zero = bytes.indexOf(0, at);
      const newline = bytes.indexOf(NEWLINE, zero);
      if (zero < 0 || newline < 0) return bytes.length;
      let digit = newline - 1;
      for (let unit = 1; digit > zero && bytes[digit] !== SPACE; digit--, unit *= 10) left += ((bytes[digit] ?? 0) - ZERO) * unit;
      at = newline + 1 + (bytes[zero + 1] === MINUS ? 0 : hashLength);
    }
    return at;
  }
  function open({ entries, folders, id: [from2, to] }) {
    let known;
    function read() {
      const found = /* @__PURE__ */ new Map();
      let at = to;
      for (let left = folders; left > 0; left--) {
        const one = recordAt(at);
        if (one === void 0) break;
        found.set(bytes.toString("latin1", ...one.name), one);
        at = behind(one);
      }
      return found;
    }
    return {
      id: from2 === to ? void 0 : bytes.toString("hex", from2, to),
      entries,
      folder(name) {
        known ??= read();
        const found = known.get(name);
        return found && open(found);
      }
    };
  }
  const root = recordAt(0);
  return root && open(root);
}

// packages/scan/src/git-index.ts
var REGULAR = 8;
var MODE = 24;
var FIXED = 40;
var EXTENDED = 16384;
var STAGE_SHIFT = 12;
var NAME_LENGTH = 4095;
var INTENDED = 8192;
function readGitIndex(bytes, hashLength) {
  const index = openGitIndex(bytes, hashLength);
  if (index === void 0) return void 0;
  const paths = [];
  for (let at = 0; at < index.length; at++) {
    if (index.mode(at) >>> 12 !== REGULAR) continue;
    const path = index.path(at);
    if (path !== paths.at(-1)) paths.push(path);
  }
  return paths;
}
function openGitIndex(bytes, hashLength) {
  if (bytes.length < 12 + hashLength || bytes.toString("latin1", 0, 4) !== "DIRC") return void 0;
  const version = bytes.readUInt32BE(4);
  if (version < 2 || version > 4) return void 0;
  const flagsFrom = FIXED + hashLength;
  const end = bytes.length - hashLength;
  const layout = layoutOf(bytes, version, flagsFrom, end);
  if (layout === void 0) return void 0;
  const { places, names } = layout;
  const extensions = extensionsOf(bytes, layout.end, end);
  if (extensions === void 0) return void 0;
  const flagsAt = (entry) => (places[entry] ?? 0) + flagsFrom;
  const flags = (entry) => bytes.readUInt16BE(flagsAt(entry));
  function path(entry) {
    if (names !== void 0) return names[entry] ?? "";
    const own = flags(entry);
    const nameAt = flagsAt(entry) + flagsLength(own);
    const known = own & NAME_LENGTH;
    return bytes.toString("latin1", nameAt, known === NAME_LENGTH ? bytes.indexOf(0, nameAt) : nameAt + known);
  }
  const cached = extensions.get("TREE");
  return {
    length: places.length,
    path,
    mode: (entry) => bytes.readUInt32BE((places[entry] ?? 0) + MODE),
    id: (entry) => bytes.toString("hex", (places[entry] ?? 0) + FIXED, flagsAt(entry)),
    stage: (entry) => flags(entry) >>> STAGE_SHIFT & 3,
    intended: (entry) => (flags(entry) & EXTENDED) !== 0 && (bytes.readUInt16BE(flagsAt(entry) + 2) & INTENDED) !== 0,
    trees: cached && openCachedTree(cached, hashLength)
  };
}
function layoutOf(bytes, version, flagsFrom, end) {
  const length = bytes.readUInt32BE(8);
  if (length * (flagsFrom + 2) > end) return void 0;
  const places = new Uint32Array(length);
  const names = version === 4 ? [] : void 0;
  let at = 12;
  for (let entry = 0; entry < length; entry++) {
    const flagsAt = at + flagsFrom;
    if (flagsAt + 4 > end) return void 0;
    places[entry] = at;
    const flags = (bytes[flagsAt] ?? 0) << 8 | (bytes[flagsAt + 1] ?? 0);
    let nameAt = flagsAt + flagsLength(flags);
    let stem = "";
    if (names !== void 0) {
      const strip = readOffset(bytes, nameAt);
      nameAt = strip.next;
      const before = names.at(-1) ?? "";
      stem = before.slice(0, Math.max(0, before.length - strip.value));
    }
    const known = flags & NAME_LENGTH;
    const close = names !== void 0 || known === NAME_LENGTH ? bytes.indexOf(0, nameAt) : nameAt + known;
    if (close < nameAt || close >= end || bytes[close] !== 0) return void 0;
    names?.push(stem + bytes.toString("latin1", nameAt, close));
    at = names === void 0 ? at + (close - at + 8 & ~7) : close + 1;
  }
  return { places, names, end: at };
}
function flagsLength(flags) {
  return (flags & EXTENDED) === 0 ? 2 : 4;
}
function extensionsOf(bytes, from2, end) {
  const found = /* @__PURE__ */ new Map();
  let at = from2;
  while (at + 8 <= end) {
    if ((bytes[at] ?? 0) >= 97) return void 0;
    const next = at + 8 + bytes.readUInt32BE(at + 4);
    found.set(bytes.toString("latin1", at, at + 4), bytes.subarray(at + 8, next));
    at = next;
  }
  return at === end ? found : void 0;
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
function bareRepositoryAt(folder) {
  if (!isFile(`${folder}/HEAD`) || !isFolder(`${folder}/objects`) || !isFolder(`${folder}/refs`)) return void 0;
  const top = folder.endsWith("/.git") ? folder.slice(0, -"/.git".length) : folder;
  return { top, gitFolder: folder, commonFolder: folder };
}
function repositoryAround(folder) {
  for (let at = folder; ; at = at.slice(0, at.lastIndexOf("/"))) {
    const found = repositoryAt(at);
    if (found || !at.includes("/")) return found;
  }
}
function topAround(cwd) {
  return readable(repositoryAround(bytePath(cwd))?.top ?? bytePath(cwd));
}
function trackedFiles(repository) {
  const index = bytesAt(`${repository.gitFolder}/index`);
  if (index === void 0) return [];
  const sha256 = /^\s*objectformat\s*=\s*sha256\s*$/im.test(textAt(`${repository.commonFolder}/config`) ?? "");
  return readGitIndex(index, sha256 ? 32 : 20) ?? listedByGit(repository);
}
function listedByGit(repository) {
  const out = execFileSync("git", ["-c", "core.fsmonitor=false", "ls-files", "-z", "--cached", "--stage"], {
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
  return statusOf(path)?.isFile() ?? false;
}
function isFolder(path) {
  return statusOf(path)?.isDirectory() ?? false;
}
function statusOf(path) {
  try {
    return _statSync(openable(path), { throwIfNoEntry: false });
  } catch {
    return void 0;
  }
}
function textAt(path) {
  return bytesAt(path)?.toString("latin1");
}
function bytesAt(path) {
  try {
    return isFile(path) ? _readFileSync(openable(path)) : void 0;
  } catch {
    return void 0;
  }
}

// packages/scan/src/custom/scanner-source.ts
var RULES_FOLDER = ".leasehold/rules";
var RULE_FILE = /^[^.].*\.ya?ml$/i;
var NONE = Object.freeze({});
function scannerSource({ cwd, rules }) {
  if (rules !== void 0) {
    const rulesFolder2 = _resolve(cwd, rules);
    if (!_existsSync(rulesFolder2) || _statSync(rulesFolder2).isDirectory() && !hasRules(rulesFolder2)) {
      throw new ConfigError(`there are no rules at \`${rules}\``, {
        code: "ERR_RULES_FOLDER",
        help: "name a file of rules, or a folder with files that end in `.yml`; it counts from the current folder"
      });
    }
    return { rulesFolder: rulesFolder2, rulesShown: rules };
  }
  const top = topAround(cwd);
  const rulesFolder = `${top}/${RULES_FOLDER}`;
  if (!hasRules(rulesFolder)) return NONE;
  if (_realpathSync.native(rulesFolder) !== _realpathSync.native(top) + _join("/", RULES_FOLDER)) {
    throw new ConfigError(`\`${RULES_FOLDER}\` is a link that leads elsewhere`, {
      code: "ERR_RULES_FOLDER",
      help: "put the rules there themselves, or name the folder with `--rules`"
    });
  }
  return { rulesFolder, rulesShown: RULES_FOLDER };
}
function hasRules(folder) {
  try {
    return _readdirSync(folder).some((name) => RULE_FILE.test(name));
  } catch (error) {
    const { code } = error;
    return code !== "ENOENT" && code !== "ENOTDIR";
  }
}

export {
  _resolve,
  _isAbsolute,
  _join,
  _relative,
  _dirname,
  _basename,
  _posix,
  suggest,
  spawn,
  spawnSync,
  openGitIndex,
  repositoryAt,
  bareRepositoryAt,
  repositoryAround,
  topAround,
  trackedFiles,
  inOrder,
  inTextOrder,
  RULE_FILE,
  scannerSource
};
