// packages/scan/src/archives/format.ts
var MAGIC = 512;
var MAGICS = [
  ["PK", "zip"],
  // Without an entry.
  ["PK", "zip"],
  ["\b", "gzip"],
  ["7z¼¯'", "other"],
  ["ý7zXZ\0", "other"],
  ["(µ/ý", "other"],
  ["Rar!\x07", "other"],
  ['"M', "other"]
];
var BZIP2 = /^BZh[1-9]1AY&SY/;
var CHECKSUM_AT = 148;
function archiveFormat(head) {
  const known = MAGICS.find(([magic]) => beginsWith(head, magic));
  if (known) return known[1];
  if (isTarHeader(head)) return "tar";
  return BZIP2.test(String.fromCharCode(...head.subarray(0, 10))) ? "other" : void 0;
}
function beginsWith(head, magic) {
  for (let at = 0; at < magic.length; at++) if (head[at] !== magic.charCodeAt(at)) return false;
  return true;
}
function isTarHeader(block) {
  if (block.length < MAGIC || block[0] === 0) return false;
  const told = /^ *([0-7]{1,7})[ \0]/.exec(String.fromCharCode(...block.subarray(CHECKSUM_AT, CHECKSUM_AT + 8)))?.[1];
  if (told === void 0) return false;
  let sum = 8 * 32;
  for (let at = 0; at < MAGIC; at++) if (at < CHECKSUM_AT || at >= CHECKSUM_AT + 8) sum += block[at];
  return sum === Number.parseInt(told, 8);
}

// packages/scan/src/windows.ts
var WINDOW = 8 << 20;
var MARGIN = 1280 << 10;
var HEAD = 8192;
function* fileWindows(buffer, filled, file, margin = MARGIN) {
  let length = filled;
  let offset = 0;
  let from = 0;
  while (length === buffer.length) {
    const to = length - margin;
    const kept = to - margin;
    yield { bytes: buffer, offset, from, to, kept };
    buffer.copyWithin(HEAD, kept, length);
    offset += kept - HEAD;
    from = HEAD + margin;
    length = from + margin + file.fill(buffer.subarray(from + margin));
  }
  yield { bytes: buffer.subarray(0, length), offset, from, to: length, kept: length };
}

export {
  MAGIC,
  archiveFormat,
  isTarHeader,
  WINDOW,
  HEAD,
  fileWindows
};
