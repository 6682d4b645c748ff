import {
  judgeExchange
} from "./chunk-D4WY5WK7.js";
import "./chunk-BOGQHJU3.js";
import "./chunk-SUAM67JL.js";
import "./chunk-SPD3I5TM.js";
import "./chunk-GGBVD4R2.js";
import "./chunk-UWWLZZC2.js";
import "./chunk-CZ7CSFO4.js";
export {
  judgeExchange
};
