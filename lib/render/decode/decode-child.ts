/** The program of the children that read raster pictures. */
import { decodeImage, restrictDecoders } from "./decode-image";
import { decodeJob } from "./decode-message";
import { serveJobs } from "./serve-jobs";

/** Past this a picture is a bomb that the other limits missed, bytes. */
const LAST_RESORT_RSS = 1_000_000_000;

restrictDecoders();
serveJobs(decodeJob, decodeImage, LAST_RESORT_RSS);
