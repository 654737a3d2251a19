/** Built once, so that it holds nobody's name: the service worker keeps it on the phone. */
export const prerender = true;
