import {
  judgeExchange
} from "./chunk-2OFP4NS5.js";
import "./chunk-FUWF3USU.js";
import "./chunk-7E6QTN6Z.js";
import "./chunk-XZLIVGRS.js";
import "./chunk-CZ7CSFO4.js";
export {
  judgeExchange
};
