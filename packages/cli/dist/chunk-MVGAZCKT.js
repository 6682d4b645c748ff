import {
  checkPolicyFile,
  grantOf,
  readPolicyFile,
  textOfFile
} from "./chunk-H3QUUJPQ.js";
import "./chunk-EBHRQLJY.js";
import "./chunk-NMABJINC.js";
import "./chunk-PFVSAXKB.js";
import "./chunk-6DOLMXF5.js";
import "./chunk-SUAM67JL.js";
import "./chunk-SPD3I5TM.js";
import "./chunk-GGBVD4R2.js";
import "./chunk-UWWLZZC2.js";
import "./chunk-CZ7CSFO4.js";
export {
  checkPolicyFile,
  grantOf,
  readPolicyFile,
  textOfFile
};
