import {
  archiveScans,
  openScanner,
  scanWindows
} from "./chunk-SYBNQWDT.js";
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
} from "./chunk-UCDXRVAL.js";
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
} from "./chunk-PNFY7LJU.js";
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

// packages/git/src/block-cache.ts
var BLOCK = 8 << 10;
var MOST = 2048;
function newBlockCache() {
  const blocks = /* @__PURE__ */ new Map();
  return (file, block, load) => {
    const key = file * 2 ** 32 + block;
    const known = blocks.get(key);
    if (known !== void 0) return known;
    const loaded = load();
    blocks.set(key, loaded);
    if (blocks.size > MOST) blocks.delete(blocks.keys().next().value);
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

// packages/git/src/git-object.ts
var OBJECT_TYPES = [void 0, "commit", "tree", "blob", "tag"];

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

// rare:node:zlib
var inflateSync = (...args) => process.getBuiltinModule("node:zlib").inflateSync(...args);

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
    const bytes = inflateSync(stream, { maxOutputLength: size + 1 });
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
var HEAD = /^(commit|tree|blob|tag) (\d{1,15})\0/;
function readLoose(folder, id, largest) {
  const path = _join(folder, id.slice(0, 2), id.slice(2));
  try {
    if (!_statSync(path, { throwIfNoEntry: false })?.isFile()) return void 0;
    const bytes = inflateSync(_readFileSync(path), { maxOutputLength: largest + 64 });
    const [head, type, size] = HEAD.exec(bytes.toString("latin1", 0, 32)) ?? [];
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
var HEAD2 = 12;
var ENTRY = 12;
var FAN_OUT2 = 256 * 4;
function openMultiPackIndex(file, idLength) {
  const head = file.read(0, HEAD2);
  if (head.length < HEAD2 || head.toString("latin1", 0, 4) !== "MIDX") return "the multi-pack-index does not begin as one";
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
  const table = file.read(HEAD2, (count + 1) * ENTRY);
  const places = /* @__PURE__ */ new Map();
  for (let at = 0; at + 2 * ENTRY <= table.length; at += ENTRY) {
    const begin = Number(table.readBigUInt64BE(at + 4));
    const end = Number(table.readBigUInt64BE(at + ENTRY + 4));
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
var MOST2 = 24 << 20;
var LARGEST = 4 << 20;
var ENTRY2 = 200;
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
      if (object.bytes.length > LARGEST || objects.has(key)) return;
      objects.set(key, object);
      size += object.bytes.length + ENTRY2;
      for (const [oldest, { bytes }] of objects) {
        if (size <= MOST2) break;
        objects.delete(oldest);
        size -= bytes.length + ENTRY2;
      }
    }
  };
}

// packages/git/src/object-folders.ts
var MOST3 = 64;
function objectFolders(own) {
  const folders = [];
  const known = /* @__PURE__ */ new Set();
  const waiting = [own];
  for (let folder = waiting.shift(); folder !== void 0 && folders.length < MOST3; folder = waiting.shift()) {
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
var LARGEST2 = 256 << 20;
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
    const readAt = (offset, largest = LARGEST2) => readEntry(source, offset, largest);
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
  function read(id, largest = LARGEST2) {
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
  let shared;
  for (const path of packs) {
    const own = names.includes(path.slice(folder.length + "/pack/".length, -"pack".length).concat("idx")) ? openIndex(path.replace(/pack$/, "idx"), open, (file) => openPackIndex(file, idLength)) : "it has no index";
    if (typeof own !== "string") {
      found.set(path, own);
      continue;
    }
    shared ??= openIndex(_join(folder, "pack/multi-pack-index"), open, (file) => openMultiPackIndex(file, idLength));
    const index = typeof shared === "string" ? void 0 : shared.get(path);
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
var NEWLINE = 10;
var HEADER = /^(\S+) (commit|tree|blob|tag) (\d+)$/;
function newBatchReader(largest, told) {
  let line = "";
  let open;
  function header(piece, from) {
    const newline = piece.indexOf(NEWLINE, from);
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
var STEPS = 5;
var NAME = /^(?:[A-Z_]+|refs(?:\/(?!\.)[^\0-\x20\x7f~^:?*[\\/]+)+)$/;
var OWN = /^(?:[A-Z_]+$|refs\/(?:bisect|worktree|rewritten)\/)/;
function readRef(gitFolder, name) {
  const common = commonFolder(gitFolder);
  if (hasForeignRefs(common)) return void 0;
  const idLength = idLengthOf(common);
  let at = name;
  for (let step = 0; step <= STEPS; step++) {
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

// packages/scan/src/changes/object-stream.ts
var LARGEST3 = 32 << 20;
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
  const read = newBatchReader(LARGEST3, (id, object) => told(id, object?.bytes));
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
var KEPT = 2048;
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
    if (trees.size === KEPT) trees.delete(trees.keys().next().value);
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
  OBJECT_TYPES,
  newBatchReader,
  OFFSET_DELTA,
  ID_DELTA,
  LONGEST_HEADER,
  readEntryHeader,
  headersOf,
  personOf,
  treeEntries,
  FREE,
  SLACK,
  newMachine,
  parseCommit,
  commonFolder,
  hasForeignRefs,
  textOf,
  openObjects,
  readRef,
  openRepositoryObjects,
  shallowCommits,
  newPathLookup,
  withProvenance,
  authorship,
  openBytesScan,
  newBytesScan
};
