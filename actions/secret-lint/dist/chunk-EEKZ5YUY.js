import {
  HEAD
} from "./chunk-IBFILDPX.js";
import {
  linesOf
} from "./chunk-PNFY7LJU.js";

// packages/scan/src/carried-lines.ts
var LONGEST = 4;
function newCarriedLines() {
  let carried = { line: 1, column: 1 };
  let cut = 0;
  let here;
  return {
    enter(window) {
      const own = linesOf(window.bytes);
      const lines = window.from === 0 ? own : moved(own, own.at(HEAD + cut), carried);
      here = { window, lines };
      return lines;
    },
    leave() {
      if (here === void 0) return;
      const { bytes, kept } = here.window;
      cut = 0;
      while (cut < LONGEST - 1 && ((bytes[kept + cut] ?? 0) & 192) === 128) cut++;
      if (kept < bytes.length) carried = here.lines.at(kept + cut);
    }
  };
}
function moved(lines, place, as) {
  return {
    at(offset) {
      const { line, column } = lines.at(offset);
      return { line: as.line + line - place.line, column: line === place.line ? as.column + column - place.column : column };
    }
  };
}

export {
  newCarriedLines
};
