/** The program of the children that draw SVG; each draws one and is gone. */
import { allowSvgAlone, drawSvg } from "./draw-svg";
import { serveJobs } from "./serve-jobs";
import { svgJob } from "./svg-message";

/** Past this an SVG is a bomb that the other limits missed, bytes. */
const LAST_RESORT_RSS = 512_000_000;

allowSvgAlone();
serveJobs(svgJob, drawSvg, LAST_RESORT_RSS);
