import {
  RULES,
  SHORT_PREFIXES,
  exampleMaker,
  fingerprint,
  linesOf,
  newScanner,
  ruleById,
  toFinding
} from "./chunk-6WJX4YXA.js";
import "./chunk-UG7343YP.js";
import "./chunk-UWWLZZC2.js";
import "./chunk-CZ7CSFO4.js";
export {
  RULES,
  SHORT_PREFIXES,
  exampleMaker,
  fingerprint,
  linesOf,
  newScanner,
  ruleById,
  toFinding
};
