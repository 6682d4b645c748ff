// packages/report/src/plain.ts
var UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/gu;
function oneLine(text) {
  return text.replaceAll(UNPRINTABLE, " ").trim();
}
function logLines(lines) {
  return lines.map((line) => guarded(line)).join("\n");
}
function guarded(line) {
  const indent = /^ */.exec(line)?.[0] ?? "";
  return indent + oneLine(line).replace(/^::/, ": :").replaceAll(/##(?=\[|vso\[)/g, "# #");
}

export {
  oneLine,
  logLines
};
