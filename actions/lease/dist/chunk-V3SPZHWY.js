import {
  judgeExchange
} from "./chunk-7H5WFB3H.js";
import "./chunk-QUYTAOBB.js";
import "./chunk-GGBVD4R2.js";
import "./chunk-BWLYXJ72.js";
import "./chunk-TRTQSARU.js";
export {
  judgeExchange
};
