import {
  judgeExchange
} from "./chunk-YQDF6FSS.js";
import "./chunk-RIVWDZ5Z.js";
import "./chunk-V4U7JY7W.js";
import "./chunk-TRTQSARU.js";
export {
  judgeExchange
};
