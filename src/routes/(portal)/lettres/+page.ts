/** The same for everybody: built once. */
export const prerender = true;
