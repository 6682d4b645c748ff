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
} from "./chunk-UL2OC52O.js";
import "./chunk-V4U7JY7W.js";
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
