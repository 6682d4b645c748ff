import {
  AwsClient,
  AwsV4Signer
} from "./chunk-MAFSE4DZ.js";
import "./chunk-CZ7CSFO4.js";
export {
  AwsClient,
  AwsV4Signer
};
