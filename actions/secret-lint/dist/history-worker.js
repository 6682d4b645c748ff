import {
  InternalError,
  RULES,
  SHORT_PREFIXES,
  TIERS,
  _basename,
  _closeSync,
  _dirname,
  _fstatSync,
  _join,
  _openSync,
  _readFileSync,
  _readSync,
  _readdirSync,
  _realpathSync,
  _resolve,
  _statSync,
  atLeast,
  fingerprint,
  isHalf,
  newScanner,
  openKernel,
  reachOf
} from "./chunk-FWWUFAOO.js";

// imported:node:worker_threads
var builtin = process.getBuiltinModule("node:worker_threads");
var pick = (name) => builtin[name];
var _parentPort = /* @__PURE__ */ pick("parentPort");
var _workerData = /* @__PURE__ */ pick("workerData");

// packages/scan/src/custom/rule-loader.ts
var reader;
async function readyRules({ rulesFolder }) {
  if (rulesFolder !== void 0) reader ??= await import("./chunk-JVTOAF6V.js");
}
function customRules(source) {
  return placedRules(source).map(({ rule }) => rule);
}
function placedRules({ rulesFolder, rulesShown }) {
  if (rulesFolder === void 0) return [];
  if (reader !== void 0) return reader.readRules(rulesFolder, rulesShown);
  throw new InternalError("custom rules were asked for before their reader was loaded", { code: "ERR_RULES_UNREADY" });
}

// rare:node:child_process
var spawnSync = (...args) => process.getBuiltinModule("node:child_process").spawnSync(...args);

// packages/git/src/git-object.ts
var OBJECT_TYPES = [void 0, "commit", "tree", "blob", "tag"];

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

// packages/git/src/pack-plan.ts
var ELSEWHERE = -2;
var UNKNOWN = 7;
var PIECE = 1 << 19;

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
var PAGE = 1 << 14;
var KEPT = 1 << 9;
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
  function follow(k, base, above) {
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
  function compare(base) {
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
  return { machine, piece, floor, effort: () => effort, inflate, follow, place, compare, close };
}
function aligned(address) {
  return Math.ceil(address / 16) * 16;
}

// packages/git/src/walk-pack.ts
var LARGEST = 32 << 20;
var MOST = 512 << 20;
var BASE = 128 << 20;
var ALONE = 16;
function openWalk(pack, request2, visit) {
  const { types = ["blob"], compare = false, plan } = request2;
  const largest = Math.min(request2.largest ?? LARGEST, MOST);
  const wanted = OBJECT_TYPES.map((type) => type !== void 0 && types.includes(type));
  const budget = request2.budget ?? Math.max(2 ** 36, pack.file.size * 4096);
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
    const entries = compare && OBJECT_TYPES[type] === "tree" ? workshop.compare(above) : void 0;
    const { buffer } = machine.bytes();
    const answer = visit({
      position,
      type: OBJECT_TYPES[type],
      bytes: new Uint8Array(buffer, at, size),
      touched: ranges < 0 || compare ? void 0 : new Uint32Array(buffer, touched, ranges * 2),
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
function textOf(path) {
  try {
    return _readFileSync(path, "utf8");
  } catch {
    return void 0;
  }
}

// rare:node:zlib
var inflateSync = (...args) => process.getBuiltinModule("node:zlib").inflateSync(...args);

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
var MOST3 = 24 << 20;
var LARGEST2 = 4 << 20;
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
      if (object.bytes.length > LARGEST2 || objects.has(key)) return;
      objects.set(key, object);
      size += object.bytes.length + ENTRY2;
      for (const [oldest, { bytes }] of objects) {
        if (size <= MOST3) break;
        objects.delete(oldest);
        size -= bytes.length + ENTRY2;
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

// packages/scan/src/history/agenda.ts
var WEIGHT = 1 << 20;
function takeTurn({ turns, next }) {
  const turn = Atomics.add(next, 0, 1);
  return turn < turns.length ? turn : void 0;
}

// packages/scan/src/history/message.ts
var NEWLINE2 = 10;
function messageOf(bytes) {
  for (let at = bytes.indexOf(NEWLINE2); at >= 0; at = bytes.indexOf(NEWLINE2, at + 1)) {
    if (bytes[at + 1] === NEWLINE2) return bytes.subarray(at + 2);
  }
  return bytes.subarray(bytes.length);
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
function stronger(tier, other) {
  return TIERS.indexOf(tier) < TIERS.indexOf(other);
}

// packages/scan/src/history/part.ts
var LARGEST4 = 64 << 20;
var STRIDE = 2048;
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
    if (++since < STRIDE) return;
    progress(since);
    since = 0;
  };
  let open;
  let large = 0;
  return {
    take(number2) {
      sightings.turn(number2);
      const turn = agenda.turns[number2];
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
      const object = pack.readAt(offset, LARGEST4);
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
    const missed = readUnread(gitFolder, store, LARGEST4, (id, { type, bytes: object }) => whole(type, object, id), {
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

// packages/scan/src/history/worker.ts
var request = _workerData;
function tell(report) {
  _parentPort?.postMessage(report);
}
await readyRules(request.source);
var part = openPart(request, {
  progress: (objects) => tell({ kind: "progress", objects }),
  strong: () => tell({ kind: "strong" })
});
for (let turn = takeTurn(request.agenda); turn !== void 0; turn = takeTurn(request.agenda)) part.take(turn);
tell({ kind: "result", result: part.finish() });
