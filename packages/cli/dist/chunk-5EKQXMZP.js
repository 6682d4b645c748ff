import {
  judgeExchange
} from "./chunk-INTTHQMH.js";
import "./chunk-BOGQHJU3.js";
import "./chunk-SUAM67JL.js";
import "./chunk-SPD3I5TM.js";
import "./start.js";
import "./start.js";
import "./start.js";
export {
  judgeExchange
};
