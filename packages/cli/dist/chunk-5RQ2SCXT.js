import {
  knownRule,
  showRules
} from "./chunk-TN6ARWLY.js";
import "./chunk-5QMPNAPT.js";
import "./chunk-IPZOGJIP.js";
import "./chunk-6WJX4YXA.js";
import "./chunk-UG7343YP.js";
import "./chunk-6DOLMXF5.js";
import "./chunk-UWWLZZC2.js";
import "./chunk-CZ7CSFO4.js";
export {
  knownRule,
  showRules
};
