/**
 * The media query of screens with room for one thing at a time: phones, tablets held upright, and any screen whose text is set so large that
 * it holds no more. In em, so that it follows the size of text that the browser is set to, as all measures do.
 */
export const COMPACT = "(max-width: 59.9375em)";
