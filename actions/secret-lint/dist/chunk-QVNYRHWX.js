import {
  authorship,
  firstAppearances,
  newBytesScan,
  newGit,
  newPathLookup,
  openObjects,
  openRepositoryObjects,
  parseCommit,
  parseTag,
  planPack,
  readHistoryLog,
  readRefs,
  readUnread,
  shallowCommits,
  treeEntries,
  walkPack
} from "./chunk-BHRPAOBO.js";
import {
  _availableParallelism,
  _setImmediate,
  customRules,
  lintReport,
  openScanner,
  readAllowance,
  readyRules
} from "./chunk-B7LETNLY.js";
import "./chunk-BWB6HEXE.js";
import "./chunk-IBFILDPX.js";
import {
  _resolve,
  bareRepositoryAt,
  repositoryAround,
  scannerSource
} from "./chunk-2BEXXG5E.js";
import {
  RULES,
  SHORT_PREFIXES,
  TIERS,
  _existsSync,
  atLeast,
  bytePath,
  fingerprint,
  isHalf,
  newScanner,
  openKernel,
  openable,
  reachOf,
  readable
} from "./chunk-V3B5L7U5.js";
import {
  ConfigError,
  UpstreamError
} from "./chunk-UWWLZZC2.js";
import "./chunk-CZ7CSFO4.js";

// packages/scan/src/history/message.ts
var NEWLINE = 10;
function messageOf(bytes) {
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) {
    if (bytes[at + 1] === NEWLINE) return bytes.subarray(at + 2);
  }
  return bytes.subarray(bytes.length);
}

// packages/scan/src/history/contents.ts
function keyOf({ ruleId, fingerprint: fingerprint2 }) {
  return `${ruleId} ${fingerprint2}`;
}
var KEPT = 4096;
function newContents(store, source, failOn) {
  const scanner = openScanner(source);
  const scan = newBytesScan(scanner, failOn);
  const found = keeping((name) => {
    const [object, path] = parted(name);
    const bytes = bytesOf(object);
    return bytes === void 0 ? [] : scan(bytes, readable(path)).findings;
  });
  const spellings = keeping((name) => {
    const [object, path] = parted(name);
    const bytes = bytesOf(object) ?? new Uint8Array();
    const raws = scanner.scan(bytes, readable(path));
    return new Map(
      raws.map(({ rule, value, start, end }) => [`${rule.id} ${fingerprint(rule.id, value)}`, bytes.slice(start, end)])
    );
  });
  function bytesOf(object) {
    const read = store.read(object);
    return read === void 0 || read.type === "blob" ? read?.bytes : messageOf(read.bytes);
  }
  const findings = (object, path) => found(`${object} ${path}`);
  return {
    findings,
    has(object, path, key, sample) {
      const spelling = spellings(`${sample} ${path}`).get(key);
      if (spelling === void 0) return findings(object, path).some((finding) => keyOf(finding) === key);
      const bytes = bytesOf(object);
      return bytes !== void 0 && Buffer.prototype.indexOf.call(bytes, spelling) >= 0;
    }
  };
}
function parted(name) {
  const space = name.indexOf(" ");
  return [name.slice(0, space), name.slice(space + 1)];
}
function keeping(answer) {
  const kept = /* @__PURE__ */ new Map();
  return (name) => {
    const known = kept.get(name);
    if (known !== void 0) return known;
    const made = answer(name);
    if (kept.size === KEPT) kept.delete(kept.keys().next().value);
    kept.set(name, made);
    return made;
  };
}

// packages/scan/src/history/lifetime.ts
var OUT_OF_STEP = 3;
function firstOf(versions, seen, has) {
  const from = versions.findIndex(({ content }) => seen.has(content));
  return from < 0 ? void 0 : versions[edge(from, -1, holdsIn(versions, seen, has))];
}
function endOf(versions, seen, has) {
  const from = versions.findLastIndex(({ content }) => seen.has(content));
  if (from < 0) return void 0;
  const last = edge(from, 1, holdsIn(versions, seen, has));
  return { last: versions[last].content, removed: versions[last + 1] };
}
function holdsIn(versions, seen, has) {
  return (index) => {
    const content = versions[index]?.content;
    return content !== void 0 && (seen.has(content) || has(content));
  };
}
function edge(from, direction, holds) {
  let good = from;
  for (; ; ) {
    good = solidEdge(good, direction, holds);
    let ahead = 2;
    while (ahead <= OUT_OF_STEP && !holds(good + direction * ahead)) ahead++;
    if (ahead > OUT_OF_STEP) return good;
    good += direction * ahead;
  }
}
function solidEdge(from, direction, holds) {
  let good = from;
  let bad = 1;
  while (holds(good + direction * bad)) {
    good += direction * bad;
    bad *= 2;
  }
  let low = 0;
  while (bad - low > 1) {
    const middle = low + bad >> 1;
    if (holds(good + direction * middle)) low = middle;
    else bad = middle;
  }
  return good + direction * low;
}

// packages/scan/src/history/newest-versions.ts
var REFS = 512;
var TAGS = 5;
function newestVersions(refs, store, lookup) {
  const known = /* @__PURE__ */ new Map();
  let tips;
  return (path, fits) => {
    tips ??= tipsOf(refs, store);
    const standing = known.get(path) ?? { different: [], looked: 0 };
    known.set(path, standing);
    const found = standing.different.find(({ content }) => fits(content));
    if (found !== void 0) return found;
    while (standing.looked < tips.length) {
      const { name, id } = tips[standing.looked++];
      const content = lookup(id, path);
      if (content === void 0 || standing.different.some((other) => other.content === content)) continue;
      const next = { ref: name, content };
      standing.different.push(next);
      if (fits(content)) return next;
    }
    return void 0;
  };
}
function tipsOf(refs, store) {
  const order = ({ name }) => name === "HEAD" ? 0 : name.startsWith("refs/heads/") ? 1 : 2;
  const seen = /* @__PURE__ */ new Set();
  return refs.toSorted((a, b) => order(a) - order(b)).slice(0, REFS).flatMap(({ name, id }) => {
    const commit = commitOf(id, store);
    if (commit === void 0 || seen.has(commit)) return [];
    seen.add(commit);
    return [{ name, id: commit }];
  });
}
function commitOf(id, store) {
  let at = id;
  for (let step = 0; step < TAGS; step++) {
    const read = store.read(at);
    if (read === void 0 || read.type === "commit") return read && at;
    const object = read.type === "tag" ? parseTag(read.bytes)?.object : void 0;
    if (object === void 0) return void 0;
    at = object;
  }
  return void 0;
}

// packages/scan/src/history/removal.ts
var TRIES = 12;
function removalOn(line, path, since, has, lookup) {
  const holds = (index) => {
    const commit = line[index];
    const content = commit === void 0 ? void 0 : lookup(commit.id, path);
    return content !== void 0 && has(content);
  };
  const oldest = firstBefore(line, since) - 1;
  let present = -1;
  for (let back = 0, step = 1; back < TRIES && present < 0 && oldest >= 0; back++) {
    const index = Math.max(0, oldest - step + 1);
    if (holds(index)) present = index;
    step *= 2;
  }
  if (present < 0) return void 0;
  let absent = 0;
  for (let step = 1; present - step > 0; step *= 2) {
    if (holds(present - step)) present -= step;
    else {
      absent = present - step;
      break;
    }
  }
  while (present - absent > 1) {
    const middle = present + absent >> 1;
    if (holds(middle)) present = middle;
    else absent = middle;
  }
  return line[absent];
}
function firstBefore(line, time) {
  let low = 0;
  let high = line.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (line[middle].time < time) high = middle;
    else low = middle + 1;
  }
  return low;
}

// packages/scan/src/history/attribution.ts
var PATHS = 4;
function attribute(strong, ports) {
  const { store, objects, contents, history, refs, inHead, messages } = ports;
  const head2 = refs.find(({ name }) => name === "HEAD")?.id;
  const origins = history?.origins(new Set(strong.flatMap((sighting) => sighting.objects)));
  const versions = history?.versions(new Set(strong.flatMap(pathsOf))) ?? /* @__PURE__ */ new Map();
  const lookup = newPathLookup(objects);
  const standing = newestVersions(refs, store, lookup);
  let line;
  return strong.flatMap(tell);
  function pathsOf({ objects: ids }) {
    return [...new Set(ids.flatMap((id) => [...inHead.get(id) ?? [], ...filePath(id)]))].slice(0, PATHS);
  }
  function filePath(id) {
    const path = origins?.get(id) ?? "";
    return path === "" || messages.has(id) ? [] : [path];
  }
  function tell(sighting) {
    const paths = pathsOf(sighting);
    if (paths.length > 0) {
      const found = paths.flatMap((path) => inFile(sighting, path));
      return found.length === 0 ? [] : [found.reduce(older)];
    }
    for (const id of sighting.objects) {
      const found = withoutPath(sighting, id);
      if (found !== void 0) return [found];
    }
    return [];
  }
  function inFile(sighting, path) {
    const key = keyOf(sighting);
    const seen = new Set(sighting.objects);
    const sample = sighting.objects.find((id) => inHead.get(id)?.includes(path) || origins?.get(id) === path);
    const has = (content) => seen.has(content) || contents.has(content, path, key, sample);
    const first = firstOf(versions.get(path) ?? [], seen, has);
    const object = first?.content ?? sample;
    const found = contents.findings(object, path).find((finding) => keyOf(finding) === key);
    if (found === void 0) return [];
    const commit = first === void 0 ? {} : { commit: first.commit };
    const provenance = {
      object,
      ...first === void 0 ? {} : authorship(first.commit, objects),
      ...ending(path, seen, has, first?.commit)
    };
    return [{ ...found, ...commit, provenance }];
  }
  function ending(path, seen, has, brought) {
    const standsIn = standing(path, has)?.ref;
    if (standsIn !== void 0) return { standsIn };
    const commit = endOf(versions.get(path) ?? [], seen, has)?.removed?.commit ?? goneBy(path, has, brought);
    const date = commit === void 0 ? void 0 : authorship(commit, objects).date;
    return commit === void 0 || date === void 0 ? {} : { removed: { commit, date } };
  }
  function goneBy(path, has, brought) {
    if (history === void 0 || head2 === void 0 || brought === void 0) return void 0;
    line ??= history.mainline(head2);
    return removalOn(line, path, committed(brought), has, lookup)?.id;
  }
  function committed(commit) {
    const bytes = objects.read(commit);
    return (bytes && parseCommit(bytes)?.committer.time) ?? 0;
  }
  function withoutPath(sighting, id) {
    const read = store.read(id);
    if (read === void 0) return void 0;
    const found = contents.findings(id, nameOf(id, read)).find((finding) => keyOf(finding) === keyOf(sighting));
    if (found === void 0) return void 0;
    const ref = read.type === "tag" ? refs.find((candidate) => candidate.id === id)?.name : void 0;
    const about = {
      object: id,
      ...ref === void 0 ? {} : { standsIn: ref },
      ...origins === void 0 || origins.has(id) ? {} : { unreachable: true }
    };
    if (read.type !== "commit") return { ...found, provenance: about };
    return { ...found, commit: id, provenance: { ...about, ...authorship(id, objects) } };
  }
}
function nameOf(id, { type, bytes }) {
  const name = type === "tag" ? parseTag(bytes)?.name : void 0;
  return `${type === "blob" ? "object" : type} ${name ?? id.slice(0, 12)}`;
}
function older(a, b) {
  return (b.provenance?.date ?? Infinity) < (a.provenance?.date ?? Infinity) ? b : a;
}

// packages/scan/src/history/history-repository.ts
function historyRepository(cwd, named = ".") {
  const folder = bytePath(_resolve(cwd, named));
  const found = bareRepositoryAt(folder) ?? repositoryAround(folder);
  if (found !== void 0) {
    return { top: readable(found.top), gitFolder: readable(found.gitFolder), commonFolder: found.commonFolder };
  }
  throw new ConfigError(
    named === "." ? "this folder is in no git repository" : `\`${named}\` is no git repository, and in none`,
    {
      code: "ERR_LINT_REPOSITORY",
      help: "name the folder of a repository, with or without a working tree"
    }
  );
}

// packages/scan/src/history/listed-history.ts
var NEWLINE2 = 10;
var SPACE = 32;
var QUESTION = 63;
var WORDS = "rev-list --objects --in-commit-order --reverse --timestamp --parents --missing=print --ignore-missing --all HEAD".split(" ");
async function listedHistory(git, signal) {
  const list = await git.begin(WORDS, signal);
  const text = (from, to) => list.toString("latin1", from, to);
  return {
    origins(ids) {
      const found = /* @__PURE__ */ new Map();
      const heads = new Set([...ids].map((id) => head(Buffer.from(id, "latin1"), 0)));
      eachLine(list, (start, idEnd, end, _, time) => {
        if (!heads.has(head(list, start))) return;
        const id = text(start, idEnd);
        if (ids.has(id)) found.set(id, time === void 0 ? text(Math.min(end, idEnd + 1), end) : "");
      });
      return found;
    },
    versions(paths) {
      const found = new Map([...paths].map((path) => [path, []]));
      const tails = new Set([...paths].map((path) => tail(Buffer.from(path, "latin1"), 0, path.length)));
      eachLine(list, (start, idEnd, end, commit, time) => {
        if (time !== void 0 || !tails.has(tail(list, idEnd + 1, end))) return;
        found.get(text(idEnd + 1, end))?.push({ commit: commit(), content: text(start, idEnd) });
      });
      return found;
    },
    mainline(head2) {
      const parents = /* @__PURE__ */ new Map();
      const times = /* @__PURE__ */ new Map();
      eachLine(list, (start, idEnd, end, _, time) => {
        if (time === void 0) return;
        const id = text(start, idEnd);
        times.set(id, time);
        if (end > idEnd) parents.set(id, text(idEnd + 1, Math.min(end, idEnd + 1 + idEnd - start)));
      });
      const line = [];
      for (let at = head2; at !== void 0 && line.length <= times.size; at = parents.get(at)) {
        line.push({ id: at, time: times.get(at) ?? 0 });
      }
      return line;
    },
    missing() {
      let missing = 0;
      for (let at = 0; at >= 0 && at < list.length; at = list.indexOf(NEWLINE2, at) + 1 || -1)
        if (list[at] === QUESTION) missing++;
      return missing;
    },
    curtailed: () => false
  };
}
function head(bytes, at) {
  return bytes.readUInt32LE(at);
}
function tail(bytes, from, end) {
  const length = end - from;
  return length < 2 ? length : length * 65536 + bytes[end - 2] * 256 + bytes[end - 1];
}
function eachLine(list, visit) {
  let committed = 0;
  let width = 40;
  const commit = () => list.toString("latin1", committed, committed + width);
  for (let start = 0; start < list.length; ) {
    const newline = list.indexOf(NEWLINE2, start);
    const end = newline < 0 ? list.length : newline;
    if (list[start] !== QUESTION) {
      const idEnd = endOfId(list, start, end);
      if (idEnd > 0) visit(start, idEnd, end, commit, void 0);
      else {
        const space = list.indexOf(SPACE, start);
        const next = list.indexOf(SPACE, space + 1);
        committed = space + 1;
        width = (next < 0 || next > end ? end : next) - committed;
        visit(committed, committed + width, end, commit, Number(list.toString("latin1", start, space)));
      }
    }
    start = end + 1;
  }
}
function endOfId(list, start, end) {
  for (const length of [40, 64])
    if (start + length === end || start + length < end && list[start + length] === SPACE) return start + length;
  return -1;
}

// packages/scan/src/history/logged-history.ts
function loggedHistory({ ids, commits, trees, order, tags }, most) {
  const { places } = trees;
  const total = ids.count + trees.missing;
  const reached = new Set(order);
  let curtailed = false;
  const numberOf = (id) => ids.find(Buffer.from(id, "hex"), 0);
  const commitAt = (turn) => ids.hexOf(commits.numbers[order[turn]]);
  function* roots() {
    for (const commit of order) yield commits.trees[commit];
  }
  function tellOf(files, visit) {
    const told = firstAppearances(trees, roots(), files, visit, most);
    if (!told) curtailed = true;
    return told;
  }
  function isFile(number) {
    return number >= 0 && number < ids.count && places[number] < 0;
  }
  function filesNamed(names) {
    const named = Uint8Array.from(trees.list, (name) => names.has(name) ? 1 : 0);
    const files = new Uint8Array(total);
    for (let at = 0; at < trees.names.length; at++) {
      const child = trees.children[at];
      if (named[trees.names[at]] === 1 && isFile(child)) files[child] = 1;
    }
    return files;
  }
  return {
    origins(wanted) {
      const found = /* @__PURE__ */ new Map();
      const files = new Uint8Array(total);
      for (const id of wanted) {
        const number = numberOf(id);
        if (tags.has(id) || number >= 0 && reached.has(commits.places[number])) found.set(id, "");
        else if (isFile(number)) files[number] = 1;
      }
      const told = tellOf(files, (file, _, path) => found.set(ids.hexOf(file), path));
      return told ? found : new Map([...wanted].map((id) => [id, ""]));
    },
    versions(paths) {
      const found = new Map([...paths].map((path) => [path, []]));
      const names = new Set([...paths].map((path) => path.slice(path.lastIndexOf("/") + 1)));
      tellOf(filesNamed(names), (file, turn, path) => {
        found.get(path)?.push({ commit: commitAt(turn), content: ids.hexOf(file) });
      });
      return found;
    },
    mainline(head2) {
      const line = [];
      let number = numberOf(head2);
      while (number >= 0 && line.length <= order.length) {
        const place = commits.places[number];
        if (place < 0) break;
        line.push({ id: ids.hexOf(number), time: commits.times[place] });
        const first = commits.begins[place];
        number = first < commits.begins[place + 1] ? commits.parents[first] : -1;
      }
      return line;
    },
    missing() {
      if (trees.missing === 0) return 0;
      let missing = 0;
      const gone = new Uint8Array(total).fill(1, ids.count);
      tellOf(gone, () => missing++);
      return missing;
    },
    curtailed: () => curtailed
  };
}

// packages/scan/src/history/sightings.ts
var MOST_OBJECTS = 64;
function isStrong({ tier, severity }, failOn) {
  return atLeast(tier, failOn) || atLeast(tier, "prefixed") && severity !== "info";
}
function newSightings(first) {
  const byValue = /* @__PURE__ */ new Map();
  return {
    note(raw, object) {
      const { rule, value, tier, severity } = raw;
      const key = `${rule.id}\0${value}`;
      const seen = byValue.get(key);
      if (seen === void 0) {
        first(raw);
        byValue.set(key, { ruleId: rule.id, value, tier, severity, objects: /* @__PURE__ */ new Set([object]), times: 1 });
        return;
      }
      seen.times++;
      if (seen.objects.size < MOST_OBJECTS) seen.objects.add(object);
      if (stronger(tier, seen.tier)) {
        seen.tier = tier;
        seen.severity = severity;
      }
    },
    list: () => [...byValue.values()].map(({ ruleId, value, tier, severity, objects, times }) => ({
      ruleId,
      fingerprint: fingerprint(ruleId, value),
      tier,
      severity,
      objects: [...objects],
      times
    }))
  };
}
function mergeSightings(lists) {
  const merged = /* @__PURE__ */ new Map();
  for (const sighting of lists.flat()) {
    const key = `${sighting.ruleId} ${sighting.fingerprint}`;
    const known = merged.get(key);
    if (known === void 0) {
      merged.set(key, sighting);
      continue;
    }
    const best = stronger(sighting.tier, known.tier) ? sighting : known;
    const objects = [.../* @__PURE__ */ new Set([...known.objects, ...sighting.objects])].slice(0, MOST_OBJECTS);
    merged.set(key, { ...best, objects, times: known.times + sighting.times });
  }
  return [...merged.values()];
}
function stronger(tier, other) {
  return TIERS.indexOf(tier) < TIERS.indexOf(other);
}

// packages/scan/src/history/newest.ts
var PATHS2 = 4;
var STRIDE = 64;
async function scanNewest(paths, contents, failOn, signal) {
  const strong = [];
  const weak = /* @__PURE__ */ new Map();
  const places = [...paths].flatMap(([id, all]) => all.slice(0, PATHS2).map((path) => ({ id, path })));
  places.sort((a, b) => a.path < b.path ? -1 : 1);
  for (const [at, { id, path }] of places.entries()) {
    if (at % STRIDE === 0) await _setImmediate();
    signal?.throwIfAborted();
    for (const finding of contents.findings(id, path)) {
      const { ruleId, fingerprint: fingerprint2, tier, severity } = finding;
      if (isStrong(finding, failOn)) strong.push({ ruleId, fingerprint: fingerprint2, tier, severity, objects: [id], times: 1 });
      else if (!weak.has(keyOf(finding))) {
        weak.set(keyOf(finding), { ...finding, provenance: { object: id, standsIn: "HEAD" } });
      }
    }
  }
  return { strong, weak };
}

// packages/scan/src/history/notes.ts
function historyNotes({ left, without, curtailed, missing, unnamed, shallow, partial }) {
  const notes = [];
  if (shallow) notes.push("this is a shallow clone: the commits before its oldest ones are not here, so they were not scanned");
  if (missing !== void 0 && missing > 0) {
    notes.push(
      `${missing} ${missing === 1 ? "object of the history is" : "objects of the history are"} not here, so ${missing === 1 ? "it was" : "they were"} not scanned`
    );
  } else if (partial && missing === void 0) {
    notes.push("this is a partial clone: objects that were not fetched were not scanned");
  }
  if (unnamed > 0) notes.push(`${unnamed} more objects could not be read`);
  if (without !== void 0) notes.push(`commits and old paths are not known: ${without}`);
  if (curtailed)
    notes.push("commits and old paths are not all known: this history leads to its files in more ways than there is memory for");
  if (left > 0) {
    notes.push(
      `${left} weaker ${left === 1 ? "finding stands" : "findings stand"} in old versions only and ${left === 1 ? "is" : "are"} not listed; a weaker tier to fail on lists them`
    );
  }
  return notes;
}

// packages/scan/src/history/paths-in-tree.ts
var FOLDER = 16384;
var SUBMODULE = 57344;
function pathsInTree(objects, commit) {
  const found = /* @__PURE__ */ new Map();
  const idLength = commit.length === 64 ? 32 : 20;
  const top = objects.read(commit);
  const folders = [{ id: (top && parseCommit(top)?.tree) ?? "", path: "" }];
  for (let folder = folders.pop(); folder !== void 0; folder = folders.pop()) {
    const bytes = folder.id === "" ? void 0 : objects.read(folder.id);
    if (bytes === void 0) continue;
    for (const { mode, name, id } of treeEntries(bytes, idLength)) {
      const path = folder.path + name;
      if (mode === FOLDER) folders.push({ id, path: `${path}/` });
      else if (mode !== SUBMODULE) {
        const paths = found.get(id);
        if (paths === void 0) found.set(id, [path]);
        else paths.push(path);
      }
    }
  }
  return found;
}

// imported:node:worker_threads
var builtin = process.getBuiltinModule("node:worker_threads");
var pick = (name) => builtin[name];
var _Worker = /* @__PURE__ */ pick("Worker");

// packages/scan/src/history/crew.ts
var WORKER = new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "./history-worker.js", import.meta.url);
var LIMITS = { maxYoungGenerationSizeMb: 12 };
async function scanParts(requests, listener, signal) {
  signal?.throwIfAborted();
  const workers = requests.map((request) => new _Worker(WORKER, { workerData: request, resourceLimits: LIMITS }));
  let interrupt = () => {
  };
  const interrupted = new Promise((_, reject) => {
    interrupt = () => reject(signal?.reason);
  });
  signal?.addEventListener("abort", interrupt, { once: true });
  try {
    return await Promise.race([Promise.all(workers.map((worker) => resultOf(worker, listener))), interrupted]);
  } finally {
    signal?.removeEventListener("abort", interrupt);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
function resultOf(worker, { progress, strong }) {
  return new Promise((resolve, reject) => {
    worker.on("message", (report) => {
      if (report.kind === "progress") progress(report.objects);
      else if (report.kind === "strong") strong();
      else resolve(report.result);
    });
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`a thread of the scan ended with ${code}`)));
  });
}

// packages/scan/src/history/regions.ts
var NEWLINE3 = 10;
var STEP = 256;
var NONE = [];
var BYTES = /* @__PURE__ */ new WeakMap();
function openingsOf(reach, bits) {
  if (bits === 0) return NONE;
  let all = BYTES.get(reach);
  if (all === void 0) {
    all = reach.openings.map(({ literal, most }) => ({ literal: Buffer.from(literal, "latin1"), most }));
    BYTES.set(reach, all);
  }
  return all.filter((_, index) => (bits & 1 << index) !== 0);
}
function regionsAround(bytes, touched, { near, across }, openings) {
  const regions = [];
  const wide = near + across;
  const seekers = openings.length === 0 ? [] : openings.map((opening) => newSeeker(bytes, opening));
  for (let index = 0; index < touched.length; index += 2) {
    const [start, end] = [touched[index], touched[index + 1]];
    let first = start - wide;
    let last = end + wide;
    for (const seek of seekers) {
      const opening = seek(start, end);
      if (opening === void 0) continue;
      first = Math.min(first, opening.at - near);
      last = Math.max(last, end + opening.most + near);
    }
    const known = regions.length === 0 ? 0 : regions[regions.length - 1];
    if (regions.length > 0 && last <= known - near) continue;
    const from = first <= known ? known : Math.max(0, startOfLine(bytes, first) - near);
    const to = Math.min(bytes.length, endOfLine(bytes, last) + near);
    if (regions.length > 0 && from <= known) regions[regions.length - 1] = Math.max(known, to);
    else regions.push(first <= 0 ? 0 : from, to);
  }
  return regions;
}
function newSeeker(bytes, { literal, most }) {
  let at = -1;
  let sought = 0;
  return (start, end) => {
    const least = Math.max(0, start - most);
    if (at < least) {
      const from = Math.max(least, sought);
      const until = Math.min(bytes.length, end + literal.length);
      const found = from < until ? Buffer.prototype.indexOf.call(bytes.subarray(from, until), literal) : -1;
      at = found < 0 ? -1 : from + found;
      if (found < 0) sought = Math.max(sought, until - literal.length + 1);
    }
    return at >= least && at <= end ? { at, most } : void 0;
  };
}
function startOfLine(bytes, at) {
  if (at <= 0) return 0;
  const least = Math.max(0, at - STEP);
  for (let place = at; place > least; place--) if (bytes[place - 1] === NEWLINE3) return place;
  return least === 0 ? 0 : bytes.lastIndexOf(NEWLINE3, least - 1) + 1;
}
function endOfLine(bytes, at) {
  if (at >= bytes.length) return bytes.length;
  const most = Math.min(bytes.length, at + STEP);
  for (let place = at; place < most; place++) if (bytes[place] === NEWLINE3) return place;
  if (most === bytes.length) return most;
  const end = bytes.indexOf(NEWLINE3, most);
  return end < 0 ? bytes.length : end;
}

// packages/scan/src/history/stretches.ts
var NEWLINE4 = 10;
var SEAM = 4;
function layOut(ranges, size) {
  const lead = ranges[0] === 0 ? 0 : SEAM;
  let length = lead - SEAM;
  for (let index = 0; index < ranges.length; index += 2) {
    length += SEAM + ranges[index + 1] - ranges[index];
  }
  function copy(bytes, memory) {
    memory.fill(NEWLINE4, 0, lead);
    let at = lead;
    for (let index = 0; index < ranges.length; index += 2) {
      const [from, to] = [ranges[index], ranges[index + 1]];
      if (index > 0) {
        memory.fill(NEWLINE4, at, at + SEAM);
        at += SEAM;
      }
      memory.set(bytes.subarray(from, to), at);
      at += to - from;
    }
  }
  function judge(start, end, near) {
    let at = lead;
    for (let index = 0; index < ranges.length; index += 2) {
      const [from, to] = [ranges[index], ranges[index + 1]];
      const behind = at + to - from;
      if (start < behind) {
        if (end > behind || start < at) return "torn";
        return (from === 0 || start - near >= at) && (to === size || end + near <= behind) ? "inside" : "edge";
      }
      at = behind + SEAM;
    }
    return "torn";
  }
  return { length: Math.max(0, length), copy, judge };
}

// packages/scan/src/history/object-scan.ts
var ODD = 1;
var HALF = 2;
var OPENED = 2;
function newObjectScan(scanner, sightings) {
  const { reach } = scanner;
  function blob({ bytes, touched, base, id }) {
    if (touched === void 0 || (base & (ODD | HALF)) !== 0 || isMarked(bytes)) return whole(bytes, id);
    if (touched.length === 0) return base;
    const stretches = layOut(regionsAround(bytes, touched, reach, openingsOf(reach, base >> OPENED)), bytes.length);
    if (stretches.length >= bytes.length) return whole(bytes, id);
    const text = scanner.room(stretches.length);
    stretches.copy(bytes, text);
    if (hasNul(text)) return whole(bytes, id);
    const found = scanner.scan(text, "");
    const marks = scanner.opened() << OPENED;
    if ((marks & ~base) !== 0) return whole(bytes, id);
    const inside = [];
    for (const raw of found) {
      const place = stretches.judge(raw.start, raw.end, reach.near);
      if (place === "torn" || isHalf(raw)) return whole(bytes, id);
      if (place === "inside") inside.push(raw);
    }
    for (const raw of inside) sightings.note(raw, id());
    return base;
  }
  function whole(bytes, id) {
    let marks = isMarked(bytes) || hasNul(bytes) ? ODD : 0;
    for (const raw of scanner.scan(bytes, "")) {
      sightings.note(raw, id());
      if (isHalf(raw)) marks |= HALF;
    }
    return marks | scanner.opened() << OPENED;
  }
  return { blob, text: whole };
}
function isMarked(bytes) {
  return bytes[0] >= 254 && bytes[1] >= 254;
}
function hasNul(bytes) {
  return Buffer.prototype.indexOf.call(bytes, 0) >= 0;
}

// packages/scan/src/history/opening-scanner.ts
function openOpeningScanner(source, contextual) {
  const own = customRules(source);
  const all = own.length === 0 ? RULES : [...RULES, ...own];
  const rules = contextual ? all : all.filter(({ prefixes }) => prefixes.length > 0);
  const reach = reachOf(rules);
  const literals = reach.openings.map(({ literal }) => literal);
  const kernel = openKernel([...SHORT_PREFIXES, ...own.flatMap(({ prefixes }) => prefixes), ...literals]);
  let seen = 0;
  const listening = {
    ...kernel,
    scan(length, found, ...rest) {
      const bytes = kernel.room(length);
      const heard = (anchor, start, ...place) => {
        if (anchor === "prefix" || anchor === "armor") note(bytes, start);
        found(anchor, start, ...place);
      };
      return kernel.scan(length, heard, ...rest);
    }
  };
  function note(bytes, at) {
    literals.forEach((literal, index) => {
      if ((seen & 1 << index) === 0 && standsAt(bytes, at, literal)) seen |= 1 << index;
    });
  }
  const scanner = newScanner(listening, rules);
  return {
    reach,
    room: kernel.room,
    opened: () => seen,
    scan(bytes, path) {
      seen = 0;
      return scanner.scan(bytes, path);
    }
  };
}
function standsAt(bytes, at, literal) {
  for (let index = 0; index < literal.length; index++) if (bytes[at + index] !== literal.charCodeAt(index)) return false;
  return true;
}

// packages/scan/src/history/part.ts
var LARGEST = 64 << 20;
var STRIDE2 = 2048;
function scanPart({ gitFolder, source, env, failOn, part, parts, plans }, { progress, strong }) {
  const store = openObjects(gitFolder);
  let told = false;
  const sightings = newSightings((raw) => {
    if (told || !isStrong(raw, failOn)) return;
    told = true;
    strong();
  });
  const skipped = [];
  const scan = newObjectScan(openOpeningScanner(source, atLeast("contextual", failOn)), sightings);
  const messages = /* @__PURE__ */ new Set();
  let files = 0;
  let bytes = 0;
  let unnamed = 0;
  let since = 0;
  const step = (type, size) => {
    if (type === "blob") files++;
    bytes += size;
    if (++since < STRIDE2) return;
    progress(since);
    since = 0;
  };
  for (const { path, plan } of plans) {
    const pack = store.packs.find((candidate) => candidate.path === path);
    if (pack !== void 0) packed(pack, plan);
  }
  let turn = 0;
  for (const id of store.loose()) if (turn++ % parts === part) loose(id);
  if (part === 0 && store.unread.length > 0) {
    const missed = readUnread(gitFolder, store, LARGEST, (id, { type, bytes: object }) => whole(type, object, id), {
      environment: env
    });
    for (const { what, reason } of missed) skipped.push({ what, reason: `unreadable: ${reason}` });
  }
  progress(since);
  return { sightings: sightings.list(), messages: [...messages], files, bytes, skipped, unnamed };
  function packed(pack, plan) {
    const { index } = pack;
    const summary = walkPack(
      pack,
      { part, parts, plan, types: ["blob", "commit", "tag"] },
      ({ position, type, bytes: object, touched, inherited }) => {
        step(type, object.length);
        const id = () => index.idAt(position);
        if (type === "blob") return scan.blob({ bytes: object, touched, base: inherited, id });
        message(object, id);
        return 0;
      }
    );
    for (const { position, offset } of summary.large) {
      const object = pack.readAt(offset, LARGEST);
      const id = index.idAt(position);
      if (object === void 0) skipped.push({ what: id, reason: "too large" });
      else whole(object.type, object.bytes, id);
    }
    for (const { position, reason } of summary.failures)
      skipped.push({ what: index.idAt(position), reason: `unreadable: ${reason}` });
    unnamed += summary.failed - summary.failures.length;
  }
  function loose(id) {
    const object = store.read(id);
    if (object === void 0) skipped.push({ what: id, reason: "unreadable: it is damaged" });
    else whole(object.type, object.bytes, id);
  }
  function whole(type, object, id) {
    step(type, object.length);
    if (type === "blob") scan.blob({ bytes: object, touched: void 0, base: 0, id: () => id });
    else if (type !== "tree") message(object, () => id);
  }
  function message(object, id) {
    scan.text(messageOf(object), () => {
      const name = id();
      messages.add(name);
      return name;
    });
  }
}

// packages/scan/src/history/shares.ts
var SMALL = 6 << 20;
var LARGE = 128 << 20;
var MOST_THREADS = 8;
async function scanShares(store, { gitFolder, source, env, failOn, plans, signal }, { progress, strong }) {
  const size = store.packs.reduce((sum2, { file }) => sum2 + file.size, 0);
  const total = plans.reduce((sum2, { plan }) => sum2 + plan.types.reduce((count, type) => count + (type === 2 ? 0 : 1), 0), 0);
  const parts = size < SMALL ? 1 : threadsFor(size, _availableParallelism());
  const requests = Array.from(
    { length: parts },
    (_, part) => ({
      gitFolder,
      source,
      env: { ...env },
      failOn,
      part,
      parts,
      plans
    })
  );
  let done = 0;
  const listener = {
    strong,
    progress: (objects) => {
      done += objects;
      progress(done, Math.max(done, total));
    }
  };
  if (size >= SMALL) return scanParts(requests, listener, signal);
  signal?.throwIfAborted();
  return requests.map((request) => scanPart(request, listener));
}
function threadsFor(size, processors) {
  return Math.max(size < LARGE ? 1 : 2, Math.min(MOST_THREADS, processors - 1));
}

// packages/scan/src/history/scan-history.ts
var MANY = 4e5;
var EVERYTHING = "every version of every file, and the messages of all commits and tags";
var MOST_WEAK = 1e3;
async function scanHistory(request, { now, env, progress, long }) {
  const { cwd, repository, failOn, allowList, rules, signal } = request;
  const { top, gitFolder, commonFolder } = historyRepository(cwd, repository);
  const allowance = readAllowance(top, allowList);
  const source = scannerSource({ cwd: rules === void 0 ? top : cwd, rules });
  await readyRules(source);
  customRules(source);
  const store = openObjects(gitFolder);
  if (store.packs.reduce((sum2, { index }) => sum2 + index.count, 0) >= MANY) long?.();
  const over = new AbortController();
  const running = AbortSignal.any([over.signal, ...signal === void 0 ? [] : [signal]]);
  try {
    const git = newGit({ cwd: top, env, gitFolder });
    let known;
    using objects = openRepositoryObjects(gitFolder, git);
    const { refs, unread } = readRefs(gitFolder, { environment: env });
    const head2 = refs.find(({ name }) => name === "HEAD")?.id;
    const inHead = head2 === void 0 ? /* @__PURE__ */ new Map() : pathsInTree(objects, head2);
    const contents = newContents(store, source, failOn);
    let plans = store.packs.map((pack) => ({ path: pack.path, plan: planPack(pack) }));
    const cut = shallowCommits(commonFolder);
    const history = () => historyOf(store, { refs, cut, plans, signal: running }, git);
    const shares = scanShares(
      store,
      { gitFolder, source, env, failOn, plans, signal },
      {
        progress: progress ?? (() => {
        }),
        // It is read while the threads scan.
        strong: () => {
          if (known !== void 0) return;
          known = history();
          known.catch(() => {
          });
        }
      }
    );
    const [results, newest] = await Promise.all([shares, scanNewest(inHead, contents, failOn, signal)]);
    const sightings = mergeSightings([...results.map((result) => result.sightings), newest.strong]);
    const strong = sightings.filter((sighting) => isStrong(sighting, failOn));
    const strongKeys = new Set(strong.map(keyOf));
    const weak = [...newest.weak].filter(([key]) => !strongKeys.has(key)).map(([, finding]) => finding);
    const messages = new Set(results.flatMap((result) => result.messages));
    const { history: told, without } = strong.length === 0 ? NO_HISTORY : await (known ?? history());
    plans = [];
    const attributed = attribute(strong, { store, objects, contents, refs, inHead, history: told, messages });
    const old = sightings.filter((sighting) => !isStrong(sighting, failOn) && !newest.weak.has(keyOf(sighting))).length;
    const left = old + Math.max(0, weak.length - MOST_WEAK);
    return lintReport(
      {
        findings: [...attributed, ...weak.slice(0, MOST_WEAK)],
        skipped: [
          ...skippedOf(results),
          ...[...unread, ...store.unread].map(({ what, reason }) => ({ path: what, reason: `unreadable: ${reason}` }))
        ],
        files: sum(results, ({ files }) => files),
        bytes: sum(results, ({ bytes }) => bytes),
        versions: true,
        whole: true,
        about: atLeast("contextual", failOn) ? EVERYTHING : `${EVERYTHING}; what only its surroundings tell, in the newest version of HEAD`,
        notes: historyNotes({
          left,
          without,
          missing: told?.missing(),
          curtailed: told?.curtailed() ?? false,
          unnamed: sum(results, ({ unnamed }) => unnamed),
          shallow: cut.size > 0,
          partial: store.packs.some(({ path }) => _existsSync(openable(path.replace(/pack$/, "promisor"))))
        })
      },
      allowance,
      failOn,
      now()
    );
  } finally {
    over.abort();
    store.close();
  }
}
var NO_HISTORY = { history: void 0, without: void 0 };
async function historyOf(store, request, git) {
  const log = await readHistoryLog(store, request);
  if (log !== void 0) return { history: loggedHistory(log), without: void 0 };
  try {
    return { history: await listedHistory(git, request.signal), without: void 0 };
  } catch (error) {
    request.signal?.throwIfAborted();
    if (!(error instanceof UpstreamError)) throw error;
    return { history: void 0, without: error.message };
  }
}
function skippedOf(results) {
  return results.flatMap(({ skipped }) => skipped.map(({ what, reason }) => ({ path: what, reason })));
}
function sum(results, of) {
  return results.reduce((total, result) => total + of(result), 0);
}
export {
  scanHistory
};
