import {
  judgeExchange
} from "./chunk-KN36T3EA.js";
import "./chunk-GUP2I4H5.js";
import "./chunk-OUHBCHGF.js";
import "./chunk-X7Z733R6.js";
import "./chunk-CZ7CSFO4.js";
export {
  judgeExchange
};
