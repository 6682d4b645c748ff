import {
  judgeExchange
} from "./chunk-IT7EYI3S.js";
import "./chunk-UVD56OIC.js";
import "./chunk-XZLIVGRS.js";
import "./chunk-TRTQSARU.js";
export {
  judgeExchange
};
