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
} from "./chunk-R5LSJPOD.js";
import "./chunk-OLDM66KD.js";
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
