import {
  newCarriedLines
} from "./chunk-EEKZ5YUY.js";
import {
  archiveScans,
  lintReport,
  openScanner,
  readAllowance,
  scanWindows
} from "./chunk-SYBNQWDT.js";
import {
  MAGIC,
  WINDOW,
  archiveFormat,
  fileWindows
} from "./chunk-IBFILDPX.js";
import {
  _relative,
  _resolve,
  repositoryAround,
  repositoryAt,
  scannerSource,
  trackedFiles
} from "./chunk-UCDXRVAL.js";
import {
  _closeSync,
  _constants,
  _lstatSync,
  _openSync,
  _readFileSync,
  _readSync,
  _readdirSync,
  _realpathSync,
  _statSync,
  bytePath,
  linesOf,
  openable,
  readable,
  toFinding
} from "./chunk-PNFY7LJU.js";

// packages/scan/src/large-lines.ts
function linesOfLargeFile(file, buffer, places) {
  const known = /* @__PURE__ */ new Map();
  const left = [...new Set(places)].sort((a, b) => a - b);
  file.rewind();
  const carried = newCarriedLines();
  let next = 0;
  for (const window of fileWindows(buffer, file.fill(buffer), file)) {
    const lines = carried.enter(window);
    const { offset, to } = window;
    for (; next < left.length && left[next] < to + offset; next++) {
      known.set(left[next], lines.at(left[next] - offset));
    }
    if (next === left.length) break;
    carried.leave();
  }
  return { at: (place) => known.get(place) ?? { line: 1, column: 1 } };
}

// packages/scan/src/open-file.ts
var FLAGS = _constants.O_RDONLY | (_constants.O_NOFOLLOW ?? 0) | (_constants.O_NONBLOCK ?? 0);
var SECTOR = 512;
function openFile(path) {
  const descriptor = _openSync(openable(path), FLAGS);
  let position = 0;
  return {
    fill(target) {
      let filled = 0;
      while (filled < target.length) {
        const read2 = _readSync(descriptor, target, filled, target.length - filled, position);
        if (read2 === 0) break;
        filled += read2;
        position += read2;
        if (read2 % SECTOR !== 0) break;
      }
      return filled;
    },
    rewind: () => {
      position = 0;
    },
    close: () => _closeSync(descriptor)
  };
}

// packages/scan/src/scan-file.ts
var NOTHING = [];
function newFileScanner(scanner, failOn, archives = false) {
  const buffer = scanner.room(WINDOW);
  return {
    scan(absolute, path) {
      const file = openFile(absolute);
      try {
        const length = file.fill(buffer);
        if (archives && archiveFormat(buffer.subarray(0, Math.min(length, MAGIC))))
          return archiveScans().scanArchiveFile(absolute, path, scanner, failOn);
        return scanOpen(path, file, length);
      } finally {
        file.close();
      }
    }
  };
  function scanOpen(path, file, length) {
    if (length === buffer.length) return scanLarge(path, file);
    const bytes = buffer.subarray(0, length);
    const found = scanner.scan(bytes, path);
    if (found.length === 0) return { findings: NOTHING, bytes: length };
    const lines = linesOf(bytes);
    return { findings: found.map((raw) => toFinding(raw, lines, path, failOn)), bytes: length };
  }
  function scanLarge(path, file) {
    const { found, size } = scanWindows(scanner, buffer, buffer.length, file, path);
    if (found.length === 0) return { findings: NOTHING, bytes: size };
    const lines = linesOfLargeFile(
      file,
      buffer,
      found.flatMap(({ start, end }) => [start, end - 1])
    );
    return { findings: found.map((raw) => toFinding(raw, lines, path, failOn)), bytes: size };
  }
}

// packages/scan/src/char-class.ts
var inRange = (from, to) => (byte) => byte >= from.charCodeAt(0) && byte <= to.charCodeAt(0);
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
        if (rest[end] !== "/") segments.push([STAR]);
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
function matchesPathGlob(glob, path, from) {
  const { prefix, segments } = glob;
  if (!path.startsWith(prefix, from)) return false;
  const start = from + prefix.length;
  return segments === void 0 ? start === path.length : matchesSegments(segments, path, start);
}
function matchesSegments(segments, path, from) {
  let s = 0;
  let at = from;
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
function matchesSegment(tokens, text, from, to) {
  let t = 0;
  let at = from;
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
function lookUp(list, path, from, name, isFolder) {
  let best = last(list.names.get(name), isFolder);
  if (list.endings.size > 0) {
    const dot = name.lastIndexOf(".");
    if (dot >= 0) best = later(best, last(list.endings.get(name.slice(dot)), isFolder));
  }
  for (const rule of list.globs) {
    if (best !== void 0 && best.order > rule.order) break;
    if (rule.foldersOnly && !isFolder) continue;
    if (matchesPathGlob(rule.glob, rule.nameOnly ? name : path, rule.nameOnly ? 0 : from)) return rule.says;
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

// packages/scan/src/excludes-file.ts
var LINE = /^[ \t]*(?:\[([^\]"\s]*)[ \t]*("[^\]]*)?\][ \t]*)?(?:([a-z][a-z0-9-]*)[ \t]*=[ \t]*(.*))?/i;
function excludesFile(text) {
  if (!/excludesfile/i.test(text)) return void 0;
  let inCore = false;
  let named;
  for (const line of text.split("\n")) {
    const [, section, subsection, key, value] = LINE.exec(line) ?? [];
    if (section !== void 0) inCore = section.toLowerCase() === "core" && subsection === void 0;
    if (inCore && key?.toLowerCase() === "excludesfile") named = unquoted(value ?? "");
  }
  return named === "" || named?.startsWith("~") ? void 0 : named;
}
function unquoted(value) {
  let text = "";
  let length = 0;
  let inQuotes = false;
  for (let at = 0; at < value.length; at++) {
    const sign = value[at];
    if (sign === '"') {
      inQuotes = !inQuotes;
      continue;
    }
    if (!inQuotes && (sign === "#" || sign === ";")) break;
    text += sign === "\\" ? value[++at] ?? "" : sign;
    if (inQuotes || !/\s/.test(sign)) length = text.length;
  }
  return text.slice(0, length);
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
function rulesOfRepository({ top, commonFolder }) {
  const excludes = read(`${commonFolder}/config`, excludesFile);
  const clone = {
    ignore: read(`${commonFolder}/info/exclude`, readIgnoreFile),
    // A relative path counts from the top, where git goes first.
    excluded: excludes === void 0 ? void 0 : read(excludes.startsWith("/") ? excludes : `${top}/${excludes}`, readIgnoreFile),
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
  const { ignore, excluded } = rules.clone;
  return (ignore && lookUp(ignore, path, 0, name, isFolder)) ?? (excluded && lookUp(excluded, path, 0, name, isFolder)) ?? false;
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
    return _lstatSync(file, { throwIfNoEntry: false })?.isFile() ? parse(_readFileSync(file, "latin1")) : void 0;
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
  const full = _resolve(cwd, path);
  const shown = bytePath(_relative(cwd, full));
  try {
    const stats = _statSync(full);
    const absolute = bytePath(_realpathSync.native(full)).replace(/\/$/, "");
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

// packages/scan/src/tracked-though-ignored.ts
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
      if (isFile(absolute)) found.push({ path, absolute, shown: entry.shown + rest });
    }
    return found;
  });
}
function isFile(path) {
  try {
    return _lstatSync(openable(path), { throwIfNoEntry: false })?.isFile() ?? false;
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
var NOT_A_FILE = "not a regular file";
function walk(cwd, paths, visitor) {
  const seen = paths.length > 1 ? once(visitor) : visitor;
  const repositories = [];
  const stack = [];
  for (const path of paths) {
    const { absolute, shown, kind, error } = namedPath(cwd, path);
    if (absolute === void 0) seen.skipped(shown, error);
    else if (kind === "file") seen.file(absolute, shown);
    else if (kind === "folder") stack.push(namedFolder(absolute, shown === "" ? "" : `${shown}/`, repositories));
    else seen.skipped(shown, `unreadable: ${NOT_A_FILE}`);
  }
  for (let folder = stack.pop(); folder; folder = stack.pop()) readFolder(folder, stack, repositories, seen);
  for (const { repository, ignored } of repositories) {
    for (const { absolute, shown } of trackedThoughIgnored(repository, ignored, seen.skipped)) seen.file(absolute, shown);
  }
}
function namedFolder(absolute, shown, repositories) {
  const start = folderStart(absolute);
  if (start === void 0) return { absolute, shown, path: "", within: void 0, rules: void 0 };
  const within = { repository: start.repository, ignoring: !start.ignored, ignored: [] };
  repositories.push(within);
  return { absolute, shown, path: start.path, within, rules: start.rules };
}
function readFolder(folder, stack, repositories, visitor) {
  let entries;
  try {
    entries = _readdirSync(openable(folder.absolute === "" ? "/" : folder.absolute), { withFileTypes: true, encoding: "latin1" });
  } catch (error) {
    visitor.skipped(folder.shown, unreadable(error));
    return;
  }
  const here = withOwnRules(folder, entries, repositories);
  if (here === void 0) {
    visitor.skipped(folder.shown, "another repository");
    return;
  }
  const { path, within, rules } = here;
  const prefix = `${folder.absolute}/`;
  for (const entry of entries) {
    const { name } = entry;
    if (name === ".git") continue;
    const isFolder = entry.isDirectory();
    const absolute = prefix + name;
    const shown = folder.shown + name;
    if (rules && within?.ignoring && isIgnored(rules, path + name, name, isFolder)) {
      const slash = isFolder ? "/" : "";
      within.ignored.push({ path: path + name + slash, absolute: absolute + slash, shown: shown + slash });
    } else if (isFolder) {
      stack.push({ absolute, shown: `${shown}/`, path: `${path}${name}/`, within, rules });
    } else if (!entry.isFile()) {
      visitor.skipped(shown, entry.isSymbolicLink() ? "symbolic link" : NOT_A_FILE);
    } else {
      const attribute = rules && skippingAttribute(rules, path + name, name);
      if (attribute) visitor.skipped(shown, `marked ${attribute}`);
      else visitor.file(absolute, shown);
    }
  }
}
function withOwnRules(folder, entries, repositories) {
  const has = { git: false, ignore: false, attributes: false };
  for (const { name } of entries) {
    if (!name.startsWith(".git")) continue;
    if (name === ".git") has.git = true;
    else if (name === ".gitignore") has.ignore = true;
    else if (name === ".gitattributes") has.attributes = true;
  }
  let { path, within, rules } = folder;
  if (has.git && within?.repository.top !== folder.absolute) {
    const repository = repositoryAt(folder.absolute);
    if (repository && within) return void 0;
    if (repository) {
      path = "";
      within = { repository, ignoring: true, ignored: [] };
      repositories.push(within);
      rules = rulesOfRepository(repository);
    }
  }
  return rules ? { ...folder, path, within, rules: rulesOfFolder(rules, folder.absolute, path, has) } : folder;
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
function scanTree({ cwd, paths, failOn, allowList, rules, archives }, { now, progress }) {
  const allowance = readAllowance(cwd, allowList);
  const scanner = newFileScanner(openScanner(scannerSource({ cwd, rules })), failOn, archives);
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
        if (scanned.skipped) skipped.push(...scanned.skipped);
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
  rulesOfRepository,
  rulesOfFolder,
  skippingAttribute,
  scanTree
};
