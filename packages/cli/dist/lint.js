import {
  here
} from "./start.js";
import {
  logLines,
  oneLine
} from "./start.js";
import {
  package_default
} from "./start.js";

import {
  HEAD as HEAD5
} from "./start.js";

import {
  TIERS,
  atLeast
} from "./start.js";
import {
  ConfigError,
  InternalError
} from "./start.js";
// packages/scan/src/byte-path.ts
var ASCII = /^[\0-\x7f]*$/;
function openable(path) {
  return ASCII.test(path) ? path : Buffer.from(path, "latin1");
}
function readable(path) {
  return ASCII.test(path) ? path : Buffer.from(path, "latin1").toString("utf8");
}
function bytePath(path) {
  const slashed = process.platform === "win32" ? path.replaceAll("\\", "/") : path;
  return ASCII.test(slashed) ? slashed : Buffer.from(slashed, "utf8").toString("latin1");
}
// packages/kernel/src/anchors.ts
var KINDS = { stem: 0, armor: 1, authority: 2, prefix: 3 };
var STEMS = [
  "auth",
  "basi",
  "bear",
  "cred",
  "dsn",
  "key",
  "pass",
  "psk",
  "pwd",
  "salt",
  "secr",
  "toke"
];
var ARMOR = ["-----BEGIN", "PuTTY-User-Key-File-", "b3BlbnNzaC1rZXktdjE", "AGE-SECRET-KEY-1"];
var AUTHORITY = "://";
// packages/kernel/src/head-table.ts
var LONGEST_TABLE = 65536;
var LONGEST_LINE = 130;
var MOST_LEAD = 63;
var MOST_BEHIND = 2;
var MOST_SETS = 256;
var SAYABLE = /^[^\t\n\x80-\uffff]{2,65535}$/;
var NOTHING = { count: 0, set: new Uint8Array(256) };
function headTables(heads) {
  const sets = [];
  const lines = /* @__PURE__ */ new Map();
  const known2 = /* @__PURE__ */ new Set();
  for (const { text, lead, behind } of heads) {
    if (lead > MOST_LEAD || behind.length > MOST_BEHIND || !SAYABLE.test(text)) return void 0;
    const [first = NOTHING, second = NOTHING] = behind;
    const key = hex(lead) + followingOf(first, sets) + followingOf(second, sets);
    const told = `${key}	${text}`;
    if (known2.has(told)) continue;
    known2.add(told);
    const line = lines.get(key)?.at(-1);
    if (line === void 0) lines.set(key, [told]);
    else if (line.length + text.length < LONGEST_LINE) lines.get(key)?.splice(-1, 1, `${line}	${text}`);
    else lines.get(key)?.push(told);
  }
  if (sets.length > MOST_SETS) return void 0;
  return cut(`${sets.map((set) => `${set}
`).join("")}
`, [...lines.values()].flat());
}
function followingOf({ count: count22, set }, sets) {
  if (count22 === 0) return "0000";
  const ranges = rangesOf(set);
  const known2 = sets.indexOf(ranges);
  return hex(count22) + hex(known2 < 0 ? sets.push(ranges) - 1 : known2);
}
function rangesOf(set) {
  let ranges = "";
  for (let from2 = set.indexOf(1); from2 >= 0; ) {
    const behind = set.indexOf(0, from2);
    const to = behind < 0 ? set.length : behind;
    ranges += hex(from2) + hex(to - 1);
    from2 = set.indexOf(1, to);
  }
  return ranges;
}
function hex(number) {
  return number.toString(16).padStart(2, "0");
}
function cut(sets, lines) {
  const tables = [];
  let table = sets;
  for (const line of lines) {
    if (table.length + line.length >= LONGEST_TABLE) {
      tables.push(table);
      table = sets;
    }
    table += `${line}
`;
  }
  return [...tables, table];
}
// packages/kernel/src/kernel.ts
var ANCHORS = ["run", "armor", "userinfo", "assignment", "prefix", "head", "escapes"];
var WORTH = { begins: 1, encodes: 2, escaped: 4, named: 8, whole: 16 };
// packages/kernel/src/wasm-module.ts
var WASM = "AGFzbQEAAAABUg5gAn9/AX9gAX8Bf2ABfwBgA39/fwF/YAJ/fgF/YAR/f39+AX9gAn9+AX5gA39/fwBgAABgBH9/fn4Bf2ACf38AYAJ/fgBgAAF/YAR/f39/AX8DIyIBAQEEAAEDAQAFAwABBgIHAAIBCAAJAAIKAwAACwwNAQACBQMBAAAGlwEefwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC34BQgALfwFBAAt/AUEAC34BQgALfgFCAAt+AUIAC38BQQALfwFBAAt+AUIAC34BQgALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC34BQgALfgFCAAt+AUIAC34BQgALfgFCAAt/AUEAC38BQQALB3sLBWJlZ2luAB4EbmV4dAAdC2NsZWFyVmFsdWVzABMGZGlnZXN0ABgIbmV3bGluZXMAGwdwcmVwYXJlACENcHJlcGFyZVdob2xlcwARDnByZXBhcmVXb3JkaW5nABcKcmVhZFZhbHVlcwASBXVuaXRzABQGbWVtb3J5AgAKsnIi8QEBBX8gACEBA0AgASAAQQRqSQR/IAEtAABB3ABGBUEACwRAIAFBAWohAQwBCwsgAS0AACICQSdGIAJBIkZyIAJB4ABGckUEQEEADwsgACABSSEEIwYiACABQQFqIgFBgQRqIgMgACADSRshBSABIQADQCAAIAVJBEAgAC0AACIDQQpGBEBBAA8LIAIgA0YEf0EBBSAEIANB3ABGcQR/IAAtAAEgAkYFQQALCwRAIAAgAWsiAkEESSACQYAES3IEf0EABSABJAIgACQBQQEkBEEBCw8LIABBAWogACAERSADQdwARnEbQQFqIQAMAQsLQQAL9wIBAn8gAC0AACIBQSVGBEAgAC0AAUEwayIBQQJrQQZPBH9BAAUgAC0AAiIAQTBrIgJBCk8Ef0GACCAAQSByQeEAayIAQQpqIABBBk8bBSACCyABQQR0ciIAQYAGckEAIABBIWtB3gBJGwsPCyABQdwARwRAQQAPCyAALQABQdwARiIBIABqQQFqIgAtAABB+ABGBEAgAUEEaiEBIAAtAAFBMGsiAkECa0EGTwR/QQAFIAFBCHQgAC0AAiIAQTBrIgFBCk8Ef0GACCAAQSByQeEAayIAQQpqIABBBk8bBSABCyACQQR0ciIAckEAIABBIWtB3gBJGwsPCyAALQAAQfUARgR/IAAvAQFBsOAARgVBAAsEfyAALQADQTBrIgJBAmtBBk8Ef0EABSABQQZqQQh0IAAtAAQiAEEwayIBQQpPBH9BgAggAEEgckHhAGsiAEEKaiAAQQZPGwUgAQsgAkEEdHIiAHJBACAAQSFrQd4ASRsLBUEACwuAAQECfyAALwEAIgFBAnZBgIAHai0AACABQQNxQQF0dkEDcSICRQRAQQAPCyACQQJxBH8gACAAKAIAQf///wdxQbHz3fF5bEEUdkEBdEGAkAhqEAgFQQALBEBBAQ8LIAJBAXEEfyAAIAFBsfPd8XlsQRR2QQF0QYCQCGoQCAVBAAsLPwAgAVAEQEEADwsgACABeqdqIgAjA08EfyAAEAFB/wFxIgBBMGtBCkkEf0EBBSAAQSByQeEAa0EaSQsFQQALC8QEAgV/AXtBASECAn8DQCACQQZNBEACQCAAIAJrIgMtAAAhBCADQQdqIARBJUYgBEHcAEZyDQMaIARBMGtB/wFxQQpJBH9BAQUgBEEgckHhAGtB/wFxQRpJC0UNACACQQFqIQIMAgsLCyAACyEFIABBEGv9AAQAIgf9DCAgICAgICAgICAgICAgICD9UP0MYWFhYWFhYWFhYWFhYWFhYf1x/QwaGhoaGhoaGhoaGhoaGhoa/SYgB/0MMDAwMDAwMDAwMDAwMDAwMP1x/QwKCgoKCgoKCgoKCgoKCgoK/Sb9UP1kQQ91IQRBACECA0AgACABSQRAIAQgAP0ABAAiB/0MICAgICAgICAgICAgICAgIP1Q/QxhYWFhYWFhYWFhYWFhYWFh/XH9DBoaGhoaGhoaGhoaGhoaGhr9JiAH/QwwMDAwMDAwMDAwMDAwMDAw/XH9DAoKCgoKCgoKCgoKCgoKCgr9Jv1Q/WQiBEEBdHIgBHFBf3MhAyAAIAVJBEAgA0EBIAUgAGt0QQFrciEDCyAH/QxcXFxcXFxcXFxcXFxcXFxc/SMgB/0MJSUlJSUlJSUlJSUlJSUlJf0j/VD9ZCIGIAJyBEAgBkEBdCAGQQJ0ciIGQQJ0IAZyIAZBBHRyIAJyIgIgA3IhAyACQRB1IQILQf//A0EBIAEgAGsiBnRBAWsgBkEQTxsgA3EhAyAEQQ91IQQDQCADBEAgACADaGoiBhACBEAgBg8LIAMgA0EBa3EhAwwBCwsgAEEQaiEADAELCyABCzcCAX8BfgNAIwpCAFIEQCAAQj8jCnl9IgKnayEBIwpCASAChoUkCiABEAIEQCABDwsMAQsLQQAL8QMDBn8CfgF7IAEgAGtBEEkEQEEADwsgASEDA0AgAiADSwR/IAMtAABBPUYFQQALBEAgA0EBaiEDDAELCyADIABrIQZBAkEAIAEgAEEYakkEf0EABSAAEB8Ef0EBBSABIABrQQFxBH9BAAUCfwNAIARBDEkEQEEAIAAgBEEBdGovAQAiAkEIdiIDQTBrIgdBCk8Ef0GACCADQSByQf8BcUHhAGsiA0EKaiADQQZPGwUgBwsgAkH/AXFBMGsiA0EKTwR/QYAIIAJBIHJB/wFxQeEAayICQQpqIAJBBk8bBSADC0EEdHIiAkUgBEEBcXEgAkEJRiACQSBrQd8ASXIgAkEKRnIgAkENRnJyRQ0CGiAEQQFqIQQMAQsLQQELCwsLG0EQQQACfwNAIAUjHEkEQCAGIAVBBXRBgNAoaiICLwEQSQR/QQEFIAYgAi8BEksLRQRAIAIpAwAhCUEBIQQCQCACKQMIIgpQDQAgCaf9DyELIAEgCntCA4inayEIIAAhAgNAIAIgCE0EQCAC/QAEACAL/SP9ZCEDA0AgAwRAIAIgA2hqIgcgCE0EfyAHKQMAIAqDIAlRBUEACw0EIAMgA0EBa3EhAwwBCwsgAkEQaiECDAELC0EAIQQLQQEgBA0DGgsgBUEBaiEFDAELC0EACxtyCyYAIAAtAABB3ABGBH8gAC0AAUEvRgVBAAsEf0EBBSAAEAFBAEcLC9IDAwZ/A3sBfiAAKQMAIQsgAS8BACEBA0AgAQRAIAFBBnRBgNAIaiICKQMAIAsgAikDCINRBEAgAv0ABCAhCCACLQAZ/Q8hCSAAIAIvARBqIgQiASACLQAYIgVqIQYCQANAIAEgBkkEQCABIAggAf0ABAAiCv0MDw8PDw8PDw8PDw8PDw8PD/1O/Q79DAECBAgQIECAAAAAAAAAAAAgCkEE/W39Dv1OIAkgCv0MAAAAAAAAAAAAAAAAAAAAAP0l/U79UP0MAAAAAAAAAAAAAAAAAAAAAP0j/WQiB2hqIAZPIQMgBw0CIAFBEGohAQwBCwtBASEDCyADBEAgAv0ABDAhCCACLQAb/Q8hCSAEIAVqIgMgAi0AGmohBAJAA0AgAyAESQRAIAMgCCAD/QAEACIK/QwPDw8PDw8PDw8PDw8PDw8P/U79Dv0MAQIECBAgQIAAAAAAAAAAACAKQQT9bf0O/U4gCSAK/QwAAAAAAAAAAAAAAAAAAAAA/SX9Tv1Q/QwAAAAAAAAAAAAAAAAAAAAA/SP9ZCIFaGogBE8hASAFDQIgA0EQaiEDDAELC0EBIQELBUEAIQELBUEAIQELIAEEQEEBDwsgAi8BFCEBDAELC0EAC6YHAgh/AXsjEUUEQCAAQfgBNgIAIAAgASMAazYCBCAAIAIjAGs2AgggAEEMag8LIAEiBCEFA0AgAiAFSwRAIAX9AAQA/Qw9PT09PT09PT09PT09PT09/SP9ZCEJA0AgCQRAIAUgCWhqIgcgAkkEQCAEIAcgAhAGIAZyIQYgB0EBaiEEIAkgCUEBa3EhCQwCCwsLIAVBEGohBQwBCwsgBCACIAIQBiAGckEEQQAgAUEBaxAHBH9BAQUgAhAHCxtyIANCAFIEQCMVBEAgASMPTwRAIwAiBiABQQZrIgQgBCAGSRshBCABIQUDQCAEIAVJBH8gBUEBay0AACIHQYABSQR/QoCAgIDQsICALEKAgIDAESAHQcAASRsgB0E/ca2IQgGDpwVBAAsFQQALBEAgBUEBayEFDAELC0EAIQQgASAFRiAFIAZBA2pJckUEQCABQQFrLQAAQTtGBEBBASEEBSAFQQNrIgooAgBBoMCAgQJyIQdBgOAAKAIAQQN0QYTgAGohBkGE4AAhCQJAA0AgBiAJSwRAQQEhBCAJKAIAIAcgCSgCBCILcUYEfyAKIAtpQQN2aiAFTQVBAAsNAiAJQQhqIQkMAQsLQQAhBAsLCwVBACEECwVBASEECwVBACEEC0EIQQAgBBtyIQYgAUEBay0AAEEDdEGAgAhqKQMAJAogARAFIQkDQCAJBEAgAEEFNgIAIAAgCSMAazYCBCAAIAIjAGs2AgggAEEMaiEAIAEQBSEJDAELCyAAIAEiAEHgAGsjACIFIAAgBUHgAGpLGyEFA0AgACAFSwRAAkD9DCQmJiYmJiYmJiYGAwITAgsgAEEQa/0ABAAiDP0MDw8PDw8PDw8PDw8PDw8PD/1O/Q79DAAAATACDAIEAAAAAAAAAAAgDEEE/W39Dv1O/QwAAAAAAAAAAAAAAAAAAAAA/Sf9ZCAM/QwuLi4uLi4uLi4uLi4uLi4u/SMgDP0MOjo6Ojo6Ojo6Ojo6Ojo6Ov0j/VAgDP0Mfn5+fn5+fn5+fn5+fn5+fv0jIAz9DCQkJCQkJCQkJCQkJCQkJCT9I/1Q/VAgDP0MISEhISEhISEhISEhISEhIf0j/VD9ZHJBf3NB//8DcSIHBEAgACAHZ0EQa2siACAFIAAgBUsbIQUMAQsgAEEQayEADAILCwsgBSACEAohACAGIAZBAXIjExsiBAR/IAAgBEEDdDYCACAAIAEjAGs2AgQgACACIwBrNgIIIABBDGoFIAALC1sAIAEgAhAEIQEDQCABIAJJBEAgAEGwygZLBEBBACQTIAAPCyAAQQU2AgAgACABIwBrNgIEIAAgAiMAazYCCCAAQQxqIQAgAUEBaiACEAQhAQwBCwtBASQTIAAL8AEBBH8gACECAkADQCABIAJLBEAgAv0ABAD9DEFBQUFBQUFBQUFBQUFBQUH9cf0MGhoaGhoaGhoaGhoaGhoaGv0m/WQhBUEBIQMgASACayIEQRBJBH8gBUEBIAR0QQFrcQUgBQsNAiACQRBqIQIMAQsLQQAhAwsgAwRAAkADQCAAIAFJBEAgAP0ABAD9DGFhYWFhYWFhYWFhYWFhYWH9cf0MGhoaGhoaGhoaGhoaGhoaGv0m/WQhA0EBIQIgASAAayIEQRBJBH8gA0EBIAR0QQFrcQUgAwsNAiAAQRBqIQAMAQsLQQAhAgsFQQAhAgsgAgvwAgEDfyMGIgEgAEGBBGoiAiABIAJJGyECIAAhAQNAIAEgAkkEfyABLQAAIgNBgAFJBH9C/////9/YhIDYAEKAgICAkoCAgDAgA0HAAEkbIANBP3GtiEIBg6cFQQALBUEBC0UEQCABLQAAQShGBEBBAA8LIAFBAWohAQwBCwsgASAAQYAEaksEQEEADwsgAS0AACIDQSJGIgJFBEAgA0EnRiECCwNAIAAgAUkEf0EBIAFBAWstAAAiA0HcAEZBACACGyADQTpGIANBLkZyGwVBAAsEQCABQQFrIQEMAQsLIABBAWohAgNAIAEgAksEQCACLQABIQMgAi0AAEHcAEYEfyADQfIARiADQe4ARnIgA0EiRnIFQQALBEAgAiAAayIBQQRJIAFBgARLcgR/QQAFIAAkAiACJAFBACQEQQELDwsgAkEBaiECDAELCyABIABrIgJBBEkgAkGABEtyBH9BAAUgACQCIAEkAUEAJARBAQsLUgECfgNAIAF7QgNaBEAgASABQgF9gyIDQgF9IAODIgJCAX0gAoMhASAAIAIQAwR/IAAgAxADBH9BAQUgACABEAMLBUEACwRAIAIPCwwBCwtCAAvUAQIEfgV/Qn8hAQNAIAZBCEkEQEIBIQRCASEDQQAhCQNAIAlBBEkEQCAEQvQDIAZBAnQgCWpByABsQaCAAWoiCDUCRCICIAhBQGsvAQBBAEciBxt+IQQgByAJIAAvARhJBH8gACAJai0AAEEfcQVBIAsiB0EgRnIEfkL0AwUgCCAHQQF0ai8BAAR+IAIFIAIgB0GAgAFqMQAAfAsLIAN+IQMgCUEBaiEJDAELCyADIAR9IgIgAVQEQCAGIQUgAiEBCyAGQQFqIQYMAQsLIAAgBUEBEA8LsAEBBX8gACABOgAeA0AgA0EESQRAIAFBAnQgA2pByABsQaCAAWoiBCADIAAvARhJBH8gACADai0AAEEfcQVBIAsiBUEBdGoiBy8BAEEBQX8gAhtqIQYgByAGOwEAIAVBIEcEQCAEKAJEIQcgBkEBRkEAIAIbBEAgBCAHIAVBgIABai0AAGo2AkQLIAIgBnJFBEAgBCAHIAVBgIABai0AAGs2AkQLCyADQQFqIQMMAQsLC9QDAgZ/AX4gASAAQRBrIgIgASACSxshAgNAIAAgAksEfyAAQQFrLQAAIgNBgAFJBH9CgISAgPDYg4CIf0KAgICAk4CAgDAgA0HAAEkbIANBP3GtiEIBg6cFQQALBUEACwRAIABBAWshAAwBCwsgACECIAEgAEFAaiIDIAEgA0sbIQEDQCABIAJJBH8gAkEBay0AACIDQYABSQR/QoCAgICAgtj/A0L///+/6P///wcgA0HAAEkbIANBP3GtiEIBg6cFQQALBUEACwRAIAJBAWshAgwBCwsgAiEBA0AgACABSwRAIAEoAgBBoMCAgQJyIQVBgNgAKAIAQQN0QYTYAGohBkGE2AAhAwJAA0AgAyAGSQRAQQEhBCADKAIAIAUgAygCBCIHcUYEfyABIAdpQQN2aiAATQVBAAsNAiADQQhqIQMMAQsLQQAhBAsgBARAQQEPCyABQQFqIQEMAQsLIAAgAksEfyAAIAJrIgBBCEkEfkIBIACtQgOGhkIBfQVCfwsgAikDAEKgwICBgoSIkCCEgyEIQYDcACgCAEEDdEGE3ABqIQFBhNwAIQACfwNAIAAgAUkEQEEBIAApAwAgCFENAhogAEEIaiEADAELC0EACwVBAAsLBgAgACQcC9oHAgd/An4gAEGAgAFqIQNBgIABIQBBgIAFIQEDQCAALQAAQQpHBEAgAUEAQSD8CwADQCAALQAAIgJBCkcEQCAALQACIgRBMGsgBEHXAGsgBEE6SRtBBHQgAC0AAyIEQTBrIARB1wBrIARBOkkbciEEIAJBMGsgAkHXAGsgAkE6SRtBBHQgAC0AASICQTBrIAJB1wBrIAJBOkkbciECA0AgAkH/ACAEIARB/wBPG00EQCABIAJBD3FqIgUgBS0AAEEBIAJBBHZBB3F0cjoAACACQQFqIQIMAQsLIARB/wBLBEAgAUH/AToAEAsgAEEEaiEADAELCyAAQQFqIQAgAUEgaiEBDAELCyAAQQFqIQADQCAAIANJBEAgACIBQQpqIQADQCAALQAAQQlGBEAjB0H/P0YEQEEADwsgAEEBaiECIwdBAWokByMHQQZ0QYDQCGoiBEEAQcAA/AsAQQAhAANAIAAgAmotAAAiBUEKRyAFQQlHcQRAIABBCEkEQCAAIARqIAU6AAALIABBAWohAAwBCwsgAS0AACIFQTBrIAVB1wBrIAVBOkkbQQR0IAEtAAEiBUEwayAFQdcAayAFQTpJG3IhBSAEIAA7ARAgBCAFOwESIAUEQCAEIAIgBWpBAWstAAA6ABYLIAEtAAQiBUEwayAFQdcAayAFQTpJG0EEdCABLQAFIgVBMGsgBUHXAGsgBUE6SRtyQQV0QYCABWohBSAEIAEtAAIiBkEwayAGQdcAayAGQTpJG0EEdCABLQADIgZBMGsgBkHXAGsgBkE6SRtyOgAYIAQgBS0AEDoAGSAEIAX9AAQA/QsEICABLQAIIgVBMGsgBUHXAGsgBUE6SRtBBHQgAS0ACSIFQTBrIAVB1wBrIAVBOkkbckEFdEGAgAVqIQUgBCABLQAGIgZBMGsgBkHXAGsgBkE6SRtBBHQgAS0AByIGQTBrIAZB1wBrIAZBOkkbcjoAGiAEIAUtABA6ABsgBCAF/QAEAP0LBDAjByIEQQZ0QYDQCGoiBTMBECIIQghaBH5CfwVCASAIQgOGhkIBfQshCSAFIAk3AwggBS8BACIGQQJ2QYCAB2oiByAHLQAAQQFBAiAIQgJRIgcbIAZBA3FBAXR0cjoAACAFIAcEfyAGQbHz3fF5bEEUdkEBdEGAkAhqBSAFKAIAQf///wdxQbHz3fF5bEEUdkEBdEGAkAhqCyIGLwEAOwEUIAYgBDsBACAFMwESIghCAFIEQCAFLQAWQQN0QYCACGoiBCAEKQMAQgEgCIaENwMACyAAIAJqIQAMAQsLIABBAWohAAwBCwtBAQsTAEEAJAdBgIAHQQBBgNAB/AsAC5MBAgJ/AXsDQCAAQRBqIgIgAU0EQCADIAD9AAQAIgT9DMDAwMDAwMDAwMDAwMDAwMD9K/1kaSAE/Qzw8PDw8PDw8PDw8PDw8PDw/Sz9ZGlqaiEDIAIhAAwBCwsDQCAAIAFJBEAgA0EBaiADIAAtAAAiAsBBQE4bIgNBAWogAyACQfABTxshAyAAQQFqIQAMAQsLIAMLywgDCH8BfgF7A0AgBEHAAEkEQCAMIAEgBGr9AAQA/QwzMzMzMzMzMzMzMzMzMzMz/XH9DAUFBQUFBQUFBQUFBQUFBQX9Jv1krCAErYaEIQwgBEEQaiEEDAELCyACIAMgDEIDiEJ/hSAMQgSIgyAMQgGIIAxCAoiEhIMiAkIBiIQiA0J/hSEMIAFCACACIAIgAiADIAJCAYZ8gyAMg0IBhiADfIMgDINQGxANIQIDQCACQgBSBEAjAyEFIAEgAnqnaiIEQQFrIAQgBCMDSwR/IAQtAABB3ABGBUEACwR/IARBAWstAABB3ABGBUEACxshBAJ/A0AgBCAFSwRA/QwkJiYmJiYmJiYmBgMCEwILIARBEGv9AAQAIg39DA8PDw8PDw8PDw8PDw8PDw/9Tv0O/QwAAAEwAgwCBAAAAAAAAAAAIA1BBP1t/Q79Tv0MAAAAAAAAAAAAAAAAAAAAAP0n/WRBf3NB//8DcSIGBEAgBCAGZ0EQa2siBCAFIAQgBUsbDAMLIARBEGshBAwBCwsgBQshBANAIAQjA0sEfyAEQQFrEAEFQQALBEAjAyEFIARBAWsiBEEBayAEIAQjA0sEfyAELQAAQdwARgVBAAsEfyAEQQFrLQAAQdwARgVBAAsbIQQCfwNAIAQgBUsEQP0MJCYmJiYmJiYmJgYDAhMCCyAEQRBr/QAEACIN/QwPDw8PDw8PDw8PDw8PDw8P/U79Dv0MAAABMAIMAgQAAAAAAAAAACANQQT9bf0O/U79DAAAAAAAAAAAAAAAAAAAAAD9J/1kQX9zQf//A3EiBgRAIAQgBmdBEGtrIgQgBSAEIAVLGwwDCyAEQRBrIQQMAQsLIAULIQQMAQsLIAQhB0EAIQlBACELQQAhCkEAIQUDQCAEIQb9DCQmJiYmJiYmJiYGAwITAgsgBP0ABAAiDf0MDw8PDw8PDw8PDw8PDw8PD/1O/Q79DAAAATACDAIEAAAAAAAAAAAgDUEE/W39Dv1O/QwAAAAAAAAAAAAAAAAAAAAA/Sf9ZEF/c0H//wNxIQgDQCAIRQRA/QwkJiYmJiYmJiYmBgMCEwILIAZBEGoiBv0ABAAiDf0MDw8PDw8PDw8PDw8PDw8PD/1O/Q79DAAAATACDAIEAAAAAAAAAAAgDUEE/W39Dv1O/QwAAAAAAAAAAAAAAAAAAAAA/Sf9ZEF/c0H//wNxIQgMAQsLIAkgBiAIaGoiBiAEa2ohCCAGIgQQASIGBEAgCiAGQf8BcSIJQTBrQQpJBH9BAQUgCUEgckHhAGtBGkkLBH9BASALQQFqIAQgBWtBDEsbBUEACyILIAogC0sbIQogCEEBaiEJIAQiBSAGQQh2aiEEDAELCyAEJAMgBEEAIAhBEE8gCkEGT3EbIgQEQCAAQQY2AgAgACAHIwBrNgIEIAAgBCMAazYCCCAAQQxqIQALIAEgAiACQgF9gxANIQIMAQsLIAALngQBBX8gAUEBaiECA0AgAi0AAEE9RgR/QQEFIAItAABBOkYLBEAgAkEBaiECDAELCwJAIAEtAABBOkYEQCACIAFBAWpGBH8gAi8BAEGv3gBGBUEACw0BIAIgAUECakYEfyABLQABQTpGBUEACw0BCyACQQFqIAIgAi0AAEE+RhshAwsgA0UEQCAADwsCQCMRRQRAIABB+wE2AgAMAQsgAyICQUBrIgQjCyIGIAQgBkkbIQQDQCACIARJBH8gAi0AAEEgRgR/QQEFIAItAABBCUYLBUEACwRAIAJBAWohAgwBCwsCQCMLIAIiBEEEakkgAi0AACICQSBNcg0AIAJB3QBGIQYgAkE7RiACQSxGciACQSlGcgR/QQEFIAJBPk0gAkE8T3ELIAZyDQAgAkH9AE0gAkH7AE9xDQBBASECA0AgAkEESQRAIAIgBGotAABBIEkNAiACQQFqIQIMAQsLQQEhBQsgBUUEQCAADwsgACABQTAgASMAayIAIABBME8bayIAIxIiAiAAIAJLGyADQQRqIgAjCyICIAAgAkkbIgIQCiEAIxNFBEAgAEELNgIADAELIAIkEiAEIx0jCxAZBH8jFQR/IAMjD08EfyABIwAQIAVBAAsFQQELBUEACwR/IABBAzYCACAAIAEjAGs2AgQgACADIwBrNgIIIABBDGoFIAALDwsgACABIwBrNgIEIAAgAyMAazYCCCAAQQxqCwkAIABBAEckFQuvBAELfwNAIAAgAUkEQEEAIQIDQCACQcAASQRAIAJBgIQBaiAAIAJqKAIAIgNBgP6DeHFBCHcgA0H/gfwHcUEIeHI2AgAgAkEEaiECDAELC0HAhAEhAgNAIAJBgIYBSQRAIAIgAkEcaygCACACQUBqKAIAIAJBPGsoAgAiA0EHeCADQRJ4cyADQQN2c2pqIAJBCGsoAgAiA0EReCADQRN4cyADQQp2c2o2AgAgAkEEaiECDAELC0EAIQpBgIIBKAIAIQZBhIIBKAIAIQJBiIIBKAIAIQNBjIIBKAIAIQhBkIIBKAIAIQdBlIIBKAIAIQRBmIIBKAIAIQVBnIIBKAIAIQkDQCAKQYACSQRAIApBgIQBaigCACAKQYCAAWooAgAgB0EGeCAHQQt4cyAHQRl4cyAJaiAEIAdxIAdBf3MgBXFzampqIQsgAiADcSACIAZxIAMgBnFzcyAGQQJ4IAZBDXhzIAZBFnhzaiEMIAUhCSAEIQUgByEEIAggC2ohByADIQggAiEDIAYhAiALIAxqIQYgCkEEaiEKDAELC0GAggFBgIIBKAIAIAZqNgIAQYSCAUGEggEoAgAgAmo2AgBBiIIBQYiCASgCACADajYCAEGMggFBjIIBKAIAIAhqNgIAQZCCAUGQggEoAgAgB2o2AgBBlIIBQZSCASgCACAEajYCAEGYggFBmIIBKAIAIAVqNgIAQZyCAUGcggEoAgAgCWo2AgAgAEFAayEADAELCwuTBAECfyACJAYgAC0AACIDQYABSQR/QoCAgICAgMD/A0L+//+/6P///wcgA0HAAEkbIANBP3GtiEIBg6cFQQALBH8gA0Ewa0H/AXFBCkkFQQELRQRAIAAgARAaDwsgA0EnRiADQSJGciADQeAARnIgA0HcAEZyBEAgABAADwsgA0EmRgRAQQMhAQNAIAFBB0kEfyAAIAFqLQAAQTtHBUEACwRAIAFBAWohAQwBCwtBACECAn8DQCACQQNJBEBBACAAIAJqLQAAQTtGDQIaIAJBAWohAgwBCwtBACABQQdGDQAaIwYiAiAAIAFqQQFqIgFBgQRqIgAgACACSxshAiABIQADQCAAIAJJBH8gAC0AAEEKRwVBAAsEQCAALQAAQSZGBEAgACABayICQQRJIAJBgARLcgR/QQAFIAEkAiAAJAFBASQEQQELDAMLIABBAWohAAwBCwtBAAsPCyAALQABIgRBIkYgA0HAAEZxBEAgAEEBahAADwsgA0HbAEYgA0EoRnIEQCAAQQFqEAAPCyADQfsARiECIANBgAFJBH9C/////9/YhIDYAEKAgICAkoCAgDAgA0HAAEkbIANBP3GtiEIBg6cFQQALIAJyIANBPUZyBEBBAA8LIAEEfyADQcAARiADQTpGcgVBAAsEQEEADwsgA0EkRgR/IARBMGtB/wFxQQpJBUEBC0UEQEEADwsgABAMC6EFAQh/IwYiAyAAQTBqIgIgAiADSxshBCAAQQFqIQIDQCACIARJBH8gAi0AACIDQYABSQR/QoCAgICAgMD/A0L+//+/6P///wcgA0HAAEkbIANBP3GtiEIBg6cFQQALBUEACwRAQQEgCSACLQAAQTBrQf8BcUEKSRshCSACQQFqIQIMAQsLIAItAAAiB0EnRiAHQSJGciAHQeAARnIgAiAAa0ECTXEEQCACEAAPCyAHQS5GIAdBKEZyIAdBLUZyBEAjBiIFIAIiA0EwaiIEIAQgBUsbIQYDQCADIAZJBH8gAy0AACIFQS5GIQQgBUGAAUkEf0KAgICAgIDA/wNC/v//v+j///8HIAVBwABJGyAFQT9xrYhCAYOnBUEACyAEciAFQS1GciAFQTpGcgVBAAsEQCADQQFqIQMMAQsLAkAgAy0AAEEoRiIEBH9BAAUgAy0AAEEgRwsEf0EABSADQQFqEAALRQ0AQQEhCCAEBH8jAS0AAUEsRwVBAQsNACMBIgRBAWohAwNAIAMgBEEEakkEfyADLQAAQSxGBH9BAQUgAy0AAEEgRgsFQQALBEAgA0EBaiEDDAELCyADEAAaCyAIBEBBAQ8LIAdBKEYEQEEADwsLIAEEfwJ/IAkEQCAHQdsARiAHQS5GcgR/IAItAAEiAUGAAUkEf0KAgICAgIDA/wNC/v//v+j///8HIAFBwABJGyABQT9xrYhCAYOnBUEACwR/IAFBMGtB/wFxQQpJBUEBCwVBAQtFDAELIAdB2wBGIAdBLkZyIAdBOkZyIAdBLUZyIAdBP0ZyBH9BAQUgB0GAAUkEf0L/////39iEgNgAQoCAgICSgICAMCAHQcAASRsgB0E/ca2IQgGDpwVBAAsLCwVBAAsEQEEADwsgABAMC2QBAn8DQCAAQRBqIgIgAU0EQCADIAD9AAQA/QwKCgoKCgoKCgoKCgoKCgoK/SP9ZGlqIQMgAiEADAELCwNAIAAgAUkEQCADQQFqIAMgAC0AAEEKRhshAyAAQQFqIQAMAQsLIAMLxQMCBX8DfkIAJA5CACQNQgAkBUIAJAlCACQIA0AgAUIAUgRAIAF6IQcgASABQgF9gyEBIAAgB6dqIgQpAwAiCKdBoMCAAXJB////B3FBsfPd8XlsQRR2QQF0LwGABCECA0AgAgRAIAJBBnRBgNQoaiIDKQMAIAMpAwggCCADKQMQhINRBEACQCADLwEYIQUgAy8BGiIGRQRAIw1CASAE/QAEAP0MCgoKCgoKCgoKCgoKCgoKCv0j/WSsIAT9AAQQ/QwKCgoKCgoKCgoKCgoKCgoK/SP9ZKxCEIaEIAT9AAQg/QwKCgoKCgoKCgoKCgoKCgoK/SP9ZKxCIIaEQoCAgICAwACEeoZCAX1CASAFrYZCAX1Cf4WDIgkgB4aEJA0gB0IAUgRAIw4gCULAACAHfYiEJA4LDAELQgEgB4YhCUEIIQIDQCACIAVJBEAgAiAEai0AACADQRhqIAJqLQAARw0CIAJBAWohAgwBCwsgBkECRgRAIwkgCYQkCQUgBkEBRgRAIwggCYQkCCAHp0EBdCAFOwGAAgUjBSAJg1AEQCMFIAmEJAUgB6dBAXQgBTsBgAELCwsLCyADLwEcIQIMAQsLDAELCwvDEwMJfxB+DXtB4AD9AAQAISJB8AD9AAQAISEjFyEKIxghCSMZIQsjGiESIxshD0GAgAEhACMWIgdBgIBAayICIwwiASABIAJLGyEGIAf9AAQw/QwfHx8fHx8fHx8fHx8fHx8f/U4iGv0MEBAQEBAQEBAQEBAQEBAQEP1RIRlBAP0ABAAiICAa/Q5BEP0ABAAiHyAZ/Q79UCEkQSD9AAQAIh4gGv0OQTD9AAQAIh0gGf0O/VAhI0HAAP0ABAAiHCAa/Q5B0AD9AAQAIhsgGf0O/VAhJQNAIAYgB00gAEGwygZLckUEQEIAIQ5CACENQgAhE0EAIQgDQCAIQcAASQRAIA79DCQmJiYmJiYmJiYGAwITAgsgB0FAayAIav0ABAAiGv0MDw8PDw8PDw8PDw8PDw8PD/1O/Q79DAAAATACDAIEAAAAAAAAAAAgGkEE/W39Dv1OIhn9DAAAAAAAAAAAAAAAAAAAAAD9J/1krCAIrSIMhoQhDiANIBlBAv2LAf1krCAMhoQhDSAa/QwfHx8fHx8fHx8fHx8fHx8f/U4iGv0MEBAQEBAQEBAQEBAQEBAQEP1RIRkgEyAkICAgGv0OIB8gGf0O/VAiJP0NDQ4PEBESExQVFhcYGRobHCAjIB4gGv0OIB0gGf0O/VAiI/0NDg8QERITFBUWFxgZGhscHf1OICUgHCAa/Q4gGyAZ/Q79UCIl/Q0PEBESExQVFhcYGRobHB0eICIgGv0OICEgGf0O/VD9Tv1O/QwAAAAAAAAAAAAAAAAAAAAA/SP9ZKwgDIaEIRMgCEEQaiEIDAELCyAOIA5CAYiDIhFCAoggEYMiDEIEiCAMgyIQQjiGIAxCPIYgEUI+hiAKIA5CP4YgCkIBiISDIhZCAoiEIBaDIgxCBIiEIAyDIgxCCIiEIAyDIgwgCkIBhiAShEJ/hYMgDCAQIBBCCIiDQjiGIAxCCIiEg0J/QgAgCSANhEIAUhuEgyEVQgAhGCATQn+FIgxCPYYgC0IDiIQiC0IAUgR+IAcgCxAcIwUjCCMJhIQhGCAPIw2EIQ8jDgVCAAsgD0IAUgR+IA8gB/0ABAAiGf0MPT09PT09PT09PT09PT09Pf0jIBn9DDo6Ojo6Ojo6Ojo6Ojo6Ojr9I/1Q/WSsIAf9AAQQIhn9DD09PT09PT09PT09PT09PT39IyAZ/Qw6Ojo6Ojo6Ojo6Ojo6Ojo6/SP9UP1krEIQhoQgB/0ABCAiGf0MPT09PT09PT09PT09PT09Pf0jIBn9DDo6Ojo6Ojo6Ojo6Ojo6Ojr9I/1Q/WSsQiCGhCAH/QAEMCIZ/Qw9PT09PT09PT09PT09PT09/SMgGf0MOjo6Ojo6Ojo6Ojo6Ojo6Ov0j/VD9ZKxCMIaEIhAgB0EBayIBLQAAQT1GBH9BAQUgAS0AAEE6RgutIBBCAYaEQn+Fg4MFQgALIhQgFSAYhIQhFwNAIBdCAFIEQEIBIBd6IhOGIRIgByATp2ohAiASIBeFIRcgEiAVg0IAUgRAIBNQBH4gCgUgDkLAACATfYYgCiATiIQLIBNQBH4gCQUgDULAACATfYYgCSATiIQLIRBCf4UiEUIAUgR/IBBCASAReiIQhkIBfYNCAFIEf0EBBSAQQhhaBH8gAiACIBCnahALBUEACwsEfyAAIAIgAiAQp2ogDyASgxAJBSAACwX9DCQmJiYmJiYmJiYGAwITAgsgAkFAayII/QAEACIZ/QwPDw8PDw8PDw8PDw8PDw8P/U79Dv0MAAABMAIMAgQAAAAAAAAAACAZQQT9bf0O/U79DAAAAAAAAAAAAAAAAAAAAAD9J/1kQX9zQf//A3EhAQNAIAFFBED9DCQmJiYmJiYmJiYGAwITAgsgCEEQaiII/QAEACIZ/QwPDw8PDw8PDw8PDw8PDw8P/U79Dv0MAAABMAIMAgQAAAAAAAAAACAZQQT9bf0O/U79DAAAAAAAAAAAAAAAAAAAAAD9J/1kQX9zQf//A3EhAQwBCwsgCCABaGohBSAQQgBSBEBBASEIBSACIQECQANAIAEgBUkEQCAB/QAEAP0MMDAwMDAwMDAwMDAwMDAwMP1x/QwKCgoKCgoKCgoKCgoKCgoK/Sb9ZCEEQQEhCCAFIAFrIgNBEEkEfyAEQQEgA3RBAWtxBSAECw0CIAFBEGohAQwBCwtBACEICwsgCAR/QQEFIAIgBRALCwR/IAAgAiAFIA8gEoMQCQUgAAsLIQALIBgjCIMgEoNCAFIEQCACIBOnQQF0LwGAAmohASAAQQE2AgAgACACIwBrNgIEIAAgASMAazYCCCAAQQxqIQALIBgjCYMgEoNCAFIEQCACQYMCaiEFIAJBA2ohAQNAIAEgBUkEQAJAIAH9AAQAIhn9DCAgICAgICAgICAgICAgICD9KiAZ/QwiIiIiIiIiIiIiIiIiIiIi/SMgGf0MJycnJycnJycnJycnJycnJ/0jIBn9DGBgYGBgYGBgYGBgYGBgYGD9I/1Q/VD9UCAZ/Qw6Ojo6Ojo6Ojo6Ojo6Ojo6/SP9UP1kIgMEQCABIANoaiEBDAELIAFBEGohAQwCCwsLIAEgBU8Ef0EBBSABLQAAQTpHCwR/QQAFIAFBAWoiBCMUTyIBBEAgBCMQTSEBCyMQIAQgARshCANAIAUgCEsEQAJAIAj9AAQAIhn9DCAgICAgICAgICAgICAgICD9KiAZ/QwiIiIiIiIiIiIiIiIiIiIi/SMgGf0MJycnJycnJycnJycnJycnJ/0jIBn9DGBgYGBgYGBgYGBgYGBgYGD9I/1Q/VD9UCAZ/QxAQEBAQEBAQEBAQEBAQEBA/SP9UP1kIgMEQCAIIANoaiEIDAELIAhBEGohCAwCCwsLIAFFBEAgBCQUCyAIJBAgCEEBakEAIAUgCEsEfyAILQAAQcAARgVBAAsbCyIBBEAgAEECNgIAIAAgAiMAazYCBCAAIAEjAGs2AgggAEEMaiEACwsgEiAUg0IAUgRAIAAgAhAWIQALIBgjBYMgEoNCAFIEQCACIBOnQQF0LwGAAWohAQJ/IxEEfyACEAIFQQELBEAgAEEMNgIAIAAgAiMAazYCBCAAIAEjAGs2AgggAEEMagwBCyABLQAAQSBGBH8gAEEENgIAIAAgAiMAazYCBCAAIAEjAGs2AgggAEEMagUgAAsLIQALDAELCyAKQn+FIBZCAYiDIAlCAYggCUICiISDIgl7QgNaBEAgACAHIAogCRAVIQALIApCP4ghEiEPIA4hCiANIQkgDCELIAdBQGshBwwBCwsgByQWIAokFyAJJBggCyQZIBIkGiAPJBsgAEGAgAFrQQxuQQF0IwwgB01yC50BACAAIAFqJAwgACQSIxIkACMMJAsgAkEARyQRIANBAEckHUEAJA8gACQDIABBQGoiAkEAQcAA/AsAIwxBAEGABPwLACACJBZCACQZQgAkGEIAJBdCACQbQgAkGkEAJBRBACQQQcAAIAEgAUHAAE8bIQJBACEBAn8DQCABIAJJBEBBASAAIAFqLQAARQ0CGiABQQFqIQEMAQsLQQALC4gFAQZ/A0AgBUEMSQRAAkAgACAFQQNuQQJ0aiIELQAAIgJBwQBrIgFBGkkNACACQeEAayIBQRpJBEAgAUEaaiEBDAELIAJBMGsiAUEKSQRAIAFBNGohAQwBC0E+IQEgAkEtRiACQStGcg0AQT9BgAggAkHfAEYgAkEvRnIbIQELIAEiAkECdAJAIAQtAAEiBkHBAGsiAUEaSQ0AIAZB4QBrIgFBGkkEQCABQRpqIQEMAQsgBkEwayIBQQpJBEAgAUE0aiEBDAELQT4hASAGQS1GIAZBK0ZyDQBBP0GACCAGQd8ARiAGQS9GchshAQsgASIDQQR2ciIBRSAFQQFxcSABQQlGIAFBIGtB3wBJciABQQpGciABQQ1GcnJFBEBBAA8LAkAgBC0AAyIGQcEAayIBQRpJDQAgBkHhAGsiAUEaSQRAIAFBGmohAQwBCyAGQTBrIgFBCkkEQCABQTRqIQEMAQtBPiEBIAZBLUYgBkErRnINAEE/QYAIIAZB3wBGIAZBL0ZyGyEBCwJAIAQtAAIiBkHBAGsiBEEaSQ0AIAZB4QBrIgRBGkkEQCAEQRpqIQQMAQsgBkEwayIEQQpJBEAgBEE0aiEEDAELQT4hBCAGQS1GIAZBK0ZyDQBBP0GACCAGQd8ARiAGQS9GchshBAsgASAEIAIgA3JyckE/SwRAQQAPCyADQQR0IARBAnZyQf8BcSICRSAFQQFqQQFxcSACQQlGIAJBIGtB3wBJciACQQpGciACQQ1GcnIEfyAEQQZ0IAFyQf8BcSIBRSAFQQJqQQFxcSABQQlGIAFBIGtB3wBJciABQQpGciABQQ1GcnIFQQALRQRAQQAPCyAFQQNqIQUMAQsLQQELuAUCCn8CfgJ/QQYjAiICKQMAQqDAgIGChIiQIIQiDUL///////8/gyIMQuTSnau2jh1RIAxC4sqFk9fMHFFyIAxC4eCl29asHlFyDQAaQQUgDUL//////x+DIgxC9N6tq+YNUSAMQuLCzcu2DFFyIAxC78LVo4cNUXINABpBBCANQv////8Pg0Lu6LHrBlENABpBCUEAIA1C7sqd+8au2rD0AFEbCyIDIAJqLQAAIQIjBEEBIAMEfyACQStGIAJBIEZyBUEACyICGwR/QQAFIwEtAABBIEYLBH8jASMCa0EJTQVBAAsEQEEBDwsgAkUiBARAIwEhAyMCIQQCfwNAIAMgBEsEQEEBIAQtAAAiAkEJRiACQSBGciACQf8AS3INAhogBEEBaiEEDAELC0EACyEECyMBIQMjAiECAkADQCACIANJBEBBASEIIAItAABBPUYEf0EBBSACLQAAQTpGCw0CIAJBAWohAgwBCwtBACEICyAEBH9BAQUjASEJQQAhAiMCIQcCfwNAIAcgCUkEQEEAIActAAAiBUEwa0H/AXFBCkkNAhogBUEfcUEAIAVBIHJB4QBrQf8BcUEaSRshAyAFQeAASyELIAIEfyALQQEgChtFIANFcgVBAAsEQEEAIAZBG2wgAmpBG2wiAkEDdkGAxABqLQAAIAJBB3F1QQFxRQ0DGkEAIQZBACECC0EAIAJBACADGwR/IAZBG2wgAmpBG2wgA2oiBUEDdkGAxABqLQAAIAVBB3F1QQFxBUEBC0UNAhogAkEAIAMbIQYgC0EAIAMiAhshCiAHQQFqIQcMAQsLIAIEfyAGQRtsIAJqQRtsIgJBA3ZBgMQAai0AACACQQdxdUEBcQVBAQsLC0UEQCAIBH9BAQUgACABEBALDwsjBEUEQCMBJA8LIARBASAIQQAjBBsbRQu8AwIDfwF+QYCAAf0MahQRDgwmBwcKGRIDEAoaG/0LBABBkIAB/QwOAxcYHQoEAwMFBwkDCAIC/QsEAEEBIQEDQCAAIAFPBEAgAUEGdEGA1ChqIgIzARgiBEIIWgR+Qn8FQgEgBEIDhoZCAX0LIQQgAiAENwMIIAJCACAEQqDAgIGChIiQIIMgAi8BGhs3AxAgAiACKAIAQaDAgAFyQf///wdxQbHz3fF5bEEUdkEBdCICLwGABDsBHCACIAE7AYAEIAFBAWohAQwBCwsgACEBA0AgAQRAIAFBBnRBgNQoahAOIAFBAWshAQwBCwsDQCADQQNJBEBBASEBA0AgACABTwRAIAFBBnRBgNQoaiICIAItAB5BABAPIAIQDiABQQFqIQEMAQsLIANBAWohAwwBCwtBACEAA0AgAEEESQRAQQAhAQNAIAFBIEkEQEEAIQJBACEDA0AgA0EISQRAIAJBASADdHIgAiADQQJ0IABqQcgAbEGggAFqIgIgAUEBdGovAQAgAkFAay8BAGobIQIgA0EBaiEDDAELCyABIABBBXRqIAI6AAAgAUEBaiEBDAELCyAAQQFqIQAMAQsLCw==";
// packages/kernel/src/web-assembly.ts
function compile(bytes) {
  return new (webAssembly()).Module(bytes);
}
function instantiate(module) {
  return new (webAssembly()).Instance(module).exports;
}
function webAssembly() {
  return globalThis.WebAssembly;
}
function grow(memory, size) {
  const missing = size - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / 65536));
}
// packages/kernel/src/instance.ts
var compiled;
function newInstance() {
  compiled ??= compile(wasmBytes());
  return instantiate(compiled);
}
function wasmBytes() {
  const text = atob(WASM);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
// packages/kernel/src/literals.ts
var NODES = 16384 + 12 * 8192 + 16384 + 2048 + 8192 + 64 * 8192 + 512;
var NODE = 64;
var HEAD = 8;
var REST = 32;
function writeLiterals(memory, prefixes) {
  const literals = literalsOf(prefixes).sort((a, b) => a.text.length - b.text.length);
  const end = NODES + (literals.length + 1) * NODE;
  grow(memory, end);
  const view = new DataView(memory.buffer);
  const bytes = new Uint8Array(memory.buffer);
  literals.forEach((literal, index) => {
    writeNode(bytes, view, NODES + (index + 1) * NODE, literal);
  });
  return { count: literals.length, end };
}
function literalsOf(prefixes) {
  const unfit = prefixes.find((text) => !/^[\x21-\x7e]{3,40}$/.test(text));
  if (unfit !== void 0) {
    throw new InternalError(`the prefix ${JSON.stringify(unfit)} is not 3 to 40 printable characters`, {
      code: "ERR_KERNEL_PREFIX"
    });
  }
  return [
    ...STEMS.map((text) => ({ text, kind: KINDS.stem })),
    ...ARMOR.map((text) => ({ text, kind: KINDS.armor })),
    { text: AUTHORITY, kind: KINDS.authority },
    ...[...new Set(prefixes)].map((text) => ({ text, kind: KINDS.prefix }))
  ];
}
function writeNode(bytes, view, at, { text, kind }) {
  for (let k = 0; k < text.length; k++) bytes[at + (k < HEAD ? k : REST - HEAD + k)] = text.charCodeAt(k);
  view.setUint16(at + 24, text.length, true);
  view.setUint16(at + 26, kind, true);
}
// packages/kernel/src/run-heads.ts
var TABLE = 16384;
var WHOLES = 16384 + 12 * 8192 + 16384 + 2048 + 8192 + 64 * 8192;
var WHOLE = 32;
var MOST_WHOLES = 16;
var LOOKED_AT = 8;
var MOST_LENGTH = 65535;
function writeChoice({ memory, clearValues, readValues, prepareWholes }, { heads, wholes }) {
  if (wholes.length > MOST_WHOLES) return false;
  writeWholes(memory, wholes);
  prepareWholes(wholes.length);
  clearValues();
  const room = new Uint8Array(memory.buffer, TABLE, LONGEST_TABLE);
  const encoder = new TextEncoder();
  return heads.every((table) => table.length <= LONGEST_TABLE && readValues(encoder.encodeInto(table, room).written) !== 0);
}
function writeWholes(memory, wholes) {
  const view = new DataView(memory.buffer);
  const bytes = new Uint8Array(memory.buffer);
  wholes.forEach(({ least, most, mark: mark2 }, index) => {
    const at = WHOLES + index * WHOLE;
    writeText(bytes, at, mark2);
    bytes.fill(0, at + 8, at + 8 + LOOKED_AT).fill(255, at + 8, at + 8 + Math.min(mark2.length, LOOKED_AT));
    view.setUint16(at + 16, Math.min(least, MOST_LENGTH), true);
    view.setUint16(at + 18, Math.min(most, MOST_LENGTH), true);
  });
}
function writeText(bytes, at, text) {
  const length = Math.min(text.length, LOOKED_AT);
  for (let k = 0; k < length; k++) bytes[at + k] = text.charCodeAt(k);
  bytes.fill(0, at + length, at + LOOKED_AT);
}
// packages/kernel/src/wording.ts
var TRIPLES = 8704;
var NAMES = 11264;
var CARRIERS = 11776;
var INTRODUCERS = 12288;
var ENTRY = 8;
function writeWording({ buffer }, { triples, names, carriers, introducers }) {
  new Uint8Array(buffer, TRIPLES, NAMES - TRIPLES).set(triples);
  const view = new DataView(buffer);
  writeList(view, NAMES, names, writePart);
  writeList(view, CARRIERS, carriers, writeLetters);
  writeList(view, INTRODUCERS, introducers, writePart);
}
function writeList(view, list, words22, write52) {
  view.setUint32(list, words22.length, true);
  words22.forEach((word, index) => {
    write52(view, list + 4 + index * ENTRY, word);
  });
}
function writePart(view, at, part) {
  for (let k = 0; k < 4; k++) {
    view.setUint8(at + k, k < part.length ? part.charCodeAt(k) : 0);
    view.setUint8(at + 4 + k, k < part.length ? 255 : 0);
  }
}
function writeLetters(view, at, word) {
  for (let k = 0; k < ENTRY; k++) view.setUint8(at + k, k < word.length ? word.charCodeAt(k) : 0);
}
// packages/kernel/src/open.ts
var OUT = 16384;
var OUT_WORDS = 3 * 8192;
var BEFORE = 64;
var BEHIND = 512;
var ALIGNMENT = 64;
var ASIDE = 1 << 20;
function openKernel(prefixes = []) {
  const exports = newInstance();
  const { memory, prepare, prepareWording, begin: begin2, next } = exports;
  const { count: count22, end: free } = writeLiterals(memory, prefixes);
  prepare(count22);
  const aside2 = align(free + BEFORE);
  const input = align(aside2 + ASIDE + BEHIND + BEFORE);
  let spots = new Uint32Array(memory.buffer, OUT, OUT_WORDS);
  let known2;
  let fits2 = false;
  function choose(choice) {
    if (choice === void 0) return false;
    if (choice !== known2) {
      fits2 = writeChoice(exports, choice);
      if (choice.wording !== void 0) writeWording(memory, choice.wording);
      prepareWording(choice.wording === void 0 ? 0 : 1);
      known2 = choice;
    }
    return fits2;
  }
  function room(length) {
    grow(memory, input + length + BEHIND);
    return new Uint8Array(memory.buffer, input, length);
  }
  function scanAt(start2, length, found, choice, code) {
    if (spots.buffer !== memory.buffer) spots = new Uint32Array(memory.buffer, OUT, OUT_WORDS);
    const out = spots;
    const nul = begin2(start2, length, choose(choice), code) !== 0;
    for (let done = false; !done; ) {
      const answer = next();
      done = (answer & 1) === 1;
      const words22 = (answer >>> 1) * 3;
      for (let at = 0; at < words22; at += 3) {
        const what = out[at];
        found(ANCHORS[what & 7], out[at + 1], out[at + 2], what >>> 3);
      }
    }
    return nul;
  }
  function scan2(length, found, choice, code = false) {
    grow(memory, input + length + BEHIND);
    return scanAt(input, length, found, choice, code);
  }
  function scanAside(bytes, found, choice, code = false) {
    if (bytes.length > ASIDE) return false;
    grow(memory, input);
    new Uint8Array(memory.buffer, aside2, bytes.length).set(bytes);
    scanAt(aside2, bytes.length, found, choice, code);
    return true;
  }
  return { room, scan: scan2, scanAside };
}
function align(address) {
  return Math.ceil(address / ALIGNMENT) * ALIGNMENT;
}
// packages/kernel/src/aside.ts
var ROUNDS = 16384;
var STATE = ROUNDS + 256;
var INPUT = ROUNDS + 1024;
var INPUT_BYTES = 65536;
var opened;
function aside() {
  opened ??= open();
  return opened;
}
function open() {
  const { memory, digest: digest2, newlines: newlines2, units: units2 } = newInstance();
  grow(memory, INPUT + INPUT_BYTES);
  return {
    input: new Uint8Array(memory.buffer, INPUT, INPUT_BYTES),
    rounds: new Uint32Array(memory.buffer, ROUNDS, 64),
    state: new Uint32Array(memory.buffer, STATE, 8),
    digest: (length) => digest2(INPUT, INPUT + length),
    newlines: (length) => newlines2(INPUT, INPUT + length),
    units: (length) => units2(INPUT, INPUT + length)
  };
}
// packages/kernel/src/sha256.ts
var BLOCK = 64;
var LEAST_PADDING = 9;
var start;
function sha256(message) {
  const machine = aside();
  const { input, state, digest: digest2 } = machine;
  begin(machine);
  const most = input.length - 2 * BLOCK;
  let at = 0;
  for (; message.length - at >= most; at += most) {
    input.set(message.subarray(at, at + most));
    digest2(most);
  }
  const rest = message.subarray(at);
  input.set(rest);
  digest2(pad(input, rest.length, message.length));
  const bytes = new Uint8Array(32);
  const view = new DataView(bytes.buffer);
  state.forEach((word, index) => {
    view.setUint32(index * 4, word);
  });
  return bytes;
}
function begin({ rounds, state }) {
  if (start === void 0) {
    const found = primes(64);
    rounds.set(found.map((prime) => fraction(Math.cbrt(prime))));
    start = Uint32Array.from(found.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
  }
  state.set(start);
}
function pad(input, rest, length) {
  const end = rest + LEAST_PADDING + BLOCK - 1 & ~(BLOCK - 1);
  input.fill(0, rest, end);
  input[rest] = 128;
  const view = new DataView(input.buffer, input.byteOffset);
  view.setUint32(end - 8, Math.floor(length / 2 ** 29));
  view.setUint32(end - 4, length << 3);
  return end;
}
function fraction(root) {
  return Math.floor(root % 1 * 2 ** 32);
}
function primes(count22) {
  const found = [];
  for (let candidate = 2; found.length < count22; candidate++) {
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  }
  return found;
}
// packages/kernel/src/text-counts.ts
function newlines(bytes, from2, to) {
  return summed(bytes, from2, to, aside().newlines);
}
function units(bytes, from2, to) {
  return summed(bytes, from2, to, aside().units);
}
function summed(bytes, from2, to, count22) {
  const { input } = aside();
  let sum5 = 0;
  for (let at = from2; at < to; at += input.length) {
    const piece = bytes.subarray(at, Math.min(at + input.length, to));
    input.set(piece);
    sum5 += count22(piece.length);
  }
  return sum5;
}
// packages/checks/src/secrets/context/any-value.ts
var ANY_VALUE = /[\x21-\x7e]{4,512}/y;
// packages/checks/src/secrets/context/name-rules.ts
var KINDS2 = [
  {
    id: "assigned-password",
    title: "password beside its name",
    description: "Whoever reads this line knows a password.",
    rotate: "Change the password where it is used, and hand it to the job at run time instead.",
    example: (make) => `db_password=${make.chars("a-z", 8)}${make.chars("0-9", 2)}${make.chars("b-df-hj-np-tv-z", 6)}`,
    counter: ["db_password=", "{PASSWORD}"].join("$")
  },
  {
    id: "assigned-token",
    title: "token beside its name",
    description: "Whoever reads this line can act with the token in it.",
    rotate: "Revoke the token where it was issued, and lease one for the length of the job instead.",
    example: (make) => `deploy_token=${make.chars("A-Za-z0-9", 12)}7${make.chars("A-Za-z0-9", 15)}`,
    counter: "deploy_token=<token>"
  },
  {
    id: "assigned-secret",
    title: "secret beside its name",
    description: "Whoever reads this line knows what the software keeps secret.",
    rotate: "Make another secret where this one is used, and hand it to the job at run time instead.",
    example: (make) => `client_secret=${make.chars("A-Za-z0-9", 14)}3${make.chars("A-Za-z0-9", 13)}`,
    counter: "client_secret={{ client_secret }}"
  },
  {
    id: "assigned-key",
    title: "key beside its name",
    description: "Whoever reads this line can call what the key opens.",
    rotate: "Make another key where this one was issued, and delete this one.",
    example: (make) => `api_key=${make.chars("A-Za-z0-9", 18)}5${make.chars("A-Za-z0-9", 13)}`,
    counter: "api_key=your-api-key"
  },
  {
    id: "assigned-credential",
    title: "credential beside its name",
    description: "Whoever reads this line can sign in with what stands in it.",
    rotate: "Replace it where it is used, and hand it to the job at run time instead.",
    example: (make) => `auth=${make.chars("A-Za-z0-9", 16)}4${make.chars("A-Za-z0-9", 15)}`,
    counter: "auth=basic"
  },
  {
    id: "authorization-value",
    title: "credential of an HTTP header",
    description: "Whoever reads this line can send the same requests.",
    rotate: "Revoke what the header carries where it was issued, and lease one for the length of the job instead.",
    example: (make) => `Authorization: Bearer ${make.chars("a-f0-9", 20)}7${make.chars("a-f0-9", 19)}`,
    counter: "Authorization: Bearer <token>"
  },
  {
    id: "connection-string-password",
    title: "password in a connection string",
    description: "Whoever reads this line can open the database.",
    rotate: "Change the password of that user in the database, and connect with an identity instead.",
    example: (make) => `Server=db.shop.net;User Id=shop;Password=${make.chars("a-z", 6)}${make.chars("0-9", 3)}${make.chars("b-df-hj-np-tv-z", 7)};`,
    counter: "Server=db.shop.net;User Id=shop;Password={0};"
  }
];
var NAME_RULES = KINDS2.map(({ id, title, description, rotate, example, counter }) => ({
  id,
  title,
  description,
  severity: "medium",
  tier: "contextual",
  prefixes: [],
  shape: ANY_VALUE,
  remedy: { rotate },
  examples: (make) => ({ positive: [example(make)], negative: [counter] })
}));
var byId = new Map(NAME_RULES.map((rule) => [rule.id, rule]));
var CONNECTION = /(?:server|data source|host|user id|uid|database|initial catalog)\s*=[^;]{1,80};/i;
function ruleFor({ name, scheme, around }) {
  const { before, after } = around();
  return byId.get(idFor(name.toLowerCase(), scheme, before, after));
}
function idFor(name, scheme, before, after) {
  if (scheme !== "" || /^(?:bearer|basic|ntlm)$/.test(name)) return "authorization-value";
  if (/pass|pwd|pw$/.test(name))
    return CONNECTION.test(before) || CONNECTION.test(after) ? "connection-string-password" : "assigned-password";
  if (name.includes("token")) return "assigned-token";
  if (name.includes("secr")) return "assigned-secret";
  return name.includes("key") ? "assigned-key" : "assigned-credential";
}
// packages/checks/src/secrets/context/vendor-shape.ts
var CLASSES = {
  d: ["0-9", "0-9"],
  x: ["0-9a-f", "0-9a-f"],
  X: ["0-9A-Fa-f", "0-9a-f"],
  u: ["0-9A-Z", "0-9A-Z"],
  l: ["0-9a-z", "0-9a-z"],
  a: ["0-9A-Za-z", "0-9A-Za-z"],
  w: ["0-9A-Za-z_-", "0-9A-Za-z"],
  b: ["0-9A-Za-z+/=", "0-9A-Za-z"],
  t: ["0-9A-Za-z._~+/=:-", "0-9A-Za-z"],
  p: ["!#-&(-_a-~", "0-9A-Za-z"]
};
var PIECE = /'([^']{1,20})'|([dxXulawbtp])(\d{1,3})(?:-(\d{1,3}))?/g;
var UUID = "a8'-'a4'-'a4'-'a4'-'a12";
var SHORT = 16;
function piecesOf(shape) {
  return [...(shape === "U" ? UUID : shape).matchAll(PIECE)].map(
    ([, text, name, least, most]) => text === void 0 ? [name, Number(least), Number(most ?? least)] : text
  );
}
function shapePattern(shapes) {
  const rows = shapes.map(
    (shape) => piecesOf(shape).map(
      (piece) => typeof piece === "string" ? piece.replaceAll(".", "\\.") : `[${CLASSES[piece[0]]?.[0]}]{${piece[1]}${piece[1] === piece[2] ? "" : `,${piece[2]}`}}`
    ).join("")
  );
  return new RegExp(`^(?:${rows.join("|")})$`);
}
function shapeExample(shape, make) {
  return piecesOf(shape).map(
    (piece) => typeof piece === "string" ? piece : make.chars(CLASSES[piece[0]]?.[1] ?? "", piece[1] > 8 ? piece[1] : Math.min(piece[2], SHORT))
  ).join("");
}
// packages/checks/src/secrets/context/vendors.ts
var VENDORS = `
abstract/l32 abuseipdb/l80 abyssale/a40 accuweather/p35|a32 adafruit/w32 adobe/X32|t12|l32 adzuna/l32 aeroworkflow/p20 agora/l32
aha/x64 airbrake/w40|w32 airship/a91 airtable/a1-200'.v1.'w1-200'.'X1-200|a17 airvisual/w36 aiven/b372
alchemy/t32-36|w24-64|a23'_'a8 alconost/a32 alegra/w20 aletheiaapi/u32 algolia/a32 alibaba,aliyun/a30-64 alienvault/l64
allsports/l64 amadeus/a16|a32 ambee/x64 amplitude/X32 anypoint/U|X32 apacta/w36 api2cart/x32 apideck/a40 apiflash/l32
apifonica/a11'-'a4'-'a4'-'a4'-'a12|l11'-'l4'-'l4'-'l4'-'l12 apify/a36 apilayer/a32 apimatic/w64 apimetrics/a32 apitemplate/a39
apollo/w22 appcenter/X40 appcues/w36|w39 appointedd/b88 appoptics/w71 appsynergy/a64 apptivo/w32|w36
artifactory,bintray,jfrog,xray/a73|a64 artsy/a20|a32 asana/t18-200 assemblyai/a32 atera/a32 atlassian,confluence,jira/a20X4|U|w24
audd/w32 auth0/w32-60|w64-200 authress/t59-204 autodesk/a16|a32 autoklose/w32 autopilot/X32 avaza/d1-10'-'X40 aviationstack/a32
aws/b40 axonaut/a32 aylien/l32 ayrshare/u8'-'u8'-'u8'-'u8|a8'-'a8'-'a8'-'a8
azure,openai/U|b86'=='|t3d1'Q.'t31-34|a84|b83-85a1'=='|w20-56 azurenotificationhub/b32-88b0-2 azureopenai/X32
azurestorage/t86-90|t86-88b0-2 bannerbear/a22'tt' baremetrics/t21-28 baseten/a8'.'a32 beamer/t45'='|'b_'t44 beebole/a40
besnappy/X64 besttime/w36 betterstack/a24 billomat/x32 bitbar/a32 bitbucket/t44|t64|a30-40 bitcoinaverage/a43 bitfinex/w43
bitly/w40 bitmex/w24|w48 bitrise/w60-120 bittrex/a32 blazemeter,runscope/U blitapp/w39 blocknative/U blogger/w39 blynk/w32|w40
bombbomb/b88 boostnote/X64 borgbase/t148-152 box/a32 braintree/x32|l16 brandfetch/p43'='|a40 browserstack/a20 browshot/w28
bscscan/a34 buddyns/a40 budibase/X32'-'X78-80|x32'-'x78-80 bugherd/a22 bugsnag/U buildkite/l40 bulbul/a32 bulksms/w37|p29
buttercms/a40 calendarific/a32 calorieninja/a40 campayn/a64 canny/U capsulecrm/t64 captaindata/x64|U carboninterface/a21
cashboard/u3'-'u3'-'u3'-'u3 caspio/l50 censys/a32|w36 centralstation,centralstationcrm/a30 cexio/a24-27 chartmogul/a32 chatbot/w32
chatfuel/a128 checklyhq/a32 checkvist/a14 cicero/a40 circle,circleci/X40 civo/a50 clarifai/X32-36|a32 clay/X20 clearbit/w35
clickhelp/a24 clickhouse/a20 cliengo/U clientary,ronin/a24-26 clinchpad/l32 clockify/a48 clockwork,textanywhere/a24
cloudelements/a43|l32 cloudflare/X37|w38-42|x37-45 cloudimage/w30 cloudinary/w27|a32 cloudmersive/w36 cloudplan/w32
cloudsight/a20-24 cloudsmith/X40 cloverly/t28 cloze/x32 clustdoc/a60 coda/U codacy/a20-24 codeclimate/x40|x64 codecov/w36|a32
codemagic/w43 codequiry/w64 cohere/a40 coinapi/w36 coinbase/w32|w64 coinlayer/a32 coinlib/a16 collect2/U commercejs/w48
commodities/a60 companyhub/a20 configcat/w22'/'w22 confluent/b64|a16 contentful/t43|w43-45 conversiontools/'ey't157-165
convertapi/a16 convertkit/w22 convier/d2p1a40 copper/l32 couchbase/b60-120b0-2 countrylayer/a32 coveralls/w37 craftmypdf/a35
crowdin/a80 cryptocompare/w64 currencycloud/l64 currencyfreaks/a32 currencylayer/a32 currencyscoop/a32 currentsapi/t48
customerio/X32|a20 cypress/U daily/X64 dandelion/a32 dareboost/a60 databox/b21 datadog/w40|w32 datagov/a40 debounce/a13 deepai/w36
deepgram/a40 delighted/a20-40 demio/a32 deputy/l32 detectify/a32 detectlanguage/a32 deviantart/X32|a40-80 dfuse/a32 diffbot/a32
diggernaut/a40 digitalocean/w64 discord/X64|t32|w24'.'w6'.'w27 disqus/a64
ditto/a8'-'a4'-'a4'-'a4'-'a12'.'a40|l8'-'l4'-'l4'-'l4'-'l12'.'l40 django/p45-55 dnscheck/w36|a32 docker/U docparser/X40
dovico/l32'.'l1-200 dronahq/a50 drone,droneci/t32-200 dropbox/a11'AAAAAAAAAA't43|a15 duo/'DI'u18|a40 duply/u7'-'u7'-'u7'-'u7|U
dwolla/w50 dynalist/w128 dyspatch/a52 eagleeyenetworks/a15 easyinsight/a20 ebay/w1-200'-'w1-200'-PRD-'x8-12'-'x8-12 edamam/l32
edenai/a36'.'a92'.'w43 eightxeight/a43|w18-30 elasticemail/w96 enablex/a36|l24 enigma/a40 envoy/a220 eraser/a20 etherscan/a34
ethplorer/w22 etsy/a24|a24':'a10-64 eventbrite/a20 everhour/X4'-'X4'-'X6'-'X6'-'X8|X4'-'x4'-'x6'-'x6'-'x8 exchangerate/a24
exchangerates/a32 exoscale/w40-60 exportsdk/w36|l5-15'_'w36 extractorapi/w40 facebook/a32|t43-57|d15-16p1w27-40 faceplusplus/w32
fastforex/w28 fastly/t32 feedier/a32 fetchrss/t40 fibery/x8'.'x35
figma/t41|X4'-'X8'-'X4'-'X4'-'X4'-'X12|d6'-'l8'-'l4'-'l4'-'l4'-'l12 fileio/t39|a20'.'a20 finage/a32 financialmodelingprep/a32
findl/U finicity/X32|a20 finnhub/a20 fixer/a32 flat/a128 fleetbase/a20 flickr/a32 flightapi/a24 flightlabs/'ey'a34'.ey't300-350
flightstats/l32 float/X16b42-43'='|x16b42-43'=' flowflu/a51 flyio/t47-200 fmfw/w32 formbucket/a8-200'.'a8-400'.'w8-100
formcraft/a16 formsite/a32 foursquare/a48 frameio/w64 freshbooks/a64 freshdesk/a20 freshworks/w22 front/a36'.'t188-244 fulcrum/a80
fullstory/t88 fxmarket/t20 gcp/a35-40 geckoboard/a44 gengo/p64 geoapify/a32 geocode/a28 geocodify/a40 geocodio/l39 getemail/w20
getemails/w18|w26 getgeoapi/a40 getgist/b68 getresponse/a32 getsandbox/w15-30|w40 gitalk/x20 gitea/X40 github/a20|a40|'gh'l1'_'a36
gitlab/a1t19-21 gitter/w40 glassnode/a27 glm,zai,zlm/X32'.'a16 gocanvas/b43'=' goodday/a32 graph/l25 graphhopper/w36 greptile/b48
groove/a64 gtmetrix/X32 guardian/U gumroad/t43-64 guru/a30|a50|U gyazo/w43 happyscribe/a24 harvest/t97
hashicorp,vault/a14'.atlasv1.'t60-70|b44|'b.'w24-500|'r.'w24-500|'s.'w24-128 hasura/a64 hellosign/t64 helpcrunch/t328
helpscout/a20-64 hereapi/w43 heroku/U hive/a17|l32 hiveage/w20 holidayapi/w36 holistic/X64 honeycomb/t22-32 hostio/l14
html2pdf/a64 hubspot/U humanity/a40 hunter/w40 hybiscus/a43 hypertrack/w27|w54 ibm/w42-44 iconfinder/a64 iexcloud/w35 imagekit/t36
imagga/b72 impala/w46 influx/t88-200 infomaniak/w60-100 infura/a32 insightly/w36 instabot/b43b1 instamojo/a128|a40
instantly/b66'==' intercom/b59'='|t60 interseller/U intrinio/a44 invoiceocean/a20 ip2location/a32 ipapi/a32 ipgeolocation/a32
ipifi/w32 ipinfo/X14 ipinfodb/a64 ipquality/a32 ipstack/t32 iterable/a32-36 jenkins/t32-36|x30-36 jira/w24 jotform/a32
jumpcloud/a40 jupiterone/a76 juro/a40 kagi/w11'.'w43 kanban/u12 kanbantool/u12 karma/a20 keen/a64|l24 kickbox/w1-200a64 kling/a32
klipfolio/X40 knapsackpro/a32 kontent/w36 kraken/t80-90|b56 kubernetes/l6'.'l16 kucoin/X24|U kylas/w36 languagelayer/a32
lark,larksuite/a32|'a-'t30-35|'t-'t14-50|'u-'t14-50|'a-'t14-50 launchdarkly/X24|t40 leadfeeder/w43 lemlist/X32 lessannoyingcrm/w57
lighton,paradigm/w40-80 line/t171-172 linear/X32 linenotify/a43 linked,linkedin/a12-14|a16 linkpreview/a32 liveagent/a32
loadmill/a40 lob/w40 loggly/U loginradius/U logz/U lokalise/a40 looker/a20|a24 loyverse/w32 lunchmoney/X50 luno/w43|l13 m3o/a48
madkudu/X32 magicbell/w40 magnetic/U mailboxlayer/a32 mailchimp/X32'-us'd1-3 mailerlite/a32 mailgun/a32'-'a8'-'a8|w72|a32
mailjet/a32|a87'=' mailmodo/u7'-'u7'-'u7'-'u7|a7'-'a7'-'a7'-'a7 mailsac/'k_'a36-200 mandrill/w20-24 manifest/t32 mapquest/a32
marketstack/a32 mattermost/a26|w1-200'.cloud.mattermost.com' mavenlink/a64 maxmind,geolite/a6'_'a29'_mmk'|a16 meaningcloud/l32
mediastack/a32 meistertask/a43 meraki/X40 mesibo/a64 messagebird/U|w25 metaapi/x24|x64 metabase/w36 metrilo/a16 mindmeister/a43
miro/a27 mistral/a32 mite/l16 mixmax/w36 mixpanel/t30-40 mockaroo/a8 moderation/a36'.'a115'.'w43 mongodb/U monkeylearn/X40
moonclerk/a32 moosend/U moralis/a64 mux/U|b75 myintervals/a11 nasa/a40 nasdaq/w20 netcore,pepipost/w32 nethunt/p25-30
netlify/X60-64|t40-46 netsuite/a64 neutrinoapi/a48 newrelic/a64|X40|t4'-'t42 newsapi/a32 newscatcher/w43 nexmo/w16 nftport/U
ngc/a26':'a8'-'a4'-'a4'-'a4'-'a12 ngrok/t28-52|'2'a26'_'d1a20 nicereply/X40 nimble/a30 noticeable/a20 nozbe,nozbeteams/a16'_'t64
npm/U nuget/a46 numverify/a32 nutritionix/l32 nvidia,nvapi/w64 nylas/t30-71 nytimes/t32 oanda/a24 ollama/X32'.'w24 omnisend/w75
onepagecrm/b44|l24 onesignal/U onfleet/a32 oopspam/a40 opencagedata/a32 openuv/a32 openweather/t32-38 opsgenie/U optimizely/t54
overloop/w50 ovh/w16|w32 owlbot/a40 packagecloud/X48 pagerduty/t20-32 pandadoc/a40 pandascore/w51 paralleldots/a43 parsehub/a12
parsers/l64 parseur/X40 particle/a40 partnerstack/a64 pastebin/w32 paydirtapp/a32 paymoapp/a44 paymongo/w32
paypal/'A'w78-99|t44-80|t78-120|'a'w59 pdflayer/a32 pdfshift/X32 pendo/a32-64 peopledatalabs/a64 percy/X64 phrase/l64
pinata/l20|l64 pinecone/U pipedream/a32 pipedrive/a40 pivotal/l32 pixabay/w34 plaid/a24|a30 planetscale/a12
planview,planviewleankit/x128 planyo/a62 plivo/'MA'a18|w40|u20 podio/a32 pollsapi/a28 poloniex/u8'-'u8'-'u8'-'u8|x128 polygon/a32
polymarket/b40-200b0-2|w8-128|U positionstack/w32 postageapp/a32 postbacks/U postmark/U powrbot/a40 privacy/U privateai/l32
prodpad/X64 prospect/w32 protocols/a64 proxycrawl/w22 purestake/a40 pushbullet/t34 pusher/l20 pyxis,redhat/l32 qase/a40
qualaroo/b64 qubole/a64 railway/t36 rapidapi/w50 raven/w16 rawg/a32 reachmail/w64 rebrandly/w32 refiner/U
rentman/'ey'a34'.ey't250-300 repairshopr/w51 replyio/a24 requestfinance/u7'-'u7'-'u7'-'u7|a7'-'a7'-'a7'-'a7 restpack/a48
rev/b27'='|w27 revamp/p25-30|a40 ringcentral/w22 ritekit/X44 roaring/w28 rocketreach/w39 rockset/a64 route4me/a32 rownd/l48|U
runrunit/a18-20|x32 salescookie/t32 salesflare/w45 salesforce/t19-64|'00'a13'!'t80-260 salesmate/U sanity/'sk'a79
satismeter/a24|a32 sauce/w36 saucelabs/U scaleway/U scalr/t136 scrapeowl/a30 scraper,scraperapi/a32 scraperbox/a32 scrapestack/a32
scrapfly/t32-41 scrapingant/a32 scrapingbee/a80 screenshotapi/u7'-'u7'-'u7'-'u7|a7'-'a7'-'a7'-'a7 screenshotlayer/w32
scrutinizer/a64 securitytrails/a32 segment/w43'.'w43 selectpdf/w36 semaphore/a32 sendbird/U|X24|X40 sentry/X64 serphouse/a60
serpstack/a32 sheety/l32|l64 sherpadesk/a32 shipday/t11a20 shodan/a32 shopify/a32 shortcut/U shotstack/a40 shutterstock/a16|a32
sidekiq/X8':'X8 signalwire/a50|U signaturit/a86 signupgenius/a32 sigopt/a48 simfin/a32 simplesat/a40 simvoly/a33 sinch/l32
sirv/a26 siteleaf/a32 skrapp/a42 skybiometry/l25-26 slack/t66-200 smartsheets/t26-37 smartystreets/a20|w36 smooch/w86 snipcart/w75
snowflake/w100-500 snyk/U solarwinds/w71 sonar/a40 sourcegraph/t40-61 sparkpost/a40 speechtext/X32 splunk/a22 spoonacular/a32
sportsmonk/a60 spotify/w100-200|a32 squarespace/U sslmate/a36 statuscake/a20 statuspage/t36-64 statuspal/a32 stitchdata/w35
stockdata/a40 storecove/w43 stormboard/X40 stormglass/w73 storyblok/a22l2|a22'tt'|a22'tt-'d6'-'w20 strava/l40 streak/X32
stripe/t18-107 stytch/w47'='|w49 sugester/a32 sumologic,sumo/a64|'su'a12 supabase/a40 supernotes/w43 survey/w36|a32 surveybot/w80
surveysparrow/w88 survicate/a32 swell/a32 swiftype/t20|a6'_'a6'-'a6 tableau/b22'==:'a32 tatum/w36 taxjar/a32 teamgate/a80|l40
technicalanalysisapi/a48 tefter/a20 telegram/d5-16':A'w34|d8-10':'w35 teletype/w64 testingbot/l32 textmagic/a30 theoddsapi/X32
thingsboard/a20 thinkific/x32 thousandeyes/a32 ticketmaster/a32 tiingo/a40 timecamp/a26 timezoneapi/a20 tines/a32 tly/a60
tmetric/a64 todoist/a40 toggl/a32 tokeet/U tomorrow/a32 tomtom/a32 tradier/a28 transferwise/U travelpayouts/a32 travis/w22
trello/w32|w60-70 tru/U|p26 truenas/d1-10'-'a64 twelvedata/a32 twilio/'SK'X32|a32 twist/x40 twitch/a30
twitter/a18-25|p73-200|a35-50 tyntec/a32 typeform/a44 typetalk/a32|a64 uclassify/a12 unify/t44 unplugg/a64 unsplash/w43
upcdatabase/a32 uplead/w32 uploadcare/l20 upstage/a40-50 uptimerobot/a9'-'a24 upwave/a32 urlscan/w36 userflow/w29 userstack/a32
vast/X64 vatlayer/a32 vault/t26-124 vercel/a24 verifier/l96 verimail/a32 veriphone/a32 versioneye/w40 virustotal/X64
visualcrossing/a25 voicegain/'ey'w34'.ey'w108'.'w43 voodoosms/a46 vouchery/w36 vpnapi/a32 vultr/a36 vyte/a50 wakatime/U
walkscore/a32 wandb,weightsandbiases/X40 weatherbit/a32 weatherstack/a32 webex/'C'x64|x64 webflow/a64 webscraper/a60
webscraping/a32 websitepulse/x32 wepay/p62 whoxy/a33 wistia/a64 wit/u32 wiz/a53|a64 worksnaps/a40 workstack/a60 worldcoinindex/a35
worldweather/a31 wpengine/a24-64 wrike/'ey't333 yandex/'YC'w38|t83 yelp/t128 youneedabudget/X64 yousign/a32 youtube/w14|w24|w39
zapier/b16 zendesk/w40 zenkit/a8'-'a32|l8'-'a32 zenrows/X40 zenscrape/U zenserp/w36 zeplin/t350-400 zerobounce/a32 zerotier/a32
zipapi/a32 zipcodeapi/a64 zipcodebase/U zonka/a36
`;
// packages/checks/src/secrets/context/vendor-rules.ts
var VENDOR_RULE = {
  get id() {
    return `${idOf(this.row)}-near`;
  },
  get title() {
    return `credential beside the name ${nameOf(this.row)}`;
  },
  get description() {
    return `Whoever reads this line can act in the ${nameOf(this.row)} account that the value belongs to.`;
  },
  severity: "high",
  tier: "contextual",
  prefixes: [],
  shape: ANY_VALUE,
  get near() {
    return wordsOf(this.row);
  },
  get remedy() {
    return {
      rotate: `Revoke it in the settings of the ${nameOf(this.row)} account and create another that is handed to the job at run time.`
    };
  },
  examples(make) {
    const id = idOf(this.row);
    return {
      positive: [`${id}_api_key=${shapeExample(make.pick(shapesOf(this.row).split("|")), make)}`],
      negative: [`${id}_api_key=\${${id.toUpperCase()}_API_KEY}`]
    };
  }
};
var VENDOR_RULES = VENDORS.trim().split(/\s+/).map(ruleOf);
function vendorList() {
  return VENDOR_RULES.map((rule) => ({ words: wordsOf(rule.row), shapes: shapesOf(rule.row), rule }));
}
function ruleOf(row) {
  const rule = Object.create(VENDOR_RULE);
  rule.row = row;
  return rule;
}
function wordsOf(row) {
  return row.slice(0, row.indexOf("/")).split(",");
}
function shapesOf(row) {
  return row.slice(row.indexOf("/") + 1);
}
function idOf(row) {
  return wordsOf(row)[0];
}
function nameOf(row) {
  const id = idOf(row);
  return id.charAt(0).toUpperCase() + id.slice(1);
}
// packages/checks/src/secrets/context/context-rules.ts
var CONTEXT_RULES = [...NAME_RULES, ...VENDOR_RULES];
// packages/checks/src/secrets/window.ts
var LEAST = 1024;
var WHOLE2 = 4096;
var FEW = 256;
var TEXTS_WITHOUT = 64;
var decoder;
var texts = 0;
function newTextWindow(bytes) {
  let until = 0;
  const window = {
    text: "",
    from: 0,
    cover(from2, to) {
      const end = Math.min(to, bytes.length);
      if (from2 >= window.from && end <= until) return;
      const whole = bytes.length <= WHOLE2;
      window.from = whole ? 0 : Math.max(0, from2);
      until = whole ? bytes.length : Math.min(bytes.length, Math.max(end, window.from + LEAST));
      window.text = textOf(bytes, window.from, until);
    }
  };
  return window;
}
function textOf(bytes, from2, to) {
  return loadedDecoder()?.decode(bytes.subarray(from2, to)) ?? latin1(bytes, from2, to);
}
function loadedDecoder() {
  if (texts < TEXTS_WITHOUT) {
    texts++;
    return void 0;
  }
  decoder ??= new TextDecoder("latin1");
  return decoder;
}
function latin1(bytes, from2, to) {
  const start2 = Math.max(0, from2);
  const end = Math.min(to, bytes.length);
  if (end - start2 > FEW && !hasControls(bytes, start2, end)) {
    const text2 = loadedDecoder()?.decode(bytes.subarray(start2, end));
    if (text2 !== void 0) return text2;
  }
  let text = "";
  for (let at = start2; at < end; at += FEW)
    text += String.fromCharCode.apply(null, bytes.subarray(at, Math.min(at + FEW, end)));
  return text;
}
function hasControls(bytes, start2, end) {
  for (let at = start2; at < end; at++) if ((bytes[at] & 224) === 128) return true;
  return false;
}
// packages/checks/src/secrets/context/flag.ts
var FLAGS = [
  ...["--password", "--passwd", "--pass", "--token", "--secret", "--api-key", "--apikey", "--access-token", "--auth-token"],
  ...["-Password", "-repotoken", "IDENTIFIED", "identified"]
];
var known = new Set(FLAGS);
var LONGEST = Math.max(...FLAGS.map(({ length }) => length));
var IDENTIFIED = /^ {1,4}(?:with \w{1,40} )?by (?:values |password )?(?=\S)/i;
var BETWEEN = 64;
var DASH = 45;
var SPACE = 32;
function flagAt(bytes, start2, end) {
  const first = bytes[start2];
  if (bytes[end] !== SPACE || end - start2 > LONGEST || first !== DASH && first !== 73 && first !== 105) return void 0;
  const word = latin1(bytes, start2, end);
  if (!known.has(word)) return void 0;
  if (first === DASH) return bytes[end + 1] === DASH ? void 0 : { name: word, from: end };
  const between = IDENTIFIED.exec(latin1(bytes, end, end + BETWEEN));
  return between === null ? void 0 : { name: "password", from: end + between[0].length };
}
// packages/checks/src/secrets/shape-ambiguity.ts
function ambiguities(pieces, after = /* @__PURE__ */ new Set()) {
  let count22 = 0;
  pieces.forEach((piece, index) => {
    const next = firstOf(pieces.slice(index + 1), after);
    if (piece.kind === "set" && piece.most > piece.least && overlap(members(piece.set), next)) count22++;
    if (piece.kind === "choice") count22 += Math.max(...piece.options.map((option) => ambiguities(option, next)));
  });
  return count22;
}
function firstOf(pieces, after) {
  const [piece, ...rest] = pieces;
  if (piece === void 0) return after;
  if (piece.kind === "text") return new Set(piece.text[0]);
  if (piece.kind === "set") {
    const first2 = members(piece.set);
    return piece.least > 0 ? first2 : union(first2, firstOf(rest, after));
  }
  const behind = firstOf(rest, after);
  const first = piece.options.map((option) => firstOf(option, behind)).reduce(union);
  return piece.optional ? union(first, behind) : first;
}
function members(set) {
  const found = /* @__PURE__ */ new Set();
  for (let i = 0; i < set.length; i++) {
    const last2 = set[i + 1] === "-" && i + 2 < set.length ? i + 2 : i;
    for (let code = set.charCodeAt(i); code <= set.charCodeAt(last2); code++) found.add(String.fromCharCode(code));
    i = last2;
  }
  return found;
}
function union(one, other) {
  return /* @__PURE__ */ new Set([...one, ...other]);
}
function overlap(one, other) {
  return [...one].some((character) => other.has(character));
}
// packages/checks/src/secrets/shape.ts
var MOST = 1e3;
var SET = /^(?:[0-9]-[0-9]|[A-Z]-[A-Z]|[a-z]-[a-z]|[^\\^[\]-])+-?$/;
var UUID2 = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
function parseShape(notation) {
  let at = 0;
  const fault = (what, help) => {
    const detail = { code: "ERR_SHAPE", ...help === void 0 ? {} : { help } };
    throw new ConfigError(`the shape \`${notation}\` ${what} at character ${at + 1}`, detail);
  };
  const skip = (text) => {
    if (!notation.startsWith(text, at)) return false;
    at += text.length;
    return true;
  };
  const count22 = () => {
    if (skip("?")) return [0, 1];
    if (notation[at] !== "{") return [1, 1];
    const bounds = /\{(\d{1,6})(?:,(\d{1,6}))?\}/y;
    bounds.lastIndex = at;
    const found = bounds.exec(notation);
    if (found === null) return fault("has no upper bound", "write `{20,40}` or `{36}`");
    const least = Math.min(Number(found[1]), MOST);
    const most = Math.min(Number(found[2] ?? found[1]), MOST);
    if (most < least || most === 0) return fault("counts downwards");
    at = bounds.lastIndex;
    return [least, most];
  };
  const set = () => {
    const end = notation.indexOf("]", at);
    const inside = notation.slice(at, end);
    const backwards = Array.from(inside.matchAll(/(.)-(.)/g)).some((range) => range[0] > `${range[2]}-${range[1]}`);
    if (end < 0 || !SET.test(inside) || backwards) return fault("has a set that is empty, open, negated or unclear");
    at = end + 1;
    const [least, most] = count22();
    return { kind: "set", set: inside, least, most };
  };
  const choice = () => {
    const options = [sequence()];
    while (skip("|")) options.push(sequence());
    if (!skip(")")) fault("does not close a choice");
    if (options.some((option) => option.length === 0)) fault("has an empty choice", "write `(a|b)?`");
    const optional = skip("?");
    if (notation[at] === "{") fault("counts a choice", "write it out: a count around a count is not linear");
    return { kind: "choice", options, optional };
  };
  function sequence() {
    const pieces2 = [];
    let text = "";
    const flush = () => {
      if (text !== "") pieces2.push({ kind: "text", text });
      text = "";
    };
    while (at < notation.length && notation[at] !== "|" && notation[at] !== ")") {
      if (skip("<uuid>")) {
        flush();
        pieces2.push(...parseShape(UUID2));
      } else if (skip("[")) {
        flush();
        pieces2.push(set());
      } else if (skip("(")) {
        flush();
        pieces2.push(choice());
      } else {
        const escaped = skip("\\");
        const char = notation[at] ?? fault("ends in a backslash");
        if (!escaped && "*+?{}]<>^".includes(char))
          fault(`has a bare \`${char}\``, "write a backslash before a character that stands for itself");
        text += char;
        at++;
      }
    }
    flush();
    return pieces2;
  }
  const pieces = sequence();
  if (at < notation.length) fault("closes what was not opened");
  if (pieces[0] === void 0) fault("is empty");
  if (ambiguities(pieces) > 1) fault("leaves the length open in two places", "put a character between them that neither set has");
  return pieces;
}
function compileShape(notation) {
  return new RegExp(shapeSource(notation), "y");
}
function shapeSource(notation) {
  return source(parseShape(notation));
}
function source(pieces) {
  return pieces.map(pieceSource).join("");
}
function pieceSource(piece) {
  if (piece.kind === "text") return piece.text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  if (piece.kind === "choice") return `(?:${piece.options.map(source).join("|")})${piece.optional ? "?" : ""}`;
  return `[${piece.set}]{${piece.least},${piece.most}}`;
}
// packages/checks/src/secrets/shape-example.ts
function shapeExamples(notation, prefixes, make) {
  const pieces = parseShape(notation);
  const shortest = write(pieces, make, "shortest");
  const positive = prefixes.map((prefix2) => startingWith(prefix2, () => write(pieces, make, "any")) ?? shortest);
  const prefix = prefixes.find((known2) => shortest.startsWith(known2)) ?? "";
  return { positive, negative: [shortest.slice(0, -1), `${prefix}${"*".repeat(shortest.length - prefix.length)}`] };
}
function startingWith(prefix, draw) {
  for (let tries = 0; tries < 100; tries++) {
    const value = draw();
    if (value.startsWith(prefix)) return value;
  }
  return void 0;
}
function write(pieces, make, length) {
  return pieces.map((piece) => writePiece(piece, make, length)).join("");
}
function writePiece(piece, make, length) {
  if (piece.kind === "text") return piece.text;
  if (piece.kind === "set") {
    const middle = Math.floor((piece.least + piece.most) / 2);
    return make.chars(piece.set, length === "shortest" ? piece.least : make.pick([piece.least, middle, piece.most]));
  }
  if (length === "any") return piece.optional && make.pick([true, false]) ? "" : write(make.pick(piece.options), make, length);
  if (piece.optional) return "";
  const options = piece.options.map((option) => write(option, make, length));
  return options.reduce((short, option) => option.length < short.length ? option : short);
}
// packages/checks/src/secrets/families/family.ts
var IDENTIFIER = "an identifier: it opens nothing without the secret that belongs to it";
var PUBLISHABLE = "made to be shipped in pages and apps, where everybody can read it";
function familyRules(family) {
  return family.rows.map((row) => rowRule(row, family));
}
var ROW_RULE = {
  get id() {
    return this.row.id;
  },
  get title() {
    return `${this.row.vendor} ${this.row.kind}`;
  },
  get description() {
    const why = this.row.public;
    return why === void 0 ? `Whoever holds this ${this.title} can ${this.family.opens}.` : `This ${this.title} is ${why}.`;
  },
  get severity() {
    return this.row.public === void 0 ? this.row.severity ?? this.family.severity : "info";
  },
  get shape() {
    this.compiled ??= compileShape(this.row.shape);
    return this.compiled;
  },
  get remedy() {
    const { vendor, provider, public: why } = this.row;
    const rotate = this.row.rotate ?? (why === void 0 ? this.family.rotate(vendor) : "Nothing has to be rotated.");
    return provider === void 0 ? { rotate } : { rotate, provider };
  },
  examples(make) {
    return shapeExamples(this.row.shape, this.prefixes, make);
  }
};
function rowRule(row, family) {
  const rule = Object.create(ROW_RULE);
  rule.row = row;
  rule.family = family;
  rule.compiled = void 0;
  rule.prefixes = row.prefixes ?? [head(row.shape)];
  const tier = row.tier ?? family.tier;
  const why = row.public;
  if (tier !== void 0) rule.tier = tier;
  if (why !== void 0) rule.check = () => ({ evidence: "public", why });
  if (row.near !== void 0) rule.near = row.near;
  if (row.reference !== void 0) rule.reference = row.reference;
  return rule;
}
function head(shape) {
  const end = shape.search(/(?<!\\)[[(<]/);
  const literal = end < 0 ? shape : shape.slice(0, end);
  return literal.includes("\\") ? literal.replaceAll("\\", "") : literal;
}
// packages/checks/src/secrets/families/ai.ts
var AI = {
  id: "ai",
  opens: "call models at its owner's expense and read what is stored with them",
  severity: "high",
  rotate: (vendor) => `Delete it under API keys in the ${vendor} console and create another.`,
  rows: [
    // OpenAI: `T3BlbkFJ` is base64 of the vendor's name.
    {
      id: "openai-project-key",
      vendor: "OpenAI",
      kind: "project API key",
      shape: "sk-proj-([A-Za-z0-9_-]{74}|[A-Za-z0-9_-]{58}|[A-Za-z0-9_-]{20})T3BlbkFJ([A-Za-z0-9_-]{74}|[A-Za-z0-9_-]{58}|[A-Za-z0-9_-]{20})",
      reference: "https://platform.openai.com/docs/api-reference/authentication"
    },
    {
      id: "openai-service-account-key",
      vendor: "OpenAI",
      kind: "service account API key",
      shape: "sk-svcacct-([A-Za-z0-9_-]{74}|[A-Za-z0-9_-]{58}|[A-Za-z0-9_-]{20})T3BlbkFJ([A-Za-z0-9_-]{74}|[A-Za-z0-9_-]{58}|[A-Za-z0-9_-]{20})"
    },
    {
      id: "openai-admin-key",
      vendor: "OpenAI",
      kind: "admin API key",
      shape: "sk-admin-([A-Za-z0-9_-]{74}|[A-Za-z0-9_-]{58}|[A-Za-z0-9_-]{20})T3BlbkFJ([A-Za-z0-9_-]{74}|[A-Za-z0-9_-]{58}|[A-Za-z0-9_-]{20})",
      severity: "critical",
      reference: "https://platform.openai.com/docs/api-reference/administration"
    },
    { id: "openai-user-key", vendor: "OpenAI", kind: "user API key", shape: "sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}" },
    // Other vendors of `sk-` keys: only the name nearby tells whose it is.
    { id: "deepseek-key", vendor: "DeepSeek", kind: "API key", shape: "sk-[0-9a-f]{32}", near: ["deepseek"] },
    { id: "moonshot-key", vendor: "Moonshot AI", kind: "API key", shape: "sk-[A-Za-z0-9]{48}", near: ["moonshot", "kimi"] },
    { id: "stability-ai-key", vendor: "Stability AI", kind: "API key", shape: "sk-[A-Za-z0-9]{48}", near: ["stability"] },
    { id: "minimax-key", vendor: "MiniMax", kind: "API key", shape: "sk-api-[A-Za-z0-9_-]{119}" },
    { id: "openrouter-key", vendor: "OpenRouter", kind: "API key", shape: "sk-or-v1-[0-9a-f]{64}" },
    {
      id: "anthropic-api-key",
      vendor: "Anthropic",
      kind: "API key",
      shape: "sk-ant-api[0-9]{2}-[A-Za-z0-9_-]{93}AA",
      reference: "https://docs.anthropic.com/en/api/getting-started"
    },
    {
      id: "anthropic-admin-key",
      vendor: "Anthropic",
      kind: "admin API key",
      shape: "sk-ant-admin01-[A-Za-z0-9_-]{93}AA",
      severity: "critical",
      reference: "https://docs.anthropic.com/en/api/administration-api"
    },
    { id: "anthropic-oauth-token", vendor: "Anthropic", kind: "OAuth access token", shape: "sk-ant-oat01-[A-Za-z0-9_-]{93}AA" },
    {
      id: "huggingface-user-token",
      vendor: "Hugging Face",
      kind: "user access token",
      shape: "hf_[A-Za-z]{34}",
      rotate: "Invalidate it at huggingface.co/settings/tokens and create a fine-grained one.",
      reference: "https://huggingface.co/docs/hub/security-tokens"
    },
    {
      id: "huggingface-organization-token",
      vendor: "Hugging Face",
      kind: "organization API token",
      shape: "api_org_[A-Za-z]{34}",
      rotate: "Delete it in the settings of the organization; use fine-grained user tokens instead."
    },
    { id: "groq-key", vendor: "Groq", kind: "API key", shape: "gsk_[A-Za-z0-9]{52}" },
    { id: "xai-key", vendor: "xAI", kind: "API key", shape: "xai-[A-Za-z0-9_-]{70,120}" },
    { id: "perplexity-key", vendor: "Perplexity", kind: "API key", shape: "pplx-[A-Za-z0-9]{48}" },
    { id: "replicate-token", vendor: "Replicate", kind: "API token", shape: "r8_[A-Za-z0-9_-]{37}" },
    { id: "cerebras-key", vendor: "Cerebras", kind: "API key", shape: "csk-[A-Za-z0-9]{48}" },
    { id: "together-ai-key", vendor: "Together AI", kind: "API key", shape: "tgp_v1_[A-Za-z0-9_-]{43}" },
    { id: "fireworks-ai-key", vendor: "Fireworks AI", kind: "API key", shape: "fw_[A-Za-z0-9]{24}", near: ["fireworks"] },
    { id: "friendli-token", vendor: "FriendliAI", kind: "personal access token", shape: "flp_[A-Za-z0-9]{46}" },
    { id: "nvidia-key", vendor: "NVIDIA", kind: "API key", shape: "nvapi-[A-Za-z0-9_-]{60,70}" },
    { id: "voyage-ai-key", vendor: "Voyage AI", kind: "API key", shape: "pa-[A-Za-z0-9_-]{43}", near: ["voyage"] },
    { id: "jina-ai-key", vendor: "Jina AI", kind: "API key", shape: "jina_[A-Za-z0-9]{60}" },
    { id: "elevenlabs-key", vendor: "ElevenLabs", kind: "API key", shape: "sk_[0-9a-f]{48}" },
    { id: "runpod-key", vendor: "RunPod", kind: "API key", shape: "rpa_[A-Z0-9]{40}[A-Za-z0-9]{6}" },
    { id: "runway-key", vendor: "Runway", kind: "API key", shape: "key_[0-9a-f]{128}", near: ["runway"] },
    { id: "retell-ai-key", vendor: "Retell AI", kind: "API key", shape: "key_[0-9a-f]{28}", near: ["retell"] },
    { id: "cursor-key", vendor: "Cursor", kind: "API key", shape: "key_[0-9a-f]{64}", near: ["cursor"] },
    { id: "devin-service-user-token", vendor: "Devin", kind: "service user token", shape: "cog_[a-z2-7]{52}" },
    { id: "devin-user-key", vendor: "Devin", kind: "personal API key", shape: "apk_user_[A-Za-z0-9+/]{120,180}[=]{0,2}" },
    { id: "devin-service-key", vendor: "Devin", kind: "service API key", shape: "apk_[A-Za-z0-9+/]{80,100}[=]{0,2}" },
    { id: "coderabbit-key", vendor: "CodeRabbit", kind: "API key", shape: "cr-[0-9a-f]{58}" },
    { id: "coze-token", vendor: "Coze", kind: "personal access token", shape: "pat_[A-Za-z0-9]{64}", near: ["coze"] },
    {
      id: "voiceflow-key",
      vendor: "Voiceflow",
      kind: "API key",
      shape: "VF.(DM.|WS.)?[0-9a-fA-F]{24}.[A-Za-z0-9]{16}"
    },
    {
      id: "langsmith-personal-token",
      vendor: "LangSmith",
      kind: "personal access token",
      shape: "lsv2_pt_[0-9a-f]{32}_[0-9a-f]{10}"
    },
    { id: "langsmith-service-key", vendor: "LangSmith", kind: "service key", shape: "lsv2_sk_[0-9a-f]{32}_[0-9a-f]{10}" },
    { id: "langfuse-secret-key", vendor: "Langfuse", kind: "secret key", shape: "sk-lf-<uuid>" },
    { id: "langfuse-public-key", vendor: "Langfuse", kind: "public key", shape: "pk-lf-<uuid>", public: IDENTIFIER },
    { id: "wandb-key", vendor: "Weights & Biases", kind: "API key", shape: "wandb_v1_[A-Za-z0-9_]{77}" },
    { id: "pinecone-key", vendor: "Pinecone", kind: "API key", shape: "pcsk_[A-Za-z0-9]{5,6}_[A-Za-z0-9]{63}" },
    { id: "tavily-key", vendor: "Tavily", kind: "API key", shape: "tvly-[A-Za-z0-9]{32}" },
    { id: "firecrawl-key", vendor: "Firecrawl", kind: "API key", shape: "fc-[0-9a-f]{32}", near: ["firecrawl"] },
    { id: "apify-token", vendor: "Apify", kind: "API token", shape: "apify_api_[A-Za-z0-9]{34,38}" },
    {
      id: "scale-live-key",
      vendor: "Scale AI",
      kind: "live API key",
      shape: "live_[0-9a-f]{32}",
      near: ["scale.com", "scale_", "scale-", "scaleapi"]
    },
    { id: "scale-callback-key", vendor: "Scale AI", kind: "callback auth key", shape: "live_auth_[0-9a-f]{32}" },
    { id: "salad-cloud-key", vendor: "SaladCloud", kind: "API key", shape: "salad_cloud_[A-Za-z0-9]{1,7}_[A-Za-z0-9]{7,235}" },
    { id: "photoroom-key", vendor: "Photoroom", kind: "API key", shape: "sk_pr_[A-Za-z0-9]{1,64}_[0-9a-f]{40}" },
    { id: "posthog-personal-key", vendor: "PostHog", kind: "personal API key", shape: "phx_[A-Za-z0-9_-]{41,49}" },
    {
      id: "posthog-project-key",
      vendor: "PostHog",
      kind: "project API key",
      shape: "phc_[A-Za-z0-9_-]{41,44}",
      public: PUBLISHABLE
    }
  ]
};
// packages/checks/src/secrets/families/ci-cd.ts
var CI_CD = {
  id: "ci-cd",
  opens: "start builds and deployments and read what they are given, secrets included",
  severity: "critical",
  rotate: (vendor) => `Revoke it among the API tokens in the settings of ${vendor}; a job gets a short-lived one by its identity token.`,
  rows: [
    {
      id: "buildkite-user-token",
      vendor: "Buildkite",
      kind: "user API access token",
      shape: "bkua_([0-9a-z]{53}|[0-9a-z]{40})",
      reference: "https://buildkite.com/docs/platform/security/tokens"
    },
    {
      id: "buildkite-agent-token",
      vendor: "Buildkite",
      kind: "token of an agent, a job, a cluster or a portal",
      shape: "bk(aa|aj|ar|ct|ps|pt|pat)_[A-Za-z0-9_-]{40,400}",
      prefixes: ["bkaa_", "bkaj_", "bkar_", "bkct_", "bkps_", "bkpt_", "bkpat_"],
      rotate: "Revoke it where it was made: among the agent tokens of the cluster, or in the settings of the portal at Buildkite.",
      reference: "https://buildkite.com/docs/platform/security/tokens"
    },
    {
      id: "circleci-personal-token",
      vendor: "CircleCI",
      kind: "personal API token",
      shape: "CCIPAT_[A-Za-z0-9]{22}_[0-9a-f]{40}",
      reference: "https://circleci.com/docs/managing-api-tokens/"
    },
    {
      id: "teamcity-token",
      vendor: "TeamCity",
      kind: "access token",
      shape: "eyJ0eXAiOiAiVENWMiJ9.[A-Za-z0-9_-]{36}.[A-Za-z0-9_-]{48}",
      reference: "https://www.jetbrains.com/help/teamcity/configuring-your-user-profile.html"
    },
    {
      id: "harness-personal-token",
      vendor: "Harness",
      kind: "personal access token",
      shape: "pat.[A-Za-z0-9_-]{22}.[0-9a-f]{24}.[A-Za-z0-9]{20}"
    },
    {
      id: "harness-service-token",
      vendor: "Harness",
      kind: "service account token",
      shape: "sat.[A-Za-z0-9_-]{22}.[0-9a-f]{24}.[A-Za-z0-9]{20}"
    },
    {
      id: "octopus-deploy-key",
      vendor: "Octopus Deploy",
      kind: "API key",
      shape: "API-[0-9A-Z]{26}"
    },
    { id: "prefect-user-key", vendor: "Prefect", kind: "user API key", shape: "pnu_[A-Za-z0-9]{36}" },
    {
      id: "pulumi-token",
      vendor: "Pulumi",
      kind: "access token",
      shape: "pul-[0-9a-f]{40}",
      reference: "https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/"
    },
    { id: "infracost-key", vendor: "Infracost", kind: "API key", shape: "ico-[A-Za-z0-9]{32}", severity: "medium" },
    {
      id: "mergify-application-key",
      vendor: "Mergify",
      kind: "application key",
      shape: "mergify_application_key_[A-Za-z0-9_-]{40,200}"
    },
    {
      id: "launchdarkly-api-token",
      vendor: "LaunchDarkly",
      kind: "API access token",
      shape: "api-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}",
      near: ["launchdarkly", "launch_darkly", "launch-darkly", "ld_api", "ld_access"],
      reference: "https://launchdarkly.com/docs/home/account/api"
    },
    {
      id: "launchdarkly-sdk-key",
      vendor: "LaunchDarkly",
      kind: "server-side SDK key",
      shape: "sdk-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}",
      severity: "high",
      reference: "https://launchdarkly.com/docs/home/account/environment/keys"
    },
    {
      id: "configcat-sdk-key",
      vendor: "ConfigCat",
      kind: "SDK key",
      shape: "configcat-sdk-1/[A-Za-z0-9_-]{22}/[A-Za-z0-9_-]{22}",
      severity: "low"
    },
    {
      id: "devcycle-server-key",
      vendor: "DevCycle",
      kind: "server SDK key",
      shape: "dvc_server_[A-Za-z0-9_]{8,32}",
      severity: "high"
    },
    {
      id: "devcycle-client-key",
      vendor: "DevCycle",
      kind: "client SDK key",
      shape: "dvc_client_[A-Za-z0-9_]{8,32}",
      public: "made to be shipped in pages, where everybody can read it"
    },
    {
      id: "devcycle-mobile-key",
      vendor: "DevCycle",
      kind: "mobile SDK key",
      shape: "dvc_mobile_[A-Za-z0-9_]{8,32}",
      public: "made to be shipped in apps, where everybody can read it"
    },
    { id: "ionic-token", vendor: "Ionic", kind: "personal access token", shape: "ion_[A-Za-z0-9]{42}" }
  ]
};
// packages/checks/src/secrets/families/cloud.ts
var CLOUD = {
  id: "cloud",
  opens: "start, change and read what runs in the account",
  severity: "critical",
  rotate: (vendor) => `Revoke it in the ${vendor} console, where API keys are managed; in CI exchange the job's identity token instead.`,
  rows: [
    {
      id: "google-bound-api-key",
      vendor: "Google",
      kind: "API key bound to a service account",
      shape: "AQ.Ab8RN6[A-Za-z0-9_-]{44}",
      rotate: "Delete it at console.cloud.google.com/apis/credentials."
    },
    {
      id: "google-oauth-client-secret",
      vendor: "Google",
      kind: "OAuth client secret",
      shape: "GOCSPX-[A-Za-z0-9_-]{28}",
      severity: "high",
      rotate: "Add another secret to the client at console.cloud.google.com/auth/clients, then disable and delete this one."
    },
    {
      id: "google-oauth-access-token",
      vendor: "Google",
      kind: "OAuth access token",
      shape: "ya29.[A-Za-z0-9_-]{20,1000}",
      severity: "high",
      rotate: "Post it to https://oauth2.googleapis.com/revoke; it lives an hour.",
      reference: "https://developers.google.com/identity/protocols/oauth2/web-server#tokenrevoke"
    },
    {
      id: "google-oauth-refresh-token",
      vendor: "Google",
      kind: "OAuth refresh token",
      shape: "1//0[A-Za-z0-9_-]{40,110}",
      rotate: "Post it to https://oauth2.googleapis.com/revoke, or remove the app at myaccount.google.com/connections.",
      reference: "https://developers.google.com/identity/protocols/oauth2"
    },
    {
      id: "google-hmac-access-id",
      vendor: "Google",
      kind: "Cloud Storage HMAC access id",
      shape: "GOOG([0-9A-Z]{57}|[0-9A-Z]{20})",
      public: IDENTIFIER,
      rotate: "Deactivate and delete the HMAC key under Interoperability in the Cloud Storage settings.",
      provider: "gcp",
      reference: "https://cloud.google.com/storage/docs/authentication/hmackeys"
    },
    {
      id: "tencent-cloud-secret-id",
      vendor: "Tencent Cloud",
      kind: "SecretId",
      shape: "(AKID|IKID)[A-Za-z0-9]{32}",
      prefixes: ["AKID", "IKID"],
      public: IDENTIFIER,
      rotate: "Disable and delete the key under Access Key in Cloud Access Management.",
      reference: "https://www.tencentcloud.com/document/product/598/32675"
    },
    {
      id: "azure-app-configuration-connection",
      vendor: "Azure",
      kind: "App Configuration connection string",
      shape: "Endpoint=https://[A-Za-z0-9-]{1,60}.azconfig.io;Id=[A-Za-z0-9+/:_-]{4,100}[=]{0,2};Secret=[A-Za-z0-9+/]{32,100}[=]{0,2}",
      rotate: "Regenerate the access key of the store, then disable access keys and use Entra ID.",
      provider: "azure",
      reference: "https://learn.microsoft.com/azure/azure-app-configuration/howto-disable-access-key-authentication"
    },
    {
      id: "alibaba-access-key-id",
      vendor: "Alibaba Cloud",
      kind: "AccessKey ID",
      shape: "LTAI[A-Za-z0-9]{17,21}",
      public: IDENTIFIER,
      rotate: "Disable and delete the AccessKey pair of the RAM user, and let the job take a role by its identity token."
    },
    {
      id: "alibaba-sts-key-id",
      vendor: "Alibaba Cloud",
      kind: "temporary AccessKey ID",
      shape: "STS.[A-Za-z0-9]{16,64}",
      near: ["alibaba", "aliyun", "accesskey", "access_key"],
      public: IDENTIFIER,
      rotate: "Take the permissions of the role away until its session is over."
    },
    {
      id: "alibaba-sts-token",
      vendor: "Alibaba Cloud",
      kind: "STS security token",
      shape: "CAIS[A-Za-z0-9+/_=-]{20,1000}",
      severity: "high",
      near: ["alibaba", "aliyun", "security_token", "securitytoken", "security-token"]
    },
    {
      id: "yandex-cloud-api-key",
      vendor: "Yandex Cloud",
      kind: "API key",
      shape: "AQVN[A-Za-z0-9_-]{35,38}",
      reference: "https://yandex.cloud/en/docs/iam/concepts/authorization/api-key"
    },
    {
      id: "yandex-cloud-iam-token",
      vendor: "Yandex Cloud",
      kind: "IAM token",
      shape: "t1.[A-Z0-9a-z_-]{1,1000}[=]{0,2}.[A-Z0-9a-z_-]{86}[=]{0,2}",
      severity: "high",
      reference: "https://yandex.cloud/en/docs/iam/concepts/authorization/iam-token"
    },
    { id: "exoscale-key", vendor: "Exoscale", kind: "API key", shape: "EXO[A-Za-z0-9]{24,30}", near: ["exoscale"] },
    {
      id: "digitalocean-personal-token",
      vendor: "DigitalOcean",
      kind: "personal access token",
      shape: "dop_v1_[0-9a-f]{64}",
      reference: "https://docs.digitalocean.com/reference/api/create-personal-access-token/"
    },
    { id: "digitalocean-oauth-token", vendor: "DigitalOcean", kind: "OAuth access token", shape: "doo_v1_[0-9a-f]{64}" },
    { id: "digitalocean-refresh-token", vendor: "DigitalOcean", kind: "OAuth refresh token", shape: "dor_v1_[0-9a-f]{64}" },
    {
      id: "heroku-key",
      vendor: "Heroku",
      kind: "API key",
      shape: "HRKU-AA[A-Za-z0-9_-]{58}"
    },
    {
      id: "render-key",
      vendor: "Render",
      kind: "API key",
      shape: "rnd_[A-Za-z0-9]{28}",
      reference: "https://render.com/docs/api"
    },
    { id: "scalingo-token", vendor: "Scalingo", kind: "API token", shape: "tk-us-[A-Za-z0-9_-]{48}" },
    { id: "upcloud-token", vendor: "UpCloud", kind: "API token", shape: "ucat_[A-Za-z0-9]{24,32}" },
    {
      id: "netlify-personal-token",
      vendor: "Netlify",
      kind: "personal access token",
      shape: "nfp_[A-Za-z0-9_]{36}",
      reference: "https://docs.netlify.com/api-and-cli-guides/api-guides/get-started-with-api/"
    },
    {
      id: "vercel-personal-token",
      vendor: "Vercel",
      kind: "personal access token",
      shape: "vcp_[A-Za-z0-9_-]{56}",
      reference: "https://vercel.com/changelog/new-token-formats-and-secret-scanning"
    },
    { id: "vercel-integration-token", vendor: "Vercel", kind: "integration token", shape: "vci_[A-Za-z0-9_-]{56}" },
    { id: "vercel-app-token", vendor: "Vercel", kind: "app access token", shape: "vca_[A-Za-z0-9_-]{56}" },
    { id: "vercel-refresh-token", vendor: "Vercel", kind: "app refresh token", shape: "vcr_[A-Za-z0-9_-]{56}" },
    {
      id: "vercel-api-key",
      vendor: "Vercel",
      kind: "API key",
      shape: "vck_[A-Za-z0-9_-]{56}",
      severity: "high"
    },
    { id: "deno-deploy-token", vendor: "Deno Deploy", kind: "personal access token", shape: "ddp_[A-Za-z0-9]{36}" },
    { id: "val-town-token", vendor: "Val Town", kind: "API token", shape: "vtwn_[A-Za-z0-9_-]{20,80}" },
    {
      id: "openshift-token",
      vendor: "OpenShift",
      kind: "OAuth access token",
      shape: "sha256~[A-Za-z0-9_-]{43}",
      rotate: "End it with `oc logout`, or delete its `useroauthaccesstoken`; in CI use a bound service account token."
    },
    {
      id: "cloudflare-origin-ca-key",
      vendor: "Cloudflare",
      kind: "Origin CA key",
      shape: "v1.0-[0-9a-f]{24}-[0-9a-f]{146}",
      rotate: "Change it at dash.cloudflare.com/profile/api-tokens; use an API token with one permission instead.",
      reference: "https://developers.cloudflare.com/fundamentals/api/get-started/ca-keys/"
    },
    {
      id: "amazon-mws-token",
      vendor: "Amazon",
      kind: "MWS auth token",
      shape: "amzn.mws.<uuid>",
      severity: "high",
      rotate: "Take the authorization back under Manage Your Apps in Seller Central."
    },
    {
      id: "aws-appsync-key",
      vendor: "AWS",
      kind: "AppSync API key",
      shape: "da2-[0-9a-z]{26}",
      severity: "medium",
      rotate: "Delete it with `aws appsync delete-api-key`; authorize callers by IAM instead.",
      reference: "https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html"
    },
    {
      id: "azure-service-bus-connection",
      vendor: "Azure",
      kind: "Service Bus connection string",
      shape: "Endpoint=sb://[A-Za-z0-9-]{1,60}.servicebus.windows.net/;SharedAccessKeyName=[A-Za-z0-9_.-]{1,128};SharedAccessKey=[A-Za-z0-9+/]{32,100}[=]{0,2}",
      provider: "azure",
      rotate: "Regenerate the key of the shared access policy, and use Entra ID instead.",
      reference: "https://learn.microsoft.com/azure/service-bus-messaging/service-bus-sas"
    },
    {
      id: "azure-api-management-git-key",
      vendor: "Azure",
      kind: "API Management Git password",
      shape: "git&[0-9]{12}&[A-Za-z0-9+/]{85}[A-Za-z0-9]==",
      provider: "azure",
      rotate: "Regenerate the access key under Repository of the API Management service."
    },
    {
      id: "lark-app-id",
      vendor: "Lark",
      kind: "app id",
      shape: "cli_[A-Za-z0-9]{16}",
      near: ["lark", "feishu"],
      public: IDENTIFIER
    }
  ]
};
// packages/checks/src/secrets/families/commerce.ts
var COMMERCE = {
  id: "commerce",
  opens: "read customers and orders and, within its permissions, place and change them",
  severity: "high",
  rotate: (vendor) => `Revoke it in the ${vendor} dashboard, where API keys are listed, and create another.`,
  rows: [
    {
      id: "shopify-access-token",
      vendor: "Shopify",
      kind: "access token",
      shape: "shpat_[0-9a-fA-F]{32}",
      severity: "critical",
      rotate: "Uninstall the app from the shop, or rotate its credentials in the Dev Dashboard.",
      reference: "https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens"
    },
    {
      id: "shopify-custom-app-token",
      vendor: "Shopify",
      kind: "custom app access token",
      shape: "shpca_[0-9a-fA-F]{32}",
      severity: "critical",
      rotate: "Uninstall the app from the shop and install it again."
    },
    {
      id: "shopify-private-app-token",
      vendor: "Shopify",
      kind: "private app password",
      shape: "shppa_[0-9a-fA-F]{32}",
      severity: "critical",
      rotate: "Delete the private app in the shop and make it a custom app."
    },
    {
      id: "shopify-shared-secret",
      vendor: "Shopify",
      kind: "app shared secret",
      shape: "shpss_[0-9a-fA-F]{32}",
      severity: "critical",
      rotate: "Rotate the client secret of the app in the Dev Dashboard.",
      reference: "https://shopify.dev/docs/apps/build/authentication-authorization/client-secrets"
    },
    {
      id: "ebay-production-secret",
      vendor: "eBay",
      kind: "production client secret",
      shape: "PRD-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4,12}",
      rotate: "Rotate the cert id at developer.ebay.com/my/keys.",
      reference: "https://developer.ebay.com/api-docs/static/oauth-credentials.html"
    },
    {
      id: "easypost-production-key",
      vendor: "EasyPost",
      kind: "production API key",
      shape: "EZAK[A-Za-z0-9]{54}"
    },
    {
      id: "easypost-test-key",
      vendor: "EasyPost",
      kind: "test API key",
      shape: "EZTK[A-Za-z0-9]{54}",
      severity: "low",
      tier: "contextual"
    },
    {
      id: "shippo-live-token",
      vendor: "Shippo",
      kind: "live API token",
      shape: "shippo_live_[0-9a-f]{40}"
    },
    {
      id: "shippo-test-token",
      vendor: "Shippo",
      kind: "test API token",
      shape: "shippo_test_[0-9a-f]{40}",
      severity: "low",
      tier: "contextual"
    },
    {
      id: "lob-live-key",
      vendor: "Lob",
      kind: "live secret key",
      shape: "live_[0-9a-f]{35}",
      near: ["lob.com", "lob_", "lob-"],
      reference: "https://help.lob.com/account-management/api-keys"
    },
    {
      id: "lob-test-key",
      vendor: "Lob",
      kind: "test secret key",
      shape: "test_[0-9a-f]{35}",
      severity: "low",
      tier: "contextual",
      near: ["lob.com", "lob_", "lob-"]
    },
    {
      id: "lob-publishable-key",
      vendor: "Lob",
      kind: "publishable key",
      shape: "(live|test)_pub_[0-9a-f]{31}",
      prefixes: ["live_pub_", "test_pub_"],
      public: PUBLISHABLE
    },
    {
      id: "duffel-live-token",
      vendor: "Duffel",
      kind: "live access token",
      shape: "duffel_live_[A-Za-z0-9_=-]{43}",
      severity: "critical"
    },
    {
      id: "duffel-test-token",
      vendor: "Duffel",
      kind: "test access token",
      shape: "duffel_test_[A-Za-z0-9_=-]{43}",
      severity: "low",
      tier: "contextual"
    },
    { id: "fleetbase-live-key", vendor: "Fleetbase", kind: "live API key", shape: "flb_live_[A-Za-z0-9]{20,64}" },
    {
      id: "fleetbase-test-key",
      vendor: "Fleetbase",
      kind: "test API key",
      shape: "flb_test_[A-Za-z0-9]{20,64}",
      severity: "low",
      tier: "contextual"
    },
    { id: "flexport-key", vendor: "Flexport", kind: "logistics API token", shape: "shltm_[A-Za-z0-9_-]{40}" },
    {
      id: "samsara-token",
      vendor: "Samsara",
      kind: "API token",
      shape: "samsara_api_[A-Za-z0-9]{26,32}"
    },
    {
      id: "ticket-tailor-key",
      vendor: "Ticket Tailor",
      kind: "API key",
      shape: "sk_[0-9]{4}_[0-9]{6}_[0-9a-f]{32}"
    },
    { id: "rainforest-key", vendor: "Rainforest", kind: "API key", shape: "apikey_[0-9a-f]{64}" },
    {
      id: "besttime-private-key",
      vendor: "BestTime",
      kind: "private API key",
      shape: "pri_[0-9a-f]{32}",
      severity: "medium",
      near: ["besttime"]
    },
    {
      id: "branch-live-key",
      vendor: "Branch",
      kind: "live key",
      shape: "key_live_[A-Za-z0-9]{16,40}",
      public: PUBLISHABLE
    },
    { id: "branch-test-key", vendor: "Branch", kind: "test key", shape: "key_test_[A-Za-z0-9]{16,40}", public: PUBLISHABLE },
    {
      id: "canva-client-secret",
      vendor: "Canva",
      kind: "client secret",
      shape: "cnvca[A-Za-z0-9_-]{51}"
    },
    {
      id: "canva-client-id",
      vendor: "Canva",
      kind: "client id",
      shape: "OC-[A-Za-z0-9_-]{8,16}",
      near: ["canva"],
      public: IDENTIFIER
    }
  ]
};
// packages/checks/src/secrets/families/customer-settings.ts
var HEX_32 = "[0-9a-f]{32}";
var CUSTOMER_SETTINGS = [
  {
    id: "cloudinary-api-key",
    vendor: "Cloudinary",
    kind: "API key",
    names: ["cloudinary api key"],
    shape: "[0-9]{15}",
    identifier: true,
    reference: "https://cloudinary.com/documentation/developer_onboarding_faq_find_credentials"
  },
  {
    id: "cloudinary-api-secret",
    vendor: "Cloudinary",
    kind: "API secret",
    names: ["cloudinary api secret", "cloudinary secret"],
    shape: "[A-Za-z0-9_-]{27}",
    opens: "read, change and delete what is stored in the product environment",
    rotate: "Generate another key under Settings, API Keys at Cloudinary and delete this one.",
    reference: "https://cloudinary.com/documentation/developer_onboarding_faq_find_credentials"
  },
  {
    id: "trello-api-key",
    vendor: "Trello",
    kind: "API key",
    names: ["trello api key", "trello key", "trello app key"],
    shape: HEX_32,
    identifier: true,
    reference: "https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/"
  },
  {
    id: "trello-token",
    vendor: "Trello",
    kind: "token",
    names: ["trello token", "trello api token", "trello auth token"],
    shape: "([0-9a-f]{64}|ATTA[0-9a-fA-F]{72})",
    opens: "read and, within its permissions, change the boards of its owner",
    rotate: "Revoke it under Applications in the Trello account settings, or delete `/1/tokens/{token}`.",
    reference: "https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/"
  },
  {
    id: "mailjet-api-key",
    vendor: "Mailjet",
    kind: "API key",
    names: ["mailjet api key", "mailjet apikey public", "mj apikey public", "mailjet public key"],
    shape: HEX_32,
    identifier: true,
    reference: "https://dev.mailjet.com/email/guides/"
  },
  {
    id: "mailjet-secret-key",
    vendor: "Mailjet",
    kind: "secret key",
    names: ["mailjet secret key", "mailjet api secret", "mailjet apikey private", "mj apikey private", "mailjet private key"],
    shape: HEX_32,
    opens: "send mail in the name of its owner and read who receives it",
    rotate: "Generate another secret key under API Key Management at Mailjet.",
    reference: "https://dev.mailjet.com/email/guides/"
  },
  {
    id: "plaid-client-id",
    vendor: "Plaid",
    kind: "client id",
    names: ["plaid client id"],
    shape: "[0-9a-f]{24}",
    identifier: true,
    reference: "https://plaid.com/docs/api/"
  },
  {
    id: "plaid-secret",
    vendor: "Plaid",
    kind: "secret",
    names: ["plaid secret", "plaid client secret", "plaid production secret", "plaid sandbox secret", "plaid secret key"],
    shape: "[0-9a-f]{30}",
    severity: "critical",
    opens: "read accounts and transactions of everybody who linked a bank",
    rotate: "Rotate the secret under Developers, Keys in the Plaid dashboard, which keeps the old one until it is deleted.",
    reference: "https://plaid.com/docs/api/"
  },
  {
    id: "x-api-key",
    vendor: "X",
    kind: "API key",
    names: ["twitter consumer key", "twitter api key", "x consumer key", "twitter app key"],
    shape: "[A-Za-z0-9]{25}",
    identifier: true,
    reference: "https://docs.x.com/fundamentals/authentication/oauth-1-0a/api-key-and-secret"
  },
  {
    id: "x-api-key-secret",
    vendor: "X",
    kind: "API key secret",
    names: ["twitter consumer secret", "twitter api secret", "twitter api key secret", "twitter app secret", "x consumer secret"],
    shape: "[A-Za-z0-9]{50}",
    opens: "act as the app, and as its users with their tokens",
    rotate: "Regenerate the API key and secret of the app at developer.x.com.",
    reference: "https://docs.x.com/fundamentals/authentication/oauth-1-0a/api-key-and-secret"
  },
  {
    id: "x-access-token",
    vendor: "X",
    kind: "access token",
    names: ["twitter access token", "twitter access token key", "twitter access key", "twitter oauth token"],
    shape: "[0-9]{5,20}-[A-Za-z0-9]{40}",
    identifier: true,
    reference: "https://docs.x.com/fundamentals/authentication/oauth-1-0a/api-key-and-secret"
  },
  {
    id: "x-access-token-secret",
    vendor: "X",
    kind: "access token secret",
    names: ["twitter access token secret", "twitter access secret", "twitter oauth token secret", "twitter token secret"],
    shape: "[A-Za-z0-9]{45}",
    opens: "post as the user, with the keys of the app",
    rotate: "Revoke or regenerate the access token of the app at developer.x.com.",
    reference: "https://docs.x.com/fundamentals/authentication/oauth-1-0a/api-key-and-secret"
  },
  {
    id: "facebook-app-id",
    vendor: "Facebook",
    kind: "app id",
    names: ["facebook app id", "fb app id", "facebook client id"],
    shape: "[0-9]{15,17}",
    identifier: true,
    reference: "https://developers.facebook.com/docs/facebook-login/guides/access-tokens/"
  },
  {
    id: "facebook-app-secret",
    vendor: "Facebook",
    kind: "app secret",
    names: ["facebook app secret", "fb app secret", "facebook client secret", "facebook secret"],
    shape: HEX_32,
    opens: "act as the app and read what its users granted it",
    rotate: "Reset the app secret under Settings, Basic of the app at developers.facebook.com.",
    reference: "https://developers.facebook.com/docs/facebook-login/guides/access-tokens/"
  },
  {
    id: "paypal-client-id",
    vendor: "PayPal",
    kind: "client id",
    names: ["paypal client id"],
    shape: "A[A-Za-z0-9_-]{79}",
    identifier: true,
    reference: "https://developer.paypal.com/api/rest/"
  },
  {
    id: "paypal-client-secret",
    vendor: "PayPal",
    kind: "client secret",
    names: ["paypal client secret", "paypal secret", "paypal secret key"],
    shape: "E[A-Za-z0-9_-]{79}",
    severity: "critical",
    opens: "read transactions and, within its permissions, move money",
    rotate: "Add a second secret to the app at developer.paypal.com, then delete this one.",
    reference: "https://developer.paypal.com/api/rest/"
  },
  {
    id: "vonage-api-key",
    vendor: "Vonage",
    kind: "API key",
    names: ["vonage api key", "nexmo api key", "nexmo key"],
    shape: "[0-9a-f]{8}",
    identifier: true,
    reference: "https://developer.vonage.com/en/account/secret-management"
  },
  {
    id: "vonage-api-secret",
    vendor: "Vonage",
    kind: "API secret",
    names: ["vonage api secret", "nexmo api secret", "nexmo secret"],
    shape: "[A-Za-z0-9]{8,25}",
    opens: "send messages and call at the expense of the account",
    rotate: "Add a second secret by the secret management API or the dashboard of Vonage, then revoke this one.",
    reference: "https://developer.vonage.com/en/account/secret-management"
  },
  {
    id: "zendesk-api-token",
    vendor: "Zendesk",
    kind: "API token",
    names: ["zendesk api token", "zendesk token", "zendesk api key"],
    shape: "[A-Za-z0-9]{40}",
    opens: "act as any agent whose mail address is put before it",
    rotate: "Deactivate and delete it under Apps and integrations, APIs in the Zendesk Admin Center.",
    reference: "https://developer.zendesk.com/api-reference/introduction/security-and-auth/"
  },
  {
    id: "liveagent-api-key",
    vendor: "LiveAgent",
    kind: "API key",
    names: ["liveagent api key", "liveagent key", "liveagent apikey"],
    shape: "[A-Za-z0-9]{32}",
    near: ["liveagent", "ladesk.com"],
    opens: "read and answer tickets of customers",
    rotate: "Delete it under Configuration, System, API in LiveAgent and create another.",
    reference: "https://support.liveagent.com/741982-API-key/"
  },
  {
    id: "nylas-legacy-token",
    vendor: "Nylas",
    kind: "API token of the older form",
    names: ["nylas access token", "nylas api key", "nylas client secret", "nylas token"],
    shape: "[A-Za-z0-9]{25,30}",
    opens: "read and send mail of the accounts that are connected",
    rotate: "Rotate the secret of the application in the Nylas dashboard.",
    reference: "https://developer.nylas.com/docs/v3/auth/"
  },
  {
    id: "ethereum-private-key",
    vendor: "Ethereum",
    kind: "private key",
    names: ["private key"],
    shape: "0x[0-9A-Fa-f]{64}",
    severity: "critical",
    opens: "move everything that the account holds",
    rotate: "Move what the account holds to another: a key cannot be revoked.",
    reference: "https://ethereum.org/developers/docs/accounts/"
  },
  {
    id: "vbout-api-key",
    vendor: "VBOUT",
    kind: "API key",
    names: ["vbout api key", "vbout key", "vbout token"],
    shape: "[0-9]{25}",
    opens: "read contacts and send campaigns in the name of its owner",
    rotate: "Generate another under Settings, API Integrations at VBOUT.",
    reference: "https://developers.vbout.com/docs"
  }
];
// packages/checks/src/secrets/families/databases.ts
var DATABASES = {
  id: "databases",
  opens: "read and, within its permissions, change stored data",
  severity: "critical",
  rotate: (vendor) => `Revoke it in the ${vendor} console, where access is managed, and look through its audit log.`,
  rows: [
    {
      id: "astra-token",
      vendor: "DataStax Astra",
      kind: "application token",
      shape: "AstraCS:[A-Za-z0-9]{20,100}(:[0-9a-f]{64})?"
    },
    {
      id: "clickhouse-cloud-secret",
      vendor: "ClickHouse Cloud",
      kind: "API key secret",
      shape: "4b1d[A-Za-z0-9]{38}",
      near: ["clickhouse"]
    },
    {
      id: "cockroachdb-cloud-key",
      vendor: "CockroachDB Cloud",
      kind: "service account API key",
      shape: "CCDB1_[A-Za-z0-9]{22}_[A-Za-z0-9]{40}",
      reference: "https://www.cockroachlabs.com/docs/cockroachcloud/managing-access"
    },
    {
      id: "databricks-personal-token",
      vendor: "Databricks",
      kind: "personal access token",
      shape: "dapi[0-9a-f]{32}(-[0-9]{1,2})?",
      rotate: "Revoke it under Developer in the workspace settings; in CI exchange the job's identity token (OAuth federation).",
      reference: "https://docs.databricks.com/aws/en/dev-tools/auth/pat"
    },
    {
      id: "databricks-oauth-secret",
      vendor: "Databricks",
      kind: "service principal OAuth secret",
      shape: "dose[0-9a-f]{32}",
      rotate: "Delete the secret of the service principal; in CI exchange the job's identity token (OAuth federation).",
      reference: "https://docs.databricks.com/aws/en/dev-tools/auth/oauth-m2m"
    },
    { id: "elastic-serverless-key", vendor: "Elastic Cloud", kind: "API key", shape: "essu_[A-Za-z0-9_-]{60,200}[=]{0,2}" },
    {
      id: "metabase-key",
      vendor: "Metabase",
      kind: "API key",
      shape: "mb_[A-Za-z0-9+/]{43}=",
      near: ["metabase", "x-api-key", "mb_api"],
      reference: "https://www.metabase.com/docs/latest/people-and-groups/api-keys"
    },
    {
      id: "mongodb-atlas-service-secret",
      vendor: "MongoDB Atlas",
      kind: "service account secret",
      shape: "mdb_sa_sk_[A-Za-z0-9_-]{40}",
      reference: "https://www.mongodb.com/docs/atlas/api/service-accounts-overview/"
    },
    {
      id: "mongodb-atlas-service-id",
      vendor: "MongoDB Atlas",
      kind: "service account id",
      shape: "mdb_sa_id_[0-9a-f]{24}",
      public: IDENTIFIER
    },
    {
      id: "neon-key",
      vendor: "Neon",
      kind: "API key",
      shape: "napi_[A-Za-z0-9]{64}",
      reference: "https://neon.com/docs/manage/api-keys"
    },
    {
      id: "planetscale-service-token",
      vendor: "PlanetScale",
      kind: "service token",
      shape: "pscale_tkn_[A-Za-z0-9._=-]{32,64}"
    },
    { id: "planetscale-oauth-token", vendor: "PlanetScale", kind: "OAuth token", shape: "pscale_oauth_[A-Za-z0-9._=-]{32,64}" },
    {
      id: "planetscale-password",
      vendor: "PlanetScale",
      kind: "branch password",
      shape: "pscale_pw_[A-Za-z0-9._=-]{32,64}"
    },
    {
      id: "supabase-personal-token",
      vendor: "Supabase",
      kind: "personal access token",
      shape: "sbp_[0-9a-f]{40}",
      rotate: "Delete it at supabase.com/dashboard/account/tokens.",
      reference: "https://supabase.com/docs/reference/api/introduction"
    },
    {
      id: "supabase-secret-key",
      vendor: "Supabase",
      kind: "secret key",
      shape: "sb_secret_[A-Za-z0-9_-]{22}_[A-Za-z0-9_-]{8}",
      reference: "https://supabase.com/docs/guides/api/api-keys"
    },
    {
      id: "supabase-publishable-key",
      vendor: "Supabase",
      kind: "publishable key",
      shape: "sb_publishable_[A-Za-z0-9_-]{22}_[A-Za-z0-9_-]{8}",
      public: PUBLISHABLE,
      reference: "https://supabase.com/docs/guides/api/api-keys"
    }
  ]
};
// packages/checks/src/secrets/families/devices.ts
var DEVICES = {
  id: "devices",
  opens: "read measurements and, within its permissions, steer devices",
  severity: "high",
  rotate: (vendor) => `Regenerate it in the account settings of ${vendor}.`,
  rows: [
    {
      id: "adafruit-io-key",
      vendor: "Adafruit IO",
      kind: "key",
      shape: "aio_[A-Za-z0-9]{28}",
      reference: "https://io.adafruit.com/api/docs/"
    },
    {
      id: "ubidots-token",
      vendor: "Ubidots",
      kind: "API token",
      shape: "BBFF-[A-Za-z0-9]{30}"
    },
    {
      id: "blynk-client-id",
      vendor: "Blynk",
      kind: "OAuth client id",
      shape: "oa2-client-id_[A-Za-z0-9_-]{32}",
      public: IDENTIFIER
    },
    {
      id: "ecostruxure-it-key",
      vendor: "EcoStruxure IT",
      kind: "API key",
      shape: "AK1[A-Za-z0-9/]{50,55}",
      near: ["ecostruxure", "schneider"]
    }
  ]
};
// packages/checks/src/secrets/families/email.ts
var EMAIL = {
  id: "email",
  opens: "send mail in the name of its owner and read who receives it",
  severity: "high",
  rotate: (vendor) => `Delete it under API keys in the ${vendor} dashboard and create another that may only send.`,
  rows: [
    {
      id: "sendgrid-key",
      vendor: "SendGrid",
      kind: "API key",
      shape: "SG.[A-Za-z0-9_-]{22}.[A-Za-z0-9_-]{43}",
      reference: "https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys"
    },
    {
      id: "mailgun-key",
      vendor: "Mailgun",
      kind: "API key",
      shape: "key-[0-9a-z]{32}",
      near: ["mailgun"]
    },
    {
      id: "mailgun-validation-key",
      vendor: "Mailgun",
      kind: "public validation key",
      shape: "pubkey-[0-9a-f]{32}",
      public: "a public key, which only validates addresses"
    },
    {
      id: "nylas-key",
      vendor: "Nylas",
      kind: "API key",
      shape: "nyk_[A-Za-z0-9_]{60,70}",
      reference: "https://developer.nylas.com/docs/v3/auth/"
    },
    {
      id: "brevo-key",
      vendor: "Brevo",
      kind: "API key",
      shape: "xkeysib-[0-9a-f]{64}-[A-Za-z0-9]{16}",
      reference: "https://developers.brevo.com/docs/getting-started"
    },
    {
      id: "resend-key",
      vendor: "Resend",
      kind: "API key",
      shape: "re_[A-Za-z0-9]{8}_[A-Za-z0-9]{24}",
      reference: "https://resend.com/docs/dashboard/api-keys/introduction"
    },
    {
      id: "mailersend-token",
      vendor: "MailerSend",
      kind: "API token",
      shape: "mlsn.[A-Za-z0-9]{30,100}"
    },
    {
      id: "klaviyo-private-key",
      vendor: "Klaviyo",
      kind: "private API key",
      shape: "pk_([A-Za-z0-9]{6}_[0-9a-f]{34}|[0-9a-f]{34})"
    },
    { id: "salesblink-key", vendor: "SalesBlink", kind: "API key", shape: "key-[A-Za-z0-9]{64}", near: ["salesblink"] },
    {
      id: "dotdigital-api-user",
      vendor: "Dotdigital",
      kind: "API user",
      shape: "apiuser-[0-9a-z]{12}@apiconnector.com",
      public: IDENTIFIER
    }
  ]
};
// packages/checks/src/secrets/families/encoded.ts
var SET2 = "[A-Za-z0-9+/]";
var LONG = `(${[4, 3, 2, 1, 0].map((whole) => `${`${SET2}{1000}`.repeat(whole)}${SET2}{${whole > 0 ? 0 : 60},1000}`).join("|")})[=]{0,2}`;
var ENCODED = {
  id: "encoded",
  opens: "decode it and be who it belongs to",
  severity: "high",
  rotate: () => "Decode it, and revoke what is inside where it was issued.",
  rows: [
    { id: "jwt-base64", vendor: "JSON Web Token", kind: "in base64", shape: `ZXlKaGJHY2lPaU${LONG}` },
    {
      id: "google-api-key-base64",
      vendor: "Google",
      kind: "API key in base64",
      shape: "QUl6YVN[A-Za-z0-9+/]{45}[=]{0,2}",
      severity: "medium",
      rotate: "Restrict it to its APIs and callers, or delete it, at console.cloud.google.com/apis/credentials."
    }
  ]
};
// packages/checks/src/secrets/families/identity.ts
var IDENTITY = {
  id: "identity",
  opens: "read and, within its permissions, change users and how they sign in",
  severity: "critical",
  rotate: (vendor) => `Revoke it in the ${vendor} dashboard, where API keys are listed, and look through its log.`,
  rows: [
    {
      id: "okta-api-token",
      vendor: "Okta",
      kind: "API token",
      shape: "00[A-Za-z0-9_-]{40}",
      near: ["okta", "ssws"],
      rotate: "Revoke it under Security, API, Tokens in the Okta admin console.",
      reference: "https://developer.okta.com/docs/guides/create-an-api-token/main/"
    },
    {
      id: "workos-live-key",
      vendor: "WorkOS",
      kind: "live API key",
      shape: "sk_live_a2V5Xz[A-Za-z0-9+/]{69}[=]{0,2}"
    },
    {
      id: "clerk-live-key",
      vendor: "Clerk",
      kind: "live secret key",
      shape: "sk_live_[A-Za-z0-9]{32}",
      near: ["clerk"]
    },
    {
      id: "clerk-test-key",
      vendor: "Clerk",
      kind: "test secret key",
      shape: "sk_test_[A-Za-z0-9]{32}",
      severity: "low",
      tier: "contextual",
      near: ["clerk"]
    },
    {
      id: "intra42-client-secret",
      vendor: "42 Intra",
      kind: "application secret",
      shape: "s-s4t2(ud|af)-[0-9a-f]{64}",
      severity: "high",
      prefixes: ["s-s4t2ud-", "s-s4t2af-"]
    },
    {
      id: "intra42-client-id",
      vendor: "42 Intra",
      kind: "application id",
      shape: "u-s4t2(ud|af)-[0-9a-f]{64}",
      prefixes: ["u-s4t2ud-", "u-s4t2af-"],
      public: IDENTIFIER
    },
    {
      id: "salesforce-consumer-key",
      vendor: "Salesforce",
      kind: "consumer key",
      shape: "3MVG9[A-Za-z0-9._+/=]{80,251}",
      public: IDENTIFIER
    },
    {
      id: "salesforce-access-token",
      vendor: "Salesforce",
      kind: "access token",
      shape: "00D([A-Za-z0-9]{15}|[A-Za-z0-9]{12})![A-Za-z0-9._]{80,260}",
      rotate: "End its session under Session Management in Salesforce Setup, or post it to `/services/oauth2/revoke`.",
      reference: "https://help.salesforce.com/s/articleView?id=xcloud.connected_app_manage_oauth.htm&type=5"
    },
    {
      id: "salesforce-refresh-token",
      vendor: "Salesforce",
      kind: "refresh token",
      shape: "5AEP861[A-Za-z0-9._=]{80,200}",
      rotate: "Revoke it under Connected Apps OAuth Usage in Salesforce Setup, or post it to `/services/oauth2/revoke`."
    },
    {
      id: "adobe-client-secret",
      vendor: "Adobe",
      kind: "OAuth client secret",
      shape: "p8e-[A-Za-z0-9-]{32}",
      severity: "high"
    },
    {
      id: "zoho-oauth-token",
      vendor: "Zoho",
      kind: "OAuth token",
      shape: "1000.[0-9a-f]{32}.[0-9a-f]{32}",
      severity: "high",
      rotate: "Post it to `https://accounts.zoho.com/oauth/v2/token/revoke`."
    }
  ]
};
// packages/checks/src/secrets/families/infrastructure.ts
var INFRASTRUCTURE = {
  id: "infrastructure",
  opens: "reach what it guards: further secrets, machines or networks",
  severity: "critical",
  rotate: (vendor) => `Revoke it in ${vendor}, and rotate what it could read.`,
  rows: [
    {
      id: "vault-service-token",
      vendor: "HashiCorp Vault",
      kind: "service token",
      shape: "hvs.[A-Za-z0-9_-]{24,130}",
      provider: "vault",
      rotate: "Revoke it with `vault token revoke`; a job logs in with its identity token.",
      reference: "https://developer.hashicorp.com/vault/docs/concepts/tokens"
    },
    {
      id: "vault-batch-token",
      vendor: "HashiCorp Vault",
      kind: "batch token",
      shape: "hvb.[A-Za-z0-9_-]{24,500}",
      provider: "vault",
      rotate: "It cannot be revoked: revoke the token or the auth mount it came from.",
      reference: "https://developer.hashicorp.com/vault/docs/concepts/tokens"
    },
    {
      id: "vault-recovery-token",
      vendor: "HashiCorp Vault",
      kind: "recovery token",
      shape: "hvr.[A-Za-z0-9_-]{24,130}",
      rotate: "Restart the server that runs in recovery mode."
    },
    {
      id: "vault-legacy-token",
      vendor: "HashiCorp Vault",
      kind: "legacy service token",
      shape: "s.[A-Za-z0-9]{24}",
      near: ["vault"],
      provider: "vault",
      rotate: "Revoke it with `vault token revoke`; a job logs in with its identity token."
    },
    {
      id: "doppler-personal-token",
      vendor: "Doppler",
      kind: "personal token",
      shape: "dp.pt.[A-Za-z0-9]{40,44}",
      reference: "https://docs.doppler.com/reference/auth-token-formats"
    },
    {
      id: "doppler-service-token",
      vendor: "Doppler",
      kind: "service token",
      shape: "dp.st.([0-9a-z_-]{2,35}.)?[A-Za-z0-9]{40,44}",
      reference: "https://docs.doppler.com/reference/auth-token-formats"
    },
    { id: "doppler-cli-token", vendor: "Doppler", kind: "CLI token", shape: "dp.ct.[A-Za-z0-9]{40,44}" },
    { id: "doppler-service-account-token", vendor: "Doppler", kind: "service account token", shape: "dp.sa.[A-Za-z0-9]{40,44}" },
    { id: "doppler-scim-token", vendor: "Doppler", kind: "SCIM token", shape: "dp.scim.[A-Za-z0-9]{40,44}" },
    { id: "doppler-audit-token", vendor: "Doppler", kind: "audit token", shape: "dp.audit.[A-Za-z0-9]{40,44}", severity: "high" },
    {
      id: "onepassword-secret-key",
      vendor: "1Password",
      kind: "Secret Key",
      shape: "A3-[0-9A-Z]{6}-([0-9A-Z]{11}|[0-9A-Z]{6}-[0-9A-Z]{5})-[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}",
      severity: "high",
      rotate: "Regenerate it under Manage Account at my.1password.com.",
      reference: "https://support.1password.com/secret-key/"
    },
    {
      id: "age-recipient",
      vendor: "age",
      kind: "recipient",
      shape: "age1[02-9ac-hj-np-z]{58}",
      public: "a public key, which only encrypts",
      reference: "https://age-encryption.org/v1"
    },
    {
      id: "docker-swarm-join-token",
      vendor: "Docker Swarm",
      kind: "join token",
      shape: "SWMTKN-1-[0-9a-z]{50,60}-[0-9a-z]{24,30}",
      rotate: "Run `docker swarm join-token --rotate` for its role.",
      reference: "https://docs.docker.com/reference/cli/docker/swarm/join-token/"
    },
    {
      id: "docker-swarm-unlock-key",
      vendor: "Docker Swarm",
      kind: "unlock key",
      shape: "SWMKEY-1-[A-Za-z0-9+/]{40,50}",
      rotate: "Run `docker swarm unlock-key --rotate`.",
      reference: "https://docs.docker.com/engine/swarm/swarm_manager_locking/"
    },
    {
      id: "portainer-token",
      vendor: "Portainer",
      kind: "access token",
      shape: "ptr_[A-Za-z0-9+/_=-]{20,60}",
      // Pointers of C++ begin so as well.
      near: ["portainer"],
      reference: "https://docs.portainer.io/api/access"
    },
    {
      id: "tailscale-key",
      vendor: "Tailscale",
      kind: "key",
      shape: "tskey-(api|auth|client|scim|webhook)-([A-Za-z0-9]{8,24}-)?[A-Za-z0-9]{20,36}",
      prefixes: ["tskey-api-", "tskey-auth-", "tskey-client-", "tskey-scim-", "tskey-webhook-"],
      rotate: "Revoke it at login.tailscale.com/admin/settings/keys; machines that joined with it stay until they are removed.",
      reference: "https://tailscale.com/docs/reference/key-prefixes"
    },
    { id: "defined-networking-key", vendor: "Defined Networking", kind: "API key", shape: "dnkey-[A-Z0-9]{26}-[A-Z0-9]{52}" },
    { id: "unkey-root-key", vendor: "Unkey", kind: "root key", shape: "unkey_[A-Za-z0-9]{20,32}" },
    {
      id: "settlemint-application-token",
      vendor: "SettleMint",
      kind: "application access token",
      shape: "sm_aat_[A-Za-z0-9]{16}",
      severity: "high"
    },
    {
      id: "settlemint-personal-token",
      vendor: "SettleMint",
      kind: "personal access token",
      shape: "sm_pat_[A-Za-z0-9]{16}",
      severity: "high"
    },
    {
      id: "settlemint-service-token",
      vendor: "SettleMint",
      kind: "service access token",
      shape: "sm_sat_[A-Za-z0-9]{16}",
      severity: "high"
    },
    { id: "redirect-pizza-token", vendor: "redirect.pizza", kind: "API token", shape: "rpa_[A-Za-z0-9]{30}", severity: "high" }
  ]
};
// packages/checks/src/secrets/families/machine-settings.ts
var HEX_322 = "[0-9a-f]{32}";
var MACHINE_SETTINGS = [
  {
    id: "datadog-api-key",
    vendor: "Datadog",
    kind: "API key",
    names: ["datadog api key", "dd api key", "DD-API-KEY"],
    shape: HEX_322,
    severity: "medium",
    opens: "write metrics, logs and events that are not true into the account",
    rotate: "Revoke it under Organization Settings, API Keys at Datadog and create another.",
    reference: "https://docs.datadoghq.com/account_management/api-app-keys/"
  },
  {
    id: "datadog-application-key",
    vendor: "Datadog",
    kind: "application key",
    names: ["datadog app key", "dd app key", "datadog application key", "dd application key", "DD-APPLICATION-KEY"],
    shape: "[0-9a-f]{40}",
    opens: "read and change what its owner may in the account, with an API key",
    rotate: "Revoke it under Organization Settings, Application Keys at Datadog and create another with fewer scopes.",
    reference: "https://docs.datadoghq.com/account_management/api-app-keys/"
  },
  {
    id: "algolia-application-id",
    vendor: "Algolia",
    kind: "application id",
    names: ["algolia app id", "algolia application id", "X-Algolia-Application-Id"],
    shape: "[0-9A-Z]{10}",
    identifier: true,
    reference: "https://www.algolia.com/doc/guides/security/api-keys/"
  },
  {
    id: "algolia-admin-key",
    vendor: "Algolia",
    kind: "admin API key",
    names: ["algolia admin key", "algolia admin api key", "algolia write key", "algolia write api key"],
    shape: HEX_322,
    opens: "read, change and delete every index of the application",
    rotate: "Regenerate the admin API key in the settings of the application at Algolia.",
    reference: "https://www.algolia.com/doc/guides/security/api-keys/"
  },
  {
    id: "cloudflare-global-key",
    vendor: "Cloudflare",
    kind: "global API key",
    names: ["cloudflare api key", "cf api key", "cloudflare global api key", "cloudflare global key", "X-Auth-Key"],
    shape: "[0-9a-f]{37}",
    severity: "critical",
    opens: "do everything that its owner can in all accounts, with the mail address of that owner",
    rotate: "Change it at dash.cloudflare.com/profile/api-tokens; use an API token with one permission instead.",
    reference: "https://developers.cloudflare.com/fundamentals/api/get-started/keys/"
  },
  {
    id: "sumo-logic-access-id",
    vendor: "Sumo Logic",
    kind: "access id",
    names: ["sumologic access id", "sumo access id", "sumologic accessid", "sumo logic access id"],
    shape: "su[A-Za-z0-9]{12}",
    identifier: true,
    reference: "https://www.sumologic.com/help/docs/manage/security/access-keys/"
  },
  {
    id: "sumo-logic-access-key",
    vendor: "Sumo Logic",
    kind: "access key",
    names: ["sumologic access key", "sumo access key", "sumologic accesskey", "sumo logic access key"],
    shape: "[A-Za-z0-9]{64}",
    opens: "read and change what its owner may in the account",
    rotate: "Deactivate and delete it under Administration, Security, Access Keys at Sumo Logic.",
    reference: "https://www.sumologic.com/help/docs/manage/security/access-keys/"
  },
  {
    id: "sauce-labs-access-key",
    vendor: "Sauce Labs",
    kind: "access key",
    names: ["sauce access key", "saucelabs access key", "sauce labs access key", "saucelabs key"],
    shape: "<uuid>",
    opens: "run tests at the expense of its owner and read what they recorded",
    rotate: "Regenerate it under Account, User Settings at Sauce Labs.",
    reference: "https://docs.saucelabs.com/basics/acct-team-mgmt/managing-user-info/"
  },
  {
    id: "looker-client-id",
    vendor: "Looker",
    kind: "API client id",
    names: ["looker client id", "looker api client id", "lookersdk client id"],
    shape: "[A-Za-z0-9]{20}",
    identifier: true,
    reference: "https://cloud.google.com/looker/docs/api-auth"
  },
  {
    id: "looker-client-secret",
    vendor: "Looker",
    kind: "API client secret",
    names: ["looker client secret", "looker api client secret", "lookersdk client secret"],
    shape: "[A-Za-z0-9]{24}",
    opens: "read what its user may see in every connected database",
    rotate: "Delete the API key of the user under Admin, Users in Looker and create another.",
    reference: "https://cloud.google.com/looker/docs/api-auth"
  },
  {
    id: "vault-role-id",
    vendor: "HashiCorp Vault",
    kind: "AppRole role id",
    names: ["vault role id", "vault approle role id", "approle role id", "role id"],
    shape: "<uuid>",
    identifier: true,
    near: ["vault", "approle", "hashicorp"],
    reference: "https://developer.hashicorp.com/vault/docs/auth/approle"
  },
  {
    id: "vault-secret-id",
    vendor: "HashiCorp Vault",
    kind: "AppRole secret id",
    names: ["vault secret id", "vault approle secret id", "approle secret id", "secret id"],
    shape: "<uuid>",
    near: ["vault", "approle", "hashicorp"],
    severity: "critical",
    opens: "log in as the role and read what its policies allow",
    rotate: "Destroy it at `auth/approle/role/ROLE/secret-id/destroy`; a job logs in with its identity token.",
    provider: "vault",
    reference: "https://developer.hashicorp.com/vault/docs/auth/approle"
  },
  {
    id: "sonar-legacy-token",
    vendor: "SonarQube",
    kind: "token of the older form",
    names: ["sonar token", "sonar login", "sonarqube token", "sonarcloud token", "sonar.login", "sonar.token"],
    shape: "[0-9a-f]{40}",
    opens: "read code and findings, and publish analyses",
    rotate: "Revoke it under My Account, Security in SonarQube.",
    reference: "https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/"
  },
  {
    id: "coveralls-repo-token",
    vendor: "Coveralls",
    kind: "repository token",
    names: ["coveralls repo token", "coveralls token", "repo_token"],
    shape: "[A-Za-z0-9]{32,37}",
    near: ["coveralls"],
    severity: "low",
    opens: "upload coverage that is not true",
    rotate: "Regenerate it in the settings of the repository at Coveralls; on GitHub Actions the job token does.",
    reference: "https://docs.coveralls.io/ci-services"
  },
  {
    id: "metabase-session",
    vendor: "Metabase",
    kind: "session",
    names: ["X-Metabase-Session", "metabase session", "metabase.SESSION", "metabase session id", "metabase token"],
    shape: "<uuid>",
    severity: "medium",
    opens: "read what its user may see in every connected database, until it ends",
    rotate: "Delete `/api/session` with it, or change the password of its user.",
    reference: "https://www.metabase.com/docs/latest/api"
  },
  {
    id: "wireguard-private-key",
    vendor: "WireGuard",
    kind: "private key",
    names: ["PrivateKey", "wireguard private key", "wg private key"],
    shape: "[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=",
    near: ["wireguard", "[interface]", "[peer]", "wg_", "wg0"],
    severity: "critical",
    opens: "join the network as the machine that it belongs to",
    rotate: "Make another with `wg genkey`, and replace the public key at every peer.",
    reference: "https://man7.org/linux/man-pages/man8/wg.8.html"
  },
  {
    id: "wireguard-preshared-key",
    vendor: "WireGuard",
    kind: "preshared key",
    names: ["PresharedKey", "wireguard preshared key", "wg preshared key"],
    shape: "[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=",
    near: ["wireguard", "[interface]", "[peer]", "wg_", "wg0"],
    opens: "take from the connection what guards it against later decryption",
    rotate: "Make another with `wg genpsk`, and replace it at both peers.",
    reference: "https://man7.org/linux/man-pages/man8/wg.8.html"
  }
];
// packages/checks/src/secrets/families/media.ts
var MEDIA = {
  id: "media",
  opens: "read and, within its permissions, post as its owner",
  severity: "high",
  rotate: (vendor) => `Regenerate it in the settings of the app at ${vendor}.`,
  rows: [
    {
      id: "facebook-access-token",
      vendor: "Facebook",
      kind: "access token",
      shape: "EAA[CM][A-Za-z0-9]{100,500}",
      prefixes: ["EAAC", "EAAM"],
      reference: "https://developers.facebook.com/docs/facebook-login/guides/access-tokens/"
    },
    {
      id: "facebook-graph-explorer-token",
      vendor: "Facebook",
      kind: "Graph API Explorer token",
      shape: "EAACEdEose0cBA[A-Za-z0-9]{20,500}"
    },
    { id: "instagram-access-token", vendor: "Instagram", kind: "access token", shape: "IGQVJ[A-Za-z0-9_-]{50,500}" },
    {
      id: "x-bearer-token",
      vendor: "X",
      kind: "app bearer token",
      shape: "AAAA[A-Za-z0-9%]{50,500}",
      near: ["twitter", "bearer", "x.com"]
    },
    {
      id: "pinterest-access-token",
      vendor: "Pinterest",
      kind: "access token",
      shape: "pina_[A-Za-z0-9_-]{20,200}"
    },
    {
      id: "twitch-stream-key",
      vendor: "Twitch",
      kind: "stream key",
      shape: "live_[0-9]{8,12}_[A-Za-z0-9]{30,36}",
      rotate: "Reset the primary stream key under Stream in the Twitch creator dashboard."
    },
    {
      id: "lichess-token",
      vendor: "Lichess",
      kind: "personal access token",
      shape: "lip_[A-Za-z0-9_]{16,60}",
      severity: "medium",
      rotate: "Delete it at lichess.org/account/oauth/token.",
      reference: "https://lichess.org/api"
    },
    {
      id: "riot-games-key",
      vendor: "Riot Games",
      kind: "API key",
      shape: "RGAPI-<uuid>",
      severity: "medium",
      reference: "https://developer.riotgames.com/docs/portal"
    },
    {
      id: "shutterstock-token",
      vendor: "Shutterstock",
      kind: "OAuth token",
      shape: "v2/[A-Za-z0-9]{388}"
    },
    {
      id: "cloudinary-address",
      vendor: "Cloudinary",
      kind: "environment address with key and secret",
      shape: "cloudinary://[0-9]{15}:[A-Za-z0-9_-]{27}@[A-Za-z0-9_-]{2,60}",
      tier: "paired",
      rotate: "Generate another key under Settings, API Keys at Cloudinary and delete this one.",
      reference: "https://cloudinary.com/documentation/developer_onboarding_faq_find_credentials"
    },
    {
      id: "imagekit-private-key",
      vendor: "ImageKit",
      kind: "private API key",
      shape: "private_[A-Za-z0-9_-]{8,128}",
      near: ["imagekit"]
    },
    {
      id: "bannerbear-key",
      vendor: "Bannerbear",
      kind: "API key",
      shape: "bb_(pr|ma)_[0-9a-f]{30}",
      severity: "medium",
      prefixes: ["bb_pr_", "bb_ma_"]
    }
  ]
};
// packages/checks/src/secrets/families/messaging.ts
var WEBHOOK = {
  severity: "medium",
  rotate: "Delete the webhook and create another: its address is the whole secret."
};
var MESSAGING = {
  id: "messaging",
  opens: "read and write messages as its owner",
  severity: "high",
  rotate: (vendor) => `Revoke it in the settings of the app or bot at ${vendor}.`,
  rows: [
    // Slack: https://api.slack.com/concepts/token-types
    {
      id: "slack-bot-token",
      vendor: "Slack",
      kind: "bot token",
      shape: "xoxb-([0-9]{10,13}-[0-9]{10,14}-[A-Za-z0-9]{23,25}|[0-9]{8,14}-[A-Za-z0-9]{18,26})",
      rotate: "Call `auth.revoke` with it, then reinstall the app.",
      reference: "https://docs.slack.dev/authentication/tokens"
    },
    {
      id: "slack-user-token",
      vendor: "Slack",
      kind: "user token",
      shape: "xoxp-[0-9]{10,13}-[0-9]{10,13}-([0-9]{10,13}-)?[A-Za-z0-9-]{28,34}",
      rotate: "Call `auth.revoke` with it, then reinstall the app.",
      reference: "https://docs.slack.dev/authentication/tokens"
    },
    {
      id: "slack-enterprise-token",
      vendor: "Slack",
      kind: "enterprise user token",
      shape: "xoxe-[0-9]{10,13}-[0-9]{10,13}-[0-9]{10,13}-[A-Za-z0-9-]{28,34}"
    },
    {
      id: "slack-refresh-token",
      vendor: "Slack",
      kind: "refresh token",
      shape: "xoxe-[0-9]-[A-Za-z0-9]{146}",
      reference: "https://docs.slack.dev/authentication/using-token-rotation"
    },
    {
      id: "slack-rotating-token",
      vendor: "Slack",
      kind: "rotating access token",
      shape: "xoxe.xox(b|p)-[0-9]-[A-Za-z0-9]{163,166}",
      prefixes: ["xoxe.xoxb-", "xoxe.xoxp-"],
      reference: "https://docs.slack.dev/authentication/using-token-rotation"
    },
    {
      id: "slack-app-token",
      vendor: "Slack",
      kind: "app-level token",
      shape: "xapp-[0-9]{1,3}-A[A-Z0-9]{9,14}-[0-9]{10,15}-[0-9a-f]{64}",
      rotate: "Revoke it among the app-level tokens of the app at api.slack.com/apps."
    },
    {
      id: "slack-workspace-token",
      vendor: "Slack",
      kind: "workspace access token",
      shape: "xoxa-(2-)?[0-9]{10,13}-[0-9]{10,13}-[A-Za-z0-9-]{8,64}"
    },
    {
      id: "slack-workspace-refresh-token",
      vendor: "Slack",
      kind: "workspace refresh token",
      shape: "xoxr-[0-9]{10,13}-[0-9]{10,13}-[A-Za-z0-9-]{8,64}"
    },
    {
      id: "slack-legacy-token",
      vendor: "Slack",
      kind: "legacy token",
      shape: "xox(o|s)-[0-9]{9,15}-[0-9]{9,15}-[0-9]{9,15}-[0-9a-f]{10,64}",
      prefixes: ["xoxo-", "xoxs-"]
    },
    {
      id: "slack-session-token",
      vendor: "Slack",
      kind: "session token",
      shape: "xoxc-[0-9]{9,15}-[0-9]{9,15}-[0-9]{9,15}-[0-9a-f]{64}",
      rotate: "Sign out of all sessions at the Slack account page."
    },
    {
      id: "slack-session-cookie",
      vendor: "Slack",
      kind: "session cookie",
      shape: "xoxd-[A-Za-z0-9%+/_-]{100,1000}[=]{0,2}",
      rotate: "Sign out of all sessions at the Slack account page."
    },
    {
      id: "slack-webhook",
      vendor: "Slack",
      kind: "incoming webhook",
      shape: "hooks.slack.com/services/T[A-Z0-9]{8,12}/B[A-Z0-9]{8,12}/[A-Za-z0-9]{23,25}",
      ...WEBHOOK,
      reference: "https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks"
    },
    {
      id: "slack-workflow-webhook",
      vendor: "Slack",
      kind: "workflow webhook",
      shape: "hooks.slack.com/workflows/[ET][A-Za-z0-9]{5,14}/A[A-Za-z0-9]{5,14}/[0-9]{6,20}/[A-Za-z0-9]{8,40}",
      ...WEBHOOK
    },
    {
      id: "slack-trigger-webhook",
      vendor: "Slack",
      kind: "trigger webhook",
      shape: "hooks.slack.com/triggers/[ET][A-Za-z0-9]{5,14}/[0-9]{10,16}/[0-9a-f]{32}",
      ...WEBHOOK
    },
    // Other webhooks.
    {
      id: "discord-webhook",
      vendor: "Discord",
      kind: "webhook",
      shape: "(discord|discordapp).com/api/webhooks/[0-9]{17,20}/[A-Za-z0-9_-]{68}",
      prefixes: ["discord.com/api/webhooks/", "discordapp.com/api/webhooks/"],
      ...WEBHOOK,
      reference: "https://discord.com/developers/docs/resources/webhook"
    },
    {
      id: "teams-webhook",
      vendor: "Microsoft Teams",
      kind: "incoming webhook",
      shape: "webhook.office.com/webhookb2/<uuid>@<uuid>/IncomingWebhook/[0-9a-zA-Z]{32}/<uuid>",
      ...WEBHOOK,
      reference: "https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook"
    },
    {
      id: "teams-legacy-webhook",
      vendor: "Microsoft Teams",
      kind: "Office 365 connector",
      shape: "outlook.office.com/webhook/<uuid>@<uuid>/IncomingWebhook/[0-9a-zA-Z]{32}/<uuid>",
      ...WEBHOOK
    },
    {
      id: "power-automate-webhook",
      vendor: "Power Automate",
      kind: "workflow webhook",
      shape: "environment.api.powerplatform.com(:[0-9]{2,5})?/powerautomate/automations/direct/workflows/[0-9a-f]{32}/triggers/manual/paths/invoke\\?[A-Za-z0-9%&=._-]{20,400}",
      ...WEBHOOK
    },
    {
      id: "mattermost-webhook",
      vendor: "Mattermost",
      kind: "incoming webhook",
      shape: "/hooks/[0-9a-z]{26}",
      near: ["mattermost"],
      ...WEBHOOK,
      reference: "https://developers.mattermost.com/integrate/webhooks/incoming/"
    },
    {
      id: "zapier-webhook",
      vendor: "Zapier",
      kind: "catch hook",
      shape: "hooks.zapier.com/hooks/catch/[0-9]{5,9}/[0-9a-z]{6,8}",
      ...WEBHOOK
    },
    { id: "tines-webhook", vendor: "Tines", kind: "webhook", shape: "tines.com/webhook/[0-9a-z]{32}/[0-9a-z]{32}", ...WEBHOOK },
    // Telephony and support.
    {
      id: "twilio-api-key",
      vendor: "Twilio",
      kind: "API key SID",
      shape: "SK[0-9a-f]{32}",
      severity: "medium",
      near: ["twilio"],
      rotate: "Delete the key at console.twilio.com: its secret goes with it.",
      reference: "https://www.twilio.com/docs/iam/api-keys"
    },
    {
      id: "twilio-account-sid",
      vendor: "Twilio",
      kind: "account SID",
      shape: "AC[0-9a-f]{32}",
      near: ["twilio"],
      public: IDENTIFIER,
      rotate: "Promote a secondary auth token at console.twilio.com, which ends this one; use an API key instead.",
      reference: "https://www.twilio.com/docs/iam/api/account"
    },
    {
      id: "telnyx-key",
      vendor: "Telnyx",
      kind: "API key",
      shape: "KEY[A-Za-z0-9_-]{55}",
      near: ["telnyx"]
    },
    {
      id: "sunshine-conversations-key-id",
      vendor: "Sunshine Conversations",
      kind: "account key id",
      shape: "act_[0-9a-z]{24}",
      near: ["smooch", "sunshine"],
      public: IDENTIFIER
    },
    {
      id: "gc-notify-key",
      vendor: "GC Notify",
      kind: "API key",
      shape: "gcntfy-[A-Za-z0-9_]{1,100}-<uuid>-<uuid>"
    },
    {
      id: "onesignal-app-key",
      vendor: "OneSignal",
      kind: "app API key",
      shape: "os_v2_app_[a-z2-7]{103}",
      reference: "https://documentation.onesignal.com/docs/en/keys-and-ids"
    },
    {
      id: "onesignal-organization-key",
      vendor: "OneSignal",
      kind: "organization API key",
      shape: "os_v2_org_[a-z2-7]{103}",
      severity: "critical",
      reference: "https://documentation.onesignal.com/docs/en/keys-and-ids"
    },
    {
      id: "firebase-cloud-messaging-key",
      vendor: "Firebase",
      kind: "Cloud Messaging server key",
      shape: "AAAA[A-Za-z0-9_-]{7}:[A-Za-z0-9_-]{140}",
      rotate: "Delete it under Cloud Messaging in the Firebase console; the API it was for has been shut down.",
      reference: "https://firebase.google.com/docs/cloud-messaging/auth-server"
    },
    {
      id: "pubnub-publish-key",
      vendor: "PubNub",
      kind: "publish key",
      shape: "pub-c-<uuid>",
      severity: "low"
    },
    { id: "pubnub-subscribe-key", vendor: "PubNub", kind: "subscribe key", shape: "sub-c-<uuid>", severity: "low" },
    { id: "courier-key", vendor: "Courier", kind: "API key", shape: "pk_[A-Za-z0-9]{1,16}_[A-Za-z0-9]{28}", near: ["courier"] }
  ]
};
// packages/checks/src/secrets/families/observability.ts
var OBSERVABILITY = {
  id: "observability",
  opens: "read telemetry, which often carries secrets of its own, or write what is not true into it",
  severity: "high",
  rotate: (vendor) => `Revoke it among the API keys in the settings of ${vendor} and create another with fewer permissions.`,
  rows: [
    {
      id: "datadog-client-token",
      vendor: "Datadog",
      kind: "client token",
      shape: "pub[0-9a-f]{32}",
      public: PUBLISHABLE,
      reference: "https://docs.datadoghq.com/account_management/api-app-keys/"
    },
    {
      id: "dynatrace-api-token",
      vendor: "Dynatrace",
      kind: "API token",
      shape: "dt0c01.[A-Z0-9]{24}.[A-Z0-9]{64}",
      reference: "https://docs.dynatrace.com/docs/manage/identity-access-management/access-tokens-and-oauth-clients/access-tokens"
    },
    {
      id: "dynatrace-platform-token",
      vendor: "Dynatrace",
      kind: "platform token or OAuth client secret",
      shape: "dt0[a-z][0-9]{2}.[A-Z0-9]{24}.[A-Z0-9]{64}"
    },
    {
      id: "newrelic-user-key",
      vendor: "New Relic",
      kind: "user key",
      shape: "NRAK-[A-Z0-9]{27}",
      reference: "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/"
    },
    { id: "newrelic-admin-key", vendor: "New Relic", kind: "admin key", shape: "NRAA-[0-9a-f]{27}", severity: "critical" },
    { id: "newrelic-rest-key", vendor: "New Relic", kind: "REST API key", shape: "NRRA-[0-9a-f]{42}" },
    {
      id: "newrelic-browser-key",
      vendor: "New Relic",
      kind: "browser key",
      shape: "NRJS-[0-9a-f]{19}",
      public: PUBLISHABLE,
      reference: "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/"
    },
    {
      id: "newrelic-browser-api-key",
      vendor: "New Relic",
      kind: "browser API key",
      shape: "NRBR-[0-9a-f]{19}",
      public: PUBLISHABLE
    },
    {
      id: "newrelic-insert-key",
      vendor: "New Relic",
      kind: "Insights insert key",
      shape: "NRII-([A-Za-z0-9_-]{32}|[A-Za-z0-9_-]{25})",
      severity: "medium"
    },
    {
      id: "newrelic-query-key",
      vendor: "New Relic",
      kind: "Insights query key",
      shape: "NRIQ-([A-Za-z0-9_-]{32}|[A-Za-z0-9_-]{25})"
    },
    {
      id: "pixie-api-key",
      vendor: "Pixie",
      kind: "API key",
      shape: "px-api-<uuid>",
      reference: "https://docs.px.dev/reference/admin/api-keys/"
    },
    {
      id: "pixie-deploy-key",
      vendor: "Pixie",
      kind: "deploy key",
      shape: "px-dep-<uuid>",
      reference: "https://docs.px.dev/reference/admin/deploy-keys/"
    },
    {
      id: "sentry-user-token",
      vendor: "Sentry",
      kind: "user auth token",
      shape: "sntryu_[0-9a-f]{64}",
      rotate: "Revoke it at sentry.io/settings/account/api/auth-tokens.",
      reference: "https://docs.sentry.io/account/auth-tokens/"
    },
    { id: "rootly-key", vendor: "Rootly", kind: "API key", shape: "rootly_[0-9a-f]{64}" },
    {
      id: "fullstory-key",
      vendor: "Fullstory",
      kind: "API key",
      shape: "(na1|eu1).([A-Za-z0-9+/]{100}|[A-Za-z0-9]{20,99})",
      prefixes: ["na1.", "eu1."],
      near: ["fullstory"]
    }
  ]
};
// packages/checks/src/secrets/families/password-hashes.ts
var PASSWORD_HASHES = {
  id: "password-hashes",
  opens: "try passwords against it without being seen",
  severity: "medium",
  // Nobody signs in with one as it stands, and tests are full of them.
  tier: "heuristic",
  rotate: () => "Change the password, and take the hash out of the repository.",
  rows: [
    {
      id: "bcrypt-hash",
      vendor: "bcrypt",
      kind: "password hash",
      shape: "$2(a|b|y)$[0-3][0-9]$[A-Za-z0-9./]{53}",
      prefixes: ["$2a$", "$2b$", "$2y$"]
    },
    {
      id: "sha256-crypt-hash",
      vendor: "SHA256-crypt",
      kind: "password hash",
      shape: "$5$(rounds=[0-9]{1,9}$)?[A-Za-z0-9./]{8,16}$[A-Za-z0-9./]{43}"
    },
    {
      id: "sha512-crypt-hash",
      vendor: "SHA512-crypt",
      kind: "password hash",
      shape: "$6$(rounds=[0-9]{1,9}$)?[A-Za-z0-9./]{8,16}$[A-Za-z0-9./]{86}"
    },
    {
      id: "yescrypt-hash",
      vendor: "yescrypt",
      kind: "password hash",
      shape: "$y$[A-Za-z0-9./]{2,8}$[A-Za-z0-9./]{8,86}$[A-Za-z0-9./]{43}"
    },
    {
      id: "apache-md5-hash",
      vendor: "Apache",
      kind: "password hash of htpasswd",
      shape: "$apr1$[A-Za-z0-9./]{2,8}$[A-Za-z0-9./]{22}"
    },
    {
      id: "argon2-hash",
      vendor: "Argon2",
      kind: "password hash",
      shape: "$argon2(id|i|d)$v=[0-9]{2}$m=[0-9]{1,9},t=[0-9]{1,4},p=[0-9]{1,4}$[A-Za-z0-9+/]{11,86}$[A-Za-z0-9+/]{22,170}",
      prefixes: ["$argon2id$", "$argon2i$", "$argon2d$"]
    },
    { id: "md5-crypt-hash", vendor: "MD5-crypt", kind: "password hash", shape: "$1$[A-Za-z0-9./]{8}$[A-Za-z0-9./]{22}" },
    { id: "cisco-type-8-hash", vendor: "Cisco", kind: "type 8 password hash", shape: "$8$[A-Za-z0-9./]{8,16}$[A-Za-z0-9./]{43}" },
    {
      id: "kerberos-asrep-hash",
      vendor: "Kerberos",
      kind: "AS-REP hash",
      shape: "$krb5asrep$23$([A-Za-z0-9@._-]{1,100}:)?[0-9a-f]{32}$[0-9a-f]{64,1000}"
    }
  ]
};
// packages/checks/src/secrets/families/payments.ts
var PAYMENTS = {
  id: "payments",
  opens: "read customers and transactions and, within its permissions, move money",
  severity: "critical",
  rotate: (vendor) => `Roll it in the ${vendor} dashboard, where API keys are listed, and look through the log of requests.`,
  rows: [
    {
      id: "stripe-live-key",
      vendor: "Stripe",
      kind: "live secret key",
      shape: "sk_(live|prod)_[A-Za-z0-9]{10,247}",
      prefixes: ["sk_live_", "sk_prod_"],
      reference: "https://docs.stripe.com/keys"
    },
    {
      id: "stripe-live-restricted-key",
      vendor: "Stripe",
      kind: "live restricted key",
      shape: "rk_(live|prod)_[A-Za-z0-9]{10,247}",
      prefixes: ["rk_live_", "rk_prod_"],
      severity: "high",
      reference: "https://docs.stripe.com/keys/restricted-api-keys"
    },
    {
      id: "stripe-test-key",
      vendor: "Stripe",
      kind: "test secret key",
      shape: "(sk|rk)_test_[A-Za-z0-9]{10,247}",
      prefixes: ["sk_test_", "rk_test_"],
      severity: "low",
      tier: "contextual",
      reference: "https://docs.stripe.com/keys"
    },
    {
      id: "stripe-publishable-key",
      vendor: "Stripe",
      kind: "publishable key",
      shape: "pk_(live|test)_[A-Za-z0-9]{20,247}",
      prefixes: ["pk_live_", "pk_test_"],
      public: PUBLISHABLE,
      reference: "https://docs.stripe.com/keys"
    },
    {
      id: "stripe-webhook-secret",
      vendor: "Stripe",
      kind: "webhook signing secret",
      shape: "whsec_[A-Za-z0-9+/]{32,64}[=]{0,2}",
      severity: "high",
      reference: "https://docs.stripe.com/webhooks"
    },
    {
      id: "stripe-payment-intent-secret",
      vendor: "Stripe",
      kind: "PaymentIntent client secret",
      shape: "pi_[A-Za-z0-9]{24}_secret_[A-Za-z0-9]{25}",
      severity: "low",
      tier: "contextual",
      rotate: "Cancel the PaymentIntent: its client secret ends with it.",
      reference: "https://docs.stripe.com/api/payment_intents/object"
    },
    { id: "paystack-live-key", vendor: "Paystack", kind: "live secret key", shape: "sk_live_[0-9a-f]{40}", near: ["paystack"] },
    {
      id: "paystack-test-key",
      vendor: "Paystack",
      kind: "test secret key",
      shape: "sk_test_[0-9a-f]{40}",
      severity: "low",
      tier: "contextual",
      near: ["paystack"]
    },
    { id: "checkout-com-secret-key", vendor: "Checkout.com", kind: "secret key", shape: "sk_<uuid>" },
    {
      id: "checkout-com-test-key",
      vendor: "Checkout.com",
      kind: "test secret key",
      shape: "sk_test_<uuid>",
      severity: "low",
      tier: "contextual"
    },
    {
      id: "checkout-com-customer-id",
      vendor: "Checkout.com",
      kind: "customer id",
      shape: "cus_[A-Za-z0-9]{26}",
      near: ["checkout.com", "checkout_", "cko"],
      public: IDENTIFIER
    },
    { id: "square-access-token", vendor: "Square", kind: "access token", shape: "EAAA[A-Za-z0-9_+=-]{60}", near: ["square"] },
    { id: "square-application-token", vendor: "Square", kind: "personal access token", shape: "sq0atp-[A-Za-z0-9_-]{22}" },
    { id: "square-application-secret", vendor: "Square", kind: "application secret", shape: "sq0csp-[A-Za-z0-9_-]{43}" },
    {
      id: "square-application-id",
      vendor: "Square",
      kind: "application id",
      shape: "sq0idp-[A-Za-z0-9_-]{22}",
      public: IDENTIFIER
    },
    {
      id: "plaid-production-token",
      vendor: "Plaid",
      kind: "production access token",
      shape: "access-production-<uuid>",
      rotate: "Call `/item/access_token/invalidate`, which answers with another one.",
      reference: "https://plaid.com/docs/api/tokens/"
    },
    {
      id: "plaid-development-token",
      vendor: "Plaid",
      kind: "development access token",
      shape: "access-development-<uuid>",
      severity: "high",
      rotate: "Call `/item/access_token/invalidate`, which answers with another one."
    },
    {
      id: "plaid-sandbox-token",
      vendor: "Plaid",
      kind: "sandbox access token",
      shape: "access-sandbox-<uuid>",
      severity: "low",
      tier: "contextual",
      rotate: "Call `/item/access_token/invalidate`, which answers with another one."
    },
    {
      id: "asaas-production-key",
      vendor: "Asaas",
      kind: "production API key",
      shape: "$aact_prod_[A-Za-z0-9_-]{20,100}"
    },
    {
      id: "asaas-sandbox-key",
      vendor: "Asaas",
      kind: "sandbox API key",
      shape: "$aact_hmlg_[A-Za-z0-9_-]{20,100}",
      severity: "low",
      tier: "contextual"
    },
    { id: "flutterwave-secret-key", vendor: "Flutterwave", kind: "live secret key", shape: "FLWSECK-[0-9a-z]{32}-X" },
    {
      id: "flutterwave-test-key",
      vendor: "Flutterwave",
      kind: "test secret key",
      shape: "FLWSECK_TEST-([0-9a-hA-H]{32}-X|[0-9a-hA-H]{12})",
      severity: "low",
      tier: "contextual"
    },
    {
      id: "flutterwave-public-key",
      vendor: "Flutterwave",
      kind: "test public key",
      shape: "FLWPUBK_TEST-[0-9a-hA-H]{32}-X",
      public: PUBLISHABLE
    },
    { id: "midtrans-server-key", vendor: "Midtrans", kind: "server key", shape: "Mid-server-[A-Za-z0-9_]{10,20}" },
    {
      id: "midtrans-client-key",
      vendor: "Midtrans",
      kind: "client key",
      shape: "Mid-client-[A-Za-z0-9_]{10,20}",
      public: PUBLISHABLE
    },
    { id: "pagarme-live-key", vendor: "Pagar.me", kind: "live API key", shape: "ak_live_[A-Za-z0-9]{30}" },
    {
      id: "razorpay-live-key-id",
      vendor: "Razorpay",
      kind: "live key id",
      shape: "rzp_live_[A-Za-z0-9]{14}",
      public: IDENTIFIER,
      rotate: "Regenerate the key under Account & Settings, API Keys at Razorpay.",
      reference: "https://razorpay.com/docs/api/authentication/"
    },
    {
      id: "razorpay-test-key-id",
      vendor: "Razorpay",
      kind: "test key id",
      shape: "rzp_test_[A-Za-z0-9]{14}",
      public: IDENTIFIER,
      rotate: "Regenerate the key under Account & Settings, API Keys at Razorpay."
    },
    {
      id: "gocardless-live-token",
      vendor: "GoCardless",
      kind: "live access token",
      shape: "live_[A-Za-z0-9_=-]{40,42}",
      near: ["gocardless"]
    },
    {
      id: "mercury-production-token",
      vendor: "Mercury",
      kind: "production API token",
      shape: "mercury_production_[a-z]{3,6}_[A-Za-z0-9]{40,50}_yrucrem"
    },
    {
      id: "paddle-live-key",
      vendor: "Paddle",
      kind: "live API key",
      shape: "pdl_live_apikey_[0-9a-z]{26}_[A-Za-z0-9]{22}_[A-Za-z0-9]{3}",
      reference: "https://developer.paddle.com/api-reference/about/authentication/"
    },
    {
      id: "paddle-sandbox-key",
      vendor: "Paddle",
      kind: "sandbox API key",
      shape: "pdl_sdbx_apikey_[0-9a-z]{26}_[A-Za-z0-9]{22}_[A-Za-z0-9]{3}",
      severity: "low",
      tier: "contextual"
    },
    {
      id: "polar-organization-token",
      vendor: "Polar",
      kind: "organization access token",
      shape: "polar_oat_[A-Za-z0-9_-]{20,100}"
    },
    { id: "polar-personal-token", vendor: "Polar", kind: "personal access token", shape: "polar_pat_[A-Za-z0-9_-]{20,100}" },
    { id: "polar-access-token", vendor: "Polar", kind: "access token", shape: "polar_at_[A-Za-z0-9_-]{20,100}" },
    { id: "ramp-client-secret", vendor: "Ramp", kind: "client secret", shape: "ramp_sec_[A-Za-z0-9]{48}" },
    { id: "ramp-client-id", vendor: "Ramp", kind: "client id", shape: "ramp_id_[A-Za-z0-9]{40}", public: IDENTIFIER },
    {
      id: "highnote-live-key",
      vendor: "Highnote",
      kind: "live API key",
      shape: "sk_live_a2V5Xz[A-Za-z0-9+/]{69}[=]{0,2}",
      near: ["highnote"]
    },
    { id: "column-live-key", vendor: "Column", kind: "live API key", shape: "live_[A-Za-z0-9]{27}", near: ["column"] },
    {
      id: "column-test-key",
      vendor: "Column",
      kind: "test API key",
      shape: "test_[A-Za-z0-9]{27}",
      severity: "low",
      tier: "contextual",
      near: ["column"]
    },
    {
      id: "persona-production-key",
      vendor: "Persona",
      kind: "production API key",
      shape: "persona_production_[0-9a-z_-]{20,80}"
    },
    { id: "onfido-live-token", vendor: "Onfido", kind: "live API token", shape: "api_live.[A-Za-z0-9_-]{20,80}" },
    { id: "onfido-live-us-token", vendor: "Onfido", kind: "live API token (US)", shape: "api_live_us.[A-Za-z0-9_-]{20,80}" },
    { id: "onfido-live-ca-token", vendor: "Onfido", kind: "live API token (Canada)", shape: "api_live_ca.[A-Za-z0-9_-]{20,80}" },
    { id: "proof-key", vendor: "Proof", kind: "API key", shape: "prf_(cli_)?[A-Za-z0-9_-]{20,80}", near: ["proof", "notarize"] }
  ]
};
// packages/checks/src/secrets/families/registries.ts
var REGISTRIES = {
  id: "registries",
  opens: "publish under its owner, or pull what is private",
  severity: "critical",
  rotate: (vendor) => `Revoke it in the account settings of ${vendor}, and publish with a short-lived token from CI.`,
  rows: [
    {
      id: "crates-io-token",
      vendor: "crates.io",
      kind: "API token",
      shape: "cio[A-Za-z0-9]{32}",
      rotate: "Revoke it at crates.io/settings/tokens, and publish by trusted publishing.",
      reference: "https://crates.io/docs/trusted-publishing"
    },
    {
      id: "rubygems-key",
      vendor: "RubyGems.org",
      kind: "API key",
      shape: "rubygems_[0-9a-f]{48}",
      rotate: "Delete it at rubygems.org/profile/api_keys, and publish by trusted publishing.",
      reference: "https://guides.rubygems.org/trusted-publishing/"
    },
    {
      id: "nuget-key",
      vendor: "NuGet.org",
      kind: "API key",
      shape: "oy2[0-9a-z]{43}",
      rotate: "Delete it at nuget.org/account/apikeys, and publish by trusted publishing.",
      reference: "https://learn.microsoft.com/nuget/nuget-org/trusted-publishing"
    },
    {
      id: "clojars-token",
      vendor: "Clojars",
      kind: "deploy token",
      shape: "CLOJARS_[0-9a-z]{60}",
      rotate: "Disable it at clojars.org/tokens and create another, scoped to one artifact.",
      reference: "https://github.com/clojars/clojars-web/wiki/Deploy-Tokens"
    },
    {
      id: "docker-personal-token",
      vendor: "Docker",
      kind: "personal access token",
      shape: "dckr_pat_[A-Za-z0-9_-]{27}",
      rotate: "Delete it at app.docker.com/settings/personal-access-tokens.",
      reference: "https://docs.docker.com/security/access-tokens/"
    },
    {
      id: "docker-organization-token",
      vendor: "Docker",
      kind: "organization access token",
      shape: "dckr_oat_[A-Za-z0-9_-]{32}",
      rotate: "Delete it among the access tokens of the organization in the Docker Admin Console.",
      reference: "https://docs.docker.com/enterprise/security/access-tokens/"
    },
    { id: "cloudsmith-key", vendor: "Cloudsmith", kind: "API key", shape: "csa_[0-9a-f]{30}[A-Za-z0-9]{6}" },
    {
      id: "thunderstore-token",
      vendor: "Thunderstore",
      kind: "service account token",
      shape: "tss_[A-Za-z0-9_-]{20,80}",
      near: ["thunderstore"]
    }
  ]
};
// packages/checks/src/secrets/families/setting.ts
var BETWEEN2 = String.raw`["'\]]{0,2}\s{0,4}(?:=>|:=|[=:,>])\s{0,4}["']{0,1}`;
var ENDING = 8;
function settingRules(rows) {
  return rows.map(rowRule2);
}
function rowRule2(row) {
  const title = `${row.vendor} ${row.kind}`;
  const prefixes = row.names.flatMap(spellings);
  let compiled2;
  return {
    id: row.id,
    title,
    description: row.identifier ? `This ${title} is ${IDENTIFIER}.` : `Whoever holds this ${title} can ${row.opens}; its name alone tells it, since the value has no form of its own.`,
    severity: row.identifier ? "info" : row.severity ?? "high",
    tier: "contextual",
    prefixes,
    get shape() {
      compiled2 ??= new RegExp(`${named(prefixes)}${BETWEEN2}(?<secret>${shapeSource(row.shape)})`, "y");
      return compiled2;
    },
    ...row.identifier ? { check: () => ({ evidence: "public", why: IDENTIFIER }) } : {},
    ...row.near === void 0 ? {} : { near: row.near },
    remedy: {
      rotate: row.rotate ?? "Nothing has to be rotated.",
      ...row.provider === void 0 ? {} : { provider: row.provider }
    },
    reference: row.reference,
    examples: (make) => examples(row, prefixes, make)
  };
}
function named(prefixes) {
  const lengths = prefixes.map(({ length }) => length);
  return `[A-Za-z._-]{${Math.min(...lengths)},${Math.max(...lengths) + ENDING}}`;
}
function spellings(words22) {
  const parts = words22.split(" ");
  if (parts.length === 1) return parts;
  const pascal = parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join("");
  const camel = pascal.charAt(0).toLowerCase() + pascal.slice(1);
  return [parts.join("_").toUpperCase(), parts.join("_"), camel, pascal, parts.join("-")];
}
function examples(row, prefixes, make) {
  const value = () => shapeExamples(row.shape, [""], make).positive[0];
  return {
    positive: prefixes.map((name, at) => at % 2 === 0 ? `${name}=${value()}` : `"${name}": "${value()}"`),
    negative: [`${prefixes[0]}=${"*".repeat(value().length)}`, `${prefixes[0]}=`]
  };
}
// packages/checks/src/secrets/families/trading.ts
var TRADING = {
  id: "trading",
  opens: "read an account and, within its permissions, trade",
  severity: "high",
  rotate: (vendor) => `Delete it under API management at ${vendor} and create another, bound to addresses.`,
  rows: [
    {
      id: "gemini-master-key",
      vendor: "Gemini",
      kind: "master API key",
      shape: "master-[A-Za-z0-9]{20}",
      severity: "critical",
      near: ["gemini"]
    },
    { id: "gemini-account-key", vendor: "Gemini", kind: "account API key", shape: "account-[A-Za-z0-9]{20}", near: ["gemini"] },
    {
      id: "coinbase-key-name",
      vendor: "Coinbase",
      kind: "API key name",
      shape: "organizations/<uuid>/apiKeys/<uuid>",
      public: IDENTIFIER
    },
    {
      id: "robinhood-crypto-key",
      vendor: "Robinhood",
      kind: "Crypto API key",
      shape: "rh-api-<uuid>"
    },
    { id: "databento-key", vendor: "Databento", kind: "API key", shape: "db-[A-Za-z0-9]{29}", near: ["databento"] },
    { id: "finage-key", vendor: "Finage", kind: "API key", shape: "API_KEY[0-9A-Z]{32}", near: ["finage"] },
    { id: "iex-cloud-secret-token", vendor: "IEX Cloud", kind: "secret token", shape: "sk_[A-Za-z0-9]{32}", near: ["iex"] },
    { id: "dfuse-web-key", vendor: "dfuse", kind: "web API key", shape: "web_[0-9a-z]{32}", near: ["dfuse"] }
  ]
};
// packages/checks/src/secrets/families/version-control.ts
var VERSION_CONTROL = {
  id: "version-control",
  opens: "read code and, within its permissions, change it",
  severity: "high",
  rotate: (vendor) => `Revoke it among the access tokens in the settings of ${vendor}.`,
  rows: [
    {
      id: "gitlab-session-cookie",
      vendor: "GitLab",
      kind: "session cookie",
      shape: "_gitlab_session=[0-9a-z]{32}",
      rotate: "Sign out of the session under active sessions in the GitLab preferences."
    },
    {
      id: "sourcegraph-token",
      vendor: "Sourcegraph",
      kind: "access token",
      shape: "sgp_([0-9a-f]{16}_|local_)?[0-9a-f]{40}"
    },
    { id: "sourcegraph-cody-gateway-key", vendor: "Sourcegraph", kind: "Cody Gateway key", shape: "slk_[0-9a-f]{64}" },
    {
      id: "sonar-global-token",
      vendor: "SonarQube",
      kind: "global analysis token",
      shape: "sqa_[0-9a-f]{40}",
      reference: "https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/"
    },
    { id: "sonar-project-token", vendor: "SonarQube", kind: "project analysis token", shape: "sqp_[0-9a-f]{40}" },
    { id: "sonar-user-token", vendor: "SonarQube", kind: "user token", shape: "squ_[0-9a-f]{40}" },
    {
      id: "sonarcloud-organization-token",
      vendor: "SonarQube Cloud",
      kind: "scoped organization token",
      shape: "sqco_[A-Za-z0-9]{59}"
    },
    { id: "trufflehog-key", vendor: "TruffleHog Enterprise", kind: "key", shape: "thog-key-[0-9a-f]{16}", public: IDENTIFIER },
    { id: "trufflehog-secret", vendor: "TruffleHog Enterprise", kind: "secret", shape: "thog-secret-[0-9a-f]{32}" },
    { id: "endor-labs-key", vendor: "Endor Labs", kind: "API key or secret", shape: "endr\\+[A-Za-z0-9-]{16}" },
    { id: "aikido-ci-token", vendor: "Aikido", kind: "CI token", shape: "AIK_CI_[A-Za-z0-9]{20,44}" },
    { id: "aikido-client-secret", vendor: "Aikido", kind: "client secret", shape: "AIK_SECRET_[A-Za-z0-9]{64}" },
    { id: "aikido-client-id", vendor: "Aikido", kind: "client id", shape: "AIK_CLIENT_[A-Za-z0-9]{24}", public: IDENTIFIER },
    { id: "stackhawk-key", vendor: "StackHawk", kind: "API key", shape: "hawk.[A-Za-z0-9_-]{20}.[A-Za-z0-9_-]{20}" },
    { id: "dependency-track-key", vendor: "Dependency-Track", kind: "API key", shape: "odt_[A-Za-z0-9]{32,255}" },
    { id: "nightfall-key", vendor: "Nightfall AI", kind: "API key", shape: "NF-[A-Za-z0-9]{32}", near: ["nightfall"] }
  ]
};
// packages/checks/src/secrets/families/workplace.ts
var WORKPLACE = {
  id: "workplace",
  opens: "read and, within its permissions, change what its owner works on",
  severity: "high",
  rotate: (vendor) => `Revoke it among the API tokens in the settings of ${vendor} and create another with fewer scopes.`,
  rows: [
    {
      id: "airtable-personal-token",
      vendor: "Airtable",
      kind: "personal access token",
      shape: "pat[A-Za-z0-9]{14}.[0-9a-f]{64}",
      reference: "https://airtable.com/developers/web/guides/personal-access-tokens"
    },
    {
      id: "clickup-personal-token",
      vendor: "ClickUp",
      kind: "personal API token",
      shape: "pk_[0-9]{7,9}_[0-9A-Z]{32}",
      reference: "https://developer.clickup.com/docs/authentication"
    },
    {
      id: "close-key",
      vendor: "Close",
      kind: "API key",
      shape: "api_[A-Za-z0-9.]{45}",
      near: ["close.com", "closeio", "close_api", "close-api", "closecrm"],
      reference: "https://developer.close.com/topics/authentication/"
    },
    {
      id: "contentful-personal-token",
      vendor: "Contentful",
      kind: "personal access token",
      shape: "CFPAT-[A-Za-z0-9_-]{43}"
    },
    {
      id: "dropbox-access-token",
      vendor: "Dropbox",
      kind: "access token",
      shape: "sl.(u.)?([A-Za-z0-9_=-]{1000}[A-Za-z0-9_=-]{0,1000}|[A-Za-z0-9_=-]{130,1000})",
      rotate: "Call `/2/auth/token/revoke` with it; it lives four hours.",
      reference: "https://developers.dropbox.com/oauth-guide"
    },
    {
      id: "figma-personal-token",
      vendor: "Figma",
      kind: "personal access token",
      shape: "figd_[A-Za-z0-9_-]{38,42}",
      reference: "https://developers.figma.com/docs/rest-api/authentication/"
    },
    { id: "figma-plan-token", vendor: "Figma", kind: "plan access token", shape: "figp_[A-Za-z0-9_=-]{40,54}" },
    {
      id: "figma-oauth-token",
      vendor: "Figma",
      kind: "OAuth token",
      shape: "fig(h|o|r|u)_[A-Za-z0-9_-]{40}",
      prefixes: ["figh_", "figo_", "figr_", "figu_"]
    },
    { id: "frame-io-token", vendor: "Frame.io", kind: "developer token", shape: "fio-u-[A-Za-z0-9_=-]{64}" },
    {
      id: "hubspot-private-app-token",
      vendor: "HubSpot",
      kind: "private app access token",
      shape: "pat-[a-z0-9]{2,3}-<uuid>",
      reference: "https://developers.hubspot.com/docs/apps/legacy-apps/private-apps/overview"
    },
    {
      id: "linear-key",
      vendor: "Linear",
      kind: "personal API key",
      shape: "lin_api_[A-Za-z0-9]{40}",
      reference: "https://linear.app/developers/graphql"
    },
    {
      id: "notion-token",
      vendor: "Notion",
      kind: "integration token",
      shape: "ntn_[0-9]{11}[A-Za-z0-9]{35}",
      reference: "https://developers.notion.com/docs/authorization"
    },
    {
      id: "notion-legacy-token",
      vendor: "Notion",
      kind: "legacy integration token",
      shape: "secret_[A-Za-z0-9]{43}",
      near: ["notion"],
      reference: "https://developers.notion.com/docs/authorization"
    },
    { id: "notion-refresh-token", vendor: "Notion", kind: "refresh token", shape: "nrt_[A-Za-z0-9_]{40,55}" },
    {
      id: "postman-key",
      vendor: "Postman",
      kind: "API key",
      shape: "PMAK-[0-9a-f]{24}-[0-9a-f]{34}",
      reference: "https://learning.postman.com/docs/developer/postman-api/authentication/"
    },
    {
      id: "readme-key",
      vendor: "ReadMe",
      kind: "API key",
      shape: "rdme_[0-9a-z]{70}"
    },
    {
      id: "teamwork-token",
      vendor: "Teamwork",
      kind: "API token",
      shape: "tkn.v1_[A-Za-z0-9]{71}="
    },
    {
      id: "typeform-token",
      vendor: "Typeform",
      kind: "personal access token",
      shape: "tfp_[A-Za-z0-9._=-]{40,59}",
      reference: "https://www.typeform.com/developers/get-started/personal-access-token/"
    },
    {
      id: "wakatime-key",
      vendor: "WakaTime",
      kind: "API key",
      shape: "waka_(<uuid>|[A-Za-z0-9]{36,64})",
      severity: "medium",
      reference: "https://wakatime.com/developers"
    },
    {
      id: "workato-token",
      vendor: "Workato",
      kind: "API token",
      shape: "wrka([a-z]{2})?-eyJ[A-Za-z0-9_-]{8,1000}.[A-Za-z0-9_-]{16,1000}.[A-Za-z0-9_-]{64,1000}",
      severity: "critical"
    },
    {
      id: "segment-public-api-token",
      vendor: "Segment",
      kind: "Public API token",
      shape: "sgp_[A-Za-z0-9]{64}",
      near: ["segment"]
    },
    {
      id: "apideck-live-key",
      vendor: "Apideck",
      kind: "live API key",
      shape: "sk_live_[A-Za-z0-9-]{93}",
      near: ["apideck"]
    },
    {
      id: "convertapi-secret",
      vendor: "ConvertAPI",
      kind: "secret",
      shape: "secret_[A-Za-z0-9]{16}",
      severity: "medium",
      near: ["convertapi"]
    },
    {
      id: "checkio-key",
      vendor: "CheckIO",
      kind: "API key",
      shape: "pk_[A-Za-z0-9]{45}",
      severity: "medium",
      near: ["checio", "checkio"]
    },
    {
      id: "locationiq-token",
      vendor: "LocationIQ",
      kind: "access token",
      shape: "pk.[A-Za-z0-9-]{32}",
      severity: "low",
      near: ["locationiq"]
    },
    {
      id: "brave-search-key",
      vendor: "Brave Search",
      kind: "API key",
      shape: "BSA[A-Za-z0-9_-]{24,40}",
      severity: "medium",
      near: ["brave"]
    }
  ]
};
// packages/checks/src/secrets/families/catalogue.ts
var FAMILIES = [
  VERSION_CONTROL,
  REGISTRIES,
  CI_CD,
  CLOUD,
  INFRASTRUCTURE,
  ENCODED,
  IDENTITY,
  DATABASES,
  PAYMENTS,
  TRADING,
  AI,
  MESSAGING,
  EMAIL,
  OBSERVABILITY,
  COMMERCE,
  WORKPLACE,
  MEDIA,
  DEVICES,
  PASSWORD_HASHES
];
var RULES = FAMILIES.flatMap(familyRules);
var SHAPE_RULES = [
  ...RULES.filter((rule) => rule.near !== void 0),
  ...RULES.filter((rule) => rule.near === void 0)
];
var SETTING_RULES = settingRules([...MACHINE_SETTINGS, ...CUSTOMER_SETTINGS]);
// packages/checks/src/secrets/proof/bech32.ts
var DIGITS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
var GENERATORS = [996825010, 642813549, 513874426, 1027748829, 705979059];
function isBech32(text) {
  if (text !== text.toLowerCase() && text !== text.toUpperCase()) return false;
  const low = text.toLowerCase();
  const mark2 = low.lastIndexOf("1");
  const digits3 = [...low.slice(mark2 + 1)].map((character) => DIGITS.indexOf(character));
  if (mark2 < 1 || digits3.length < 6 || digits3.includes(-1) || /[^!-~]/.test(low)) return false;
  return polymod([...expanded(low.slice(0, mark2)), ...digits3]) === 1;
}
function bech32(readable2, data) {
  const digits3 = [...data].map((character) => DIGITS.indexOf(character));
  const sum5 = polymod([...expanded(readable2), ...digits3, 0, 0, 0, 0, 0, 0]) ^ 1;
  const tail = [25, 20, 15, 10, 5, 0].map((shift) => DIGITS[sum5 >>> shift & 31]).join("");
  return `${readable2}1${data}${tail}`;
}
function expanded(readable2) {
  const codes = [...readable2].map((character) => character.charCodeAt(0));
  return [...codes.map((code) => code >>> 5), 0, ...codes.map((code) => code & 31)];
}
function polymod(values) {
  let sum5 = 1;
  for (const value of values) {
    const top = sum5 >>> 25;
    sum5 = (sum5 & 33554431) << 5 ^ value;
    GENERATORS.forEach((generator, bit) => {
      if (top >>> bit & 1) sum5 ^= generator;
    });
  }
  return sum5;
}
// packages/checks/src/secrets/proof/judged.ts
function judgedSum(holds, what) {
  return holds ? { evidence: "proven", why: `${what} holds` } : { evidence: "broken", why: `${what} does not hold` };
}
function judgedForm(read22, missing) {
  return read22 === void 0 ? { evidence: "broken", why: missing } : { evidence: "proven", why: read22 };
}
// packages/checks/src/secrets/rules/age-secret-key.ts
function check({ value }) {
  return judgedSum(isBech32(value), "the Bech32 checksum");
}
var ageSecretKey = {
  id: "age-secret-key",
  title: "age secret key",
  description: "A secret key of age decrypts every file that was encrypted for it, and with SOPS every secret in the repository.",
  severity: "critical",
  selfMade: true,
  prefixes: ["AGE-SECRET-KEY-1"],
  shape: /AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}/y,
  check,
  remedy: { rotate: "Make another key, encrypt the files for it, and change every secret that the old key could read." },
  reference: "https://age-encryption.org/v1",
  examples: (make) => {
    const key = bech32(
      "age-secret-key-",
      make.chars("qpzry9x8gf2tvdw0s3jn54khce6mua7l", 51) + make.pick(["q", "s"])
    ).toUpperCase();
    return { positive: [key], negative: [key.slice(0, -1), `${key}Q`, key.replace("-1", "-1B")] };
  }
};
// packages/checks/src/secrets/proof/crc32.ts
var TABLE2 = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? rest >>> 1 ^ 3988292384 : rest >>> 1;
  return rest;
});
function crc32(data) {
  let rest = 4294967295;
  for (let at = 0; at < data.length; at++) {
    const byte = typeof data === "string" ? data.charCodeAt(at) & 255 : data[at];
    rest = rest >>> 8 ^ TABLE2[(rest ^ byte) & 255];
  }
  return ~rest >>> 0;
}
// packages/checks/src/secrets/proof/hex.ts
function hex32(value) {
  return (value >>> 0).toString(16).padStart(8, "0");
}
function hex32Reversed(value) {
  return hex32(reversed32(value));
}
function reversed32(value) {
  return ((value & 255) << 24 | (value & 65280) << 8 | value >>> 8 & 65280 | value >>> 24) >>> 0;
}
function littleEndian(value) {
  return Uint8Array.of(value & 255, value >>> 8 & 255, value >>> 16 & 255, value >>> 24);
}
// packages/checks/src/secrets/rules/atlassian-api-token.ts
function sum(covered) {
  return hex32(crc32(covered)).toUpperCase();
}
function check2({ value }) {
  return judgedSum(sum(value.slice(0, -8)) === value.slice(-8), "the CRC-32 in its last eight characters");
}
var atlassianApiToken = {
  id: "atlassian-api-token",
  title: "Atlassian API token",
  description: "An API token of Atlassian reads and changes what its owner can in Jira, Confluence or Bitbucket.",
  severity: "critical",
  prefixes: ["ATATT3", "ATCTT3"],
  shape: /AT[AC]TT3[A-Za-z0-9_-]{150,220}={0,2}[0-9A-F]{8}/y,
  check: check2,
  remedy: {
    rotate: "Revoke it under Security, API tokens of the Atlassian account, or under the access tokens of the repository or project."
  },
  reference: "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/",
  examples: (make) => ({
    positive: ["ATATT3", "ATCTT3"].map((prefix) => {
      const covered = `${prefix}${make.chars("A-Za-z0-9_-", 177)}=`;
      return covered + sum(covered);
    }),
    negative: [`ATATT3${make.chars("A-Za-z0-9", 90)}`]
  })
};
// packages/checks/src/secrets/proof/latin1.ts
function toBytes(text) {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
function toText(bytes) {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
function joined(...parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
// packages/checks/src/secrets/proof/base64.ts
function decodeBase64(text) {
  const bare2 = text.replace(/={1,2}$/, "").replaceAll("-", "+").replaceAll("_", "/");
  if (bare2.length % 4 === 1 || /[^A-Za-z0-9+/]/.test(bare2)) return void 0;
  return toBytes(atob(bare2));
}
function encodeBase64(bytes) {
  return btoa(toText(bytes));
}
function encodeBase64Url(bytes) {
  return encodeBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
// packages/checks/src/secrets/rules/atlassian-data-center-token.ts
var PREFIXES = ["BBDC-", "MT", "Mj", "Mz", "ND", "NT", "Nj", "Nz", "OD", "OT"];
function check3({ value }) {
  const bytes = decodeBase64(value.replace(/^BBDC-/, "")) ?? new Uint8Array();
  const [, id] = /^([1-9]\d{3,14}):/.exec(toText(bytes)) ?? [];
  if (id === void 0 && !value.startsWith("BBDC-")) return { evidence: "none" };
  return judgedForm(id && `base 64 of the number ${id} and random bytes`, "base 64, but not of a number and a colon");
}
var atlassianDataCenterToken = {
  id: "atlassian-data-center-token",
  title: "Atlassian Data Center personal access token",
  description: "A personal access token of a Jira, Confluence or Bitbucket server acts as its owner.",
  severity: "high",
  prefixes: PREFIXES,
  shape: /(?:BBDC-)?[MNO][TDjz][A-Za-z0-9+/]{42}/y,
  check: check3,
  near: ["jira", "confluence", "bitbucket", "atlassian", "bbdc-"],
  remedy: { rotate: "Revoke it under Profile, Personal access tokens of that server." },
  reference: "https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html",
  examples: (make) => {
    const token = encodeBase64(joined(toBytes(`${make.chars("1-9", 12)}:`), make.bytes(20)));
    return { positive: [token, `BBDC-${token}`], negative: [token.slice(1), `M${make.chars("A-Za-z0-9", 40)}`] };
  }
};
// packages/checks/src/secrets/proof/base32.ts
var DIGITS2 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
function decodeBase32(text) {
  const bytes = new Uint8Array(Math.floor(text.length * 5 / 8));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const character of text) {
    const digit2 = DIGITS2.indexOf(character);
    if (digit2 < 0) return void 0;
    held = (held << 5 | digit2) & 4095;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = held >>> bits;
    }
  }
  return bytes;
}
function encodeBase32(bytes) {
  let text = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8 | byte) & 4095;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += DIGITS2[held >>> bits & 31];
    }
  }
  return bits > 0 ? text + DIGITS2[held << 5 - bits & 31] : text;
}
// packages/checks/src/secrets/proof/aws-account.ts
var FIRST_WITH_ACCOUNT = "Q";
function awsAccount(id) {
  const bytes = decodeBase32(id.slice(4, 14));
  if (!bytes || id[4] < FIRST_WITH_ACCOUNT) return void 0;
  const number = bytes.reduce((sum5, byte) => sum5 << 8n | BigInt(byte), 0n);
  const account = ((number & 0x7fffffffff80n) >> 7n).toString();
  return account.length <= 12 ? account.padStart(12, "0") : void 0;
}
// packages/checks/src/secrets/rules/aws-access-key.ts
var KINDS3 = {
  AKIA: "long-lived",
  ASIA: "temporary",
  ABIA: "bearer token of STS",
  ACCA: "context-specific"
};
function check4({ value }) {
  const account = awsAccount(value);
  const kind = `${KINDS3[value.slice(0, 4)]} access key id`;
  return {
    evidence: "shape",
    why: account ? `${kind} of account ${account}` : kind
  };
}
var awsAccessKey = {
  id: "aws-access-key",
  title: "AWS access key id",
  description: "An access key id names a key pair; alone it opens nothing, with its secret it is the account.",
  severity: "info",
  prefixes: Object.keys(KINDS3),
  shape: /A(?:KIA|SIA|BIA|CCA)[A-Z2-7]{16}/y,
  check: check4,
  remedy: { rotate: "Deactivate and delete the key in IAM if its secret may be out as well.", provider: "aws" },
  reference: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids",
  examples: (make) => ({
    positive: Object.keys(KINDS3).map((kind) => `${kind}${make.chars("Q-Z", 1)}A${make.chars("A-Z2-7", 14)}`),
    negative: [`AKIA${make.chars("A-Z", 15)}`, `AKIA${make.chars("A-Z", 8)}0189${make.chars("A-Z", 4)}`]
  })
};
// packages/checks/src/secrets/rules/aws-bedrock-api-key.ts
function check5({ value }) {
  const [, name] = /^(BedrockAPIKey-[\w+-]{1,80}):.{8,200}$/s.exec(toText(decodeBase64(value.slice(4)) ?? new Uint8Array())) ?? [];
  return judgedForm(name && `decodes to the key \`${name}\``, "does not decode to a name and a key");
}
var awsBedrockApiKey = {
  id: "aws-bedrock-api-key",
  title: "Amazon Bedrock API key",
  description: "A long-lived API key of Bedrock calls models in the account, as a user of IAM of its own.",
  severity: "critical",
  prefixes: ["ABSKQmVkcm9ja0FQSUtleS"],
  shape: /ABSKQmVkcm9ja0FQSUtleS[A-Za-z0-9+/]{80,260}={0,2}/y,
  check: check5,
  remedy: { rotate: "Delete the service-specific credential of the user in IAM, and let the job take a role.", provider: "aws" },
  reference: "https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html",
  examples: (make) => {
    const name = `BedrockAPIKey-${make.chars("a-z0-9", 4)}-at-${make.chars("1-9", 12)}`;
    return {
      positive: [`ABSK${encodeBase64(toBytes(`${name}:${make.chars("A-Za-z0-9+/", 44)}`))}`],
      negative: [`ABSKQmVkcm9ja0FQSUtleS${make.chars("A-Za-z0-9", 30)}`]
    };
  }
};
// packages/checks/src/secrets/rules/aws-secret-access-key.ts
var awsSecretAccessKeyS = [
  "aws_secret_access_key",
  "AWS_SECRET_ACCESS_KEY",
  "aws_secret_key",
  "AWS_SECRET_KEY",
  "aws-secret-access-key",
  "aws.secretKey",
  "awsSecretAccessKey",
  "awsSecretKey",
  "secret_access_key",
  "secretAccessKey",
  "SecretAccessKey"
];
var awsSecretAccessKey = {
  id: "aws-secret-access-key",
  title: "AWS secret access key",
  description: "A secret access key signs requests as the user, role or root of an AWS account.",
  severity: "critical",
  tier: "contextual",
  prefixes: awsSecretAccessKeyS,
  shape: /[Aa]?[A-Za-z._-]{9,22}["']?\]?\s{0,4}(?:=>|:=|[=:,])\s{0,4}(?:!Sub\s)?["']?(?<secret>(?=[A-Za-z/+]{0,39}[0-9])(?=[a-z0-9/+]{0,39}[A-Z])(?=[A-Z0-9/+]{0,39}[a-z])[A-Za-z0-9/+]{40})/y,
  remedy: { rotate: "Deactivate and delete the key in IAM, and let the job take a role.", provider: "aws" },
  reference: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
  examples: (make) => {
    const secret = () => `a7Z${make.chars("A-Za-z0-9/+", 36)}Q`;
    return {
      positive: [
        `aws_secret_access_key = ${secret()}`,
        `AWS_SECRET_ACCESS_KEY=${secret()}`,
        `"SecretAccessKey": "${secret()}"`,
        `secretAccessKey: '${secret()}'`
      ],
      negative: [`aws_secret_access_key = ${make.chars("a-f0-9", 40)}`, `aws_secret_access_key = ${make.chars("A-Za-z0-9", 30)}`]
    };
  }
};
// packages/checks/src/secrets/rules/aws-session-token.ts
var IN_ADDRESS = /x-amz-security-token(?:=|%3d|\\u003d)$/i;
function check6({ before }) {
  if (IN_ADDRESS.test(before)) return { evidence: "public", why: "a part of a signed address, which ends within hours" };
  return { evidence: "shape" };
}
var awsSessionToken = {
  id: "aws-session-token",
  title: "AWS session token",
  description: "A session token belongs to temporary credentials, which end by themselves within hours.",
  severity: "medium",
  // It opens nothing without its key pair, which is found by itself.
  tier: "contextual",
  prefixes: ["IQoJb3JpZ2luX2Vj", "FwoGZXIvYXdz", "FQoGZXIvYXdz"],
  shape: /(?:IQoJb3JpZ2luX2Vj|F[wQ]oGZXIvYXdz)[A-Za-z0-9+/]{88,2000}={0,2}/y,
  check: check6,
  remedy: {
    rotate: "Revoke the active sessions of the role in IAM if the hours are not over, and find out what printed it.",
    provider: "aws"
  },
  reference: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html",
  examples: (make) => ({
    positive: ["IQoJb3JpZ2luX2Vj", "FwoGZXIvYXdz"].map((prefix) => prefix + make.chars("A-Za-z0-9+/", 300)),
    negative: [`IQoJb3JpZ2luX2Vj${make.chars("A-Za-z0-9", 40)}`]
  })
};
// packages/checks/src/secrets/openers.ts
var OPENERS = [
  '="',
  "='",
  "= ",
  ": ",
  ':"',
  ' "',
  " '",
  "AccountKey=",
  "SharedAccessKey=",
  "KEY=",
  "Key=",
  "key=",
  "TOKEN=",
  "token=",
  "PAT=",
  "SECRET=",
  "code="
];
var OPENING = `(?:[=: ]["' ]|[A-Za-z]{3,15}=)`;
function opened2(value) {
  return new RegExp(`${OPENING}(?<secret>${value})`, "y");
}
// packages/checks/src/secrets/proof/base62.ts
var DIGITS3 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
function base62(value, width = 1) {
  let rest = value >>> 0;
  let text = "";
  do {
    text = DIGITS3[rest % 62] + text;
    rest = Math.floor(rest / 62);
  } while (rest > 0);
  return text.padStart(width, "0");
}
// packages/checks/src/secrets/proof/marvin32.ts
function marvin32(bytes, seed) {
  let low = Number(seed & 0xffffffffn) | 0;
  let high = Number(seed >> 32n) | 0;
  const mix = () => {
    high ^= low;
    low = turn(low, 20) + high;
    high = turn(high, 9) ^ low;
    low = turn(low, 27) + high;
    high = turn(high, 19);
  };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  for (; at + 4 <= bytes.length; at += 4) {
    low = low + view.getUint32(at, true) | 0;
    mix();
  }
  let last2 = 128;
  for (let rest = bytes.length - 1; rest >= at; rest--) last2 = last2 << 8 | bytes[rest];
  low = low + last2 | 0;
  mix();
  mix();
  return [high >>> 0, low >>> 0];
}
function marvin32Folded(bytes, seed) {
  const [high, low] = marvin32(bytes, seed);
  return (high ^ low) >>> 0;
}
function marvinSeed(name) {
  return [...name].reduce((sum5, character) => sum5 << 8n | BigInt(character.charCodeAt(0)), 0n);
}
function turn(word, by) {
  return word << by | word >>> 32 - by;
}
// packages/checks/src/secrets/proof/azure-key.ts
function isIdentifiable(key, seeds) {
  const bytes = decodeBase64(key);
  if (!bytes || bytes.length < 24) return false;
  const sum5 = toText(bytes.subarray(-4));
  return seeds.some((seed) => toText(checksum(bytes.subarray(0, -4), seed)) === sum5);
}
function identifiable(random, signature, seed) {
  const digits3 = encodeBase64(random).replaceAll("=", "");
  const signed = digits3.slice(0, -10) + signature + digits3.slice(-6);
  const bytes = decodeBase64(signed) ?? random;
  const data = bytes.subarray(0, -4);
  return encodeBase64(joined(data, checksum(data, seed)));
}
function annotatedSum(data) {
  const bytes = littleEndian(marvin32Folded(data, marvinSeed("Default0")));
  return base62Bytes(bytes).padEnd(6, "0").slice(0, 4);
}
function checksum(data, seed) {
  return littleEndian(marvin32Folded(data, marvinSeed(seed)));
}
function base62Bytes(bytes) {
  const zeros = bytes.findIndex((byte) => byte !== 0);
  const number = bytes.reduce((sum5, byte) => sum5 * 256 + byte, 0);
  return "0".repeat(zeros < 0 ? 3 : zeros) + base62(number);
}
// packages/checks/src/secrets/rules/azure-annotated-key.ts
var COVERED = 80;
var SERVICES = {
  AZDO: "Azure DevOps",
  AZAC: "Azure App Configuration",
  ACOG: "Azure AI services",
  AZEG: "Azure Event Grid",
  AZMP: "Azure Maps",
  AZCS: "Azure Communication Services"
};
function check7({ value }) {
  const signature = value.slice(76, COVERED);
  const data = decodeBase64(value.slice(0, COVERED)) ?? new Uint8Array();
  return judgedSum(
    annotatedSum(data) === value.slice(COVERED, 84),
    `annotated for ${SERVICES[signature] ?? signature}: the checksum at the end`
  );
}
var azureAnnotatedKey = {
  id: "azure-annotated-key",
  title: "Azure annotated key",
  description: "A common annotated key is a personal access token of Azure DevOps or the key of an Azure service.",
  severity: "critical",
  prefixes: OPENERS,
  shape: opened2("[A-Za-z0-9]{52}JQQJ9[9DH][A-Za-z0-9][A-L][A-Za-z0-9]{16}[A-Za-z][A-Za-z0-9]{7}(?:[A-Za-z0-9]{2}==)?"),
  check: check7,
  remedy: {
    rotate: "Revoke the token under User settings, Personal access tokens of Azure DevOps, or regenerate the key of that resource.",
    provider: "azure"
  },
  reference: "https://learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate",
  examples: (make) => {
    const write52 = (signature) => {
      const covered = `${make.chars("A-Za-z0-9", 52)}JQQJ99A${make.chars("A-L", 1)}${make.chars("A-Za-z0-9", 12)}AAAA${signature}`;
      return `token: ${covered}${annotatedSum(decodeBase64(covered) ?? new Uint8Array())}`;
    };
    return {
      positive: Object.keys(SERVICES).map(write52),
      negative: [`token: ${make.chars("A-Za-z0-9", 52)}JQQJ9X${make.chars("A-Za-z0-9", 26)}`]
    };
  }
};
// packages/checks/src/secrets/rules/azure-devops-legacy-token.ts
var MASKS = [3770247469, 270137646];
var PLACES = [22, 8, 7, 2];
var NAMES2 = /devops|visualstudio|vsts|vss|tfs/i;
function check8({ value, before, after }) {
  const bytes = decodeBase32(value.toUpperCase()) ?? new Uint8Array();
  const stated = PLACES.reduce((sum6, place) => (sum6 << 8 | (bytes[place] ?? 0)) >>> 0, 0);
  const sum5 = crc32(bytes.filter((_, at) => !PLACES.includes(at)));
  const holds = MASKS.some((mask) => [stated, reversed32(stated)].includes((sum5 ^ mask) >>> 0));
  if (!holds && !NAMES2.test(before + after)) return { evidence: "none" };
  return judgedSum(holds, "the checksum among its bytes");
}
var azureDevopsLegacyToken = {
  id: "azure-devops-legacy-token",
  title: "Azure DevOps personal access token (older form)",
  description: "A personal access token of Azure DevOps reads or changes code, pipelines and packages as its owner.",
  severity: "critical",
  prefixes: OPENERS,
  shape: opened2("[a-z2-7]{52}"),
  check: check8,
  remedy: { rotate: "Revoke it under User settings, Personal access tokens.", provider: "azure" },
  reference: "https://learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate",
  examples: (make) => {
    const bytes = make.bytes(32);
    const sum5 = (crc32(bytes.filter((_, at) => !PLACES.includes(at))) ^ MASKS[0]) >>> 0;
    for (const [at, place] of PLACES.entries()) bytes[place] = sum5 >>> 24 - at * 8 & 255;
    return {
      positive: [`azure_devops_pat: ${encodeBase32(bytes).toLowerCase()}`],
      negative: [`azure_devops_pat: ${make.chars("a-z2-7", 51)}`]
    };
  }
};
// packages/checks/src/secrets/rules/azure-identifiable-key.ts
var SERVICES2 = {
  "+ASt": ["Storage", "Default0"],
  "+ABa": ["Batch", "AbAcct00"],
  "+ACR": ["Container Registry", "ACRDflt0"],
  "+ASb": ["Service Bus", "Send0000", "Listen00", "Manage00", "System00", "Unknown0"],
  "+AEh": ["Event Hubs", "Send0000", "Listen00", "Manage00", "System00", "Unknown0"],
  "+ARm": ["Relay", "Send0000", "Listen00", "Manage00", "Unknown0"],
  "+AMC": ["Machine Learning (classic)", "Classic0"],
  "+SQL": ["SQL", "UsrPwd00"],
  ACDb: ["Cosmos DB", "MastRW00", "MastRO00", "SystRW00", "SystRO00", "SysAll00", "Resour00", "Encryp00"],
  AzFu: ["Functions", "Functi00", "System00", "Master00"],
  AzSe: ["AI Search", "PAdmin00", "Query000"],
  AzCa: ["Cache for Redis", "Access00"],
  AIoT: ["IoT Hub", "IoTHub00", "DpsKey00", "Device00"],
  APIM: ["API Management", "Tenant00", "IoTHub00", "Gatewy00", "GitKey00"],
  AZEG: ["Event Grid"]
};
function check9({ value }) {
  const signature = /.{4}(?=.{6}={0,2}$)/.exec(value)?.[0] ?? "";
  const [service, ...seeds] = SERVICES2[signature] ?? [signature];
  const of = `signature of Azure ${service}`;
  if (isIdentifiable(value, seeds)) return judgedSum(true, `${of}, and the checksum at the end`);
  if (signature === "AzCa" || seeds.length === 0) return { evidence: "shape", why: of };
  return judgedSum(false, `${of}, but the checksum at the end`);
}
var azureIdentifiableKey = {
  id: "azure-identifiable-key",
  title: "Azure service key",
  description: "A key of an Azure service reads or writes its data, or administers it, without any identity.",
  severity: "critical",
  prefixes: OPENERS,
  // 32, 33, 39, 40 and 64 bytes.
  shape: opened2(
    "(?:[A-Za-z0-9+/_-]{33,34}|[A-Za-z0-9+/_-]{42}|[A-Za-z0-9+/_-]{44}|[A-Za-z0-9+/_-]{76})(?:\\+(?:ASt|ABa|ACR|ASb|AEh|ARm|AMC|SQL)|ACDb|AzFu|AzSe|AzCa|AIoT|APIM|AZEG)[A-Za-z0-9+/_-]{6}={0,2}"
  ),
  check: check9,
  remedy: {
    rotate: "Regenerate the key under Access keys of that resource, one of the two at a time, and disable key access where the service allows it.",
    provider: "azure"
  },
  reference: "https://github.com/microsoft/security-utilities",
  examples: (make) => {
    const sizes = {
      "+ASt": 64,
      "+ABa": 64,
      ACDb: 64,
      "+AMC": 64,
      AzFu: 40,
      AzSe: 39,
      "+ACR": 39,
      AzCa: 33,
      APIM: 64
    };
    const keys = Object.entries(SERVICES2).flatMap(
      ([signature, [, seed]]) => seed ? [identifiable(make.bytes(sizes[signature] ?? 32), signature, seed)] : []
    );
    return {
      positive: keys.map((key) => `key: ${key}`),
      negative: [`key: ${make.chars("A-Za-z0-9", 86)}==`, `key: ${make.chars("a-z", 20)}AzFu${make.chars("a-z", 6)}`]
    };
  }
};
// packages/checks/src/secrets/proof/instant.ts
function instantOf(seconds) {
  if (typeof seconds !== "number" || !(seconds > 0 && seconds < 253402300800)) return void 0;
  return `${new Date(seconds * 1e3).toISOString().slice(0, 19)}Z`;
}
var LONG_AGO = 1767225600;
function hasLongEnded(seconds) {
  return instantOf(seconds) !== void 0 && seconds < LONG_AGO;
}
// packages/checks/src/secrets/rules/azure-sas-token.ts
var ADDRESS = /[^\s"'<>`]{0,200}$/;
function check10({ before, after }) {
  const address = (ADDRESS.exec(before)?.[0] ?? "") + (/^[^\s"'<>`]{0,200}/.exec(after)?.[0] ?? "");
  const end = /[?&;]se=(\d{4}-\d\d-\d\d)?(\d{10})?/.exec(address);
  if (!/[?&;]sv=20\d\d-\d\d-\d\d/.test(address) && !/[?& ]sr=[^&]{4,200}&/.test(address)) return { evidence: "none" };
  const [, date, seconds] = end ?? [];
  const ends2 = date ? Date.parse(date) / 1e3 : Number(seconds);
  if (Number.isNaN(ends2)) return { evidence: "shape", why: "a shared access signature under a stored policy" };
  const day = new Date(ends2 * 1e3).toISOString().slice(0, 10);
  if (hasLongEnded(ends2)) return { evidence: "public", why: `a shared access signature that ended on ${day}` };
  return { evidence: "shape", why: `a shared access signature until ${day}` };
}
var azureSasToken = {
  id: "azure-sas-token",
  title: "Azure shared access signature",
  description: "A shared access signature reads or writes what it was signed for, until its time is over.",
  severity: "high",
  prefixes: ["sig="],
  shape: /sig=(?<secret>[A-Za-z0-9%+/]{42,70}(?:%3D|%3d|=))/y,
  check: check10,
  remedy: {
    rotate: "Rotate the account key that signed it, or revoke the user delegation key or the stored access policy.",
    provider: "azure"
  },
  reference: "https://learn.microsoft.com/azure/storage/common/storage-sas-overview",
  examples: (make) => ({
    positive: [sas(make, 2099), sas(make, 2091)],
    negative: [`?sv=2022-11-02&sig=${make.chars("a-z", 20)}`, `?se=2099-01-01&sig=${"*".repeat(46)}`]
  })
};
function sas(make, year) {
  return `?sv=2022-11-02&ss=b&srt=co&sp=r&se=${year}-01-01T00:00:00Z&spr=https&sig=${make.chars("A-Za-z0-9", 43)}%3D`;
}
// packages/checks/src/secrets/rules/azure-storage-account-key.ts
var azureStorageAccountKey = {
  id: "azure-storage-account-key",
  title: "Azure account key",
  description: "An account key in a connection string reads and writes everything in a storage or Cosmos DB account.",
  severity: "critical",
  // What a connection string calls it is as good as a prefix.
  prefixes: ["AccountKey="],
  shape: /AccountKey=(?<secret>[A-Za-z0-9+/]{86}==)/y,
  remedy: {
    rotate: "Regenerate the key under Access keys of the account, one of the two at a time, and disallow shared key access.",
    provider: "azure"
  },
  reference: "https://learn.microsoft.com/azure/storage/common/storage-account-keys-manage",
  examples: (make) => ({
    positive: [`AccountName=acme;AccountKey=${make.chars("A-Za-z0-9+/", 85)}A==;EndpointSuffix=core.windows.net`],
    negative: [`AccountName=acme;AccountKey=${make.chars("A-Za-z0-9+/", 40)}=;`]
  })
};
// packages/checks/src/secrets/rules/bitbucket-app-password.ts
function sum2(covered) {
  return hex32(crc32(covered)).toUpperCase();
}
function check11({ value }) {
  return judgedSum(sum2(value.slice(0, -8)) === value.slice(-8), "the CRC-32 in its last eight characters");
}
var bitbucketAppPassword = {
  id: "bitbucket-app-password",
  title: "Bitbucket app password",
  description: "An app password of Bitbucket reads and changes the repositories of its owner, with the name of the user beside it.",
  severity: "critical",
  prefixes: ["ATBB"],
  shape: /ATBB[A-Za-z0-9]{24}[0-9A-F]{8}/y,
  check: check11,
  remedy: { rotate: "Delete it under Personal settings, App passwords, and use an access token of the repository." },
  reference: "https://support.atlassian.com/bitbucket-cloud/docs/app-passwords/",
  examples: (make) => {
    const covered = `ATBB${make.chars("A-Za-z0-9", 24)}`;
    return { positive: [covered + sum2(covered)], negative: [covered, `${covered}${make.chars("a-f", 8)}`] };
  }
};
// packages/checks/src/secrets/proof/base58.ts
var DIGITS4 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
function decodeBase58(text) {
  let value = 0n;
  for (const character of text) {
    const digit2 = DIGITS4.indexOf(character);
    if (digit2 < 0) return void 0;
    value = value * 58n + BigInt(digit2);
  }
  const zeros = /^1*/.exec(text)?.[0].length ?? 0;
  const bytes = [];
  for (; value > 0n; value >>= 8n) bytes.unshift(Number(value & 0xffn));
  return Uint8Array.of(...new Array(zeros).fill(0), ...bytes);
}
function encodeBase58(bytes) {
  let value = bytes.reduce((sum5, byte) => sum5 << 8n | BigInt(byte), 0n);
  let text = "";
  for (; value > 0n; value /= 58n) text = DIGITS4[Number(value % 58n)] + text;
  const zeros = bytes.findIndex((byte) => byte !== 0);
  return "1".repeat(zeros < 0 ? bytes.length : zeros) + text;
}
function decodeBase58Check(text) {
  const bytes = decodeBase58(text);
  if (bytes === void 0 || bytes.length < 5) return void 0;
  const payload = bytes.subarray(0, -4);
  const sum5 = checksum2(payload);
  return bytes.subarray(-4).every((byte, at) => byte === sum5[at]) ? payload : void 0;
}
function encodeBase58Check(payload) {
  return encodeBase58(joined(payload, checksum2(payload)));
}
function checksum2(payload) {
  return sha256(sha256(payload)).subarray(0, 4);
}
// packages/checks/src/secrets/rules/bitcoin-extended-key.ts
var LENGTH = 78;
var VERSIONS = { xprv: 76066276, yprv: 77428856, zprv: 78791436, tprv: 70615956 };
function check12({ value }) {
  const payload = decodeBase58Check(value);
  const depth = payload?.length === LENGTH ? payload[4] : void 0;
  return judgedForm(
    depth === void 0 ? void 0 : `the double SHA-256 at the end holds; depth ${depth}`,
    "the double SHA-256 at the end does not hold"
  );
}
var bitcoinExtendedKey = {
  id: "bitcoin-extended-key",
  title: "Bitcoin extended private key",
  description: "An extended private key spends what all addresses below it hold.",
  severity: "critical",
  prefixes: Object.keys(VERSIONS),
  shape: /[xyzt]prv[1-9A-HJ-NP-Za-km-z]{107}/y,
  check: check12,
  remedy: { rotate: "Move what the wallet holds to a wallet of another seed." },
  reference: "https://github.com/bitcoin/bips/blob/master/bip-0032.mediawiki",
  examples: (make) => ({
    positive: Object.values(VERSIONS).map((version) => {
      const head2 = Uint8Array.of(
        version >>> 24,
        version >>> 16 & 255,
        version >>> 8 & 255,
        version & 255,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0
      );
      return encodeBase58Check(joined(head2, make.bytes(32), Uint8Array.of(0), make.bytes(32)));
    }),
    negative: [`xprv${make.chars("1-9", 100)}`]
  })
};
// packages/checks/src/secrets/rules/bitcoin-private-key.ts
var MAIN = 128;
var COMPRESSED = Uint8Array.of(1);
var NAMES3 = /\bwif\b|bitcoin|btc|wallet|priv_?key/i;
function check13({ value, before, after }) {
  const payload = decodeBase58Check(value);
  const read22 = payload?.[0] === MAIN && (payload.length === 33 || payload.length === 34);
  if (!read22 && !NAMES3.test(before + after)) return { evidence: "none" };
  return judgedForm(read22 ? "the double SHA-256 at the end holds" : void 0, "the double SHA-256 at the end does not hold");
}
var bitcoinPrivateKey = {
  id: "bitcoin-private-key",
  title: "Bitcoin private key",
  description: "A private key in wallet import format spends what its address holds.",
  severity: "critical",
  prefixes: ["5H", "5J", "5K", "Kw", "Kx", "Ky", "Kz", "L1", "L2", "L3", "L4", "L5"],
  shape: /[5KL][1-9A-HJ-NP-Za-km-z]{50,51}/y,
  check: check13,
  remedy: { rotate: "Move what the address holds to one of another key." },
  reference: "https://en.bitcoin.it/wiki/Wallet_import_format",
  examples: (make) => {
    const key = joined(Uint8Array.of(MAIN, 66), make.bytes(31));
    const names = [encodeBase58Check(key), encodeBase58Check(joined(key, COMPRESSED))];
    return { positive: names.map((name) => `wallet: ${name}`), negative: [`wallet: K${make.chars("1-9A-H", 40)}`] };
  }
};
// packages/checks/src/secrets/rules/chosen-password.ts
var WORDS = [
  ...["letmein", "trustno", "qwerty", "qwer", "blink", "newpass", "pa55word", "pass4now", "correcthorsebatterystaple"],
  ...["p@ssw0rd", "P@ssw0rd", "Pa55word", "Qwerty", "Letmein"]
];
var ASSIGNED = /pass(?:word|wd|phrase|code)?["'\]\w-]{0,20}\s{0,4}(?:=>|:=|[=:,>(])\s{0,4}["'`]?$|\bpwd["'\]]{0,2}\s{0,4}[=:]\s{0,4}["'`]?$/i;
function check14({ before }) {
  return ASSIGNED.test(before.slice(-64)) ? { evidence: "shape", why: "a password that everybody tries first, where a password is set" } : { evidence: "none" };
}
var chosenPassword = {
  id: "chosen-password",
  title: "password that everybody tries first",
  description: "A password that stands on every list of guesses protects nothing, wherever it is written down.",
  severity: "medium",
  tier: "heuristic",
  prefixes: WORDS,
  shape: /(?:correcthorsebatterystaple[0-9]{0,6}|(?:letmein|trustno|qwer|qwerty|blink|newpass|pass4now|[Pp](?:@ssw0|a55wo)rd|Qwerty|Letmein)[0-9]{1,6})!?/y,
  check: check14,
  remedy: { rotate: "Change the password to a long random one that a vault hands out." },
  reference: "https://pages.nist.gov/800-63-4/sp800-63b.html",
  examples: (make) => ({
    positive: [...WORDS.map((word) => `password: "${word}${make.chars("2-9", 4)}"`), 'password: "correcthorsebatterystaple"'],
    negative: [`color: "blink${make.chars("2-9", 3)}"`, `password: "${make.pick(["letmein", "qwerty", "P@ssw0rd"])}"`]
  })
};
// packages/checks/src/secrets/rules/cloudflare-token.ts
var KINDS4 = ["cfut_", "cfat_", "cfk_"];
function check15({ value }) {
  return judgedSum(hex32(crc32(value.slice(-48, -8))) === value.slice(-8), "the CRC-32 in its last eight characters");
}
var cloudflareToken = {
  id: "cloudflare-token",
  title: "Cloudflare API token",
  description: "A user or account token, or a global key, of Cloudflare changes zones, workers and storage within its permissions.",
  severity: "critical",
  prefixes: KINDS4,
  shape: /cf(?:ut|at|k)_[A-Za-z0-9]{40}[0-9a-f]{8}/y,
  check: check15,
  remedy: { rotate: "Roll it under My Profile, API Tokens, or Manage Account, Account API Tokens.", provider: "cloudflare" },
  reference: "https://developers.cloudflare.com/fundamentals/api/get-started/token-formats/",
  examples: (make) => ({
    positive: KINDS4.map((kind) => {
      const random = make.chars("A-Za-z0-9", 40);
      return kind + random + hex32(crc32(random));
    }),
    negative: [`cfut_${make.chars("A-Za-z0-9", 40)}`]
  })
};
// packages/checks/src/secrets/rules/confluent-api-secret.ts
var RANDOM = 54;
function sum3(random) {
  return encodeBase64(littleEndian(crc32(random))).slice(0, 6);
}
function check16({ value }) {
  const data = value.slice(4);
  return judgedSum(sum3(data.slice(0, RANDOM)) === data.slice(RANDOM), "the CRC-32 in its last six characters");
}
var confluentApiSecret = {
  id: "confluent-api-secret",
  title: "Confluent Cloud API secret",
  description: "An API secret of Confluent reads and writes topics, or administers the organisation, with its key id beside it.",
  severity: "critical",
  prefixes: ["cflt"],
  shape: /cflt[A-Za-z0-9+/]{60}/y,
  check: check16,
  remedy: { rotate: "Delete the key under API keys of the Confluent Cloud console, or with `confluent api-key delete`." },
  reference: "https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html",
  examples: (make) => {
    const random = make.chars("A-Za-z0-9+/", RANDOM);
    return { positive: [`cflt${random}${sum3(random)}`], negative: [`cflt${random}`] };
  }
};
// packages/checks/src/secrets/rules/discord-bot-token.ts
var EPOCH = 14200704e5;
function check17({ value }) {
  const id = toText(decodeBase64(value.slice(0, value.indexOf("."))) ?? new Uint8Array());
  const made = /^\d{17,20}$/.test(id) ? instantOf(Math.floor((Number(BigInt(id) >> 22n) + EPOCH) / 1e3)) : void 0;
  return judgedForm(made && `begins with the id ${id} of a bot made ${made.slice(0, 10)}`, "does not begin with the id of a bot");
}
var discordBotToken = {
  id: "discord-bot-token",
  title: "Discord bot token",
  description: "The token of a bot reads and writes in every server that it was invited to.",
  severity: "high",
  // The first digit of the id, and half of its second.
  prefixes: ["MT", "Mj", "Mz", "ND", "NT", "Nj", "Nz", "OD", "OT"],
  shape: /[MNO][A-Za-z0-9]{22,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,38}/y,
  check: check17,
  remedy: { rotate: "Reset it under Bot of the application in the Developer Portal." },
  reference: "https://docs.discord.com/developers/reference#authentication",
  examples: (make) => ({
    positive: [18, 19].map((digits3) => {
      const id = encodeBase64Url(toBytes(`1${make.chars("0-9", digits3 - 1)}`));
      return `${id}.${make.chars("A-Za-z0-9_", 6)}.${make.chars("A-Za-z0-9_", 38)}`;
    }),
    negative: [`MT${make.chars("A-Za-z0-9", 22)}.${make.chars("A-Za-z0-9", 6)}.${make.chars("A-Za-z0-9", 20)}`]
  })
};
// packages/checks/src/secrets/rules/django-secret-key.ts
var SIGNS = "0-9a-z!@#$%^&*(_=+)-";
var DIFFERENT = 20;
var UNCHANGED = "django-insecure-";
function check18({ value }) {
  if (new Set(value).size < DIFFERENT) return { evidence: "none" };
  const why = value.startsWith(UNCHANGED) ? "as `startproject` made it, which says itself that it is not for production" : void 0;
  return { evidence: "shape", why: why ?? "as long as the keys that Django makes, and of their signs" };
}
var djangoSecretKey = {
  id: "django-secret-key",
  title: "Django secret key",
  description: "Whoever knows the secret key of a site can sign its sessions, password resets and other tokens.",
  severity: "high",
  tier: "contextual",
  prefixes: ["SECRET_KEY"],
  shape: new RegExp(
    `SECRET_KEY["'\\]]{0,2}\\s{0,4}[=:,]\\s{0,4}["']?(?<secret>(?:${UNCHANGED})?[${SIGNS}]{50})(?![${SIGNS}])`,
    "y"
  ),
  near: ["django", "keep the secret key used in production secret", "settings.py"],
  check: check18,
  remedy: {
    rotate: "Make another with `get_random_secret_key`, and keep this one in `SECRET_KEY_FALLBACKS` no longer than sessions have to live."
  },
  reference: "https://docs.djangoproject.com/en/stable/ref/settings/#secret-key",
  examples: (make) => {
    const key = () => make.chars(SIGNS, 50);
    return {
      positive: [`SECRET_KEY = '${UNCHANGED}${key()}'`, `SECRET_KEY="${key()}"`, `SECRET_KEY: ${make.chars("0-9a-z", 50)}`],
      negative: [
        `SECRET_KEY = '${"*".repeat(50)}'`,
        `SECRET_KEY = env('DJANGO_SECRET_KEY')`,
        `SECRET_KEY = '${make.chars("0-9a-z", 32)}'`
      ]
    };
  }
};
// packages/checks/src/secrets/url-credentials.ts
var NOWHERE = /^(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1\]|::1|host\.docker\.internal|(?:[\w-]{1,63}\.){0,8}(?:example|test|invalid|local|localhost)|(?:[\w-]{1,63}\.){0,8}example\.[a-z.]{2,12}|host|hostname|server|domain|your[\w.-]{0,60}|my-?host[\w.-]{0,60})$/i;
var TEMPLATE = /[${}<>[\]`]|%[a-z(]|^%|^:|^\.{2,3}$|\u2026|^\*+$|^[xX]+$|^_+$|^#|\\/;
var WORDS2 = /^(?:(?:my|your|the|some|a|user|db|database|test|secret|super|default|redis|mongo|postgres|mysql|rabbit|proxy|root|admin|git|access|api|app|new|old|custom|db_?user|auth)?[-_ ]?(?:password|passwd|passw0rd|passphrase|pass|pwd|pw|secret|token|key|apikey|credentials?|user|username|guest|root|admin|postgres|postgresql|mysql|redis|mongo|mongodb|rabbitmq|sa|test|testing|tester|example|changeme|change-?me|change_me|foo|bar|baz|foobar|hunter2|letmein|qwerty|abc|abc123|foo123|redacted|placeholder|dummy|fake|mock|sample|none|null|undefined|hidden|masked|value|here|string|p4ssw0rd|p@ssw0rd)[-_]?\d{0,6})$/i;
var PORT = /^\d{2,5}[?#]$/;
var SHORTEST = 3;
function isFiller(password) {
  return password.length < SHORTEST || TEMPLATE.test(password) || WORDS2.test(password);
}
var URL_CREDENTIALS = {
  id: "url-credentials",
  title: "password in an address",
  description: "Whoever reads this address can sign in where it leads.",
  severity: "high",
  tier: "contextual",
  prefixes: ["://"],
  // A password with an `@` that nobody encoded: the last one before the host counts.
  shape: /:\/\/[^\s:/?#@"'`<>|\\]{0,128}:(?<secret>[^\s/@"'`|]{1,256}(?:@[^\s/?#@:,;"'`|]{1,64}){0,3})@(?=[\w[$%{<])/y,
  check: judge,
  remedy: { rotate: "Change the password where the address leads, and hand it to the job at run time instead." },
  examples: examples2
};
function judge(candidate) {
  const { value } = candidate;
  if (isFiller(value) || PORT.test(value)) return { evidence: "none" };
  const host = /^@([\w.-]{1,253}|\[[0-9A-Fa-f:]{2,45}\])/.exec(candidate.after)?.[1];
  if (host === void 0 || NOWHERE.test(host)) return { evidence: "none" };
  const user = /:\/\/([^:/]{0,128}):$/.exec(candidate.before)?.[1] ?? "";
  if (user.toLowerCase() === value.toLowerCase()) return { evidence: "none" };
  return { evidence: "shape", why: `the address of \`${host}\` carries a password` };
}
function examples2(make) {
  const user = make.chars("a-z", 6);
  const password = make.chars("A-Za-z0-9", 14);
  const host = `db.${make.chars("a-z", 8)}.net`;
  return {
    positive: [
      ["postgres:/", `/${user}:${password}@${host}:5432/shop`].join(""),
      ["https:/", `/${user}:${password}@${host}/feed.git`].join(""),
      ["amqps:/", `/:${password}@${host}`].join(""),
      ["postgres:/", `/${user}:${password}@${make.chars("a-z", 4)}@${host}/shop`].join("")
    ],
    negative: [
      ["postgres:/", `/${user}:${password}@localhost:5432/shop`].join(""),
      ["postgres:/", `/${user}:\${DB_PASSWORD}@${host}/shop`].join(""),
      ["redis:/", `/%s:%s@${host}`].join(""),
      ["https:/", `/${user}:<pass>@${host}`].join(""),
      ["https:/", `/${user}:password@${host}`].join(""),
      ["https:/", `/${user}:${password}@example.com`].join(""),
      ["ssh:/", `/git@${host}:22/x`].join(""),
      ["https:/", `/${host}:8080/${user}@${host}`].join("")
    ]
  };
}
// packages/checks/src/secrets/rules/docker-config-auth.ts
function check19({ value }) {
  const text = toText(decodeBase64(value) ?? new Uint8Array());
  const [, user, password] = /^([\x21-\x39\x3b-\x7e]{1,200}):([\x20-\x7e]{4,1000})$/.exec(text) ?? [];
  if (user === void 0 || password === void 0 || isFiller(password) || user === password) return { evidence: "none" };
  return { evidence: "shape", why: "decodes to a name and a password" };
}
var dockerConfigAuth = {
  id: "docker-config-auth",
  title: "log-in of an image registry",
  description: "A log-in in the configuration of Docker pulls and pushes images as its owner.",
  severity: "high",
  prefixes: ['"auth"'],
  shape: /"auth"\s{0,4}:\s{0,4}"(?<secret>[A-Za-z0-9+/]{8,1000}={0,2})(?=")/y,
  check: check19,
  remedy: { rotate: "Change the password or revoke the token at the registry, and use a credential helper." },
  reference: "https://docs.docker.com/reference/cli/docker/login/",
  examples: (make) => ({
    positive: [`{"auths":{"registry.acme.dev":{"auth":"${encodeBase64(toBytes(`ci:${make.chars("A-Za-z0-9", 20)}7`))}"}}}`],
    negative: [`"auth": "${encodeBase64(toBytes("user:password"))}"`, '"auth": ""', `"auth": "${make.chars("A-Za-z", 16)}"`]
  })
};
// packages/checks/src/secrets/proof/big-number.ts
function bigOf(bytes) {
  if (bytes.length === 0) return 0n;
  let hex2 = "0x";
  for (const byte of bytes) hex2 += byte.toString(16).padStart(2, "0");
  return BigInt(hex2);
}
function bytesOf(value) {
  const hex2 = value.toString(16);
  const even = hex2.length % 2 === 0 ? hex2 : `0${hex2}`;
  const padded = Number.parseInt(even.slice(0, 2), 16) < 128 ? even : `00${even}`;
  return Uint8Array.from({ length: padded.length / 2 }, (_, at) => Number.parseInt(padded.slice(at * 2, at * 2 + 2), 16));
}
function powerOf(base, exponent, modulus) {
  let result = 1n;
  let square = base % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = result * square % modulus;
    square = square * square % modulus;
  }
  return result;
}
// packages/checks/src/secrets/proof/der.ts
var INTEGER = 2;
var OCTETS = 4;
var OBJECT_ID = 6;
var SEQUENCE = 48;
function readDer(bytes) {
  const elements = [];
  let at = 0;
  while (at < bytes.length) {
    const tag = bytes[at];
    const first = bytes[at + 1];
    if (first === void 0) return void 0;
    const size = first < 128 ? 0 : first & 127;
    if (first >= 128 && (size < 1 || size > 3)) return void 0;
    let length = first < 128 ? first : 0;
    for (let place = 0; place < size; place++) length = length << 8 | (bytes[at + 2 + place] ?? 0);
    const start2 = at + 2 + size;
    if (start2 + length > bytes.length) return void 0;
    elements.push({ tag, content: bytes.subarray(start2, start2 + length) });
    at = start2 + length;
  }
  return elements;
}
function readSequence(bytes) {
  const elements = readDer(bytes);
  const only = elements?.[0];
  return elements?.length === 1 && only?.tag === SEQUENCE ? readDer(only.content) : void 0;
}
function der(tag, ...contents) {
  const content = joined(...contents);
  const length = bytesOf(BigInt(content.length));
  const head2 = content.length < 128 ? [content.length] : [128 | unpadded(length).length, ...unpadded(length)];
  return joined(Uint8Array.of(tag, ...head2), content);
}
function derInteger(value) {
  return der(INTEGER, bytesOf(value));
}
function unpadded(length) {
  return length[0] === 0 ? length.subarray(1) : length;
}
// packages/checks/src/secrets/proof/private-key.ts
var MAX_RSA_BYTES = 2049;
var MAX_DSA_BYTES = 513;
var MAX_EXPONENT_BYTES = 65;
var RSA = "*\x86H\x86\xF7\r";
var ELLIPTIC = "*\x86H\xCE=";
var DSA = "*\x86H\xCE8";
var BARE = {
  "+en": ["X25519", 32],
  "+eo": ["X448", 56],
  "+ep": ["Ed25519", 32],
  "+eq": ["Ed448", 57]
};
function readPrivateKey(bytes) {
  const parts = readSequence(bytes);
  if (!parts) return void 0;
  if (tagsOf(parts, INTEGER, SEQUENCE, OCTETS)) return readPkcs8(parts);
  if (tagsOf(parts, INTEGER, OCTETS)) return readElliptic(parts);
  const numbers = parts.every((part) => part.tag === INTEGER) ? parts.map((part) => part.content) : [];
  if (numbers.length === 9) return readRsa(numbers);
  return numbers.length === 6 ? readDsa(numbers) : void 0;
}
function isEncryptedKey(bytes) {
  const parts = readSequence(bytes);
  return parts?.length === 2 && tagsOf(parts, SEQUENCE, OCTETS);
}
function judgeRsa(modulus, p, q) {
  const sizes = modulus.length <= MAX_RSA_BYTES && p.length <= MAX_RSA_BYTES && q.length <= MAX_RSA_BYTES;
  const n = sizes ? bigOf(modulus) : 0n;
  return { kind: `RSA key of ${n.toString(2).length} bits`, holds: n > 0n && bigOf(p) * bigOf(q) === n };
}
function readPkcs8([, algorithm, octets]) {
  const oid = algorithm && readDer(algorithm.content)?.[0];
  if (oid?.tag !== OBJECT_ID || !octets) return void 0;
  const name = toText(oid.content);
  if (name === RSA || name === ELLIPTIC) return readPrivateKey(octets.content);
  if (name === DSA) return { kind: "DSA key", holds: octets.content[0] === INTEGER };
  const bare2 = BARE[name];
  if (!bare2) return { kind: "private key of another algorithm", holds: octets.content.length > 2 };
  const [tag, length] = octets.content;
  return { kind: `${bare2[0]} key`, holds: tag === OCTETS && length === bare2[1] && octets.content.length === bare2[1] + 2 };
}
function readElliptic([version, secret]) {
  if (version?.content[0] !== 1 || !secret) return void 0;
  const { length } = secret.content;
  return { kind: `elliptic curve key of ${length * 8} bits`, holds: length >= 16 && length <= 72 && bigOf(secret.content) > 0n };
}
function readRsa(numbers) {
  const [, modulus, , , p, q] = numbers;
  return judgeRsa(modulus, p, q);
}
function readDsa(numbers) {
  const [, p, , g, y, x] = numbers;
  const sizes = p.length <= MAX_DSA_BYTES && g.length <= MAX_DSA_BYTES && x.length <= MAX_EXPONENT_BYTES;
  const modulus = sizes ? bigOf(p) : 0n;
  const holds = modulus > 0n && powerOf(bigOf(g), bigOf(x), modulus) === bigOf(y);
  return { kind: `DSA key of ${modulus.toString(2).length} bits`, holds };
}
function tagsOf(parts, ...tags) {
  return tags.every((tag, at) => parts[at]?.tag === tag);
}
// packages/checks/src/secrets/proof/ssh-wire.ts
function readSsh(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  const number = () => {
    if (at + 4 > bytes.length) return void 0;
    at += 4;
    return view.getUint32(at - 4);
  };
  const string = () => {
    const length = number();
    if (length === void 0 || at + length > bytes.length) return void 0;
    at += length;
    return bytes.subarray(at - length, at);
  };
  return {
    number,
    string,
    strings(count22) {
      const read22 = Array.from({ length: count22 }, string);
      return read22.every((part) => part !== void 0) ? read22 : void 0;
    }
  };
}
function sshNumber(value) {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}
function sshStrings(...strings) {
  const parts = strings.map((string) => typeof string === "string" ? toBytes(string) : string);
  return joined(...parts.flatMap((part) => [sshNumber(part.length), part]));
}
// packages/checks/src/secrets/proof/openssh-key.ts
var MAGIC = "openssh-key-v1\0";
function readOpenSshKey(bytes) {
  if (toText(bytes.subarray(0, MAGIC.length)) !== MAGIC) return void 0;
  const reader2 = readSsh(bytes.subarray(MAGIC.length));
  const [cipher, kdf, options] = reader2.strings(3) ?? [];
  if (!cipher || !kdf || !options || reader2.number() !== 1) return void 0;
  const name = toText(cipher);
  if (name !== "none") return { cipher: name };
  const [, hidden] = reader2.strings(2) ?? [];
  if (!hidden) return void 0;
  const secret = readSsh(hidden);
  const check56 = secret.number();
  const again = secret.number();
  const type = secret.string();
  if (check56 === void 0 || !type) return void 0;
  const key = readNumbers(toText(type), secret);
  return { ...key, holds: check56 === again && key.holds };
}
function readNumbers(type, secret) {
  if (type === "ssh-rsa") {
    const [modulus, , , , p, q] = secret.strings(6) ?? [];
    return modulus && p && q ? judgeRsa(modulus, p, q) : { kind: "RSA key", holds: false };
  }
  if (type === "ssh-ed25519") {
    const [open2, both] = secret.strings(2) ?? [];
    const holds = open2?.length === 32 && both?.length === 64 && toText(both.subarray(32)) === toText(open2);
    return { kind: "Ed25519 key", holds };
  }
  return { kind: `${type} key`, holds: secret.strings(2) !== void 0 };
}
function writeOpenSshKey(open2, seed, check56, cipher = "none") {
  const type = "ssh-ed25519";
  const secret = joined(check56, check56, sshStrings(type, open2, joined(seed, open2), ""));
  const kdf = cipher === "none" ? "none" : "bcrypt";
  const head2 = joined(toBytes(MAGIC), sshStrings(cipher, kdf, cipher === "none" ? "" : sshStrings(check56, check56)), sshNumber(1));
  return joined(head2, sshStrings(sshStrings(type, open2), secret));
}
// packages/checks/src/secrets/proof/pem.ts
function decodeArmor(value) {
  return decodeBase64(armorBody(value).replaceAll("=", ""));
}
function armorBody(value) {
  const lines = value.slice(0, value.lastIndexOf("-----END")).replace(/^-----BEGIN [A-Z ]{0,40}-----/, "").replaceAll(/\\+[rnt]/g, "\n").split("\n");
  const body = lines.filter((line) => !line.includes(": ")).join("");
  return body.replaceAll(/[^A-Za-z0-9+/=.]/g, "");
}
function encodeArmor(label, bytes, headers = "") {
  const body = encodeBase64(bytes).replaceAll(/(.{64})(?=.)/g, "$1\n");
  return `-----BEGIN ${label}-----
${headers}${body}
-----END ${label}-----`;
}
// packages/checks/src/secrets/rules/encrypted-private-key.ts
function check20({ value }) {
  const bytes = decodeArmor(value) ?? new Uint8Array();
  if (value.includes("DEK-Info")) return { evidence: "shape", why: `${bytes.length} bytes under a passphrase` };
  if (isEncryptedKey(bytes)) return { evidence: "shape", why: "a key of PKCS#8 under a passphrase" };
  const openssh = readOpenSshKey(bytes);
  if (openssh && "cipher" in openssh) return { evidence: "shape", why: `an OpenSSH key under ${openssh.cipher}` };
  return { evidence: "broken", why: "what stands between its lines is no key" };
}
var encryptedPrivateKey = {
  id: "encrypted-private-key",
  title: "private key under a passphrase",
  description: "A private key under a passphrase is as safe as the passphrase, which can be guessed without anybody noticing.",
  severity: "low",
  // It is worth what its passphrase is: told, and yet no reason to stop a build.
  tier: "contextual",
  prefixes: [
    "-----BEGIN ENCRYPTED PRIVATE KEY-----",
    "-----BEGIN RSA PRIVATE KEY-----",
    "-----BEGIN EC PRIVATE KEY-----",
    "-----BEGIN DSA PRIVATE KEY-----",
    "-----BEGIN OPENSSH PRIVATE KEY-----"
  ],
  shape: /-----BEGIN (?:ENCRYPTED PRIVATE KEY-----|(?:RSA|EC|DSA) PRIVATE KEY-----[\s\\rn"']{1,40}Proc-Type: 4,ENCRYPTED[\s\\rn"']{1,40}DEK-Info: [A-Z0-9-]{5,30},|OPENSSH PRIVATE KEY-----[\s\\rn"',]{1,40}b3BlbnNzaC1rZXktdjEAAAAA(?!BG5vbmU))[A-Za-z0-9+/=\s\\"'`,.#*>|;]{40,20000}-----END (?:ENCRYPTED |RSA |EC |DSA |OPENSSH )PRIVATE KEY-----/y,
  check: check20,
  remedy: {
    rotate: "Take it out of the repository; make another key pair if the passphrase is short, shared, or in the repository too."
  },
  reference: "https://www.rfc-editor.org/rfc/rfc7468#section-11",
  examples: (make) => {
    const pbes2 = der(
      SEQUENCE,
      der(OBJECT_ID, toBytes("*\x86H\x86\xF7\r\r")),
      der(SEQUENCE, derInteger(2048n))
    );
    const headers = `Proc-Type: 4,ENCRYPTED
DEK-Info: AES-256-CBC,${make.chars("0-9A-F", 32)}

`;
    return {
      positive: [
        encodeArmor("ENCRYPTED PRIVATE KEY", der(SEQUENCE, pbes2, der(OCTETS, make.bytes(96)))),
        encodeArmor("RSA PRIVATE KEY", make.bytes(96), headers),
        encodeArmor("OPENSSH PRIVATE KEY", writeOpenSshKey(make.bytes(32), make.bytes(32), make.bytes(16), "aes256-ctr"))
      ],
      negative: [
        encodeArmor("RSA PRIVATE KEY", make.bytes(96)),
        encodeArmor("OPENSSH PRIVATE KEY", writeOpenSshKey(make.bytes(32), make.bytes(32), make.bytes(4)))
      ]
    };
  }
};
// packages/checks/src/secrets/rules/entra-client-secret.ts
var BODY = "A-Za-z0-9._~-";
var HEAD2 = `[${BODY}]{3}[0-9]Q`;
var MIDDLES = Array.from(
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~-",
  (character) => `~${character}`
);
var entraClientSecret = {
  id: "entra-client-secret",
  title: "Microsoft Entra client secret",
  description: "A client secret lets its holder act as the application in the tenant, in Azure and in Microsoft 365; five characters stand before the sign where the value begins.",
  severity: "critical",
  // It is recognised in its middle, so it is taken from there on. Where points and tildes leave no run of it that is long enough to be looked at, what opens it tells of it.
  prefixes: [...MIDDLES, ...OPENERS],
  shape: new RegExp(`(?:[A-Za-z]{0,15}[=: ]["' ]?${HEAD2}|(?<=(?<![${BODY}])${HEAD2}))(?<secret>~[${BODY}]{31,34})`, "y"),
  remedy: {
    rotate: "Delete it under Certificates & secrets of the app registration, and add a federated credential.",
    provider: "azure"
  },
  reference: "https://learn.microsoft.com/entra/identity-platform/how-to-add-credentials",
  examples: (make) => ({
    positive: [
      ...["7", "8", "9"].map((digit2) => write2(make, digit2, make.chars(BODY, 33))),
      `secret = "${write2(make, "8", ["", "", ""].map(() => make.chars("A-Za-z0-9", 9)).join(".~"))}"`
    ],
    negative: [`${make.chars("A-Za-z0-9", 3)}8Q~${make.chars("A-Za-z0-9", 20)}`]
  })
};
function write2(make, digit2, middle) {
  return `${make.chars("A-Za-z0-9", 3)}${digit2}Q~${middle}${make.chars("A-Za-z0-9", 1)}`;
}
// packages/checks/src/secrets/rules/filezilla-password.ts
function check21({ value }) {
  const password = toText(decodeBase64(value) ?? new Uint8Array());
  if (!/^[\x20-\x7e\x80-\xff]{4,400}$/.test(password) || isFiller(password)) return { evidence: "none" };
  return { evidence: "shape", why: "a password in base 64 where FileZilla keeps that of a site" };
}
var filezillaPassword = {
  id: "filezilla-password",
  title: "password of a FileZilla site",
  description: "Whoever reads this file can sign in at the server that stands beside it.",
  severity: "high",
  prefixes: ['encoding="base64">'],
  shape: /encoding="base64">(?<secret>[A-Za-z0-9+/]{6,540}={0,2})(?=<\/Pass>)/y,
  check: check21,
  remedy: {
    rotate: "Change the password at that server, and set a master password in FileZilla so that it encrypts what it keeps."
  },
  reference: "https://wiki.filezilla-project.org/Documentation",
  examples: (make) => ({
    positive: [12, 21].map(
      (length) => `<Pass encoding="base64">${encodeBase64(toBytes(`7${make.chars("A-Za-z0-9", length)}`))}</Pass>`
    ),
    negative: [
      `<Pass encoding="base64">${encodeBase64(toBytes("password"))}</Pass>`,
      `<File encoding="base64">${encodeBase64(make.bytes(60))}</File>`,
      '<Pass encoding="base64"></Pass>'
    ]
  })
};
// packages/checks/src/secrets/rules/fly-token.ts
var ARRAY_OF_FOUR = 148;
var LOCATION = "https://api.fly.io/";
function check22({ value }) {
  const bytes = decodeBase64(value.slice(value.indexOf("_") + 1));
  if (!bytes) return { evidence: "broken", why: "what stands behind the prefix is not base 64" };
  const holds = bytes[0] === ARRAY_OF_FOUR && toText(bytes).includes(LOCATION);
  return holds ? { evidence: "proven", why: "a macaroon of api.fly.io" } : { evidence: "shape", why: "base 64 behind the prefix of a macaroon" };
}
var flyToken = {
  id: "fly-token",
  title: "Fly.io access token",
  description: "An access token of Fly.io deploys to an app or administers an organisation.",
  severity: "critical",
  prefixes: ["fm1r_", "fm1a_", "fm2_"],
  shape: /fm(?:1r|1a|2)_[A-Za-z0-9+/]{80,2000}={0,2}/y,
  check: check22,
  remedy: { rotate: "Revoke it with `fly tokens revoke`." },
  reference: "https://fly.io/docs/security/tokens/",
  examples: (make) => {
    const location = `${LOCATION}v1`;
    const body = joined(
      Uint8Array.of(ARRAY_OF_FOUR, 147, 196, 16),
      make.bytes(16),
      Uint8Array.of(192, 194, 160 | location.length),
      toBytes(location)
    );
    const tail = joined(Uint8Array.of(144, 196, 32), make.bytes(32));
    return {
      positive: ["fm2_", "fm1r_"].map((prefix) => prefix + encodeBase64(joined(body, tail))),
      negative: [`fm2_${make.chars("A-Za-z0-9", 40)}`]
    };
  }
};
// packages/checks/src/secrets/proof/example-key.ts
function exampleRsaKey(make) {
  const { modulus, p, q, secret } = exampleRsaNumbers(make);
  const numbers = [0n, modulus, 65537n, secret, p, q, secret % p, secret % q, 3n];
  return der(SEQUENCE, ...numbers.map(derInteger));
}
function exampleRsaNumbers(make) {
  const odd = () => bigOf(Uint8Array.of(193, ...make.bytes(30), 15));
  const [p, q] = [odd(), odd()];
  return { modulus: p * q, p, q, secret: bigOf(make.bytes(62)) };
}
// packages/checks/src/secrets/proof/judged-key.ts
function judgePem({ value }) {
  const key = readPrivateKey(decodeArmor(value) ?? new Uint8Array());
  if (!key) return { evidence: "broken", why: "what stands between its lines is no private key" };
  return key.holds ? { evidence: "proven", why: `a whole ${key.kind}` } : { evidence: "broken", why: `${key.kind}, whose numbers do not belong together` };
}
// packages/checks/src/secrets/rules/gcp-service-account-key.ts
function check23(candidate) {
  const verdict = judgePem(candidate);
  const [, id] = /"private_key_id\\?"\s{0,8}:\s{0,8}\\?"([0-9a-f]{40})/.exec(candidate.before) ?? [];
  const [, account] = /"client_email\\?"\s{0,8}:\s{0,8}\\?"([a-z0-9.@-]{6,120})/.exec(candidate.after) ?? [];
  const named2 = [id && `id ${id.slice(0, 8)}\u2026`, account].filter(Boolean).join(" of ");
  return named2 ? { ...verdict, why: `${verdict.why}, ${named2}` } : verdict;
}
var gcpServiceAccountKey = {
  id: "gcp-service-account-key",
  title: "Google Cloud service account key",
  description: "A key of a service account acts as that account in Google Cloud until somebody deletes it.",
  severity: "critical",
  prefixes: ["-----BEGIN PRIVATE KEY-----"],
  shape: /-----BEGIN PRIVATE KEY-----[A-Za-z0-9+/=\s\\]{40,20000}-----END PRIVATE KEY-----/y,
  check: check23,
  near: ["private_key_id"],
  remedy: {
    rotate: "Delete the key with `gcloud iam service-accounts keys delete`, and let the job federate its identity.",
    provider: "gcp"
  },
  reference: "https://cloud.google.com/iam/docs/best-practices-for-managing-service-account-keys",
  examples: (make) => {
    const algorithm = der(SEQUENCE, der(OBJECT_ID, toBytes("*\x86H\x86\xF7\r")), Uint8Array.of(5, 0));
    const key = encodeArmor("PRIVATE KEY", der(SEQUENCE, derInteger(0n), algorithm, der(OCTETS, exampleRsaKey(make))));
    const email = `ci@${make.chars("a-z", 8)}.iam.gserviceaccount.com`;
    const object = {
      type: "service_account",
      project_id: "acme",
      private_key_id: make.chars("0-9a-f", 40),
      private_key: `${key}
`,
      client_email: email
    };
    return {
      positive: [JSON.stringify(object), JSON.stringify(object, null, 2)],
      negative: [JSON.stringify({ ...object, private_key: "" })]
    };
  }
};
// packages/checks/src/secrets/rules/github-fine-grained-token.ts
var githubFineGrainedToken = {
  id: "github-fine-grained-token",
  title: "GitHub fine-grained personal access token",
  description: "A fine-grained token reads or changes the repositories that it was made for, as its owner.",
  severity: "critical",
  prefixes: ["github_pat_"],
  shape: /github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}/y,
  remedy: { rotate: "Delete it under Settings, Developer settings, Fine-grained tokens.", provider: "github" },
  reference: "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/managing-your-personal-access-tokens",
  examples: (make) => ({
    positive: [`github_pat_${make.chars("A-Za-z0-9", 22)}_${make.chars("A-Za-z0-9", 59)}`],
    negative: [`github_pat_${make.chars("A-Za-z0-9", 22)}_${make.chars("A-Za-z0-9", 58)}`]
  })
};
// packages/checks/src/secrets/proof/json.ts
function readJson(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : void 0;
  } catch {
    return void 0;
  }
}
function readBase64Json(text) {
  const bytes = decodeBase64(text);
  return bytes && readJson(toText(bytes));
}
function textOf2(object, member2) {
  const value = object[member2];
  return typeof value === "string" ? value : void 0;
}
function hasTexts(object, ...members2) {
  return members2.every((member2) => textOf2(object, member2));
}
// packages/checks/src/secrets/proof/jwt.ts
function readJwt(text) {
  const parts = text.split(".");
  if (parts.length !== 3) return void 0;
  const header = readBase64Json(parts[0]);
  const claims = readBase64Json(parts[1]);
  return header && claims && textOf2(header, "alg") ? { header, claims } : void 0;
}
function writeJwt(claims, signature, alg = "HS256") {
  const part = (object) => encodeBase64Url(toBytes(JSON.stringify(object)));
  return `${part({ alg, typ: "JWT" })}.${part(claims)}.${encodeBase64Url(signature)}`;
}
// packages/checks/src/secrets/rules/github-installation-token.ts
function check24({ value }) {
  const [, app, token = ""] = /^ghs_(\d{1,12})_(.{1,9000})$/.exec(value) ?? [];
  return judgedForm(
    readJwt(token) && `a token of app ${app} with readable header and claims`,
    "what stands behind the app is no JSON Web Token"
  );
}
var githubInstallationToken = {
  id: "github-installation-token",
  title: "GitHub App installation token",
  description: "An installation token of a GitHub App acts as the app on the repositories where it is installed, for an hour.",
  severity: "high",
  prefixes: ["ghs_"],
  shape: /ghs_\d{1,12}_eyJ[A-Za-z0-9_-]{10,600}\.[A-Za-z0-9_-]{20,4000}\.[A-Za-z0-9_-]{20,1400}/y,
  check: check24,
  remedy: {
    rotate: "Revoke it with `DELETE /installation/token`, or wait for the hour to pass, and find out what printed it.",
    provider: "github"
  },
  reference: "https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-an-installation-access-token-for-a-github-app",
  examples: (make) => ({
    positive: [
      `ghs_${make.chars("1-9", 6)}_${writeJwt({ iss: make.chars("1-9", 6), exp: 179e7 }, make.bytes(256), "RS256")}`
    ],
    negative: [`ghs_${make.chars("1-9", 6)}_${make.chars("A-Za-z0-9", 60)}`]
  })
};
// packages/checks/src/secrets/rules/github-token.ts
var KINDS5 = ["ghp_", "gho_", "ghu_", "ghr_", "ghs_"];
var RANDOM2 = 30;
function check25({ value }) {
  const data = value.slice(4);
  return judgedSum(base62(crc32(data.slice(0, RANDOM2)), 6) === data.slice(RANDOM2), "the CRC-32 in its last six characters");
}
var githubToken = {
  id: "github-token",
  title: "GitHub token",
  description: "A personal, OAuth, user, refresh or installation token of GitHub reads and changes what its owner can.",
  severity: "critical",
  prefixes: KINDS5,
  shape: /gh[pours]_[A-Za-z0-9]{36}/y,
  check: check25,
  remedy: {
    rotate: "Delete it under Settings, Developer settings, Personal access tokens, or revoke the authorisation of the app that it belongs to.",
    provider: "github"
  },
  reference: "https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/",
  examples: (make) => ({
    positive: KINDS5.map((kind) => {
      const random = make.chars("A-Za-z0-9", RANDOM2);
      return kind + random + base62(crc32(random), 6);
    }),
    negative: [
      `ghp_${make.chars("A-Za-z0-9", 35)}`,
      `ghp_${make.chars("A-Za-z0-9", 37)}`,
      `ghp_${make.chars("A-Za-z0-9", 18)}-${make.chars("A-Za-z0-9", 17)}`
    ]
  })
};
// packages/checks/src/secrets/rules/gitlab-legacy-token.ts
var gitlabLegacyToken = {
  id: "gitlab-legacy-token",
  title: "GitLab token (older form)",
  description: "A personal, deploy, runner, trigger, job, feed, mail, agent or application secret of GitLab acts as what it was made for.",
  severity: "critical",
  prefixes: [
    "glpat-",
    "gldt-",
    "glptt-",
    "glcbt-",
    "glsoat-",
    "glft-",
    "glimt-",
    "glagent-",
    "gloas-",
    "glffct-",
    "glrt-",
    "GR1348941"
  ],
  shape: /(?:gl(?:pat|dt|soat|ft|ffct|rt)-[A-Za-z0-9_-]{20}|glptt-[0-9a-f]{40}|glcbt-[0-9a-zA-Z]{1,5}_[A-Za-z0-9_-]{20}|glimt-[A-Za-z0-9_-]{25}|glagent-[A-Za-z0-9_-]{50}|gloas-[A-Za-z0-9_-]{64}|GR1348941[A-Za-z0-9_-]{20})/y,
  remedy: {
    rotate: "Revoke it under Access tokens of the user, project or group whose it is, or register the runner, agent or application again."
  },
  reference: "https://docs.gitlab.com/security/tokens/#token-prefixes",
  examples: (make) => ({
    positive: [
      ...["glpat-", "gldt-", "glsoat-", "glft-", "glffct-", "glrt-", "GR1348941"].map(
        (prefix) => prefix + make.chars("A-Za-z0-9_", 20)
      ),
      `glptt-${make.chars("0-9a-f", 40)}`,
      `glcbt-${make.chars("0-9a-f", 2)}_${make.chars("A-Za-z0-9", 20)}`,
      `glimt-${make.chars("A-Za-z0-9", 25)}`,
      `glagent-${make.chars("A-Za-z0-9_", 50)}`,
      `gloas-${make.chars("0-9a-f", 64)}`
    ],
    negative: [
      `glpat-${make.chars("A-Za-z0-9_", 19)}`,
      `glpat-${make.chars("A-Za-z0-9_", 21)}`,
      `glptt-${make.chars("0-9a-f", 39)}`
    ]
  })
};
// packages/checks/src/secrets/rules/gitlab-routable-token.ts
var SUM = 7;
var OWNERS = { o: "organisation", g: "group", p: "project", u: "user" };
function check26({ value }) {
  const [, body = "", length = ""] = /^gl[a-z]{2,5}-(?:t\d_)?([A-Za-z0-9_-]{27,300})\.(?:[0-9a-z]{2}\.)?([0-9a-z]{2})[0-9a-z]{7}$/.exec(value) ?? [];
  const covered = value.slice(0, -SUM);
  if (sum4(covered) !== value.slice(-SUM))
    return { evidence: "broken", why: "the CRC-32 in its last seven characters does not hold" };
  if (Number.parseInt(length, 36) !== body.length) return { evidence: "broken", why: "the length that it states is not its own" };
  return { evidence: "proven", why: ["the CRC-32 in its last seven characters holds", ...owners(body)].join("; ") };
}
function owners(body) {
  const payload = toText(decodeBase64(body) ?? new Uint8Array());
  return [...payload.matchAll(/(?:^|\n)([gopu]):([0-9a-z]{1,10})(?=\n)/g)].map(
    ([, member2 = "", id = ""]) => `${OWNERS[member2]} ${Number.parseInt(id, 36)}`
  );
}
function sum4(covered) {
  return crc32(covered).toString(36).padStart(SUM, "0");
}
function write3(make, prefix, version) {
  const body = encodeBase64Url(joined(toBytes(`o:1
u:${make.chars("1-9", 4)}
`), make.bytes(16), Uint8Array.of(16)));
  const covered = `${prefix}${body}.${version}${body.length.toString(36).padStart(2, "0")}`;
  return covered + sum4(covered);
}
var gitlabRoutableToken = {
  id: "gitlab-routable-token",
  title: "GitLab token",
  description: "A token of GitLab reads or changes what its owner, project or group can.",
  severity: "critical",
  prefixes: ["glpat-", "glrt-", "gldt-", "glptt-", "glcbt-", "glsoat-", "glft-", "gloas-"],
  shape: /gl(?:pat|rt|dt|ptt|cbt|soat|ft|oas)-[A-Za-z0-9_-]{27,300}\.(?:[0-9a-z]{2}\.)?[0-9a-z]{9}/y,
  check: check26,
  remedy: { rotate: "Revoke it under Access tokens of the user, project or group whose it is." },
  reference: "https://docs.gitlab.com/security/tokens/",
  examples: (make) => ({
    positive: [
      write3(make, "glpat-", ""),
      write3(make, "glpat-", "01."),
      write3(make, "glrt-t3_", "01."),
      write3(make, "gldt-", "01.")
    ],
    negative: [`glpat-${make.chars("A-Za-z0-9_", 27)}`, `glpat-${make.chars("A-Za-z0-9_", 27)}.${make.chars("0-9a-z", 5)}`]
  })
};
// packages/checks/src/secrets/rules/google-api-key.ts
var FIREBASE = /authDomain|messagingSenderId|firebaseapp\.com|firebaseConfig|firebaseio\.com|google-services|mobilesdk_app_id|GoogleService-Info|REVERSED_CLIENT_ID|GCM_SENDER_ID|FIREBASE_/;
var MAPS = /maps\.google(?:apis)?\.com\/maps\/api\/js[^\s"']{0,80}$/;
function check27({ before, after }) {
  if (FIREBASE.test(before) || FIREBASE.test(after))
    return { evidence: "public", why: "the key of a Firebase app, which is shipped with it and grants nothing by itself" };
  if (MAPS.test(before)) return { evidence: "public", why: "a key of a map in a page, where everybody can read it" };
  return { evidence: "shape" };
}
var googleApiKey = {
  id: "google-api-key",
  title: "Google API key",
  description: "An API key calls what it is not restricted from at its project's expense.",
  severity: "medium",
  prefixes: ["AIza"],
  shape: /AIza[A-Za-z0-9_-]{35}/y,
  check: check27,
  remedy: { rotate: "Restrict it to its APIs and callers, or delete it, at console.cloud.google.com/apis/credentials." },
  reference: "https://cloud.google.com/docs/authentication/api-keys",
  examples: (make) => {
    const key = () => `AIza${make.chars("A-Za-z0-9_-", 34)}${make.chars("A-Za-z0-9", 1)}`;
    return { positive: [key(), `key=${key()}`], negative: [`AIza${make.chars("A-Za-z0-9", 30)}`] };
  }
};
// packages/checks/src/secrets/rules/google-signed-url.ts
var WEEK = 604800;
function check28({ before, after }) {
  const [, year, month, day] = /X-Goog-Date=(\d{4})(\d\d)(\d\d)T/.exec(before + after) ?? [];
  const made = Date.parse(`${year}-${month}-${day}`) / 1e3;
  if (!hasLongEnded(made + WEEK)) return { evidence: "shape" };
  return { evidence: "public", why: `signed on ${year}-${month}-${day} for a week at most` };
}
var googleSignedUrl = {
  id: "google-signed-url",
  title: "Cloud Storage signed address",
  description: "A signed address reads or writes one object of Cloud Storage for up to a week.",
  severity: "low",
  tier: "contextual",
  prefixes: ["X-Goog-Signature="],
  shape: /X-Goog-Signature=(?<secret>[0-9a-f]{256,1024})/y,
  check: check28,
  remedy: { rotate: "Delete the key of the service account that signed it, if the week is not over.", provider: "gcp" },
  reference: "https://cloud.google.com/storage/docs/access-control/signed-urls",
  examples: (make) => ({
    positive: [`X-Goog-Date=20990101T000000Z&X-Goog-Signature=${make.chars("0-9a-f", 512)}`],
    negative: [`X-Goog-Signature=${make.chars("0-9a-f", 40)}`]
  })
};
// packages/checks/src/secrets/rules/grafana-cloud-token.ts
function check29({ value }) {
  const object = readBase64Json(value.slice(4));
  const read22 = object && hasTexts(object, "o", "n", "k") ? `names organisation ${textOf2(object, "o")} and holds a key` : void 0;
  return judgedForm(read22, "does not decode to organisation, name and key");
}
var grafanaCloudToken = {
  id: "grafana-cloud-token",
  title: "Grafana Cloud access policy token",
  description: "An access policy token reads or writes metrics, logs and traces of a stack of Grafana Cloud.",
  severity: "high",
  prefixes: ["glc_eyJ"],
  shape: /glc_eyJ[A-Za-z0-9+/_-]{40,500}={0,2}/y,
  check: check29,
  remedy: { rotate: "Delete it under Security, Access policies of the Cloud portal." },
  reference: "https://grafana.com/docs/grafana-cloud/security-and-account-management/authentication-and-permissions/access-policies/",
  examples: (make) => {
    const object = { o: make.chars("1-9", 6), n: "collector", k: make.chars("A-Za-z0-9", 24), m: { r: "eu" } };
    return {
      positive: [`glc_${encodeBase64(toBytes(JSON.stringify(object)))}`],
      negative: [`glc_eyJ${make.chars("A-Za-z0-9", 20)}`]
    };
  }
};
// packages/checks/src/secrets/rules/grafana-legacy-api-key.ts
function check30({ value }) {
  const object = readBase64Json(value);
  const read22 = object && hasTexts(object, "k", "n") && typeof object.id === "number" ? `a key with the name ${JSON.stringify(textOf2(object, "n"))}` : void 0;
  return judgedForm(read22, "does not decode to key, name and id");
}
var grafanaLegacyApiKey = {
  id: "grafana-legacy-api-key",
  title: "Grafana API key",
  description: "An API key of the older kind reads or changes a Grafana within its role.",
  severity: "high",
  prefixes: ["eyJrIjoi"],
  shape: /eyJrIjoi[A-Za-z0-9+/]{50,300}={0,2}/y,
  check: check30,
  remedy: { rotate: "Delete the key, or the service account that it was migrated to, under Administration, Service accounts." },
  reference: "https://grafana.com/docs/grafana/latest/administration/service-accounts/migrate-api-keys/",
  examples: (make) => {
    const object = { k: make.chars("A-Za-z0-9", 32), n: "ci", id: 1 };
    return { positive: [encodeBase64(toBytes(JSON.stringify(object)))], negative: [`eyJrIjoi${make.chars("A-Za-z0-9", 30)}`] };
  }
};
// packages/checks/src/secrets/rules/grafana-service-account-token.ts
function check31({ value }) {
  return judgedSum(hex32Reversed(crc32(value.slice(0, -9))) === value.slice(-8), "the CRC-32 in its last eight characters");
}
var grafanaServiceAccountToken = {
  id: "grafana-service-account-token",
  title: "Grafana service account token",
  description: "A token of a service account reads or changes dashboards, data sources and alerts of a Grafana.",
  severity: "high",
  prefixes: ["glsa_"],
  shape: /glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}/y,
  check: check31,
  remedy: { rotate: "Delete it under Administration, Service accounts." },
  reference: "https://grafana.com/docs/grafana/latest/administration/service-accounts/",
  examples: (make) => {
    const covered = `glsa_${make.chars("A-Za-z0-9", 32)}`;
    return {
      positive: [`${covered}_${hex32Reversed(crc32(covered))}`],
      negative: [covered, `${covered}_${make.chars("0-9a-f", 7)}`]
    };
  }
};
// packages/checks/src/secrets/rules/jfrog-api-key.ts
var LENGTH2 = 54;
function check32({ value }) {
  return decodeBase58(value)?.length === LENGTH2 ? { evidence: "shape", why: "base 58 of 54 bytes" } : { evidence: "broken", why: "not base 58 of 54 bytes" };
}
var jfrogApiKey = {
  id: "jfrog-api-key",
  title: "JFrog API key",
  description: "An API key of Artifactory reads or publishes artifacts as its owner.",
  severity: "critical",
  prefixes: ["AKCp"],
  shape: /AKCp[A-Za-z0-9]{69}/y,
  check: check32,
  remedy: {
    rotate: "Revoke it in the profile of its user, or with `DELETE /api/security/apiKey`; such keys are at their end and access tokens take their place.",
    provider: "jfrog"
  },
  reference: "https://jfrog.com/help/r/jfrog-platform-administration-documentation/user-profile",
  examples: (make) => ({
    positive: [`AKCp${make.chars("1-9A-HJ-NP-Za-km-z", 69)}`],
    negative: [`AKCp${make.chars("1-9A-H", 60)}`]
  })
};
// packages/checks/src/secrets/rules/jfrog-reference-token.ts
function check33({ value }) {
  const [, expiry] = /^reftkn:01:(\d{10}):[A-Za-z0-9]{10,40}$/.exec(toText(decodeBase64(value) ?? new Uint8Array())) ?? [];
  const end = instantOf(Number(expiry)) ?? "never";
  return judgedForm(expiry && `a reference token that expires ${end}`, "does not decode to a reference token");
}
var jfrogReferenceToken = {
  id: "jfrog-reference-token",
  title: "JFrog reference token",
  description: "A reference token of JFrog reads or publishes artifacts as its owner.",
  severity: "critical",
  prefixes: ["cmVmdGtu"],
  shape: /cmVmdGtuOjAxO[A-Za-z0-9+/]{51}/y,
  check: check33,
  remedy: { rotate: "Revoke it under Administration, User Management, Access Tokens.", provider: "jfrog" },
  reference: "https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens",
  examples: (make) => ({
    positive: ["1790000000", "0000000000"].map(
      (expiry) => encodeBase64(toBytes(`reftkn:01:${expiry}:${make.chars("A-Za-z0-9", 27)}`))
    ),
    negative: [`cmVmdGtuOjAxO${make.chars("A-Za-z0-9", 40)}`]
  })
};
// packages/checks/src/secrets/rules/json-web-token.ts
var RESERVED = /^(?:[a-z][a-z0-9+.-]{0,20}:\/\/)?(?:[^/?#]{0,253}[.@])?(?:example|test|invalid|localhost|example\.(?:com|net|org))(?=[:/]|$)/i;
function check34({ value }) {
  const token = readJwt(value);
  if (!token) return { evidence: "broken", why: "its parts do not decode to a header with an algorithm and claims" };
  const { header, claims } = token;
  if (textOf2(header, "typ") === "dpop+jwt")
    return { evidence: "public", why: "a proof for a single request, which opens nothing later" };
  const issuer = textOf2(claims, "iss");
  const role = textOf2(claims, "role");
  if (role === "anon" && issuer?.startsWith("supabase"))
    return { evidence: "public", why: "the anonymous key of Supabase, made to be shipped in pages" };
  if (textOf2(header, "alg")?.startsWith("ed25519") && !isBearer(claims))
    return { evidence: "public", why: "a token of NATS, which opens nothing without the seed of the key that it names" };
  const end = instantOf(claims.exp);
  if (hasLongEnded(claims.exp)) return { evidence: "public", why: `a token that ended on ${end?.slice(0, 10)}` };
  const parts = [issuer && `issued by ${issuer}`, role && `role \`${role}\``, end ? `until ${end}` : "without an expiry"];
  const why = `a readable token, ${parts.filter(Boolean).join(", ")}`;
  if (issuer && RESERVED.test(issuer)) return { evidence: "shape", why: `${why}: a name that is reserved for examples` };
  return issuer ? { evidence: "proven", why } : { evidence: "shape", why: `${why}, which names nobody who issued it` };
}
function isBearer({ nats }) {
  return typeof nats === "object" && nats !== null && "bearer_token" in nats && nats.bearer_token === true;
}
var jsonWebToken = {
  id: "json-web-token",
  title: "JSON Web Token",
  description: "A JSON Web Token is accepted by whoever trusts its issuer, until it expires.",
  severity: "medium",
  // Of those without an issuer, or with one that cannot be: tests and documentations are full of them.
  tier: "contextual",
  selfMade: true,
  prefixes: ["eyJ"],
  shape: /eyJ[A-Za-z0-9_-]{10,600}\.eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{20,1400}/y,
  check: check34,
  remedy: {
    rotate: "Revoke it at its issuer, or wait for its expiry; a token without one ends only with the key that signed it."
  },
  reference: "https://www.rfc-editor.org/rfc/rfc7519",
  examples: (make) => {
    const token = writeJwt({ iss: "https://issuer.acme.dev", sub: make.chars("a-z", 8), exp: 4e9 }, make.bytes(32));
    return {
      positive: [token, writeJwt({ sub: make.chars("a-z", 8) }, make.bytes(256), "RS256")],
      negative: [token.slice(0, token.lastIndexOf(".")), `eyJ${make.chars("A-Za-z0-9", 60)}`]
    };
  }
};
// packages/checks/src/secrets/rules/jwk-private-key.ts
var QUOTE = String.raw`\\{0,3}"`;
var TIE = String.raw`${QUOTE}\s{0,8}:\s{0,8}${QUOTE}`;
var CURVES = {
  "P-256": 32,
  secp256k1: 32,
  "P-384": 48,
  "P-521": 66,
  Ed25519: 32,
  Ed448: 57,
  X25519: 32,
  X448: 56
};
function check35({ value, before, after }) {
  const text = before.slice(before.lastIndexOf("{") + 1) + value + after.slice(0, Math.max(0, after.indexOf("}")));
  const kind = member(text, "kty");
  const length = (name) => decodeBase64(member(text, name) ?? "")?.length ?? 0;
  if (kind === "oct")
    return length("k") >= 16 ? { evidence: "proven", why: `a symmetric key of ${length("k") * 8} bits` } : { evidence: "broken", why: "a symmetric key that is too short" };
  const curve = member(text, "crv") ?? "";
  const wanted = CURVES[curve];
  if (kind !== "RSA" && wanted !== void 0)
    return length("d") === wanted ? { evidence: "proven", why: `a whole ${curve} key` } : { evidence: "broken", why: `a ${curve} key of the wrong length` };
  const whole = kind === "RSA" && length("d") >= 60 && (length("n") === 0 || length("d") <= length("n"));
  return whole ? { evidence: "proven", why: "an RSA key with its secret exponent" } : { evidence: "broken", why: "its members do not belong together" };
}
function member(text, name) {
  return new RegExp(`"${name}${TIE}([\\w-]{1,2800})`).exec(text)?.[1];
}
var jwkPrivateKey = {
  id: "jwk-private-key",
  title: "private JSON Web Key",
  description: "A JSON Web Key with its secret member signs or decrypts as whoever publishes its public half.",
  severity: "critical",
  selfMade: true,
  prefixes: ['"kty"', '"d"', '"kty\\"', '"d\\"'],
  // Sorted members have the secret first.
  shape: new RegExp(
    `"(?:kty${TIE}(?:RSA|EC|OKP|oct)${QUOTE}[^{}]{1,1600}?"[dk]${TIE}[A-Za-z0-9_-]{16,1400}${QUOTE}|d${TIE}[A-Za-z0-9_-]{40,1400}${QUOTE}[^{}]{1,2600}?"kty${TIE}(?:RSA|EC|OKP)${QUOTE})`,
    "y"
  ),
  check: check35,
  remedy: { rotate: "Make another key, publish its public half beside the old one, sign with it, and take the old one away." },
  reference: "https://www.rfc-editor.org/rfc/rfc7517#section-9.3",
  examples: (make) => {
    const { modulus, secret } = exampleRsaNumbers(make);
    const [n, d] = [encodeBase64Url(bytesOf(modulus)), encodeBase64Url(bytesOf(secret))];
    const point = { x: encodeBase64Url(make.bytes(32)), y: encodeBase64Url(make.bytes(32)) };
    const curve = encodeBase64Url(make.bytes(32));
    const write52 = (key) => JSON.stringify(key);
    return {
      positive: [
        write52({ kty: "RSA", n, e: "AQAB", d }),
        write52({ d, e: "AQAB", kty: "RSA", n }),
        write52({ kty: "EC", crv: "P-256", ...point, d: curve }),
        write52({ crv: "Ed25519", d: curve, kty: "OKP", x: point.x }),
        write52({ kty: "oct", k: curve }),
        write52({ key: write52({ kty: "EC", crv: "P-256", ...point, d: curve }) }),
        write52({ key: write52({ d: curve, crv: "P-256", ...point, kty: "EC" }) })
      ],
      negative: [write52({ kty: "RSA", n, e: "AQAB" }), write52({ kty: "EC", crv: "P-256", ...point })]
    };
  }
};
// packages/checks/src/secrets/rules/kubernetes-service-account-token.ts
var ACCOUNT = "kubernetes.io/serviceaccount/service-account.name";
var NAMESPACE = "kubernetes.io/serviceaccount/namespace";
function check36({ value }) {
  const claims = readJwt(value)?.claims;
  const read22 = claims?.[ACCOUNT] ? `account ${String(claims[ACCOUNT])} in ${String(claims[NAMESPACE])}, until ${instantOf(claims.exp) ?? "never"}` : void 0;
  return judgedForm(read22, "does not decode to a token of a service account");
}
var kubernetesServiceAccountToken = {
  id: "kubernetes-service-account-token",
  title: "Kubernetes service account token",
  description: "A token of a service account that was kept in a secret acts in its cluster until somebody deletes that secret.",
  severity: "critical",
  prefixes: ["eyJhbGciOiJSUzI1NiIs"],
  shape: /eyJhbGciOiJSUzI1NiIs[A-Za-z0-9_-]{4,200}\.eyJpc3MiOiJrdWJlcm5ldGVzL3NlcnZpY2VhY2NvdW50I[A-Za-z0-9_-]{50,2000}\.[A-Za-z0-9_-]{300,700}/y,
  check: check36,
  remedy: {
    rotate: "Delete the secret that holds it, which ends the token, and let the job ask for a bound one.",
    provider: "kubernetes"
  },
  reference: "https://kubernetes.io/docs/concepts/security/service-accounts/#authenticating-credentials",
  examples: (make) => {
    const claims = {
      iss: "kubernetes/serviceaccount",
      [NAMESPACE]: "default",
      [ACCOUNT]: make.chars("a-z", 8),
      sub: "system:serviceaccount:default:ci"
    };
    const token = writeJwt(claims, make.bytes(256), "RS256");
    return {
      positive: [token],
      negative: [token.slice(0, 200), writeJwt({ ...claims, iss: "https://kubernetes.default.svc" }, make.bytes(256), "RS256")]
    };
  }
};
// packages/checks/src/secrets/rules/mailchimp-api-key.ts
var mailchimpApiKey = {
  id: "mailchimp-api-key",
  title: "Mailchimp API key",
  description: "An API key of Mailchimp reads the lists of an account and sends to them.",
  severity: "high",
  prefixes: OPENERS,
  shape: opened2("[0-9a-f]{32}-us[0-9]{1,2}"),
  remedy: { rotate: "Revoke it under Profile, Extras, API keys in the Mailchimp account." },
  reference: "https://mailchimp.com/developer/marketing/docs/fundamentals/",
  examples: (make) => ({
    positive: [`key="${make.chars("0-9a-f", 32)}-us${make.chars("1-9", 1)}"`, `apikey: ${make.chars("0-9a-f", 32)}-us21`],
    negative: [`key="${make.chars("0-9a-f", 32)}-eu1"`, `key="${make.chars("0-9a-f", 24)}-us1"`]
  })
};
// packages/checks/src/secrets/rules/mapbox-token.ts
function check37({ value }) {
  const object = readBase64Json(value.split(".")[1] ?? "");
  const user = object && hasTexts(object, "u", "a") ? textOf2(object, "u") : void 0;
  if (value.startsWith("pk")) return { evidence: "public", why: "a public token, made to be shipped in pages and apps" };
  return judgedForm(user && `a secret token of user ${user}`, "does not decode to a user and a key");
}
var mapboxToken = {
  id: "mapbox-token",
  title: "Mapbox secret token",
  description: "A secret token of Mapbox changes styles, data sets and tokens of its account.",
  severity: "high",
  prefixes: ["sk.eyJ", "tk.eyJ", "pk.eyJ"],
  shape: /[spt]k\.eyJ1Ijoi[A-Za-z0-9_-]{30,200}\.[A-Za-z0-9_-]{22}/y,
  check: check37,
  remedy: { rotate: "Delete it under Access tokens of the account." },
  reference: "https://docs.mapbox.com/accounts/guides/tokens/",
  examples: (make) => {
    const body = encodeBase64Url(toBytes(JSON.stringify({ u: "acme", a: make.chars("a-z0-9", 25) })));
    return {
      positive: [`sk.${body}.${make.chars("A-Za-z0-9_", 22)}`, `pk.${body}.${make.chars("A-Za-z0-9_", 22)}`],
      negative: [`sk.${body}.${make.chars("A-Za-z0-9", 10)}`]
    };
  }
};
// packages/checks/src/secrets/proof/crc16.ts
function crc16(bytes) {
  let rest = 0;
  for (const byte of bytes) {
    rest ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) rest = rest & 32768 ? (rest << 1 ^ 4129) & 65535 : rest << 1;
  }
  return rest;
}
function endsInCrc16(bytes) {
  const [low = 0, high = 0] = bytes.subarray(-2);
  return bytes.length > 2 && crc16(bytes.subarray(0, -2)) === (high << 8 | low);
}
function withCrc16(bytes) {
  const sum5 = crc16(bytes);
  return Uint8Array.of(...bytes, sum5 & 255, sum5 >>> 8);
}
// packages/checks/src/secrets/rules/nats-seed.ts
var KINDS6 = {
  A: "an account",
  C: "a cluster",
  N: "a server",
  O: "an operator",
  U: "a user",
  X: "a curve key"
};
var SEED = 18 << 3;
function check38({ value }) {
  return judgedSum(
    endsInCrc16(decodeBase32(value) ?? new Uint8Array()),
    `seed of ${KINDS6[value[1]]}: the CRC-16 at the end`
  );
}
var natsSeed = {
  id: "nats-seed",
  title: "NATS seed",
  description: "The seed of a NATS key signs as its user, account, server or operator.",
  severity: "critical",
  selfMade: true,
  prefixes: Object.keys(KINDS6).map((letter) => `S${letter}`),
  shape: /S[ACNOUX][A-Z2-7]{56}/y,
  check: check38,
  remedy: { rotate: "Make another key with `nsc generate nkey`, and revoke the old one with `nsc revocations`." },
  reference: "https://docs.nats.io/running-a-nats-service/configuration/securing_nats/auth_intro/nkey_auth",
  examples: (make) => ({
    positive: [0, 2, 13, 14, 20, 23].map(
      (kind) => encodeBase32(withCrc16(joined(Uint8Array.of(SEED | kind >> 2, (kind & 3) << 6), make.bytes(32))))
    ),
    negative: [`SU${make.chars("A-Z2-7", 55)}`, `U${make.chars("A-Z2-7", 57)}`]
  })
};
// packages/checks/src/secrets/rules/netrc-password.ts
function check39({ value, before }) {
  const [, host] = /machine\s{1,8}(\S{1,100})\s{1,20}login\s[\s\S]{0,140}$/.exec(before) ?? [];
  if (isFiller(value)) return { evidence: "none" };
  return { evidence: "shape", why: `the password for \`${host ?? "a machine"}\` as \`.netrc\` has it` };
}
var netrcPassword = {
  id: "netrc-password",
  title: "password in a .netrc",
  description: "Whoever reads this line can sign in at the machine that it names.",
  severity: "high",
  tier: "contextual",
  prefixes: ["machine"],
  shape: /machine\s{1,8}[\w-]{1,63}\.[\w.-]{2,100}\s{1,20}login\s{1,8}[^\s"'<>${}%]{1,100}\s{1,20}password\s{1,8}(?<secret>[^\s"'<>${}%]{4,200})/y,
  check: check39,
  remedy: { rotate: "Change the password or revoke the token at that machine, and hand it to the job at run time instead." },
  reference: "https://everything.curl.dev/usingcurl/netrc.html",
  examples: (make) => ({
    positive: [
      `machine git.acme.dev login ci password ${make.chars("A-Za-z0-9", 20)}`,
      `machine api.acme.dev
  login ci
  password ${make.chars("A-Za-z0-9", 20)}`
    ],
    negative: ["machine git.acme.dev login ci password $TOKEN", "machine learning login page password reset"]
  })
};
// packages/checks/src/secrets/rules/newrelic-license-key.ts
var newrelicLicenseKey = {
  id: "newrelic-license-key",
  title: "New Relic license key",
  description: "A license key writes telemetry into an account, which can be made to hide or to cost.",
  severity: "medium",
  prefixes: OPENERS,
  shape: opened2("(?:eu01xx)?[0-9a-f]{30,36}(?:FFFF)?NRAL"),
  remedy: { rotate: "Rotate it among the API keys of the account at New Relic: delete it when its successor is in place." },
  reference: "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/",
  examples: (make) => ({
    positive: [
      `key="${make.chars("0-9a-f", 36)}NRAL"`,
      `license: ${make.chars("0-9a-f", 32)}FFFFNRAL`,
      `key: eu01xx${make.chars("0-9a-f", 30)}NRAL`
    ],
    negative: [`key="${make.chars("0-9a-f", 40)}"`, `key="${make.chars("0-9a-f", 20)}NRAL"`]
  })
};
// packages/checks/src/secrets/rules/npm-access-token.ts
var RANDOM3 = 30;
function check40({ value }) {
  const data = value.slice(4);
  return judgedSum(base62(crc32(data.slice(0, RANDOM3)), 6) === data.slice(RANDOM3), "the CRC-32 in its last six characters");
}
var npmAccessToken = {
  id: "npm-access-token",
  title: "npm access token",
  description: "An access token of npm publishes packages, or reads private ones, as its owner.",
  severity: "critical",
  prefixes: ["npm_"],
  shape: /npm_[A-Za-z0-9]{36}/y,
  check: check40,
  remedy: {
    rotate: "Delete it under Access Tokens on npmjs.com, or with `npm token revoke`, and publish by trusted publishing.",
    provider: "npm"
  },
  reference: "https://docs.npmjs.com/about-access-tokens",
  examples: (make) => {
    const random = make.chars("A-Za-z0-9", RANDOM3);
    return {
      positive: [`npm_${random}${base62(crc32(random), 6)}`],
      negative: [`npm_${random}`, `npm_${make.chars("a-z", 20)}_${make.chars("a-z", 15)}`]
    };
  }
};
// packages/checks/src/secrets/rules/npmrc-credential.ts
var SIGNS2 = 8;
function check41({ value }) {
  if (isFiller(value) || new Set(value).size < SIGNS2 || !/[0-9]/.test(value)) return { evidence: "none" };
  return { evidence: "shape", why: "it stands where npm keeps the credential of a registry" };
}
var npmrcCredential = {
  id: "npmrc-credential",
  title: "credential of a package registry",
  description: "What stands behind `_authToken`, `_auth` or `_password` in a `.npmrc` publishes and reads at that registry.",
  severity: "critical",
  prefixes: [":_authToken", ":_auth", ":_password"],
  shape: /:_(?:authToken|auth|password)\s{0,4}=\s{0,4}["']?(?<secret>[A-Za-z0-9+/_.-]{16,1000}={0,2})/y,
  check: check41,
  remedy: { rotate: "Revoke it at the registry, and publish from CI with the identity of the job.", provider: "npm" },
  reference: "https://docs.npmjs.com/cli/v11/configuring-npm/npmrc",
  examples: (make) => {
    const value = () => `a7${make.chars("A-Za-z0-9", 34)}`;
    return {
      positive: [
        `//npm.acme.dev/:_authToken=${value()}`,
        `//npm.acme.dev/:_auth="${value()}"`,
        `//npm.acme.dev/:_password = ${value()}`
      ],
      negative: [`//npm.acme.dev/:_authToken=\${NPM_TOKEN}`, `//npm.acme.dev/:_authToken=${make.chars("a-z0-9", 6)}`]
    };
  }
};
// packages/checks/src/secrets/rules/onepassword-service-account-token.ts
function check42({ value }) {
  const object = readBase64Json(value.slice(4));
  const read22 = object && hasTexts(object, "signInAddress", "secretKey") ? `a service account at ${textOf2(object, "signInAddress")}` : void 0;
  return judgedForm(read22, "does not decode to an address and a key");
}
var onepasswordServiceAccountToken = {
  id: "onepassword-service-account-token",
  title: "1Password service account token",
  description: "A token of a service account reads every item of the vaults that it was given.",
  severity: "critical",
  prefixes: ["ops_eyJ"],
  shape: /ops_eyJ[A-Za-z0-9_-]{200,3000}={0,2}/y,
  check: check42,
  remedy: { rotate: "Revoke it under Developer, Service Accounts on 1Password.com, and change what it could read." },
  reference: "https://developer.1password.com/docs/service-accounts/security/",
  examples: (make) => {
    const object = {
      signInAddress: "acme.1password.com",
      userAuth: { method: "SRPg-4096", iterations: 65e4 },
      email: `${make.chars("a-z2-7", 13)}@1passwordserviceaccounts.com`,
      secretKey: `A3-${make.chars("A-Z2-9", 30)}`,
      muk: make.chars("A-Za-z0-9_", 43),
      deviceUuid: make.chars("a-z2-7", 26)
    };
    return {
      positive: [`ops_${encodeBase64Url(toBytes(JSON.stringify(object)))}`],
      negative: [`ops_eyJ${make.chars("A-Za-z0-9", 60)}`]
    };
  }
};
// packages/checks/src/secrets/rules/openssh-private-key.ts
function check43({ value }) {
  const key = readOpenSshKey(decodeArmor(value) ?? new Uint8Array());
  if (!key || "cipher" in key) return { evidence: "broken", why: "what stands between its lines is no key of OpenSSH" };
  return key.holds ? { evidence: "proven", why: `a whole ${key.kind}` } : { evidence: "broken", why: `${key.kind}, whose parts do not belong together` };
}
var opensshPrivateKey = {
  id: "openssh-private-key",
  title: "OpenSSH private key",
  description: "A private key of OpenSSH without a passphrase logs in wherever its public half is authorised.",
  severity: "critical",
  selfMade: true,
  prefixes: ["-----BEGIN OPENSSH PRIVATE KEY-----"],
  // The first letters say that there is no cipher.
  shape: /-----BEGIN OPENSSH PRIVATE KEY-----[\s\\rn"',]{1,40}b3BlbnNzaC1rZXktdjEAAAAABG5vbmU[A-Za-z0-9+/=\s\\"'`,.#*>|;]{80,20000}-----END OPENSSH PRIVATE KEY-----/y,
  check: check43,
  remedy: { rotate: "Make another key pair, and take the public half out of every `authorized_keys`, deploy key and account." },
  reference: "https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key",
  examples: (make) => {
    const key = encodeArmor("OPENSSH PRIVATE KEY", writeOpenSshKey(make.bytes(32), make.bytes(32), make.bytes(4)));
    return { positive: [key, key.replaceAll("\n", "\\n")], negative: [encodeArmor("OPENSSH PRIVATE KEY", make.bytes(200))] };
  }
};
// packages/checks/src/secrets/rules/pem-private-key-base64.ts
var END = /-----END [A-Z ]{0,20}PRIVATE KEY-----/;
function check44({ value }) {
  const text = toText(decodeBase64(value) ?? new Uint8Array());
  if (!END.test(text)) return { evidence: "shape" };
  const bytes = decodeArmor(text) ?? new Uint8Array();
  const key = readPrivateKey(bytes) ?? readOpenSshKey(bytes);
  return key !== void 0 && "holds" in key && key.holds ? { evidence: "shape" } : { evidence: "broken", why: "it decodes to the armor of a private key without a whole key in it" };
}
var pemPrivateKeyBase64 = {
  id: "pem-private-key-base64",
  title: "PEM private key in base64",
  description: "A private key in base 64 signs, decrypts or logs in as whoever trusts its public half.",
  severity: "critical",
  selfMade: true,
  prefixes: ["LS0tLS1CRUdJTiB"],
  // `-----BEGIN `, then nothing, `RSA `, `EC `, `DSA ` or `OPENSSH `, then `PRIVATE KEY`; an encrypted key is none of them.
  shape: /LS0tLS1CRUdJTiB(?:QUklWQVRFIEtFWS0tLS0t|SU0EgUFJJVkFURSBLRVktLS0tL|FQyBQUklWQVRFIEtFWS0tLS0t|EU0EgUFJJVkFURSBLRVktLS0tL|PUEVOU1NIIFBSSVZBVEUgS0VZLS0tLS)[A-Za-z0-9+/]{60,5000}={0,2}/y,
  check: check44,
  remedy: { rotate: "Make another key pair, and replace the public half wherever it is trusted." },
  reference: "https://www.rfc-editor.org/rfc/rfc7468",
  examples: (make) => {
    const encoded = (label, key) => encodeBase64(toBytes(encodeArmor(label, key)));
    return {
      positive: [encoded("RSA PRIVATE KEY", exampleRsaKey(make)).slice(0, 400)],
      negative: [encoded("PUBLIC KEY", make.bytes(90))]
    };
  }
};
// packages/checks/src/secrets/proof/crc24.ts
function crc24(bytes) {
  let rest = 11994318;
  for (const byte of bytes) {
    rest ^= byte << 16;
    for (let bit = 0; bit < 8; bit++) rest = rest & 8388608 ? (rest << 1 ^ 25578747) & 16777215 : rest << 1;
  }
  return rest;
}
// packages/checks/src/secrets/proof/pgp-key.ts
var SECRET_KEY_PACKET = 5;
var NUMBERS = { 1: 2, 2: 2, 3: 2, 16: 3, 17: 4 };
var ELLIPTIC2 = [18, 19, 22];
var ECDH = 18;
var OLD_LENGTHS = [1, 2, 4, 0];
function readPgpKey(value) {
  const [, data = "", sum5] = /^([A-Za-z0-9+/]{0,200000}={0,2}?)(?:=([A-Za-z0-9+/]{4}))?$/.exec(armorBody(value)) ?? [];
  const bytes = decodeBase64(data);
  if (!bytes || bytes.length < 20) return void 0;
  const packet = firstPacket(bytes);
  const locked = packet && isLocked(packet.body);
  return {
    secret: packet?.tag === SECRET_KEY_PACKET,
    ...sum5 === void 0 ? {} : { sum: encodedSum(bytes) === sum5 },
    ...locked === void 0 ? {} : { locked }
  };
}
function writePgpBody(modulus, locked, rest) {
  const numbers = [modulus, 65537n].map((number) => {
    const bytes = bytesOf(number);
    const bits = number.toString(2).length;
    return joined(Uint8Array.of(bits >>> 8, bits & 255), bytes[0] === 0 ? bytes.subarray(1) : bytes);
  });
  const body = joined(Uint8Array.of(4, 95, 0, 0, 0, 1), ...numbers, Uint8Array.of(locked ? 254 : 0), rest);
  const packet = joined(Uint8Array.of(149, body.length >>> 8, body.length & 255), body);
  return `${encodeBase64(packet)}
=${encodedSum(packet)}`;
}
function encodedSum(bytes) {
  const sum5 = crc24(bytes);
  return encodeBase64(Uint8Array.of(sum5 >>> 16, sum5 >>> 8 & 255, sum5 & 255));
}
function firstPacket(bytes) {
  const [head2 = 0, first = 0] = bytes;
  if (head2 < 128) return void 0;
  if (head2 & 64) return { tag: head2 & 63, body: bytes.subarray(first < 192 ? 2 : first === 255 ? 6 : 3) };
  return { tag: head2 >>> 2 & 15, body: bytes.subarray(1 + (OLD_LENGTHS[head2 & 3] ?? 0)) };
}
function isLocked(body) {
  if (body[0] !== 4) return void 0;
  const algorithm = body[5];
  let at = 6;
  if (ELLIPTIC2.includes(algorithm)) at += 1 + (body[at] ?? 0);
  const numbers = ELLIPTIC2.includes(algorithm) ? 1 : NUMBERS[algorithm];
  if (numbers === void 0) return void 0;
  for (let number = 0; number < numbers; number++) {
    const bits = (body[at] ?? 0) << 8 | (body[at + 1] ?? 0);
    at += 2 + Math.ceil(bits / 8);
  }
  if (algorithm === ECDH) at += 1 + (body[at] ?? 0);
  const usage = body[at];
  return usage === void 0 ? void 0 : usage !== 0;
}
// packages/checks/src/secrets/rules/pgp-private-key.ts
var LABEL = "PGP PRIVATE KEY BLOCK";
function check45({ value }) {
  const key = readPgpKey(value);
  if (!key?.secret) return { evidence: "broken", why: "does not begin with a packet of a secret key" };
  if (key.sum === false) return { evidence: "broken", why: "the CRC-24 at the end does not hold" };
  if (key.locked) return { evidence: "shape", why: "a secret key under a passphrase" };
  const open2 = key.locked === false ? " without a passphrase" : "";
  return { evidence: "proven", why: `a packet of a secret key${open2}${key.sum ? ", and the CRC-24 at the end holds" : ""}` };
}
var pgpPrivateKey = {
  id: "pgp-private-key",
  title: "OpenPGP private key",
  description: "A private key of OpenPGP signs releases and commits, and decrypts, as its owner.",
  severity: "critical",
  selfMade: true,
  // Under a passphrase, that is: without one it is proven.
  tier: "contextual",
  prefixes: ["-----BEGIN PGP PRIVATE KEY BLOCK-----"],
  // Up to three headers, which may have hyphens in them; each ends where its line does, so that there is one way to read it.
  shape: /-----BEGIN PGP PRIVATE KEY BLOCK-----(?:[\s\\rn"']{0,12}[A-Z][a-z]{3,11}: [^\n\\]{0,120}[\n\\])?(?:[\s\\rn"']{0,12}[A-Z][a-z]{3,11}: [^\n\\]{0,120}[\n\\])?(?:[\s\\rn"']{0,12}[A-Z][a-z]{3,11}: [^\n\\]{0,120}[\n\\])?[^-]{60,60000}-----END PGP PRIVATE KEY BLOCK-----/y,
  check: check45,
  remedy: {
    rotate: "Publish the revocation certificate of the key, make another, and sign again what was signed since it got out."
  },
  reference: "https://www.rfc-editor.org/rfc/rfc9580#section-6.2",
  examples: (make) => {
    const { modulus } = exampleRsaNumbers(make);
    const write52 = (locked, headers = "") => `-----BEGIN ${LABEL}-----
${headers}
${writePgpBody(modulus, locked, make.bytes(90))}
-----END ${LABEL}-----`;
    return {
      positive: [write52(false), write52(false, "Version: GnuPG v2\nComment: a-key\n"), write52(true)],
      negative: [write52(false).replaceAll("PRIVATE", "PUBLIC"), write52(false).slice(0, 120)]
    };
  }
};
// packages/checks/src/secrets/rules/pgpass-password.ts
var PORTS = ["5432", "5433", "5434", "5435", "5436", "5439", "6432", "6543", "15432", "25060", "26257", "54320", "*"];
var FIELDS = /(?:^|[\s"'`]|\\n)([\w.*/-]{1,120}):[0-9*]{1,5}:[^\s:]{1,63}:([^\s:]{1,63}):$/;
function check46({ value, before }) {
  const [, host, user] = FIELDS.exec(before) ?? [];
  if (host === void 0 || isFiller(value) || value === user) return { evidence: "none" };
  return { evidence: "shape", why: `the password of \`${user}\` at \`${host}\` as \`.pgpass\` has it` };
}
var pgpassPassword = {
  id: "pgpass-password",
  title: "password in a .pgpass",
  description: "Whoever reads this line can open the database that it names.",
  severity: "high",
  tier: "contextual",
  prefixes: PORTS.map((port) => `:${port}:`),
  // Five fields; in the last a backslash stands before a colon or another backslash.
  shape: /:(?:[0-9]{4,5}|\*):(?:[\w.-]{1,63}|\*):(?:[\w.@-]{1,63}|\*):(?<secret>(?:\\[:\\]|[!#-&(-9;-[\]-_a-~]){4,200})(?=[\s"'`]|\\n|$)/y,
  check: check46,
  remedy: { rotate: "Change the password of that user in the database, and connect with an identity instead." },
  reference: "https://www.postgresql.org/docs/current/libpq-pgpass.html",
  examples: (make) => {
    const password = () => `7${make.chars("A-Za-z0-9", 15)}`;
    return {
      positive: [
        ...PORTS.map((port) => `db.acme.dev:${port}:shop:ci:${password()}`),
        `*:*:*:ci:${password()}`,
        `echo "db.acme.dev:5432:*:ci:${password()}" >> ~/.pgpass`
      ],
      negative: [
        "db.acme.dev:5432:shop:ci:$PGPASSWORD",
        "db.acme.dev:5432:shop:ci:password",
        `db.acme.dev:5432:shop:ci:${password()}:more`,
        `cpe:2.3:a:acme:*:shop:ci:${password()}`
      ]
    };
  }
};
// packages/checks/src/secrets/rules/powershell-secure-string.ts
var NAMES4 = ["ConvertTo-SecureString", "convertto-securestring", "ConvertTo-Securestring", "Convertto-SecureString"];
var CLEAR = /-as/i;
function check47({ value, before, after }) {
  const clear = CLEAR.test(before.slice(before.toLowerCase().lastIndexOf("convertto"))) || CLEAR.test(after.split("\n", 1)[0] ?? "");
  if (!clear || isFiller(value)) return { evidence: "none" };
  return { evidence: "shape", why: "a password in clear text for `ConvertTo-SecureString`" };
}
var powershellSecureString = {
  id: "powershell-secure-string",
  title: "password in a PowerShell script",
  description: "A secure string that is made of a literal protects nothing: the password stands in the script.",
  severity: "high",
  tier: "contextual",
  prefixes: NAMES4,
  // Switches may stand before the literal; whether one says that it is clear text is asked of both sides.
  shape: /[Cc]onvert[Tt]o-[Ss]ecure[Ss]tring(?:\s{1,4}-[A-Za-z]{3,12})?(?:\s{1,4}-[A-Za-z]{3,12})?(?:\s{1,4}-[A-Za-z]{3,12})?\s{1,4}["'](?<secret>[^"'\s$`]{4,200})(?=["'])/y,
  check: check47,
  remedy: { rotate: "Change the password, and read it at run time from a vault or by the identity of the job." },
  reference: "https://learn.microsoft.com/powershell/module/microsoft.powershell.security/convertto-securestring",
  examples: (make) => ({
    positive: NAMES4.map((name) => `${name} "${make.chars("A-Za-z0-9", 16)}" -AsPlainText -Force`),
    negative: [
      "ConvertTo-SecureString $password -AsPlainText -Force",
      'ConvertTo-SecureString "$env:PASSWORD" -AsPlainText -Force'
    ]
  })
};
// packages/checks/src/secrets/rules/private-key.ts
var privateKey = {
  id: "private-key",
  title: "private key",
  description: "A private key without a passphrase signs, decrypts or logs in as whoever trusts its public half.",
  severity: "critical",
  selfMade: true,
  prefixes: [
    "-----BEGIN PRIVATE KEY-----",
    "-----BEGIN RSA PRIVATE KEY-----",
    "-----BEGIN EC PRIVATE KEY-----",
    "-----BEGIN DSA PRIVATE KEY-----"
  ],
  // Quotes, escapes, signs of joining and indentation stand between the lines where the key is a string of a program.
  shape: /-----BEGIN (?:RSA |EC |DSA )?PRIVATE KEY-----[A-Za-z0-9+/=\s\\"'`,.#*>|;]{40,20000}-----END (?:RSA |EC |DSA )?PRIVATE KEY-----/y,
  check: judgePem,
  remedy: {
    rotate: "Make another key pair, replace the public half wherever it is trusted, revoke certificates over it, and take the old half away."
  },
  reference: "https://www.rfc-editor.org/rfc/rfc7468",
  examples: (make) => {
    const edwards = der(
      SEQUENCE,
      derInteger(0n),
      der(SEQUENCE, der(OBJECT_ID, toBytes("+ep"))),
      der(OCTETS, der(OCTETS, make.bytes(32)))
    );
    const curve = der(
      SEQUENCE,
      derInteger(1n),
      der(OCTETS, Uint8Array.of(1, ...make.bytes(31))),
      der(160, der(OBJECT_ID, toBytes("*\x86H\xCE=\x07")))
    );
    const rsa = encodeArmor("RSA PRIVATE KEY", exampleRsaKey(make));
    return {
      positive: [rsa, rsa.replaceAll("\n", "\\n"), encodeArmor("PRIVATE KEY", edwards), encodeArmor("EC PRIVATE KEY", curve)],
      negative: [encodeArmor("PUBLIC KEY", make.bytes(90)), encodeArmor("PRIVATE KEY", der(INTEGER, make.bytes(8)))]
    };
  }
};
// packages/checks/src/secrets/rules/putty-private-key.ts
function check48({ value }) {
  const [, type] = /^PuTTY-User-Key-File-\d: ([a-z0-9-]{5,40})/.exec(value) ?? [];
  const open2 = block(value, "Public-Lines");
  const secret = block(value, "Private-Lines");
  if (!open2 || !secret) return { evidence: "broken", why: "its lines are not base 64" };
  const [, exponent, modulus] = readSsh(open2).strings(3) ?? [];
  if (type !== "ssh-rsa") return { evidence: "proven", why: `a whole ${type} key` };
  const [, p, q] = readSsh(secret).strings(3) ?? [];
  const key = exponent && modulus && p && q ? judgeRsa(modulus, p, q) : void 0;
  return key?.holds ? { evidence: "proven", why: `a whole ${key.kind}` } : { evidence: "broken", why: "an RSA key, whose numbers do not belong together" };
}
function block(value, name) {
  const [, body = "-"] = new RegExp(`${name}: \\d{1,3}([A-Za-z0-9+/=\\s]{20,12000})`).exec(value.replaceAll(/\\+[rn]/g, "\n")) ?? [];
  return decodeBase64(body.replace(/\s{1,4}Private$/, "").replaceAll(/\s/g, ""));
}
function write4(make) {
  const { modulus, p, q, secret } = exampleRsaNumbers(make);
  const open2 = encodeBase64(sshStrings("ssh-rsa", bytesOf(65537n), bytesOf(modulus)));
  const hidden = encodeBase64(sshStrings(bytesOf(secret), bytesOf(p), bytesOf(q), bytesOf(3n)));
  const [first, second] = [open2, hidden].map((text) => text.replaceAll(/(.{64})(?=.)/g, "$1\n"));
  const lines = (text) => text.split("\n").length;
  return `PuTTY-User-Key-File-3: ssh-rsa
Encryption: none
Comment: deploy
Public-Lines: ${lines(first)}
${first}
Private-Lines: ${lines(second)}
${second}
Private-MAC: ${make.chars("0-9a-f", 64)}`;
}
var puttyPrivateKey = {
  id: "putty-private-key",
  title: "PuTTY private key",
  description: "A private key of PuTTY without a passphrase logs in wherever its public half is authorised.",
  severity: "critical",
  selfMade: true,
  prefixes: ["PuTTY-User-Key-File-"],
  shape: /PuTTY-User-Key-File-[123]: [a-z0-9-]{5,40}[\s\\rn]{1,8}Encryption: none[\s\\rn]{1,8}Comment: [^\n\\]{0,200}[\s\\rn]{1,8}Public-Lines: \d{1,3}[\s\\][A-Za-z0-9+/=\s\\]{40,6000}-Lines: \d{1,3}[\s\\][A-Za-z0-9+/=\s\\]{20,12000}-(?:MAC|Hash): [0-9a-f]{40,64}/y,
  check: check48,
  remedy: { rotate: "Make another key pair, and take the public half out of every `authorized_keys`, deploy key and account." },
  reference: "https://the.earth.li/~sgtatham/putty/latest/htmldoc/AppendixC.html",
  examples: (make) => {
    const key = write4(make);
    return { positive: [key, key.replaceAll("\n", "\r\n")], negative: [key.replace("none", "aes256-cbc"), key.slice(0, 200)] };
  }
};
// packages/checks/src/secrets/proof/macaroon.ts
var VERSION = 2;
var END2 = 0;
var LOCATION2 = 1;
var IDENTIFIER2 = 2;
var SIGNATURE = 6;
var SIGNATURE_LENGTH = 32;
function readMacaroon(bytes) {
  if (bytes[0] !== VERSION) return void 0;
  let at = 1;
  let location = "";
  let identified = false;
  let sections = 0;
  while (at < bytes.length) {
    const type = bytes[at++];
    if (type === END2) {
      if (bytes[at - 2] === END2 && sections > 0 && bytes[at] === SIGNATURE) {
        const ends2 = bytes[at + 1] === SIGNATURE_LENGTH && at + 2 + SIGNATURE_LENGTH === bytes.length;
        return ends2 && identified ? { location, caveats: sections - 1 } : void 0;
      }
      sections++;
      continue;
    }
    const length = varint(bytes, at);
    if (length === void 0 || type > SIGNATURE) return void 0;
    at = length.end;
    const field2 = bytes.subarray(at, at + length.value);
    if (type === LOCATION2 && sections === 0) location = toText(field2);
    if (type === IDENTIFIER2 && sections === 0) identified = true;
    at += length.value;
  }
  return void 0;
}
function writeMacaroon(location, identifier, caveats, signature) {
  const end = Uint8Array.of(END2);
  return joined(
    Uint8Array.of(VERSION),
    field(LOCATION2, toBytes(location)),
    field(IDENTIFIER2, toBytes(identifier)),
    end,
    ...caveats.flatMap((caveat) => [field(IDENTIFIER2, toBytes(caveat)), end]),
    end,
    field(SIGNATURE, signature)
  );
}
function field(type, data) {
  const length = data.length < 128 ? [data.length] : [data.length & 127 | 128, data.length >>> 7];
  return joined(Uint8Array.of(type, ...length), data);
}
function varint(bytes, at) {
  const first = bytes[at];
  const second = bytes[at + 1];
  if (first === void 0) return void 0;
  if (first < 128) return { value: first, end: at + 1 };
  return second !== void 0 && second < 128 ? { value: first & 127 | second << 7, end: at + 2 } : void 0;
}
// packages/checks/src/secrets/rules/pypi-token.ts
var HOSTS = ["pypi.org", "test.pypi.org"];
function check49({ value }) {
  const macaroon = readMacaroon(decodeBase64(value.slice(5)) ?? new Uint8Array());
  const read22 = macaroon && HOSTS.some((host) => host === macaroon.location) ? `a macaroon of ${macaroon.location} with ${macaroon.caveats} caveats and its signature` : void 0;
  return judgedForm(read22, "no whole macaroon");
}
var pypiToken = {
  id: "pypi-token",
  title: "PyPI API token",
  description: "An API token of PyPI uploads releases of one project, or of all of its owner.",
  severity: "critical",
  prefixes: ["pypi-AgEIcHlwaS5vcmc", "pypi-AgENdGVzdC5weXBp"],
  shape: /pypi-AgE[A-Za-z0-9_-]{80,1000}/y,
  check: check49,
  remedy: { rotate: "Remove it under Account settings, API tokens, and publish by a trusted publisher.", provider: "pypi" },
  reference: "https://pypi.org/help/#apitoken",
  examples: (make) => ({
    positive: HOSTS.map((host) => {
      const id = [8, 4, 4, 4, 12].map((length) => make.chars("0-9a-f", length)).join("-");
      return `pypi-${encodeBase64Url(writeMacaroon(host, id, [`[1,["${make.chars("a-z", 8)}"]]`], make.bytes(32)))}`;
    }),
    negative: [`pypi-${make.chars("A-Za-z0-9", 100)}`, `pypi-AgEIcHlwaS5vcmc${make.chars("A-Za-z0-9", 40)}`]
  })
};
// packages/checks/src/secrets/rules/sentry-organization-token.ts
function check50({ value }) {
  const object = readBase64Json(value.slice(7, value.lastIndexOf("_")));
  const read22 = object && hasTexts(object, "url", "org") ? `names organisation ${textOf2(object, "org")}; issued ${instantOf(object.iat) ?? "at an unknown time"}` : void 0;
  return judgedForm(read22, "does not decode to an address and an organisation");
}
var sentryOrganizationToken = {
  id: "sentry-organization-token",
  title: "Sentry organisation token",
  description: "An organisation token of Sentry makes releases and uploads source maps and symbols.",
  severity: "high",
  prefixes: ["sntrys_eyJ"],
  shape: /sntrys_eyJ[A-Za-z0-9+/]{50,500}={0,2}_[A-Za-z0-9+/]{43}/y,
  check: check50,
  remedy: { rotate: "Revoke it under Settings, Organization Tokens." },
  reference: "https://docs.sentry.io/account/auth-tokens/",
  examples: (make) => {
    const object = { iat: 176e7, url: "https://sentry.io", region_url: "https://de.sentry.io", org: "acme" };
    const body = encodeBase64(toBytes(JSON.stringify(object)));
    return {
      positive: [`sntrys_${body}_${make.chars("A-Za-z0-9+/", 42)}A`],
      negative: [`sntrys_${body}_${make.chars("A-Za-z0-9", 20)}`]
    };
  }
};
// packages/checks/src/secrets/rules/stellar-secret-seed.ts
var VERSION2 = 18 << 3;
function check51({ value }) {
  return judgedSum(endsInCrc16(decodeBase32(value) ?? new Uint8Array()), "the CRC-16 at the end");
}
var stellarSecretSeed = {
  id: "stellar-secret-seed",
  title: "Stellar secret seed",
  description: "The secret seed of a Stellar account moves everything that it holds.",
  severity: "critical",
  // The version is a whole number of bits short of two letters.
  prefixes: ["SA", "SB", "SC", "SD"],
  shape: /S[A-D][A-Z2-7]{54}/y,
  check: check51,
  remedy: { rotate: "Make another account and move what it holds, or replace the signer of the account." },
  reference: "https://github.com/stellar/stellar-protocol/blob/master/ecosystem/sep-0023.md",
  examples: (make) => {
    const seed = encodeBase32(withCrc16(joined(Uint8Array.of(VERSION2), make.bytes(32))));
    return { positive: [seed], negative: [seed.slice(0, -1), `G${seed.slice(1)}`] };
  }
};
// packages/checks/src/secrets/rules/supabase-service-role-key.ts
function check52({ value }) {
  const claims = readJwt(value)?.claims;
  const read22 = claims?.role === "service_role" ? `role \`service_role\` of project ${String(claims.ref)}, until ${instantOf(claims.exp) ?? "never"}` : void 0;
  return judgedForm(read22, "does not decode to a token of a service role");
}
var supabaseServiceRoleKey = {
  id: "supabase-service-role-key",
  title: "Supabase service role key",
  description: "The service role key reads and writes every row of the database, whatever its policies say.",
  severity: "critical",
  prefixes: ["eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJzdXBhYmFzZSIsInJlZiI6I"],
  // The role stands in a place that the base 64 of it can be read at.
  shape: /eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9\.eyJpc3MiOiJzdXBhYmFzZSIsInJlZiI6I[A-Za-z0-9_-]{39}InNlcnZpY2Vfcm9sZSIs[A-Za-z0-9_-]{10,100}\.[A-Za-z0-9_-]{43}/y,
  check: check52,
  remedy: {
    rotate: "Replace it by a secret key under Settings, API Keys, then disable the legacy keys or change the JWT secret."
  },
  reference: "https://supabase.com/docs/guides/api/api-keys",
  examples: (make) => {
    const token = (role) => writeJwt({ iss: "supabase", ref: make.chars("a-z", 20), role, iat: 17e8, exp: 2015576e3 }, make.bytes(32));
    return { positive: [token("service_role")], negative: [token("anon")] };
  }
};
// packages/checks/src/secrets/rules/telegram-bot-token.ts
var telegramBotToken = {
  id: "telegram-bot-token",
  title: "Telegram bot token",
  description: "The token of a bot reads and writes in every chat that it is in; its number stands before the colon where the value begins.",
  severity: "high",
  // The number has no prefix, so the value is taken from the colon on.
  prefixes: [":AA"],
  shape: /(?<=[0-9]{8}):AA[A-Za-z0-9_-]{33}/y,
  remedy: { rotate: "Send `/revoke` to @BotFather, which makes another token." },
  reference: "https://core.telegram.org/bots/features#botfather",
  examples: (make) => ({
    positive: [8, 10].map(
      (digits3) => `${make.chars("1-9", digits3)}:AA${make.chars("A-Za-z0-9_", 32)}${make.chars("A-Za-z0-9", 1)}`
    ),
    negative: [`${make.chars("1-9", 9)}:AA${make.chars("A-Za-z0-9", 20)}`, `id:AA${make.chars("A-Za-z0-9", 33)}`]
  })
};
// packages/checks/src/secrets/rules/terraform-cloud-token.ts
var terraformCloudToken = {
  id: "terraform-cloud-token",
  title: "HCP Terraform token",
  description: "A token of HCP Terraform reads state, which holds secrets, and starts runs; fourteen characters stand before the point where the value begins.",
  severity: "critical",
  // The value is recognised in its middle, so it is taken from there on.
  prefixes: [".atlasv1."],
  shape: /(?<=[A-Za-z0-9]{8})\.atlasv1\.[A-Za-z0-9_-]{60,70}/y,
  remedy: { rotate: "Delete it under Tokens in the settings of the user, the team or the organization at app.terraform.io." },
  reference: "https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens",
  examples: (make) => ({
    positive: [60, 67].map((length) => `${make.chars("A-Za-z0-9", 14)}.atlasv1.${make.chars("A-Za-z0-9", length)}`),
    negative: [
      `${make.chars("A-Za-z0-9", 14)}.atlasv1.${make.chars("A-Za-z0-9", 20)}`,
      `.atlasv1.${make.chars("A-Za-z0-9", 66)}`
    ]
  })
};
// packages/checks/src/secrets/rules/vendor-web-token.ts
var SIGNATURE2 = 512;
function check53({ value }) {
  const claims = readJwt(value)?.claims;
  if (claims === void 0)
    return { evidence: "broken", why: "its parts do not decode to a header with an algorithm and claims" };
  const end = instantOf(claims.exp);
  if (hasLongEnded(claims.exp)) return { evidence: "public", why: `a token that ended on ${end?.slice(0, 10)}` };
  return { evidence: "shape", why: `a readable token, ${end ? `until ${end}` : "without an expiry"}` };
}
var vendorWebToken = {
  id: "vendor-web-token",
  title: "API key in the form of a JSON Web Token",
  description: "Such a key does in the account of its vendor what its scopes allow, often for years.",
  severity: "high",
  prefixes: ["eyJ"],
  shape: /eyJ[A-Za-z0-9_-]{27,300}\.eyJ[A-Za-z0-9_-]{150,600}\.[A-Za-z0-9_-]{600,800}/y,
  near: ["cloudconvert", "formbucket", "lendflow", "paperform", "storychief", "tallyfy", "viewneo"],
  check: check53,
  remedy: { rotate: "Revoke it among the API keys of the account at the vendor whose name stands near it." },
  reference: "https://cloudconvert.com/api/v2",
  examples: (make) => {
    const claims = { aud: "1", jti: make.chars("0-9a-f", 80), iat: 17e8, exp: 4e9, sub: "7", scopes: [] };
    return {
      positive: [claims, { ...claims, exp: 39e8 }].map((body) => writeJwt(body, make.bytes(SIGNATURE2), "RS256")),
      negative: [writeJwt(claims, make.bytes(32)), `eyJ${make.chars("A-Za-z0-9", 900)}`]
    };
  }
};
// packages/checks/src/secrets/proof/mnemonic-words.ts
var HEADS = [
  "abanabilableabouabovabseabsoabstabsuabusacceacciaccoaccuachiacidacouacquacroact actiactoactractuadapadd addiaddradjuadmi",
  "aduladvaadviaeroaffaaffoafraagaiage agenagreaheaaim air airpaislalaralbualcoaleralieall allealloalmoalonalphalrealsoalte",
  "alwaamatamazamonamouamusanalanchanciangeanglangranimanklannoannuanotanswanteantianxiany aparapolappeapplapprapriarcharct",
  "areaarenarguarm armearmoarmyarouarraarrearriarroart arteartiartwask aspeassaasseassiassuasthathlatomattaatteattiattrauct",
  "audiauguauntauthautoautuaveravocavoiawakawarawayawesawfuawkwaxisbabybachbacobadgbag balabalcballbambbanabannbar barebarg",
  "barrbasebasibaskbattbeacbeanbeaubecabecobeefbefobegibehabehibelibelobeltbencbenebestbetrbettbetwbeyobicybid bikebindbiol",
  "birdbirtbittblacbladblamblanblasbleablesblinblooblosbloublueblurblusboarboatbodyboilbombbonebonubookboosbordboriborrboss",
  "bottbounbox boy bracbraibranbrasbravbreabreebricbridbriebrigbrinbrisbrocbrokbronbroobrotbrowbrusbubbbuddbudgbuffbuilbulb",
  "bulkbullbundbunkburdburgbursbus busibusybuttbuyebuzzcabbcabicablcactcagecakecallcalmcamecampcan canacanccandcanncanocanv",
  "canycapacapicaptcar carbcardcargcarpcarrcartcasecashcasicastcasucat catacatccatecattcaugcauscautcaveceilcelecemecenscent",
  "cerecertchaichalchamchanchaochapcharchaschatcheacheccheechefchercheschicchiechilchimchoichoochrochucchunchurcigacinncirc",
  "citicityciviclaiclapclarclawclaycleaclerclevclicclieclifclimclinclipclocclogclosclotclouclowclubclumclusclutcoaccoascoco",
  "codecoffcoilcoincollcolocolucombcomecomfcomicommcompconccondconfcongconnconscontconvcookcoolcoppcopycoracorecorncorrcost",
  "cottcouccouncoupcourcouscovecoyocraccradcrafcramcrancrascratcrawcrazcreacredcreecrewcriccrimcriscritcropcroscroucrowcruc",
  "cruecruicrumcruncruscry cryscubecultcup cupbcuricurrcurtcurvcushcustcutecycldad damadampdancdangdaridashdaugdawnday deal",
  "debadebrdecadecedecidecldecodecrdeerdefedefidefydegrdeladelidemademidenidentdenydepadepedepodeptdepuderidescdesedesidesk",
  "despdestdetadetedevedevidevodiagdialdiamdiardicediesdietdiffdigidigndiledinndinodiredirtdisadiscdisedishdismdisodispdist",
  "divedividivodizzdoctdocudog dolldolpdomadonadonkdonodoordosedoubdovedrafdragdramdrasdrawdreadresdrifdrildrindripdrivdrop",
  "drumdry duckdumbduneduridustdutcdutydwardynaeageeaglearlearnearteasieasteasyechoecoleconedgeediteduceffoegg eigheithelbo",
  "eldeelecelegelemelepelevelitelseembaemboembremeremotemplempoemptenabenacend endlendoenemenerenfoengaengienhaenjoenlienou",
  "enrienroensuenteentientrenveepisequaequiera eraseroderoserroerupescaessaesseestaeterethievidevilevokevolexacexamexceexch",
  "exciexclexcuexecexerexhaexhiexilexisexitexotexpaexpeexpiexplexpoexprexteextreye eyebfabrfacefacufadefainfaitfallfalsfame",
  "famifamofan fancfantfarmfashfat fatafathfatifaulfavofeatfebrfedefee feedfeelfemafencfestfetcfevefew fibefictfielfigufile",
  "filmfiltfinafindfinefingfinifirefirmfirsfiscfishfit fitnfix flagflamflasflatflavfleefligflipfloaflocflooflowfluiflusfly ",
  "foamfocufog foilfoldfollfoodfootforcforeforgforkfortforuforwfossfostfounfox fragframfreqfresfriefrinfrogfronfrosfrowfroz",
  "fruifuelfun funnfurnfuryfutugadggaingalagallgamegap garagarbgardgarlgarmgas gaspgategathgauggazegenegenigenrgentgenugest",
  "ghosgiangiftgiggginggiragirlgivegladglanglarglasglidglimglobglooglorglovglowgluegoatgoddgoldgoodgoosgorigospgossgovegown",
  "grabgracgraigrangrapgrasgravgreagreegridgriegritgrocgrougrowgrunguarguesguidguilguitgun gym habihairhalfhammhamshandhapp",
  "harbhardharsharvhat havehawkhazaheadhealhearheavhedgheighellhelmhelphen herohiddhighhillhinthip hirehisthobbhockholdhole",
  "holihollhomehonehoodhopehornhorrhorshosphosthotehourhovehub hugehumahumbhumohundhunghunthurdhurrhurthusbhybrice iconidea",
  "idenidleignoill illeillnimagimitimmeimmuimpaimpoimprimpuinchinclincoincrindeindiindoinduinfainflinfoinhainheinitinjeinju",
  "inmainneinnoinpuinquinsainseinsiinspinstintainteintoinveinviinvoironislaisolissuitemivorjackjagujar jazzjealjeanjelljewe",
  "job joinjokejourjoy judgjuicjumpjungjunijunkjustkangkeenkeepketckey kickkid kidnkindkingkisskit kitckitekittkiwikneeknif",
  "knocknowlab labelaboladdladylakelamplanglaptlarglatelatilauglaunlavalaw lawnlawslayelazyleadleaflearleavlectleftleg lega",
  "legeleislemolendlenglensleoplesslettleveliarlibelibrlicelifeliftlighlikelimblimilinklionliqulistlittlivelizaloadloanlobs",
  "localocklogilonelonglooplottloudlounloveloyalucklugglumblunaluncluxulyrimachmad magimagnmaidmailmainmajomakemammman mana",
  "mandmangmansmanumaplmarbmarcmargmarimarkmarrmaskmassmastmatcmatemathmatrmattmaximazemeadmeanmeasmeatmechmedamedimelomelt",
  "membmemomentmenumercmergmerimerrmeshmessmetamethmiddmidnmilkmillmimimindminiminominumiramirrmisemissmistmix mixemixtmobi",
  "modemodimom momemonimonkmonsmontmoonmoramoremornmosqmothmotimotomounmousmovemovimuchmuffmulemultmuscmusemushmusimustmutu",
  "mysemystmythnaivnamenapknarrnastnatinatunearneckneedneganeglneitnephnervnestnet netwneutnevenewsnextnicenighnoblnoisnomi",
  "noodnormnortnosenotanotenothnotinovenow nuclnumbnursnut oak obeyobjeobliobscobseobtaobvioccuoceaoctoodoroff offeoffiofte",
  "oil okayold olivolymomitonceone onioonlionlyopenoperopinoppooptioranorbiorchordeordiorgaorieorigorphostrotheoutdouteoutp",
  "outsovalovenoverown owneoxygoystozonpactpaddpagepairpalapalmpandpanepanipantpapeparapareparkparrpartpasspatcpathpatipatr",
  "pattpauspavepaympeacpeanpearpeaspelipen penapencpeoppeppperfpermperspet phonphotphraphyspianpicnpictpiecpig pigepillpilo",
  "pinkpionpipepistpitcpizzplacplanplasplatplaypleapledplucplugplunpoempoetpoinpolapolepolipondponypoolpopuportposiposspost",
  "potapottpovepowdpowepracpraipredprefprepprespretprevpricpridprimprinprioprisprivprizprobprocprodprofprogprojpromprooprop",
  "prosprotprouprovpublpuddpullpulppulspumppuncpupipupppurcpuripurppurspushput puzzpyraqualquanquarquesquicquitquizquotrabb",
  "raccracerackradaradirailrainraisrallramprancrandrangrapirareraterathraveraw razoreadrealreasrebereburecarecerecirecorecy",
  "redureflreforefuregiregrregurejerelarelerelirelyremaremeremiremorendrenerentreopreparepereplreporequrescreseresiresoresp",
  "resuretiretrretureunreverevirewarhytrib ribbricerichrideridgriflrighrigiringriotrippriskriturivariveroadroasroboroburock",
  "romaroofrookroomroserotarougrounroutroyarubbruderug rulerun runwrurasad saddsadnsafesailsalasalmsalosaltsalusamesampsand",
  "satisatosaucsaussavesay scalscanscarscatscenscheschosciescisscorscouscrascrescriscrusea searseasseatsecosecrsectsecuseed",
  "seeksegmselesellsemisenisenssentseriservsesssettsetuseveshadshafshalsharshedshelshershieshifshinshipshivshocshoeshooshop",
  "shorshoushovshrishrushufshy siblsicksidesiegsighsignsilesilksillsilvsimisimpsincsingsiresistsitusix sizeskatsketski skil",
  "skinskirskulslabslamsleeslenslicslidsligslimslogslotslowslussmalsmarsmilsmoksmoosnacsnaksnapsnifsnowsoapsoccsocisocksoda",
  "softsolasoldsolisolusolvsomesongsoonsorrsortsoulsounsoupsoursoutspacsparspatspawspeaspecspeespelspensphespicspidspikspin",
  "spirsplispoisponspoosporspotspraspresprispy squasquesquistabstadstafstagstaistamstanstarstatstaysteasteestemstepsterstic",
  "stilstinstocstomstonstoostorstovstrastrestristrostrustudstufstumstylsubjsubmsubwsuccsuchsuddsuffsugasuggsuitsummsun sunn",
  "sunssupesuppsuprsuresurfsurgsurpsurrsurvsuspsustswalswamswapswarsweasweeswifswimswinswitsworsymbsympsyrusysttabltacktag ",
  "tailtaletalktanktapetargtasktasttatttaxiteacteamtellten tenatenntenttermtesttextthanthatthemthentheothertheythinthisthou",
  "threthrithrothumthunticktidetigetilttimbtimetinytip tiretisstitltoastobatodatoddtoe togetoiltoketomatomotonetongtonitool",
  "toottop topitopptorctorntorttosstotatourtowatowetowntoy tractradtraftragtraitrantraptrastravtraytreatreetrentriatribtric",
  "trigtrimtriptroptroutructruetrultrumtrustruttry tubetuittumbtunatunnturkturnturttweltwentwictwintwistwo typetypiuglyumbr",
  "unabunawuncluncoundeundounfaunfounhaunifuniqunitunivunknunlountiunusunveupdaupgruphouponuppeupseurbaurgeusaguse usedusef",
  "uselusuautilvacavacuvaguvalivallvalvvan vanivapovarivastvaulvehivelvvendventvenuverbveriversveryvessveteviabvibrvicivict",
  "videviewvillvintviolvirtviruvisavisivisuvitavivivocavoicvoidvolcvoluvotevoyawagewagowaitwalkwallwalnwantwarfwarmwarrwash",
  "waspwastwatewaveway wealweapwearweasweatweb weddweekweirwelcwestwet whalwhatwheawheewhenwherwhipwhiswidewidtwifewildwill",
  "win windwinewingwinkwinnwintwirewisdwisewishwitnwolfwomawondwoodwoolwordworkworlworrwortwrapwrecwreswriswritwronyardyear",
  "yellyou younyoutzebrzerozonezoo "
].join("");
var HEAD3 = 4;
var places;
function placeOfWord(word) {
  places ??= new Map(Array.from({ length: HEADS.length / HEAD3 }, (_, at) => [headAt(at), at]));
  return places.get(word.slice(0, HEAD3));
}
function headAt(place) {
  return HEADS.slice(place * HEAD3, (place + 1) * HEAD3).trimEnd();
}
// packages/checks/src/secrets/proof/mnemonic.ts
var WORD_BITS = 11;
var ENTROPY_PER_BIT = 32;
var COUNTS = [12, 15, 18, 21, 24];
function readMnemonic(words22) {
  const places2 = words22.map(placeOfWord);
  if (!COUNTS.includes(words22.length) || places2.includes(void 0)) return "no mnemonic";
  const bits = places2.map((place) => place.toString(2).padStart(WORD_BITS, "0")).join("");
  const sum5 = Math.floor(bits.length / (ENTROPY_PER_BIT + 1));
  const entropy = bytesOf2(bits.slice(0, -sum5));
  return sumOf(entropy, sum5) === bits.slice(-sum5) ? "sum holds" : "sum does not hold";
}
function writeMnemonic(entropy) {
  const bits = bitsOf(entropy) + sumOf(entropy, entropy.length * 8 / ENTROPY_PER_BIT);
  return Array.from(
    { length: bits.length / WORD_BITS },
    (_, at) => headAt(Number.parseInt(bits.slice(at * WORD_BITS, (at + 1) * WORD_BITS), 2))
  );
}
function sumOf(entropy, bits) {
  return bitsOf(sha256(entropy)).slice(0, bits);
}
function bitsOf(bytes) {
  return Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0")).join("");
}
function bytesOf2(bits) {
  return Uint8Array.from({ length: bits.length / 8 }, (_, at) => Number.parseInt(bits.slice(at * 8, (at + 1) * 8), 2));
}
// packages/checks/src/secrets/rules/wallet-mnemonic.ts
var NAMES5 = ["mnemonic", "MNEMONIC", "Mnemonic", "seed_phrase", "SEED_PHRASE", "seedPhrase", "recovery_phrase"];
var DIFFERENT2 = 0.75;
function check54({ value }) {
  const words22 = value.split(" ");
  const reading = readMnemonic(words22);
  if (reading === "no mnemonic") return { evidence: "none" };
  if (new Set(words22).size < words22.length * DIFFERENT2)
    return { evidence: "public", why: "its words repeat, as those of examples do" };
  return reading === "sum holds" ? { evidence: "proven", why: `${words22.length} words of the list, and the checksum holds` } : { evidence: "broken", why: `${words22.length} words of the list, and the checksum does not hold` };
}
var walletMnemonic = {
  id: "wallet-mnemonic",
  title: "mnemonic of a wallet",
  description: "The words of a mnemonic are every key of a wallet: who reads them moves what it holds.",
  severity: "critical",
  prefixes: NAMES5,
  shape: /(?:[Mm]nemonic|MNEMONIC|seed_phrase|SEED_PHRASE|seedPhrase|recovery_phrase)[\w"'\]-]{0,16}\s{0,4}(?:=>|:=|[=:,(>])\s{0,4}["'`]?(?<secret>[a-z][a-z ]{40,214}[a-z])/y,
  check: check54,
  remedy: { rotate: "Make another wallet from new words, and move what this one holds." },
  reference: "https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki",
  examples: (make) => ({
    positive: [`mnemonic = "${words(make, 16)}"`, `MNEMONIC=${words(make, 32)}`, `"seedPhrase": "${words(make, 20)}"`],
    negative: [
      `mnemonic = "${words(make, 16).replaceAll(" ", "  ")}"`,
      "mnemonic: a word that helps somebody to keep something in mind for long"
    ]
  })
};
function words(make, bytes) {
  return writeMnemonic(make.bytes(bytes)).join(" ");
}
// packages/checks/src/secrets/rules/zuplo-api-key.ts
function check55({ value }) {
  return judgedSum(hex32(crc32(value.slice(5, 37))) === value.slice(-8), "the CRC-32 in its last eight characters");
}
var zuploApiKey = {
  id: "zuplo-api-key",
  title: "Zuplo API key",
  description: "A key of a gateway of Zuplo calls the interfaces behind it as one consumer.",
  severity: "high",
  prefixes: ["zpka_"],
  shape: /zpka_[A-Za-z0-9]{32}_[0-9a-f]{8}/y,
  check: check55,
  remedy: { rotate: "Roll the key of that consumer under Services, API Key Service of the Zuplo portal." },
  reference: "https://zuplo.com/docs/articles/api-key-leak-detection",
  examples: (make) => {
    const random = make.chars("a-z0-9", 32);
    return { positive: [`zpka_${random}_${hex32(crc32(random))}`], negative: [`zpka_${random}`] };
  }
};
// packages/checks/src/secrets/logic-rules.ts
var LOGIC_RULES = [
  githubToken,
  githubInstallationToken,
  githubFineGrainedToken,
  npmAccessToken,
  gitlabRoutableToken,
  gitlabLegacyToken,
  atlassianApiToken,
  bitbucketAppPassword,
  atlassianDataCenterToken,
  grafanaServiceAccountToken,
  grafanaCloudToken,
  grafanaLegacyApiKey,
  cloudflareToken,
  confluentApiSecret,
  zuploApiKey,
  azureIdentifiableKey,
  azureAnnotatedKey,
  azureStorageAccountKey,
  azureDevopsLegacyToken,
  azureSasToken,
  entraClientSecret,
  awsAccessKey,
  awsSecretAccessKey,
  awsBedrockApiKey,
  awsSessionToken,
  pypiToken,
  flyToken,
  jfrogReferenceToken,
  jfrogApiKey,
  sentryOrganizationToken,
  onepasswordServiceAccountToken,
  terraformCloudToken,
  newrelicLicenseKey,
  mailchimpApiKey,
  discordBotToken,
  telegramBotToken,
  mapboxToken,
  supabaseServiceRoleKey,
  kubernetesServiceAccountToken,
  vendorWebToken,
  jsonWebToken,
  ageSecretKey,
  natsSeed,
  stellarSecretSeed,
  bitcoinPrivateKey,
  bitcoinExtendedKey,
  walletMnemonic,
  googleApiKey,
  googleSignedUrl,
  gcpServiceAccountKey,
  privateKey,
  encryptedPrivateKey,
  opensshPrivateKey,
  puttyPrivateKey,
  pemPrivateKeyBase64,
  pgpPrivateKey,
  jwkPrivateKey,
  npmrcCredential,
  dockerConfigAuth,
  netrcPassword,
  pgpassPassword,
  filezillaPassword,
  djangoSecretKey,
  powershellSecureString,
  chosenPassword
];
// packages/checks/src/secrets/catalogue.ts
var RULES2 = [...LOGIC_RULES, ...SHAPE_RULES, ...SETTING_RULES, URL_CREDENTIALS, ...CONTEXT_RULES];
var byId2;
function ruleById(id) {
  byId2 ??= new Map(RULES2.map((rule) => [rule.id, rule]));
  return byId2.get(id);
}
var STEM = new RegExp(STEMS.join("|"), "i");
var WITHOUT_RUN = /* @__PURE__ */ new Set([
  // A name with the value at some distance.
  ...["jwk-private-key", "azure-service-bus-connection", "azure-api-management-git-key"],
  "azure-app-configuration-connection",
  ...[
    "azure-sas-token",
    "docker-config-auth",
    "netrc-password",
    "pgpass-password",
    "filezilla-password",
    "django-secret-key",
    "npmrc-credential",
    "powershell-secure-string",
    "wallet-mnemonic"
  ],
  // So short that chance may leave the digits out.
  ...[
    "aws-access-key",
    "alibaba-access-key-id",
    "alibaba-sts-key-id",
    "canva-client-id",
    "convertapi-secret",
    "dotdigital-api-user"
  ],
  ...[
    "google-oauth-access-token",
    "imagekit-private-key",
    "lark-app-id",
    "lichess-token",
    "midtrans-client-key",
    "midtrans-server-key"
  ],
  ...[
    "razorpay-live-key-id",
    "razorpay-test-key-id",
    "salad-cloud-key",
    "settlemint-application-token",
    "settlemint-personal-token"
  ],
  ...["settlemint-service-token", "stripe-live-key", "stripe-live-restricted-key", "stripe-test-key"],
  ...["onfido-live-token", "onfido-live-us-token", "onfido-live-ca-token"],
  // Cut into short pieces by signs that no token has.
  ...[
    "argon2-hash",
    "astra-token",
    "cisco-type-8-hash",
    "close-key",
    "devcycle-client-key",
    "devcycle-mobile-key",
    "devcycle-server-key"
  ],
  ...[
    "endor-labs-key",
    "fullstory-key",
    "kerberos-asrep-hash",
    "md5-crypt-hash",
    "planetscale-oauth-token",
    "planetscale-password"
  ],
  ...["planetscale-service-token", "slack-session-cookie"]
]);
var PLAIN_NAMES = SETTING_RULES.flatMap(({ prefixes }) => prefixes).filter((name) => !STEM.test(name));
var SHORT_PREFIXES = [
  .../* @__PURE__ */ new Set([
    ...RULES2.filter((rule) => rule.prefixes.length > 0 && WITHOUT_RUN.has(rule.id)).flatMap(({ prefixes }) => prefixes),
    ...PLAIN_NAMES,
    ...FLAGS
  ])
];
// packages/checks/src/secrets/fingerprint.ts
var SALT = "leasehold:secret:1";
var BYTES = 16;
var digits;
function fingerprint(family, value) {
  return toHex(sha256(toBytes([SALT, family, value].join("\0"))).subarray(0, BYTES));
}
function toHex(bytes) {
  digits ??= Array.from({ length: 256 }, (_, byte) => (256 | byte).toString(16).slice(1));
  let text = "";
  for (let at = 0; at < bytes.length; at++) text += digits[bytes[at]];
  return text;
}
// packages/checks/src/secrets/fixture.ts
var WORDS3 = /* @__PURE__ */ new Set([
  "test",
  "tests",
  "testing",
  "testdata",
  "fixture",
  "fixtures",
  "mock",
  "mocks",
  "e2e",
  "benchmark",
  "benchmarks"
]);
var BETWEEN3 = new RegExp("[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})", "u");
var SPEC = /(?:^|\/)(specs?)\/|[._](spec)\.(?:rb|[cm]?[jt]sx?)$/;
function wordOfTests(path) {
  for (const word of path.split(BETWEEN3)) {
    const folded = word.toLowerCase();
    if (WORDS3.has(folded)) return folded;
  }
  const spec = SPEC.exec(path);
  return spec?.[1] ?? spec?.[2];
}
function weighedByPath(raw, path) {
  if (raw.rule.selfMade === void 0 || !atLeast(raw.tier, "prefixed")) return raw;
  const word = wordOfTests(path);
  if (word === void 0) return raw;
  return { ...raw, tier: "contextual", why: [...raw.why, `it lies among tests: \`${word}\` stands in its path`] };
}
// packages/checks/src/secrets/preview.ts
var FIRST = 4;
var LAST = 2;
function preview(value) {
  const shown = Math.min(FIRST + LAST, Math.floor(value.length / 4));
  const last2 = Math.min(LAST, Math.floor(shown / 3));
  const first = shown - last2;
  return `${printable(value.slice(0, first))}\u2026${printable(value.slice(value.length - last2))}`;
}
function printable(text) {
  return text.replaceAll(/[^\x21-\x7e]/g, "?");
}
// packages/checks/src/secrets/finding.ts
function toFinding(found, lines, path, failOn) {
  const raw = weighedByPath(found, path);
  const { rule, tier, severity } = raw;
  const from2 = lines.at(raw.start);
  const to = lines.at(Math.max(raw.start, raw.end - 1));
  return {
    ruleId: rule.id,
    title: rule.title,
    tier,
    severity,
    fails: raw.allowed === void 0 && atLeast(tier, failOn),
    at: { path, line: from2.line, column: from2.column, endLine: to.line, endColumn: to.column },
    fingerprint: fingerprint(rule.id, raw.value),
    preview: preview(raw.value),
    why: raw.allowed === void 0 ? raw.why : [...raw.why, raw.allowed],
    remedy: rule.remedy
  };
}
// packages/checks/src/secrets/line-around.ts
var NEWLINE = 10;
var LOOKED_AT2 = 1024;
function startOfLine(bytes, at) {
  const least = Math.max(0, at - LOOKED_AT2);
  let start2 = at;
  while (start2 > least && bytes[start2 - 1] !== NEWLINE) start2--;
  return start2;
}
function endOfLine(bytes, at) {
  const most = Math.min(bytes.length, at + LOOKED_AT2);
  let end = at;
  while (end < most && bytes[end] !== NEWLINE) end++;
  return end;
}
// packages/checks/src/secrets/foreign-allow.ts
var ON_THE_LINE = /\b(?:(?:gitleaks|betterleaks):allow|(?:trufflehog|kingfisher):ignore|pragma: ?(?:allow|white)list[ -]secret)\b/i;
var ON_THE_LINE_BEFORE = /\bpragma: ?allowlist[ -]nextline[ -]secret\b/i;
function foreignComment(bytes, start2, end) {
  const lineStart2 = startOfLine(bytes, start2);
  const first = latin1(bytes, lineStart2, Math.min(endOfLine(bytes, start2), start2 + LOOKED_AT2));
  const last2 = latin1(bytes, end, endOfLine(bytes, end));
  const own = ON_THE_LINE.exec(first) ?? ON_THE_LINE.exec(last2);
  if (own !== null || lineStart2 === 0) return own?.[0];
  return ON_THE_LINE_BEFORE.exec(latin1(bytes, startOfLine(bytes, lineStart2 - 1), lineStart2))?.[0];
}
// packages/checks/src/secrets/pairs/pair-table.ts
var HEX_323 = { alphabet: "hex", least: 32, most: 32, named: true };
var LETTERS_32 = { alphabet: "letters and digits", least: 32, most: 32, named: true };
var MAIL = { alphabet: "mail address", least: 6, most: 120 };
var PAIRS = [
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html
  {
    ruleId: "aws-access-key",
    severity: "critical",
    name: "access key id",
    partnerName: "secret access key",
    partner: { alphabet: "base64", least: 40, most: 40 }
  },
  // https://cloud.google.com/storage/docs/authentication/hmackeys
  {
    ruleId: "google-hmac-access-id",
    severity: "high",
    name: "HMAC access id",
    partnerName: "HMAC secret",
    partner: { alphabet: "base64", least: 40, most: 40 }
  },
  // https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair
  {
    ruleId: "alibaba-access-key-id",
    severity: "critical",
    name: "AccessKey ID",
    partnerName: "AccessKey secret",
    partner: { alphabet: "letters and digits", least: 30, most: 30 }
  },
  {
    ruleId: "alibaba-sts-key-id",
    severity: "high",
    name: "temporary AccessKey ID",
    partnerName: "temporary AccessKey secret",
    partner: { alphabet: "letters and digits", least: 40, most: 46 }
  },
  // https://www.tencentcloud.com/document/product/598/32675
  {
    ruleId: "tencent-cloud-secret-id",
    severity: "critical",
    name: "SecretId",
    partnerName: "SecretKey",
    partner: { alphabet: "letters and digits", least: 32, most: 32 }
  },
  // https://www.twilio.com/docs/iam/api-keys
  { ruleId: "twilio-account-sid", severity: "high", name: "account SID", partnerName: "auth token", partner: HEX_323 },
  { ruleId: "twilio-api-key", severity: "high", name: "API key SID", partnerName: "API key secret", partner: LETTERS_32 },
  // https://razorpay.com/docs/api/authentication/
  ...["live", "test"].map(
    (mode) => ({
      ruleId: `razorpay-${mode}-key-id`,
      severity: mode === "live" ? "critical" : "low",
      name: `${mode} key id`,
      partnerName: "key secret",
      partner: { alphabet: "letters and digits", least: 24, most: 24, named: true }
    })
  ),
  // https://docs.datadoghq.com/account_management/api-app-keys/
  {
    ruleId: "datadog-api-key",
    severity: "critical",
    name: "API key",
    partnerName: "application key",
    partner: "datadog-application-key",
    secretFirst: true
  },
  // https://www.algolia.com/doc/guides/security/api-keys/
  {
    ruleId: "algolia-application-id",
    severity: "high",
    name: "application id",
    partnerName: "admin API key",
    partner: "algolia-admin-key"
  },
  // https://cloudinary.com/documentation/developer_onboarding_faq_find_credentials
  {
    ruleId: "cloudinary-api-key",
    severity: "high",
    name: "API key",
    partnerName: "API secret",
    partner: "cloudinary-api-secret"
  },
  // https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/
  { ruleId: "trello-api-key", severity: "high", name: "API key", partnerName: "token", partner: "trello-token" },
  // https://dev.mailjet.com/email/guides/
  { ruleId: "mailjet-api-key", severity: "high", name: "API key", partnerName: "secret key", partner: "mailjet-secret-key" },
  // https://plaid.com/docs/api/
  { ruleId: "plaid-client-id", severity: "critical", name: "client id", partnerName: "secret", partner: "plaid-secret" },
  // https://developers.cloudflare.com/fundamentals/api/get-started/keys/
  {
    ruleId: "cloudflare-global-key",
    severity: "critical",
    name: "global API key",
    partnerName: "mail address of its owner",
    partner: MAIL,
    secretFirst: true
  },
  // https://docs.x.com/fundamentals/authentication/oauth-1-0a/api-key-and-secret
  { ruleId: "x-api-key", severity: "high", name: "API key", partnerName: "API key secret", partner: "x-api-key-secret" },
  {
    ruleId: "x-access-token",
    severity: "high",
    name: "access token",
    partnerName: "access token secret",
    partner: "x-access-token-secret"
  },
  // https://developers.facebook.com/docs/facebook-login/guides/access-tokens/
  {
    ruleId: "facebook-app-id",
    severity: "high",
    name: "app id",
    partnerName: "app secret",
    partner: "facebook-app-secret"
  },
  // https://developer.paypal.com/api/rest/
  {
    ruleId: "paypal-client-id",
    severity: "critical",
    name: "client id",
    partnerName: "client secret",
    partner: "paypal-client-secret"
  },
  // https://developer.vonage.com/en/account/secret-management
  { ruleId: "vonage-api-key", severity: "high", name: "API key", partnerName: "API secret", partner: "vonage-api-secret" },
  // https://developer.zendesk.com/api-reference/introduction/security-and-auth/
  {
    ruleId: "zendesk-api-token",
    severity: "high",
    name: "API token",
    partnerName: "mail address of an agent",
    partner: MAIL,
    secretFirst: true
  },
  // https://www.sumologic.com/help/docs/manage/security/access-keys/
  {
    ruleId: "sumo-logic-access-id",
    severity: "high",
    name: "access id",
    partnerName: "access key",
    partner: "sumo-logic-access-key"
  },
  // https://cloud.google.com/looker/docs/api-auth
  {
    ruleId: "looker-client-id",
    severity: "high",
    name: "client id",
    partnerName: "client secret",
    partner: "looker-client-secret"
  },
  // https://developer.hashicorp.com/vault/docs/auth/approle
  { ruleId: "vault-role-id", severity: "critical", name: "role id", partnerName: "secret id", partner: "vault-secret-id" }
];
// packages/checks/src/secrets/token-byte.ts
var ALNUM = 1;
var TOKEN = 2;
var LINK = 4;
var HEX = 8;
var BASE64 = 16;
var CLASS = classes();
function classes() {
  const table = new Uint8Array(256);
  const mark2 = (bytes, bits) => {
    for (const byte of bytes) table[byte.charCodeAt(0)] = (table[byte.charCodeAt(0)] ?? 0) | bits;
  };
  mark2("0123456789abcdefABCDEF", ALNUM | TOKEN | HEX | BASE64);
  mark2("ghijklmnopqrstuvwxyzGHIJKLMNOPQRSTUVWXYZ", ALNUM | TOKEN | BASE64);
  mark2("+/_-", TOKEN | BASE64);
  mark2("=", TOKEN);
  mark2(".:~$!", LINK);
  return table;
}
function isClass(byte, bits) {
  return byte !== void 0 && (CLASS[byte] & bits) !== 0;
}
function hexDigit(byte) {
  if (byte === void 0) return -1;
  if (byte >= 48 && byte <= 57) return byte - 48;
  const letter = byte | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}
// packages/checks/src/secrets/pairs/partner-survey.ts
var NAME_BEFORE = 64;
var NAMES6 = /secret|token|auth|passw|key|sign/i;
var MAIL2 = /^[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9-]{1,60}(?:\.[A-Za-z0-9-]{1,30}){0,3}\.[A-Za-z]{2,12}$/;
var SHARE_OF_BITS = 0.79;
var HEX_BITS = 3;
var NEWLINE2 = 10;
function surveyPartners(bytes, from2, to, form) {
  const belongs = alphabetOf(form);
  const newlines2 = [];
  const partners = [];
  const until = Math.min(bytes.length, to);
  let run = Math.max(0, from2);
  for (let at = run; at <= until; at++) {
    const byte = at < until ? bytes[at] : NEWLINE2;
    if (belongs(byte)) continue;
    if (at - run >= form.least && at - run <= form.most) {
      const value = latin1(bytes, run, at);
      if (looksRight(value, form)) partners.push({ start: run, end: at, value, named: isNamed(bytes, run) });
    }
    if (byte === NEWLINE2) newlines2.push(at);
    run = at + 1;
  }
  return { newlines: newlines2, partners, named: partners.filter((partner) => partner.named) };
}
function alphabetOf({ alphabet }) {
  const more = alphabet === "base64" ? "+/" : alphabet === "mail address" ? "@.+-_" : "";
  const signs2 = new Set(Array.from(more, (sign) => sign.charCodeAt(0)));
  return (byte) => isClass(byte, ALNUM) || signs2.has(byte);
}
function looksRight(value, { alphabet }) {
  if (alphabet === "mail address") return MAIL2.test(value);
  if (!/[0-9]/.test(value)) return false;
  if (alphabet === "hex") return isHex(value) && /[a-f]/i.test(value) && bitsOf2(value) >= HEX_BITS;
  return /[a-z]/.test(value) && /[A-Z]/.test(value) && bitsOf2(value) >= SHARE_OF_BITS * Math.log2(value.length);
}
function isHex(value) {
  for (let at = 0; at < value.length; at++) if (!isClass(value.charCodeAt(at), HEX)) return false;
  return true;
}
function bitsOf2(value) {
  const counts = /* @__PURE__ */ new Map();
  for (const sign of value) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  let bits = 0;
  for (const count22 of counts.values()) bits -= count22 / value.length * Math.log2(count22 / value.length);
  return bits;
}
function isNamed(bytes, start2) {
  const before = latin1(bytes, Math.max(0, start2 - NAME_BEFORE), start2);
  return NAMES6.test(before.slice(before.lastIndexOf("\n") + 1));
}
// packages/checks/src/secrets/public-values.ts
var KNOWN = /* @__PURE__ */ new Map([
  ["0011cc25eb432071", "the key of the Azure storage emulator"],
  ["aa6547439583c3a2", "the key of the Azure Cosmos DB emulator"],
  ["2cafc0970149a84f", "the test key of the Stripe documentation"],
  ["f2d6ca16515033e5", "the test key of the Stripe documentation"],
  ["bcfb4d05983f8f01", "the test key of the Stripe documentation"],
  ["051d093c4bdedbf2", "signed like the token on the front page of jwt.io"],
  ["1a5d44a2dca19669", "the access key id of the AWS documentation"],
  ["c6ea27c534f993d3", "the access key id of the AWS documentation"],
  ["78314b11be2e5815", "the secret access key of the AWS documentation"],
  ["b5b17ca1d65733bb", "a join token of the Docker documentation"],
  ["33a6d3750d9a769b", "a join token of the Docker documentation"],
  ["e9897976005540a6", "a join token of the Docker documentation"],
  ["441c66009c2ab920", "a join token of the Docker documentation"],
  ["9ec0be036c22f06f", "an unlock key of the Docker documentation"],
  ["a7331a07f97f4686", "an unlock key of the Docker documentation"],
  ["8fa8115a160936ec", "an unlock key of the Docker documentation"],
  ["1c9f5c90b47ded1e", "the temporary AccessKey ID of the Alibaba Cloud documentation"],
  ["60a09e4357868c1e", "a key of the development accounts of Hardhat and Anvil"],
  ["095101cf732c298a", "a key of the development accounts of Hardhat and Anvil"]
]);
var LONGEST_KNOWN = 128;
var EXAMPLE = /example|sample|dummy|placeholder|changeme|redacted|foobar|x{5}|\*{3}|your[-_]?(?:key|token|secret|api|app|pass)/i;
var ROWS = ["0123456789", "1234567890", "abcdefghij", "9876543210", "qwertyuiop"];
var LONG_ENOUGH = 12;
var FEW_SIGNS = 3;
var WORD = 4;
var LEAST_VOWELS = 0.3;
function publicReason(value, skip) {
  const last2 = Math.max(value.lastIndexOf("."), value.search(/=[^=]/)) + 1;
  const known2 = knownAs(value) ?? (last2 > 0 ? knownAs(value.slice(last2)) : void 0);
  if (known2 !== void 0) return { known: true, why: `it is ${known2}` };
  const why = fillerReason(value.slice(skip));
  return why === void 0 ? void 0 : { known: false, why };
}
function knownAs(value) {
  return value.length > LONGEST_KNOWN ? void 0 : KNOWN.get(toHex(sha256(toBytes(value)).subarray(0, 8)));
}
function fillerReason(rest) {
  if (EXAMPLE.test(rest)) return "it says of itself that it is an example";
  const folded = rest.toLowerCase();
  if (rest.length >= LONG_ENOUGH && hasFewSigns(folded)) return "it repeats a few signs";
  if (ROWS.some((row) => folded.includes(row))) return "it is a row of the keyboard or the alphabet";
  return isName(rest) ? "it is spelt like a name in a program" : void 0;
}
function hasFewSigns(folded) {
  const seen = /* @__PURE__ */ new Set();
  for (const sign of folded) {
    if (sign >= "a" && sign <= "z" || sign >= "0" && sign <= "9") seen.add(sign);
    if (seen.size > FEW_SIGNS) return false;
  }
  return true;
}
function isName(rest) {
  if (rest.length < LONG_ENOUGH || !/^[A-Za-z][A-Za-z._-]*$/.test(rest)) return false;
  const words22 = rest.split(/[._-]|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/).filter((word) => word !== "");
  const letters2 = rest.replaceAll(/[^A-Za-z]/g, "");
  const vowels = letters2.replaceAll(/[^aeiouy]/gi, "").length;
  return letters2.length >= WORD * words22.length && vowels >= LEAST_VOWELS * letters2.length && words22.every((word) => /^(?:[A-Z]?[a-z]+|[A-Z]+)$/.test(word)) && !/[^aeiouy._-]{5}/i.test(rest);
}
// packages/checks/src/secrets/pair.ts
var LINES = 20;
var BYTES2 = 8192;
var BESIDE = 1;
var PREFIX = 4;
var BY_RULE = new Map(PAIRS.map((pair) => [pair.ruleId, pair]));
var PARTNERS = new Set(PAIRS.map(({ partner }) => partner));
function isHalf({ rule }) {
  return BY_RULE.has(rule.id) || PARTNERS.has(rule.id);
}
function withPairs(bytes, findings) {
  const ruleIds = new Set(findings.map(({ rule }) => rule.id).filter((id) => BY_RULE.has(id)));
  if (ruleIds.size === 0) return findings;
  const joined3 = /* @__PURE__ */ new Map();
  for (const ruleId of ruleIds) {
    const ids = findings.filter(({ rule }) => rule.id === ruleId);
    joinAll(bytes, ids, findings, BY_RULE.get(ruleId), joined3);
  }
  return withoutGuesses(findings, joined3).map((finding) => joined3.get(finding) ?? finding);
}
function withoutGuesses(findings, joined3) {
  const left = new Set([...joined3].filter(([half, pair]) => pair.start !== half.start).map(([half]) => half.start));
  return left.size === 0 ? findings : findings.filter(({ rule, start: start2 }) => rule.prefixes.length > 0 || !left.has(start2));
}
function joinAll(bytes, unsorted, findings, pair, joined3) {
  const ids = unsorted.toSorted((a, b) => a.start - b.start);
  for (let index = 0; index < ids.length; ) {
    let behind = index + 1;
    while (behind < ids.length && ids[behind].start - ids[behind - 1].end < 2 * BYTES2) behind++;
    const group = ids.slice(index, behind);
    const area = areaOf(bytes, group[0].start - BYTES2, group.at(-1).end + BYTES2, findings, pair);
    for (const id of group) joined3.set(id, join(id, nearest(id, area, pair), pair));
    index = behind;
  }
}
function areaOf(bytes, from2, to, findings, { partner }) {
  if (typeof partner !== "string") return surveyPartners(bytes, from2, to, partner);
  const partners = findings.filter(({ rule, start: start2 }) => rule.id === partner && start2 >= from2 && start2 < to).map(({ start: start2, end, value, rule }) => ({ start: start2, end, value, rule, named: true })).sort((a, b) => a.start - b.start);
  if (partners.length === 0) return { newlines: [], partners, named: [] };
  const newlines2 = [];
  const until = Math.min(to, bytes.length);
  for (let at = bytes.indexOf(10, Math.max(0, from2)); at >= 0 && at < until; at = bytes.indexOf(10, at + 1))
    newlines2.push(at);
  return { newlines: newlines2, partners, named: partners };
}
function nearest(id, { newlines: newlines2, partners, named: named2 }, { partner }) {
  const pick2 = (some, lines) => {
    const line = countBelow(newlines2, id.start, itself);
    const place = countBelow(some, id.start, startOf);
    let best;
    let least = lines + 1;
    const behind = some[place] !== void 0 && some[place].start < id.end ? place + 1 : place;
    for (const other of [some[behind], some[place - 1]]) {
      if (other === void 0 || Math.abs(other.start - id.start) > BYTES2) continue;
      const distance = Math.abs(countBelow(newlines2, other.start, itself) - line);
      if (distance < least) [best, least] = [other, distance];
    }
    return best;
  };
  if (typeof partner === "string" || !partner.named) return pick2(partners, LINES);
  return pick2(partners, BESIDE) ?? pick2(named2, LINES);
}
var itself = (number) => number;
var startOf = ({ start: start2 }) => start2;
function countBelow(items, limit, placeOf32) {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (placeOf32(items[middle]) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
function join(half, partner, pair) {
  if (partner === void 0) {
    if (pair.secretFirst) return half;
    const why2 = `without its ${pair.partnerName} it opens nothing, and that is not near`;
    return { ...half, tier: "heuristic", severity: "info", why: [...half.why, why2] };
  }
  const place = pair.secretFirst && typeof pair.partner !== "string" ? half : partner;
  const pairing = {
    rule: partner.rule ?? half.rule,
    start: place.start,
    end: place.end,
    value: `${half.value}:${partner.value}`
  };
  const known2 = publicReason(partner.value, 0) ?? publicReason(half.value, PREFIX);
  if (known2 !== void 0) return { ...pairing, tier: "heuristic", severity: "info", why: [known2.why] };
  const why = `the ${pair.name} on the lines around it and what looks like its ${pair.partnerName} belong together`;
  return { ...pairing, tier: "paired", severity: pair.severity, why: [why, ...half.why] };
}
// packages/checks/src/secrets/binary.ts
var LOOKED_AT3 = 8e3;
function isBinary(bytes) {
  return bytes.subarray(0, LOOKED_AT3).includes(0);
}
function printableRun(bytes, from2, to, start2, end) {
  let first = start2;
  while (first > from2 && isPrintable(bytes[first - 1])) first--;
  let last2 = end;
  while (last2 < to && isPrintable(bytes[last2])) last2++;
  return [first, last2];
}
function isPrintable(byte) {
  return byte !== void 0 && (byte >= 32 && byte < 127 || byte === 9 || byte === 10 || byte === 13);
}
// packages/checks/src/secrets/utf16.ts
var LOOKED_AT4 = 512;
var LEAST2 = 8;
var FOREIGN = 255;
function narrowUtf16(bytes) {
  const [first, second] = [bytes[0], bytes[1]];
  if (first === 255 && second === 254) return narrow(bytes, 2, 0);
  if (first === 254 && second === 255) return narrow(bytes, 2, 1);
  if (!hasNul(bytes)) return void 0;
  if (looksLike(bytes, 0)) return narrow(bytes, 0, 0);
  return looksLike(bytes, 1) ? narrow(bytes, 0, 1) : void 0;
}
function hasNul(bytes) {
  const until = Math.min(64, bytes.length);
  for (let at = 0; at < until; at++) if (bytes[at] === 0) return true;
  return false;
}
function looksLike(bytes, low) {
  const units2 = Math.min(LOOKED_AT4, bytes.length) >> 1;
  if (units2 < LEAST2) return false;
  let plain2 = 0;
  for (let unit = 0; unit < units2; unit++) {
    if (isPrintable(bytes[2 * unit + low]) && bytes[2 * unit + 1 - low] === 0) plain2++;
  }
  return plain2 >= units2 * 0.9;
}
function narrow(bytes, skip, low) {
  const narrowed = new Uint8Array(bytes.length - skip >> 1);
  for (let unit = 0; unit < narrowed.length; unit++) {
    const at = skip + 2 * unit;
    narrowed[unit] = bytes[at + 1 - low] === 0 ? bytes[at + low] : FOREIGN;
  }
  return {
    bytes: narrowed,
    origin: (offset) => skip + 2 * offset,
    offset: (origin) => Math.max(0, origin - skip >> 1)
  };
}
// packages/checks/src/secrets/position.ts
var NEWLINE3 = 10;
var LONGEST2 = 4;
function linesOf(bytes) {
  let cursor;
  return {
    at(offset) {
      cursor ??= newCursor(bytes);
      return cursor.at(offset);
    }
  };
}
function newCursor(bytes) {
  const narrowed = narrowUtf16(bytes);
  const text = narrowed?.bytes ?? bytes;
  const first = hasUtf8Mark(text) ? 3 : 0;
  const placeOf32 = narrowed?.offset ?? ((offset) => offset);
  let [here2, line, column] = [first, 1, 1];
  function between(from2, to) {
    return narrowed === void 0 ? units(text, from2, to) : to - from2;
  }
  function go(to) {
    const [from2, until, sign] = to < here2 ? [to, here2, -1] : [here2, to, 1];
    const passed = newlines(text, from2, until);
    line += sign * passed;
    if (passed === 0) column += sign * between(from2, until);
    else column = 1 + between(to === first ? first : Math.max(first, text.lastIndexOf(NEWLINE3, to - 1) + 1), to);
    here2 = to;
  }
  function beginning(place) {
    const least = narrowed === void 0 ? Math.max(first, place - LONGEST2 + 1) : place;
    let at = place;
    while (at > least && (text[at] & 192) === 128) at--;
    return at;
  }
  return {
    at(offset) {
      go(beginning(Math.min(Math.max(first, placeOf32(offset)), text.length)));
      return { line, column };
    }
  };
}
function hasUtf8Mark(bytes) {
  return bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191;
}
// packages/checks/src/secrets/context/operand.ts
var KINDS7 = {
  code: "c cc cpp cs cxx dart ex exs go groovy h hpp hs java js jsx kt kts lua m mjs cjs mm nim php pl pm py r rb rs scala sol swift tf ts tsx vb vue zig gradle html htm xhtml erb jsp svelte css scss less",
  config: "cfg conf config env ini properties toml yaml yml netrc npmrc plist xml example sample test dist template tmpl",
  data: "csv json jsonl lock tsv ipynb har",
  doc: "adoc asciidoc md markdown mdx rst txt tex rsp",
  shell: "bash bat cmd fish ps1 psm1 sh zsh sql"
};
var byEnd = new Map(
  Object.entries(KINDS7).flatMap(([kind, ends2]) => ends2.split(" ").map((end) => [end, kind]))
);
function fileKind(path) {
  const dot = path.lastIndexOf(".");
  if (dot < 0 || path.length - dot > 12) return "other";
  return byEnd.get(path.slice(dot + 1).toLowerCase()) ?? "other";
}
// packages/checks/src/secrets/inline-allow.ts
var OURS = /leasehold:allow(?![A-Za-z0-9])(?:[ \t]{1,8}([a-z0-9][a-z0-9-]{0,63})(?:[ \t]{1,8}--[ \t"'`([#<]{0,8}(?=([A-Za-z0-9\x80-\xff])))?)?/g;
function withAllowances(bytes, findings) {
  if (findings.length === 0) return findings;
  const known2 = /* @__PURE__ */ new Map();
  const taken = linesOf2(bytes, findings);
  const places2 = findings.map((finding) => placeOf(bytes, finding, taken, known2));
  for (const { finding, own, before } of places2) {
    own.beside.add(finding.value);
    if (own.counting === 0) before?.below.add(finding.value);
  }
  return places2.map((place) => judged(bytes, place));
}
function linesOf2(bytes, findings) {
  const lines = /* @__PURE__ */ new Set();
  for (const { rule, start: start2, end } of findings) {
    for (const line of [startOfLine(bytes, start2), startOfLine(bytes, Math.max(start2, end - 1))]) {
      lines.add(line).add(`${rule.id} ${line}`);
    }
  }
  return lines;
}
function judged(bytes, { finding, own, before }) {
  if (own.counting > 0) return allowed(finding, own.counting >= own.beside.size);
  if (before !== void 0 && before.counting > 0) return allowed(finding, before.counting >= before.below.size);
  const why = own.fault ?? before?.fault ?? foreignNote(bytes, finding);
  return why === void 0 ? finding : { ...finding, why: [...finding.why, why] };
}
function allowed(finding, enough) {
  if (enough) return { ...finding, allowed: "a comment beside it allows it, with a reason" };
  const why = `\`leasehold:allow ${finding.rule.id}\` lets one secret stay, and several stand here: none of them is allowed`;
  return { ...finding, why: [...finding.why, why] };
}
function foreignNote(bytes, { start: start2, end }) {
  const theirs = foreignComment(bytes, start2, end);
  return theirs === void 0 ? void 0 : `\`${theirs}\` is not obeyed here; \`leasehold lint import --comments\` makes an entry of it`;
}
function placeOf(bytes, finding, taken, known2) {
  const { rule, start: start2, end } = finding;
  const first = startOfLine(bytes, start2);
  const line = { from: first, to: Math.min(endOfLine(bytes, start2), start2 + LOOKED_AT2) };
  const behind = { from: Math.max(line.to, end), to: endOfLine(bytes, end) };
  const own = commentsOf(bytes, [line, ...behind.to > behind.from ? [behind] : []], rule.id, known2);
  if (first === 0) return { finding, own, before: void 0 };
  const above = startOfLine(bytes, first - 1);
  const before = taken.has(`${rule.id} ${above}`) ? void 0 : commentsOf(bytes, [{ from: above, to: first }], rule.id, known2);
  return { finding, own, before: before?.counting === 0 && taken.has(above) ? void 0 : before };
}
function commentsOf(bytes, stretches, ruleId, known2) {
  let counting = 0;
  let fault;
  let at = stretches[0]?.from ?? 0;
  for (const { from: from2, to } of stretches) {
    for (const comment of latin1(bytes, from2, to).matchAll(OURS)) {
      const [, id, reason] = comment;
      if (id === ruleId && reason !== void 0) {
        if (counting++ === 0) at = from2 + comment.index;
      } else if (id === ruleId) fault = `\`leasehold:allow ${ruleId}\` gives no reason, so it does not count`;
      else fault ??= `a comment \`leasehold:allow\` here does not name the rule \`${ruleId}\`, so it does not count`;
    }
  }
  const key = `${ruleId} ${at}`;
  const comments = known2.get(key) ?? { counting, fault, beside: /* @__PURE__ */ new Set(), below: /* @__PURE__ */ new Set() };
  known2.set(key, comments);
  return comments;
}
// packages/checks/src/secrets/context/left-side.ts
var LONGEST3 = 64;
var GAP = 16;
var BEFORE2 = 120;
var SLASH = 47;
var NAME = signs("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-$@");
var BETWEEN4 = signs(" 	\"'`\\])}!?*+|&;");
var TYPES = new Set(
  "string str text char bytes byte bool object any var varchar std::string number int const nvarchar option securestring".split(
    " "
  )
);
var CARRIERS2 = new Set("value val content default defaultvalue example data".split(" "));
var GIVEN_UP = [...TYPES, ...CARRIERS2];
var QUOTED = /["']([\w.-]{2,64})["'][^"']{0,24}$/;
var WORD_BEFORE = /([\w$-]{2,64})[\s:*&?]{1,4}$/;
function signs(of) {
  const table = new Uint8Array(256);
  for (const sign of of) table[sign.charCodeAt(0)] = 1;
  return table;
}
function leftSide(bytes, until) {
  let end = until;
  while (end > 0 && until - end < GAP && BETWEEN4[bytes[end - 1]] === 1) end--;
  let start2 = end;
  while (start2 > 0 && end - start2 < LONGEST3 && NAME[bytes[start2 - 1]] === 1) start2--;
  if (start2 === end) return void 0;
  if (bytes[start2 - 1] === SLASH && NAME[bytes[start2 - 2] ?? 0] === 1) return void 0;
  const name = latin1(bytes, start2, end);
  const folded = name.toLowerCase();
  const further = TYPES.has(folded) ? WORD_BEFORE : CARRIERS2.has(folded) ? QUOTED : void 0;
  if (further === void 0) return { name, start: start2 };
  const named2 = further.exec(latin1(bytes, lineStart(bytes, start2, BEFORE2), start2));
  return named2?.[1] === void 0 ? { name, start: start2 } : { name: named2[1], start: start2 - named2[0].length + named2[0].indexOf(named2[1]) };
}
function lineStart(bytes, at, most) {
  const least = Math.max(0, at - most);
  let start2 = at;
  while (start2 > least && bytes[start2 - 1] !== 10) start2--;
  return start2;
}
function lineEnd(bytes, at, most) {
  const until = Math.min(bytes.length, at + most);
  let end = at;
  while (end < until && bytes[end] !== 10 && bytes[end] !== 13) end++;
  return end;
}
// packages/checks/src/secrets/context/introduction.ts
var WORD2 = /(?:^|[^A-Za-z])(bearer|basic|ntlm|[\w.-]{0,40}(?:token|secret|key|password|passwd))(?:[ "'(=:\\`[]|&quot;|&#39;){1,6}$/i;
var INTRODUCERS2 = ["rer", "sic", "tlm", "ken", "ret", "key", "ord", "swd"];
var LAST2 = new Set(
  INTRODUCERS2.map((last2) => threeOf(last2.charCodeAt(0), last2.charCodeAt(1), last2.charCodeAt(2)))
);
var BETWEEN5 = Uint8Array.from(
  { length: 256 },
  (_, byte) => " \"'(=:\\`[;".includes(String.fromCharCode(byte)) ? 1 : 0
);
var MOST_BETWEEN = 6;
var SEMICOLON = 59;
function threeOf(first, second, third) {
  return (first | 32) << 16 | (second | 32) << 8 | (third | 32);
}
function introductionOf(bytes, run) {
  let at = run;
  while (at > 0 && run - at < MOST_BETWEEN && BETWEEN5[bytes[at - 1]] === 1) at--;
  if (at === run || at < 3) return void 0;
  const entity = bytes[run - 1] === SEMICOLON;
  if (!entity && !LAST2.has(threeOf(bytes[at - 3], bytes[at - 2], bytes[at - 1]))) return void 0;
  const from2 = lineStart(bytes, run, BEFORE2);
  const before = latin1(bytes, from2, run);
  const found = WORD2.exec(before);
  if (found?.[1] === void 0) return void 0;
  const start2 = found.index + found[0].indexOf(found[1]);
  return { word: found[1], start: from2 + start2, tie: before.slice(start2 + found[1].length) };
}
// packages/checks/src/secrets/context/name-features.ts
var ABOUT = [
  ["scheme", /^(?:bearer|basic|ntlm|authorization|x-auth\S*)$/],
  ["pass", /pass|pwd|pw$|pwr/],
  ["salt", /salt|nonce|signature/],
  ["secret", /secr/],
  ["token", /toke|bear/],
  [
    "api key",
    /(?:api|access|secret|private|encrypt\w*|auth|account|master|sign\w*|consumer|shared|license|storage|n|app)[_.-]?key/
  ],
  ["only key", /^[$@]?(?:\w+\.)?keys?$/],
  ["key", /key/],
  ["auth", /auth|cred|basic|psk|dsn/]
];
var ABOUT_IT = /(?:type|name|id|ur[il]|path|file|field|label|title|text|message|msg|error|hint|length|len|size|policy|header|prefix|suffix|format|expir\w*|ttl|timeout|count|index|code|host|endpoint|param\w*|placeholder|regexp?|pattern|class|style|version|alg\w*|method|mode|scope|realm|provider|enabled|required|status|state|date|time|at|url|uri|dir|folder|location|info|description|rule|strength|reset|help|input|box|button|page|form|view|map|list|set|store|manager|service|server|client|handler|factory|config|options?|by|as|for|in|of|is|has|column|table|group|role|user(?:name)?|login|email|domain|tag|env|var|ref|source|selector|element|xpath|css|icon|usage|test)s?$/;
var TOLD = [
  ["ends so", /(?:pass(?:w(?:or)?d|phrase|code)?|pwd?|secret|token|key|creds?|credentials?|auth|salt|psk|dsn)\d*$/],
  ["about it", ABOUT_IT],
  [
    "message name",
    /label|title|mandatory|forgot|change|repeat|match|success|hint|advice|show|hide|enter|tooltip|instruction|policy|must|invalid|missing|require|two.?factor|2fa/
  ],
  ["hashed", /hash|digest|encrypted|fingerprint|checksum|sum$/],
  ["second name", /confirm|repeat|again|old|new|wrong|invalid|test|fake|dummy|example/]
];
var MOST_KEPT = 1024;
var kept = /* @__PURE__ */ new Map();
function nameFeatures({ name, scheme }, { strange, mixed, long }, note) {
  const seen = lookOf(name, scheme);
  for (const feature of seen.features) note(feature);
  note(seen.strange, strange);
  note(seen.mixed, mixed);
  if (long) note(seen.long);
}
function lookOf(name, scheme) {
  const key = `${scheme} ${name}`;
  let look = kept.get(key);
  if (look === void 0) {
    if (kept.size === MOST_KEPT) kept.clear();
    look = readName(name, scheme);
    kept.set(key, look);
  }
  return look;
}
function readName(name, scheme) {
  const folded = name.toLowerCase();
  const about = scheme === "" ? ABOUT.find(([, words22]) => words22.test(folded))?.[0] ?? "other" : "scheme";
  const features2 = [`says ${about}`, ...TOLD.flatMap(([feature, words22]) => words22.test(folded) ? [feature] : [])];
  if (/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(name)) features2.push("constant name");
  if (name.includes(".") || name.includes("$")) features2.push("member name");
  return { features: features2, strange: `${about}*strange`, mixed: `${about}*mixed`, long: `${about}*long` };
}
// packages/checks/src/secrets/context/place-features.ts
var COMMENT = /^\s*(?:\/\/|#|\*|--|;|\/\*|<!--|%)/;
function tieFeatures({ tie, quoted, called, scheme }, kind, note) {
  note("always");
  note(`in ${kind}`);
  note(quoted ? "quoted" : "bare");
  if (!quoted) note(`bare*${kind}`);
  if (called) note("called");
  if (scheme !== "") note("scheme before it");
  if (/^[=!]==?$/.test(tie) && tie.length > 1) note("compared");
  else if (tie.startsWith(":")) note("colon");
  else if (tie.startsWith("=")) note("equals");
  else note("no operator");
}
var LINE_FEATURES = [
  ...["comment", "ends the line", "ends the item", "goes on", "words behind it", "in a query", "in a query"],
  ...["quoted name", "in a condition", "statement", "prose before it"]
];
function lineFeatures({ tie, quoted, around, name }, note) {
  const { before, after } = around();
  if (COMMENT.test(before)) note("comment");
  const rest = quoted ? after.replace(/^(?:\\*["'`]|&\w+;|&#\d+;)/, "") : after;
  if (/^\s*$/.test(rest)) note("ends the line");
  else if (/^\s*[,;)\]}]/.test(rest)) note("ends the item");
  else if (/^\s*[+.]/.test(rest)) note("goes on");
  else if (!quoted && /^ +[a-z]/i.test(rest)) note("words behind it");
  else if (/^&/.test(rest)) note("in a query");
  if (/[?&]$/.test(before)) note("in a query");
  if (/["'`]\s*$/.test(before) && tie.startsWith(":")) note("quoted name");
  if (/[!=<>]=?\s*$/.test(before)) note("in a condition");
  if (/\b(?:if|unless|while|assert\w*|expect|should|return)\b/.test(before)) note("statement");
  if (/[a-z]{2,} [a-z]{2,} $/i.test(before) && !/[a-z] *[:=]/i.test(name)) note("prose before it");
}
// packages/checks/src/secrets/context/letters.ts
var LETTERS = 27;
var LETTER = Uint8Array.from(
  { length: 123 },
  (_, code) => /[A-Za-z]/.test(String.fromCharCode(code)) ? code & 31 : 0
);
function lettersOf(triples, surprise) {
  const bits = Uint8Array.from(atob(triples), (sign) => sign.charCodeAt(0));
  return {
    triples: bits,
    surprise: Float32Array.from(surprise, (sign) => (sign.charCodeAt(0) - 40) / 5)
  };
}
function readLetters(value, { triples, surprise }) {
  let [count22, unseen, bits, letters2] = [0, 0, 0, 0];
  let [first, second] = [0, 0];
  let lower2 = false;
  for (let at = 0; at <= value.length; at++) {
    const code = at < value.length ? value.charCodeAt(at) : 0;
    const letter = code < 65 || code > 122 ? 0 : LETTER[code];
    const small = code > 96;
    if (second !== 0 && (letter === 0 || lower2 && !small)) {
      count22++;
      if (!hasTriple(triples, first, second, 0)) unseen++;
      bits += surprise[second * LETTERS];
      first = second = 0;
    }
    if (letter !== 0) {
      letters2++;
      bits += surprise[second * LETTERS + letter];
      if (second !== 0) {
        count22++;
        if (!hasTriple(triples, first, second, letter)) unseen++;
      }
    }
    first = letter === 0 ? 0 : second;
    second = letter;
    lower2 = letter !== 0 && small;
  }
  return { triples: count22, unseen, surprise: letters2 === 0 ? 0 : bits / letters2, letters: letters2 };
}
function hasTriple(triples, first, second, third) {
  const index = (first * LETTERS + second) * LETTERS + third;
  return (triples[index >> 3] >> (index & 7) & 1) === 1;
}
function isPlain(value, letters2) {
  return !/[0-9]/.test(value) && readLetters(value, letters2).unseen === 0;
}
// packages/checks/src/secrets/context/value-features.ts
var TEMPLATE2 = /\$\{|\{\{|\}\}|#\{|<[\w .-]+>|%[sdvq@(]|%\w+%|^\$[A-Za-z_(]|^\{\w*\}$|\[[\w ]+\]|^@\w+@$|\.\.\.|\u2026|\*{3}|^:\w+$|\xe2\x80\xa6/;
var UUID3 = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
var FILLER = /example|sample|dummy|placeholder|change.?me|redacted|foo|bar\b|baz|test|todo|your|xxx|none|null|undefined|default|value|string|here|insert|replace|secret|passw|pass\b|token|admin|user|root|demo|hello|world|qwer|abc|123|letmein|some|invalid|wrong|fake|mock|hidden|key/i;
var PATH = /^(?:[.~]{0,2}\/|[A-Z]:\\)|\.(?:pem|key|crt|cer|json|ya?ml|txt|js|ts|py|rb|go|php|html?|xml|conf|properties|env|png|svg|css|sh|md|p12|jks|pub|enc|db|sql|java|cs|log)$|\/.*\//i;
var LENGTHS = [
  [64, "length 64"],
  [32, "length 32"],
  [20, "length 20"],
  [14, "length 14"],
  [10, "length 10"],
  [8, "length 8"],
  [6, "length 6"]
];
function valueFeatures(value, letters2, note) {
  const length = value.length;
  note(lengthOf(length));
  const signs2 = count(value);
  const reading = readLetters(value, letters2);
  const strange = reading.triples === 0 ? 0 : reading.unseen / reading.triples;
  const mixed = Math.min(1, signs2.changes / 6);
  note("strange", strange);
  note("strange triples", Math.min(4, reading.unseen) / 4);
  note("surprise", Math.min(3, Math.max(-1, reading.surprise - 4)));
  note("mixed", mixed);
  if (signs2.digits > 0) note("has digit");
  if (signs2.upper > 0 && signs2.lower > 0) note("has both cases");
  if (signs2.other > 0) note("has signs", Math.min(3, signs2.other) / 3);
  if (signs2.digits === length) note("only digits");
  if (signs2.digits + signs2.lower === length && signs2.digits === 0) note("one lower word");
  if (signs2.upper === length) note("one upper word");
  if (signs2.high > 0) note("not ascii");
  if (signs2.blanks > 0) note(signs2.blanks > 1 ? "prose" : "two words");
  const joined3 = signs2.blanks === 0;
  if (joined3 && length >= 16 && signs2.hex === length && signs2.digits > 1) note("hex");
  if (length === 36 && UUID3.test(value)) note("uuid");
  if (joined3 && length >= 20 && signs2.upper > 1 && signs2.lower > 1 && signs2.digits > 0 && strange > 0.1) note("base64");
  note("distinct", signs2.distinct / Math.min(length, 16));
  return { strange, mixed, long: joined3 && length >= 16, signs: signs2 };
}
function lengthOf(length) {
  for (const [least, feature] of LENGTHS) if (length >= least) return feature;
  return "length 4";
}
var SHAPE_FEATURES = [
  ...["template", "filler", "url", "path", "camel case", "capitalised", "snake case", "constant", "member", "mail", "version"],
  ...["word and number", "sign at the end", "code signs", "number", "like its name", "says its name"]
];
function shapeFeatures({ value, name }, signs2, note) {
  const { upper: upper2, lower: lower2, digits: digits3, blanks, high, other } = signs2;
  const isPlain2 = other === 0 && high === 0 && blanks === 0;
  if ((!isPlain2 || value.includes("...")) && TEMPLATE2.test(value)) note("template");
  if (FILLER.test(value)) note("filler");
  if (value.includes("://")) note("url");
  else if (PATH.test(value)) note("path");
  if (upper2 + lower2 === value.length) {
    if (/^[a-z]+(?:[A-Z][a-z]+)+$/.test(value)) note("camel case");
    if (/^[A-Z][a-z]+(?:[A-Z][a-z]+)*$/.test(value)) note("capitalised");
  }
  if (isPlain2) {
    if (upper2 + digits3 === 0 && /^[a-z]+(?:[_-][a-z]+)+$/.test(value)) note("snake case");
    if (lower2 === 0 && /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(value)) note("constant");
    if (/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$/.test(value)) note("member");
    if (/^[a-z]+[-_]?\d{1,4}$/i.test(value)) note("word and number");
    if (/^0x[0-9a-f]+$/i.test(value)) note("number");
  }
  if (digits3 > 0 && (/^v?\d+(?:\.\d+)+/.test(value) || /^[~^]\d/.test(value))) note("version");
  if (other > 0) {
    if (/^[\w.+-]+@[\w.-]+$/.test(value)) note("mail");
    if (/[A-Za-z0-9][!@#$%^&*?]+$/.test(value)) note("sign at the end");
    if (/[()=;{}[\],\\]/.test(value)) note("code signs", blanks > 0 ? 1 : 0.5);
  }
  likeness(value, name, note);
}
function likeness(value, name, note) {
  const one = value.replaceAll(/[^A-Za-z]/g, "").toLowerCase();
  const other = name.replaceAll(/[^A-Za-z]/g, "").toLowerCase();
  if (one.length >= 3 && other.includes(one)) note("like its name");
  else if (other.length >= 3 && one.includes(other)) note("says its name");
}
function count(value) {
  let [upper2, lower2, digits3, hex2, blanks, high, other, changes] = [0, 0, 0, 0, 0, 0, 0, 0];
  let before = 0;
  let [seen, distinct] = [0, 0];
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if (at < 16) {
      const bit = 1 << (code & 31);
      if ((seen & bit) === 0) distinct++;
      seen |= bit;
    }
    let kind = 0;
    if (code >= 97 && code <= 122) {
      lower2++;
      kind = 1;
      if (code <= 102) hex2++;
    } else if (code >= 65 && code <= 90) {
      upper2++;
      kind = 1;
      if (code <= 70) hex2++;
    } else if (code >= 48 && code <= 57) {
      digits3++;
      hex2++;
      kind = 2;
    } else if (code <= 32) blanks++;
    else if (code >= 128) high++;
    else if (code !== 95 && code !== 45 && code !== 46) other++;
    if (kind !== 0 && before !== 0 && kind !== before) changes++;
    before = kind;
  }
  return { upper: upper2, lower: lower2, digits: digits3, hex: hex2, blanks, high, other, changes, distinct };
}
// packages/checks/src/secrets/context/features.ts
var LATE_FEATURES = [...SHAPE_FEATURES, ...LINE_FEATURES];
function features(operand, kind, letters2, note, enough) {
  const look = valueFeatures(operand.value, letters2, note);
  nameFeatures(operand, look, note);
  tieFeatures(operand, kind, note);
  if (enough?.() === true) return;
  shapeFeatures(operand, look.signs, note);
  lineFeatures(operand, note);
}
// packages/checks/src/secrets/context/weights.ts
var TRIPLES2 = "AAAA8N/vp99uj/zn++U/3y/v/f/ozf/GZ74fOvq98pfvjo5oLkzk+eAv3w9//T/5y/fPSb8f/vv9QpAAgf98P/z3/+W/33sPuR7qzffBZ7YDfqBZEREEkIggAgAAADAAAIAXSQasbG7o75ZLASAACBOEwKg4AwAAABABxwEAAACMCCDgX79HL7IJ2FfOEQAAAHYmuwAAAIB//Q6l7OZobZRPkFAYGBEEwAAQAkIEAjAigYAQAAABAACgA4qDIQIEiIAEQIAAADajOBAAAIAAAAAAAAAgEhoDIQAACAGAwIgiiAIEARACAIAJ+J4sARAAAAAAI4ogyAHEAQAAAZClOBAAAAAAAAAAAAAgACACAAAAAAAAQBdcDwYAQhAii4MQAQD8yXcgUAIBMBINmNfvwZ18BwAAAHAn3aERQRRMACZgRAACs/DtGACEAQAACEYkYbQz04sR6ZYByHCgDhACEAAECAAAQAIAAAAAAAAAAIAeqC4NQIJgIBACIRIE+IfrSoQkCEAAABACAIB9cC4AAIAgBAAAKYIQGhFAwAgAAtLBezEACIEAAACsCCZhZRIDAYEEWIBrwIkAAAQEARAAAIAAIAAAAAAAAAAAnXh9GBBkwc5un2blWxGD19F5SR6MiLJAABAAkUBBAAEEQAggAvbkM/QvmYP92T0EAZXhZJIDAQAg+J/v1/pijv7n+wcj0IER0QiMTTZgZSACaQAYAAAAAAAAADD08BAAAICAYACMACBgB4gDYZIICAEAAAAAAPahOAIAAAAAAACMCMJIBBACAwAASIBsQUAAARIAADAiCIAUwQyNCAQIAAqDAAAAAAAAQAAAAAIEAAAAAAAAAAA0yNUgAAAEAYAAAAEAwAQ8RwIEABAiQYAICAjkAWMAAAAAAAAAABEEkAgABEZEQbAl34VDQAIAAIBgRDAAIYIZAAkEkIgQAQIAACAgAAAAAAAEAAAgAAAAAAAA6NDqAwAgAAAgERAAwYAdeZ4AAAAgAAAAAAAA6KfLAgAAAEAAABAiAKARAAAECAAgBr4XAwAAAAAAQIwgAkIAIBACgiFisAoAAAAAAAAAAAAAGABIQAAAAAAAAFAIxYEXKRaM7PJoXq4nMVDc2Jev0O7ULwAAABAgAAABAACACABgThJDN6Ip+P/+QwZcG9amehAAAIId0U787fZgb5ZPACAAGBEAgAAAAEIEIAAAAIARAQAAAAAAAYgIAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAARIAAAAAAAAAAAAAAAAEAAAAAADAEAAAAAAAAAAAAAAAAAAAAAAAAAAAQCEEBQAAAAAACAABAQDEAHEIQAAEAQAAAAAAQAx0BAAAAACAAAAYQAABAABAABAAAAABCAAkAAAAAEQAABAiEIEAQQIRAAQAAAAAAgAAAAAAQAAAAAAAAAAAAIBOsX4PAIAgIBEEc0It+IfrT4AkBEIACAAAAIB/9CwCAAAgRIABP6IsGhFEwAgACB6B+zUyRIEAAACEAADgJTBDI8MM2gXhSAgAAAAACAAAAIAAAQACAAAAAAAAnV4dGZFEwUAgAE4gEPAj350ACASEABAAAAAAmfIcBQAAAAQAAkIEATAiiIIAQAh0APVhTpoHAQAAAAEAQCxAhgIEQhQAhQEFAAAAAAAgAAAAEUANAAAAAAAAADrxujAgWYKR2R69yfZgX547MZI0GJHsgQgAAPLgtwoCAIARAQSECAJoRBAAK4IA+JPrxwEgCQIAQAACCIC12VzsTfdJACYjI4IIEBAgQAAAAAJAAAAAAAAAAABgQPDgxBJH//t9eBFEUQAAQ6IkcBAuzSMBAABgACEABAAAIwoo2JHEw4lsAv7l81SN14GfyR4BAADgV79TKwM9GpnsUCdUB0YEADAmhYAQAQCFAAAAAAAAAAAA6NTrVYAACBIgOTAi0IA9KA5ESCAgRKAAM4IAyoGuAgAAAEAFIDAiCKIQAAQMACAgQLoTI5INAgAAwIogCEImeDAy26ICqA4MAAAAAgAAAQAACACAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEAAAAAAAAIoIAAAAAAAAAAAAAAAAAAAAAAAAAAACgW65bA4IgWJvHw4gkAv7//zEjC4IRQQaAAADgHz6LAAAACBFAwNxoikYEczAriIBv/v49BBIgAAAAO8IoWhnMwst8jhLkMjAiAQABAAIAAAAgQCAAAAAAAAAAQLtcFwIgQTAyyYMBbQbsw/0hRBAGCQII2JPtwTd8FgEAABAigIAVQQSNCEJgQiAATXAluJEkAAAECFIAgPA3G4v//b75yzUgBQAAM4IECAAAQAAYAgIAAAAAAIBuvZ6MQIJocDoBJ5IA+NfvzoRkD0AACLAj36N/+C4GAAAABAAAIeIJGhFMwQggCr71e/EL2AMAAACsSKcoRTgWI5IFugDqwAAQAEIEATAAAIEAiAAEAAAAAAAAEFAU6NHvA8oCBEIFAxABxIIgCASEDwAAAAAAGVAcAAAAAAAAAOakIXAikoL//X8AAMBgHiIDAAAAWJVqwshEj/4mMwAgAAAAAAAAAAAgAAAAAAAAAAAAIAAAACqkaAAAAIACAAQEACBgA55hAAAIAAAAAAAAAHSgOQAAAAAAAACMAABgAAABIQAASNCgQAAAAQAAAAAAAIAAAQgECAAAAAIAAQBAAAAAAAAAAAIAAAAAAAAAAAAEaHUIAAAAAYAACAAAgI0EAyIEAAAAAAARQQBAQHUAAAAAAAAAEBEEwAAAAEYgEAAAQIIBAAAAAABAQBAAIxAQCAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAwACBAAAAAEAiAAACAAAMEAaAABAAAAAAAgAAQADDAAAAAAAAAAAgAAAACAAAAAAAAAAAI5IECAAAAAgAAAAAIDAC0AIAAAAAAAAAAAAAAQAACQAAAAAAAAAAAEAABgAAAAAIQAJAAAAAEQAEABAAAQAAAAAAAAACBAAAAAAAAAAARBAAAzAIWACEAAAACEYEKQAAAAAQAQCkCEABJABAAAAAEAAAgAAAAAAAAAAAACAQAAAAAACAAAACAAAAAAAAAAAAACIAGAAAAAAAAAAAAAAAACgAAAAAAAAAAAgAAAAAAAAAAAAAIAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAgAAAAAQAAAA==";
var SURPRISE = "[=@:=>>BC=IH@=@B;M<8=AECKTP?M>;=QKAVAYI8>9W=[9<5CHKJGQ99FEH:KNS9GG4HJ;DV>=G8KVUDU;9KCK9JF:@[;>FJ5FX@@9@IPVK[0=GGA4HKP8RQCIH?GW@>IBJOPK[5?J=9FDGSLYQ@A9LCL68<OFJBJ[7<NF@<<JN4[S;HI9GN>=A>RSOF[0?MIK5KEC<[ZBI@>DU:>FBONZOQ66MFD4KOQ8[KEFJ8HW?D>BUNYDQBCD=>AA?[PYS=>29BVB<:XBYK[C97FDB7EFT?LFJBH7DHL6E;HFLTT2?HJE2EFL9TKBHDFESF:@EJKTJQ79MHB4JNS6[I;JK8GXM@@BKSZ=Z95CIE4JLV9[LGBK:9PM>EAMPRFY7<K<;:@7P>VHGKE>ITK:7FFOWP[>FD:@LFBSGTH>=4A=[7>==CBLTW78GCF7HID=[J<MK:>Y7@<ANOTI[3EL@BOJLTBTO=LELDLIED.LJTOO69MBC3JGU:[ICCE:EXB<>EGO[E[1COAL8KK@;[IEIK@@TJ=6@NJXFU5:NDI5GS>6[UDHK=D[:>ACNOMBWDA=AD?@D[?[U;=4J<[898SVWMWN86JDH/FPM7ZPFDG>FOJBENHUROW94ICC9FKA8ULBG<:EX:;EISONXX2>G=C:ANH=[QHGIG8MHE7IJQ>BQ-CKEGBHMPBSUFC=G7[I;@KOJZLN69LLN.ILK;VQDII>KVIEIFQLNE@";
var WEIGHTS = /* @__PURE__ */ new Map([
  ["about it", -0.79],
  ["always", -5.74],
  ["api key*long", 0.5],
  ["api key*mixed", 0.04],
  ["api key*strange", 0.03],
  ["auth*long", 0.41],
  ["auth*mixed", 0.54],
  ["auth*strange", 0.2],
  ["bare", -0.18],
  ["bare*code", 0.11],
  ["bare*config", 0.13],
  ["bare*data", 0.3],
  ["bare*doc", -0.54],
  ["bare*other", -0.15],
  ["bare*shell", -0.03],
  ["called", 0.15],
  ["camel case", -0.08],
  ["capitalised", -0.47],
  ["code signs", -0.97],
  ["colon", -0.19],
  ["comment", -0.08],
  ["compared", -0.08],
  ["constant", -0.01],
  ["constant name", 0.42],
  ["distinct", 0.67],
  ["ends so", 0.55],
  ["ends the item", -0.4],
  ["ends the line", 0.45],
  ["equals", -0.36],
  ["filler", -1.01],
  ["goes on", -0.45],
  ["has both cases", 0.3],
  ["has digit", 1.28],
  ["has signs", -0.72],
  ["hex", -0.29],
  ["in a condition", 0.02],
  ["in a query", 0.93],
  ["in code", -0.01],
  ["in config", 1.06],
  ["in data", 0.18],
  ["in doc", -0.55],
  ["in other", -0.49],
  ["in shell", -0.19],
  ["key*long", -0.48],
  ["key*mixed", -0.4],
  ["key*strange", -0.12],
  ["length 10", 0.29],
  ["length 14", 0.22],
  ["length 20", 0.27],
  ["length 32", 0.51],
  ["length 4", -1.21],
  ["length 6", -0.3],
  ["length 64", 0.11],
  ["length 8", 0.12],
  ["like its name", -0.4],
  ["member", -0.31],
  ["member name", -0.39],
  ["message name", -0.45],
  ["mixed", 1],
  ["no operator", 0.63],
  ["one lower word", 1.2],
  ["one upper word", -0.57],
  ["only digits", 0.44],
  ["only key*long", 0.14],
  ["only key*mixed", 0.18],
  ["only key*strange", -0.01],
  ["pass*long", -1.55],
  ["pass*mixed", -0.5],
  ["pass*strange", 1.05],
  ["path", -0.73],
  ["prose before it", 0.19],
  ["quoted", 0.18],
  ["quoted name", -0.58],
  ["salt*long", 0.04],
  ["salt*mixed", 0.04],
  ["salt*strange", 0.03],
  ["says api key", 0.24],
  ["says auth", -0.36],
  ["says its name", -0.53],
  ["says key", -0.81],
  ["says only key", -0.81],
  ["says pass", 1.4],
  ["says salt", 0.04],
  ["says scheme", 0.24],
  ["says secret", 0.76],
  ["says token", -0.71],
  ["scheme before it", 0.24],
  ["scheme*long", 0.24],
  ["scheme*mixed", 0.24],
  ["scheme*strange", 0.13],
  ["second name", 0.43],
  ["secret*long", 0.68],
  ["secret*mixed", 0.03],
  ["secret*strange", 0.03],
  ["sign at the end", -0.12],
  ["snake case", 0.34],
  ["statement", -0.39],
  ["strange", 1.19],
  ["strange triples", 2.77],
  ["surprise", 1.32],
  ["template", -0.98],
  ["token*long", 1.13],
  ["token*mixed", 0.83],
  ["token*strange", -0.16],
  ["url", 0.07],
  ["uuid", 0.05],
  ["version", -0.26],
  ["word and number", -0.68],
  ["words behind it", -0.36]
]);
// packages/checks/src/secrets/context/score.ts
var HEURISTIC = 0.5;
var VENDOR = 3;
var LEAST3 = HEURISTIC - VENDOR;
var MOST_LATE = LATE_FEATURES.reduce((sum5, feature) => sum5 + Math.max(0, WEIGHTS.get(feature) ?? 0), 0);
var letters;
function read() {
  letters ??= lettersOf(TRIPLES2, SURPRISE);
  return letters;
}
function wordTriples() {
  return read().triples;
}
function isWorthScoring(value) {
  return !isPlain(value, read());
}
function oddsOf(operand, kind) {
  let sum5 = 0;
  const note = (feature, amount = 1) => {
    sum5 += (WEIGHTS.get(feature) ?? 0) * amount;
  };
  features(operand, kind, read(), note, () => sum5 + MOST_LATE < LEAST3);
  return sum5;
}
function sharesOf(operand, kind) {
  const shares = [];
  features(operand, kind, read(), (feature, amount = 1) => {
    shares.push([feature, (WEIGHTS.get(feature) ?? 0) * amount]);
  });
  return shares;
}
// packages/checks/src/secrets/context/wording.ts
var NAMES7 = [
  "pass",
  "pw",
  "secr",
  "toke",
  "key",
  "auth",
  "cred",
  "bear",
  "salt",
  "psk",
  "dsn",
  "sign",
  "basi"
];
function wording() {
  return { triples: wordTriples(), names: NAMES7, carriers: GIVEN_UP, introducers: INTRODUCERS2 };
}
// packages/checks/src/secrets/context/carried.ts
var SCHEME = /^(bearer|basic|token|ntlm|negotiate|digest|apikey|oauth)[ +]+(?=[\w~+/$.=-]{4})/i;
var BARE2 = /^[^\s"'`,;)\]}<>&|\\]*/;
var LONGEST_SCHEME = 9;
var LONGEST4 = 512;
function carriedBy(bytes, { start: start2, end, quoted }) {
  const alone = !quoted && end - start2 <= LONGEST_SCHEME && bytes[end] === 32;
  const value = latin1(bytes, start2, alone ? lineEnd(bytes, start2, LONGEST4) : end);
  const scheme = SCHEME.exec(value);
  if (scheme === null) return { start: start2, end, value: alone ? value.slice(0, end - start2) : value, scheme: "" };
  const length = scheme[0].length;
  const carried = alone ? BARE2.exec(value.slice(length))?.[0] ?? "" : value.slice(length);
  return { start: start2 + length, end: start2 + length + carried.length, value: carried, scheme: scheme[1]?.toLowerCase() ?? "" };
}
// packages/checks/src/secrets/context/right-side.ts
var LONGEST5 = 512;
var SHORTEST2 = 4;
var BLANKS = 64;
var CALL = 48;
var NEWLINE4 = 10;
var BACKSLASH = 92;
var DOUBLE = 34;
var SINGLE = 39;
var BACKTICK = 96;
var OPEN = 40;
var DOLLAR = 36;
var DOT = 46;
var KIND = kinds();
function kinds() {
  const table = new Uint8Array(256);
  for (let byte = 0; byte < 33; byte++) table[byte] = 4;
  for (let byte = 65; byte <= 90; byte++) table[byte] = table[byte + 32] = 1;
  for (let byte = 48; byte <= 57; byte++) table[byte] = 2;
  table[95] = 1;
  for (const sign of ",;)]}<>&|") table[sign.charCodeAt(0)] = 4;
  for (const sign of "\"'`") table[sign.charCodeAt(0)] = 12;
  return table;
}
function rightSide(bytes, from2, code) {
  let at = from2;
  const last2 = Math.min(bytes.length, from2 + BLANKS);
  while (at < last2 && (bytes[at] === 32 || bytes[at] === 9)) at++;
  const first = bytes[at];
  if (first === void 0 || first === NEWLINE4 || first === 13) return void 0;
  const kind = KIND[first];
  if (kind === 1) {
    let end = at + 1;
    const until = Math.min(bytes.length, at + CALL);
    while (end < until && (KIND[bytes[end]] & 3) !== 0) end++;
    const next = bytes[end];
    if (next !== void 0 && KIND[next] === 12 && end - at <= 2) return quotedAt(bytes, end, false);
    if (next === OPEN || next === DOT || next === 45) {
      const argument = argumentAt(bytes, end);
      if (argument !== void 0) return argument;
      if (next === OPEN) return void 0;
    }
    if (code && isReference(bytes, at, end)) return void 0;
    return bare(bytes, at);
  }
  if (kind === 12 || first === BACKSLASH) return quotedAt(bytes, at, false);
  if (first === 38) return entityQuoted(bytes, at);
  if (first === 64 && bytes[at + 1] === DOUBLE) return quotedAt(bytes, at + 1, false);
  if ((first === OPEN || first === 91) && at + 1 < bytes.length) return quotedAt(bytes, at + 1, false);
  if (kind === 4 || first === 123 || first === OPEN || first === 91 || first === 61) return void 0;
  if (code && (first === 58 || first === 64)) return void 0;
  if (first === DOLLAR && (KIND[bytes[at + 1] ?? 0] & 2) === 0) return void 0;
  return bare(bytes, at);
}
function argumentAt(bytes, from2) {
  const until = Math.min(bytes.length, from2 + CALL);
  let at = from2;
  while (at < until && ((KIND[bytes[at]] & 3) !== 0 || bytes[at] === DOT || bytes[at] === 45 || bytes[at] === 58))
    at++;
  if (bytes[at] !== OPEN && bytes[at] !== 32) return void 0;
  const first = quotedAt(bytes, at + 1, true);
  if (first === void 0 || bytes[at] !== OPEN) return first;
  at = first.end + 1;
  while (at < first.end + 4 && (bytes[at] === 44 || bytes[at] === 32)) at++;
  return bytes[first.end + 1] === 44 ? quotedAt(bytes, at, true) ?? first : first;
}
function isReference(bytes, at, end) {
  for (let place = at; place < end; place++)
    if ((KIND[bytes[place]] & 2) !== 0) return isDotted(bytes, end);
  const next = bytes[end];
  return next === void 0 || next === DOT || next === 91 || next === 58 || next === 45 || next === 63 || (KIND[next] & 4) !== 0;
}
function isDotted(bytes, end) {
  const next = bytes[end];
  return (next === DOT || next === 91) && (KIND[bytes[end + 1] ?? 0] & 1) !== 0;
}
function quotedAt(bytes, at, called) {
  let place = at;
  while (place < at + 4 && bytes[place] === BACKSLASH) place++;
  const quote = bytes[place];
  if (quote !== DOUBLE && quote !== SINGLE && quote !== BACKTICK) return void 0;
  const start2 = place + 1;
  const until = Math.min(bytes.length, start2 + LONGEST5 + 1);
  const escaped = place > at;
  for (let end = start2; end < until; end++) {
    const byte = bytes[end];
    if (byte === NEWLINE4) return void 0;
    if (byte === quote || byte === BACKSLASH && escaped && bytes[end + 1] === quote) return sized(start2, end, true, called);
    if (byte === BACKSLASH && !escaped) end++;
  }
  return void 0;
}
function entityQuoted(bytes, at) {
  const semicolon = bytes.subarray(at, at + 7).indexOf(59);
  if (semicolon < 3) return void 0;
  const start2 = at + semicolon + 1;
  const until = Math.min(bytes.length, start2 + LONGEST5 + 1);
  for (let end = start2; end < until && bytes[end] !== NEWLINE4; end++) {
    if (bytes[end] === 38) return sized(start2, end, true, false);
  }
  return void 0;
}
function bare(bytes, start2) {
  const until = Math.min(bytes.length, start2 + LONGEST5 + 1);
  let end = start2;
  while (end < until && (KIND[bytes[end]] & 4) === 0) {
    if (bytes[end] === OPEN) return void 0;
    end++;
  }
  if (end > start2 + LONGEST5) return { start: start2, end, quoted: false, called: false };
  const lead = bytes[end] === DOUBLE || bytes[end] === SINGLE ? BACKSLASH : -1;
  while (end > start2 && (bytes[end - 1] === lead || bytes[end - 1] === DOT || bytes[end - 1] === 58)) end--;
  for (let place = start2 + 1; place < end; place++) {
    const byte = bytes[place + 1];
    if (bytes[place] === BACKSLASH && (byte === 110 || byte === 114 || byte === 34)) return sized(start2, place, false, false);
  }
  return sized(start2, end, false, false);
}
function sized(start2, end, quoted, called) {
  const length = end - start2;
  return length < SHORTEST2 || length > LONGEST5 ? void 0 : { start: start2, end, quoted, called };
}
// packages/checks/src/secrets/context/operand-sweep.ts
var AFTER = 40;
var EACH_BYTE = 2;
var FREE = 65536;
var MOST2 = 2e4;
var DOUBLE2 = 34;
var SINGLE2 = 39;
var DASH2 = 45;
var STEM2 = /pass|pwd|(?:^|[_.-])pw$|pw[dr]|secr|toke|key|auth|cred|bear|salt|psk|dsn|signature|basic$/i;
var NO_NAME = /public|pub[_-]?key|key[_-]?id$|hash$|sha\d{1,3}$|md5$|.@|author(?!i)|keyword|keyboard|keycode|foreign_?key|authenticate$|tokeni[sz]|credit|psalt|\.(?:[jt]sx?|py|rb|java|md|json|ya?ml|html|css|php|cpp|txt)$|^on[a-z]{3,14}$/i;
var NO_VALUE = /[ \t\x80-\xff]|^(?:true|false|null|none|nil|undefined|yes|no)$|^-?0x|^\d{1,10}[lu]{1,2}$|\.\.\.|^\\[ux]|^\d{4}-\d\d-\d\d|[Aa]-[Zz]|0-9[Aa]-|^(?:sha\d{1,3}|md5)[-:]|^\$2[abxy]?\$|^\$argon2|^ssh-|^AAAA[BC]3/i;
var PLAIN_KEY = /^[$@]?keys?$/i;
var PLAIN_WORD = /^[^0-9]{1,24}$/;
var SCHEME_NAME = /^(?:bearer|basic|ntlm)$/i;
function newOperandSweep(bytes, path, { worth, each }) {
  const kind = fileKind(path);
  let covered = 0;
  let spent = 0;
  let handed = 0;
  function mayBe(value, end, quoted) {
    spent += value.length;
    const none = NO_VALUE.test(value);
    if (!none && worth(value)) return true;
    if (!none || !quoted) covered = end;
    return false;
  }
  function isOverdrawn(start2) {
    return handed >= MOST2 || spent > FREE + EACH_BYTE * start2;
  }
  function surroundings(from2, end) {
    return {
      before: latin1(bytes, lineStart(bytes, from2, BEFORE2), from2),
      after: latin1(bytes, end, lineEnd(bytes, end, AFTER))
    };
  }
  function hand(operand, from2) {
    if (PLAIN_KEY.test(operand.name) && PLAIN_WORD.test(operand.value)) return;
    covered = operand.end;
    handed++;
    let seen;
    const around = () => {
      seen ??= surroundings(from2, operand.end);
      return seen;
    };
    each({ ...operand, around }, kind);
  }
  return {
    assignment(start2, end) {
      if (end < covered || isOverdrawn(start2)) return;
      const right = rightSide(bytes, end, kind === "code");
      if (right === void 0) return;
      if (right.end - right.start > LONGEST5) {
        spent += LONGEST5;
        return;
      }
      const carried = carriedBy(bytes, right);
      if (!mayBe(carried.value, carried.end, right.quoted)) return;
      const left = leftSide(bytes, start2);
      if (left === void 0 || !STEM2.test(left.name) || NO_NAME.test(left.name)) return;
      const { quoted, called } = right;
      hand({ ...carried, name: left.name, tie: latin1(bytes, start2, end), quoted, called }, left.start);
    },
    flag(start2, end) {
      const flag = flagAt(bytes, start2, end);
      if (flag === void 0 || isOverdrawn(start2)) return;
      const right = rightSide(bytes, flag.from, false);
      if (right === void 0 || bytes[right.start] === DASH2 || right.end - right.start > LONGEST5) return;
      const { quoted, called } = right;
      const value = latin1(bytes, right.start, right.end);
      if (!mayBe(value, right.end, quoted)) return;
      hand({ start: right.start, end: right.end, value, name: flag.name, tie: " ", quoted, called, scheme: "" }, start2);
    },
    run(start2, end) {
      if (start2 < covered || end - start2 > LONGEST5 || isOverdrawn(start2)) return;
      const introduction = introductionOf(bytes, start2);
      if (introduction === void 0 || NO_NAME.test(introduction.word)) return;
      const value = latin1(bytes, start2, end);
      if (!mayBe(value, end, false)) return;
      const { word, tie } = introduction;
      const quoted = bytes[start2 - 1] === DOUBLE2 || bytes[start2 - 1] === SINGLE2;
      const scheme = SCHEME_NAME.test(word) ? word.toLowerCase() : "";
      hand({ start: start2, end, value, name: word, tie, quoted, called: false, scheme }, introduction.start);
    }
  };
}
// packages/checks/src/secrets/context/policy-password.ts
var NAME2 = /(?:pass(?:w(?:or)?d|phrase)?|pwd?)\d*$/i;
var MIXED = /^(?=[^a-z]*[a-z])(?=\D*\d)(?=[^A-Z!@#$%&*+?^]*[A-Z!@#$%&*+?^])[A-Za-z0-9!@#$%&*+?^._-]{8,40}$/;
var OTHER = /^[A-Za-z]+\d{0,2}$|^[A-Z]?[a-z]+(?:[A-Z][a-z]+)+\d{0,4}$|^[A-Z0-9_]+$|^[\w-]+\.[a-z]{1,4}$|\.[a-z]{2,}\.|^\$|^%|^@|@[\w-]+\.|[a-z]_[a-z]|pass(?:w|$|[^a-z])|test|example|dummy|change|secret|your|sample|admin123|1234|abc|foo|placeholder/i;
function isPolicyPassword({ name, value, quoted, tie }, code) {
  return NAME2.test(name) && MIXED.test(value) && !OTHER.test(value) && (quoted || !code && tie !== "==");
}
// packages/checks/src/secrets/context/reasons.ts
var MOST3 = 3;
var GROUPS = [
  [
    /^says|^ends so|scheme|^no operator/,
    ({ name, scheme }) => scheme === "" ? `the name says \`${name}\`` : `\`${scheme}\` introduces it`
  ],
  [/strange/, () => "its letters make no words"],
  [/mixed|^has digit|^has both|^has signs|^sign at/, () => "letters, digits and signs mix"],
  [/long|^length|^hex|^uuid|^base64/, ({ value }) => `${value.length} characters in one piece`],
  [
    /^in |^bare|^quoted|^equals|^colon|^ends the/,
    (_, kind) => kind === "other" ? "it is assigned" : `it is assigned in ${PLACES2[kind]}`
  ]
];
var PLACES2 = {
  code: "source code",
  config: "a configuration",
  data: "data",
  doc: "documentation",
  shell: "a script"
};
var groupsOf = /* @__PURE__ */ new Map();
function groups(feature) {
  let own = groupsOf.get(feature);
  if (own === void 0) {
    own = GROUPS.flatMap(([words22], group) => words22.test(feature) ? [group] : []);
    groupsOf.set(feature, own);
  }
  return own;
}
function reasonsFor(operand, kind, shares) {
  const sums = GROUPS.map(() => 0);
  for (const [feature, share] of shares) for (const group of groups(feature)) sums[group] = sums[group] + share;
  const [name, ...others] = GROUPS.map(([, tell], group) => ({ tell, sum: sums[group] }));
  const strong = others.filter(({ sum: sum5 }) => sum5 > 0).sort((a, b) => b.sum - a.sum);
  return [name, ...strong.slice(0, MOST3 - 1)].flatMap((reason) => reason?.tell(operand, kind) ?? []);
}
// packages/checks/src/secrets/context/vendor-near.ts
var NEAR = 60;
var MOST_WORDS = 3;
var TELLING = 6;
var WORDS4 = /[A-Z]?[a-z0-9]+|[A-Z0-9]+(?![a-z])/g;
var patterns = /* @__PURE__ */ new Map();
var vendors;
function byWord() {
  if (vendors !== void 0) return vendors;
  const map = /* @__PURE__ */ new Map();
  for (const vendor of vendorList()) {
    for (const word of vendor.words) {
      const sharing = map.get(word);
      if (sharing === void 0) map.set(word, [vendor]);
      else if (word === vendor.words[0]) sharing.unshift(vendor);
      else sharing.push(vendor);
    }
  }
  vendors = map;
  return map;
}
function vendorNear({ name, around, value }) {
  return vendorIn(name, value, 1) ?? vendorIn(around().before.slice(-NEAR), value, TELLING);
}
function vendorIn(text, value, least) {
  const map = byWord();
  const words22 = (text.match(WORDS4) ?? []).map((word) => word.toLowerCase());
  for (let first = 0; first < words22.length; first++) {
    let joined3 = "";
    for (let next = first; next < Math.min(words22.length, first + MOST_WORDS); next++) {
      joined3 += words22[next];
      if (joined3.length < least) continue;
      const vendor = map.get(joined3)?.find((candidate) => fits(candidate, value));
      if (vendor !== void 0) return vendor;
    }
  }
  return void 0;
}
function fits({ shapes }, value) {
  let pattern = patterns.get(shapes);
  if (pattern === void 0) {
    pattern = shapePattern(shapes.split("|"));
    patterns.set(shapes, pattern);
  }
  return pattern.test(value);
}
// packages/checks/src/secrets/context/context-sweep.ts
var CONTEXTUAL = 1.75;
function newContextSweep(bytes, path, found) {
  let binary;
  return newOperandSweep(bytes, path, {
    worth: isWorthScoring,
    each(operand, kind) {
      binary ??= isBinary(bytes);
      const finding = binary ? void 0 : judge2(operand, kind);
      if (finding !== void 0) found(finding);
    }
  });
}
function judge2(operand, kind) {
  const odds = oddsOf(operand, kind);
  const made = isPolicyPassword(operand, kind === "code");
  if (odds < LEAST3 && !made) return void 0;
  const vendor = vendorNear(operand);
  const sum5 = vendor === void 0 ? odds : odds + VENDOR;
  if (sum5 < HEURISTIC && !made) return void 0;
  const { start: start2, end, value } = operand;
  const rule = vendor?.rule ?? ruleFor(operand);
  const known2 = publicReason(value, 0);
  const why = [
    ...vendor === void 0 ? [] : [`it has the length and the signs of a credential of \`${vendor.words[0]}\``],
    ...reasonsFor(operand, kind, sharesOf(operand, kind)),
    ...made ? ["it mixes signs as a password must"] : [],
    ...known2 === void 0 ? [] : [known2.why]
  ];
  if (known2 !== void 0) return { rule, start: start2, end, value, tier: "heuristic", severity: "info", why };
  return { rule, start: start2, end, value, tier: sum5 < CONTEXTUAL ? "heuristic" : "contextual", severity: rule.severity, why };
}
// packages/checks/src/secrets/layer.ts
var LONGEST_LAYER = 1 << 20;
// packages/checks/src/secrets/decoded.ts
var EQUALS = 61;
var SHORTEST3 = 24;
var HEAD4 = 12;
var DIGITS5 = digits2();
function digits2() {
  const table = new Uint8Array(256).fill(255);
  const alphabets = ["ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", "-_"];
  for (const signs2 of alphabets) {
    for (let at = 0; at < signs2.length; at++) table[signs2.charCodeAt(at)] = 64 - signs2.length + at;
  }
  return table;
}
function splitRun(bytes, start2, end, each) {
  const run = bytes.subarray(start2, end);
  for (let from2 = 0; from2 < run.length; ) {
    const sign = run.indexOf(EQUALS, from2);
    const to = sign < 0 ? run.length : sign;
    let padded = to;
    while (run[padded] === EQUALS) padded++;
    if (to > from2) each(start2 + from2, start2 + to, start2 + padded);
    from2 = padded;
  }
}
function decodePiece(bytes, start2, end) {
  if (end - start2 < SHORTEST3) return void 0;
  return decodeHex(bytes, start2, end) ?? decodeBase642(bytes, start2, end);
}
function decodeBase642(bytes, start2, end) {
  if (!readsAsText(base64Byte, bytes, start2)) return void 0;
  let until = Math.min(end, start2 + LONGEST_LAYER);
  for (let at2 = start2; at2 < until; at2++) if (!isClass(bytes[at2], BASE64)) until = at2;
  const decoded = new Uint8Array((until - start2) * 3 >> 2);
  let at = start2;
  let offset = 0;
  for (; offset + 3 <= decoded.length; offset += 3, at += 4) {
    const two = DIGITS5[bytes[at + 1]];
    const three = DIGITS5[bytes[at + 2]];
    decoded[offset] = DIGITS5[bytes[at]] << 2 | two >> 4;
    decoded[offset + 1] = two << 4 | three >> 2;
    decoded[offset + 2] = three << 6 | DIGITS5[bytes[at + 3]];
  }
  for (; offset < decoded.length; offset++) decoded[offset] = base64Byte(bytes, start2, offset);
  return layer("base64", decoded, (place) => place >= decoded.length ? until : start2 + Math.floor(place * 4 / 3));
}
function base64Byte(bytes, start2, offset) {
  const at = start2 + Math.floor(offset / 3) * 4 + offset % 3;
  const left = DIGITS5[bytes[at]];
  const right = DIGITS5[bytes[at + 1]] ?? 255;
  if (left === 255 || right === 255) return 255;
  const shift = 2 * (offset % 3);
  return (left << 2 + shift | right >> 4 - shift) & 255;
}
function decodeHex(bytes, start2, end) {
  if ((end - start2) % 2 !== 0 || !readsAsText(hexByte, bytes, start2)) return void 0;
  const until = Math.min(end, start2 + LONGEST_LAYER);
  for (let at = start2; at < until; at++) if (!isClass(bytes[at], HEX)) return void 0;
  const decoded = new Uint8Array(until - start2 >> 1);
  for (let offset = 0; offset < decoded.length; offset++) decoded[offset] = hexByte(bytes, start2, offset);
  return layer("hex", decoded, (offset) => start2 + 2 * offset);
}
function hexByte(bytes, start2, offset) {
  const value = hexDigit(bytes[start2 + 2 * offset]) << 4 | hexDigit(bytes[start2 + 2 * offset + 1]);
  return value < 0 ? 255 : value;
}
function readsAsText(byte, bytes, start2) {
  for (let offset = 0; offset < HEAD4; offset++) {
    const value = byte(bytes, start2, offset);
    if (!isPrintable(value) && !(value === 0 && offset % 2 === 1)) return false;
  }
  return true;
}
function layer(encoding, decoded, origin) {
  const narrowed = narrowUtf16(decoded);
  if (narrowed === void 0) return { encoding, bytes: decoded, origin };
  return { encoding, bytes: narrowed.bytes, origin: (offset) => origin(narrowed.origin(offset)) };
}
// packages/checks/src/secrets/escaped.ts
var PERCENT = 37;
var BACKSLASH2 = 92;
var U = 117;
var X = 120;
var LETTERS2 = /* @__PURE__ */ new Map([
  [47, 47],
  [34, 34],
  [92, 92],
  [110, 10],
  [114, 13],
  [116, 9]
]);
var LOOK_BACK = 2048;
function touchesEscape(bytes, start2, end) {
  return hides(bytes, start2 - 1) || hides(bytes, end);
}
function hides(bytes, at) {
  return bytes[at] === BACKSLASH2 && bytes[at + 1] === 47 || signLength(bytes, at) > 0;
}
function signLength(bytes, at) {
  if (bytes[at] === PERCENT) return isSign(bytes, at + 1) ? 3 : 0;
  if (bytes[at] !== BACKSLASH2) return 0;
  const letter = bytes[at + 1] === BACKSLASH2 ? at + 2 : at + 1;
  if (bytes[letter] === X) return isSign(bytes, letter + 1) ? letter + 3 - at : 0;
  const zeros = bytes[letter] === U && bytes[letter + 1] === 48 && bytes[letter + 2] === 48;
  return zeros && isSign(bytes, letter + 3) ? letter + 5 - at : 0;
}
function isSign(bytes, at) {
  const code = hexDigit(bytes[at]) << 4 | hexDigit(bytes[at + 1]);
  return code > 32 && code < 127;
}
function unescapeAround(bytes, least, start2, end) {
  const earliest = Math.max(least, start2 - LOOK_BACK);
  let from2 = start2;
  while (from2 > earliest && joins(bytes, from2 - 1)) from2--;
  const latest = Math.min(bytes.length, end + LONGEST_LAYER);
  let until = end;
  while (until < latest && joins(bytes, until)) until++;
  const decoded = new Uint8Array(until - from2);
  let length = 0;
  let encoding;
  for (let at = from2; at < until; length++) {
    const byte = bytes[at];
    const taken = byte === PERCENT || byte === BACKSLASH2 ? escapeLength(bytes, at, until) : 1;
    decoded[length] = taken === 1 ? byte : escapedByte(bytes, at, taken);
    if (taken > 1) encoding = taken === 3 ? "percent-encoding" : encoding ?? "escapes";
    at += taken;
  }
  if (encoding === void 0) return void 0;
  let origins;
  const origin = (offset) => {
    origins ??= originsOf(bytes, from2, until, length);
    return origins[offset] ?? until;
  };
  return { encoding, bytes: decoded.subarray(0, length), origin, end: until - end < LONGEST_LAYER ? until : until - LOOK_BACK };
}
function originsOf(bytes, from2, until, length) {
  const origins = new Uint32Array(length);
  for (let at = from2, offset = 0; at < until; offset++) {
    origins[offset] = at;
    at += escapeLength(bytes, at, until);
  }
  return origins;
}
function joins(bytes, at) {
  const byte = bytes[at];
  if (byte === 34 || byte === 39) return bytes[at - 1] === BACKSLASH2;
  return byte > 32 && byte !== 96 && byte < 127;
}
function escapeLength(bytes, at, until) {
  const sign = bytes[at];
  if (sign === PERCENT) return areHex(bytes, at + 1, at + 3, until) ? 3 : 1;
  if (sign !== BACKSLASH2 || at + 1 >= until) return 1;
  const letter = bytes[at + 1];
  if (letter === U) return areHex(bytes, at + 2, at + 6, until) ? 6 : 1;
  if (letter === X) return areHex(bytes, at + 2, at + 4, until) ? 4 : 1;
  return LETTERS2.has(letter) ? 2 : 1;
}
function areHex(bytes, from2, to, until) {
  if (to > until) return false;
  for (let at = from2; at < to; at++) if (hexDigit(bytes[at]) < 0) return false;
  return true;
}
function escapedByte(bytes, at, length) {
  if (length === 2) return LETTERS2.get(bytes[at + 1]);
  let value = 0;
  for (let digit2 = length === 3 ? at + 1 : at + 2; digit2 < at + length; digit2++) value = value * 16 + hexDigit(bytes[digit2]);
  return Math.min(value, 255);
}
// packages/checks/src/secrets/placed-candidate.ts
var PlacedCandidate = class {
  value;
  #bytes;
  #from;
  #start;
  #end;
  #to;
  constructor(bytes, from2, start2, end, to) {
    this.value = latin1(bytes, start2, end);
    this.#bytes = bytes;
    this.#from = from2;
    this.#start = start2;
    this.#end = end;
    this.#to = to;
  }
  get before() {
    return latin1(this.#bytes, this.#from, this.#start);
  }
  get after() {
    return latin1(this.#bytes, this.#end, this.#to);
  }
};
// packages/checks/src/secrets/judge.ts
var NEAR2 = 200;
function newJudge(bytes, path) {
  let binary;
  let folded;
  const foldedPath = () => {
    folded ??= path.toLowerCase();
    return folded;
  };
  return ({ rule, prefix, start: start2, end }) => {
    binary ??= isBinary(bytes);
    let [from2, to] = [Math.max(0, start2 - NEAR2), Math.min(bytes.length, end + NEAR2)];
    if (binary) [from2, to] = printableRun(bytes, from2, to, start2, end);
    const candidate = new PlacedCandidate(bytes, from2, start2, end, to);
    const word = rule.near === void 0 ? void 0 : wordNear(rule.near, candidate, foldedPath());
    if (rule.near !== void 0 && word === void 0) return void 0;
    const verdict = verdictOf(rule, candidate, prefix);
    if (verdict.evidence === "none") return void 0;
    const shaped = `has the shape of a ${rule.title}`;
    const reason = verdict.why ?? (prefix === "" ? `it ${shaped}` : `it begins with \`${prefix}\` and ${shaped}`);
    return {
      rule,
      start: start2,
      end,
      value: candidate.value,
      ...weight(rule, verdict),
      why: word === void 0 ? [reason] : [reason, `\`${word}\` stands near it`]
    };
  };
}
function wordNear(words22, { before, value, after }, path) {
  const text = `${path}
${before}${value}${after}`.toLowerCase();
  return words22.find((word) => text.includes(word));
}
function verdictOf(rule, candidate, prefix) {
  let verdict;
  try {
    verdict = rule.check?.(candidate) ?? { evidence: "shape" };
  } catch {
    verdict = { evidence: "shape", why: "its inside could not be read" };
  }
  if (verdict.evidence === "public" || verdict.evidence === "none") return verdict;
  const known2 = publicReason(candidate.value, prefix.length);
  if (known2 === void 0) return verdict;
  return verdict.evidence === "proven" && !known2.known ? verdict : { evidence: "public", why: known2.why };
}
function weight(rule, verdict) {
  if (verdict.evidence === "proven") return { tier: "proven", severity: rule.severity };
  if (verdict.evidence === "shape") return { tier: rule.tier ?? "prefixed", severity: rule.severity };
  return { tier: "heuristic", severity: verdict.evidence === "public" ? "info" : rule.severity };
}
// packages/checks/src/secrets/boundary.ts
var BACKSLASH3 = 92;
var PERCENT2 = 37;
var UNDERSCORE = 95;
var DASH3 = 45;
var PLUS = 43;
var SLASH2 = 47;
var X2 = 120;
var U2 = 117;
var ESCAPES = new Set(Array.from("nrtbfv0", (letter) => letter.charCodeAt(0)));
var ENCODED2 = 16;
function startsValue(bytes, at) {
  const previous = bytes[at - 1];
  if (!isClass(previous, ALNUM)) return true;
  if (ESCAPES.has(previous) && bytes[at - 2] === BACKSLASH3) return true;
  if (!isClass(previous, HEX) || !isClass(bytes[at - 2], HEX)) return false;
  if (bytes[at - 3] === PERCENT2) return true;
  if (bytes[at - 3] === X2 && bytes[at - 4] === BACKSLASH3) return true;
  return isClass(bytes[at - 3], HEX) && isClass(bytes[at - 4], HEX) && bytes[at - 5] === U2 && bytes[at - 6] === BACKSLASH3;
}
function endsValue(bytes, start2, end) {
  const next = bytes[end];
  if (next === UNDERSCORE || isClass(next, ALNUM)) return false;
  if (next === DASH3) return !isClass(bytes[end + 1], ALNUM);
  if (next === PLUS || next === SLASH2) return !(isAlphanumeric(bytes, start2, end) && looksEncoded(bytes, end + 1));
  return true;
}
function isAlphanumeric(bytes, start2, end) {
  for (let at = start2; at < end; at++) if (!isClass(bytes[at], ALNUM)) return false;
  return true;
}
function looksEncoded(bytes, from2) {
  let kinds2 = 0;
  let at = from2;
  for (; at < from2 + 2 * ENCODED2 && isClass(bytes[at], BASE64); at++) {
    const byte = bytes[at];
    if (byte >= 48 && byte <= 57) kinds2 |= 1;
    else if (byte >= 65 && byte <= 90) kinds2 |= 2;
    else if (byte >= 97 && byte <= 122) kinds2 |= 4;
  }
  return at - from2 >= ENCODED2 && kinds2 === 7;
}
// packages/checks/src/secrets/budget.ts
var STEPS_A_BYTE = 16;
var STEPS_AT_ONCE = 1 << 20;
var SHORT2 = 64;
function mayTry(budgeted, at, scan2) {
  if (budgeted.scan !== scan2) {
    budgeted.scan = scan2;
    budgeted.spent = 0;
  }
  return budgeted.spent <= STEPS_AT_ONCE + STEPS_A_BYTE * at;
}
function bookFailure(budgeted, stretches, at) {
  const { most } = budgeted.extent();
  budgeted.spent += budgeted.ways * (most <= SHORT2 || budgeted.crosses() ? most : Math.min(stretches.endOf(at, at + most) - at, most));
}
function newStretches(bytes) {
  let from2 = 0;
  let to = 0;
  return {
    endOf(at, until) {
      if (at < from2 || at > to) from2 = to = at;
      const last2 = Math.min(until, bytes.length);
      while (to < last2 && !ends(bytes[to])) to++;
      return to;
    }
  };
}
function ends(byte) {
  return byte <= 32 || byte === 34 || byte === 39 || byte === 96;
}
// packages/checks/src/secrets/attempts.ts
var BEFORE3 = 8;
var scans = 0;
function newAttempts(bytes, found) {
  const scan2 = ++scans;
  const window = newTextWindow(bytes);
  const stretches = newStretches(bytes);
  return {
    match(budgeted, prefix, at) {
      if (!mayTry(budgeted, at, scan2)) return;
      window.cover(at - BEFORE3, at + budgeted.extent().most + 1);
      const { rule } = budgeted;
      const { shape } = rule;
      shape.lastIndex = at - window.from;
      const matched = shape.exec(window.text);
      if (matched === null) {
        bookFailure(budgeted, stretches, at);
        return;
      }
      const secret = matched.groups?.secret;
      const offset = secret === void 0 ? 0 : matched[0].lastIndexOf(secret);
      const start2 = at + offset;
      const end = start2 + (secret ?? matched[0]).length;
      if (endsValue(bytes, start2, end)) found({ rule, prefix, start: start2, end });
      else bookFailure(budgeted, stretches, at);
    },
    ruleOut({ gate }, at) {
      const all = gate();
      if (all === void 0) return false;
      if (!mayTry(all, at, scan2)) return true;
      const { pattern } = all;
      window.cover(at - BEFORE3, at + all.extent().most + 1);
      pattern.lastIndex = at - window.from;
      if (pattern.test(window.text)) return false;
      bookFailure(all, stretches, at);
      return true;
    }
  };
}
// packages/checks/src/secrets/prefix-search.ts
var ESCAPE = 6;
var BACKSLASH4 = 92;
var PERCENT3 = 37;
function nextHead(bytes, at, until, { heads, thirds }) {
  let inside = at === 0 ? 0 : CLASS[bytes[at - 1]] & ALNUM;
  let free = freeUntil(bytes, at);
  let first = bytes[at];
  for (let place = at; place < until; place++) {
    const kind = CLASS[first] & ALNUM;
    const second = bytes[place + 1];
    if ((inside & kind) === 0 || place < free) {
      const bucket = heads[first << 8 | second];
      if (bucket !== 0 && thirds[bucket << 8 | bytes[place + 2]] !== 0) return place;
      if (first === BACKSLASH4 || first === PERCENT3) free = place + 1 + ESCAPE;
    }
    inside = kind;
    first = second;
  }
  return -1;
}
function freeUntil(bytes, at) {
  for (let back = 1; back <= ESCAPE; back++) {
    const byte = bytes[at - back];
    if (byte === BACKSLASH4 || byte === PERCENT3) return at - back + 1 + ESCAPE;
    if (!isClass(byte, ALNUM)) break;
  }
  return at;
}
function standsAt(bytes, at, prefix) {
  for (let index = 2; index < prefix.length; index++) if (bytes[at + index] !== prefix.charCodeAt(index)) return false;
  return true;
}
// packages/checks/src/secrets/sweep.ts
var LOOK_BACK2 = 96;
var NAME_BEFORE2 = 48;
var VALUE_BEHIND = 4;
function newSweep(bytes, index, found) {
  const { heads, buckets, leads, bare: bare2 } = index;
  const attempts = newAttempts(bytes, found);
  const tried = new Uint8Array((bytes.length >> 3) + 1);
  let swept = 0;
  let named2 = 0;
  function over(from2, to) {
    const until = Math.min(to, bytes.length - 1);
    const start2 = Math.max(from2, swept);
    if (start2 >= until) return;
    for (let at = nextHead(bytes, start2, until, index); at >= 0; at = nextHead(bytes, at + 1, until, index)) resolve(at);
    swept = until;
  }
  function joined3(from2, to) {
    const least = Math.max(swept, from2 - LOOK_BACK2, 0);
    let start2 = from2;
    while (start2 > least && isClass(bytes[start2 - 1], TOKEN | LINK)) start2--;
    for (const lead of leads) {
      const at = from2 - lead;
      if (at >= swept && at < start2) resolve(at);
    }
    over(start2, to);
  }
  function assigned(from2, to) {
    const until = Math.min(to + VALUE_BEHIND, bytes.length - 1);
    let at = Math.max(from2 - NAME_BEFORE2, named2, 0);
    for (at = nextHead(bytes, at, until, index); at >= 0; at = nextHead(bytes, at + 1, until, index)) resolve(at);
    named2 = Math.max(named2, until);
  }
  function whole(from2, to) {
    for (const budgeted of bare2) {
      const { least, most } = budgeted.extent();
      if (to - from2 >= least && to - from2 <= most) attempts.match(budgeted, "", from2);
    }
  }
  function resolve(at) {
    const bit = 1 << (at & 7);
    const before = tried[at >> 3];
    if ((before & bit) !== 0) return;
    tried[at >> 3] = before | bit;
    const bucket = heads[bytes[at] << 8 | bytes[at + 1]];
    for (const entry of buckets[bucket]) {
      const { prefix, word, rules } = entry;
      if (!standsAt(bytes, at, prefix)) continue;
      if (word && !startsValue(bytes, at)) continue;
      if (rules.length > 1 && attempts.ruleOut(entry, at)) continue;
      for (const budgeted of rules) attempts.match(budgeted, prefix, at);
    }
  }
  return { at: resolve, over, joined: joined3, assigned, whole };
}
// packages/checks/src/secrets/layer-pass.ts
var MOST_FINDINGS = 1e4;
function newLayerPass(bytes, path, { words: words22, addresses, contextual }, peel) {
  const findings = [];
  const layers = [];
  const judge3 = newJudge(bytes, path);
  let unlisted = 0;
  let unescaped = 0;
  let wordsSwept;
  let addressSweep;
  let contextSweep;
  const note = (finding) => {
    if (finding === void 0) return;
    if (findings.length < MOST_FINDINGS) findings.push(finding);
    else unlisted++;
  };
  const found = (match) => {
    if (findings.length < MOST_FINDINGS) note(judge3(match));
    else unlisted++;
  };
  function wordSweep() {
    wordsSwept ??= newSweep(bytes, words22, found);
    return wordsSwept;
  }
  const piece = (from2, to, padded) => {
    wordSweep().whole(from2, padded);
    const layer2 = peel ? decodePiece(bytes, from2, to) : void 0;
    if (layer2 !== void 0) layers.push(layer2);
  };
  function undoEscapes(start2, end) {
    const layer2 = unescapeAround(bytes, unescaped, start2, end);
    if (layer2 === void 0) return false;
    unescaped = layer2.end;
    layers.push(layer2);
    return true;
  }
  function undoStretch(start2, end) {
    for (let from2 = Math.max(start2, unescaped); from2 < end && undoEscapes(from2, from2); ) from2 = unescaped;
  }
  function context() {
    contextSweep ??= newContextSweep(bytes, path, (finding) => {
      if (contextual.has(finding.rule)) note(finding);
    });
    return contextSweep;
  }
  return {
    spot(anchor, start2, end, worth) {
      if (anchor === "head") {
        wordSweep().at(start2);
        return;
      }
      if (anchor === "assignment") {
        if ((worth & WORTH.begins) !== 0) wordSweep().assigned(start2, end);
        if (contextual.size > 0) context().assignment(start2, end);
        return;
      }
      if (anchor === "userinfo") {
        addressSweep ??= newSweep(bytes, addresses, found);
        addressSweep.over(start2, end);
        return;
      }
      if (anchor === "escapes") {
        if (peel) undoStretch(start2, end);
        return;
      }
      if (anchor === "prefix") {
        if (contextual.size > 0) context().flag(start2, end);
        if ((worth & WORTH.begins) !== 0) wordSweep().at(start2);
        return;
      }
      if (anchor !== "run" || (worth & WORTH.begins) !== 0) wordSweep().joined(start2, end);
      if (anchor !== "run") return;
      if ((worth & WORTH.named) !== 0 && contextual.size > 0) context().run(start2, end);
      if ((worth & (WORTH.encodes | WORTH.whole)) !== 0) splitRun(bytes, start2, end, piece);
      if (peel && (worth & WORTH.escaped) !== 0 && start2 >= unescaped && touchesEscape(bytes, start2, end))
        undoEscapes(start2, end);
    },
    findings,
    unlisted: () => unlisted,
    layers
  };
}
// packages/checks/src/secrets/overlap.ts
function withoutOverlaps(findings) {
  if (findings.length < 2) return findings;
  const order = withoutGuesses2(findings).map((finding, index) => ({ finding, index, rank: TIERS.indexOf(finding.tier) }));
  order.sort(
    (a, b) => a.rank - b.rank || b.finding.end - b.finding.start - (a.finding.end - a.finding.start) || a.index - b.index
  );
  const kept2 = [];
  for (const { finding } of order) {
    const place = placeOf2(kept2, finding.start);
    const before = kept2[place - 1];
    const behind = kept2[place];
    if (before !== void 0 && before.end > finding.start) continue;
    if (behind !== void 0 && behind.start < finding.end) continue;
    kept2.splice(place, 0, finding);
  }
  return kept2;
}
function withoutGuesses2(findings) {
  const known2 = findings.filter(({ rule, tier, severity }) => tier === "heuristic" && (severity === "info" || isDemoted(rule)));
  if (known2.length === 0) return findings;
  known2.sort((a, b) => a.start - b.start);
  return findings.filter((finding) => {
    if (finding.tier !== "contextual") return true;
    const before = known2[placeOf2(known2, finding.start) - 1];
    return before === void 0 || before.end < finding.end;
  });
}
function isDemoted({ prefixes, tier }) {
  return prefixes.length > 0 && tier !== "heuristic";
}
function placeOf2(kept2, start2) {
  let low = 0;
  let high = kept2.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (kept2[middle].start <= start2) low = middle + 1;
    else high = middle;
  }
  return low;
}
// packages/checks/src/secrets/extent.ts
function extentOf({ source: source2 }) {
  return alternatives({ source: source2, at: 0 });
}
var NOTHING2 = { least: 0, most: 0 };
var ONE = { least: 1, most: 1 };
function alternatives(reader2) {
  let whole;
  let part = NOTHING2;
  while (reader2.at < reader2.source.length) {
    const char = reader2.source[reader2.at];
    if (char === ")") break;
    if (char === "|") {
      reader2.at++;
      whole = either(whole, part);
      part = NOTHING2;
      continue;
    }
    const atom = atomExtent(reader2, char);
    const times = timesOf(reader2);
    part = { least: part.least + atom.least * times.least, most: part.most + atom.most * times.most };
  }
  return either(whole, part);
}
function either(one, other) {
  return one === void 0 ? other : { least: Math.min(one.least, other.least), most: Math.max(one.most, other.most) };
}
function atomExtent(reader2, char) {
  const { source: source2 } = reader2;
  if (char === "(") {
    const opening = /\((?:\?(?:[:=!]|<[=!]|<\w+>))?/y;
    opening.lastIndex = reader2.at;
    const head2 = opening.exec(source2)?.[0] ?? "(";
    reader2.at += head2.length;
    const inner = alternatives(reader2);
    reader2.at++;
    if (head2 === "(?<=" || head2 === "(?<!") return NOTHING2;
    return head2 === "(?=" || head2 === "(?!" ? { least: 0, most: inner.most } : inner;
  }
  if (char === "[") {
    reader2.at++;
    while (reader2.at < source2.length && source2[reader2.at] !== "]") reader2.at += source2[reader2.at] === "\\" ? 2 : 1;
    reader2.at++;
    return ONE;
  }
  if (char === "\\") return escapeExtent(reader2);
  reader2.at++;
  return char === "^" || char === "$" ? NOTHING2 : ONE;
}
function escapeExtent(reader2) {
  const letter = reader2.source[reader2.at + 1];
  if (letter === "k" || letter >= "1" && letter <= "9") throw unbounded(reader2, "refers back to itself");
  reader2.at += letter === "x" ? 4 : letter === "u" ? 6 : 2;
  return letter === "b" || letter === "B" ? NOTHING2 : ONE;
}
function timesOf(reader2) {
  const char = reader2.source[reader2.at];
  if (char === "*" || char === "+") throw unbounded(reader2, `has \`${char}\` without a bound`);
  let times = ONE;
  if (char === "?") {
    reader2.at++;
    times = { least: 0, most: 1 };
  } else {
    const counts = /\{(\d+)(?:(,)(\d*))?\}/y;
    counts.lastIndex = reader2.at;
    const found = counts.exec(reader2.source);
    if (found === null) return ONE;
    if (found[2] !== void 0 && found[3] === "") throw unbounded(reader2, `has \`${found[0]}\` without an upper bound`);
    times = { least: Number(found[1]), most: Number(found[3] ?? found[1]) };
    reader2.at += found[0].length;
  }
  if (reader2.source[reader2.at] === "?") reader2.at++;
  return times;
}
function unbounded(reader2, what) {
  return new InternalError(`the shape \`${reader2.source}\` ${what}`, { code: "ERR_RULE_UNBOUNDED" });
}
// packages/checks/src/secrets/budgeted-rule.ts
var CROSSES = /\\[snrtSDW]| |\[\^/;
function newRuleBudgets() {
  const known2 = /* @__PURE__ */ new Map();
  return (rule) => {
    const budgeted = known2.get(rule) ?? withBudget(rule);
    known2.set(rule, budgeted);
    return budgeted;
  };
}
function withBudget(rule) {
  let extent;
  let crosses;
  return {
    rule,
    extent() {
      extent ??= extentOf(rule.shape);
      return extent;
    },
    crosses() {
      crosses ??= CROSSES.test(rule.shape.source);
      return crosses;
    },
    ways: rule.ways ?? 1,
    spent: 0,
    scan: 0
  };
}
// packages/checks/src/secrets/gate.ts
var REFERENCE = /\\[1-9k]/;
var NAMED = /\(\?<[A-Za-z]\w*>/g;
function newGate(rules) {
  const pattern = joined2(rules.map(({ rule }) => rule.shape));
  if (pattern === void 0) return void 0;
  const extents = rules.map(({ extent: extent2 }) => extent2());
  const extent = { least: Math.min(...extents.map(({ least }) => least)), most: Math.max(...extents.map(({ most }) => most)) };
  const crosses = rules.some((budgeted) => budgeted.crosses());
  const ways = rules.reduce((sum5, rule) => sum5 + rule.ways, 0);
  return { pattern, extent: () => extent, crosses: () => crosses, ways, spent: 0, scan: 0 };
}
function joined2(shapes) {
  if (shapes.length < 2 || shapes.some(({ flags, source: source2 }) => flags !== "y" || REFERENCE.test(source2))) return void 0;
  return new RegExp(shapes.map(({ source: source2 }) => `(?:${source2.replaceAll(NAMED, "(?:")})`).join("|"), "y");
}
// packages/checks/src/secrets/prefix-heads.ts
var LEAD = /^.*[^\nA-Za-z0-9+/=_.:~$!-]/gm;
function prefixHeads(rules, wanted, behind) {
  return rules.flatMap(
    (rule) => rule.prefixes.filter((prefix) => prefix !== "" && wanted(prefix)).flatMap((prefix) => {
      const [lead = 0] = leadsOf([prefix]);
      if (prefix.length === 1) return pairsOf(prefix).map((text) => ({ text, lead, behind: [] }));
      return behind(rule, prefix).map((followings) => ({ text: prefix, lead, behind: followings }));
    })
  );
}
function leadsOf(prefixes) {
  return [
    ...new Set(
      prefixes.join("\n").match(LEAD)?.map(({ length }) => length)
    )
  ];
}
function pairsOf(prefix) {
  return Array.from({ length: 256 }, (_, second) => second).filter((second) => isClass(second, TOKEN | LINK)).map((second) => prefix + String.fromCharCode(second));
}
// packages/checks/src/secrets/prefix-index.ts
var BEYOND_LATIN1 = /[\u0100-\uffff]/;
var AUTHORITY2 = "://";
function isAddress(prefix) {
  return prefix.startsWith(AUTHORITY2);
}
function newPrefixIndex(rules, wanted) {
  const budgets = newRuleBudgets();
  const heads = new Uint16Array(65536);
  const buckets = [[]];
  const bare2 = [];
  const file = (entry, pair) => {
    const head2 = pair.charCodeAt(0) << 8 | pair.charCodeAt(1);
    const bucket = heads[head2];
    if (bucket === 0) heads[head2] = buckets.push([entry]) - 1;
    else buckets[bucket].push(entry);
  };
  const byPrefix = rulesByPrefix(rules, wanted);
  byPrefix.forEach((sharing, prefix) => {
    if (prefix === "") {
      bare2.push(...sharing.map(budgets));
      return;
    }
    const entry = new LazyEntry(prefix, sharing, budgets);
    if (prefix.length > 1) file(entry, prefix);
    else for (const pair of pairsOf(prefix)) file(entry, pair);
  });
  for (const bucket of buckets) if (bucket.length > 1) bucket.sort(longestFirst);
  return { heads, thirds: thirdsOf(buckets), buckets, leads: leadsOf([...byPrefix.keys()]), bare: bare2 };
}
function longestFirst(a, b) {
  return b.prefix.length - a.prefix.length;
}
var LazyEntry = class {
  prefix;
  word;
  gate = () => {
    this.#gate ??= { made: newGate(this.rules) };
    return this.#gate.made;
  };
  #sharing;
  #budgets;
  #rules;
  #gate;
  constructor(prefix, sharing, budgets) {
    this.prefix = prefix;
    this.word = isClass(prefix.charCodeAt(0), ALNUM);
    this.#sharing = sharing;
    this.#budgets = budgets;
  }
  get rules() {
    this.#rules ??= this.#sharing.map(this.#budgets);
    return this.#rules;
  }
};
function rulesByPrefix(rules, wanted) {
  const byPrefix = /* @__PURE__ */ new Map();
  for (const rule of rules) {
    for (const prefix of rule.prefixes) {
      if (!wanted(prefix)) continue;
      const sharing = byPrefix.get(prefix);
      if (sharing === void 0) byPrefix.set(prefix, [rule]);
      else if (sharing.at(-1) !== rule) sharing.push(rule);
    }
  }
  if (BEYOND_LATIN1.test([...byPrefix.keys()].join(" "))) throw beyondLatin1(byPrefix);
  return byPrefix;
}
function beyondLatin1(byPrefix) {
  const [, [rule] = []] = [...byPrefix].find(([prefix]) => BEYOND_LATIN1.test(prefix)) ?? [];
  return new InternalError(`rule \`${rule?.id}\` has a prefix that cannot be looked for`, { code: "ERR_RULE_PREFIX" });
}
function thirdsOf(buckets) {
  const thirds = new Uint8Array(buckets.length << 8);
  buckets.forEach((entries, bucket) => {
    for (const { prefix } of entries) {
      if (prefix.length < 3) thirds.fill(1, bucket << 8, bucket + 1 << 8);
      else thirds[bucket << 8 | prefix.charCodeAt(2)] = 1;
    }
  });
  return thirds;
}
// packages/checks/src/secrets/rule-heads.ts
var RULE_HEADS = [
  `3039415a617a
002f3a405b5e60607bff
30394a4a5f5f65657979
2d2e3039415a5f5f617a
3039415a5f5f617a
2d2d3039415a5f5f617a
30396166
30394146
44444d4f54546a6a7a7a
2b2b2f39415a617a
30395f5f6166
2b2b2d2d2f39415a5f5f617a
2b2b414649494d4d50535a5a6f6f7a7a
3939444448484a4a5151
3d3d
3237617a
25252b2b2f39415a617a
25252b2b2f393d3d415a617a
2d2e3039415a5f5f617a7e7e
51517e7e
2020222227272d2e3039415a5f5f617a7e7e
3237415a
090d202227272b3a3d3e415a5d5d5f5f617aa0a0
222227272b2b2f39415a617a
41414f4f6a6a7878
2b2b2f393d3d415a5f5f617a
3039616675757878
3039414146464c4c4e4e52526166
2d2d73737575
31314949696a6f6f
3232393949494e4e53535656595a636366666c6e70707373
30303239414143484a4e505a
313941484a4e505a616b6d7a
002f31484a4e505e606b6dff
090d2020222227282c2d303a3d3e415a5d5d5f7aa0a0
202022222727607a
090d20202b2b2f393d3d415a5c5c617aa0a0
090d20202b2b2d2d2f393d3d415a5c5c617aa0a0
090d2020222327272a2c2e393b3b3d3e415a5c5c607a7c7ca0a0
090d2020222327272a393b3b3d3e415a5c5c607a7c7ca0a0
090d2020222227272c2d34343a3a434549494b4b4e4e50505252545459595c5c636365656e7072727979a0a0
090d2020222227272c2d303a415a5c5c636365666e7072727979a0a0
090d2020222227272c2c3131333342434e4e58585a5a5c5c61626c6c6e6e72727a7aa0a0
090d2020222227272c2c31313333414345454e4e58585a5a5c5c616264646a6c6e6e727274747a7aa0a0
090d2020222227272c2c3131333335354143454547474e4e555558585a5a5c5c616264646a6e7272747476767a7aa0a0
31333a3a
090d20202d2d303a434345455c5c617aa0a0
303142424546494a4c4c4e5355575a5a67676b6c74747979
090d202022223a3a5c5ca0a0
090d202022223a3a4141434345454b4b4f5052535c5c63636f6f7474a0a0
090d202022222d2d303a415a5c5c5f5f617aa0a0
22222d2d3039415a5c5c5f5f617a
090d20203d3da0a0
090d2020222227272b2b2d393d3d415a5f5f617aa0a0
090d20203d3d5454a0a0
090d202022223a3aa0a0
090d202022222b2b2f3a415a617aa0a0
090d2020a0a0
090d20202d2e3039415a5f5f617aa0a0
2a2a2d2e303a405a5f5f617a
21212326285f617e
090d202d303a3d3d40405d5f617aa0a0
21212326282b2d2d30393d3d40405e5f617a
090d2020222227272d2da0a0
3039
00405b5e60607bff
30397474
00405b5e606079797bff
2d2d30396166
2b2b2d2d2f393d3d415a5f5f617a
2b2b2d2d30393d3d415a5f5f617a
2d2d30393d3d415a5f5f617a
3039415a
3039617a
2e2e3039415a617a
2d2d3039415a617a
25253039415a617a
2f39415a617a
303961666c6c6f6f
00405b5e60ff
2e2e30396166
2d2d2f39415a5f5f617a
005e60607bff
2d2e30393b3b415a617a
2b2b2d3b3d3d415a5f5f617a
2d2e30393d3d415a5f5f617a
2d393b3b415a617a
2b2b2d393b3b3d3d415a5f5f617a
26263039
2d2d3039415a
30303239616163686a6e707a
2d2d3039617a
2b2b2e393d3d415a5f5f617a
21212e2e3039415a5f5f617a
2e2e3039415a5f5f617a
2e2e30393d3d415a5f5f617a
5f5f
5f5f636365657274
2d2d5858
303941486168
00485b5e60687bff
5f5f617a
2d2d30395f5f617a
00405bff
2d2d2f396166
2d2d2f394b4b61666969707073737979
3333424246464a4a545462626b6c
2d2d3039
4141
415a617a
2e2e303941464d4d535357576166
25252b2b2d2d2f39415a5f5f617a
2f39415a
45455454
2f396166
2f39
2d2d303940406166
2f2f494957576263656567696b6b6d6f
2f3a616165656d6d6f70727274757777
2f39616769696b6f72757777
2f39617a
2d2d303a415a5f5f617a
2d2d
30394040617a
2e2e636365656d6f72727474
2e2e3039415a
617a
303941466166
00405b5e60667bff
30395f5f
3039415a5f5f
2d2d4a4a617a
303a
2d2d3039405a5f5f617a
24243039
2e39415a617a
2e393d3d415a617a
24242e39415a617a
24242e393d3d415a617a
24242c2c30393d3d6d6d707074747676
24242b2c2f393d3d415a617a
2d2e303a405a5f5f617a
24242d2e303a405a5f5f617a
090d2020222227272c2e303a3d3e415a5d5d5f5f617aa0a0
090d2020222227272c2c303a3d3e5d5d6166a0a0
2222272730396166
090d2020222227272c2e3a3a3d3e415a5d5d5f5f617aa0a0
090d2020222227272c2d303a3d3e5d5d6166a0a0
222227272d2d30396166
090d2020222227272c2c303a3d3e415a617aa0a0
222227273039415a617a
090d2020222227272b3a3d3e415a5d5d5f5f617aa0a0
222227272b2b2f393d3d415a617a
2b2b2f393d3d415a617a
090d2020222227272c2c303a3d3e5d5da0a0
222227272d2d3039415a5f5f617a
222227273039414654546166
3039414654546166
222227272d2d3039415a617a

0001000804	salad_cloud_
0001001505	glcbt-
0001002904	sk_pr_
0001044a05	gcntfy-
0001055755	t1.
0001142412	AccountKey=	SharedAccessKey=	KEY=	Key=	key=	TOKEN=	token=	PAT=	SECRET=	code=
0001341035	:_authToken	:_password
0001361035	:_auth
000139013f	ConvertTo-SecureString	convertto-securestring	ConvertTo-Securestring	Convertto-SecureString
0001390b3a	machine
0001400141	letmein	trustno	qwerty	blink	newpass	pa55word	pass4now	Pa55word	Qwerty	Letmein
0001410000	correcthorsebatterystaple
0001420143	qwer
0001711c4d	hooks.slack.com/workflows/
00017e5c7d	dt0
000192088f	NexmoApiSecret	nexmo-api-secret	NEXMO_SECRET	nexmo_secret	nexmoSecret	NexmoSecret	nexmo-secret
000192088f	vonageApiKey	VonageApiKey	nexmoApiKey	NexmoApiKey	NEXMO_KEY	nexmo_key	nexmoKey	NexmoKey	nexmo-key	VONAGE_API_SECRET
000192088f	vonage_api_secret	vonageApiSecret	VonageApiSecret	vonage-api-secret	NEXMO_API_SECRET	nexmo_api_secret	nexmoApiSecret
0001920a8f	ALGOLIA_APP_ID	algolia_app_id	algoliaAppId	AlgoliaAppId	algolia-app-id	algoliaApplicationId	AlgoliaApplicationId
0001920f8f	FB_APP_ID	fb_app_id	fbAppId	FbAppId	fb-app-id
000192148f	lookerClientId	LookerClientId
0002082a09	BBDC-
00022d212e	PuTTY-User-Key-File-
0002555e47	sl.
00026b5e00	xoxe-	xoxe.xoxb-	xoxe.xoxp-
0002873589	$y$
00035b2444	pat-
00036b5d05	sk-ant-api
0003863587	$2a$	$2b$	$2y$
0003920c8f	SUMOLOGIC_ACCESS_ID	sumologic_access_id	sumologicAccessId	SumologicAccessId	sumologic-access-id	SUMO_ACCESS_ID
0003920c8f	SumologicAccessid	sumologic-accessid	SUMO_LOGIC_ACCESS_ID	sumo_logic_access_id	sumoLogicAccessId	SumoLogicAccessId
0003920c8f	sumo-logic-access-id
0003920c8f	sumo_access_id	sumoAccessId	SumoAccessId	sumo-access-id	SUMOLOGIC_ACCESSID	sumologic_accessid	sumologicAccessid
0004055c03	eyJhbGciOiJSUzI1NiIs
00043b043c	:5432:	:5433:	:5434:	:5435:	:5436:	:5439:	:6432:	:6543:	:15432:	:25060:	:26257:	:54320:
0004653004	mercury_production_
0004835a03	wrka
0005023403	ghs_
0005183309	cmVmdGtu
00051d3503	sk.eyJ	tk.eyJ	pk.eyJ
00054e230a	sgp_
0006001c0a	pk_
00061a1c1b	AccountKey=	SharedAccessKey=	KEY=	Key=	key=	TOKEN=	token=	PAT=	SECRET=	code=
0006730678	hooks.zapier.com/hooks/catch/
0007043e00	pcsk_
0007882d89	$5$
0008000c4b	tskey-api-	tskey-auth-	tskey-client-	tskey-scim-	tskey-webhook-
0008040000	dvc_server_	dvc_client_	dvc_mobile_
0008050000	OC-	private_
0008795805	AAAA
0008812082	pk_
00088f0280	VONAGE_API_KEY	vonage_api_key	vonage-api-key
00088f0452	X-Algolia-Application-Id
00088f089a	CLOUDINARY_API_KEY	cloudinary_api_key	cloudinary-api-key	FACEBOOK_CLIENT_ID	facebook_client_id	facebook-client-id
00088f1190	PLAID_CLIENT_ID	plaid_client_id	plaid-client-id
00088f129a	VBOUT_API_KEY	vbout_api_key	vbout-api-key
00088f1790	PLAID_PRODUCTION_SECRET	plaid_production_secret	plaid-production-secret
00088f1990	ALGOLIA_WRITE_API_KEY	algolia_write_api_key	algolia-write-api-key	TRELLO_API_KEY	trello_api_key	trello-api-key
00088f1990	DATADOG_API_KEY	datadog_api_key	datadog-api-key	ALGOLIA_ADMIN_API_KEY	algolia_admin_api_key	algolia-admin-api-key
00088f1990	MAILJET_APIKEY_PRIVATE	mailjet_apikey_private	mailjet-apikey-private	FACEBOOK_CLIENT_SECRET	facebook_client_secret
00088f1990	TRELLO_APP_KEY	trello_app_key	trello-app-key	MAILJET_APIKEY_PUBLIC	mailjet_apikey_public	mailjet-apikey-public
00088f1990	facebook-client-secret
00096b124b	xoxb-
0009811e04	live_
0009891087	$apr1$
00098f0180	NEXMO_API_KEY	nexmo_api_key	nexmo-api-key
00098f1c93	SAUCELABS_ACCESS_KEY	saucelabs_access_key	saucelabs-access-key	X-Metabase-Session
000a000000	sk_live_	sk_prod_	rk_live_	rk_prod_	sk_test_	rk_test_
000a040000	Mid-server-	Mid-client-
000a052303	eyJ
000a8f0252	ALGOLIA_APPLICATION_ID	algolia_application_id	algolia-application-id
000a8f069a	cloudinaryApiKey	CloudinaryApiKey	facebookClientId	FacebookClientId
000a8f0f90	plaidClientId	PlaidClientId
000a8f109a	vboutApiKey	VboutApiKey	VBOUT_TOKEN	vbout_token	vbout-token
000a8f1590	plaidProductionSecret	PlaidProductionSecret
000a8f1790	datadogApiKey	DatadogApiKey	trelloApiKey	TrelloApiKey	trelloAppKey	TrelloAppKey	mailjetApikeyPublic	MailjetApikeyPublic
000a8f1790	mailjetApikeyPrivate	MailjetApikeyPrivate	facebookClientSecret	FacebookClientSecret
000a8f1b93	metabaseSessionId	MetabaseSessionId
000b402300	ntn_
000b8f059a	FACEBOOK_APP_ID	facebook_app_id	facebook-app-id
000b8f0a95	LOOKERSDK_CLIENT_ID	lookersdk_client_id	lookersdk-client-id
000b8f0f9a	vboutToken	VboutToken
000b8f1490	PLAID_SANDBOX_SECRET	plaid_sandbox_secret	plaid-sandbox-secret
000b8f1690	algoliaAdminApiKey	AlgoliaAdminApiKey	algoliaWriteApiKey	AlgoliaWriteApiKey	MAILJET_PUBLIC_KEY	mailjet_public_key
000b8f1690	facebook-app-secret
000b8f1690	mailjet-public-key	MAILJET_PRIVATE_KEY	mailjet_private_key	mailjet-private-key	FACEBOOK_APP_SECRET	facebook_app_secret
000b8f1a93	saucelabsAccessKey	SaucelabsAccessKey	sauceLabsAccessKey	SauceLabsAccessKey	vaultApproleRoleId	VaultApproleRoleId
000b8f1a93	vaultApproleSecretId	VaultApproleSecretId	METABASE_SESSION	metabase_session	metabase-session	metabase.SESSION
000b8f1b90	cloudflareGlobalApiKey	CloudflareGlobalApiKey
000c3d273e	SECRET_KEY
000c630164	FLWSECK_TEST-
000c812006	sk_
000c8f0e9a	VBOUT_KEY	vbout_key	vbout-key
000c8f1390	PLAID_CLIENT_SECRET	plaid_client_secret	plaid-client-secret
000c8f1590	ALGOLIA_ADMIN_KEY	algolia_admin_key	algolia-admin-key	ALGOLIA_WRITE_KEY	algolia_write_key	algolia-write-key	TRELLO_KEY
000c8f1590	mailjet-api-secret
000c8f1590	trello_key	trello-key	MAILJET_SECRET_KEY	mailjet_secret_key	mailjet-secret-key	MAILJET_API_SECRET	mailjet_api_secret
000c8f1993	metabaseSession	MetabaseSession
000c8f1a90	CLOUDFLARE_GLOBAL_KEY	cloudflare_global_key	cloudflare-global-key
000d8f0441	facebookAppId	FacebookAppId
000d8f0895	lookerApiClientId	LookerApiClientId	lookersdkClientId	LookersdkClientId
000d8f0d9a	vboutKey	VboutKey
000d8f1290	plaidSandboxSecret	PlaidSandboxSecret
000d8f1490	DD_API_KEY	dd_api_key	dd-api-key	DD-API-KEY	trelloKey	TrelloKey	MJ_APIKEY_PUBLIC	mj_apikey_public	mj-apikey-public
000d8f1490	MailjetPrivateKey	facebookAppSecret	FacebookAppSecret
000d8f1490	mailjetPublicKey	MailjetPublicKey	MJ_APIKEY_PRIVATE	mj_apikey_private	mj-apikey-private	mailjetPrivateKey
000d8f1893	SAUCE_ACCESS_KEY	sauce_access_key	sauce-access-key	METABASE_TOKEN	metabase_token	metabase-token
000d8f1c90	DD_APPLICATION_KEY	dd_application_key	dd-application-key	DD-APPLICATION-KEY	SONAR_TOKEN	sonar_token	sonar-token
000d8f1c90	SONAR_LOGIN	sonar_login	sonar-login	sonar.login	sonar.token
000e000101	rzp_live_	rzp_test_
000e004150	pat
000e8f0795	LOOKER_CLIENT_ID	looker_client_id	looker-client-id
000e8f1190	plaidClientSecret	PlaidClientSecret
000e8f1390	algoliaAdminKey	AlgoliaAdminKey	algoliaWriteKey	AlgoliaWriteKey	MAILJET_API_KEY	mailjet_api_key	mailjet-api-key
000e8f1390	mailjetSecretKey	MailjetSecretKey	mailjetApiSecret	MailjetApiSecret
000e8f1793	APPROLE_ROLE_ID	approle_role_id	approle-role-id	APPROLE_SECRET_ID	approle_secret_id	approle-secret-id	metabaseToken
000e8f1793	MetabaseToken
000e8f1890	cloudflareGlobalKey	CloudflareGlobalKey
000e8f1b90	sonarToken	SonarToken	sonarLogin	SonarLogin
000f4d2372	hooks.slack.com/triggers/
000f8f1090	PLAID_SECRET_KEY	plaid_secret_key	plaid-secret-key
000f8f1290	ddApiKey	DdApiKey	mjApikeyPublic	MjApikeyPublic	mjApikeyPrivate	MjApikeyPrivate	FACEBOOK_SECRET	facebook_secret
000f8f1290	facebook-secret
000f8f1693	sauceAccessKey	SauceAccessKey
000f8f1790	CLOUDFLARE_API_KEY	cloudflare_api_key	cloudflare-api-key
000f8f1a90	ddApplicationKey	DdApplicationKey
0010000000	STS.	key_live_	key_test_
0010000101	cli_	secret_	sm_aat_	sm_pat_	sm_sat_
0010040000	lip_
0010060101	thog-key-
0010150101	AKIA	ASIA	ABIA	ACCA
00104b0101	endr+
0010532d54	Endpoint=https://
00105d4d5e	00D
00107b0d7c	apiuser-
0010841e85	cloudinary://
00108f0995	lookerClientSecret	LookerClientSecret
00108f0a95	X_CONSUMER_KEY	x_consumer_key	x-consumer-key	NYLAS_API_KEY	nylas_api_key	nylas-api-key
00108f1190	mailjetApiKey	MailjetApiKey	facebookSecret	FacebookSecret
00108f1593	SAUCELABS_KEY	saucelabs_key	saucelabs-key	VAULT_ROLE_ID	vault_role_id	vault-role-id	approleRoleId	ApproleRoleId
00108f1593	VAULT_SECRET_ID	vault_secret_id	vault-secret-id	approleSecretId	ApproleSecretId
00108f1990	DATADOG_APP_KEY	datadog_app_key	datadog-app-key
0011000000	LTAI
0011040d00	pk_
0011892387	$8$
00118b228c	$argon2id$	$argon2i$	$argon2d$
00118f0995	twitterApiKey	TwitterApiKey	twitterAppKey	TwitterAppKey
00118f0e90	plaidSecretKey	PlaidSecretKey
00118f1090	FB_APP_SECRET	fb_app_secret	fb-app-secret
00118f1493	saucelabsKey	SaucelabsKey
00118f1590	cloudflareApiKey	CloudflareApiKey
0012734451	discord.com/api/webhooks/	discordapp.com/api/webhooks/
00128f0895	xConsumerKey	XConsumerKey	nylasApiKey	NylasApiKey	NYLAS_TOKEN	nylas_token	nylas-token
00128f1393	vaultRoleId	VaultRoleId	vaultSecretId	VaultSecretId
00128f1790	datadogAppKey	DatadogAppKey
0013060101	NRJS-	NRBR-
0013161617	aws_secret_access_key	AWS_SECRET_ACCESS_KEY	aws-secret-access-key
001370174d	hooks.slack.com/services/T
00138f0795	nylasToken	NylasToken
00138f0c90	PLAID_SECRET	plaid_secret	plaid-secret
00138f0e90	fbAppSecret	FbAppSecret
0014000000	AIK_CI_	unkey_	AstraCS:	pk_live_	pk_test_	flb_live_	flb_test_	EAACEdEose0cBA
0014000101	master-	account-
001400086a	sk-
0014050000	tss_	prf_	ya29.	vtwn_	$aact_prod_	$aact_hmlg_	polar_oat_	polar_pat_	polar_at_	api_live.	api_live_us.	api_live_ca.	pina_
0014050101	glpat-	gldt-	glsoat-	glft-	glffct-	glrt-	GR1348941
0014090000	na1.	eu1.
0014450000	CAIS	ptr_
0014480152	GOOG
0014660167	persona_production_
00148f0196	LOOKER_API_CLIENT_ID	looker_api_client_id	looker-api-client-id
00148f0596	LOOKER_API_CLIENT_SECRET	looker_api_client_secret	looker-api-client-secret
00148f0696	TWITTER_CONSUMER_KEY	twitter_consumer_key	twitter-consumer-key	NYLAS_CLIENT_SECRET	nylas_client_secret
00148f0696	nylas-client-secret
00148f089b	CLOUDINARY_API_SECRET	cloudinary_api_secret	cloudinary-api-secret
00148f0b90	plaidSecret	PlaidSecret
00148f0d96	COVERALLS_REPO_TOKEN	coveralls_repo_token	coveralls-repo-token	LIVEAGENT_API_KEY	liveagent_api_key	liveagent-api-key
00148f1194	SAUCE_LABS_ACCESS_KEY	sauce_labs_access_key	sauce-labs-access-key	VAULT_APPROLE_ROLE_ID	vault_approle_role_id
00148f1194	metabase_session_id	metabase-session-id
00148f1194	vault-approle-role-id	VAULT_APPROLE_SECRET_ID	vault_approle_secret_id	vault-approle-secret-id	METABASE_SESSION_ID
00148f1291	CLOUDFLARE_GLOBAL_API_KEY	cloudflare_global_api_key	cloudflare-global-api-key
00148f1591	DATADOG_APPLICATION_KEY	datadog_application_key	datadog-application-key	SONARCLOUD_TOKEN	sonarcloud_token
00148f1591	sonarcloud-token
00148f1596	ZENDESK_API_TOKEN	zendesk_api_token	zendesk-api-token
0015002303	MT	Mj	Mz	ND	NT	Nj	Nz	OD	OT
00152f3c09	LS0tLS1CRUdJTiB
00158f0496	LOOKERSDK_CLIENT_SECRET	lookersdk_client_secret	lookersdk-client-secret
00158f0596	NYLAS_ACCESS_TOKEN	nylas_access_token	nylas-access-token
00158f0c96	LIVEAGENT_APIKEY	liveagent_apikey	liveagent-apikey
00158f1490	DD_APP_KEY	dd_app_key	dd-app-key
00158f1491	SONARQUBE_TOKEN	sonarqube_token	sonarqube-token	sonarcloudToken	SonarcloudToken
00158f1900	TWITTER_ACCESS_TOKEN_SECRET	twitter_access_token_secret	twitter-access-token-secret
00158f1a4b	TWITTER_ACCESS_TOKEN_KEY	twitter_access_token_key	twitter-access-token-key
00158f1e00	TWITTER_CONSUMER_SECRET	twitter_consumer_secret	twitter-consumer-secret
00158f2c00	SUMO_LOGIC_ACCESS_KEY	sumo_logic_access_key	sumo-logic-access-key
00158f2c9c	TRELLO_API_TOKEN	trello_api_token	trello-api-token
00158f2c9d	TRELLO_AUTH_TOKEN	trello_auth_token	trello-auth-token
00158f3c05	PAYPAL_CLIENT_ID	paypal_client_id	paypal-client-id	PAYPAL_CLIENT_SECRET	paypal_client_secret	paypal-client-secret
0015971899	WIREGUARD_PRIVATE_KEY	wireguard_private_key	wireguard-private-key	WIREGUARD_PRESHARED_KEY	wireguard_preshared_key
0015971899	wireguard-preshared-key
001600290a	CCIPAT_
0016050101	sq0atp-	sq0idp-
0016050160	sb_secret_	sb_publishable_
0016051a50	pat.	sat.
0016161317	awsSecretAccessKey	secret_access_key
00166b084b	xoxa-	xoxr-
00166b1c4b	xoxp-
0016764777	environment.api.powerplatform.com
00168f0496	twitterConsumerKey	TwitterConsumerKey	nylasClientSecret	NylasClientSecret
00168f069b	cloudinaryApiSecret	CloudinaryApiSecret
00168f0b96	coverallsRepoToken	CoverallsRepoToken	liveagentApiKey	LiveagentApiKey	liveagentApikey	LiveagentApikey
00168f0f93	ROLE_ID	role_id	role-id	SECRET_ID	secret_id	secret-id
00168f1391	datadogApplicationKey	DatadogApplicationKey	sonarqubeToken	SonarqubeToken
00168f1396	zendeskApiToken	ZendeskApiToken	ZENDESK_API_KEY	zendesk_api_key	zendesk-api-key
00168f1800	TWITTER_OAUTH_TOKEN_SECRET	twitter_oauth_token_secret	twitter-oauth-token-secret
00168f1d00	TWITTER_API_KEY_SECRET	twitter_api_key_secret	twitter-api-key-secret
00168f2b00	SUMOLOGIC_ACCESS_KEY	sumologic_access_key	sumologic-access-key
00168f2b9c	trelloAuthToken	TrelloAuthToken
0016971798	wireguardPrivateKey	WireguardPrivateKey	wireguardPresharedKey	WireguardPresharedKey
00178f0296	lookerApiClientSecret	LookerApiClientSecret	lookersdkClientSecret	LookersdkClientSecret
00178f0396	nylasAccessToken	NylasAccessToken
00178f0e93	roleId	RoleId	secretId	SecretId
00178f0f90	CF_API_KEY	cf_api_key	cf-api-key	X-Auth-Key
00178f1290	ddAppKey	DdAppKey
00178f1796	twitterAccessTokenSecret	TwitterAccessTokenSecret
00178f1c00	twitterConsumerSecret	TwitterConsumerSecret
00178f2a00	SUMOLOGIC_ACCESSKEY	sumologic_accesskey	sumologic-accesskey
00178f2a9c	trelloApiToken	TrelloApiToken
00178f2c7f	PRIVATE_KEY	private_key	private-key
00178f3a05	paypalClientId	PaypalClientId	paypalClientSecret	PaypalClientSecret
0018000000	EXO	ucat_
0018000101	s.	fw_	AIK_CLIENT_
0018000807	ATBB
0018000861	pi_
0018050000	BSA	hvs.	hvb.	hvr.
0018060101	mdb_sa_id_
0018161117	secretAccessKey	SecretAccessKey
0018490101	act_
00184b0c00	waka_
0018594044	xapp-
00188f0196	LOOKER_CLIENT_SECRET	looker_client_secret	looker-client-secret
00188f049b	CLOUDINARY_SECRET	cloudinary_secret	cloudinary-secret
00188f0996	LIVEAGENT_KEY	liveagent_key	liveagent-key
00188f1196	ZENDESK_TOKEN	zendesk_token	zendesk-token	zendeskApiKey	ZendeskApiKey
00188f1696	twitterOauthTokenSecret	TwitterOauthTokenSecret
00188f174b	twitterAccessTokenKey	TwitterAccessTokenKey
00188f179e	TWITTER_ACCESS_TOKEN	twitter_access_token	twitter-access-token
00188f2900	sumologicAccessKey	SumologicAccessKey	sumologicAccesskey	SumologicAccesskey	sumoLogicAccessKey	SumoLogicAccessKey
00188f2b7f	privateKey	PrivateKey
00188f3905	PAYPAL_SECRET_KEY	paypal_secret_key	paypal-secret-key
0019050000	NRII-	NRIQ-
0019050101	glimt-
0019444706	v1.0-
00196e104a	VF.
00197d4048	dt0c01.
00198f0196	TWITTER_API_KEY	twitter_api_key	twitter-api-key	TWITTER_APP_KEY	twitter_app_key	twitter-app-key
00198f039b	cloudinarySecret	CloudinarySecret
00198f0896	COVERALLS_TOKEN	coveralls_token	coveralls-token	liveagentKey	LiveagentKey
00198f0d90	cfApiKey	CfApiKey
00198f1096	zendeskToken	ZendeskToken
00198f169e	TWITTER_OAUTH_TOKEN	twitter_oauth_token	twitter-oauth-token
00198f1a00	twitterApiKeySecret	TwitterApiKeySecret
00198f289c	TRELLO_TOKEN	trello_token	trello-token
001a000000	samsara_api_
001a000101	cus_
001a160f17	aws_secret_key	AWS_SECRET_KEY
001a221123	mnemonic	MNEMONIC	Mnemonic	seed_phrase	SEED_PHRASE	seedPhrase	recovery_phrase
001a480101	API-
001a490101	/hooks/	da2-
001a8f0796	coverallsToken	CoverallsToken
001a8f1496	TWITTER_ACCESS_SECRET	twitter_access_secret	twitter-access-secret
001a8f159e	twitterAccessToken	TwitterAccessToken	TWITTER_ACCESS_KEY	twitter_access_key	twitter-access-key
001a8f1900	TWITTER_API_SECRET	twitter_api_secret	twitter-api-secret	TWITTER_APP_SECRET	twitter_app_secret	twitter-app-secret
001a8f279c	trelloToken	TrelloToken
001a8f3705	paypalSecretKey	PaypalSecretKey
001b000101	live_	test_
001b050101	dckr_pat_
001b050a03	glpat-	glrt-	gldt-	glptt-	glcbt-	glsoat-	glft-	gloas-
001b054503	eyJ
001b060101	NRAA-
001b160e17	aws.secretKey
001b480101	NRAK-
001b8f1396	TWITTER_TOKEN_SECRET	twitter_token_secret	twitter-token-secret
001b8f149e	twitterOauthToken	TwitterOauthToken
001b8f1800	X_CONSUMER_SECRET	x_consumer_secret	x-consumer-secret
001b8f1896	twitterApiSecret	TwitterApiSecret	twitterAppSecret	TwitterAppSecret
001b8f2600	SUMO_ACCESS_KEY	sumo_access_key	sumo-access-key
001b971298	WG_PRIVATE_KEY	wg_private_key	wg-private-key	WG_PRESHARED_KEY	wg_preshared_key	wg-preshared-key
001c000101	rnd_	aio_
001c050101	GOCSPX-
001c060101	key_
001c160d17	awsSecretKey
001c440180	PRD-
001c8f1296	twitterAccessSecret	TwitterAccessSecret
001c8f139e	twitterAccessKey	TwitterAccessKey
001c8f1796	xConsumerSecret	XConsumerSecret
001c8f3505	PAYPAL_SECRET	paypal_secret	paypal-secret
001d000101	db-
001d8f1196	twitterTokenSecret	TwitterTokenSecret
001d8f2400	sumoAccessKey	SumoAccessKey
001d8f3405	paypalSecret	PaypalSecret
001d971098	wgPrivateKey	WgPrivateKey	wgPresharedKey	WgPresharedKey
001e000000	mlsn.
001e000101	rpa_	ak_live_	BBFF-
001e060101	bb_pr_	bb_ma_
001e060600	csa_
001e120000	~A	~B	~C	~D	~E	~F	~G	~H	~I	~J	~K	~L	~M	~N	~O	~P	~Q	~R	~S	~T	~U	~V	~W	~X	~Y	~Z	~a	~b	~c	~d	~e	~f	~g	~h	~i	~j	~k	~l	~m	~n
001e120000	~o	~p	~q	~r	~s	~t	~u	~v	~w	~x	~y	~z	~0	~1	~2	~3	~4	~5	~6	~7	~8	~9	~.	~_	~~	~-
001e6b0a44	xoxo-	xoxs-
001e6b4044	xoxc-
001e8f0396	repo_token
001f060101	live_pub_	test_pub_
001f890101	$1$
001f970e98	PrivateKey	PresharedKey
0020000000	odt_
0020000101	NF-	sk_live_	sk_test_	sk_	cio	ico-	AKID	IKID	tvly-
002000090a	glsa_	zpka_
0020050101	dckr_oat_	oa2-client-id_
0020060101	sk-	fc-	live_	SK	AC	pri_	thog-secret-	dapi	dose	live_auth_	pubkey-	pub
002006031c	AccountKey=	SharedAccessKey=	KEY=	Key=	key=	TOKEN=	token=	PAT=	SECRET=	code=
0020090000	whsec_
0020480101	API_KEY
0020490101	web_	key-	_gitlab_session=
0020490262	FLWSECK-
00204b0101	pk.	p8e-
0020550000	pscale_tkn_	pscale_oauth_	pscale_pw_
0020630262	FLWPUBK_TEST-
00207f0101	shpat_	shpca_	shppa_	shpss_
00208d408e	$krb5asrep$23$
0021040101	re_
0021050101	:AA
00216b1c4b	xoxe-
0022000000	apify_api_
00220b020c	AccountKey=	SharedAccessKey=	KEY=	Key=	key=	TOKEN=	token=	PAT=	SECRET=	code=
00226d0101	hf_	api_org_
00228a3d87	$6$
0023050000	AQVN
0023050101	AIza
0023060101	live_	test_
0024000101	ghp_	gho_	ghu_	ghr_	ghs_	npm_	pnu_	ddp_
0024030400	dp.st.
0024040101	nfp_
0024440101	api-	sdk-	amzn.mws.	sk_	sk_test_	access-production-	access-development-	access-sandbox-	rh-api-	sk-lf-	pk-lf-	pub-c-
0024440101	sub-c-	px-api-	px-dep-	RGAPI-
0024590152	A3-
0025050101	r8_
0026000101	4b1d
0026050000	figd_
0026682b69	organizations/
002705141e	eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJzdXBhYmFzZSIsInJlZiI6I
0028000000	dp.pt.	dp.ct.	dp.sa.	dp.scim.	dp.audit.
0028000101	ramp_id_	lin_api_
0028000806	cfut_	cfat_	cfk_
0028040000	nrt_
0028050000	bkaa_	bkaj_	bkar_	bkct_	bkps_	bkpt_	bkpat_	mergify_application_key_	1//0
0028050101	00	mdb_sa_sk_	shltm_	figh_	figo_	figr_	figu_
0028060101	glptt-	sk_live_	sk_test_	sqa_	sqp_	squ_	pul-	sbp_	shippo_live_	shippo_test_
0028090000	SWMKEY-1-
00280b0000	glc_eyJ
0028470000	live_	figp_
0028480600	rpa_
002849014f	bkua_
0028550000	tfp_
0029030101	hawk.
0029050000	phx_	phc_
002a000101	ion_
002a060101	NRRA-
002a090101	MT	Mj	Mz	ND	NT	Nj	Nz	OD	OT
002a0b030c	AccountKey=	SharedAccessKey=	KEY=	Key=	key=	TOKEN=	token=	PAT=	SECRET=	code=
002a100111	sig=
002b000101	secret_
002b050101	pa-	sha256~	sq0csp-	tgp_v1_	CFPAT-
002b09010e	mb_
002b0a0101	lsv2_pt_	lsv2_sk_
002b470101	duffel_live_	duffel_test_
002b490101	oy2
002c050101	AQ.Ab8RN6
002c0b030c	AccountKey=	SharedAccessKey=	KEY=	Key=	key=	TOKEN=	token=	PAT=	SECRET=	code=
002d000101	pk_
002d090101	QUl6YVN
002d4a0101	api_
002d510101	configcat-sdk-1/
002d563357	Endpoint=sb://
002e000101	flp_
0030000101	sk-	ramp_sec_	pplx-	csk-
0030050000	sk-proj-	sk-svcacct-	sk-admin-
0030050101	tk-us-
0030060101	rubygems_	sk_
0031040160	pdl_live_apikey_	pdl_sdbx_apikey_
0031200121	5H	5J	5K	Kw	Kx	Ky	Kz	L1	L2	L3	L4	L5
0032050000	IGQVJ
0032050101	glagent-
0032090000	eyJrIjoi
0032092c19	sntrys_eyJ
003249195b	SWMTKN-1-
00324c0000	AAAA
00324d0000	AK1
0033050101	cnvca
0034000101	gsk_
003400060d	AccountKey=	SharedAccessKey=	KEY=	Key=	key=	TOKEN=	token=	PAT=	SECRET=	code=
00340f0101	AccountKey=	SharedAccessKey=	KEY=	Key=	key=	TOKEN=	token=	PAT=	SECRET=	code=	cog_
0036000101	EZAK	EZTK
0036150101	SA	SB	SC	SD
0037050101	KEY
0038050101	vcp_	vci_	vca_	vcr_	vck_
0038150101	SA	SC	SN	SO	SU	SX
003a050101	HRKU-AA
003a060101	cr-
003a1f0101	AGE-SECRET-KEY-1
003a5a0101	age1
003b000101	sqco_
003b440101	PMAK-
003c000101	jina_
003c040000	nyk_
003c050000	.atlasv1.	essu_	nvapi-
003c090000	ZXlKaGJHY2lPaU
003c090101	cflt
003c460101	EAAA
003c490101	CLOJARS_
003f040101	CCDB1_
0040000101	pat_	key-	sgp_	AIK_SECRET_	napi_
0040050101	gloas-
0040060101	key_	slk_	dop_v1_	doo_v1_	dor_v1_	s-s4t2ud-	s-s4t2af-	u-s4t2ud-	u-s4t2af-	sk-or-v1-	sntryu_	rootly_	apikey_
004006017a	xkeysib-
0040470101	fio-u-
0041500101	1000.
0041780101	tines.com/webhook/
0042030101	SG.
0043050000	pypi-AgENdGVzdC5weXBp
0044050000	pypi-AgEIcHlwaS5vcmc
0045000101	AKCp
0045090101	sk_live_a2V5Xz
0046050000	xai-
0046490101	rdme_
004700010e	tkn.v1_
0049741175	webhook.office.com/webhookb2/	outlook.office.com/webhook/
004c0b030c	AccountKey=	SharedAccessKey=	KEY=	Key=	key=	TOKEN=	token=	PAT=	SECRET=	code=
004d040101	wandb_v1_
004f590101	dnkey-
0050090000	ABSKQmVkcm9ja0FQSUtleS	fm1r_	fm1a_	fm2_	apk_
00505c0000	3MVG9
00505f0000	5AEP861
0052040101	github_pat_
0055030101	eyJ0eXAiOiAiVENWMiJ9.
005609020e	AccountKey=
0058090000	IQoJb3JpZ2luX2Vj	FwoGZXIvYXdz	FQoGZXIvYXdz
005d05026c	sk-ant-admin01-	sk-ant-oat01-
005d4b0101	sk_live_
0060000000	EAAC	EAAM	v2/
0060050000	ATATT3	ATCTT3	ops_eyJ	sk-api-
0060060000	X-Goog-Signature=	key_
0060090000	apk_user_
00600f0000	os_v2_app_	os_v2_org_
0060200000	xprv	yprv	zprv	tprv
00606f0000	xoxd-
0201400141	p@ssw0rd	P@ssw0rd
0204120213	="	='	= 	: 	:"	 "	 '
02043b043c	:*:
02061a1c1b	="	='	= 	: 	:"	 "	 '
022006031c	="	='	= 	: 	:"	 "	 '
02220b020c	="	='	= 	: 	:"	 "	 '
022a0b030c	="	='	= 	: 	:"	 "	 '
022c0b030c	="	='	= 	: 	:"	 "	 '
023400060d	="	='	= 	: 	:"	 "	 '
02340f0101	="	='	= 	: 	:"	 "	 '
024c0b030c	="	='	= 	: 	:"	 "	 '
0311321a33	"d"
040d585309	git&
0411321a33	"d\\"
0502300331	"kty"
0602300331	"kty\\"
0602370838	"auth"
1206090000	encoding="base64">
1328241925	-----BEGIN PRIVATE KEY-----
1328261927	-----BEGIN PRIVATE KEY-----
161e280a29	-----BEGIN EC PRIVATE KEY-----
1628261927	-----BEGIN EC PRIVATE KEY-----
171e280a29	-----BEGIN RSA PRIVATE KEY-----	-----BEGIN DSA PRIVATE KEY-----
1728261927	-----BEGIN RSA PRIVATE KEY-----	-----BEGIN DSA PRIVATE KEY-----
1b00000000	-----BEGIN PGP PRIVATE KEY BLOCK-----
1b0f2a0a2b	-----BEGIN OPENSSH PRIVATE KEY-----
1b0f2a112c	-----BEGIN OPENSSH PRIVATE KEY-----
1d28261c27	-----BEGIN ENCRYPTED PRIVATE KEY-----
`
];
// packages/checks/src/secrets/whole.ts
function wholeOf({ shape }) {
  const { least, most } = extentOf(shape);
  return { least, most, mark: shape.ignoreCase ? "" : markOf(shape.source) };
}
function markOf(source2) {
  let plain2 = source2.replaceAll(/\[(?:\\.|[^\]\\])*\](?:\{[^}]*\}|\?)?/g, " ");
  for (let before = ""; before !== plain2; ) {
    before = plain2;
    plain2 = plain2.replaceAll(/\([^()]*\)(?:\{[^}]*\}|\?)?/g, " ");
  }
  if (plain2.includes("|") || plain2.includes("\\")) return "";
  const literals = plain2.replaceAll(/.(?:\{[^}]*\}|\?)/g, " ").split(/[^A-Za-z0-9_-]+/);
  return literals.reduce((longest, literal) => literal.length > longest.length ? literal : longest, "");
}
// packages/checks/src/secrets/run-heads.ts
var LEAST_WHOLE = 16;
function runChoiceOf(rules) {
  const own = ownOf(rules);
  const tables = own.length === 0 ? [] : headTables(prefixHeads(own, isWord, () => [[]]));
  const wholes = own.filter(({ prefixes }) => prefixes.includes("")).map(wholeOf);
  if (tables === void 0 || wholes.some(({ least }) => least < LEAST_WHOLE)) return void 0;
  return { heads: own === rules ? tables : [...RULE_HEADS, ...tables], wholes };
}
function isWord(prefix) {
  return !isAddress(prefix);
}
function ownOf(rules) {
  if (rules === RULES2) return [];
  const known2 = RULES2.filter(({ prefixes }) => prefixes.length > 0);
  return known2.every((rule, index) => rule === rules[index]) ? rules.slice(known2.length) : rules;
}
// packages/checks/src/secrets/layer-scan.ts
var DEPTH = 2;
var RUN = 16;
var ALL = WORTH.begins | WORTH.encodes | WORTH.escaped | WORTH.named | WORTH.whole;
var NOTHING3 = [];
function newLayerScan(rules) {
  const runs = runChoiceOf(rules);
  const choice = runs && rules.findLast(isContextual) ? { ...runs, wording: wording() } : runs;
  let passRules;
  function scan2(bytes, path, depth, ports) {
    let pass;
    const spots = depth === DEPTH ? ports.outer : ports.inner;
    spots(bytes, (anchor, start2, end, worth) => {
      passRules ??= passRulesOf(rules);
      pass ??= newLayerPass(bytes, path, passRules, depth > 0);
      pass.spot(anchor, start2, end, worth);
    });
    if (pass === void 0) return NOTHING3;
    const { findings, layers } = pass;
    const own = findings.length === 0 ? NOTHING3 : withPairs(bytes, findings);
    const inner = layers.flatMap((layer2) => scan2(layer2.bytes, path, depth - 1, ports).map((finding) => outward(finding, layer2)));
    const kept2 = withoutOverlaps(inner.length === 0 ? own : [...own, ...inner]);
    const unlisted = pass.unlisted();
    return unlisted === 0 ? kept2 : withUnlisted(kept2, unlisted);
  }
  return {
    scan: (bytes, path, ports) => scan2(bytes, path, DEPTH, ports),
    choice
  };
}
function passRulesOf(rules) {
  return {
    words: newPrefixIndex(rules, (prefix) => !isAddress(prefix)),
    addresses: newPrefixIndex(rules, isAddress),
    contextual: new Set(rules.filter(isContextual))
  };
}
function isContextual({ prefixes }) {
  return prefixes.length === 0;
}
function everywhere(bytes, each) {
  each("armor", 0, bytes.length, 0);
  each("userinfo", 0, bytes.length, 0);
  let from2 = 0;
  for (let at = 0; at <= bytes.length; at++) {
    if (isClass(bytes[at], TOKEN)) continue;
    if (at - from2 >= RUN) each("run", from2, at, ALL);
    from2 = at + 1;
  }
}
function withUnlisted(findings, unlisted) {
  const last2 = findings.at(-1);
  if (last2 === void 0) return findings;
  return [...findings.slice(0, -1), { ...last2, why: [...last2.why, `${unlisted} more in this file are not listed`] }];
}
function outward(finding, { encoding, origin }) {
  return {
    ...finding,
    start: origin(finding.start),
    end: origin(finding.end),
    why: [...finding.why, `it stands there in ${encoding}`]
  };
}
// packages/checks/src/secrets/scanner.ts
var LEAST_MARK = 254;
function newScanner(kernel, rules = RULES2) {
  const { scan: scanLayer, choice } = newLayerScan(rules);
  let hasNul2 = false;
  let code = false;
  function outer(bytes, each) {
    const room = kernel.room(bytes.length);
    if (!isIn(room, bytes)) room.set(bytes);
    hasNul2 = kernel.scan(bytes.length, each, choice, code);
  }
  function inner(bytes, each) {
    if (!kernel.scanAside(bytes, each, choice, code)) everywhere(bytes, each);
  }
  const ports = { outer, inner };
  function scanWide(bytes, path, { bytes: text, origin }) {
    const room = kernel.room(bytes.length);
    const kept2 = isIn(room, bytes) ? bytes.slice() : void 0;
    const found = withAllowances(text, scanLayer(text, path, ports));
    if (kept2 !== void 0) room.set(kept2);
    return found.map((finding) => moved(finding, origin));
  }
  return {
    scan(bytes, path) {
      code = fileKind(path) === "code";
      const found = withAllowances(bytes, scanLayer(bytes, path, ports));
      if (!hasNul2 && (bytes[0] ?? 0) < LEAST_MARK) return found;
      const narrowed = narrowUtf16(bytes);
      return narrowed === void 0 ? found : withoutOverlaps([...found, ...scanWide(bytes, path, narrowed)]);
    }
  };
}
function isIn(room, bytes) {
  return room.buffer === bytes.buffer && room.byteOffset === bytes.byteOffset;
}
function moved(finding, origin) {
  return { ...finding, start: origin(finding.start), end: origin(finding.end) };
}
// packages/checks/src/secrets/suspects.ts
var NEAR3 = 208;
var ACROSS = 512;
var BREAKS = /\\[snrDSW]|\[\^/;
var UNBROKEN = /\[\^[^\]]*\\[sn][^\]]*\]/g;
var SHARED = 10;
function reachOf(rules) {
  const openings = /* @__PURE__ */ new Map();
  let across = 0;
  for (const { shape, prefixes } of rules) {
    if (!BREAKS.test(shape.source.replaceAll(UNBROKEN, ""))) continue;
    const { most } = extentOf(shape);
    if (most <= ACROSS) {
      across = Math.max(across, most);
      continue;
    }
    for (const prefix of prefixes) {
      const literal = prefix.slice(0, SHARED);
      openings.set(literal, Math.max(openings.get(literal) ?? 0, most));
    }
  }
  return { near: NEAR3, across, openings: [...openings].map(([literal, most]) => ({ literal, most })) };
}

// packages/scan/src/carried-lines.ts
var LONGEST6 = 4;
function newCarriedLines() {
  let carried = { line: 1, column: 1 };
  let cut3 = 0;
  let here2;
  return {
    enter(window) {
      const own = linesOf(window.bytes);
      const lines = window.from === 0 ? own : moved2(own, own.at(HEAD5 + cut3), carried);
      here2 = { window, lines };
      return lines;
    },
    leave() {
      if (here2 === void 0) return;
      const { bytes, kept: kept2 } = here2.window;
      cut3 = 0;
      while (cut3 < LONGEST6 - 1 && ((bytes[kept2 + cut3] ?? 0) & 192) === 128) cut3++;
      if (kept2 < bytes.length) carried = here2.lines.at(kept2 + cut3);
    }
  };
}
function moved2(lines, place, as) {
  return {
    at(offset) {
      const { line, column } = lines.at(offset);
      return { line: as.line + line - place.line, column: line === place.line ? as.column + column - place.column : column };
    }
  };
}

import {
  randomUUID
} from "./start.js";
import {
  globMatches
} from "./start.js";
import {
  fileWindows
} from "./start.js";

import {
  _join,
  _resolve
} from "./start.js";
import {
  execFileSync
} from "./start.js";
import {
  _existsSync,
  _readFileSync,
  _readdirSync,
  _realpathSync,
  _statSync
} from "./start.js";
import {
  ConfigError as ConfigError2
} from "./start.js";
// packages/scan/src/finding-order.ts
function inOrder(a, b) {
  return inTextOrder(a.at.path, b.at.path) || a.at.line - b.at.line || a.at.column - b.at.column || inTextOrder(a.ruleId, b.ruleId);
}
function inTextOrder(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
// packages/scan/src/cached-tree.ts
var ZERO = 48;
var MINUS = 45;
var SPACE2 = 32;
var NEWLINE5 = 10;
function openCachedTree(bytes, hashLength) {
  function recordAt(from2) {
    const zero = bytes.indexOf(0, from2);
    let at = zero + 1;
    const number = (end2) => {
      let value = 0;
      for (let digit2 = (bytes[at] ?? 0) - ZERO; digit2 >= 0 && digit2 <= 9; digit2 = (bytes[at] ?? 0) - ZERO) {
        value = value * 10 + digit2;
        at++;
      }
      return bytes[at++] === end2 ? value : Number.NaN;
    };
    const changed = bytes[at] === MINUS;
    if (changed) at++;
    const entries = number(SPACE2);
    const folders = number(NEWLINE5);
    const end = changed ? at : at + hashLength;
    if (zero < 0 || Number.isNaN(entries + folders) || end > bytes.length) return void 0;
    return { name: [from2, zero], entries, folders, id: [at, end] };
  }
  function behind(first) {
    let at = first.id[1];
    for (let left = first.folders; left > 0; left--) {
      const zero = bytes.indexOf(0, at);
      const newline = bytes.indexOf(NEWLINE5, zero);
      if (zero < 0 || newline < 0) return bytes.length;
      let digit2 = newline - 1;
      for (let unit = 1; digit2 > zero && bytes[digit2] !== SPACE2; digit2--, unit *= 10) left += ((bytes[digit2] ?? 0) - ZERO) * unit;
      at = newline + 1 + (bytes[zero + 1] === MINUS ? 0 : hashLength);
    }
    return at;
  }
  function open2({ entries, folders, id: [from2, to] }) {
    let known2;
    function read3() {
      const found = /* @__PURE__ */ new Map();
      let at = to;
      for (let left = folders; left > 0; left--) {
        const one = recordAt(at);
        if (one === void 0) break;
        found.set(bytes.toString("latin1", ...one.name), one);
        at = behind(one);
      }
      return found;
    }
    return {
      id: from2 === to ? void 0 : bytes.toString("hex", from2, to),
      entries,
      folder(name) {
        known2 ??= read3();
        const found = known2.get(name);
        return found && open2(found);
      }
    };
  }
  const root = recordAt(0);
  return root && open2(root);
}
// packages/scan/src/git-index.ts
var REGULAR = 8;
var MODE = 24;
var FIXED = 40;
var EXTENDED = 16384;
var STAGE_SHIFT = 12;
var NAME_LENGTH = 4095;
var INTENDED = 8192;
function readGitIndex(bytes, hashLength) {
  const index = openGitIndex(bytes, hashLength);
  if (index === void 0) return void 0;
  const paths = [];
  for (let at = 0; at < index.length; at++) {
    if (index.mode(at) >>> 12 !== REGULAR) continue;
    const path = index.path(at);
    if (path !== paths.at(-1)) paths.push(path);
  }
  return paths;
}
function openGitIndex(bytes, hashLength) {
  if (bytes.length < 12 + hashLength || bytes.toString("latin1", 0, 4) !== "DIRC") return void 0;
  const version = bytes.readUInt32BE(4);
  if (version < 2 || version > 4) return void 0;
  const flagsFrom = FIXED + hashLength;
  const end = bytes.length - hashLength;
  const layout = layoutOf(bytes, version, flagsFrom, end);
  if (layout === void 0) return void 0;
  const { places: places2, names } = layout;
  const extensions = extensionsOf(bytes, layout.end, end);
  if (extensions === void 0) return void 0;
  const flagsAt = (entry) => (places2[entry] ?? 0) + flagsFrom;
  const flags = (entry) => bytes.readUInt16BE(flagsAt(entry));
  function path(entry) {
    if (names !== void 0) return names[entry] ?? "";
    const own = flags(entry);
    const nameAt = flagsAt(entry) + flagsLength(own);
    const known2 = own & NAME_LENGTH;
    return bytes.toString("latin1", nameAt, known2 === NAME_LENGTH ? bytes.indexOf(0, nameAt) : nameAt + known2);
  }
  const cached = extensions.get("TREE");
  return {
    length: places2.length,
    path,
    mode: (entry) => bytes.readUInt32BE((places2[entry] ?? 0) + MODE),
    id: (entry) => bytes.toString("hex", (places2[entry] ?? 0) + FIXED, flagsAt(entry)),
    stage: (entry) => flags(entry) >>> STAGE_SHIFT & 3,
    intended: (entry) => (flags(entry) & EXTENDED) !== 0 && (bytes.readUInt16BE(flagsAt(entry) + 2) & INTENDED) !== 0,
    trees: cached && openCachedTree(cached, hashLength)
  };
}
function layoutOf(bytes, version, flagsFrom, end) {
  const length = bytes.readUInt32BE(8);
  if (length * (flagsFrom + 2) > end) return void 0;
  const places2 = new Uint32Array(length);
  const names = version === 4 ? [] : void 0;
  let at = 12;
  for (let entry = 0; entry < length; entry++) {
    const flagsAt = at + flagsFrom;
    if (flagsAt + 4 > end) return void 0;
    places2[entry] = at;
    const flags = (bytes[flagsAt] ?? 0) << 8 | (bytes[flagsAt + 1] ?? 0);
    let nameAt = flagsAt + flagsLength(flags);
    let stem = "";
    if (names !== void 0) {
      const strip = readOffset(bytes, nameAt);
      nameAt = strip.next;
      const before = names.at(-1) ?? "";
      stem = before.slice(0, Math.max(0, before.length - strip.value));
    }
    const known2 = flags & NAME_LENGTH;
    const close = names !== void 0 || known2 === NAME_LENGTH ? bytes.indexOf(0, nameAt) : nameAt + known2;
    if (close < nameAt || close >= end || bytes[close] !== 0) return void 0;
    names?.push(stem + bytes.toString("latin1", nameAt, close));
    at = names === void 0 ? at + (close - at + 8 & ~7) : close + 1;
  }
  return { places: places2, names, end: at };
}
function flagsLength(flags) {
  return (flags & EXTENDED) === 0 ? 2 : 4;
}
function extensionsOf(bytes, from2, end) {
  const found = /* @__PURE__ */ new Map();
  let at = from2;
  while (at + 8 <= end) {
    if ((bytes[at] ?? 0) >= 97) return void 0;
    const next = at + 8 + bytes.readUInt32BE(at + 4);
    found.set(bytes.toString("latin1", at, at + 4), bytes.subarray(at + 8, next));
    at = next;
  }
  return at === end ? found : void 0;
}
function readOffset(bytes, from2) {
  let at = from2;
  let byte = bytes[at++] ?? 0;
  let value = byte & 127;
  while ((byte & 128) !== 0 && at - from2 < 8) {
    byte = bytes[at++] ?? 0;
    value = (value + 1) * 128 + (byte & 127);
  }
  return { value, next: at };
}
// packages/scan/src/repository.ts
function repositoryAt(folder) {
  const dotGit = `${folder}/.git`;
  const gitFolder = isFile(`${dotGit}/HEAD`) ? dotGit : linked(folder, textAt(dotGit));
  if (gitFolder === void 0) return void 0;
  const common = textAt(`${gitFolder}/commondir`)?.trim();
  return { top: folder, gitFolder, commonFolder: common === void 0 ? gitFolder : from(gitFolder, common) };
}
function bareRepositoryAt(folder) {
  if (!isFile(`${folder}/HEAD`) || !isFolder(`${folder}/objects`) || !isFolder(`${folder}/refs`)) return void 0;
  const top = folder.endsWith("/.git") ? folder.slice(0, -"/.git".length) : folder;
  return { top, gitFolder: folder, commonFolder: folder };
}
function repositoryAround(folder) {
  for (let at = folder; ; at = at.slice(0, at.lastIndexOf("/"))) {
    const found = repositoryAt(at);
    if (found || !at.includes("/")) return found;
  }
}
function topAround(cwd) {
  return readable(repositoryAround(bytePath(cwd))?.top ?? bytePath(cwd));
}
function trackedFiles(repository) {
  const index = bytesAt(`${repository.gitFolder}/index`);
  if (index === void 0) return [];
  const sha2562 = /^\s*objectformat\s*=\s*sha256\s*$/im.test(textAt(`${repository.commonFolder}/config`) ?? "");
  return readGitIndex(index, sha2562 ? 32 : 20) ?? listedByGit(repository);
}
function listedByGit(repository) {
  const out = execFileSync("git", ["-c", "core.fsmonitor=false", "ls-files", "-z", "--cached", "--stage"], {
    cwd: readable(repository.top),
    encoding: "latin1",
    maxBuffer: 1 << 30,
    stdio: ["ignore", "pipe", "ignore"]
  });
  const regular = out.split("\0").filter((line) => line.startsWith("100"));
  return [...new Set(regular.map((line) => line.slice(line.indexOf("	") + 1)))];
}
function linked(folder, text) {
  const target = /^gitdir: ([^\r\n]+)/.exec(text ?? "")?.[1];
  if (target === void 0) return void 0;
  const gitFolder = from(folder, target);
  return isFile(`${gitFolder}/HEAD`) ? gitFolder : void 0;
}
function from(folder, path) {
  const slashed = process.platform === "win32" ? path.replaceAll("\\", "/") : path;
  return /^(?:\/|[A-Za-z]:\/)/.test(slashed) ? slashed : `${folder}/${slashed}`;
}
function isFile(path) {
  return statusOf(path)?.isFile() ?? false;
}
function isFolder(path) {
  return statusOf(path)?.isDirectory() ?? false;
}
function statusOf(path) {
  try {
    return _statSync(openable(path), { throwIfNoEntry: false });
  } catch {
    return void 0;
  }
}
function textAt(path) {
  return bytesAt(path)?.toString("latin1");
}
function bytesAt(path) {
  try {
    return isFile(path) ? _readFileSync(openable(path)) : void 0;
  } catch {
    return void 0;
  }
}
// packages/scan/src/custom/scanner-source.ts
var RULES_FOLDER = ".leasehold/rules";
var RULE_FILE = /^[^.].*\.ya?ml$/i;
var NONE = Object.freeze({});
function scannerSource({ cwd, rules }) {
  if (rules !== void 0) {
    const rulesFolder2 = _resolve(cwd, rules);
    if (!_existsSync(rulesFolder2) || _statSync(rulesFolder2).isDirectory() && !hasRules(rulesFolder2)) {
      throw new ConfigError2(`there are no rules at \`${rules}\``, {
        code: "ERR_RULES_FOLDER",
        help: "name a file of rules, or a folder with files that end in `.yml`; it counts from the current folder"
      });
    }
    return { rulesFolder: rulesFolder2, rulesShown: rules };
  }
  const top = topAround(cwd);
  const rulesFolder = `${top}/${RULES_FOLDER}`;
  if (!hasRules(rulesFolder)) return NONE;
  if (_realpathSync.native(rulesFolder) !== _realpathSync.native(top) + _join("/", RULES_FOLDER)) {
    throw new ConfigError2(`\`${RULES_FOLDER}\` is a link that leads elsewhere`, {
      code: "ERR_RULES_FOLDER",
      help: "put the rules there themselves, or name the folder with `--rules`"
    });
  }
  return { rulesFolder, rulesShown: RULES_FOLDER };
}
function hasRules(folder) {
  try {
    return _readdirSync(folder).some((name) => RULE_FILE.test(name));
  } catch (error) {
    const { code } = error;
    return code !== "ENOENT" && code !== "ENOTDIR";
  }
}

import {
  _dirname,
  _posix,
  _relative
} from "./start.js";
import {
  suggest
} from "./start.js";
import {
  _mkdirSync,
  _readFileSync as _readFileSync2,
  _renameSync,
  _rmSync,
  _writeFileSync
} from "./start.js";
import {
  ConfigError as ConfigError3,
  InternalError as InternalError2
} from "./start.js";
// packages/scan/src/allow-entry.ts
var FIELDS2 = ["rule", "hash", "path", "reason", "owner", "expires"];
function isExpired({ expires }, now) {
  return expires !== void 0 && now >= Date.parse(expires) + DAY;
}
var DAY = 864e5;
// packages/scan/src/allow-list.ts
var FORMS = {
  rule: { required: true, form: /^[a-z0-9]+(?:-[a-z0-9]+)*$/, wanted: "the id of a rule" },
  hash: { required: true, form: /^[0-9a-f]{16,64}$/, wanted: "the `fingerprint` of a finding" },
  path: { required: false, form: /^[^\0]+$/, wanted: "a path, `*` for any run of characters" },
  reason: { required: true, form: /\S/, wanted: "why the secret may stay" },
  owner: { required: false, form: /\S/, wanted: "who answers for it" },
  expires: { required: false, form: /^\d{4}-\d{2}-\d{2}$/, wanted: "a day such as `2027-01-31`" }
};
function parseAllowList(text, file) {
  const entries = [];
  const problems = [];
  const seen = /* @__PURE__ */ new Set();
  for (const [index, raw] of text.replace(/^\ufeff/, "").split("\n").entries()) {
    const source2 = raw.trimEnd();
    if (source2 === "" || seen.has(source2)) continue;
    seen.add(source2);
    const read3 = parseLine(source2);
    if (Array.isArray(read3)) {
      for (const { column, message, help } of read3) {
        problems.push({ code: "ERR_ALLOW_LIST", message, at: { file, line: index + 1, column }, ...help ? { help } : {} });
      }
    } else {
      entries.push({ ...read3, line: index + 1 });
    }
  }
  if (problems.length === 0) return entries;
  throw new ConfigError3(`the allow list \`${file}\` is not right`, {
    code: "ERR_ALLOW_LIST",
    help: "each line is a JSON object with `rule`, `hash` and `reason`, and may have `path`, `owner` and `expires`",
    problems
  });
}
function printAllowList(entries) {
  const lines = entries.map(
    (entry) => JSON.stringify(Object.fromEntries(FIELDS2.flatMap((field2) => entry[field2] === void 0 ? [] : [[field2, entry[field2]]])))
  );
  return [...new Set(lines)].sort().map((line) => `${line}
`).join("");
}
var PLAIN = /^[A-Za-z_-]{1,24}$/;
function parseLine(source2) {
  let value;
  try {
    value = JSON.parse(source2);
  } catch {
    const help = /^(?:<{7}|={7}|>{7}|\|{7})/.test(source2) ? "resolve the merge: both sides may stay" : void 0;
    return [{ column: 1, message: "the line is not JSON", ...help ? { help } : {} }];
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return [{ column: 1, message: "the line is not an object" }];
  const record = value;
  const mistakes = [
    ...Object.keys(record).flatMap((key) => unknownField(source2, key)),
    ...FIELDS2.flatMap((field2) => wrongField(source2, record, field2))
  ];
  return mistakes.length > 0 ? mistakes : record;
}
function unknownField(source2, key) {
  if (FIELDS2.some((field2) => field2 === key)) return [];
  const near = suggest(key, FIELDS2);
  const message = `${PLAIN.test(key) ? `\`${key}\`` : "this"} is not a field of an entry`;
  return [
    {
      column: columnOf(source2, key),
      message,
      help: near ? `did you mean \`${near}\`?` : `the fields are ${FIELDS2.map((field2) => `\`${field2}\``).join(", ")}`
    }
  ];
}
function wrongField(source2, record, field2) {
  const { required, form, wanted } = FORMS[field2];
  if (!Object.hasOwn(record, field2))
    return required ? [{ column: 1, message: `\`${field2}\` is missing`, help: `it is ${wanted}` }] : [];
  const value = record[field2];
  const right = typeof value === "string" && form.test(value) && (field2 !== "expires" || isDay(value));
  return right ? [] : [{ column: columnOf(source2, field2), message: `\`${field2}\` is not of its form`, help: `it is ${wanted}` }];
}
function isDay(text) {
  const time = Date.parse(text);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}
function columnOf(source2, key) {
  return Math.max(0, source2.indexOf(JSON.stringify(key))) + 1;
}
// packages/scan/src/allow-file.ts
var ALLOW_FILE = ".leasehold/allow.jsonl";
function readAllowFile(path, shown = path) {
  let text;
  try {
    text = _readFileSync2(path, "utf8");
  } catch (error) {
    const { code } = error;
    if (code === "ENOENT" || code === "ENOTDIR") return [];
    throw new ConfigError3(`the allow list \`${shown}\` cannot be read`, {
      code: "ERR_ALLOW_LIST",
      help: "let it be a file that may be read, or scan with `--no-allow-list`",
      cause: error
    });
  }
  return parseAllowList(text, shown);
}
function addToAllowFile(path, entries) {
  const fresh = new Set(entries.map(scopeOf));
  const text = printAllowList([...readAllowFile(path).filter((entry) => !fresh.has(scopeOf(entry))), ...entries]);
  _mkdirSync(_dirname(path), { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  try {
    _writeFileSync(draft, text);
    _renameSync(draft, path);
  } finally {
    _rmSync(draft, { force: true });
  }
}
function scopeOf({ rule, hash, path }) {
  return JSON.stringify([rule, hash, path]);
}
// packages/scan/src/allow-match.ts
function applyAllowList(findings, entries, folder, now) {
  const expired = entries.filter((entry) => isExpired(entry, now));
  const inForce = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    if (isExpired(entry, now)) continue;
    const key = keyOf(entry.rule, entry.hash);
    const same = inForce.get(key);
    if (same) same.push(entry);
    else inForce.set(key, [entry]);
  }
  const used = /* @__PURE__ */ new Set();
  const left = findings.filter(({ ruleId, fingerprint: fingerprint2, at }) => {
    const matching = (inForce.get(keyOf(ruleId, fingerprint2)) ?? []).filter(
      ({ path }) => path === void 0 || pathMatches(path, _posix.normalize(folder + at.path))
    );
    for (const entry of matching) used.add(entry);
    return matching.length === 0;
  });
  const unused = [...inForce.values()].flat().filter((entry) => !used.has(entry));
  return { findings: left, allowed: findings.length - left.length, expired, unused: unused.sort((a, b) => a.line - b.line) };
}
function pathMatches(glob, path) {
  const fromTop = glob.replace(/^(?:\.?\/)+/, "");
  const whole = fromTop.endsWith("/") ? `${fromTop}*` : fromTop;
  return globMatches(whole, path) || whole.startsWith("**/") && globMatches(whole.slice(3), path);
}
function keyOf(rule, hash) {
  return `${rule} ${hash}`;
}
// packages/scan/src/allowance.ts
function readAllowance(cwd, counts = true) {
  const top = topAround(cwd);
  const entries = counts ? readAllowFile(`${top}/${ALLOW_FILE}`, ALLOW_FILE) : [];
  const below = readable(bytePath(_relative(top, cwd)));
  return { top, apply: (findings, now) => applyAllowList(findings, entries, below === "" ? "" : `${below}/`, now) };
}
function allowFileOf(cwd) {
  return `${topAround(cwd)}/${ALLOW_FILE}`;
}
var NOTES_EACH = 20;
function allowNotes({ expired, unused }) {
  return [
    ...capped(expired, "expired", ({ expires }) => `expired on ${expires}`),
    ...capped(unused, "unused", () => "allows nothing that was found")
  ];
}
function capped(entries, state, one) {
  const notes = entries.slice(0, NOTES_EACH).map((entry) => {
    const { line, rule, owner } = entry;
    return `line ${line} of \`${ALLOW_FILE}\` ${one(entry)}: \`${rule}\`${owner === void 0 ? "" : ` of ${owner}`}`;
  });
  const more = entries.length - notes.length;
  if (more <= 0) return notes;
  return [...notes, `${more} more ${more === 1 ? "line" : "lines"} of \`${ALLOW_FILE}\` ${more === 1 ? "is" : "are"} ${state}`];
}
// packages/scan/src/custom/rule-loader.ts
var reader;
async function readyRules({ rulesFolder }) {
  if (rulesFolder !== void 0) reader ??= await import("./chunk-IPESBHAZ.js");
}
function customRules(source2) {
  return placedRules(source2).map(({ rule }) => rule);
}
function placedRules({ rulesFolder, rulesShown }) {
  if (rulesFolder === void 0) return [];
  if (reader !== void 0) return reader.readRules(rulesFolder, rulesShown);
  throw new InternalError2("custom rules were asked for before their reader was loaded", { code: "ERR_RULES_UNREADY" });
}
function ruleLookup(source2) {
  const own = new Map(customRules(source2).map((rule) => [rule.id, rule]));
  return (id) => own.get(id) ?? ruleById(id);
}
// packages/scan/src/open-scanner.ts
function openScanner(source2 = {}) {
  const own = customRules(source2);
  const kernel = openKernel(own.length === 0 ? SHORT_PREFIXES : [...SHORT_PREFIXES, ...own.flatMap(({ prefixes }) => prefixes)]);
  return { ...newScanner(kernel, own.length === 0 ? RULES2 : [...RULES2, ...own]), room: kernel.room };
}
// packages/scan/src/lint-report.ts
function lintReport(harvest, allowance, failOn, now) {
  const { findings, allowed: allowed2, expired, unused } = allowance.apply(harvest.findings.toSorted(inOrder), now);
  const told = { expired, unused: harvest.whole ? unused : [] };
  return {
    findings,
    files: harvest.files,
    ...harvest.versions === void 0 ? {} : { versions: harvest.versions },
    bytes: harvest.bytes,
    skipped: harvest.skipped.toSorted((a, b) => inTextOrder(a.path, b.path)),
    allowed: allowed2,
    notes: [...harvest.notes ?? [], ...allowNotes(told)],
    failOn,
    ...told,
    ...harvest.about === void 0 ? {} : { about: harvest.about }
  };
}
// packages/scan/src/archives/archive-loader.ts
var loaded;
async function readyArchives({ archives }) {
  if (archives) loaded ??= await import("./chunk-WY7E4JRG.js");
}
function archiveScans() {
  if (loaded !== void 0) return loaded;
  throw new InternalError2("archives were to be looked into before what does so was loaded", { code: "ERR_ARCHIVES_UNREADY" });
}
// packages/scan/src/scan-windows.ts
function scanWindows(scanner, buffer, filled, file, path) {
  const found = [];
  let size = 0;
  for (const { bytes, offset, from: from2, to } of fileWindows(buffer, filled, file)) {
    for (const raw of scanner.scan(bytes, path)) {
      if (raw.start >= from2 && raw.start < to) found.push({ ...raw, start: raw.start + offset, end: raw.end + offset });
    }
    size = bytes.length + offset;
  }
  return { found, size };
}

import {
  MAGIC as MAGIC2,
  WINDOW,
  archiveFormat,
  fileWindows as fileWindows2
} from "./start.js";
import {
  _relative as _relative2,
  _resolve as _resolve2
} from "./start.js";
import {
  _closeSync,
  _constants,
  _lstatSync,
  _openSync,
  _readFileSync as _readFileSync3,
  _readSync,
  _readdirSync as _readdirSync2,
  _realpathSync as _realpathSync2,
  _statSync as _statSync2
} from "./start.js";
// packages/scan/src/char-class.ts
var inRange = (from2, to) => (byte) => byte >= from2.charCodeAt(0) && byte <= to.charCodeAt(0);
var digit = inRange("0", "9");
var upper = inRange("A", "Z");
var lower = inRange("a", "z");
var alpha = (byte) => upper(byte) || lower(byte);
var graph = (byte) => byte > 32 && byte < 127;
var NAMED2 = {
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
var SLASH3 = 47;
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
        const member2 = Object.hasOwn(NAMED2, name) ? NAMED2[name] : void 0;
        if (member2 === void 0) return void 0;
        for (let byte = 0; byte < 256; byte++) if (member2(byte)) set[byte] = 1;
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
  set[SLASH3] = 0;
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
function matchesPathGlob(glob, path, from2) {
  const { prefix, segments } = glob;
  if (!path.startsWith(prefix, from2)) return false;
  const start2 = from2 + prefix.length;
  return segments === void 0 ? start2 === path.length : matchesSegments(segments, path, start2);
}
function matchesSegments(segments, path, from2) {
  let s = 0;
  let at = from2;
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
function matchesSegment(tokens, text, from2, to) {
  let t = 0;
  let at = from2;
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
var ENDING2 = /^\*(\.[^*?[\\/.]+)$/;
function patternList(patterns2) {
  const names = /* @__PURE__ */ new Map();
  const endings = /* @__PURE__ */ new Map();
  const globs = [];
  for (const [order, { text, says }] of patterns2.entries()) {
    const foldersOnly = text.endsWith("/");
    const body = foldersOnly ? text.slice(0, -1) : text;
    const nameOnly = !body.includes("/");
    const glob = compilePathGlob(body.startsWith("/") ? body.slice(1) : body);
    if (glob === void 0 || body === "") continue;
    const rule = { order, says, foldersOnly, nameOnly, glob };
    const ending = ENDING2.exec(body)?.[1];
    if (nameOnly && glob.segments === void 0) put(names, body, rule);
    else if (ending !== void 0) put(endings, ending, rule);
    else globs.push(rule);
  }
  globs.reverse();
  return names.size + endings.size + globs.length > 0 ? { names, endings, globs } : void 0;
}
function lookUp(list, path, from2, name, isFolder2) {
  let best = last(list.names.get(name), isFolder2);
  if (list.endings.size > 0) {
    const dot = name.lastIndexOf(".");
    if (dot >= 0) best = later(best, last(list.endings.get(name.slice(dot)), isFolder2));
  }
  for (const rule of list.globs) {
    if (best !== void 0 && best.order > rule.order) break;
    if (rule.foldersOnly && !isFolder2) continue;
    if (matchesPathGlob(rule.glob, rule.nameOnly ? name : path, rule.nameOnly ? 0 : from2)) return rule.says;
  }
  return best?.says;
}
function put(map, key, rule) {
  const rules = map.get(key);
  if (rules) rules.push(rule);
  else map.set(key, [rule]);
}
function last(rules, isFolder2) {
  return rules?.findLast((rule) => isFolder2 || !rule.foldersOnly);
}
function later(a, b) {
  return a === void 0 || b !== void 0 && b.order > a.order ? b : a;
}
// packages/scan/src/attributes-file.ts
var SKIPPING = ["linguist-generated", "linguist-vendored"];
function readAttributesFile(text) {
  if (!text.includes("linguist-")) return void 0;
  const patterns2 = {};
  for (const line of text.replace(/^\xef\xbb\xbf/, "").split("\n")) {
    const [pattern, words3] = splitLine(line);
    if (pattern === "" || pattern.startsWith("!") || pattern.startsWith("[attr]") || pattern.endsWith("/")) continue;
    for (const word of words3) {
      const [, sign = "", name = "", value] = /^([-!]?)([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
      const attribute = SKIPPING.find((known2) => known2 === name);
      if (attribute === void 0) continue;
      patterns2[attribute] ??= [];
      patterns2[attribute].push({ text: pattern, says: sign === "" && (value === void 0 || value === "true") });
    }
  }
  const lists = {};
  for (const attribute of SKIPPING) {
    const list = patternList(patterns2[attribute] ?? []);
    if (list) lists[attribute] = list;
  }
  return Object.keys(lists).length > 0 ? lists : void 0;
}
function splitLine(line) {
  const text = line.replace(/^[ \t\r]+/, "");
  if (text === "" || text.startsWith("#")) return ["", []];
  const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(text);
  const [pattern, rest] = quoted ? [unquote(quoted[1] ?? ""), text.slice(quoted[0].length)] : cut2(text);
  return [pattern, rest.split(/[ \t\r]+/).filter((word) => word !== "")];
}
function cut2(text) {
  const space = text.search(/[ \t\r]/);
  return space < 0 ? [text, ""] : [text.slice(0, space), text.slice(space)];
}
var ESCAPES2 = { a: "\x07", b: "\b", f: "\f", n: "\n", r: "\r", t: "	", v: "\v" };
function unquote(text) {
  return text.replace(
    /\\(?:([0-3][0-7]{2})|(.))/gs,
    (_all, octal, char) => octal === void 0 ? ESCAPES2[char] ?? char : String.fromCharCode(Number.parseInt(octal, 8))
  );
}
// packages/scan/src/excludes-file.ts
var LINE = /^[ \t]*(?:\[([^\]"\s]*)[ \t]*("[^\]]*)?\][ \t]*)?(?:([a-z][a-z0-9-]*)[ \t]*=[ \t]*(.*))?/i;
function excludesFile(text) {
  if (!/excludesfile/i.test(text)) return void 0;
  let inCore = false;
  let named2;
  for (const line of text.split("\n")) {
    const [, section, subsection, key, value] = LINE.exec(line) ?? [];
    if (section !== void 0) inCore = section.toLowerCase() === "core" && subsection === void 0;
    if (inCore && key?.toLowerCase() === "excludesfile") named2 = unquoted(value ?? "");
  }
  return named2 === "" || named2?.startsWith("~") ? void 0 : named2;
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
  const patterns2 = [];
  for (const line of text.replace(/^\xef\xbb\xbf/, "").split("\n")) {
    if (line.startsWith("#")) continue;
    const pattern = withoutTrailingSpaces(line.endsWith("\r") ? line.slice(0, -1) : line);
    const says = !pattern.startsWith("!");
    if (pattern !== "") patterns2.push({ text: says ? pattern : pattern.slice(1), says });
  }
  return patternList(patterns2);
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
  const excludes = read2(`${commonFolder}/config`, excludesFile);
  const clone = {
    ignore: read2(`${commonFolder}/info/exclude`, readIgnoreFile),
    // A relative path counts from the top, where git goes first.
    excluded: excludes === void 0 ? void 0 : read2(excludes.startsWith("/") ? excludes : `${top}/${excludes}`, readIgnoreFile),
    attributes: read2(`${commonFolder}/info/attributes`, readAttributesFile)
  };
  return { from: 0, ignore: void 0, attributes: void 0, above: void 0, clone };
}
function rulesOfFolder(above, folder, path, has) {
  const ignore = has.ignore ? read2(`${folder}/.gitignore`, readIgnoreFile) : void 0;
  const attributes = has.attributes ? read2(`${folder}/.gitattributes`, readAttributesFile) : void 0;
  return ignore || attributes ? { from: path.length, ignore, attributes, above, clone: above.clone } : above;
}
function isIgnored(rules, path, name, isFolder2) {
  for (let at = rules; at; at = at.above) {
    const says = at.ignore && lookUp(at.ignore, path, at.from, name, isFolder2);
    if (says !== void 0) return says;
  }
  const { ignore, excluded } = rules.clone;
  return (ignore && lookUp(ignore, path, 0, name, isFolder2)) ?? (excluded && lookUp(excluded, path, 0, name, isFolder2)) ?? false;
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
function read2(path, parse) {
  const file = openable(path);
  try {
    return _lstatSync(file, { throwIfNoEntry: false })?.isFile() ? parse(_readFileSync3(file, "latin1")) : void 0;
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
  const full = _resolve2(cwd, path);
  const shown = bytePath(_relative2(cwd, full));
  try {
    const stats = _statSync2(full);
    const absolute = bytePath(_realpathSync2.native(full)).replace(/\/$/, "");
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
      if (isFile2(absolute)) found.push({ path, absolute, shown: entry.shown + rest });
    }
    return found;
  });
}
function isFile2(path) {
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
  const start2 = folderStart(absolute);
  if (start2 === void 0) return { absolute, shown, path: "", within: void 0, rules: void 0 };
  const within = { repository: start2.repository, ignoring: !start2.ignored, ignored: [] };
  repositories.push(within);
  return { absolute, shown, path: start2.path, within, rules: start2.rules };
}
function readFolder(folder, stack, repositories, visitor) {
  let entries;
  try {
    entries = _readdirSync2(openable(folder.absolute === "" ? "/" : folder.absolute), { withFileTypes: true, encoding: "latin1" });
  } catch (error) {
    visitor.skipped(folder.shown, unreadable(error));
    return;
  }
  const here2 = withOwnRules(folder, entries, repositories);
  if (here2 === void 0) {
    visitor.skipped(folder.shown, "another repository");
    return;
  }
  const { path, within, rules } = here2;
  const prefix = `${folder.absolute}/`;
  for (const entry of entries) {
    const { name } = entry;
    if (name === ".git") continue;
    const isFolder2 = entry.isDirectory();
    const absolute = prefix + name;
    const shown = folder.shown + name;
    if (rules && within?.ignoring && isIgnored(rules, path + name, name, isFolder2)) {
      const slash = isFolder2 ? "/" : "";
      within.ignored.push({ path: path + name + slash, absolute: absolute + slash, shown: shown + slash });
    } else if (isFolder2) {
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
// packages/scan/src/large-lines.ts
function linesOfLargeFile(file, buffer, places2) {
  const known2 = /* @__PURE__ */ new Map();
  const left = [...new Set(places2)].sort((a, b) => a - b);
  file.rewind();
  const carried = newCarriedLines();
  let next = 0;
  for (const window of fileWindows2(buffer, file.fill(buffer), file)) {
    const lines = carried.enter(window);
    const { offset, to } = window;
    for (; next < left.length && left[next] < to + offset; next++) {
      known2.set(left[next], lines.at(left[next] - offset));
    }
    if (next === left.length) break;
    carried.leave();
  }
  return { at: (place) => known2.get(place) ?? { line: 1, column: 1 } };
}
// packages/scan/src/open-file.ts
var FLAGS2 = _constants.O_RDONLY | (_constants.O_NOFOLLOW ?? 0) | (_constants.O_NONBLOCK ?? 0);
var SECTOR = 512;
function openFile(path) {
  const descriptor = _openSync(openable(path), FLAGS2);
  let position = 0;
  return {
    fill(target) {
      let filled = 0;
      while (filled < target.length) {
        const read22 = _readSync(descriptor, target, filled, target.length - filled, position);
        if (read22 === 0) break;
        filled += read22;
        position += read22;
        if (read22 % SECTOR !== 0) break;
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
var NOTHING4 = [];
function newFileScanner(scanner, failOn, archives = false) {
  const buffer = scanner.room(WINDOW);
  return {
    scan(absolute, path) {
      const file = openFile(absolute);
      try {
        const length = file.fill(buffer);
        if (archives && archiveFormat(buffer.subarray(0, Math.min(length, MAGIC2))))
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
    if (found.length === 0) return { findings: NOTHING4, bytes: length };
    const lines = linesOf(bytes);
    return { findings: found.map((raw) => toFinding(raw, lines, path, failOn)), bytes: length };
  }
  function scanLarge(path, file) {
    const { found, size } = scanWindows(scanner, buffer, buffer.length, file, path);
    if (found.length === 0) return { findings: NOTHING4, bytes: size };
    const lines = linesOfLargeFile(
      file,
      buffer,
      found.flatMap(({ start: start2, end }) => [start2, end - 1])
    );
    return { findings: found.map((raw) => toFinding(raw, lines, path, failOn)), bytes: size };
  }
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

import {
  createHash
} from "./start.js";
import {
  newGit
} from "./start.js";
import {
  MAGIC as MAGIC3,
  archiveFormat as archiveFormat2
} from "./start.js";
import {
  _basename,
  _join as _join2,
  _sep
} from "./start.js";
import {
  _lstatSync as _lstatSync2,
  _readFileSync as _readFileSync4,
  _realpathSync as _realpathSync3
} from "./start.js";
import {
  ConfigError as ConfigError4
} from "./start.js";
// packages/scan/src/custom/check-rules.ts
async function checkRules(source2) {
  const { rulesFolder, rulesShown } = source2;
  if (rulesFolder === void 0) return { rules: [], problems: [] };
  const [{ readRulesWithProblems }] = await Promise.all([import("./chunk-IPESBHAZ.js"), readyRules(source2)]);
  const { rules: read3, problems: mistakes } = readRulesWithProblems(rulesFolder, rulesShown);
  const rules = read3.map(({ rule: { id, title }, at: { file, line }, positive, negative }) => {
    return { id, title, file, line, positive: positive.length, negative: negative.length };
  });
  if (mistakes.length > 0) return { rules, problems: mistakes.toSorted(inOrder2) };
  const scanner = openScanner(source2);
  const found = (text) => scanner.scan(new TextEncoder().encode(text), "").map(({ rule }) => rule.id);
  const problems = read3.flatMap(({ rule: { id, near }, positive, negative }) => {
    const missed = positive.flatMap(({ text, at }) => {
      const ids = found(text);
      if (ids.includes(id)) return [];
      const [other] = ids;
      const words3 = near === void 0 ? "" : ", and whether a word of `near` stands in it";
      const help = other === void 0 ? `look at its anchor, its length, and what stands around it${words3}` : "the rule may not be needed";
      const message = other === void 0 ? `\`${id}\` does not find this example` : `\`${id}\` does not find this example, \`${other}\` does`;
      return [{ code: "ERR_RULES_EXAMPLE", message, at, help }];
    });
    const wrong = negative.filter(({ text }) => found(text).includes(id));
    return [
      ...missed,
      ...wrong.map(({ at }) => ({
        code: "ERR_RULES_EXAMPLE",
        message: `\`${id}\` finds this example, which it must not`,
        at,
        help: "make the pattern narrower, or move the example to `positive`"
      }))
    ];
  });
  return { rules, problems: problems.toSorted(inOrder2) };
}
function inOrder2(a, b) {
  if (a.at.file !== b.at.file) return a.at.file < b.at.file ? -1 : 1;
  return a.at.line - b.at.line || a.at.column - b.at.column;
}
// packages/scan/src/import/match-ignored.ts
var PIECES = [
  // Between quotes.
  /"([^"\r\n]{1,8192})"/g,
  /'([^'\r\n]{1,8192})'/g,
  /`([^`\r\n]{1,8192})`/g,
  // Between blanks, between operators and brackets, and between colons besides.
  /[^\s"'`]{1,8192}/g,
  /[^\s"'`=,;()[\]{}<>]{1,8192}/g,
  /[^\s"'`=:,;()[\]{}<>]{1,8192}/g,
  // What is assigned, to the end of the line.
  /(?<=[=:][ \t]{0,4})[^\s"'`=:][^\r\n]{0,8191}/g,
  // The password of an address.
  /(?<=:)[^\s:@/]{1,1024}(?=@)/g
];
var KEY_HEAD = /BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?/g;
var NEWLINE6 = 10;
var LONGEST_LINE2 = 1 << 16;
function newMatcher(bytes, found) {
  const lines = linesOf(bytes);
  let values;
  let heads;
  let pieces;
  const onLines = ({ line, endLine = line }, among) => {
    if (line === void 0 || endLine === void 0) return [];
    return among.filter(({ start: start2, end }) => lines.at(start2).line <= endLine && lines.at(Math.max(start2, end - 1)).line >= line);
  };
  return (secret) => {
    const { sha1 } = secret;
    if (sha1 === void 0) return onLines(secret, found);
    values ??= digestsOf(found, ({ value }) => [value, ...value.split(":")]);
    const same = values.get(sha1);
    if (same !== void 0) return same;
    heads ??= digestsOf(found, (finding) => piecesOf2(bytes, finding, [KEY_HEAD]));
    const keys = heads.get(sha1);
    if (keys === void 0) {
      pieces ??= digestsOf(found, (finding) => piecesOf2(bytes, finding, PIECES));
      return pieces.get(sha1) ?? [];
    }
    const here2 = onLines(secret, keys);
    return here2.length > 0 || keys.length > 1 ? here2 : keys;
  };
}
function digestsOf(found, textsOf) {
  const digests = /* @__PURE__ */ new Map();
  for (const finding of found) {
    for (const text of new Set(textsOf(finding))) {
      const key = digest(text);
      const same = digests.get(key);
      if (same === void 0) digests.set(key, [finding]);
      else same.push(finding);
    }
  }
  return digests;
}
function piecesOf2(bytes, { start: start2, end }, forms) {
  const from2 = start2 === 0 ? 0 : bytes.lastIndexOf(NEWLINE6, start2 - 1) + 1;
  const newline = bytes.indexOf(NEWLINE6, end);
  const to = newline < 0 ? bytes.length : newline;
  if (to - from2 > LONGEST_LINE2) return [];
  const text = Buffer.from(bytes.subarray(from2, to)).toString("latin1");
  return forms.flatMap(
    (form) => [...text.matchAll(form)].flatMap(({ 0: whole, 1: piece = whole, index }) => {
      const at = from2 + index + whole.indexOf(piece);
      return at < end && at + piece.length > start2 ? [piece] : [];
    })
  );
}
function digest(latin12) {
  return createHash("sha1").update(latin12, "latin1").digest("hex");
}
// packages/scan/src/import/import-list.ts
function importList(list, wish, scanner, files) {
  const unread = list.unread.map(
    (entry) => ({ entry, path: "", kind: "", outcome: "unread", real: false, entries: [] })
  );
  const byFile2 = /* @__PURE__ */ new Map();
  for (const secret of list.secrets) {
    const key = `${secret.commit ?? ""}:${secret.path}`;
    const same = byFile2.get(key);
    if (same === void 0) byFile2.set(key, [secret]);
    else same.push(secret);
  }
  const read3 = [...byFile2.values()].flatMap((secrets) => {
    const [first] = secrets;
    const { path } = first;
    const bytes = files(first);
    const matches = bytes === void 0 ? void 0 : newMatcher(bytes, scanner.scan(bytes, path));
    return secrets.map((secret) => {
      const about = { entry: secret.entry, path, kind: secret.kind, real: secret.audited === true };
      if (bytes === void 0 || matches === void 0) return { ...about, outcome: "gone", entries: [] };
      const matched = matches(secret);
      if (matched.length > 0) return { ...about, outcome: "imported", entries: entriesOf(matched, list.name, secret, wish) };
      return { ...about, outcome: endsBefore(bytes, secret.line) ? "gone" : "unfound", entries: [] };
    });
  });
  return [...read3, ...unread].sort((a, b) => a.entry - b.entry);
}
function entriesOf(found, name, secret, wish) {
  const usual = `imported from ${name}, as \`${secret.kind}\`${secret.audited === true ? ", where it is marked as a real secret" : ""}`;
  return found.map((raw) => entryOf(raw, wish, usual));
}
function entryOf({ rule, value }, { reason, owner, expires }, usual) {
  return {
    rule: rule.id,
    hash: fingerprint(rule.id, value),
    reason: reason ?? usual,
    ...owner === void 0 ? {} : { owner },
    ...expires === void 0 ? {} : { expires }
  };
}
function endsBefore(bytes, line) {
  if (line === void 0) return false;
  let lines = 1;
  for (let at = bytes.indexOf(10); at >= 0 && lines < line; at = bytes.indexOf(10, at + 1)) lines++;
  return lines < line;
}
// packages/scan/src/import/import-comments.ts
function importComments(cwd, paths, wish, scanner) {
  const secrets = [];
  const unreadable2 = [];
  walk(cwd, paths, {
    file: (absolute, shown) => {
      const path = readable(shown);
      let bytes;
      try {
        bytes = _readFileSync4(openable(absolute));
      } catch {
        unreadable2.push(path);
        return;
      }
      const lines = linesOf(bytes);
      for (const raw of scanner.scan(bytes, path)) {
        const comment = raw.allowed === void 0 ? foreignComment(bytes, raw.start, raw.end) : void 0;
        if (comment === void 0) continue;
        const entry = entryOf(raw, wish, `imported from the comment \`${comment}\``);
        secrets.push({ path, line: lines.at(raw.start).line, comment, entry });
      }
    },
    skipped: (shown, reason) => {
      if (reason.startsWith("unreadable")) unreadable2.push(readable(shown));
    }
  });
  secrets.sort((a, b) => a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1);
  return { secrets, unreadable: unreadable2 };
}
// packages/scan/src/import/old-file.ts
var LARGEST = 64 << 20;
function oldFiles(top, env) {
  const git = newGit({ cwd: top, env });
  return ({ path, commit }) => (commit === void 0 ? void 0 : committed(git, commit, path)) ?? present(top, path);
}
function committed(git, commit, path) {
  try {
    return git.run(["cat-file", "blob", `${commit}:${path.replace(/^(?:\.?\/)+/, "")}`]);
  } catch {
    return void 0;
  }
}
function present(top, path) {
  const file = _join2(top, path);
  try {
    const real = _realpathSync3.native(file);
    if (!real.startsWith(top.endsWith(_sep) ? top : top + _sep)) return void 0;
    const found = _lstatSync2(real);
    return found.isFile() && found.size <= LARGEST ? _readFileSync4(real) : void 0;
  } catch {
    return void 0;
  }
}
// packages/scan/src/import/gitleaks-ignore.ts
var FINGERPRINT = /^(?:([0-9a-f]{40}|[0-9a-f]{64}):)?(.+):([^:]+):(\d+)$/;
function readGitleaksIgnore(text, name) {
  const secrets = [];
  const unread = [];
  for (const [index, raw] of text.split("\n").entries()) {
    const source2 = raw.trim();
    if (source2 === "" || source2.startsWith("#")) continue;
    const [, commit, path = "", kind = "", line] = FINGERPRINT.exec(source2) ?? [];
    if (line === void 0 || Number(line) === 0) unread.push(index + 1);
    else {
      const at = path.replaceAll("\\", "/");
      secrets.push({ entry: index + 1, path: at, ...commit === void 0 ? {} : { commit }, line: Number(line), kind });
    }
  }
  return { name, secrets, unread };
}
// packages/scan/src/import/leaks-report.ts
function readLeaksReport(items, name) {
  const secrets = [];
  const unread = [];
  for (const [index, item] of items.entries()) {
    const read3 = secretOf(item, index + 1);
    if (read3 === void 0) unread.push(index + 1);
    else secrets.push(read3);
  }
  return { name, secrets, unread };
}
function secretOf(item, entry) {
  const { RuleID, File, StartLine, EndLine, Commit, Secret } = Object(item);
  if (typeof File !== "string" || File === "" || typeof RuleID !== "string") return void 0;
  return {
    entry,
    path: File.replaceAll("\\", "/"),
    ...typeof Commit === "string" && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(Commit) ? { commit: Commit } : {},
    ...isLine(StartLine) ? { line: StartLine } : {},
    ...isLine(EndLine) ? { endLine: EndLine } : {},
    ...typeof Secret === "string" && isWhole(Secret) ? { sha1: createHash("sha1").update(Secret).digest("hex") } : {},
    kind: RuleID
  };
}
function isLine(value) {
  return Number.isInteger(value) && value > 0;
}
function isWhole(secret) {
  return secret !== "" && !/^REDACTED$|\.\.\.$/.test(secret);
}
// packages/scan/src/import/secrets-baseline.ts
function readSecretsBaseline(results, name) {
  const secrets = [];
  const unread = [];
  let entry = 0;
  for (const [path, list] of Object.entries(results)) {
    for (const item of Array.isArray(list) ? list : [list]) {
      entry++;
      const read3 = secretOf2(item, path, entry);
      if (read3 === void 0) unread.push(entry);
      else secrets.push(read3);
    }
  }
  return { name, secrets, unread };
}
function secretOf2(item, path, entry) {
  const { hashed_secret: sha1, line_number: line, is_secret: audited, type } = Object(item);
  if (typeof sha1 !== "string" || !/^[0-9a-f]{40}$/i.test(sha1)) return void 0;
  return {
    entry,
    path: path.replaceAll("\\", "/"),
    sha1: sha1.toLowerCase(),
    ...Number.isInteger(line) && line > 0 ? { line } : {},
    kind: typeof type === "string" ? type : "secret",
    ...typeof audited === "boolean" ? { audited } : {}
  };
}
// packages/scan/src/import/read-ignore-list.ts
var USUAL_IGNORE_LISTS = [".gitleaksignore", ".secrets.baseline"];
function readIgnoreList(path, shown) {
  const name = _basename(shown);
  const text = textOf3(path, shown);
  const first = text.trimStart()[0];
  if (first !== "{" && first !== "[") {
    const list = readGitleaksIgnore(text, name);
    if (list.secrets.length > 0 || list.unread.length === 0) return list;
    throw unknown(shown);
  }
  let value;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw unknown(shown, cause);
  }
  if (Array.isArray(value)) return readLeaksReport(value, name);
  const { results } = value;
  if (typeof results !== "object" || results === null) throw unknown(shown);
  return readSecretsBaseline(results, name);
}
function textOf3(path, shown) {
  try {
    return _readFileSync4(path, "utf8").replace(/^\ufeff/, "");
  } catch (cause) {
    const { code = "unknown failure" } = cause;
    const reason = code === "ENOENT" ? "does not exist" : `cannot be read: ${code}`;
    throw new ConfigError4(`the file \`${shown}\` ${reason}`, {
      code: "ERR_IMPORT_FILE",
      help: "check the path; it counts from the current folder",
      cause
    });
  }
}
function unknown(shown, cause) {
  return new ConfigError4(`\`${shown}\` is no list of ignored secrets that is known here`, {
    code: "ERR_IMPORT_FILE",
    help: "name a `.gitleaksignore`, a `.secrets.baseline` of detect-secrets, or a JSON report of gitleaks or betterleaks",
    ...cause === void 0 ? {} : { cause }
  });
}
// packages/scan/src/allow-merge.ts
var MERGE_LINE = `${ALLOW_FILE} merge=union`;
function mergesAsUnion(top) {
  let text;
  try {
    text = _readFileSync4(`${top}/.gitattributes`, "utf8");
  } catch {
    return false;
  }
  return text.split("\n").some((line) => !line.startsWith("#") && line.includes("allow.jsonl") && /\bmerge=union\b/.test(line));
}
// imported:node:v8
var builtin = process.getBuiltinModule("node:v8");
var pick = (name) => builtin[name];
var _setFlagsFromString = /* @__PURE__ */ pick("setFlagsFromString");
// packages/scan/src/pace.ts
function expectLongRun(long) {
  _setFlagsFromString(long ? "--turbofan" : "--no-turbofan");
}
// packages/scan/src/scan-bytes.ts
function scanBytes({ cwd, bytes, path, failOn, allowList, rules, archives }, { now }) {
  const allowance = readAllowance(cwd, allowList);
  const scanner = openScanner(scannerSource({ cwd, rules }));
  if (archives && archiveFormat2(bytes.subarray(0, MAGIC3))) {
    const scanned = archiveScans().scanArchiveBytes(bytes, path, scanner, failOn);
    return lintReport({ ...scanned, files: 1, whole: false }, allowance, failOn, now());
  }
  const lines = linesOf(bytes);
  const findings = scanner.scan(bytes, path).map((raw) => toFinding(raw, lines, path, failOn));
  return lintReport({ findings, skipped: [], files: 1, bytes: bytes.length, whole: false }, allowance, failOn, now());
}

import {
  flagOf,
  textOf as textOf4
} from "./start.js";
import {
  EXIT
} from "./start.js";
import "./start.js";
import "./start.js";
import "./start.js";
import "./start.js";
import {
  _resolve as _resolve3
} from "./start.js";
import "./start.js";
import "./start.js";
import {
  SEVERITIES,
  TIERS as TIERS2
} from "./start.js";
import {
  _writeFileSync as _writeFileSync2
} from "./start.js";
import {
  ConfigError as ConfigError5
} from "./start.js";
import "./start.js";
// packages/report/src/lint/order.ts
function worstFirst(findings) {
  return [...findings].sort(
    (a, b) => Number(b.fails) - Number(a.fails) || TIERS2.indexOf(a.tier) - TIERS2.indexOf(b.tier) || SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || compare(a.at.path, b.at.path) || a.at.line - b.at.line || a.at.column - b.at.column
  );
}
function bySecret(findings) {
  const groups2 = /* @__PURE__ */ new Map();
  for (const finding of worstFirst(findings)) {
    const key = `${finding.fails} ${finding.ruleId} ${finding.fingerprint}`;
    const group = groups2.get(key);
    if (group) group.push(finding);
    else groups2.set(key, [finding]);
  }
  return [...groups2.values()];
}
function occurrences(findings) {
  const seen = /* @__PURE__ */ new Map();
  return new Map(
    findings.map((finding) => {
      const key = `${finding.fingerprint} ${finding.at.path}`;
      const count22 = (seen.get(key) ?? 0) + 1;
      seen.set(key, count22);
      return [finding, `${finding.fingerprint}:${count22}`];
    })
  );
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
// packages/report/src/lint/phrases.ts
function advice({ remedy }) {
  const rotate = remedy.rotate.replace(/\.$/, "");
  return remedy.provider === void 0 ? rotate : `${rotate}; the provider \`${remedy.provider}\` of Leasehold makes it needless`;
}
function placeOf3({ at }) {
  return `${at.path}:${at.line}:${at.column}`;
}
function historyOf({ commit, provenance }) {
  if (provenance === void 0) return void 0;
  const { author, date, standsIn, removed, unreachable, object } = provenance;
  const by = author === void 0 || author.name === "" ? "" : ` of ${author.name}`;
  const brought = commit === void 0 ? `it stands in the object ${shortId(object)}` : `commit ${shortId(commit)}${by}${on(date)} brought it`;
  if (unreachable) return `${brought}; no ref leads to it any more`;
  if (standsIn !== void 0) return `${brought}; it still stands in \`${standsIn}\``;
  return removed === void 0 ? brought : `${brought}; commit ${shortId(removed.commit)}${on(removed.date)} took it out, which leaves it in the history`;
}
function shortId(id) {
  return id.slice(0, 12);
}
function on(date) {
  return date === void 0 ? "" : ` on ${new Date(date).toISOString().slice(0, 10)}`;
}
function paragraph(finding) {
  const history = historyOf(finding);
  return [
    `${finding.title} \`${finding.preview}\` (${finding.tier}: ${finding.why.join("; ")}).`,
    ...history === void 0 ? [] : [`${capital(history)}.`],
    `${capital(advice(finding))}.`
  ].join(" ");
}
function capital(sentence) {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
// packages/report/src/lint/tally.ts
var MEGABYTE = 1e6;
function grouped(number) {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
function count2(number, noun) {
  return `${grouped(number)} ${noun}${number === 1 ? "" : "s"}`;
}
function verdictLine({ findings }) {
  if (findings.length === 0) return "no static secret found";
  const failing = findings.filter(({ fails }) => fails);
  const rest = findings.filter(({ fails }) => !fails);
  const noun = count2(findings.length, "finding");
  const one = findings.length === 1;
  if (rest.length === 0) return `${noun}, ${one ? "which fails" : "all of which fail"}: ${tiersOf(failing)}`;
  if (failing.length === 0) return `${noun}, ${one ? "which does not fail" : "none of which fails"}: ${tiersOf(rest)}`;
  return `${noun}: ${grouped(failing.length)} ${failing.length === 1 ? "fails" : "fail"} (${tiersOf(failing)}), ${grouped(rest.length)} ${rest.length === 1 ? "does" : "do"} not (${tiersOf(rest)})`;
}
function scannedLine({ files, bytes, skipped, allowed: allowed2, versions }) {
  return [
    `${count2(files, versions ? "version" : "file")}${versions ? " of files" : ""}, ${megabytes(bytes)} scanned`,
    ...skipped.length === 0 ? [] : [`${count2(skipped.length, versions ? "object" : "file")} not scanned: ${skippedReasons(skipped)}`],
    ...allowed2 === 0 ? [] : [`${count2(allowed2, "finding")} allowed`]
  ].join("; ");
}
function tiersOf(findings) {
  return TIERS2.flatMap((tier) => {
    const number = findings.filter((finding) => finding.tier === tier).length;
    return number === 0 ? [] : [`${grouped(number)} ${tier}`];
  }).join(", ");
}
function skippedReasons(skipped) {
  const counts = /* @__PURE__ */ new Map();
  for (const { reason } of skipped) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].sort(([a, more], [b, less]) => less - more || (a < b ? -1 : 1)).map(([reason, number]) => `${grouped(number)} ${reason}`).join(", ");
}
function megabytes(bytes) {
  const mega = bytes / MEGABYTE;
  return mega < 0.1 ? `${(bytes / 1e3).toFixed(1)} kB` : `${mega.toFixed(1)} MB`;
}
// packages/report/src/lint/lint-annotations.ts
var ROOM_EACH = 10;
var LINES2 = 10;
function lintAnnotations(report, errors = ROOM_EACH) {
  const groups2 = bySecret(report.findings).flatMap(byFile);
  const failing = groups2.filter(([{ fails }]) => fails);
  const rest = groups2.filter(([{ fails }]) => !fails);
  const shown = [...failing.slice(0, errors), ...rest.slice(0, ROOM_EACH)];
  const hidden = report.findings.length - shown.reduce((sum5, group) => sum5 + group.length, 0);
  return [...shown.map(annotationOf), ...hidden > 0 ? [hiddenNotice(hidden)] : []];
}
function annotationLines(annotations) {
  return annotations.map(({ level, title, message, at }) => {
    const place = at && {
      file: at.file,
      line: at.line,
      endLine: at.endLine,
      ...at.column === void 0 ? {} : { col: at.column, endColumn: at.endColumn }
    };
    const properties = Object.entries({ ...place, title }).map(([name, value]) => `${name}=${propertyText(String(value))}`);
    return `::${level} ${properties.join(",")}::${dataText(message)}`;
  }).join("\n");
}
function byFile(group) {
  const files = /* @__PURE__ */ new Map();
  for (const finding of group) {
    const known2 = files.get(finding.at.path);
    if (known2) known2.push(finding);
    else files.set(finding.at.path, [finding]);
  }
  return [...files.values()];
}
function annotationOf([first, ...more]) {
  const { at, fails, title, tier } = first;
  return {
    level: fails ? "error" : "warning",
    title: oneLine(`${title} (${tier})`),
    message: oneLine(paragraph(first) + alsoOn(more)),
    at: {
      file: at.path,
      line: at.line,
      endLine: at.endLine,
      ...at.line === at.endLine ? { column: at.column, endColumn: at.endColumn } : {}
    }
  };
}
function alsoOn(more) {
  if (more.length === 0) return "";
  const lines = more.slice(0, LINES2).map((other) => other.at.line);
  const rest = more.length - lines.length;
  return ` Also on ${more.length === 1 ? "line" : "lines"} ${lines.join(", ")}${rest > 0 ? ` and ${grouped(rest)} more` : ""}.`;
}
function hiddenNotice(hidden) {
  return {
    level: "notice",
    title: `${count2(hidden, "more finding")}`,
    message: `${count2(hidden, "finding")} found no room among the annotations of this step; the summary and the reports list ${hidden === 1 ? "it" : "them"}.`
  };
}
function dataText(text) {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function propertyText(text) {
  return dataText(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
// packages/report/src/lint/lint-code-quality.ts
var QUALITY = {
  critical: "blocker",
  high: "critical",
  medium: "major",
  low: "minor",
  info: "info"
};
function lintCodeQuality(report) {
  const findings = worstFirst(report.findings);
  const marks = occurrences(findings);
  return JSON.stringify(
    findings.map((finding) => ({
      description: oneLine(paragraph(finding)),
      check_name: finding.ruleId,
      // GitLab shows one of the entries that share a fingerprint.
      fingerprint: `${marks.get(finding)}:${finding.at.path}`,
      severity: finding.fails ? QUALITY[finding.severity] : "info",
      location: { path: finding.at.path, lines: { begin: finding.at.line, end: finding.at.endLine } }
    })),
    null,
    2
  );
}
// packages/report/src/lint/lint-run.ts
var TOOL_NAME = "Leasehold secret-lint";
var TOOL_HOME = "https://github.com/leasehold/leasehold";
// packages/report/src/lint/lint-gitlab.ts
var SCHEMA_VERSION = "15.0.7";
var NO_COMMIT = "0000000";
var NAME_LENGTH2 = 255;
var RANK = {
  critical: "Critical",
  high: "High",
  medium: "Medium",
  low: "Low",
  info: "Info"
};
function lintGitlab(report, run) {
  const findings = worstFirst(report.findings);
  const marks = occurrences(findings);
  const tool = { id: "leasehold", name: TOOL_NAME, url: TOOL_HOME, version: run.version, vendor: { name: "Leasehold" } };
  return JSON.stringify(
    {
      version: SCHEMA_VERSION,
      scan: {
        type: "secret_detection",
        status: "success",
        analyzer: tool,
        scanner: tool,
        start_time: instant(run.startedAt),
        end_time: instant(run.endedAt),
        messages: [
          ...report.skipped.map(({ path, reason }) => ({ level: "warn", value: `${oneLine(path)} was not scanned: ${reason}` })),
          ...report.notes.map((value) => ({ level: "info", value }))
        ]
      },
      vulnerabilities: findings.map((finding) => vulnerability(finding, marks.get(finding), run))
    },
    null,
    2
  );
}
function vulnerability(finding, mark2, run) {
  const { ruleId, title, severity, at } = finding;
  const reference = run.rule(ruleId)?.reference;
  return {
    // Made of the secret, its file and the number of its occurrence: the same while lines move.
    id: `${mark2}:${at.path}`,
    name: title.slice(0, NAME_LENGTH2),
    description: oneLine(paragraph(finding)),
    severity: RANK[severity],
    solution: advice(finding),
    identifiers: [
      {
        type: "leasehold_rule_id",
        name: `Leasehold rule ${ruleId}`,
        value: ruleId,
        ...reference === void 0 ? {} : { url: reference }
      }
    ],
    location: { file: at.path, start_line: at.line, end_line: at.endLine, commit: commitData(finding) }
  };
}
function commitData({ commit, provenance }) {
  return {
    sha: commit ?? NO_COMMIT,
    ...provenance?.author === void 0 ? {} : { author: oneLine(provenance.author.name) },
    ...provenance?.date === void 0 ? {} : { date: instant(provenance.date) }
  };
}
function instant(ms) {
  return new Date(ms).toISOString().slice(0, 19);
}
// packages/report/src/lint/lint-json.ts
var LINT_FORMAT_VERSION = 1;
function lintJson(report) {
  return JSON.stringify({ ...summaryData(report), findings: worstFirst(report.findings).map(findingData) }, null, 2);
}
function lintJsonLines(report) {
  return [
    ...worstFirst(report.findings).map((finding) => ({ type: "finding", ...findingData(finding) })),
    { type: "summary", ...summaryData(report), findings: report.findings.length }
  ].map((line) => JSON.stringify(line)).join("\n");
}
function summaryData(report) {
  const { failOn, files, bytes, allowed: allowed2, skipped, notes, findings } = report;
  return {
    version: LINT_FORMAT_VERSION,
    failOn,
    failing: findings.filter(({ fails }) => fails).length,
    files,
    bytes,
    allowed: allowed2,
    skipped: skipped.map(({ path, reason }) => ({ path, reason })),
    notes
  };
}
function findingData(finding) {
  const { ruleId, title, tier, severity, fails, at, fingerprint: fingerprint2, preview: preview2, why, remedy, commit, provenance } = finding;
  return {
    ruleId,
    title,
    path: at.path,
    line: at.line,
    column: at.column,
    endLine: at.endLine,
    endColumn: at.endColumn,
    tier,
    severity,
    fails,
    fingerprint: fingerprint2,
    preview: preview2,
    why,
    remedy: { rotate: remedy.rotate, ...remedy.provider === void 0 ? {} : { provider: remedy.provider } },
    ...commit === void 0 ? {} : { commit },
    ...provenance === void 0 ? {} : { provenance: provenanceData(provenance) }
  };
}
function provenanceData({ object, author, date, standsIn, removed, unreachable }) {
  return {
    object,
    ...author === void 0 ? {} : { author: { name: author.name, mail: author.mail } },
    ...date === void 0 ? {} : { date: instant2(date) },
    ...standsIn === void 0 ? {} : { standsIn },
    ...removed === void 0 ? {} : { removed: { commit: removed.commit, date: instant2(removed.date) } },
    ...unreachable === void 0 ? {} : { unreachable }
  };
}
function instant2(ms) {
  return new Date(ms).toISOString();
}
// packages/report/src/lint/lint-junit.ts
function lintJunit(report, run) {
  const cases = worstFirst(report.findings).map(testCase);
  const failures = report.findings.filter(({ fails }) => fails).length;
  const seconds = Math.max(0, (run.endedAt - run.startedAt) / 1e3).toFixed(3);
  const numbers = `tests="${Math.max(1, cases.length)}" failures="${failures}" errors="0" time="${seconds}"`;
  const instant3 = new Date(run.startedAt).toISOString().slice(0, 19);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${xml(TOOL_NAME)}" ${numbers}>`,
    `  <testsuite name="static secrets" ${numbers} skipped="0" timestamp="${instant3}">`,
    ...cases.length > 0 ? cases : [`    <testcase classname="leasehold.lint" name="${xml(verdictLine(report))}" time="0"/>`],
    `    <system-out>${xml([scannedLine(report), ...report.notes].join("; "))}</system-out>`,
    "  </testsuite>",
    "</testsuites>"
  ].join("\n");
}
function testCase(finding) {
  const { at, ruleId, title, tier, severity, preview: preview2, why, fingerprint: fingerprint2, fails } = finding;
  const open2 = `    <testcase classname="${xml(at.path)}" name="${xml(`${ruleId} at ${at.line}:${at.column}`)}" file="${xml(at.path)}" line="${at.line}" time="0">`;
  const history = historyOf(finding);
  const text = [
    `${placeOf3(finding)}: ${title}`,
    `${preview2} (${tier}, ${severity})`,
    ...why.map((reason) => `why: ${reason}`),
    ...history === void 0 ? [] : [`how: ${history}`],
    `do: ${advice(finding)}`,
    `id: ${fingerprint2}`
  ].map(xml).join("\n");
  const body = fails ? `      <failure type="${tier}" message="${xml(`${title} ${preview2}`)}">${text}</failure>` : `      <system-out>${text}</system-out>`;
  return [open2, body, "    </testcase>"].join("\n");
}
var ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };
function xml(words22) {
  return oneLine(words22).toWellFormed().replaceAll(/[\uFFFE\uFFFF]/g, "\uFFFD").replaceAll(/[&<>"']/g, (character) => ENTITIES[character]);
}
// packages/report/src/lint/lint-sarif.ts
var SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
var MOST_RESULTS = 25e3;
var SECURITY_SEVERITY = {
  critical: "9.5",
  high: "8.0",
  medium: "5.5",
  low: "3.0",
  info: "1.0"
};
var PRECISION = {
  proven: "very-high",
  paired: "very-high",
  prefixed: "high",
  contextual: "medium",
  heuristic: "low"
};
function lintSarif(report, run) {
  const findings = worstFirst(report.findings);
  const listed = findings.slice(0, MOST_RESULTS);
  const marks = occurrences(listed);
  const firsts = /* @__PURE__ */ new Map();
  for (const finding of listed) if (!firsts.has(finding.ruleId)) firsts.set(finding.ruleId, finding);
  const ruleIndexes = new Map([...firsts.keys()].map((id, index) => [id, index]));
  const left = findings.length - listed.length;
  const log = {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: TOOL_NAME,
            semanticVersion: run.version,
            informationUri: TOOL_HOME,
            rules: [...firsts.values()].map((finding) => ruleData(finding, run))
          }
        },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: true,
            startTimeUtc: new Date(run.startedAt).toISOString(),
            endTimeUtc: new Date(run.endedAt).toISOString(),
            toolExecutionNotifications: [
              { level: "note", message: { text: scannedLine(report) } },
              ...report.notes.map((text) => ({ level: "warning", message: { text } })),
              ...left > 0 ? [{ level: "warning", message: { text: `${left} more findings are not listed` } }] : []
            ]
          }
        ],
        results: listed.map(
          (finding) => resultData(finding, ruleIndexes.get(finding.ruleId), marks.get(finding))
        )
      }
    ]
  };
  return JSON.stringify(log, null, 2);
}
function ruleData(finding, run) {
  const { ruleId, title, severity, tier } = finding;
  const text = run.rule(ruleId);
  const description = text?.description ?? title;
  const help = `${description}

What to do: ${advice(finding)}.`;
  return {
    id: ruleId,
    name: title,
    shortDescription: { text: title },
    fullDescription: { text: description },
    ...text?.reference === void 0 ? {} : { helpUri: text.reference },
    help: { text: help, markdown: help },
    defaultConfiguration: { level: levelOf(finding) },
    properties: { tags: ["security", "secret"], precision: PRECISION[tier], "security-severity": SECURITY_SEVERITY[severity] }
  };
}
function resultData(finding, ruleIndex, mark2) {
  const { ruleId, at, tier, fingerprint: fingerprint2, commit, provenance } = finding;
  return {
    ruleId,
    ruleIndex,
    level: levelOf(finding),
    message: { text: paragraph(finding) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifactOf(at.path),
          // A region of SARIF ends at the first column behind it (section 3.30.8).
          region: { startLine: at.line, startColumn: at.column, endLine: at.endLine, endColumn: at.endColumn + 1 }
        }
      }
    ],
    // Code scanning reads only `primaryLocationLineHash`.
    partialFingerprints: { primaryLocationLineHash: mark2, "leaseholdSecret/v1": fingerprint2 },
    properties: {
      tier,
      ...commit === void 0 ? {} : { commit },
      ...provenance?.date === void 0 ? {} : { commitDate: new Date(provenance.date).toISOString() },
      ...provenance?.standsIn === void 0 ? {} : { standsIn: provenance.standsIn },
      ...provenance?.removed === void 0 ? {} : { removedBy: provenance.removed.commit }
    }
  };
}
function levelOf({ fails, severity }) {
  if (fails) return "error";
  return severity === "info" ? "note" : "warning";
}
function artifactOf(path) {
  const uri = path.toWellFormed().split("/").map(encodeURIComponent).join("/");
  return path.startsWith("/") ? { uri: `file://${uri}` } : { uri: uri.replace(/^(?:\.\/)+/, ""), uriBaseId: "%SRCROOT%" };
}
// packages/report/src/lint/lint-text.ts
var PLACES_SHOWN = 8;
var plain = (_style, text) => text;
function lintText(report, paint = plain) {
  const blocks = bySecret(report.findings).map((group) => secretBlock(group, paint));
  const fails = report.findings.some((finding) => finding.fails);
  const style = fails ? "red" : report.findings.length > 0 ? "yellow" : "green";
  return [
    ...blocks.flatMap((block2) => [block2, ""]),
    paint(style, safe(verdictLine(report))),
    paint("dim", safe(scannedLine(report))),
    ...report.notes.map((note) => `${paint("yellow", "note:")} ${safe(note)}`)
  ].join("\n");
}
function secretBlock(group, paint) {
  const [first] = group;
  const shown = group.slice(0, PLACES_SHOWN);
  const more = group.length - shown.length;
  return [
    ...shown.map((finding, at) => {
      const place = paint("bold", safe(placeOf3(finding)));
      const commit = finding.commit === void 0 ? "" : paint("dim", ` in ${safe(shortId(finding.commit))}`);
      return at === 0 ? `${place}${commit}  ${safe(first.title)}  ${mark(first, paint)}` : `${place}${commit}`;
    }),
    ...more > 0 ? [paint("dim", `and at ${grouped(more)} more places`)] : [],
    `  ${paint("cyan", safe(first.preview))}`,
    ...first.why.map((reason) => `  why: ${safe(reason)}`),
    ...shown.flatMap((finding) => finding.provenance === void 0 ? [] : [`  how: ${safe(historyOf(finding))}`]),
    `  do:  ${safe(advice(first))}`,
    paint("dim", `  id:  ${safe(first.ruleId)} ${safe(first.fingerprint)}`)
  ].join("\n");
}
function mark({ fails, tier, severity }, paint) {
  return paint(fails ? "red" : "yellow", `[${tier}, ${severity}${fails ? "" : ", does not fail"}]`);
}
function safe(words22) {
  return logLines([words22]);
}
// packages/cli/src/lint/formats.ts
var RENDERERS = Object.freeze({
  text: (report) => lintText(report),
  json: lintJson,
  jsonl: lintJsonLines,
  sarif: lintSarif,
  github: (report) => annotationLines(lintAnnotations(report)),
  junit: lintJunit,
  gitlab: lintGitlab,
  "gitlab-codequality": lintCodeQuality
});
// packages/cli/src/lint/progress.ts
var PATIENCE_MS = 500;
var EVERY_MS = 100;
function progressLine(output, now) {
  const start2 = now();
  let last2 = start2 + PATIENCE_MS - EVERY_MS;
  let shown = false;
  return {
    show: (progress) => {
      const at = now();
      if (at - last2 < EVERY_MS) return;
      last2 = at;
      shown = true;
      output.passing(`scanning: ${words2(progress)}`);
    },
    clear: () => {
      if (shown) output.passing("");
    }
  };
}
function words2(progress) {
  if ("total" in progress) return `${grouped(progress.done)} of ${grouped(progress.total)} objects`;
  return `${grouped(progress.files)} files, ${(progress.bytes / 1e6).toFixed(0)} MB`;
}
// packages/cli/src/lint/scan.ts
async function scanFor(mode, wish, { env, progress }) {
  const cwd = here();
  const request = { ...wish, cwd };
  await readyArchives(wish);
  expectLongRun(false);
  const ports = { now: Date.now, env, progress: (files, bytes) => progress({ files, bytes }) };
  switch (mode.kind) {
    case "files":
      return scanTree({ ...request, paths: mode.paths }, ports);
    case "stdin":
      return scanBytes({ ...request, bytes: await standardInput(), path: mode.path }, ports);
    case "staged":
      return (await import("./changes.js")).scanStaged({ ...request, paths: mode.paths }, ports);
    case "range":
      return (await import("./changes.js")).scanRange({ ...request, ...mode }, ports);
    case "pr":
      return (await import("./changes.js")).scanPullRequest({ ...request, paths: mode.paths }, ports);
    case "history":
      return (await import("./chunk-KNCNXZ6D.js")).scanHistory(
        { ...request, ...mode.repository === void 0 ? {} : { repository: mode.repository } },
        { now: Date.now, env, progress: (done, total) => progress({ done, total }), long: () => expectLongRun(true) }
      );
  }
}
async function standardInput() {
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}
// packages/cli/src/lint/run-lint.ts
var UNREADABLE_SHOWN = 10;
async function runLint(mode, input, shell) {
  const startedAt = Date.now();
  const source2 = sourceFor(mode, textOf4(input, "rules"));
  await readyRules(source2);
  const report = await scan(mode, input, shell);
  if (report.about !== void 0) shell.err.line(shell.err.paint("dim", report.about));
  const run = { version: package_default.version, startedAt, endedAt: Date.now(), rule: ruleLookup(source2) };
  print(report, run, input, shell);
  const complete = !tellUnreadable(report, shell);
  if (report.findings.some(({ fails }) => fails)) return EXIT.denied;
  return complete ? EXIT.clean : EXIT.failed;
}
function sourceFor(mode, rules) {
  const cwd = here();
  const isOther = mode.kind === "history" && mode.repository !== void 0 && rules === void 0;
  return scannerSource({ cwd: isOther ? _resolve3(cwd, mode.repository) : cwd, rules });
}
async function scan(mode, input, { env, err }) {
  const rules = textOf4(input, "rules");
  const wish = {
    failOn: textOf4(input, "fail-on"),
    allowList: !flagOf(input, "no-allow-list"),
    archives: flagOf(input, "archives"),
    ...rules === void 0 ? {} : { rules }
  };
  const line = progressLine(err, () => process.uptime() * 1e3);
  try {
    return await scanFor(mode, wish, { env, progress: line.show });
  } finally {
    line.clear();
  }
}
function print(report, run, input, { out }) {
  const format = textOf4(input, "format");
  const file = textOf4(input, "output");
  if (file !== void 0) write5(file, `${RENDERERS[format](report, run)}
`);
  const rendered = file !== void 0 || format === "text" ? lintText(report, out.paint) : RENDERERS[format](report, run);
  if (rendered !== "") out.line(rendered);
}
function write5(file, text) {
  try {
    _writeFileSync2(file, text);
  } catch (cause) {
    throw new ConfigError5(`the report cannot be written to \`${file}\``, {
      code: "ERR_LINT_OUTPUT",
      help: "name a file in a folder that is there and may be written to",
      cause
    });
  }
}
function tellUnreadable({ skipped }, { err }) {
  const unreadable2 = skipped.filter(({ reason }) => reason.startsWith("unreadable"));
  for (const { path, reason } of unreadable2.slice(0, UNREADABLE_SHOWN)) {
    err.line(`${err.paint("red", "error:")} \`${oneLine(path)}\` is not known to be clean, ${reason}`);
  }
  const more = unreadable2.length - UNREADABLE_SHOWN;
  if (more > 0) err.line(`and ${more} more`);
  return unreadable2.length > 0;
}
export {
  ALLOW_FILE,
  MERGE_LINE,
  RULES2 as RULES,
  RULES_FOLDER,
  RULE_FILE,
  SHORT_PREFIXES,
  USUAL_IGNORE_LISTS,
  addToAllowFile,
  allowFileOf,
  archiveScans,
  bareRepositoryAt,
  bytePath,
  checkRules,
  customRules,
  expectLongRun,
  extentOf,
  fingerprint,
  foreignComment,
  importComments,
  importList,
  inOrder,
  inTextOrder,
  isExpired,
  isHalf,
  linesOf,
  lintReport,
  mergesAsUnion,
  newCarriedLines,
  newScanner,
  oldFiles,
  openGitIndex,
  openKernel,
  openScanner,
  openable,
  parseAllowList,
  placedRules,
  printAllowList,
  reachOf,
  readAllowFile,
  readAllowance,
  readIgnoreList,
  readable,
  readyArchives,
  readyRules,
  repositoryAround,
  repositoryAt,
  ruleById,
  ruleLookup,
  rulesOfFolder,
  rulesOfRepository,
  runLint,
  scanBytes,
  scanTree,
  scanWindows,
  scannerSource,
  skippingAttribute,
  toFinding,
  topAround,
  trackedFiles,
  walk,
  wordOfTests
};
