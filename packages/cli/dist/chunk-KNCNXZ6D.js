import {
  _availableParallelism,
  _setImmediate
} from "./chunk-TUOUR3WF.js";
import {
  FREE,
  ID_DELTA,
  LONGEST_HEADER,
  OBJECT_TYPES,
  OFFSET_DELTA,
  SLACK,
  authorship,
  commonFolder,
  hasForeignRefs,
  headersOf,
  newBatchReader,
  newBytesScan,
  newMachine,
  newPathLookup,
  openObjects,
  openRepositoryObjects,
  parseCommit,
  personOf,
  readEntryHeader,
  shallowCommits,
  textOf,
  treeEntries
} from "./changes.js";
import {
  customRules,
  lintReport,
  openScanner,
  readAllowance,
  readyRules
} from "./lint.js";
import "./start.js";
import {
  newGit
} from "./start.js";
import "./start.js";
import {
  WINDOW
} from "./start.js";
import {
  bareRepositoryAt,
  repositoryAround,
  scannerSource
} from "./lint.js";
import {
  _join,
  _resolve
} from "./start.js";
import {
  spawnSync
} from "./start.js";
import "./start.js";
import {
  RULES,
  SHORT_PREFIXES,
  bytePath,
  fingerprint,
  isHalf,
  newScanner,
  openKernel,
  openable,
  reachOf,
  readable,
  wordOfTests
} from "./lint.js";
import {
  TIERS,
  atLeast
} from "./start.js";
import {
  _existsSync,
  _readFileSync,
  _readdirSync,
  _statSync
} from "./start.js";
import {
  ConfigError,
  UpstreamError
} from "./start.js";
import {
  __callDispose,
  __using
} from "./start.js";

// packages/git/src/appearances.ts
function firstAppearances(log, ways, roots, visit) {
  const seen = new Uint8Array(log.places.length);
  const nexts = [];
  const ends = [];
  const folders = [];
  const enter = (tree, path) => {
    const place = log.places[tree];
    if (seen[tree] !== 0) return;
    seen[tree] = 1;
    nexts.push(ways.begins[place]);
    ends.push(ways.ends[place]);
    folders.push(path);
  };
  let turn = 0;
  for (const root of roots) {
    enter(root, "");
    while (nexts.length > 0) {
      const top = nexts.length - 1;
      const at = nexts[top];
      if (at === ends[top]) {
        nexts.pop();
        ends.pop();
        folders.pop();
        continue;
      }
      nexts[top] = at + 1;
      const child = ways.children[at];
      if (seen[child] !== 0) continue;
      const path = `${folders[top]}${log.list[ways.names[at]]}`;
      if (log.places[child] >= 0) enter(child, path);
      else {
        seen[child] = 1;
        visit(child, turn, path);
      }
    }
    turn++;
  }
}

// packages/git/src/git-process.ts
var SAFE = ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"];
var TOGETHER = 64 << 20;
var IDS = 5e4;
var MINUTES = 6e4;
function readByGit(gitFolder, ids, largest, visit, ports) {
  const missed = [];
  for (let from = 0; from < ids.length; from += IDS) {
    const checked = checkedIds(gitFolder, ids.slice(from, from + IDS), largest, missed, ports);
    for (let at = 0; at < checked.length; ) {
      const together = [];
      for (let size = 0; at < checked.length; at++) {
        const [id, bytes] = checked[at];
        if (size > 0 && size + bytes > TOGETHER) break;
        size += bytes;
        together.push(id);
      }
      readTogether(gitFolder, together, visit, missed, ports);
    }
  }
  return missed;
}
function readUnread(gitFolder, store, largest, visit, ports) {
  const listed = runGit(gitFolder, ["cat-file", "--batch-all-objects", "--unordered", "--batch-check=%(objectname)"], "", ports);
  if (typeof listed === "string") return [{ what: "git", reason: listed }];
  const known = new Set(store.loose());
  const ids = listed.toString("latin1").split("\n").filter(
    (id) => id !== "" && !known.has(id) && !store.packs.some(({ index }) => index.find(Buffer.from(id, "hex")) !== void 0)
  );
  return readByGit(gitFolder, ids, largest, visit, ports);
}
function checkedIds(gitFolder, ids, largest, missed, ports) {
  const out = runGit(gitFolder, ["cat-file", "--batch-check"], `${ids.join("\n")}
`, ports);
  const lines = typeof out === "string" ? [] : out.toString("latin1").split("\n");
  return ids.flatMap((id, index) => {
    const [, , size] = /^\S+ (commit|tree|blob|tag) (\d+)$/.exec(lines[index] ?? "") ?? [];
    if (size !== void 0 && Number(size) <= largest) return [[id, Number(size)]];
    const reason = typeof out === "string" ? out : size === void 0 ? "the object is not here" : "the object is too large";
    missed.push({ what: id, reason });
    return [];
  });
}
function readTogether(gitFolder, ids, visit, missed, ports) {
  const out = runGit(gitFolder, ["cat-file", "--batch", "--buffer"], `${ids.join("\n")}
`, ports);
  const left = new Set(ids);
  const read = newBatchReader(Number.POSITIVE_INFINITY, (id, object) => {
    if (object !== void 0 && left.delete(id)) visit(id, object);
  });
  if (typeof out !== "string") read(out);
  const reason = typeof out === "string" ? out : "git cannot read the object";
  for (const what of left) missed.push({ what, reason });
}
function runGit(gitFolder, command, input, { environment }) {
  const own = Object.entries(environment).filter(([name]) => !name.startsWith("GIT_"));
  const { stdout, error, status } = spawnSync("git", [...SAFE, `--git-dir=${gitFolder}`, ...command], {
    input,
    env: {
      ...Object.fromEntries(own),
      GIT_NO_LAZY_FETCH: "1",
      // What keeps a git from before that variable from fetching: no way to fetch is allowed.
      GIT_ALLOW_PROTOCOL: "none",
      GIT_NO_REPLACE_OBJECTS: "1",
      GIT_OPTIONAL_LOCKS: "0",
      GIT_TERMINAL_PROMPT: "0"
    },
    maxBuffer: 2 ** 31 - 1,
    timeout: 10 * MINUTES,
    stdio: ["pipe", "pipe", "ignore"],
    windowsHide: true
  });
  const early = error?.code === "EPIPE";
  if (error !== void 0 && !early) return `git cannot be run: ${error.message}`;
  return status === 0 || stdout.length > 0 ? stdout : "git cannot read the repository";
}

// packages/git/src/int-list.ts
function newIntList(most) {
  const limit = Math.max(1, most) * 4;
  const memory = new ArrayBuffer(Math.min(limit, 1 << 16), { maxByteLength: limit });
  const all = new Int32Array(memory);
  let length = 0;
  return {
    get length() {
      return length;
    },
    at: (index) => all[index],
    push(value) {
      if (length === all.length) memory.resize(Math.min(limit, memory.byteLength * 2));
      all[length++] = value;
    },
    values: () => new Int32Array(memory, 0, length)
  };
}

// packages/git/src/commit-log.ts
var MOST_PARENTS = 1 << 26;
var NEWLINE = 10;
var CLOSE = 62;
function newCommitLogger(ids) {
  const digits = ids.idLength * 2;
  const id = new Uint8Array(ids.idLength);
  const places = new Int32Array(ids.count).fill(-1);
  const numbers = newIntList(ids.count);
  const trees = newIntList(ids.count);
  const begins = newIntList(ids.count + 1);
  const parents = newIntList(MOST_PARENTS);
  const times = [];
  function numberAt(bytes, at) {
    for (let k = 0; k < id.length; k++) {
      id[k] = digitOf(bytes[at + 2 * k]) * 16 + digitOf(bytes[at + 2 * k + 1]);
    }
    return ids.find(id, 0);
  }
  return {
    add(number, bytes, cut) {
      if (places[number] >= 0) return;
      places[number] = numbers.length;
      numbers.push(number);
      begins.push(parents.length);
      trees.push(startsWith(bytes, 0, "tree ") ? numberAt(bytes, 5) : -1);
      let at = 6 + digits;
      for (; startsWith(bytes, at, "parent "); at += 8 + digits)
        if (!cut && parents.length < MOST_PARENTS) parents.push(numberAt(bytes, at + 7));
      times.push(timeOf(bytes, at));
    },
    finish() {
      begins.push(parents.length);
      return {
        count: numbers.length,
        places,
        numbers: numbers.values(),
        trees: trees.values(),
        times,
        begins: begins.values(),
        parents: parents.values()
      };
    }
  };
}
function startsWith(bytes, at, text) {
  for (let k = 0; k < text.length; k++) if (bytes[at + k] !== text.charCodeAt(k)) return false;
  return true;
}
function digitOf(code) {
  return code < 58 ? code - 48 : code - 87;
}
function timeOf(bytes, author) {
  const begin = bytes.indexOf(NEWLINE, author) + 1;
  if (begin === 0 || !startsWith(bytes, begin, "committer ")) return 0;
  const newline = bytes.indexOf(NEWLINE, begin);
  const close = bytes.lastIndexOf(CLOSE, newline < 0 ? bytes.length : newline);
  let time = 0;
  if (close <= begin) return 0;
  for (let at = close + 2; bytes[at] >= 48 && bytes[at] <= 57; at++)
    time = time * 10 + bytes[at] - 48;
  return time;
}

// packages/git/src/commit-order.ts
function oldestFirst(log, tips) {
  const { count, places, times, begins, parents } = log;
  const seen = new Uint8Array(count);
  const order = new Int32Array(count);
  const waiting = newQueue(times);
  let at = count;
  function come(commit) {
    if (seen[commit] === 1) return;
    seen[commit] = 1;
    waiting.push(commit);
  }
  for (const tip of tips) come(tip);
  for (let commit = waiting.pop(); commit !== void 0; commit = waiting.pop()) {
    order[--at] = commit;
    for (let k = begins[commit]; k < begins[commit + 1]; k++) {
      const parent = parents[k];
      const place = parent < 0 ? -1 : places[parent];
      if (place < 0) return void 0;
      come(place);
    }
  }
  return order.subarray(at);
}
function newQueue(times) {
  const heap = [];
  const turns = new Int32Array(times.length);
  let turn = 0;
  function precedes(a, b) {
    const difference = times[a] - times[b];
    return difference > 0 || difference === 0 && turns[a] < turns[b];
  }
  return {
    push(commit) {
      turns[commit] = turn++;
      let at = heap.length;
      for (let above = at - 1 >> 1; at > 0 && precedes(commit, heap[above]); above = at - 1 >> 1) {
        heap[at] = heap[above];
        at = above;
      }
      heap[at] = commit;
    },
    pop() {
      const first = heap[0];
      const last = heap.pop();
      if (last === void 0 || heap.length === 0) return first;
      let at = 0;
      for (; ; ) {
        let below = 2 * at + 1;
        if (below + 1 < heap.length && precedes(heap[below + 1], heap[below])) below++;
        if (below >= heap.length || !precedes(heap[below], last)) break;
        heap[at] = heap[below];
        at = below;
      }
      heap[at] = last;
      return first;
    }
  };
}

// packages/git/src/id-table.ts
function newIdTable(lists, idLength) {
  const waiting = lists.toSorted((a, b) => b.length - a.length);
  while (waiting.length > 1) {
    const merged = merge(waiting.pop(), waiting.pop(), idLength);
    const place = waiting.findIndex(({ length }) => length <= merged.length);
    waiting.splice(place < 0 ? waiting.length : place, 0, merged);
  }
  const ids = waiting[0] ?? new Uint8Array();
  const count = Math.floor(ids.length / idLength);
  const begins = new Uint32Array(65537);
  for (let number = 0; number < count; number++) {
    const next = headOf(ids, number * idLength) + 1;
    begins[next] = begins[next] + 1;
  }
  for (let head2 = 0; head2 < 65536; head2++) begins[head2 + 1] = begins[head2 + 1] + begins[head2];
  const lately = new Uint8Array(LATELY * idLength);
  const numbers = new Int32Array(LATELY).fill(-1);
  function search2(bytes, at) {
    const head2 = headOf(bytes, at);
    let low = begins[head2];
    let high = begins[head2 + 1];
    let middle = low + Math.floor((high - low) * headOf(bytes, at + 2) / 65536);
    while (low < high) {
      const order = compare(ids, middle * idLength, bytes, at, idLength);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle;
      middle = low + high >>> 1;
    }
    return -1;
  }
  return {
    count,
    idLength,
    find(bytes, at) {
      const slot = headOf(bytes, at) & LATELY - 1;
      if (numbers[slot] !== -1 && compare(lately, slot * idLength, bytes, at, idLength) === 0) return numbers[slot];
      const number = search2(bytes, at);
      if (number >= 0) {
        numbers[slot] = number;
        for (let k = 0; k < idLength; k++) lately[slot * idLength + k] = bytes[at + k];
      }
      return number;
    },
    hexOf: (number) => Buffer.from(ids.buffer, ids.byteOffset + number * idLength, idLength).toString("hex")
  };
}
var LATELY = 1 << 12;
function headOf(bytes, at) {
  return bytes[at] * 256 + bytes[at + 1];
}
function compare(a, from, b, at, length) {
  for (let k = 0; k < length; k++) {
    const difference = a[from + k] - b[at + k];
    if (difference !== 0) return difference;
  }
  return 0;
}
function merge(a, b, idLength) {
  const merged = new Uint8Array(a.length + b.length);
  let length = 0;
  let left = 0;
  let right = 0;
  while (left < a.length || right < b.length) {
    const order = left === a.length ? 1 : right === b.length ? -1 : compare(a, left, b, right, idLength);
    merged.set(order <= 0 ? a.subarray(left, left + idLength) : b.subarray(right, right + idLength), length);
    length += idLength;
    if (order <= 0) left += idLength;
    if (order >= 0) right += idLength;
  }
  return merged.subarray(0, length);
}

// packages/git/src/reverse-index.ts
var HEAD = 12;
function readReverseIndex(path, offsets) {
  const table = tableOf(path, offsets.length);
  if (table === void 0) return void 0;
  const positions = new Uint32Array(new SharedArrayBuffer(offsets.length * 4));
  positions.set(table);
  let before = -1;
  for (let k = 0; k < positions.length; k++) {
    const offset = offsets[positions[k]];
    if (offset === void 0 || offset <= before) return void 0;
    before = offset;
  }
  return positions;
}
function tableOf(path, count) {
  try {
    const bytes = _readFileSync(path);
    if (bytes.length < HEAD + count * 4 || bytes.readUInt32BE(0) !== 1380533336 || bytes.readUInt32BE(4) !== 1) return void 0;
    const table = new Uint8Array(count * 4);
    table.set(bytes.subarray(HEAD, HEAD + count * 4));
    Buffer.from(table.buffer).swap32();
    return new Uint32Array(table.buffer);
  } catch {
    return void 0;
  }
}

// packages/git/src/pack-plan.ts
var NONE = -1;
var ELSEWHERE = -2;
var UNKNOWN = 7;
var PIECE = 1 << 19;
var OBJECT_WEIGHT = 200;
function planPack(pack) {
  const byPosition = pack.index.offsets();
  const count = byPosition.length;
  const plan = {
    count,
    offsets: new Float64Array(shared(count + 1, 8)),
    positions: readReverseIndex(pack.path.replace(/pack$/, "rev"), byPosition) ?? sortedPositions(byPosition),
    types: new Uint8Array(shared(count, 1)),
    headers: new Uint8Array(shared(count, 1)),
    sizes: new Uint32Array(shared(count, 4)),
    bases: new Int32Array(shared(count, 4)).fill(NONE),
    firsts: new Int32Array(shared(count, 4)).fill(-1),
    nexts: new Int32Array(shared(count, 4)).fill(-1),
    weights: new Float64Array(shared(count, 8))
  };
  for (let k = 0; k < count; k++) plan.offsets[k] = byPosition[plan.positions[k]];
  plan.offsets[count] = pack.end;
  readHeads(pack, plan);
  grow(plan);
  return plan;
}
function shared(count, width) {
  return new SharedArrayBuffer(count * width);
}
function sortedPositions(offsets) {
  const count = offsets.length;
  const result = new Uint32Array(shared(count, 4));
  let largest = 0;
  for (let k = 0; k < count; k++) {
    largest = Math.max(largest, offsets[k]);
    result[k] = k;
  }
  let from = result;
  let to = new Uint32Array(count);
  for (let unit = 1; unit <= largest; unit *= 65536) {
    const starts = new Uint32Array(65537);
    for (let k = 0; k < count; k++) {
      const digit = offsets[k] / unit & 65535;
      starts[digit + 1] = starts[digit + 1] + 1;
    }
    for (let digit = 0; digit < 65536; digit++) starts[digit + 1] = starts[digit + 1] + starts[digit];
    for (let k = 0; k < count; k++) {
      const position = from[k];
      const digit = offsets[position] / unit & 65535;
      const place = starts[digit];
      to[place] = position;
      starts[digit] = place + 1;
    }
    [from, to] = [to, from];
  }
  if (from !== result) result.set(from);
  return result;
}
function readHeads(pack, plan) {
  const { count, offsets, types, headers, sizes, bases } = plan;
  const header = { type: 0, size: 0, length: 0, distance: 0 };
  const bytes = new Uint8Array(PIECE);
  let begin = 0;
  let end = 0;
  for (let k = 0; k < count; k++) {
    const offset = offsets[k];
    if (!(offset >= 12 && offset < pack.end) || offset === offsets[k - 1]) continue;
    if (offset + LONGEST_HEADER > end && end < pack.end) {
      begin = offset;
      end = begin + pack.file.readInto(bytes, 0, Math.min(PIECE, pack.file.size - begin), begin);
    }
    readEntryHeader(bytes, offset - begin, pack.idLength, header);
    types[k] = header.type;
    headers[k] = header.length;
    sizes[k] = Math.min(header.size, 4294967295);
    if (header.type === OFFSET_DELTA) bases[k] = rankBefore(offsets, k, offset - header.distance);
    else if (header.type === ID_DELTA) {
      const id = bytes.slice(offset - begin + header.length - pack.idLength, offset - begin + header.length);
      const base = pack.index.find(id);
      bases[k] = base === void 0 ? ELSEWHERE : rankOf(offsets, count, base);
    }
  }
}
function rankBefore(offsets, k, offset) {
  let high = k;
  let low = k - 1;
  for (let step = 1; low > 0 && offsets[low] > offset; step *= 2) {
    high = low;
    low = Math.max(0, low - step);
  }
  return search(offsets, Math.max(0, low), high, offset);
}
function rankOf(offsets, count, offset) {
  return search(offsets, 0, count, offset);
}
function search(offsets, from, until, offset) {
  let low = from;
  let high = until;
  while (low < high) {
    const middle = low + high >>> 1;
    if (offsets[middle] < offset) low = middle + 1;
    else high = middle;
  }
  return offsets[low] === offset && low < until ? low : ELSEWHERE;
}
function grow(plan) {
  const { count, offsets, types, bases, firsts, nexts, weights } = plan;
  const roots = new Int32Array(count).fill(-1);
  const chain = [];
  for (let k = 0; k < count; k++) {
    let at = k;
    while (bases[at] >= 0 && roots[at] === -1) {
      roots[at] = -2;
      chain.push(at);
      at = bases[at];
    }
    const known = roots[at];
    const root = known === -1 ? at : known;
    roots[at] = root;
    if (known === -1 && bases[at] === ELSEWHERE) types[at] = types[at] === 0 ? 0 : UNKNOWN;
    for (let link = chain.pop(); link !== void 0; link = chain.pop()) roots[link] = root;
  }
  for (let k = count - 1; k >= 0; k--) {
    const root = roots[k];
    if (root < 0) {
      types[k] = 0;
      continue;
    }
    weights[root] = weights[root] + offsets[k + 1] - offsets[k] + OBJECT_WEIGHT;
    if (root === k) continue;
    types[k] = types[root];
    const base = bases[k];
    nexts[k] = firsts[base];
    firsts[base] = k;
  }
}

// packages/git/src/tag.ts
function parseTag(bytes) {
  const { headers, end } = headersOf(bytes);
  const value = (wanted) => headers.find(([key]) => key === wanted)?.[1];
  const object = value("object");
  const type = OBJECT_TYPES.find((one) => one === value("type"));
  if (object === void 0 || type === void 0) return void 0;
  return { object, type, name: value("tag") ?? "", tagger: personOf(headers, "tagger"), message: end };
}

// packages/git/src/name-table.ts
var LATELY2 = 1 << 16;
function newNameTable() {
  const names = [];
  const numbers = /* @__PURE__ */ new Map();
  const lately = new Int32Array(LATELY2).fill(-1);
  let size = 0;
  function number(name) {
    const known = numbers.get(name);
    if (known !== void 0) return known;
    size += name.length;
    numbers.set(name, names.length);
    return names.push(name) - 1;
  }
  return {
    get size() {
      return size;
    },
    number,
    numberAt(memory, from, length, hash, folder) {
      const slot = hash & LATELY2 - 1;
      const known = lately[slot];
      if (known >= 0 && isSame(names[known], memory, from, length, folder)) return known;
      const name = Buffer.from(memory.buffer, memory.byteOffset + from, length).toString("latin1");
      lately[slot] = number(folder ? `${name}/` : name);
      return lately[slot];
    },
    list: () => names
  };
}
function isSame(name, memory, from, length, folder) {
  if (name.length !== (folder ? length + 1 : length)) return false;
  for (let k = 0; k < length; k++) if (name.charCodeAt(k) !== memory[from + k]) return false;
  return !folder || name.charCodeAt(length) === 47;
}

// packages/git/src/walk-frames.ts
var WORTH = 16 << 20;
var GAP = 16;
function newFrames(machine, floor) {
  const frames = [];
  let resting = 0;
  function top() {
    const frame = frames[frames.length - 1];
    return frame === void 0 ? floor : frame.at + frame.size + GAP;
  }
  function closeRanks() {
    const frame = frames[frames.length - 1];
    if (frame === void 0 || resting - (frame.next < 0 ? frame.room : 0) < WORTH) return false;
    let to = floor;
    let kept = 0;
    for (const one of frames) {
      if (one.next < 0 && one !== frame) continue;
      machine.bytes().copyWithin(to, one.at, one.at + one.size);
      one.at = to;
      to = Math.ceil((to + one.size + GAP) / 16) * 16;
      one.room = to - one.at;
      frames[kept++] = one;
    }
    frames.length = kept;
    resting = frame.next < 0 ? frame.room : 0;
    return true;
  }
  return {
    last: () => frames[frames.length - 1],
    top,
    push: (frame) => frames.push({ ...frame, room: frame.at + frame.size + GAP - top() }),
    pop() {
      const frame = frames.pop();
      if (frame !== void 0) resting -= frame.room;
    },
    rest(frame) {
      resting += frame.room;
    },
    closeRanks
  };
}

// packages/git/src/walk-summary.ts
var REASONS = {
  broken: "its bytes cannot be read",
  baseless: "the object that it is made from cannot be read",
  budget: "the pack holds too much to read it all",
  large: "it is too large",
  unknown: "it is not an object that a pack can hold"
};
var FAILURES = 1e3;
function newWalkTally(plan) {
  const large = [];
  const failures = [];
  let failed = 0;
  let objects = 0;
  let bytes = 0;
  return {
    came(size) {
      objects++;
      bytes += size;
    },
    missed(k, miss) {
      if (miss !== "large" && failed++ >= FAILURES) return;
      const left = { position: plan.positions[k], offset: plan.offsets[k], reason: REASONS[miss] };
      if (miss === "large") large.push(left);
      else failures.push(left);
    },
    summary: () => ({ objects, bytes, large, failed, failures })
  };
}

// packages/git/src/walk-turns.ts
function rootsOf(plan, types) {
  const wanted = OBJECT_TYPES.map((type) => type !== void 0 && types.includes(type));
  wanted[UNKNOWN] = true;
  return (k) => plan.bases[k] < 0 && wanted[plan.types[k]] === true;
}
function turnsOf(plan, types, weight) {
  const begins = rootsOf(plan, types);
  const turns = [0];
  let own = 0;
  for (let k = 0; k < plan.count; k++) {
    if (!begins(k)) continue;
    if (own >= weight) {
      turns.push(k);
      own = 0;
    }
    own += plan.weights[k];
  }
  return [...turns, plan.count];
}

// packages/git/src/read-ahead.ts
var PAGE = 1 << 14;
var KEPT = 1 << 9;
function newReadAhead(file) {
  const pages = new Uint8Array(PAGE * KEPT);
  const numbers = new Float64Array(KEPT).fill(-1);
  function page(number) {
    const slot = number % KEPT;
    if (numbers[slot] !== number) {
      file.readInto(pages, slot * PAGE, PAGE, number * PAGE);
      numbers[slot] = number;
    }
    return slot * PAGE;
  }
  return (offset, length, target, to) => {
    if (offset + length > file.size) return false;
    if (length > 2 * PAGE) return file.readInto(target, to, length, offset) === length;
    for (let done = 0; done < length; ) {
      const number = Math.floor((offset + done) / PAGE);
      const from = offset + done - number * PAGE;
      const count = Math.min(PAGE - from, length - done);
      const at = page(number) + from;
      target.set(pages.subarray(at, at + count), to + done);
      done += count;
    }
    return true;
  };
}

// packages/git/src/workshop.ts
var LITTLE = 32 << 20;
var idle;
var ROOM = 128 << 20;
var STREAM = 256 << 10;
var SHORTEST = 8;
var CHANGE = 16;
function openWorkshop(pack, plan, largest) {
  const machine = idle ?? newMachine();
  idle = void 0;
  const floor = aligned(FREE + STREAM + SLACK);
  const ceiling = floor + Math.max(ROOM, largest * 4);
  const ahead = newReadAhead(pack.file);
  let effort = 0;
  const piece = { at: 0, size: 0, touched: 0, ranges: -1 };
  function stream(k, to) {
    const begin = plan.offsets[k] + plan.headers[k];
    const size = plan.sizes[k];
    const longest = Math.min(size + (size >>> 3) + 1024, pack.end - begin);
    const apart = plan.offsets[k + 1] - begin;
    if (apart >= longest) return inflateFrom(begin, longest, to, size);
    return inflateFrom(begin, apart, to, size) || inflateFrom(begin, longest, to, size);
  }
  function inflateFrom(begin, length, to, size) {
    if (length <= 0) return false;
    effort += size;
    const from = length <= STREAM ? FREE : aligned(to + size + SLACK);
    machine.reserve(from + length + SLACK);
    if (!ahead(begin, length, machine.bytes(), from)) return false;
    return machine.inflate(from, from + length, to, size) !== 0;
  }
  function finish(at, size, touched, ranges) {
    piece.at = at;
    piece.size = size;
    piece.touched = touched;
    piece.ranges = ranges;
    return "made";
  }
  function inflate(k, above) {
    const size = plan.sizes[k];
    if (size > largest) return "large";
    const at = aligned(above);
    if (at + size + SLACK > ceiling) return "full";
    machine.reserve(at + size + SLACK);
    return stream(k, at) ? finish(at, size, 0, -1) : "broken";
  }
  function follow2(k, base, above) {
    const deltaSize = plan.sizes[k];
    if (deltaSize > largest) return "large";
    const delta = aligned(above);
    const at = aligned(delta + deltaSize + SLACK);
    if (at + SLACK > ceiling) return "full";
    machine.reserve(at + SLACK);
    if (!stream(k, delta)) return "broken";
    const size = machine.resultSize(delta, delta + deltaSize, base.size);
    if (size < 0) return "broken";
    if (size > largest) return "large";
    const touched = aligned(at + size + SLACK);
    const end = touched + 8 * (Math.min(deltaSize, (size >>> 6) + 1) + 2);
    if (end > ceiling) return "full";
    machine.reserve(end);
    effort += size;
    const ranges = machine.apply(base.at, base.size, delta, delta + deltaSize, at, size, touched);
    return ranges < 0 ? "broken" : finish(at, size, touched, ranges);
  }
  function place(bytes, above) {
    if (bytes.length > largest) return "large";
    const at = aligned(above);
    if (at + bytes.length + SLACK > ceiling) return "full";
    machine.reserve(at + bytes.length + SLACK);
    machine.bytes().set(bytes, at);
    return finish(at, bytes.length, 0, -1);
  }
  function compare2(base) {
    const { at, size, touched, ranges } = piece;
    const to = ranges < 0 ? aligned(at + size + SLACK) : touched + 8 * ranges;
    const baseSize = base?.size ?? 0;
    machine.reserve(to + Math.ceil((size + baseSize) / (pack.idLength + SHORTEST)) * CHANGE);
    const changes = machine.compareTrees(base?.at ?? at, baseSize, at, size, pack.idLength, to);
    return changes < 0 ? void 0 : new Uint32Array(machine.bytes().buffer, to, changes * (CHANGE / 4));
  }
  function close() {
    if (machine.bytes().length <= LITTLE) idle = machine;
  }
  return { machine, piece, floor, effort: () => effort, inflate, follow: follow2, place, compare: compare2, close };
}
function aligned(address) {
  return Math.ceil(address / 16) * 16;
}

// packages/git/src/walk-pack.ts
var ENTRY = { file: 0, folder: 1, submodule: 2, gone: 4 };
var LARGEST = 32 << 20;
var MOST = 512 << 20;
var BASE = 128 << 20;
var ALONE = 16;
function openWalk(pack, request, visit) {
  const { types = ["blob"], compare: compare2 = false, plan } = request;
  const largest = Math.min(request.largest ?? LARGEST, MOST);
  const wanted = OBJECT_TYPES.map((type) => type !== void 0 && types.includes(type));
  const budget = request.budget ?? Math.max(2 ** 36, pack.file.size * 4096);
  const before = pack.effort();
  const tally = newWalkTally(plan);
  const workshop = openWorkshop(pack, plan, largest);
  const { machine, piece, floor } = workshop;
  const frames = newFrames(machine, floor);
  const later = [];
  const lost = [];
  const spent = () => workshop.effort() + ALONE * (pack.effort() - before) > budget;
  function come(k, type, above) {
    const { at, size, touched, ranges } = piece;
    const position = plan.positions[k];
    const depth = above === void 0 ? 0 : above.depth + 1;
    tally.came(size);
    const entries = compare2 && OBJECT_TYPES[type] === "tree" ? workshop.compare(above) : void 0;
    const { buffer } = machine.bytes();
    const answer = visit({
      position,
      type: OBJECT_TYPES[type],
      bytes: new Uint8Array(buffer, at, size),
      touched: ranges < 0 || compare2 ? void 0 : new Uint32Array(buffer, touched, ranges * 2),
      depth,
      base: above === void 0 ? -1 : above.position,
      inherited: above === void 0 ? 0 : above.answer,
      changes: entries && { entries, memory: machine.bytes() }
    });
    const next = plan.firsts[k];
    if (next >= 0) frames.push({ at, size, position, depth, answer, next });
  }
  function miss(k, outcome) {
    if (outcome === "made") return;
    if (outcome === "full") {
      later.push(k);
      return;
    }
    tally.missed(k, outcome);
    for (let child = plan.firsts[k]; child >= 0; child = plan.nexts[child]) {
      if (outcome === "large") later.push(child);
      else lost.push(child);
    }
    for (let below = lost.pop(); below !== void 0; below = lost.pop()) {
      tally.missed(below, "baseless");
      for (let child = plan.firsts[below]; child >= 0; child = plan.nexts[child]) lost.push(child);
    }
  }
  function takeIn(k, otherwise) {
    const object = spent() ? void 0 : pack.readAt(plan.offsets[k], Math.max(largest, BASE));
    if (object === void 0) miss(k, spent() ? "budget" : otherwise);
    else {
      const type = OBJECT_TYPES.indexOf(object.type);
      if (wanted[type]) begin(k, type, workshop.place(object.bytes, floor));
    }
  }
  function begin(k, type, outcome) {
    if (outcome === "made") come(k, type, void 0);
    else miss(k, outcome);
    descend(type);
  }
  function descend(type) {
    for (let frame = frames.last(); frame !== void 0; frame = frames.last()) {
      const k = frame.next;
      if (k < 0) {
        frames.pop();
        continue;
      }
      frame.next = plan.nexts[k];
      if (frame.next < 0) frames.rest(frame);
      if (spent()) {
        miss(k, "budget");
        continue;
      }
      let outcome = workshop.follow(k, frame, frames.top());
      if (outcome === "full" && frames.closeRanks()) outcome = workshop.follow(k, frame, frames.top());
      if (outcome === "made") come(k, type, frame);
      else miss(k, outcome);
    }
  }
  const begins = rootsOf(plan, types);
  function go(from, until) {
    for (let k = from; k < until; k++) {
      if (plan.types[k] === 0) tally.missed(k, "unknown");
      else if (!begins(k)) continue;
      else if (plan.bases[k] === ELSEWHERE) takeIn(k, "broken");
      else begin(k, plan.types[k], spent() ? "budget" : workshop.inflate(k, floor));
    }
    for (let k = later.pop(); k !== void 0; k = later.pop()) takeIn(k, "large");
  }
  return { go, summary: tally.summary, close: workshop.close };
}

// packages/git/src/tree-log.ts
var MOST_CHANGES = 1 << 26;
var MOST_NAMES = 1 << 27;
var MOST_MISSING = 1 << 20;
function newTreeLogger(ids) {
  const table = newNameTable();
  const places = new Int32Array(ids.count).fill(-1);
  const numbers = newIntList(ids.count);
  const bases = newIntList(ids.count);
  const begins = newIntList(ids.count + 1);
  const names = newIntList(MOST_CHANGES);
  const children = newIntList(MOST_CHANGES);
  const missing = /* @__PURE__ */ new Map();
  let whole = true;
  function begin(number, base, changes) {
    places[number] = numbers.length;
    numbers.push(number);
    bases.push(base);
    begins.push(children.length);
    whole &&= children.length + changes <= MOST_CHANGES && table.size <= MOST_NAMES && missing.size <= MOST_MISSING;
    return numbers.length - 1;
  }
  function change(name, child) {
    names.push(name);
    children.push(child);
  }
  function childAt(bytes, at) {
    const child = ids.find(bytes, at);
    return child < 0 ? missed(Buffer.from(bytes.buffer, bytes.byteOffset + at, ids.idLength).toString("hex")) : child;
  }
  function missed(id) {
    const known = missing.get(id) ?? ids.count + missing.size;
    missing.set(id, known);
    return known;
  }
  return {
    add(number, base, { entries, memory }) {
      if (places[number] >= 0) return places[number];
      const place = begin(number, base, entries.length / 4);
      for (let at = 0; whole && at < entries.length; at += 4) {
        const what = entries[at];
        const from = entries[at + 1];
        const length = entries[at + 2];
        const there = what === ENTRY.file || what === ENTRY.folder;
        change(
          table.numberAt(memory, from, length, entries[at + 3], (what & ENTRY.folder) !== 0),
          there ? childAt(memory, from + length + 1) : -1
        );
      }
      return place;
    },
    addWhole(number, bytes) {
      if (places[number] >= 0) return;
      const entries = treeEntries(bytes, ids.idLength);
      begin(number, -1, entries.length);
      for (const { mode, name, id } of whole ? entries : []) {
        if (mode >>> 12 === 14) continue;
        change(table.number(mode >>> 12 === 4 ? `${name}/` : name), childAt(Buffer.from(id, "hex"), 0));
      }
    },
    finish() {
      begins.push(children.length);
      const { list, ranks } = ranked(table.list());
      const log = {
        count: numbers.length,
        missing: missing.size,
        places: extended(places, missing.size),
        numbers: numbers.values(),
        bases: bases.values(),
        begins: begins.values(),
        names: names.values(),
        children: children.values(),
        list
      };
      for (let at = 0; at < log.names.length; at++) log.names[at] = ranks[log.names[at]];
      return whole && foldersAreTrees(log) ? log : void 0;
    }
  };
}
function extended(places, by) {
  if (by === 0) return places;
  const all = new Int32Array(places.length + by).fill(-1);
  all.set(places);
  return all;
}
function ranked(names) {
  const order = names.map((_, number) => number).sort((a, b) => names[a] < names[b] ? -1 : 1);
  const ranks = new Int32Array(names.length);
  for (const [rank, number] of order.entries()) ranks[number] = rank;
  return { list: order.map((number) => names[number]), ranks };
}
function foldersAreTrees({ places, names, children, list }) {
  const folders = Uint8Array.from(list, (name) => name.endsWith("/") ? 1 : 0);
  for (let at = 0; at < children.length; at++) {
    const child = children[at];
    if (child >= 0 && folders[names[at]] === 1 !== places[child] >= 0) return false;
  }
  return true;
}

// packages/git/src/history-log.ts
var TURN = 8 << 20;
var TAGS = 100;
function newHistoryReader(store, { refs, cut, plans }) {
  const { idLength, packs } = store;
  const loose = [...new Set(store.loose())].sort();
  const lists = new Map(packs.map((pack) => [pack, pack.index.ids()]));
  const ids = newIdTable([...lists.values(), ...loose.length === 0 ? [] : [Buffer.from(loose.join(""), "hex")]], idLength);
  const single = loose.length === 0 && packs.length === 1;
  const commits = newCommitLogger(ids);
  const trees = newTreeLogger(ids);
  const cuts = new Set([...cut].map((id) => numberOf(id)));
  const met = /* @__PURE__ */ new Map();
  function numberOf(id) {
    return id.length === idLength * 2 ? ids.find(Buffer.from(id, "hex"), 0) : -1;
  }
  function numberIn(pack, position) {
    return single ? position : ids.find(lists.get(pack), position * idLength);
  }
  function add(number, bytes) {
    commits.add(number, bytes, cuts.has(number));
  }
  async function read(signal) {
    if (store.unread.length > 0) return void 0;
    for (const pack of packs) {
      const plan = plans.find(({ path }) => path === pack.path)?.plan;
      if (plan === void 0 || !await readTrees(pack, plan, signal)) return void 0;
    }
    for (const id of loose) {
      const object = store.read(id);
      if (object === void 0) return void 0;
      if (object.type === "commit") add(numberOf(id), object.bytes);
      else if (object.type === "tree") trees.addWhole(numberOf(id), object.bytes);
    }
    return ordered();
  }
  async function readTrees(pack, plan, signal) {
    const types = met.get(pack) === commitsOf(plan) ? ["tree"] : ["commit", "tree"];
    const walk = openWalk(pack, { plan, types, compare: true }, ({ position, type, bytes, base, inherited, changes }) => {
      const number = numberIn(pack, position);
      if (type === "commit") {
        add(number, bytes);
        return 0;
      }
      if (changes !== void 0 && inherited >= 0) return trees.add(number, base < 0 ? -1 : inherited, changes);
      trees.addWhole(number, bytes);
      return -1;
    });
    try {
      const turns = turnsOf(plan, types, TURN);
      for (let turn = 1; turn < turns.length; turn++) {
        walk.go(turns[turn - 1], turns[turn]);
        await _setImmediate();
        signal?.throwIfAborted();
      }
    } finally {
      walk.close();
    }
    const { failed, large } = walk.summary();
    return failed === 0 && large.length === 0;
  }
  function ordered() {
    const log = commits.finish();
    const known = trees.finish();
    const ends = known && tipsOf2(log);
    const order = ends && oldestFirst(log, ends.tips);
    if (known === void 0 || ends === void 0 || order === void 0) return void 0;
    const rooted = order.every((commit) => (known.places[log.trees[commit]] ?? -1) >= 0);
    return rooted ? { ids, commits: log, trees: known, order, tags: ends.tags } : void 0;
  }
  function tipsOf2({ places }) {
    const tags = /* @__PURE__ */ new Set();
    const tips = [];
    const below = refs.filter(({ name }) => name.startsWith("refs/"));
    for (const { id } of [...below, ...refs.filter((ref) => !ref.name.startsWith("refs/"))]) {
      let at = id;
      if (numberOf(id) < 0) continue;
      for (let step = 0; (places[numberOf(at)] ?? -1) < 0; step++) {
        const object = store.read(at);
        const next = object?.type === "tag" && step < TAGS ? parseTag(object.bytes)?.object : void 0;
        if (next === void 0) return void 0;
        tags.add(at);
        at = next;
      }
      tips.push(places[numberOf(at)]);
    }
    return { tips, tags };
  }
  return {
    commit(pack, position, bytes) {
      met.set(pack, (met.get(pack) ?? 0) + 1);
      add(numberIn(pack, position), bytes);
    },
    read
  };
}
function commitsOf({ types }) {
  let commits = 0;
  for (const type of types) {
    if (type === UNKNOWN) return -1;
    if (OBJECT_TYPES[type] === "commit") commits++;
  }
  return commits;
}

// packages/git/src/refs.ts
var ID = /^(?:[0-9a-f]{64}|[0-9a-f]{40})$/;
var STEPS = 5;
var DEPTH = 32;
function readRefs(gitFolder, ports) {
  const common = commonFolder(gitFolder);
  const heads = headFiles(gitFolder, common);
  if (hasForeignRefs(common)) return refsByGit(gitFolder, [...heads.keys()], ports);
  const refs = new Map(packedRefs(textOf(_join(common, "packed-refs")) ?? ""));
  for (const [name, text] of looseRefs(common, "refs", 0)) refs.set(name, text);
  if (common !== gitFolder) for (const [name, text] of looseRefs(gitFolder, "refs", 0)) refs.set(name, text);
  const own = [...heads].map(([name, path]) => [name, textOf(path)?.trim()]);
  const named = [...own, ...[...refs].sort(([one], [other]) => one < other ? -1 : 1)];
  return {
    refs: named.flatMap(([name, text]) => {
      const id = follow(text, refs);
      return id === void 0 ? [] : [{ name, id }];
    }),
    unread: []
  };
}
function refsByGit(gitFolder, heads, ports) {
  const listed = runGit(gitFolder, ["for-each-ref", "--format=%(objectname) %(refname)"], "", ports);
  const resolved = runGit(gitFolder, ["cat-file", "--batch-check=%(objectname)"], `${heads.join("\n")}
`, ports);
  if (typeof listed === "string") return { refs: [], unread: [{ what: "refs", reason: listed }] };
  const ids = typeof resolved === "string" ? [] : resolved.toString("latin1").split("\n");
  const own = heads.flatMap((name, at) => ID.test(ids[at] ?? "") ? [{ name, id: ids[at] }] : []);
  return { refs: [...own, ...packedRefs(listed.toString("utf8")).map(([name, id]) => ({ name, id }))], unread: [] };
}
function follow(text, refs) {
  let value = text;
  for (let step = 0; value?.startsWith("ref:") && step < STEPS; step++) value = refs.get(value.slice(4).trim());
  return value !== void 0 && ID.test(value) ? value : void 0;
}
function packedRefs(text) {
  return text.split("\n").flatMap((line) => {
    const space = line.indexOf(" ");
    const id = line.slice(0, space);
    return space > 0 && ID.test(id) ? [[line.slice(space + 1).trimEnd(), id]] : [];
  });
}
function* looseRefs(folder, name, depth) {
  for (const entry of entriesOf(_join(folder, name))) {
    const below = `${name}/${entry.name}`;
    if (entry.isDirectory()) {
      if (depth < DEPTH) yield* looseRefs(folder, below, depth + 1);
      continue;
    }
    const text = entry.isFile() ? textOf(_join(folder, below))?.trim() : void 0;
    if (text) yield [below, text];
  }
}
function headFiles(gitFolder, common) {
  const files = /* @__PURE__ */ new Map([["HEAD", _join(gitFolder, "HEAD")]]);
  if (common !== gitFolder) files.set("main-worktree/HEAD", _join(common, "HEAD"));
  for (const entry of entriesOf(_join(common, "worktrees"))) {
    if (entry.isDirectory()) files.set(`worktrees/${entry.name}/HEAD`, _join(common, "worktrees", entry.name, "HEAD"));
  }
  return files;
}
function entriesOf(folder) {
  try {
    return _readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

// packages/git/src/ways.ts
var ROUNDS = 64;
function waysTo(log, wanted, most) {
  const leads = leadersTo(log, wanted);
  const begins = new Int32Array(log.count);
  const ends = new Int32Array(log.count);
  const names = newIntList(most);
  const children = newIntList(most);
  function copy(from) {
    const [name, child] = [names.at(from), children.at(from)];
    names.push(name);
    children.push(child);
  }
  for (let place = 0; place < log.count; place++) {
    if (leads[log.numbers[place]] === 0) continue;
    const base = log.bases[place];
    let old = base < 0 ? 0 : begins[base];
    const oldEnd = base < 0 ? 0 : ends[base];
    const from = old;
    const begin = names.length;
    let changed = false;
    for (let at = log.begins[place]; at < log.begins[place + 1]; at++) {
      const name = log.names[at];
      const child = log.children[at];
      const on = child >= 0 && leads[child] !== 0;
      let behind = old;
      while (behind < oldEnd && names.at(behind) < name) behind++;
      const replaced = behind < oldEnd && names.at(behind) === name;
      if (!on && !replaced) continue;
      changed = true;
      if (names.length + behind - old + 1 > most) return void 0;
      for (; old < behind; old++) copy(old);
      if (replaced) old++;
      if (!on) continue;
      names.push(name);
      children.push(child);
    }
    if (changed) {
      if (names.length + oldEnd - old > most) return void 0;
      for (; old < oldEnd; old++) copy(old);
    }
    begins[place] = changed ? begin : from;
    ends[place] = changed ? names.length : oldEnd;
  }
  return { begins, ends, names: names.values(), children: children.values() };
}
function leadersTo({ count, numbers, bases, begins, children, places }, wanted) {
  const leads = wanted.slice();
  function leadsOn(place) {
    const base = bases[place];
    if (base >= 0 && leads[numbers[base]] !== 0) return true;
    for (let at = begins[place]; at < begins[place + 1]; at++) {
      const child = children[at];
      if (child >= 0 && leads[child] !== 0) return true;
    }
    return false;
  }
  let more = true;
  for (let round = 0; more && round < ROUNDS; round++) {
    more = false;
    for (let place = 0; place < count; place++) {
      const number = numbers[place];
      if (leads[number] !== 0 || !leadsOn(place)) continue;
      leads[number] = 1;
      more = true;
    }
  }
  if (more) {
    for (let number = 0; number < leads.length; number++) if (places[number] >= 0) leads[number] = 1;
  }
  return leads;
}

// packages/scan/src/history/message.ts
var NEWLINE2 = 10;
function messageOf(bytes) {
  for (let at = bytes.indexOf(NEWLINE2); at >= 0; at = bytes.indexOf(NEWLINE2, at + 1)) {
    if (bytes[at + 1] === NEWLINE2) return bytes.subarray(at + 2);
  }
  return bytes.subarray(bytes.length);
}

// packages/scan/src/history/contents.ts
function keyOf({ ruleId, fingerprint: fingerprint2 }) {
  return `${ruleId} ${fingerprint2}`;
}
var KEPT2 = 4096;
var NOTHING = { findings: [], spellings: /* @__PURE__ */ new Map() };
function newContents(store, source, failOn) {
  const scanner = openScanner(source);
  let heard = [];
  const scan = newBytesScan(
    {
      ...scanner,
      scan(bytes, path) {
        heard = scanner.scan(bytes, path);
        return heard;
      }
    },
    failOn
  );
  const seen = keeping((name) => {
    const [object, path] = parted(name);
    const bytes = bytesOf(object);
    const { findings: findings2 } = bytes === void 0 ? NOTHING : scan(bytes, readable(path));
    if (bytes === void 0 || findings2.length === 0) return NOTHING;
    const raws = bytes.length < WINDOW ? heard : scanner.scan(bytes, readable(path));
    const spellings = new Map(
      raws.map(({ rule, value, start, end }) => [`${rule.id} ${fingerprint(rule.id, value)}`, bytes.slice(start, end)])
    );
    return { findings: findings2, spellings };
  });
  function bytesOf(object) {
    const read = store.read(object);
    return read === void 0 || read.type === "blob" ? read?.bytes : messageOf(read.bytes);
  }
  const findings = (object, path) => seen(`${object} ${path}`).findings;
  return {
    findings,
    has(object, path, key, sample) {
      const spelling = seen(`${sample} ${path}`).spellings.get(key);
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
    if (kept.size === KEPT2) kept.delete(kept.keys().next().value);
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
var TAGS2 = 5;
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
  for (let step = 0; step < TAGS2; step++) {
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
  const trace = history?.trace(new Set(strong.flatMap((sighting) => sighting.objects)));
  const origins = trace?.origins;
  const versions = trace?.versions(new Set(strong.flatMap(pathsOf))) ?? /* @__PURE__ */ new Map();
  const lookup = trace?.lookup ?? newPathLookup(objects);
  const standing = newestVersions(refs, store, lookup);
  let line;
  return strong.flatMap(tell);
  function pathsOf({ objects: ids }) {
    const paths = [...new Set(ids.flatMap((id) => [...inHead.get(id) ?? [], ...filePath(id)]))];
    const rank = (path) => wordOfTests(path) === void 0 ? 0 : 1;
    return paths.sort((a, b) => rank(a) - rank(b)).slice(0, PATHS);
  }
  function filePath(id) {
    const path = origins?.get(id) ?? "";
    return path === "" || messages.has(id) ? [] : [path];
  }
  function tell(sighting) {
    const paths = pathsOf(sighting);
    if (paths.length > 0) {
      const found = paths.flatMap((path) => inFile(sighting, path));
      return found.length === 0 ? [] : [found.reduce(worse)];
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
function worse(a, b) {
  if (a.fails !== b.fails) return a.fails ? a : b;
  return (b.provenance?.date ?? Infinity) < (a.provenance?.date ?? Infinity) ? b : a;
}

// packages/scan/src/history/history-repository.ts
function historyRepository(cwd, named = ".") {
  const folder = bytePath(_resolve(cwd, named));
  if (!_existsSync(openable(folder)) || !_statSync(openable(folder)).isDirectory()) {
    throw new ConfigError(`there is no folder at \`${named}\``, {
      code: "ERR_LINT_REPOSITORY",
      help: "name a folder that is here; what is elsewhere is to be cloned first"
    });
  }
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

// packages/scan/src/history/sightings.ts
var MOST_OBJECTS = 64;
function isStrong({ tier, severity }, failOn) {
  return atLeast(tier, failOn) || atLeast(tier, "prefixed") && severity !== "info";
}
function newSightings(first) {
  const byValue = /* @__PURE__ */ new Map();
  let now = 0;
  return {
    turn(turn) {
      now = turn;
    },
    note(raw, object) {
      const { rule, value, tier, severity } = raw;
      const key = `${rule.id}\0${value}`;
      const seen = byValue.get(key);
      if (seen === void 0) {
        first(raw);
        byValue.set(key, { ruleId: rule.id, value, tier, severity, best: now, objects: /* @__PURE__ */ new Map([[object, now]]), times: 1 });
        return;
      }
      seen.times++;
      if (seen.objects.size < MOST_OBJECTS && !seen.objects.has(object)) seen.objects.set(object, now);
      if (stronger(tier, seen.tier)) {
        seen.tier = tier;
        seen.severity = severity;
        seen.best = now;
      }
    },
    list: () => [...byValue.values()].map(({ value, objects, ...seen }) => ({
      ...seen,
      fingerprint: fingerprint(seen.ruleId, value),
      objects: [...objects.keys()],
      turns: [...objects.values()]
    }))
  };
}
function mergeSightings(parts) {
  const merged = /* @__PURE__ */ new Map();
  const inTurn = parts.flat().sort((a, b) => a.turns[0] - b.turns[0]);
  for (const sighting of inTurn) {
    const key = `${sighting.ruleId} ${sighting.fingerprint}`;
    const known = merged.get(key);
    merged.set(key, known === void 0 ? sighting : both(known, sighting));
  }
  return [...merged.values()];
}
function both(known, other) {
  const better = stronger(other.tier, known.tier) || other.tier === known.tier && other.best < known.best;
  const seen = [known, other].flatMap(
    ({ objects, turns }) => objects.map((object, at) => ({ object, turn: turns[at] }))
  );
  seen.sort((a, b) => a.turn - b.turn);
  const first = /* @__PURE__ */ new Map();
  for (const { object, turn } of seen) if (first.size < MOST_OBJECTS && !first.has(object)) first.set(object, turn);
  return {
    ...better ? other : known,
    objects: [...first.keys()],
    turns: [...first.values()],
    times: known.times + other.times
  };
}
function stronger(tier, other) {
  return TIERS.indexOf(tier) < TIERS.indexOf(other);
}

// packages/scan/src/history/agenda.ts
var WEIGHT = 1 << 20;
var LOOSE = 256;
var MESSAGES = ["commit", "tag"];
var FILES = ["blob"];
var KNOWN = [1, 2, 3, 4];
function newAgenda(store, weight = WEIGHT) {
  const plans = store.packs.map((pack) => ({ path: pack.path, plan: planPack(pack) }));
  const messages = [];
  const files = [];
  for (const { path, plan } of plans) {
    const apart = plan.types.every((type) => KNOWN.includes(type));
    if (apart) messages.push(...stretches(path, plan, MESSAGES, weight));
    files.push(...stretches(path, plan, apart ? FILES : [...MESSAGES, ...FILES], weight));
  }
  const ids = [...store.loose()];
  for (let at = 0; at < ids.length; at += LOOSE) files.push({ loose: ids.slice(at, at + LOOSE) });
  if (store.unread.length > 0) files.push({ unread: true });
  const next = new Int32Array(new SharedArrayBuffer(4)).fill(messages.length);
  return { turns: [...messages, ...files], messages: messages.length, next, plans };
}
function stretches(path, plan, types, weight) {
  const turns = turnsOf(plan, types, weight);
  return turns.slice(1).map((until, at) => ({ path, types, from: turns[at], until }));
}
function takeTurn({ turns, next }) {
  const turn = Atomics.add(next, 0, 1);
  return turn < turns.length ? turn : void 0;
}

// packages/scan/src/history/listed-history.ts
var NEWLINE3 = 10;
var SPACE = 32;
var QUESTION = 63;
var WORDS = "rev-list --objects --in-commit-order --reverse --timestamp --parents --missing=print --ignore-missing --all HEAD".split(" ");
async function listedHistory(git, signal) {
  const list = await git.begin(WORDS, signal);
  const text = (from, to) => list.toString("latin1", from, to);
  function origins(ids) {
    const found = /* @__PURE__ */ new Map();
    const heads = new Set([...ids].map((id) => head(Buffer.from(id, "latin1"), 0)));
    eachLine(list, (start, idEnd, end, _, time) => {
      if (!heads.has(head(list, start))) return;
      const id = text(start, idEnd);
      if (ids.has(id)) found.set(id, time === void 0 ? text(Math.min(end, idEnd + 1), end) : "");
    });
    return found;
  }
  function versions(paths) {
    const found = new Map([...paths].map((path) => [path, []]));
    const tails = new Set([...paths].map((path) => tail(Buffer.from(path, "latin1"), 0, path.length)));
    eachLine(list, (start, idEnd, end, commit, time) => {
      if (time !== void 0 || !tails.has(tail(list, idEnd + 1, end))) return;
      found.get(text(idEnd + 1, end))?.push({ commit: commit(), content: text(start, idEnd) });
    });
    return found;
  }
  return {
    trace: (ids) => ({ origins: origins(ids), versions }),
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
      for (let at = 0; at >= 0 && at < list.length; at = list.indexOf(NEWLINE3, at) + 1 || -1)
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
    const newline = list.indexOf(NEWLINE3, start);
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
var MOST2 = 1 << 26;
function loggedHistory({ ids, commits, trees, order, tags }, most = MOST2) {
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
    const ways = waysTo(trees, files, most);
    if (ways === void 0) curtailed = true;
    else firstAppearances(trees, ways, roots(), visit);
    return ways;
  }
  function isFile(number) {
    return number >= 0 && number < ids.count && places[number] < 0;
  }
  function namedAs(files) {
    const { names, children, list } = trees;
    const named = new Uint8Array(list.length);
    for (let at = 0; at < names.length; at++) if (files[children[at]] === 1) named[names[at]] = 1;
    const all = new Uint8Array(total);
    for (let at = 0; at < names.length; at++) {
      const child = children[at];
      if (named[names[at]] === 1 && isFile(child)) all[child] = 1;
    }
    return all;
  }
  function trace(wanted) {
    const origins = /* @__PURE__ */ new Map();
    const files = new Uint8Array(total);
    for (const id of wanted) {
      const number = numberOf(id);
      if (tags.has(id) || number >= 0 && reached.has(commits.places[number])) origins.set(id, "");
      else if (isFile(number)) files[number] = 1;
    }
    const appearances = /* @__PURE__ */ new Map();
    const ways = tellOf(namedAs(files), (file, turn, path) => {
      if (files[file] === 1) origins.set(ids.hexOf(file), path);
      const known = appearances.get(path);
      if (known === void 0) appearances.set(path, [file, turn]);
      else known.push(file, turn);
    });
    if (ways === void 0) return { origins: new Map([...wanted].map((id) => [id, ""])), versions: () => /* @__PURE__ */ new Map() };
    const versionsOf = (path) => (appearances.get(path) ?? []).flatMap(
      (file, at, all) => at % 2 === 0 ? [{ commit: commitAt(all[at + 1]), content: ids.hexOf(file) }] : []
    );
    return {
      origins,
      versions: (paths) => new Map([...paths].map((path) => [path, versionsOf(path)])),
      lookup: lookupBy(ways)
    };
  }
  function lookupBy({ begins, ends, names, children }) {
    const ranks = new Map(trees.list.map((name, rank) => [name, rank]));
    const steps = /* @__PURE__ */ new Map();
    const tops = /* @__PURE__ */ new Map();
    function stepsOf(path) {
      const known = steps.get(path);
      if (known !== void 0) return known;
      const made = path.split(/(?<=\/)/).map((name) => ranks.get(name));
      steps.set(path, made);
      return made;
    }
    function topOf(commit) {
      const known = tops.get(commit);
      if (known !== void 0) return known;
      const top = commits.trees[commits.places[numberOf(commit)] ?? -1] ?? -1;
      tops.set(commit, top);
      return top;
    }
    function childOf(tree, rank) {
      const place = places[tree] ?? -1;
      if (place < 0) return -1;
      for (let entry = begins[place]; entry < ends[place]; entry++)
        if (names[entry] === rank) return children[entry];
      return -1;
    }
    return (commit, path) => {
      let at = topOf(commit);
      for (const rank of stepsOf(path)) at = rank === void 0 ? -1 : childOf(at, rank);
      return isFile(at) ? ids.hexOf(at) : void 0;
    };
  }
  return {
    trace,
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

// packages/scan/src/history/newest.ts
var BEHIND = Number.MAX_SAFE_INTEGER;
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
      if (isStrong(finding, failOn))
        strong.push({ ruleId, fingerprint: fingerprint2, tier, severity, objects: [id], turns: [BEHIND], best: BEHIND, times: 1 });
      else if (!weak.has(keyOf(finding))) {
        weak.set(keyOf(finding), { ...finding, provenance: { object: id, standsIn: "HEAD" } });
      }
    }
  }
  return { strong, weak };
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
async function scanParts(threads, request, listener, signal) {
  signal?.throwIfAborted();
  const workers = Array.from({ length: threads }, () => new _Worker(WORKER, { workerData: request, resourceLimits: LIMITS }));
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
var NEWLINE4 = 10;
var STEP = 256;
var NONE2 = [];
var BYTES = /* @__PURE__ */ new WeakMap();
function openingsOf(reach, bits) {
  if (bits === 0) return NONE2;
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
  for (let place = at; place > least; place--) if (bytes[place - 1] === NEWLINE4) return place;
  return least === 0 ? 0 : bytes.lastIndexOf(NEWLINE4, least - 1) + 1;
}
function endOfLine(bytes, at) {
  if (at >= bytes.length) return bytes.length;
  const most = Math.min(bytes.length, at + STEP);
  for (let place = at; place < most; place++) if (bytes[place] === NEWLINE4) return place;
  if (most === bytes.length) return most;
  const end = bytes.indexOf(NEWLINE4, most);
  return end < 0 ? bytes.length : end;
}

// packages/scan/src/history/stretches.ts
var NEWLINE5 = 10;
var SEAM = 4;
function layOut(ranges, size) {
  const lead = ranges[0] === 0 ? 0 : SEAM;
  let length = lead - SEAM;
  for (let index = 0; index < ranges.length; index += 2) {
    length += SEAM + ranges[index + 1] - ranges[index];
  }
  function copy(bytes, memory) {
    memory.fill(NEWLINE5, 0, lead);
    let at = lead;
    for (let index = 0; index < ranges.length; index += 2) {
      const [from, to] = [ranges[index], ranges[index + 1]];
      if (index > 0) {
        memory.fill(NEWLINE5, at, at + SEAM);
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
    const stretches2 = layOut(regionsAround(bytes, touched, reach, openingsOf(reach, base >> OPENED)), bytes.length);
    if (stretches2.length >= bytes.length) return whole(bytes, id);
    const text = scanner.room(stretches2.length);
    stretches2.copy(bytes, text);
    if (hasNul(text)) return whole(bytes, id);
    const found = scanner.scan(text, "");
    const marks = scanner.opened() << OPENED;
    if ((marks & ~base) !== 0) return whole(bytes, id);
    const inside = [];
    for (const raw of found) {
      const place = stretches2.judge(raw.start, raw.end, reach.near);
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
var LARGEST2 = 64 << 20;
var STRIDE2 = 2048;
function openPart({ gitFolder, source, env, failOn, agenda }, { progress, strong, commit }) {
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
  let open;
  let large = 0;
  return {
    take(number) {
      sightings.turn(number);
      const turn = agenda.turns[number];
      if ("path" in turn) packed(turn);
      else if ("loose" in turn) for (const id of turn.loose) loose(id);
      else unread();
    },
    finish() {
      close();
      progress(since);
      return { sightings: sightings.list(), messages: [...messages], files, bytes, skipped, unnamed };
    }
  };
  function packed({ path, types, from, until }) {
    if (open?.path !== path || open.types !== types) {
      close();
      const pack2 = store.packs.find((candidate) => candidate.path === path);
      if (pack2 === void 0) return;
      open = { path, types, pack: pack2, walk: walkOf(pack2, types) };
    }
    const { pack, walk } = open;
    walk.go(from, until);
    for (const left = walk.summary().large; large < left.length; large++) {
      const { position, offset } = left[large];
      const object = pack.readAt(offset, LARGEST2);
      const id = pack.index.idAt(position);
      if (object === void 0) skipped.push({ what: id, reason: "too large" });
      else whole(object.type, object.bytes, id);
    }
  }
  function walkOf(pack, types) {
    const { index, path } = pack;
    const { plan } = agenda.plans.find((candidate) => candidate.path === path);
    return openWalk(pack, { plan, types }, ({ position, type, bytes: object, touched, inherited }) => {
      step(type, object.length);
      const id = () => index.idAt(position);
      if (type === "blob") return scan.blob({ bytes: object, touched, base: inherited, id });
      if (type === "commit") commit?.(path, position, object);
      message(object, id);
      return 0;
    });
  }
  function close() {
    if (open === void 0) return;
    const { pack, walk } = open;
    walk.close();
    const { failed, failures } = walk.summary();
    for (const { position, reason } of failures)
      skipped.push({ what: pack.index.idAt(position), reason: `unreadable: ${reason}` });
    unnamed += failed - failures.length;
    open = void 0;
    large = 0;
  }
  function unread() {
    const missed = readUnread(gitFolder, store, LARGEST2, (id, { type, bytes: object }) => whole(type, object, id), {
      environment: env
    });
    for (const { what, reason } of missed) skipped.push({ what, reason: `unreadable: ${reason}` });
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
var MOST_THREADS = 8;
async function scanShares(store, request, { progress, strong, commit }, { first, whenever }, signal) {
  const { agenda } = request;
  const total = objectsOf(agenda);
  let done = 0;
  const listener = {
    strong,
    progress: (objects) => {
      done += objects;
      progress(done, Math.max(done, total));
    },
    ...commit && { commit }
  };
  const size = store.packs.reduce((sum2, { file }) => sum2 + file.size, 0);
  const others = size < SMALL ? 0 : Math.min(MOST_THREADS, _availableParallelism()) - 1;
  const over = new AbortController();
  const running = signal === void 0 ? over.signal : AbortSignal.any([over.signal, signal]);
  const ending = (work) => work.catch((error) => {
    over.abort(error);
    throw error;
  });
  const [results, own] = await Promise.all([ending(scanParts(others, request, listener, running)), ending(takePart())]);
  return [own, ...results];
  async function takePart() {
    const part = openPart(request, listener);
    for (let turn = 0; turn < agenda.messages; turn++) await take(part, turn);
    await first(running);
    await whenever(running);
    for (let turn = takeTurn(agenda); turn !== void 0; turn = takeTurn(agenda)) {
      await take(part, turn);
      await whenever(running);
    }
    return part.finish();
  }
  async function take(part, turn) {
    part.take(turn);
    await _setImmediate();
    running.throwIfAborted();
  }
}
function objectsOf({ plans }) {
  return plans.reduce((sum2, { plan }) => sum2 + plan.types.reduce((count, type) => count + (type === 2 ? 0 : 1), 0), 0);
}

// packages/scan/src/history/survey.ts
var NO_HISTORY = { told: void 0, without: void 0 };
async function survey(request, { store, git, objects, contents, refs, cut, progress, signal }) {
  const agenda = newAgenda(store);
  const reader = newHistoryReader(store, { refs, cut, plans: agenda.plans });
  const packs = new Map(store.packs.map((pack) => [pack.path, pack]));
  const head2 = refs.find(({ name }) => name === "HEAD")?.id;
  let wanted = false;
  let known;
  let inHead = /* @__PURE__ */ new Map();
  let newest = { strong: [], weak: /* @__PURE__ */ new Map() };
  const results = await scanShares(
    store,
    { ...request, agenda },
    {
      progress,
      strong: () => {
        wanted = true;
      },
      commit: (path, position, bytes) => reader.commit(packs.get(path), position, bytes)
    },
    {
      first: async (running) => {
        if (head2 !== void 0) inHead = pathsInTree(objects, head2);
        newest = await scanNewest(inHead, contents, request.failOn, running);
      },
      whenever: (running) => {
        if (wanted) known ??= historyOf(reader, git, running);
        return known;
      }
    },
    signal
  );
  const sightings = mergeSightings([...results.map((result) => result.sightings), newest.strong]);
  const strong = sightings.some((sighting) => isStrong(sighting, request.failOn));
  const history = strong ? await (known ?? historyOf(reader, git, signal)) : NO_HISTORY;
  return { results, newest, inHead, sightings, ...history };
}
async function historyOf(reader, git, signal) {
  const log = await reader.read(signal);
  if (log !== void 0) return { told: loggedHistory(log), without: void 0 };
  try {
    return { told: await listedHistory(git, signal), without: void 0 };
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof UpstreamError)) throw error;
    return { told: void 0, without: error.message };
  }
}

// packages/scan/src/history/scan-history.ts
var MANY = 4e5;
var EVERYTHING = "every version of every file, and the messages of all commits and tags";
var MOST_WEAK = 1e3;
async function scanHistory(request, { now, env, progress, long }) {
  const { cwd, repository, failOn, allowList, rules, signal } = request;
  const { top, gitFolder, commonFolder: commonFolder2 } = historyRepository(cwd, repository);
  const allowance = readAllowance(top, allowList);
  const source = scannerSource({ cwd: rules === void 0 ? top : cwd, rules });
  await readyRules(source);
  customRules(source);
  const store = openObjects(gitFolder);
  if (store.packs.reduce((sum2, { index }) => sum2 + index.count, 0) >= MANY) long?.();
  try {
    var _stack = [];
    try {
      const git = newGit({ cwd: top, env, gitFolder });
      const objects = __using(_stack, openRepositoryObjects(gitFolder, git));
      const { refs, unread } = readRefs(gitFolder, { environment: env });
      const contents = newContents(store, source, failOn);
      const cut = shallowCommits(commonFolder2);
      const { results, newest, inHead, sightings, told, without } = await survey(
        { gitFolder, source, env, failOn },
        { store, git, objects, contents, refs, cut, progress: progress ?? (() => {
        }), signal }
      );
      const strong = sightings.filter((sighting) => isStrong(sighting, failOn));
      const strongKeys = new Set(strong.map(keyOf));
      const weak = [...newest.weak].filter(([key]) => !strongKeys.has(key)).map(([, finding]) => finding);
      const messages = new Set(results.flatMap((result) => result.messages));
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
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      __callDispose(_stack, _error, _hasError);
    }
  } finally {
    store.close();
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
