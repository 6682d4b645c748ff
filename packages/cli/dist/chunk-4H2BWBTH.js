import {
  checkPolicyFile,
  grantOf,
  readPolicyFile,
  textOfFile
} from "./chunk-HMGBU6N6.js";
import "./chunk-4QIKSUCC.js";
import "./chunk-6KYFPHW4.js";
import "./chunk-OUHBCHGF.js";
import "./chunk-X7Z733R6.js";
import "./chunk-CZ7CSFO4.js";
export {
  checkPolicyFile,
  grantOf,
  readPolicyFile,
  textOfFile
};
