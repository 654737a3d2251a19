/** The same for everybody until the next version. */
export const prerender = true;
