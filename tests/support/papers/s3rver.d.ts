declare module 's3rver' {
	type Options = {
		address: string;
		port: number;
		directory: string;
		silent: boolean;
		configureBuckets: { name: string; configs: string[] }[];
	};
	/** A server that speaks S3, on a folder (its package brings no types). */
	export default class S3rver {
		constructor(options: Options);
		run(): Promise<unknown>;
		close(): Promise<void>;
	}
}
