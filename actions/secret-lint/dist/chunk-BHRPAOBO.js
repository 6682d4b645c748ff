import {
  _setImmediate,
  archiveScans,
  openScanner,
  scanWindows
} from "./chunk-B7LETNLY.js";
import {
  _inflateSync
} from "./chunk-BWB6HEXE.js";
import {
  MAGIC,
  WINDOW,
  archiveFormat
} from "./chunk-IBFILDPX.js";
import {
  _basename,
  _dirname,
  _join,
  _resolve,
  scannerSource,
  spawn,
  spawnSync
} from "./chunk-2BEXXG5E.js";
import {
  _closeSync,
  _fstatSync,
  _openSync,
  _readFileSync,
  _readSync,
  _readdirSync,
  _realpathSync,
  _statSync,
  linesOf,
  openable,
  readable,
  toFinding
} from "./chunk-V3B5L7U5.js";
import {
  UpstreamError
} from "./chunk-UWWLZZC2.js";

// packages/scan/src/changes/git-command.ts
var READ_MS = 6e5;
var CONNECT_MS = 18e4;
var MOST_BYTES = 1 << 30;
var PLACE = /^GIT_(?:DIR|WORK_TREE|COMMON_DIR|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM|PREFIX)$/;
var SET_UP = /^GIT_(?:CONFIG.*|SSH.*|SSL_.*|HTTP_.*|PROXY_.*|ASKPASS|EXEC_PATH)$/;
var SAFE = [
  "core.hooksPath=/dev/null",
  "core.fsmonitor=false",
  "core.untrackedCache=false",
  // The files of a repository that belongs to somebody else are only read.
  "safe.directory=*",
  "log.showSignature=false",
  "log.showRoot=true",
  "log.mailmap=false",
  "diff.renames=false",
  "diff.relative=false",
  "color.ui=false",
  "diff.ignoreSubmodules=none"
].flatMap((setting) => ["-c", setting]);
function newGit({ cwd, env, gitFolder, connects = false, settings = [] }) {
  const variables = { ...cleaned(env, gitFolder), ...settingVariables(env, settings), ...fixed(connects) };
  return {
    run(words, input = "", most = MOST_BYTES) {
      const { error, status, signal, stdout, stderr } = spawnSync("git", [...SAFE, ...words], {
        cwd,
        env: variables,
        input,
        maxBuffer: most,
        timeout: connects ? CONNECT_MS : READ_MS,
        killSignal: "SIGKILL",
        windowsHide: true
      });
      if (error === void 0 && status === 0) return stdout;
      throw failure(words.find((word, at) => !word.startsWith("-") && words[at - 1] !== "-c") ?? "", error, signal, stderr);
    },
    begin: (words, ended) => new Promise((resolve, reject) => {
      const child = spawn("git", [...SAFE, ...words], {
        cwd,
        env: variables,
        stdio: ["ignore", "pipe", "pipe"],
        timeout: connects ? CONNECT_MS : READ_MS,
        killSignal: "SIGKILL",
        windowsHide: true,
        ...ended === void 0 ? {} : { signal: ended }
      });
      const said = newGatherer();
      const complained = [];
      child.stdout.on("data", said.add);
      child.stderr.on("data", (chunk) => complained.push(chunk));
      child.on("error", (error) => reject(failure(words[0] ?? "", error, null, null)));
      child.on("close", (status, signal) => {
        if (status === 0) resolve(said.all());
        else reject(failure(words[0] ?? "", void 0, signal, Buffer.concat(complained)));
      });
    }),
    converse(words, heard, over) {
      const stdio = ["pipe", "pipe", "ignore"];
      const child = spawn("git", [...SAFE, ...words], {
        cwd,
        env: variables,
        stdio: [...stdio],
        timeout: READ_MS,
        killSignal: "SIGKILL",
        windowsHide: true
      });
      child.stdout.on("data", heard);
      child.stdin.on("error", () => {
      });
      child.on("error", () => {
      });
      child.on("close", over);
      return {
        ask: (text) => void child.stdin.write(text),
        pause: () => void child.stdout.pause(),
        resume: () => void child.stdout.resume(),
        end: () => void child.kill("SIGKILL")
      };
    }
  };
}
function newGatherer() {
  const memory = new ArrayBuffer(1 << 20, { maxByteLength: MOST_BYTES });
  let length = 0;
  return {
    add(piece) {
      const end = length + piece.length;
      if (end > memory.byteLength) memory.resize(Math.min(MOST_BYTES, Math.max(end, 2 * memory.byteLength)));
      new Uint8Array(memory).set(piece, length);
      length = end;
    },
    all: () => Buffer.from(memory, 0, length)
  };
}
function cleaned(env, gitFolder) {
  const kept = {};
  for (const [name, value] of Object.entries(env)) {
    if (value === void 0) continue;
    const foreign = name.startsWith("GIT_") && !SET_UP.test(name) && (gitFolder !== void 0 || !PLACE.test(name));
    if (!foreign) kept[name] = value;
  }
  return gitFolder === void 0 ? kept : { ...kept, GIT_DIR: gitFolder };
}
function settingVariables(env, settings) {
  if (settings.length === 0) return {};
  const from = Number(env.GIT_CONFIG_COUNT ?? 0) || 0;
  const variables = { GIT_CONFIG_COUNT: String(from + settings.length) };
  for (const [at, [key, value]] of settings.entries()) {
    variables[`GIT_CONFIG_KEY_${from + at}`] = key;
    variables[`GIT_CONFIG_VALUE_${from + at}`] = value;
  }
  return variables;
}
function fixed(connects) {
  return {
    LC_ALL: "C",
    GIT_TERMINAL_PROMPT: "0",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_NO_LAZY_FETCH: "1",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_ALLOW_PROTOCOL: connects ? "file:git:http:https:ssh" : "none"
  };
}
function failure(command, error, signal, stderr) {
  const code = error?.code;
  if (code === "ENOENT") {
    return new UpstreamError("git is needed for this, and is not on the path", {
      code: "ERR_LINT_GIT",
      retryable: false,
      help: "install git, or lint files and folders by their names"
    });
  }
  const said = code ?? signal ?? firstComplaint(stderr?.toString("utf8") ?? "");
  return new UpstreamError(`\`git ${command}\` failed: ${said}`, {
    code: "ERR_LINT_GIT",
    retryable: false,
    help: "run the same by hand to see more",
    cause: error
  });
}
function firstComplaint(text) {
  const lines = text.split("\n").map((line2) => line2.trim());
  const line = lines.find((candidate) => /^(?:fatal|error):/.test(candidate)) ?? lines.find((candidate) => candidate !== "");
  return (line ?? "it said nothing").replace(/^(?:fatal|error): /, "").replace(/\/\/[^/\s]*@/g, "//***@");
}

// packages/git/src/entry-header.ts
var OFFSET_DELTA = 6;
var ID_DELTA = 7;
var LONGEST_HEADER = 48;
function readEntryHeader(bytes, at, idLength, header) {
  let next = at;
  let byte = bytes[next++] ?? 0;
  const type = byte >> 4 & 7;
  let size = byte & 15;
  for (let unit = 16; byte >= 128; unit *= 128) {
    byte = bytes[next++] ?? 0;
    size += (byte & 127) * unit;
  }
  let distance = 0;
  if (type === OFFSET_DELTA) {
    byte = bytes[next++] ?? 0;
    distance = byte & 127;
    while (byte >= 128) {
      byte = bytes[next++] ?? 0;
      distance = (distance + 1) * 128 + (byte & 127);
    }
  } else if (type === ID_DELTA) next += idLength;
  header.type = type === 5 || next - at > LONGEST_HEADER || next > bytes.length ? 0 : type;
  header.size = size;
  header.length = next - at;
  header.distance = distance;
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
var HELD = 256 << 20;
var PIECE = 1 << 19;
var OBJECT_WEIGHT = 200;
function planPack(pack, held = HELD) {
  const byPosition = pack.index.offsets();
  const count = byPosition.length;
  const plan = {
    count,
    bytes: pack.file.size <= held ? new Uint8Array(shared(pack.file.size, 1)) : void 0,
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
  const bytes = plan.bytes ?? new Uint8Array(PIECE);
  let begin = 0;
  let end = 0;
  for (let k = 0; k < count; k++) {
    const offset = offsets[k];
    if (!(offset >= 12 && offset < pack.end) || offset === offsets[k - 1]) continue;
    while (offset + LONGEST_HEADER > end && end < pack.end) {
      if (plan.bytes === void 0) begin = end = offset;
      const read = pack.file.readInto(bytes, end - begin, Math.min(PIECE, pack.file.size - end), end);
      if (read === 0) break;
      end += read;
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
  if (plan.bytes !== void 0)
    while (end < pack.end) {
      const read = pack.file.readInto(bytes, end, Math.min(PIECE, pack.file.size - end), end);
      if (read === 0) break;
      end += read;
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
    add(number2, bytes, cut) {
      if (places[number2] >= 0) return;
      places[number2] = numbers.length;
      numbers.push(number2);
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
  for (let number2 = 0; number2 < count; number2++) {
    const next = headOf(ids, number2 * idLength) + 1;
    begins[next] = begins[next] + 1;
  }
  for (let head = 0; head < 65536; head++) begins[head + 1] = begins[head + 1] + begins[head];
  const lately = new Uint8Array(LATELY * idLength);
  const numbers = new Int32Array(LATELY).fill(-1);
  function search2(bytes, at) {
    const head = headOf(bytes, at);
    let low = begins[head];
    let high = begins[head + 1];
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
      const number2 = search2(bytes, at);
      if (number2 >= 0) {
        numbers[slot] = number2;
        for (let k = 0; k < idLength; k++) lately[slot * idLength + k] = bytes[at + k];
      }
      return number2;
    },
    hexOf: (number2) => Buffer.from(ids.buffer, ids.byteOffset + number2 * idLength, idLength).toString("hex")
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

// packages/git/src/git-object.ts
var OBJECT_TYPES = [void 0, "commit", "tree", "blob", "tag"];

// packages/git/src/headers.ts
var NEWLINE2 = 10;
var SPACE = 32;
function headersOf(bytes) {
  const headers = [];
  let at = 0;
  while (at < bytes.length && bytes[at] !== NEWLINE2) {
    const newline = bytes.indexOf(NEWLINE2, at);
    const end = newline < 0 ? bytes.length : newline;
    if (bytes[at] !== SPACE) {
      const line = decode(bytes.subarray(at, end));
      const space = line.indexOf(" ");
      if (space > 0) headers.push([line.slice(0, space), line.slice(space + 1)]);
    }
    at = end + 1;
  }
  return { headers, end: Math.min(at + 1, bytes.length) };
}
function decode(bytes) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
}
function personOf(headers, wanted) {
  const line = headers.find(([key]) => key === wanted)?.[1] ?? "";
  const open = line.indexOf("<");
  const close = line.lastIndexOf(">");
  if (open < 0 || close < open) return { name: line.trim(), mail: "", time: 0, zone: 0 };
  const [, seconds, sign, hours, minutes] = /^ (\d{1,12}) ([+-])(\d\d)(\d\d)/.exec(line.slice(close + 1)) ?? [];
  return {
    name: line.slice(0, open).trim(),
    mail: line.slice(open + 1, close),
    time: Number(seconds ?? 0),
    zone: seconds === void 0 ? 0 : (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  };
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
  function number2(name) {
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
    number: number2,
    numberAt(memory, from, length, hash, folder) {
      const slot = hash & LATELY2 - 1;
      const known = lately[slot];
      if (known >= 0 && isSame(names[known], memory, from, length, folder)) return known;
      const name = Buffer.from(memory.buffer, memory.byteOffset + from, length).toString("latin1");
      lately[slot] = number2(folder ? `${name}/` : name);
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

// packages/git/src/tree-entries.ts
var SPACE2 = 32;
function treeEntries(bytes, idLength = 20) {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries = [];
  for (let at = 0; at < buffer.length; ) {
    const space = buffer.indexOf(SPACE2, at);
    const zero = space < 0 ? -1 : buffer.indexOf(0, space);
    const end = zero + 1 + idLength;
    if (zero < 0 || end > buffer.length) break;
    entries.push({
      mode: Number.parseInt(buffer.toString("latin1", at, space), 8),
      name: buffer.toString("latin1", space + 1, zero),
      id: buffer.toString("hex", zero + 1, end)
    });
    at = end;
  }
  return entries;
}
function treeEntry(bytes, name, idLength = 20) {
  const { length } = bytes;
  for (let at = 0; at < length; ) {
    let space = at;
    while (space < length && bytes[space] !== SPACE2) space++;
    let same = 0;
    let zero = space + 1;
    while (bytes[zero] === name.charCodeAt(same)) {
      zero++;
      same++;
    }
    const found = same === name.length && bytes[zero] === 0;
    while (zero < length && bytes[zero] !== 0) zero++;
    const end = zero + 1 + idLength;
    if (end > length) return void 0;
    if (found) {
      const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, length);
      const mode = Number.parseInt(buffer.toString("latin1", at, space), 8);
      return { mode, name, id: buffer.toString("hex", zero + 1, end) };
    }
    at = end;
  }
  return void 0;
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

// packages/git/src/walk-share.ts
function shareOf(plan, part, parts, begins) {
  let total = 0;
  for (let k = 0; k < plan.count; k++) if (begins(k)) total += plan.weights[k];
  const cut = (share) => {
    if (share <= 0) return 0;
    let weight = 0;
    for (let k = 0; k < plan.count; k++) {
      if (!begins(k)) continue;
      const own = plan.weights[k];
      if (share < parts && weight + own / 2 >= total * share / parts) return k;
      weight += own;
    }
    return plan.count;
  };
  return { from: cut(part), until: cut(part + 1) };
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

// packages/git/src/wasm-module.ts
var WASM = "AGFzbQEAAAABQghgA39/fwF/YAR/f39/AX9gBX9/f39/AX9gCH9/f39/f39/AX9gBn9/f39/fwF/YAF/AX9gAABgB39/f39/f38BfwMLCgIAAwQFAQYBAAcFAwEAAAYuCX8BQQALfgFCAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEACwdCBgpyZXN1bHRTaXplAAgFYXBwbHkACQxjb21wYXJlVHJlZXMAAwdpbmZsYXRlAAUHcHJlcGFyZQAGBm1lbW9yeQIACuArCooDAQV/QcCFAUEAQcAA/AsAA0AgASAFSwRAIAAgBWotAABBAnRBwIUBaiIGIAYoAgBBAWo2AgAgBUEBaiEFDAELC0EPIQUDQCAFBH8gBUECdEHAhQFqKAIABUEBC0UEQCAFQQFrIQUMAQsLIAVBAU0Ef0HEhQEoAgBBAkkFQQALBEAgA0GAgAI2AgAgA0GAgAI2AgRBACEEA0AgASAESwRAIAAgBGotAABBAUYEQCADIAIgBEECdGooAgBBgQJqNgIACyAEQQFqIQQMAQsLQQEPC0EBIQdBASEGA0AgBSAGTwRAIAdBAXQgBkECdEHAhQFqKAIAIglrIgdBAEgEQEEADwsgBkECdEGAhgFqIAg2AgAgCCAJaiEIIAZBAWohBgwBCwsgBwRAQQAPC0EAIQYDQCABIAZLBEAgACAGai0AACIHBEAgB0ECdEGAhgFqIgcoAgAiCEEBdEGAgQFqIAY7AQAgByAIQQFqNgIACyAGQQFqIQYMAQsLIAIgAyAEIAUgBCAFSRsgBRAHC9oBAQF/IAEgAGtBGEkEQEEADwsgACgCACIDQbTgwIEDRgR/QQEFQQJBACADQbHswIEDRgR/IAAvAQRBsOAARgVBAAsbCyQFIABBBkEHIwVBAUYbaiQGIwZBAWstAABBIEcEf0EBBSAALQAAQTBGCwRAQQAPCyABIAJrIgAjBkGAIGoiASAAIAFJGyEBIwYhAANAIAAgAUkEQCAA/QAEAP0MAAAAAAAAAAAAAAAAAAAAAP0j/WQiAgRAIAAgAmhqJAcjByABSSMHIwZLcQ8LIABBEGohAAwBCwtBAAv/BwMEfgZ/AXtCASADrYZCAX0hCyAEQQhqIREjASMAIgQpAwAjAiIDrYaEIQggBEE/IANrQQN2aiENIANBOHIhBCAAQgEgAa2GQgF9IgogCIOnQQJ0aigCACEDA0AgBiAHTSANIBFNcQRAIAgiCSADQf8BcSIBrYghCCAEIAFrIQQgA0GAgICAeHEEQCAGIgFBAWohBiABIANBEHY6AAAgCCIJIAAgCCAKg6dBAnRqKAIAIgNB/wFxrYghCCAEIANB/wFxayEEIANBgICAgHhxBEAgBiIBQQFqIQYgASADQRB2OgAAIAgiCSAAIAggCoOnQQJ0aigCACIDQf8Bca2IIQggBCADQf8BcWshBCADQYCAgIB4cQRAIAYiAUEBaiEGIAEgA0EQdjoAACAAIAggCoOnQQJ0aigCACEDIAggDSkDACAErYaEIQggDUE/IARrQQN2aiENIARBOHIhBAwECwsLIANBgIACcQRAIANBgIABcQRAIAgiCSAAQgEgA0EIdkEPca2GQgF9IAiDpyADQRB2akECdGooAgAiA0H/AXEiAa2IIQggBCABayEECyADQYCAgIB4cQRAIAYiAUEBaiEGIAEgA0EQdjoAACAIIA0pAwAgBK2GhCEIIA1BPyAEa0EDdmohDSAEQThyIQQgACAIIAqDp0ECdGooAgAhAwwDCyADQYCAAnEEQCADQYDAAHFFIAYgB0tyBEBBAA8LIA0kACAIJAEgBCQCIAYPCwsgCUIBIANB/wFxrYZCAX2DIANBCHZBD3GtiKcgA0EQdmohECAIIA0pAwAgBK2GhCEIIA1BPyAEa0EDdmohDCAEQThyIQQgAiAIIAuDp0ECdGooAgAiA0GAgAJxBEAgA0GAgAFxRQRAQQAPCyAEIANB/wFxIgFrIQQgAiAIIAGtiCIIQgEgA0EIdkEPca2GQgF9g6cgA0EQdmpBAnRqKAIAIgNBgIACcQRAQQAPCwsgCEIBIANB/wFxIgGtIgmGQgF9gyADQQh2QQ9xrYinIANBEHZqIQ8gDCkDACAEIAFrIgGthiAIIAmIhCEIIAxBPyABa0EDdmohDSABQThyIQQgACAIIAqDp0ECdGooAgAhAyAGIBBqIgEgB0sgDyAGIAVrS3IEQEEADwsgBiAPayEOIA9BEE8EQCAGIA79AAQA/QsEACAQQRBLBEADQCAGQRBqIgYgDkEQaiIO/QAEAP0LBAAgBkEQaiABSQ0ACwsFIA9BAUYEQCAOLQAA/Q8hEgNAIAYgEv0LBAAgASAGQRBqIgZLDQALBUEIIA8gD0EITxshDANAIAYgDikDADcDACAMIA5qIQ4gASAGIAxqIgZLDQALCwsgASEGDAELC0EAC/gGAQ1/IAAgAWohDSACIANqIQ8gBSEBIAIhAyAAIQIDQCADIA9JBEAgAyAPIAQQAUUEQEF/DwsjBSEKIwYhCyAJQQAjByIRQQFqIARqIgAgA2siDCANIAJrTSIJBEAgDEEQayEMQQAhCQJ/A0AgCSAMSQRAQQAgAiAJav0ABAAgAyAJav0ABAD9I/1kQf//A0cNAhogCUEQaiEJDAELCyACIAxq/QAEACADIAxq/QAEAP0j/WRB//8DRgshCQsgCRtBASAHGwR/QQAFQQAhDANAIAcgDGotAAAiEgR/IBIgCyAMai0AAEYFQQALBEAgDEEBaiEMDAELC0EvIAcgDGotAAAiByAHRSAIQQFGcRtBLyALIAxqLQAAIgcgB0UgCkEBRnEba0EATgsEQEF/DwsgCyEHIAohCCAJBEAgAiAAIANraiECQQAhBgUDQCACIA1JBEACQCAGRQRAIAIgDSAEEAFFBEBBfw8LIwUhECMHIQ4jBiEGC0EAIQMDQCADIAZqLQAAIgoEfyAKIAMgB2otAABGBUEACwRAIANBAWohAwwBCwtBLyADIAZqLQAAIgogCkUgEEEBRnEbQS8gAyAHai0AACIDIANFIAhBAUZxG2siCkEASg0AIApBAEgEQCAOIAZrIQsgEEEEciIMQQFxQcW78oh4cyEDQQAhAgNAIAIgC0kEQCADIAIgBmotAABzQZODgAhsIQMgAkEBaiECDAELCyABIAw2AgAgASAGNgIEIAEgCzYCCCABIAMgA0EPdnM2AgwgAUEQaiEBCyAOQQFqIARqIQJBACEGIApFDQAMAgsLCyARIAdrIQogCEEBcUHFu/KIeHMhA0EAIQwDQCAKIAxLBEAgAyAHIAxqLQAAc0GTg4AIbCEDIAxBAWohDAwBCwsgASAINgIAIAEgBzYCBCABIAo2AgggASADIANBD3ZzNgIMIAFBEGohAQsgACEDDAELCwNAIAIgDUkEQCACIA0gBBABRQRAQX8PCyMGIQMjByMGayEGIwVBBHIiB0EBcUHFu/KIeHMhAEEAIQIDQCACIAZJBEAgACACIANqLQAAc0GTg4AIbCEAIAJBAWohAgwBCwsgASAHNgIAIAEgAzYCBCABIAY2AgggASAAIABBD3ZzNgIMIAFBEGohASMHQQFqIARqIQIMAQsLIAEgBWtBBHYLlQUBCH8jASMAKQMAIwKthoQkASMAQT8jAmtBA3ZqJAAjAkE4ciQCIwGnQR9xIQUjAUIFiCQBIwJBBWskAiMBp0EfcSEDIwFCBYgkASMCQQVrJAIjAadBD3EjAUIEiCQBIwJBBGskAkEEaiEEAkAgA0EBaiIGQR5LIAVBgQJqIgdBngJLcg0AQYD9AEEAQRP8CwADQCAEIAhLBEAjASMAKQMAIwKthoQkASMAQT8jAmtBA3ZqJAAjAkE4ciQCIwGnQQdxIQMjAUIDiCQBIwJBA2skAgJ/IAhBEGogCEEDSQ0AGkEAIAhBA0YNABpBCSAIQQF2IgFrIAFBBmogCEEBcRsLQYD9AGogAzoAACAIQQFqIQgMAQsLQYD9AEETQYCRAUGA+QBBBxAAIgFFDQBBASABdEEBayEFIAYgB2ohBANAIAIgBEkEQCMAIABBCGpLDQIjASMAKQMAIwKthoQkASMAQT8jAmtBA3ZqJAAjAkE4ciQCIwGnIAVxQQJ0QYD5AGooAgAiA0GAgAJxDQIjASADQf8BcSIBrYgkASMCIAFrJAIgA0EQdiIDQRBJBEAgAiIBQQFqIQIgAUGA/QBqIAM6AAAMAgtBACEIIANBEEYEfyACRQ0DIAJB//wAai0AACEIIwGnQQNxIwFCAogkASMCQQJrJAJBA2oFIANBEUYEfyMBp0EHcSMBQgOIJAEjAkEDayQCQQNqBSMBp0H/AHEjAUIHiCQBIwJBB2skAkELagsLIQEgAkGA/QBqIAggAfwLACAEIAEgAmoiAkkNAgwBCwtBgP8ALQAARQ0AIAdBgP0AaiAGQYCQAUGA1ABBCBAAJARBgP0AIAdBgIcBQYAIQQsQACQDIwNBAEdBACMEGw8LQQAL+wIBBX8gASAAQQJqSQRAQQAPCyAALQABIAAtAABBCHRyIgRBoB5xQYAQRwR/QQEFIARBH3ALBEBBAA8LIABBAmokAEIAJAFBACQCIAIgA2ohBiACIQADQCMBIwApAwAjAq2GhCQBIwBBPyMCa0EDdmokACMCQThyJAIjAadBAXEjAUIBiCQBIwJBAWskAiMBp0EDcSEEIwFCAogkASMCQQJrJAIgBAR/IARBAUYEf0GA6ABBCUGA+ABBBSABIAIgACAGEAIFIARBAkYEfyABEAQFQQALBH9BgAgjA0GA1AAjBCABIAIgACAGEAIFQQAPCwsFAn9BACMAIwJBA3ZrIgRBBGoiByABSw0AGkEAIAQvAQIgBC8BACIEQf//A3NHDQAaQQAgACAEaiIFIAZLIAQgB2oiCCABS3INABogACAHIAT8CgAAIAgkAEIAJAFBACQCIAULCyIARQRAQQAPC0UNAAsjACMCQQN2ayICQQAgACAGRiABIAJPcRsLmQMBBH8DQCAAQYACSQRAIABBAnRBgIcBaiAAQRB0QYCAgIB4cjYCACAAQQFqIQAMAQsLQYCPAUGAwAI2AgBBAyEBQQAhAANAIABBH0kEQCAAQQJ0QYSPAWpBgIACQQAgAEECdkEBayAAQRxGIgIgAEEISXIbIgNBggIgASACGyIBQRB0ciAAQRxLGzYCACABQQEgA3RqIQEgAEEBaiEADAELC0EBIQFBACEAA0AgAEEgSQRAIABBAnRBgJABakGAgAIgAEEBdkEBa0EAIABBBE8bIgIgAUEQdHIgAEEdSxs2AgAgAUEBIAJ0aiEBIABBAWohAAwBCwtBACEAA0AgAEETSQRAIABBAnRBgJEBaiAAQRB0NgIAIABBAWohAAwBCwtBACEAA0AgAEGgAkkEQCAAQYD9AGogAEGQAUkEf0EIBSAAQYACSQR/QQkFQQdBCCAAQZgCSRsLCzoAACAAQQFqIQAMAQsLQYD9AEGgAkGAhwFBgOgAQQkQABpBgP0AQQVBIPwLAEGA/QBBIEGAkAFBgPgAQQUQABoL7AMBC39BgIEBIQtBASEEQQEhCQNAIAIgCU8EQCAJQQFLBEAgBEECdCIFIAFqIAEgBfwKAAALIARBAXQhBCAJQQJ0QcCFAWooAgAhBQNAIAUEQCABIApBAnRqIAAgCy8BAEECdGooAgAgCWogCUEIdGo2AgAgC0ECaiELIAogBEEBa3MiBgR/IApBAUEfIAZna3QiBkEBa3EgBnIFQQALIQogBUEBayEFDAELCyAJQQFqIQkMAQsLIARBAWshDUF/IQdBACEFA0AgAyAJTwRAIAlBAnRBwIUBaigCACEGA0AgBgRAIAogDXEiCCAHRwRAIAghByAEIQUgCSACayEIIAYhBANAIARBASAIdEkEQCAIQQFqIgggAmpBAnRBwIUBaigCACAEQQF0aiEEDAELCyABIAdBAnRqIAJBgIADciAIQQh0ciAFQRB0cjYCACAFQQEgCHRqIQQLIAkgAmsiDCAAIAsvAQBBAnRqKAIAaiAMQQh0aiEOIAUgCiACdmohCANAIAQgCEsEQCABIAhBAnRqIA42AgAgCEEBIAx0aiEIDAELCyALQQJqIQsgCkEBIAl0QQFrcyIIBH8gCkEBQR8gCGdrdCIIQQFrcSAIcgVBAAshCiAGQQFrIQYMAQsLIAlBAWohCQwBCwsgAgvNAQIBfwV+AkADQCAAIAFJIARCOFRxBEAgACIDQQFqIQAgBiADMQAAIghC/wCDIASGhCEGIAhCgAFUBEAgACQIDAMLIARCB3whBAwBCwtBACQIQgAhBgsjCEUgBiACrVJyBEBBfw8LIwghAgJAA0AgASACSyAHQjhUcQRAIAIiAEEBaiECIAUgADEAACIEQv8AgyAHhoQhBSAEQoABVARAIAIkCAwDCyAHQgd8IQcMAQsLQQAkCEIAIQULQX8gBacjCEUgBUL/////B1ZyGwuOBwILfwN+AkADQCACIANJIBNCOFRxBEAgAiIHQQFqIQIgEiAHMQAAIhRC/wCDIBOGhCESIBRCgAFUBEAgAiQIDAMLIBNCB3whEwwBCwtBACQIC0IAIRIjCCECQgAhEwJAA0AgAiADSSATQjhUcQRAIAIiB0EBaiECIBIgBzEAACIUQv8AgyAThoQhEiAUQoABVARAIAIkCAwDCyATQgd8IRMMAQsLQQAkCAsjCCECIAQiCSAFaiENIAYhB0F/IQgDQCACIANJBEAgCSILIQ4gAkEBaiEMIAItAAAiEUGAAXEEQEEAIRBBACEJIAwgEUH/AHFpaiADSwRAQX8PCyARQQFxBH8gDC0AACEQIAxBAWoFIAwLIQIgEUECcQRAIBAgAi0AAEEIdHIhECACQQFqIQILIBFBBHEEQCAQIAItAABBEHRyIRAgAkEBaiECCyARQQhxBEAgECACLQAAQRh0ciEQIAJBAWohAgsgEUEQcQRAIAItAAAhCSACQQFqIQILIBFBIHEEQCAJIAItAABBCHRyIQkgAkEBaiECCyARQcAAcQRAIAkgAi0AAEEQdHIhCSACQQFqIQILIAEgEEkgCUGAgAQgCRsiDCABIBBrS3IgDCANIA5rS3IEQEF/DwsgACAQaiERIAxBgAJLBEAgDiARIAz8CgAABUEAIQkDQCAJIAxJBEAgCSAOaiAJIBFq/QAEAP0LBAAgCUEQaiEJDAELCwsgDCAOaiEJIA8gEEYgDCAQaiEPDQIFIBFFIBEgAyAMa0tyIBEgDSAOa0tyBEBBfw8LQQAhCQNAIAkgEUkEQCAJIA5qIAkgDGr9AAQA/QsEACAJQRBqIQkMAQsLIAwgEWohAkF/IQ8gDiARaiIJIQ4LIA5BAWoiDCANIAwgDUkbIQwgCEF/RyALQQFrIAQgBCALSRsiCyAKQUBrTXEEfyAKIAwgCiAMSxsFIAhBf0cEQCAHIAggBGs2AgAgByAKIARrNgIEIAdBCGohBwsgCyEIIAwLIQoMAQsLIAkgDUcEQEF/DwsgASAPRyAPQX9HcSAFQQBHcQRAIAhBf0cEfyANQQFrIApBQGtNBUEAC0UEQCAIQX9HBEAgByAIIARrNgIAIAcgCiAEazYCBCAHQQhqIQcLIA1BAWshCAsgDSEKCyAIQX9HBH8gByAIIARrNgIAIAcgCiAEazYCBCAHQQhqBSAHCyAGa0EDdgs=";

// packages/git/src/machine.ts
var FREE = 20480;
var SLACK = 304;
var compiled;
function newMachine() {
  const { Module, Instance } = globalThis.WebAssembly;
  compiled ??= new Module(Buffer.from(WASM, "base64"));
  const { memory, prepare, inflate, resultSize, apply, compareTrees } = new Instance(compiled).exports;
  memory.grow(1);
  prepare();
  let bytes = new Uint8Array(memory.buffer);
  function reserve(end) {
    const missing = end - bytes.length;
    if (missing <= 0) return;
    memory.grow(Math.ceil(Math.max(missing, 1 << 20) / 65536));
    bytes = new Uint8Array(memory.buffer);
  }
  return { bytes: () => bytes, reserve, inflate, resultSize, apply, compareTrees };
}

// packages/git/src/read-ahead.ts
var PAGE = 1 << 12;
var KEPT = 1 << 10;
function newReadAhead(file) {
  const pages = new Uint8Array(PAGE * KEPT);
  const numbers = new Float64Array(KEPT).fill(-1);
  function page(number2) {
    const slot = number2 % KEPT;
    if (numbers[slot] !== number2) {
      file.readInto(pages, slot * PAGE, PAGE, number2 * PAGE);
      numbers[slot] = number2;
    }
    return slot * PAGE;
  }
  return (offset, length, target, to) => {
    if (offset + length > file.size) return false;
    if (length > 2 * PAGE) return file.readInto(target, to, length, offset) === length;
    for (let done = 0; done < length; ) {
      const number2 = Math.floor((offset + done) / PAGE);
      const from = offset + done - number2 * PAGE;
      const count = Math.min(PAGE - from, length - done);
      const at = page(number2) + from;
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
    const { bytes } = plan;
    if (bytes !== void 0) machine.bytes().set(bytes.subarray(begin, begin + length), from);
    else if (!ahead(begin, length, machine.bytes(), from)) return false;
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
function walkPack(pack, request, visit) {
  const { part = 0, parts = 1, types = ["blob"], compare: compare2 = false } = request;
  const largest = Math.min(request.largest ?? LARGEST, MOST);
  const plan = request.plan ?? planPack(pack);
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
  const begins = (k) => plan.bases[k] < 0 && (wanted[plan.types[k]] || plan.types[k] === UNKNOWN);
  const { from, until } = shareOf(plan, part, parts, begins);
  if (part === 0) {
    for (let k = 0; k < plan.count; k++) if (plan.types[k] === 0) tally.missed(k, "unknown");
  }
  for (let k = from; k < until; k++) {
    if (!begins(k)) continue;
    if (plan.bases[k] === ELSEWHERE) takeIn(k, "broken");
    else begin(k, plan.types[k], spent() ? "budget" : workshop.inflate(k, floor));
  }
  for (let k = later.pop(); k !== void 0; k = later.pop()) takeIn(k, "large");
  workshop.close();
  return tally.summary();
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
  function begin(number2, base, changes) {
    places[number2] = numbers.length;
    numbers.push(number2);
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
    add(number2, base, { entries, memory }) {
      if (places[number2] >= 0) return places[number2];
      const place = begin(number2, base, entries.length / 4);
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
    addWhole(number2, bytes) {
      if (places[number2] >= 0) return;
      const entries = treeEntries(bytes, ids.idLength);
      begin(number2, -1, entries.length);
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
  const order = names.map((_, number2) => number2).sort((a, b) => names[a] < names[b] ? -1 : 1);
  const ranks = new Int32Array(names.length);
  for (const [rank, number2] of order.entries()) ranks[number2] = rank;
  return { list: order.map((number2) => names[number2]), ranks };
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
var PARTS = 4;
var TAGS = 100;
async function readHistoryLog(store, { refs, cut, plans, signal }) {
  const { idLength, packs } = store;
  if (store.unread.length > 0) return void 0;
  const loose = [...new Set(store.loose())].sort();
  const lists = packs.map(({ index }) => index.ids());
  const ids = newIdTable(loose.length === 0 ? lists : [...lists, Buffer.from(loose.join(""), "hex")], idLength);
  const single = loose.length === 0 && lists.length === 1;
  const commits = newCommitLogger(ids);
  const trees = newTreeLogger(ids);
  const cuts = new Set([...cut].map((id) => numberOf(id)));
  function numberOf(id) {
    return id.length === idLength * 2 ? ids.find(Buffer.from(id, "hex"), 0) : -1;
  }
  for (const [at, pack] of packs.entries()) {
    const own = lists[at];
    const plan = plans.find(({ path }) => path === pack.path)?.plan;
    if (plan === void 0) return void 0;
    for (let part = 0; part < PARTS; part++) {
      const summary = walkPack(
        pack,
        { part, parts: PARTS, plan, types: ["commit", "tree"], compare: true },
        ({ position, type, bytes, base, inherited, changes }) => {
          const number2 = single ? position : ids.find(own, position * idLength);
          if (type === "commit") {
            commits.add(number2, bytes, cuts.has(number2));
            return 0;
          }
          if (changes !== void 0 && inherited >= 0) return trees.add(number2, base < 0 ? -1 : inherited, changes);
          trees.addWhole(number2, bytes);
          return -1;
        }
      );
      if (summary.failed > 0 || summary.large.length > 0) return void 0;
      await _setImmediate();
      signal?.throwIfAborted();
    }
  }
  for (const id of loose) {
    const object = store.read(id);
    if (object === void 0) return void 0;
    const number2 = numberOf(id);
    if (object.type === "commit") commits.add(number2, object.bytes, cuts.has(number2));
    else if (object.type === "tree") trees.addWhole(number2, object.bytes);
  }
  return ordered();
  function ordered() {
    const log = commits.finish();
    const known = trees.finish();
    const ends = known && tipsOf(log);
    const order = ends && oldestFirst(log, ends.tips);
    if (known === void 0 || ends === void 0 || order === void 0) return void 0;
    const rooted = order.every((commit) => (known.places[log.trees[commit]] ?? -1) >= 0);
    return rooted ? { ids, commits: log, trees: known, order, tags: ends.tags } : void 0;
  }
  function tipsOf({ places }) {
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
}

// packages/git/src/block-cache.ts
var BLOCK = 8 << 10;
var MOST2 = 2048;
function newBlockCache() {
  const blocks = /* @__PURE__ */ new Map();
  return (file, block, load) => {
    const key = file * 2 ** 32 + block;
    const known = blocks.get(key);
    if (known !== void 0) return known;
    const loaded = load();
    blocks.set(key, loaded);
    if (blocks.size > MOST2) blocks.delete(blocks.keys().next().value);
    return loaded;
  };
}

// packages/git/src/apply-delta.ts
function applyDelta(base, delta, largest) {
  const from = number(delta, 0);
  const size = from && number(delta, from.next);
  if (!size || from.value !== base.length || size.value > largest) return void 0;
  const result = new Uint8Array(size.value);
  let at = size.next;
  let out = 0;
  while (at < delta.length) {
    const op = delta[at++];
    if (op < 128) {
      if (op === 0 || at + op > delta.length || out + op > result.length) return void 0;
      result.set(delta.subarray(at, at + op), out);
      at += op;
      out += op;
      continue;
    }
    let offset = 0;
    let length = 0;
    for (let bit = 0; bit < 4; bit++) if (op & 1 << bit) offset += (delta[at++] ?? 0) * 2 ** (8 * bit);
    for (let bit = 0; bit < 3; bit++) if (op & 16 << bit) length += (delta[at++] ?? 0) << 8 * bit;
    if (length === 0) length = 65536;
    if (at > delta.length || offset + length > base.length || out + length > result.length) return void 0;
    result.set(base.subarray(offset, offset + length), out);
    out += length;
  }
  return out === result.length ? result : void 0;
}
function number(bytes, at) {
  let value = 0;
  for (let next = at, unit = 1; next < bytes.length && unit < 2 ** 49; unit *= 128) {
    const byte = bytes[next++];
    value += (byte & 127) * unit;
    if (byte < 128) return { value, next };
  }
  return void 0;
}

// packages/git/src/entry-reader.ts
var LOOK = 1024;
var LONGEST_CHAIN = 8192;
function readEntry(source, offset, largest) {
  const { file, index, idLength, cache } = source;
  const header = { type: 0, size: 0, length: 0, distance: 0 };
  const chain = [];
  let object;
  for (let at = offset; object === void 0; ) {
    object = cache.get(file.path, at);
    if (object !== void 0) break;
    if (!(at >= 12 && at < source.end) || chain.length > LONGEST_CHAIN) return void 0;
    const head = file.read(at, LONGEST_HEADER);
    readEntryHeader(head, 0, idLength, header);
    const { type, size, length, distance } = header;
    source.spend(LOOK);
    if (type === 0 || size > largest) return void 0;
    const link = { offset: at, stream: at + length, size };
    if (type === OFFSET_DELTA) {
      if (distance === 0) return void 0;
      chain.push(link);
      at -= distance;
    } else if (type === ID_DELTA) {
      chain.push(link);
      const id = head.subarray(length - idLength, length);
      const found = index.find(id);
      if (found === void 0) {
        object = source.elsewhere(id.toString("hex"));
        if (object === void 0) return void 0;
      } else at = found;
    } else {
      const bytes = inflateEntry(source, link);
      const name = OBJECT_TYPES[type];
      if (bytes === void 0 || name === void 0) return void 0;
      object = { type: name, bytes };
      cache.put(file.path, at, object);
    }
  }
  for (let link = chain.pop(); link !== void 0; link = chain.pop()) {
    const delta = inflateEntry(source, link);
    const bytes = delta && applyDelta(object.bytes, delta, largest);
    if (bytes === void 0) return void 0;
    source.spend(bytes.length);
    object = { type: object.type, bytes };
    cache.put(file.path, link.offset, object);
  }
  return object;
}
function inflateEntry({ file, end, spend, inflate }, { stream, size }) {
  spend(size);
  const longest = Math.min(size + (size >>> 3) + 64, end - stream);
  return inflate(file.read(stream, longest), size);
}

// packages/git/src/git-folder.ts
function commonFolder(gitFolder) {
  const common = textOf(_join(gitFolder, "commondir"))?.trim();
  return common ? _resolve(gitFolder, common) : gitFolder;
}
function idLengthOf(common) {
  return /^\s*objectformat\s*=\s*"?sha256"?\s*$/im.test(textOf(_join(common, "config")) ?? "") ? 32 : 20;
}
function hasForeignRefs(common) {
  return /^\s*refstorage\s*=[ \t"]*(?!files\b)[a-z]/im.test(textOf(_join(common, "config")) ?? "");
}
function textOf(path) {
  try {
    return _readFileSync(path, "utf8");
  } catch {
    return void 0;
  }
}

// packages/git/src/inflater.ts
var FEW = 32;
var SMALL = 256 << 10;
function newInflater() {
  let machine;
  let times = 0;
  return (stream, size) => {
    if (times++ < FEW || size > SMALL) return byZlib(stream, size);
    machine ??= newMachine();
    const to = FREE + stream.length + SLACK;
    machine.reserve(to + size + SLACK);
    machine.bytes().set(stream, FREE);
    return machine.inflate(FREE, FREE + stream.length, to, size) === 0 ? void 0 : machine.bytes().slice(to, to + size);
  };
}
function byZlib(stream, size) {
  try {
    const bytes = _inflateSync(stream, { maxOutputLength: size + 1 });
    return bytes.length === size ? bytes : void 0;
  } catch {
    return void 0;
  }
}

// packages/git/src/loose-objects.ts
function* looseObjects(folder, idLength) {
  const name = new RegExp(`^[0-9a-f]{${idLength * 2 - 2}}$`);
  for (const first of namesIn(folder)) {
    if (!/^[0-9a-f]{2}$/.test(first)) continue;
    for (const rest of namesIn(_join(folder, first))) if (name.test(rest)) yield first + rest;
  }
}
function namesIn(folder) {
  try {
    return _readdirSync(folder).sort();
  } catch {
    return [];
  }
}
var HEAD2 = /^(commit|tree|blob|tag) (\d{1,15})\0/;
function readLoose(folder, id, largest) {
  const path = _join(folder, id.slice(0, 2), id.slice(2));
  try {
    if (!_statSync(path, { throwIfNoEntry: false })?.isFile()) return void 0;
    const bytes = _inflateSync(_readFileSync(path), { maxOutputLength: largest + 64 });
    const [head, type, size] = HEAD2.exec(bytes.toString("latin1", 0, 32)) ?? [];
    if (head === void 0 || !OBJECT_TYPES.includes(type)) return "the object does not begin as one";
    const content = bytes.subarray(head.length);
    return content.length === Number(size) ? { type, bytes: content } : "the object has another size than it says";
  } catch (error) {
    const { code, message } = error;
    return code?.endsWith("BUFFER_TOO_LARGE") ? "the object is too large" : message;
  }
}

// packages/git/src/pack-index.ts
var FAN_OUT = 256 * 4;
var SIGNATURE = 4285812579;
var BIG = 2147483648;
function openPackIndex(file, idLength) {
  const head = file.read(0, 8);
  if (head.length < 8) return "the index is cut off";
  const second = head.readUInt32BE(0) === SIGNATURE;
  if (second && head.readUInt32BE(4) !== 2) return `the index is of version ${head.readUInt32BE(4)}`;
  const fanOut = file.read(second ? 8 : 0, FAN_OUT);
  if (fanOut.length < FAN_OUT) return "the index is cut off";
  const reason = checkFanOut(fanOut);
  if (reason !== void 0) return reason;
  const count = fanOut.readUInt32BE(FAN_OUT - 4);
  const layout = second ? secondVersion(file, idLength, count) : firstVersion(file, idLength, count);
  if (file.size < layout.idAt(count - 1) + 3 * idLength) return "the index is cut off";
  return {
    count,
    idAt: (position) => file.read(layout.idAt(position), idLength).toString("hex"),
    find(id) {
      const position = findPosition(file, fanOut, id, idLength, layout);
      return position === void 0 ? void 0 : layout.offsetOf(position);
    },
    offsets: layout.offsets,
    ids: layout.ids
  };
}
function checkFanOut(fanOut) {
  for (let at = 4; at < FAN_OUT; at += 4) {
    if (fanOut.readUInt32BE(at) < fanOut.readUInt32BE(at - 4)) return "the fan-out of the index does not grow";
  }
  return void 0;
}
function findPosition(file, fanOut, id, idLength, layout) {
  const first = id[0];
  let low = first === 0 ? 0 : fanOut.readUInt32BE((first - 1) * 4);
  let high = fanOut.readUInt32BE(first * 4);
  let guess = low + Math.floor((high - low) * (id[1] << 8 | id[2]) / 65536);
  while (low < high) {
    const order = file.read(layout.idAt(guess), idLength).compare(id);
    if (order === 0) return guess;
    if (order < 0) low = guess + 1;
    else high = guess;
    guess = low + high >>> 1;
  }
  return void 0;
}
function firstVersion(file, idLength, count) {
  const width = 4 + idLength;
  return {
    fanOut: 0,
    idAt: (position) => FAN_OUT + position * width + 4,
    offsetOf: (position) => file.read(FAN_OUT + position * width, 4).readUInt32BE(0),
    offsets() {
      const table = file.read(FAN_OUT, count * width);
      return Float64Array.from({ length: count }, (_, position) => table.readUInt32BE(position * width));
    },
    ids() {
      const table = file.read(FAN_OUT, count * width);
      const ids = new Uint8Array(count * idLength);
      for (let k = 0; k < count; k++) ids.set(table.subarray(k * width + 4, (k + 1) * width), k * idLength);
      return ids;
    }
  };
}
function secondVersion(file, idLength, count) {
  const table = 8 + FAN_OUT + count * (idLength + 4);
  return {
    fanOut: 8,
    idAt: (position) => 8 + FAN_OUT + position * idLength,
    offsetOf(position) {
      const offset = file.read(table + position * 4, 4);
      return offset.length < 4 ? 0 : bigOffset(file, table + count * 4, offset.readUInt32BE(0));
    },
    offsets() {
      const small = file.read(table, count * 4);
      const offsets = new Float64Array(count);
      for (let position = 0; position < count; position++) {
        const at = position * 4;
        const offset = at + 4 > small.length ? 0 : small.readUInt32BE(at);
        offsets[position] = offset < BIG ? offset : bigOffset(file, table + count * 4, offset);
      }
      return offsets;
    },
    ids: () => file.read(8 + FAN_OUT, count * idLength)
  };
}
function bigOffset(file, table, offset) {
  if (offset < BIG) return offset;
  const big = file.read(table + (offset - BIG) * 8, 8);
  return big.length < 8 ? 0 : Number(big.readBigUInt64BE(0));
}

// packages/git/src/multi-pack-index.ts
var HEAD3 = 12;
var ENTRY2 = 12;
var FAN_OUT2 = 256 * 4;
function openMultiPackIndex(file, idLength) {
  const head = file.read(0, HEAD3);
  if (head.length < HEAD3 || head.toString("latin1", 0, 4) !== "MIDX") return "the multi-pack-index does not begin as one";
  if (head[4] !== 1) return `the multi-pack-index is of version ${head[4]}`;
  if (head[5] !== (idLength === 20 ? 1 : 2)) return "the multi-pack-index has ids of another kind than the repository";
  const places = chunkPlaces(file, head[6]);
  const [names, fan, ids, offsets] = ["PNAM", "OIDF", "OIDL", "OOFF"].map((name) => places.get(name));
  if (!names || !fan || !ids || !offsets) return "the multi-pack-index lacks a chunk";
  const fanOut = file.read(fan.begin, FAN_OUT2);
  const reason = fanOut.length < FAN_OUT2 ? "the multi-pack-index is cut off" : checkFanOut(fanOut);
  if (reason !== void 0) return reason;
  const count = fanOut.readUInt32BE(FAN_OUT2 - 4);
  if (offsets.begin + count * 8 > file.size || ids.begin + count * idLength > file.size) return "the multi-pack-index is cut off";
  const chunks = { fanOut, ids: ids.begin, offsets: offsets.begin, large: places.get("LOFF")?.begin ?? 0 };
  const packs = file.read(names.begin, Math.max(0, names.end - names.begin)).toString("utf8").split("\0").slice(0, head.readUInt32BE(8)).map((name) => _basename(name));
  return new Map(
    packs.map((name, pack) => [
      _join(_dirname(file.path), name.replace(/\.idx$/, ".pack")),
      indexOfOne(file, idLength, count, chunks, pack)
    ])
  );
}
function chunkPlaces(file, count) {
  const table = file.read(HEAD3, (count + 1) * ENTRY2);
  const places = /* @__PURE__ */ new Map();
  for (let at = 0; at + 2 * ENTRY2 <= table.length; at += ENTRY2) {
    const begin = Number(table.readBigUInt64BE(at + 4));
    const end = Number(table.readBigUInt64BE(at + ENTRY2 + 4));
    places.set(table.toString("latin1", at, at + 4), { begin, end });
  }
  return places;
}
function indexOfOne(file, idLength, all, chunks, pack) {
  const { fanOut, ids, offsets, large } = chunks;
  const layout = { idAt: (position) => ids + position * idLength };
  let known;
  function own() {
    if (known !== void 0) return known;
    const table = file.read(offsets, all * 8);
    const places = Uint32Array.from({ length: all }, (_, k) => k).filter((k) => table.readUInt32BE(k * 8) === pack);
    known = { positions: places, offsets: Float64Array.from(places, (k) => offsetFrom(table.readUInt32BE(k * 8 + 4))) };
    return known;
  }
  function offsetFrom(offset) {
    return large === 0 ? offset : bigOffset(file, large, offset);
  }
  return {
    get count() {
      return own().positions.length;
    },
    idAt: (position) => file.read(layout.idAt(own().positions[position] ?? all), idLength).toString("hex"),
    find(id) {
      const position = findPosition(file, fanOut, id, idLength, layout);
      const entry = position === void 0 ? void 0 : file.read(offsets + position * 8, 8);
      return entry === void 0 || entry.length < 8 || entry.readUInt32BE(0) !== pack ? void 0 : offsetFrom(entry.readUInt32BE(4));
    },
    offsets: () => own().offsets,
    ids() {
      const table = file.read(ids, all * idLength);
      const mine = new Uint8Array(own().positions.length * idLength);
      for (const [k, position] of own().positions.entries())
        mine.set(table.subarray(position * idLength, (position + 1) * idLength), k * idLength);
      return mine;
    }
  };
}

// packages/git/src/object-cache.ts
var MOST3 = 24 << 20;
var LARGEST2 = 4 << 20;
var ENTRY3 = 200;
function newObjectCache() {
  const objects = /* @__PURE__ */ new Map();
  let size = 0;
  return {
    get(pack, offset) {
      const key = `${offset} ${pack}`;
      const object = objects.get(key);
      if (object !== void 0) {
        objects.delete(key);
        objects.set(key, object);
      }
      return object;
    },
    put(pack, offset, object) {
      const key = `${offset} ${pack}`;
      if (object.bytes.length > LARGEST2 || objects.has(key)) return;
      objects.set(key, object);
      size += object.bytes.length + ENTRY3;
      for (const [oldest, { bytes }] of objects) {
        if (size <= MOST3) break;
        objects.delete(oldest);
        size -= bytes.length + ENTRY3;
      }
    }
  };
}

// packages/git/src/object-folders.ts
var MOST4 = 64;
function objectFolders(own) {
  const folders = [];
  const known = /* @__PURE__ */ new Set();
  const waiting = [own];
  for (let folder = waiting.shift(); folder !== void 0 && folders.length < MOST4; folder = waiting.shift()) {
    const real = realOf(folder);
    if (real === void 0 || known.has(real)) continue;
    known.add(real);
    folders.push(folder);
    for (const line of (textOf(_join(folder, "info/alternates")) ?? "").split("\n")) {
      if (line !== "" && !line.startsWith("#")) waiting.push(_resolve(folder, unquoted(line)));
    }
  }
  return folders;
}
function realOf(folder) {
  try {
    return _realpathSync(folder);
  } catch {
    return void 0;
  }
}
function unquoted(line) {
  if (!/^".*"$/.test(line)) return line;
  const bytes = line.slice(1, -1).replace(
    /\\([0-7]{3}|.)/g,
    (_, code) => code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : ESCAPES[code] ?? code
  );
  return /^[\0-\x7f]*$/.test(bytes) ? bytes : Buffer.from(bytes, "latin1").toString("utf8");
}
var ESCAPES = { a: "\x07", b: "\b", f: "\f", n: "\n", r: "\r", t: "	", v: "\v" };

// packages/git/src/pack.ts
function openPack(path, idLength, open) {
  let file;
  try {
    file = open(path);
  } catch (error) {
    return `the pack cannot be opened: ${error.message}`;
  }
  const reason = wrong(file, idLength);
  return reason ?? file;
}
function wrong(file, idLength) {
  const head = file.read(0, 12);
  if (head.length < 12 || file.size < 12 + idLength) return "the pack is cut off";
  if (head.toString("latin1", 0, 4) !== "PACK") return "the pack does not begin as one";
  const version = head.readUInt32BE(4);
  return version === 2 || version === 3 ? void 0 : `the pack is of version ${version}`;
}

// packages/git/src/pack-file.ts
function openPackFile(path, cache) {
  const descriptor = _openSync(path, "r");
  const { size } = _fstatSync(descriptor);
  function readInto(target, from, length, offset) {
    let done = 0;
    while (done < length) {
      const count = _readSync(descriptor, target, from + done, length - done, offset + done);
      if (count === 0) break;
      done += count;
    }
    return done;
  }
  function piece(offset, length) {
    const target = Buffer.allocUnsafeSlow(Math.max(0, Math.min(length, size - offset)));
    const done = readInto(target, 0, target.length, offset);
    return done === target.length ? target : target.subarray(0, done);
  }
  function read(offset, length) {
    const block = Math.floor(offset / BLOCK);
    const from = offset - block * BLOCK;
    if (!(from + length <= BLOCK) || offset >= size) return piece(offset, length);
    return cache(descriptor, block, () => piece(block * BLOCK, BLOCK)).subarray(from, from + length);
  }
  return { path, size, read, readInto, close: () => _closeSync(descriptor) };
}

// packages/git/src/object-store.ts
var LARGEST3 = 256 << 20;
var PACK_CHANGES = 8;
function openObjects(gitFolder) {
  const common = commonFolder(gitFolder);
  const idLength = idLengthOf(common);
  const folders = objectFolders(_join(common, "objects"));
  const unread = [];
  const named = /* @__PURE__ */ new Set();
  const packs = [];
  const cache = newObjectCache();
  const blocks = newBlockCache();
  const files = [];
  const open = (path) => {
    const file = openPackFile(path, blocks);
    files.push(file);
    return file;
  };
  const inflate = newInflater();
  let changes = 0;
  function take(path, index) {
    const file = openPack(path, idLength, open);
    if (typeof file === "string") {
      unread.push({ what: path, reason: file });
      return;
    }
    const end = file.size - idLength;
    let effort = 0;
    const spend = (bytes) => {
      effort += bytes;
    };
    const source = { file, index, idLength, end, cache, inflate, elsewhere, spend };
    const readAt = (offset, largest = LARGEST3) => readEntry(source, offset, largest);
    packs.push({ path, file, index, idLength, end, readAt, effort: () => effort });
  }
  function elsewhere(id) {
    if (changes >= PACK_CHANGES) return void 0;
    changes++;
    try {
      return read(id);
    } finally {
      changes--;
    }
  }
  for (const folder of folders) {
    const names = packNames(folder);
    for (const [path, index] of indexesOf(folder, names, idLength, unread, open)) take(path, index);
  }
  function read(id, largest = LARGEST3) {
    if (id.length !== idLength * 2) return void 0;
    const bytes = Buffer.from(id, "hex");
    if (bytes.length !== idLength) return void 0;
    for (const pack of packs) {
      const offset = pack.index.find(bytes);
      const object = offset === void 0 ? void 0 : pack.readAt(offset, largest);
      if (object !== void 0) return object;
    }
    for (const folder of folders) {
      const object = readLoose(folder, id, largest);
      if (typeof object === "object") return object;
      if (object !== void 0 && !named.has(id)) unread.push({ what: id, reason: object });
      if (object !== void 0) named.add(id);
    }
    return void 0;
  }
  function* loose() {
    for (const folder of folders) yield* looseObjects(folder, idLength);
  }
  function close() {
    for (const file of files) file.close();
  }
  return { idLength, packs, unread, read, loose, close };
}
function packNames(folder) {
  try {
    return _readdirSync(_join(folder, "pack")).sort();
  } catch {
    return [];
  }
}
function indexesOf(folder, names, idLength, unread, open) {
  const found = /* @__PURE__ */ new Map();
  const packs = names.filter((name) => name.endsWith(".pack")).map((name) => _join(folder, "pack", name));
  let shared2;
  for (const path of packs) {
    const own = names.includes(path.slice(folder.length + "/pack/".length, -"pack".length).concat("idx")) ? openIndex(path.replace(/pack$/, "idx"), open, (file) => openPackIndex(file, idLength)) : "it has no index";
    if (typeof own !== "string") {
      found.set(path, own);
      continue;
    }
    shared2 ??= openIndex(_join(folder, "pack/multi-pack-index"), open, (file) => openMultiPackIndex(file, idLength));
    const index = typeof shared2 === "string" ? void 0 : shared2.get(path);
    if (index === void 0) unread.push({ what: path, reason: own });
    else found.set(path, index);
  }
  return found;
}
function openIndex(path, open, understand) {
  try {
    return understand(open(path));
  } catch (error) {
    return `the index cannot be read: ${error.message}`;
  }
}

// packages/git/src/batch-output.ts
var NEWLINE3 = 10;
var HEADER = /^(\S+) (commit|tree|blob|tag) (\d+)$/;
function newBatchReader(largest, told) {
  let line = "";
  let open;
  function header(piece, from) {
    const newline = piece.indexOf(NEWLINE3, from);
    const end = newline < 0 ? piece.length : newline;
    line += piece.toString("latin1", from, end);
    if (newline < 0) return end;
    const [, id = "", type, size] = HEADER.exec(line) ?? [];
    const known = OBJECT_TYPES.find((one) => one === type);
    if (known === void 0) told(line.split(" ", 1)[0], void 0);
    else open = { id, type: known, size: Number(size), room: void 0, filled: 0 };
    line = "";
    return newline + 1;
  }
  function body(object, piece, from) {
    const { id, type, size } = object;
    const end = from + size - object.filled;
    const isKept = size <= largest;
    if (end >= piece.length) {
      if (isKept) {
        object.room ??= Buffer.allocUnsafeSlow(size);
        piece.copy(object.room, object.filled, from);
      }
      object.filled += piece.length - from;
      return piece.length;
    }
    if (object.room !== void 0) piece.copy(object.room, object.filled, from, end);
    open = void 0;
    told(id, isKept ? { type, bytes: object.room ?? piece.subarray(from, end) } : void 0);
    return end + 1;
  }
  return (piece) => {
    for (let at = 0; at < piece.length; ) at = open === void 0 ? header(piece, at) : body(open, piece, at);
  };
}

// packages/git/src/git-process.ts
var SAFE2 = ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"];
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
  const { stdout, error, status } = spawnSync("git", [...SAFE2, `--git-dir=${gitFolder}`, ...command], {
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
      const number2 = numbers[place];
      if (leads[number2] !== 0 || !leadsOn(place)) continue;
      leads[number2] = 1;
      more = true;
    }
  }
  if (more) {
    for (let number2 = 0; number2 < leads.length; number2++) if (places[number2] >= 0) leads[number2] = 1;
  }
  return leads;
}

// packages/git/src/appearances.ts
var MOST5 = 1 << 26;
function firstAppearances(log, roots, wanted, visit, most = MOST5) {
  const ways = waysTo(log, wanted, most);
  if (ways === void 0) return false;
  const seen = new Uint8Array(wanted.length);
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
  return true;
}

// packages/git/src/commit.ts
function parseCommit(bytes) {
  const { headers, end } = headersOf(bytes);
  const tree = headers.find(([key]) => key === "tree")?.[1];
  if (tree === void 0) return void 0;
  return {
    tree,
    parents: headers.filter(([key]) => key === "parent").map(([, id]) => id),
    author: personOf(headers, "author"),
    committer: personOf(headers, "committer"),
    message: end
  };
}

// packages/git/src/ref.ts
var STEPS2 = 5;
var NAME = /^(?:[A-Z_]+|refs(?:\/(?!\.)[^\0-\x20\x7f~^:?*[\\/]+)+)$/;
var OWN = /^(?:[A-Z_]+$|refs\/(?:bisect|worktree|rewritten)\/)/;
function readRef(gitFolder, name) {
  const common = commonFolder(gitFolder);
  if (hasForeignRefs(common)) return void 0;
  const idLength = idLengthOf(common);
  let at = name;
  for (let step = 0; step <= STEPS2; step++) {
    if (!NAME.test(at) || at.includes("..") || at.includes("@{")) return void 0;
    const text = textOf(_join(OWN.test(at) ? gitFolder : common, at))?.trimEnd();
    if (text === void 0) return at === "HEAD" ? void 0 : { id: packed(common, at, idLength), idLength };
    if (!text.startsWith("ref:")) return isId(text, idLength) ? { id: text, idLength } : void 0;
    at = text.slice("ref:".length).trim();
  }
  return void 0;
}
function packed(common, name, idLength) {
  const text = textOf(_join(common, "packed-refs")) ?? "";
  const at = text.indexOf(` ${name}
`);
  const id = text.slice(Math.max(0, at - 2 * idLength), Math.max(0, at));
  return isId(id, idLength) ? id : void 0;
}
function isId(text, idLength) {
  return text.length === 2 * idLength && /^[0-9a-f]+$/.test(text);
}

// packages/scan/src/changes/object-stream.ts
var LARGEST4 = 32 << 20;
var MOST_HELD = 32 << 20;
function openObjectStream(git) {
  const coming = /* @__PURE__ */ new Set();
  const held = /* @__PURE__ */ new Map();
  let holding = 0;
  let awaited;
  function told(id, bytes) {
    coming.delete(id);
    if (bytes !== void 0) {
      held.set(id, bytes);
      holding += bytes.length;
    }
    if (awaited?.id === id) settle();
  }
  function settle() {
    awaited?.done();
    awaited = void 0;
  }
  const read = newBatchReader(LARGEST4, (id, object) => told(id, object?.bytes));
  const talk = git.converse(
    ["cat-file", "--batch"],
    (piece) => {
      read(piece);
      if (awaited === void 0 && holding > MOST_HELD) talk.pause();
    },
    () => {
      coming.clear();
      settle();
    }
  );
  return {
    ask(ids) {
      for (const id of ids) coming.add(id);
      talk.ask(`${ids.join("\n")}
`);
    },
    async arrival(id) {
      if (!coming.has(id)) return;
      await new Promise((done) => {
        awaited = { id, done };
        talk.resume();
      });
    },
    take(id) {
      const bytes = held.get(id);
      if (held.delete(id)) holding -= bytes?.length ?? 0;
      return bytes;
    },
    [Symbol.dispose]: () => talk.end()
  };
}

// packages/scan/src/changes/objects.ts
var WORTH_A_GIT = 32;
var MOST_BYTES2 = 32 << 20;
function openRepositoryObjects(gitFolder, git) {
  let store;
  let stream;
  const asked = /* @__PURE__ */ new Set();
  function own(id) {
    store ??= openObjects(readable(gitFolder));
    return store.read(id)?.bytes;
  }
  return {
    ready(ids) {
      const wanted = new Set(ids.filter((id) => !asked.has(id)));
      if (wanted.size === 0 || stream === void 0 && wanted.size < WORTH_A_GIT) return;
      stream ??= openObjectStream(git);
      stream.ask([...wanted]);
      for (const id of wanted) asked.add(id);
    },
    async arrival(id) {
      await stream?.arrival(id);
    },
    read(id) {
      const bytes = stream?.take(id) ?? own(id);
      if (bytes !== void 0 || asked.has(id)) return bytes;
      asked.add(id);
      return contentByGit(git, id);
    },
    [Symbol.dispose]: () => stream?.[Symbol.dispose]()
  };
}
function contentByGit(git, id) {
  let content;
  const read = newBatchReader(MOST_BYTES2, (_, object) => {
    content = object?.bytes;
  });
  try {
    read(git.run(["cat-file", "--batch"], `${id}
`, MOST_BYTES2));
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
  }
  return content;
}

// packages/scan/src/changes/shallow.ts
function shallowCommits(gitFolder) {
  try {
    return new Set(_readFileSync(openable(`${gitFolder}/shallow`), "latin1").match(/^[0-9a-f]{40,64}$/gm) ?? []);
  } catch (error) {
    const { code } = error;
    if (code === "ENOENT") return /* @__PURE__ */ new Set();
    throw error;
  }
}

// packages/scan/src/changes/path-lookup.ts
var FILE = 8;
var FOLDER = 4;
var KEPT2 = 2048;
function newPathLookup(objects) {
  const tops = /* @__PURE__ */ new Map();
  const trees = /* @__PURE__ */ new Map();
  function topOf(commit) {
    if (tops.has(commit)) return tops.get(commit);
    const bytes = objects.read(commit);
    const top = bytes && parseCommit(bytes)?.tree;
    tops.set(commit, top);
    return top;
  }
  function tree(id) {
    const known = trees.get(id);
    if (known !== void 0) return known;
    const bytes = objects.read(id);
    if (trees.size === KEPT2) trees.delete(trees.keys().next().value);
    trees.set(id, bytes);
    return bytes;
  }
  return (commit, path) => {
    const names = path.split("/");
    let at = topOf(commit);
    for (const [depth, name] of names.entries()) {
      const bytes = at === void 0 ? void 0 : tree(at);
      const entry = bytes && treeEntry(bytes, name, commit.length === 64 ? 32 : 20);
      at = entry !== void 0 && entry.mode >>> 12 === (depth === names.length - 1 ? FILE : FOLDER) ? entry.id : void 0;
    }
    return at;
  };
}

// packages/scan/src/changes/provenance.ts
var TAKEN_OUT = "it was taken out again since, and is still in that commit";
function withProvenance({ finding, by, still, removedBy }, objects, end) {
  if (by.commit === void 0) return finding;
  const removed = removedBy === void 0 ? void 0 : dated(removedBy, objects);
  const provenance = {
    object: by.id,
    ...authorship(by.commit, objects),
    ...still ? { standsIn: end } : {},
    ...removed === void 0 ? {} : { removed }
  };
  const why = still || removed !== void 0 ? finding.why : [...finding.why, TAKEN_OUT];
  return { ...finding, why, commit: by.commit, provenance };
}
function authorship(commit, objects) {
  const bytes = objects.read(commit);
  const author = bytes && parseCommit(bytes)?.author;
  if (author === void 0) return {};
  return { author: { name: author.name, mail: author.mail }, date: author.time * 1e3 };
}
function dated(commit, objects) {
  const { date } = authorship(commit, objects);
  return date === void 0 ? void 0 : { commit, date };
}

// packages/scan/src/memory-file.ts
function memoryFile(content, read = 0) {
  let at = read;
  return {
    fill(target) {
      const part = content.subarray(at, at + target.length);
      target.set(part);
      at += part.length;
      return part.length;
    },
    rewind: () => {
      at = 0;
    },
    close: () => void 0
  };
}

// packages/scan/src/changes/blob-scan.ts
var NOTHING = { findings: [] };
function openBytesScan({ cwd, failOn, rules, archives }) {
  return newBytesScan(openScanner(scannerSource({ cwd, rules })), failOn, archives);
}
function newBytesScan(scanner, failOn, archives = false) {
  return (bytes, path) => {
    if (archives && archiveFormat(bytes.subarray(0, MAGIC))) return archiveScans().scanArchiveBytes(bytes, path, scanner, failOn);
    const found = bytes.length < WINDOW ? scanner.scan(bytes, path) : inWindows(bytes, path, scanner);
    if (found.length === 0) return NOTHING;
    const lines = linesOf(bytes);
    return { findings: found.map((raw) => toFinding(raw, lines, path, failOn)) };
  };
}
function inWindows(bytes, path, scanner) {
  const file = memoryFile(bytes);
  const buffer = scanner.room(WINDOW);
  return scanWindows(scanner, buffer, file.fill(buffer), file, path).found;
}

export {
  newGit,
  firstAppearances,
  parseCommit,
  readUnread,
  parseTag,
  treeEntries,
  planPack,
  walkPack,
  readHistoryLog,
  openObjects,
  readRef,
  readRefs,
  openRepositoryObjects,
  shallowCommits,
  newPathLookup,
  withProvenance,
  authorship,
  openBytesScan,
  newBytesScan
};
