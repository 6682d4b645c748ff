import {
  newCarriedLines
} from "./chunk-EEKZ5YUY.js";
import {
  MAGIC,
  WINDOW,
  archiveFormat,
  fileWindows,
  isTarHeader
} from "./chunk-IBFILDPX.js";
import {
  _closeSync,
  _constants,
  _fstatSync,
  _openSync,
  _readSync,
  openable,
  readable,
  toFinding
} from "./chunk-PNFY7LJU.js";
import "./chunk-UWWLZZC2.js";
import "./chunk-CZ7CSFO4.js";

// packages/scan/src/archives/byte-source.ts
function fileSource(path) {
  const descriptor = _openSync(openable(path), _constants.O_RDONLY | (_constants.O_NOFOLLOW ?? 0) | (_constants.O_NONBLOCK ?? 0));
  return {
    size: _fstatSync(descriptor).size,
    read(target, position) {
      let filled = 0;
      while (filled < target.length) {
        const read = _readSync(descriptor, target, filled, target.length - filled, position + filled);
        if (read === 0) break;
        filled += read;
      }
      return filled;
    },
    close: () => _closeSync(descriptor)
  };
}
function memorySource(bytes) {
  return {
    size: bytes.length,
    read(target, position) {
      const part = bytes.subarray(position, position + target.length);
      target.set(part);
      return part.length;
    }
  };
}

// packages/scan/src/archives/fault.ts
var FAULTS = {
  damaged: "archive: damaged",
  deep: "archive: nested too deep",
  encrypted: "archive: encrypted",
  entries: "archive: too many entries",
  entry: "archive: entry too large",
  held: "archive: too large to be read within another",
  ratio: "archive: expands too much",
  unknown: "archive: packed in a way that is not read",
  whole: "archive: too large"
};

// packages/scan/src/archives/byte-stream.ts
function stretchOf(source, from, length, meter) {
  let at = from;
  let fault;
  return {
    fill(target) {
      const wanted = Math.min(target.length, from + length - at);
      const granted = meter.read(wanted);
      const read = source.read(target.subarray(0, granted), at);
      at += read;
      if (granted < wanted) fault ??= FAULTS.whole;
      else if (read < wanted) fault ??= FAULTS.damaged;
      return read;
    },
    fault: () => fault
  };
}
function withHead(head, rest) {
  let at = 0;
  return {
    fill(target) {
      const part = head.subarray(at, at + target.length);
      target.set(part);
      at += part.length;
      return part.length === target.length ? part.length : part.length + rest.fill(target.subarray(part.length));
    },
    fault: () => at < head.length ? void 0 : rest.fault()
  };
}
function cutAfter(length, stream, cut) {
  let left = length;
  let fault;
  return {
    fill(target) {
      const part = target.length > left ? target.subarray(0, left) : target;
      const read = stream.fill(part);
      left -= read;
      const full = part.length < target.length && left === 0;
      if (cut !== void 0 && fault === void 0 && full && stream.fill(new Uint8Array(1)) > 0) fault = cut;
      return read;
    },
    fault: () => fault ?? stream.fault()
  };
}

// packages/scan/src/archives/limits.ts
var MIB = 1 << 20;
var ARCHIVE_LIMITS = {
  depth: 3,
  entries: 2e4,
  entryBytes: 128 * MIB,
  wholeBytes: 512 * MIB,
  ratio: 200,
  grace: MIB,
  heldBytes: 32 * MIB,
  directoryBytes: 16 * MIB
};

// packages/scan/src/archives/meter.ts
function newMeter(limits) {
  let entries = 0;
  let toRead = limits.wholeBytes;
  let toUnpack = limits.wholeBytes;
  let held = 0;
  return {
    limits,
    entry: () => ++entries <= limits.entries,
    read(bytes) {
      const granted = Math.min(bytes, toRead);
      toRead -= granted;
      return granted;
    },
    unpacked(bytes) {
      toUnpack -= bytes;
      return toUnpack >= 0;
    },
    spent: () => toRead <= 0 || toUnpack < 0,
    room: () => limits.heldBytes - held,
    hold(bytes) {
      held += bytes;
    }
  };
}

// packages/scan/src/archives/scan-stream.ts
function scanStream(stream, path, scanner, failOn) {
  const buffer = scanner.room(WINDOW);
  const findings = [];
  let size = 0;
  const carried = newCarriedLines();
  for (const window of fileWindows(buffer, stream.fill(buffer), stream)) {
    const { bytes, offset, from, to } = window;
    const lines = carried.enter(window);
    for (const raw of scanner.scan(bytes, path)) {
      if (raw.start >= from && raw.start < to) findings.push(toFinding(raw, lines, path, failOn));
    }
    size = bytes.length + offset;
    carried.leave();
  }
  return { findings, bytes: size };
}

// packages/scan/src/archives/tar-header.ts
function tarHeader(block) {
  const size = sizeAt(block, 124);
  if (size === void 0) return void 0;
  const prefix = textAt(block, 257, 5) === "ustar" && block[262] === 0 ? textAt(block, 345, 155) : "";
  const name = textAt(block, 0, 100);
  return { name: prefix === "" ? name : `${prefix}/${name}`, size, type: String.fromCharCode(block[156]) };
}
function fileOf(header, { name, size }) {
  return { type: header.type, name: name ?? header.name, size: size ?? header.size };
}
function paxHeader(body) {
  const text = Buffer.from(body.buffer, body.byteOffset, body.length).toString("latin1");
  let found = {};
  const head = /(\d{1,8}) ([^=\n]{1,100})=/y;
  for (let at = 0; at < text.length; ) {
    head.lastIndex = at;
    const [all, length, key] = head.exec(text) ?? [];
    const end = at + Number(length);
    if (all === void 0 || end <= head.lastIndex || end > text.length) break;
    const value = text.slice(head.lastIndex, end - 1);
    if (key === "path" || key === "GNU.sparse.name") found = { ...found, name: value };
    else if (key === "size" && /^\d{1,15}$/.test(value)) found = { ...found, size: Number(value) };
    at = end;
  }
  return found;
}
function sizeAt(block, at) {
  if ((block[at] & 128) !== 0) {
    let value = block[at] & 127;
    for (let digit = 1; digit < 12; digit++) value = value * 256 + block[at + digit];
    return Number.isSafeInteger(value) ? value : void 0;
  }
  const digits = /^[ 0]*([0-7]{0,12})[ ]*$/.exec(textAt(block, at, 12))?.[1];
  return digits === void 0 ? void 0 : Number.parseInt(digits || "0", 8);
}
function textAt(block, at, length) {
  const end = block.indexOf(0, at);
  const until = end < 0 || end > at + length ? at + length : end;
  return String.fromCharCode(...block.subarray(at, until));
}

// packages/scan/src/archives/tar.ts
var BLOCK = 512;
var MOST_EXTENDED = 1 << 20;
var FILES = /* @__PURE__ */ new Set(["0", "\0", "7", "S"]);
function readTar(stream, each) {
  const block = new Uint8Array(BLOCK);
  let extended = {};
  for (; ; ) {
    const read = stream.fill(block);
    if (read === 0) return stream.fault();
    if (read < BLOCK) return stream.fault() ?? FAULTS.damaged;
    if (block[0] === 0 && block.every((byte) => byte === 0)) return void 0;
    const header = isTarHeader(block) ? tarHeader(block) : void 0;
    if (header === void 0) return FAULTS.damaged;
    const { type } = header;
    if ("xLNg".includes(type)) {
      if (header.size > MOST_EXTENDED) return FAULTS.damaged;
      const body = new Uint8Array(header.size);
      if (stream.fill(body) < body.length) return stream.fault() ?? FAULTS.damaged;
      if (!skip(stream, padding(header.size))) return stream.fault() ?? FAULTS.damaged;
      if (type !== "g") extended = { ...extended, ...type === "x" ? paxHeader(body) : { name: nameOf(body) } };
      continue;
    }
    const { name, size } = fileOf(header, extended);
    extended = {};
    if (type === "S" && !skipSparseMap(stream, block)) return stream.fault() ?? FAULTS.damaged;
    const content = cutAfter(size, whole(stream, size));
    if (FILES.has(type) && !name.endsWith("/") && !each({ name, content })) return void 0;
    if (!skip(content, Number.POSITIVE_INFINITY) && content.fault()) return content.fault();
    if (!skip(stream, padding(size))) return stream.fault() ?? FAULTS.damaged;
  }
}
function whole(stream, size) {
  let left = size;
  let short = false;
  return {
    fill(target) {
      const read = stream.fill(target);
      left -= read;
      short ||= read < target.length && left > 0;
      return read;
    },
    fault: () => stream.fault() ?? (short ? FAULTS.damaged : void 0)
  };
}
function skip(stream, length) {
  const waste = new Uint8Array(Math.min(length, 1 << 16));
  for (let left = length; left > 0; ) {
    const part = waste.subarray(0, Math.min(left, waste.length));
    const read = stream.fill(part);
    left -= read;
    if (read < part.length) return false;
  }
  return true;
}
function padding(size) {
  return (BLOCK - size % BLOCK) % BLOCK;
}
function nameOf(body) {
  return latin1(body).replace(/\0[\s\S]*$/, "");
}
function latin1(bytes) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
}
function skipSparseMap(stream, header) {
  let goesOn = header[482] === 1;
  const block = new Uint8Array(BLOCK);
  while (goesOn) {
    if (stream.fill(block) < BLOCK) return false;
    goesOn = block[504] === 1;
  }
  return true;
}

// node_modules/fflate/esm/browser.js
var u8 = Uint8Array;
var u16 = Uint16Array;
var i32 = Int32Array;
var fleb = new u8([
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  1,
  1,
  1,
  1,
  2,
  2,
  2,
  2,
  3,
  3,
  3,
  3,
  4,
  4,
  4,
  4,
  5,
  5,
  5,
  5,
  0,
  /* unused */
  0,
  0,
  /* impossible */
  0
]);
var fdeb = new u8([
  0,
  0,
  0,
  0,
  1,
  1,
  2,
  2,
  3,
  3,
  4,
  4,
  5,
  5,
  6,
  6,
  7,
  7,
  8,
  8,
  9,
  9,
  10,
  10,
  11,
  11,
  12,
  12,
  13,
  13,
  /* unused */
  0,
  0
]);
var clim = new u8([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);
var freb = function(eb, start) {
  var b = new u16(31);
  for (var i2 = 0; i2 < 31; ++i2) {
    b[i2] = start += 1 << eb[i2 - 1];
  }
  var r = new i32(b[30]);
  for (var i2 = 1; i2 < 30; ++i2) {
    for (var j = b[i2]; j < b[i2 + 1]; ++j) {
      r[j] = j - b[i2] << 5 | i2;
    }
  }
  return { b, r };
};
var _a = freb(fleb, 2);
var fl = _a.b;
var revfl = _a.r;
fl[28] = 258, revfl[258] = 28;
var _b = freb(fdeb, 0);
var fd = _b.b;
var revfd = _b.r;
var rev = new u16(32768);
for (i = 0; i < 32768; ++i) {
  x = (i & 43690) >> 1 | (i & 21845) << 1;
  x = (x & 52428) >> 2 | (x & 13107) << 2;
  x = (x & 61680) >> 4 | (x & 3855) << 4;
  rev[i] = ((x & 65280) >> 8 | (x & 255) << 8) >> 1;
}
var x;
var i;
var hMap = (function(cd, mb, r) {
  var s = cd.length;
  var i2 = 0;
  var l = new u16(mb);
  for (; i2 < s; ++i2) {
    if (cd[i2])
      ++l[cd[i2] - 1];
  }
  var le = new u16(mb);
  for (i2 = 1; i2 < mb; ++i2) {
    le[i2] = le[i2 - 1] + l[i2 - 1] << 1;
  }
  var co;
  if (r) {
    co = new u16(1 << mb);
    var rvb = 15 - mb;
    for (i2 = 0; i2 < s; ++i2) {
      if (cd[i2]) {
        var sv = i2 << 4 | cd[i2];
        var r_1 = mb - cd[i2];
        var v = le[cd[i2] - 1]++ << r_1;
        for (var m = v | (1 << r_1) - 1; v <= m; ++v) {
          co[rev[v] >> rvb] = sv;
        }
      }
    }
  } else {
    co = new u16(s);
    for (i2 = 0; i2 < s; ++i2) {
      if (cd[i2]) {
        co[i2] = rev[le[cd[i2] - 1]++] >> 15 - cd[i2];
      }
    }
  }
  return co;
});
var flt = new u8(288);
for (i = 0; i < 144; ++i)
  flt[i] = 8;
var i;
for (i = 144; i < 256; ++i)
  flt[i] = 9;
var i;
for (i = 256; i < 280; ++i)
  flt[i] = 7;
var i;
for (i = 280; i < 288; ++i)
  flt[i] = 8;
var i;
var fdt = new u8(32);
for (i = 0; i < 32; ++i)
  fdt[i] = 5;
var i;
var flrm = /* @__PURE__ */ hMap(flt, 9, 1);
var fdrm = /* @__PURE__ */ hMap(fdt, 5, 1);
var max = function(a) {
  var m = a[0];
  for (var i2 = 1; i2 < a.length; ++i2) {
    if (a[i2] > m)
      m = a[i2];
  }
  return m;
};
var bits = function(d, p, m) {
  var o = p / 8 | 0;
  return (d[o] | d[o + 1] << 8) >> (p & 7) & m;
};
var bits16 = function(d, p) {
  var o = p / 8 | 0;
  return (d[o] | d[o + 1] << 8 | d[o + 2] << 16) >> (p & 7);
};
var shft = function(p) {
  return (p + 7) / 8 | 0;
};
var slc = function(v, s, e) {
  if (s == null || s < 0)
    s = 0;
  if (e == null || e > v.length)
    e = v.length;
  return new u8(v.subarray(s, e));
};
var FlateErrorCode = {
  UnexpectedEOF: 0,
  InvalidBlockType: 1,
  InvalidLengthLiteral: 2,
  InvalidDistance: 3,
  StreamFinished: 4,
  NoStreamHandler: 5,
  InvalidHeader: 6,
  NoCallback: 7,
  InvalidUTF8: 8,
  ExtraFieldTooLong: 9,
  InvalidDate: 10,
  FilenameTooLong: 11,
  StreamFinishing: 12,
  InvalidZipData: 13,
  UnknownCompressionMethod: 14
};
var ec = [
  "unexpected EOF",
  "invalid block type",
  "invalid length/literal",
  "invalid distance",
  "stream finished",
  "no stream handler",
  ,
  // determined by compression function
  "no callback",
  "invalid UTF-8 data",
  "extra field too long",
  "date not in range 1980-2099",
  "filename too long",
  "stream finishing",
  "invalid zip data"
  // determined by unknown compression method
];
var err = function(ind, msg, nt) {
  var e = new Error(msg || ec[ind]);
  e.code = ind;
  if (Error.captureStackTrace)
    Error.captureStackTrace(e, err);
  if (!nt)
    throw e;
  return e;
};
var inflt = function(dat, st, buf, dict) {
  var sl = dat.length, dl = dict ? dict.length : 0;
  if (!sl || st.f && !st.l)
    return buf || new u8(0);
  var noBuf = !buf;
  var resize = noBuf || st.i != 2;
  var noSt = st.i;
  if (noBuf)
    buf = new u8(sl * 3);
  var cbuf = function(l2) {
    var bl = buf.length;
    if (l2 > bl) {
      var nbuf = new u8(Math.max(bl * 2, l2));
      nbuf.set(buf);
      buf = nbuf;
    }
  };
  var final = st.f || 0, pos = st.p || 0, bt = st.b || 0, lm = st.l, dm = st.d, lbt = st.m, dbt = st.n;
  var tbts = sl * 8;
  do {
    if (!lm) {
      final = bits(dat, pos, 1);
      var type = bits(dat, pos + 1, 3);
      pos += 3;
      if (!type) {
        var s = shft(pos) + 4, l = dat[s - 4] | dat[s - 3] << 8, t = s + l;
        if (t > sl) {
          if (noSt)
            err(0);
          break;
        }
        if (resize)
          cbuf(bt + l);
        buf.set(dat.subarray(s, t), bt);
        st.b = bt += l, st.p = pos = t * 8, st.f = final;
        continue;
      } else if (type == 1)
        lm = flrm, dm = fdrm, lbt = 9, dbt = 5;
      else if (type == 2) {
        var hLit = bits(dat, pos, 31) + 257, hcLen = bits(dat, pos + 10, 15) + 4;
        var tl = hLit + bits(dat, pos + 5, 31) + 1;
        pos += 14;
        var ldt = new u8(tl);
        var clt = new u8(19);
        for (var i2 = 0; i2 < hcLen; ++i2) {
          clt[clim[i2]] = bits(dat, pos + i2 * 3, 7);
        }
        pos += hcLen * 3;
        var clb = max(clt), clbmsk = (1 << clb) - 1;
        var clm = hMap(clt, clb, 1);
        for (var i2 = 0; i2 < tl; ) {
          var r = clm[bits(dat, pos, clbmsk)];
          pos += r & 15;
          var s = r >> 4;
          if (s < 16) {
            ldt[i2++] = s;
          } else {
            var c = 0, n = 0;
            if (s == 16)
              n = 3 + bits(dat, pos, 3), pos += 2, c = ldt[i2 - 1];
            else if (s == 17)
              n = 3 + bits(dat, pos, 7), pos += 3;
            else if (s == 18)
              n = 11 + bits(dat, pos, 127), pos += 7;
            while (n--)
              ldt[i2++] = c;
          }
        }
        var lt = ldt.subarray(0, hLit), dt = ldt.subarray(hLit);
        lbt = max(lt);
        dbt = max(dt);
        lm = hMap(lt, lbt, 1);
        dm = hMap(dt, dbt, 1);
      } else
        err(1);
      if (pos > tbts) {
        if (noSt)
          err(0);
        break;
      }
    }
    if (resize)
      cbuf(bt + 131072);
    var lms = (1 << lbt) - 1, dms = (1 << dbt) - 1;
    var lpos = pos;
    for (; ; lpos = pos) {
      var c = lm[bits16(dat, pos) & lms], sym = c >> 4;
      pos += c & 15;
      if (pos > tbts) {
        if (noSt)
          err(0);
        break;
      }
      if (!c)
        err(2);
      if (sym < 256)
        buf[bt++] = sym;
      else if (sym == 256) {
        lpos = pos, lm = null;
        break;
      } else {
        var add = sym - 254;
        if (sym > 264) {
          var i2 = sym - 257, b = fleb[i2];
          add = bits(dat, pos, (1 << b) - 1) + fl[i2];
          pos += b;
        }
        var d = dm[bits16(dat, pos) & dms], dsym = d >> 4;
        if (!d)
          err(3);
        pos += d & 15;
        var dt = fd[dsym];
        if (dsym > 3) {
          var b = fdeb[dsym];
          dt += bits16(dat, pos) & (1 << b) - 1, pos += b;
        }
        if (pos > tbts) {
          if (noSt)
            err(0);
          break;
        }
        if (resize)
          cbuf(bt + 131072);
        var end = bt + add;
        if (bt < dt) {
          var shift = dl - dt, dend = Math.min(dt, end);
          if (shift + bt < 0)
            err(3);
          for (; bt < dend; ++bt)
            buf[bt] = dict[shift + bt];
        }
        for (; bt < end; ++bt)
          buf[bt] = buf[bt - dt];
      }
    }
    st.l = lm, st.p = lpos, st.b = bt, st.f = final;
    if (lm)
      final = 1, st.m = lbt, st.d = dm, st.n = dbt;
  } while (!final);
  return bt != buf.length && noBuf ? slc(buf, 0, bt) : buf.subarray(0, bt);
};
var et = /* @__PURE__ */ new u8(0);
var gzs = function(d) {
  if (d[0] != 31 || d[1] != 139 || d[2] != 8)
    err(6, "invalid gzip data");
  var flg = d[3];
  var st = 10;
  if (flg & 4)
    st += (d[10] | d[11] << 8) + 2;
  for (var zs = (flg >> 3 & 1) + (flg >> 4 & 1); zs > 0; zs -= !d[st++])
    ;
  return st + (flg & 2);
};
var Inflate = /* @__PURE__ */ (function() {
  function Inflate2(opts, cb) {
    if (typeof opts == "function")
      cb = opts, opts = {};
    this.ondata = cb;
    var dict = opts && opts.dictionary && opts.dictionary.subarray(-32768);
    this.s = { i: 0, b: dict ? dict.length : 0 };
    this.o = new u8(32768);
    this.p = new u8(0);
    if (dict)
      this.o.set(dict);
  }
  Inflate2.prototype.e = function(c) {
    if (!this.ondata)
      err(5);
    if (this.d)
      err(4);
    if (!this.p.length)
      this.p = c;
    else if (c.length) {
      var n = new u8(this.p.length + c.length);
      n.set(this.p), n.set(c, this.p.length), this.p = n;
    }
  };
  Inflate2.prototype.c = function(final) {
    this.s.i = +(this.d = final || false);
    var bts = this.s.b;
    var dt = inflt(this.p, this.s, this.o);
    this.ondata(slc(dt, bts, this.s.b), this.d);
    this.o = slc(dt, this.s.b - 32768), this.s.b = this.o.length;
    this.p = slc(this.p, this.s.p / 8 | 0), this.s.p &= 7;
  };
  Inflate2.prototype.push = function(chunk, final) {
    this.e(chunk), this.c(final);
  };
  return Inflate2;
})();
var Gunzip = /* @__PURE__ */ (function() {
  function Gunzip2(opts, cb) {
    this.v = 1;
    this.r = 0;
    Inflate.call(this, opts, cb);
  }
  Gunzip2.prototype.push = function(chunk, final) {
    Inflate.prototype.e.call(this, chunk);
    this.r += chunk.length;
    if (this.v) {
      var p = this.p.subarray(this.v - 1);
      var s = p.length > 3 ? gzs(p) : 4;
      if (s > p.length) {
        if (!final)
          return;
      } else if (this.v > 1 && this.onmember) {
        this.onmember(this.r - p.length);
      }
      this.p = p.subarray(s), this.v = 0;
    }
    Inflate.prototype.c.call(this, 0);
    if (this.s.f && !this.s.l) {
      this.v = shft(this.s.p) + 9;
      this.s = { i: 0 };
      this.o = new u8(0);
      this.push(new u8(0), final);
    } else if (final) {
      Inflate.prototype.c.call(this, final);
    }
  };
  return Gunzip2;
})();
var td = typeof TextDecoder != "undefined" && /* @__PURE__ */ new TextDecoder();
var tds = 0;
try {
  td.decode(et, { stream: true });
  tds = 1;
} catch (e) {
}

// packages/scan/src/archives/unpacked.ts
var FEWEST = 1024;
var MOST = 32768;
var TAME = 32;
function unpacked(form, packed, meter) {
  const { ratio, grace } = meter.limits;
  const ready = [];
  const unpacker = new (form === "gzip" ? Gunzip : Inflate)((part) => {
    given += part.length;
    ready.push(part);
  });
  let taken = 0;
  let given = 0;
  let fault;
  let ended = false;
  let size = FEWEST;
  let next = chunkOf(packed, size);
  function unpackMore() {
    const piece = next;
    next = chunkOf(packed, size);
    ended = next.length === 0;
    taken += piece.length;
    const before = given;
    try {
      unpacker.push(piece, ended);
    } catch (error) {
      const behind = error.code === FlateErrorCode.InvalidHeader && given > 0;
      stop(behind ? void 0 : FAULTS.damaged);
    }
    size = given - before > TAME * piece.length ? FEWEST : Math.min(MOST, 2 * size);
    if (!meter.unpacked(given - before)) stop(FAULTS.whole);
    else if (given > grace && given > taken * ratio) stop(FAULTS.ratio);
  }
  function stop(reason) {
    fault ??= reason;
    ended = true;
  }
  return {
    fill(target) {
      let filled = 0;
      while (filled < target.length) {
        const part = ready[0];
        if (part === void 0) {
          if (ended) break;
          unpackMore();
          continue;
        }
        const piece = part.subarray(0, target.length - filled);
        target.set(piece, filled);
        filled += piece.length;
        if (piece.length === part.length) ready.shift();
        else ready[0] = part.subarray(piece.length);
      }
      return filled;
    },
    fault: () => ready.length > 0 ? void 0 : packed.fault() ?? fault
  };
}
function chunkOf(stream, size) {
  const chunk = new Uint8Array(size);
  return chunk.subarray(0, stream.fill(chunk));
}

// imported:node:zlib
var builtin = process.getBuiltinModule("node:zlib");
var pick = (name) => builtin[name];
var _inflateRawSync = /* @__PURE__ */ pick("inflateRawSync");

// packages/scan/src/archives/zip-end.ts
var END = 101010256;
var END64 = 101075792;
var LOCATOR64 = 117853008;
var END_LENGTH = 22;
var LOCATOR_LENGTH = 20;
var COMMENT = 65535;
function findDirectory(source, most) {
  const place = findEnd(source);
  if (place === void 0) return void 0;
  const { size, offset, end } = place;
  if (size > most) return "too large";
  const shift = end - size - offset;
  if (shift < 0) return void 0;
  const bytes = Buffer.alloc(size);
  return source.read(bytes, end - size) === size ? { bytes, shift } : void 0;
}
function findEnd(source) {
  const tail = Buffer.alloc(Math.min(source.size, END_LENGTH + COMMENT));
  const from = source.size - tail.length;
  if (source.read(tail, from) < tail.length) return void 0;
  for (let at = tail.length - END_LENGTH; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END || at + END_LENGTH + tail.readUInt16LE(at + 20) > tail.length) continue;
    const plain = { size: tail.readUInt32LE(at + 12), offset: tail.readUInt32LE(at + 16), end: from + at };
    const full = plain.offset === 4294967295 || plain.size === 4294967295 || tail.readUInt16LE(at + 10) === 65535;
    return full ? findEnd64(source, plain.end - LOCATOR_LENGTH) ?? plain : plain;
  }
  return void 0;
}
function findEnd64(source, locatorAt) {
  const locator = Buffer.alloc(LOCATOR_LENGTH);
  if (locatorAt < 0 || source.read(locator, locatorAt) < locator.length || locator.readUInt32LE(0) !== LOCATOR64)
    return void 0;
  const at = Number(locator.readBigUInt64LE(8));
  const record = Buffer.alloc(56);
  if (source.read(record, at) < record.length || record.readUInt32LE(0) !== END64) return void 0;
  return { size: Number(record.readBigUInt64LE(40)), offset: Number(record.readBigUInt64LE(48)), end: at };
}

// packages/scan/src/archives/zip.ts
var ENTRY = 33639248;
var LOCAL = 67324752;
var ENCRYPTED = 1;
var STORED = 0;
var DEFLATED = 8;
var IN_ZIP64 = 4294967295;
var FIXED = 46;
var AT_ONCE = 1 << 20;
var LEAST_CHUNK = 1 << 14;
function readZip(source, meter, each) {
  const directory = findDirectory(source, meter.limits.directoryBytes);
  if (directory === void 0) return "absent";
  if (directory === "too large") return FAULTS.entries;
  const { bytes, shift } = directory;
  let at = 0;
  while (at < bytes.length) {
    const record = recordAt(bytes, at);
    if (record === void 0) return FAULTS.damaged;
    at += record.length;
    if (record.name.endsWith("/") && record.packed === 0) continue;
    if (!each(entryOf(source, record, shift, meter))) return void 0;
  }
  return void 0;
}
function entryOf(source, { name, flags, method, packed, size, header }, shift, meter) {
  if ((flags & ENCRYPTED) !== 0) return { name, fault: FAULTS.encrypted };
  if (method !== STORED && method !== DEFLATED) return { name, fault: FAULTS.unknown };
  const local = Buffer.alloc(30);
  const start = header + shift;
  if (source.read(local, start) < local.length || local.readUInt32LE(0) !== LOCAL) return { name, fault: FAULTS.damaged };
  const from = start + local.length + local.readUInt16LE(26) + local.readUInt16LE(28);
  const stretch = stretchOf(source, from, packed, meter);
  if (method === STORED) return { name, content: stretch };
  return {
    name,
    content: packed <= AT_ONCE && size <= AT_ONCE ? inflated(stretch, packed, size, meter) : unpacked("deflate", stretch, meter)
  };
}
function inflated(stretch, packed, size, meter) {
  const bytes = new Uint8Array(packed);
  const known = bytes.subarray(0, stretch.fill(bytes));
  try {
    const plain = _inflateRawSync(known, { maxOutputLength: AT_ONCE, chunkSize: Math.max(LEAST_CHUNK, size) });
    if (meter.unpacked(plain.length)) return stretchOf(memorySource(plain), 0, plain.length, meter);
  } catch {
  }
  return unpacked("deflate", withHead(known, stretch), meter);
}
function recordAt(bytes, at) {
  if (at + FIXED > bytes.length || bytes.readUInt32LE(at) !== ENTRY) return void 0;
  const nameAt = at + FIXED;
  const extraAt = nameAt + bytes.readUInt16LE(at + 28);
  const commentAt = extraAt + bytes.readUInt16LE(at + 30);
  const end = commentAt + bytes.readUInt16LE(at + 32);
  if (end > bytes.length) return void 0;
  const numbers = [bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
  const [size, packed, header] = numbers.includes(IN_ZIP64) ? wide(bytes.subarray(extraAt, commentAt), numbers) : numbers;
  if (size === void 0 || packed === void 0 || header === void 0) return void 0;
  return {
    name: bytes.toString("latin1", nameAt, extraAt),
    flags: bytes.readUInt16LE(at + 8),
    method: bytes.readUInt16LE(at + 10),
    packed,
    size,
    header,
    length: end - at
  };
}
function wide(extra, numbers) {
  let at = zip64Field(extra);
  return numbers.map((number) => {
    if (number !== IN_ZIP64) return number;
    at += 8;
    return at > extra.length ? void 0 : Number(extra.readBigUInt64LE(at - 8));
  });
}
function zip64Field(extra) {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === 1) return at + 4;
  }
  return extra.length;
}

// packages/scan/src/archives/archive-scan.ts
var PART = 1 << 16;
function scanArchive(source, path, scanner, failOn, limits = ARCHIVE_LIMITS) {
  const findings = [];
  const skipped = [];
  const meter = newMeter(limits);
  let bytes = 0;
  const skip2 = (at, reason) => {
    if (reason !== void 0) skipped.push({ path: at, reason });
  };
  const goesOn = (at) => {
    const enough = meter.spent();
    if (!enough && meter.entry()) return true;
    skip2(at, enough ? FAULTS.whole : FAULTS.entries);
    return false;
  };
  function zip(from, at, depth) {
    let more = true;
    const fault = readZip(from, meter, ({ name, content, fault: own }) => {
      more = goesOn(at);
      if (!more) return false;
      const inner = within(at, name);
      if (content === void 0) skip2(inner, own);
      else any(content, inner, depth);
      return true;
    });
    if (fault === "absent") {
      skip2(at, FAULTS.damaged);
      plain(stretchOf(from, 0, from.size, meter), at);
    } else {
      skip2(at, fault);
    }
  }
  function tar(stream, at, depth) {
    const fault = readTar(stream, ({ name, content }) => {
      if (!goesOn(at)) return false;
      any(content, within(at, name), depth);
      return true;
    });
    skip2(at, fault);
  }
  function gzip(stream, at, depth) {
    const content = unpacked("gzip", stream, meter);
    const head2 = new Uint8Array(MAGIC);
    const known = head2.subarray(0, content.fill(head2));
    const whole2 = withHead(known, content);
    if (archiveFormat(known) === "tar") tar(whole2, at, depth);
    else if (goesOn(at)) any(whole2, within(at, unpackedName(at)), depth);
  }
  function any(stream, at, depth) {
    const head2 = new Uint8Array(MAGIC);
    const known = head2.subarray(0, stream.fill(head2));
    const whole2 = withHead(known, stream);
    const format2 = archiveFormat(known);
    if (format2 === void 0 || format2 === "other") {
      if (format2 === "other") skip2(at, FAULTS.unknown);
      plain(whole2, at);
    } else if (depth >= limits.depth) skip2(at, FAULTS.deep);
    else if (format2 === "gzip") gzip(whole2, at, depth + 1);
    else if (format2 === "tar") tar(whole2, at, depth + 1);
    else held(whole2, at, depth + 1);
  }
  function held(stream, at, depth) {
    const bytes2 = collected(stream, meter.room());
    if (bytes2 === void 0) {
      skip2(at, FAULTS.held);
      return;
    }
    skip2(at, stream.fault());
    meter.hold(bytes2.length);
    zip(memorySource(bytes2), at, depth);
    meter.hold(-bytes2.length);
  }
  function plain(stream, at) {
    const cut = cutAfter(limits.entryBytes, stream, FAULTS.entry);
    const scanned = scanStream(cut, at, scanner, failOn);
    for (const finding of scanned.findings) findings.push(finding);
    bytes += scanned.bytes;
    skip2(at, cut.fault());
  }
  const head = new Uint8Array(MAGIC);
  const format = archiveFormat(head.subarray(0, source.read(head, 0)));
  const all = () => stretchOf(source, 0, source.size, meter);
  if (format === "zip") zip(source, path, 1);
  else if (format === "tar") tar(all(), path, 1);
  else if (format === "gzip") gzip(all(), path, 1);
  else {
    if (format === "other") skip2(path, FAULTS.unknown);
    plain(all(), path);
  }
  return { findings, bytes, skipped };
}
function collected(stream, most) {
  const parts = [];
  for (let length = 0; ; ) {
    const part = new Uint8Array(PART);
    const read = stream.fill(part);
    parts.push(part.subarray(0, read));
    length += read;
    if (length > most) return void 0;
    if (read < part.length) return Buffer.concat(parts);
  }
}
function within(archive, name) {
  return `${archive}!/${readable(name)}`;
}
function unpackedName(path) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name.replace(/\.(?:gz|gzip|z)$/i, "");
}

// packages/scan/src/archives/archive-file.ts
function scanArchiveFile(absolute, path, scanner, failOn) {
  const source = fileSource(absolute);
  try {
    return scanArchive(source, path, scanner, failOn);
  } finally {
    source.close();
  }
}
function scanArchiveBytes(bytes, path, scanner, failOn) {
  return scanArchive(memorySource(bytes), path, scanner, failOn);
}
export {
  scanArchiveBytes,
  scanArchiveFile
};
