import {
  _inflateSync
} from "./chunk-BWB6HEXE.js";
import {
  archiveScans,
  openScanner,
  scanWindows
} from "./lint.js";
import {
  MAGIC,
  WINDOW,
  archiveFormat
} from "./start.js";
import {
  scannerSource
} from "./lint.js";
import {
  spawnSync
} from "./start.js";
import {
  _basename,
  _dirname,
  _join,
  _resolve
} from "./start.js";
import {
  linesOf,
  openable,
  readable,
  toFinding
} from "./lint.js";
import {
  _closeSync,
  _fstatSync,
  _openSync,
  _readFileSync,
  _readSync,
  _readdirSync,
  _realpathSync,
  _statSync
} from "./start.js";
import {
  UpstreamError
} from "./start.js";

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
function textOf(path) {
  try {
    return _readFileSync(path, "utf8");
  } catch {
    return void 0;
  }
}

// packages/git/src/wasm-module.ts
var WASM = "AGFzbQEAAAABOAdgBH9/f38Bf2AFf39/f38Bf2AIf39/f39/f38Bf2ABfwF/YAAAYAN/f38Bf2AHf39/f39/fwF/AwkIAQIDAAQABQYFAwEAAAYfBn8BQQALfgFCAAt/AUEAC38BQQALfwFBAAt/AUEACwczBQpyZXN1bHRTaXplAAYFYXBwbHkABwdpbmZsYXRlAAMHcHJlcGFyZQAEBm1lbW9yeQIACoojCIoDAQV/QcCFAUEAQcAA/AsAA0AgASAFSwRAIAAgBWotAABBAnRBwIUBaiIGIAYoAgBBAWo2AgAgBUEBaiEFDAELC0EPIQUDQCAFBH8gBUECdEHAhQFqKAIABUEBC0UEQCAFQQFrIQUMAQsLIAVBAU0Ef0HEhQEoAgBBAkkFQQALBEAgA0GAgAI2AgAgA0GAgAI2AgRBACEEA0AgASAESwRAIAAgBGotAABBAUYEQCADIAIgBEECdGooAgBBgQJqNgIACyAEQQFqIQQMAQsLQQEPC0EBIQdBASEGA0AgBSAGTwRAIAdBAXQgBkECdEHAhQFqKAIAIglrIgdBAEgEQEEADwsgBkECdEGAhgFqIAg2AgAgCCAJaiEIIAZBAWohBgwBCwsgBwRAQQAPC0EAIQYDQCABIAZLBEAgACAGai0AACIHBEAgB0ECdEGAhgFqIgcoAgAiCEEBdEGAgQFqIAY7AQAgByAIQQFqNgIACyAGQQFqIQYMAQsLIAIgAyAEIAUgBCAFSRsgBRAFC/8HAwR+Bn8Be0IBIAOthkIBfSELIARBCGohESMBIwAiBCkDACMCIgOthoQhCCAEQT8gA2tBA3ZqIQ0gA0E4ciEEIABCASABrYZCAX0iCiAIg6dBAnRqKAIAIQMDQCAGIAdNIA0gEU1xBEAgCCIJIANB/wFxIgGtiCEIIAQgAWshBCADQYCAgIB4cQRAIAYiAUEBaiEGIAEgA0EQdjoAACAIIgkgACAIIAqDp0ECdGooAgAiA0H/AXGtiCEIIAQgA0H/AXFrIQQgA0GAgICAeHEEQCAGIgFBAWohBiABIANBEHY6AAAgCCIJIAAgCCAKg6dBAnRqKAIAIgNB/wFxrYghCCAEIANB/wFxayEEIANBgICAgHhxBEAgBiIBQQFqIQYgASADQRB2OgAAIAAgCCAKg6dBAnRqKAIAIQMgCCANKQMAIASthoQhCCANQT8gBGtBA3ZqIQ0gBEE4ciEEDAQLCwsgA0GAgAJxBEAgA0GAgAFxBEAgCCIJIABCASADQQh2QQ9xrYZCAX0gCIOnIANBEHZqQQJ0aigCACIDQf8BcSIBrYghCCAEIAFrIQQLIANBgICAgHhxBEAgBiIBQQFqIQYgASADQRB2OgAAIAggDSkDACAErYaEIQggDUE/IARrQQN2aiENIARBOHIhBCAAIAggCoOnQQJ0aigCACEDDAMLIANBgIACcQRAIANBgMAAcUUgBiAHS3IEQEEADwsgDSQAIAgkASAEJAIgBg8LCyAJQgEgA0H/AXGthkIBfYMgA0EIdkEPca2IpyADQRB2aiEQIAggDSkDACAErYaEIQggDUE/IARrQQN2aiEMIARBOHIhBCACIAggC4OnQQJ0aigCACIDQYCAAnEEQCADQYCAAXFFBEBBAA8LIAQgA0H/AXEiAWshBCACIAggAa2IIghCASADQQh2QQ9xrYZCAX2DpyADQRB2akECdGooAgAiA0GAgAJxBEBBAA8LCyAIQgEgA0H/AXEiAa0iCYZCAX2DIANBCHZBD3GtiKcgA0EQdmohDyAMKQMAIAQgAWsiAa2GIAggCYiEIQggDEE/IAFrQQN2aiENIAFBOHIhBCAAIAggCoOnQQJ0aigCACEDIAYgEGoiASAHSyAPIAYgBWtLcgRAQQAPCyAGIA9rIQ4gD0EQTwRAIAYgDv0ABAD9CwQAIBBBEEsEQANAIAZBEGoiBiAOQRBqIg79AAQA/QsEACAGQRBqIAFJDQALCwUgD0EBRgRAIA4tAAD9DyESA0AgBiAS/QsEACABIAZBEGoiBksNAAsFQQggDyAPQQhPGyEMA0AgBiAOKQMANwMAIAwgDmohDiABIAYgDGoiBksNAAsLCyABIQYMAQsLQQALlQUBCH8jASMAKQMAIwKthoQkASMAQT8jAmtBA3ZqJAAjAkE4ciQCIwGnQR9xIQUjAUIFiCQBIwJBBWskAiMBp0EfcSEDIwFCBYgkASMCQQVrJAIjAadBD3EjAUIEiCQBIwJBBGskAkEEaiEEAkAgA0EBaiIGQR5LIAVBgQJqIgdBngJLcg0AQYD9AEEAQRP8CwADQCAEIAhLBEAjASMAKQMAIwKthoQkASMAQT8jAmtBA3ZqJAAjAkE4ciQCIwGnQQdxIQMjAUIDiCQBIwJBA2skAgJ/IAhBEGogCEEDSQ0AGkEAIAhBA0YNABpBCSAIQQF2IgFrIAFBBmogCEEBcRsLQYD9AGogAzoAACAIQQFqIQgMAQsLQYD9AEETQYCRAUGA+QBBBxAAIgFFDQBBASABdEEBayEFIAYgB2ohBANAIAIgBEkEQCMAIABBCGpLDQIjASMAKQMAIwKthoQkASMAQT8jAmtBA3ZqJAAjAkE4ciQCIwGnIAVxQQJ0QYD5AGooAgAiA0GAgAJxDQIjASADQf8BcSIBrYgkASMCIAFrJAIgA0EQdiIDQRBJBEAgAiIBQQFqIQIgAUGA/QBqIAM6AAAMAgtBACEIIANBEEYEfyACRQ0DIAJB//wAai0AACEIIwGnQQNxIwFCAogkASMCQQJrJAJBA2oFIANBEUYEfyMBp0EHcSMBQgOIJAEjAkEDayQCQQNqBSMBp0H/AHEjAUIHiCQBIwJBB2skAkELagsLIQEgAkGA/QBqIAggAfwLACAEIAEgAmoiAkkNAgwBCwtBgP8ALQAARQ0AIAdBgP0AaiAGQYCQAUGA1ABBCBAAJARBgP0AIAdBgIcBQYAIQQsQACQDIwNBAEdBACMEGw8LQQAL+wIBBX8gASAAQQJqSQRAQQAPCyAALQABIAAtAABBCHRyIgRBoB5xQYAQRwR/QQEFIARBH3ALBEBBAA8LIABBAmokAEIAJAFBACQCIAIgA2ohBiACIQADQCMBIwApAwAjAq2GhCQBIwBBPyMCa0EDdmokACMCQThyJAIjAadBAXEjAUIBiCQBIwJBAWskAiMBp0EDcSEEIwFCAogkASMCQQJrJAIgBAR/IARBAUYEf0GA6ABBCUGA+ABBBSABIAIgACAGEAEFIARBAkYEfyABEAIFQQALBH9BgAgjA0GA1AAjBCABIAIgACAGEAEFQQAPCwsFAn9BACMAIwJBA3ZrIgRBBGoiByABSw0AGkEAIAQvAQIgBC8BACIEQf//A3NHDQAaQQAgACAEaiIFIAZLIAQgB2oiCCABS3INABogACAHIAT8CgAAIAgkAEIAJAFBACQCIAULCyIARQRAQQAPC0UNAAsjACMCQQN2ayICQQAgACAGRiABIAJPcRsLmQMBBH8DQCAAQYACSQRAIABBAnRBgIcBaiAAQRB0QYCAgIB4cjYCACAAQQFqIQAMAQsLQYCPAUGAwAI2AgBBAyEBQQAhAANAIABBH0kEQCAAQQJ0QYSPAWpBgIACQQAgAEECdkEBayAAQRxGIgIgAEEISXIbIgNBggIgASACGyIBQRB0ciAAQRxLGzYCACABQQEgA3RqIQEgAEEBaiEADAELC0EBIQFBACEAA0AgAEEgSQRAIABBAnRBgJABakGAgAIgAEEBdkEBa0EAIABBBE8bIgIgAUEQdHIgAEEdSxs2AgAgAUEBIAJ0aiEBIABBAWohAAwBCwtBACEAA0AgAEETSQRAIABBAnRBgJEBaiAAQRB0NgIAIABBAWohAAwBCwtBACEAA0AgAEGgAkkEQCAAQYD9AGogAEGQAUkEf0EIBSAAQYACSQR/QQkFQQdBCCAAQZgCSRsLCzoAACAAQQFqIQAMAQsLQYD9AEGgAkGAhwFBgOgAQQkQABpBgP0AQQVBIPwLAEGA/QBBIEGAkAFBgPgAQQUQABoL7AMBC39BgIEBIQtBASEEQQEhCQNAIAIgCU8EQCAJQQFLBEAgBEECdCIFIAFqIAEgBfwKAAALIARBAXQhBCAJQQJ0QcCFAWooAgAhBQNAIAUEQCABIApBAnRqIAAgCy8BAEECdGooAgAgCWogCUEIdGo2AgAgC0ECaiELIAogBEEBa3MiBgR/IApBAUEfIAZna3QiBkEBa3EgBnIFQQALIQogBUEBayEFDAELCyAJQQFqIQkMAQsLIARBAWshDUF/IQdBACEFA0AgAyAJTwRAIAlBAnRBwIUBaigCACEGA0AgBgRAIAogDXEiCCAHRwRAIAghByAEIQUgCSACayEIIAYhBANAIARBASAIdEkEQCAIQQFqIgggAmpBAnRBwIUBaigCACAEQQF0aiEEDAELCyABIAdBAnRqIAJBgIADciAIQQh0ciAFQRB0cjYCACAFQQEgCHRqIQQLIAkgAmsiDCAAIAsvAQBBAnRqKAIAaiAMQQh0aiEOIAUgCiACdmohCANAIAQgCEsEQCABIAhBAnRqIA42AgAgCEEBIAx0aiEIDAELCyALQQJqIQsgCkEBIAl0QQFrcyIIBH8gCkEBQR8gCGdrdCIIQQFrcSAIcgVBAAshCiAGQQFrIQYMAQsLIAlBAWohCQwBCwsgAgvNAQIBfwV+AkADQCAAIAFJIARCOFRxBEAgACIDQQFqIQAgBiADMQAAIghC/wCDIASGhCEGIAhCgAFUBEAgACQFDAMLIARCB3whBAwBCwtBACQFQgAhBgsjBUUgBiACrVJyBEBBfw8LIwUhAgJAA0AgASACSyAHQjhUcQRAIAIiAEEBaiECIAUgADEAACIEQv8AgyAHhoQhBSAEQoABVARAIAIkBQwDCyAHQgd8IQcMAQsLQQAkBUIAIQULQX8gBacjBUUgBUL/////B1ZyGwuOBwILfwN+AkADQCACIANJIBNCOFRxBEAgAiIHQQFqIQIgEiAHMQAAIhRC/wCDIBOGhCESIBRCgAFUBEAgAiQFDAMLIBNCB3whEwwBCwtBACQFC0IAIRIjBSECQgAhEwJAA0AgAiADSSATQjhUcQRAIAIiB0EBaiECIBIgBzEAACIUQv8AgyAThoQhEiAUQoABVARAIAIkBQwDCyATQgd8IRMMAQsLQQAkBQsjBSECIAQiCSAFaiENIAYhB0F/IQgDQCACIANJBEAgCSILIQ4gAkEBaiEMIAItAAAiEUGAAXEEQEEAIRBBACEJIAwgEUH/AHFpaiADSwRAQX8PCyARQQFxBH8gDC0AACEQIAxBAWoFIAwLIQIgEUECcQRAIBAgAi0AAEEIdHIhECACQQFqIQILIBFBBHEEQCAQIAItAABBEHRyIRAgAkEBaiECCyARQQhxBEAgECACLQAAQRh0ciEQIAJBAWohAgsgEUEQcQRAIAItAAAhCSACQQFqIQILIBFBIHEEQCAJIAItAABBCHRyIQkgAkEBaiECCyARQcAAcQRAIAkgAi0AAEEQdHIhCSACQQFqIQILIAEgEEkgCUGAgAQgCRsiDCABIBBrS3IgDCANIA5rS3IEQEF/DwsgACAQaiERIAxBgAJLBEAgDiARIAz8CgAABUEAIQkDQCAJIAxJBEAgCSAOaiAJIBFq/QAEAP0LBAAgCUEQaiEJDAELCwsgDCAOaiEJIA8gEEYgDCAQaiEPDQIFIBFFIBEgAyAMa0tyIBEgDSAOa0tyBEBBfw8LQQAhCQNAIAkgEUkEQCAJIA5qIAkgDGr9AAQA/QsEACAJQRBqIQkMAQsLIAwgEWohAkF/IQ8gDiARaiIJIQ4LIA5BAWoiDCANIAwgDUkbIQwgCEF/RyALQQFrIAQgBCALSRsiCyAKQUBrTXEEfyAKIAwgCiAMSxsFIAhBf0cEQCAHIAggBGs2AgAgByAKIARrNgIEIAdBCGohBwsgCyEIIAwLIQoMAQsLIAkgDUcEQEF/DwsgASAPRyAPQX9HcSAFQQBHcQRAIAhBf0cEfyANQQFrIApBQGtNBUEAC0UEQCAIQX9HBEAgByAIIARrNgIAIAcgCiAEazYCBCAHQQhqIQcLIA1BAWshCAsgDSEKCyAIQX9HBH8gByAIIARrNgIAIAcgCiAEazYCBCAHQQhqBSAHCyAGa0EDdgs=";

// packages/git/src/machine.ts
var FREE = 20480;
var SLACK = 304;
var compiled;
function newMachine() {
  const { Module, Instance } = globalThis.WebAssembly;
  compiled ??= new Module(Buffer.from(WASM, "base64"));
  const { memory, prepare, inflate, resultSize, apply } = new Instance(compiled).exports;
  memory.grow(1);
  prepare();
  let bytes = new Uint8Array(memory.buffer);
  function reserve(end) {
    const missing = end - bytes.length;
    if (missing <= 0) return;
    memory.grow(Math.ceil(Math.max(missing, 1 << 20) / 65536));
    bytes = new Uint8Array(memory.buffer);
  }
  return { bytes: () => bytes, reserve, inflate, resultSize, apply };
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
var HEAD = /^(commit|tree|blob|tag) (\d{1,15})\0/;
function readLoose(folder, id, largest) {
  const path = _join(folder, id.slice(0, 2), id.slice(2));
  try {
    if (!_statSync(path, { throwIfNoEntry: false })?.isFile()) return void 0;
    const bytes = _inflateSync(_readFileSync(path), { maxOutputLength: largest + 64 });
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
    offsets: layout.offsets
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
    }
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
    offsets: () => own().offsets
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

// packages/git/src/refs.ts
var ID = /^(?:[0-9a-f]{64}|[0-9a-f]{40})$/;
var STEPS = 5;
var DEPTH = 32;
function readRefs(gitFolder) {
  const common = commonFolder(gitFolder);
  const refs = new Map(packedRefs(textOf(_join(common, "packed-refs")) ?? ""));
  for (const [name, text] of looseRefs(common, "refs", 0)) refs.set(name, text);
  if (common !== gitFolder) for (const [name, text] of looseRefs(gitFolder, "refs", 0)) refs.set(name, text);
  const heads = /* @__PURE__ */ new Map();
  for (const [name, path] of headFiles(gitFolder, common)) {
    const text = textOf(path)?.trim();
    if (text !== void 0) heads.set(name, text);
  }
  const names = [...heads.keys(), ...[...refs.keys()].sort()];
  return names.flatMap((name) => {
    const id = follow(heads.get(name) ?? refs.get(name), refs);
    return id === void 0 ? [] : [{ name, id }];
  });
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
  const trees = entriesOf(_join(common, "worktrees")).filter((entry) => entry.isDirectory());
  const files = trees.map(({ name }) => [`worktrees/${name}/HEAD`, _join(common, "worktrees", name, "HEAD")]);
  const own = [["HEAD", _join(gitFolder, "HEAD")]];
  return common === gitFolder ? [...own, ...files] : [...own, ["main-worktree/HEAD", _join(common, "HEAD")], ...files];
}
function entriesOf(folder) {
  try {
    return _readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

// packages/git/src/headers.ts
var NEWLINE = 10;
var SPACE = 32;
function headersOf(bytes) {
  const headers = [];
  let at = 0;
  while (at < bytes.length && bytes[at] !== NEWLINE) {
    const newline = bytes.indexOf(NEWLINE, at);
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
  const listed = run(gitFolder, ["cat-file", "--batch-all-objects", "--unordered", "--batch-check=%(objectname)"], "", ports);
  if (typeof listed === "string") return [{ what: "git", reason: listed }];
  const known = new Set(store.loose());
  const ids = listed.toString("latin1").split("\n").filter(
    (id) => id !== "" && !known.has(id) && !store.packs.some(({ index }) => index.find(Buffer.from(id, "hex")) !== void 0)
  );
  return readByGit(gitFolder, ids, largest, visit, ports);
}
function checkedIds(gitFolder, ids, largest, missed, ports) {
  const out = run(gitFolder, ["cat-file", "--batch-check"], `${ids.join("\n")}
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
  const out = run(gitFolder, ["cat-file", "--batch", "--buffer"], `${ids.join("\n")}
`, ports);
  let at = 0;
  for (const id of ids) {
    const object = typeof out === "string" ? out : objectAt(out, at);
    if (typeof object === "string") {
      missed.push({ what: id, reason: object });
      at = Number.POSITIVE_INFINITY;
    } else {
      visit(id, object);
      at = object.bytes.byteOffset - out.byteOffset + object.bytes.length + 1;
    }
  }
}
function objectAt(out, at) {
  const newline = at < out.length ? out.indexOf(10, at) : -1;
  const [, type, size] = /^\S+ (commit|tree|blob|tag) (\d+)$/.exec(newline < 0 ? "" : out.toString("latin1", at, newline)) ?? [];
  const end = newline + 1 + Number(size);
  if (size === void 0 || end >= out.length) return "git cannot read the object";
  return { type: OBJECT_TYPES.find((one) => one === type), bytes: out.subarray(newline + 1, end) };
}
function run(gitFolder, command, input, { environment }) {
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

// packages/git/src/reverse-index.ts
var HEAD3 = 12;
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
    if (bytes.length < HEAD3 + count * 4 || bytes.readUInt32BE(0) !== 1380533336 || bytes.readUInt32BE(4) !== 1) return void 0;
    const table = new Uint8Array(count * 4);
    table.set(bytes.subarray(HEAD3, HEAD3 + count * 4));
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

// packages/git/src/ref.ts
var STEPS2 = 5;
var NAME = /^(?:[A-Z_]+|refs(?:\/(?!\.)[^\0-\x20\x7f~^:?*[\\/]+)+)$/;
var OWN = /^(?:[A-Z_]+$|refs\/(?:bisect|worktree|rewritten)\/)/;
function readRef(gitFolder, name) {
  const common = commonFolder(gitFolder);
  if (/^\s*refstorage\s*=/im.test(textOf(_join(common, "config")) ?? "")) return void 0;
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

// packages/git/src/tag.ts
function parseTag(bytes) {
  const { headers, end } = headersOf(bytes);
  const value = (wanted) => headers.find(([key]) => key === wanted)?.[1];
  const object = value("object");
  const type = OBJECT_TYPES.find((one) => one === value("type"));
  if (object === void 0 || type === void 0) return void 0;
  return { object, type, name: value("tag") ?? "", tagger: personOf(headers, "tagger"), message: end };
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

// packages/git/src/workshop.ts
var ROOM = 128 << 20;
var STREAM = 256 << 10;
function openWorkshop(pack, plan, largest) {
  const machine = newMachine();
  const floor = aligned(FREE + STREAM + SLACK);
  const ceiling = floor + Math.max(ROOM, largest * 4);
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
    else if (pack.file.readInto(machine.bytes(), from, length, begin) < length) return false;
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
  return { machine, piece, floor, effort: () => effort, inflate, follow: follow2, place };
}
function aligned(address) {
  return Math.ceil(address / 16) * 16;
}

// packages/git/src/walk-pack.ts
var LARGEST3 = 32 << 20;
var MOST4 = 512 << 20;
var BASE = 128 << 20;
var ALONE = 16;
function walkPack(pack, request, visit) {
  const { part = 0, parts = 1, types = ["blob"] } = request;
  const largest = Math.min(request.largest ?? LARGEST3, MOST4);
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
    const { buffer } = machine.bytes();
    const position = plan.positions[k];
    const depth = above === void 0 ? 0 : above.depth + 1;
    tally.came(size);
    const answer = visit({
      position,
      type: OBJECT_TYPES[type],
      bytes: new Uint8Array(buffer, at, size),
      touched: ranges < 0 ? void 0 : new Uint32Array(buffer, touched, ranges * 2),
      depth,
      base: above === void 0 ? -1 : above.position,
      inherited: above === void 0 ? 0 : above.answer
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
  return tally.summary();
}

// packages/scan/src/changes/objects.ts
var WORTH_A_CALL = 32;
var MOST_OBJECTS = 512;
var MOST_BYTES = 32 << 20;
function openRepositoryObjects(gitFolder, git) {
  let store;
  const wanted = /* @__PURE__ */ new Set();
  const held = /* @__PURE__ */ new Map();
  const asked = /* @__PURE__ */ new Set();
  function own(id) {
    store ??= openObjects(readable(gitFolder));
    return store.read(id)?.bytes;
  }
  function taken(id) {
    const bytes = held.get(id);
    held.delete(id);
    return bytes;
  }
  function call(id) {
    const ids = [id, ...[...wanted].filter((other) => other !== id).slice(0, MOST_OBJECTS - 1)];
    for (const one of ids) {
      wanted.delete(one);
      asked.add(one);
    }
    for (const [found, bytes] of contentsByGit(git, ids)) held.set(found, bytes);
  }
  return {
    ready: (ids) => {
      for (const id of ids) wanted.add(id);
    },
    read(id) {
      if (!held.has(id) && wanted.has(id) && wanted.size >= WORTH_A_CALL) call(id);
      wanted.delete(id);
      const bytes = taken(id) ?? own(id);
      if (bytes !== void 0 || asked.has(id)) return bytes;
      call(id);
      return taken(id);
    }
  };
}
function contentsByGit(git, ids) {
  const contents = /* @__PURE__ */ new Map();
  let answer;
  try {
    answer = git.run(["cat-file", "--batch"], `${ids.join("\n")}
`, MOST_BYTES);
  } catch (error) {
    if (error instanceof UpstreamError) return contents;
    throw error;
  }
  for (let at = 0; at < answer.length; ) {
    const end = answer.indexOf(10, at);
    const [id = "", , size] = answer.toString("latin1", at, end).split(" ");
    at = end + 1;
    if (size === void 0) continue;
    contents.set(id, answer.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return contents;
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
  parseCommit,
  readUnread,
  openObjects,
  planPack,
  readRef,
  readRefs,
  parseTag,
  treeEntries,
  walkPack,
  withProvenance,
  authorship,
  newPathLookup,
  openBytesScan,
  newBytesScan,
  openRepositoryObjects,
  shallowCommits
};
