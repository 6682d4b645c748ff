import {
  beginListing,
  listingWords
} from "./start.js";
import "./start.js";
import "./start.js";
import "./start.js";
import "./start.js";
export {
  beginListing,
  listingWords
};
