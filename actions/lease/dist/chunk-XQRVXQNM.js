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
} from "./chunk-XXTGK5XT.js";
import "./chunk-UD2TXTDT.js";
import "./chunk-B2VIMS6I.js";
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
