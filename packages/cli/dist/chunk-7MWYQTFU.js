import {
  checkPolicyFile,
  grantOf,
  readPolicyFile,
  textOfFile
} from "./chunk-EAVRIK56.js";
import "./chunk-27MWGYOG.js";
import "./chunk-UD2TXTDT.js";
import "./chunk-EBHRQLJY.js";
import "./chunk-SUAM67JL.js";
import "./chunk-SPD3I5TM.js";
import "./chunk-J675GY67.js";
import "./start.js";
import "./start.js";
import "./start.js";
import "./start.js";
export {
  checkPolicyFile,
  grantOf,
  readPolicyFile,
  textOfFile
};
