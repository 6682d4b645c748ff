import {
  checkPolicyFile,
  grantOf,
  readPolicyFile,
  textOfFile
} from "./chunk-5BGM6YKQ.js";
import "./chunk-TYWBMT2U.js";
import "./chunk-INJUXK6Y.js";
import "./chunk-7E6QTN6Z.js";
import "./chunk-XZLIVGRS.js";
import "./chunk-CZ7CSFO4.js";
export {
  checkPolicyFile,
  grantOf,
  readPolicyFile,
  textOfFile
};
