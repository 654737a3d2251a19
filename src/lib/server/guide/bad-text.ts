/** A text of the guide that cannot be shown as it is written. Stops the build, naming the file. */
export class BadText extends Error {
	override readonly name = 'BadText';
}
