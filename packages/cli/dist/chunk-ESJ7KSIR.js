import {
  AwsClient,
  AwsV4Signer
} from "./chunk-MAFSE4DZ.js";
import "./start.js";
export {
  AwsClient,
  AwsV4Signer
};
