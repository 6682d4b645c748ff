import {
  RAW_WORDS,
  beginListing,
  listingWords,
  readRawOutput
} from "./start.js";

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
  let at2 = size.next;
  let out = 0;
  while (at2 < delta.length) {
    const op = delta[at2++];
    if (op < 128) {
      if (op === 0 || at2 + op > delta.length || out + op > result.length) return void 0;
      result.set(delta.subarray(at2, at2 + op), out);
      at2 += op;
      out += op;
      continue;
    }
    let offset = 0;
    let length = 0;
    for (let bit = 0; bit < 4; bit++) if (op & 1 << bit) offset += (delta[at2++] ?? 0) * 2 ** (8 * bit);
    for (let bit = 0; bit < 3; bit++) if (op & 16 << bit) length += (delta[at2++] ?? 0) << 8 * bit;
    if (length === 0) length = 65536;
    if (at2 > delta.length || offset + length > base.length || out + length > result.length) return void 0;
    result.set(base.subarray(offset, offset + length), out);
    out += length;
  }
  return out === result.length ? result : void 0;
}
function number(bytes, at2) {
  let value = 0;
  for (let next = at2, unit = 1; next < bytes.length && unit < 2 ** 49; unit *= 128) {
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
function readEntryHeader(bytes, at2, idLength, header) {
  let next = at2;
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
  header.type = type === 5 || next - at2 > LONGEST_HEADER || next > bytes.length ? 0 : type;
  header.size = size;
  header.length = next - at2;
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
  for (let at2 = offset; object === void 0; ) {
    object = cache.get(file.path, at2);
    if (object !== void 0) break;
    if (!(at2 >= 12 && at2 < source.end) || chain.length > LONGEST_CHAIN) return void 0;
    const head = file.read(at2, LONGEST_HEADER);
    readEntryHeader(head, 0, idLength, header);
    const { type, size, length, distance } = header;
    source.spend(LOOK);
    if (type === 0 || size > largest) return void 0;
    const link = { offset: at2, stream: at2 + length, size };
    if (type === OFFSET_DELTA) {
      if (distance === 0) return void 0;
      chain.push(link);
      at2 -= distance;
    } else if (type === ID_DELTA) {
      chain.push(link);
      const id2 = head.subarray(length - idLength, length);
      const found2 = index.find(id2);
      if (found2 === void 0) {
        object = source.elsewhere(id2.toString("hex"));
        if (object === void 0) return void 0;
      } else at2 = found2;
    } else {
      const bytes = inflateEntry(source, link);
      const name = OBJECT_TYPES[type];
      if (bytes === void 0 || name === void 0) return void 0;
      object = { type: name, bytes };
      cache.put(file.path, at2, object);
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
function readLoose(folder, id2, largest) {
  const path = _join(folder, id2.slice(0, 2), id2.slice(2));
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
    find(id2) {
      const position = findPosition(file, fanOut, id2, idLength, layout);
      return position === void 0 ? void 0 : layout.offsetOf(position);
    },
    offsets: layout.offsets,
    ids: layout.ids
  };
}
function checkFanOut(fanOut) {
  for (let at2 = 4; at2 < FAN_OUT; at2 += 4) {
    if (fanOut.readUInt32BE(at2) < fanOut.readUInt32BE(at2 - 4)) return "the fan-out of the index does not grow";
  }
  return void 0;
}
function findPosition(file, fanOut, id2, idLength, layout) {
  const first = id2[0];
  let low = first === 0 ? 0 : fanOut.readUInt32BE((first - 1) * 4);
  let high = fanOut.readUInt32BE(first * 4);
  let guess = low + Math.floor((high - low) * (id2[1] << 8 | id2[2]) / 65536);
  while (low < high) {
    const order = file.read(layout.idAt(guess), idLength).compare(id2);
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
        const at2 = position * 4;
        const offset = at2 + 4 > small.length ? 0 : small.readUInt32BE(at2);
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
  for (let at2 = 0; at2 + 2 * ENTRY <= table.length; at2 += ENTRY) {
    const begin = Number(table.readBigUInt64BE(at2 + 4));
    const end = Number(table.readBigUInt64BE(at2 + ENTRY + 4));
    places.set(table.toString("latin1", at2, at2 + 4), { begin, end });
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
    find(id2) {
      const position = findPosition(file, fanOut, id2, idLength, layout);
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
  function elsewhere(id2) {
    if (changes >= PACK_CHANGES) return void 0;
    changes++;
    try {
      return read(id2);
    } finally {
      changes--;
    }
  }
  for (const folder of folders) {
    const names = packNames(folder);
    for (const [path, index] of indexesOf(folder, names, idLength, unread, open)) take(path, index);
  }
  function read(id2, largest = LARGEST2) {
    if (id2.length !== idLength * 2) return void 0;
    const bytes = Buffer.from(id2, "hex");
    if (bytes.length !== idLength) return void 0;
    for (const pack of packs) {
      const offset = pack.index.find(bytes);
      const object = offset === void 0 ? void 0 : pack.readAt(offset, largest);
      if (object !== void 0) return object;
    }
    for (const folder of folders) {
      const object = readLoose(folder, id2, largest);
      if (typeof object === "object") return object;
      if (object !== void 0 && !named.has(id2)) unread.push({ what: id2, reason: object });
      if (object !== void 0) named.add(id2);
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
  const found2 = /* @__PURE__ */ new Map();
  const packs = names.filter((name) => name.endsWith(".pack")).map((name) => _join(folder, "pack", name));
  let shared;
  for (const path of packs) {
    const own = names.includes(path.slice(folder.length + "/pack/".length, -"pack".length).concat("idx")) ? openIndex(path.replace(/pack$/, "idx"), open, (file) => openPackIndex(file, idLength)) : "it has no index";
    if (typeof own !== "string") {
      found2.set(path, own);
      continue;
    }
    shared ??= openIndex(_join(folder, "pack/multi-pack-index"), open, (file) => openMultiPackIndex(file, idLength));
    const index = typeof shared === "string" ? void 0 : shared.get(path);
    if (index === void 0) unread.push({ what: path, reason: own });
    else found2.set(path, index);
  }
  return found2;
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
    const [, id2 = "", type, size] = HEADER.exec(line) ?? [];
    const known = OBJECT_TYPES.find((one) => one === type);
    if (known === void 0) told(line.split(" ", 1)[0], void 0);
    else open = { id: id2, type: known, size: Number(size), room: void 0, filled: 0 };
    line = "";
    return newline + 1;
  }
  function body(object, piece, from) {
    const { id: id2, type, size } = object;
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
    told(id2, isKept ? { type, bytes: object.room ?? piece.subarray(from, end) } : void 0);
    return end + 1;
  }
  return (piece) => {
    for (let at2 = 0; at2 < piece.length; ) at2 = open === void 0 ? header(piece, at2) : body(open, piece, at2);
  };
}
// packages/git/src/headers.ts
var NEWLINE2 = 10;
var SPACE = 32;
function headersOf(bytes) {
  const headers = [];
  let at2 = 0;
  while (at2 < bytes.length && bytes[at2] !== NEWLINE2) {
    const newline = bytes.indexOf(NEWLINE2, at2);
    const end = newline < 0 ? bytes.length : newline;
    if (bytes[at2] !== SPACE) {
      const line = decode(bytes.subarray(at2, end));
      const space = line.indexOf(" ");
      if (space > 0) headers.push([line.slice(0, space), line.slice(space + 1)]);
    }
    at2 = end + 1;
  }
  return { headers, end: Math.min(at2 + 1, bytes.length) };
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
    parents: headers.filter(([key]) => key === "parent").map(([, id2]) => id2),
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
  let at2 = name;
  for (let step = 0; step <= STEPS; step++) {
    if (!NAME.test(at2) || at2.includes("..") || at2.includes("@{")) return void 0;
    const text = textOf(_join(OWN.test(at2) ? gitFolder : common, at2))?.trimEnd();
    if (text === void 0) return at2 === "HEAD" ? void 0 : { id: packed(common, at2, idLength), idLength };
    if (!text.startsWith("ref:")) return isId(text, idLength) ? { id: text, idLength } : void 0;
    at2 = text.slice("ref:".length).trim();
  }
  return void 0;
}
function packed(common, name, idLength) {
  const text = textOf(_join(common, "packed-refs")) ?? "";
  const at2 = text.indexOf(` ${name}
`);
  const id2 = text.slice(Math.max(0, at2 - 2 * idLength), Math.max(0, at2));
  return isId(id2, idLength) ? id2 : void 0;
}
function isId(text, idLength) {
  return text.length === 2 * idLength && /^[0-9a-f]+$/.test(text);
}
// packages/git/src/tree-entries.ts
var SPACE2 = 32;
function treeEntries(bytes, idLength = 20) {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries = [];
  for (let at2 = 0; at2 < buffer.length; ) {
    const space = buffer.indexOf(SPACE2, at2);
    const zero = space < 0 ? -1 : buffer.indexOf(0, space);
    const end = zero + 1 + idLength;
    if (zero < 0 || end > buffer.length) break;
    entries.push({
      mode: Number.parseInt(buffer.toString("latin1", at2, space), 8),
      name: buffer.toString("latin1", space + 1, zero),
      id: buffer.toString("hex", zero + 1, end)
    });
    at2 = end;
  }
  return entries;
}
function treeEntry(bytes, name, idLength = 20) {
  const { length } = bytes;
  for (let at2 = 0; at2 < length; ) {
    let space = at2;
    while (space < length && bytes[space] !== SPACE2) space++;
    let same = 0;
    let zero = space + 1;
    while (bytes[zero] === name.charCodeAt(same)) {
      zero++;
      same++;
    }
    const found2 = same === name.length && bytes[zero] === 0;
    while (zero < length && bytes[zero] !== 0) zero++;
    const end = zero + 1 + idLength;
    if (end > length) return void 0;
    if (found2) {
      const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, length);
      const mode = Number.parseInt(buffer.toString("latin1", at2, space), 8);
      return { mode, name, id: buffer.toString("hex", zero + 1, end) };
    }
    at2 = end;
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
  function told(id2, bytes) {
    coming.delete(id2);
    if (bytes !== void 0) {
      held.set(id2, bytes);
      holding += bytes.length;
    }
    if (awaited?.id === id2) settle();
  }
  function settle() {
    awaited?.done();
    awaited = void 0;
  }
  const read = newBatchReader(LARGEST3, (id2, object) => told(id2, object?.bytes));
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
      for (const id2 of ids) coming.add(id2);
      talk.ask(`${ids.join("\n")}
`);
    },
    async arrival(id2) {
      if (!coming.has(id2)) return;
      await new Promise((done) => {
        awaited = { id: id2, done };
        talk.resume();
      });
    },
    take(id2) {
      const bytes = held.get(id2);
      if (held.delete(id2)) holding -= bytes?.length ?? 0;
      return bytes;
    },
    [Symbol.dispose]: () => talk.end()
  };
}
// packages/scan/src/changes/objects.ts
var WORTH_A_GIT = 32;
var MOST_BYTES = 32 << 20;
function openRepositoryObjects(gitFolder, git) {
  let store;
  let stream;
  const asked = /* @__PURE__ */ new Set();
  function own(id2) {
    store ??= openObjects(readable(gitFolder));
    return store.read(id2)?.bytes;
  }
  return {
    ready(ids) {
      const wanted = new Set(ids.filter((id2) => !asked.has(id2)));
      if (wanted.size === 0 || stream === void 0 && wanted.size < WORTH_A_GIT) return;
      stream ??= openObjectStream(git);
      stream.ask([...wanted]);
      for (const id2 of wanted) asked.add(id2);
    },
    async arrival(id2) {
      await stream?.arrival(id2);
    },
    read(id2) {
      const bytes = stream?.take(id2) ?? own(id2);
      if (bytes !== void 0 || asked.has(id2)) return bytes;
      asked.add(id2);
      return contentByGit(git, id2);
    },
    [Symbol.dispose]: () => stream?.[Symbol.dispose]()
  };
}
function contentByGit(git, id2) {
  let content;
  const read = newBatchReader(MOST_BYTES, (_, object) => {
    content = object?.bytes;
  });
  try {
    read(git.run(["cat-file", "--batch"], `${id2}
`, MOST_BYTES));
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
  function tree(id2) {
    const known = trees.get(id2);
    if (known !== void 0) return known;
    const bytes = objects.read(id2);
    if (trees.size === KEPT) trees.delete(trees.keys().next().value);
    trees.set(id2, bytes);
    return bytes;
  }
  return (commit, path) => {
    const names = path.split("/");
    let at2 = topOf(commit);
    for (const [depth, name] of names.entries()) {
      const bytes = at2 === void 0 ? void 0 : tree(at2);
      const entry = bytes && treeEntry(bytes, name, commit.length === 64 ? 32 : 20);
      at2 = entry !== void 0 && entry.mode >>> 12 === (depth === names.length - 1 ? FILE : FOLDER) ? entry.id : void 0;
    }
    return at2;
  };
}
// packages/scan/src/memory-file.ts
function memoryFile(content, read = 0) {
  let at2 = read;
  return {
    fill(target) {
      const part = content.subarray(at2, at2 + target.length);
      target.set(part);
      at2 += part.length;
      return part.length;
    },
    rewind: () => {
      at2 = 0;
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
    const found2 = bytes.length < WINDOW ? scanner.scan(bytes, path) : inWindows(bytes, path, scanner);
    if (found2.length === 0) return NOTHING;
    const lines = linesOf(bytes);
    return { findings: found2.map((raw) => toFinding(raw, lines, path, failOn)) };
  };
}
function inWindows(bytes, path, scanner) {
  const file = memoryFile(bytes);
  const buffer = scanner.room(WINDOW);
  return scanWindows(scanner, buffer, file.fill(buffer), file, path).found;
}

import {
  rulesOfFolder,
  rulesOfRepository,
  scanTree,
  skippingAttribute
} from "./lint.js";
import "./lint.js";
import {
  lintReport,
  readAllowance
} from "./lint.js";
import "./start.js";
import {
  newGit
} from "./start.js";
import "./start.js";
import "./start.js";
import {
  bareRepositoryAt,
  openGitIndex,
  repositoryAround
} from "./lint.js";
import {
  _isAbsolute,
  _join as _join2,
  _posix,
  _relative,
  _resolve as _resolve2
} from "./start.js";
import "./start.js";
import "./start.js";
import {
  bytePath,
  openable as openable2,
  readable as readable2
} from "./lint.js";
import "./start.js";
import {
  _existsSync,
  _mkdirSync,
  _mkdtempSync,
  _readFileSync as _readFileSync2,
  _rmSync,
  _writeFileSync
} from "./start.js";
import {
  ConfigError,
  UpstreamError as UpstreamError2
} from "./start.js";
import {
  __callDispose,
  __using
} from "./start.js";
// packages/scan/src/changes/fetch-commits.ts
var FETCH = [
  "fetch",
  "--quiet",
  "--no-tags",
  "--no-write-fetch-head",
  "--no-recurse-submodules",
  "--no-auto-maintenance",
  "--stdin"
];
var WITHOUT_CONTENTS = "--filter=blob:none";
function fetchCommits({ connected }, wanted, depth, contents) {
  const filter = contents ? "--no-filter" : WITHOUT_CONTENTS;
  return attempt(() => connected.run([...FETCH, filter, `--depth=${depth}`, "origin"], `${wanted.join("\n")}
`));
}
var NEGOTIATING_NOTHING = ["-c", "fetch.negotiationAlgorithm=noop"];
function fetchContents({ connected }, ids) {
  return attempt(() => connected.run([...NEGOTIATING_NOTHING, ...FETCH, WITHOUT_CONTENTS, "origin"], `${ids.join("\n")}
`));
}
function missingOf({ git }, ids) {
  if (ids.length === 0) return [];
  const answer = git.run(["cat-file", "--batch-check"], `${ids.join("\n")}
`).toString("latin1");
  return [...answer.matchAll(/^([0-9a-f]+) missing$/gm)].map(([, id2 = ""]) => id2);
}
var UNANSWERED = /failed: (?:unable to access|Authentication failed|could not read (?:Username|Password)|Could not read from remote|repository '[^']*' not found|ETIMEDOUT)/i;
function isUnanswered(reason) {
  return UNANSWERED.test(reason);
}
function attempt(work) {
  try {
    work();
    return void 0;
  } catch (error) {
    if (error instanceof UpstreamError2) return error.message;
    throw error;
  }
}
// packages/scan/src/changes/changed-paths.ts
function changedPaths(repository, cwd, named) {
  const top = readable2(repository.top);
  const fromTop = (path) => bytePath(_relative(top, path));
  const below = fromTop(cwd);
  const wanted = named.map((path) => fromTop(_resolve2(cwd, path)));
  const limited = wanted.length > 0 && !wanted.includes("");
  const folders = /* @__PURE__ */ new Map();
  function rulesOf(folder) {
    const known = folders.get(folder);
    if (known !== void 0) return known;
    const cut = folder.lastIndexOf("/");
    const above = folder === "" ? rulesOfRepository(repository) : rulesOf(cut < 0 ? "" : folder.slice(0, cut));
    const path = folder === "" ? "" : `${folder}/`;
    const rules = rulesOfFolder(above, `${repository.top}/${folder}`, path, { ignore: false, attributes: true });
    folders.set(folder, rules);
    return rules;
  }
  return {
    limited,
    absent: wanted.flatMap((path) => absence(repository.top, path)),
    wanted: (path) => !limited || wanted.some((one) => isWithin(path, one)),
    shown: (path) => below === "" ? path : _posix.relative(`/${below}`, `/${path}`),
    marked(path) {
      if (wanted.includes(path)) return void 0;
      const cut = path.lastIndexOf("/");
      return skippingAttribute(rulesOf(path.slice(0, Math.max(0, cut))), path, path.slice(cut + 1));
    }
  };
}
function isWithin(path, folder) {
  return path === folder || path.startsWith(`${folder}/`);
}
function absence(top, path) {
  if (isWithin(path, "..")) return [{ path, reason: "unreadable: outside of the repository" }];
  return _existsSync(openable2(`${top}/${path}`)) ? [] : [{ path, reason: "unreadable: not there" }];
}
// packages/scan/src/changes/change-set.ts
var LINK = "120000";
var SUBMODULE = "160000";
function changeSet(commits, paths) {
  const brought = [];
  const gone = [];
  const skipped = /* @__PURE__ */ new Map();
  const skip = (path, reason) => {
    const shown = readable2(paths.shown(path));
    skipped.set(`${shown}\0${reason}`, { path: shown, reason });
  };
  for (const [order, { id: id2, changes }] of commits.entries()) {
    const by = { commit: id2 === "" ? void 0 : id2, order };
    for (const change of changes) {
      const { path, after } = change;
      if (after === void 0 && !change.unmerged) gone.push(...versionsBefore(change).map((version) => ({ ...version, ...by })));
      if (!paths.wanted(path)) continue;
      if (change.unmerged) skip(path, "in conflict");
      else if (after === void 0) continue;
      else if (after.mode === LINK) skip(path, "symbolic link");
      else if (after.mode === SUBMODULE) skip(path, "another repository");
      else if (!hasContent(change, after)) {
        brought.push({ path, id: after.id, ...by, before: versionsBefore(change) });
      }
    }
  }
  for (const { path, reason } of paths.absent) {
    if (!commits.some(({ changes }) => changes.some((change) => isWithin(change.path, path)))) skip(path, reason);
  }
  return { brought, gone, skipped: [...skipped.values()] };
}
function versionsBefore({ path, before }) {
  return before.filter(isFile).map(({ id: id2 }) => ({ id: id2, path }));
}
function isFile({ mode }) {
  return mode !== LINK && mode !== SUBMODULE;
}
function hasContent({ before }, after) {
  return before.some((side) => side.id === after.id && isFile(side));
}
// packages/scan/src/changes/commit-messages.ts
async function scanMessages(ids, objects, scan) {
  const findings = [];
  let scanned3 = 0;
  for (const id2 of ids) {
    await objects.arrival(id2);
    const bytes = objects.read(id2);
    const message = bytes?.subarray(parseCommit(bytes)?.message ?? bytes.length);
    if (message === void 0) continue;
    scanned3 += message.length;
    for (const finding of scan(message, `commit ${id2.slice(0, 12)}`).findings) {
      findings.push({ ...finding, commit: id2, provenance: { object: id2, ...authorship(id2, objects) } });
    }
  }
  return { findings, bytes: scanned3 };
}
// packages/scan/src/changes/versions.ts
function keyOf({ ruleId, fingerprint }) {
  return `${ruleId} ${fingerprint}`;
}
function nameOf({ id: id2, path }) {
  return `${id2} ${path}`;
}
var NOTHING2 = /* @__PURE__ */ new Map();
function newVersions(objects, scan, paths) {
  const scanned3 = /* @__PURE__ */ new Map();
  const skipped = [];
  let files = 0;
  let bytes = 0;
  const versions = {
    skipped,
    ready: (wanted) => objects.ready(wanted.filter((version) => !scanned3.has(nameOf(version))).map(({ id: id2 }) => id2)),
    async arrival(version) {
      if (!scanned3.has(nameOf(version))) await objects.arrival(version.id);
    },
    findings(version) {
      const { id: id2, path } = version;
      const key = nameOf(version);
      if (scanned3.has(key)) return scanned3.get(key);
      const content = objects.read(id2);
      const found2 = content && scan(content, readable2(paths.shown(path)));
      const findings = found2?.findings;
      if (found2?.skipped) skipped.push(...found2.skipped);
      scanned3.set(key, findings);
      if (content !== void 0) {
        files++;
        bytes += content.length;
      }
      return findings;
    },
    known(version) {
      const findings = versions.findings(version) ?? [];
      if (findings.length === 0) return NOTHING2;
      const known = /* @__PURE__ */ new Map();
      for (const finding of findings) known.set(keyOf(finding), finding.fails || known.get(keyOf(finding)) === true);
      return known;
    },
    get files() {
      return files;
    },
    get bytes() {
      return bytes;
    }
  };
  return versions;
}
// packages/scan/src/changes/new-findings.ts
var NO_ENDS = { base: () => void 0, end: () => void 0 };
var NOT_HERE = "unreadable: its content is not in this clone, or too large";
async function newFindings(changes, versions, paths, ends = NO_ENDS, progress) {
  const skipped = [];
  const suspects = [];
  for (const one of changes.brought) {
    progress?.(versions.files, versions.bytes);
    await versions.arrival(one);
    const findings = versions.findings(one);
    const mark = findings === void 0 || findings.length > 0 ? paths.marked(one.path) : void 0;
    const reason = mark ? `marked ${mark}` : NOT_HERE;
    if (mark !== void 0 || findings === void 0) skipped.push({ path: readable2(paths.shown(one.path)), reason });
    else if (findings.length > 0) suspects.push(one);
  }
  const looked = { files: versions.files, bytes: versions.bytes, skipped: [...skipped, ...versions.skipped] };
  return { findings: suspects.length === 0 ? [] : await judge(suspects, changes, versions, ends), ...looked };
}
async function judge(suspects, changes, versions, { base, end }) {
  await scanned(
    versions,
    suspects.flatMap(({ before }) => before)
  );
  const unknown = suspects.filter((by) => versions.findings(by)?.some((finding) => !isKnown(finding, by.before, versions)));
  const replaced = ({ before, order }) => before.length === 0 ? changes.gone.filter((one) => one.order <= order) : [];
  await scanned(
    versions,
    unknown.flatMap((one) => [...replaced(one), ...present(base(one.path)), ...present(end(one.path))])
  );
  const tellings = /* @__PURE__ */ new Map();
  const findings = [];
  for (const by of unknown) {
    const before = [...by.before, ...present(base(by.path)), ...replaced(by)];
    for (const finding of versions.findings(by) ?? []) {
      const key = `${keyOf(finding)} ${by.path}`;
      const settled = tellings.get(key);
      if (settled !== void 0 && (settled || !finding.fails) || isKnown(finding, before, versions)) continue;
      const isSame = (other) => keyOf(other) === keyOf(finding);
      const last = present(end(by.path)).flatMap((version) => (versions.findings(version) ?? []).filter(isSame));
      const still = last.length > 0;
      const then = (versions.findings(by) ?? []).filter(isSame);
      const removedBy = still ? void 0 : remover(finding, by, changes, versions);
      for (const place of still ? last : then) findings.push({ finding: place, by, still, removedBy });
      tellings.set(key, still || then.some(({ fails }) => fails));
    }
  }
  return findings;
}
async function scanned(versions, wanted) {
  versions.ready(wanted);
  for (const version of wanted) {
    await versions.arrival(version);
    versions.findings(version);
  }
}
function isKnown(finding, before, versions) {
  return before.some((version) => {
    const failed = versions.known(version).get(keyOf(finding));
    return failed !== void 0 && (failed || !finding.fails);
  });
}
function remover(finding, by, { brought, gone }, versions) {
  const later = ({ path, order }) => path === by.path && order > by.order;
  const lacks = (version) => !versions.known(version).has(keyOf(finding));
  const changed = brought.find((one) => later(one) && lacks(one));
  const deleted = gone.find(later);
  return (deleted !== void 0 && (changed === void 0 || deleted.order < changed.order) ? deleted : changed)?.commit;
}
function present(version) {
  return version === void 0 ? [] : [version];
}
// packages/scan/src/changes/scan-commits.ts
function countCommits(number2) {
  return number2 === 1 ? "the one commit" : `the ${number2} commits`;
}
function listCommits(git, revisions) {
  return readRawOutput(git.run(listingWords(revisions)));
}
async function scanCommits({ git, objects, paths, openScan, shallow }, { listed, base, end, cut }, progress) {
  const isCut = ({ id: id2 }) => shallow.has(id2);
  const cutOff = listed.filter(isCut).length;
  const kept = cut === "known" ? listed.filter((commit) => !isCut(commit)) : listed;
  const from = cutOff > 0 && cut === "compare" ? base() : void 0;
  const commits = kept.map((commit) => isCut(commit) && from !== void 0 ? compared(git, from, commit.id) : commit);
  const spoken = paths.limited ? [] : kept.map(({ id: id2 }) => id2);
  const changes = changeSet(commits, paths);
  objects.ready([...spoken, ...changes.brought.map(({ id: id2 }) => id2)]);
  const scan = openScan();
  const versions = newVersions(objects, scan, paths);
  const last = listed.at(-1)?.id;
  const found2 = await newFindings(
    changes,
    versions,
    paths,
    { base: versionsIn(objects, base), end: versionsIn(objects, () => last) },
    progress
  );
  const said = await scanMessages(spoken, objects, scan);
  return {
    findings: [...found2.findings.map((one) => withProvenance(one, objects, end)), ...said.findings],
    versions: true,
    skipped: [...changes.skipped, ...found2.skipped],
    files: found2.files,
    bytes: found2.bytes + said.bytes,
    commits: kept.length,
    cut: cutOff
  };
}
function compared(git, from, id2) {
  const [commit] = readRawOutput(git.run(["diff-tree", "-r", ...RAW_WORDS, from, id2]));
  return { id: id2, changes: commit?.changes ?? [] };
}
function versionsIn(objects, commit) {
  const contentIn = newPathLookup(objects);
  let asked;
  return (path) => {
    asked ??= { id: commit() };
    const content = asked.id === void 0 ? void 0 : contentIn(asked.id, path);
    return content === void 0 ? void 0 : { id: content, path };
  };
}
// packages/scan/src/changes/acquire-commits.ts
var FIRST_DEPTH = 16;
var GROWTH = 4;
var ROUNDS = 4;
var OURS = { head: "refs/heads/fetched-head", base: "refs/heads/fetched-base" };
function commitsAtHand(git, { head, base }, shallow) {
  if (base === void 0) return void 0;
  try {
    const listed = listCommits(git, [`${base}..${head}`]);
    return listed.some(({ id: id2 }) => shallow.has(id2)) ? void 0 : { listed, base, cut: "compare", notes: [] };
  } catch (error) {
    if (error instanceof UpstreamError2) return void 0;
    throw error;
  }
}
function fetchedCommits(store, event, contents) {
  let reason = "there is nothing to fetch it by";
  for (const way of ways(event)) {
    const failed = fetchCommits(store, way.wanted, firstDepth(event), contents) ?? lacking(store, event, way.base);
    if (failed === void 0) return grown(store, event, way, contents);
    reason = failed;
    if (isUnanswered(reason)) break;
  }
  return { reason };
}
function ways({ title, head, headRefs, base, baseRefs }) {
  const [headRef] = headRefs;
  const [baseRef] = baseRefs;
  const byName = baseRef === void 0 ? [] : [`+${baseRef}:${OURS.base}`];
  const named = baseRef === void 0 ? void 0 : OURS.base;
  const gone = base === void 0 || baseRef === void 0 ? [] : [`the commit that ${title} is to be compared with is gone: it was compared with ${baseRef} as it is now`];
  const heads = [[head], ...headRef === void 0 ? [] : [[`+${headRef}:${OURS.head}`]]];
  const ofIds = base === void 0 ? [] : heads.map((wanted) => ({ wanted: [...wanted, base], base, notes: [] }));
  const ofNames = heads.map((wanted) => ({ wanted: [...wanted, ...byName], base: named, notes: gone }));
  return base !== void 0 && baseRef === void 0 ? ofIds : [...ofIds, ...ofNames];
}
function firstDepth({ count }) {
  return count === void 0 ? FIRST_DEPTH : count + 1;
}
function lacking(store, { head }, base) {
  const missing = missingOf(store, [head, ...base === void 0 || base === OURS.base ? [] : [base]]);
  return missing.length === 0 ? void 0 : `the other side has no commit ${missing[0]?.slice(0, 12)}`;
}
function grown(store, event, way, contents) {
  const base = way.base === OURS.base ? store.git.run(["rev-parse", way.base]).toString("latin1").trim() : way.base;
  const revisions = base === void 0 ? [event.head] : [`${base}..${event.head}`];
  let depth = firstDepth(event);
  for (let round = 1; ; round++) {
    const listed = listCommits(store.git, revisions);
    const shallow = store.shallow();
    const cut = listed.filter(({ id: id2 }) => shallow.has(id2)).length;
    if (base !== void 0 && listed.length - cut === event.count) return { listed, base, cut: "known", notes: way.notes };
    if (cut === 0 && listed.length <= (event.count ?? listed.length)) return { listed, base, cut: "compare", notes: way.notes };
    depth *= GROWTH;
    if (round === ROUNDS || fetchCommits(store, way.wanted, depth, contents) !== void 0) {
      if (cut === 0) return { listed, base, cut: "compare", notes: way.notes };
      const note = `the history of ${event.title} goes further back than was fetched: at its far end only the difference to what it is compared with was scanned`;
      return { listed, base, cut: "compare", notes: [...way.notes, note] };
    }
  }
}
function fetchBrought(store, { listed, cut }) {
  const shallow = store.shallow();
  const commits = cut === "known" ? listed.filter(({ id: id2 }) => !shallow.has(id2)) : listed;
  const ids = new Set(
    commits.flatMap(({ changes }) => changes.flatMap(({ after }) => after?.mode.startsWith("100") ? [after.id] : []))
  );
  const missing = missingOf(store, [...ids]);
  return missing.length === 0 ? void 0 : fetchContents(store, missing);
}
// packages/scan/src/changes/event-commits.ts
var MOST_LISTED = 2048;
function eventCommits(event, payload) {
  if (/^pull_request(?:_target)?$/.test(event)) return ofPullRequest(event, at(payload, "pull_request"));
  if (event === "merge_group") return ofMergeGroup(at(payload, "merge_group"));
  if (event === "push") return ofPush(record(payload));
  return void 0;
}
function ofPullRequest(event, pull) {
  const { number: number2, commits } = pull;
  const known = Number.isSafeInteger(number2) && Number(number2) > 0;
  return {
    title: known ? `pull request ${number2}` : "the pull request",
    head: id(event, at(pull, "head").sha),
    headRefs: known ? [`refs/pull/${number2}/head`] : [],
    base: id(event, at(pull, "base").sha),
    baseRefs: branch(at(pull, "base").ref),
    count: Number.isSafeInteger(commits) && Number(commits) > 0 ? Number(commits) : void 0
  };
}
function ofMergeGroup(group) {
  return {
    title: "the merge group",
    head: id("merge_group", group.head_sha),
    headRefs: reference(group.head_ref),
    base: id("merge_group", group.base_sha),
    baseRefs: reference(group.base_ref),
    count: void 0
  };
}
function ofPush(push) {
  const [ref = ""] = reference(push.ref);
  const shown = ref.replace(/^refs\/(?:heads|tags)\//, "") || "a branch";
  const after = id("push", push.after);
  if (push.deleted === true || isNone(after)) return { nothing: `the push deleted ${shown}` };
  const before = id("push", push.before);
  const isNew = isNone(before);
  const known = branch(at(push, "repository").default_branch);
  const { commits } = push;
  return {
    title: `the push to ${shown}`,
    head: after,
    headRefs: ref === "" ? [] : [ref],
    base: isNew ? void 0 : before,
    // What was pushed anew to another branch is compared with the one that all begin from.
    baseRefs: known.includes(ref) ? [] : known,
    // Of a push that was forced, the list holds what is new to the whole repository.
    count: !isNew && push.forced !== true && Array.isArray(commits) ? counted(commits.length) : void 0
  };
}
function counted(length) {
  return length > 0 && length < MOST_LISTED ? length : void 0;
}
function at(value, key) {
  return record(record(value)[key]);
}
function record(value) {
  return typeof value === "object" && value !== null ? value : {};
}
function id(event, value) {
  if (typeof value === "string" && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(value)) return value;
  throw new ConfigError(`the payload of the event \`${event}\` does not say which commits it is about`, {
    code: "ERR_LINT_EVENT",
    help: "run this in a job of GitHub Actions, or name the commits with `--range`"
  });
}
function isNone(value) {
  return /^0+$/.test(value);
}
function branch(name) {
  return typeof name === "string" ? reference(`refs/heads/${name}`) : [];
}
function reference(name) {
  return typeof name === "string" && /^refs\/[^\s\0:*?[\\^~+]+$/.test(name) && !name.includes("..") ? [name] : [];
}
// packages/scan/src/changes/event-file.ts
function commitsOfJob(env) {
  const { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path } = env;
  if (name === void 0 || path === void 0) {
    throw new ConfigError("no event says which pull request this is about", {
      code: "ERR_LINT_EVENT",
      help: "run this in a job of GitHub Actions, or name the commits with `--range`"
    });
  }
  const commits = eventCommits(name, payloadAt(path));
  if (commits !== void 0) return commits;
  throw new ConfigError(`the event \`${name}\` is not about commits that were pushed or proposed`, {
    code: "ERR_LINT_EVENT",
    help: "scan the files of the checkout instead, or name the commits with `--range`"
  });
}
function payloadAt(path) {
  try {
    return JSON.parse(_readFileSync2(path, "utf8"));
  } catch (cause) {
    throw new ConfigError("the payload of the event cannot be read", {
      code: "ERR_LINT_EVENT",
      help: "`GITHUB_EVENT_PATH` names a file of JSON that the runner writes",
      cause
    });
  }
}
// packages/scan/src/changes/ground.ts
function repositoryOf(cwd) {
  return found(repositoryAround(bytePath(cwd)));
}
function repositoryOfCommits(cwd) {
  return found(bareRepositoryAt(bytePath(cwd)) ?? repositoryAround(bytePath(cwd)));
}
function found(repository) {
  if (repository !== void 0) return repository;
  throw new ConfigError("this folder is in no git repository", {
    code: "ERR_LINT_REPOSITORY",
    help: "change into one, or lint files and folders by their names"
  });
}
// rare:node:os
var tmpdir = (...args) => process.getBuiltinModule("node:os").tmpdir(...args);
// packages/scan/src/changes/private-store.ts
var CONNECTION = /^(?:http|https|credential|url|ssh|core\.(?:sshcommand|gitproxy|askpass)|remote\.origin\.(?:url|proxy|proxyauthmethod))(?:\.|$)/;
function privateStore(repository, cwd, env, tip) {
  const gitFolder = _mkdtempSync(_join2(tmpdir(), "leasehold-git-"));
  const common = repository.commonFolder;
  try {
    _mkdirSync(_join2(gitFolder, "objects", "info"), { recursive: true });
    _mkdirSync(_join2(gitFolder, "refs", "heads"), { recursive: true });
    _writeFileSync(_join2(gitFolder, "objects", "info", "alternates"), openable2(`${quoted(`${common}/objects`)}
`));
    _writeFileSync(_join2(gitFolder, "HEAD"), "ref: refs/heads/at-hand\n");
    _writeFileSync(_join2(gitFolder, "config"), `[core]
	bare = true
${formatOf(common)}`);
    const shallow = shallowCommits(common);
    if (shallow.size > 0) _writeFileSync(_join2(gitFolder, "shallow"), `${[...shallow].join("\n")}
`);
    if (tip !== void 0) _writeFileSync(_join2(gitFolder, "refs", "heads", "at-hand"), `${tip}
`);
  } catch (error) {
    _rmSync(gitFolder, { recursive: true, force: true });
    throw error;
  }
  const settings = [...connection(cwd, env), ...PROMISOR];
  return {
    gitFolder,
    git: newGit({ cwd, env, gitFolder }),
    connected: newGit({ cwd, env, gitFolder, connects: true, settings }),
    shallow: () => shallowCommits(gitFolder),
    [Symbol.dispose]: () => _rmSync(gitFolder, { recursive: true, force: true, maxRetries: 3 })
  };
}
var PROMISOR = [
  ["remote.origin.promisor", "true"],
  ["remote.origin.partialclonefilter", "blob:none"]
];
function connection(cwd, env) {
  const answer = newGit({ cwd, env }).run(["config", "--local", "--includes", "--list", "-z"]).toString("utf8");
  return answer.split("\0").flatMap((entry) => {
    const cut = entry.indexOf("\n");
    const key = cut < 0 ? entry : entry.slice(0, cut);
    return CONNECTION.test(key) ? [[key, cut < 0 ? "true" : entry.slice(cut + 1)]] : [];
  });
}
function isPartial({ commonFolder: commonFolder2 }) {
  return /^\s*(?:promisor\s*=\s*true|partialclone\s*=)/im.test(configOf(commonFolder2));
}
function configOf(common) {
  try {
    return _readFileSync2(openable2(`${common}/config`), "latin1");
  } catch {
    return "";
  }
}
function formatOf(common) {
  const sha256 = /^\s*objectformat\s*=\s*sha256\s*$/im.test(configOf(common));
  return sha256 ? "	repositoryformatversion = 1\n[extensions]\n	objectformat = sha256\n" : "	repositoryformatversion = 0\n";
}
function quoted(path) {
  return path.startsWith('"') || readable2(path).includes("\n") ? `"${path.replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n")}"` : path;
}
// packages/scan/src/changes/scan-pull-request.ts
var ADVICE = {
  later: "run the job again, or give actions/checkout `fetch-depth: 0`",
  credentials: "let actions/checkout persist its credentials, or give it `fetch-depth: 0`"
};
var FOR_LATER = /error: (?:429|5\d\d)\b|ETIMEDOUT|too slow|timed out|resolve host|connect to/i;
async function scanPullRequest(request, ports) {
  const { cwd, failOn, allowList } = request;
  const repository = repositoryOf(cwd);
  const event = commitsOfJob(ports.env);
  if ("nothing" in event) {
    const nothing = { findings: [], skipped: [], files: 0, bytes: 0, whole: false, about: `nothing to scan, ${event.nothing}` };
    return lintReport(nothing, readAllowance(cwd, allowList), failOn, ports.now());
  }
  const git = newGit({ cwd, env: ports.env });
  const shallow = shallowCommits(repository.commonFolder);
  const atHand = isPartial(repository) ? void 0 : commitsAtHand(git, event, shallow);
  if (atHand !== void 0) {
    var _stack = [];
    try {
      const objects = __using(_stack, openRepositoryObjects(repository.commonFolder, git));
      return await scanned2(request, ports, event, atHand, { git, objects, shallow });
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      __callDispose(_stack, _error, _hasError);
    }
  }
  return withFetched(request, ports, event, repository, git);
}
async function scanned2(request, ports, event, { listed, base, cut, notes }, source) {
  const { cwd, failOn, allowList, paths = [] } = request;
  const allowance = readAllowance(cwd, allowList);
  const looked = changedPaths(repositoryOf(cwd), cwd, paths);
  const ground = { ...source, openScan: () => openBytesScan(request), paths: looked };
  const found2 = await scanCommits(
    ground,
    { listed, base: () => base, end: event.headRefs[0] ?? event.head.slice(0, 12), cut },
    ports.progress
  );
  const against = base === void 0 ? "with nothing to compare them with" : `and left out what ${base.slice(0, 12)} has`;
  const about = `scanned ${countCommits(found2.commits)} of ${event.title} up to ${event.head.slice(0, 12)}, ${against}`;
  return lintReport({ ...found2, whole: false, about, notes }, allowance, failOn, ports.now());
}
async function withFetched(request, ports, event, repository, git) {
  const tip = git.run(["rev-parse", "--verify", "HEAD"]).toString("latin1").trim();
  let reason = "";
  for (const contents of [false, true]) {
    var _stack = [];
    try {
      const store = __using(_stack, privateStore(repository, request.cwd, ports.env, tip));
      const acquired = fetchedCommits(store, event, contents);
      if ("reason" in acquired) {
        reason = acquired.reason;
        break;
      }
      const refused = fetchBrought(store, acquired);
      if (refused !== void 0 && !contents) {
        reason = refused;
        continue;
      }
      const notes = contents ? [...acquired.notes, `all contents were fetched, since the changed ones alone were refused: ${reason}`] : acquired.notes;
      const source = __using(_stack, sourceOf(store));
      return await scanned2(request, ports, event, { ...acquired, notes }, source);
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      __callDispose(_stack, _error, _hasError);
    }
  }
  return withoutFetch(request, ports, event, git, tip, reason);
}
function sourceOf(store) {
  const open = () => openRepositoryObjects(bytePath(store.gitFolder), store.git);
  let held = open();
  return {
    git: store.git,
    shallow: store.shallow(),
    objects: {
      ready(ids) {
        const missing = missingOf(store, ids);
        if (missing.length > 0 && fetchContents(store, missing) === void 0) {
          held[Symbol.dispose]();
          held = open();
        }
        held.ready(ids);
      },
      arrival: (id2) => held.arrival(id2),
      read: (id2) => held.read(id2)
    },
    [Symbol.dispose]: () => held[Symbol.dispose]()
  };
}
async function withoutFetch(request, ports, event, git, tip, reason) {
  const whole = scanTree({ ...request, paths: request.paths?.length ? request.paths : ["."] }, ports);
  const note = `the commits of ${event.title} could not be fetched (${reason}), so that the files of the checkout were scanned instead, and neither messages nor what was taken out again: ${ADVICE[FOR_LATER.test(reason) ? "later" : "credentials"]}`;
  const skipped = holds(git, tip, event.head) ? [] : [{ path: event.title, reason: "unreadable: its last commit is not in this checkout" }];
  return {
    ...whole,
    skipped: [...skipped, ...whole.skipped],
    notes: [note, ...whole.notes],
    about: `scanned the files of the checkout, since the commits of ${event.title} are not here`
  };
}
function holds(git, tip, head) {
  if (tip === head) return true;
  const commit = git.run(["cat-file", "commit", tip]).toString("latin1");
  return commit.slice(0, commit.indexOf("\n\n")).split("\n").includes(`parent ${head}`);
}
// packages/scan/src/changes/scan-range.ts
async function scanRange(request, ports) {
  var _stack = [];
  try {
    const { cwd, failOn, allowList, paths = [] } = request;
    const { range, answer } = request.listing ?? beginListing(request.range, cwd, ports.env);
    const repository = repositoryOfCommits(cwd);
    const allowance = readAllowance(cwd, allowList);
    const git = newGit({ cwd, env: ports.env });
    const shallow = shallowCommits(repository.commonFolder);
    const objects = __using(_stack, openRepositoryObjects(repository.commonFolder, git));
    const listed = await inRange(request.range, shallow.size > 0, answer);
    const found2 = await scanCommits(
      { git, objects, paths: changedPaths(repository, cwd, paths), openScan: () => openBytesScan(request), shallow },
      { listed, base: () => baseOf(git, range), end: range.end, cut: "compare" },
      ports.progress
    );
    const about = `scanned ${countCommits(found2.commits)} of ${request.range}, and left out what ${range.base} has`;
    return lintReport(
      { ...found2, whole: false, about, notes: [...cutNotes(found2), ...absentNotes(found2, repository, request.range)] },
      allowance,
      failOn,
      ports.now()
    );
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
function baseOf(git, { base, end, parted }) {
  const words = parted ? ["merge-base", base, end] : ["rev-parse", "--verify", "--quiet", `${base}^{commit}`];
  try {
    return git.run(words).toString("latin1").trim() || void 0;
  } catch (error) {
    if (error instanceof UpstreamError2) return void 0;
    throw error;
  }
}
function cutNotes({ cut }) {
  if (cut === 0) return [];
  return [
    `the clone is shallow: ${cut === 1 ? "a commit of the range is" : `${cut} commits of the range are`} cut off from what came before, so that only the difference to the base was scanned there`
  ];
}
function absentNotes({ skipped }, repository, range) {
  const absent = skipped.filter(({ reason }) => reason === NOT_HERE).length;
  if (absent === 0 || !isPartial(repository)) return [];
  return [
    `the clone is partial: ${absent === 1 ? "a version of a file that the range brings is" : `${absent} versions of files that the range brings are`} not in it: fetch what is missing, such as by \`git log -p ${range}\`, and lint again`
  ];
}
async function inRange(range, shallow, answer) {
  try {
    return readRawOutput(await answer);
  } catch (error) {
    if (!(error instanceof UpstreamError2) || !/revision|bad object|ambiguous/.test(error.message)) throw error;
    throw new ConfigError(`the range \`${range}\` names a commit that is not here`, {
      code: "ERR_LINT_RANGE",
      help: helpOf(range, shallow),
      cause: error
    });
  }
}
function helpOf(range, shallow) {
  if (/^0{40,64}\.\./.test(range))
    return "zeros stand for nothing: of a new branch name what it parted from, such as `origin/main..HEAD`";
  if (shallow) return "the clone is shallow: fetch more of it, such as with `fetch-depth: 0`, or use `--pr`";
  return "see `git log` for the names that it knows";
}
// packages/scan/src/changes/tree-comparison.ts
var DEPTH = 1e3;
var MOST_READ = 32;
var FOLDER2 = 16384;
var TYPE = 61440;
var REGULAR = 32768;
var LINK2 = 40960;
var SUBMODULE2 = 57344;
var EMPTY = /* @__PURE__ */ new Set([
  "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
  "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321"
]);
function compareWithTree(index, tree, read) {
  const changes = [];
  let whole = true;
  let trees = 0;
  function entriesOf(id2) {
    if (EMPTY.has(id2)) return [];
    const bytes = ++trees > MOST_READ ? void 0 : read(id2);
    if (bytes === void 0) whole = false;
    return bytes === void 0 ? [] : treeEntries(bytes, id2.length === 64 ? 32 : 20);
  }
  function folder(id2, path, from, cached, depth) {
    const same = id2 === void 0 ? void 0 : passedOver(index, id2, path, from, cached);
    if (same !== void 0) return same;
    if (depth > DEPTH) whole = false;
    if (!whole) return index.length;
    const before = /* @__PURE__ */ new Map();
    for (const entry of id2 === void 0 ? [] : entriesOf(id2)) before.set(keyOf2(entry), entry);
    let at2 = from;
    while (at2 < index.length) {
      const full = index.path(at2);
      if (!full.startsWith(path)) break;
      const slash = full.indexOf("/", path.length);
      const key = slash < 0 ? full.slice(path.length) : full.slice(path.length, slash + 1);
      const entry = before.get(key);
      if (slash >= 0) {
        before.delete(key);
        at2 = folder(entry?.id, full.slice(0, slash + 1), at2, cached?.folder(key.slice(0, -1)), depth + 1);
        continue;
      }
      if (!index.intended(at2)) {
        before.delete(key);
        file(at2, full, entry);
      }
      at2++;
    }
    for (const [key, entry] of before) gone(entry, path + key, depth + 1);
    return at2;
  }
  function file(at2, path, entry) {
    const before = entry === void 0 ? [] : [sideOf(entry)];
    if (index.stage(at2) !== 0) {
      if (changes.at(-1)?.path !== path) changes.push({ path, before, after: void 0, unmerged: true });
      return;
    }
    const after = { mode: written(index.mode(at2)), id: index.id(at2) };
    if (before[0]?.id !== after.id || before[0].mode !== after.mode) changes.push({ path, before, after, unmerged: false });
  }
  function gone(entry, path, depth) {
    if (!isFolder(entry)) changes.push({ path, before: [sideOf(entry)], after: void 0, unmerged: false });
    else if (depth > DEPTH) whole = false;
    else for (const below of entriesOf(entry.id)) gone(below, path + keyOf2(below), depth + 1);
  }
  folder(tree, "", 0, index.trees, 0);
  return whole ? changes.sort((one, other) => one.path < other.path ? -1 : one.path > other.path ? 1 : 0) : void 0;
}
function passedOver(index, id2, path, from, cached) {
  if (cached?.id !== id2) return void 0;
  const next = from + cached.entries;
  const isIn = (at2) => at2 < index.length && index.path(at2).startsWith(path);
  return next <= index.length && (next === from || isIn(next - 1)) && !isIn(next) ? next : void 0;
}
function keyOf2(entry) {
  return isFolder(entry) ? `${entry.name}/` : entry.name;
}
function isFolder({ mode }) {
  return (mode & TYPE) === FOLDER2;
}
function sideOf({ mode, id: id2 }) {
  const type = mode & TYPE;
  if (type === REGULAR) return { mode: (mode & 64) === 0 ? "100644" : "100755", id: id2 };
  return { mode: written(type === LINK2 ? LINK2 : SUBMODULE2), id: id2 };
}
function written(mode) {
  return mode.toString(8).padStart(6, "0");
}
// packages/scan/src/changes/staged-changes.ts
var FILE2 = "100644";
var ELSEWHERE = ["GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES"];
function listStaged(ground) {
  const changes = ownReading(ground) ?? gitsReading(ground);
  const merged = mergedHeads(ground);
  const own = merged.length === 0 ? changes : changesOfMerge(changes, merged, newPathLookup(ground.objects));
  return own.length === 0 ? [] : [{ id: "", changes: own }];
}
function gitsReading({ git }) {
  return readRawOutput(git.run(["diff", "--cached", ...RAW_WORDS])).flatMap(({ changes }) => changes);
}
function mergedHeads({ repository, cwd, env }) {
  if (isElsewhere(repository, cwd, env)) return [];
  const text = bytesAt(openable2(`${repository.gitFolder}/MERGE_HEAD`))?.toString("latin1") ?? "";
  return text.match(/^[0-9a-f]{40,64}$/gm) ?? [];
}
function changesOfMerge(changes, merged, lookup) {
  return changes.flatMap((change) => {
    const ids = merged.flatMap((commit) => lookup(commit, change.path) ?? []);
    if (change.after !== void 0 && ids.includes(change.after.id)) return [];
    return [{ ...change, before: [...change.before, ...ids.map((id2) => ({ mode: FILE2, id: id2 }))] }];
  });
}
function ownReading({ repository, cwd, env, objects }) {
  const top = readable2(repository.top);
  const gitFolder = readable2(repository.gitFolder);
  if (isElsewhere(repository, cwd, env)) return void 0;
  const named = env.GIT_INDEX_FILE;
  if (named !== void 0 && !_isAbsolute(named) && cwd !== top) return void 0;
  const head = readRef(gitFolder, "HEAD");
  const bytes = head && bytesAt(named === void 0 ? openable2(`${repository.gitFolder}/index`) : _resolve2(top, named));
  const index = bytes && openGitIndex(bytes, head.idLength);
  if (index === void 0 || head === void 0) return void 0;
  if (head.id === void 0) return compareWithTree(index, void 0, objects.read);
  const commit = objects.read(head.id);
  const tree = commit && parseCommit(commit)?.tree;
  return tree === void 0 ? void 0 : compareWithTree(index, tree, objects.read);
}
function isElsewhere({ gitFolder }, cwd, env) {
  if (ELSEWHERE.some((name) => env[name] !== void 0)) return true;
  return env.GIT_DIR !== void 0 && _resolve2(cwd, env.GIT_DIR) !== _resolve2(readable2(gitFolder));
}
function bytesAt(path) {
  try {
    return _readFileSync2(path);
  } catch {
    return void 0;
  }
}
// packages/scan/src/changes/scan-staged.ts
async function scanStaged(request, ports) {
  var _stack = [];
  try {
    const { cwd, failOn, allowList, paths = [] } = request;
    const repository = repositoryOf(cwd);
    const allowance = readAllowance(cwd, allowList);
    const git = newGit({ cwd, env: ports.env });
    const looked = changedPaths(repository, cwd, paths);
    const objects = __using(_stack, openRepositoryObjects(repository.commonFolder, git));
    const staged = changeSet(listStaged({ repository, cwd, env: ports.env, git, objects }), looked);
    const about = "compared what is staged with the last commit";
    if (staged.brought.length === 0) {
      const nothing = { findings: [], skipped: staged.skipped, files: 0, bytes: 0, whole: false, about };
      return lintReport(nothing, allowance, failOn, ports.now());
    }
    objects.ready(staged.brought.map(({ id: id2 }) => id2));
    const versions = newVersions(objects, openBytesScan(request), looked);
    const found2 = await newFindings(staged, versions, looked, void 0, ports.progress);
    const findings = found2.findings.map(({ finding }) => finding);
    const skipped = [...staged.skipped, ...found2.skipped];
    return lintReport({ ...found2, findings, skipped, whole: false, about }, allowance, failOn, ports.now());
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
export {
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
  openBytesScan,
  openObjects,
  openRepositoryObjects,
  parseCommit,
  personOf,
  readEntryHeader,
  readRef,
  scanPullRequest,
  scanRange,
  scanStaged,
  shallowCommits,
  textOf,
  treeEntries,
  withProvenance
};
