import {
  denialSummary,
  denialText,
  endSummary,
  endText,
  errorText,
  formatInstant,
  formatUntil,
  leaseSummary,
  leaseText,
  ledgerJsonSchema,
  ledgerLine,
  logLines,
  mismatchLines,
  problemsText,
  scrub,
  trustSummary,
  trustText
} from "./chunk-3EA7X3KS.js";
import "./chunk-UD2TXTDT.js";
import "./chunk-BWLYXJ72.js";
import "./chunk-TRTQSARU.js";
export {
  denialSummary,
  denialText,
  endSummary,
  endText,
  errorText,
  formatInstant,
  formatUntil,
  leaseSummary,
  leaseText,
  ledgerJsonSchema,
  ledgerLine,
  logLines,
  mismatchLines,
  problemsText,
  scrub,
  trustSummary,
  trustText
};
