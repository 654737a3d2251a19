/** A file as a form sends it. */
export type DemoFile = { fileName: string; declaredType: string; bytes: Buffer };
