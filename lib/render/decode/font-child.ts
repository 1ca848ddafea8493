/** The program of the children that read fonts; each reads one and is gone. */
import { fontJob } from "./font-message";
import { readFont } from "./read-font";
import { serveJobs } from "./serve-jobs";

/** Past this a font is a bomb that the other limits missed, bytes. */
const LAST_RESORT_RSS = 512_000_000;

serveJobs(fontJob, readFont, LAST_RESORT_RSS);
