import {
  checkPolicyFile,
  grantOf,
  readPolicyFile,
  textOfFile
} from "./chunk-EKKF3NOZ.js";
import "./chunk-TYWBMT2U.js";
import "./chunk-2GDCET25.js";
import "./chunk-7E6QTN6Z.js";
import "./chunk-XZLIVGRS.js";
import "./chunk-CZ7CSFO4.js";
export {
  checkPolicyFile,
  grantOf,
  readPolicyFile,
  textOfFile
};
