import {
  judgeExchange
} from "./chunk-2PJEJ3KA.js";
import "./chunk-UVD56OIC.js";
import "./chunk-XZLIVGRS.js";
import "./chunk-CZ7CSFO4.js";
export {
  judgeExchange
};
