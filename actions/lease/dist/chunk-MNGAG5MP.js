import {
  judgeExchange
} from "./chunk-M4LFBIUX.js";
import "./chunk-WB7KU4NE.js";
import "./chunk-GGBVD4R2.js";
import "./chunk-B2VIMS6I.js";
import "./chunk-TRTQSARU.js";
export {
  judgeExchange
};
