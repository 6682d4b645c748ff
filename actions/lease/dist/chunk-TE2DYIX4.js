import {
  judgeExchange
} from "./chunk-MG3ZNB6H.js";
import "./chunk-NPFQWEZN.js";
import "./chunk-OLDM66KD.js";
import "./chunk-TRTQSARU.js";
export {
  judgeExchange
};
